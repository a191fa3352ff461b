"""Whether a page is one article, though crossheads, captions and links to others make it look like a list of items."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

from events.extraction import line_signs, places, regions, sentences, subjects
from events.extraction.layouts.blocks import NamesIn, parties_in
from events.extraction.lines import Line
from events.extraction.patterns import regex
from events.extraction.records import Reason

_LEAST_PARAGRAPH = 60  # characters
_LEAST_PARAGRAPHS = 3
_LEAST_ABOVE_BOX = 4  # paragraphs of an article above its box
_MOST_LED = 0.55  # share of an article's paragraphs that stand under a line of their own: a crosshead, a caption
_OF_THE_ARTICLE = 3  # paragraphs in a row under one line from which on they may go on with the article
_LONGER_TEASER = 5  # paragraphs of an article from which on a link to another one may have two
_MOST_ITEMS, _MOST_IN_A_ROW = 0.3, 0.5  # share of its paragraphs that open as items do; as one list
_LEAST_TITLE, _LONGEST_CROSSHEAD, _MOST_WORDS = 35, 34, 6  # characters, characters and words
# One article however much stands between its paragraphs: half name whom one before has named, one in three the same;
_LEAST_TOLD, _LEAST_IN_A_ROW, _SHARE_OF_ONE, _SHARE_AGAIN = 6, 3, 0.3, 0.5
# few have a line above them, fewer still one of which they tell, and hardly any opens as an item does.
_MOST_UNDER_LINES, _MOST_LEADS, _MOST_OPENING = 0.5, 0.3, 0.12
_SUMMARY_WITHIN, _LATEST_AGAIN = 3, 24  # lines in which a summary stands; in which the text says it again
_LEAST_DESCRIBED, _SHARE_DESCRIBED = 5, 0.7  # lines under a page's description; of its words that the text says again
_LEAST_BETWEEN = 2  # paragraphs of an article between what its page says of itself
_LATEST_STANDFIRST, _LEAST_HELD, _SHARE_HELD = 5, 12, 0.9  # lines; words; share that the text holds
_WORD, _LONG_WORD = regex(r"\w+"), regex(r"[^\W\d_]{4,}")
_QUOTES = "\"“'‘«"
_BULLETS, _MOST_POINTS = "•●▪■►◆○·-–—*+", 8


def is_one(lines: Sequence[Line], names_in: NamesIn, opens_item: Callable[[Line], bool]) -> bool:
    """Whether several paragraphs tell of the same people and countries, and the others, one each, are teasers."""
    if _has_crossheads(lines, opens_item):
        return True
    points = {id(line) for line in key_points(lines)}
    kept = [line for line in lines if not line.reason and id(line) not in points]
    groups: list[list[tuple[Line, bool]]] = []
    named: set[str] = set()
    before: Line | None = None
    signed = 0  # lines over paragraphs that open as items do
    for line in kept:
        if line.headline or not sentences.ends_like_one(line.text):
            before = line
            continue
        led = before is not None
        signed += before is not None and opens_item(before)
        own = parties_in(line, names_in)
        if before is not None:
            own |= parties_in(before, names_in)
        linked = not led or (bool(groups) and bool(own & named)) or (bool(groups) and not own)
        if not groups or (led and not linked):
            groups.append([])
        groups[-1].append((line, led))
        if len(groups) == 1:
            named |= own
        elif not led and len(groups[-1]) >= _OF_THE_ARTICLE and _take_up(groups[-1][1:], named, names_in):
            groups[0] += groups.pop()  # a link to another article stood above its first paragraph
            named |= own
        before = None
    if not groups or 1 < len(groups) <= signed:
        return False
    article, others = groups[0], [len(group) for group in groups[1:]]
    most = 2 if len(article) >= _LONGER_TEASER else 1
    items = [place for place, (line, _) in enumerate(article) if opens_item(line)]
    in_a_row = bool(items) and items[-1] - items[0] == len(items) - 1
    most_items = (_MOST_IN_A_ROW if in_a_row else _MOST_ITEMS) * len(article)
    return (
        len(article) >= _LEAST_PARAGRAPHS
        and sum(1 for _, led in article[1:] if led) <= _MOST_LED * (len(article) - 1)
        and len(items) <= max(1, most_items)
        and all(count <= most for count in others)
    )


def is_told_through(lines: Sequence[Line], names_in: NamesIn, opens_item: Callable[[Line], bool]) -> bool:
    """Whether paragraphs go on about the same people, and somebody is quoted, though teasers and buttons stand between.

    Under the headlines of a list each paragraph tells what its own one says.
    """
    kept = [line for line in lines if not line.reason]
    told = [place for place, line in enumerate(kept) if _is_paragraph(line)]
    if len(told) < _LEAST_TOLD or not any(kept[place].text[0] in _QUOTES for place in told):
        return False
    under = [place for place in told if place and not sentences.ends_like_one(kept[place - 1].text)]
    if len(under) > _MOST_UNDER_LINES * len(told) or _longest_run(told, under) < _LEAST_IN_A_ROW:
        return False
    if sum(1 for place in told if opens_item(kept[place])) > max(1, _MOST_OPENING * len(told)):
        return False
    if sum(1 for place in under if opens_item(kept[place - 1])) > 1:
        return False
    names = [parties_in(kept[place], names_in) for place in told]
    times = Counter(name for named in names for name in named)
    if not times or times.most_common(1)[0][1] < _SHARE_OF_ONE * len(told):
        return False
    before: set[str] = set()
    again = 0
    for named in names:
        again += not named.isdisjoint(before)
        before |= named
    if again < _SHARE_AGAIN * (len(told) - 1):
        return False
    return sum(1 for place in under if is_led(kept[place], kept[place - 1], names_in)) <= _MOST_LEADS * len(told)


def box_below(lines: Sequence[Line], opens_item: Callable[[Line], bool]) -> int:
    """Where the first box behind an article stands, if fewer texts are behind it, which make a list of the page; or 0.

    There is none where two of the first texts open as items do.
    """
    told: list[Line] = []
    for place, line in enumerate(lines):
        if line.ends_article or (line.reason is Reason.RELATED and line_signs.names_a_box(line.text)):
            if len(told) >= _LEAST_ABOVE_BOX:
                others = sum(1 for one in lines[place + 1 :] if not one.reason and _is_paragraph(one))
                return place if 0 < others < len(told) else 0
        elif not line.reason and _is_paragraph(line):
            told.append(line)
            if len(told) == _LEAST_ABOVE_BOX and sum(1 for one in told if opens_item(one)) > 1:
                return 0
    return 0


def _longest_run(told: Sequence[int], under: Sequence[int]) -> int:
    """How many paragraphs at most follow without a line over them."""
    parted, longest, run = set(under), 0, 0
    for place in told:
        run = 1 if place in parted else run + 1
        longest = max(longest, run)
    return longest


def is_led(line: Line, above: Line, names_in: NamesIn) -> bool:
    """Whether a paragraph is the lead of the headline above it: they share a long word, or somebody named."""
    if sentences.ends_like_one(above.text):
        return False
    return not (
        _long_words(line).isdisjoint(_long_words(above))
        and parties_in(line, names_in).isdisjoint(parties_in(above, names_in))
    )


def _long_words(line: Line) -> set[str]:
    return set(_LONG_WORD.findall(line.text[:600].lower()))


def _take_up(paragraphs: Sequence[tuple[Line, bool]], named: set[str], names_in: NamesIn) -> bool:
    """Whether most paragraphs behind a teaser name somebody whom the article has named."""
    return 3 * sum(1 for line, _ in paragraphs if parties_in(line, names_in) & named) >= 2 * len(paragraphs)


def _has_crossheads(lines: Sequence[Line], opens_item: Callable[[Line], bool]) -> bool:
    """Whether a long headline over several paragraphs is followed by a few words now and then over the next ones.

    Under a crosshead no text opens as an item does, with its place.
    """
    kept = [line for line in lines if not line.reason]
    heads = [place for place, line in enumerate(kept) if not sentences.ends_like_one(line.text)]
    if len(heads) < 3 or heads[0] != 0 or len(kept[0].text) < _LEAST_TITLE:
        return False
    crossheads = [kept[place].text for place in heads[1:]]
    if all(kept[place].text[0].isdigit() for place in heads):
        return False  # "1. …", "2. …": a list
    placed = sum(1 for place in heads[1:] if place + 1 < len(kept) and opens_item(kept[place + 1]))
    if placed > 1 and 2 * placed >= len(crossheads):
        return False
    before = sum(1 for line in kept[1 : heads[1]] if _is_paragraph(line))
    return (
        before >= _LEAST_PARAGRAPHS
        and heads[-1] < len(kept) - 1
        and all(len(text) <= _LONGEST_CROSSHEAD and text.count(" ") < _MOST_WORDS for text in crossheads)
        and not any(text.isupper() or text[-1] == ":" or text[0] in _BULLETS for text in crossheads)
        and not any(
            places.is_one(text) or subjects.is_heading(text) or regions.read_heading(text) for text in crossheads
        )
    )


def said_again(article: Sequence[Line]) -> int:
    """Where a summary above the text stands once more, word for word, inside it: until there all is the main event."""
    summary = next((line for line in article[:_SUMMARY_WITHIN] if _is_paragraph(line)), None)
    again = (line.start for line in article[:_LATEST_AGAIN] if summary and line.text == summary.text)
    return max(again, default=0)


def said_of_itself(article: Sequence[Line]) -> list[Line]:
    """What a page says of itself above the text, and word for word below it."""
    if len(article) < 2 or article[0].text != article[-1].text or len(article[0].text) < _LEAST_PARAGRAPH:
        return []
    between = sum(1 for line in article[1:-1] if _is_paragraph(line))
    return [article[0], article[-1]] if between >= _LEAST_BETWEEN else []


def said_at_once(article: Sequence[Line]) -> list[Line]:
    """A standfirst below the headline, of one sentence, all of which the paragraph below it says and more."""
    for above, line, below in zip(article, article[1:_LATEST_STANDFIRST], article[2:], strict=False):
        if _is_paragraph(above):
            return []
        if not _is_paragraph(line) or not _is_paragraph(below) or len(below.text) <= len(line.text):
            continue
        own, more = (set(_WORD.findall(one.text.lower())) for one in (line, below))
        if len(own) >= _LEAST_HELD and len(own & more) >= _SHARE_HELD * len(own):
            return [line]
    return []


def describes_the_page(article: Sequence[Line]) -> bool:
    """Whether a paragraph above the headline is the page's description, which the text below it says again."""
    if len(article) < _LEAST_DESCRIBED or not _is_paragraph(article[0]) or _is_paragraph(article[1]):
        return False
    described = _long_words(article[0])
    return any(
        len(described & _long_words(line)) >= _SHARE_DESCRIBED * len(described)
        for line in article[2:_LEAST_DESCRIBED]
        if _is_paragraph(line)
    )


