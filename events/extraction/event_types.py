"""What kind of event a passage reports: a PLOVER type or none, by its main act.

The headline's main verb decides, else the first sentence's. Types and their borders follow the PLOVER codebook
(openeventdata/PLOVER, PLOVER_MANUAL.tex); what the words mean is in cues/acts_<language>.toml.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from events.extraction import clauses_en, clauses_vi, cues, parties, roles, sentences
from events.extraction.clauses import MAIN, MINOR, Act, Sentence, take_apart
from events.extraction.records import EventType, Mention, Span

NONE = "NONE"
SENTENCES = 3  # of the body that are read
_HEADLINE = 0.7  # how much firmer a headline's act counts
_LATER = 0.8  # how much less each further sentence's act counts
_QUESTION = 1.6  # how much less what is only asked counts
_LEAST = 0.9  # an act stated less firmly than this decides nothing

# "All cooperative actions reported in future tense are also taken to imply intentions" (codebook, AGREE)
_PLANNED = {
    "CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE", "RETREAT": "CONCEDE",
    "ASSAULT": "THREATEN",
}  # fmt: skip
_POSSIBLE = _PLANNED | {"SANCTION": "THREATEN", "COERCE": "THREATEN", "MOBILIZE": "THREATEN"}
_DENIED = {
    "AGREE": "REJECT", "CONSULT": "REJECT", "SUPPORT": "REJECT", "COOPERATE": "REJECT", "AID": "REJECT",
    "RETREAT": "REJECT", "CONCEDE": "REJECT",
}  # fmt: skip
_THREATENED = frozenset(("SANCTION", "COERCE", "ASSAULT", "PROTEST", "REJECT", "RETREAT", "MOBILIZE", "CONCEDE"))
_VIOLENT = frozenset(("ASSAULT", "COERCE", "THREATEN", "PROTEST"))


@dataclass(frozen=True, slots=True)
class TypeReading:
    """The type with its evidence; actor and recipient are empty where the type is None."""

    type: EventType | None
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    evidence: Span | None
    actor_evidence: tuple[Mention, ...]
    recipient_evidence: tuple[Mention, ...]


_NOTHING = TypeReading(None, (), (), None, (), ())


def code(
    text: str, title: Span | None, body: Sequence[Span], mentions: Sequence[Mention], language: str
) -> TypeReading:
    """Type, actor and recipient of one event's headline and text."""
    read = _Reading(text, title, body, mentions, language)
    chosen = _main_act(read, text)
    if chosen is None or chosen[1].type == NONE:
        return _NOTHING
    sentence, act = chosen
    actor, recipient = roles.read(sentence, act, read, text, mentions, language)
    if act.type == "MOBILIZE" and len(actor) > 1 and _has_any(sentence, act, cues.lexicon(language).grammar["drills"]):
        act = replace(act, type="COOPERATE")  # a drill of several (codebook, MOBILIZE)
        actor, recipient = actor[:1], [pair for pair in actor[1:] if pair not in recipient] + recipient
    return TypeReading(
        EventType(act.type),
        tuple(dict.fromkeys(value for value, _ in actor)),
        tuple(dict.fromkeys(value for value, _ in recipient)),
        sentence.covers(act.verb, act.last),
        tuple(_evidence(value, mention) for value, mention in actor),
        tuple(_evidence(value, mention) for value, mention in recipient),
    )


def _evidence(value: str, mention: Mention) -> Mention:
    """The mention under the value it stands for: "Lavrov" for RU."""
    if mention.value == value:
        return mention
    return replace(
        mention, value=value, kind="country" if len(value) == 2 and value != "EU" and value != "UN" else "organization"
    )


