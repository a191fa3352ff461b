"""Lines that were one before a text was broken to a width, joined again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from events.extraction import captions, regions
from events.extraction.lines import Line, split
from events.extraction.patterns import regex
from events.extraction.remembered import remembered

_WIDEST, _NARROWEST = 110, 40  # columns a text may have been broken to
_LEAST_RAGGED, _SHARE_RAGGED = 5, 0.2  # lines that go on in small letters; their share of all
_SHARE_OF_WIDER, _SHARE_OF_WIDE = 0.1, 0.7  # of lines over that; of the broken ones that are wide enough
_LEAST_SHOUTED, _LEAST_SPACES, _SHORTEST_SHOUTED = 3, 3, 12  # headlines in capitals; in one; characters of its part
_LONGEST_FRAGMENT, _BY = 44, "BY "  # characters of the first line of a headline in capitals; no part of one
_LEADING_ON = frozenset(  # words that no line ends with by itself
    ("the", "of", "and", "its", "their", "his", "for", "from", "with", "by", "to", "that", "which", "who", "has",
     "have", "had", "was", "were", "is", "are", "been", "will", "would", "as", "than", "into", "between", "against")
)  # fmt: skip
_CLOSING = '.!?:;…)]”"|'
_SIGNS_OF_ITEMS = "*-•+–—>#"
_LONE_SIGNS, _LEAST_SIGNED = ("-", "–", "—", "•", "*"), 2  # lines with such a sign and their text
_LEAST_BROKEN, _SHARE_BROKEN = 3, 0.3  # lines that were broken, of all but the short ones
_SHARE_OF_EVEN_GAPS = 0.9  # of all lines
_LEAST_CONTINUED = 25  # characters of a line that goes on with the one before
_LONGEST_LABEL = 20
_POINT = regex(r"(?:o|[^\w\s\"“‘'«(\[$€£#@]|\d{1,2}[.)])\s+")  # a sign or a number in front of an item of a list
_LEAST_HUNG, _SHARE_OF_FULL = 3, 0.8  # lines below points that go on under their text; of the width such points reach
_LABELS, _LABEL = ("date ", "date:", "posted ", "posted:", "published ", "published:", "updated ", "updated:"), 20
_SIGNED = regex(  # who wrote and when, or an address's last part: "by Jane Roe on 9 August 2023", "port-opens-in-dili"
    r"by [^\W\d_a-z][\w.'’-]+ [^\W\d_a-z][^.!?:;]{1,50}\b(?:19|20)\d\d(?: in [A-Z][^.!?:;]{1,50})?"
    r"|[a-z0-9]+(?:-[a-z0-9]+){3,}"
)
_FIRST_WORD = regex(r"\S+")


@remembered(1)  # asked for again with each way to cut a page
def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of a text, unwrapped; nobody may mark them."""
    return tuple(unwrapped(list(split(text))))


def unwrapped(lines: list[Line]) -> list[Line]:
    """The lines, those joined that were one before the text was broken to a width, or in the middle of a sentence.

    Their line breaks are spaces then, so that offsets hold.
    """
    lines = _with_lost_signs(_set_solid(lines))
    width = _width(lines)
    least = _least_width(lines)
    hung = _hung(lines)
    shouted = _has_shouted_headlines(lines) and (bool(least) or len(_breaks(lines)) >= _LEAST_BROKEN)
    joined: list[Line] = []
    last = ""  # the last line as printed
    for line in lines:
        before = joined[-1] if joined else None
        if (
            before
            and not line.gap
            and not captions.is_numbered(line.text)
            and (
                _was_full(last, line.text, width)
                or id(line) in hung
                or _goes_on(last, line.text)
                or (
                    _breaks_off(last, line.text, least, shouted=shouted)
                    and not (_is_shouted(before.text) and not line.text.isupper())
                )
            )
        ):
            joined[-1] = _one(before, line)
        else:
            joined.append(line)
        last = line.text
    return _without_even_gaps(joined)


