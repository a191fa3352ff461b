"""What tells of a picture without a credit in its own line: captions told by what stands around them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import accumulate, pairwise

from events.extraction import agencies, authors, captions, scenes, sentences
from events.extraction.lines import SIGNS, Line, bears_a_sign
from events.extraction.patterns import regex
from events.extraction.records import Reason
from events.extraction.stamps import is_date_line

_LEAST_PARAGRAPH, _LEAST_PARAGRAPHS = 60, 3
_LEAST_MARKED = 3  # items with a sign, between which a line without one may be a caption
_LEAST_GOING_ON = 2  # paragraphs without a sign that show that items have such
_LONGEST_CAPTION = 140
_MOST_SOURCED = 0.4  # share of the paragraphs that end with "(Source: …)", where that means a picture's
_MOST_STRAY = 0.25  # share of the headlines over a text that have one more line above them
_MOST_SCENES = 0.35  # share of the lines that tell what a picture shows
_LEAST_SHOWN = 15  # characters of what a picture shows
_LONGEST_ECHOED = 120  # characters of a sentence printed twice that is no lead
_LEAST_RETOLD, _LONGEST_RETOLD = 4, 90  # paragraphs of a page; characters of a sentence that one of them tells again
_LEAST_WORDS, _SHARE_RETOLD = 5, 0.65  # of it; of them that stand there again
_LEAST_ALT, _LONGEST_ALT = 15, 250  # of a headline printed again without its accents
_TELLS = regex(
    r"\b(?:đã|sẽ|đang|vừa|chưa|không|song|nhưng|tuy|cũng|còn|theo|bị|nếu|nhằm|khiến|trong khi|xảy ra|sau khi|trước khi|"
    r"sau đó|vụ|ông|bà|họ|hai bên|cho biết|tuyên bố|nói|thông báo|kêu gọi|cảnh báo|xác nhận|khẳng định|yêu cầu|đề nghị|"
    r"bác bỏ|cho hay|said|says|told|was|were|has|have|had|will|would|not|no|but|they|he|she|it|"
    r"among the (?:dead|killed|victims|wounded|injured|arrested|detained|missing)|those)\b",
    re.IGNORECASE,
)
_OF_NEWS = regex(  # what no picture shows: a number, who said it, what changed
    r"\d|[\"“”]|\b(?:said|says|told|announced|will|would|has|have|not|no|but|cho biết|tuyên bố|nói|thông báo|sẽ|đã|"
    r"không|nhưng|cho hay|khẳng định)\b",
    re.IGNORECASE,
)
_LEAST_LONG = 5  # letters of a word that tells what is meant
_WORDS = regex(r"[^\W\d_]{2,}")
_IN_BRACKETS = regex(r"[.!?]\s?[(\[][^()\[\]]{2,60}[)\]]\s?\.?$")
_PICTURED = regex(r"[.!?]\s?[(\[][^()\[\]]{0,50}(?:photo|image|picture|ảnh|hình)[^()\[\]]{0,50}[)\]]$", re.IGNORECASE)
_STAFF = regex(r"\b(?:staff|agencies|desk|newsroom|correspondents?|reporters?|editors?|bureau)$", re.IGNORECASE)
_FILE = regex(  # the name of a picture, or its address
    r"(?:https?://\S{4,240}/)?[\w.@+-]{2,80}\.(?:jpe?g|png|webp|gif)|[a-z]{1,12}[_-]?\d{1,4}", re.IGNORECASE
)
_IS_CREDITED = regex(r"\s[-–—/]\s?[A-Z][\w ]{1,20}$|[)\]]\.?$")  # "… in May - AFP"
_UNACCENTED, _PLAIN_WORD = regex(r"[a-z0-9 ,.:;'\"-]{15,}(?=\s[^\W\d_a-z])"), regex(r"[a-z0-9]+")
_PHOTOGRAPHER = regex(r"(?:[^\W\d_a-z][\w.'’-]{0,20} ){1,3}[^\W\d_a-z][\w.'’-]{1,20}/[^\W\d_][\w .]{1,24}")
_NAME = regex(authors.NAME)


def silence(lines: Sequence[Line], language: str) -> None:
    """Sets the reason of lines that what stands around them tells to be captions; `lines` are all of the page."""
    if any(line.pictured for line in lines):
        return  # a day told in pictures
    _silence_printed_twice(lines)
    _silence_named_files(lines)
    _silence_sourced_captions(lines)
    _silence_credited_pictures(lines)
    _silence_signed_scenes(lines, language)
    _silence_scenes(lines, language)
    if language != "vi":
        _silence_stray_titles(lines)
    if language == "vi":
        _silence_bare_alt_texts(lines)
    _silence_between_items(lines)
    _silence_retold(lines)
    for line, again in pairwise(lines):
        if line.text == again.text and Reason.CAPTION in (line.reason, again.reason):
            line.reason, again.reason = line.reason or Reason.CAPTION, again.reason or Reason.CAPTION


def _is_paragraph(line: Line) -> bool:
    return sentences.is_paragraph(line.text, _LEAST_PARAGRAPH)


def _silence_printed_twice(lines: Sequence[Line]) -> None:
    """What a picture shows and in brackets whose it is, twice in a row: for those who do not see it, and below it.

    Also the lead, with the picture's credit behind it, above the lead itself.
    """
    shown = {
        line.text
        for line, again in pairwise(lines)
        if line.text == again.text
        and _LEAST_SHOWN < len(line.text) <= captions.LONGEST
        and not bears_a_sign(line)
        and _IN_BRACKETS.search(line.text)
    }
    for line in lines if shown else ():
        if line.text in shown:
            line.reason = line.reason or Reason.CAPTION
    _silence_echoed(lines)
    closed = [line for line in lines if line.text[-1] in ")]"]
    signed = {line.text[: sign.start() + 1]: line for line in closed if (sign := _PICTURED.search(line.text))}
    for line in lines if signed else ():
        if (above := signed.get(line.text)) and above.start < line.start:
            above.reason = above.reason or Reason.CAPTION


def _silence_echoed(lines: Sequence[Line]) -> None:
    """A short sentence twice in a row over a text that is longer: what the picture above it shows.

    Not so where headlines are printed twice, some of which end with a stop.
    """
    echoed = [
        (line, again, below)
        for line, again, below in zip(lines, lines[1:], lines[2:], strict=False)
        if line.text == again.text and len(line.text) > _LEAST_SHOWN and not (line.reason or again.reason)
    ]
    if not all(sentences.ends_like_one(line.text) and line.text[-1] != "?" for line, _, _ in echoed):
        return
    for line, again, below in echoed:
        is_lead = len(line.text) > _LONGEST_ECHOED or bears_a_sign(line) or _OF_NEWS.search(line.text)
        if not is_lead and not below.reason and _is_paragraph(below) and len(below.text) > len(line.text):
            line.reason = again.reason = Reason.CAPTION


def _silence_retold(lines: Sequence[Line]) -> None:
    """A short sentence most words of which the long text beside it has again, where no other text is so short."""
    kept = [line for line in lines if not line.reason]
    texts = [line for line in kept if _is_paragraph(line)]
    if len(texts) < _LEAST_RETOLD:
        return
    usual = sorted(len(line.text) for line in texts)[len(texts) // 4]  # of its shorter ones
    for place, line in enumerate(kept):
        if (
            2 * len(line.text) > min(usual, 2 * _LONGEST_RETOLD)
            or not sentences.ends_like_one(line.text)
            or line.text[-1] != "."
            or line.text.endswith("...")  # a headline cut to a width
            or bears_a_sign(line)
            or _OF_NEWS.search(line.text)
            # a headline with a stop, printed twice
            or any(one.text == line.text for one in kept[max(0, place - 1) : place + 2] if one is not line)
        ):
            continue
        words = set(_WORDS.findall(line.text.lower()))
        beside = [one for one in (kept[place + 1 : place + 2] + kept[max(0, place - 1) : place]) if _is_paragraph(one)]
        told = max((len(words & set(_WORDS.findall(one.text.lower()))) for one in beside), default=0)
        if len(words) >= _LEAST_WORDS and told >= _SHARE_RETOLD * len(words):
            line.reason = Reason.CAPTION


def _silence_named_files(lines: Sequence[Line]) -> None:
    """The name of a picture's file on a line of its own, "AP2425.jpg", "vn1", and what stands below as its caption."""
    for name, line in pairwise(lines):
        if " " in name.text or not _FILE.fullmatch(name.text):
            continue
        if not sentences.ends_like_one(line.text) or captions.is_caption(line.text, line.text.lower()):
            below = len(line.text) > _LEAST_SHOWN and len(line.text) <= captions.LONGEST and not bears_a_sign(line)
            if below and (_IS_CREDITED.search(line.text) or name.text[-1].isalpha() or line.reason):
                line.reason = line.reason or Reason.CAPTION
                name.reason = name.reason or Reason.WIDGET
        elif name.text[-1].isalpha():
            name.reason = name.reason or Reason.WIDGET


