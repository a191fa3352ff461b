"""English words that may be a verb or a noun ("attacks" in "Israeli attacks on Gaza"), and the acts that nouns name."""

from __future__ import annotations

from events.extraction import cues
from events.extraction.clauses import ASIDE, LIGHT, MINOR, OBJECT, SUBJECT, Act, Named, Sentence

_PARTICLES = frozenset(("back", "out", "down", "up", "off", "away"))
_BEFORE_NOUNS = frozenset((  # behind which no verb stands as it is
    "the", "a", "an", "'s", "its", "their", "his", "her", "our", "this", "from", "of", "in", "into", "with", "by",
    "against", "between", "under", "without",
))  # fmt: skip
_SHORT = 3  # letters of words that headlines seldom capitalise
_MONTHS = frozenset(("March", "May"))  # months that are verbs too
_COUNTS = frozenset(("million", "billion", "trillion", "mln", "bln", "bil", "mil", "tln"))
_FORCES = frozenset(("forces", "guards", "rebels", "partners", "police", "troops"))  # seldom verbs
_PASSES = frozenset(("pass", "passes", "passed", "top", "tops", "topped", "cross", "crosses", "crossed"))
_NUMBERS = frozenset(("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "half", "one"))
_OFFICES = frozenset(("minister", "ministers", "ministry", "ministries", "chief", "committee", "bill", "department"))
_RESCUERS = frozenset((
    "worker", "workers", "team", "teams", "crew", "crews", "service", "services", "boat", "boats", "helicopter", "ship",
    "centre", "center", "mission", "operation", "effort", "efforts", "package", "deal",
))  # fmt: skip
_MOVEMENTS = frozenset((  # what calls and leads protests: its leaders do something else
    "leader", "leaders", "organiser", "organisers", "organizer", "organizers", "movement", "group", "groups",
    "committee", "fund", "vote", "votes", "notice",
))  # fmt: skip
_CRAFT = frozenset((  # "attack helicopters"
    "jet", "jets", "helicopter", "helicopters", "aircraft", "plane", "planes", "submarine", "submarines", "dog", "dogs",
    "boat", "boats", "craft",
))  # fmt: skip
# words like verbs -> what behind them makes them part of a name, an office or another verb: "finance minister"
_BESIDE = {
    "finance": _OFFICES, "trade": _OFFICES | {"union", "unions", "war", "row"}, "rescue": _RESCUERS,
    "search": _RESCUERS | {"engine", "engines", "giant"}, "charge": frozenset(("d'affaires",)),
    "appeals": frozenset(("court", "courts", "judge", "judges", "panel", "chamber")),
    "crown": frozenset(("prince", "princess", "prosecutor", "prosecutors", "court")),
    "press": frozenset(("freedom", "conference", "agency", "secretary", "office", "service", "reports", "corps")),
    "wound": frozenset(("up", "down")), "cave": frozenset(("diver", "divers", "rescuers")),
    "attack": _CRAFT,
    "strike": _MOVEMENTS, "protest": _MOVEMENTS | {"camp", "march", "marches", "song", "songs", "letter", "note"},
}  # fmt: skip
_WITH_DOWN = frozenset((  # verbs of which "down" is a part: nobody is shot down
    "sit", "sits", "sat", "step", "steps", "stepped", "stand", "stands", "stood", "shut", "shuts", "slow", "slows",
    "slowed", "come", "comes", "came", "go", "goes", "went", "put", "cut", "back", "backs", "wind", "break", "broke",
    "settle", "settled", "calm", "cool", "lie", "lay", "kneel", "write", "wrote", "turn", "turned", "crack", "clamp",
))  # fmt: skip
_OF_ARMS = frozenset(("forces", "force", "men", "man", "group", "groups", "robbers", "wing", "conflict", "services"))
_OF_TALKS = frozenset((  # what becomes of talks
    "put", "called", "postponed", "suspended", "delayed", "cancelled", "canceled", "end", "ended", "resume", "resumed",
    "collapse", "collapsed", "stall", "stalled", "fail", "failed", "begin", "began", "open", "opened", "break", "broke",
    "drag", "dragged", "falter", "yield", "produce", "adjourned", "moved", "set", "hit", "make", "made", "fall",
))  # fmt: skip
_SAID_OF = frozenset(("alleged", "suspected"))
_OPENING = 5  # tokens behind a subject's noun among which its verb stands
_WANTED = frozenset(("for", "by", "in", "over"))
_LETS, _KNOWN = frozenset(("let", "lets", "letting")), 5  # who only says something; how far behind "know" stands
_MOVED = 3  # tokens of the object between a verb and its "back"
_NEAR = 4  # tokens from a verb to what it is done to
_NO_OBJECT = ("be", "have", "future", "joins", "prepositions")  # words between a verb and what is not its object
_WITH_VERBS = frozenset(("let", "helped", "made", "saw", "heard", "watched", "had", "did"))  # "helped villagers fight"
_CAPITALS, _MOSTLY = 3, 0.7  # longer words that tell how a headline is written; the share that has to begin with one


def is_no_verb(sentence: Sentence, hit: cues.Hit, lexicon: cues.Lexicon) -> bool:
    """Whether it is a month, part of a name, a subject or an auxiliary: "on March 3", "Air Force", "has rejected"."""
    grammar, words, first = lexicon.grammar, sentence.words, hit.first
    printed = sentence.printed[first]
    if printed[0].isupper() and not printed.isupper():
        beside = (*words[max(first - 1, 0) : first], *words[first + 1 : first + 2])
        if printed in _MONTHS and (any(word[0].isdigit() for word in beside) or words[first - 1 : first] == ["in"]):
            return True
        if first and not sentence.breaks[first] and _names_something(sentence, first):
            return True
    if words[first] in _LETS and "know" in words[first + 1 : first + _KNOWN]:
        return True  # "lets its partners know that …"
    following = words[first + 1] if first + 1 < len(words) else ""
    if words[first] in _SAID_OF and (first == 0 or words[first - 1].isdigit() or words[first - 1] in _NUMBERS):
        return True  # "Six suspected rebels"
    if words[first] == "wanted" and following in _WANTED and hit.last > first:
        return True  # "two men wanted for fraud"
    if words[first] == "opposed" and following == "to":
        return first > 0 and words[first - 1] not in grammar["be"]
    if following and not sentence.breaks[first + 1] and _is_subject(sentence, hit, following, lexicon):
        return True
    if words[first] == "won" and first and (words[first - 1].isdigit() or words[first - 1] in _COUNTS):
        return True  # "1.1 billion won"
    if words[first] in grammar["have"]:
        behind = next((word for word in words[first + 1 : first + 4] if word not in grammar["adverbs"]), "")
        return hit.last > hit.head and (behind == "been" or _is_participle(behind, lexicon))
    if (
        set(hit.tags) <= {"b", "s"}
        and following in grammar["have"] | grammar["future"]
        and not sentence.breaks[first + 1]
    ):
        return True  # "security forces have"
    return following in _OF_ARMS and words[first] == "armed"


def _is_participle(word: str, lexicon: cues.Lexicon) -> bool:
    start = lexicon.starts.get(word)
    return word.endswith("ed") or (start is not None and "n" in start.tags and not start.tags & {"b", "N"})


def _names_something(sentence: Sentence, at: int) -> bool:
    """Whether a capital tells a name from a verb: "Security Council", "the Rapid Support Forces"."""
    if sentence.printed[at - 1][0].islower():
        return not sentence.title
    if sentence.title and not any(word[0].isupper() for word in sentence.printed[at + 1 : at + 2]):
        return False
    return not is_headed(sentence) and any(len(word) > _SHORT and word[0].islower() for word in sentence.printed)


def _is_subject(sentence: Sentence, hit: cues.Hit, following: str, lexicon: cues.Lexicon) -> bool:
    """Whether what looks like a verb is the subject of the next one, or describes it: "forces quit", "riot police"."""
    word, grammar = sentence.words[hit.first], lexicon.grammar
    if word == "going":
        return following == "to"
    if word == "riot":
        return following == "police"
    if word == "storm":  # "Storm Bert batters Ireland"
        return hit.first == 0 and sentence.printed[1][0].isupper() and not is_headed(sentence)
    if word in _PASSES:
        return following[0].isdigit() or following in _NUMBERS
    if following in _BESIDE.get(word, ()):
        if word == "attack" and hit.first:  # "attack jets collide", but "rebels attack boats"
            previous = sentence.words[hit.first - 1]
            return not previous.endswith("s") and previous not in ("to", "and", "will")
        return word != "wound" or hit.last == hit.first
    if word == "down" and hit.first and sentence.words[hit.first - 1] in _WITH_DOWN:
        return True
    if not set(hit.tags) <= {"b", "s"}:
        return False
    start = lexicon.starts.get(following)
    if word in _FORCES:
        return following in grammar["prepositions"] or (start is not None and start.tags != {"N"})
    if start is None or not word.endswith("s") or not {"d"} <= start.tags <= {"d", "n"}:
        return False
    behind = sentence.words[hit.first + 2 : hit.first + 3]
    return not behind or behind[0] in grammar["prepositions"] | grammar["determiners"] or behind[0][0].isdigit()


def _opens_noun(sentence: Sentence, following: str, lexicon: cues.Lexicon) -> bool:
    """Whether the first word of a sentence only describes a plural behind it, which is its subject."""
    if sentence.title or not following.endswith("s") or following.endswith(("ss", "'s")) or len(sentence.words) < 3:
        return False
    behind = sentence.words[2 : 2 + _OPENING]
    return following not in lexicon.grammar["determiners"] and any(is_finite(word, lexicon) for word in behind)


def reads_as_noun(sentence: Sentence, lexicon: cues.Lexicon, hit: cues.Hit, before: int, following: str) -> bool:
    """Whether a base or -s form is a noun: "attacks" in "Israeli attacks on Gaza", not in "Israel attacks Gaza"."""
    grammar, words = lexicon.grammar, sentence.words
    word = words[hit.first]
    base = word if word in grammar["homographs"] else word[:-1] if word.endswith("s") else word
    capital = not is_title_case(sentence)  # what a capital letter says of a word
    if base not in grammar["homographs"] and base.removesuffix("e") not in grammar["homographs"]:
        previous = words[before] if before >= 0 else ""
        return "b" in hit.tags and previous in _BEFORE_NOUNS
    if not sentence.title and word not in _PARTICLES and _is_object(sentence, hit.first, lexicon):
        return True  # "halted air raids on Tyre"
    if word == "back" and hit.last == hit.first and _is_particle(sentence, hit.first, before, following, lexicon):
        return True  # "tuberculosis back as top killer", "gave back power"
    if hit.last > hit.head and hit.first > 0 and words[hit.first - 1] not in grammar["determiners"] | _BEFORE_NOUNS:
        return False  # its object stands right there: "tests missile"
    if hit.head > hit.first and words[hit.first + 1] in _PARTICLES:
        return False  # "hit back"
    if before < 0 and hit.first == 0 and _opens_noun(sentence, following, lexicon):
        return True  # "Contract nurses …", "Strike leaders …"
    if before < 0:  # "Suspect in killing", "Suspect ordered held"
        return not following or following in grammar["prepositions"] or is_finite(following, lexicon)
    if before != hit.first - 1:  # an adverb stands before it: "also attacks", but "in a further attack"
        return words[hit.first - 1] == "without" or (before >= 0 and words[before] in _BEFORE_NOUNS)
    previous = words[before]
    if previous == "that" and word.endswith("s") and not word.endswith("ss"):
        return False  # "a bill that freezes assets": of several it would be "those"
    if previous in grammar["determiners"] or previous == "'s" or previous.isdigit():
        return True
    if previous in grammar["pronouns"]:
        return False
    if previous in grammar["prepositions"] or previous == "and":
        return previous != "and"
    if word == "talks" and following in _OF_TALKS:
        return True  # "Jeddah talks put off"
    name = next((n for n in sentence.names if n.last == before), None)
    if name is not None:
        if name.mention.kind == "person":
            return False
        if base == word and "d" not in hit.tags and _is_one(sentence, name):
            placed = name.first > 0 and words[name.first - 1] in ("in", "at", "near")
            return not placed or not following or following in grammar["prepositions"]  # "ECOWAS chair Nigeria"
        if following in ("on", "against", "of", "between", "in", "by", "kill", "kills", "hit", "over", "targeting"):
            return not _takes_preposition(hit) and not (
                following == "in" and hit.pattern.type in ("CONSULT", "PROTEST")
            )
        return is_adjective(sentence.printed[name.last], grammar) and following not in grammar["determiners"]
    if previous in grammar["persons"]:
        return False
    if capital and sentence.printed[before][:1].isupper() and before > 0:
        return False  # "Lavrov visits"
    if word.endswith("s") and not word.endswith("ss"):
        if previous.endswith("s"):
            return True  # "rebels attacks" is no clause
        if hit.last > hit.head:
            return False
        named = any(n.first == hit.head + 1 for n in sentence.names)
        return not following or not (following in grammar["determiners"] or named)
    return not previous.endswith("s") and previous not in ("people", "police", "men", "women", "forces")


def _is_object(sentence: Sentence, at: int, lexicon: cues.Lexicon) -> bool:
    """Whether a past form stands just before, with nothing between that begins another clause: a verb has its verb."""
    words, grammar = sentence.words, lexicon.grammar
    if not at or sentence.breaks[at] or any(name.last == at - 1 for name in sentence.names):
        return False  # "helped Mali fight rebels"
    for before in range(at - 1, max(at - 1 - _NEAR, -1), -1):
        word = words[before]
        if any(word in grammar[kind] for kind in _NO_OBJECT):
            return False
        if is_finite(word, lexicon):
            return "d" in lexicon.starts[word].tags and word not in _WITH_VERBS
        if sentence.breaks[before]:
            return False
    return False


def _is_particle(sentence: Sentence, at: int, before: int, following: str, lexicon: cues.Lexicon) -> bool:
    """Whether "back" only tells whither: nobody is backed."""
    grammar = lexicon.grammar
    if not following or following in grammar["prepositions"] or following in ("and", "home"):
        return True
    since = max(before - _MOVED, 0)
    return not grammar["returning"].isdisjoint(sentence.words[since:at]) and not sentence.broken(since, at - 1)


def is_title_case(sentence: Sentence) -> bool:
    """Whether a headline Capitalises Most of Its Words, so that capitals tell no names."""
    return sentence.title and is_headed(sentence)


def is_headed(sentence: Sentence) -> bool:
    """Whether most of its words begin with a capital, as in headlines, so that capitals tell no names."""
    named = {at for name in sentence.names for at in range(name.first, name.last + 1)}
    long = [word for at, word in enumerate(sentence.printed) if at and at not in named and len(word) > _SHORT]
    return len(long) >= _CAPITALS and sum(word[0].isupper() for word in long) >= _MOSTLY * len(long)


def is_finite(word: str, lexicon: cues.Lexicon) -> bool:
    """Whether a word can only be a verb that has its subject before it: "said", "was", "admits"."""
    grammar = lexicon.grammar
    if word in grammar["be"] or word in grammar["have"] or word in grammar["future"]:
        return True
    start = lexicon.starts.get(word)
    return start is not None and word not in grammar["homographs"] and start.tags <= {"d", "n", "s"}


def _is_one(sentence: Sentence, name: Named) -> bool:
    """Whether a name is one country or an abbreviation, and no other is joined to it: a verb behind it ends in -s."""
    printed = sentence.printed[name.last]
    if sentence.breaks[name.first] or (name.first and sentence.words[name.first - 1] in ("and", "&", "both")):
        return False
    return printed.isupper() or (name.mention.kind == "country" and not printed.endswith("s"))


def _takes_preposition(hit: cues.Hit) -> bool:
    return hit.head > hit.first


def is_adjective(printed: str, grammar: dict[str, frozenset[str]]) -> bool:
    """Whether a country's word is its adjective: "Israeli" (and, undecided, "US"), not "Israel"."""
    return printed.lower().endswith(tuple(grammar["adjective_endings"]))


def noun_act(
    sentence: Sentence, lexicon: cues.Lexicon, hit: cues.Hit, clause: list[int], aside: list[bool]
) -> Act | None:
    """The act a noun names, as firm as the verb that carries it lets it be."""
    grammar, words = lexicon.grammar, sentence.words
    if words[hit.last] == "attack" and not _CRAFT.isdisjoint(words[hit.last + 1 : hit.last + 2]):
        return None
    grade, first, future, negated = SUBJECT, hit.first, False, False
    for at in range(hit.first - 1, max(-1, hit.first - 7), -1):
        if (sentence.breaks[at + 1] and at + 1 != hit.first) or sentence.breaks[at + 1] == ";":
            break
        word = words[at]
        verb = lexicon.verb_forms.get(word)
        if verb and verb[0] in grammar["light"] and verb[1] != "b":
            grade, first = LIGHT, at
            break
        if verb and verb[0] in grammar["light"]:
            grade, first = LIGHT, at
            future = at > 0 and words[at - 1] in grammar["future"] | {"to"}
            break
        if word == "of" and words[at - 1] in grammar["wholes"]:
            continue  # "announced the start of a drill"
        if word in grammar["prepositions"]:
            grade = MINOR if sentence.title else 0.8
            break
        if (
            word in lexicon.starts
            and lexicon.starts[word].tags != {"N"}
            and not any(n.first <= at <= n.last for n in sentence.names)
        ):
            grade = OBJECT
            break
        if word in ("no", "without"):
            negated = True
    else:
        if hit.first > 6:
            grade = OBJECT
    if grade == SUBJECT and not sentence.title and clause[hit.first] == 0 and hit.first > 8:
        grade = OBJECT
    if aside[hit.first]:
        grade = min(grade, OBJECT) * ASIDE
    return Act(
        hit.pattern.type, grade, first, hit.first, hit.head, hit.last, clause[hit.first],
        noun=True, future=future, negated=negated, roles=hit.pattern.roles,
    )  # fmt: skip
