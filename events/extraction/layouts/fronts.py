"""What is glued in front of an item's opening or of a headline, without a space: a caption, a link, a slot, a rubric.

Pages print such things in elements of their own; where their text is taken out, no white space is left between.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from events.extraction import agencies, captions, places, regions, sentences, subjects
from events.extraction.layouts import agency, bulleted, dateline, starred
from events.extraction.line_cues import bare_words, known_cues
from events.extraction.line_signs import reason_of
from events.extraction.lines import SIGNS, Line, bears_a_sign
from events.extraction.patterns import regex
from events.extraction.records import Reason

_LONGEST = 220  # characters of what is glued in front
_LONGEST_LINK = 110  # of what has no sign of furniture but what follows it
_LEAST = 24  # characters behind it, unless an item's sign or an agency opens there
_MOST = 3  # things glued in front of one another
# Where two things meet: "LibrevilleArmy", "AFPPeru", "(Agency)Peru", "8000Cyprus", "AP*Peru", "]- Peru". The sign or
# capital first, what stands before it behind: so it is searched for many times faster.
_SEAM = regex(
    r"[A-ZĐ*★•●■▪►○◆—–-]"
    r"(?:(?<=[^\W\d_A-Z][A-ZĐ])(?=[\w'’-]*[\s,.])"
    r"|(?<=[A-Z]{2}[A-ZĐ])(?=[a-z]{2})"
    r"|(?<=[)\].][A-ZĐ])(?=[\w'’-])|(?<=\d[A-ZĐ])(?=[a-z]{2})|(?<=[\w.!?][”\"][A-ZĐ])(?=[a-z])"
    r"|(?<=[\w)\]”\"'][*★•●■▪►○◆—–])(?=\s?[\"“‘']?[A-ZĐ])|(?<=[)\]]-)(?=\s[A-ZĐ])"
    r"|(?:(?<=\bAFP[A-Z])|(?<=\bPHOTO[A-Z])|(?<=\bREUTERS[A-Z])|(?<=\bEPA[A-Z]))(?=[A-Z]{2}))"
)
_SHOUTED = ("AFP", "PHOTO", "REUTERS", "EPA")  # in front of what is in capitals as well
_NAMES = regex(  # that hold a capital inside: "McGuinness", "YouTube", "iPhone"
    r"(?:^|[\s\"“‘'(-])(?:M[a]?c|De|Di|Du|La|Le|Van|Von|Fitz|O['’]|D['’]|L['’]|Al|El|You|Whats|Linked|Tik|Pay|Sound|"
    r"Space|Face|Insta|Buzz|Fed|Bio|Astra|Exxon|Master|Euro|Petro|Micro|Black|Deep|Open|[a-z])$"
)
_CREDITED = regex(  # how a picture's credit ends a caption, the name of the agency in the group
    r"(?:(?i:photo|photograph|photos|image|picture|credit|file photo|courtesy)s?(?:\sby|\scourtesy\sof)?\s?[:/©|]?\s"
    r"(?P<by>[^.:!?()\[\]]{2,60})"
    r"|[(\[](?P<in>[^()\[\]]{2,60})[)\]]"
    r"|\s[–—-]{1,2}\s(?P<dash>[A-Z][^.!?:()\[\]–—]{1,50})"
    r"|(?:^|[.!?]\s)(?P<alone>[A-Z][^.!?:()\[\]]{1,40}))$"
)
_OF_PICTURES = regex(r"\b(?i:photos?|pics?|pictures?|pix|handout|images?|getty|shutterstock|illustrative)\b")
_BY = regex(r"[^\W\d_][\w .&'’-]{1,30}\s?/\s?[^\W\d_][\w .&'’/-]{1,50}")  # "Agency/Jane Roe", "Agency / Jane Roe"
# Of pictures, whose names are words or others' as well.
_WIRES = ("EPA", "AAP", "PA", "dpa", "EFE", "ANSA", "Keystone", "Imago", "Belga", "ANP", "NTB", "TT", "Lusa")
_SLOT = regex(  # a link that says what it is: "[VIDEO] How …", "LIVE The vote: what we know", "SPONSORED: …"
    r"[\[(]?(?:LIVE|VIDEO|WATCH|PHOTOS|IN PICTURES|GALLERY|QUIZ|PODCAST|SPONSORED|ADVERTISEMENT|PROMOTED|EXPLAINER|"
    r"LISTEN|READ|RELATED|OPINION|PLAYLIST|Video|Watch|Sponsored|Podcast|Gallery|Listen|Image caption)[\])]?[\s:,|]"
)
_RUBRIC = regex(r"[A-ZĐ][A-Z&'’ -]{3,24}")
_LEAST_LABEL = 7  # characters of a button in capitals
_LEAST_WORDS = 4  # of a headline behind a rubric
_DASHES = "-–—"
# What a page glues in front of several lines, in the same words: a button of the teaser above, a rubric.
_SHORTEST_FRONT, _LONGEST_FRONT = 4, 30  # characters of it
_CLOSES = "…»›>)"  # or a small letter stands at its end
_WITHIN = frozenset('.!?:;,(["“”')  # no sign of a button
_LEAST_KNOWN, _LEAST_UNKNOWN = 2, 3  # lines that have it, behind which different words stand


def parted(all_lines: Iterable[Line], language: str) -> list[Line]:
    """The lines; what is glued in front of an item or a headline stands on a line of its own, and is set aside."""
    kept = list(all_lines)
    opened = {line.text[0] for line in kept if line.text[0] in SIGNS}

    def is_a_name(front: str, behind: str) -> bool:
        word = front.rpartition(" ")[2] + behind.partition(" ")[0].strip(".,:;")
        return sum(1 for line in kept if word in line.text) > 1 or agencies.names_only(word)  # "BelTA"

    again = _repeated(kept)
    done: list[Line] = []
    for line in kept:
        for _ in range(_MOST):
            found = again.get(id(line)) or _front(line, opened, language, is_a_name)
            if found is None:
                break
            front, line = line.cut(found[0])
            front.reason = found[1]
            done.append(front)
        if line.text:
            done.append(line)
    return done


def _repeated(lines: Sequence[Line]) -> dict[int, tuple[int, Reason]]:
    """What several lines have glued in front of them in the same words, as each ends the teaser above it.

    Whatever it says: "More about thisLima votes", "Đọc thêmPeru bầu cử". A name stands in front of the same word twice.
    """
    found: dict[str, list[tuple[Line, str]]] = {}
    for line in lines:
        if len(line.text) > _LEAST and line.text[0].isupper() and (at := _joint(line.text)):
            found.setdefault(line.text[:at], []).append((line, line.text[at:].split(None, 1)[0]))
    known = known_cues().whole
    return {
        id(line): (len(front), Reason.RELATED)
        for front, glued in found.items()
        if len({word for _, word in glued}) >= (_LEAST_KNOWN if bare_words(front) in known else _LEAST_UNKNOWN)
        for line, _ in glued
    }


def _joint(text: str) -> int:
    """Where a capital is glued to the first words of a line, which are no part of a name; 0 where none is."""
    for at in range(1, min(_LONGEST_FRONT, len(text))):
        char = text[at]
        if char in _WITHIN or char.isdigit():
            return 0
        if at >= _SHORTEST_FRONT and char.isupper() and (text[at - 1].islower() or text[at - 1] in _CLOSES):
            return 0 if _NAMES.search(text, max(0, at - 12), at) else at
    return 0


def _front(
    line: Line, opened: set[str], language: str, is_a_name: Callable[[str, str], bool]
) -> tuple[int, Reason] | None:
    """Where what is glued in front of the line's text ends, and why it is set aside; None where nothing is."""
    text = line.text
    if bears_a_sign(line) and not text.startswith("—"):
        return None
    for seam in _SEAM.finditer(text, 2, min(len(text), _LONGEST)):
        at = seam.start()
        front, behind = text[:at], text[at:]
        in_a_word = front[-1].isalpha() and behind[0].isalpha()
        if in_a_word and (not _parts_words(front, behind) or is_a_name(front, behind)):
            continue
        if behind[0] in _DASHES and front[0] == "(" and front.find(")") == at - 1:
            continue  # "(VOV)- The minister …": whose text it is, and no item's sign
        strong = _opens_an_item(behind, opened)
        if not strong and not _may_be_text(behind):
            continue
        reason = _of_a_front(front, language) or (_of_a_place(front, line) if strong else _of_a_rubric(front, behind))
        if reason and (strong or reason_of(text, language)[0] in (None, reason)):
            return at, reason
    return None


