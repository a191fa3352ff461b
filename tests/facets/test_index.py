"""The facet index against SQL: random events, random questions, and random changes in between."""

import random
from dataclasses import replace

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from events.facets import SORTS, Position, Selection, sql
from events.facets.index.engine import Index
from events.facets.index.reading import read
from events.facets.index.state import State
from events.models import Article, Event, EventCountry, EventPerson, Party, Person
from events.models.choices import EventStatus, EventType, Language, Region, Topic
from tests.builders import make_article, make_country, make_event, make_named
from tests.facets.test_answer import COUNTRIES, DAYS, PEOPLE, few_choices, random_event

pytestmark = pytest.mark.django_db
hard = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

TITLES = (
    "Tàu ngầm tới Hà Nội",
    "Talks on 29-10",
    "Ana Ruiz in talks",
    "missile test",
    "test of a missile",
    "Řím: A1 b2",
)
QUERIES = (
    "tau",
    "-tau",
    "tàu -talks",
    '"ha noi"',
    '"noi ha"',
    '-"missile test"',
    "29-10",
    "10 29",
    "a1",
    "řím",
    "rim",
    "talks nowhere",
    "-nowhere",
    '"nowhere here"',
    "…",
    "!!",
    "talk",
    "missile & (test | 'x')",
    "in talks in",
    "ภาษา -tau",
    "−",
    '"ha noi" "tau ngam" -"in talks" -29-10',
    '-"ha noi" -"in talks"',
    "١٢ ²",
    "'\"&|!():*",
    "t*",
    "-miss* ha",
    '"ha no*"',
    "29-1* talks",
)
NAMES = (
    ("ha noi", "country", "VN"),
    ("talks", "person", "ana-ruiz"),
    ("tau", "country", "RU"),
    ("tau", "person", "jean-levy"),
    ("a1 b2", "country", "US"),
)


def random_world(chance: random.Random, size: int = 60) -> list[Article]:
    articles = [make_article() for _ in range(4)]
    for _ in range(size):
        known = random_event(chance, articles)
        if chance.random() < 0.6:
            Event.objects.filter(pk=known.id).update(title=chance.choice(TITLES))
        if known.date and chance.random() < 0.3:
            Event.objects.filter(pk=known.id).update(date_precision=chance.choice(["month", "year"]))
    return articles


@pytest.fixture
def articles() -> list[Article]:
    return random_world(random.Random(7))


def selections():
    def build(selection, article, words, names, limit, place, rank, sort):
        asked = replace(selection, article=article, words=words or selection.words, names=names, limit=limit, sort=sort)
        return replace(asked, cursor=Position(*place, rank if asked.by_relevance else None)) if place else asked

    places = st.tuples(st.none() | st.sampled_from(DAYS), st.integers(1, 10**6))
    ranks = st.sampled_from([-1.0, 0.0, 0.5, 1.0, 2.0, 3.0, 1e300])
    return st.builds(
        build,
        few_choices(),
        st.just(()) | st.just(("1",)) | st.just(("1", "3")),
        st.just("") | st.sampled_from(QUERIES),
        st.just(()) | st.just(NAMES) | st.sets(st.sampled_from(NAMES)).map(lambda names: tuple(sorted(names))),
        st.sampled_from([1, 3, 50]),
        st.none() | places,
        ranks,
        st.sampled_from(SORTS),
    )


def of_world(selection: Selection, articles: list[Article]) -> Selection:
    """With ids of this world: articles by their place, and the cursor's event by its place among all."""
    chosen = tuple(sorted(str(articles[int(nth)].pk) for nth in selection.article))
    cursor = selection.cursor
    if cursor:
        ids = list(Event.objects.order_by("pk").values_list("pk", flat=True))
        cursor = replace(cursor, id=ids[cursor.id % len(ids)])
    return replace(selection, article=chosen, cursor=cursor)


