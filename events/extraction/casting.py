"""Which of the parties a passage names does the main act, and to which it is done: the last word after the rules.

Rules read actor and recipient by grammar (roles.py). A learned model then judges each party named: actor, recipient,
both or neither, by what the rules say and where the party stands beside the act.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence, Set
from math import prod
from typing import NamedTuple

from events.extraction import learned, standing
from events.extraction.clauses import Act, Named, Sentence
from events.extraction.phrases import Phrases, Role
from events.extraction.reading import Reading
from events.extraction.records import Mention
from events.extraction.standing import Spoken
from events.extraction.traits import Marked, Traits

ACTOR, RECIPIENT, NEITHER = "actor", "recipient", "neither"
BOTH = "both"  # a state acts on its own, and people on theirs: "Togo jails a blogger", "Togolese march for pay"
PARTS = (ACTOR, RECIPIENT, NEITHER, BOTH)
ACTS, SUFFERS = frozenset((ACTOR, BOTH)), frozenset((RECIPIENT, BOTH))
_SENTENCES = 3  # in which parties are looked for: headline and two more
_MOST = 8  # parties that are judged
_HARDLY, _SURELY = 0.01, 0.85  # how likely those act who say it, and those who are said to
_TO_SUBJECT = 3  # tokens from where a clause begins to its subject's name: "that the Russian"
# how many times less likely than another part it may be that a party is the only recipient: chosen on folds held out
_PREFERRED = {ACTOR: 1.5, NEITHER: 2.0}
_PARENTS = frozenset(("UN", "EU", "AU"))  # bodies whose names stand in those of their offices
_MUTUAL = frozenset(("CONSULT", "AGREE", "COOPERATE", "SUPPORT"))  # two to whom these are done do them to each other
_ONE_SIDED = frozenset(("MOBILIZE", "PROTEST"))  # two who do these do them side by side


class Candidate(NamedTuple):
    """A party, and its first mention."""

    value: str
    mention: Mention
    said: str  # its part, by the rules
    marked: Marked  # what the model sees of it
    tells: bool | None = None  # whether it only says what another does, or is the one told of; None: neither

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
    found = candidates(read, sentence, act, by_rules)
    likely = [_of_report(one, model.probabilities(one.marked)) for one in found]
    parts = parts_of(act.type, likely)
    judged = list(zip(parts, likely, strict=True))
    told = list(zip(found, parts, strict=True))
    return Cast(
        [(one.value, one.mention) for one, part in told if part in ACTS],
        [(one.value, one.mention) for one, part in told if part in SUFFERS],
        model.sure(ACTOR, all_right(ACTS, judged)),
        model.sure(RECIPIENT, all_right(SUFFERS, judged)),
    )


def parts_of(kind: str, judged: Sequence[Mapping[str, float]]) -> list[str]:
    """The part of each party, given how likely each part is.

    Where none is a recipient, one who may well be is taken for it; and of two who act, the second: "Thailand and Laos
    reopen a bridge". Of several with whom something is done together and nobody who does it, the first does: "the talks
    of Oman and Iran". Who seems to act on its own does not where another acts too, or has it done to it.
    """
    parts = [max(likely, key=likely.__getitem__) for likely in judged]
    if parts and SUFFERS.isdisjoint(parts):
        less = [likely[part] / _PREFERRED[part] for likely, part in zip(judged, parts, strict=True)]
        closest = max(range(len(parts)), key=lambda at: judged[at][RECIPIENT] / less[at])
        if judged[closest][RECIPIENT] > less[closest]:
            parts[closest] = RECIPIENT
        elif parts.count(ACTOR) == 2 and kind not in _ONE_SIDED:
            parts[parts.index(ACTOR, parts.index(ACTOR) + 1)] = RECIPIENT
    elif ACTS.isdisjoint(parts) and parts.count(RECIPIENT) > 1 and kind in _MUTUAL:
        parts[parts.index(RECIPIENT)] = ACTOR
    if ACTOR in parts and kind not in _ONE_SIDED:  # done with another, it is not done to oneself
        first = parts.index(ACTOR)
        parts = [RECIPIENT if part == BOTH and at > first else part for at, part in enumerate(parts)]
    return [ACTOR if part == BOTH else part for part in parts] if RECIPIENT in parts else parts


def all_right(parts: Set[str], judged: Iterable[tuple[str, Mapping[str, float]]]) -> float:
    """How likely all parties that were told off for one of `parts`, and only they, are rightly so."""
    return prod(_any(parts, likely) if told in parts else 1 - _any(parts, likely) for told, likely in judged)


def _any(parts: Set[str], likely: Mapping[str, float]) -> float:
    return sum(of for part, of in likely.items() if part in parts)


def candidates(read: Reading, sentence: Sentence, act: Act, by_rules: tuple[Role, Role]) -> list[Candidate]:
    """The parties named in the first sentences, and what is seen of each."""
    phrases = Phrases(read.text, read.mentions, read.language, read.country_of)
    spoken: dict[str, list[Spoken]] = {}
    for place in range(min(len(read), _SENTENCES)):
        there = read.sentence(place)
        for name in there.names:
            value = phrases.value(name.mention)
            if value is not None and (value in spoken or len(spoken) < _MOST):
                spoken.setdefault(value, []).append(Spoken(place, there, name))
    actors, recipients = (dict(role) for role in by_rules)
    found = []
    tellers = _tellers(act, sentence, actors, phrases)
    of_act = set(standing.of_act(act, sentence, phrases))
    for order, (value, mentions) in enumerate(spoken.items()):
        said = ACTOR if value in actors else RECIPIENT if value in recipients else NEITHER
        if said == NEITHER and all(
            _stands_aside(act, sentence, one.there, one.name, phrases, bool(actors)) for one in mentions
        ):
            continue
        seen = set(standing.seen(read, act, sentence, mentions, phrases))
        seen.update(standing.beside_others(value, mentions, by_rules, sentence, read.text))
        seen |= of_act
        seen.add(f"order {min(order, 4)}")
        seen.add(f"of {min(len(spoken), 5)}")
        seen.add(f"{act.type}{' passive' * act.passive} of {min(len(spoken), 3)}")
        if not actors:
            seen.add("no actor")
        if not recipients:
            seen.add("no recipient")
        marked = [(f"{said}, +", seen), ("", {act.type, said, f"{said} {act.type}"} - seen)]
        mention = actors.get(value) or recipients.get(value) or mentions[0].name.mention
        tells = True if value in tellers else False if tellers and said == ACTOR else None
        found.append(Candidate(value, mention, said, marked, tells))
    return found


def _of_report(one: Candidate, likely: dict[str, float]) -> dict[str, float]:
    """How likely each part is, where somebody says what another does: who says it does not do it."""
    if one.tells is None:
        return likely
    said = min(max(_any(ACTS, likely), _HARDLY), 1 - _HARDLY)
    acts = _HARDLY if one.tells else max(said, _SURELY)
    more, less = acts / said, (1 - acts) / (1 - said)
    return {part: of * (more if part in ACTS else less) for part, of in likely.items()}


def _tellers(act: Act, sentence: Sentence, actors: Container[str], phrases: Phrases) -> set[str]:
    """Those who only say what somebody else does: "Seoul says Pyongyang fired two missiles"."""
    begin = act.clause
    if not begin or act.passive or act.noun or not phrases.is_reported(sentence, begin):
        return set()
    subjects = [one for one in sentence.names if begin <= one.first <= begin + _TO_SUBJECT and one.last < act.verb]
    if not subjects or phrases.value(subjects[0].mention) not in actors:
        return set()
    tellers = {phrases.value(one.mention) for one in sentence.names if one.last < begin}
    return {one for one in tellers if one is not None and one not in actors}


def _is_parent(there: Sentence, name: Named) -> bool:
    """Whether a body is only named as part of another's name: UN in "the UN Human Rights Office"."""
    return name.mention.value in _PARENTS and any(
        other.mention.kind == "organization" and other.first <= name.first and name.last <= other.last
        for other in there.names
        if other.mention.value != name.mention.value
    )


def _stands_aside(
    act: Act, sentence: Sentence, there: Sentence, name: Named, phrases: Phrases, has_actor: bool
) -> bool:
    """Whether a name is out of the question: "Iran-backed", or in an adverbial before the act, whose actor is known."""
    if phrases.is_modifier(there, name) or _is_parent(there, name):
        return True
    before = there is sentence and name.last < act.first
    return before and has_actor and bool(phrases.governor(there, name, 0))
