"""What people change in an event: correct and undo, verify and reject, withdraw and restore.

Each change is one transaction with a Correction and a Change row. The machine's values stay beside it, so that it can
be undone and outlives every re-parse.
"""

import datetime
import uuid

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from events import values, vocabulary
from events.models import Change, Correction, Event
from events.models.choices import ChangeKind, DatePrecision, EventStatus, EventType, Region, Topic
from events.rows_called import rows_called

STATUS, TRASHED = "status", "trashed"
LONGEST_TITLE = 500


class ChangedMeanwhileError(Exception):
    """Somebody, or a new reading of the article, changed the event after it was last looked at."""


@transaction.atomic
def correct(event: Event, field: str, new, user, *, together: uuid.UUID | None = None) -> Correction | None:
    """Set one of values.FIELDS to `new`; None where the event says so already. `together`: what it was made with.

    Raises ValidationError, with a sentence for people, where `new` is no value for the field.
    """
    event = _locked(event)
    new = checked_value(field, new)
    if new == values.current_value(event, field):
        return None
    return _apply(event, field, new, user, together=together)


@transaction.atomic
def correct_together(event: Event, changes: dict, user, *, seen: datetime.datetime) -> list[Correction]:
    """Set several fields, all or none, of the event as it stood at `seen`, its `changed_at` when it was looked at.

    Raises ChangedMeanwhileError where it stands otherwise by now, ValidationError with the sentences of each field
    where a value is none.
    """
    if _locked(event).changed_at != seen:
        raise ChangedMeanwhileError
    made, errors = [], {}
    for field, new in changes.items():
        try:
            made.append(correct(event, field, new, user))
        except ValidationError as error:
            errors[field] = error
    if errors:
        raise ValidationError(errors)
    return [correction for correction in made if correction]


@transaction.atomic
def undo(correction: Correction, user) -> None:
    """Take a correction back: the newest one still standing counts again, else what the machine said."""
    event = _locked(correction.event)
    standing = Correction.objects.filter(pk=correction.pk, undone_at__isnull=True)
    if not standing.update(undone_at=Now(), undone_by=user):
        raise ValidationError(_("This correction was undone before."))
    _show(event, correction.field, _standing_value(event, correction.field), user)


def verify(event: Event, user, *, seen: datetime.datetime | None = None) -> Correction | None:
    """Say that the event is right, as it stood at `seen`, its `changed_at` when it was looked at.

    Raises ChangedMeanwhileError where it stands otherwise by now.
    """
    return _review(event, EventStatus.VERIFIED, user, seen=seen)


def reject(event: Event, user, *, seen: datetime.datetime | None = None) -> Correction | None:
    """Say that it is no event: readers see it no more. `seen` as for verify()."""
    return _review(event, EventStatus.REJECTED, user, seen=seen)


def unverify(event: Event, user) -> Correction | None:
    """Take a review back."""
    return _review(event, EventStatus.UNREVIEWED, user)


@transaction.atomic
def withdraw_event(event: Event, user) -> Correction | None:
    """Put one event in the trash; a re-parse does not bring it back."""
    event = _locked(event)
    return None if event.trashed_at else _apply(event, TRASHED, True, user)


@transaction.atomic
def restore_event(event: Event, user) -> Correction | None:
    """Take one event out of the trash."""
    event = _locked(event)
    return _apply(event, TRASHED, False, user) if event.trashed_at else None


@transaction.atomic
def _review(event: Event, status: EventStatus, user, *, seen: datetime.datetime | None = None) -> Correction | None:
    event = _locked(event)
    if seen is not None and event.changed_at != seen:
        raise ChangedMeanwhileError
    return None if event.status == status else _apply(event, STATUS, str(status), user)


def _locked(event: Event) -> Event:
    """The row, held until the transaction ends, so that a re-parse and a second editor wait their turn."""
    try:
        return Event.objects.select_for_update().defer("search").get(pk=event.pk)
    except Event.DoesNotExist:
        raise ValidationError(
            _("This event is gone: its article was read again meanwhile. Open the article to see its events.")
        ) from None


def _apply(event: Event, field: str, new, user, *, together: uuid.UUID | None = None) -> Correction:
    correction = Correction.objects.create(
        event=event, field=field, old=_current_value(event, field), new=new, made_by=user, together=together
    )
    _show(event, field, new, user)
    return correction


