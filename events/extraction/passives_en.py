"""English passives: what is acted upon stands before the verb, and cues name it behind ("a loan was granted")."""

from __future__ import annotations

from events.extraction import cues, governed_en
from events.extraction.clauses import Sentence

_BE = frozenset(("is", "are", "was", "were", "be", "been", "being"))
_SUBJECT = 8  # tokens of what is acted upon
_PARTICLES = frozenset(("over", "back", "up", "off", "out", "down", "away", "in", "aside", "home", "forward"))
_WHICH = frozenset(("that", "which", "who"))  # between the object and its verb: "sanctions that were lifted"


def found(sentence: Sentence, hits: list[cues.Hit], lexicon: cues.Lexicon) -> list[cues.Hit]:
    """The cues, with those whose object stands before a passive verb instead of lighter ones of the same verb."""
    words = sentence.words
    if not sentence.title and _BE.isdisjoint(words):
        return hits
    turned = []
    for at in range(1, len(words)):
        start = lexicon.starts.get(words[at])
        if start is None or "n" not in start.tags or not start.chained:
            continue
        end = _subject_ends(sentence, at, lexicon)
        if end >= 0 and (hit := _turned(sentence, at, end, lexicon)) is not None:
            turned.append(hit)
    for hit in turned:
        known = [one for one in hits if not one.pattern.noun and _reads_alike(one, hit, words)]
        if all(one.weight <= hit.weight for one in known):
            hits = sorted([*(one for one in hits if one not in known), hit], key=governed_en.place)
    return hits


def _reads_alike(one: cues.Hit, hit: cues.Hit, words: list[str]) -> bool:
    """Whether a cue reads the same verb, or the verb with the "be" before it."""
    return one.first == hit.first or (one.first < hit.first <= one.last and words[one.first] in _BE)


def _subject_ends(sentence: Sentence, at: int, lexicon: cues.Lexicon) -> int:
    """The last token of what is acted upon by the participle at `at`; -1 where it is no passive."""
    words, grammar = sentence.words, lexicon.grammar
    before = _skipped(sentence, at, grammar["adverbs"] | grammar["negation"])
    if before < 0:
        return -1
    if words[before] not in _BE:
        return before if before == at - 1 and _is_headline(sentence, at, lexicon) else -1
    auxiliaries = _BE | grammar["have"] | grammar["future"] | grammar["maybe"] | grammar["must"] | {"to"}
    auxiliaries |= grammar["adverbs"] | grammar["negation"]
    while before >= 0 and words[before] in auxiliaries and not sentence.breaks[before + 1]:
        before -= 1
    if before >= 0 and words[before] in _WHICH:
        before -= 1
    return before


def _skipped(sentence: Sentence, at: int, skipped: frozenset[str]) -> int:
    """The token before `at` and words to be skipped; -1 where a clause begins between them."""
    while at > 0 and not sentence.breaks[at]:
        at -= 1
        if sentence.words[at] not in skipped and not sentence.words[at].endswith("ly"):
            return at
    return -1


def _is_headline(sentence: Sentence, at: int, lexicon: cues.Lexicon) -> bool:
    """Whether a headline leaves out the "be" of a passive: "Sanctions lifted on Chad", "Curfew imposed"."""
    if not sentence.title or any(name.last == at - 1 for name in sentence.names):
        return False
    words = sentence.words
    return at + 1 == len(words) or bool(sentence.breaks[at + 1]) or words[at + 1] in lexicon.grammar["prepositions"]


def _turned(sentence: Sentence, at: int, end: int, lexicon: cues.Lexicon) -> cues.Hit | None:
    """The heaviest cue of the participle at `at` with what ends at `end` read as its object."""
    words, breaks, stops = sentence.words, sentence.breaks, lexicon.grammar["stops"]
    begin = end
    while begin > 0 and end - begin < _SUBJECT - 1 and not breaks[begin] and words[begin - 1] not in stops:
        begin -= 1
    behind = at + 1
    if behind < len(words) and words[behind] in _PARTICLES and not breaks[behind]:
        behind += 1
    size = behind - at  # of the verb with its particle
    order = [*words[at:behind], *words[begin : end + 1]]
    hits = governed_en.found(order, [""] * len(order), lexicon)
    hit = next((hit for hit in hits if hit.first == 0 and not hit.pattern.noun), None)
    if hit is None or "n" not in hit.tags or hit.last < size:
        return None
    head = at + min(hit.head, size - 1)
    return hit._replace(first=at, head=head, last=head)
