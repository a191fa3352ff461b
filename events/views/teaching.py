"""Corrections that teach: the other events read alike, what is applied to them, and the lessons remembered."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from events import accounts, teaching
from events.filter_fields import whole_number
from events.models import Correction, Event, Lesson
from events.models.choices import LessonKind
from events.teaching import Reading
from events.views.access import needs
from events.views.labels import country_names, field_label, value_label
from events.views.redirects import see_other

PAGE = 50
SHOWN = ("title", "language", "date", "date_end", "date_precision", "article__title", "article__name")
MOST_WORDS = 1000  # characters of an address that are looked at


@dataclass(frozen=True)
class Offer:
    """A reading that a correction put right, in a person's words, and where its like can be seen."""

    reading: Reading
    number: int  # which of the correction's readings
    others: int

    @property
    def url(self) -> str:
        return reverse("correction-alike", args=[self.reading.correction.pk]) + (
            f"?n={self.number}" if self.number else ""
        )

    @property
    def field(self) -> str:
        return field_label(self.reading.field)

    @property
    def said(self) -> str:
        return _shown(self.reading, self.reading.said)

    @property
    def meant(self) -> str:
        return _shown(self.reading, self.reading.meant)

    @property
    def there_are_more(self) -> bool:
        return self.others >= teaching.MOST


def offers_of(standing: list[Correction]) -> list[Offer]:
    """For an event's page: what can be made of its corrections for other events, and for the future."""
    offers = []
    for correction in standing:
        for number, reading in enumerate(teaching.readings_of(correction)):
            others = len(teaching.alike(reading))
            if others or (reading.teaches and (reading.has_evidence or reading.asks_for_words)):
                offers.append(Offer(reading, number, others))
    return offers


@require_http_methods(["GET", "HEAD", "POST"])
@needs(accounts.CORRECT)
def alike(request: HttpRequest, correction: int) -> HttpResponse:
    row = get_object_or_404(Correction.objects.select_related("event", "event__article"), pk=correction)
    number = whole_number(request.GET.get("n", "0"))
    readings = teaching.readings_of(row)
    if number is None or number >= len(readings):
        raise Http404
    reading, wrong = readings[number], ""
    given = request.POST if request.method == "POST" else request.GET
    try:
        reading = reading.with_words(given.get("words", "")[:MOST_WORDS])
    except ValidationError as error:
        wrong = error.messages[0]
    if request.method == "POST" and not wrong:
        try:
            return _act(request, reading)
        except ValidationError as error:
            wrong = error.messages[0]
    found = teaching.alike(reading)
    events = Event.objects.filter(pk__in=found).select_related("article").only(*SHOWN).order_by("-pk")
    context = {
        "event": row.event,
        "offer": Offer(reading, number, len(found)),
        "reading": reading,
        "events": events,
        "wrong": wrong,
        "words": given.get("words", reading.words)[:MOST_WORDS],
        "may_teach": request.user.has_perm(accounts.TEACH),
        "taught": Lesson.objects.kept().filter(correction=row).first(),
    }
    return render(request, "pages/alike.html", context, status=422 if wrong and request.method == "POST" else 200)


def _act(request: HttpRequest, reading: Reading) -> HttpResponse:
    """Apply to the events chosen, remember, or both: as the button says."""
    what = request.POST.get("do", "")
    if what in ("remember", "both"):
        if not request.user.has_perm(accounts.TEACH):
            raise ValidationError(_("You may apply this, but not teach it. Ask an admin."))
        lesson = teaching.remember(reading, request.user)
        messages.success(request, _("Remembered: “%(words)s”. New uploads obey.") % {"words": lesson.words})
    if what in ("apply", "both"):
        chosen = [pk for given in request.POST.getlist("event") if (pk := whole_number(given))]
        together, made = teaching.apply(reading, chosen[: teaching.MOST], request.user)
        said = ngettext("Applied to %(n)d other event.", "Applied to %(n)d other events.", made) % {"n": made}
        messages.success(request, said if made else _("Nothing to apply: no event was chosen, or all have changed."))
        if made:
            return see_other("corrections-together", together)
    return see_other(reading.correction.event)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(accounts.CORRECT)
def together(request: HttpRequest, batch: uuid.UUID) -> HttpResponse:
    """Corrections made in one go: what they changed; sent, it takes them back."""
    made = Correction.objects.filter(together=batch).select_related("event", "made_by").order_by("-pk")
    if request.method == "POST":
        undone = teaching.undo_together(batch, request.user)
        messages.success(
            request, ngettext("%(n)d correction undone.", "%(n)d corrections undone.", undone) % {"n": undone}
        )
        return see_other("corrections-together", batch)
    if not made:
        raise Http404
    names = country_names()
    lines = [(one, value_label(one.field, one.old, names), value_label(one.field, one.new, names)) for one in made]
    context = {
        "batch": batch,
        "field": field_label(made[0].field),
        "first": made[0],
        "lines": lines,
        "standing": sum(one.undone_at is None for one in made),
    }
    return render(request, "pages/together.html", context)


# --- Lessons


@require_safe
@needs(accounts.TEACH)
def lesson_list(request: HttpRequest) -> HttpResponse:
    lessons = Lesson.objects.kept().select_related("alias", "made_by", "correction").order_by("-pk")
    page = Paginator(lessons, PAGE).get_page(request.GET.get("page"))
    names = country_names()
    context = {"page": page, "rows": [(lesson, lesson_means(lesson, names)) for lesson in page]}
    return render(request, "pages/lessons.html", context)


@require_POST
@needs(accounts.TEACH)
def lesson_switch(request: HttpRequest, pk: int) -> HttpResponse:
    lesson = get_object_or_404(Lesson.objects.kept(), pk=pk)
    on = request.POST.get("on") == "1"
    teaching.switch(lesson, on=on)
    said = _("In use again: “%(words)s”.") if on else _("Switched off: “%(words)s”. New uploads go without it.")
    messages.success(request, said % {"words": lesson.words})
    return see_other("lesson-list")


@require_POST
@needs(accounts.TEACH)
def lesson_undo(request: HttpRequest, pk: int) -> HttpResponse:
    lesson = get_object_or_404(Lesson.objects.kept(), pk=pk)
    teaching.undo(lesson, request.user)
    messages.success(
        request, _("Undone: “%(words)s” is forgotten; what was corrected stays.") % {"words": lesson.words}
    )
    return see_other("lesson-list")


def lesson_means(lesson: Lesson, names: dict[str, str]) -> str:
    """The meaning of its words, as people read it."""
    if lesson.kind == LessonKind.PHRASE:
        return value_label("type", lesson.value or None, names)
    if lesson.kind == LessonKind.HEADING:
        return value_label("region", lesson.value, names)
    is_country = lesson.alias is not None and lesson.alias.country_id is not None
    return names.get(lesson.value, lesson.value) if is_country else lesson.value


def _shown(reading: Reading, value) -> str:
    """One value of the reading's field as people read it; "none" where there is none."""
    if reading.is_of_list:
        value = [] if value is None else [value]
    return value_label(reading.field, value, country_names())
