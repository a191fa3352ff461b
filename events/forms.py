"""What editors fill in."""

from __future__ import annotations

import calendar
import datetime
import json
from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from events import naming, values, vocabulary
from events.definitions import NO_ACT
from events.filter_fields import DayField, moment
from events.models import Event
from events.models.choices import DatePrecision, EventType, Region, Topic


class CorrectionForm(forms.Form):
    """The fields of one event that editors correct, filled with what it says now.

    `opened` and `changed_at` say how the event stood when the form was opened: only what was changed since by hand is
    corrected, and a change that somebody else made meanwhile is noticed. With `only`, the form of that one field.
    """

    FIELDS = (
        "title",
        "type",
        "date",
        "actor",
        "recipient",
        "countries",
        "region",
        "topic",
        "people",
        "organizations",
        "agencies",
        "section",
    )
    NAMES = ("actor", "recipient", "people", "organizations", "agencies")  # written one to a line

    title = forms.CharField(required=False)
    section = forms.CharField(required=False)
    actor = forms.CharField(required=False)
    recipient = forms.CharField(required=False)
    people = forms.CharField(required=False)
    organizations = forms.CharField(required=False)
    agencies = forms.CharField(required=False)
    date = DayField(required=False)
    date_end = DayField(required=False)
    date_precision = forms.ChoiceField(required=False, choices=DatePrecision.choices)
    region = forms.ChoiceField(required=False, choices=Region.choices)
    countries = forms.MultipleChoiceField(required=False)
    type = forms.ChoiceField(required=False, choices=[("", NO_ACT), *EventType.choices])
    topic = forms.ChoiceField(required=False, choices=[("", _("None")), *Topic.choices])
    changed_at = forms.CharField(required=False)
    opened = forms.CharField(required=False)

    def __init__(self, data=None, *, event: Event, only: str | None = None) -> None:
        self.event, self.only = event, only
        self.shown = (only,) if only else self.FIELDS
        self.current = {field: values.current_value(event, field) for field in self.FIELDS}
        self.current |= {field: _on_one_line(getattr(event, field) or "") for field in ("title", "section")}
        self.current["section"] = self.current["section"] or None
        super().__init__(data, initial=self._shown(self.current))
        self.fields["countries"].choices = [(code, code) for code in vocabulary.country_codes()]
        for field in ("date_precision", "region", "countries", "type", "topic"):
            for name in ("invalid_choice", "invalid_list"):
                self.fields[field].error_messages[name] = _("Choose one of the list.")

    @property
    def seen(self) -> datetime.datetime | None:
        """When the event that was looked at had last changed; None where the form does not tell."""
        return moment(self.cleaned_data.get("changed_at") or "")

    def changes(self) -> dict:
        """Field -> value, as events.values writes them, of what was changed by hand."""
        opened = self._opened()
        typed = self._typed()
        return {field: typed[field] for field in self.shown if typed[field] != opened[field]}

    def changed_meanwhile(self) -> list[str]:
        """The fields that say something else now than when the form was opened."""
        opened = self._opened()
        return [field for field in self.shown if opened[field] != self.current[field]]

    def renewed(self) -> CorrectionForm:
        """The same form over the event as it stands now: what was changed by hand stays, the rest is as it is now."""
        mine = self.changes()
        now = self._shown(self.current | mine)
        if "date" in mine:
            now |= {name: self.data.get(name, "") for name in values.DATE_COLUMNS}
        return CorrectionForm(now, event=self.event, only=self.only)

    def _typed(self) -> dict:
        given = self.cleaned_data
        return {
            "title": _on_one_line(given["title"]),
            "date": self._typed_date(),
            "region": given["region"] or self.current["region"],
            "countries": self._in_order(given["countries"]),
            "type": given["type"] or None,
            "topic": given["topic"] or None,
            "section": self._given_or_opened("section", lambda text: _on_one_line(text) or None),
            **{name: self._given_or_opened(name, partial(naming.read, name)) for name in self.NAMES},
        }

    def _given_or_opened(self, name: str, read: Callable[[str], Any]):
        """A box that was not sent at all says nothing."""
        return read(self.cleaned_data[name]) if name in self.data else self._opened()[name]

    def _typed_date(self) -> dict | None:
        first, last = self.cleaned_data["date"], self.cleaned_data["date_end"]
        precision = self.cleaned_data["date_precision"] or str(DatePrecision.DAY)
        opened = self._opened()["date"]
        whole = _date_value(first, last, precision)
        if first is None or whole == opened or precision == DatePrecision.DAY:
            return whole
        return _date_value(*_whole_span(first, last or first, precision), precision)

    def _in_order(self, codes: list[str]) -> list[str]:
        """As they stood, new ones after them."""
        opened = self._opened()["countries"]
        return [code for code in opened if code in codes] + [code for code in codes if code not in opened]

    def _opened(self) -> dict:
        """The values the form was opened with; as they are now where the form does not tell."""
        try:
            opened = json.loads(self.cleaned_data.get("opened") or "{}")
        except (ValueError, RecursionError):
            opened = {}
        lists = ("countries", *self.NAMES)
        if not isinstance(opened, dict) or not all(isinstance(opened.get(name, []), list) for name in lists):
            opened = {}
        return self.current | {field: opened[field] for field in self.FIELDS if field in opened}

    def _shown(self, now: dict) -> dict:
        """Values as the inputs show them."""
        return {
            **now,
            "section": now["section"] or "",
            **{name: naming.lines(name, now[name]) for name in self.NAMES},
            **(now["date"] or dict.fromkeys(values.DATE_COLUMNS)),
            "changed_at": self.event.changed_at.isoformat(),
            "opened": json.dumps(self.current, ensure_ascii=False),
        }


def _on_one_line(title: str) -> str:
    return " ".join(title.split())


def _date_value(first: datetime.date | None, last: datetime.date | None, precision: str) -> dict | None:
    if first is None and last is None:
        return None
    iso = [day.isoformat() if day else None for day in (first, last if last != first else None)]
    return {"date": iso[0], "date_end": iso[1], "date_precision": precision}


def _whole_span(first: datetime.date, last: datetime.date, precision: str) -> tuple[datetime.date, datetime.date]:
    """The whole months or years from that of `first` to that of `last`."""
    if precision == DatePrecision.YEAR:
        return first.replace(month=1, day=1), last.replace(month=12, day=31)
    return first.replace(day=1), last.replace(day=calendar.monthrange(last.year, last.month)[1])
