"""Form fields for what addresses may ask: they check every value, name each wrong one and stay bounded."""

from __future__ import annotations

import datetime
import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from events import search
from events.facets import MAX_LIMIT, Position
from events.models import Article, Country, Organization

MAX_VALUES = 100  # of one parameter
SHOWN = 80  # characters of a wrong value that a sentence repeats

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_NUMBER = re.compile(r"\d{1,18}", re.ASCII)


def shown(value: str) -> str:
    """A value from outside as a sentence may repeat it: short, without control characters."""
    printable = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in value[: SHOWN + 1])
    return printable if len(printable) <= SHOWN else printable[: SHOWN - 1] + "…"


def wrong(message, value: str, **params) -> ValidationError:
    """One sentence about one value, which `value` keeps for the problem report."""
    return ValidationError(message, params={"value": shown(value), **params})


def whole_number(value: str) -> int | None:
    """A number as ids and offsets are written; None for anything else. int() alone takes any length and script."""
    return int(value) if _NUMBER.fullmatch(value) else None


def moment(value: str) -> datetime.datetime | None:
    """A moment as isoformat() writes it; None for anything else."""
    try:
        return parse_datetime(value)
    except ValueError:
        return None


class ValuesField(forms.Field):
    """Repeatable values: OR. Subclasses say which of them do not exist."""

    widget = forms.SelectMultiple
    unknown = _("There is no “%(value)s” here. Choose from the list, or leave it out.")

    def to_python(self, value: list[str] | None) -> tuple[str, ...]:
        return tuple(sorted({item for item in value or () if item.strip()}))

    def validate(self, value: tuple[str, ...]) -> None:
        if len(value) > MAX_VALUES:
            message = ngettext_lazy(
                "At most %(most)d value can be chosen here.", "At most %(most)d values can be chosen here.", "most"
            )
            raise ValidationError(message, params={"most": MAX_VALUES})
        known = self.known([item for item in value if "\x00" not in item])
        errors = [wrong(self.unknown, item) for item in value if item not in known]
        if errors:
            raise ValidationError(errors)

    def known(self, values: list[str]) -> set[str]:
        raise NotImplementedError


class ChoicesField(ValuesField):
    """From a fixed vocabulary."""

    def __init__(self, *, values: list[str], **kwargs) -> None:
        super().__init__(**kwargs)
        self.allowed = frozenset(values)

    def known(self, values: list[str]) -> set[str]:
        return self.allowed.intersection(values)


class RowsField(ValuesField):
    """Keys of rows: slugs, ISO codes."""

    def __init__(self, *, model, key: str, **kwargs) -> None:
        super().__init__(**kwargs)
        self.model, self.key = model, key

    def known(self, values: list[str]) -> set[str]:
        if not values:
            return set()
        found = self.model.objects.filter(**{f"{self.key}__in": values})
        return set(found.values_list(self.key, flat=True))


class CountriesField(RowsField):
    unknown = _("“%(value)s” is not a country: use two capital letters (ISO 3166-1), such as VN.")

    def __init__(self, **kwargs) -> None:
        super().__init__(model=Country, key="code", **kwargs)


class PartiesField(ValuesField):
    """Countries in capitals, organizations by slug."""

    unknown = _("“%(value)s” is neither a country, such as VN, nor an organization, such as asean.")

    def known(self, values: list[str]) -> set[str]:
        if not values:
            return set()
        countries = Country.objects.filter(code__in=values).values_list("code", flat=True)
        organizations = Organization.objects.filter(slug__in=values).values_list("slug", flat=True)
        return {*countries, *organizations}


class ArticlesField(ValuesField):
    """Ids of articles that were not withdrawn."""

    unknown = _("There is no article “%(value)s”.")

    def known(self, values: list[str]) -> set[str]:
        ids = {value: pk for value in values if (pk := whole_number(value)) is not None}
        kept = set(Article.objects.kept().filter(pk__in=ids.values()).values_list("pk", flat=True)) if ids else set()
        return {value for value, pk in ids.items() if pk in kept}


class DayField(forms.Field):
    """YYYY-MM-DD, whatever the language of the page: addresses are shared between languages."""

    widget = forms.DateInput

    def to_python(self, value: str | None) -> datetime.date | None:
        value = (value or "").strip()
        if not value:
            return None
        try:
            if not _DAY.fullmatch(value):
                raise ValueError(value)
            return datetime.date.fromisoformat(value)
        except ValueError as error:
            raise wrong(_("“%(value)s” is not a day of the calendar. Write it as 2026-11-20."), value) from error


class WordsField(forms.Field):
    def to_python(self, value: str | None) -> str:
        value = " ".join((value or "").split())
        if "\x00" in value:
            raise wrong(_("The words hold a character that no text can hold. Type them again."), value)
        if len(value) > search.MAX_LENGTH:
            message = _("Search for fewer words: at most %(most)d characters.")
            raise wrong(message, value, most=search.MAX_LENGTH)
        return value


class OneOfField(forms.Field):
    """One word of a few."""

    def __init__(self, *, values: tuple[str, ...], **kwargs) -> None:
        super().__init__(**kwargs)
        self.values = values

    def to_python(self, value: str | None) -> str:
        value = (value or "").strip() or self.values[0]
        if value not in self.values:
            raise wrong(_("“%(value)s” is not an order. Use one of: %(values)s."), value, values=", ".join(self.values))
        return value


class LimitField(forms.Field):
    """How many events a page holds."""

    def to_python(self, value: str | None) -> int | None:
        value = (value or "").strip()
        if not value:
            return None
        limit = whole_number(value)
        if limit is None or not 1 <= limit <= MAX_LIMIT:
            raise wrong(_("“%(value)s” is not a number from 1 to %(most)d."), value, most=MAX_LIMIT)
        return limit


class CursorField(forms.Field):
    def to_python(self, value: str | None) -> Position | None:
        value = (value or "").strip()
        if not value:
            return None
        try:
            return Position.decode(value)
        except ValueError as error:
            raise wrong(_("This place in the list does not exist. Begin at the first page."), value) from error
