"""From a claimed row to stored events: once, in one transaction, keeping what people did. Extraction is a stand-in."""

import datetime
import subprocess
import sys
import threading

import pytest
from celery.exceptions import SoftTimeLimitExceeded
from django.core.files.base import ContentFile
from django.db import DataError, OperationalError, connection, transaction
from django.db.models.functions import Now

from events import corrections, extraction, ingest, leases, uploads, wakeups
from events.extraction.records import ArticleRefused, EventType, Evidence, NamedAlias, Refusal
from events.models import (
    Alias,
    Article,
    Change,
    Correction,
    Country,
    Event,
    Organization,
    Person,
)
from events.models.article import LEASE, MAX_ATTEMPTS, sha256_of
from events.values import current_value
from tests.builders import (
    keep_originals_in,
    make_article,
    make_country,
    make_editor,
    make_extracted,
    make_extraction,
    make_named,
    quote,
)

TALKS = "Talks in Oslo: Norway and Russia met on Tuesday."
STORM = "Storm over Cebu: the Philippines moved 4,000 people."
TEXT = f"{TALKS}\n{STORM}\nComment (0)"


@pytest.fixture
def article(db, tmp_path, settings) -> Article:
    keep_originals_in(tmp_path, settings)
    raw = TEXT.encode()
    row = make_article(text="", sha256=sha256_of(raw), status="queued", title="")
    row.original.save("", ContentFile(raw))
    return row


@pytest.fixture
def reads(monkeypatch):
    """Let extraction say this from now on, or raise it."""

    def say(answer) -> None:
        def extract(raw, **arguments):
            say.arguments = arguments
            if isinstance(answer, BaseException):
                raise answer
            return answer() if callable(answer) else answer

        monkeypatch.setattr(extraction, "extract", extract)

    say(two_events())
    return say


def two_events(**talks):
    return make_extraction(TEXT, make_extracted(TEXT, TALKS, **talks), make_extracted(TEXT, STORM))


def parse(article: Article) -> Article:
    """As a worker does, again if it was parsed before."""
    Article.objects.exclude(status="queued").filter(pk=article.pk).update(status="queued", attempts=0)
    ingest.parse_and_store(article.pk)
    return Article.objects.get(pk=article.pk)


def events_of(article: Article) -> list[Event]:
    return list(Event.objects.filter(article=article).order_by("start", "pk"))


def changes() -> list[tuple[str, int]]:
    return list(Change.objects.order_by("pk").values_list("kind", "event_id"))


# --- What is stored


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


# --- Twice, late, or never


def test_a_second_message_finds_nothing_to_do(article, reads):
    parse(article)
    before = (Event.objects.count(), Change.objects.count())
    ingest.parse_and_store(article.pk)
    assert (Event.objects.count(), Change.objects.count()) == before
    assert Article.objects.get().attempts == 1


def test_an_article_that_is_gone_is_no_error(db):
    ingest.parse_and_store(4711)


def test_a_withdrawn_article_is_not_parsed(article, reads):
    uploads.withdraw(article, make_editor())
    ingest.parse_and_store(article.pk)
    assert Article.objects.get().status == "queued"
    assert not Event.objects.exists()


def test_a_claim_in_other_hands_is_left_alone(article, reads):
    Article.objects.claim(article.pk)
    ingest.parse_and_store(article.pk)
    assert Article.objects.get().attempts == 1
    assert not Event.objects.exists()


def test_a_claim_whose_lease_ran_out_is_taken_over(article, reads):
    Article.objects.claim(article.pk)
    Article.objects.update(lease_until=Now() - datetime.timedelta(seconds=1))
    ingest.parse_and_store(article.pk)
    assert (Article.objects.get().status, Article.objects.get().attempts) == ("parsed", 2)


def test_whoever_lost_the_lease_stores_nothing(article, reads):
    def taken_over_meanwhile():
        Article.objects.update(lease_until=Now() - LEASE)
        assert Article.objects.claim(article.pk)
        return two_events()

    reads(taken_over_meanwhile)
    article = parse(article)
    assert article.status == "parsing"
    assert not Event.objects.exists()


