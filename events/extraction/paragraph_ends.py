"""What is glued to a paragraph's end and no part of it: links and buttons (link_ends.py), credits of pictures."""

from __future__ import annotations

from events.extraction import link_ends, picture_ends
from events.extraction.patterns import regex
from events.extraction.records import Reason

_LEAST = 60  # characters of the text in front
_WORDS_OF_THE_PAGE = ("eserved", "RESERVED", "Copyright", "eporting", "gencies", "AGENCIES")
_OF_THE_PAGE = regex(  # "… in May.All rights reserved. No part …", "… in May. – Additional reporting by Ann Lee"
    r"(?<=[.!?”\"])\s?(?:(?:All rights reserved|ALL RIGHTS RESERVED|Copyright ©|Copyright (?:19|20)\d\d)\b"
    r"|(?P<by>[-–—]{1,2}\s?Additional reporting by\s[A-Z])).*$"
    r"|(?<=[.!?”\"])\s(?P<unnamed>(?:[-–—]{1,2}\s?|(?:[A-Z][\w.'’]+\s){1,3}/\s?)"  # "… in May. – Agencies"
    r"(?:[Nn]ews )?(?:Agencies|AGENCIES|agencies)\.?$)"
    r"|(?P<more>\s?(?:…|\.{3})?\s?\[\s?(?:\+|more|đọc tiếp|xem thêm)\s?\]$)"  # "… in May.(The Herald)…[+]"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_STAMP = regex(  # when a feed sent it: "… officials said.... 5/21/2013 6:02 AM", "… in May. 21 May 2013, 18:02 GMT"
    r"(?<=[.…!?”\"])\s?(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},?\s)?"
    rf"(?:\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{4}}|\d{{4}}-\d\d-\d\d|{_MONTH}\s\d{{1,2}},\s\d{{4}}|\d{{1,2}}\s{_MONTH}\s\d{{4}})"
    r",?\s(?:at\s)?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s[A-Z]{2,4}|\s[+-]\d{4})?\.?$"
)
_LONGEST_STAMP = 50


def begins_at(text: str) -> tuple[int, Reason] | None:
    """Where what is glued to a paragraph's end begins, and why it is set aside; None where nothing is.

    Links come first: they say what they do, and name pictures ("Photos: a river's year", "(photos)"). A button that is
    only known by its words ("Photos", "Video") comes last, for a credit ends with such words too.
    """
    if (
        len(text) > _LEAST
        and ":" in text[-16:]
        and (stamp := _STAMP.search(text, max(_LEAST, len(text) - _LONGEST_STAMP)))
    ):
        return stamp.start(), Reason.BYLINE
    may_end = text.endswith("]") or any(map(text.__contains__, _WORDS_OF_THE_PAGE))
    if may_end and len(text) > _LEAST and (found := _OF_THE_PAGE.search(text, _LEAST)):
        if found["more"]:
            return found.start(), Reason.RELATED
        return found.start(), Reason.BYLINE if found["by"] or found["unnamed"] else Reason.COPYRIGHT
    return link_ends.begins_at(text) or picture_ends.begins_at(text) or link_ends.button_begins_at(text)
