"""The small parts that a page of events repeats, some hundreds of each: values of facets, bars and rows of charts,
kinds and parties of events.

Written out here, since a template takes some 100 µs for each of them, which was most of the time of a page. Everything
from outside is escaped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from html import escape
from urllib.parse import quote

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext

from events.event_rows import EventRow, Mention
from events.histogram import Bar, Histogram
from events.models.choices import EventType, Quad, Role
from events.templatetags.charts import bucket_name, percent, px
from events.templatetags.newsdesk import QUAD_ICONS, how_many_events, icon, language, number_in, quad_icon
from events.timelines import Bar as TimelineBar
from events.timelines import Timeline

register = template.Library()

_VALUE = (
    '<li><label class="facet-value"{zero}><input type="checkbox" name="{param}" value="{key}" id="f-{param}-{key}"'
    '{checked}>{icon}<span class="name" title="{label}">{label}</span>'
    '<data value="{count}">{number}</data></label></li>\n'
)
_BAR = (
    '<a id="bar-{start}" tabindex="-1" href="{href}"><title>{when}: {total}</title>'
    '<rect class="catch" x="{x}" width="{width}" y="0" height="{floor}"/>'
    '<rect class="{kind}" x="{x}" width="{width}" y="{y}" height="{height}"/></a>\n'
)
_TIMELINE_BAR = (
    '<a tabindex="-1" href="{href}"><title>{when}: {total}</title>'
    '<rect class="catch" x="{x}" width="{width}" y="0" height="{floor}"/>{parts}</a>\n'
)
_PART = '<rect class="{}" x="{x}" width="{width}" y="{y}" height="{height}"/>'
_TIMELINE_ROW = '<tr><th scope="row"><a href="{}">{}</a></th>{}</tr>\n'
_CELL = '<td class="number">{}</td>'
_BAR_ROW = '<tr><th scope="row"><a href="{}">{}</a></th><td class="number">{}</td></tr>\n'


@register.simple_tag
def facet_values(param: str, values: Iterable[dict]) -> SafeString:
    """Values of a facet, as api.labelled has them, as items of a list: each a labelled checkbox with its count."""
    param, write = escape(param), partial(number_in, language())
    return SafeString("".join(_facet_value(param, value, write) for value in values))


def _facet_value(param: str, value: dict, write: Callable[[int], str]) -> str:
    return _VALUE.format(
        param=param,
        key=escape(value["value"]),
        label=escape(value["label"]),
        count=value["count"],
        number=write(value["count"]),
        zero="" if value["count"] else ' data-count="0"',
        checked=" checked" if value["selected"] else "",
        icon=quad_icon(value["value"]) if param == "quad" else "",
    )


@register.simple_tag
def bars(histogram: Histogram, page: str, around: str) -> SafeString:
    """The bars of a histogram that hold events; each leads to its days, under the query `around`."""
    link, here = _link(page, around), language()
    return SafeString("".join(_bar(bar, histogram, link, here) for bar in histogram.bars if bar.count))


def _bar(bar: Bar, histogram: Histogram, link: str, language: str) -> str:
    return _BAR.format(
        start=bar.start.isoformat(),
        href=_days(link, bar),
        when=escape(bucket_name(bar.start, histogram.step, language)),
        total=how_many_events(bar.count, language),
        x=percent(bar.x),
        width=percent(bar.width),
        floor=histogram.floor,
        kind="bar" if bar.is_chosen else "bar-out",
        y=px(bar.y),
        height=px(bar.height),
    )


@register.simple_tag
def bar_rows(histogram: Histogram, page: str, around: str) -> SafeString:
    """The same as rows of a table, newest first."""
    link, here = _link(page, around), language()
    rows = (
        _BAR_ROW.format(
            _days(link, bar), escape(bucket_name(bar.start, histogram.step, here)), number_in(here, bar.count)
        )
        for bar in histogram.newest_first
    )
    return SafeString("".join(rows))


@register.simple_tag
def timeline_bars(timeline: Timeline, page: str, around: str) -> SafeString:
    """The bars of a timeline that hold events, each of parts by quad class; each leads to its days."""
    link, here = _link(page, around), language()
    return SafeString("".join(_timeline_bar(bar, timeline, link, here) for bar in timeline.bars if bar.total))


def _timeline_bar(bar: TimelineBar, timeline: Timeline, link: str, language: str) -> str:
    x, width = percent(bar.x), percent(bar.width)
    parts = (
        _PART.format(QUAD_ICONS[part.quad], x=x, width=width, y=px(part.y), height=px(part.height))
        for part in bar.parts
    )
    return _TIMELINE_BAR.format(
        href=_days(link, bar),
        when=escape(bucket_name(bar.start, timeline.step, language)),
        total=how_many_events(bar.total, language),
        x=x,
        width=width,
        floor=timeline.floor,
        parts="".join(parts),
    )


@register.simple_tag
def timeline_rows(timeline: Timeline, page: str, around: str) -> SafeString:
    """The same as rows of a table, newest first, with a column for each quad class and for no act."""
    link, here = _link(page, around), language()
    rows = (
        _TIMELINE_ROW.format(
            _days(link, bar),
            escape(bucket_name(bar.start, timeline.step, here)),
            "".join([_CELL.format(number_in(here, count)) for count in bar.columns]),
        )
        for bar in timeline.newest_first
    )
    return SafeString("".join(rows))


def _link(page: str, around: str) -> str:
    return f"{escape(page)}?{escape(around)}&amp;" if around else f"{escape(page)}?"


def _days(link: str, bar: Bar | TimelineBar) -> str:
    return f"{link}from={bar.start.isoformat()}&amp;to={bar.end.isoformat()}"


@register.simple_tag
def kind_of(event: EventRow) -> SafeString:
    """What kind of act an event is, beside the sign of its quad class."""
    return _kind(event.type, event.quad, language())


@lru_cache(maxsize=100)
def _kind(type_: str | None, quad: str | None, language: str) -> SafeString:
    title = f' title="{escape(str(Quad(quad).label))}"' if quad else ""
    name = str(EventType(type_).label) if type_ else gettext("No act")
    return SafeString(f'<span class="kind"{title}>{quad_icon(quad)}{escape(name)}</span>')


@register.simple_tag
def parties_of(event: EventRow) -> SafeString:
    """Who did it to whom, each name a link; where nobody did anything: the countries it is about."""
    found = event.mentions
    recipients = [mention for mention in found if mention.role == Role.RECIPIENT]
    others = [mention for mention in found if mention.role != Role.RECIPIENT]
    both = recipients and any(mention.role for mention in others)
    towards = f"{icon('arrow', pgettext('from an actor to a recipient', 'to'))} " if both else ""
    return SafeString(f'<span class="parties">{_links(others)}{towards}{_links(recipients)}</span>')


def _links(mentions: list[Mention]) -> str:
    links = [f'<a href="{_page_of(mention)}">{escape(mention.name)}</a>' for mention in mentions]
    return '<span aria-hidden="true">·</span> '.join(links) + (" " if links else "")


@lru_cache(maxsize=2000)
def _page_of(mention: Mention) -> str:
    if mention.country:
        return reverse("country", args=[mention.country])
    return escape(f"{reverse('event-list')}?{mention.role}={quote(mention.organization or '')}")
