"""What a digest adds below most items in the same way: a box of facts, an analysis, a question."""

from __future__ import annotations

import re
from collections.abc import Sequence

from events.extraction import sentences
from events.extraction.layouts import bulleted, numbered, starred
from events.extraction.lines import Line
from events.extraction.patterns import regex
from events.extraction.records import Reason

_LEAST, _MOST_LINES = 3, 6  # such boxes of a page; lines of one
_BOX = regex(r"(?:About|Facts? (?:about|box)|Đôi nét về|Vài nét về|Về)\s[^.!?:;]{2,50}:?")
_LED = regex(
    r"(?:[A-Z][\w.&-]{1,15}\s)?(?:Analysis|Assessment|Outlook|Our (?:view|take)|Possible question|Practice question|"
    r"Phân tích|Nhận định|Bình luận):\s",
    re.IGNORECASE,
)


def drop(lines: Sequence[Line]) -> None:
    """Set such boxes aside."""
    boxes = [place for place, line in enumerate(lines) if line.text[0] in "AFĐV" and _BOX.fullmatch(line.text)]
    if len(boxes) >= _LEAST:
        for place in boxes:
            _drop_box(lines, place)
    led = [line for line in lines if not line.reason and _LED.match(line.text)]
    for line in led if len(led) >= _LEAST - 1 else ():
        line.reason = Reason.BACKGROUND


def _drop_box(lines: Sequence[Line], place: int) -> None:
    """The box that a line heads, up to a blank line, the next item or what is no text."""
    lines[place].reason = Reason.BACKGROUND
    for line in lines[place + 1 : place + 1 + _MOST_LINES]:
        opens = numbered.opening(line) or bulleted.opening(line) or starred.opening(line)
        if line.reason or line.gap or opens or not sentences.ends_like_one(line.text):
            return
        line.reason = Reason.BACKGROUND
