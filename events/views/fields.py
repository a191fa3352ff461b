"""One field of an event, corrected where it stands: on the event's page and in the review."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from events import accounts, corrections
from events.forms import CorrectionForm
from events.models import Correction, Event
from events.views.access import needs
from events.views.correction_page import CorrectionPage, conflict_of
from events.views.corrections import explain, see
from events.views.event_page import event_or_404, render_event
from events.views.labels import field_label
from events.views.origins import carried


@dataclass(frozen=True)
class Outcome:
    """What came of a form that was sent: `page` is to be shown again unless the change was made."""

    page: CorrectionPage | None = None
    status: int = 200
    made: Correction | None = None


@require_http_methods(["GET", "HEAD", "POST"])
@needs(accounts.CORRECT)
def event_field(request: HttpRequest, pk: int, field: str) -> HttpResponse:
    event = event_or_404(pk, sees_rejected=True)
    if field not in CorrectionForm.FIELDS:
        raise Http404
    in_list = carried(request)
    action, leave = reverse("event-field", args=[pk, field]) + in_list, event.get_absolute_url() + in_list
    if request.method != "POST":
        return render_event(request, event, open_field=open_form(event, field, action, leave))
    outcome = correct_field(request, event, field, action, leave)
    if outcome.page:
        return render_event(request, event, open_field=outcome.page, status=outcome.status)
    say(request, field, outcome.made)
    return see(event, in_list)


def open_form(event: Event, field: str, action: str, leave: str) -> CorrectionPage:
    return CorrectionPage(CorrectionForm(event=event, only=field), action=action, leave=leave)


def correct_field(request: HttpRequest, event: Event, field: str, action: str, leave: str) -> Outcome:
    """Correct it as the form says, unless somebody changed this very field since it was opened."""
    form = CorrectionForm(request.POST, event=event, only=field)
    if not form.is_valid():
        return Outcome(CorrectionPage(form, action=action, leave=leave), 422)
    if form.changed_meanwhile():
        page = CorrectionPage(form.renewed(), conflict=conflict_of(form), action=action, leave=leave)
        return Outcome(page, 409)
    try:
        made = corrections.correct_together(event, form.changes(), request.user, seen=event.changed_at)
    except corrections.ChangedMeanwhileError:
        again = CorrectionForm(request.POST, event=event_or_404(event.pk, sees_rejected=True), only=field)
        again.is_valid()
        page = CorrectionPage(again.renewed(), conflict=conflict_of(again), action=action, leave=leave)
        return Outcome(page, 409)
    except ValidationError as error:
        explain(form, error)
        return Outcome(CorrectionPage(form, action=action, leave=leave), 422)
    return Outcome(made=made[0] if made else None)


def say(request: HttpRequest, field: str, made: Correction | None) -> None:
    if made:
        messages.success(request, _("Corrected: %(fields)s.") % {"fields": field_label(field)})
    else:
        messages.info(request, _("Nothing was changed: the event says so already."))
