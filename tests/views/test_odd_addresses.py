"""Numbers in addresses that are none, or that nothing could hold, are an answer like any other."""

import pytest

from tests.builders import make_article, make_editor

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("number", ["9" * 5000, "9" * 19, "٣", "²", "-1", "1e3", "", " "])
@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/articles/{article}/?passage={number}", {200}),
        ("/review/?event={number}", {200}),
        ("/events/newer/?than={number}", {404}),
        ("/events.json?article={number}", {200, 400}),  # an empty value asks for nothing
        ("/events.json?limit={number}", {200, 400}),
    ],
)
def test_a_number_nobody_can_mean_breaks_no_page(client, address, status, number):
    client.force_login(make_editor())
    path, _, query = address.format(article=make_article().pk, number=number).partition("?")
    assert client.get(path, query_params=dict([query.split("=", 1)])).status_code in status


@pytest.mark.parametrize("number", ["9" * 5000, "٣"])
def test_undoing_where_nothing_was_done_needs_no_event(client, number):
    client.force_login(make_editor())
    answer = client.post("/review/undo/", query_params={"event": number})
    assert (answer.status_code, answer["Location"]) == (303, "/review/")
