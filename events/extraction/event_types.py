"""What kind of event a passage reports: a PLOVER type or none, by its main act.

Rules read the acts and say which is the main one: the headline's main verb, else the first sentence's. A learned model
weighs that against all other acts and the words around them, and has the last word. Types and their borders follow the
PLOVER codebook (openeventdata/PLOVER, PLOVER_MANUAL.tex); what the words mean is in cues/acts_<language>.toml.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from events.extraction import casting, learned, roles, traits
from events.extraction.clauses import MAIN, MINOR, NONE, Act, Sentence
from events.extraction.phrases import Phrases
from events.extraction.reading import Reading
from events.extraction.records import EventType, Mention, Span
from events.extraction.topics import Themes

_HEADLINE = 0.7  # how much firmer a headline's act counts
_LATER = 0.8  # how much less each further sentence's act counts
_AMONG_ITS_OWN = frozenset((EventType.COERCE, EventType.PROTEST, EventType.CONCEDE))
_QUESTION = 1.6  # how much less what is only asked counts
# an act stated less firmly than this decides nothing; in English one of a subordinate clause may, where none else is
_LEAST = {"en": 0.65, "vi": 0.7}


@dataclass(frozen=True, slots=True)
class TypeReading:
    """The type with its evidence; actor and recipient are empty where the type is None."""

    type: EventType | None
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    evidence: Span | None = None
    actor_evidence: tuple[Mention, ...] = ()
    recipient_evidence: tuple[Mention, ...] = ()
    confidence: Mapping[str, float] = field(default_factory=dict)  # type, actor, recipient -> how likely it is right
    rule: str | None = None  # where no act of the text but a rule gave it


def code(read: Reading, themes: Themes) -> TypeReading:
    """Type, actor and recipient of one passage. `themes` is what its words say of each topic."""
    chosen = _main_act(read)
    model = learned.model("type", read.language)
    if not any(read.sentence(at).words for at in range(len(read))):
        return TypeReading(None)
    likely = model.probabilities(*_seen(read, chosen, themes))
    kind = max(likely, key=likely.__getitem__)
    if kind == traits.NONE:
        return TypeReading(None, confidence=dict.fromkeys(("type", "actor", "recipient"), likely[kind]))
    return _of_act(EventType(kind), *_act_of(kind, read, chosen, model), read, likely[kind])


def taught(found: TypeReading, kind: EventType | None, words: Span, read: Reading) -> TypeReading:
    """The passage under the type that editors taught for some of its words; who did it to whom stays where known."""
    if kind is None:
        return TypeReading(None, evidence=words, rule="taught")
    if found.type is not None:
        return replace(found, type=kind, evidence=words, confidence={}, rule="taught")
    for sentence in (read.sentence(at) for at in range(len(read))):
        inside = [at for at, (start, end) in enumerate(sentence.spans) if start < words.end and end > words.start]
        if inside:
            act = _words_as_act(kind, sentence, inside[0], inside[-1], read.language)
            return replace(_of_act(kind, sentence, act, read), evidence=words, rule="taught")
    return TypeReading(kind, evidence=words, rule="taught")


def done_at_home(found: TypeReading, countries: Sequence[Mention]) -> TypeReading:
    """Where nobody is named who acts ("The army", "Fishermen"), the first of the passage's countries does.

    Not in an attack, whose place is rather where it is suffered. Marches and arrests are of its own people besides.
    """
    if found.type in (None, EventType.ASSAULT) or found.actor:
        return found
    home = next((country for country in countries if country.value not in found.recipient), None)
    if home is None:
        return found
    found = replace(found, actor=(home.value,), actor_evidence=(home,))
    if found.recipient or found.type not in _AMONG_ITS_OWN:
        return found
    return replace(found, recipient=(home.value,), recipient_evidence=(home,))


def _of_act(kind: EventType, sentence: Sentence, act: Act, read: Reading, likely: float | None = None) -> TypeReading:
    by_rules = roles.read(sentence, act, read, read.text, read.mentions, read.language, read.country_of)
    cast = casting.cast(read, sentence, act, by_rules)
    return TypeReading(
        kind,
        tuple(value for value, _ in cast.actor),
        tuple(value for value, _ in cast.recipient),
        sentence.covers(act.verb, act.last),
        tuple(_evidence(value, mention) for value, mention in cast.actor),
        tuple(_evidence(value, mention) for value, mention in cast.recipient),
        {"actor": cast.actor_likely, "recipient": cast.recipient_likely} | ({} if likely is None else {"type": likely}),
    )


def by_rules(read: Reading) -> str:
    """The type the rules alone would give, "-" for none."""
    return _named(_main_act(read))


def main_words(read: Reading) -> Span | None:
    """The words of the act that rules take for the main one."""
    chosen = _main_act(read)
    return chosen[0].covers(chosen[1].verb, chosen[1].last) if chosen else None


def seen(read: Reading, themes: Themes) -> traits.Seen:
    """What the model of types sees of a passage."""
    return _seen(read, _main_act(read), themes)


def _seen(read: Reading, chosen: tuple[Sentence, Act] | None, themes: Themes) -> traits.Seen:
    start = _start(read)
    first = [read.sentence(at) for at in range(start, min(len(read), start + 3))]
    grade = chosen[1].grade if chosen else 0.0
    spoken = [_told(read, at) for at in range(start, min(len(read), start + 2))]
    scores = {topic.name: score for topic, score in themes.scores.items()}
    marked, graded = traits.of_passage(first, scores, read.language)
    marked += traits.of_acts(spoken, _named(chosen), _manner(read, chosen))
    if _asked(read, first[0]) > 0:
        marked.append(("", {"asked"}))
    return traits.Seen(marked, graded, traits.of_types(spoken, _named(chosen), grade, read.language))


def _manner(read: Reading, chosen: tuple[Sentence, Act] | None) -> set[str]:
    """Where the act that rules chose stands and in which form: some are read less surely than others."""
    if chosen is None:
        return set()
    sentence, act = chosen
    place = "h" if sentence.title else "m" if sentence is read.sentence(_start(read)) else "l"
    forms = {
        "denied": act.negated, "future": act.future, "maybe": act.maybe, "noun": act.noun, "passive": act.passive,
    }  # fmt: skip
    form = next((form for form, has in forms.items() if has), "done")
    return {f"rule {place}", f"rule {form}", f"rule {place} {form}"}


def _start(read: Reading) -> int:
    """The first sentence that tells anything."""
    return int(len(read) > 1 and traits.tells_nothing(*read[0]))


def _named(chosen: tuple[Sentence, Act] | None) -> str:
    return traits.NONE if chosen is None or chosen[1].type == NONE else chosen[1].type


def act_of(kind: str, read: Reading) -> tuple[Sentence, Act]:
    """The act by which a passage is of a type."""
    return _act_of(kind, read, _main_act(read), learned.model("type", read.language))


def _act_of(
    kind: str, read: Reading, chosen: tuple[Sentence, Act] | None, model: learned.Model
) -> tuple[Sentence, Act]:
    """The act of that type: the rules' own choice, else the firmest of its type, else the words that speak for it."""
    if chosen is not None and chosen[1].type == kind:
        return chosen
    firmest, best = None, 0.0
    for sentence, found in read:
        for act in found:
            grade = act.grade + (_HEADLINE if sentence.title else 0.0)
            if act.type == kind and grade > best:
                firmest, best = (sentence, act), grade
    if firmest is not None:
        return firmest
    said = _saying(read) if kind == EventType.ACCUSE else None
    return said or _loudest(kind, read, model)


