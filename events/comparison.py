"""A run of readings against what is stored: how much each part changes, and better or worse by what people checked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.db.models import Count

from events import values
from events.agreement import Tally, are_same, checked, standing_corrections, truths
from events.models import Event, Proposal, ReadingRun
from events.models.choices import EventStatus, ProposalKind, RereadingStatus
from events.readings import PARTS, PASSAGES


class Verdict(StrEnum):
    BETTER = "better"
    WORSE = "worse"
    NEITHER = "neither"  # wrong before and after
    UNCHECKED = "unchecked"


@dataclass
class Part:
    """One field, or the passages: what would change, and how often the machine is right before and after."""

    name: str
    kinds: Counter = field(default_factory=Counter)
    verdicts: Counter = field(default_factory=Counter)
    before: Tally = field(default_factory=Tally)
    after: Tally = field(default_factory=Tally)
    is_accepted: bool = False

    @property
    def changes(self) -> int:
        return self.kinds.total()


def compare(run: ReadingRun) -> list[Part]:
    """A Part for each of PARTS, in their order."""
    parts = {name: Part(name, is_accepted=name in run.accepted) for name in PARTS}
    proposals = Proposal.objects.filter(rereading__run=run)
    for name, kind, count in proposals.values_list("field", "kind").annotate(n=Count("pk")):
        parts[name].kinds[kind] = count
    for proposal, verdict in judged(list(proposals.filter(event__in=_checked_in(run)).select_related("event"))):
        parts[proposal.field].verdicts[verdict] += 1
    rejected = proposals.filter(kind=ProposalKind.LOST, event__status=EventStatus.REJECTED).count()
    parts[PASSAGES].verdicts[Verdict.BETTER] += rejected
    _count_agreement(run, parts)
    for part in parts.values():
        part.verdicts[Verdict.UNCHECKED] = part.changes - part.verdicts.total()
    return list(parts.values())


def judged(proposals: list[Proposal]) -> list[tuple[Proposal, Verdict]]:
    """Each with what people's checks say of it; `proposals` come with their events."""
    corrected = standing_corrections({one.event_id for one in proposals if one.event_id})
    verdicts: list[tuple[Proposal, Verdict]] = []
    compared: list[tuple[Proposal, Any]] = []  # with what people know
    for one in proposals:
        known = corrected.get(one.event_id or 0, {})
        if one.event is None or one.event.trashed_at:
            verdicts.append((one, Verdict.UNCHECKED))
        elif one.kind == ProposalKind.LOST:
            verdicts.append((one, _verdict_of_lost(one.event, known)))
        elif one.field not in (truth := truths(one.event, known)):
            verdicts.append((one, Verdict.UNCHECKED))
        else:
            compared.append((one, truth[one.field]))
    before = are_same([(one.field, one.old, truth) for one, truth in compared])
    after = are_same([(one.field, one.new, truth) for one, truth in compared])
    for (one, _truth), was_right, is_right in zip(compared, before, after, strict=True):
        verdicts.append((one, Verdict.WORSE if was_right else Verdict.BETTER if is_right else Verdict.NEITHER))
    return verdicts


def _verdict_of_lost(event: Event, corrected: dict) -> Verdict:
    if event.status == EventStatus.REJECTED:
        return Verdict.BETTER
    return Verdict.WORSE if event.status == EventStatus.VERIFIED or corrected else Verdict.UNCHECKED


def _checked_in(run: ReadingRun):
    return checked(Event.objects.filter(article__rereadings__run=run, article__rereadings__status=RereadingStatus.READ))


def _count_agreement(run: ReadingRun, parts: dict[str, Part]) -> None:
    """Over the events of the run that people checked, those without a difference too."""
    events = list(_checked_in(run).only("pk", "status", "machine"))
    corrected = standing_corrections([event.pk for event in events])
    differing = {
        (event, name): (old, new)
        for event, name, old, new in Proposal.objects.filter(
            rereading__run=run, kind=ProposalKind.CHANGED, event__in=[event.pk for event in events]
        ).values_list("event_id", "field", "old", "new")
    }
    before, after = [], []
    for event in events:
        for name, truth in truths(event, corrected.get(event.pk, {})).items():
            if name not in values.FIELDS or name not in event.machine:
                continue
            stored = values.machine_value(event.machine, name)
            old, new = differing.get((event.pk, name), (stored, stored))
            before.append((name, old, truth))
            after.append((name, new, truth))
    for (name, *_values), was_right, is_right in zip(before, are_same(before), are_same(after), strict=True):
        parts[name].before.add(was_right)
        parts[name].after.add(is_right)
