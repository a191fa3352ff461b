"""Numbers, days and addresses that nobody can mean are answered like any other."""

import pytest

from tests.builders import make_article, make_editor, make_event

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


@pytest.mark.parametrize("day", ["0001-01-01", "0001-01-05", "9999-12-31"])
@pytest.mark.parametrize("param", ["from", "to"])
@pytest.mark.parametrize("address", ["/countries/", "/countries/NO/", "/countries/NO/SE/", "/events/"])
def test_the_ends_of_the_calendar_are_days_like_others(client, address, param, day):
    make_event(actor=["NO"], recipient=["SE"], countries=["NO", "SE"])
    assert client.get(address, query_params={param: day}).status_code == 200


@pytest.mark.parametrize("next_page", ["on", "0", "logout", "//evil.example/", "https://evil.example/", ""])
def test_only_an_address_of_ours_is_gone_back_to(client, next_page):
    answer = client.post("/theme/", {"theme": "dark", "next": next_page})
    assert (answer.status_code, answer["Location"]) == (302, "/events/")


@pytest.mark.parametrize("number", ["9" * 5000, "٣"])
def test_undoing_where_nothing_was_done_needs_no_event(client, number):
    client.force_login(make_editor())
    answer = client.post("/review/undo/", query_params={"event": number})
    assert (answer.status_code, answer["Location"]) == (303, "/review/")
