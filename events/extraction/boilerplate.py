"""What belongs to no event: boxes, links, captions, source lines. Told line by line, and by the lines around."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from events.extraction import agencies, authors, captions, gluing, margins, pictured, refrains, regions, sentences
from events.extraction.line_cues import LEAST_MENU, LONGEST_LINK, SHORT, bare_words, is_listed
from events.extraction.line_signs import heads_a_caption, leads_on, names_a_box, reason_of
from events.extraction.lines import Line
from events.extraction.patterns import regex
from events.extraction.records import Reason

_PIPES = regex(r"(?:\s*\|)+\s*$")
_LISTED = regex(r"(?:[-–—•·+▪►]|\d{1,2}[.)])\s*\w")
_MOST_WORDS, _MOST_SYLLABLES = 1, 3  # spaces in it, in English and in Vietnamese
_SLOGAN = 90  # characters of the line under "Advertisement" that belongs to it
_REPORTS = regex(  # as no slogan does: "Two drivers died, according to the ministry."
    r"\b(?:said|told|according to|reported|added|was|were|had|died|killed|đã|cho biết|theo lời|nói rằng)\b",
    re.IGNORECASE,
)
_LEAST_ROWS = 3  # paragraphs with a table bar behind them, on a page that was a table
_LEAST_HEADLINE = 20  # characters of a headline that is known when printed again
_LEAST_BEGUN, _LATEST = 12, 16  # characters of a headline that breaks off; headlines it may be of
_REPEATED = 3  # times a short line stands on a page to be furniture
_LONGEST_COUNTED = 60  # characters of a line that is known when printed again with other numbers
_CLOCK_AND_RUBRIC = regex(r"\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?)?\s+(?:[|•·/–-]\s)?[A-ZĐÀ-Ỹ][^\d.!?:;\n]{1,28}")
_DIGITS = regex(r"\d+(?:[.,]\d+)*")
_OPINION = regex(
    r"[\[(]?(?i:opinion|op-ed|analysis|comment|commentary|editorial|column|viewpoint|perspective|interview|explainer|"
    r"feature|podcast|sponsored|advertorial|partner content|promoted|quiz|bình luận|phân tích|góc nhìn|ý kiến|"
    r"phỏng vấn|xã luận|tài trợ)[\])]?\s?[:|–-]\s?\S.{14}"
)
_NAME_INSIDE = regex(r"[^.!?:…\s]\s+[A-ZĐÀÁÂĂÈÉÊÌÍÒÓÔƠÙÚƯÝ]")


def label(lines: Iterable[Line], language: str) -> list[Line]:
    """The lines with `reason` set where they are boilerplate; a caption glued to a sentence becomes its own line."""
    labelled = list(_by_words(refrains.parted(pictured.parted(list(lines))), language))
    margins.silence(labelled, language)
    refrains.silence(labelled)
    _silence_menus(labelled)
    _silence_counted(labelled)
    _silence_tokens(labelled)
    _go_on_behind_tags(labelled)
    margins.silence_authors(labelled)
    authors.silence(labelled)
    _silence_opinions(labelled)
    return labelled


def _go_on_behind_tags(lines: Sequence[Line]) -> None:
    """ "Tags: …" under every item ends none of them the page."""
    ends = [line for line in lines if line.ends_article]
    times = Counter(line.text.split(None, 1)[0].lower() for line in ends)
    for line in ends:
        if times[line.text.split(None, 1)[0].lower()] >= _REPEATED:
            line.ends_article = False


def _silence_opinions(lines: Sequence[Line]) -> None:
    """What stands under the headline of an opinion, a film or an advertisement, on a page with one text a headline."""
    ends = [_is_a_text(line) for line in lines if not line.reason]
    single = sum(1 for ended in zip(ends, ends[1:], [*ends[2:], False], strict=False) if ended == (False, True, False))
    if single < LEAST_MENU:
        return
    behind: Line | None = None  # such a headline, no text stands under which so far
    text: Line | None = None  # the one under it
    above: Line | None = None  # another headline, no text stands under which so far
    for line in [*lines, None]:
        if line and line.reason in (Reason.BYLINE, Reason.CAPTION, Reason.WIDGET) and text is None:
            continue
        told = line is not None and not line.reason and _is_a_text(line)
        if text is not None and not told:
            text.reason = Reason.TEASER
        text = line if line and told and behind is not None and len(line.text) >= SHORT // 4 else None
        behind = line if line and line.reason in (Reason.RELATED, Reason.TEASER) and _OPINION.match(line.text) else None
        if behind and above:
            above.reason = Reason.TEASER  # "Why the coast runs dry", over "COMMENT: Decades without a pipe."
        above = line if line and not (line.reason or told or is_listed(line.text)) else None


def _is_a_text(line: Line) -> bool:
    """Whether a line is a text, or one that was cut short: no headline."""
    return sentences.ends_like_one(line.text) or line.text.endswith(("...", "…"))


def _silence_menus(lines: list[Line]) -> None:
    """Short lines in a row, and short lines that stand all over the page, are links and buttons."""
    times = Counter(bare_words(line.text) for line in lines if _may_be_a_link(line))
    run: list[Line] = []
    headed = False  # whether a line before could be the page's headline
    for line in [*lines, None]:
        if line and _may_be_a_link(line):
            run.append(line)
            continue
        if len(run) >= LEAST_MENU and not all(entry.reason for entry in run):
            spared = run[-1] if regions.read_heading(run[-1].text) else None
            if not headed and line and sentences.ends_like_one(line.text):
                spared = max((entry for entry in run if not entry.reason), key=lambda entry: len(entry.text))
            for entry in run:
                if entry is not spared:
                    entry.reason = entry.reason or Reason.WIDGET
        run = []
        headed = headed or bool(line and not line.reason)
    for line in lines:
        if line.reason is None and _may_be_a_link(line) and times[bare_words(line.text)] >= _REPEATED:
            line.reason = None if _only_credits(line.text) else Reason.WIDGET


def _silence_counted(lines: Sequence[Line]) -> None:
    """The same words with other numbers again and again: "44 articles", "91% of the sources are new"."""
    counted = [
        (_DIGITS.sub("#", line.text), line)
        for line in lines
        if not line.reason and len(line.text) <= _LONGEST_COUNTED and any(map(str.isdigit, line.text))
    ]
    times = Counter(words for words, _ in counted)
    for words, line in counted:
        if times[words] >= _REPEATED and not sentences.ends_like_one(line.text):
            line.reason = Reason.WIDGET
    stamped = [line for line in lines if line.text[0].isdigit() and _CLOCK_AND_RUBRIC.fullmatch(line.text)]
    if len(stamped) > _REPEATED and sum(1 for line in stamped if line.reason) >= _REPEATED:
        for line in stamped:  # also those whose rubric stands there but once: "17:52  OIL & GAS"
            line.reason = line.reason or Reason.WIDGET


def _silence_tokens(lines: Sequence[Line]) -> None:
    """A list of names that only the page's script uses: "• narrow-browser-and-phone"."""
    for is_one, run in groupby(lines, key=lambda line: line.text[0] in "•-*·" and _is_token(line.text)):
        entries = list(run)
        if is_one and len(entries) >= _REPEATED:
            for line in entries:
                line.reason = line.reason or Reason.WIDGET


