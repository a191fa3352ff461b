"""The credit of a picture behind a text that is no caption: "… the minister said.Getty Images", "… (AFP/Jane Roe)"."""

from __future__ import annotations

import re

from events.extraction import agencies, captions, scenes, sentences
from events.extraction.line_cues import is_listed
from events.extraction.patterns import regex
from events.extraction.records import Reason

_WINDOW = 100  # characters at a text's end in which a credit begins
_LEAST = 40  # characters of the text in front of it
_DOTS = ("...", "…")  # behind a text, in front of the wire's own name: "… to stay away.....THE HERALD/PNS"
_LEAST_SENTENCES = 2  # in front of a credit, which a caption's single one may be
_LEAST_NEWS, _LONG, _LONGEST_SHOWN = 120, 180, 90  # characters of news; of one sentence of it; of one without a verb
_DAY = regex(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:this|last) (?:week|month)|yesterday|hôm qua|ngày \d)\b"
)
_DONE = regex(  # what pictures do not show
    r"\b(?:reopened|closed|dropped|urged|condemned|rejected|approved|passed|adopted|signed|crossed|suspended|lifted|"
    r"imposed|released|arrested|detained|invited|promised|pledged|offered|denied|accused|expelled|recalled|summoned|"
    r"fast-tracked|launched|resigned|elected|voted|won|lost|died|killed|declared|ruled|struck|raised|cut|sworn|"
    r"fined|sentenced|banned|backed|asked|demanded|was open|đã|thông qua|ký|bác bỏ|lên án|bắt)\b"
)
_VERB = regex(r"\b(?:is|are|was|were|has|have|had|will|would|says?|said|told|\w{2,20}ed|đã|sẽ|đang|bị|được|là)\b")
_TOLD = regex(
    r"\b(?:said|says|told|announced|agreed|warned|called|voted|ordered|will|"
    r"(?<!đọc )(?<!bản )(?<!lời )(?<!ký )tuyên bố|cho biết)\b"  # "soldiers read a statement on television"
)
_CREDIT = regex(  # "AFP photo", "[Agency photo]", "Photo: Agency/J. Roe", "Image © Agency", "Jane Roe via AFP"
    r"(?<=[.!?…”\"’)\]])\s*(?:(?P<label>[\[(]?"
    r"(?:Photo|Photograph|File photo|Image|Picture|Credit|PHOTO|PICTURE|IMAGE|Photo credit|Ảnh|Nguồn ảnh)s?"
    r"\s?(?:[:©/|]|\bby\b|\bcourtesy\b)\s?(?:[^:.!?()\[\]]|(?<=\b[A-Z])\.){2,60}[\])]?)"
    r"|[\[(]?(?P<kind>[A-Z][\w.&'’-]{1,20}(?:[ /][A-Z][\w.&'’-]{1,20}){0,2})\s"
    r"(?:[Pp]hotos?|PHOTOS?|[Pp]ics?|ILLUSTRATION|[Ii]llustration|[Gg]raphic|GRAPHIC|[Ff]ile [Pp]hoto)[\])]?"
    r"|(?P<via>(?:[A-Z][\w.'’-]{1,20}\s){2,3}via\s(?:AFP|AP|Reuters|REUTERS|EPA|Getty|Getty Images|Anadolu|Flickr))"
    r"|[\[(](?P<by>[A-Z][\w .]{1,20}/\s?[A-Z][\w.'’-]{1,20}(?:\s[A-Z][\w.'’-]{1,20}){1,2})[\])]"
    r"|(?P<from>(?:Flickr|Shutterstock|Wikimedia|Wikimedia Commons|Twitter|Facebook|iStock|Unsplash|AAP|Getty|EFE)/"
    r"[A-Z][\w .'’-]{2,30})"
    r"|(?P<stock>(?:Getty Images|AP Images|Getty|Shutterstock|Alamy|ALAMY|iStock)(?:/[\w .'’-]{2,30})?)"
    r"|(?<=\S)(?P<medium>[A-Z][\w.&'’ -]{1,40}(?:/[\w .&'’-]{2,40}){1,2}))\.?$"  # glued: "… were safe.Jane Roe/AFP"
)
_SIGNS = (
    "photo", "image", "picture", "credit", " pic", "illustration", "graphic", " via ", "/", "getty", "shutterstock",
    "alamy", "istock", "ảnh",
)  # fmt: skip


def begins_at(text: str) -> tuple[int, Reason] | None:
    """Where a picture's credit begins behind a text, and why it is set aside; None where there is none."""
    if len(text) < _LEAST + 4:
        return None
    start = max(_LEAST, len(text) - _WINDOW)
    low = text[start:].lower()
    if not any(map(low.__contains__, _SIGNS)):
        return None
    found = _CREDIT.search(text, start)
    if (
        found is None
        or text.endswith(_DOTS, 0, found.start())
        or not (_is_of_a_picture(found) and _is_of_an_item(text, found.start()))
    ):
        return None
    shown = sentences.split(text, 0, found.start())[-1]  # "… in July. Sea cucumbers drying in the sun. (Photo: AFP)"
    bare = (
        shown.start >= _LEAST
        and text[shown.start].isalpha()
        and shown.end - shown.start <= _LONGEST_SHOWN
        and not _VERB.search(shown.of(text))
    )
    return shown.start if bare else found.start(), Reason.CAPTION


def _is_of_a_picture(found: re.Match[str]) -> bool:
    """Whether it names those who make pictures, where its form alone does not tell."""
    if kind := found["kind"]:
        return kind.isupper() or agencies.names_one(kind)
    if found["by"]:
        agency, _, photographer = found["by"].partition("/")
        return agencies.names_one(agency) and not agencies.names_one(photographer)  # "(AP/Daily Star)": two media
    if medium := found["medium"]:
        return agencies.names_one(medium.rpartition("/")[2]) or agencies.names_one(medium.partition("/")[0])
    return True


def _is_of_an_item(text: str, end: int) -> bool:
    """Whether what stands in front of a credit is news, and not what a caption says of its picture."""
    if is_listed(text) or _TOLD.search(text, 0, end):
        return True
    if len(text) > captions.LONGEST:
        return not captions.is_signed(text)
    if end >= _LEAST_NEWS and _tells_news(text, end):
        return True
    return len(sentences.split(text, 0, end)) >= _LEAST_SENTENCES and not captions.is_caption(text, text.lower())


def _tells_news(text: str, end: int) -> bool:
    """Whether the first of several sentences, or a long one, tells what was done on a day: no picture shows that."""
    told = sentences.split(text, 0, end)
    first = told[0].of(text)
    if len(told) < _LEAST_SENTENCES and len(first) < _LONG and " via " not in text[end:]:
        return False
    return bool(_DAY.search(first) and _DONE.search(first)) and not scenes.has_a_scene(first)
