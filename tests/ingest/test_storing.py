"""What is stored of an extraction: text, passages, events, every value with its evidence, names as rows."""

import datetime
import threading

import pytest
from django.db import connection

from events import corrections, extraction, ingest
from events.extraction.records import EventType, Evidence, NamedAlias
from events.models import Alias, Article, Change, Country, Event, Organization, Person
from events.values import current_value
from tests.builders import (
    keep_originals_in,
    make_country,
    make_editor,
    make_extracted,
    make_extraction,
    make_named,
    make_queued,
    quote,
)
from tests.ingest.articles import STORM, TALKS, TEXT, events_of, parse, two_events


def test_a_parsed_article_has_its_text_passages_and_events(article, reads):
    reads(make_extraction(TEXT, make_extracted(TEXT, TALKS), title="World news", language="en", layout="starred"))
    article = parse(article)
    assert (article.status, article.failure, article.lease_token, article.attempts) == ("parsed", "", None, 1)
    assert (article.text, article.title, article.layout) == (TEXT, "World news", "starred")
    assert article.extractor_version == extraction.VERSION
    assert article.parsed_at is not None
    event = Event.objects.get()
    assert (event.title, event.text, event.start, event.end) == ("Talks in Oslo", TALKS, 0, len(TALKS))
    assert event.language == "en"
    kinds = list(article.passages.values_list("kind", "reason"))
    assert kinds == [("event", None), ("set_aside", "other")]


def test_every_value_is_stored_in_its_order(article, reads):
    reads(
        two_events(
            date=datetime.date(2026, 11, 17),
            date_end=datetime.date(2026, 11, 18),
            type=EventType.CONSULT,
            topic="11000000",
            countries=("RU", "NO"),
            organizations=("EU", "UN"),
            people=("Sergey Lavrov",),
            agencies=("Reuters", "TASS"),
            actor=("RU", "EU"),
            recipient=("NO",),
        )
    )
    event = events_of(parse(article))[0]
    assert (event.date, event.date_end, event.date_precision) == (
        datetime.date(2026, 11, 17),
        datetime.date(2026, 11, 18),
        "day",
    )
    assert (event.type, event.topic) == ("CONSULT", "11000000")
    assert Event.objects.get(pk=event.pk).quad == "verbal-cooperation"
    assert {name: current_value(event, name) for name in ("countries", "organizations", "people", "agencies")} == {
        "countries": ["RU", "NO"],
        "organizations": ["EU", "UN"],
        "people": ["Sergey Lavrov"],
        "agencies": ["Reuters", "TASS"],
    }
    assert current_value(event, "actor") == ["RU", "EU"]
    assert current_value(event, "recipient") == ["NO"]
    assert event.machine["countries"] == ["RU", "NO"]
    assert event.machine["date"] == "2026-11-17"


def test_evidence_is_the_words_or_the_rule(article, reads):
    evidence = (
        quote(TEXT, "Norway", field="countries", value="NO"),
        Evidence(field="region", value=None, rule="section-heading"),
    )
    reads(two_events(evidence=evidence))
    assert events_of(parse(article))[0].evidence == {
        "countries": [{"start": 15, "end": 21, "text": "Norway", "value": "NO"}],
        "region": [{"rule": "section-heading"}],
    }


def test_extraction_is_told_the_day_the_editors_date_and_the_aliases(article, reads):
    norway = make_country("NO")
    Alias.objects.create(text="Oslo's government", country=norway)
    Alias.objects.create(text="not in use", country=norway, enabled=False)
    day = datetime.date(2026, 11, 1)
    Article.objects.filter(pk=article.pk).update(reference_date_given=day)
    article = parse(article)
    told = reads.arguments
    assert told["reference_date"] == day
    assert told["uploaded_on"] == article.uploaded_at.date()
    assert told["vocabulary"].aliases == (NamedAlias("country", "Oslo's government", "NO"),)


def test_an_alias_added_later_counts_at_the_next_parse(article, reads):
    parse(article)
    assert reads.arguments["vocabulary"].aliases == ()
    Alias.objects.create(text="Oslo's government", country=make_country("NO"))
    parse(article)
    assert len(reads.arguments["vocabulary"].aliases) == 1


