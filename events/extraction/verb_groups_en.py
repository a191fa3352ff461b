"""English verbs with what stands before them: tense, voice and negation, and how firmly an act is stated by that."""

from __future__ import annotations

from dataclasses import dataclass

from events.extraction import cues, data
from events.extraction.asides_en import lacks_object
from events.extraction.clauses import LIGHT, MAIN, OBJECT, Sentence
from events.extraction.nouns_en import is_finite, reads_as_noun
from events.extraction.patterns import regex

_ADVERB = regex(r"(?!assembly|family|italy|july|supply|reply|ally|rally|bully|monopoly)\w{3,}ly\Z")
_AFTER_PARTICIPLE = frozenset(("in", "on", "at", "late", "early", "last", "during", "near", "between", "from"))
_MEANS = frozenset(("phone", "telephone", "video", "videolink", "teleconference", "satellite", "letter", "mail"))
_FINITE = 5  # tokens behind what is inserted in which the verb stands
_COUNTED = 12  # tokens that tell how a vote went
_OF_VOTES = frozenset((  # beside weekdays
    "by", "to", "on", "for", "against", "in", "favour", "favor", "with", "votes", "abstentions", "and", "late",
    "yesterday", "today", "vote", "voted",
))  # fmt: skip
_PASSIVE_HEADLINES = frozenset(
    ("COERCE", "ASSAULT", "SANCTION", "ACCUSE", "RETREAT", "CONCEDE", "AID", "REJECT", "PROTEST", "MOBILIZE", "SUPPORT")
)


@dataclass(slots=True)
class Group:
    """A verb with its auxiliaries, as the words in front of it tell."""

    first: int  # its first token
    grade: float = MAIN
    passive: bool = False
    future: bool = False
    maybe: bool = False
    negated: bool = False


def _back(sentence: Sentence, at: int, grammar: dict[str, frozenset[str]]) -> tuple[int, bool]:
    """The token before `at`, adverbs and negation skipped; whether there was a negation. -1 where a clause begins."""
    negated, before = False, at - 1
    while before >= 0 and not sentence.breaks[before + 1]:
        word = sentence.words[before]
        if word in grammar["negation"] and word != "no":
            negated = True
            if word in grammar["negated_future"] or word.endswith("n't") or word == "cannot":
                return before, True
        elif word == "longer" and before and sentence.words[before - 1] == "no":
            negated, before = True, before - 1
        elif word == "more" and before and sentence.words[before - 1] == "once":
            before -= 1
        elif not (word in grammar["adverbs"] or _ADVERB.match(word)):
            return before, negated
        before -= 1
    return -1, negated


def group_of(sentence: Sentence, lexicon: cues.Lexicon, hit: cues.Hit) -> Group | None:
    """The group of what may be a verb; None where it is a noun or only describes one."""
    grammar, words, tags = lexicon.grammar, sentence.words, hit.tags
    before, negated = _back(sentence, hit.first, grammar)
    previous = words[before] if before >= 0 else ""
    following = words[hit.head + 1] if hit.head + 1 < len(words) and not sentence.breaks[hit.head + 1] else ""
    group = Group(max(before, 0) if previous else hit.first, negated=negated)
    if negated and previous in grammar["negated_future"]:
        group.future = True
    elif "g" in tags:
        if lexicon.verb_forms.get(previous, ("",))[0] in grammar["carries"] | grammar["light"]:
            group.first = before
        elif previous not in grammar["be"]:
            group.grade, group.first = OBJECT, hit.first
    elif "n" in tags and previous == "'s" and _is_owned(words, before, following, grammar, one=hit.last == hit.first):
        return None  # "Tunisia's ousted president"
    elif "n" in tags and previous in grammar["be"]:
        _go_back_from_be(group, sentence, grammar, before)
    elif "n" in tags and previous in grammar["have"]:
        further, also = _back(sentence, before, grammar)
        group.negated |= also
        if further >= 0 and words[further] == "to":
            group.grade = OBJECT
    elif "b" in tags and previous == "to":
        group.grade, group.future, denied, group.first = _infinitive(sentence, lexicon, before)
        group.negated |= denied
    elif "b" in tags and previous in grammar["future"]:
        group.future = True
    elif "b" in tags and previous in grammar["maybe"]:
        group.maybe, group.grade = True, MAIN - 0.1
    elif "b" in tags and previous in grammar["must"]:
        group.grade = OBJECT  # what is a duty is not done yet
    elif "b" in tags and (previous in grammar["do"] or previous.endswith("n't")):
        pass
    elif "d" in tags or "n" in tags:
        group.first = hit.first
        if before < 0 and hit.first == 0 and (not sentence.title or _opens(hit, following, grammar)):
            group.grade = OBJECT  # "Asked about …, he …", "Ousted premier back in Bamako"
        elif (
            previous in grammar["determiners"]
            or (previous in grammar["prepositions"] and previous != "after")
            or _describes(sentence, lexicon, hit, before, following)
        ):
            return None
        if not _tell_past_from_participle(group, sentence, lexicon, hit, following):
            return None if "b" in tags and reads_as_noun(sentence, lexicon, hit, before, following) else group
    elif reads_as_noun(sentence, lexicon, hit, before, following):
        return None
    else:
        group.first = hit.first
    return group


