"""What the database itself refuses, and the small promises of each model."""

import datetime

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models.functions import Now
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from events.extraction import records
from events.models import (
    Alias,
    Article,
    Event,
    EventCountry,
    EventPerson,
    Organization,
    Party,
    Passage,
    Person,
    Upload,
    choices,
)
from events.models.named import fold, slug_of
from tests.builders import DAY, make_article, make_country, make_event, make_named

# Latin letters, marks and signs. The two may differ elsewhere, where Python and PostgreSQL know other Unicode versions.
LATIN = st.characters(max_codepoint=0x36F, exclude_characters="\x00")
VIETNAMESE = st.characters(min_codepoint=0x1E00, max_codepoint=0x1EFF)


def refused(write) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        write()


@pytest.mark.parametrize(
    "nonsense",
    [
        {"region": "moon"},
        {"type": "HUG"},
        {"topic": "99999999"},
        {"status": "perhaps"},
        {"language": "xx"},
        {"start": 5, "end": 5},
        {"date": None, "date_precision": "day"},
        {"date": None, "date_end": DAY},
        {"date": DAY, "date_precision": None},
        {"date_end": DAY - datetime.timedelta(days=1)},
    ],
    ids=str,
)
def test_the_database_refuses_a_nonsensical_event(db, nonsense):
    event = make_event()
    refused(lambda: Event.objects.filter(pk=event.pk).update(**nonsense))


@pytest.mark.parametrize("nonsense", [{"status": "lost"}, {"language": "xx"}, {"status": "parsing"}], ids=str)
def test_the_database_refuses_a_nonsensical_article(db, nonsense):
    article = make_article()
    refused(lambda: Article.objects.filter(pk=article.pk).update(**nonsense))


def test_the_same_bytes_are_kept_once_but_may_lie_in_the_trash(db):
    article = make_article()
    refused(lambda: make_article(sha256=article.sha256))
    Article.objects.update(trashed_at=Now())
    make_article(sha256=article.sha256)


def test_set_aside_passages_have_a_reason_and_others_none(db):
    article = make_article()
    refused(lambda: Passage.objects.create(article=article, start=0, end=1, kind="set_aside"))
    refused(lambda: Passage.objects.create(article=article, start=0, end=1, kind="event", reason="caption"))
    refused(lambda: Passage.objects.create(article=article, start=0, end=1, kind="set_aside", reason="dull"))


def test_names_are_linked_once(db):
    event = make_event(countries=["NO"], people=["A"])
    refused(lambda: EventCountry.objects.create(event=event, country=make_country("NO"), position=1))
    refused(lambda: EventPerson.objects.create(event=event, person=Person.objects.get(), position=1))


def test_a_party_is_a_country_or_an_organization(db):
    event = make_event(actor=["NO"])
    organization = make_named(Organization, "EU")
    refused(lambda: Party.objects.create(event=event, role="actor", position=1))
    refused(
        lambda: Party.objects.create(
            event=event, role="actor", position=1, country=make_country("RU"), organization=organization
        )
    )
    refused(lambda: Party.objects.create(event=event, role="actor", position=1, country=make_country("NO")))
    refused(lambda: Party.objects.create(event=event, role="witness", position=1, country=make_country("NO")))


def test_an_alias_means_one_thing(db):
    country, organization = make_country("NO"), make_named(Organization, "EU")
    alias = Alias.objects.create(text="Nauy", country=country)
    assert (alias.kind, alias.value, alias.folded) == ("country", "NO", "nauy")
    refused(lambda: Alias.objects.create(text="Nauy", country=country))
    refused(lambda: Alias.objects.create(text="x"))
    refused(lambda: Alias.objects.create(text="x", country=country, organization=organization))


def test_an_upload_has_an_article_unless_it_was_refused(db):
    fields = {"batch": "0" * 32, "name": "a", "size": 1}
    refused(lambda: Upload.objects.create(outcome="accepted", **fields))
    refused(lambda: Upload.objects.create(outcome="refused", article=make_article(), **fields))


def test_an_event_can_be_searched_by_the_folded_words_of_headline_and_text(db):
    make_event(title="Đối thoại Triều Tiên", text="Ngày 29-10, tại Hà Nội.")
    for word in ("doi", "trieu", "tien", "29", "10", "noi"):
        assert Event.objects.filter(search=word).exists()
    assert not Event.objects.filter(search="oslo").exists()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(" ".join(f"w{n:06d}" for n in range(131_072)), id="1 MB of distinct words"),
        pytest.param("x" * 1_048_576, id="1 MB in one word"),
        pytest.param(" ".join(chr(c) * 3 for c in range(0xFB50, 0xFDFF)) * 200, id="letters that unfold to many"),
        pytest.param(
            "\N{ARABIC LIGATURE SALLALLAHOU ALAYHE WASALLAM}" * 1000
            + "".join(f" {n}\N{ARABIC LIGATURE SALLALLAHOU ALAYHE WASALLAM}" for n in range(20_000)),
            id="distinct words that unfold to many letters",
        ),
    ],
)
def test_no_text_is_too_odd_to_be_stored_and_indexed(db, text):
    event = make_event(text=text)
    assert len(Event.objects.get(pk=event.pk).text) == len(text)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(LATIN | VIETNAMESE, max_size=30))
@example("Đặng Ðức ð")
@example("ﬁne Ｗｉｄｅ")
@example("İstanbul ΑΣ ǅ")
def test_python_and_the_database_fold_alike(db, text):
    with connection.cursor() as cursor:
        cursor.execute("SELECT newsdesk_fold(%s)", [text])
        assert cursor.fetchone()[0] == fold(text)


def test_slugs_are_folded_words_of_limited_length():
    assert slug_of("Volodymyr Zelenskyy") == "volodymyr-zelenskyy"
    assert slug_of("Đặng Hoàng-Giang") == "dang-hoang-giang"
    assert slug_of("習近平") == "習近平"
    assert slug_of("***") == "unnamed"
    assert len(slug_of("x y " * 100)) <= 80


@pytest.mark.parametrize(
    ("stored", "read"),
    [
        (choices.Region, records.Region),
        (choices.EventType, records.EventType),
        (choices.Quad, records.Quad),
        (choices.Topic, records.Topic),
        (choices.PassageKind, records.PassageKind),
        (choices.SetAsideReason, records.Reason),
    ],
)
def test_what_extraction_may_say_is_what_can_be_stored(stored, read):
    assert set(stored.values) == {str(value) for value in read}