def _saying(read: Reading) -> tuple[Sentence, Act] | None:
    """What is said of somebody else, taken as the act: who says it accuses ("New Delhi says Chinese hackers …")."""
    sentence = read.sentence(_start(read))
    phrases = Phrases(read.text, read.mentions, read.language, read.country_of)
    for begin in range(1, len(sentence.words)):
        last = next((name.last for name in reversed(sentence.names) if name.last < begin), None)
        behind = any(name.first >= begin for name in sentence.names)
        if last is not None and behind and phrases.is_reported(sentence, begin):
            return sentence, Act(EventType.ACCUSE, MAIN, last + 1, last + 1, begin - 1, begin - 1, 0)
    return None


def _loudest(kind: str, read: Reading, model: learned.Model) -> tuple[Sentence, Act]:
    """The words of the first two sentences that speak most for a type, taken as its verb."""
    start = _start(read)
    best, loudest = (read.sentence(start), 0, 0), float("-inf")
    longest = traits.WORDS[read.language]
    for place, at in zip(("h:", "l:"), range(start, len(read)), strict=False):
        sentence = read.sentence(at)
        tokens = traits.tokens(sentence)
        texts = [token.text for token in tokens]
        for first in range(len(tokens)):
            for last in range(first, min(first + longest, len(tokens))):
                said = " ".join(texts[first : last + 1])
                says = model.says(place, said, kind) + model.says("*:", said, kind)
                if says > loudest:
                    best, loudest = (sentence, tokens[first].first, tokens[last].last), says
    sentence, first, last = best
    return sentence, _words_as_act(kind, sentence, first, last, read.language)


