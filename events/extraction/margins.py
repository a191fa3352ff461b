"""Furniture told by its place: above the page's headline, below its last paragraph, beside other furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from events.extraction import agencies, pictures, places, publication, regions, sentences, subjects
from events.extraction.lines import Line, bears_a_sign
from events.extraction.patterns import regex
from events.extraction.records import Reason

_TOP = 14  # lines that may stand above a page's headline, and in which the day is summed up
_LEAST_PARAGRAPH, _LEAST_PARAGRAPHS = 60, 3
_AT_FOOT = ((0.65, 45, 7), (0.45, 32, 5))  # share of paragraphs on the page; characters and words of a line below them
_LONGEST_SUMMARY, _LONGEST_INTRODUCTION = 700, 250
_LEAST_PARTS, _LONGEST_PART = 3, 110  # of a summary between semicolons
_LEAST_SENTENCES, _LONGEST_SENTENCE = 4, 75  # of a summary in short sentences, on average
_LEAST_HEADLINE, _LONGEST_NAME = 22, 30  # characters over an author's name; of the name
_LONGEST_MAST = 200  # characters of a line above the headline; longer ones are texts that were cut short
_LEAST_STAMPED = 15  # characters of a headline below its stamp

_INTRODUCES = regex(
    r"(?:^|[-–—:]\s|\)\s)(?:here(?:\s(?:is|are)|['’]s)|(?:the\s)?following\s(?:is|are)|below\s(?:is|are)|these are)\b"
    r"[^.:]{0,60}\b(?:summary|summaries|round-?up|briefs?|headlines|digest|news stories|top stories|major stories|"
    r"main stories|stories|news in brief|need to know|news items|news highlights|highlights|"
    r"(?:security|latest|key|main|major|recent|political|other|today's)\s"
    r"(?:developments|incidents|events|points|news))\b",
    re.IGNORECASE,
)
_NAMED_TODAY = regex(
    r"là (?:những|các|một số|loạt)? ?(?:tin|thông tin|sự kiện|nội dung|diễn biến)(?: tức)?(?: vắn)?"
    r"(?: thế giới| quốc tế)?(?: chính| nóng| nổi bật| đáng chú ý| quan trọng|\.|$)",
    re.IGNORECASE,
)
_DASHED = regex(r"[.!?…]\s[-–—]$")
_STAMP = regex(
    r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}[\s,|–-]{0,4}\d{1,2}[:hg]\d{2}|\d{1,2}[:hg]\d{2}[\s,|–-]{0,4}\d{1,2}[/.-]\d{1,2}[/.-]\d{4}"
)
_POINTS = frozenset(
    ("summary", "in summary", "key points", "key takeaways", "highlights", "story highlights", "tl;dr", "in short",
     "tóm tắt", "điểm chính", "những điểm chính", "tóm tắt bài viết", "điểm nhấn")
)  # fmt: skip
_MOST_POINTS, _MOST_BULLETS, _LONGEST_POINT = 5, 8, 150
_BULLETS = "•●▪■►◆○·*-–"
_STORYLINES, _SHOT_LISTS = (
    ("STORYLINE", "STORY LINE"),
    ("RESTRICTION", "SHOTLIST", "SHOT LIST", "LEAD IN", "SOUNDBITE", "SOURCE:"),
)
_COMMENTS = regex(r"comment|response|repl(?:y|ies)|phản hồi|bình luận|góp ý|ý kiến|nhận xét|discussion")
_COMMENT = regex(r"[^\W\d_][\w.'’-]*(?: [\w.'’-]{1,20}){0,3}(?:,? [^\W\d_][\w .'’-]{1,24})?\s?: \S")
_LONGEST_COMMENT = 300
_LONGEST_QUESTION = 120
_ASKING = (
    "Who ", "What ", "Why ", "How ", "When ", "Where ", "Which ", "Is ", "Are ", "Can ", "Could ", "Should ", "Did ",
    "Vì sao ", "Tại sao ", "Ai ", "Điều gì ", "Liệu ", "Làm sao ", "Làm thế nào ",
)  # fmt: skip
_ASKING_BEHIND = (*map(str.lower, _ASKING), "has ", "have ", "will ", "does ", "do ", "was ", "were ")


def silence(lines: Sequence[Line], language: str) -> None:
    """Sets the reason of lines that their place tells to be furniture; `lines` are all of the page, read by words."""
    _silence_shot_list(lines)
    _silence_teasers_above(lines)
    _silence_masthead(lines)
    _silence_points(lines)
    _silence_summaries(lines)
    pictures.silence(lines, language)
    _silence_lone_questions(lines)
    _silence_comments(lines)
    _silence_feet(lines)


def _kept(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if not line.reason]


def _is_paragraph(line: Line) -> bool:
    return sentences.is_paragraph(line.text, _LEAST_PARAGRAPH)


def _silence_shot_list(lines: Sequence[Line]) -> None:
    """What a film shows, in front of the story it goes with."""
    bare = [line.text.strip(" :=-").upper() for line in lines]
    story = next((place for place, words in enumerate(bare) if words in _STORYLINES), None)
    if story is None:
        return
    start = next((place for place, words in enumerate(bare[:story]) if words.startswith(_SHOT_LISTS)), story)
    for line in lines[start : story + 1]:
        line.reason = line.reason or Reason.WIDGET


def _silence_teasers_above(lines: Sequence[Line]) -> None:
    """Sentences with a dash behind them, and whatever short stands above the headline that follows its stamp."""
    dashed = [line for line in lines if not line.reason and _DASHED.search(line.text)]
    if len(dashed) > 1:
        for line in dashed:
            line.reason = Reason.TEASER
    run: list[Line] = []  # headlines in a row, a dash behind each but the last one
    for line in lines[:_TOP]:
        if line.reason or (run and line.gap) or sentences.ends_like_one(line.text) or len(line.text) < _LEAST_HEADLINE:
            if run:
                break
        elif line.text[-2:] in (" -", " –", " —"):
            run.append(line)
        elif run:
            for one in (*run, line) if len(run) > 1 else ():
                one.reason = Reason.TEASER
            break
    for place, line in enumerate(lines[:_TOP]):
        if line.reason is Reason.BYLINE and is_stamp(line.text) and place + 1 < len(lines) and not lines[place + 1].gap:
            above = _kept(lines[:place])
            if not any(map(_is_paragraph, above)) and len(lines[place + 1].text) >= _LEAST_STAMPED:
                for one in above:
                    if not regions.read_heading(one.text):
                        one.reason = Reason.TEASER
            return


def is_stamp(text: str) -> bool:
    """Whether a line is nothing but a day and an hour."""
    return _STAMP.fullmatch(text) is not None


def stamped(text: str) -> int:
    """How many characters of a stamp are glued to the headline behind it: "24/02/2019 15:20Talks resume"."""
    found = _STAMP.match(text)
    return found.end() if found and text[found.end() : found.end() + 1].isupper() else 0


def _silence_points(lines: Sequence[Line]) -> None:
    """What an article tells, in single sentences under "Summary" or "Key points"."""
    for place, line in enumerate(lines[: 2 * _TOP]):
        if line.text.lower().strip(" :*#") not in _POINTS:
            continue
        points: list[Line] = []
        following = lines[place + 1 : place + 2 + _MOST_BULLETS]
        if following and _is_bullet(following[0]):
            points = list(takewhile(_is_bullet, following))
            following = ()
        for one in following[: _MOST_POINTS + 1]:
            if one.reason or len(one.text) > _LONGEST_POINT or agencies.is_credit(one.text.strip("()[] .")):
                break
            if points and sentences.ends_like_one(one.text) != sentences.ends_like_one(points[0].text):
                break
            points.append(one)
        behind = sum(1 for one in lines[place + 1 + len(points) :] if not one.reason and _is_paragraph(one))
        if points and len(points) <= (_MOST_POINTS if following else _MOST_BULLETS) and behind >= 2:
            for one in (line, *points):
                one.reason = one.reason or Reason.SUMMARY
        return


def _is_bullet(line: Line) -> bool:
    return not line.reason and line.text[0] in _BULLETS and len(line.text) <= 2 * _LONGEST_POINT


def _silence_masthead(lines: Sequence[Line]) -> None:
    """Short lines above the headline that announces the round-up: the house, its slogan, its menu."""
    top: list[Line] = []
    for line in _kept(lines[:_TOP]):
        if sentences.ends_like_one(line.text) and not publication.announces(line.text):
            return
        if publication.announces(line.text):
            for one in top:
                one.reason = Reason.WIDGET
            return
        if bears_a_sign(line) or len(line.text) > _LONGEST_MAST:
            return
        if not (regions.read_heading(line.text) or subjects.is_heading(line.text)):
            top.append(line)


def _silence_summaries(lines: Sequence[Line]) -> None:
    """Near the top: what follows, in headlines between semicolons, in short sentences, or announced."""
    paragraphs = sum(1 for line in lines if not line.reason and _is_paragraph(line))
    if paragraphs < _LEAST_PARAGRAPHS:
        return
    seen = 0
    for line in lines[: 2 * _TOP]:
        if line.reason:
            continue
        text = line.text
        if (
            not bears_a_sign(line)
            and len(text) <= _LONGEST_SUMMARY
            and seen <= _TOP
            and _sums_up(text, first=seen == 0)
        ):
            line.reason = Reason.SUMMARY
        elif _is_paragraph(line):
            seen += 1


def introduces(text: str) -> bool:
    """Whether a sentence only says that news follows: "Here is a summary of the day's news."."""
    return len(text) <= _LONGEST_INTRODUCTION and text[-1] in ".:" and _INTRODUCES.search(text) is not None


def _sums_up(text: str, *, first: bool) -> bool:
    if introduces(text):
        return True
    parts = [part.strip() for part in text.split(";")] if ";" in text else [text]
    chained = len(parts) >= _LEAST_PARTS and all(8 <= len(part) <= _LONGEST_PART for part in parts[:-1])
    if (len(parts) > 1 or "…" in text or "..." in text) and _NAMED_TODAY.search(text):
        return True
    if not first:
        return False
    if chained and sum(1 for part in parts if part[0].isupper() or part[0].isdigit()) * 3 >= 2 * len(parts):
        return sentences.ends_like_one(text)
    told = sentences.split(text, 0, len(text))
    return (
        len(told) >= _LEAST_SENTENCES
        and (told[-1].end - told[0].start) <= _LONGEST_SENTENCE * len(told)
        and not any(sign in text for sign in "“”\"'«")
        and sum(1 for one in told if one.of(text)[0].isupper()) == len(told)
        and not any(word in text.lower() for word in (" he ", " she ", " it ", " they ", " ông ", " họ ", " ông."))
        and len({one.of(text).split()[0] for one in told}) == len(told)
    )


def silence_authors(lines: Sequence[Line]) -> None:
    """Authors between headlines and their texts: the second name on a page tells the first."""
    kept = [line for line in lines if not line.reason]
    names = [
        line
        for before, line, after in zip(kept, kept[1:], kept[2:], strict=False)
        if _may_name_an_author(line.text)
        and len(before.text) >= _LEAST_HEADLINE
        and not sentences.ends_like_one(before.text)
        and _is_paragraph(after)
    ]
    if len(names) > 1:
        for line in names:
            line.reason = Reason.BYLINE


def _may_name_an_author(text: str) -> bool:
    words = text.split()
    if " in " in text and places.is_one(text.rpartition(" in ")[2]):
        words = text.rpartition(" in ")[0].split()  # "Jane Roe in Lima"
    if not 2 <= len(words) <= 4 or len(" ".join(words)) > _LONGEST_NAME or text.isupper():
        return False
    if not all(word[0].isupper() and word.replace(".", "").replace("-", "").isalpha() for word in words):
        return False
    return not (regions.read_heading(text) or subjects.is_heading(text) or places.is_one(text))


def _silence_lone_questions(lines: Sequence[Line]) -> None:
    """A question behind a text, over no text of its own: it leads to an article that answers it."""
    kept = _kept(lines)
    for place, line in enumerate(kept[1:], 1):
        text = line.text
        if (
            text[-1] != "?"
            or len(text) > _LONGEST_QUESTION
            or not (text.startswith(_ASKING) or text.partition(": ")[2].startswith(_ASKING_BEHIND))
            or not _is_paragraph(kept[place - 1])
        ):
            continue
        below = kept[place + 1] if place + 1 < len(kept) else None
        if below is None or not sentences.ends_like_one(below.text) or bears_a_sign(below) or below.text[:3].isupper():
            line.reason = Reason.TEASER


def _silence_comments(lines: Sequence[Line]) -> None:
    """What readers wrote, each behind a name: "Jane, Leeds: Well done!"."""
    box = False
    for line in lines:
        if line.ends_article and _COMMENTS.search(line.text.lower()):
            box = True
        elif box and not line.reason:
            if len(line.text) > _LONGEST_COMMENT or not _COMMENT.match(line.text):
                return
            line.reason = Reason.WIDGET


def _silence_feet(lines: Sequence[Line]) -> None:
    """Short lines below the last paragraph of a page of paragraphs."""
    kept = _kept(lines)
    paragraphs = [place for place, line in enumerate(kept) if _is_paragraph(line)]
    if len(paragraphs) < _LEAST_PARAGRAPHS:
        return
    longest, most = next(((at, words) for least, at, words in _AT_FOOT if len(paragraphs) >= least * len(kept)), (0, 0))
    behind = kept[paragraphs[-1] + 1 :]
    if any(len(line.text) > longest and bears_a_sign(line) for line in behind):
        return
    for line in behind:
        text = line.text
        if (
            len(text) <= longest
            and len(text.split()) <= most
            and not sentences.ends_like_one(text)
            and not (bears_a_sign(line) and len(text) > 12)
            and not agencies.names_one(text)
            and not regions.read_heading(text)
            and text[0] not in "(["
        ):
            named = len(text.split()) > 1 and all(word[0].isupper() for word in text.split())
            line.reason = Reason.BYLINE if named and not text.isupper() else Reason.WIDGET