def _parts_words(front: str, behind: str) -> bool:
    """Whether a capital inside a word is no way to write it: "LimaPeru", but neither "McGuinness" nor "ĐÔNG"."""
    if not front[-1].islower() and behind[1:2].isupper():
        return front.endswith(_SHOUTED)
    if not front[-1].islower() and not behind[1:2].isalpha():
        return False
    return not _NAMES.search(front, max(0, len(front) - 12))


def _opens_an_item(behind: str, opened: set[str]) -> bool:
    """Whether an item's sign that the page uses, an agency or a dateline opens there."""
    if behind[0] in SIGNS:
        return behind[0] in opened or behind[0] in starred.STARS
    if behind.isupper() and len(behind) <= _LEAST:
        return agencies.is_credit(behind) or places.is_one(behind) or regions.read_heading(behind) is not None
    there = Line(0, len(behind), behind)
    return behind[:2].isupper() and (dateline.opening(there) is not None or agency.opening(there) is not None)


def _may_be_text(behind: str) -> bool:
    shouted = len(behind) > 1 and behind[1].isupper()
    return not shouted and len(behind) >= _LEAST and behind.count(" ") >= _LEAST_WORDS - 1 and behind[0] not in SIGNS


def _of_a_front(front: str, language: str) -> Reason | None:
    """Why a text is set aside that something is glued to: a caption, or what the page's own words tell."""
    found = _CREDITED.search(front, max(0, len(front) - 90))
    if found and _is_a_pictures(found, front):
        return Reason.CAPTION
    if _SLOT.match(front):
        return Reason.CAPTION if front.startswith("Image") else Reason.RELATED
    if front[0] in _DASHES and agencies.names_only(front[1:].strip()):
        return Reason.BYLINE  # of the item above
    bare = front.rstrip(" .")
    if len(bare) > 2 and bare[-1].isalnum() and captions.is_signed(bare):
        return Reason.CAPTION
    if regions.read_heading(front) or subjects.is_heading(front):
        return None
    told = front.count(" ") > 1 or (len(front) > _LEAST_LABEL and front.isupper())
    return reason_of(front, language)[0] if told else None