class _Reading(Sequence[tuple[Sentence, list[Act]]]):
    """The headline and the first sentences of the text with their acts, each taken apart when first asked for."""

    def __init__(
        self, text: str, title: Span | None, body: Sequence[Span], mentions: Sequence[Mention], language: str
    ) -> None:
        spans = (span for part in body for span in sentences.split(text, part.start, part.end))
        self._spans = [(span, False) for span in islice(spans, SENTENCES)]
        if title is not None:
            self._spans.insert(0, (title, True))
        read = [span for span, _ in self._spans]
        self._mentions = [*mentions, *parties.unnamed_leaders(text, read, mentions)]
        self._text, self._language = text, language
        self._known: dict[int, tuple[Sentence, list[Act]]] = {}

    def __len__(self) -> int:
        return len(self._spans)

    def __getitem__(self, at):
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        if at not in self._known:
            span, is_title = self._spans[at]
            sentence = take_apart(self._text, span, self._mentions, title=is_title)
            self._known[at] = (sentence, acts(sentence, self._language))
        return self._known[at]


def acts(sentence: Sentence, language: str) -> list[Act]:
    """The acts of a sentence with the types that tense, doubt and negation leave them."""
    grammar = clauses_vi if language == "vi" else clauses_en
    words = cues.lexicon(language).grammar
    things, armed = words["things"], words["armed"]
    conditional = not words["conditions"].isdisjoint(sentence.words)
    found = []
    for act in grammar.acts(sentence):
        kind = _settled(act)
        if conditional and (act.future or act.maybe) and kind in _THREATENED:
            kind = "THREATEN"
        if kind is None:
            continue
        if kind in _VIOLENT and not act.noun and _has(sentence, act, things):
            kind = NONE
        if kind in ("COERCE", "REQUEST") and not act.passive and _has(sentence, act, armed):
            kind = "ASSAULT"
        found.append(act if kind == act.type else replace(act, type=kind))
    return found


def _settled(act: Act) -> str | None:
    """The type after negation, doubt and tense; None when nothing is left of it."""
    if act.type == NONE:
        return NONE
    if act.negated:
        if act.noun:
            return act.type
        if act.future or act.maybe or act.type in ("AGREE", "SUPPORT", "CONCEDE"):
            return _DENIED.get(act.type)
        return None
    if act.maybe and not act.passive:
        return _POSSIBLE.get(act.type, act.type)
    if act.future:
        return _PLANNED.get(act.type, act.type)
    return act.type


def _has(sentence: Sentence, act: Act, things: frozenset[str]) -> bool:
    """Whether the subject holds one of the words."""
    words = sentence.words[act.verb : act.last + 6] if act.passive else sentence.words[act.clause : act.first]
    if any(word in things for word in words):
        return True
    pairs = (" ".join(pair) for pair in pairwise(words))
    return any(pair in things for pair in pairs)


def _has_any(sentence: Sentence, act: Act, words: frozenset[str]) -> bool:
    """Whether the words of the act hold one of these."""
    spoken = " ".join(sentence.words[act.first : act.last + 1])
    return any(word in spoken for word in words)


def _main_act(read: Sequence[tuple[Sentence, list[Act]]], text: str) -> tuple[Sentence, Act] | None:
    best, best_grade = None, _LEAST
    later = 0.0
    for sentence, found in read:
        first = _firmest(sentence, found)
        if first is not None:
            grade = first.grade + _HEADLINE if sentence.title else first.grade - later
            if text.startswith("?", sentence.span.end - 1):
                grade -= _QUESTION
            if grade > best_grade:
                best, best_grade = (sentence, first), grade
        if not sentence.title:
            later += _LATER
        if best_grade >= MAIN:
            break
    return best


def _firmest(sentence: Sentence, found: Sequence[Act]) -> Act | None:
    """The firmest act; of equally firm ones the first. Before a headline's colon stands a topic, not the act."""
    colon = next((at for at, mark in enumerate(sentence.breaks) if mark == ";"), 0) if sentence.title else 0
    best, best_grade = None, 0.0
    for act in found:
        grade = act.grade
        if colon and act.verb < colon and act.noun:
            grade = min(grade, MINOR)
        if grade > best_grade + 0.05:
            best, best_grade = act, grade
    return replace(best, grade=best_grade) if best is not None else None
