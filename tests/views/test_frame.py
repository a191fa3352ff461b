"""What stands around every page: sign-in, language, light and dark, errors, a private site."""

import re

import pytest
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from tests.builders import PASSWORD, make_editor, make_event, make_user

pytestmark = pytest.mark.django_db


def test_people_sign_in_and_go_where_they_were_going(client):
    make_user("linh")
    answer = client.post("/accounts/login/", {"username": "linh", "password": PASSWORD, "next": "/articles/"})
    assertRedirects(answer, "/articles/")


def test_a_wrong_password_is_said_and_never_repeated(client):
    make_user("linh")
    answer = client.post("/accounts/login/", {"username": "linh", "password": "wrong-one"})
    assertContains(answer, "Name and password do not match.")
    assertContains(answer, 'value="linh"')
    assertNotContains(answer, "wrong-one")


def test_sign_in_never_leads_off_the_site(client):
    make_user("linh")
    answer = client.post("/accounts/login/", {"username": "linh", "password": PASSWORD, "next": "//example.com"})
    assertRedirects(answer, "/events/")


def test_people_sign_out_by_post_only(client):
    client.force_login(make_user())
    assert client.get("/accounts/logout/").status_code == 405
    assertRedirects(client.post("/accounts/logout/"), "/events/")
    assertContains(client.get("/events/"), "Sign in")


def test_the_language_is_switched_without_javascript(client):
    answer = client.post("/language/", {"language": "vi", "next": "/events/?region=europe"})
    assertRedirects(answer, "/events/?region=europe")
    assertContains(client.get("/events/"), '<html lang="vi"')
    client.post("/language/", {"language": "en"})
    assertContains(client.get("/events/"), '<html lang="en"')


def test_light_and_dark_are_switched_without_javascript(client):
    assertNotContains(client.get("/events/"), "data-theme=")
    assertRedirects(client.post("/theme/", {"theme": "dark", "next": "/accounts/login/"}), "/accounts/login/")
    assertContains(client.get("/events/"), '<html lang="en" data-theme="dark">')
    client.post("/theme/", {"theme": ""})
    assertNotContains(client.get("/events/"), "data-theme=")
    assert client.get("/theme/").status_code == 405
    assertRedirects(client.post("/theme/", {"theme": "pink", "next": "https://example.com"}), "/events/")
    assertNotContains(client.get("/events/"), "data-theme=")


def test_upload_is_offered_to_editors_only(client):
    assertNotContains(client.get("/events/"), 'href="/articles/upload/"')
    client.force_login(make_editor())
    make_event()
    assertContains(client.get("/events/"), 'href="/articles/upload/"')


def test_no_page_needs_what_the_content_policy_forbids(client):
    client.force_login(make_editor())
    event = make_event(countries=["FR", "DE"], people=["Ana Ruiz"])
    for url in (
        "/",
        "/countries/",
        "/countries/FR/",
        "/countries/FR/DE/",
        "/people/ana-ruiz/",
        "/events/",
        event.get_absolute_url(),
        "/articles/",
        "/articles/upload/",
        event.article.get_absolute_url(),
    ):
        answer = client.get(url)
        # What is told of the page itself is not loaded from anywhere: a block of data, its own address.
        page = re.sub(r'<script type="application/ld\+json">.*?</script>', "", answer.content.decode())
        page = page.replace("http://testserver/", "/")
        assert "default-src 'self'" in answer["Content-Security-Policy"]
        assert "unsafe" not in answer["Content-Security-Policy"]
        for forbidden in (" style=", "<style", "onclick", "onload", "hx-on", "javascript:", "http://", "https://"):
            assert forbidden not in page, (url, forbidden)


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize(
    ("status", "ask"),
    [
        (404, lambda client: client.get("/nowhere/")),
        (403, lambda client: client.get("/articles/upload/")),
        (400, lambda client: client.get("/events/?" + "region=x&" * 2000)),
    ],
)
def test_errors_say_what_to_do_in_both_languages(client, status, ask, language):
    client.force_login(make_user())
    client.cookies["django_language"] = language
    answer = ask(client)
    assertContains(answer, f'<html lang="{language}"', status_code=status)
    assertContains(answer, f'<p class="code">{status}</p>', status_code=status)
    assertContains(answer, 'href="/events/"', status_code=status)


@pytest.mark.parametrize(("language", "words"), [("en", "Nothing was changed"), ("vi", "Chưa có gì thay đổi")])
def test_a_form_without_its_token_is_explained(language, words):
    strict = Client(enforce_csrf_checks=True)
    strict.cookies["django_language"] = language
    assertContains(strict.post("/accounts/login/", {"username": "x", "password": "y"}), words, status_code=403)


@pytest.mark.parametrize(("language", "words"), [("en", "This page broke"), ("vi", "Trang này bị lỗi")])
def test_a_fault_of_ours_is_told_without_details(client, monkeypatch, language, words):
    def break_down(*args, **kwargs):
        raise RuntimeError("secret detail")

    monkeypatch.setattr("events.facets.answer", break_down)
    client.raise_request_exception = False
    client.cookies["django_language"] = language
    client.cookies["theme"] = "dark"
    answer = client.get("/events/")
    assertContains(answer, words, status_code=500)
    assertContains(answer, 'data-theme="dark"', status_code=500)
    assertContains(answer, '<a class="wordmark" href="/"', status_code=500)
    assertNotContains(answer, "secret detail", status_code=500)
    assert client.get("/events.json").json()["status"] == 500


def test_programs_get_problems_as_json(client):
    answer = client.get("/nowhere.json")
    assert answer.status_code == 404
    assert answer["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("url", ["/events/", "/", "/events/1/", "/articles/", "/admin/"])
def test_a_private_site_needs_sign_in(client, settings, url):
    settings.PRIVATE = True
    assert client.get(url)["Location"].endswith(f"login/?next={url}")


def test_a_private_site_still_lets_people_in(client, settings):
    settings.PRIVATE = True
    make_user("linh")
    assert client.get("/accounts/login/").status_code == 200
    assert client.post("/language/", {"language": "vi"}).status_code == 302
    assert client.get("/healthz").status_code in (200, 503)
    assert client.get("/events.json").status_code == 401
    client.post("/accounts/login/", {"username": "linh", "password": PASSWORD})
    assert client.get("/events/").status_code == 200


def test_browsers_that_ask_for_an_icon_get_one(client):
    answer = client.get("/favicon.ico")
    assert answer.status_code == 302
    assert answer.url.endswith("img/favicon.svg")