def test_an_article_withdrawn_while_it_is_parsed_stores_nothing(article, reads):
    editor = make_editor()

    def withdrawn_meanwhile():
        uploads.withdraw(article, editor)
        return two_events()

    reads(withdrawn_meanwhile)
    article = parse(article)
    assert (article.status, article.text) == ("queued", "")
    assert not Event.objects.exists()


def test_the_lease_is_renewed_while_a_parse_takes_long(transactional_db, reads, monkeypatch):
    monkeypatch.setattr(leases, "RENEW_EVERY", 0.01)
    article = make_article(status="queued")
    claimed = Article.objects.claim(article.pk)
    Article.objects.update(lease_until=Now())
    renewed = threading.Event()
    renew = type(Article.objects.all()).renew

    def watched(self, *arguments):
        try:
            return renew(self, *arguments)
        finally:
            renewed.set()

    monkeypatch.setattr(type(Article.objects.all()), "renew", watched)
    with leases.renewed(claimed):
        assert renewed.wait(10)
    assert not Article.objects.stuck(queued_for=LEASE).exists()


def test_the_lease_of_a_process_that_died_ends_at_once_and_no_other(db):
    dead = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, text=True, check=True
    ).stdout.strip()
    machine, pid, started = leases.holder().rsplit(" ", 2)
    articles = {
        name: Article.objects.claim(make_article(status="queued").pk, holder=name)
        for name in (
            leases.holder(),
            f"{machine} {dead} {started}",
            f"{machine} {pid} 1.00",  # the same number, given to another process later
            f"elsewhere {dead} {started}",
            "",
        )
    }
    assert leases.release_dead() == 2
    ended = set(Article.objects.filter(lease_until__lte=Now()).values_list("lease_holder", flat=True))
    assert ended == {f"{machine} {dead} {started}", f"{machine} {pid} 1.00"}
    assert len(articles) == 5


# --- What fails


@pytest.mark.parametrize(
    ("problem", "code"),
    [
        (ArticleRefused(Refusal.ENCODING), "encoding"),
        (ArticleRefused(Refusal.NO_TEXT, "detail"), "no-text"),
        (ZeroDivisionError("secret detail"), "unexpected"),
        (RecursionError(), "unexpected"),
        (DataError("value too long"), "unexpected"),
        (SoftTimeLimitExceeded(), "too-slow"),
    ],
)
def test_what_fails_says_why_by_code(article, reads, problem, code):
    reads(problem)
    article = parse(article)
    assert (article.status, article.failure, article.lease_token) == ("failed", code, None)


def test_a_database_that_is_away_leaves_the_row_to_its_lease(article, reads):
    reads(OperationalError("server closed the connection"))
    article = parse(article)
    assert (article.status, article.failure) == ("parsing", "")
    assert article.lease_token is not None


def test_an_article_that_stopped_the_worker_too_often_fails(article, reads):
    Article.objects.update(attempts=MAX_ATTEMPTS)
    ingest.parse_and_store(article.pk)
    assert (Article.objects.get().status, Article.objects.get().failure) == ("failed", "crashed")
    assert not Event.objects.exists()


def test_a_lost_or_damaged_original_fails_with_its_own_code(article, reads):
    with article.original.storage.open(article.original.name, "wb") as original:
        original.write(b"something else")
    assert parse(article).failure == "original-missing"
    article.original.storage.delete(article.original.name)
    assert parse(article).failure == "original-missing"


def test_a_failed_second_parse_keeps_the_events_of_the_first(article, reads):
    parse(article)
    reads(ZeroDivisionError())
    assert parse(article).status == "failed"
    assert len(events_of(article)) == 2


def test_nothing_is_stored_when_storing_fails_half_way(article, reads, monkeypatch):
    monkeypatch.setattr(Change.objects.all().__class__, "record", lambda *_: 1 / 0)
    article = parse(article)
    assert (article.status, article.failure, article.text) == ("failed", "unexpected", "")
    assert not Event.objects.exists()
    assert not article.passages.exists()