def test_names_too_long_for_their_columns_are_cut(article, reads):
    reads(
        make_extraction(
            TEXT,
            make_extracted(TEXT, TALKS, people=("x" * 500,), title="y" * 5000),
            title="z" * 1000,
            publisher="p" * 1000,
        )
    )
    article = parse(article)
    assert (len(article.title), len(article.publisher)) == (500, 200)
    assert len(Person.objects.get().name) == 200
    assert len(Event.objects.get().title) == 5000


def test_nul_never_reaches_the_database(article, reads):
    reads(
        make_extraction(
            TEXT,
            make_extracted(
                TEXT,
                TALKS,
                title="a\x00b",
                text="c\x00d",
                section="e\x00",
                people=("f\x00",),
                evidence=(Evidence("title", "g\x00", rule="words"),),
            ),
            title="h\x00",
        )
    )
    article = parse(article)
    assert article.status == "parsed"
    assert Event.objects.get().title == "a\ufffdb"


def test_a_telephone_book_is_cut_to_a_readable_list(article, reads):
    reads(two_events(people=tuple(f"Person {n}" for n in range(40_000))))
    assert parse(article).status == "parsed"
    assert Person.objects.count() == 500


def test_thousands_of_events_are_stored(article, reads):
    passages = [f"Event {n}: it happened in Oslo." for n in range(3000)]
    text = "\n".join(passages)
    reads(
        make_extraction(
            text,
            *(
                make_extracted(text, passage, countries=("NO",), people=(f"P {n}",))
                for n, passage in enumerate(passages)
            ),
        )
    )
    assert parse(article).status == "parsed"
    assert Event.objects.count() == 3000
    ids = {event.pk for event in events_of(article)}
    parse(article)
    assert {event.pk for event in events_of(article)} == ids
    assert Change.objects.count() == 3000


def test_one_person_in_two_spellings_of_the_slug_is_one_row(article, reads):
    reads(
        make_extraction(
            TEXT, make_extracted(TEXT, TALKS, people=("Zoë Åberg",)), make_extracted(TEXT, STORM, people=("Zoe Aberg",))
        )
    )
    parse(article)
    assert Person.objects.count() == 1


def test_two_capital_letters_that_are_no_country_are_an_organization(article, reads):
    reads(two_events(actor=("EU",), recipient=("UN", "US")))
    event = events_of(parse(article))[0]
    assert set(Organization.objects.values_list("name", flat=True)) == {"EU", "UN"}
    assert current_value(event, "recipient") == ["UN", "US"]
    assert Country.objects.get().code == "US"


def test_an_organization_named_like_a_country_code_is_not_that_country(article, reads):
    reads(two_events(organizations=("AU",), countries=("MG",), actor=("AU",), recipient=("MG",)))
    event = events_of(parse(article))[0]
    actor = event.parties.get(role="actor")
    assert (actor.country_id, actor.organization.name) == (None, "AU")
    assert current_value(event, "actor") == ["au"]
    corrections.correct(event, "actor", ["au", "AU"], make_editor())
    meant = [
        (party.country_id, party.organization and party.organization.slug)
        for party in event.parties.filter(role="actor")
    ]
    assert meant == [(None, "au"), ("AU", None)]


def test_an_organization_in_use_keeps_the_name_an_admin_gave_it(article, reads):
    make_named(Organization, "EU", name_en="European Union")
    Organization.objects.update(name="European Union (EU)")
    reads(two_events(organizations=("EU",)))
    event = events_of(parse(article))[0]
    assert current_value(event, "organizations") == ["European Union (EU)"]
    assert Organization.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_workers_that_meet_the_same_new_names_do_not_block_each_other(reads, tmp_path, settings):
    keep_originals_in(tmp_path, settings)
    names = tuple(f"Person {n}" for n in range(50))
    orders = [names, names[::-1], names[25:] + names[:25]]
    articles = [(make_queued(f"{number} {TEXT}"), order) for number, order in enumerate(orders)]
    waiting = iter(articles)
    start, lock = threading.Barrier(len(orders)), threading.Lock()

    def read():
        with lock:
            _, order = next(waiting)
        start.wait()
        return two_events(people=order, organizations=order[::-1], countries=("NO", "RU"))

    reads(read)

    def work(article):
        ingest.parse_and_store(article.pk)
        connection.close()

    threads = [threading.Thread(target=work, args=(row,)) for row, _ in articles]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(Article.objects.values_list("status", flat=True)) == {"parsed"}
    assert (Person.objects.count(), Organization.objects.count(), Event.objects.count()) == (50, 50, 6)
