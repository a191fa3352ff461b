"""A second look at what the layouts cut, by a model that learned where rules err on pages they have not seen.

It speaks only where it is sure: a line of an event that looks like furniture is set aside, and a line that was passed
over though it looks like the opening of an event becomes one. Everything else stays as the rules left it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from events.extraction import agencies, captions, learned, line_traits, sentences, strays
from events.extraction.cuts import laid_over
from events.extraction.layouts.blocks import NamesIn
from events.extraction.layouts.headline import whole_credit
from events.extraction.layouts.mastheads import is_known
from events.extraction.line_traits import Seen
from events.extraction.patterns import regex
from events.extraction.records import Cut, Layout, PassageKind, Reason

# Likelihoods from which on it speaks: on folds of documents seven in eight of the lines set aside were of no event,
# and two in three of those brought back opened one (`make train` prints the figures).
SURE_OF_NONE = {"B": 0.78, "I": 0.6}  # by the rules' verdict on a line
SURE_OF_ONE = {"H": 0.5, "O": 0.6}
SURE_OF_SENTENCE = 0.85  # for a whole sentence inside an event: losing one costs more than a leak
_SIGNED = regex(  # whose text begins here: "(AFP) - …", "(The Daily Post) The …", "Reuters: …", "Dân trí Nhật Bản …"
    r"\([^()\d]{2,25}\)\s?[-–—:]\s|(?:[(\[](?P<within>[^()\[\]\d]{2,35})[)\]]|(?P<front>[^\W\d_][^\d:–—\n]{1,24}?)"
    r"(?::|\s[-–—]))\s+(?=[\"“‘A-ZĐÀ-Ỹ])"
)
_OF_A_PICTURE = regex(r"[(\[](?:(?:Nguồn )?Ảnh|Hình|Photos?|Image|Picture|File photo)\b")
_STAMPED, _CLOCK_AT = regex(r"\d:\d\d:\d\d\b"), 18  # "… 17:20:41 +0000."; characters from the end
_LONG_WORD = regex(r"[^\W\d_]{4,}")
_SIGN = regex(r"[^\w\s\"“”‘'«(\[]\s?\S|\d{1,2}[.)/]\s")  # in front of an item
_BULLETS, _QUOTES = "-–—•*+●▪■►◆", "\"“'‘«"
_LONGEST_MEDIUM, _LEAST_SIGNED = 30, 90  # characters of an agency's name; of a text that the page cut off
_LEAST = 8  # lines: fewer show nothing of a page's ways
_WITH_ITS_HEAD = 0.45  # likelihood with which each line of an event is furniture, where its first line surely is
# For a first line alone, above text that is the event's: a caption, a kicker, a page's name. Less, where the line below
# looks like an opening: so much together. One that shares words with the text is its headline unless surely none.
_WITHOUT_ITS_HEAD, _AND_AN_OPENING, _SHARING_WORDS = 0.85, 1.25, 0.95
_RATHER_TEXT = 0.5  # at most so likely furniture
# What is told by more than a line and its neighbours, so that the rules know better:
LEFT = (Reason.DUPLICATE, Reason.BACKGROUND, Reason.SUMMARY)

Likely = dict[str, float]


def taken(text: str, layout: Layout, language: str, names_in: NamesIn) -> Layout:
    """The layout, with what the model is sure of laid over it."""
    lines = line_traits.lines_of(text, layout)
    cuts = [
        Cut(lines[at].start, lines[at].end, PassageKind.SET_ASIDE, why)
        for at, why in strays.among(text, lines, layout.name)
    ]
    if len(lines) < _LEAST:
        return laid_over(text, layout, cuts) if cuts else layout
    model = learned.model("lines", language)
    seen = line_traits.of_document(lines, layout.name, language, names_in)
    likely = [model.probabilities(marked) for marked in seen]  # one line after the other: much is seen of each
    cuts += _furniture(lines, likely, layout.name)
    if layout.name != "story":  # what of a story is background, and what a happening of its own, takes more to tell
        cuts += _passed_over(lines, likely)
    return laid_over(text, layout, cuts) if cuts else layout


def _furniture(lines: Sequence[Seen], likely: Sequence[Likely], layout: str) -> Iterator[Cut]:
    """Lines of events that are none of them. An event's first line goes with all others, or where text follows it."""
    items: dict[int, list[int]] = {}
    for at, line in enumerate(lines):
        if line.item is not None:
            items.setdefault(line.item, []).append(at)
    for places in items.values():
        none = [at for at in places if _is_none(lines[at], likely[at], captioned=_is_captioned(lines, at))]
        # a credit stands in no event's text, but tells its agency; the last one may be the page's own
        none = [at for at in none if at in (places[0], places[-1]) or not whole_credit(lines[at].text)]
        none = [at for at in none if at - 1 in none or not _announces(lines, at)]
        if layout == "story":  # whom an article asked may say anything, as briefly as a reader below it
            none = [at for at in none if at == places[0] or not _quotes(lines[at].text)]
        is_lead = layout == "story" and lines[places[0]].item == 0
        if is_lead and len(places) > 1 and places[1] in none and _says_more_of(lines[places[0]], lines[places[1]]):
            none.remove(places[1])
        if none and none[0] == places[0]:
            if not is_lead and all(likely[at]["O"] > _WITH_ITS_HEAD for at in places):
                none = places
            elif not _stands_over_text(lines, likely, places, none):
                none = none[1:]
        for at in none:
            yield Cut(lines[at].start, lines[at].end, PassageKind.SET_ASIDE, _reason(lines[at], layout))


