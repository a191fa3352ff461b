"""Lines parted where things that belong apart are glued: items, headings, headlines, time stamps, buttons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from events.extraction import regions, sentences
from events.extraction.layouts import agency, bulleted, coded, edges, headline, numbered, starred
from events.extraction.layouts.blocks import UNFINISHED
from events.extraction.layouts.starred import STARS
from events.extraction.lines import Line
from events.extraction.patterns import regex

_SIGNS = starred.STARS + "•●▪■►◆◾◽◼◻□"
_LONGEST_SOURCE = 40  # characters
_SIGN = regex(  # behind a sentence, or behind a heading that stands behind one: "… talks. AFRICA • Troops …"
    rf"(?<=[.!?…)\]”\"’|])\s*(?:(?P<heading>[^\W\d_][^.!?:;()\[\]\"“”\n{_SIGNS}]{{1,34}}?)\s*)?"
    rf"(?=(?:[{_SIGNS}]{{1,3}}|(?:[{_SIGNS}]\s){{2,3}})[\ufe0f)]?\s?[\"“‘'«(]?[^\W\d_])"
)
_HEAD = regex(rf"[^.!?{_SIGNS}\n]{{2,60}}?\s+(?=[{_SIGNS}]\ufe0f?\s?[\"“‘'«(]?[^\W\d_])")
_LAST_WORDS = regex(r"(?<=[.!?…)\]”\"’])\s+(?P<heading>[^\W\d_a-zà-ỹ][^.!?:;()\[\]\"“”\na-zà-ỹ]{2,33})$")
_MOST_HEADING_WORDS = 4
_ANY_SIGN = regex(f"[{re.escape(_SIGNS)}]")
_STAR = regex(f"[{re.escape(starred.STARS)}]")
_LEAST_ITEM = 60  # characters behind a sign: less is a page's own title that was cut short

_TIME_BEFORE = regex(  # "09:40 GMT – Qatar condemns attack", "06h15: Bác sĩ …", "1430 GMT: Qatar …"
    r"(?:\d{1,2}[:.hg]\d{2}|\d{4}(?=\s(?:GMT|UTC)))(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?\s?(?:[–—|:-]\s?(?=[\"“‘']?[^\W\d_])|(?=[*•]\s?\S))"
)
_LEAST_TIMED = 3  # lines of a document that open with a time
_REGION_GLUED = regex(r"[A-ZĐ][^\W\d_][^\W\d_A-Z]?[\w –-]{0,24}?[a-zà-ỹ](?=[A-ZĐ]{2,}[A-ZĐ ]{0,20}\. )")  # "AsiaAFP. …"
_SHORTEST_HEADLINE, _LONGEST_HEADLINE, _LEAST_WORDS = 24, 130, 4
_LEAST_GLUED_HEADLINES = 2  # lines of a document that end with the next item's headline
_LEAST_CUT, _SHARE_CUT = 2, 0.25  # of these that end with a word that ends no headline, in number and of all
_LEAST_TEXT = 60  # characters of a text under a headline
_LEAST_PARAGRAPH = 150  # characters of a paragraph in which another item may begin
# White space is looked for first, and what stands before it then: that is many times faster than the other way round.
_DAY_OPENS = regex(  # a sentence that opens with its day: what stands before it is a headline
    r"\s+(?=(?:Rạng sáng|Sáng|Trưa|Chiều|Tối|Đêm|Ngày|Hôm)\s(?:ngày\s)?\d{1,2}[/-]\d{1,2}\b)"
)
_WIDE_SPACE = regex(r"\s\s+(?=[\"“‘]?[A-ZĐÀ-Ỹ][^\W\d_])")
_CLOSES = '_)”"’%'  # or a letter or number: behind these another item may begin
_STOP = regex(  # also "… a day later ...Talks resume"
    r"[.!?…][”\"’)\]]?\s+(?=[\"“‘]?[^\W_])|(?:\.\.\.|…|\[…\])(?=[\"“‘]?[^\W\d_a-zà-ỹ][^\W_])"
)


def unglued(all_lines: Iterable[Line]) -> list[Line]:
    """The lines; those that hold several things are lines for each of them."""
    parted: list[Line] = []
    kept = _without_echoes(coded.parted(_without_times(all_lines)))
    for line, after in pairwise([*kept, None]):
        if line is not None and line.text:
            parted += _parted(line, after)
    numbers = numbered.glued(parted)
    if numbers:
        parted = [
            piece for line in parted for piece in (_at(line, numbers[id(line)]) if id(line) in numbers else [line])
        ]
    return _without_glued_headlines(parted)


def _without_times(all_lines: Iterable[Line]) -> list[Line]:
    """The lines; the times that headlines of a live page open with stand on lines of their own."""
    kept = list(all_lines)
    times = {
        id(line): found.end() for line in kept if line.text[:1].isdigit() and (found := _TIME_BEFORE.match(line.text))
    }
    if len(times) < _LEAST_TIMED:
        return kept
    return [piece for line in kept for piece in (_at(line, [times[id(line)]]) if id(line) in times else [line])]


def _without_echoes(lines: list[Line]) -> list[Line]:
    """The lines; a headline printed again in front of its text, without a space between, stands on its own line."""
    found = {
        id(line): at + len(before.text)
        for before, line in pairwise(lines)
        if _SHORTEST_HEADLINE <= len(before.text) < len(line.text) - _LEAST_TEXT // 2
        and 0 <= (at := line.text.find(before.text, 0, len(before.text) + edges.LONGEST_BUTTON)) <= edges.LONGEST_BUTTON
        and (at or line.text[len(before.text)].isalnum())
        and line.text[at + len(before.text)].isupper()
    }
    found |= {
        id(line): at
        for before, line in pairwise(lines)
        if len(before.text) >= _SHORTEST_HEADLINE
        and line.text.endswith(before.text)
        and (button := edges.BUTTON_IN_FRONT.search(line.text, 0, len(line.text) - len(before.text)))
        and (at := button.start())
    }
    found |= {id(line): half for line in lines if (half := _half(line.text))}
    if not found:
        return lines
    return [piece for line in lines for piece in (_at(line, [found[id(line)]]) if id(line) in found else [line])]


def _half(text: str) -> int:
    """Where a line begins once more that is a headline, and the same without a space: 0 where none does."""
    half = len(text) // 2
    if half < _SHORTEST_HEADLINE or len(text) % 2 or not text[half].isupper() or text[half - 1].isspace():
        return 0
    return half if text[:half].casefold() == text[half:].casefold() else 0


def _parted(line: Line, after: Line | None) -> Iterator[Line]:
    for piece in _at(line, agency.glued(line.text) or _at_signs(line.text, after)):
        for part in _at(piece, edges.parted_at(piece.text)):
            yield from _without_glued_heading(part)


def _at(line: Line, begins: list[int]) -> Iterator[Line]:
    """The line cut where its parts begin."""
    rest = line
    for begin in begins:
        piece, rest = rest.cut(begin - (rest.start - line.start))
        if piece.text:
            yield piece
    if rest.text:
        yield rest


def _at_signs(text: str, after: Line | None) -> list[int]:
    """Where items with a sign, and the headings over them, begin inside a line."""
    begins: list[int] = []
    if _ANY_SIGN.search(text):
        found = list(_SIGN.finditer(text))
        many = len(found) > 1
        head = _HEAD.match(text)
        if head and len(text) - head.end() >= _LEAST_ITEM and (found or regions.read_heading(head[0].strip())):
            begins += _region_behind(head[0])
            begins.append(head.end())
        for one in found:
            if _points_at_a_source(text, one.end()) or _closes_bold(text, one.end()):
                continue
            heading = one["heading"]
            if heading and not _is_heading(heading, titled=many):
                continue
            begins += [one.start("heading"), one.end()] if heading else [one.end()]
    if (
        after is not None
        and text[-1:].isupper()
        and not text.isupper()
        and (bulleted.opening(after) or starred.opening(after))
    ):
        last = _LAST_WORDS.search(text, max(0, len(text) - 40))
        if last and not text.isupper() and _is_heading(last["heading"], titled=False):
            begins.append(last.start("heading"))
    return sorted(set(begins) - {0})


def _closes_bold(text: str, at: int) -> bool:
    """Whether stars there close what stars opened: "**Peru votes.** The polls …". Stars between spaces part items."""
    if not text.startswith("**", at) or text[at - 1 : at].isspace():
        return False
    opened = text.rfind("**", 0, at)
    return opened >= 0 and not text[opened + 2 : opened + 3].isspace()


def _points_at_a_source(text: str, at: int) -> bool:
    """Whether the sign there closes an item rather than opens one: "■ THE HAGUE – … in a hire car. ► NOS"."""
    return text[at] in headline.ARROWS and text[0] != text[at] and len(text) - at <= _LONGEST_SOURCE


def _is_heading(words: str, *, titled: bool) -> bool:
    """Whether these words between two items head the second: in capitals, or `titled` as headings are."""
    if regions.read_heading(words) is not None:
        return True
    return words.count(" ") < _MOST_HEADING_WORDS and (words.isupper() or (titled and words.istitle()))


def _region_behind(head: str) -> list[int]:
    """Where the name of a region begins behind the page's own title: "Afternoon Brief ASIA"."""
    words = head.split()
    for count in range(1, len(words)):
        behind = " ".join(words[-count:])
        if behind.isupper() and regions.read_heading(behind):
            return [head.rindex(words[-count])]
    return []


