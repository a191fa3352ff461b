"""Settings as a fresh process reads them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


def settings_say(expression: str, folder: Path, **environment: str) -> subprocess.CompletedProcess:
    """What `expression` is under newsdesk.settings in an interpreter with just this environment."""
    program = f"import newsdesk.settings as s; print(repr(({expression})))"
    clean = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG")}
    return subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={**clean, "NEWSDESK_DATA": str(folder), **environment},
        capture_output=True,
        text=True,
    )


def test_safe_by_default(tmp_path):
    said = settings_say("s.DEBUG, s.X_FRAME_OPTIONS, 'unsafe' in str(s.CONTENT_SECURITY_POLICY)", tmp_path)
    assert said.stdout.strip() == "(False, 'DENY', False)"


def test_reading_settings_writes_nothing(tmp_path):
    folder = tmp_path / "data"
    assert settings_say("len(s.SECRET_KEY) > 40", folder).stdout.strip() == "True"
    assert not folder.exists()


def test_the_generated_key_is_kept(tmp_path):
    (tmp_path / "secret_key").write_text("k" * 50)
    assert settings_say("s.SECRET_KEY", tmp_path).stdout.strip() == repr("k" * 50)


def test_behind_a_proxy_cookies_are_for_https_only(tmp_path):
    said = settings_say("s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE", tmp_path, TRUST_PROXY_HEADERS="1")
    assert said.stdout.strip() == "(True, True)"


def test_a_named_server_replaces_the_embedded_one(tmp_path):
    said = settings_say(
        "s.DATABASES['default']['HOST']", tmp_path, DATABASE_URL="postgresql://u:p@db.example:5432/news"
    )
    assert said.stdout.strip() == "'db.example'"


@pytest.mark.parametrize(
    ("environment", "word"),
    [
        ({"DEBUG": "perhaps"}, "DEBUG"),
        ({"PORT": "99999"}, "PORT"),
        ({"NEWSDESK_MAX_UPLOAD_MB": "lots"}, "NEWSDESK_MAX_UPLOAD_MB"),
        ({"DATABASE_URL": "mysql://u:p@h/x"}, "PostgreSQL"),
        ({"TIME_ZONE": "Mars/Olympus"}, "TIME_ZONE"),
        ({"LOG_FORMAT": "xml"}, "LOG_FORMAT"),
    ],
)
def test_nonsense_is_refused_in_one_line(tmp_path, environment, word):
    clean = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG")}
    refused = subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=ROOT,
        env={**clean, "NEWSDESK_DATA": str(tmp_path), **environment},
        capture_output=True,
        text=True,
    )
    assert refused.returncode != 0
    assert word in refused.stderr
    assert len(refused.stderr.strip().splitlines()) == 1