def _set_solid(lines: list[Line]) -> list[Line]:
    """The lines; those of a text that was broken and then set with a blank line under each stand together again."""
    gaps = sum(1 for line in lines[1:] if line.gap)
    if gaps < _SHARE_OF_EVEN_GAPS * (len(lines) - 1):
        return lines
    lower = sum(
        1
        for one, other in pairwise(lines)
        if other.text[0].islower() and " " in other.text and one.text[-1] not in _CLOSING
    )
    if lower >= max(_LEAST_RAGGED, _SHARE_RAGGED * len(lines)):
        for line in lines:
            line.gap = False
    return lines


def _one(line: Line, following: Line) -> Line:
    space = following.start - line.end
    text = line.text + " " * space + following.text
    indented = line.indented or space > 1
    return Line(line.start, following.end, text, line.gap, line.blanks, indent=line.indent, indented=indented)


def _with_lost_signs(lines: list[Line]) -> list[Line]:
    """The lines; a sign alone on its line, among others that have their text beside them, joins the text below it."""
    signs = {line.text for line in lines if line.text in _LONE_SIGNS}
    if sum(1 for line in lines if line.text[0] in signs and line.text[1:2] == " ") < _LEAST_SIGNED:
        return lines
    kept: list[Line] = []
    sign: Line | None = None
    for line in lines:
        if sign and not line.gap and line.text[0] not in _SIGNS_OF_ITEMS:
            kept[-1] = _one(sign, line)
        else:
            kept.append(line)
        sign = line if line.text in signs else None
    return kept


def _without_even_gaps(lines: list[Line]) -> list[Line]:
    """The lines; where nearly all are set apart by blank lines, the blank lines say nothing."""
    gaps = sum(1 for line in lines[1:] if line.gap)
    if gaps >= _SHARE_OF_EVEN_GAPS * (len(lines) - 1):
        for line in lines:
            line.gap = False
    return lines


