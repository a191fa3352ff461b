"""The query string, checked: the same parameters for the page, for JSON and for every other view of events."""

from __future__ import annotations

from dataclasses import dataclass

import django_filters
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from events import filter_fields as fields
from events.facets import BY_PARAM, DEFAULT_LIMIT, MULTIPLE, NEWEST, RELEVANCE, SORTS, Selection
from events.models import Agency, Event, Organization, Person
from events.models.choices import EventStatus, Language, Quad, Region, Topic
from events.search_names import meanings_of

MAX_ERRORS = 20  # sentences about wrong values, however many there are


class Values(django_filters.Filter):
    """A filter whose field is given; narrowing itself is done in events.facets, for page and counts alike."""

    def __init__(self, field: type, **kwargs) -> None:
        self.field_class = field
        super().__init__(**kwargs)


@dataclass(frozen=True)
class Wrong:
    """A value that cannot be, and the sentence that says so."""

    param: str
    value: str
    message: str


class EventFilters(django_filters.FilterSet):
    """Checks the parameters of the filter contract; unknown names are ignored, unknown values are errors."""

    region = Values(fields.ChoicesField, values=Region.values)
    country = Values(fields.CountriesField)
    type = Values(fields.ChoicesField, values=BY_PARAM["type"].values())
    quad = Values(fields.ChoicesField, values=Quad.values)
    topic = Values(fields.ChoicesField, values=Topic.values)
    organization = Values(fields.RowsField, model=Organization, key="slug")
    person = Values(fields.RowsField, model=Person, key="slug")
    agency = Values(fields.RowsField, model=Agency, key="slug")
    language = Values(fields.ChoicesField, values=Language.values)
    status = Values(fields.ChoicesField, values=EventStatus.values)
    article = Values(fields.ArticlesField)
    actor = Values(fields.PartiesField)
    recipient = Values(fields.PartiesField)
    to = Values(fields.DayField)
    q = Values(fields.WordsField)
    sort = Values(fields.OneOfField, values=SORTS)
    cursor = Values(fields.CursorField)
    limit = Values(fields.LimitField)

    class Meta:
        model = Event
        fields = []

    @classmethod
    def get_filters(cls) -> dict:
        # `from` is a word of Python, so it cannot be declared like its neighbours.
        return {**super().get_filters(), "from": Values(fields.DayField, field_name="from")}

    def __init__(self, data: QueryDict, *, sees_rejected: bool = False) -> None:
        super().__init__(data, queryset=Event.objects.none())
        self.sees_rejected = sees_rejected
        self._check_together()

    def _check_together(self) -> None:
        """What no field can know alone."""
        self.form.is_valid()  # fills cleaned_data, also when an address asks for nothing at all
        cleaned, add = self.form.cleaned_data, self.form.add_error
        first, last, cursor = cleaned.get("from"), cleaned.get("to"), cleaned.get("cursor")
        if first and last and first > last:
            message = _("The last day is before the first, %(first)s. Change one of them.")
            add("to", fields.wrong(message, last.isoformat(), first=first.isoformat()))
        by_relevance = cleaned.get("sort") == RELEVANCE and bool(cleaned.get("q"))
        if cursor and (cursor.rank is not None) != by_relevance:
            message = _("This place belongs to another order of the list. Begin at the first page.")
            add("cursor", fields.wrong(message, self.data.get("cursor", "")))
        if EventStatus.REJECTED in cleaned.get("status", ()) and not self.sees_rejected:
            message = _("Rejected events are for editors. Sign in as an editor, or choose another status.")
            add("status", fields.wrong(message, EventStatus.REJECTED))

    @property
    def wrongs(self) -> list[Wrong]:
        """Every wrong value with its sentence, in the order of the parameters; at most MAX_ERRORS."""
        found = [
            Wrong(param, _value_of(error, self.data.get(param, "")), str(error.messages[0]))
            for param, errors in self.form.errors.as_data().items()
            for error in errors
        ]
        return found[:MAX_ERRORS]

    @property
    def selection(self) -> Selection:
        """What was asked for. Where something is wrong: what remains without the wrong parameters."""
        cleaned = self.form.cleaned_data
        return Selection(
            **{param: cleaned.get(param, ()) for param in MULTIPLE},
            first_day=cleaned.get("from"),
            last_day=cleaned.get("to"),
            words=cleaned.get("q", ""),
            names=meanings_of(cleaned["q"]) if cleaned.get("q") else (),
            sort=cleaned.get("sort", NEWEST),
            cursor=cleaned.get("cursor"),
            limit=cleaned.get("limit") or DEFAULT_LIMIT,
            sees_rejected=self.sees_rejected,
        )


def _value_of(error, given: str) -> str:
    return (error.params or {}).get("value", fields.shown(given))
