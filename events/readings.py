"""Articles read once more, beside what is stored: what differs waits as proposals until somebody accepts or discards.

A run is rows: whoever takes a Rereading by its lease reads the article, or stores what was accepted of it by now. So
a task may run twice, late or never, and a killed worker costs time only.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import replace
from itertools import islice

import structlog
from billiard.exceptions import SoftTimeLimitExceeded
from django.db import transaction
from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Now

from events import extraction, identity, ingest, leases, values, wakeups
from events.agreement import are_same
from events.extraction.packing import pack, unpack
from events.extraction.records import ArticleRefused, Evidence, ExtractedEvent, Extraction
from events.messages import Failure
from events.models import Article, Event, Proposal, ReadingRun, Rereading
from events.models.article import ArticleQuerySet
from events.models.choices import ArticleStatus, ProposalKind, RereadingStatus

PASSAGES = "passages"  # beside values.FIELDS: which events there are, and where they begin and end
PARTS = (PASSAGES, *values.FIELDS)
WORDS_LENGTH = 300
MOST_ATTEMPTS = 3
AT_ONCE = 8  # rereadings called for at the same time: uploads must not wait behind a long run
KEPT = datetime.timedelta(days=30)  # a run that waits for somebody to accept anything of it
CALL_AGAIN = datetime.timedelta(seconds=60)  # a call that was not answered by then was surely lost

log = structlog.get_logger(__name__)


def begin(articles: Iterable[int], user, *, accept: Iterable[str] = ()) -> ReadingRun | None:
    """Have these articles read again; None where none of them is there to be read. `accept`: parts to store at once."""
    readable = Article.objects.kept().filter(status=ArticleStatus.PARSED)
    with transaction.atomic():
        run = ReadingRun.objects.create(
            made_by=user, extractor_version=extraction.VERSION, accepted=_in_order(accept), accepted_by=user
        )
        made = 0
        ids_given = iter(articles)
        while some := list(islice(ids_given, 5000)):
            ids = readable.filter(pk__in=some).order_by("pk").values_list("pk", flat=True)
            made += len(Rereading.objects.bulk_create(Rereading(run=run, article_id=pk) for pk in ids))
        if not made:
            run.delete()
            return None
    transaction.on_commit(wake, robust=True)
    return run


def outdated(articles: ArticleQuerySet) -> ArticleQuerySet:
    """Those that another version than this one read."""
    return articles.filter(status=ArticleStatus.PARSED).exclude(extractor_version=extraction.VERSION)


def accept(run: ReadingRun, parts: Iterable[str], user) -> None:
    """Let parts of what was read count: fields, and PASSAGES. Values of verified events and corrected values stay."""
    with transaction.atomic():
        row = ReadingRun.objects.select_for_update().get(pk=run.pk)
        if row.discarded_at is not None:
            return
        row.accepted = _in_order([*row.accepted, *parts])
        row.accepted_by, row.accepted_at = user, Now()
        row.save()
    _queue_what_is_left(Rereading.objects.filter(run=run), run.pk)
    transaction.on_commit(wake, robust=True)


def discard(run: ReadingRun, user) -> None:
    """Let the rest of a run go: what was accepted before stays."""
    ReadingRun.objects.filter(pk=run.pk, discarded_at__isnull=True).update(discarded_at=Now(), discarded_by=user)
    Rereading.objects.filter(run=run).update(result=None)


def purge() -> int:
    """Delete the runs of which nobody accepted anything for longer than KEPT; how many. May run any number of times."""
    deleted = ReadingRun.objects.filter(accepted=[], made_at__lt=Now() - KEPT).delete()[1]
    runs = deleted.get(ReadingRun._meta.label, 0)
    if runs:
        log.info("readings purged", runs=runs)
    return runs


def wake() -> int:
    """Call workers for what waits to be read or stored, AT_ONCE at a time; how many calls."""
    busy = Rereading.objects.unfinished().filter(
        Q(status=RereadingStatus.READING, lease_until__gte=Now())
        | Q(status=RereadingStatus.QUEUED, called_at__gte=Now() - CALL_AGAIN)
    )
    free = AT_ONCE - busy.count()
    if free <= 0:
        return 0
    waiting = Rereading.objects.callable(again_after=CALL_AGAIN).order_by("pk")
    ids = list(waiting.values_list("pk", flat=True)[:free])
    if not ids or not wakeups.send_calls(wakeups.ADVANCE_READING, ids):
        return 0
    Rereading.objects.filter(pk__in=ids, status=RereadingStatus.QUEUED).update(called_at=Now())
    return len(ids)


def advance(pk: int) -> None:
    """Do what is due for one article of a run: read it, or store what was accepted; nothing where others hold it."""
    with structlog.contextvars.bound_contextvars(rereading=pk):
        row = Rereading.objects.claim(pk)
        if row is None:
            return
        failure: str | None = ""
        try:
            if row.attempts > MOST_ATTEMPTS:
                failure = Failure.CRASHED
            else:
                with leases.renewed(row):
                    failure = _read(row) if row.result is None else _store(row)
        except ArticleRefused as refused:
            failure = refused.code
        except SoftTimeLimitExceeded:
            failure = Failure.TOO_SLOW
        except ingest.LeaseLostError:
            log.warning("lease lost, nothing stored")
            return
        except Exception as problem:
            if ingest.is_transient(problem):
                log.warning("database away, the rereading waits for its lease to end", error=type(problem).__name__)
                return
            log.exception("rereading failed")
            failure = Failure.UNEXPECTED
        if failure:
            Rereading.objects.finish(row, status=RereadingStatus.FAILED, failure=str(failure))
        else:
            _queue_what_is_left(Rereading.objects.filter(pk=pk), row.run_id)
    wake()


def _queue_what_is_left(rereadings, run_id: int) -> None:
    """Back into the queue with those that lack some of what was accepted by now."""
    accepted = ReadingRun.objects.values_list("accepted", flat=True).get(pk=run_id)
    if accepted:
        left = rereadings.filter(status=RereadingStatus.READ, result__isnull=False).exclude(accepted__contains=accepted)
        left.update(status=RereadingStatus.QUEUED, attempts=0, called_at=None)


def _in_order(parts: Iterable[str]) -> list[str]:
    given = set(parts)
    return [part for part in PARTS if part in given]


# --- Reading


def _read(row: Rereading) -> Failure | None:
    """Read the article and write down what differs from what is stored."""
    result = ingest.read(row.article)
    if result is None:
        return Failure.ORIGINAL_MISSING
    with transaction.atomic():
        article = _locked(row)
        if article is None:
            return Failure.MOVED_ON
        row.proposals.all().delete()
        Proposal.objects.bulk_create(_differences(row, article, result), batch_size=2000)
        packed = pack(result, text=article.text)
        held = Rereading.objects.finish(
            row, status=RereadingStatus.READ, result=packed, based_on=article.parsed_at, attempts=0
        )
        if not held:
            raise ingest.LeaseLostError
    return None


def _locked(row: Rereading) -> Article | None:
    """The article as it stands, held until the transaction ends; None when it is withdrawn or being parsed anew."""
    kept = Article.objects.kept().select_for_update()
    return kept.filter(pk=row.article_id, status=ArticleStatus.PARSED).first()


def _pairs(article: Article, stored: list[Event], result: Extraction) -> dict[int, int]:
    """Index of a new event -> index of the stored one it is, just as storing it would find."""
    spans = [identity.relocate((event.start, event.end), article.text, result.document.text) for event in stored]
    return identity.match(spans, [(event.start, event.end) for event in result.events])


def _stored(article: Article) -> QuerySet[Event]:
    return Event.objects.filter(article=article).defer("search").order_by("pk")


def _differences(row: Rereading, article: Article, result: Extraction) -> list[Proposal]:
    stored = list(_stored(article))
    pairs = _pairs(article, stored, result)
    kept = {number: stored[at] for number, at in pairs.items()}
    said = _said_otherwise({event: result.events[number] for number, event in kept.items() if not event.trashed_at})
    found: list[Proposal] = []
    for number, read in enumerate(result.events):
        event = kept.get(number)
        if event is None:
            new = {"text": read.text[:WORDS_LENGTH]}
            found.append(Proposal(rereading=row, kind=ProposalKind.NEW, field=PASSAGES, title=read.title, new=new))
        elif event in said:
            found += _changes(row, event, read, said[event], result.document.text)
    again = {event.pk for event in kept.values()}
    for lost in stored:
        if lost.pk not in again and lost.not_found_at is None and lost.trashed_at is None:
            old = {"text": lost.text[:WORDS_LENGTH]}
            found.append(
                Proposal(rereading=row, kind=ProposalKind.LOST, field=PASSAGES, event=lost, title=lost.title, old=old)
            )
    return found


def _said_otherwise(read: dict[Event, ExtractedEvent]) -> dict[Event, dict[str, tuple]]:
    """Event -> field -> what the machine said before and says now, of the fields where that is not the same."""
    both = []
    for event, extracted in read.items():
        said = values.machine_values(extracted)
        both += [(event, f, machine_value(event, f), values.machine_value(said, f)) for f in values.FIELDS]
    found: dict[Event, dict[str, tuple]] = {event: {} for event in read}
    for (event, field, old, new), same in zip(both, are_same([one[1:] for one in both]), strict=True):
        if not same:
            found[event][field] = old, new
    return found


def _changes(row: Rereading, event: Event, read: ExtractedEvent, said: dict[str, tuple], text: str) -> list[Proposal]:
    common = {"rereading": row, "kind": ProposalKind.CHANGED, "event": event, "title": event.title}
    found = [
        Proposal(field=field, old=old, new=new, words=_words(read, field, text), **common)
        for field, (old, new) in said.items()
    ]
    if (event.text, event.not_found_at) != (values.storable(read.text), None):
        old, new = ({"text": words[:WORDS_LENGTH]} for words in (event.text, read.text))
        found.append(Proposal(field=PASSAGES, old=old, new=new, **common))
    return found


def machine_value(event: Event, field: str):
    """What the machine said of a field; where it never did, what is shown."""
    if field == "date" or field in event.machine:
        return values.machine_value(event.machine, field) if event.machine else None
    return values.current_value(event, field)


def _words(read: ExtractedEvent, field: str, text: str) -> str:
    """The words that gave a value, of a list the words of each."""
    spans = [(one.start, one.end) for one in read.evidence if one.field == field and one.start is not None]
    return values.storable(", ".join(text[start:end] for start, end in spans))[:WORDS_LENGTH]


# --- Storing what was accepted


def _store(row: Rereading) -> Failure | None:
    """Store the parts that were accepted; as if read before, where everything was."""
    run = ReadingRun.objects.get(pk=row.run_id)
    wanted = set(run.accepted)
    article = Article.objects.get(pk=row.article_id)
    result = unpack(row.result or {}, text=article.text)
    values.Names.of(values.machine_values(event) for event in result.events)  # in transactions of their own
    with transaction.atomic():
        locked = _locked(row)
        if locked is None or locked.parsed_at != row.based_on:
            return Failure.MOVED_ON
        if result.document.text != locked.text and wanted != set(PARTS):
            return Failure.TEXT_CHANGED
        _write(locked, result, wanted)
        held = Rereading.objects.finish(
            row,
            status=RereadingStatus.READ,
            accepted=run.accepted,
            based_on=locked.parsed_at,
            attempts=0,
            **({"result": None} if wanted == set(PARTS) else {}),  # needed no more
        )
        if not held:
            raise ingest.LeaseLostError
    return None


def _write(article: Article, result: Extraction, wanted: set[str]) -> None:
    stored = list(_stored(article).select_for_update(of=("self",)))  # so that an editor at work is waited for
    pairs = _pairs(article, stored, result)
    fields, same_text = wanted - {PASSAGES}, result.document.text == article.text
    events, said = [], []
    for number, read in enumerate(result.events):
        old = stored[pairs[number]] if number in pairs else None
        events.append(_mixed(old, read, fields) if old and old.machine and same_text else read)
        new = values.machine_values(read)
        said.append(_mixed_values(old.machine, new, fields) if old and old.machine else new)
    if PASSAGES in wanted:
        ingest.write(article, replace(result, events=tuple(events)), said)
        return
    known = sorted(pairs)
    placed = [_in_place(events[number], stored[pairs[number]]) for number in known]
    ingest.store_events(
        [stored[pairs[number]] for number in known],
        replace(result, events=tuple(placed), document=replace(result.document, language=article.language)),
        [said[number] for number in known],
    )


def _mixed_values(old: dict, new: dict, fields: set[str]) -> dict:
    """The values of `fields` as read now, the others as the machine said before."""
    names = {name for field in fields for name in (values.DATE_COLUMNS if field == "date" else (field,))}
    return {name: new[name] if name in names or name not in old else old[name] for name in new}


def _mixed(old: Event, read: ExtractedEvent, fields: set[str]) -> ExtractedEvent:
    """`read` with the evidence and the confidence of all but `fields` as they were."""
    evidence = [one for one in read.evidence if one.field in fields]
    for field, items in old.evidence.items():
        if field not in fields:
            evidence += [
                Evidence(field, item.get("value"), item.get("start"), item.get("end"), item.get("rule"))
                for item in items
            ]
    confidence = {name: value for name, value in (old.confidence or {}).items() if name not in fields}
    confidence |= {name: value for name, value in read.confidence.items() if name in fields}
    return replace(read, evidence=tuple(evidence), confidence=confidence)


def _in_place(read: ExtractedEvent, old: Event) -> ExtractedEvent:
    return replace(read, start=old.start, end=old.end, text=old.text)


# --- How far it has come


def counts(run: ReadingRun) -> dict[str, int]:
    """How many of the run's articles there are, and how many are in each state."""
    rows = Rereading.objects.filter(run=run).values_list("status").annotate(n=Count("pk"))
    found = dict.fromkeys(RereadingStatus.values, 0) | dict(rows)
    return found | {"total": sum(found.values())}


def is_finished(run: ReadingRun) -> bool:
    return run.discarded_at is not None or not Rereading.objects.unfinished().filter(run=run).exists()
