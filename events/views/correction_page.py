"""The form that corrects an event, as its template shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from events import naming
from events.definitions import NO_ACT, OF_TYPE
from events.extraction.records import QUAD_OF
from events.forms import CorrectionForm
from events.models import Correction
from events.models.choices import EventType, Quad
from events.models.named import fold
from events.templatetags.newsdesk import person
from events.views.labels import country_names, field_label, value_label


@dataclass(frozen=True)
class Choice:
    value: str
    label: str
    is_chosen: bool
    also: str = ""  # other names it is found by
    definition: str = ""
    quad: str = ""


@dataclass(frozen=True)
class Difference:
    """A field that somebody changed while the form was open: what it says now, and what this editor chose."""

    field: str
    now: str
    by: str  # who changed it; "" where a new reading of the article did
    mine: str


@dataclass(frozen=True)
class CorrectionPage:
    form: CorrectionForm
    conflict: list[Difference] | None = field(default=None)  # an empty list: changed, but none of these fields
    action: str = ""  # where the form is sent
    leave: str = ""  # where its other button leads

    @property
    def names(self) -> tuple[str, ...]:
        """The fields to show, in order."""
        return self.form.shown

    @property
    def countries(self) -> list[Choice]:
        """Those chosen first, in their order; the rest by name, in the page's language."""
        names = country_names()
        chosen = [code for code in self.form["countries"].value() or [] if code in names]
        rest = sorted(names.keys() - set(chosen), key=lambda code: fold(names[code]))
        return [Choice(code, names[code], code in chosen, also=naming.also_called(code)) for code in [*chosen, *rest]]

    @property
    def types(self) -> Iterator[tuple[str, list[Choice]]]:
        """(name of the quad class, its types); "no act" last, under no class."""
        for quad in Quad:
            yield quad.label, [self._type(one) for one in EventType if QUAD_OF[one] == quad.value]
        yield str(NO_ACT), [self._type(None)]

    def _type(self, one: EventType | None) -> Choice:
        value = one.value if one else ""
        is_chosen = (self.form["type"].value() or "") == value
        quad = str(QUAD_OF[one]) if one else "none"
        label = str(one.label if one else NO_ACT)
        return Choice(value, label, is_chosen, definition=str(OF_TYPE[one]), quad=quad)


def conflict_of(form: CorrectionForm) -> list[Difference]:
    """What `form`, as it was sent, and the event, as it stands now, say differently."""
    names, mine = country_names(), form.changes()
    return [
        Difference(
            field=field_label(name),
            now=value_label(name, form.current[name], names),
            by=_changed_by(form, name),
            mine=value_label(name, mine[name], names) if name in mine and mine[name] != form.current[name] else "",
        )
        for name in form.changed_meanwhile()
    ]


def _changed_by(form: CorrectionForm, name: str) -> str:
    made = Correction.objects.filter(event=form.event, field=name).select_related("made_by", "undone_by")
    last = made.order_by("-pk").first()
    if last is None:
        return ""
    return person(last.undone_by if last.undone_at else last.made_by)
