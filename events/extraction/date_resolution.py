"""The calendar day that a date phrase means, seen from a reference date.

Nothing here looks at a clock. Where a phrase leaves its year, month or week open, the nearest fitting day that has been
is meant, unless the sentence says that it lies ahead: news tell what happened.
"""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterable
from dataclasses import replace
from enum import IntEnum

from events.extraction import feasts
from events.extraction.date_parts import Kind, Phrase
from events.extraction.records import ResolvedDate


class Ahead(IntEnum):
    """What a sentence says of whether a day lies ahead: how many days ahead one without its year may lie."""

    UNSAID = 62
    LIKELY = 183
    TOLD = 330


_NEAR_NUMBER = 10  # days: the same of a day that leaves its month open
_TOLD_NUMBER = 30  # days: nor further than this where the sentence says that it lies ahead
_MONTHS_BACK, _MONTHS_AHEAD = 3, 7  # in which to look for "Thursday 15th"


def resolve(
    phrase: Phrase,
    reference: datetime.date | None,
    previous: datetime.date | None = None,
    *,
    ahead: Ahead = Ahead.UNSAID,
) -> ResolvedDate | None:
    """The calendar date a phrase means; None where it needs a reference date and there is none."""
    try:
        return _resolve(phrase, reference, previous, ahead=ahead)
    except OverflowError:  # beyond the calendar's ends
        return None


def _resolve(
    phrase: Phrase, reference: datetime.date | None, previous: datetime.date | None, *, ahead: Ahead
) -> ResolvedDate | None:
    if phrase.years is not None:  # "of last year"
        if reference is None:
            return None
        phrase = replace(phrase, year=reference.year + phrase.years)
    match phrase.kind:
        case Kind.DAY:
            return _resolve_day(phrase, reference, ahead)
        case Kind.MONTH | Kind.YEAR:
            return _resolve_month(phrase, reference, ahead)
        case Kind.SAME_DAY:
            day = previous + datetime.timedelta(phrase.offset) if previous else None
            return _resolved(phrase, day, rule="same-day") if day else None
        case Kind.RELATIVE if reference:
            return _resolved(phrase, reference + datetime.timedelta(phrase.offset), rule="reference-date")
        case Kind.WEEKDAY if reference:
            return _resolved(phrase, _weekday(phrase, reference, ahead), rule="reference-date")
        case Kind.NTH | Kind.FEAST:
            return _resolve_in_its_year(phrase, reference, ahead)
    return None


def _resolved(phrase: Phrase, day: datetime.date, **fields) -> ResolvedDate:
    return ResolvedDate(day, start=phrase.start, end=phrase.end, **fields)


# --- Days with their number


def _resolve_day(phrase: Phrase, reference: datetime.date | None, ahead: Ahead) -> ResolvedDate | None:
    day = (
        _day_of_some_month(phrase, reference, ahead)
        if phrase.month is None
        else _day_of_some_year(phrase.year, phrase.month, phrase.day, reference, ahead, phrase.weekday)
    )
    if phrase.day_first is False and reference:  # 11/1/2024: the reading nearer to the reference date
        other = _day_of_some_year(phrase.year, phrase.day, phrase.month, reference)
        if other and day and _distance(other, reference) + 7 < _distance(day, reference):
            day = other
    if day is None:
        return None
    end = None
    if phrase.end_day:
        end = _existing(day.year, phrase.end_month or day.month, phrase.end_day)
        if end and end < day and phrase.end_month:
            end = _existing(day.year + 1, phrase.end_month, phrase.end_day)
    return _resolved(
        phrase, day, date_end=end if end and end > day else None, rule=None if phrase.year else "reference-date"
    )


