"""English sentences: the verbs among their cues, and how firmly each act is stated."""

from __future__ import annotations

from dataclasses import dataclass, replace

from events.extraction import company_en, cues, data, governed_en, passives_en, sayings_en, undoing_en
from events.extraction.asides_en import clauses, lacks_object
from events.extraction.clauses import LIGHT, MAIN, MINOR, OBJECT, Act, Named, Sentence
from events.extraction.nouns_en import is_finite, is_no_verb, noun_act, reads_as_noun
from events.extraction.patterns import regex
from events.extraction.purposes_en import (
    as_demanded,
    behind_deaths,
    behind_votes,
    by_killing,
    by_law,
    by_purpose,
    struck_or_left,
)

_ADVERB = regex(r"(?!assembly|family|italy|july|supply|reply|ally|rally|bully|monopoly)\w{3,}ly\Z")
_AFTER_PARTICIPLE = frozenset(("in", "on", "at", "late", "early", "last", "during", "near", "between", "from"))
_TITLE = 5  # tokens that may stand in front of a person's name: "his Slovak colleague, President"
_PARTICIPLE = regex(r"(?:ed|en|sent|held|shot|hurt|put)\Z")
_MEANS = frozenset(("phone", "telephone", "video", "videolink", "teleconference", "satellite", "letter", "mail"))
_SUFFERED = frozenset(("COERCE", "SANCTION", "ASSAULT", "AID", "MOBILIZE"))  # in "be …ed" the subject is acted upon
_FINITE = 5  # tokens behind what is inserted in which the verb stands
_COUNTED = 12  # tokens that tell how a vote went
_OF_VOTES = frozenset((  # beside weekdays
    "by", "to", "on", "for", "against", "in", "favour", "favor", "with", "votes", "abstentions", "and", "late",
    "yesterday", "today", "vote", "voted",
))  # fmt: skip
_PASSIVE_HEADLINES = frozenset(
    ("COERCE", "ASSAULT", "SANCTION", "ACCUSE", "RETREAT", "CONCEDE", "AID", "REJECT", "PROTEST", "MOBILIZE", "SUPPORT")
)


def acts(sentence: Sentence) -> list[Act]:
    """Every act the sentence speaks of, in order."""
    lexicon = cues.lexicon("en")
    words = sentence.words
    hits = passives_en.found(sentence, governed_en.found(words, sentence.breaks, lexicon), lexicon)
    if not hits and not sayings_en.may_tell(sentence) and not company_en.may_visit(sentence):
        return []
    clause, aside = clauses(sentence, lexicon)
    found: list[Act] = []
    covered: dict[bool, int] = {}
    finite: Act | None = None  # the last verb that can only be one
    for hit in hits:
        if hit.pattern.noun and hit.first <= covered.get(False, -1):
            continue  # the noun is part of a verb phrase: "hold talks"
        if any(_is_part(name, hit) for name in sentence.names):
            continue  # "Mark Carney"
        if hit.pattern.whom and not _has_person(sentence, hit, lexicon.grammar["prepositions"]):
            continue
        act = (noun_act if hit.pattern.noun else _verb)(sentence, lexicon, hit, clause, aside)
        if act is None:
            continue
        if not hit.pattern.noun:
            covered[False] = max(covered.get(False, -1), hit.last)
            if _tells_more(sentence, lexicon, hit, act, finite):
                act = replace(act, grade=min(act.grade, OBJECT), passive=True)
            elif act.grade >= LIGHT and words[act.verb] not in lexicon.grammar["homographs"]:
                finite = act
        found.append(act)
    found = behind_votes(sentence, by_purpose(sentence, behind_deaths(sentence, found)))
    found = as_demanded(sentence, found)
    found = by_law(sentence, by_killing(sentence, found, lexicon.grammar))
    found = company_en.visiting(sentence, company_en.settle(sentence, found, lexicon), lexicon)
    found = undoing_en.settle(sentence, found)
    found = sayings_en.warned(sentence, sayings_en.threatened(sentence, found, aside))
    return sayings_en.named(sentence, found, clause, aside)


