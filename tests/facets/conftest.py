"""SQL is asked here with a transaction's own rows, which nobody else sees."""

import pytest
from django.apps import apps
from django.db import connection


@pytest.fixture(scope="session", autouse=True)
def no_autovacuum(django_db_setup, django_db_blocker):
    """It would find every table empty, and PostgreSQL then plan for empty tables: seconds for one question."""
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        for model in apps.get_app_config("events").get_models():
            cursor.execute(f"ALTER TABLE {model._meta.db_table} SET (autovacuum_enabled = off)")
