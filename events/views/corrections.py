"""What editors do to one event: correct its fields, undo, verify, reject, and take a review back."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from events import accounts
from events import corrections as business
from events.filter_fields import moment
from events.forms import CorrectionForm
from events.models import Correction, Event
from events.templatetags.newsdesk import person
from events.views.access import needs
from events.views.correction_page import CorrectionPage, conflict_of
from events.views.event_page import event_or_404, render_event
from events.views.labels import field_label
from events.views.origins import carried
from events.views.redirects import see_other


@require_http_methods(["GET", "HEAD", "POST"])
@needs(accounts.CORRECT)
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    event = event_or_404(pk, sees_rejected=True)
    if request.method != "POST":
        return _form(request, event, CorrectionForm(event=event))
    form = CorrectionForm(request.POST, event=event)
    if not form.is_valid():
        return _form(request, event, form, status=422)
    if form.seen != event.changed_at:
        return _conflict(request, event, form)
    try:
        made = business.correct_together(event, form.changes(), request.user, seen=form.seen)
    except business.ChangedMeanwhileError:
        event = event_or_404(pk, sees_rejected=True)
        again = CorrectionForm(request.POST, event=event)
        again.is_valid()
        return _conflict(request, event, again)
    except ValidationError as error:
        explain(form, error)
        return _form(request, event, form, status=422)
    if made:
        fields = ", ".join(field_label(correction.field) for correction in made)
        messages.success(request, _("Corrected: %(fields)s.") % {"fields": fields})
    else:
        messages.info(request, _("Nothing was changed: the event says so already."))
    return see(event, carried(request))


@require_POST
@needs(accounts.CORRECT)
def undo(request: HttpRequest, pk: int, correction: int) -> HttpResponse:
    event = event_or_404(pk, sees_rejected=True)
    row = get_object_or_404(Correction.objects.select_related("event"), pk=correction, event=event)
    return _act(request, event, lambda: business.undo(row, request.user), _("Undone."))


@require_POST
@needs(accounts.CORRECT)
def verify(request: HttpRequest, pk: int) -> HttpResponse:
    event = event_or_404(pk, sees_rejected=True)
    return _act(request, event, lambda: business.verify(event, request.user, seen=seen_in(request)), _("Verified."))


@require_POST
@needs(accounts.CORRECT)
def reject(request: HttpRequest, pk: int) -> HttpResponse:
    event = event_or_404(pk, sees_rejected=True)
    said = _("Rejected: readers see it no more. You can take that back.")
    return _act(request, event, lambda: business.reject(event, request.user, seen=seen_in(request)), said)


@require_POST
@needs(accounts.CORRECT)
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    event = event_or_404(pk, sees_rejected=True)
    return _act(request, event, lambda: business.unverify(event, request.user), _("Taken back: not reviewed."))


def _act(request: HttpRequest, event: Event, change: Callable, said: str) -> HttpResponse:
    try:
        change()
    except business.ChangedMeanwhileError:
        messages.error(request, changed_meanwhile(event))
    except ValidationError as error:
        messages.error(request, error.messages[0])
    else:
        messages.success(request, said)
    return see(event, carried(request))


def seen_in(request: HttpRequest) -> datetime.datetime | None:
    """When the event that was looked at had last changed; None where the request does not tell."""
    return moment(request.POST.get("seen", ""))


def changed_meanwhile(event: Event) -> str:
    """Who changed what, for somebody who would have judged an older state of the event."""
    last = Correction.objects.filter(event=event).select_related("made_by", "undone_by").order_by("-pk").first()
    if last is None:
        return _(
            "The event was changed while you looked at it, by a new reading of its article. Look again, then judge."
        )
    said = _("%(name)s changed the event while you looked at it (%(field)s). Look again, then judge.")
    who = last.undone_by if last.undone_at and last.undone_by else last.made_by
    return said % {"name": person(who), "field": field_label(last.field)}


def see(event: Event, in_list: str = "") -> HttpResponse:
    """On to the event, in the list it was read in."""
    return see_other(event.get_absolute_url() + in_list)


def _form(request: HttpRequest, event: Event, form: CorrectionForm, *, status: int = 200, **more) -> HttpResponse:
    return render_event(request, event, form=CorrectionPage(form, **more), status=status)


def _conflict(request: HttpRequest, event: Event, form: CorrectionForm) -> HttpResponse:
    """Nothing is stored: the form comes back over the event as it stands now, with both values of what differs."""
    return _form(request, event, form.renewed(), status=409, conflict=conflict_of(form))


def explain(form: CorrectionForm, error: ValidationError) -> None:
    for field, sentences in error.message_dict.items():
        for sentence in sentences:
            form.add_error(field if field in form.fields else None, sentence)
