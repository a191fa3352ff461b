"""Every figure of an answer against the plain rules, on random events and random questions."""

import datetime
import random
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from events.extraction.records import QUAD_OF
from events.facets import Position, Selection, answer, neighbours
from events.models import Event
from events.models.choices import EventStatus, EventType, Language, Region, Topic
from events.models.named import slug_of
from tests.builders import make_article, make_event
from tests.facets.reference import Known, facet_counts, histogram, matches, newest_first

pytestmark = pytest.mark.django_db

COUNTRIES = ("VN", "US", "RU", "CN", "KP")
ORGANIZATIONS = ("EU", "ASEAN", "NATO")
PEOPLE = ("Ana Ruiz", "Đỗ Minh", "Jean Lévy")
AGENCIES = ("Reuters", "TASS", "TTXVN")
WORDS = ("talks", "Tàu", "missile", "treaty", "đường")
DAYS = [datetime.date(2024, 11, day) for day in range(1, 8)]


def some(chance: random.Random, values, most: int = 3) -> list:
    return chance.sample(values, chance.randint(0, min(most, len(values))))


def random_event(chance: random.Random, articles) -> Known:
    article = chance.choice(articles)
    date = chance.choice([None, *DAYS])
    fields = {
        "region": chance.choice(Region.values),
        "type": chance.choice([None, *EventType.values]),
        "topic": chance.choice([None, *Topic.values[:4]]),
        "status": chance.choice(EventStatus.values),
        "language": chance.choice(Language.values),
    }
    links = {
        "countries": some(chance, COUNTRIES),
        "organizations": some(chance, ORGANIZATIONS),
        "people": some(chance, PEOPLE),
        "agencies": some(chance, AGENCIES),
        "actor": some(chance, [*COUNTRIES, *ORGANIZATIONS], 2),
        "recipient": some(chance, [*COUNTRIES, *ORGANIZATIONS], 2),
    }
    date_end = date + datetime.timedelta(days=chance.randint(0, 4)) if date and chance.random() < 0.3 else None
    title, text = chance.choice(WORDS), " ".join(some(chance, WORDS)) or "nothing"
    event = make_event(article=article, date=date, date_end=date_end, title=title, text=text, **fields, **links)
    kept = {name: frozenset([value] if value else ()) for name, value in fields.items()}
    as_parties = {
        role: frozenset(v if v in COUNTRIES else slug_of(v) for v in links[role]) for role in ("actor", "recipient")
    }
    values = {
        **kept,
        "type": frozenset([fields["type"] or "none"]),
        "quad": frozenset([str(QUAD_OF[fields["type"]])] if fields["type"] else ()),
        "country": frozenset(links["countries"]),
        "organization": frozenset(map(slug_of, links["organizations"])),
        "person": frozenset(map(slug_of, links["people"])),
        "agency": frozenset(map(slug_of, links["agencies"])),
        "article": frozenset([str(article.pk)]),
        **as_parties,
    }
    return Known(event.pk, values, date, date_end, f"{title} {text}")


@pytest.fixture
def world() -> list[Known]:
    chance = random.Random(20241101)
    articles = [make_article() for _ in range(3)]
    return [random_event(chance, articles) for _ in range(70)]


def choice_of(values, most=2):
    return st.lists(st.sampled_from(values), max_size=most, unique=True).map(lambda chosen: tuple(sorted(chosen)))


def selections():
    slugs = lambda names: [slug_of(name) for name in names]  # noqa: E731
    return st.builds(
        Selection,
        region=choice_of(Region.values, 3),
        country=choice_of(COUNTRIES),
        type=choice_of([*EventType.values, "none"], 4),
        quad=choice_of(["verbal-conflict", "material-cooperation"]),
        topic=choice_of(Topic.values[:5]),
        organization=choice_of(slugs(ORGANIZATIONS)),
        person=choice_of(slugs(PEOPLE)),
        agency=choice_of(slugs(AGENCIES)),
        language=choice_of(Language.values),
        status=choice_of(EventStatus.values),
        actor=choice_of([*COUNTRIES, *slugs(ORGANIZATIONS)], 3),
        recipient=choice_of([*COUNTRIES, *slugs(ORGANIZATIONS)], 3),
        first_day=st.none() | st.sampled_from(DAYS),
        last_day=st.none() | st.sampled_from(DAYS),
        words=st.sampled_from(["", "", "tau", "TALKS", "duong treaty"]),
        sees_rejected=st.booleans(),
    )


