"""Readings on the pages: begun from an article, a choice or all; compared; accepted by field; discarded."""

import uuid

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.urls import reverse

from events import corrections, health, heartbeats, readings
from events.comparison import compare
from events.extraction.records import EventType, Region
from events.models import Article, Event, ReadingRun, Upload
from tests.builders import make_admin, make_extracted
from tests.rereadings import RAIN, TEXT, catch_calls, drills, finish, make_parsed, run_of, talks, teller

pytestmark = pytest.mark.django_db


@pytest.fixture
def says(monkeypatch):
    catch_calls(monkeypatch)
    return teller(monkeypatch)


def begin(client, **data) -> ReadingRun:
    answer = client.post(reverse("reading-list"), data)
    assert answer.status_code == 303
    run = ReadingRun.objects.order_by("-pk").first()
    assert answer.headers["Location"] == reverse("reading", args=[run.pk])
    return run


def page_of(client, run, **query) -> str:
    return client.get(reverse("reading", args=[run.pk], query=query or None)).text


def test_an_article_is_read_again_and_accepted_by_field(client, editor, says):
    article = make_parsed()
    make_parsed()
    says(talks(type=EventType.AGREE), drills(region=Region.AMERICAS))
    assert "Read again and compare" in client.get(article.get_absolute_url()).text
    run = begin(client, article=article.pk)
    assert "0 of 1 articles done." in page_of(client, run)
    finish(run)
    body = page_of(client, run)
    assert "Read. Nothing is changed until you accept." in body
    assert "Consult" in body
    assert 'value="region"' in body

    client.post(reverse("reading-accept", args=[run.pk]), {"part": ["type", "nonsense"]})
    finish(run)
    assert Event.objects.get(article=article, title="Talks").type == "AGREE"
    assert Event.objects.get(article=article, title="Drills").region == "europe"
    assert "What was accepted is stored; the rest waits." in page_of(client, run)
    client.post(reverse("reading-accept", args=[run.pk]), {"all": "1"})
    finish(run)
    assert Event.objects.get(article=article, title="Drills").region == "americas"
    assert "Accepted and stored." in page_of(client, run)


def test_a_reading_is_discarded(client, editor, says):
    article = make_parsed()
    says(talks(type=EventType.AGREE), drills())
    run = run_of(article)
    client.post(reverse("reading-discard", args=[run.pk]))
    assert "Discarded" in page_of(client, run)
    assert client.post(reverse("reading-accept", args=[run.pk]), {"all": "1"}).status_code == 404


def test_all_articles_or_those_of_an_upload(client, editor, says):
    says()
    first, second = make_parsed(), make_parsed()
    assert readings.counts(begin(client, all="1"))["total"] == 2
    batch = uuid.uuid4()
    Upload.objects.create(batch=batch, name="a.txt", size=1, outcome="accepted", article=second, uploaded_by=editor)
    assert list(begin(client, batch=str(batch)).rereadings.values_list("article", flat=True)) == [second.pk]
    assert list(begin(client, article=[first.pk]).rereadings.values_list("article", flat=True)) == [first.pk]


def test_a_reading_that_nobody_reads_is_said_to_wait(client, editor, says, monkeypatch):
    run = begin(client, article=make_parsed().pk)
    assert "nothing is being read at the moment" in page_of(client, run)
    monkeypatch.setattr(health, "broker_is_well", lambda: True)
    heartbeats.note(heartbeats.WORKER)
    assert "You may close this page" in page_of(client, run)


def test_those_that_an_older_version_read(client, editor, says):
    says()
    old, _new = make_parsed(), make_parsed()
    assert "an older version read" not in client.get(reverse("reading-list")).text
    Article.objects.filter(pk=old.pk).update(extractor_version="0")
    assert "Only 1 that an older version read" in client.get(reverse("reading-list")).text
    assert list(begin(client, outdated="1").rereadings.values_list("article", flat=True)) == [old.pk]
    call_command("reparse", "--outdated")
    assert list(ReadingRun.objects.first().rereadings.values_list("article", flat=True)) == [old.pk]