def assert_same(index: Index, selection: Selection) -> None:
    expected, found = sql.answer(selection), index.answer(selection)
    for param in expected.facets:
        assert found.facets[param] == expected.facets[param], param
    assert found == expected
    assert index.total(selection) == sql.total(selection) == expected.total
    ids = [0, *Event.objects.order_by("pk").values_list("pk", flat=True)]
    for than in (0, ids[len(ids) // 2], ids[-1]):
        assert index.newer(selection, than) == sql.newer(selection, than)
    assert index.newer(selection, index.newest()) == sql.newer(selection, sql.newest()) == 0
    for pk in ids[::7]:
        assert index.neighbours(selection, pk) == sql.neighbours(selection, pk)
    for param in ("country", "person"):
        assert index.counts(selection, param) == sql.counts(selection, param)
        some = ("VN", "ana-ruiz", "nobody")
        assert index.counts(selection, param, some) == sql.counts(selection, param, some)
    assert index.days(selection) == sql.days(selection)
    for step, split in (("day", "type"), ("week", "quad"), ("month", "quad"), ("year", "type")):
        assert index.series(selection, step, split) == sql.series(selection, step, split)
    assert index.beside(selection, "country", 3) == sql.beside(selection, "country", 3)
    some_people = Person.objects.filter(slug__lt="j")
    assert index.among(selection, "person", some_people, 2) == sql.among(selection, "person", some_people, 2)


@settings(hard, max_examples=60)
@given(selection=selections())
def test_it_answers_as_sql_does(articles, selection):
    index = Index(State.of(read()))
    assert_same(index, of_world(selection, articles))


# --- Changes


def create(chance: random.Random, articles: list[Article]) -> list[int]:
    return [random_event(chance, articles).id for _ in range(chance.randint(1, 4))]


def edit(chance: random.Random, articles: list[Article]) -> list[int]:
    event = one(chance)
    event.date = chance.choice([None, *DAYS])
    event.date_end, event.date_precision = None, "day" if event.date else None
    event.region, event.topic = chance.choice(Region.values), chance.choice([None, *Topic.values[:3]])
    event.type, event.language = chance.choice([None, *EventType.values]), chance.choice(Language.values)
    event.title = chance.choice(TITLES)
    event.save()
    EventCountry.objects.filter(event=event).delete()
    EventPerson.objects.filter(event=event).delete()
    Party.objects.filter(event=event).delete()
    for position, code in enumerate(chance.sample(COUNTRIES, 2)):
        EventCountry.objects.create(event=event, country=make_country(code), position=position)
    name = chance.choice([*PEOPLE, "A Newcomer", "Zoe Late"])
    EventPerson.objects.create(event=event, person=make_named(Person, name), position=0)
    Party.objects.create(event=event, role="actor", country=make_country("VN"), position=0)
    return [event.pk]


def review(chance: random.Random, articles: list[Article]) -> list[int]:
    event = one(chance)
    Event.objects.filter(pk=event.pk).update(status=chance.choice(EventStatus.values))
    return [event.pk]


def trash_or_restore(chance: random.Random, articles: list[Article]) -> list[int]:
    event = one(chance)
    Event.objects.filter(pk=event.pk).update(trashed_at=None if event.trashed_at else timezone.now())
    return [event.pk]


def trash_or_restore_article(chance: random.Random, articles: list[Article]) -> list[int]:
    article = chance.choice(articles)
    article.trashed_at = None if article.trashed_at else timezone.now()
    article.save()
    return list(article.events.values_list("pk", flat=True))


def delete(chance: random.Random, articles: list[Article]) -> list[int]:
    event = one(chance)
    pk = event.pk
    event.delete()
    return [pk]


def one(chance: random.Random) -> Event:
    return chance.choice(list(Event.objects.order_by("pk")))


CHANGES = (create, edit, review, trash_or_restore, trash_or_restore_article, delete)


@settings(hard, max_examples=20)
@given(
    changes=st.lists(st.tuples(st.sampled_from(CHANGES), st.integers(0, 2**32)), min_size=1, max_size=8),
    asked=st.lists(selections(), min_size=2, max_size=3),
)
def test_it_answers_as_sql_does_after_any_changes(articles, changes, asked):
    with transaction.atomic():
        state = State.of(read())
        for change, seed in changes:
            state = state.after(change(random.Random(seed), articles))
            for selection in asked:
                assert_same(Index(state), of_world(selection, articles))
        assert_same(Index(State.of(read())), Selection())
        transaction.set_rollback(True)


def test_a_state_does_not_change_when_another_follows_it(articles):
    before = State.of(read())
    expected = sql.answer(Selection())
    event = make_event(people=["Someone New"], title="tau")
    after = before.after([event.pk])
    assert Index(before).answer(Selection()) == expected
    assert Index(after).answer(Selection()) == sql.answer(Selection())


def test_an_empty_desk_has_answers_too():
    index = Index(State.of(read()))
    for selection in (Selection(), Selection(words="talks -war"), Selection(country=("VN",), first_day=DAYS[0])):
        assert_same(index, selection)


def test_a_first_event_is_found():
    state = State.of(read())
    event = make_event(countries=["VN"], people=["Ana Ruiz"], title="missile test")
    index = Index(state.after([event.pk]))
    assert index.answer(Selection(words='"missile test"', country=("VN",))).ids == (event.pk,)
    assert_same(index, Selection())


def test_small_segments_are_read_together_before_they_become_many(articles):
    state = State.of(read())
    for number in range(40):
        state = state.after([make_event(title=f"talks {number}").pk])
    assert len(state.parts) <= 4
    assert_same(Index(state), Selection(words="talks"))


def test_a_long_facet_is_cut_where_sql_cuts_it():
    for number in range(60):
        make_event(people=[f"Person {number:02}"])
    state = State.of(read())
    newer = [make_event(people=[name]).pk for name in ("Person 59", "Another", "Person 30")]
    for index in (Index(state.after(newer)), Index(State.of(read()))):
        for selection in (Selection(), Selection(person=("another", "person-07"))):
            assert_same(index, selection)


def test_more_names_than_events_are_counted_right_too():
    for nth in range(6):
        make_event(people=[f"Person {nth * 4 + name:02}" for name in range(6)], countries=["VN" if nth % 3 else "US"])
    index = Index(State.of(read()))
    for selection in (Selection(), Selection(country=("VN",)), Selection(country=("US",)), Selection(words="nowhere")):
        assert_same(index, selection)
