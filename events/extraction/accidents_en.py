"""English harm that nobody does: ships that sink, walls that give way, rockets that blow up at the start, alerts."""

from __future__ import annotations

from itertools import pairwise

from events.extraction import cues
from events.extraction.clauses import Act, Sentence
from events.extraction.nouns_en import is_adjective

# "A jet crashed …", "as tank overturns": bombs nothing
_OF_WAR = frozenset(("jet", "jets", "warplanes", "tank", "tanks", "bomber", "bombers"))
_HITS = frozenset((
    "hit", "hits", "hitting", "strike", "strikes", "struck", "ram", "rams", "rammed", "clip", "clips", "clipped",
))  # fmt: skip
_BOMBERS = frozenset(("jets", "planes", "warplanes", "drone", "drones", "bombers"))  # strike what others fly into
_OBJECT = 5  # tokens behind "hit" among which what is hit stands
_SINKS = frozenset(("sank", "sinks", "sink", "sinking"))
_TANKS = frozenset(("propane", "gas", "fuel", "water", "storage", "oil", "petrol", "septic", "ammonia", "chemical"))
_BLOWS = frozenset(("blew", "blows"))
_WHEN = frozenset(
    ("after", "as", "before", "when", "while", "minutes", "seconds", "today", "yesterday", "two", "three", "overnight")
)
_FIRE = "fire"
_OF_BEASTS = frozenset(("attack", "attacks", "bite", "bites"))
# whose fire it is, or what is done with it: "opened fire", "sniper fire", "under fire"
_GUNS = frozenset((
    "open", "opens", "opened", "opening", "enemy", "hostile", "friendly", "artillery", "mortar", "rocket", "tank",
    "sniper", "gun", "machine-gun", "small-arms", "rebel", "army", "police", "militant", "under", "return", "returned",
    "returning", "heavy", "cross", "of", "live",
))  # fmt: skip
_SOON = 3  # tokens behind an alert: "on alert on Monday after …"
_NATURE = frozenset(("after", "as", "for", "over", "following", "when", "amid", "ahead", "before", "because", "due"))


def is_one(sentence: Sentence, act: Act, grammar: cues.Grammar) -> bool:
    """Whether people are harmed in an accident the sentence names, and nobody is said to have attacked them."""
    words = sentence.words
    if words[act.verb] in _BLOWS and not _goes_off(sentence, act, grammar):
        return False
    harms = words[act.verb] in grammar["harming"] or "killing" in words[act.verb : act.last + 1]
    if not act.noun and not harms and not _sinks_itself(sentence, act.verb, grammar):
        return False
    phrases = cues.lexicon("en").phrases
    if any(word in grammar["beasts"] and after in _OF_BEASTS for word, after in pairwise(words)):
        return True
    if not grammar["starting"].isdisjoint(words) or cues.stands_in(words, phrases["leftovers"]):
        return grammar["deeds"].isdisjoint(words)
    if not _blameless(sentence, act, grammar):
        return False
    if not grammar["accidents"].isdisjoint(words) or any(
        _sinks_itself(sentence, at, grammar) for at in range(len(words))
    ):
        return True
    if cues.stands_in(words, phrases["mishaps"]):
        return True
    return not grammar["blasts"].isdisjoint(words) and not grammar["explosive"].isdisjoint(words)


def runs_into(sentence: Sentence, act: Act, grammar: cues.Grammar) -> bool:
    """Whether what is hit is only in the way: "bus hits tree", "helicopter strikes power line", unlike rebels'."""
    words = sentence.words
    if act.passive or act.noun or words[act.verb] not in _HITS:
        return False
    subject, behind = words[act.clause : act.first], words[act.verb + 1 : act.verb + 1 + _OBJECT]
    if not _BOMBERS.isdisjoint(subject) or any(
        word in grammar["weapons"] and grammar["craft"].isdisjoint((word, after))
        for word, after in zip(subject, [*subject[1:], ""], strict=False)
    ):
        return False
    if not grammar["obstacles"].isdisjoint(behind):
        return True
    wires = not grammar["wires"].isdisjoint((*behind, *map(" ".join, pairwise(behind))))
    return wires and not (grammar["craft"] | grammar["upon_wires"]).isdisjoint(subject)


def are_awaited(sentence: Sentence, act: Act, grammar: cues.Grammar) -> bool:
    """Whether what is on alert awaits no enemy but waves or winds: "on alert after an earthquake"."""
    words = sentence.words
    if "alert" not in words[act.verb : act.last + 1] or not _blameless(sentence, act, grammar):
        return False
    behind = words[act.last + 1 :]
    return not _NATURE.isdisjoint(behind[:_SOON]) and not grammar["things"].isdisjoint(behind)


def under_fire(sentence: Sentence, grammar: cues.Grammar) -> bool:
    """Whether a fire is that of guns: "wounded by Israeli fire", "opened fire"."""
    for at, (before, word) in enumerate(pairwise(sentence.words)):
        if word != _FIRE:
            continue
        named = any(name.last == at for name in sentence.names)
        if before in _GUNS or (named and is_adjective(sentence.printed[at], grammar)):
            return True
    return False


def _blameless(sentence: Sentence, act: Act, grammar: cues.Grammar) -> bool:
    """Whether no attack is told and no arms; those who suffer it, and whose craft it is, do not count as such."""
    words = sentence.words
    if under_fire(sentence, grammar) or any(word in grammar["deeds"] and word != _FIRE for word in words):
        return False
    for at, word in enumerate(words):
        if word in grammar["weapons"] and not _suffers(sentence, act, at):
            behind = words[at + 1 : at + 2]
            falls = word in _OF_WAR and not grammar["accidents"].isdisjoint(behind)
            holds = word.startswith("tank") and not _TANKS.isdisjoint(words[max(at - 1, 0) : at])
            if not falls and not holds and grammar["craft"].isdisjoint(behind):
                return False
    return True


def _suffers(sentence: Sentence, act: Act, at: int) -> bool:
    """Whether a token is of those whom the act befalls."""
    if act.passive:
        return act.clause <= at < act.first
    return act.verb < at <= act.verb + 4 and not sentence.broken(act.verb, at)


def _goes_off(sentence: Sentence, act: Act, grammar: cues.Grammar) -> bool:
    """Whether it blows up by itself: "a gas pipeline blew up in Peru", not "saboteurs blew up a gas pipeline"."""
    behind = sentence.words[act.verb + 1 : act.verb + 3]
    if behind[:1] != ["up"] or len(behind) < 2 or sentence.breaks[act.verb + 2]:
        return behind[:1] == ["up"]
    return behind[1] in grammar["prepositions"] or behind[1] in _WHEN or behind[1].endswith("ly")


def _sinks_itself(sentence: Sentence, at: int, grammar: cues.Grammar) -> bool:
    """Whether something goes down there, sunk by nobody: "sank off Crete", not "sank a tanker", "sank two boats"."""
    if sentence.words[at] not in _SINKS:
        return False
    behind = sentence.words[at + 1 : at + 2]
    return not behind or bool(sentence.breaks[at + 1]) or behind[0] in grammar["prepositions"]
