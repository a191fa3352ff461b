"""English words that may be a verb or a noun: "attacks" in "Israeli attacks on Gaza" and in "Israel attacks Gaza"."""

from __future__ import annotations

from events.extraction import cues
from events.extraction.clauses import Named, Sentence

_PARTICLES = frozenset(("back", "out", "down", "up", "off", "away"))
_BEFORE_NOUNS = frozenset((  # behind which no verb stands as it is
    "the", "a", "an", "'s", "its", "their", "his", "her", "our", "this", "from", "of", "in", "into", "with", "by",
    "against", "between", "under", "without",
))  # fmt: skip
_SHORT = 3  # letters of words that headlines seldom capitalise
_CAPITALS, _MOSTLY = 3, 0.7  # longer words that tell how a headline is written; the share that has to begin with one


def reads_as_noun(sentence: Sentence, lexicon: cues.Lexicon, hit: cues.Hit, before: int, following: str) -> bool:
    """Whether a base or -s form is a noun: "attacks" in "Israeli attacks on Gaza", not in "Israel attacks Gaza"."""
    grammar, words = lexicon.grammar, sentence.words
    word = words[hit.first]
    base = word if word in grammar["homographs"] else word[:-1] if word.endswith("s") else word
    capital = not is_title_case(sentence)  # what a capital letter says of a word
    if base not in grammar["homographs"] and base.removesuffix("e") not in grammar["homographs"]:
        previous = words[before] if before >= 0 else ""
        return "b" in hit.tags and previous in _BEFORE_NOUNS
    if hit.last > hit.head and hit.first > 0 and words[hit.first - 1] not in grammar["determiners"] | _BEFORE_NOUNS:
        return False  # its object stands right there: "tests missile"
    if hit.head > hit.first and words[hit.first + 1] in _PARTICLES:
        return False  # "hit back"
    if before < 0:  # "Suspect in killing", "Suspect ordered held"
        return not following or following in grammar["prepositions"] or is_finite(following, lexicon)
    if before != hit.first - 1:
        return False  # an adverb stands before it: "also attacks"
    previous = words[before]
    if previous in grammar["determiners"] or previous == "'s" or previous.isdigit():
        return True
    if previous in grammar["pronouns"]:
        return False
    if previous in grammar["prepositions"] or previous == "and":
        return previous != "and"
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
        starts_object = following in grammar["determiners"] or any(n.first == hit.head + 1 for n in sentence.names)
        return not starts_object
    return not previous.endswith("s") and previous not in ("people", "police", "men", "women", "forces")


def is_title_case(sentence: Sentence) -> bool:
    """Whether a headline Capitalises Most of Its Words, so that capitals tell no names."""
    if not sentence.title:
        return False
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