def _opens(hit: cues.Hit, following: str, grammar: dict[str, frozenset[str]]) -> bool:
    """Whether a participle that opens a headline only describes the noun behind it."""
    if "n" not in hit.tags or hit.last > hit.head or not following:
        return False
    return following not in grammar["prepositions"] | grammar["determiners"]


def _is_owned(words: list[str], at: int, following: str, grammar: dict[str, frozenset[str]], *, one: bool) -> bool:
    """Whether an "'s" says whose something is, and not "is" or "has". `one`: whether the cue is one word."""
    owner = words[at - 1] if at else ""
    if not one and following not in grammar["persons"]:  # "Togo's jailed premier", but "Togo's freed all prisoners"
        return False
    return bool(following) and owner not in grammar["pronouns"] and following not in grammar["prepositions"]


def _go_back_from_be(group: Group, sentence: Sentence, grammar: dict[str, frozenset[str]], at: int) -> None:
    """What stands in front of the "be" of a passive: "has not been freed", "may be freed", "is to be freed"."""
    words = sentence.words
    group.passive = True
    further, also = _back(sentence, at, grammar)
    group.negated |= also
    if further >= 0 and words[further] in grammar["have"]:
        group.first = further
        further, _ = _back(sentence, further, grammar)
    if further >= 0:
        group.future = words[further] in grammar["future"] or words[further] == "to"
        group.maybe = not group.future and words[further] in grammar["maybe"]
        if group.future or group.maybe:
            group.first = further


def _tell_past_from_participle(
    group: Group, sentence: Sentence, lexicon: cues.Lexicon, hit: cues.Hit, following: str
) -> bool:
    """Sets the group by whether a form in "-ed" or the like is a participle; False where nothing tells."""
    grammar, tags = lexicon.grammar, hit.tags
    intransitive = _base(sentence.words[hit.first], lexicon) in grammar["intransitive"]
    if "n" in tags and (_is_inserted(sentence, lexicon, hit) or lacks_object(sentence, hit, following, lexicon)):
        group.grade, group.passive = OBJECT, True
    elif following == "by" and "n" in tags and _MEANS.isdisjoint(sentence.words[hit.head + 2 : hit.head + 3]):
        group.grade, group.passive = MAIN if sentence.title else LIGHT, True
    elif (
        "n" in tags
        and sentence.title
        and "b" not in tags
        and hit.pattern.type in _PASSIVE_HEADLINES
        and (hit.last == hit.head or (hit.head == hit.first and following in grammar["prepositions"]))
        and not intransitive
        and (not following or following in grammar["prepositions"] or following == "to")
    ):
        group.passive = True
    elif "d" not in tags:
        group.grade, group.passive = OBJECT, True
    elif (
        "n" in tags
        and not sentence.title
        and hit.last == hit.head == hit.first
        and following in _AFTER_PARTICIPLE
        and not intransitive
        and not any(name.last == hit.first - 1 for name in sentence.names)
    ):
        group.grade = LIGHT  # perhaps a participle: "a deal struck on Monday"
    else:
        return False
    return True


