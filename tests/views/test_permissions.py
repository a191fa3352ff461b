"""Who may ask for what: every address of the site, with every method, for everyone.

A new address has no line here and fails: say who may ask for it.
"""

import uuid

import pytest
from django.contrib.auth.models import AnonymousUser, Group
from django.urls import URLPattern, get_resolver

from events import accounts
from tests.builders import make_admin, make_article, make_editor, make_event, make_user

pytestmark = pytest.mark.django_db

ANYONE, SIGNED_IN, EDITORS = "anyone", "signed in", "editors"
MAY = {
    ANYONE: {"nobody", "reader", "editor", "admin"},
    SIGNED_IN: {"reader", "editor", "admin"},
    EDITORS: {"editor", "admin"},
}
READ, WRITE, BOTH = {"GET", "HEAD"}, {"POST"}, {"GET", "HEAD", "POST"}
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")

# name of the address -> who, and by which methods
ADDRESSES = {
    "home": (ANYONE, READ),
    "day": (ANYONE, READ),
    "event-list": (ANYONE, READ),
    "short-link-make": (ANYONE, WRITE),
    "short-link": (ANYONE, READ),
    "event-values": (ANYONE, READ),
    "newer-events": (ANYONE, READ),
    "event-list-json": (ANYONE, READ),
    "event": (ANYONE, READ),
    "event-correct": (EDITORS, BOTH),
    "event-undo": (EDITORS, WRITE),
    "event-field": (EDITORS, BOTH),
    "event-withdraw": (EDITORS, WRITE),
    "event-restore": (EDITORS, WRITE),
    "vocabulary-names": (EDITORS, READ),
    "event-verify": (EDITORS, WRITE),
    "event-reject": (EDITORS, WRITE),
    "event-take-back": (EDITORS, WRITE),
    "country": (ANYONE, READ),
    "country-list": (ANYONE, READ),
    "pair": (ANYONE, READ),
    "person": (ANYONE, READ),
    "organization": (ANYONE, READ),
    "agency": (ANYONE, READ),
    "article-list": (SIGNED_IN, READ),
    "article-list-json": (SIGNED_IN, READ),
    "article-upload": (EDITORS, BOTH),
    "article-rehearse": (EDITORS, BOTH),
    "article": (SIGNED_IN, READ),
    "article-original": (SIGNED_IN, READ),
    "article-details": (EDITORS, WRITE),
    "article-keep-both": (EDITORS, WRITE),
    "batch-details": (EDITORS, WRITE),
    "batch-retry": (EDITORS, WRITE),
    "article-trash": (EDITORS, READ),
    "review": (EDITORS, READ),
    "review-accept": (EDITORS, WRITE),
    "review-reject": (EDITORS, WRITE),
    "review-field": (EDITORS, WRITE),
    "review-undo": (EDITORS, WRITE),
    "article-passages": (EDITORS, WRITE),
    "article-passages-undo": (EDITORS, WRITE),
    "article-try-again": (EDITORS, WRITE),
    "article-withdraw": (EDITORS, WRITE),
    "article-restore": (EDITORS, WRITE),
    "correction-alike": (EDITORS, BOTH),
    "corrections-together": (EDITORS, BOTH),
    "lesson-list": (EDITORS, READ),
    "lesson-switch": (EDITORS, WRITE),
    "lesson-undo": (EDITORS, WRITE),
    "reading-list": (EDITORS, BOTH),
    "reading": (EDITORS, READ),
    "reading-accept": (EDITORS, WRITE),
    "reading-discard": (EDITORS, WRITE),
    "quality": (ANYONE, READ),
    "quality-events": (ANYONE, READ),
    "favicon": (ANYONE, READ),
    "theme": (ANYONE, WRITE),
    "health": (ANYONE, READ),
    "login": (ANYONE, BOTH),
    "logout": (ANYONE, WRITE),
    "password_change": (SIGNED_IN, BOTH),
    "password_change_done": (SIGNED_IN, READ),
    "password_reset": (ANYONE, BOTH),
    "password_reset_done": (ANYONE, READ),
    "password_reset_confirm": (ANYONE, BOTH),
    "password_reset_complete": (ANYONE, READ),
    "set-language": (ANYONE, BOTH),
}
# Django's own views that answer other methods too: as POST, or with a redirect before they look at the method.
LENIENT = {"login", "password_change", "password_reset", "password_reset_confirm", "set-language"}


def _patterns() -> dict[str, URLPattern]:
    found, waiting = {}, list(get_resolver().url_patterns)
    while waiting:
        pattern = waiting.pop()
        if isinstance(pattern, URLPattern):
            found[pattern.name] = pattern
        elif pattern.app_name != "admin":  # which asks everybody for its own permissions
            waiting += pattern.url_patterns
    return found


@pytest.fixture
def people():
    reader = make_user()
    accounts.make_groups()
    reader.groups.add(Group.objects.get(name=accounts.READER))
    return {"nobody": AnonymousUser(), "reader": reader, "editor": make_editor(), "admin": make_admin()}


@pytest.fixture
def things():
    """What stands for each part of an address."""
    event = make_event()
    return {
        "pk": make_article().pk,
        "event": event.pk,
        "correction": 1,
        "recut": 1,
        "field": "type",
        "code": "FR",
        "counterpart": "DE",
        "slug": "somebody",
        "day": "2026-11-18",
        "batch": uuid.uuid4(),
        "uidb64": "MQ",
        "token": "x-y",
    }


def _address(name: str, pattern: URLPattern, things: dict) -> str:
    values = {part: things[part] for part in pattern.pattern.converters}
    if "pk" in values and name.startswith(("event", "review")):
        values["pk"] = things["event"]
    resolver = get_resolver()
    return "/" + resolver.reverse(name, **values)


def test_every_address_has_its_line():
    assert set(_patterns()) == set(ADDRESSES)


@pytest.mark.parametrize("name", ADDRESSES)
def test_only_those_who_may_are_answered(name, client, people, things):
    who, methods = ADDRESSES[name]
    address = _address(name, _patterns()[name], things)
    for person, user in people.items():
        for method in METHODS:
            client.logout()
            if user.is_authenticated:
                client.force_login(user)
            answer = client.generic(method, address)
            refused = answer.status_code in (401, 403) or answer.headers.get("Location", "").startswith(
                "/accounts/login/"
            )
            if method not in methods:
                reads_or_refuses = answer.status_code == 405 or refused or name in LENIENT
                assert reads_or_refuses, f"{method} by {person}: {answer.status_code}"
            elif person in MAY[who]:
                assert not refused, f"{method} by {person}: {answer.status_code}"
                assert answer.status_code != 405, f"{method} by {person}"
                assert answer.status_code < 500 or name == "health", f"{method} by {person}: {answer.status_code}"
            else:
                assert refused, f"{method} by {person}: {answer.status_code}"


@pytest.mark.parametrize("name", [name for name, (who, _methods) in ADDRESSES.items() if who == ANYONE])
def test_a_private_site_lets_nobody_read(name, client, settings, things):
    settings.PRIVATE = True
    open_to_all = {"favicon", "theme", "health", "set-language", "login"}
    address = _address(name, _patterns()[name], things)
    answer = client.get(address)
    to_sign_in = answer.status_code == 401 or answer.headers.get("Location", "").startswith("/accounts/login/")
    assert to_sign_in == (name not in open_to_all and not name.startswith("password_reset"))
