"""Which of the parties a passage names does the main act, and to which it is done: the last word after the rules.

Rules read actor and recipient by grammar (roles.py). A learned model then judges each party named: actor, recipient or
neither, by what the rules say and where the party stands beside the act.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import prod
from typing import NamedTuple

from events.extraction import learned
from events.extraction.clauses import Act, Named, Sentence
from events.extraction.phrases import Phrases, Role
from events.extraction.reading import Reading
from events.extraction.records import Mention
from events.extraction.traits import Marked, Traits

ACTOR, RECIPIENT, NEITHER = "actor", "recipient", "neither"
PARTS = (ACTOR, RECIPIENT, NEITHER)
_SENTENCES = 3  # in which parties are looked for: headline and two more
_MOST = 8  # parties that are judged
_BELIEVED = 1.8  # how many times likelier than the model says is what the rules say
_PREFERRED = 2.0  # how many times less likely than another part it may be that a party is the only recipient
# words that begin what only explains or surrounds an act; what stands behind them is seldom whom it is done to
_SUBORDINATE = {
    "en": frozenset((
        "after", "as", "when", "while", "who", "which", "where", "amid", "amidst", "following", "despite", "before",
        "because", "since", "although", "though", "until", "unless", "whose", "during", "whereas", "if", "that",
        "over", "for",
    )),
    "vi": frozenset((
        "sau", "khi", "vì", "do", "để", "nếu", "trước", "giữa", "bởi", "mà", "nhằm", "rằng", "trong",
    )),
}  # fmt: skip
_MANY = 3  # names or commas that are told apart
_ONE_SIDED = frozenset(("MOBILIZE", "PROTEST"))  # two who do these do them side by side


class Candidate(NamedTuple):
    """A party, and its first mention."""

    value: str
    mention: Mention
    said: str  # its part, by the rules
    marked: Marked  # what the model sees of it

    @property
    def traits(self) -> Traits:
        """The same written out, as the model is trained on it."""
        return learned.written_out(self.marked)


class Cast(NamedTuple):
    """Actor and recipient, each with the mention that tells; and how likely each of the two lists is right."""

    actor: Role
    recipient: Role
    actor_likely: float
    recipient_likely: float


def cast(read: Reading, sentence: Sentence, act: Act, by_rules: tuple[Role, Role]) -> Cast:
    """Judges every party named in the first sentences. `by_rules` is what the rules read."""
    model = learned.model("roles", read.language)
    told: dict[str, Role] = {ACTOR: [], RECIPIENT: [], NEITHER: []}
    found = candidates(read, sentence, act, by_rules)
    likely = [model.probabilities(one.marked) for one in found]
    parts = parts_of(act.type, [(one.said, of) for one, of in zip(found, likely, strict=True)])
    judged = list(zip(parts, likely, strict=True))
    for one, (part, _) in zip(found, judged, strict=True):
        told[part].append((one.value, one.mention))
    return Cast(
        told[ACTOR],
        told[RECIPIENT],
        model.sure(ACTOR, all_right(ACTOR, judged)),
        model.sure(RECIPIENT, all_right(RECIPIENT, judged)),
    )


def parts_of(kind: str, judged: Sequence[tuple[str, Mapping[str, float]]]) -> list[str]:
    """The part of each party, given what the rules say of it and how likely each part is.

    The rules are believed where it is a close thing. Where none is a recipient, one who may well be is taken for it;
    and of two who act, the second: "Thailand and Laos reopen a bridge".
    """
    weighed = [
        {part: of * (_BELIEVED if part == said != NEITHER else 1) for part, of in likely.items()}
        for said, likely in judged
    ]
    parts = [max(PARTS, key=one.__getitem__) for one in weighed]
    if parts and RECIPIENT not in parts:
        closest = max(range(len(parts)), key=lambda at: weighed[at][RECIPIENT])
        if weighed[closest][RECIPIENT] * _PREFERRED > weighed[closest][parts[closest]]:
            parts[closest] = RECIPIENT
        elif parts.count(ACTOR) == 2 and kind not in _ONE_SIDED:
            parts[parts.index(ACTOR, parts.index(ACTOR) + 1)] = RECIPIENT
    return parts


def all_right(part: str, judged: Iterable[tuple[str, Mapping[str, float]]]) -> float:
    """How likely all parties that were told off as `part`, and only they, are rightly so."""
    return prod(likely[part] if told == part else 1 - likely[part] for told, likely in judged)


def candidates(read: Reading, sentence: Sentence, act: Act, by_rules: tuple[Role, Role]) -> list[Candidate]:
    """The parties named in the first sentences, and what is seen of each."""
    phrases = Phrases(read.text, read.mentions, read.language)
    spoken: dict[str, list[tuple[int, Sentence, Named]]] = {}
    for place in range(min(len(read), _SENTENCES)):
        there = read.sentence(place)
        for name in there.names:
            value = phrases.value(name.mention)
            if value is not None and (value in spoken or len(spoken) < _MOST):
                spoken.setdefault(value, []).append((place, there, name))
    actors, recipients = (dict(role) for role in by_rules)
    found = []
    for order, (value, mentions) in enumerate(spoken.items()):
        said = ACTOR if value in actors else RECIPIENT if value in recipients else NEITHER
        if said == NEITHER and all(_stands_aside(act, sentence, *one[1:], phrases, bool(actors)) for one in mentions):
            continue
        seen = set(_seen(act, sentence, mentions, phrases))
        seen.add(f"order {min(order, 4)}")
        seen.add(f"of {min(len(spoken), 5)}")
        if not actors:
            seen.add("no actor")
        if not recipients:
            seen.add("no recipient")
        marked = [(f"{said}, ", seen), ("", {*seen, act.type, said, f"{said} {act.type}"})]
        mention = actors.get(value) or recipients.get(value) or mentions[0][2].mention
        found.append(Candidate(value, mention, said, marked))
    return found


def _stands_aside(
    act: Act, sentence: Sentence, there: Sentence, name: Named, phrases: Phrases, has_actor: bool
) -> bool:
    """Whether a name is out of the question: "Iran-backed", or in an adverbial before the act, whose actor is known."""
    if phrases.is_modifier(there, name):
        return True
    before = there is sentence and name.last < act.first
    return before and has_actor and bool(phrases.governor(there, name, 0))


def _seen(
    act: Act, sentence: Sentence, mentions: Sequence[tuple[int, Sentence, Named]], phrases: Phrases
) -> Iterator[str]:
    """Where a party stands: in the act's sentence, beside the act; else in which sentence."""
    place, there, name = mentions[0]
    yield f"{name.mention.kind}"
    yield f"first in {'headline' if there.title else place}"
    yield f"said {min(len(mentions), 3)}"
    beside = next(((there, name) for _, there, name in mentions if there is sentence), None)
    if beside is None:
        yield "elsewhere"
        yield from _around(there, name, phrases)
        return
    there, name = beside
    side = "before" if name.last < act.verb else "after" if name.first > act.head else "within"
    yield side
    voice = "passive" if act.passive else "noun" if act.noun else "active"
    yield f"{side} {voice}"
    if act.roles:
        yield f"{side} {act.roles}"
    between = act.first - name.last if side == "before" else name.first - act.head
    yield f"{side} by {1 if between <= 1 else 3 if between <= 3 else 7 if between <= 7 else 9}"
    if side == "before" and name.first < act.clause:
        yield "before the clause"
    others = [other for other in sentence.names if other is not name]
    if side == "before" and not any(act.clause <= other.first < name.first for other in others):
        yield "first before"
    if side == "before" and not any(name.first < other.first < act.verb for other in others):
        yield "last before"
    if side == "after" and not any(act.head < other.first < name.first for other in others):
        yield "first after"
    for around in _around(there, name, phrases):
        yield f"{side} {around}"
    yield from _between(act, side, there, name, phrases.language)