# --- Parsing again


def test_parsing_again_changes_nothing_when_nothing_changed(article, reads):
    parse(article)
    ids = [event.pk for event in events_of(article)]
    recorded = changes()
    parse(article)
    assert [event.pk for event in events_of(article)] == ids
    assert changes() == recorded == [("created", pk) for pk in ids]


def test_an_event_keeps_its_id_where_its_passage_overlaps(article, reads):
    parse(article)
    talks, storm = events_of(article)
    shorter = TALKS[: len(TALKS) // 2]
    reads(make_extraction(TEXT, make_extracted(TEXT, shorter), make_extracted(TEXT, STORM)))
    parse(article)
    assert [event.pk for event in events_of(article)] == [talks.pk, storm.pk]
    assert changes()[2:] == [("changed", talks.pk)]


def test_one_passage_that_swallows_two_events_continues_the_larger(article, reads):
    parse(article)
    _, storm = events_of(article)  # the longer one
    reads(make_extraction(TEXT, make_extracted(TEXT, f"{TALKS}\n{STORM}")))
    parse(article)
    assert [event.pk for event in events_of(article)] == [storm.pk]


def test_an_event_nobody_touched_goes_when_it_is_not_found_again(article, reads):
    parse(article)
    talks, storm = events_of(article)
    reads(make_extraction(TEXT, make_extracted(TEXT, STORM)))
    parse(article)
    assert events_of(article) == [storm]
    assert changes()[2:] == [("trashed", talks.pk)]


@pytest.mark.parametrize("touch", ["correct", "undone", "verify", "unverified", "withdraw"])
def test_an_event_a_person_touched_stays_and_is_marked(article, reads, touch):
    parse(article)
    talks, _ = events_of(article)
    editor = make_editor()
    if touch in ("correct", "undone"):
        correction = corrections.correct(talks, "type", "CONSULT", editor)
    if touch == "undone":
        corrections.undo(correction, editor)
    if touch in ("verify", "unverified"):
        corrections.verify(talks, editor)
    if touch == "unverified":
        corrections.unverify(talks, editor)
    if touch == "withdraw":
        corrections.withdraw_event(talks, editor)
    reads(make_extraction(TEXT, make_extracted(TEXT, STORM)))
    parse(article)
    talks.refresh_from_db()
    assert talks.not_found_at is not None
    assert changes()[-1] == ("changed", talks.pk)
    reads(two_events())
    parse(article)
    talks.refresh_from_db()
    assert talks.not_found_at is None
    assert Event.objects.count() == 2


def test_a_correction_outlives_every_parse_and_the_machines_value_follows(article, reads):
    reads(two_events(countries=("NO",), type=EventType.AID))
    parse(article)
    talks, _ = events_of(article)
    editor = make_editor()
    corrections.correct(talks, "countries", ["RU", "NO"], editor)
    kind = corrections.correct(talks, "type", "CONSULT", editor)
    reads(two_events(countries=("SE",), type=EventType.ACCUSE))
    parse(article)
    talks = Event.objects.get(pk=talks.pk)
    assert (talks.type, current_value(talks, "countries")) == ("CONSULT", ["RU", "NO"])
    assert (talks.machine["type"], talks.machine["countries"]) == ("ACCUSE", ["SE"])
    corrections.undo(kind, editor)
    talks.refresh_from_db()
    assert talks.type == "ACCUSE"


def test_a_withdrawn_event_is_not_brought_back_by_a_parse(article, reads):
    parse(article)
    talks, storm = events_of(article)
    corrections.withdraw_event(talks, make_editor())
    parse(article)
    assert list(Event.objects.visible()) == [storm]


def test_another_decoding_keeps_ids_by_the_words(article, reads):
    parse(article)
    ids = [event.pk for event in events_of(article)]
    moved = "A first line that was not read before, long enough to move every passage.\n" + TEXT
    reads(make_extraction(moved, make_extracted(moved, TALKS), make_extracted(moved, STORM)))
    parse(article)
    assert [event.pk for event in events_of(article)] == ids


# --- Side by side


@pytest.mark.django_db(transaction=True)
def test_workers_that_meet_the_same_new_names_do_not_block_each_other(reads, tmp_path, settings):
    keep_originals_in(tmp_path, settings)
    names = tuple(f"Person {n}" for n in range(50))
    orders = [names, names[::-1], names[25:] + names[:25]]
    articles = []
    for number, order in enumerate(orders):
        raw = f"{number} {TEXT}".encode()
        row = make_article(text="", sha256=sha256_of(raw), status="queued")
        row.original.save("", ContentFile(raw))
        articles.append((row, order))
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


@pytest.mark.django_db(transaction=True)
def test_a_correction_made_while_the_article_is_stored_is_not_lost(reads, tmp_path, settings):
    keep_originals_in(tmp_path, settings)
    raw = TEXT.encode()
    article = make_article(text="", sha256=sha256_of(raw), status="queued")
    article.original.save("", ContentFile(raw))
    parse(article)
    talks, _ = events_of(article)
    editor = make_editor()
    reads(two_events(type=EventType.ACCUSE))
    with transaction.atomic():  # the editor is not done when the worker stores
        corrections.correct(talks, "type", "CONSULT", editor)
        worker = threading.Thread(target=lambda: (_parse_elsewhere(article), connection.close()))
        worker.start()
        worker.join(0.5)
        assert worker.is_alive()
    worker.join()
    talks.refresh_from_db()
    assert (talks.type, talks.machine["type"]) == ("CONSULT", "ACCUSE")
    assert Correction.objects.count() == 1


def _parse_elsewhere(article: Article) -> None:
    Article.objects.filter(pk=article.pk).update(status="queued", attempts=0)
    ingest.parse_and_store(article.pk)


# --- Left work


def test_left_work_is_called_for_again_once(db, tmp_path, monkeypatch):
    sent: list[int] = []
    monkeypatch.setattr(wakeups, "send", lambda ids: sent.extend(ids) or True)
    monkeypatch.setattr(wakeups, "_calls_waiting", lambda: 0)
    old = Now() - datetime.timedelta(minutes=1)
    queued = make_article(status="queued")
    crashed = make_article(status="queued")
    Article.objects.claim(crashed.pk)
    Article.objects.filter(pk__in=[queued.pk, crashed.pk]).update(queued_at=old)
    Article.objects.filter(pk=crashed.pk).update(lease_until=old)
    make_article(status="queued")  # a moment ago
    make_article(status="parsed")
    uploads.withdraw(make_article(status="queued", queued_at=old), make_editor())
    assert wakeups.send_for_left_work() == 2
    assert sorted(sent) == [queued.pk, crashed.pk]


def test_nothing_more_is_sent_while_calls_wait_at_the_broker(db, monkeypatch):
    monkeypatch.setattr(wakeups, "_calls_waiting", lambda: wakeups.ENOUGH)
    make_article(status="queued", queued_at=Now() - datetime.timedelta(minutes=1))
    assert wakeups.send_for_left_work() == 0


def test_waiting_calls_are_counted_at_the_broker(db, tmp_path):
    from tests.brokers import filesystem_broker

    with filesystem_broker(tmp_path):
        assert wakeups._calls_waiting() == 0
        assert wakeups.send([1, 2, 3])
        assert wakeups._calls_waiting() == 3
        assert len(list((tmp_path / "messages").iterdir())) == 3


def test_an_organization_in_use_keeps_the_name_an_admin_gave_it(article, reads):
    make_named(Organization, "EU", name_en="European Union")
    Organization.objects.update(name="European Union (EU)")
    reads(two_events(organizations=("EU",)))
    event = events_of(parse(article))[0]
    assert current_value(event, "organizations") == ["European Union (EU)"]
    assert Organization.objects.count() == 1
