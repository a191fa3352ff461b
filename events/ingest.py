"""An article's bytes become events: claim the row, extract outside any transaction, store inside one."""

import time
from collections import Counter

import structlog
from billiard.exceptions import SoftTimeLimitExceeded
from django.db import InterfaceError, OperationalError, transaction
from django.db.models import Q
from django.db.models.functions import Now
from django.utils import timezone

from events import extraction, identity, leases, lesson_hits, recuts, resemblance, values
from events.agreement import standing_corrections
from events.extraction.records import ArticleRefused, ExtractedEvent, Extraction
from events.messages import Failure
from events.models import Article, Change, Event, Lesson, Passage
from events.models.article import MAX_ATTEMPTS, sha256_of
from events.models.choices import ArticleStatus, ChangeKind, EventStatus

TRANSIENT = ("08", "40", "53", "55", "57")  # SQLSTATE classes: connection, rollback, resources, locks, shutdown

log = structlog.get_logger(__name__)


class LeaseLostError(Exception):
    """Another worker holds the article by now, or somebody withdrew it."""


def parse_and_store(article_id: int) -> None:
    """Parse one article, unless it is done or in other hands; its row says what came of it.

    A database that is away for a moment leaves the row as it is: when the lease runs out, the article is taken again.
    """
    with structlog.contextvars.bound_contextvars(article=article_id):
        article = Article.objects.claim(article_id, holder=leases.holder())
        if article is None:
            log.info("nothing to do")
            return
        if article.attempts > MAX_ATTEMPTS:
            _fail(article, Failure.CRASHED)
            return
        try:
            with leases.renewed(article):
                _parse_and_store(article)
        except LeaseLostError:
            log.warning("lease lost, nothing stored")
        except ArticleRefused as refused:
            _fail(article, refused.code)
        except SoftTimeLimitExceeded:
            _fail(article, Failure.TOO_SLOW)
        except Exception as problem:
            if is_transient(problem):
                log.warning("database away, article waits for its lease to end", error=type(problem).__name__)
                return
            log.exception("parse failed")
            _fail(article, Failure.UNEXPECTED)


def _parse_and_store(article: Article) -> None:
    started = time.perf_counter()
    result = read(article)
    if result is None:
        _fail(article, Failure.ORIGINAL_MISSING)
        return
    extracted = time.perf_counter()
    store(article, result)
    log.info(
        "parsed",
        events=len(result.events),
        characters=len(result.document.text),
        extract_ms=round((extracted - started) * 1000),
        store_ms=round((time.perf_counter() - extracted) * 1000),
    )


def read(article: Article) -> Extraction | None:
    """What the article's bytes say now, with all that people know and said; None when the bytes are gone.

    Stores nothing. Raises ArticleRefused.
    """
    raw = _original(article)
    if raw is None:
        return None
    return extraction.extract(
        raw,
        name=article.name,
        uploaded_on=timezone.localtime(article.uploaded_at).date(),
        reference_date=article.reference_date_given,
        language=article.language_given or None,
        vocabulary=Lesson.objects.vocabulary(),
        cuts=recuts.cuts_for(article, raw),
    )


def _original(article: Article) -> bytes | None:
    """The bytes that were uploaded; None when they are gone or no longer the same."""
    try:
        with article.original.open("rb") as file:
            raw = file.read()
    except FileNotFoundError:
        return None
    return raw if sha256_of(raw) == article.sha256 else None


def _fail(article: Article, code: str) -> None:
    mine = Article.objects.filter(pk=article.pk, status=ArticleStatus.PARSING, lease_token=article.lease_token)
    mine.update(status=ArticleStatus.FAILED, failure=str(code), lease_until=None, lease_token=None)
    log.info("article failed", code=str(code))


def is_transient(problem: Exception) -> bool:
    """Whether trying again later may help: the connection, a deadlock, a full disk; not the data."""
    if not isinstance(problem, OperationalError | InterfaceError):
        return False
    state = getattr(problem.__cause__, "sqlstate", None)
    return state is None or state[:2] in TRANSIENT


# --- Storing


def store(article: Article, result: Extraction) -> None:
    """Write what was read, keeping ids, corrections and reviews. Raises LeaseLostError where the claim is gone.

    Events are found again by their passage. Those the new parse no longer has go, unless a person touched them.
    """
    said = [values.machine_values(event) for event in result.events]
    values.Names.of(said)  # adds new names in transactions of their own, so that workers wait for each other briefly
    with transaction.atomic():
        mine = Article.objects.select_for_update().filter(status=ArticleStatus.PARSING, trashed_at__isnull=True)
        row = mine.filter(pk=article.pk, lease_token=article.lease_token).first()
        if row is None:
            raise LeaseLostError
        write(row, result, said)


def write(row: Article, result: Extraction, said: list[dict]) -> None:
    """Make the article's events, passages and description those of `result`, whose events' values `said` holds.

    In the caller's transaction, in which the row is locked.
    """
    stored = list(Event.objects.select_for_update().filter(article=row).defer("search").order_by("pk"))
    spans = [identity.relocate((event.start, event.end), row.text, result.document.text) for event in stored]
    pairs = identity.match(spans, [(event.start, event.end) for event in result.events])

    _store_article(row, result)
    _store_passages(row, result)
    resemblance.remember(row, (event.text for event in result.events))
    again = [(stored[i], result.events[j]) for j, i in pairs.items()]
    recuts.take_back_reviews(row, again, result.document.text)
    events = [stored[pairs[j]] if j in pairs else Event(article=row) for j in range(len(result.events))]
    store_events(events, result, said)
    found_again = {event.pk for event, _read in again}
    lost = [event for event in stored if event.pk not in found_again]
    recuts.follow(row, found_again, _let_go(lost))


