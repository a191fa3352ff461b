"""The environment is read strictly: a clear sentence instead of a guess."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from newsdesk import env
from newsdesk.storage import storage_settings


@pytest.mark.parametrize(
    ("value", "meant"), [("1", True), ("yes", True), ("OFF", False), ("0", False), (" true ", True)]
)
def test_a_clear_yes_or_no_is_understood(monkeypatch, value, meant):
    monkeypatch.setenv("SWITCH", value)
    assert env.read_bool("SWITCH", default=not meant) is meant


@pytest.mark.parametrize("value", ["maybe", "2", "nein", "true false"])
def test_anything_else_is_refused_by_name(monkeypatch, value):
    monkeypatch.setenv("SWITCH", value)
    with pytest.raises(ImproperlyConfigured, match="SWITCH"):
        env.read_bool("SWITCH", default=False)


@pytest.mark.parametrize("value", ["", "   "])
def test_an_empty_variable_counts_as_absent(monkeypatch, value):
    monkeypatch.setenv("SWITCH", value)
    assert env.read_bool("SWITCH", default=True) is True
    assert env.read_int("SWITCH", default=7, minimum=1, maximum=9) == 7
    assert env.read_list("SWITCH", default=["a"]) == ["a"]


@pytest.mark.parametrize("value", ["0", "10", "-1", "3.5", "five", "٣"])
def test_a_number_outside_its_bounds_is_refused(monkeypatch, value):
    monkeypatch.setenv("NUMBER", value)
    with pytest.raises(ImproperlyConfigured, match="from 1 to 9"):
        env.read_int("NUMBER", default=5, minimum=1, maximum=9)


def test_a_word_outside_the_choices_is_refused(monkeypatch):
    monkeypatch.setenv("LOG_FORMAT", "xml")
    with pytest.raises(ImproperlyConfigured, match="console, json"):
        env.read_choice("LOG_FORMAT", default="console", choices=["console", "json"])


def test_originals_lie_in_the_data_folder_unless_a_url_says_otherwise(tmp_path):
    assert storage_settings("", tmp_path)["OPTIONS"]["location"] == str(tmp_path / "originals")
    assert storage_settings("file:///srv/news%20desk", tmp_path)["OPTIONS"]["location"] == "/srv/news desk"


@pytest.mark.parametrize("url", ["ftp://host/x", "s3://", "/srv/originals"])
def test_a_storage_address_that_is_not_understood_is_refused(tmp_path, url):
    with pytest.raises(ImproperlyConfigured, match="NEWSDESK_STORAGE_URL"):
        storage_settings(url, tmp_path)