def _between(act: Act, side: str, sentence: Sentence, name: Named, language: str) -> Iterator[str]:
    """What stands between a name and the act: the last word that subordinates; names and commas."""
    subordinate = _SUBORDINATE[language]
    if side == "after":
        under = [word for word in sentence.words[act.last + 1 : name.first] if word in subordinate]
        yield f"under {under[-1] if under else '-'}"
        yield f"{act.type} {'under' if under else 'plainly'}"
        commas = sum(1 for mark in sentence.breaks[act.head + 1 : name.first + 1] if mark)
        yield f"commas {min(commas, _MANY)}"
        others = sum(1 for other in sentence.names if act.head < other.first < name.first)
        yield f"names between {min(others, _MANY)}"
    elif side == "before":
        over = [word for word in sentence.words[name.last + 1 : act.first] if word in subordinate]
        yield f"over {over[-1] if over else '-'}"
        if not subordinate.isdisjoint(sentence.words[: name.first]):
            yield "before under"


def _around(sentence: Sentence, name: Named, phrases: Phrases) -> Iterator[str]:
    """What governs a name and what follows it."""
    governor = phrases.governor(sentence, name, 0)
    yield f"after {governor or '-'}"
    words = sentence.words
    if name.first:
        yield f"right after {words[name.first - 1] if not _named(sentence, name.first - 1) else 'name'}"
    else:
        yield "begins"
    if name.last + 1 < len(words):
        mark = sentence.breaks[name.last + 1]
        yield f"right before {mark or (words[name.last + 1] if not _named(sentence, name.last + 1) else 'name')}"
    else:
        yield "ends"
    if phrases.is_modifier(sentence, name):
        yield "modifier"


def _named(sentence: Sentence, at: int) -> bool:
    return any(name.first <= at <= name.last for name in sentence.names)
