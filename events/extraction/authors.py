"""Lines about those who wrote a text: who they are and what they cover, and their names in small print."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from events.extraction import agencies, gazetteer, places, publication
from events.extraction.lines import Line
from events.extraction.patterns import regex
from events.extraction.records import Reason

NAME = r"[^\W\d_a-z][\w.'’-]{0,20}(?:\s[^\W\d_a-z][\w.'’-]{0,20}){1,3}"  # of a person
_BY = regex(rf"(?:By|BY|by)\s({NAME}(?:(?:,|\sand|,\sand|\s&)\s{NAME}){{0,4}})(?:,?\s[\w ,|/-]{{0,60}})?$")
_PLAIN_BY = regex(rf"by\s(?:[Tt]he\s)?{NAME}$")
_PARTS = regex(r",\s(?:and\s)?|\sand\s|\s&\s")
_ABOUT = regex(  # "Jane Roe is a reporter in Lima who covers …", "Jane Roe covers trade for …"
    rf"(?P<name>{NAME})(?:,\s[^.!?]{{3,60}},)?\s"
    r"(?P<does>is|was|has|covers|writes|reports|joined|leads|can|works|edits)\s"
)
_WRITES = regex(
    r"is\s[^.!?]{0,90}?\b(?:reporter|correspondent|journalist|columnist|editor|bureau chief|writer|contributor|"
    r"freelancer|broadcaster|producer)\b[^.!?]{0,24}\b(?:at|for|with|in|based|who|covering|where|focusing|on)\b"
    r"|(?:covers|writes (?:about|on|for)|reports (?:on|for|from))\s[^.!?]{3,80}\b(?:for|at|from|and|based)\s"
)
_HAPPENED = regex(
    r"\b(?:arrested|detained|killed|jailed|sentenced|held|released|accused|charged|missing|abducted|freed|expelled|shot|"
    r"said|told)\b"
)
_BY_WRITERS = (
    regex(  # "By Jane Roe, a trade reporter at The Herald, and Bo Li, a fellow at the academy."; the name may be lost
        rf"By\s(?:{NAME})?\s?,\s(?:an?|the)\s[^.!?:]{{0,60}}\b(?:reporter|writer|editor|correspondent|columnist|fellow|"
        r"journalist|professor|intern)\b[^!?:]{0,160}$"
    )
)
_LONGEST, _LONGEST_NAMES, _LONGEST_BYLINE = 420, 120, 280
_FILED = regex(  # "Jane Roe reported from Lima and Bo Li from Quito."
    rf"(?:{NAME}|[^\W\d_a-z][\w'’-]+)(?:(?:,|\sand|,\sand)\s{NAME})?\s(?:reported|reports|wrote)\sfrom\s[A-Z][^.!?]{{2,90}}\.?$"
    rf"|(?:The\s)?[A-Z][\w.]{{1,20}}['’]s\s{NAME}\s"
    r"(?:reports|has (?:more|the story|this report)|contributed[^.!?]{0,60})\.?$"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATED = regex(  # who wrote, when, perhaps where: "Jane Roe in Lima August 6, 2025", "by Jane Roe 9 August 2023"
    rf"(?P<by>[Bb]y:?\s)?(?P<name>{NAME}(?:(?:,|\sand|\s&|\svà)\s{NAME}){{0,2}})"
    r"(?:,?\s(?:in|reporting from|tại|từ)\s(?P<place>[^\W\d_a-z][\w .'’-]{2,30}?))?[\s,|·•–—-]{1,4}(?:on\s|ngày\s)?"
    r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,?\s)?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH},?\s(?:19|20)\d\d|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s(?:19|20)\d\d"
    r"|\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d)"
    r"(?:[\s,|–-]{1,4}(?:at\s)?\d{1,2}[:.h]\d{2}(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s[A-Z]{2,4})?)?"
    r"(?P<within>\sin\s[A-Z][\w’'-]*(?:(?:,\s|\s&\s|\sand\s|\s)[A-Z][\w’'-]*){0,5})?$"  # the page's sections
)
_DASHED = regex(  # "— Jane Roe and Bo Li", below what they wrote
    r"(?:[–—]|--)\s?([^\W\d_a-z][\w.'’-]+)\s[^\W\d_a-z][\w.'’-]+(?:\s[^\W\d_a-z][\w.'’-]+)?"
    rf"(?:(?:,|\sand|,\sand|\s&|\svà)\s{NAME}){{0,3}}$"
)
_LONGEST_DATED = 110
_GIVEN = gazetteer.words("given-names.tsv")
_OPINION = regex(  # over what somebody thinks: "COMMENTARY by Jane Roe", "Opinion | By Jane Roe"
    r"(?i:commentary|comment|opinion|analysis|editorial|column|viewpoint|perspective|review|interview|essay|feature|"
    r"guest (?:column|post)|op-ed|bình luận|phân tích|góc nhìn|ý kiến)"
    rf"\s?[:|–—-]?\s(?i:by|của)\s(?:[Tt]he\s)?{NAME}(?:\sJr\.|,[^.!?]{{2,50}})?$"
)
_REPORTED_FROM = regex(  # "Moore reported from Suva, Fiji.", "Okafor reported from Lagos and Lind from Bonn."
    r"(?:[A-Z][\w.'’-]*\s){1,4}(?:also\s)?(?:reported|contributed)\s(?:in|from)\s"
    r"(?:(?:[A-Z][\w.'’-]*|and|from|in|the|also|reported|contributed|of|with)[\s,;]{0,2}){1,24}\."
)
_RSS_STAMP = regex(  # of a feed: "Jane Roe.  The Herald.  Tue, 15 Oct 2019 17:37:40 +0300."
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d (?:[+-]\d{4}|[A-Z]{2,4})\.?$"
)
_OF_AN_AGENCY = regex(  # "Ann Lee and Bo Li, Associated Press"
    r"(?:[A-Z][\w.'’-]*\s){1,3}[A-Z][\w.'’-]+(?:(?:,\s|\sand\s)(?:[A-Z][\w.'’-]*\s){1,3}[A-Z][\w.'’-]+){0,3},\s"
    r"(?P<agency>[A-Z][\w ]{1,24})"
)


def silence(lines: Sequence[Line]) -> None:
    """Sets the reason of lines about authors; `lines` are all of the page."""
    _silence_plain_bylines(lines)
    authors = {name for line in lines if line.text[:2].lower() == "by" for name in _authors(line.text)}
    for line in lines:
        if line.reason is None and len(line.text) <= _LONGEST_DATED:
            line.reason = _of_a_signature(line.text)
        if line.reason or not line.text[0].isupper() or len(line.text) > _LONGEST or line.text.isupper():
            continue
        if (len(line.text) <= _LONGEST_NAMES and _FILED.match(line.text)) or (
            line.text.startswith("By ") and len(line.text) <= _LONGEST_BYLINE and _BY_WRITERS.match(line.text)
        ):
            line.reason = Reason.BYLINE
            continue
        found = _ABOUT.match(line.text)
        if found is None or _HAPPENED.search(line.text):
            continue
        if found["name"].casefold() in authors or _WRITES.match(line.text, found.start("does")):
            line.reason = Reason.BYLINE


def _of_a_signature(text: str) -> Reason | None:
    """Why a line is set aside that only says who wrote, and when or what kind of text."""
    if " by " in text.lower() and _OPINION.match(text):
        return Reason.TEASER
    if text[0] in "-–—" and (signed := _DASHED.match(text)):
        return Reason.BYLINE if signed[1] in _GIVEN and not places.is_one(signed[1]) else None
    within = text.rfind(" in ") if text[:3] in ("by ", "By ") else -1
    ending = text[:within][-12:] if within > 0 else text[-12:]
    if not any(map(str.isdigit, ending)) or not (found := _DATED.match(text)):
        return None
    if found["by"]:
        return Reason.BYLINE
    if found["within"]:
        return None
    given = found["name"].partition(" ")[0]
    is_title = places.is_one(given) or agencies.sounds_like_a_medium(found["name"]) or publication.announces(text)
    known = given in _GIVEN or (found["place"] and places.is_one(found["place"]))
    return Reason.BYLINE if known and not is_title else None  # "Jordan Times, August 6, 2025"


def _authors(text: str) -> list[str]:
    """Who is named in a byline, in small letters."""
    found = _BY.match(text) if len(text) <= _LONGEST_NAMES else None
    return [name.strip().casefold() for name in _PARTS.split(found[1])] if found else []


def _silence_plain_bylines(lines: Sequence[Line]) -> None:
    """ "by Jane Roe" on the page's first line, or over its day: elsewhere such words may be the end of a sentence."""
    for place, (line, below) in enumerate(pairwise(lines)):
        if line.reason or line.text[:3] != "by " or len(line.text) > _LONGEST_NAMES:
            continue
        if (below.reason is Reason.BYLINE or not place or line.gap) and _PLAIN_BY.match(line.text):
            line.reason = Reason.BYLINE


def is_signature(text: str) -> bool:
    """Whether a line is nothing but who wrote a text for whom, from where, or when a feed sent it."""
    if text[-1] == "." and " from " in text and _REPORTED_FROM.fullmatch(text):
        return not agencies.names_one(text.partition(" reported ")[0])
    if ":" in text[-20:] and _RSS_STAMP.search(text):
        return True
    found = _OF_AN_AGENCY.fullmatch(text) if ", " in text else None
    return found is not None and agencies.names_only(found["agency"])