def _is_a_pictures(found: re.Match[str], front: str) -> bool:
    """Whether a credit behind a caption is that of a picture, and no dateline's: "Istanbul (Agency)"."""
    kind = found.lastgroup or "by"
    credit = found[kind]
    if kind == "by" or _OF_PICTURES.search(credit):
        return True
    if _BY.fullmatch(credit):
        named = [part.strip() in _WIRES or agencies.names_one(part.strip()) for part in credit.split("/")]
        return any(named) and not all(named)
    if not agencies.names_one(credit):
        return False
    shown = front[: found.start()].count(" ")
    return kind != "in" and shown >= _LEAST_WORDS - 1 and agencies.is_credit(credit)


def _of_a_place(front: str, line: Line) -> Reason | None:
    """What stands in front of an item's opening, and opens none itself: "Follow us on YahooLIMA – …"."""
    if len(front) > _LONGEST_LINK or front[-1] in ",;:" or regions.read_heading(front) or subjects.is_heading(front):
        return None
    there = Line(0, len(front), front)
    if any(layout.opening(there) for layout in (starred, bulleted, agency, dateline)):
        return None
    if sentences.ends_like_one(front) and not front.endswith((")", "]")):
        return None
    return Reason.WIDGET


def _of_a_rubric(front: str, behind: str) -> Reason | None:
    """A word in capitals glued to a headline: "ASIA PLUSPeru sends back …"; a row of links."""
    if front.count("|") > 1:
        return Reason.WIDGET
    if not _RUBRIC.fullmatch(front) or regions.read_heading(front) or sentences.ends_like_one(behind):
        return None
    return Reason.OTHER if behind[:1].isupper() and behind[1:2].islower() else None