# Most questions choose a few things only, so that something is found.
def few_choices():
    return st.tuples(selections(), st.sets(st.sampled_from(sorted(Selection.__dataclass_fields__)), max_size=4)).map(
        lambda pair: Selection(**{name: getattr(pair[0], name) for name in pair[1] - {"limit", "sort", "cursor"}})
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True)
@given(selection=few_choices())
def test_every_figure_follows_the_rules(world, selection):
    found = answer(selection)
    expected = [event for event in world if matches(event, selection)]
    assert list(found.ids) == newest_first(expected)[:50]
    assert found.total == len(expected)
    assert list(found.histogram) == histogram(world, selection)
    for param, counts in facet_counts(world, selection).items():
        assert [(c.value, c.count, c.selected) for c in found.facets[param]] == counts, param
    assert found.facets_cut == ()


@pytest.mark.parametrize("limit", [1, 7, 50])
def test_paging_reads_every_event_once(world, limit):
    visible = [event for event in world if matches(event, Selection())]
    assert pages(Selection(limit=limit)) == newest_first(visible)


def test_paging_by_relevance_reads_every_event_once(world):
    selection = Selection(words="talks", sort="relevance", limit=4)
    visible = {event.id for event in world if matches(event, selection)}
    read = pages(selection)
    assert len(visible) > 8
    assert len(read) == len(visible)
    assert set(read) == visible


@pytest.mark.parametrize(
    "selection", [Selection(), Selection(words="talks", sort="relevance"), Selection(country=("VN",))]
)
def test_the_neighbours_of_an_event_are_those_of_the_whole_list(world, selection):
    order = pages(replace(selection, limit=7))
    found = [neighbours(selection, pk) for pk in order]
    assert [each.before and each.before.id for each in found] == [None, *order[:-1]]
    assert [each.after and each.after.id for each in found] == [*order[1:], None]
    assert [each.nth for each in found] == list(range(1, len(order) + 1))
    assert {each.total for each in found} == {len(order)}
    assert answer(replace(selection, cursor=found[5].before, limit=1)).ids == (order[5],)
    others = {event.id for event in world} - set(order)
    assert others
    assert {neighbours(selection, pk) for pk in others} == {None}


def pages(selection: Selection) -> list[int]:
    ids, place, total = [], None, None
    for _ in range(500):
        found = answer(Selection(**{**vars(selection), "cursor": place}))
        assert total in (None, found.total)
        total, place = found.total, found.next
        ids += found.ids
        if place is None:
            return ids
    raise AssertionError("paging does not end")


def test_events_that_arrive_while_one_pages_neither_repeat_nor_hide_any():
    old = [make_event(date=DAYS[0]).pk for _ in range(4)]
    first = answer(Selection(limit=2))
    make_event(date=DAYS[6])
    second = answer(Selection(limit=2, cursor=first.next))
    assert sorted([*first.ids, *second.ids]) == old


def test_undated_events_come_last_and_only_without_dates():
    undated = make_event(date=None).pk
    dated = make_event(date=DAYS[0]).pk
    assert answer(Selection()).ids == (dated, undated)
    assert answer(Selection(first_day=datetime.date.min)).ids == (dated,)
    assert answer(Selection(cursor=Position(None, undated))).ids == ()


def test_the_best_match_comes_first():
    passing = make_event(date=DAYS[5], title="Prices", text="Prices rose. " * 30 + "A ferry sailed.").pk
    about = make_event(date=DAYS[0], title="Ferry sinks", text="The ferry sank; another ferry came.").pk
    assert answer(Selection(words="ferry", sort="relevance")).ids == (about, passing)
    assert answer(Selection(words="ferry")).ids == (passing, about)