def _without_glued_heading(line: Line) -> Iterator[Line]:
    if not line.text:
        return
    star = found.start() if (found := _STAR.search(line.text, 0, 60)) else 0
    if star and regions.read_heading(line.text[:star]):
        yield from line.cut(star)
        return
    if (glued := _REGION_GLUED.match(line.text)) and regions.read_heading(glued[0]):
        yield from line.cut(glued.end())
        return
    close = max(line.text.rfind(")", -62), line.text.rfind("]", -62))
    if 0 <= close < len(line.text) - 2 and regions.read_heading(line.text[close + 1 :]):
        yield from line.cut(close + 1)
        return
    yield line


# --- Headlines in and behind paragraphs


def _without_glued_headlines(all_lines: list[Line]) -> list[Line]:
    """The lines, headlines of the next item cut off the paragraphs they were glued to."""
    tails = {
        id(line): at
        for line, after in pairwise(all_lines)
        if len(line.text) > _LEAST_TEXT
        and len(after.text) > _LEAST_TEXT
        and after.text[0] not in STARS
        and (at := _headline_behind(line.text))
    }
    if len(tails) < _LEAST_GLUED_HEADLINES or _are_cut_short(all_lines, tails):
        tails = {}
    parted: list[Line] = []
    for line in all_lines:
        begins = [tails[id(line)]] if id(line) in tails else []
        if len(line.text) >= _LEAST_PARAGRAPH:
            begins = sorted({*begins, *_headlines_within(line)})
        parted += _at(line, begins) if begins else [line]
    return parted


