"""Celery's view of the work: thin wrappers that take ids and may run twice, late or never."""

from celery import shared_task

from events import ingest, wakeups


@shared_task
def parse_article(article_id: int) -> None:
    ingest.parse_and_store(article_id)


@shared_task
def release_stuck_articles() -> None:
    wakeups.send_for_left_work()
