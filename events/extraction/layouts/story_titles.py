"""Where an article's headline stands, and what stands above it and between it and the text."""

from __future__ import annotations

from collections.abc import Sequence

from events.extraction import sentences
from events.extraction.layouts import dateline
from events.extraction.layouts.bylines import is_byline
from events.extraction.layouts.told import stems_of
from events.extraction.lines import Line
from events.extraction.patterns import regex

_LONGEST_KICKER = 30
_SHORTEST_TITLE, _SHORTEST_PARAGRAPH = 22, 60
_APART, _LEAST_SECTIONS = regex(r"\s{2,}|\t|\s\|\s"), 3  # what parts sections on one line
_FROM_HOME = regex(r"(?:HOME|Home|Trang chủ|TRANG CHỦ|Menu|MENU)\s(?=[A-ZĐ]+[A-ZĐ\s]+$)")  # "HOME COSTA RICA SPORT"
_NEXT = 12  # lines below a path in which the headline that it ends with may stand
_HANGING = (" -", " –", " |", " »", " •")  # what parts a headline from the next one of a row: "Rain in Suva -"
_LEAST_HANGING = 2
_TIMES = 3  # as many words as the page's first line has a better headline in common with the text
_OF_THE_MOST = 2  # as few of them as the line with most has the headline above its standfirst and caption
_LONG_WORD = regex(r"[^\W\d_]{4,}")
_LEAST_UNDER_A_NOTICE = 4  # lines: the notice, the headline and some text
_LATEST_DATELINE, _LONGEST_STANDFIRST = 6, 140  # lines below the headline; characters


def place(kept: list[Line]) -> int:
    """Which of the lines is the headline: of those above the first paragraph the first that says something."""
    above = next((i for i, line in enumerate(kept) if _is_paragraph(line)), 0)
    heads = [i for i in range(above) if not _is_date_or_name(kept[i].text)] or list(range(above))
    if row := _end_of_a_row(kept[:above]):
        heads = [i for i in heads if i > row]
        if not heads:
            return above
    telling = [i for i in heads if len(kept[i].text) >= _SHORTEST_TITLE and kept[i].text.count(" ") > 2]
    below = {i: [kept[j].text for j in telling[at : at + _NEXT]] for at, i in enumerate(telling, 1)}
    telling = [i for i in telling if not _stands_above(kept[i].text, below[i])] or telling
    if len(telling) > 1:
        told = {word for line in kept[above : above + 3] for word in _long_words(line.text)}
        shared = {i: len(told & _long_words(kept[i].text)) for i in telling}
        most = max(shared.values())
        if shared[telling[0]] * _TIMES <= most and most > 1:  # what stands above is the paper's own line
            return next(i for i in telling if shared[i] * _OF_THE_MOST >= most)
    return telling[0] if telling else max(heads, key=lambda i: len(kept[i].text), default=0)


def _end_of_a_row(lines: Sequence[Line]) -> int:
    """The place of the last entry of a row of links that signs behind them part, or 0."""
    hanging = [place for place, line in enumerate(lines) if line.text.endswith(_HANGING)]
    return min(hanging[-1] + 1, len(lines) - 1) if len(hanging) >= _LEAST_HANGING else 0


def _stands_above(text: str, below: Sequence[str]) -> bool:
    """Whether a line above others is no headline: sections side by side, or what holds the headline.

    "Home > InvestStorm shuts port of Suva -Lamp Circle" above "Storm shuts port of Suva".
    """
    if below and _FROM_HOME.match(text) and not sentences.ends_like_one(text):
        return True
    entries = _APART.split(text)
    if len(entries) >= (2 if "|" in text else _LEAST_SECTIONS) and max(map(len, entries)) <= _LONGEST_KICKER:
        return True
    return any(_SHORTEST_TITLE <= len(headline) < len(text) and headline in text for headline in below)


def _long_words(text: str) -> set[str]:
    return set(_LONG_WORD.findall(text[:600].lower()))


def _is_date_or_name(text: str) -> bool:
    return len(text) <= _LONGEST_KICKER and is_byline(text)


def notice_above(article: Sequence[Line], language: str) -> list[Line]:
    """A text of the page's own above the headline, which has nothing in common with it, as the text below has."""
    if len(article) < _LEAST_UNDER_A_NOTICE or not _is_paragraph(article[0]) or _is_paragraph(article[1]):
        return []
    text = next((line for line in article[2:] if _is_paragraph(line)), None)
    if text is None or len(article[1].text) < _SHORTEST_TITLE or sentences.ends_like_one(article[1].text):
        return []
    notice, title, told = (stems_of(line.text, language) for line in (article[0], article[1], text))
    return [article[0]] if title & told and not title & notice and not told & notice else []


def above_the_dateline(article: list[Line]) -> list[Line]:
    """Standfirsts and captions between the headline and the paragraph with the place: "LIMA, Peru — …"."""
    for place, line in enumerate(article[1 : _LATEST_DATELINE + 1], 1):
        opening = dateline.opening(line) if _is_paragraph(line) else None
        if opening and opening.place:
            return [one for one in article[1:place] if sentences.ends_like_one(one.text)]
        if len(line.text) > _LONGEST_STANDFIRST:
            break
    return []


def _is_paragraph(line: Line) -> bool:
    return sentences.is_paragraph(line.text, _SHORTEST_PARAGRAPH)
