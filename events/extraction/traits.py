"""What the learned models see of a passage: its words with all names taken out, and what the rules read in it.

A country, organization or person is only seen as one of its kind, so that no model can learn what some country is said
to do. A trait is a string with a value; the models hold weights for them. Some traits belong to one answer alone ("an
act of this type stands first in the headline"): their weights are the same for all answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from events.extraction import concepts, learned
from events.extraction.clauses import Act, Sentence

Traits = dict[str, float]
Marked = list[tuple[str, set[str]]]  # (mark, what is seen under it)

NONE = "-"  # the answer that nothing was done
WORDS = {"en": 2, "vi": 3}  # the longest n-grams seen, in words or syllables
_KINDS = {"country": "C_", "organization": "O_", "person": "P_"}
_NAMES = frozenset(_KINDS.values())
_LONGEST = 60  # tokens of a sentence that are seen
_EARLY = 8  # with which a passage begins, and those behind the first name: mostly subject, verb and object
_FIRST_NAME = 10  # the latest place of a name that may be the subject
_BARE = 2  # words beside names and numbers that are no headline yet
_FIRMEST, _FIRM = 3.0, 2.5  # grades of acts
_LOUD = 6.0  # a topic's score that counts as one


class Seen(NamedTuple):
    """What a model is asked with."""

    marked: Marked
    graded: Traits
    own: dict[str, Traits]

    def for_training(self) -> tuple[Traits, dict[str, Traits]]:
        """The passage's traits written out, and those of single answers."""
        return learned.written_out(self.marked) | self.graded, self.own


class Token(NamedTuple):
    """A word or a name as the models see it, and the sentence's tokens it stands for."""

    text: str
    first: int
    last: int


def tokens(sentence: Sentence) -> list[Token]:
    """The words of a sentence, each name as one token of its kind, numbers as #."""
    found: list[Token] = []
    names = iter(sentence.names)
    name = next(names, None)
    at, count = 0, min(len(sentence.words), _LONGEST)
    while at < count:
        while name is not None and name.first < at:
            name = next(names, None)
        if name is not None and name.first == at:
            found.append(Token(_KINDS.get(name.mention.kind, "O_"), at, name.last))
            at = name.last + 1
            continue
        word = sentence.words[at]
        found.append(Token("#" if word[:1].isdigit() else word, at, at))
        at += 1
    return found


def texts(sentence: Sentence) -> list[str]:
    """What `tokens` gives, without the places; made once for a sentence."""
    if sentence.seen is None:
        found: list[str] = []
        at, count = 0, min(len(sentence.words), _LONGEST)
        for name in sentence.names:
            if at <= name.first < count:
                found += sentence.words[at : name.first]
                found.append(_KINDS.get(name.mention.kind, "O_"))
                at = name.last + 1
        found += sentence.words[at:count]
        sentence.seen = ["#" if word[:1].isdigit() else word for word in found]
    return sentence.seen


def tells_nothing(sentence: Sentence, acts: Sequence[Act]) -> bool:
    """Whether a headline only says where or when: "Peru and Chile", "11 February"."""
    return sentence.title and not acts and sum(not _is_mark(text) for text in texts(sentence)) <= _BARE


def _is_mark(text: str) -> bool:
    """Whether it stands for a name or a number."""
    return text == "#" or text in _NAMES


def grams(sentence: Sentence, language: str) -> set[str]:
    """All n-grams of a sentence's words; made once for a sentence."""
    if sentence.grams is None:
        words = texts(sentence)
        sentence.grams = set(words)
        for longer in range(2, WORDS[language] + 1):
            following = [words[at:] for at in range(longer)]
            sentence.grams.update(map(" ".join, zip(*following, strict=False)))
    return sentence.grams


def meanings(sentence: Sentence, language: str) -> list[str]:
    """The concepts and names of a sentence, in order, other words left out; made once for a sentence."""
    if sentence.meanings is None:
        sentence.meanings = concepts.of(texts(sentence), language, _NAMES)
    return sentence.meanings


def _with_pairs(words: Sequence[str]) -> set[str]:
    """Words or concepts, and each with the next."""
    return {*words, *map(" ".join, pairwise(words))}


def of_passage(sentences: Sequence[Sentence], topics: Mapping[str, float], language: str) -> tuple[Marked, Traits]:
    """Words of the headline or first sentence (h), of the next (l), of either (*), of the third (x); names; topics.

    Those the passage begins with (b) and those behind its first name (n) stand there once more. What counts once, and
    what is graded. With "&" behind the mark stand concepts instead of words.
    """
    firsts = [grams(sentence, language) for sentence in sentences[:2]]
    marked = _in_turn("", firsts)
    if sentences:
        words = texts(sentences[0])
        subject = next((at for at, word in enumerate(words[: _FIRST_NAME + 1]) if word in _NAMES), None)
        marked.append(("b:", _with_pairs(words[:_EARLY])))
        marked.append(("n:", {NONE} if subject is None else _with_pairs(words[subject + 1 : subject + 1 + _EARLY])))
    if len(sentences) > 2:
        marked.append(("x:", set(texts(sentences[2]))))
    meant = [_with_pairs(meanings(sentence, language)) for sentence in sentences[:2]]
    marked += _in_turn("&", meant)
    told = set()
    if sentences:
        for kind in ("country", "organization", "person"):
            count = len({name.mention.value for name in sentences[0].names if name.mention.kind == kind})
            told.add(f"{kind}={min(count, 3)}")
    if topics:
        told.add(f"loudest={max(topics, key=topics.__getitem__)}")
    marked.append(("", told))
    return marked, {f"topic={topic}": min(score, 2 * _LOUD) / _LOUD for topic, score in topics.items()}


