"""Wake-up calls: messages that make a worker look at an article. The row is the truth; a lost call costs time only."""

import datetime
from collections.abc import Iterable

import structlog
from celery import current_app
from django.db.models.functions import Now

from events.models import Article
from newsdesk.celery import make_broker_folders

PARSE_ARTICLE = "events.tasks.parse_article"
ADVANCE_READING = "events.tasks.advance_reading"
OVERDUE = datetime.timedelta(seconds=20)  # queued for longer, and the call was surely lost, or the worker is busy
ENOUGH = 20  # calls waiting at the broker: more would not make the worker faster

# A broker that does not answer must not keep an editor waiting; seconds.
IMPATIENT = {"connect_timeout": 1.0, "socket_connect_timeout": 1.0, "socket_timeout": 2.0}

log = structlog.get_logger(__name__)


def send(article_ids: Iterable[int]) -> bool:
    """Call for each article; False, and a line in the log, when the broker does not take the calls."""
    return send_calls(PARSE_ARTICLE, article_ids)


def send_calls(task: str, ids: Iterable[int]) -> bool:
    """Call for each row; False, and a line in the log, when the broker does not take the calls."""
    try:
        with _connection() as connection:
            for pk in ids:
                current_app.send_task(task, [pk], connection=connection, retry=False)
    except Exception as problem:  # whatever the broker's library raises: the rows are stored and wait
        log.warning("broker not reached, work waits", error=type(problem).__name__, detail=str(problem))
        return False
    return True


def send_for_left_work() -> int:
    """Call again for articles whose call was lost or whose worker died; how many were called for.

    Calls still waiting at the broker are not lost, so nothing is sent while there are ENOUGH of them: the queue
    stays short however often this runs.
    """
    try:
        waiting = _calls_waiting()
    except Exception as problem:
        log.warning("broker not reached, left work waits", error=type(problem).__name__, detail=str(problem))
        return 0
    if waiting >= ENOUGH:
        return 0
    left = list(Article.objects.stuck(queued_for=OVERDUE).order_by("queued_at").values_list("pk", flat=True)[:ENOUGH])
    if not left or not send(left):
        return 0
    Article.objects.filter(pk__in=left).update(queued_at=Now())
    log.info("called again for left work", articles=left)
    return len(left)


def _connection():
    make_broker_folders()
    options = current_app.conf.broker_transport_options | IMPATIENT | {"max_retries": 1, "interval_start": 0}
    return current_app.connection_for_write().clone(
        connect_timeout=IMPATIENT["connect_timeout"], transport_options=options
    )


def _calls_waiting() -> int:
    with _connection() as connection:
        channel = connection.channel()
        try:
            return channel.queue_declare(queue=current_app.conf.task_default_queue, passive=True).message_count
        except connection.channel_errors:  # no such queue yet
            return 0
