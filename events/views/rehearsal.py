"""Trying a text before anything is stored: its events and what would be set aside; then it is kept or discarded."""

from __future__ import annotations

import base64
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from events import accounts, messages, rehearsal, resemblance, uploads, values
from events.definitions import NO_ACT
from events.extraction.records import QUAD_OF, ArticleRefused, ExtractedEvent, Extraction
from events.marking import Mark, with_evidence
from events.models.choices import EventType, PassageKind, Quad, SetAsideReason
from events.upload_forms import RehearsalForm
from events.views.access import needs
from events.views.labels import country_names, field_label, value_label
from events.views.upload import redirect_to_batch

FACTS = ("countries", "region", "topic", "people", "organizations", "agencies")
LATER = (messages.Obstacle.BUSY, messages.Obstacle.TOO_OFTEN)


@dataclass(frozen=True)
class Read:
    """An event as it would be stored."""

    title: str
    type: str
    quad: str | None
    quad_label: str
    date: str
    actor: str
    recipient: str
    facts: list[tuple[str, str]]


@dataclass(frozen=True)
class Stretch:
    """A passage: what it would become, and its words with the evidence marked."""

    kind: str
    html: SafeString
    reason: str = ""
    event: Read | None = None  # on the first passage of each event


@require_http_methods(["GET", "HEAD", "POST"])
@needs(accounts.UPLOAD)
def rehearse(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _page(request, RehearsalForm())
    form = RehearsalForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, form, status=422)
    given = form.cleaned_data
    if "keep" in request.POST:
        return _keep(request, form)
    try:
        result = rehearsal.rehearse(
            given["raw"],
            name=given["name"],
            user=request.user,
            uploaded_on=timezone.localdate(),
            reference_date=given["reference_date"],
            language=given["language"],
        )
    except (ArticleRefused, rehearsal.RehearsalRefusedError) as refused:
        form.add_error(None, messages.sentence(refused.code))
        return _page(request, form, status=429 if refused.code in LATER else 422)
    return _page(request, form, result)


def _keep(request: HttpRequest, form: RehearsalForm) -> HttpResponse:
    """What was tried becomes an upload with the same settings."""
    given = form.cleaned_data
    batch = uploads.accept(
        [SimpleUploadedFile(given["name"], given["raw"])],
        reference_date=given["reference_date"],
        language=given["language"],
        publisher=given["publisher"],
        user=request.user,
    )
    if batch.nothing_accepted:
        form.add_error(None, messages.sentence(batch.uploads[0].refusal))
        return _page(request, form, status=422)
    return redirect_to_batch(batch.id)


def _page(
    request: HttpRequest, form: RehearsalForm, result: Extraction | None = None, *, status: int = 200
) -> HttpResponse:
    context = {"form": form, "max_kb": rehearsal.LARGEST // 1024}
    if result:
        kinds = Counter(passage.kind for passage in result.passages)
        context |= {
            "result": result,
            "language": result.document.language if result.document.language != "und" else "",
            "stretches": _stretches(result),
            "events": len(result.events),
            "resemblance": resemblance.most_like(event.text for event in result.events),
            "set_aside": kinds[PassageKind.SET_ASIDE],
            "original": base64.b64encode(form.cleaned_data["raw"]).decode(),
            "name": form.cleaned_data["name"],
        }
    return render(request, "pages/rehearse.html", context, status=status)


def _stretches(result: Extraction) -> list[Stretch]:
    text, names = result.document.text, country_names()
    waiting = sorted(result.events, key=lambda event: event.start)
    marks = [
        Mark(evidence.start, evidence.end, evidence.field)
        for event in waiting
        for evidence in event.evidence
        if evidence.start is not None and evidence.end is not None
    ]
    stretches = []
    for passage in result.passages:
        event = None
        if passage.kind == PassageKind.EVENT and waiting and waiting[0].start < passage.end:
            event = _read(waiting.pop(0), names)
        inside = [mark for mark in marks if passage.start <= mark.start < passage.end]
        reason = SetAsideReason(passage.reason).label if passage.reason else ""
        html = _marked(text, passage.start, passage.end, inside if passage.kind == PassageKind.EVENT else ())
        stretches.append(Stretch(str(passage.kind), html, str(reason), event))
    return stretches


def _marked(text: str, start: int, end: int, marks: Iterable[Mark]) -> SafeString:
    lines, at = [], start
    for line in text[start:end].split("\n"):
        if line.strip():
            lines.append((with_evidence(line, marks, offset=at),))
        at += len(line) + 1
    return format_html_join("\n", '<p class="passage">{}</p>', lines)


def _read(event: ExtractedEvent, names: dict[str, str]) -> Read:
    machine = values.machine_values(event)
    shown = {
        field: value_label(field, value, names)
        for field in (*FACTS, "date", *values.PARTIES)
        if (value := values.machine_value(machine, field))
    }
    quad = str(QUAD_OF[event.type]) if event.type else None
    return Read(
        title=event.title,
        type=str(EventType(event.type).label if event.type else NO_ACT),
        quad=quad,
        quad_label=str(Quad(quad).label) if quad else "",
        date=shown.get("date") or _("Date not known"),
        actor=shown.get("actor", ""),
        recipient=shown.get("recipient", ""),
        facts=[(field_label(field), shown[field]) for field in FACTS if field in shown],
    )
