"""The event for machines that read pages."""

import datetime
import json
import re

import pytest

from events.linked_data import as_script
from tests.builders import make_event

pytestmark = pytest.mark.django_db


def data_of(client, event) -> dict:
    page = client.get(event.get_absolute_url()).content.decode()
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)[1])


def test_a_page_tells_its_event_in_the_words_of_schema_org(client):
    event = make_event(
        title="Talks in Oslo",
        countries=["NO"],
        people=["Ana Ruiz"],
        organizations=["UN"],
        agencies=["Reuters"],
        date=datetime.date(2026, 3, 18),
        date_end=datetime.date(2026, 3, 20),
    )
    data = data_of(client, event)
    assert data["@type"] == "Event"
    assert data["name"] == "Talks in Oslo"
    assert (data["startDate"], data["endDate"]) == ("2026-03-18", "2026-03-20")
    assert [place["identifier"] for place in data["location"]] == ["NO"]
    assert [one["name"] for one in data["about"]] == ["Ana Ruiz", "UN"]
    assert data["subjectOf"]["author"] == [{"@type": "Organization", "name": "Reuters"}]
    assert data["url"].endswith(event.get_absolute_url())


def test_no_more_is_said_of_the_date_than_is_known(client):
    first = datetime.date(2026, 3, 1)
    assert data_of(client, make_event(date=first, date_precision="month"))["startDate"] == "2026-03"
    assert data_of(client, make_event(date=first, date_precision="year"))["startDate"] == "2026"
    assert "startDate" not in data_of(client, make_event(date=None))


def test_words_of_an_article_cannot_end_the_block(client):
    title = "</script><script>alert(1)</script> & <!-- more"
    event = make_event(title=title)
    assert data_of(client, event)["name"] == title
    assert "alert(1)</script>" not in client.get(event.get_absolute_url()).content.decode().replace("&lt;", "")
    assert json.loads(as_script({"a": "<\u2028>"})) == {"a": "<\u2028>"}
