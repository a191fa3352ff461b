"""An event's values as people read them, in the language of the page: codes become names."""

import datetime

from django.utils.translation import gettext as _

from events import corrections, values
from events.definitions import NO_ACT
from events.models import Country
from events.models.choices import DatePrecision, EventStatus, EventType, Region, Topic
from events.templatetags.newsdesk import span_of_days

_CHOICES = {"region": Region, "type": EventType, "topic": Topic, corrections.STATUS: EventStatus}


def field_label(field: str) -> str:
    """The name of a field, or of what can be done to an event."""
    names = {
        "title": _("Headline"),
        "section": _("Section"),
        "region": _("Region"),
        "date": _("Date"),
        "type": _("Type"),
        "topic": _("Topic"),
        "countries": _("Countries"),
        "organizations": _("Organizations"),
        "people": _("People"),
        "agencies": _("Agencies"),
        "actor": _("Actor"),
        "recipient": _("Recipient"),
        corrections.STATUS: _("Review"),
        corrections.TRASHED: _("Withdrawn"),
    }
    return names.get(field, field)


def value_label(field: str, value, names: dict[str, str]) -> str:
    """A value as events.values describes it; `names` are those of country_names()."""
    if field == corrections.TRASHED:
        return _("yes") if value else _("no")
    if field == "type" and not value:
        return str(NO_ACT)
    if not value:
        return _("none")
    if field == "date":
        return _date(value)
    if field in _CHOICES:
        choices = dict(_CHOICES[field].choices)
        return str(choices.get(value, value))
    if field in values.LISTS:
        is_code = field == "countries" or field in values.PARTIES
        return ", ".join(names.get(item, item) if is_code else item for item in value)
    return str(value)


def country_names() -> dict[str, str]:
    """ISO code -> name in the language of the page."""
    return {country.code: country.name for country in Country.objects.all()}


def _date(value: dict) -> str:
    first, last = (value.get(name) and datetime.date.fromisoformat(value[name]) for name in ("date", "date_end"))
    return span_of_days(first, last, value.get("date_precision") or DatePrecision.DAY)
