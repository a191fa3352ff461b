"""What a passage is about: one of the seventeen IPTC Media Topics, by its words and the kind of event it reports.

Cues say how loudly each topic is spoken of: the headline counts most, then the first sentence, and the type of the
event adds a prior after the label guide's borders: diplomacy is politics, armed force is conflict, arrests are crime. A
learned model weighs that against all other words, and has the last word.
"""

from __future__ import annotations

from functools import cache
from math import exp
from typing import NamedTuple

from events.extraction import cues, learned, traits
from events.extraction.building import uncollected
from events.extraction.clauses import Sentence
from events.extraction.inflection_en import plural
from events.extraction.reading import Reading
from events.extraction.records import EventType, Span, Topic

_WEIGHTS = {"strong": 3.0, "plain": 1.0, "weak": 0.5}
_TITLE, _FIRST, _LATER = 2.5, 1.6, 0.7  # how much a cue counts by place
_LEAST = 1.0
_OTHERWISE = Topic.HUMAN_INTEREST  # where nobody acts and no word tells: "Storks are back"
_LED = 1.5  # how much likelier the topic of a story's main event is for its others: best for those of unseen stories
_SHORTEST = {"en": 4, "vi": 2}  # letters of a word that can be evidence: "and" is none
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


class TopicReading(NamedTuple):
    """The topic and the words that speak loudest for it; no words where only the type of the event told."""

    topic: Topic | None
    evidence: Span | None
    confidence: float | None = None  # how likely the topic is right


class Themes(NamedTuple):
    """How loudly each topic is spoken of, and the loudest words for it."""

    scores: dict[Topic, float]
    loudest: dict[Topic, tuple[float, Span]]


Hits = tuple[tuple[Topic, float], ...]
# ({next word: ((remaining words, what they tell) ...)}, what the word itself tells)
Told = tuple[dict[str, list[tuple[tuple[str, ...], Hits]]], Hits]

_SILENT: Told = ({}, ())
_REMEMBERED = 20_000  # words that tell nothing, kept


class _Cues(NamedTuple):
    phrases: dict[str, dict[tuple[str, ...], Hits]]  # first word -> rest -> what it tells
    prefixes: dict[str, tuple[tuple[str, Topic, float], ...]]  # first letters -> (prefix, topic, weight)
    known: dict[str, Told]
    silent: set[str]

    def read(self, word: str) -> Told:
        """What the word tells, alone and as the first of a phrase; remembered for the next time."""
        listed = self.phrases.get(word, {})
        own = listed.get(()) or tuple(
            (topic, weight)
            for prefix, topic, weight in self.prefixes.get(word[:_PREFIX], ())
            if word.startswith(prefix)
        )
        longer: dict[str, list[tuple[tuple[str, ...], Hits]]] = {}
        for rest in sorted(filter(None, listed), key=len, reverse=True):
            longer.setdefault(rest[0], []).append((rest, listed[rest]))
        if not longer and not own:
            if len(self.silent) < _REMEMBERED:
                self.silent.add(word)
            return _SILENT
        self.known[word] = longer, own
        return longer, own


def themes(read: Reading) -> Themes:
    """How loudly the cues of a passage speak of each topic."""
    found = Themes({}, {})
    table = _compiled(read.language)
    later = 0
    for sentence in read.sentences():
        factor = _TITLE if sentence.title else _LATER if later else _FIRST
        later += not sentence.title
        _score(sentence, factor, table, found)
    return found


def code(
    read: Reading, themes: Themes, event_type: EventType | None, led: tuple[Topic, float] | None = None
) -> TopicReading:
    """The topic of one passage; None where it has no words.

    `led` is the topic of the story's main event, and how likely it is: the others are told for its sake.
    """
    texts = [sentence for sentence in read.sentences() if sentence.words]
    if not texts:
        return TopicReading(None if event_type else _OTHERWISE, None)
    model = learned.model("topic", read.language)
    likely = model.probabilities(*seen(read, themes, event_type))
    if led is not None:
        likely = _led_by(*led, likely)
    name = max(likely, key=likely.__getitem__)
    topic = Topic[name]
    loudest = themes.loudest[topic][1] if topic in themes.loudest else _speaking(read, name, model)
    return TopicReading(topic, loudest, likely[name])


