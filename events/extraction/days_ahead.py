"""Which days a sentence says lie ahead: what is planned, wanted or about to be."""

from __future__ import annotations

import re

from events.extraction.patterns import regex

_MEETS = regex(  # "The council meets Thursday": told in the present, it lies ahead
    r"\b(?:meets|votes|opens|begins|starts|resumes|convenes|heads|goes|travels|holds|leaves|arrives|flies|departs|lands|"
    r"returns|visits|steps down|comes before|appears (?:before|in court)|sees|elects|receives|attends|"
    r"sets (?:off|out)|reopens|reconvenes|chooses|stands trial|kicks off|gets under way|"
    r"goes on trial|takes office|takes over|(?:go|goes|head|heads) to the polls|"
    r"(?<!to )(?<!not )(?<!n't )(?<!n’t )(?:meet|resume|convene|begin|arrive|depart))"
    r"(?:[ ](?!to\b)[\w'’-]+){0,6}[ ](?:on[ ])?$"
)
_WILL_SOON = regex(  # "On Friday the two will meet"
    r"(?:,? (?!\w+ed\b|said\b|told\b|that\b|which\b|who\b)[\w'’-]+){1,5} will(?! have)\b"
)
_WILL_DO = regex(r"\b(?:sẽ|sắp|dự kiến|nếu)\b[^,;:.“\"]* hôm $")  # "sẽ ký hôm thứ Sáu": on the coming one
_PLANNED = regex(
    r"\b(?:elections?|vote|polls?|referendum|run-?off|summit|hearings?|bầu cử|tổng tuyển cử|trưng cầu dân ý|phiên tòa)"
    r" (?:(?:on|for|set for|due on|vào|ngày|hôm) )+$"
)
_AS_THE_DAY = regex(r" as (?:the|its|a) (?:day|date|deadline)\b")
_FROM = regex(r"\b(?:from|starting|beginning)(?: on)? $")
_OPENS = 12  # characters in front of a day with which a sentence opens
_SCHEDULED = regex(  # no other act in front of what is to be
    r"(?:(?!\b(?:said|says|told|\w{3,}ed|thông báo|cho biết|nhất trí|quyết định|tuyên bố|đồng ý|loan báo|hứa)\b)"
    r"[^,;:“\"]){3,90}?\b(?:will|is to|are to|(?:is|are) (?:due|set|scheduled|expected) to|(?<!not )plans? to|meets|"
    r"votes|opens|begins|starts|holds|(?:go|goes|head|heads) to the polls|sẽ)\b"
    r"(?:(?!\b(?:that|which|who|when)\b)[^,;:“\"])*$"
)
_TOLD_BEHIND = regex(  # "will open on Monday, the ministry said": what happened is that it said so
    r"[^.;:“\"]{0,120}, (?:[^,.;:“\"]{1,80} )?(?:said|says|told|announced|confirmed|according to|nói|cho biết|"
    r"thông báo|tiết lộ|tuyên bố)\b"
)
TOLD_AS_DONE = regex(  # a verb in the past tense
    r"\b(?!scheduled|expected|planned|slated|intended|supposed|need|indeed|hundred|led\b)"
    r"(?:[a-z]{3,12}ed|said|told|made|met|put|took|gave|held|won|left|began|broke|fell|sent|shot|hit|went|came|wrote|"
    r"spoke|flew|saw|got|lost|brought|paid|sold|drew|chose|reached|became|stood|rose|set|swore|withdrew)\b"
)
_SAID = regex(  # "…, người phát ngôn nói hôm"
    r"\b(?:nói|cho biết|cho hay|thông báo|tuyên bố|loan báo|loan tin|công bố|khẳng định|xác nhận|phát biểu|đưa tin|"
    r"tiết lộ|viết|theo (?:\w+ ){0,2}(?:thông cáo|lời|tin|văn bản))\b"
)
_WANTED = regex(  # what somebody wants done, in the present tense; or wanted where it is a return or a meeting
    r"\b(?:(?:calls? on|urges?|asks?|tells?|wants?|orders?|invites?|hopes?|seeks?|accepts?|agrees?|offers?|promises?|"
    r"vows?|threatens?|decides?|prepares?|(?:is|are) (?:getting ready|preparing|ready|hoping|planning)) "
    r"(?:[^,.;:]{1,60} )?to (?!the\b|an?\b|his\b|its\b|their\b)\w+ "
    r"|(?:told|asked|ordered|urged|invited|summoned|agreed|wanted) (?:[^,.;:]{1,60} )?"
    r"to (?:come back|return|appear|report|resume|reopen|testify|send) "
    r"|(?:summon|invit|call)(?:s|es|ed) [^,.;:]{1,60} (?:to|for) (?:an? )?(?:hearing|meeting|session|talks|summit) )"
    r"(?:[\w'’.-]+ ){0,8}(?:on )?$"
)
_TO_BE = regex(  # "Council to hold talks on Tuesday"
    r"(?:^|[,;:–—|•*-] ?)(?P<who>(?:[^\s,;:–—]+ ){1,8})"
    r"to (?:be (?:sworn in|held|tried|buried|opened|signed|released|freed|heard)|hold|meet|visit|discuss|vote|open|"
    r"sign|host|speak|address|elect|resume|reopen|testify|debate|launch|appear|attend|receive|begin|start|face|close|"
    r"travel|fly) (?:[\w'’.-]+ ){0,8}(?:on )?$"
)


def is_coming_weekday(before: str, after: str, language: str, *, future: bool, done: bool) -> bool:
    """Whether a weekday between these words is the coming one. `future`, `done`: what the words in front tell."""
    if (future and (not before.endswith(" hôm ") or _WILL_DO.search(before))) or _MEETS.search(before):
        return True
    own = before.rfind(";") + 1
    if _WILL_SOON.match(after) and not done and not TOLD_AS_DONE.search(before, own):
        return True
    return language == "en" and bool(_FROM.search(before) or _is_announced(before))


def is_planned_for(before: str, after: str) -> bool:
    """Whether a day with its number is one that something is planned for: "elections on 3 May"."""
    return bool(_PLANNED.search(before) or _AS_THE_DAY.match(after))


def is_scheduled(before: str, after: str) -> bool:
    """Whether a sentence tells what will happen on a day, and not who said so: "The two will meet on Monday"."""
    is_to_be = _SCHEDULED.match(before) or (len(before) < _OPENS and _WILL_SOON.match(after))
    return bool(is_to_be and not _TOLD_BEHIND.match(after))


def is_wanted(before: str) -> bool:
    """Whether somebody wants something done on the day: "calls on pilgrims to fast on Friday"."""
    return bool(_WANTED.search(before))


def is_told_behind(before: str, future: re.Pattern[str], language: str) -> bool:
    """Whether a clause of its own, told as done, stands between what lies ahead and the day."""
    _front, sign, own = before.replace(";", ",").rpartition(",")
    told = TOLD_AS_DONE if language == "en" else _SAID
    return bool(sign and told.search(own) and not future.search(own))


def _is_announced(before: str) -> bool:
    """Whether a headline's "to" tells what will be."""
    to_be = _TO_BE.search(before)
    return to_be is not None and not TOLD_AS_DONE.search(to_be["who"])