def _words_as_act(kind: str, sentence: Sentence, first: int, last: int, language: str) -> Act:
    """Words taken as a verb."""
    following = sentence.words[last + 1 : last + 2]
    passive = following == ["by"] if language == "en" else sentence.words[first - 1 : first] == ["bị"]
    return Act(kind, MAIN, first, first, last, last, 0, passive=passive)


def _evidence(value: str, mention: Mention) -> Mention:
    """The mention under the value it stands for: "Lavrov" for RU."""
    if mention.value == value:
        return mention
    return replace(
        mention, value=value, kind="country" if len(value) == 2 and value != "EU" and value != "UN" else "organization"
    )


def _main_act(read: Reading) -> tuple[Sentence, Act] | None:
    best, best_grade = None, _LEAST[read.language]
    later = 0.0
    for at in range(len(read)):
        sentence, found = _told(read, at)
        first = _firmest(sentence, found)
        if first is not None:
            grade = first.grade + _HEADLINE if sentence.title else first.grade - later
            if first.type == NONE and best is not None:
                grade -= _HEADLINE  # what only happens below a headline that tells an act
            if grade > best_grade:
                best, best_grade = (sentence, first), grade
        if not sentence.title:
            later += _LATER
        if best_grade >= MAIN:
            break
    return best


def _asked(read: Reading, sentence: Sentence) -> int:
    """Where in the text a question ends that a headline asks, or that a sentence is; -1 where there is none."""
    span = sentence.span
    return read.text.rfind("?", span.start if sentence.title else span.end - 1, span.end)


def _told(read: Reading, at: int) -> tuple[Sentence, list[Act]]:
    """A sentence and its acts, less firm where they are only asked about: "Chile to leave pact? Lima denies it"."""
    sentence, found = read[at]
    asked = _asked(read, sentence)
    if asked < 0:
        return sentence, found
    return sentence, [
        replace(act, grade=act.grade - _QUESTION) if sentence.spans[act.verb][0] < asked else act for act in found
    ]


def _firmest(sentence: Sentence, found: list[Act]) -> Act | None:
    """The firmest act; of equally firm ones the first. Before a headline's colon stands a topic, not the act."""
    colon = next((at for at, mark in enumerate(sentence.breaks) if mark == ";"), 0) if sentence.title else 0
    best, best_grade = None, 0.0
    for act in found:
        grade = act.grade
        if colon and act.verb < colon and act.noun:
            grade = min(grade, MINOR)
        if grade > best_grade + 0.05:
            best, best_grade = act, grade
    return best if best is None or best.grade == best_grade else replace(best, grade=best_grade)