def _existing(year: int, month: int, day: int) -> datetime.date | None:
    """That day; None if there is no such day."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _day_of_some_year(
    year: int | None,
    month: int | None,
    day: int | None,
    reference: datetime.date | None,
    ahead: Ahead = Ahead.UNSAID,
    weekday: int | None = None,
) -> datetime.date | None:
    """That day; None if there is no such day. A weekday beside it tells the year that the text leaves open."""
    if month is None or day is None:
        return None
    if year:
        return _existing(year, month, day)
    if reference is None:
        return None
    days = list(filter(None, (_existing(reference.year + n, month, day) for n in (-1, 0, 1))))
    if fitting := [one for one in days if one.weekday() == weekday]:
        return min(fitting, key=lambda one: abs((one - reference).days))
    return _last_or_near(days, reference, ahead)


def _last_or_near(days: Iterable[datetime.date], reference: datetime.date, furthest: int) -> datetime.date | None:
    """The last of the days that has been, or that is no further ahead than so many days."""
    days = sorted(days)
    return max((day for day in days if (day - reference).days <= furthest), default=days[0] if days else None)


def _day_of_some_month(phrase: Phrase, reference: datetime.date | None, ahead: Ahead) -> datetime.date | None:
    """The day of a phrase without its month: "the 15th", "Thursday 15th", "the 15th of last month"."""
    if reference is None or phrase.day is None:
        return None
    months = [phrase.months] if phrase.months is not None else range(-_MONTHS_BACK, _MONTHS_AHEAD)
    days = [day for n in months if (day := _existing(*_month_from(reference, n), phrase.day))]
    if phrase.weekday is not None:
        days = [day for day in days if day.weekday() == phrase.weekday and (day >= reference or ahead is Ahead.UNSAID)]
        return min(days, key=lambda day: abs((day - reference).days), default=None)
    if phrase.week == -1:  # "ngày 5 vừa qua"
        return _last_or_near(days, reference, 0)
    return _last_or_near(days, reference, _NEAR_NUMBER if ahead is Ahead.UNSAID else _TOLD_NUMBER)


def _month_from(reference: datetime.date, months: int) -> tuple[int, int]:
    """Year and month, so many months from the reference date."""
    years, month = divmod(reference.month - 1 + months, 12)
    return reference.year + years, month + 1


def _distance(day: datetime.date, reference: datetime.date) -> int:
    """Days between them; a day after the reference date counts as a year back, since it has not been yet."""
    return (reference - day).days if day <= reference else (day - reference).days + 365


# --- Months and years


def _resolve_month(phrase: Phrase, reference: datetime.date | None, ahead: Ahead) -> ResolvedDate | None:
    if phrase.kind is Kind.YEAR:
        if phrase.year is None or not 1900 <= phrase.year <= 2100:
            return None
        last = datetime.date(phrase.year, 12, 31)
        return _resolved(phrase, last.replace(month=1, day=1), date_end=last, precision="year")
    first = _day_of_some_year(phrase.year, phrase.month, 1, reference, ahead)
    if first is None:
        return None
    end = (first + datetime.timedelta(31)).replace(day=1) - datetime.timedelta(1)
    rule = None if phrase.year else "reference-date"
    return _resolved(phrase, first, date_end=end, precision="month", rule=rule)


# --- Days found by their weekday or their name


def _weekday(phrase: Phrase, reference: datetime.date, ahead: Ahead) -> datetime.date:
    weekday = phrase.weekday or 0
    back = (reference.weekday() - weekday) % 7
    if phrase.week is not None:
        monday = reference - datetime.timedelta(reference.weekday())
        return monday + datetime.timedelta(7 * phrase.week + weekday)
    if phrase.after_next:  # "Friday after next"
        return reference + datetime.timedelta(7 - back + 7)
    if (phrase.ahead or ahead is not Ahead.UNSAID) and (back or phrase.ahead):
        return reference + datetime.timedelta(7 - back)
    return reference - datetime.timedelta(back)


def _resolve_in_its_year(phrase: Phrase, reference: datetime.date | None, ahead: Ahead) -> ResolvedDate | None:
    """Days that fall differently each year: "the first Tuesday of October", "Easter Sunday"."""
    years = [phrase.year] if phrase.year else [reference.year + n for n in (-1, 0, 1)] if reference else []
    find = _nth_of_month if phrase.kind is Kind.NTH else feasts.day_of
    days = [day for year in years if 1 <= year <= 9999 and (day := find(phrase, year))]
    if not days:
        return None
    if phrase.year or reference is None:
        return _resolved(phrase, days[0])
    furthest = 366 if phrase.ahead else -1 if phrase.week == -1 else ahead
    day = _last_or_near(days, reference, furthest)
    return _resolved(phrase, day, rule="reference-date") if day else None


def _nth_of_month(phrase: Phrase, year: int) -> datetime.date | None:
    """The nth weekday, or the nth day where no weekday is named, of the phrase's month; -1 is the last one."""
    month = phrase.month or 1
    length = calendar.monthrange(year, month)[1]
    days = [datetime.date(year, month, day) for day in range(1, length + 1)]
    if phrase.weekday is not None:
        days = [day for day in days if day.weekday() == phrase.weekday]
    return days[phrase.nth - 1 if phrase.nth > 0 else -1] if phrase.nth <= len(days) else None
