"""Lists of a wire's stories, each under its code: "FGN31 LANKA-LD PREMIER", then its headline, then "Colombo: …".

Sites that print such lists lose line breaks: the headline follows its code, the text its headline, all on one line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from events.extraction import places
from events.extraction.lines import Line
from events.extraction.patterns import regex

_LEAST = 3  # codes on a page; fewer may be names of flights or rockets
_CODE = regex(r"(?<!\S)[A-Z]{3}\s?\d{1,3}\s(?:[A-Z0-9]{2,}-[A-Z0-9-]+|[A-Z]{4,}(?=\s*$))(?:\s[A-Z0-9-]{2,})*")
_LONGEST_NAME = 3  # letters of a name in capitals that a headline may open with: "US", "UN", "PM"
_TEXT = regex(  # behind a headline: "… night trial Islamabad: Pakistan on Thursday …"
    r"(?<=[\w'’\"”)?!])\s+(?=(?P<place>[A-Z][\w.'-]+(?:[ /][A-Z][\w.'-]+){0,2}):\s[\"“'‘]?[A-Z0-9])"
)
_LONGEST_HEADLINE = 160


def is_code(line: Line) -> bool:
    """Whether a line is nothing but a story's code."""
    return len(line.text) < _LONGEST_HEADLINE and _CODE.fullmatch(line.text) is not None


def parted(lines: Sequence[Line]) -> list[Line]:
    """The lines; on a page with codes each code, headline and text stands on a line of its own."""
    found = {id(line): list(_CODE.finditer(line.text)) for line in lines if "-" in line.text}
    if sum(map(len, found.values())) < _LEAST:
        return list(lines)
    pieces: list[Line] = []
    under_code = False
    for line in lines:
        bounds = [0]
        for code in found.get(id(line), ()):
            bounds += [code.start(), _end_of(code)]
        for piece in _cut(line, bounds):
            coded = is_code(piece)
            headed = _TEXT.search(piece.text, 0, _LONGEST_HEADLINE) if under_code and not coded else None
            if headed and headed["place"].lower() in places.known():
                pieces += _cut(piece, [headed.end()])
            else:
                pieces.append(piece)
            under_code = coded
    return pieces


def _end_of(code: re.Match[str]) -> int:
    """Where a code ends: a short name in capitals behind it opens the headline."""
    words = code[0].split()
    behind = code.string[code.end() :].strip()
    if behind and len(words) > 2 and len(words[-1]) <= _LONGEST_NAME:
        return code.end() - len(words[-1])
    return code.end()


def _cut(line: Line, bounds: Sequence[int]) -> list[Line]:
    pieces, rest = [], line
    for at in sorted({*bounds} - {0}):
        piece, rest = rest.cut(at - (rest.start - line.start))
        if piece.text:
            pieces.append(piece)
    return [*pieces, rest] if rest.text else pieces
