"""The countries of the page that lists all of them: 250 shapes of its map and up to as many rows of its table.

Written out here, since a template takes most of a tenth of a second for them. Everything from outside is escaped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from html import escape
from typing import TYPE_CHECKING

from django import template
from django.utils.safestring import SafeString

from events.models.choices import Region
from events.sparklines import Sparkline
from events.templatetags.charts import px
from events.templatetags.newsdesk import QUAD_ICONS, how_many_events, language, number_in

if TYPE_CHECKING:
    from events.views.about import Share
    from events.views.world import Shape, Told

register = template.Library()

_SHAPE = '<a class="q{place}" href="{url}"><title>{name}: {total}</title>{drawn}</a>\n'
_DOT = '<circle class="catch" cx="{x}" cy="{y}" r="6"/><circle cx="{x}" cy="{y}" r="2.6"/>'
_ROW = (
    '<tr><th scope="row"><a class="plain-link" href="{url}">{name}</a></th>'
    '<td class="soft only-wide-cell">{region}</td><td class="number">{count}</td>'
    '<td class="only-wide-cell">{line}</td><td><svg class="balance-line" viewBox="0 0 100 10" '
    'preserveAspectRatio="none" aria-hidden="true">{balance}</svg></td>'
    '<td class="number">{cooperation}</td><td class="number">{conflict}</td></tr>\n'
)
_SHARE = '<rect class="{}" x="{}" width="{}" height="10"/>'
_LINE = (
    '<svg class="spark" width="{width}" height="{height}" viewBox="0 0 {width} {height}" aria-hidden="true">'
    '<polyline points="{points}"/><circle cx="{x}" cy="{y}" r="2.25"/></svg>'
)


@register.simple_tag
def country_shapes(shapes: Iterable[Shape]) -> SafeString:
    """The countries on the map, each a link that says how many events it has."""
    here = language()
    return SafeString("".join(_shape(shape, here) for shape in shapes))


def _shape(shape: Shape, language: str) -> str:
    told = shape.told
    drawn = f'<path d="{escape(shape.path)}"/>' if shape.path else _DOT.format(x=px(shape.x), y=px(shape.y))
    return _SHAPE.format(
        place=told.place,
        url=escape(told.url),
        name=escape(told.country.name),
        total=how_many_events(told.count, language),
        drawn=drawn,
    )


@register.simple_tag
def country_rows(told: Iterable[Told]) -> SafeString:
    """The same as rows of the table, with their last days and their shares of cooperation and conflict."""
    write = partial(number_in, language())
    regions = {value: escape(str(label)) for value, label in Region.choices}
    return SafeString("".join(_row(one, write, regions) for one in told))


def _row(one: Told, write: Callable[[int], str], regions: Mapping[str, str]) -> str:
    return _ROW.format(
        url=escape(one.url),
        name=escape(one.country.name),
        region=regions[one.country.region],
        count=write(one.count),
        line=_line(one.line) if one.line else "",
        balance="".join(_share(share) for share in one.balance if share.count),
        cooperation=f"{write(one.cooperation)} %" if one.balance else "",
        conflict=f"{write(one.conflict)} %" if one.balance else "",
    )


def _share(share: Share) -> str:
    return _SHARE.format(QUAD_ICONS[share.quad], px(share.x), px(share.width))


def _line(line: Sparkline) -> str:
    """A small line without a band of what is usual; as partials/sparkline.html draws it."""
    return _LINE.format(width=line.width, height=line.height, points=line.points, x=px(line.end_x), y=px(line.end_y))
