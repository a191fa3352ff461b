"""One passage being read: its headline and first sentences, each taken apart when first asked for.

The rooms that tell type, roles and topic share it, so that no word is looked at twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, pairwise

from events.extraction import clauses_en, clauses_vi, cues, parties, sayings_en, sentences
from events.extraction.clauses import Act, Sentence, take_apart
from events.extraction.records import Mention, Span

NONE = "NONE"  # the cues' name for happenings in which nobody does anything to anybody
SENTENCES = 3  # of the body in which acts are looked for
LONGER = 4  # of the body that tell the topic

# "All cooperative actions reported in future tense are also taken to imply intentions" (codebook, AGREE)
_PLANNED = {
    "CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE", "RETREAT": "CONCEDE",
    "ASSAULT": "THREATEN",
}  # fmt: skip
_POSSIBLE = _PLANNED | {"SANCTION": "THREATEN", "COERCE": "THREATEN", "MOBILIZE": "THREATEN"}
_DENIED = {
    "AGREE": "REJECT", "CONSULT": "REJECT", "SUPPORT": "REJECT", "COOPERATE": "REJECT", "AID": "REJECT",
    "RETREAT": "REJECT", "CONCEDE": "REJECT",
}  # fmt: skip
_THREATENED = frozenset(("SANCTION", "COERCE", "ASSAULT", "PROTEST", "REJECT", "RETREAT", "MOBILIZE", "CONCEDE"))
_GOING = frozenset(("CONSULT", NONE))
_GOES = frozenset(("go", "goes", "went", "going"))
_PULLS = frozenset(("pull", "pulls", "pulled", "walk", "walks", "walked"))
_COMING = {"AID": "relief", "MOBILIZE": "soldiers"}  # what it is when these words are its subject
_NONE: frozenset[str] = frozenset()
_VIOLENT = frozenset(("ASSAULT", "COERCE", "THREATEN", "PROTEST"))


class Reading(Sequence[tuple[Sentence, list[Act]]]):
    """As a sequence: the headline and the first sentences in which acts are looked for, each with its acts."""

    def __init__(
        self, text: str, title: Span | None, body: Sequence[Span], mentions: Sequence[Mention], language: str
    ) -> None:
        self.text, self.mentions = text, mentions
        self.language = "vi" if language == "vi" else "en"
        spans = (span for part in body for span in sentences.split(text, part.start, part.end))
        self._spans = [(span, False) for span in islice(spans, LONGER)]
        if title is not None:
            self._spans.insert(0, (title, True))
        self._length = min(len(self._spans), SENTENCES + (title is not None))
        self._named = [*mentions, *parties.unnamed_leaders(text, [span for span, _ in self._spans], mentions)]
        self._sentences: dict[int, Sentence] = {}
        self._acts: dict[int, list[Act]] = {}

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, at):
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        if at >= self._length:
            raise IndexError(at)
        if at not in self._acts:
            self._acts[at] = acts(self.sentence(at), self.language)
            if self.language == "en" and at:
                before = self._spans[at - 1][0]
                asked = self.text[before.start : before.end].rstrip().endswith("?")
                self._acts[at] = sayings_en.answered(asked, self.sentence(at), self._acts[at])
        return self.sentence(at), self._acts[at]

    def sentence(self, at: int) -> Sentence:
        """The headline or sentence at that place, without its acts."""
        if at not in self._sentences:
            span, is_title = self._spans[at]
            self._sentences[at] = take_apart(self.text, span, self._named, title=is_title)
        return self._sentences[at]

    def sentences(self) -> list[Sentence]:
        """The headline and all sentences that are read for the topic."""
        return [self.sentence(at) for at in range(len(self._spans))]


def acts(sentence: Sentence, language: str) -> list[Act]:
    """The acts of a sentence with the types that tense, doubt and negation leave them."""
    grammar = clauses_vi if language == "vi" else clauses_en
    words = cues.lexicon(language).grammar
    things, armed, hands = words["things"], words["armed"], words["hands"]
    conditional = not words["conditions"].isdisjoint(sentence.words)
    found = []
    for act in grammar.acts(sentence):
        kind = _settled(act)
        if conditional and (act.future or act.maybe) and kind in _THREATENED:
            kind = "THREATEN"
        if kind is None:
            continue
        hit = sentence.words[act.verb] == "trúng"  # the subject is what was hit, not what did it
        if (
            kind in _VIOLENT
            and not (act.noun or hit)
            and _has(sentence, act, things, hands, words.get("weapons", _NONE))
        ):
            kind = NONE
        if language == "en":
            kind = _gone(sentence, act, kind, words)
        if kind == "ASSAULT" and language == "en" and _is_accident(sentence, act, words):
            kind = NONE
        if kind == "COERCE" and "emergency" in sentence.words[act.verb : act.last + 1]:
            kind = "COERCE" if things.isdisjoint(sentence.words) else "MOBILIZE"  # against fires, not against people
        if kind == "COERCE" and not (act.passive and language == "en") and _has(sentence, act, armed):
            kind = "ASSAULT"
        if kind in _GOING and not act.noun and _moves(sentence, act, words["moves"]):
            kind = next((other for other, who in _COMING.items() if _has(sentence, act, words[who])), kind)
        found.append(act if kind == act.type else replace(act, type=kind))
    return found


def _settled(act: Act) -> str | None:
    """The type after negation, doubt and tense; None when nothing is left of it."""
    if act.type == NONE:
        return NONE
    if act.negated:
        if act.noun:
            return act.type
        if act.future or act.maybe or act.type in ("AGREE", "SUPPORT", "CONCEDE"):
            return _DENIED.get(act.type)
        return None
    if act.maybe and not act.passive:
        return _POSSIBLE.get(act.type, act.type)
    if act.future:
        return _PLANNED.get(act.type, act.type)
    return act.type


def _moves(sentence: Sentence, act: Act, moves: frozenset[str]) -> bool:
    """Whether the act is only that somebody or something comes."""
    return not moves.isdisjoint((sentence.words[act.verb], " ".join(sentence.words[act.verb : act.verb + 2])))


def _gone(sentence: Sentence, act: Act, kind: str, grammar: dict[str, frozenset[str]]) -> str:
    """The type of an English verb of going by what goes: prizes visit nobody, and soldiers who pull out withdraw."""
    word = sentence.words[act.verb]
    if (
        word in ("go", "goes", "went", "going")
        and kind in ("CONSULT", "AGREE")
        and _has(sentence, act, grammar["prizes"])
    ):
        return NONE
    if word in _PULLS and kind == "SANCTION":
        return "RETREAT" if _has(sentence, act, grammar["forces"]) else kind
    return kind


def _is_accident(sentence: Sentence, act: Act, grammar: dict[str, frozenset[str]]) -> bool:
    """Whether people die in an accident the sentence names, and nobody is said to have attacked them."""
    if not act.noun and sentence.words[act.verb] not in grammar["harming"]:
        return False
    if not grammar["deeds"].isdisjoint(sentence.words) or not grammar["weapons"].isdisjoint(sentence.words):
        return False
    if not grammar["accidents"].isdisjoint(sentence.words):
        return True
    return not grammar["blasts"].isdisjoint(sentence.words) and not grammar["explosive"].isdisjoint(sentence.words)


def _has(
    sentence: Sentence, act: Act, things: frozenset[str], hands: frozenset[str] = _NONE, weapons: frozenset[str] = _NONE
) -> bool:
    """Whether the subject holds one of the words, with none of `hands` right behind it and no weapon beside."""
    words = sentence.words[act.first : act.last + 6] if act.passive else sentence.words[act.clause : act.first]
    if not weapons.isdisjoint(words):
        return False
    if any(word in things and hands.isdisjoint(words[at + 1 : at + 2]) for at, word in enumerate(words)):
        return True
    pairs = enumerate(" ".join(pair) for pair in pairwise(words))
    return any(pair in things and hands.isdisjoint(words[at - 1 : at]) for at, pair in pairs)