@pytest.mark.parametrize("data", [{}, {"article": "x"}, {"article": "99999999999999999999"}, {"batch": "x"}])
def test_a_choice_of_nothing_begins_nothing(client, editor, data):
    assert client.post(reverse("reading-list"), data).status_code == 303
    assert not ReadingRun.objects.exists()
    assert "There is nothing to read again" in client.get(reverse("reading-list")).text


def test_better_and_worse_are_told_by_what_people_checked(client, editor, says):
    article = make_parsed()
    corrections.correct(Event.objects.get(title="Talks"), "type", "AGREE", editor)
    corrections.verify(Event.objects.get(title="Drills"), editor)
    says(talks(type=EventType.AGREE), drills(type=EventType.AID, countries=("CL",)))
    run = run_of(article)
    parts = {part.name: part for part in compare(run)}
    kind, countries = parts["type"], parts["countries"]
    assert dict(kind.verdicts) == {"better": 1, "worse": 1, "unchecked": 0}
    assert (kind.before.right, kind.after.right, kind.before.of) == (1, 1, 2)
    assert dict(countries.verdicts) == {"worse": 1, "unchecked": 0}
    assert (parts["date"].before.right, parts["date"].after.right, parts["date"].before.of) == (1, 1, 1)
    body = page_of(client, run, part="type")
    assert "Better: as people have it" in body
    assert "Worse: people have it as before" in body


def test_an_event_found_no_more_is_better_where_people_rejected_it(editor, says):
    article = make_parsed()
    corrections.reject(Event.objects.get(title="Talks"), editor)
    corrections.verify(Event.objects.get(title="Drills"), editor)
    says(make_extracted(TEXT, RAIN))
    passages = next(part for part in compare(run_of(article)) if part.name == "passages")
    assert dict(passages.kinds) == {"new": 1, "lost": 2}
    assert (passages.verdicts["better"], passages.verdicts["worse"], passages.verdicts["unchecked"]) == (1, 1, 1)


def test_a_part_that_is_none_is_not_found(client, editor, says):
    says()
    run = run_of(make_parsed())
    assert client.get(reverse("reading", args=[run.pk]) + "?part=mood").status_code == 404


def test_the_command_reads_prints_and_stores_only_when_told(editor, says, capsys):
    article = make_parsed()
    says(talks(type=EventType.AGREE), drills())
    call_command("reparse", "--article", str(article.pk))
    assert "type                 1 changes" in capsys.readouterr().out
    assert Event.objects.get(title="Talks").type == "CONSULT"
    call_command("reparse", "--resume", str(ReadingRun.objects.get().pk), "--accept")
    assert Event.objects.get(title="Talks").type == "AGREE"
    says(talks(), drills())
    call_command("reparse", "--all", "--accept")
    assert Event.objects.get(title="Talks").type == "CONSULT"


def test_the_command_says_when_there_is_nothing(db):
    with pytest.raises(CommandError, match="nothing to read again"):
        call_command("reparse", "--article", "1")


def test_admins_begin_a_reading_from_their_list(client, says):
    client.force_login(make_admin())
    article = make_parsed()
    says(talks(), drills())
    data = {"action": "read_and_compare", "_selected_action": [article.pk]}
    answer = client.post(reverse("admin:events_article_changelist"), data)
    assert answer.headers["Location"] == reverse("reading", args=[ReadingRun.objects.get().pk])


def test_a_reading_page_asks_no_more_questions_for_many(
    client,
    editor,
    says,
    django_assert_max_num_queries,
):
    says(talks(type=EventType.AGREE), drills())
    run = run_of(*[make_parsed() for _ in range(8)])
    with django_assert_max_num_queries(40):
        page_of(client, run)
    with django_assert_max_num_queries(20):
        page_of(client, run, part="type")
