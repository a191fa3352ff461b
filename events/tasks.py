"""Celery's view of the work: thin wrappers that take ids and may run twice, late or never."""

from celery import shared_task

from events import ingest, readings, resemblance, trash, wakeups

LONG = 6 * 60 * 60  # seconds; ten million events are read in less


@shared_task
def parse_article(article_id: int) -> None:
    ingest.parse_and_store(article_id)


@shared_task
def advance_reading(rereading_id: int) -> None:
    readings.advance(rereading_id)


@shared_task
def release_stuck_articles() -> None:
    wakeups.send_for_left_work()
    readings.wake()


@shared_task(soft_time_limit=LONG, time_limit=LONG)
def keep_facet_index() -> None:
    # Here: tasks are known in every process, and numpy is for those that need it.
    from events.facets.index import keeping

    keeping.keep()


@shared_task(soft_time_limit=LONG, time_limit=LONG)
def check_facet_index() -> None:
    from events.facets.index import keeping

    keeping.check_and_repair()


@shared_task
def find_resemblances() -> None:
    resemblance.catch_up()


@shared_task
def purge_trash() -> None:
    trash.purge()


@shared_task
def purge_readings() -> None:
    readings.purge()
