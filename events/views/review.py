"""The review: one event after the other, the least sure first; accept, correct in place, reject, undo."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from events import accounts, corrections, review
from events.filter_fields import whole_number
from events.filters import EventFilters
from events.forms import CorrectionForm
from events.models import Correction, Event
from events.models.doubt import WORTH
from events.views.access import needs
from events.views.correction_page import CorrectionPage
from events.views.corrections import changed_meanwhile, seen_in
from events.views.event_page import event_or_404
from events.views.fields import correct_field, open_form, say
from events.views.fragments import render_either
from events.views.labels import field_label
from events.views.panels import chips_of
from events.views.redirects import see_other
from events.views.review_page import ReviewPage

UNDONE_WITHIN = datetime.timedelta(hours=12)  # a working day: "undo" reaches no further back


@dataclass(frozen=True)
class Asked:
    """What the address asks for: the queue, and the query that leads to it again."""

    queue: review.Queue
    filters: EventFilters

    @classmethod
    def of(cls, request: HttpRequest) -> Asked:
        filters = EventFilters(request.GET, sees_rejected=True)
        order, field = request.GET.get("order", review.DOUBT), request.GET.get("field", "type")
        selection = replace(filters.selection, status=())
        order = order if order in review.ORDERS else review.DOUBT
        return cls(review.Queue(selection, order, field if field in WORTH else "type"), filters)

    def url(self, event: int | None = None, **more) -> str:
        """Of the review, at an event of this queue."""
        return f"{reverse('review')}?{self.query(event, **more)}".removesuffix("?")

    def query(self, event: int | None = None, **more) -> str:
        queue = self.queue
        pairs = queue.selection.pairs()
        order = more.pop("order", queue.order)
        if order != review.DOUBT:
            pairs.append(("order", order))
        if order == review.FIELD:
            pairs.append(("field", more.pop("field", queue.field)))
        if event:
            pairs.append(("event", event))
        return urlencode([*pairs, *more.items()])


@require_safe
@needs(accounts.CORRECT)
def review_page(request: HttpRequest) -> HttpResponse:
    asked = Asked.of(request)
    if asked.filters.wrongs:
        return _render(request, asked, None, status=400)
    event = _event(request, asked)
    field = request.GET.get("edit", "")
    page = None
    if event and field in CorrectionForm.FIELDS:
        page = open_form(event, field, _field_url(asked, event, field), asked.url(event.pk))
    return _render(request, asked, event, page=page)


@require_POST
@needs(accounts.CORRECT)
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    said = _("Accepted: “%(title)s”.")
    return _judge(request, pk, lambda event: corrections.verify(event, request.user, seen=seen_in(request)), said)


@require_POST
@needs(accounts.CORRECT)
def reject(request: HttpRequest, pk: int) -> HttpResponse:
    said = _("Rejected: “%(title)s”.")
    return _judge(request, pk, lambda event: corrections.reject(event, request.user, seen=seen_in(request)), said)


@require_POST
@needs(accounts.CORRECT)
def field(request: HttpRequest, pk: int, field: str) -> HttpResponse:
    asked, event = Asked.of(request), event_or_404(pk, sees_rejected=True)
    if field not in CorrectionForm.FIELDS:
        raise Http404
    outcome = correct_field(request, event, field, _field_url(asked, event, field), asked.url(pk))
    if outcome.page:
        return _render(request, asked, event, page=outcome.page, status=outcome.status)
    say(request, field, outcome.made)
    return see_other(asked.url(pk))


@require_POST
@needs(accounts.CORRECT)
def undo(request: HttpRequest) -> HttpResponse:
    """Take back this editor's latest doing that still stands, and show that event."""
    asked = Asked.of(request)
    made = _done_by(request).select_related("event").order_by("-pk").first()
    if made is None:
        messages.info(request, _("There is nothing of yours to undo here."))
        return see_other(asked.url(whole_number(request.GET.get("event", ""))))
    try:
        corrections.undo(made, request.user)
    except ValidationError as error:
        messages.error(request, error.messages[0])
    else:
        said = _("Undone: %(field)s of “%(title)s”.")
        messages.success(request, said % {"field": field_label(made.field), "title": made.event.title})
    return see_other(asked.url(made.event_id))


def _judge(request: HttpRequest, pk: int, change: Callable[[Event], Correction | None], said: str) -> HttpResponse:
    asked, event = Asked.of(request), event_or_404(pk, sees_rejected=True)
    following = asked.queue.after(event)
    try:
        change(event)
    except corrections.ChangedMeanwhileError:
        event = event_or_404(pk, sees_rejected=True)
        return _render(request, asked, event, problem=changed_meanwhile(event), status=409)
    except ValidationError as error:
        messages.error(request, error.messages[0])
    else:
        messages.success(request, said % {"title": event.title})
    return see_other(asked.url(following))


def _event(request: HttpRequest, asked: Asked) -> Event | None:
    """The one asked for, else the first of the queue; None when nothing waits."""
    given = whole_number(request.GET.get("event", ""))
    if given is not None:
        return event_or_404(given, sees_rejected=True)
    first = asked.queue.events().values_list("pk", flat=True).first()
    return event_or_404(first, sees_rejected=True) if first else None


def _render(
    request: HttpRequest,
    asked: Asked,
    event: Event | None,
    *,
    page: CorrectionPage | None = None,
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    wrongs = asked.filters.wrongs
    context = {
        "asked": asked,
        "page": ReviewPage(asked, event) if not wrongs else None,
        "event": event,
        "open_field": page,
        "problem": problem,
        "wrongs": wrongs,
        "without_wrong": asked.url(),
        "chips": chips_of(asked.queue.selection, reverse("review")) if not wrongs else [],
        "can_undo": _done_by(request).exists(),
    }
    return render_either(request, "pages/review.html", "partials/review.html", context, status=status)


def _field_url(asked: Asked, event: Event, field: str) -> str:
    return f"{reverse('review-field', args=[event.pk, field])}?{asked.query()}"


def _done_by(request: HttpRequest) -> QuerySet[Correction]:
    """What this editor did lately to single events and still stands. Rows, not the session: verdicts may overlap."""
    since = timezone.now() - UNDONE_WITHIN
    mine = Correction.objects.filter(made_by=request.user, undone_at=None, made_at__gte=since)
    return mine.filter(together=None, recut=None, event__article__trashed_at=None)