def _width(lines: list[Line]) -> int:
    """The columns a text was broken to; 0 where it was not."""
    width = max((len(line.text) for line in lines if " " in line.text), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    pairs = [(one.text, other.text) for one, other in pairwise(lines) if not other.gap]
    broken = sum(
        1
        for one, other in pairs
        if _was_full(one, other, width)
        and one[-1] not in '.!?:)]”"'
        and (" " in other or other[-1] in ".!?")
        and not _is_slug(other)
    )
    long = sum(1 for line in lines if len(line.text) > width // 2)
    return width if broken >= max(_LEAST_BROKEN, _SHARE_BROKEN * long) else 0


def _was_full(line: str, following: str, width: int) -> bool:
    """Whether the next line's first word had no room any more."""
    if not width or (_is_shouted(following) and not line.isupper()):
        return False
    word = _FIRST_WORD.match(following)
    return bool(word and len(line) > width // 2 and len(line) + 1 + len(word[0]) > width)


def _hung(lines: list[Line]) -> set[int]:
    """Lines that go on with a point of a list, since they begin right under its text: "  • Peru …" over "    and …"."""
    if not any(line.indent for line in lines):
        return set()
    pairs: list[tuple[Line, Line]] = []
    column = 0  # where the text of the latest point begins
    for before, line in pairwise(lines):
        if point := _POINT.match(before.text):
            column = before.indent + point.end()
        elif before.gap:
            column = 0
        if column and not line.gap and line.indent == column and not _POINT.match(line.text):
            pairs.append((before, line))
    if len(pairs) < _LEAST_HUNG or sum(1 for _, line in pairs if line.text[0].islower()) < len(pairs) / 2:
        return set()
    width = max(_columns(before) for before, _ in pairs)
    if not _NARROWEST <= width <= _WIDEST:
        return set()
    return {
        id(line)
        for before, line in pairs
        if line.text[0].islower() or _columns(before) + len(line.text.split(None, 1)[0]) >= _SHARE_OF_FULL * width
    }


def _columns(line: Line) -> int:
    """How far to the right a line reaches, with the white space in front."""
    return line.indent + len(line.text)


def _least_width(lines: list[Line]) -> int:
    """The columns at which a text was broken at the earliest, where single lines are wider; 0 where it was not."""
    if sum(1 for line in lines if len(line.text) > _WIDEST) > _SHARE_OF_WIDER * len(lines):
        return 0
    fits = _breaks(lines)
    if len(fits) < max(_LEAST_RAGGED, _SHARE_RAGGED * len(lines)):
        return 0
    wide = [fit for fit in fits if fit > _NARROWEST]  # the others stand beside a word that was a link
    return wide[len(wide) // 10] - 1 if len(wide) >= _SHARE_OF_WIDE * len(fits) else 0


def _breaks(lines: Sequence[Line]) -> list[int]:
    """How long lines that the next one goes on with in small letters would be with its first word, in order."""
    return sorted(
        len(one.text) + 1 + len(other.text.split(None, 1)[0])
        for one, other in pairwise(lines)
        if not other.gap and other.text[0].islower() and " " in other.text and one.text[-1] not in _CLOSING
    )


def _has_shouted_headlines(lines: Sequence[Line]) -> bool:
    """Whether headlines stand in capitals, so that no other line may lack a stop."""
    shouted = (line.text for line in lines if _is_shouted(line.text) and line.text.count(" ") >= _LEAST_SPACES)
    return sum(1 for text in shouted if not text.startswith(_BY) and text[-1] not in _CLOSING) >= _LEAST_SHOUTED


def _is_shouted(line: str) -> bool:
    return line.isupper() and len(line) >= _SHORTEST_SHOUTED and " " in line


def _breaks_off(line: str, following: str, least: int, *, shouted: bool) -> bool:
    """Whether a line without a stop was broken where the next word would have gone over the least width."""
    if shouted and line.isupper() and (_is_shouted(following) or (following.isupper() and _leads_on(line))):
        return _may_go_on(line, following)
    if (
        not (least or shouted)
        or line[-1] in _CLOSING
        or following[0] in _SIGNS_OF_ITEMS
        or "\u0370" <= following[0] < "\u1e00"
    ):
        return False
    if _is_slug(following) or _is_shouted(line) or _is_shouted(following):
        return False
    if shouted or following[0].islower() or _leads_on(line):
        return True
    return len(line) + 1 + len(following.split(None, 1)[0]) > least


def _leads_on(line: str) -> bool:
    return line.rsplit(None, 1)[-1].lower() in _LEADING_ON


def _may_go_on(line: str, following: str) -> bool:
    """Whether a headline in capitals may go on below: behind "U.N.", not behind "ASIA", a day or a byline."""
    if (
        (len(line) > _LONGEST_FRAGMENT and not _leads_on(line))
        or line[-1].isdigit()
        or line.startswith(_BY)
        or following.startswith(_BY)
    ):
        return False
    return (line[-1] not in _CLOSING or line[-3:-2] in (" ", ".")) and regions.read_heading(line) is None


def _is_slug(line: str) -> bool:
    """Whether a line opens with a word in capitals, as items do: "YEMEN: …"."""
    return line[:5].isupper() and line[:4].isalpha()


def _goes_on(line: str, following: str) -> bool:
    """Whether a line was broken in the middle of its sentence."""
    if following.startswith(_LABELS) and any(map(str.isdigit, following[:_LABEL])):
        return False  # "date 2013-12-03 …"
    if _SIGNED.fullmatch(following):
        return False  # under its headline
    if line[-1] == "-" and line[-2:-1].isalpha() and following[0].islower():
        return True  # a word parted at the end of a column
    return (
        following[0].islower()
        and ":" not in following[:_LONGEST_LABEL]  # "published : …", "writer: …"
        and following[1:2] != " "  # "o …": a bullet
        and (len(following) >= _LEAST_CONTINUED or (len(line) >= 2 * _LEAST_CONTINUED and following[-1] == "."))
        and len(line) >= _LEAST_CONTINUED
        and (line[-1].isalnum() or line[-1] == ",")
    )
