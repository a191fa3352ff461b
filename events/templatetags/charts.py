"""Words and numbers of charts, as the language writes them."""

from __future__ import annotations

import datetime
from functools import lru_cache

from babel.dates import format_date, format_skeleton
from django import template
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from events.models.choices import Quad
from events.templatetags.newsdesk import LOCALES, QUAD_ICONS, day, language, locale
from events.timelines import Bar, Step, Tick, Timeline

register = template.Library()


@register.filter
def bucket(bar: Bar, step: Step) -> str:
    """What a bar stands for: "20 November 2026", "Week from 16 November 2026", "November 2026", "2026"."""
    return bucket_name(bar.start, step, language())


@lru_cache(maxsize=20_000)
def bucket_name(start: datetime.date, step: Step, language: str) -> str:
    """The same, from the first day; `language` is the page's."""
    if step is Step.YEAR:
        return str(start.year)
    if step is Step.MONTH:
        return format_date(start, "MMMM y", locale=LOCALES[language])
    if step is Step.WEEK:
        return _("Week from %(day)s") % {"day": day(start)}
    return day(start)


@register.filter
def short_bucket(bar: Bar, step: Step) -> str:
    """The same, where there is little room: "16 Nov 2026", "Nov 2026", "2026"."""
    patterns = {Step.YEAR: "y", Step.MONTH: "yMMM"}
    return format_skeleton(patterns.get(step, "yMMMd"), bar.start, locale=locale())


@register.filter
def ticks(timeline: Timeline) -> list[tuple[Tick, str]]:
    """The marks of the axis with their names; the year stands where it begins."""
    named, year = [], None
    patterns = _axis_patterns(timeline.step)
    for tick in timeline.ticks:
        if timeline.names_years_only:
            label = str(tick.day.year)
        else:
            label = format_date(tick.day, patterns[tick.day.year != year], locale=locale())
        named.append((tick, label))
        year = tick.day.year
    return named


def _axis_patterns(step: Step) -> tuple[str, str]:
    """How a mark is written, in the letters of CLDR: without its year, and with it."""
    if step is Step.DAY:
        # Translators: letters of CLDR for a day under a chart, where there is little room: "24 Oct".
        return pgettext("axis of a chart", "d MMM"), pgettext("axis of a chart", "d MMM y")
    return "MMM", "MMM y"


@register.filter
def percent(share: float) -> str:
    """A number for an attribute of SVG, with a point in every language."""
    return f"{share:.10g}%"


@register.filter
def px(length: float) -> str:
    return f"{length:.10g}"


@register.filter
def rest(share: float) -> str:
    """What is left of a hundred: where a bar begins that ends at the right."""
    return f"{100 - share:.10g}"


@register.filter
def quad_class(quad: Quad) -> str:
    """The class that colours a quad class: vc, mc, vf, mf."""
    return QUAD_ICONS[quad]


@register.filter
def iso(value: datetime.date) -> str:
    return value.isoformat()
