"""The Django project: wiring only."""

from newsdesk.celery import app as celery_app

__all__ = ["celery_app"]
