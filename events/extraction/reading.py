"""One passage being read: its headline and first sentences, each taken apart when first asked for.

The rooms that tell type, roles and topic share it, so that no word is looked at twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from events.extraction import clauses_en, clauses_vi, cues, doers, parties, sayings_en, sentences
from events.extraction.clauses import NONE, Act, Sentence, take_apart
from events.extraction.records import Mention, Span

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
_REFRAINED = frozenset(("SANCTION", "COERCE"))  # whoever does not do these declines to
_THREATENED = frozenset(("SANCTION", "COERCE", "ASSAULT", "PROTEST", "REJECT", "RETREAT", "MOBILIZE", "CONCEDE"))


class Reading(Sequence[tuple[Sentence, list[Act]]]):
    """As a sequence: the headline and the first sentences in which acts are looked for, each with its acts."""

    def __init__(
        self,
        text: str,
        title: Span | None,
        body: Sequence[Span],
        mentions: Sequence[Mention],
        language: str,
        country_of: parties.CountryOf | None = None,
    ) -> None:
        self.text, self.mentions, self.country_of = text, mentions, country_of
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
            elif self.language == "vi":
                passage = map(self.sentence, range(self._length))
                self._acts[at] = doers.of_nature(self.sentence(at), self._acts[at], passage)
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
    conditional = not words["conditions"].isdisjoint(sentence.words)
    found = []
    for act in grammar.acts(sentence):
        kind = _settled(act)
        if conditional and (act.future or act.maybe) and kind in _THREATENED:
            kind = "THREATEN"
        if kind is None:
            continue
        kind = doers.settle(sentence, act, kind, language)
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
        return "REJECT" if act.type in _REFRAINED and not act.passive else None
    if act.maybe and not act.passive:
        return _POSSIBLE.get(act.type, act.type)
    if act.future:
        return _PLANNED.get(act.type, act.type)
    return act.type
