"""Odd and hostile queries through the pages, with either engine: a sensible list or a sentence, and never an error."""

import json

import pytest
from django.db import transaction
from django.utils.html import escape

from events.facets.index import keeping
from events.facets.index.following import Follower, follower
from events.models import Change
from tests.builders import make_event

pytestmark = pytest.mark.django_db(transaction=True)

WORDS = (
    "of the and of", "là và của", "?!… — ,.;", "'\"&|!():*", "*", "-", '-"', '"""""', "a" * 500, "1" * 500,
    " ".join(f"{letter}*" for letter in "abcdefghijklmnopqrstuvwxyz"),
    " ".join(f"-{letter}*" for letter in "abcdefghijklmnopqrstuvwxyz"),
    '"' + "talks in oslo " * 30 + '"', "29-10-2025-11-12", "e\u0301\u0301" * 150, "\u202e\u200b", "🙂", "\ud800",
    "%00%", "'; DROP TABLE events_event; --", "\\' \\x", "١٢ ² ½ ﬁ", "talks" + " -x" * 150, "ภาษา 语言",
)  # fmt: skip
WRONG = (
    {"q": "a\0b"}, {"q": "word " * 5_000}, {"country": "V\0"}, {"person": "\0"}, {"from": "\0"}, {"country": "ZZ"},
    {"from": "2025-02-30"}, {"from": "0000-01-01"}, {"to": "99999-01-01"}, {"from": "2025-05-01", "to": "2025-04-01"},
    {"limit": "-1"}, {"limit": "9" * 30}, {"article": "9" * 30}, {"cursor": "WzEsMl0"}, {"sort": "\0"},
    {"country": ["US"] + [f"{n}" for n in range(900)]}, {"actor": "'\"&|!():*"}, {"status": "'\"&|!():*"},
)  # fmt: skip


@pytest.fixture(params=["sql", "index"])
def desk(request, settings, tmp_path, monkeypatch):
    """Some events, counted by one of the engines."""
    settings.FACETS = request.param
    settings.DATA_DIR = tmp_path
    for name, value in vars(Follower()).items():
        monkeypatch.setattr(follower, name, value)
    with transaction.atomic():
        made = [
            make_event(title=title, countries=["NO"], people=["Ana Ruiz"]) for title in ("Talks in Oslo", "A, b: ½")
        ]
        Change.objects.record("created", [event.pk for event in made])
    if request.param == "index":
        keeping.build()
        assert follower.load()
    yield
    assert (follower.state is not None) == (request.param == "index")


@pytest.mark.parametrize("sort", ["newest", "relevance"])
def test_any_words_give_a_list(client, desk, sort):
    for words in WORDS:
        asked = {"q": words.encode("utf-8", "surrogatepass").decode("utf-8", "replace"), "sort": sort}
        page, answer = client.get("/events/", asked), client.get("/events.json", asked)
        assert (page.status_code, answer.status_code) == (200, 200), words
        assert answer.json()["total"] == len(answer.json()["results"]), words
        assert client.get("/countries/NO/", asked).status_code == 200, words


def test_what_cannot_be_is_answered_with_a_sentence(client, desk):
    for asked in WRONG:
        page, answer = client.get("/events/", asked), client.get("/events.json", asked)
        assert (page.status_code, answer.status_code) == (400, 400), asked
        assert all(error["message"].endswith(".") for error in answer.json()["errors"]), asked
        assert all(escape(error["message"]) in page.text for error in answer.json()["errors"]), asked
        assert client.get("/countries/NO/", asked).status_code == 400, asked


def test_more_values_than_an_address_can_mean_are_answered_too(client, desk):
    asked = {"country": [f"X{n}" for n in range(10_000)]}
    assert client.get("/events/", asked).status_code == 400
    answer = client.get("/events.json", asked)
    assert answer.status_code == 400
    assert json.loads(answer.content)["title"].endswith(".")
