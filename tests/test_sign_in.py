"""Signing in: who guesses is locked out, who forgot gets a link by mail."""

import datetime
import re

import pytest
from axes.models import AccessAttempt
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from events import sign_in
from tests.builders import PASSWORD, make_user

pytestmark = pytest.mark.django_db

WRONG = "wrong"


def _try(client, username: str, password: str = WRONG, **more):
    return client.post(reverse("login"), {"username": username, "password": password}, **more)


def test_the_right_password_signs_in(client):
    make_user("ngoc")
    assert _try(client, "ngoc", PASSWORD).status_code == 302


def test_five_wrong_passwords_lock_a_name_at_an_address_with_a_sentence(client):
    make_user("ngoc")
    for _attempt in range(4):
        assert _try(client, "ngoc").status_code == 200
    answer = _try(client, "ngoc")
    assert answer.status_code == 429
    assert answer["Retry-After"] == "900"
    assert "Wait 15 minutes" in answer.content.decode()
    assert _try(client, "ngoc", PASSWORD).status_code == 429


def test_a_colleague_elsewhere_is_not_locked_out(client):
    make_user("ngoc")
    for _attempt in range(6):
        _try(client, "ngoc")
    assert _try(client, "ngoc", PASSWORD, REMOTE_ADDR="192.0.2.7").status_code == 302


def test_the_lock_opens_after_the_cool_off_time(client):
    make_user("ngoc")
    for _attempt in range(6):
        _try(client, "ngoc")
    AccessAttempt.objects.update(attempt_time=timezone.now() - datetime.timedelta(minutes=16))
    assert _try(client, "ngoc", PASSWORD).status_code == 302


def test_a_right_password_forgets_the_wrong_ones(client):
    make_user("ngoc")
    for _round in range(3):
        for _attempt in range(4):
            _try(client, "ngoc")
        assert _try(client, "ngoc", PASSWORD).status_code == 302
        client.post(reverse("logout"))


def test_an_address_that_tries_many_names_is_locked_out(client, monkeypatch):
    monkeypatch.setattr(sign_in, "FAILURES_OF_AN_ADDRESS", 6)
    make_user("ngoc")
    for number in range(6):
        _try(client, f"name-{number}")
    assert _try(client, "ngoc", PASSWORD).status_code == 429


def test_the_admin_sign_in_obeys_the_same_lock(client):
    make_user("ngoc", is_staff=True)
    form = {"username": "ngoc", "password": "wrong"}
    answers = [client.post(reverse("admin:login"), form).status_code for _attempt in range(5)]
    assert answers[-1] == 429


def test_passwords_are_not_kept_with_the_attempts(client):
    _try(client, "ngoc", "my secret of old")
    assert "my secret of old" not in str(AccessAttempt.objects.values().get())


@pytest.mark.parametrize(
    ("trusted", "expected"), [(True, "198.51.100.4"), (False, "127.0.0.1")], ids=["trusted", "not trusted"]
)
def test_the_address_behind_a_proxy_is_the_one_it_saw(rf, settings, trusted, expected):
    settings.TRUST_PROXY_HEADERS = trusted
    request = rf.get("/", headers={"X-Forwarded-For": "203.0.113.9, 198.51.100.4"})
    assert sign_in.client_address(request) == expected


def test_a_link_by_mail_sets_a_new_password(client):
    make_user("ngoc", email="ngoc@example.org")
    assert client.post(reverse("password_reset"), {"email": "ngoc@example.org"}).status_code == 302
    (letter,) = mail.outbox
    assert letter.subject == "Newsdesk: set a new password"
    link = re.search(r"https?://[^/]+(/\S+)", letter.body)[1]
    form = client.get(link, follow=True)
    answer = client.post(
        form.request["PATH_INFO"], {"new_password1": "rice paddies at dawn", "new_password2": "rice paddies at dawn"}
    )
    assert answer.status_code == 302
    assert _try(client, "ngoc", "rice paddies at dawn").status_code == 302
    assert "used before" in client.get(link, follow=True).content.decode()


def test_an_unknown_address_gets_no_mail_and_the_same_answer(client):
    answer = client.post(reverse("password_reset"), {"email": "nobody@example.org"})
    assert answer.url == reverse("password_reset_done")
    assert mail.outbox == []


def test_a_poor_new_password_is_said_beside_the_field(client):
    user = make_user("ngoc")
    client.force_login(user)
    answer = client.post(
        reverse("password_change"), {"old_password": PASSWORD, "new_password1": "1234", "new_password2": "1234"}
    )
    page = answer.content.decode()
    assert 'aria-invalid="true"' in page
    assert "too short" in page


def test_who_forgot_finds_the_way_also_on_a_private_site(client, settings):
    settings.PRIVATE = True
    assert client.get(reverse("password_reset")).status_code == 200