def _describes(sentence: Sentence, lexicon: cues.Lexicon, hit: cues.Hit, before: int, following: str) -> bool:
    """Whether a participle only describes the noun behind it: "26 alleged members", "Newly elected deputies"."""
    if sentence.title or hit.last > hit.first or not following or following in lexicon.grammar["determiners"]:
        return False
    if before < 0:  # only an adverb stands before it
        return 0 < hit.first <= 2 and following not in lexicon.grammar["prepositions"] | lexicon.grammar["pronouns"]
    counted = sentence.words[before].isdigit() and before == hit.first - 1
    return counted and following.endswith("s") and following not in lexicon.starts


def _is_inserted(sentence: Sentence, lexicon: cues.Lexicon, hit: cues.Hit) -> bool:
    """Whether a participle only tells more of the subject: "An activist, detained in May, was freed"."""
    if sentence.breaks[hit.first] != ",":
        return False
    behind = next((at for at in range(hit.last + 1, len(sentence.words)) if sentence.breaks[at]), None)
    if behind is None or sentence.breaks[behind] not in (",", "("):
        return False
    following = sentence.words[behind : behind + _FINITE]  # ", on Monday had again accused …"
    return is_finite(following[0], lexicon) or (
        following[0] in lexicon.grammar["prepositions"] and any(word in lexicon.grammar["have"] for word in following)
    )


def _base(form: str, lexicon: cues.Lexicon) -> str:
    for ending, base in (("ied", "y"), ("ed", ""), ("ed", "e"), ("s", "")):
        if form.endswith(ending):
            candidate = form[: -len(ending)] + base
            if candidate in lexicon.grammar["intransitive"]:
                return candidate
    return {
        "met": "meet",
        "withdrew": "withdraw",
        "struck": "strike",
        "fought": "fight",
        "led": "lead",
        "won": "win",
    }.get(form, form)


def _infinitive(sentence: Sentence, lexicon: cues.Lexicon, to: int) -> tuple[float, bool, bool, int]:
    """Grade, future, negated and first token of the group for "… to <verb>"."""
    grammar, words = lexicon.grammar, sentence.words
    at, negated = _back(sentence, to, grammar)
    if at < 0:
        return (MAIN, True, negated, to) if sentence.title else (OBJECT, True, negated, to)
    at = _vote(sentence, at)
    governor = lexicon.verb_forms.get(words[at], (words[at], ""))[0]
    if governor in grammar["be"]:
        return MAIN, True, negated, at
    if governor in grammar["plans"]:
        _, denied = _back(sentence, at, grammar)
        return MAIN, True, negated or denied, at
    if governor in grammar["refuses"]:
        return MAIN, True, True, at
    if governor in grammar["carries"]:
        return MAIN, False, negated, at
    if words[at] == "going":
        return MAIN, True, negated, at
    if sentence.title and any(name.last == at for name in sentence.names):
        return MAIN, True, negated, to  # "Putin to visit China"
    if sentence.title and sentence.printed[at][:1].isupper() and at > 0:
        return MAIN - 0.2, True, negated, to
    if sentence.title and (words[at] in grammar["persons"] or words[at].endswith("s")):
        return LIGHT, True, negated, to
    return OBJECT, True, negated, to


def _vote(sentence: Sentence, at: int) -> int:
    """The verb of a vote that ends at that token, its count and day skipped: "voted by 265 to 29 on Tuesday" to ban."""
    for back in range(at, max(at - _COUNTED, -1), -1):
        word = sentence.words[back]
        if word in ("vote", "votes", "voted") and back and sentence.words[back - 1] not in ("by", "the", "a"):
            return back
        counts = word in _OF_VOTES or word[0].isdigit() or word in data.load("dates.en")["weekdays"]
        if sentence.breaks[back] or not (counts or _ADVERB.match(word)):
            return at
    return at
