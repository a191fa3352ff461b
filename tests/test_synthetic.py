"""Invented events to measure with: as many as asked for, believable, and the database as sound as before."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from events import synthetic
from events.models import Article, Event, Organization, Passage, Person
from tests.builders import make_article

pytestmark = pytest.mark.django_db


def _definitions() -> set[tuple]:
    """Every index, and every constraint with whether it is known to hold."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'")
        # PostgreSQL words the same condition in two ways, before and after it is read again.
        indexes = [(name, definition.partition(" WHERE ")[0]) for name, definition in cursor.fetchall()]
        cursor.execute("SELECT conname, pg_get_constraintdef(oid), convalidated FROM pg_constraint")
        return {*indexes, *cursor.fetchall()}


def test_as_many_events_as_asked_for_in_articles_of_twenty():
    synthetic.load(450)
    assert (Event.objects.count(), Article.objects.count(), Passage.objects.count()) == (450, 23, 450)


def test_indexes_and_constraints_stand_as_before():
    before = _definitions()
    synthetic.load(60)
    assert _definitions() == before


def test_an_event_stands_where_its_article_prints_it():
    synthetic.load(60)
    for event in Event.objects.select_related("article"):
        passage = event.article.text[event.start : event.end]
        assert passage.startswith(f"*{event.title}: {event.text} (")


def test_what_is_invented_is_like_news():
    synthetic.load(2_000)
    events = Event.objects.all()
    assert set(events.values_list("language", flat=True)) == {"en", "vi"}
    assert events.filter(type=None).exists()
    assert events.filter(date=None).exists()
    assert events.filter(parties__role="recipient").exists()
    of_one, of_all = events.filter(countries="US").count(), events.count()
    assert of_one > 10 * events.filter(countries="FJ").count()
    assert of_one < of_all / 2


def test_the_same_number_gives_the_same_events():
    synthetic.load(40)
    first = list(Event.objects.order_by("pk").values_list("title", "date", "type"))
    for model in (Article, Organization, Person):
        model.objects.all().delete()
    synthetic.load(40)
    assert list(Event.objects.order_by("pk").values_list("title", "date", "type")) == first


def test_new_rows_find_free_numbers_afterwards():
    synthetic.load(40)
    assert make_article().pk > Article.objects.filter(is_demo=True).order_by("-pk")[0].pk


def test_invented_events_are_never_mixed_with_articles():
    make_article()
    with pytest.raises(CommandError, match="folder of their own"):
        call_command("demo", events=20)
    assert not Event.objects.exists()