def _is_token(text: str) -> bool:
    word = text.lstrip("•-*· \t")
    return word.islower() and " " not in word and word.replace("-", "").replace("_", "").isalnum()


def _may_be_a_link(line: Line) -> bool:
    """A short line that is no sentence and no item of a list: an entry of a menu, a button, a tag."""
    text = line.text
    return (
        len(text) <= LONGEST_LINK
        and text.count(" ") <= (_MOST_SYLLABLES if not text.isascii() else _MOST_WORDS + text.count("&"))
        and not is_listed(text)
        and not sentences.ends_like_one(text)
        and line.reason not in (Reason.CAPTION, Reason.SOURCE, Reason.RELATED)
        and text[-1] not in ",:)]"
    )


def _by_words(lines: Iterable[Line], language: str) -> Iterator[Line]:
    after_box = False  # the line before named other articles
    lines = list(lines)
    buttons = {
        words for words, n in Counter(bare_words(line.text) for line in lines if len(line.text) <= 30).items() if n > 1
    }
    tabled = _was_a_table(lines)
    in_list = False  # of links under a box
    pictured = leads = False  # the line before says that a picture follows, whatever stands between
    told = False  # a sentence of the page's text was read
    boxed = False  # the line before is the name of a box of links
    advertised = False  # the line before says that an advertisement follows
    continued = False  # the line before leads on to the rest of the text above it
    headlines = _Headlines()
    for place, line in enumerate(lines):
        for piece in gluing.unglued(line, language):
            printed = " ".join(piece.text.split()) if piece.indented else piece.text  # wide spaces in it say nothing
            reason, ends_article = (piece.reason, False) if piece.reason else reason_of(printed, language)
            if reason is None and after_box and _only_credits(piece.text):
                # "Read more", then "Reuters": the teaser's agency; "Related", then "Reuters": that of the first link
                reason, after_box = (Reason.RELATED, True) if boxed else (Reason.BYLINE, False)
            elif reason is None and pictured and (not line.gap or leads) and len(piece.text) <= captions.LONGEST:
                reason = Reason.CAPTION
            elif reason is None and headlines.prints_again(piece.text):
                reason = Reason.RELATED
            elif reason is None and advertised and not line.gap and _is_slogan(piece.text):
                reason = Reason.ADVERTISEMENT
            pictured, leads = heads_a_caption(piece.text), piece.text[-1] == ","  # "Media caption,"
            advertised = reason is Reason.ADVERTISEMENT and not sentences.ends_like_one(piece.text)
            barred = reason is None and not tabled and "|" in piece.text and _PIPES.search(piece.text)
            if barred and not is_listed(piece.text):
                reason = Reason.RELATED if after_box else Reason.CAPTION
            elif reason is None and after_box and (in_list or _begins_links(lines[place : place + 2])):
                in_list = _is_link(line)
                reason = Reason.RELATED if in_list else None
            elif reason is None and after_box and _only_a_headline(piece, boxed=boxed):
                led = (continued or (line.gap and not boxed)) and _has_a_lead(lines[place : place + 2])
                reason = None if led else Reason.RELATED
            if ends_article and reason is Reason.RELATED and _holds_its_link(piece.text):
                ends_article = False
            piece.reason, piece.ends_article = reason, ends_article
            told = told or (reason is None and sentences.ends_like_one(piece.text))
            boxed = boxed and reason is Reason.RELATED and _only_credits(piece.text)
            boxed = boxed or (told and reason is Reason.RELATED and _heads_a_box(piece.text))
            after_box = (
                reason is Reason.RELATED
                and (after_box or names_a_box(piece.text) or "|" in piece.text)
                and bare_words(piece.text) not in buttons  # "Read more" under every teaser
            )
            continued = reason is Reason.RELATED and leads_on(piece.text)
            in_list = in_list and after_box
            yield piece