def _silence_sourced_captions(lines: Sequence[Line]) -> None:
    """ "(Source: Agency)" behind a few lines only belongs to pictures."""
    paragraphs = [line for line in lines if not line.reason and _is_paragraph(line)]
    sourced = [line for line in paragraphs if captions.is_sourced(line.text.rstrip(" |"))]
    if len(paragraphs) <= _LEAST_PARAGRAPHS or len(sourced) > _MOST_SOURCED * len(paragraphs):
        return
    for line in sourced:
        if len(line.text) <= captions.LONGEST and not bears_a_sign(line) and line is not paragraphs[-1]:
            line.reason = Reason.CAPTION


def _silence_credited_pictures(lines: Sequence[Line]) -> None:
    """A line between the number of a picture and its credit on a line of its own."""
    for number, line, credit in zip(lines, lines[1:], lines[2:], strict=False):
        if number.reason is not Reason.CAPTION or credit.reason is not Reason.CAPTION or line.reason or line.goes_on:
            continue
        if captions.is_bare_credit(credit.text) and len(line.text) <= captions.LONGEST and not bears_a_sign(line):
            line.reason = Reason.CAPTION


def _silence_signed_scenes(lines: Sequence[Line], language: str) -> None:
    """What a picture shows, with its photographer and agency on the line below, in either order."""
    for line, credit, below in zip(lines, lines[1:], [*lines[2:], None], strict=False):
        if line.reason or "/" not in credit.text or bears_a_sign(line):
            continue
        if below and (_STAFF.search(credit.text) or is_date_line(below.text, language)):
            continue  # "BNS / Ledger staff", and below it the day: whose the story is
        if captions.is_sent_picture(credit.text):
            credit.reason = Reason.CAPTION
            line.reason = Reason.CAPTION if scenes.has_a_scene(line.text) and not credit.gap else None
            continue
        agency, _, photographer = credit.text.partition("/")
        if not sentences.ends_like_one(line.text) and len(line.text) >= _LEAST_SHOWN and agencies.names_only(agency):
            signed = _NAME.fullmatch(photographer.strip()) is not None  # "REUTERS/Jane Roe"
        else:
            shown = scenes.shows_one(line.text) or scenes.may_show_one(line.text, language)
            signed = (shown or scenes.has_a_scene(line.text)) and _names_its_photographer(credit.text)
        if signed:
            line.reason = credit.reason = Reason.CAPTION