def _is_captioned(lines: Sequence[Seen], at: int) -> bool:
    """Whether a photographer's name was cut off behind a line: "… in the rain." before "(Photo: AFP)"."""
    after = lines[at + 1] if at + 1 < len(lines) else None
    return after is not None and after.verdict == "O" and bool(_OF_A_PICTURE.match(after.text))


def _is_none(line: Seen, likely: Likely, *, captioned: bool = False) -> bool:
    """Whether a line is surely furniture. `captioned`: a whole sentence is no surer than other lines to be text."""
    is_sentence = sentences.ends_like_one(line.text) and not _STAMPED.search(line.text[-_CLOCK_AT:])
    if line.verdict == "I" and is_sentence and not captioned:
        return likely["O"] > SURE_OF_SENTENCE and not is_signed(line.text)
    if len(line.text) >= _LEAST_SIGNED and is_signed(line.text):
        return False
    return likely["O"] > SURE_OF_NONE[line.verdict]


def is_signed(text: str) -> bool:
    """Whether the agency whose text begins here stands in front of it."""
    if found := _SIGNED.match(text):
        medium = found["within"] or found["front"]
        return medium is None or agencies.names_only(medium)
    known = agencies.opening(text[:_LONGEST_MEDIUM]) if not text.isascii() else 0
    return known > 0 and text[known : known + 1].isspace() and text[known:].lstrip()[:1].isupper()


def _says_more_of(headline: Seen, text: Seen) -> bool:
    """Whether a sentence below a headline has longer words in common with it: its lead, whatever it looks like."""
    if not sentences.ends_like_one(text.text) or text.text[-1] == "?" or headline.text[0] in _BULLETS:
        return False
    return _share_a_word(headline, text)


def _quotes(text: str) -> bool:
    return text[0] in _QUOTES and sentences.ends_like_one(text)


def _announces(lines: Sequence[Seen], at: int) -> bool:
    """Whether the line before belongs to the same event and ends in a colon: "… wrote to both:"."""
    return at > 0 and lines[at - 1].item == lines[at].item and lines[at - 1].text.endswith(":")


def _stands_over_text(
    lines: Sequence[Seen], likely: Sequence[Likely], places: Sequence[int], none: Sequence[int]
) -> bool:
    """Whether an event's first line is furniture over the event's own text. `none`: all lines that surely are."""
    first, below = places[0], next((at for at in places if at not in none), None)
    if below is None or likely[below]["O"] > _RATHER_TEXT:
        return False
    if _share_a_word(lines[first], lines[below]):
        return likely[first]["O"] > _SHARING_WORDS
    return likely[first]["O"] > _WITHOUT_ITS_HEAD or likely[first]["O"] + likely[below]["B"] > _AND_AN_OPENING


def _share_a_word(one: Seen, other: Seen) -> bool:
    """Whether two lines have a longer word in common."""
    return not set(_LONG_WORD.findall(one.text.lower())).isdisjoint(_LONG_WORD.findall(other.text.lower()))


def _reason(line: Seen, layout: str) -> Reason:
    is_told = layout == "story" and sentences.ends_like_one(line.text)
    return Reason.BACKGROUND if is_told else Reason.OTHER


def _is_in_a_box(lines: Sequence[Seen], at: int) -> bool:
    """Whether a line is a link in a box of them: another link or the box's name stands above it, and no text below."""
    if not (at and lines[at].reason is lines[at - 1].reason is Reason.RELATED):
        return False
    return at + 1 == len(lines) or lines[at + 1].verdict in "BH"


def _is_signed_caption(line: Seen) -> bool:
    """Whether a line is a caption by whose picture it is, whatever it tells."""
    return line.reason is Reason.CAPTION and captions.says_so(line.text.rstrip(" |"))


def _heads_bullets(lines: Sequence[Seen], at: int) -> bool:
    """Whether a line with a bullet names what the next bullet tells of."""
    heads = lines[at].verdict == "H" and lines[at].text[0] in _BULLETS
    return heads and at + 1 < len(lines) and lines[at + 1].verdict == "B"


def _bears_a_sign(text: str) -> bool:
    return _SIGN.match(text) is not None


def _heads_signed(lines: Sequence[Seen], at: int) -> bool:
    """Whether a line without a sign stands right over an item that has one: where signs tell, it opens none."""
    line, below = lines[at], lines[at + 1] if at + 1 < len(lines) else None
    signed = below is not None and below.verdict == "B" and _bears_a_sign(below.text)
    return signed and line.verdict == "H" and not _bears_a_sign(line.text)


def _passed_over(lines: Sequence[Seen], likely: Sequence[Likely]) -> Iterator[Cut]:
    """Lines that open an event though they were set aside; with the event below where that only goes on with them."""
    ends = {line.item: line.end for line in lines}
    first = next((at for at, line in enumerate(lines) if line.item is not None), len(lines))
    for at, line in enumerate(lines):
        if line.verdict not in SURE_OF_ONE or line.reason in LEFT or likely[at]["B"] <= likely[at]["I"]:
            continue
        if _is_in_a_box(lines, at) or _heads_bullets(lines, at) or _is_signed_caption(line) or _heads_signed(lines, at):
            continue
        if line.verdict == "H" and (is_known(line.text) or ("; " in line.text and at < first)):
            continue  # "Peru votes; Chile strikes" over all items
        if 1 - likely[at]["O"] > SURE_OF_ONE[line.verdict]:
            end = line.end
            if at + 1 < len(lines) and lines[at + 1].verdict == "B" and likely[at + 1]["I"] > likely[at + 1]["B"]:
                end = ends[lines[at + 1].item]
            yield Cut(line.start, end, PassageKind.EVENT)
