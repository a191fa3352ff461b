"""What the review shows of its queue and of the event in hand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from babel.numbers import format_percent
from django.db import models
from django.db.models.functions import Substr
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from events import review
from events.forms import CorrectionForm
from events.models import Article, Event
from events.models.choices import EventType, Language, PassageKind, Region, Topic
from events.models.doubt import WORTH
from events.templatetags.newsdesk import locale
from events.views.correction_page import Choice
from events.views.event_page import passage_of, standing_of
from events.views.facts import Fact, Facts
from events.views.history import Line, history_of
from events.views.labels import field_label
from events.views.teaching import Offer, offers_of

if TYPE_CHECKING:
    from events.views.review import Asked

BEFORE, AFTER = 2, 12  # events of the queue that are listed around the one in hand
MOST_COUNTED = 50_000  # events of a queue in which the place is told
AROUND = 220  # characters of the text before and after the passage


@dataclass(frozen=True)
class Entry:
    """An event in the list beside."""

    event: Event
    url: str
    odds: str
    why: str
    is_here: bool


@dataclass(frozen=True)
class Row:
    """A field of the event in hand: its values with their reasons, and how sure the machine was."""

    fact: Fact
    odds: str = ""  # as a percentage, where it is a doubt
    edit: str = ""


@dataclass(frozen=True)
class Filter:
    """A box that narrows the queue."""

    param: str
    title: str
    choices: list[Choice]


@dataclass(frozen=True)
class ReviewPage:
    asked: Asked
    event: Event | None

    @property
    def orders(self) -> list[tuple[str, str, bool]]:
        """(name, address, whether it is this one)"""
        names = {review.DOUBT: _("Least sure first"), review.ARTICLE: _("By article"), review.FIELD: _("By field")}
        return [(name, self.asked.url(order=order), order == self.queue.order) for order, name in names.items()]

    @property
    def fields(self) -> list[tuple[str, str, bool]]:
        """The fields that the queue may be sorted by, as orders are given; empty in another order."""
        if self.queue.order != review.FIELD:
            return []
        return [(field_label(f), self.asked.url(order=review.FIELD, field=f), f == self.queue.field) for f in WORTH]

    @property
    def filters(self) -> list[Filter]:
        """The filters of few values; those of many are chosen on the page of events, which leads here."""
        chosen = self.queue.selection
        choices: dict[str, tuple[str, type[models.TextChoices]]] = {
            "region": (_("Region"), Region),
            "language": (_("Language"), Language),
            "type": (_("Type"), EventType),
            "topic": (_("Topic"), Topic),
        }
        return [
            Filter(param, title, [Choice(v, str(label), chosen.values(param) == (v,)) for v, label in known.choices])
            for param, (title, known) in choices.items()
        ]

    @property
    def carried(self) -> list[tuple[str, str]]:
        """What the form of filters must not lose: the order, and what it has no box for, or more than one value of."""
        queue = self.queue
        one = {filter_.param for filter_ in self.filters if len(queue.selection.values(filter_.param)) < 2}
        pairs = [pair for pair in queue.selection.pairs() if pair[0] not in one]
        pairs += [("order", queue.order)] if queue.order != review.DOUBT else []
        return pairs + ([("field", queue.field)] if queue.order == review.FIELD else [])

    @cached_property
    def queue(self) -> review.Queue:
        return self.asked.queue

    @cached_property
    def left(self) -> int:
        return self.queue.left()

    @cached_property
    def place(self) -> int | None:
        """Where the event in hand stands; None where counting would take longer than it is worth."""
        return self.queue.place(self.event) if self.left <= MOST_COUNTED else None

    @cached_property
    def checked(self) -> int:
        return self.queue.checked_today()

    @property
    def whole(self) -> int:
        return self.left + self.checked

    @cached_property
    def next(self) -> str:
        following = self.event and self.queue.after(self.event)
        return self.asked.url(following) if following else ""

    @cached_property
    def previous(self) -> str:
        ahead = self.event and self.queue.before(self.event)
        return self.asked.url(ahead) if ahead else ""

    @cached_property
    def entries(self) -> list[Entry]:
        if not self.event:
            return []
        listed = self.queue.around(self.event, before=BEFORE, after=AFTER)
        return [self._entry(event) for event in listed]

    def _entry(self, event: Event) -> Entry:
        doubts = review.doubts_of(event)
        odds = percent(doubts[0].probability) if doubts else ""
        why = _("Unsure: %(field)s") % {"field": field_label(doubts[0].field)} if doubts else ""
        if self.queue.order == review.ARTICLE:
            why = Truncator(str(event.article)).chars(60)
        return Entry(event, self.asked.url(event.pk), odds, why, event.pk == self.event.pk)

    @property
    def here(self) -> str:
        return self.asked.url(self.event.pk) if self.event else self.asked.url()

    @property
    def accept(self) -> str:
        return f"{reverse('review-accept', args=[self.event.pk])}?{self.asked.query()}"

    @property
    def reject(self) -> str:
        return f"{reverse('review-reject', args=[self.event.pk])}?{self.asked.query()}"

    @property
    def undo(self) -> str:
        return f"{reverse('review-undo')}?{self.asked.query(self.event.pk if self.event else None)}"

    # --- The event in hand

    @cached_property
    def _corrections(self) -> list:
        return list(self.event.corrections.select_related("made_by", "undone_by").order_by("-pk"))

    @cached_property
    def _aside(self) -> list[tuple[int, int]]:
        inside = self.event.article.passages.filter(
            kind=PassageKind.SET_ASIDE, start__lt=self.event.end, end__gt=self.event.start
        )
        return list(inside.values_list("start", "end"))

    @cached_property
    def _facts(self) -> Facts:
        return Facts(self.event, self._aside, standing_of(self._corrections), names_editors=True)

    @property
    def passage(self) -> SafeString:
        return passage_of(self.event, self._facts.marks(), self._aside)

    @cached_property
    def _around(self) -> tuple[str, str]:
        start = max(0, self.event.start - AROUND)
        texts = Article.objects.filter(pk=self.event.article_id).values_list(
            Substr("text", start + 1, self.event.start - start) if start < self.event.start else Substr("name", 1, 0),
            Substr("text", self.event.end + 1, AROUND),
        )
        return texts.get()

    @property
    def before(self) -> str:
        words = self._around[0].split()
        return " ".join(words[1:] if self.event.start > AROUND else words)

    @property
    def after(self) -> str:
        return Truncator(" ".join(self._around[1].split())).chars(AROUND - 20)

    @property
    def rows(self) -> list[Row]:
        """Every field that can be corrected, in one order; doubts are marked."""
        doubts = {doubt.field: doubt for doubt in review.doubts_of(self.event)}
        corrected = standing_of(self._corrections)
        facts = {fact.field: fact for fact in self._facts.all(every=True)}
        return [
            Row(
                facts[name],
                percent(doubts[name].probability) if name in doubts and name not in corrected else "",
                f"{self.asked.url(self.event.pk, edit=name)}#field-{name}",
            )
            for name in CorrectionForm.FIELDS
        ]

    @property
    def first_doubt(self) -> str:
        """Which field "edit" opens."""
        rows = [row for row in self.rows if row.odds]
        doubts = review.doubts_of(self.event)
        unsure = next((doubt.field for doubt in doubts if any(row.fact.field == doubt.field for row in rows)), "type")
        return f"{self.asked.url(self.event.pk, edit=unsure)}#field-{unsure}"

    @property
    def offers(self) -> list[Offer]:
        """What the corrections of the event in hand can teach."""
        return offers_of(list(standing_of(self._corrections).values())) if self._corrections else []

    @property
    def history(self) -> list[Line]:
        return history_of(self._corrections)


def percent(share: float) -> str:
    """62 %"""
    return format_percent(share, locale=locale())
