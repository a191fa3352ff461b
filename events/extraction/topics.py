"""What a passage is about: one of the seventeen IPTC Media Topics, by its words and the kind of event it reports.

The headline counts most, then the first sentence. The type of the event adds a prior after the label guide's borders:
diplomacy is politics, armed force is conflict, arrests are crime.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from events.extraction import cues, sentences
from events.extraction.clauses import words_of
from events.extraction.records import EventType, Mention, Span, Topic

_WEIGHTS = {"strong": 3.0, "plain": 1.0, "weak": 0.5}
_TITLE, _FIRST, _LATER = 2.5, 1.6, 0.7  # how much a cue counts by place
SENTENCES = 4  # of the body that are read
_LEAST = 1.0
_OTHERWISE = Topic.HUMAN_INTEREST  # where nobody acts and no word tells: "Storks are back"
_PREFIX = 4  # letters of "word*" by which it is found

_PRIOR: dict[EventType, dict[Topic, float]] = {
    EventType.AGREE: {Topic.POLITICS: 3.5},
    EventType.CONSULT: {Topic.POLITICS: 6},
    EventType.SUPPORT: {Topic.POLITICS: 4},
    EventType.CONCEDE: {Topic.POLITICS: 2.5},
    EventType.COOPERATE: {Topic.POLITICS: 1.5},
    EventType.AID: {Topic.POLITICS: 2},
    EventType.RETREAT: {Topic.POLITICS: 1.5, Topic.CONFLICT: 1.5},
    EventType.REQUEST: {Topic.POLITICS: 3.5},
    EventType.ACCUSE: {Topic.POLITICS: 3},
    EventType.REJECT: {Topic.POLITICS: 4},
    EventType.THREATEN: {Topic.POLITICS: 2.5, Topic.CONFLICT: 1.5},
    EventType.PROTEST: {Topic.POLITICS: 4.5},
    EventType.SANCTION: {Topic.POLITICS: 3},
    EventType.MOBILIZE: {Topic.CONFLICT: 8},
    EventType.COERCE: {Topic.CRIME: 3.5, Topic.POLITICS: 1.5},
    EventType.ASSAULT: {Topic.CONFLICT: 7},
}


@dataclass(frozen=True, slots=True)
class TopicReading:
    """The topic and the words that speak loudest for it; no words where only the type of the event told."""

    topic: Topic | None
    evidence: Span | None


Hits = tuple[tuple[Topic, float], ...]
Reading = tuple[
    tuple[tuple[tuple[str, ...], Hits], ...], Hits
]  # ((remaining words, what they tell) ...), the word's own

_SILENT: Reading = ((), ())
_REMEMBERED = 20_000  # words that tell nothing, kept


@dataclass(frozen=True, slots=True)
class _Cues:
    phrases: dict[str, dict[tuple[str, ...], Hits]]  # first word -> rest -> what it tells
    prefixes: dict[str, tuple[tuple[str, Topic, float], ...]]  # first letters -> (prefix, topic, weight)
    known: dict[str, Reading]
    silent: set[str]

    def read(self, word: str) -> Reading:
        """What the word tells, alone and as the first of a phrase; remembered for the next time."""
        listed = self.phrases.get(word, {})
        own = listed.get(()) or tuple(
            (topic, weight)
            for prefix, topic, weight in self.prefixes.get(word[:_PREFIX], ())
            if word.startswith(prefix)
        )
        longer = tuple(sorted(((r, h) for r, h in listed.items() if r), key=lambda entry: -len(entry[0])))
        if not longer and not own:
            if len(self.silent) < _REMEMBERED:
                self.silent.add(word)
            return _SILENT
        self.known[word] = longer, own
        return longer, own


def code(
    text: str,
    title: Span | None,
    body: Sequence[Span],
    mentions: Sequence[Mention],
    language: str,
    event_type: EventType | None,
) -> TopicReading:
    """The topic of one event's headline and text; None where nothing tells."""
    scores = dict(_PRIOR.get(event_type, {})) if event_type else {}
    loudest: dict[Topic, tuple[float, Span]] = {}
    table = _compiled("vi" if language == "vi" else "en")
    spans = (span for part in body for span in sentences.split(text, part.start, part.end))
    parts = [(title, _TITLE)] if title else []
    parts += [(span, _FIRST if at == 0 else _LATER) for at, span in enumerate(islice(spans, SENTENCES))]
    for span, factor in parts:
        _score(text, span, factor, table, scores, loudest)
    if not scores:
        return TopicReading(None if event_type else _OTHERWISE, None)
    topic = max(scores, key=scores.__getitem__)
    if scores[topic] < _LEAST:
        return TopicReading(None, None)
    return TopicReading(topic, loudest[topic][1] if topic in loudest else None)


def _score(
    text: str,
    span: Span,
    factor: float,
    table: _Cues,
    scores: dict[Topic, float],
    loudest: dict[Topic, tuple[float, Span]],
) -> None:
    words, _, places, _ = words_of(text, span.start, span.end)
    known, silent = table.known, table.silent
    seen: set[tuple[str, Topic]] = set()
    behind = 0
    for at in [at for at, word in enumerate(words) if word not in silent]:
        word = words[at]
        reading = known.get(word) or table.read(word)
        if reading is _SILENT or at < behind:
            continue
        phrases, found = reading
        size = 1
        for rest, more in phrases:  # longest first
            if tuple(words[at + 1 : at + 1 + len(rest)]) == rest:
                size, found = len(rest) + 1, more
                break
        for topic, weight in found:
            if (word, topic) in seen:
                continue  # a word said again tells nothing new
            seen.add((word, topic))
            value = weight * factor
            scores[topic] = scores.get(topic, 0.0) + value
            if topic not in loudest or value > loudest[topic][0]:
                loudest[topic] = (value, Span(places[at][0], places[min(at + size, len(places)) - 1][1]))
        behind = at + size


@cache
def _compiled(language: str) -> _Cues:
    phrases: dict[str, dict[tuple[str, ...], Hits]] = {}
    prefixes: dict[str, list[tuple[str, Topic, float]]] = {}
    for name, groups in cues.load(f"topics_{language}").items():
        topic = Topic[name]
        for strength, listed in groups.items():
            for written in listed:
                weight, cue = _WEIGHTS[strength], cues.fold(written)
                if cue.endswith("*"):
                    prefixes.setdefault(cue[:_PREFIX], []).append((cue[:-1], topic, weight))
                    continue
                shapes = [cue] if language == "vi" or cue.endswith("s") else [cue, cues.plural(cue)]
                for shape in shapes:
                    first, *rest = shape.split()
                    listed = phrases.setdefault(first, {})
                    listed[tuple(rest)] = (*listed.get(tuple(rest), ()), (topic, weight))
    return _Cues(phrases, {k: tuple(v) for k, v in prefixes.items()}, {}, set())
