"""What people did to an event, as lines to read: who, when, which field, from what to what."""

from __future__ import annotations

from dataclasses import dataclass

from events.models import Correction
from events.views.labels import country_names, field_label, value_label


@dataclass(frozen=True)
class Line:
    correction: Correction
    field: str
    old: str
    new: str
    is_headline: bool  # in the language of the article, not of the page

    @property
    def can_undo(self) -> bool:
        return self.correction.undone_at is None


def history_of(made: list[Correction]) -> list[Line]:
    """A line for each correction, in the order given."""
    names = country_names() if made else {}
    return [
        Line(
            correction=one,
            field=field_label(one.field),
            old=value_label(one.field, one.old, names),
            new=value_label(one.field, one.new, names),
            is_headline=one.field == "title",
        )
        for one in made
    ]
