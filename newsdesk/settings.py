"""Settings, from the environment: docs/operations.md lists every variable.

Reading them starts no service and writes no file.
"""

import datetime
import secrets
from pathlib import Path

import environ
from celery.schedules import crontab
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from newsdesk import embedded
from newsdesk.env import read_bool, read_choice, read_int, read_list, read_text, read_time_zone
from newsdesk.logs import logging_settings
from newsdesk.storage import storage_settings

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(read_text("NEWSDESK_DATA", str(BASE_DIR / "var"))).expanduser().absolute()

DEBUG = read_bool("DEBUG", default=False)


# --- Who may talk to us

HOST = read_text("HOST", "127.0.0.1")
PORT = read_int("PORT", default=8000, minimum=1, maximum=65535)
ALLOWED_HOSTS = read_list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]", HOST])
CSRF_TRUSTED_ORIGINS = read_list("CSRF_TRUSTED_ORIGINS")


def _secret_key() -> str:
    """The environment's, else the one `serve` generated, else one for this process only."""
    try:
        kept = (DATA_DIR / "secret_key").read_text().strip()
    except OSError:
        kept = ""
    return read_text("SECRET_KEY") or kept or secrets.token_urlsafe(50)


SECRET_KEY = _secret_key()

TRUST_PROXY_HEADERS = read_bool("TRUST_PROXY_HEADERS", default=False)
if TRUST_PROXY_HEADERS:  # then the proxy speaks HTTPS for us
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    USE_X_FORWARDED_HOST = True
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SECURE_HSTS_SECONDS = 31_536_000

SECURE_REFERRER_POLICY = "same-origin"
CSRF_FAILURE_VIEW = "events.views.errors.csrf_failure"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "img-src": [SELF, "data:"],  # the admin's stylesheets carry small pictures
        "object-src": [NONE],
    }
}


# --- The application

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "axes",
    "csp",
    "django_filters",
    "django_htmx",
    "events.apps.EventsConfig",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # a page of events shrinks to a tenth
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "events.views.access.PrivateSiteMiddleware",
    "events.views.own_writes.middleware",
    "axes.middleware.AxesMiddleware",  # last: it answers for a sign-in that was locked out
]

ROOT_URLCONF = "newsdesk.urls"
WSGI_APPLICATION = "newsdesk.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "events.views.frame.frame",
            ],
        },
    },
]

AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
AXES_HANDLER = "events.sign_in.SignInHandler"
AXES_FAILURE_LIMIT = 5  # wrong passwords for one name from one address
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]  # a name alone would let anyone lock out a colleague
AXES_COOLOFF_TIME = datetime.timedelta(minutes=15)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_CLIENT_IP_CALLABLE = "events.sign_in.client_address"
AXES_LOCKOUT_CALLABLE = "events.sign_in.locked_out"
AXES_VERBOSE = False

LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "event-list"
LOGOUT_REDIRECT_URL = "event-list"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

PUBLIC_ARTICLES = read_bool("NEWSDESK_PUBLIC_ARTICLES", default=False)
PRIVATE = read_bool("NEWSDESK_PRIVATE", default=False)
FACETS = read_choice("NEWSDESK_FACETS", default="auto", choices=["auto", "index", "sql"])


# --- Languages and time

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("vi", _("Vietnamese"))]
LANGUAGE_COOKIE_AGE = 365 * 24 * 60 * 60
LANGUAGE_COOKIE_SAMESITE = "Lax"
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = read_time_zone("TIME_ZONE", "UTC")


# --- Database

DATABASE_URL = read_text("DATABASE_URL")
DATABASES = {
    "default": environ.Env.db_url_config(DATABASE_URL) if DATABASE_URL else embedded.database_settings(DATA_DIR)
}
if read_bool("NEWSDESK_DB_POOL", default=False):  # newsdesk/gunicorn_conf.py sets it, for the web processes only
    DATABASES["default"] |= {"CONN_MAX_AGE": 0, "CONN_HEALTH_CHECKS": True}
    DATABASES["default"].setdefault("OPTIONS", {})["pool"] = {"min_size": 1, "max_size": 8, "timeout": 10}
if "postgresql" not in DATABASES["default"].get("ENGINE", ""):
    raise ImproperlyConfigured(
        "DATABASE_URL must name a PostgreSQL database: postgresql://user:password@host:5432/name."
    )


# --- Files

STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": storage_settings(read_text("NEWSDESK_STORAGE_URL"), DATA_DIR),
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700

MAX_UPLOAD_MB = read_int("NEWSDESK_MAX_UPLOAD_MB", default=20, minimum=1, maximum=1000)
MAX_FILES_AT_ONCE = 200
DATA_UPLOAD_MAX_MEMORY_SIZE = (MAX_UPLOAD_MB + 1) * 1024 * 1024  # form fields: pasted text
DATA_UPLOAD_MAX_NUMBER_FILES = MAX_FILES_AT_ONCE


# --- Background work

CELERY_BROKER_URL = read_text("CELERY_BROKER_URL", "filesystem://localhost//")
if CELERY_BROKER_URL.startswith("filesystem://"):
    _broker = DATA_DIR / "broker"
    CELERY_BROKER_TRANSPORT_OPTIONS = {
        "data_folder_in": str(_broker / "messages"),
        "data_folder_out": str(_broker / "messages"),
        "control_folder": str(_broker / "control"),
        "polling_interval": 0.2,  # seconds; what an editor waits before a parse begins
    }
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_CONCURRENCY = read_int("WORKER_CONCURRENCY", default=2, minimum=1, maximum=64)
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_WORKER_ENABLE_REMOTE_CONTROL = False  # health reads heartbeat rows; nothing pings
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TIMEZONE = TIME_ZONE
CELERY_TASK_SOFT_TIME_LIMIT = 300  # seconds; a parse that takes longer is stopped and said so
CELERY_TASK_TIME_LIMIT = 330
CELERY_BEAT_SCHEDULER = "events.heartbeats:Scheduler"
CELERY_BEAT_MAX_LOOP_INTERVAL = 5  # seconds between two signs of life
CELERY_BEAT_SCHEDULE = {
    "release-stuck-articles": {
        "task": "events.tasks.release_stuck_articles",
        "schedule": 15.0,
        "options": {"expires": 15.0},
    },
    # Every hour rather than once a day: a desk may be switched on for a few hours only.
    "purge-trash": {"task": "events.tasks.purge_trash", "schedule": crontab(minute=17), "options": {"expires": 600.0}},
    "purge-readings": {
        "task": "events.tasks.purge_readings",
        "schedule": crontab(minute=27),
        "options": {"expires": 600.0},
    },
    "find-resemblances": {
        "task": "events.tasks.find_resemblances",
        "schedule": crontab(minute=37),
        "options": {"expires": 600.0},
    },
    "keep-facet-index": {
        "task": "events.tasks.keep_facet_index",
        "schedule": 60.0,
        "options": {"expires": 60.0},
    },
    "check-facet-index": {
        "task": "events.tasks.check_facet_index",
        "schedule": crontab(hour="3", minute="40"),
        "options": {"expires": 3600.0},
    },
}


# --- Mail and logs

EMAIL = environ.Env.email_url_config(read_text("EMAIL_URL", "consolemail://"))
vars().update(EMAIL)
DEFAULT_FROM_EMAIL = SERVER_EMAIL = read_text("EMAIL_FROM", "newsdesk@localhost")
LOG_FORMAT = read_choice("LOG_FORMAT", default="console", choices=["console", "json"])
LOGGING = logging_settings(LOG_FORMAT)