def _is_part(name: Named, hit: cues.Hit) -> bool:
    """Whether a cue is only a word of a name: "Grant" of a person, "Amnesty" and "Aid" of an organization."""
    if name.mention.kind == "person":
        return name.first <= hit.first < name.last
    return name.mention.kind == "organization" and name.first <= hit.first and hit.last <= name.last


def _has_person(sentence: Sentence, hit: cues.Hit, prepositions: frozenset[str]) -> bool:
    """Whether a person is named as the verb's object: "received his colleague Ivan Petrov"."""
    for name in sentence.names:
        if name.mention.kind == "person" and hit.last < name.first <= hit.last + _TITLE:
            between = sentence.words[hit.last + 1 : name.first]
            return prepositions.isdisjoint(between)
    return False


def _tells_more(sentence: Sentence, lexicon: cues.Lexicon, hit: cues.Hit, act: Act, finite: Act | None) -> bool:
    """Whether a participle tells more of the object of the verb before it: "freed eleven men convicted of treason"."""
    if finite is None or act.clause != finite.clause or act.first != act.verb or not {"d", "n"} <= set(hit.tags):
        return False
    if "b" in hit.tags or act.passive or sentence.broken(finite.last, act.first):
        return False
    between = sentence.words[finite.last + 1 : act.first]
    return bool(between) and lexicon.grammar["joins"].isdisjoint(between)


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


@dataclass(slots=True)
class _Group:
    """A verb with its auxiliaries, as the words in front of it tell."""

    first: int  # its first token
    grade: float = MAIN
    passive: bool = False
    future: bool = False
    maybe: bool = False
    negated: bool = False


def _verb(sentence: Sentence, lexicon: cues.Lexicon, hit: cues.Hit, clause: list[int], aside: list[bool]) -> Act | None:
    grammar, words = lexicon.grammar, sentence.words
    group = None if is_no_verb(sentence, hit, lexicon) else _group(sentence, lexicon, hit)
    if group is None:
        return None
    if hit.first > 0 and words[hit.first - 1] == "not" and "g" in hit.tags:
        group.negated = True
    if words[hit.first] in grammar["be"] and hit.last > hit.first:
        group.negated |= words[hit.first + 1] in grammar["negation"]  # "is not on a visit"
        group.passive = hit.pattern.type in _SUFFERED and _PARTICIPLE.search(words[hit.first + 1]) is not None
    grade = group.grade
    if words[hit.first] in grammar["must"] and not clause[hit.first]:
        grade = MINOR  # a duty nobody lays on anybody
    closes = hit.last == hit.head and hit.last >= len(words) - 2 and not sentence.title
    if closes and any(sentence.breaks[max(hit.first - 6, 1) : hit.first]):
        grade = min(grade, OBJECT)  # who said so: ", the trade envoy cautioned."
    if aside[hit.first]:
        grade = min(grade, OBJECT) * 0.6
    kind = struck_or_left(sentence, hit, grammar) if hit.pattern.type == "PROTEST" else hit.pattern.type
    if not kind:
        return None
    return Act(
        kind, grade, min(group.first, hit.first), hit.first, hit.head, hit.last, clause[hit.first],
        passive=group.passive, future=group.future, maybe=group.maybe, negated=group.negated, roles=hit.pattern.roles,
    )  # fmt: skip


def _group(sentence: Sentence, lexicon: cues.Lexicon, hit: cues.Hit) -> _Group | None:
    """The group of what may be a verb; None where it is a noun or only describes one."""
    grammar, words, tags = lexicon.grammar, sentence.words, hit.tags
    before, negated = _back(sentence, hit.first, grammar)
    previous = words[before] if before >= 0 else ""
    following = words[hit.head + 1] if hit.head + 1 < len(words) and not sentence.breaks[hit.head + 1] else ""
    group = _Group(max(before, 0) if previous else hit.first, negated=negated)
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


def _go_back_from_be(group: _Group, sentence: Sentence, grammar: dict[str, frozenset[str]], at: int) -> None:
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
    group: _Group, sentence: Sentence, lexicon: cues.Lexicon, hit: cues.Hit, following: str
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
