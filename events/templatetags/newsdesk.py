"""What templates need beyond Django's own: icons, dates and numbers as the language writes them, marked words."""

from __future__ import annotations

import datetime
from functools import lru_cache
from html import escape

from babel import Locale
from babel.dates import format_date, format_datetime, format_skeleton
from babel.numbers import format_decimal
from django import template
from django.contrib.auth.models import User
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext

from events.event_rows import EventRow
from events.hits import NOTHING, Sought
from events.marking import highlighted, paragraphs
from events.models import Event
from events.models.choices import DatePrecision

register = template.Library()

LOCALES = {"en": Locale("en", "GB"), "vi": Locale("vi")}  # English dates with the day first
PRECISE = {DatePrecision.MONTH: "MMMM y", DatePrecision.YEAR: "y"}
MOST_STROKES = 12
QUAD_ICONS = {
    "verbal-cooperation": "vc",
    "material-cooperation": "mc",
    "verbal-conflict": "vf",
    "material-conflict": "mf",
}


def language() -> str:
    """The language of the page, one of LOCALES."""
    code = (get_language() or "en")[:2]
    return code if code in LOCALES else "en"


def locale() -> Locale:
    """How the language of the page writes dates and numbers."""
    return LOCALES[language()]


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """A picture of the sprite: decoration, unless a label says what it means."""
    return _icon(name, str(label))


@lru_cache(maxsize=1000)
def _icon(name: str, label: str) -> SafeString:
    address = f"{static('img/icons.svg')}#{name}"
    if label:
        return format_html('<svg class="icon" role="img" aria-label="{}"><use href="{}"/></svg>', label, address)
    return format_html('<svg class="icon" aria-hidden="true"><use href="{}"/></svg>', address)


@register.simple_tag
def quad_icon(quad: str | None) -> SafeString:
    """Circle or triangle, hollow or solid; a dash where nobody did anything to anybody."""
    return _quad_icon(QUAD_ICONS.get(quad or "", "none"))


@lru_cache(maxsize=10)
def _quad_icon(name: str) -> SafeString:
    address = f"{static('img/icons.svg')}#{name}"
    return format_html('<svg class="quad quad-{}" aria-hidden="true"><use href="{}"/></svg>', name, address)


@register.simple_tag
def strokes(count: int) -> SafeString:
    """One stroke for each agency; beside its figure, so decoration."""
    shown = range(min(count, MOST_STROKES))
    bars = format_html_join("", '<rect x="{}" width="2.5" height="10"/>', ((4 * n,) for n in shown))
    width = 4 * len(shown) - 1.5
    box = '<svg class="strokes" viewBox="0 0 {} 10" width="{}" height="10" aria-hidden="true">{}</svg>'
    return format_html(box, width, width, bars) if shown else SafeString("")


@register.filter
def number(value: int) -> str:
    """1412 as 1,412 or 1.412."""
    return number_in(language(), value)


@lru_cache(maxsize=50_000, typed=True)
def number_in(language: str, value: int) -> str:
    """The same, in a language of LOCALES."""
    return format_decimal(value, locale=LOCALES[language])


@lru_cache(maxsize=20_000)
def how_many_events(count: int, language: str) -> str:
    """ "1,412 events", in the language of the page, as HTML."""
    return escape(ngettext("%(total)s event", "%(total)s events", count) % {"total": number_in(language, count)})


@register.filter
def long_day(value: datetime.date | None) -> str:
    """Friday, 20 November 2026."""
    return format_date(value, "full", locale=locale()) if value else ""


@register.filter
def day(value: datetime.date | None) -> str:
    """20 November 2026."""
    return format_date(value, "long", locale=locale()) if value else ""


@register.filter
def short_day(value: datetime.date) -> str:
    """Fri, 20 Nov; with its year where that is not this one."""
    pattern = "MMMEd" if value.year == timezone.localdate().year else "yMMMEd"
    return format_skeleton(pattern, value, locale=locale())


@register.filter
def day_of_month(value: datetime.date) -> str:
    """20."""
    return str(value.day)


@register.filter
def moment(value: datetime.datetime | None) -> str:
    """20 Nov 2026, 06:14, in the time zone of the server's settings."""
    return format_datetime(timezone.localtime(value), "d MMM y, HH:mm", locale=locale()) if value else ""


@register.filter
def happened(event: Event | EventRow) -> str:
    """When an event happened, no more precisely than is known: a day, a span of days, a month or a year."""
    return span_of_days(event.date, event.date_end, event.date_precision)


def span_of_days(first: datetime.date | None, last: datetime.date | None, precision: str | None) -> str:
    """20 November 2026; 1 November 2026 – 3 November 2026; November 2026; 2026."""
    if first is None:
        return ""
    if precision in PRECISE:
        return format_date(first, PRECISE[precision], locale=locale())
    if last and last != first:
        return f"{day(first)} – {day(last)}"
    return day(first)


@register.filter
def person(user: User) -> str:
    """How somebody is named on the site."""
    return user.get_full_name() or user.get_username()


@register.filter
def marked(text: str, sought: Sought | None) -> SafeString:
    """The text with what was searched for marked."""
    return highlighted(text, (sought or NOTHING).hits(text))


@register.filter
def excerpt(event: EventRow, sought: Sought | None) -> SafeString:
    """Some two lines of an event's text without its headline, around the first of what was searched for; marked."""
    body = event.text.removeprefix(event.title).strip()
    return highlighted(*(sought or NOTHING).excerpt(body))


register.filter("paragraphs", paragraphs)
