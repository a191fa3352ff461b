"""What editors do to the passages of an article: make an event, set aside, split, join, move borders; and undo.

Each change is a Recut row, laid over what the machine cuts at this and every later parse; the article is read again
for it, so that new events are read like any other; what people verified or corrected stays.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from events import ingest, wakeups
from events.corrections import ChangedMeanwhileError
from events.extraction import sentences
from events.extraction.records import Cut, PassageKind, Reason, Span
from events.models import Article, Passage, Recut
from events.models.choices import RecutAction

AT_ONCE = 300_000  # bytes of an article that is read while its editor waits; larger ones are read by the worker

EVENT, HEADING, SET_ASIDE = PassageKind.EVENT, PassageKind.HEADING, PassageKind.SET_ASIDE


def recut(article: Article, action: str, *, seen: datetime.datetime, user, at: int, **how) -> Recut:
    """Change the passage that begins at `at`, or the stretch named in `how`, and read the article again.

    `how`, by action: event and heading {"end"}; set_aside {"end", "reason"}; split {"where"}; join nothing more;
    move {"begin", "end"}. Without "end" the whole passage or event at `at` is meant. `seen` is the article's parsed_at
    as the editor saw it. Raises ChangedMeanwhileError where it was read again since, ValidationError with a sentence.
    """
    with transaction.atomic():
        row = _ready(article, seen)
        cuts = _CUTS[RecutAction(action)](row, at, **how)
        if not cuts or not all(any(char.isalnum() for char in row.text[one.start : one.end]) for one in cuts):
            raise ValidationError(_("There are no words in it. Choose a stretch of the text."))
        made = Recut.objects.create(
            article=row, action=action, cuts=[_as_json(row.text, one) for one in cuts], made_by=user
        )
        Article.objects.filter(pk=row.pk).queue()
    _read(row)
    return made


def undo(made: Recut, user) -> None:
    """Take a change back: the article is read again without it. Raises ValidationError where that was done before."""
    with transaction.atomic():
        row = _ready(made.article)
        if not Recut.objects.filter(pk=made.pk, undone_at__isnull=True).update(undone_at=Now(), undone_by=user):
            raise ValidationError(_("This change was undone before."))
        Article.objects.filter(pk=row.pk).queue()
    _read(row)


def _ready(article: Article, seen: datetime.datetime | None = None) -> Article:
    """The row, held until the transaction ends."""
    row = Article.objects.select_for_update().get(pk=article.pk)
    if row.trashed_at is not None:
        raise ValidationError(_("This article was withdrawn. Restore it first."))
    if seen is not None and row.parsed_at != seen:
        raise ChangedMeanwhileError
    if not row.is_finished or not row.text:
        raise ValidationError(_("The article is being read at the moment. Try again in a few seconds."))
    return row


def _read(row: Article) -> None:
    """At once where that is quick, else by the worker; where another takes it first, that is as well."""
    if row.size <= AT_ONCE:
        ingest.parse_and_store(row.pk)
    else:
        transaction.on_commit(lambda: wakeups.send([row.pk]), robust=True)


def _as_json(text: str, cut: Cut) -> dict:
    reason = cut.reason and str(cut.reason)
    words = text[cut.start : cut.end]
    return {"start": cut.start, "end": cut.end, "kind": str(cut.kind), "reason": reason, "words": words}


# --- Which cuts an action makes


def _as_event(article: Article, at: int, *, end: int | None = None) -> list[Cut]:
    return [Cut(*_stretch(article, at, end), EVENT)]


def _as_heading(article: Article, at: int, *, end: int | None = None) -> list[Cut]:
    return [Cut(*_stretch(article, at, end), HEADING)]


def _set_aside(article: Article, at: int, *, end: int | None = None, reason: str = "") -> list[Cut]:
    if reason not in list(Reason):
        raise ValidationError(_("Choose why it is set aside."))
    return [Cut(*_stretch(article, at, end), SET_ASIDE, Reason(reason))]


def _split(article: Article, at: int, *, where: int) -> list[Cut]:
    start, end = whole(article, at)
    where = _word_start(article.text, where)
    if not start < where < end:
        raise ValidationError(_("Choose a place inside the event to split it at."))
    return [Cut(start, where, EVENT), Cut(where, end, EVENT), *_asides(article, start, end)]


def _join(article: Article, at: int) -> list[Cut]:
    start, end = whole(article, at)
    following = article.passages.filter(kind=EVENT, start__gte=end).order_by("start").first()
    if following is None:
        raise ValidationError(_("No event follows this one."))
    end = whole(article, following.start)[1]
    return [Cut(start, end, EVENT), *_asides(article, start, end)]


def _move(article: Article, at: int, *, begin: int, end: int) -> list[Cut]:
    """What the event gives up is set aside; what it takes leaves the rest to its neighbours."""
    start, stop = whole(article, at)
    begin, end = _stretch(article, begin, end)
    if (begin, end) == (start, stop):
        raise ValidationError(_("The event begins and ends there already."))
    if end <= start or stop <= begin:
        raise ValidationError(_("The event must keep some of its words."))
    given_up = [Cut(*pair, SET_ASIDE, Reason.BACKGROUND) for pair in ((start, begin), (end, stop)) if pair[0] < pair[1]]
    kept = [one for one in given_up if any(char.isalnum() for char in article.text[one.start : one.end])]
    return [*kept, Cut(begin, end, EVENT), *_asides(article, max(start, begin), min(stop, end))]


_CUTS = {
    RecutAction.EVENT: _as_event,
    RecutAction.HEADING: _as_heading,
    RecutAction.SET_ASIDE: _set_aside,
    RecutAction.SPLIT: _split,
    RecutAction.JOIN: _join,
    RecutAction.MOVE: _move,
}


# --- Where things stand


def whole(article: Article, at: int) -> tuple[int, int]:
    """The event whose passage begins at `at`, with all its passages; else that passage."""
    passage = _passage(article, at)
    if passage.kind == EVENT:
        event = article.events.filter(trashed_at=None, start__lt=passage.end, end__gt=passage.start).first()
        if event is not None:
            return event.start, event.end
    return passage.start, passage.end


def places(article: Article, at: int) -> list[Span]:
    """The sentences of the event or passage at `at` and of those next to it, where borders may be moved to."""
    start, end = whole(article, at)
    before = article.passages.filter(end__lte=start).order_by("-start").first()
    after = article.passages.filter(start__gte=end).order_by("start").first()
    first = whole(article, before.start)[0] if before else start
    last = whole(article, after.start)[1] if after else end
    return list(sentences.split(article.text, first, last))


def _passage(article: Article, at: int) -> Passage:
    passage = article.passages.filter(start__lte=at, end__gt=at).first()
    if passage is None:
        raise ValidationError(_("There is no such passage. Load the page again."))
    return passage


def _stretch(article: Article, begin: int, end: int | None) -> tuple[int, int]:
    """Whole words; without an end the whole event or passage."""
    if end is None:
        return whole(article, begin)
    if not 0 <= begin < end <= len(article.text):
        raise ValidationError(_("The passage must end behind where it begins."))
    return _word_start(article.text, begin), _word_end(article.text, end)


def _word_start(text: str, at: int) -> int:
    at = max(0, min(at, len(text)))
    while 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum():
        at -= 1
    return at


def _word_end(text: str, at: int) -> int:
    while 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum():
        at += 1
    return at


def _asides(article: Article, start: int, end: int) -> Iterable[Cut]:
    """What is set aside between two places stays so."""
    inside: QuerySet[Passage] = article.passages.filter(kind=SET_ASIDE, start__gt=start, end__lt=end)
    return [Cut(one.start, one.end, SET_ASIDE, Reason(one.reason)) for one in inside.order_by("start")]
