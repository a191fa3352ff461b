"""English sentences: the verbs among their cues, and how firmly each act is stated."""

from __future__ import annotations

from dataclasses import replace

from events.extraction import company_en, cues, governed_en, passives_en, sayings_en, undoing_en
from events.extraction.asides_en import clauses
from events.extraction.clauses import LIGHT, MINOR, OBJECT, Act, Named, Sentence
from events.extraction.nouns_en import is_no_verb, noun_act
from events.extraction.patterns import regex
from events.extraction.purposes_en import (
    as_demanded,
    behind_deaths,
    behind_votes,
    blamed_on,
    by_killing,
    by_law,
    by_purpose,
    struck_or_left,
)
from events.extraction.verb_groups_en import group_of

_TITLE = 5  # tokens that may stand in front of a person's name: "his Slovak colleague, President"
_PARTICIPLE = regex(r"(?:ed|en|sent|held|shot|hurt|put)\Z")
_SUFFERED = frozenset(("COERCE", "SANCTION", "ASSAULT", "AID", "MOBILIZE"))  # in "be …ed" the subject is acted upon


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
        if words[hit.last] == "who" and hit.last > hit.first and sentence.printed[hit.last] != "WHO":
            continue  # the health organization is none of those "who …"
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
    found = blamed_on(sentence, as_demanded(sentence, found), lexicon.grammar)
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


def _verb(sentence: Sentence, lexicon: cues.Lexicon, hit: cues.Hit, clause: list[int], aside: list[bool]) -> Act | None:
    grammar, words = lexicon.grammar, sentence.words
    group = None if is_no_verb(sentence, hit, lexicon) else group_of(sentence, lexicon, hit)
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
