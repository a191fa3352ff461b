"""Where an article ends and the teasers of other articles begin."""

from __future__ import annotations

from collections.abc import Sequence

from events.extraction import sentences
from events.extraction.layouts.blocks import NamesIn
from events.extraction.lines import Line
from events.extraction.records import Mention, Reason, Span

_LEAST_STORY = 2  # paragraphs in front of the teasers
_LEAST_TEASERS = 2
_LONGEST_TEASER = 3  # sentences
_LEAST_STRANGERS = 0.6  # share of the paragraphs at the end that name nobody of the story


def teasers_from(lines: Sequence[Line], names_in: NamesIn) -> int | None:
    """The offset behind which only other articles stand; None where the article goes on to the end.

    Told by a comment or rating box, by the spacing (an article set solid, then single paragraphs set apart), or by
    paragraphs that name nobody of the story.
    """
    kept = [line for line in lines if not line.reason]
    ends = [line for line in lines if line.ends_article]
    for line in ends:
        before = [k for k in kept if k.start < line.start and sentences.ends_like_one(k.text)]
        if before:
            return line.end
    return _by_spacing(kept) or _by_names(kept, names_in)


def _by_spacing(kept: Sequence[Line]) -> int | None:
    """An article whose paragraphs follow without blank lines, then paragraphs with one before each."""
    last = len(kept)
    while last > 0 and kept[last - 1].gap:
        last -= 1
    solid = [line for line in kept[1:last] if not line.gap]
    if len(kept) - last < _LEAST_TEASERS or last < _LEAST_STORY + 1 or len(solid) < 0.6 * (last - 1):
        return None
    if any(_sentence_count(line.text) > _LONGEST_TEASER for line in kept[last:]):
        return None
    return kept[last].start


def _by_names(kept: Sequence[Line], names_in: NamesIn) -> int | None:
    """Where the paragraphs at the end begin most of which name nobody of the story's start."""
    if len(kept) < _LEAST_STORY + 1 + _LEAST_TEASERS:
        return None
    core = {m.value for line in kept[: _LEAST_STORY + 1] for m in _names(line, names_in)}
    if not core:
        return None
    strange: list[bool] = []
    start = None
    for line in reversed(kept[_LEAST_STORY + 1 :]):
        if _sentence_count(line.text) > _LONGEST_TEASER or line.text[0] in '"“':
            break
        named = {m.value for m in _names(line, names_in)}
        strange.append(bool(named) and not named & core)
        if strange[-1] and len(strange) > _LEAST_TEASERS and sum(strange) >= _LEAST_STRANGERS * len(strange):
            start = line.start
    return start


def _names(line: Line, names_in: NamesIn) -> Sequence[Mention]:
    return names_in([Span(line.start, line.end)])


def _sentence_count(text: str) -> int:
    return sum(1 for _ in sentences.split(text[:2000], 0, min(len(text), 2000)))


def reason_behind(line: Line) -> Reason:
    """What a line behind the article's end is: another article's lead, or its bare headline."""
    return Reason.TEASER if sentences.ends_like_one(line.text) else Reason.RELATED