def _names_its_photographer(credit: str) -> bool:
    """Whether a credit is a name with an agency behind it: "Jane Roe/AP"."""
    return _PHOTOGRAPHER.fullmatch(credit) is not None and agencies.names_only(credit.rpartition("/")[2])


def _silence_stray_titles(lines: Sequence[Line]) -> None:
    """What people do in a picture, between a text and the next headline, where headlines have their texts below."""
    kept = [line for line in lines if not line.reason]
    stray = [
        line
        for before, line, head, text in zip(kept, kept[1:], kept[2:], kept[3:], strict=False)
        if not (bears_a_sign(line) or sentences.ends_like_one(line.text) or sentences.ends_like_one(head.text))
        and sentences.ends_like_one(before.text)
        and sentences.ends_like_one(text.text)
    ]
    led = sum(
        1 for line, after in pairwise(kept) if sentences.ends_like_one(after.text) > sentences.ends_like_one(line.text)
    )
    if 0 < len(stray) <= _MOST_STRAY * led:
        for line in stray:
            if scenes.may_title_a_picture(line.text):
                line.reason = Reason.CAPTION


def _silence_scenes(lines: Sequence[Line], language: str) -> None:
    """A sentence that tells what a picture shows, beside a paragraph: under a headline alone it would be its lead."""
    kept = [line for line in lines if not line.reason]
    shown = [place for place, line in enumerate(kept) if scenes.may_show_one(line.text, language)]
    if len(shown) > _MOST_SCENES * len(kept):
        return  # so its leads are written
    for place in shown:
        before = kept[place - 1] if place else None
        after = kept[place + 1] if place + 1 < len(kept) else None
        if before is not None and _says_more_of(before.text, kept[place].text):
            continue
        tells_on = after is not None and _is_paragraph(after) and not bears_a_sign(after) and place + 1 not in shown
        if tells_on or (before is not None and _is_paragraph(before)):
            kept[place].reason = Reason.CAPTION