def _show(event: Event, field: str, value, user) -> None:
    """Make the event's columns and rows say `value`, and record the change."""
    kind = ChangeKind.CHANGED
    if field == STATUS:
        if value == EventStatus.REJECTED:
            kind = ChangeKind.REJECTED
        elif event.status == EventStatus.REJECTED:
            kind = ChangeKind.RESTORED
        event.status, event.reviewed_by, event.reviewed_at = value, user, Now()
    elif field == TRASHED:
        kind = ChangeKind.TRASHED if value else ChangeKind.RESTORED
        event.trashed_at = Now() if value else None
    elif field in values.SINGLE:
        values.set_columns(event, {field: value})
    else:
        values.write_links({event.pk: {field: value}}, values.Names.of([{field: value}]))
    event.changed_at = Now()
    event.save()
    Change.objects.record(kind, [event.pk])


def _current_value(event: Event, field: str):
    if field == STATUS:
        return event.status
    if field == TRASHED:
        return event.trashed_at is not None
    return values.current_value(event, field)


def _standing_value(event: Event, field: str):
    """The newest correction not undone, else what was there before any."""
    corrections = Correction.objects.filter(event=event, field=field)
    newest = corrections.filter(undone_at__isnull=True).order_by("-pk").first()
    if newest is not None:
        return newest.new
    if field in values.FIELDS and field in event.machine:
        return values.machine_value(event.machine, field)
    return corrections.order_by("pk").first().old


# --- What is a value


def checked_value(field: str, new):
    """`new` as the JSON that events.values describes. Raises ValidationError with a sentence for people."""
    if field not in values.FIELDS:
        raise ValidationError(_("This cannot be corrected."))
    if field == "date":
        return _checked_date(new)
    if field in values.LISTS:
        return _checked_list(field, new)
    if field == "title":
        return _checked_title(new)
    if field == "section":
        return _checked_section(new)
    choices = {"region": Region, "type": EventType, "topic": Topic}[field]
    if not new and field != "region":
        return None
    if new not in choices.values:
        raise ValidationError(_("Choose one of the list."))
    return str(new)


def _on_one_line(words) -> str:
    return " ".join(values.storable(str(words or "")).split())


def _checked_title(new) -> str:
    title = _on_one_line(new)
    if not title:
        raise ValidationError(_("Enter a headline."))
    if len(title) > LONGEST_TITLE:
        raise ValidationError(_("Shorten the headline to %(limit)d characters."), params={"limit": LONGEST_TITLE})
    return title


def _checked_section(new) -> str | None:
    """The heading as printed; None where the event stands under none."""
    section = _on_one_line(new)
    if len(section) > LONGEST_TITLE:
        raise ValidationError(_("Shorten the heading to %(limit)d characters."), params={"limit": LONGEST_TITLE})
    return section or None


def _checked_date(new) -> dict | None:
    """None, a date, an ISO date, or {"date", "date_end", "date_precision"} with the last two optional."""
    whole = new if isinstance(new, dict) else {"date": new}
    first, last = _day(whole.get("date")), _day(whole.get("date_end"))
    if first is None:
        if last is not None:
            raise ValidationError(_("Enter the first day too."))
        return None
    if last is not None and last < first:
        raise ValidationError(_("The last day lies before the first. Swap them."))
    precision = whole.get("date_precision") or DatePrecision.DAY
    if precision not in DatePrecision.values:
        raise ValidationError(_("Choose how exact the date is: day, month or year."))
    return {
        "date": first.isoformat(),
        "date_end": last.isoformat() if last and last != first else None,
        "date_precision": str(precision),
    }


def _day(value) -> datetime.date | None:
    if not value:
        return None
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value
    try:
        return datetime.date.fromisoformat(str(value).strip())
    except ValueError:
        raise ValidationError(_("Enter dates as year-month-day, such as 2026-11-18.")) from None


def _checked_list(field: str, new) -> list[str]:
    """Names or ISO codes, each once; names of rows that exist are written as those rows have them."""
    if isinstance(new, str) or not all(isinstance(name, str) for name in new or ()):
        raise ValidationError(_("Enter a list of names."))
    names = [name for name in map(_on_one_line, new or ()) if name]
    if len(names) > values.MOST_NAMES:
        raise ValidationError(_("Enter at most %(limit)d names."), params={"limit": values.MOST_NAMES})
    codes = vocabulary.country_codes()
    checked = []
    for name in names:
        if field == "countries" and name.upper() not in codes:
            raise ValidationError(_("“%(name)s” is no country. Choose one of the list."), params={"name": name})
        if len(name) > values.NAME_LENGTH:
            raise ValidationError(_("Shorten the name “%(name)s…”."), params={"name": name[:40]})
        checked.append(name.upper() if field == "countries" else _known_name(field, name, codes))
    return list(dict.fromkeys(checked))


def _known_name(field: str, name: str, codes: frozenset[str]) -> str:
    if field in values.PARTIES and name in codes:
        return name
    model = values.NAMED.get(field, values.NAMED["organizations"])
    row = rows_called(model, [name]).get(name)
    if row and field in values.PARTIES:
        return values.party_value(row)
    return row.name if row else name
