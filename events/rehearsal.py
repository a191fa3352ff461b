"""Reading a document only to see what would come of it: nothing is stored, and nobody else is slowed down."""

from __future__ import annotations

import datetime
import threading
from concurrent.futures import Future
from functools import partial

from events import extraction
from events.extraction import formats
from events.extraction.formats import containers
from events.extraction.records import Extraction
from events.messages import Obstacle
from events.models import Lesson
from events.pace import times_within_a_minute

LARGEST = 1024 * 1024  # bytes, and characters of text; some 500 pages
SECONDS = 10  # that a reading may take
WAIT = 3  # seconds for one's turn
AT_ONCE = 1  # readings in one process: its other threads answer pages
PER_MINUTE = 20  # of one person in one process

_turn = threading.BoundedSemaphore(AT_ONCE)


class RehearsalRefusedError(Exception):
    """The document was not read here; `code` says why."""

    def __init__(self, code: Obstacle) -> None:
        super().__init__(code)
        self.code = code


def rehearse(
    raw: bytes,
    *,
    name: str,
    user,
    uploaded_on: datetime.date,
    reference_date: datetime.date | None = None,
    language: str = "",
) -> Extraction:
    """What would be read from these bytes. Raises RehearsalRefusedError, and ArticleRefused as extract() does."""
    if len(raw) > LARGEST:
        raise RehearsalRefusedError(Obstacle.TOO_LARGE_HERE)
    if containers.is_container(raw):
        raise RehearsalRefusedError(Obstacle.SEVERAL_FILES)
    if times_within_a_minute("rehearsals", user.pk) > PER_MINUTE:
        raise RehearsalRefusedError(Obstacle.TOO_OFTEN)
    reading = partial(
        _extract,
        raw,
        name=name,
        uploaded_on=uploaded_on,
        reference_date=reference_date,
        language=language or None,
        vocabulary=Lesson.objects.vocabulary(),
    )
    if not _turn.acquire(timeout=WAIT):
        raise RehearsalRefusedError(Obstacle.BUSY)
    answer: Future[Extraction] = Future()
    threading.Thread(target=_read, args=(reading, answer), daemon=True).start()
    try:
        return answer.result(timeout=SECONDS)
    except TimeoutError:
        raise RehearsalRefusedError(Obstacle.TOO_SLOW_HERE) from None


def _read(reading: partial[Extraction], answer: Future[Extraction]) -> None:
    """In a thread of its own, which keeps its turn until it ends: slow ones never pile up."""
    try:
        answer.set_result(reading())
    except Exception as problem:
        answer.set_exception(problem)
    finally:
        _turn.release()


def _extract(raw: bytes, **arguments) -> Extraction:
    """A small PDF or Word file may hold a long text."""
    if len(formats.decode(raw).text) > LARGEST:
        raise RehearsalRefusedError(Obstacle.TOO_LARGE_HERE)
    return extraction.extract(raw, **arguments)
