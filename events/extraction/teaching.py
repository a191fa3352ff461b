"""What editors taught, laid over what the other rooms read: phrases tell types, headings tell regions.

Words are compared in lower case, without punctuation, with their diacritics: "bàn" is not "bắn".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from events.extraction import cues, event_types, regions, sentences
from events.extraction.event_types import TypeReading
from events.extraction.patterns import regex
from events.extraction.reading import Reading
from events.extraction.records import EventType, Evidence, Mention, Region, Span, Vocabulary

RULE = "taught"
_WORD = regex(r"[^\W_]+")


def fold(words: str) -> str:
    """Words as they are compared."""
    return " ".join(_WORD.findall(cues.fold(words)))


def fold_heading(heading: str) -> str:
    """A heading as it is compared: its bullet or number left out."""
    return fold(regions.plain(heading))


class Taught:
    """A vocabulary's lessons, ready to be asked passage by passage."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._types = {tuple(fold(one.text).split()): one.type for one in vocabulary.phrases}
        self._lengths: dict[str, list[int]] = {}  # first word -> how many words follow it, longest first
        for words in sorted(filter(None, self._types), key=len, reverse=True):
            lengths = self._lengths.setdefault(words[0], [])
            if len(words) not in lengths:
                lengths.append(len(words))
        self._regions = {fold_heading(one.text): one.region for one in vocabulary.headings}
        self._aliases = {(one.kind, fold(one.text), one.value) for one in vocabulary.aliases}

    def type_of(self, read: Reading, title: Span | None, body: Sequence[Span], found: TypeReading) -> TypeReading:
        """`found`, unless a taught phrase overlaps the words that gave it, or those of the main act as rules see it.

        Where nothing was found, a taught phrase in the headline or in the first sentence gives the type.
        """
        if not self._types:
            return found
        if found.evidence is None:
            places = [title] if title else []
            places += (
                [first for first in [sentences.first(read.text, body[0].start, body[0].end)] if first] if body else []
            )
            told = next((one for place in places for one in self._phrases(read.text, place)), None)
            return event_types.taught(found, told[1], told[0], read) if told else found
        for weighed in filter(None, (found.evidence, event_types.main_words(read))):
            around = next((s for s in (title, *body) if s and s.start <= weighed.start < s.end), None)
            for words, kind in self._phrases(read.text, around) if around else ():
                if words.start < weighed.end and words.end > weighed.start:
                    return event_types.taught(found, kind, words, read)
        return found

    def region_under(self, text: str, heading: Span | None) -> tuple[Region, Evidence] | None:
        """The region taught for a heading."""
        if heading is None or not self._regions:
            return None
        region = self._regions.get(fold_heading(heading.of(text)))
        return (region, Evidence("region", None, heading.start, heading.end, rule=RULE)) if region else None

    def rule_of(self, text: str, mention: Mention) -> str | None:
        """Whether a name was found by a spelling that was taught."""
        if not self._aliases:
            return None
        return RULE if (mention.kind, fold(text[mention.start : mention.end]), mention.value) in self._aliases else None

    def _phrases(self, text: str, place: Span) -> Iterator[tuple[Span, EventType | None]]:
        """The taught phrases of a stretch, in order; of those that begin at one word the longest."""
        found = list(_WORD.finditer(cues.fold(text[place.start : place.end])))
        words = [one.group() for one in found]
        for at, word in enumerate(words):
            for length in self._lengths.get(word, ()):
                phrase = tuple(words[at : at + length])
                if phrase in self._types:
                    start, end = found[at].start(), found[at + length - 1].end()
                    yield Span(place.start + start, place.start + end), self._types[phrase]
                    break


@lru_cache(maxsize=4)
def taught_by(vocabulary: Vocabulary) -> Taught:
    """Made ready once per process and vocabulary."""
    return Taught(vocabulary)