def _heads_a_box(text: str) -> bool:
    return names_a_box(text) and not leads_on(text)


def _was_a_table(lines: Sequence[Line]) -> bool:
    """Whether table bars stand behind texts, as in letters laid out in tables, so that they are no sign of captions."""
    rows = (line.text for line in lines if line.text[-1] == "|" and len(line.text) >= SHORT)
    return sum(1 for text in rows if len(sentences.split(text, 0, min(len(text), 2 * SHORT))) > 1) >= _LEAST_ROWS


def _holds_its_link(text: str) -> bool:
    """Whether a box is but one line with its headline on it: "More from us: A long way home"."""
    return len(text.partition(": ")[2]) >= _LEAST_HEADLINE


def _only_credits(text: str) -> bool:
    """Whether a short line names an agency and nothing else."""
    return len(text) <= LONGEST_LINK and agencies.names_one(text) and agencies.is_credit(text)


def _is_slogan(text: str) -> bool:
    """Short sentences without a name: "Refinance now. Rates have never been so low."."""
    if len(text) > _SLOGAN or is_listed(text) or not sentences.ends_like_one(text) or _REPORTS.search(text):
        return False
    return not _NAME_INSIDE.search(text)


class _Headlines:
    """Headlines read so far, by which their second printing in a link or a picture's caption is known."""

    def __init__(self) -> None:
        self.read: set[str] = set()
        self.latest: deque[str] = deque(maxlen=_LATEST)

    def prints_again(self, text: str) -> bool:
        """Whether a line is an earlier headline with a little around it: "Full article …", "… - 1"; remembers it."""
        if text.endswith(("...", "…")) and len(text) <= SHORT:
            begun = bare_words(text)
            return len(begun) >= _LEAST_BEGUN and any(one.startswith(begun) for one in self.latest)
        if not _LEAST_HEADLINE <= len(text) <= SHORT or sentences.ends_like_one(text):
            return False
        bare = bare_words(text)
        words = bare.split()
        shorter = (" ".join(words[skip:]) for skip in range(1, 4))
        picture = bare_words(bare.rstrip("0123456789")) if bare[-1:].isdigit() else ""
        again = any(len(rest) >= _LEAST_HEADLINE and rest in self.read for rest in (*shorter, picture))
        self.read.add(" ".join(words))
        self.latest.append(bare)
        return again


def _has_a_lead(lines: list[Line]) -> bool:
    """Whether a headline has a text of its own, so that the link in front of it belongs to the text before."""
    return len(lines) > 1 and not lines[1].gap and sentences.ends_like_one(lines[1].text)


def _begins_links(lines: list[Line]) -> bool:
    """Whether a list of headlines, not of items with texts, begins here."""
    return all(map(_is_link, lines))


def _is_link(line: Line) -> bool:
    return _LISTED.match(line.text) is not None and len(line.text) <= SHORT and not sentences.ends_like_one(line.text)


def _only_a_headline(line: Line, *, boxed: bool) -> bool:
    """Whether a line is a headline that belongs to the box above; `boxed`: right under the box's name."""
    return (
        (boxed or not line.gap)
        and not regions.read_heading(line.text)
        and len(line.text) <= SHORT
        and (line.text[-1] in "?!" or not sentences.ends_like_one(line.text))
        and (line.text[0].isalpha() or line.text[0] in "\"“‘'")
    )


def without_pipes(text: str) -> str:
    """A line without the table bars some pages leave at its end."""
    return _PIPES.sub("", text) if "|" in text else text
