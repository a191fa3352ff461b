"""/events.json [contract]: the same view as the page, for programs."""

import datetime

import pytest

from tests.builders import make_article, make_editor, make_event
from tests.facets.test_answer import random_event

pytestmark = pytest.mark.django_db

KEYS = (
    *("id", "url", "title", "text", "start", "end", "section", "region", "date", "date_end", "date_precision"),
    *("type", "quad", "topic", "countries", "actor", "recipient", "organizations", "people", "agencies"),
    *("language", "status", "evidence", "article"),
)
FACETS = ["region", "country", "type", "quad", "topic", "organization", "person", "agency", "language", "status"]


def ask(client, query="", **headers):
    return client.get(f"/events.json?{query}", headers=headers)


def test_an_event_has_the_keys_of_the_contract(client):
    article = make_article(text="Hanoi and Manila agreed.", title="Round-up")
    evidence = {"type": [{"start": 17, "end": 23, "text": "agreed"}], "region": [{"rule": "section-heading"}]}
    event = make_event(
        article=article,
        title="Hanoi and Manila agree",
        text="Hanoi and Manila agreed.",
        start=0,
        end=24,
        section="ASIA",
        region="asia-pacific",
        date=datetime.date(2024, 11, 1),
        type="AGREE",
        topic="11000000",
        countries=["VN", "PH"],
        actor=["VN"],
        recipient=["ASEAN"],
        organizations=["ASEAN"],
        people=["Đỗ Minh"],
        agencies=["Reuters"],
        evidence=evidence,
    )
    (found,) = ask(client).json()["results"]
    assert tuple(found) == KEYS
    assert found == {
        "id": event.pk,
        "url": f"http://testserver/events/{event.pk}/",
        "title": "Hanoi and Manila agree",
        "text": "Hanoi and Manila agreed.",
        "start": 0,
        "end": 24,
        "section": "ASIA",
        "region": "asia-pacific",
        "date": "2024-11-01",
        "date_end": None,
        "date_precision": "day",
        "type": "AGREE",
        "quad": "verbal-cooperation",
        "topic": "11000000",
        "countries": ["VN", "PH"],
        "actor": ["VN"],
        "recipient": ["ASEAN"],
        "organizations": ["ASEAN"],
        "people": ["Đỗ Minh"],
        "agencies": ["Reuters"],
        "language": "en",
        "status": "unreviewed",
        "evidence": evidence,
        "article": {"id": article.pk, "url": f"http://testserver/articles/{article.pk}/", "title": "Round-up"},
    }


def test_the_body_has_the_keys_of_the_contract(client):
    make_event(region="europe", date=datetime.date(2024, 11, 1), countries=["NO"])
    body = ask(client, "region=europe").json()
    assert list(body) == ["total", "results", "facets", "facets_cut", "histogram", "next"]
    assert set(body["facets"]) == set(FACETS)
    assert body["total"] == 1
    assert body["histogram"] == [{"date": "2024-11-01", "count": 1}]
    assert body["next"] is None
    assert body["facets_cut"] == []
    assert body["facets"]["region"] == [{"value": "europe", "label": "Europe", "count": 1, "selected": True}]
    assert body["facets"]["type"] == [{"value": "none", "label": "No act", "count": 1, "selected": False}]


def test_labels_follow_the_accepted_language(client):
    make_event(region="europe", countries=["NO"])
    facets = ask(client, **{"Accept-Language": "vi"}).json()["facets"]
    assert facets["country"][0]["label"] == "Nước NO"
    assert facets["region"][0]["label"] == "Châu Âu"


def test_next_leads_through_every_event_once_under_the_same_filters(client):
    import random

    chance = random.Random(7)
    articles = [make_article()]
    for _ in range(23):
        random_event(chance, articles)
    expected = [event["id"] for event in ask(client, "limit=200&language=en").json()["results"]]
    read, url = [], "/events.json?limit=3&language=en"
    while url:
        body = client.get(url).json()
        assert body["total"] == len(expected)
        read += [event["id"] for event in body["results"]]
        url = body["next"]
    assert read == expected
    assert len(read) > 4


def test_wrong_values_are_a_problem_document(client):
    answer = ask(client, "region=narnia&limit=0")
    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
    body = answer.json()
    assert (body["type"], body["status"]) == ("about:blank", 400)
    assert [(error["param"], error["value"]) for error in body["errors"]] == [("region", "narnia"), ("limit", "0")]
    assert all(error["message"] for error in body["errors"])


def test_ten_thousand_values_are_a_problem_document(client):
    answer = ask(client, "&".join(f"country=X{number}" for number in range(10_000)))
    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"


def test_rejected_events_are_counted_for_editors_only(client):
    make_event(status="rejected")
    make_event(status="verified")
    assert [v["value"] for v in ask(client).json()["facets"]["status"]] == ["verified"]
    client.force_login(make_editor())
    body = ask(client).json()
    assert body["total"] == 1
    assert [v["value"] for v in body["facets"]["status"]] == ["rejected", "verified"]
    assert ask(client, "status=rejected").json()["total"] == 1


def test_unknown_names_are_ignored(client):
    make_event()
    assert ask(client, "colour=red&page=9").json()["total"] == 1


def test_answers_are_only_read(client):
    assert client.post("/events.json").status_code == 405


def test_no_more_queries_for_many_events(client, django_assert_max_num_queries):
    make_event(countries=["NO"], people=["Ana Ruiz"], agencies=["Reuters"], organizations=["EU"], actor=["NO", "EU"])
    with django_assert_max_num_queries(25) as few:
        ask(client)
    for _ in range(20):
        make_event(countries=["NO"], people=["Ana Ruiz"], agencies=["Reuters"], organizations=["EU"], actor=["NO"])
    with django_assert_max_num_queries(len(few.captured_queries)):
        ask(client)