def key_points(lines: Sequence[Line]) -> list[Line]:
    """What articles tell, in lists above them: bulleted lines in a row, and behind them nothing but paragraphs."""
    kept = [line for line in lines if not line.reason]
    listed = [place for place, line in enumerate(kept) if line.text[0] in _BULLETS and " " in line.text]
    starts = [at for at, place in enumerate(listed) if not at or place - listed[at - 1] > 1]
    rows = [listed[start:end] for start, end in pairwise([*starts, len(listed)])]
    if not rows or not all(2 <= len(row) <= _MOST_POINTS for row in rows):
        return []
    told = [_is_paragraph(line) for line in kept]
    if len(rows) == 1:
        is_above = sum(told[: listed[0]]) <= 1 and sum(told[listed[-1] + 1 :]) >= _LEAST_PARAGRAPHS
    else:  # the same above each article of the page: under its headline, and over its text
        under = all(row[0] and not sentences.ends_like_one(kept[row[0] - 1].text) for row in rows)
        ends = [*(row[0] - 1 for row in rows[1:]), len(kept)]
        behind = [sum(told[row[-1] + 1 : end]) for row, end in zip(rows, ends, strict=True)]
        over = all(row[-1] + 1 < len(kept) and told[row[-1] + 1] for row in rows)
        is_above = under and over and min(behind) > 1 and behind[0] >= _LEAST_PARAGRAPHS
    return [kept[place] for place in listed] if is_above else []


def _is_paragraph(line: Line) -> bool:
    return sentences.is_paragraph(line.text, _LEAST_PARAGRAPH)
