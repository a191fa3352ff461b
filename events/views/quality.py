"""The quality page: how often each field is right, on the labelled corpus and where editors checked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from events import accounts, extraction, quality, values
from events.agreement import Tally, are_same, standing_corrections
from events.facets.index import checked
from events.models.choices import Language
from events.quality import ALL, ENOUGH, LANGUAGES
from events.readings import PASSAGES
from events.views.labels import country_names, value_label
from events.views.readings import part_label

PAGE = 50
FIELDS = (PASSAGES, *(field for field in values.FIELDS if field != "title"))


@dataclass(frozen=True)
class Cell:
    """One figure: `percent` is None where there are too few to say."""

    percent: int | None
    of: int
    sentence: str  # the figure in words
    url: str = ""


@dataclass(frozen=True)
class Table:
    """The figures of one language: a line for each field, a column for all and for each layout."""

    language: str
    columns: list[str]
    rows: list[tuple[str, list[Cell]]]


@require_safe
def quality_page(request: HttpRequest) -> HttpResponse:
    measured = quality.on_the_corpus()
    context = {
        "corpus": [_corpus_table(language) for language in LANGUAGES],
        "live": [table for language in LANGUAGES if (table := _live_table(language))],
        "version": extraction.VERSION,
        "measured_version": measured.extractor,
        "enough": ENOUGH,
        "may_teach": request.user.has_perm(accounts.TEACH),
        "may_handle": request.user.has_perm(accounts.HANDLE_ARTICLES),
        "counting": checked.last(),
    }
    return render(request, "pages/quality.html", context)


@require_safe
def quality_events(request: HttpRequest) -> HttpResponse:
    """The events that one figure counts: what the machine said of the field, and what people made of it."""
    field, language, layout = (request.GET.get(name, "") for name in ("field", "language", "layout"))
    if field not in values.FIELDS or language not in Language.values or layout not in {ALL, *layout_names()}:
        raise Http404
    events = quality.events_behind(field, language, layout).select_related("article").defer("article__text", "search")
    page = Paginator(events, PAGE).get_page(request.GET.get("page"))
    corrected = standing_corrections([event.pk for event in page])
    names = country_names()
    said = [values.machine_value(one.machine, field) for one in page]
    truths = [corrected.get(one.pk, {}).get(field, value) for one, value in zip(page, said, strict=True)]
    right = are_same([(field, *both) for both in zip(said, truths, strict=True)])
    shown = [[value_label(field, one, names) for one in _by_names_now(field, of)] for of in (said, truths)]
    rows = [
        (event, label, "" if is_right else meant)
        for event, label, meant, is_right in zip(page, *shown, right, strict=True)
    ]
    title = _title(field, language, layout)
    return render(request, "pages/quality_events.html", {"title": title, "page": page, "rows": rows, "field": field})


def _by_names_now(field: str, said: Sequence) -> list:
    """Values of one field; in lists of names each as its row has it by now."""
    if field not in values.LISTS:
        return list(said)
    now = values.names_now(field, {name for listed in said for name in listed or ()})
    return [[now[name] for name in listed or ()] for listed in said]


def layout_names() -> dict[str, str]:
    """The layouts an article can have, by name."""
    return {
        "starred": _("Items with asterisks"),
        "bulleted": _("Bulleted"),
        "numbered": _("Numbered"),
        "agency": _("Agency first"),
        "dateline": _("Datelines"),
        "credited": _("Credits at the end"),
        "marked": _("Items with marks"),
        "paragraphs": _("Paragraphs"),
        "portal": _("Portal page"),
        "story": _("One story"),
        "headline": _("Headlines over texts"),
    }


def _corpus_table(language: str) -> Table:
    measured = quality.on_the_corpus()
    layouts = measured.layouts(language)
    rows = []
    for field in FIELDS:
        cells = []
        for layout in layouts:
            figure = measured.figures[field, language, layout]
            percent = None if figure.share is None or figure.of < ENOUGH else round(100 * figure.share)
            sentence = _("%(what)s: %(percent)s") % {
                "what": _title(field, language, layout),
                "percent": f"{percent} %" if percent is not None else _("too few to say"),
            }
            cells.append(Cell(percent, figure.of, sentence))
        rows.append((part_label(field), cells))
    return Table(language, _columns(layouts), rows)


def _live_table(language: str) -> Table | None:
    """None where nobody checked an event of the language."""
    found = quality.live()
    layouts = sorted({layout for _field, spoken, layout in found if spoken == language})
    if not layouts:
        return None
    rows = []
    for field in values.FIELDS:
        cells = [_live_cell(found.get((field, language, layout)), field, language, layout) for layout in layouts]
        rows.append((part_label(field), cells))
    return Table(language, _columns(layouts), rows)


def _live_cell(tally: Tally | None, field: str, language: str, layout: str) -> Cell:
    if tally is None or not tally.of:
        return Cell(None, 0, _("none checked"))
    percent = round(100 * tally.right / tally.of) if tally.of >= ENOUGH else None
    sentence = ngettext(
        "%(what)s: right %(right)d of %(of)d checked here", "%(what)s: right %(right)d of %(of)d checked here", tally.of
    ) % {"what": _title(field, language, layout), "right": tally.right, "of": tally.of}
    query = urlencode({"field": field, "language": language, **({"layout": layout} if layout else {})})
    return Cell(percent, tally.of, sentence, f"{reverse('quality-events')}?{query}")


def _columns(layouts: Iterable[str]) -> list[str]:
    names = layout_names()
    return [str(names.get(layout, layout)) if layout else _("All") for layout in layouts]


def _title(field: str, language: str, layout: str) -> str:
    """Type, Vietnamese, bulleted."""
    parts = [part_label(field), str(Language(language).label)]
    if layout:
        parts.append(layout_names().get(layout, layout))
    return ", ".join(parts)