def _are_cut_short(all_lines: Iterable[Line], tails: Mapping[int, int]) -> bool:
    """Whether the page cuts its texts amid a sentence, so that what seems a headline behind them is their last one."""
    ends = [line.text.rsplit(None, 1)[-1].lower() for line in all_lines if id(line) in tails]
    cut = sum(1 for end in ends if end in UNFINISHED)
    return cut >= _LEAST_CUT and cut >= _SHARE_CUT * len(ends)


def _headline_behind(text: str) -> int | None:
    """Where a headline begins behind a paragraph's last full stop."""
    if text[-1] in '.!?…:;,)]"”' or sentences.ends_like_one(text):
        return None
    begin = max(0, len(text) - _LONGEST_HEADLINE - 4)
    stops = list(_STOP.finditer(text, begin))
    if not stops or stops[-1].end() < _SHORTEST_HEADLINE:
        return None
    behind = stops[-1].end()
    last = text[behind:]
    opens = last.lstrip("\"“‘'")[:1]
    if (
        len(last) > _LONGEST_HEADLINE
        or not (opens.isupper() or opens.isdigit())
        or edges.SIGNED_BEHIND.search(text, begin)
    ):
        return None
    if stops[-1][0][-1] in ".…]":  # no space behind the dots: "… a day later ...Talks resume"
        return behind if last.count(" ") >= _LEAST_WORDS // 2 else None
    if len(last) < _SHORTEST_HEADLINE or last.count(" ") < _LEAST_WORDS:
        return None
    parts = sentences.split(text, begin, len(text))
    return behind if parts and parts[-1].start == behind else None


def _headlines_within(line: Line) -> list[int]:
    """Where headlines, and the texts under them, begin in the middle of a paragraph."""
    begins: list[int] = []
    text = line.text
    signs = () if text.isascii() else (_DAY_OPENS,)  # no Vietnamese day is ASCII
    for sign in signs if line.indented else (*signs, _WIDE_SPACE):
        for found in sign.finditer(text):
            at = found.start()
            if not at or not (text[at - 1].isalnum() or text[at - 1] in _CLOSES):
                continue
            stops = list(_STOP.finditer(text, max(0, at - _LONGEST_HEADLINE - 4), at))
            begin = stops[-1].end() if stops else 0
            headline = text[begin:at]
            if not begin or len(text) - found.end() < _LEAST_TEXT or not headline[:1].isupper():
                continue
            if _SHORTEST_HEADLINE <= len(headline) <= _LONGEST_HEADLINE and headline.count(" ") >= _LEAST_WORDS:
                begins += [begin, found.end()]
    return begins