def _in_turn(sign: str, seen: Sequence[set[str]]) -> Marked:
    """What is seen of the headline or first sentence (h) and of the next (l), and of either (*)."""
    if not seen:
        return []
    first, *following = seen
    marked = [(f"h{sign}:+*{sign}:", first)]
    for second in following:
        marked += [(f"l{sign}:+*{sign}:", second - first), (f"l{sign}:", second & first)]
    return marked


def of_acts(read: Sequence[tuple[Sentence, Sequence[Act]]], chosen: str, manner: Iterable[str] = ()) -> Marked:
    """Types of the acts in headline or first sentence (h) and the next (l), firmest first; and the rules' choice.

    `manner` tells where and how that is said.
    """
    marked: Marked = [("", {f"rule={chosen}", *(f"{how}={chosen}" for how in manner)})]
    for mark, (_, acts) in zip(("h@:", "l@:"), read, strict=False):
        kinds = [act.type for act in sorted(acts, key=lambda act: -act.grade)]
        seen = set(kinds)
        if kinds:
            seen.update((f"first {kinds[0]}", " ".join(kinds[:2])))
        marked.append((mark, seen or {NONE}))
    return marked


def of_text(sentences: Sequence[Sentence], kind: str | None, language: str) -> Marked:
    """Words and concepts (&) of a passage, and the kind of event it reports.

    Those of its headline or first sentence stand there once more (h), concepts also those of its first two (l).
    """
    first, *following = [grams(sentence, language) for sentence in sentences] or [set()]
    meant = [set(meanings(sentence, language)) for sentence in sentences]
    return [
        ("", {f"type={kind or NONE}"}),
        ("h:+:", first),
        (":", set().union(*following) - first),
        ("&:", set().union(*meant)),
        ("l&:", set().union(*meant[:2])),
        *(("h&:", first) for first in meant[:1]),
    ]


def of_topics(scores: Mapping[str, float], chosen: str | None) -> dict[str, Traits]:
    """For each topic that cues speak of, how loudly. `chosen` is what the rules alone would say."""
    found: dict[str, Traits] = {chosen: {"rule": 1.0}} if chosen else {}
    total = sum(scores.values())
    for topic, score in scores.items():
        found.setdefault(topic, {}).update(
            {"any": 1.0, "score": min(score, 2.5 * _LOUD) / _LOUD, "share": score / total}
        )
    return found


class _Placed(dict[str, str]):
    """Trait of an act -> the same with the place of its sentence in front."""

    def __init__(self, place: str) -> None:
        self._place = place

    def __missing__(self, trait: str) -> str:
        placed = self[trait] = f"{self._place} {trait}"
        return placed


_PLACED = {place: _Placed(place) for place in ("h", "m", "l")}  # headline, first sentence without one, the next


def of_types(
    read: Sequence[tuple[Sentence, Sequence[Act]]], chosen: str, grade: float, language: str
) -> dict[str, Traits]:
    """For each type that the first two sentences speak of: how firmly, how early, in which form.

    `chosen` is what the rules alone would say, `grade` how firmly.
    """
    found: dict[str, Traits] = {chosen: {"rule": 1.0, "rule grade": grade / _FIRMEST}}
    for at, (sentence, acts) in enumerate(read[:2]):
        place = "l" if at else "h" if sentence.title else "m"
        placed = _PLACED[place]
        firmest = max((act.grade for act in acts), default=0.0)
        total = sum(act.grade for act in acts)
        before = False  # an act as firm as the firmest stood before
        for number, act in enumerate(acts):
            traits = found.setdefault(NONE if act.type == "NONE" else act.type, {})
            weight = act.grade / _FIRMEST
            length = act.last - act.verb + 1
            seen = {
                "any": 1.0,
                "grade": weight,
                "early": weight / (1 + act.verb / 4),
                "length": weight * min(length, 5) / 5,
                f"length {min(length, 3)}": weight,
            }
            if act.grade >= _FIRM:
                seen["firm"] = 1.0
            if not number:
                seen["first"] = 1.0
            if act.grade == firmest:
                seen["firmest"] = 1.0
                if not before:
                    seen["first of firmest"] = 1.0
                before = True
            if act.noun:
                seen["noun"] = weight
            if act.passive:
                seen["passive"] = 1.0
            if act.clause:
                seen["reported"] = 1.0
            if act.negated:
                seen["denied"] = weight
            if act.future or act.maybe:
                seen["planned"] = weight
            for trait in _parties(sentence, act):
                seen[trait] = weight
            for trait, value in seen.items():
                key = placed[trait]
                if value > traits.get(key, 0.0):
                    traits[key] = value
            share = placed["share"]
            traits[share] = traits.get(share, 0.0) + act.grade / total
            cue = _cue(sentence, act, language)
            traits[cue] = max(traits.get(cue, 0.0), weight)
    return found


def _parties(sentence: Sentence, act: Act) -> Iterable[str]:
    """Which sides of an act have a name, and whether right beside it."""
    found = set()
    for name in sentence.names:
        if act.clause <= name.first and name.last < act.verb:
            found.add("named before")
            if name.last == act.first - 1:
                found.add("named right before")
        elif name.first > act.verb:
            found.add("named after")
            if act.head < name.first <= act.head + 3:
                found.add("named right after")
    return found


_STEM = 5  # letters of an English word that tell it in all its forms, well enough


def _cue(sentence: Sentence, act: Act, language: str) -> str:
    words = sentence.words[act.verb : act.head + 1]
    return "cue " + " ".join(words if language == "vi" else [word[:_STEM] for word in words])