def test_of_events_that_match_as_well_the_newest_comes_first():
    old = make_event(date=DAYS[0], title="Ferry: ferry, ferry", text="Ferry.").pk
    new = make_event(date=DAYS[5], title="A ferry", text="A storm.").pk
    both = make_event(date=DAYS[0], title="Storm sinks a ferry", text="None was hurt.").pk
    assert answer(Selection(words="ferry", sort="relevance")).ids == (new, both, old)
    assert answer(Selection(words="ferry storm", sort="relevance")).ids == (both, new)
    assert answer(Selection(words='"a ferry"', sort="relevance")).ids == (new, both)


def test_what_is_only_linked_to_a_name_comes_behind_what_has_its_words():
    linked = make_event(date=DAYS[5], title="Floods", text="Yangon is under water.", countries=["MM"]).pk
    passing = make_event(date=DAYS[3], title="Books", text="One is of Burma.", countries=[]).pk
    about = make_event(date=DAYS[0], title="Burma votes", text="Polls closed.", countries=["MM"]).pk
    asked = Selection(words="burma", names=(("burma", "country", "MM"),), sort="relevance")
    assert answer(asked).ids == (about, passing, linked)


def test_a_long_text_of_words_is_ranked_by_the_first_of_them():
    words = " ".join(f"word{number}" for number in range(60))
    made = make_event(title=words, text="").pk
    assert answer(Selection(words=words, sort="relevance")).ids == (made,)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("trieu tien", True),
        ("TRIỀU TIÊN", True),
        ('"missile test"', True),
        ('"test missile"', False),
        ("test missile", True),
        ("missile -korea", True),
        ("missile -seoul", False),
        ("-seoul", False),
        ("-paris", True),
        ("29/10", True),
        ("29-10", True),
        ("10-29", False),
        ("duong", True),
        ("Đường", True),
        ('"missile test', True),
        ("missile & (test | 'x')", False),
        ("missile & test", True),
        ("!!! … —", False),
        ('""', False),
        ("missil", False),
    ],
)
def test_words_are_found_as_people_type_them(words, found):
    event = make_event(title="Triều Tiên: missile test", text="Seoul, ngày 29-10, trên đường.")
    assert answer(Selection(words=words)).ids == ((event.pk,) if found else ())


def test_what_is_withdrawn_is_nowhere():
    make_event(trashed_at="2024-11-01T00:00Z")
    make_event(article=make_article(trashed_at="2024-11-01T00:00Z"))
    for selection in (Selection(), Selection(status=("unreviewed",), sees_rejected=True)):
        found = answer(selection)
        assert (found.total, found.facets["region"]) == (0, ())


def test_a_long_facet_is_cut_but_keeps_what_is_chosen():
    for number in range(60):
        make_event(people=[f"Person {number:02}"])
    make_event(people=["Person 03"])
    found = answer(Selection(person=("person-59",)))
    people = found.facets["person"]
    assert found.facets_cut == ("person",)
    assert [people[0].value, people[0].count] == ["person-03", 2]
    assert [c.value for c in people[:50]] == ["person-03", *(f"person-{n:02}" for n in range(50) if n != 3)]
    assert [c.value for c in people if c.selected] == ["person-59"]
    assert len(people) == 51


def test_exactly_fifty_values_are_not_cut():
    for number in range(50):
        make_event(people=[f"Person {number:02}"])
    assert answer(Selection()).facets_cut == ()


def test_an_answer_is_one_query(django_assert_num_queries):
    make_event(countries=["VN"], people=["Ana Ruiz"])
    with django_assert_num_queries(1):
        answer(Selection(country=("VN",), words="talks", sort="relevance"))


def test_a_chosen_value_without_events_is_listed_with_zero():
    make_event(region="europe")
    make_event(region="americas", countries=["US"])
    found = answer(Selection(region=("europe",), country=("US",)))
    assert [(c.value, c.count, c.selected) for c in found.facets["region"]] == [
        ("americas", 1, False),
        ("europe", 0, True),
    ]
    assert [(c.value, c.count, c.selected) for c in found.facets["country"]] == [("US", 0, True)]
    assert found.total == 0
    assert Event.objects.count() == 2