def _says_more_of(before: str, text: str) -> bool:
    """Whether a sentence opens with something of the text above, as captions do not: "The patrols" behind patrols."""
    words = text.split(None, 2)
    known = len(words) > 1 and words[0] == "The" and len(words[1]) >= _LEAST_LONG
    return known and sentences.ends_like_one(before) and words[1].lower().rstrip("s") in before.lower()


def _silence_bare_alt_texts(lines: Sequence[Line]) -> None:
    """A headline again without its accents: the name of a picture's file, also in front of a link."""
    known: set[str] = set()
    linked: list[int] = []
    for place, line in enumerate(lines):
        if len(line.text) < _LEAST_ALT or len(line.text) > _LONGEST_ALT:
            continue
        if line.text.isascii():
            if line.reason is None and _bare(line.text.lower().strip(" .|0123456789")) in known:
                line.reason = Reason.CAPTION
        elif line.text[0].islower() and known and (name := _UNACCENTED.match(line.text)):
            if _bare(name[0]) in known:
                line.reason = line.reason or Reason.RELATED
                linked.append(place)
        elif not sentences.ends_like_one(line.text):
            known.add(_bare(_unaccented(line.text).strip(" .|0123456789")))
    _silence_leads_of_links(lines, linked)


def _silence_leads_of_links(lines: Sequence[Line], linked: Sequence[int]) -> None:
    """Below the article, under each link with a picture's name in front of it, its lead."""
    if not linked:
        return
    places = set(linked)
    told = list(accumulate((not line.reason and _is_paragraph(line) for line in lines), initial=0))
    dropped = 0
    for place in linked:
        lead, after = ([*lines[place + 1 : place + 3], None, None])[:2]
        if lead is None or lead.reason or not _is_paragraph(lead) or len(lead.text) > captions.LONGEST:
            continue
        last = after is None or place + 2 in places or after.reason not in (None, Reason.CAPTION)
        if last and told[place] - dropped >= _LEAST_PARAGRAPHS:
            lead.reason = Reason.TEASER
            dropped += 1


def _bare(text: str) -> str:
    """Nothing but words: names of files hold no commas."""
    return " ".join(_PLAIN_WORD.findall(text))


def _unaccented(text: str) -> str:
    low = text.lower().replace("đ", "d")
    return "".join(char for char in unicodedata.normalize("NFD", low) if not unicodedata.combining(char))


def _go_on_without_a_sign(kept: Sequence[Line], sign: str) -> bool:
    """Whether items go on in paragraphs without their sign elsewhere on the page: surely told, between two items."""
    told = 0
    for before, line, after in zip(kept, kept[1:], kept[2:], strict=False):
        if before.text[0] == after.text[0] == sign != line.text[0] and sentences.ends_like_one(line.text):
            only = sentences.first(line.text, 0, len(line.text))
            told += bool(_TELLS.search(line.text) or (only and only.end < len(line.text)))
    return told >= _LEAST_GOING_ON


def _silence_between_items(lines: Sequence[Line]) -> None:
    """A short sentence that tells nothing, without a sign, between items that have one: a caption without a credit."""
    kept = [line for line in lines if not line.reason]
    marked = [line.text[0] for line in kept if line.text[0] in SIGNS and len(line.text) >= _LEAST_PARAGRAPH]
    if len(marked) < _LEAST_MARKED:
        return
    sign = max(set(marked), key=marked.count)
    if _go_on_without_a_sign(kept, sign):
        return
    for before, line, after in zip(kept, kept[1:], [*kept[2:], None], strict=False):
        if before.text[0] != sign or line.text[0] in SIGNS or (after is not None and after.text[0] != sign):
            continue
        if len(before.text) <= _LONGEST_CAPTION and not sentences.ends_like_one(before.text):
            continue  # the text of a headline
        if (
            len(line.text) <= _LONGEST_CAPTION
            and sentences.ends_like_one(line.text)
            and not _TELLS.search(line.text)
            and line.text[-1] not in ")]"
        ):
            only = sentences.first(line.text, 0, len(line.text))
            if only and only.end == len(line.text) and not agencies.is_credit(line.text.strip(" .()[]")):
                line.reason = Reason.CAPTION
