"""Embedded PostgreSQL (placeholder, being written)."""
from pathlib import Path


def database_settings(data_dir: Path) -> dict:
    return {"ENGINE": "django.db.backends.postgresql", "NAME": "newsdesk", "HOST": str(data_dir / "run"), "PORT": "5432", "USER": "newsdesk"}