def _store_article(article: Article, result: Extraction) -> None:
    document = result.document
    article.text = values.storable(document.text)
    article.encoding = document.encoding[:40]
    article.media_type = document.media_type[:100]
    article.language = document.language
    article.layout = document.layout[:20]
    article.title = values.storable(document.title or "")[:500]
    article.publisher = values.storable(document.publisher or "")[:200]
    article.source_url = values.storable(document.source_url or "")
    article.published = document.published
    article.reference_date = document.reference_date
    article.extractor_version = extraction.VERSION[:40]
    article.status, article.failure = ArticleStatus.PARSED, ""
    article.lease_until = article.lease_token = None
    article.parsed_at = timezone.now()
    article.save()


def _store_passages(article: Article, result: Extraction) -> None:
    Passage.objects.filter(article=article).delete()
    rows = (
        Passage(article=article, start=p.start, end=p.end, kind=str(p.kind), reason=p.reason and str(p.reason))
        for p in result.passages
    )
    Passage.objects.bulk_create(rows, batch_size=5000)


def store_events(events: list[Event], result: Extraction, said: list[dict]) -> None:
    """Make each event, stored before or new, what was read of it; in the caller's transaction.

    Of a verified event only the passage follows: its values are an editor's word, and so is what they were read from.
    """
    corrected = standing_corrections([event.pk for event in events if event.pk])
    obeyed = lesson_hits.obeyed(events)
    old, new, changed = [], [], set()
    for event, extracted, machine in zip(events, result.events, said, strict=True):
        before, shown = _columns(event), {}
        event.language = result.document.language
        event.text = values.storable(extracted.text)
        event.start, event.end = extracted.start, extracted.end
        event.not_found_at = None
        is_kept = event.status == EventStatus.VERIFIED
        if not is_kept:
            shown = {name: values.machine_value(machine, name) for name in values.FIELDS} | corrected.get(event.pk, {})
            values.set_columns(event, shown)
            event.machine = machine
            event.confidence = dict(extracted.confidence) or None
        if not (is_kept and _stands_in(result.document.text, event.evidence)):
            event.evidence = _evidence(extracted, result.document.text)
        (new if event.pk is None else old).append((event, shown))
        if event.pk is not None and _columns(event) != before:
            changed.add(event.pk)

    Event.objects.bulk_create([event for event, _ in new], batch_size=1000)
    shown_by_event = {event.pk: shown for event, shown in old + new}
    links_changed = values.write_links(shown_by_event, values.Names.of(shown_by_event.values()))
    changed |= links_changed & {event.pk for event, _ in old}
    for event, _ in old:
        if event.pk in changed:
            event.changed_at = timezone.now()
            event.save()
    lesson_hits.count(obeyed, lesson_hits.obeyed(events))
    Change.objects.record(ChangeKind.CREATED, [event.pk for event, _ in new])
    Change.objects.record(ChangeKind.CHANGED, sorted(changed))


def _columns(event: Event) -> dict:
    computed = ("quad", "search", "created_at", "changed_at")
    return {f.attname: getattr(event, f.attname) for f in Event._meta.concrete_fields if f.attname not in computed}


def _evidence(extracted: ExtractedEvent, text: str) -> dict[str, list[dict]]:
    """Field -> the words or the rule each value was read from, as the JSON of an event shows it."""
    by_field: dict[str, list[dict]] = {}
    for evidence in extracted.evidence:
        entry: dict = {}
        if evidence.start is not None and evidence.end is not None:
            words = text[evidence.start : evidence.end]
            entry |= {"start": evidence.start, "end": evidence.end, "text": values.storable(words)}
        if evidence.rule is not None:
            entry["rule"] = evidence.rule
        if evidence.value is not None:
            entry["value"] = values.storable(evidence.value)
        by_field.setdefault(evidence.field, []).append(entry)
    return by_field


def _stands_in(text: str, evidence: dict[str, list[dict]]) -> bool:
    """Whether the words of the evidence still stand where it says; another decoding of the bytes moves them."""
    items = (item for items in evidence.values() for item in items if "start" in item)
    return all(text[item["start"] : item["end"]] == item["text"] for item in items)


def _let_go(lost: list[Event]) -> list[Event]:
    """Delete the events a new parse no longer has; those a person touched are kept, marked, and returned."""
    ids = [event.pk for event in lost]
    reviewed = ~Q(status=EventStatus.UNREVIEWED) | Q(reviewed_at__isnull=False) | Q(trashed_at__isnull=False)
    touched = set(
        Event.objects.filter(reviewed | Q(corrections__isnull=False), pk__in=ids).values_list("pk", flat=True)
    )
    gone = [event.pk for event in lost if event.pk not in touched]
    lesson_hits.count(lesson_hits.obeyed(event for event in lost if event.pk not in touched), Counter())
    Event.objects.filter(pk__in=gone).delete()
    marked = [event.pk for event in lost if event.pk in touched and event.not_found_at is None]
    Event.objects.filter(pk__in=marked).update(not_found_at=Now(), changed_at=Now())
    Change.objects.record(ChangeKind.TRASHED, gone)
    Change.objects.record(ChangeKind.CHANGED, marked)
    return [event for event in lost if event.pk in touched]