def _led_by(main: Topic, sure: float, likely: dict[str, float]) -> dict[str, float]:
    raised = likely | {main.name: likely[main.name] * exp(_LED * sure)}
    total = sum(raised.values())
    return {name: share / total for name, share in raised.items()}


def seen(read: Reading, themes: Themes, event_type: EventType | None) -> traits.Seen:
    """What the model of topics sees of a passage."""
    chosen = by_rules(themes, event_type)
    return traits.Seen(
        traits.of_text(read.sentences(), event_type, read.language),
        {},
        traits.of_topics(
            {topic.name: score for topic, score in themes.scores.items()}, chosen.name if chosen else None
        ),
    )


def by_rules(themes: Themes, event_type: EventType | None) -> Topic | None:
    """The topic the cues alone would give, the kind of event counted in; None where nothing tells."""
    scores = dict(_PRIOR.get(event_type, {})) if event_type else {}
    for topic, score in themes.scores.items():
        scores[topic] = scores.get(topic, 0.0) + score
    if not scores:
        return None if event_type else _OTHERWISE
    topic = max(scores, key=scores.__getitem__)
    return topic if scores[topic] >= _LEAST else None


def _speaking(read: Reading, topic: str, model: learned.Model) -> Span | None:
    """The word that speaks most for a topic where no cue does; None where none does."""
    best, loudest, shortest = None, 0.0, _SHORTEST[read.language]
    for sentence in read.sentences():
        for token in traits.tokens(sentence):
            says = model.says(":", token.text, topic)
            if says > loudest and len(token.text) >= shortest and not token.text.endswith("_"):  # a name tells nothing
                best, loudest = sentence.covers(token.first, token.last), says
    return best


def _score(sentence: Sentence, factor: float, table: _Cues, found: Themes) -> None:
    words, places, scores, loudest = sentence.words, sentence.spans, found.scores, found.loudest
    known, silent = table.known, table.silent
    told: set[tuple[str, Topic]] = set()
    behind = 0
    for at in [at for at, word in enumerate(words) if word not in silent]:
        word = words[at]
        reading = known.get(word) or table.read(word)
        if reading is _SILENT or at < behind:
            continue
        phrases, hits = reading
        size = 1
        for rest, more in phrases.get(words[at + 1], ()) if phrases and at + 1 < len(words) else ():  # longest first
            if tuple(words[at + 1 : at + 1 + len(rest)]) == rest:
                size, hits = len(rest) + 1, more
                break
        for topic, weight in hits:
            if (word, topic) in told:
                continue  # a word said again tells nothing new
            told.add((word, topic))
            value = weight * factor
            scores[topic] = scores.get(topic, 0.0) + value
            if topic not in loudest or value > loudest[topic][0]:
                loudest[topic] = (value, Span(places[at][0], places[min(at + size, len(places)) - 1][1]))
        behind = at + size


@cache
@uncollected()
def _compiled(language: str) -> _Cues:
    phrases: dict[str, dict[tuple[str, ...], Hits]] = {}
    prefixes: dict[str, list[tuple[str, Topic, float]]] = {}
    for name, groups in cues.load(f"topics_{language}").items():
        topic = Topic[name]
        for strength, listed in groups.items():
            weight = _WEIGHTS[strength]
            for cue in cues.fold("\n".join(listed)).split("\n") if listed else ():
                if cue.endswith("*"):
                    prefixes.setdefault(cue[:_PREFIX], []).append((cue[:-1], topic, weight))
                    continue
                shapes = [cue] if language == "vi" or cue.endswith("s") else [cue, plural(cue)]
                for shape in shapes:
                    first, *rest = shape.split()
                    listed = phrases.setdefault(first, {})
                    listed[tuple(rest)] = (*listed.get(tuple(rest), ()), (topic, weight))
    return _Cues(phrases, {k: tuple(v) for k, v in prefixes.items()}, {}, set())
