"""Readings that wait to be accepted: begin one, see how far it is, what would change, accept it by part, discard it."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from events import accounts, health, readings
from events import messages as sentences
from events.comparison import Part, compare, judged
from events.filter_fields import whole_number
from events.models import Article, Proposal, ReadingRun, Rereading
from events.models.choices import ArticleStatus, EventStatus, RereadingStatus
from events.readings import PARTS, PASSAGES
from events.views.access import needs
from events.views.fragments import render_either
from events.views.labels import country_names, field_label, value_label
from events.views.redirects import see_other

PAGE = 50
EXAMPLES = 3


@dataclass(frozen=True)
class Example:
    """One difference, in a person's words."""

    proposal: Proposal
    verdict: str
    old: str
    new: str


@dataclass(frozen=True)
class Row:
    """A line of the comparison."""

    part: Part
    label: str
    examples: list[Example]


@require_http_methods(["GET", "HEAD", "POST"])
@needs(accounts.HANDLE_ARTICLES)
def reading_list(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return _begin(request)
    done = Count("rereadings", filter=~Q(rereadings__status__in=[RereadingStatus.QUEUED, RereadingStatus.READING]))
    runs = ReadingRun.objects.select_related("made_by").annotate(total=Count("rereadings"), done=done).order_by("-pk")
    articles = Article.objects.kept().filter(status=ArticleStatus.PARSED)
    context = {
        "page": Paginator(runs, PAGE).get_page(request.GET.get("page")),
        "parts": len(PARTS),
        "articles": articles.count(),
        "outdated": readings.outdated(articles).count(),
        "days": readings.KEPT.days,
    }
    return render(request, "pages/readings.html", context)


def _begin(request: HttpRequest) -> HttpResponse:
    """Of the articles named, of those of a batch, of those an older version read, or of all."""
    articles = Article.objects.kept()
    if "batch" in request.POST:
        try:
            articles = articles.filter(uploads__batch=uuid.UUID(request.POST["batch"]))
        except ValueError:
            articles = articles.none()
    elif "outdated" in request.POST:
        articles = readings.outdated(articles)
    elif "all" not in request.POST:
        chosen = [pk for given in request.POST.getlist("article") if (pk := whole_number(given))]
        articles = articles.filter(pk__in=chosen)
    run = readings.begin(articles.order_by("pk").values_list("pk", flat=True).distinct(), request.user)
    if run is None:
        messages.error(request, _("There is nothing to read again: choose articles that were parsed."))
        return see_other("reading-list")
    return see_other("reading", run.pk)


@require_safe
@needs(accounts.HANDLE_ARTICLES)
def reading(request: HttpRequest, pk: int) -> HttpResponse:
    run = get_object_or_404(ReadingRun.objects.select_related("made_by", "accepted_by", "discarded_by"), pk=pk)
    part = request.GET.get("part", "")
    if part and part not in PARTS:
        raise Http404
    counts = readings.counts(run)
    done = counts[RereadingStatus.READ] + counts[RereadingStatus.FAILED]
    is_finished = readings.is_finished(run)
    context = {
        "run": run,
        "counts": counts,
        "done": done,
        "is_finished": is_finished,
        "is_stopped": not is_finished and not health.work_goes_on(),
        "failed": _failed(run) if counts[RereadingStatus.FAILED] else [],
        "here": request.get_full_path(),
        "is_accepted_whole": set(run.accepted) >= set(PARTS),
    }
    if part:
        proposals = Proposal.objects.filter(rereading__run=run, field=part).select_related("event").order_by("pk")
        page = Paginator(proposals, PAGE).get_page(request.GET.get("page"))
        context |= {"part": part, "label": part_label(part), "page": page, "examples": _examples(page)}
        return render(request, "pages/reading_part.html", context)
    if is_finished:
        context["rows"] = [Row(one, part_label(one.name), _first(run, one)) for one in compare(run) if one.changes]
    return render_either(request, "pages/reading.html", "partials/reading.html", context)


@require_POST
@needs(accounts.HANDLE_ARTICLES)
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    run = get_object_or_404(ReadingRun.objects.filter(discarded_at__isnull=True), pk=pk)
    parts = PARTS if "all" in request.POST else [one for one in request.POST.getlist("part") if one in PARTS]
    if parts:
        readings.accept(run, parts, request.user)
        messages.success(request, _("Accepted: it is being stored. Verified events and corrected values stay."))
    return see_other("reading", pk)


@require_POST
@needs(accounts.HANDLE_ARTICLES)
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    run = get_object_or_404(ReadingRun, pk=pk)
    readings.discard(run, request.user)
    messages.success(request, _("Discarded: nothing more of this reading will be stored."))
    return see_other("reading", pk)


def part_label(part: str) -> str:
    return _("Passages") if part == PASSAGES else field_label(part)


def _first(run: ReadingRun, part: Part) -> list[Example]:
    """Some of a part's differences: those that people's checks speak of before others."""
    proposals = Proposal.objects.filter(rereading__run=run, field=part.name).select_related("event").order_by("pk")
    spoken_of = Q(event__status__in=[EventStatus.VERIFIED, EventStatus.REJECTED]) | Q(
        event__corrections__field=part.name
    )
    some = list(proposals.filter(spoken_of).distinct()[:EXAMPLES])
    some += proposals.exclude(pk__in=[one.pk for one in some])[: EXAMPLES - len(some)]
    return _examples(some)


def _examples(proposals: Iterable[Proposal]) -> list[Example]:
    names = country_names()
    return [
        Example(one, verdict, _shown(one, one.old, names), _shown(one, one.new, names))
        for one, verdict in judged(list(proposals))
    ]


def _shown(proposal: Proposal, value, names: dict[str, str]) -> str:
    if proposal.field == PASSAGES:
        return (value or {}).get("text", "")
    return value_label(proposal.field, value, names)


def _failed(run: ReadingRun) -> list[tuple[Rereading, str]]:
    rows = Rereading.objects.filter(run=run, status=RereadingStatus.FAILED).select_related("article")
    return [(row, sentences.sentence(row.failure)) for row in rows.defer("result", "article__text")[:PAGE]]
