"""Items that are a headline over points: "1. Estonia opens a mine", and a few bullets below that tell about it.

Bullets also stand under headings, where each is an item of its own. A headline says more words than a heading, and its
points come back to them. Headlines in capitals stand over paragraphs in the same way.
"""

from __future__ import annotations

from collections.abc import Sequence

from events.extraction import places, publication, regions, sentences, subjects
from events.extraction.layouts import bulleted, headline, numbered
from events.extraction.layouts.blocks import Block, Draft, Opening, Reading
from events.extraction.layouts.starred import STARS
from events.extraction.lines import Line
from events.extraction.patterns import regex
from events.extraction.records import Reason

NAME = "numbered"

_LEAST_HEADS, _LEAST_BARE_HEADS = 3, 4  # with a number in front or in capitals, and without
_SHARE_OF_HEADS, _SHARE_TAKEN_UP = 0.6, 0.6  # of the lines over points; of the headlines
_MOST_POINTS, _MOST_TOLD = 4, 6  # under a headline, on average; paragraphs under one in capitals
_SHARE_OF_OTHERS = 0.25  # lines that are no sentences, for each paragraph under headlines in capitals
_SHORTEST, _LONGEST, _LEAST_WORDS = 18, 180, 3
_LEAST_LETTERS, _STEM = 4, 5  # of a word that a point takes up; letters that tell it, whatever its ending
_LONGEST_LABEL = 40
_WORD = regex(r"[^\W\d_]+")


def heads(lines: Sequence[Line]) -> list[Line]:
    """The headlines over points, if most lines over bullets are such."""
    if not any(_is_point(line) for line in lines):
        return []
    kept = [line for line in lines if not line.reason and not line.set_off]
    over: list[tuple[Line, list[Line]]] = []
    for i, line in enumerate(kept[:-1]):
        if _is_point(line) or not _is_point(kept[i + 1]):
            continue
        points = []
        for below in kept[i + 1 :]:
            if not _is_point(below):
                break
            points.append(below)
        over.append((line, points))
    found = [(line, points) for line, points in over if _may_be_a_headline(line.text)]
    counted = sum(1 for line, _ in found if numbered.opening(line))
    signed = counted + sum(1 for line, _ in found if line.text.isupper())
    if len(found) < (_LEAST_HEADS if 2 * signed >= len(found) else _LEAST_BARE_HEADS):
        return []
    taken_up = sum(1 for line, points in found if takes_up(line.text, points[:2]))
    if len(found) < _SHARE_OF_HEADS * len(over) or taken_up < _SHARE_TAKEN_UP * len(found):
        return []
    if sum(len(points) for _, points in found) > _MOST_POINTS * len(found):
        return []
    return [line for line, _ in found]


def shouted(lines: Sequence[Line]) -> list[Line]:
    """The headlines in capitals over paragraphs, if they part the whole page; a story's crossheads say less."""
    kept = [line for line in lines if not line.reason and not line.set_off]
    heads = [place for place, line in enumerate(kept[:-1]) if _shouts(line) and _tells(kept[place + 1])]
    if len(heads) < _LEAST_HEADS or (
        sum(map(_tells, kept[: heads[0]])) > 1 and not _are_listed_above(lines, kept, heads)
    ):
        return []
    others = sum(1 for line in kept[heads[0] :] if not _tells(line) and not _shouts(line))
    taken_up = sum(1 for place in heads if takes_up(kept[place].text, kept[place + 1 : place + 3]))
    told = len(kept) - heads[0] - len(heads)
    if others > _SHARE_OF_OTHERS * told or taken_up < _SHARE_TAKEN_UP * len(heads) or told > _MOST_TOLD * len(heads):
        return []
    return [kept[place] for place in heads]


def _are_listed_above(lines: Sequence[Line], kept: Sequence[Line], heads: Sequence[int]) -> bool:
    """Whether most of the headlines stand in a table of contents, too."""
    first = kept[heads[0]].start
    above = {_bare(line.text) for line in lines if line.start < first}
    return 2 * sum(1 for place in heads if _bare(kept[place].text) in above) >= len(heads)


def _bare(text: str) -> str:
    return " ".join(text.strip(STARS + " \t.-•").split())


def _shouts(line: Line) -> bool:
    text = line.text.strip(" .")
    return text.isupper() and text.count(" ") >= _LEAST_WORDS and _may_be_a_headline(text)


def _tells(line: Line) -> bool:
    return not line.text.isupper() and sentences.ends_like_one(line.text)


def _is_point(line: Line) -> bool:
    return not line.reason and (line.text[0] in STARS or bulleted.opening(line) is not None)


def _may_be_a_headline(text: str) -> bool:
    if not _SHORTEST <= len(text) <= _LONGEST or text[-1] in ":," or sentences.ends_like_one(text):
        return False
    if len(text.split()) < _LEAST_WORDS or publication.announces(text):
        return False
    return not (subjects.is_heading(text) or regions.read_heading(text) or places.is_one(text))


def in_common(one: str, other: str) -> int:
    """How many words two texts share, whatever their endings."""
    return len(_stems(one) & _stems(other))


def takes_up(head: str, points: Sequence[Line]) -> bool:
    """Whether a point names what the headline names."""
    return not _stems(head).isdisjoint(stem for point in points for stem in _stems(point.text))


def _stems(text: str) -> set[str]:
    return {word[:_STEM].lower() for word in _WORD.findall(text) if len(word) >= _LEAST_LETTERS or word.isupper()}


def read(block: Block) -> Reading:
    """Each headline with its points; what stands without a sign behind them is a note or a label."""
    reading = Reading()
    over_points = {id(line) for line in heads(block.lines) or shouted(block.lines)}
    counted = any(id(line) in over_points and numbered.opening(line) for line in block.lines)
    section: Line | None = None
    pointed = noted = False  # points of the latest item were read, or a label behind them
    for line in block.lines:
        if line.reason:
            reading.set_aside(line, line.reason)
        elif id(line) in over_points or (counted and numbered.opening(line) and not sentences.ends_like_one(line.text)):
            reading.begin(line, Draft([], numbered.opening(line) or Opening(0), section=section))
            pointed = noted = False
        elif line.set_off or _heads_items(line):
            section = line
            reading.head(line)
        elif not reading.drafts:
            _introduce(reading, line, block)
        elif not noted and (point := _point(line)):
            line.marker = point
            reading.keep(line)
            pointed = True
        elif not noted and (headline.whole_credit(line.text) or not pointed or sentences.ends_like_one(line.text)):
            reading.keep(line)
        else:
            noted = True
            reading.set_aside(line, Reason.OTHER)
    return reading


def _point(line: Line) -> int:
    """How many characters of sign a point has in front."""
    if line.text[0] in STARS:
        return len(line.text) - len(line.text.lstrip(STARS + " \t"))
    opening = bulleted.opening(line)
    return opening.length if opening else 0


def _heads_items(line: Line) -> bool:
    text = line.text
    if len(text) > _LONGEST_LABEL or _point(line) or sentences.ends_like_one(text):
        return False
    return bool(subjects.is_heading(text) or regions.read_heading(text) or places.is_one(text))


def _introduce(reading: Reading, line: Line, block: Block) -> None:
    if block.first and reading.title is None and not sentences.ends_like_one(line.text):
        reading.title = line
        reading.head(line)
    else:
        reading.set_aside(line, Reason.SUMMARY)
