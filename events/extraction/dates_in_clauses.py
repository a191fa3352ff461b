"""Which date in a sentence is that of what it tells, and not of what led to it, lies ahead, or happened to others."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from functools import cache

from events.extraction import data, days_ahead, days_counted, days_in_perfect
from events.extraction.date_phrases import Kind, Phrase, find
from events.extraction.date_resolution import Ahead, resolve
from events.extraction.patterns import regex
from events.extraction.records import ResolvedDate, Span

_HEAD = 40  # characters: a date that opens its sentence
_DONE, _IN_FRONT = 60, 24  # characters before a date in which a verb tells it; in which its preposition stands
_AROUND = 1000  # characters that are read on each side of a day: no sentence that people write is longer
_LONGEST_DATELINE = 70
_NEAR = (-10, 1)  # days around the reference date in which a later sentence's date may be the event's
_NEAR_WEEKDAY = -3  # the same of a weekday, which else may be the coming one
_SINCE_YESTERDAY = 6  # days to the coming weekday of the same name
_FRESH = 2  # days after which items are a digest's
_OLD = 7  # days after which a day that a clause only names beside its matter is that of another
_LONG_AGO = 60  # days: an older date in a fresh text tells the background
_ATTRIBUTE = 90  # characters before a date in which a clause of another happening begins
_BETWEEN = regex(r"\b(?:between|từ) (?:ngày )?$")
_SUBJECT = 60  # characters in which a sentence names what it tells of: "The blast at the market happened on …"
_TOLD_ABOUT = regex(
    r"\b(?:for|over|after|about|of|who|which|whose|whom|where|that|since|sau khi|người|vốn|từng)\b[^,;]*$"
)
_ATTRIBUTIVE = regex(r"\b(?:an?|its|his|her|their|our|this|\w+['’]s) $")  # before "a May 27 referendum"
_OF_A_NOUN = regex(
    r"(?: (?:night|morning|evening|afternoon))? (?!in\b|on\b|at\b|to\b|and\b|by\b|for\b|with\b|as\b)[a-z]{3,}"
)
_OWN_NOUNS = regex(r" (?:statement|speech|ruling|decision|announcement|letter|report|interview|post|briefing)\b")
_DATELINE = regex(  # behind the day of "CONAKRY, August 11 (Reuters) - …", "2023-09-22 PORT OF SPAIN, CMC –"
    r",?\s?\([^()\n]{2,30}\)\s?[-–—:]|\s(?:[A-Z]{2,}[ ,]+){1,4}[^.!?\n]{0,30}[-–—]\s"
)
_AGENCY_BEHIND = regex(r"\s\([A-Z][A-Za-z. ]{1,20}\)\s(?=[A-ZÀ-ỸĐ“\"])")  # "HAVANA, Cuba, Mar 19 (ACN) The union …"
_CAPITALS = 4  # letters of a place with which a dateline opens
_IN_THE = regex(r"\b(?:of|for|from|after|about|to|over|during|with|at|into)(?: the)? $")
_WENT = regex(r"\b(?:went|goes|go|came|travel\w+|flew|flies|drove|turned up|walked|invited) (?:in)?to (?:the )?$")
_OF_A_VOTE = regex(
    r"\b(?:victory|win|winners?|victors?|defeat|loss|losses|rout|choice|triumph|setback|ahead(?! of)|contenders?|"
    r"favou?rites?|front-?runners?|fraud|irregularities|lead) (?:[\w'’.-]+ ){0,8}in (?:the )?$"
)
_VOTE = regex(
    r"['’]s(?:$|[.,;:]| (?:[\w-]+ ){0,3}"
    r"(?:elections?|vote|polls?|primary|primaries|referendum|run-?off|summit|friendly|match|game)\b)"
)
_OFF = regex(
    r"\b(?:calls?|called|calling) off $|\b(?:cancell?\w*|postpone\w*|scrap\w*|boycott\w*|turn\w* down) (?:the )?$"
)
_SAID_THEN = regex(
    r"\b(?<!who )(?<!which )(?:said|says|announced|told \w+) (?:late |early )?(?:on )?$"
    r"|\bwho (?:delivered|handed down|read|gave|announced|disclosed|confirmed|revealed|issued|signed|made) "
    r"(?:this |it |that |so |the |his |her |known |judge?ment |ruling |verdict |decision |statement |order |order )+"
    r"(?:on )?$"
)
_HAD = regex(r"\bhad (?:\w+ly |not |also |already )?(?:\w+(?:ed|en)|\w{2,}[ntd]) (?:[\w'’-]+ ){0,4}(?:on )?$")
_TIMED = regex(  # the time of a clause, behind which a day is another's
    r"\b(?:(?:in|since|of|from|by|until) (?:early |late |mid-)?(?:(?:19|20)\d\d|january|february|march|april|may|june|"
    r"july|august|september|october|november|december)"
    r"|(?:last|this|the) (?:week|month|year|summer|winter|spring|autumn))\b"
)
_NO_PARTICIPLE = regex(  # no "who was seized on Friday": "Police who were not on strike fired", "who was about to"
    r"(?:who|which|that|where) (?:was|were) (?:about to\b|in \w+ on $|not (?:on|in|at|of)\b.*\b\w{3,}ed\b)"
)
_ONE_OF_THOSE = regex(r"\b(?:is|are|was|were) among (?:the )?(?:[\w-]+ ){1,4}(?:who|that) [^,;:]*$")
_RELATIVE = regex(r"\b(?:who|whom|which|where|that)\b[^,.;:()]*$")
_WHOM = regex(r"\bwhom (?:(?!were\b|was\b|are\b|is\b)[^\s,.;:()]+ ){2,12}$")
_ASIDE = {  # where an older day stands that tells what led to an event
    "en": regex(
        r"\b(?:who|whom|which|where|when)\b[^.;:]*$|(?<!said )(?<!says )\bthat (?!the\b|an?\b)[^,.;:]*$"
        r"|\b(?:(?<!night )(?<!evening )(?<!morning )(?<!afternoon )(?<!day )of|over|after) (?:the )?$"
        r"|, (?!ha[sd]\b|was\b|were\b)(?:\w+ )?(?:\w{2,}ed|\w+en|broken off) (?:by [^,.;:]*)?(?:on )?$"
        r"|\b(?:about|by|for|from|in|of|over|to|with) (?:(?:the|an?|his|her|its) )?(?:[\w'’-]+ ){0,3}"
        r"(?:murder|killing|attack|storm|crash|blast|bombing|shooting|death|election|vote) "
        r"(?:(?:of|in|at|on) [^,.;:]*)?$"
    ),
    "vi": regex(r"\b(?:bị|sau khi|nơi|từng|vốn|(?<=\w )vụ|(?:kết quả|sau|trong|kiện|của) (?:cuộc )?bầu cử)\b[^,.;:]*$"),
}
_GOES_ON = regex(r" (?:will|would|did|has|have|had|is|are|was|were|says?|said|told|can|could|may|must)\b")
_CARRIED_ON = regex(r",? (?:was|were|has been|have been) (?!the\b|a\b)\w+")
_SUFFERED = regex(r"\bbị\b(?!(?:(?! của\b)[^,.;:])* của\b)[^,.;:]*$")
_THEN_IT = regex(r"(?: (?:khi đang|trên đường|ở|tại|trong)\b[^,.;:]{1,60}?)? (?:đã|bị|được|vẫn|sẽ)\b")


def day_of_sentence(
    text: str,
    sentence: Span,
    language: str,
    reference: datetime.date | None,
    previous: datetime.date | None,
    *,
    is_first: bool,
    is_lead: bool = True,
) -> ResolvedDate | None:
    """The day of what a sentence tells, or in an item's first one the month; None where it does not say.

    `previous` is what "on the same day" means. A sentence that is not the first gives only a recent day told as done.
    `is_lead`: no more than a headline stands before it.
    """
    opening = text[sentence.start : sentence.start + _HEAD].lower()
    if not is_first and _context(language).background_opening.match(opening):
        return None
    ranked = []
    month: ResolvedDate | None = None
    for phrase in find(text, sentence.start, sentence.end, language):
        clause = _Clause(text, sentence, phrase, language)
        resolved = resolve(phrase, reference, previous, ahead=clause.lies_ahead())
        if resolved and reference and (resolved.date - reference).days == _SINCE_YESTERDAY and clause.is_a_captions():
            resolved = resolve(phrase, reference, previous)
        if resolved is None or clause.is_barred(text, (resolved.date - reference).days if reference else 0):
            continue
        if clause.tells_of_another() or clause.dates_another(resolved, reference):
            continue
        if phrase.opening and not is_first:
            continue  # the hours of the sentence before
        if resolved.precision != "day":
            if is_first and month is None and clause.at < _HEAD and resolved.precision == "month" and phrase.has_year:
                month = resolved
            continue
        days = (resolved.date - reference).days if reference else 0
        of_a_digest = bool(reference and previous and (reference - previous).days > _FRESH)
        if not is_first and not clause.may_stand_late(days, may_be_ahead=not (is_lead or of_a_digest)):
            continue
        ahead = days > 0 and not resolved.date_end
        if ahead and not clause.happens_then():
            continue  # "called a May 27 referendum", "set May 27 as the day of the trial", "agreed to meet on Tuesday"
        ranked.append((clause.rank(days, ahead=ahead), resolved))
        if is_first and -_LONG_AGO < days < 0 and clause.is_in_a_dateline():
            reference = resolved.date  # what "on Tuesday" behind it is seen from
    return min(ranked, key=lambda one: one[0])[1] if ranked else month


class _Clause:
    """A date and what stands around it in its sentence, in small letters."""

    def __init__(self, text: str, sentence: Span, phrase: Phrase, language: str) -> None:
        self.phrase, self.language, self.at = phrase, language, phrase.start - sentence.start
        self.context = context = _context(language)
        self.before = text[max(sentence.start, phrase.start - _AROUND) : phrase.start].lower()
        self.after = text[phrase.end : min(sentence.end, phrase.end + _AROUND)].lower()
        self.opens_in_capitals = text[sentence.start : sentence.start + _CAPITALS].isupper()
        self.behind = text[phrase.end : phrase.end + _LONGEST_DATELINE]  # as printed, also beyond the sentence
        english = language == "en"
        self.wanted = english and days_ahead.is_wanted(self.before)
        self.done = not self.wanted and context.done.search(self.before[-_DONE:]) is not None
        self.future = context.future.search(self.before) is not None and not self.done
        if self.future and days_ahead.is_told_behind(self.before, context.future, language):
            self.future = False

    def _goes_on(self, aside: re.Match[str]) -> bool:
        """Whether the main clause goes on between what is told aside and the date, or tells nothing without it."""
        if self.language != "en":
            return False
        timed = _TIMED.search(aside[0])
        if timed and days_ahead.TOLD_AS_DONE.search(aside[0], timed.end()):
            return True  # "A priest who was abducted in March last year arrived on Tuesday"
        return _NO_PARTICIPLE.match(aside[0]) is not None or _ONE_OF_THOSE.search(self.before) is not None

    def lies_ahead(self) -> Ahead:
        """Whether the words around tell that the day lies ahead."""
        if self.phrase.kind is Kind.WEEKDAY:
            told = self.wanted or days_ahead.is_coming_weekday(
                self.before, self.after, self.language, future=self.future, done=self.done
            )
            return Ahead.TOLD if told else Ahead.UNSAID
        if self.future or days_ahead.is_planned_for(self.before[-_ATTRIBUTE:], self.after):
            return Ahead.TOLD
        return Ahead.LIKELY if self.context.future.search(self.after) else Ahead.UNSAID

    def is_a_captions(self) -> bool:
        """Whether a day may end a caption, which tells in the present what has been: "meets the envoy on Sunday."."""
        return not self.future and self.before.endswith(" on ") and self.after[:1] in (".", "")

    def is_barred(self, text: str, days: int) -> bool:
        """Whether the words in front say that it is no happening's own day: "since Monday", "the October 7 attack"."""
        phrase, before = self.phrase, self.before
        if (phrase.end_day is not None or phrase.kind is Kind.WEEKDAY) and _BETWEEN.search(before):
            return False
        if phrase.kind is Kind.RELATIVE and not phrase.offset and self.after.startswith(("'s", "’s")):
            return False  # "after today's vote"
        barred = self.context.barred.search(before[-_IN_FRONT:])
        if barred is None or (barred[0].strip() == "the" and " of " in text[phrase.start : phrase.end]):
            return False
        return not (
            days_counted.is_of_a_count(before[-_IN_FRONT:])
            or days_counted.is_told_till_then(before, self.after, days, self.language)
        )

    def tells_of_another(self) -> bool:
        """Whether the date is one of another happening that the sentence names, by its words alone."""
        phrase, before, after = self.phrase, self.before, self.after
        if phrase.rough and not phrase.ahead and (self.future or _TOLD_ABOUT.search(before)):
            return True  # "who fled two weeks ago"
        if phrase.kind is Kind.SAME_DAY and phrase.offset and self.at > _HEAD:
            return True  # "… on Friday, ran out the day before"
        if phrase.kind is Kind.RELATIVE and phrase.ahead and not self.future:
            return True  # "in two days": how long it took
        if phrase.kind in (Kind.WEEKDAY, Kind.DAY) and _VOTE.match(after) and _IN_THE.search(before):
            return _WENT.search(before) is None  # "the winner of Sunday's vote", but "she went to Sunday's summit"
        if phrase.kind is Kind.WEEKDAY and _VOTE.match(after) and _OF_A_VOTE.search(before[-_ATTRIBUTE:]):
            return True  # "the victory of a newcomer in Sunday's election"
        if phrase.kind in (Kind.WEEKDAY, Kind.DAY) and after.startswith(("'s ", "’s ")) and _OFF.search(before):
            return True  # "call off Thursday's strike"
        if phrase.kind is Kind.FEAST and _TOLD_ABOUT.search(before) and _is_attributive(before, after):
            return True  # "apologised for a St Patrick's Day video"
        aside = self.context.of_another.search(before[-_ATTRIBUTE:])
        if (aside and not self._goes_on(aside)) or _CARRIED_ON.match(after) or _WHOM.search(before):
            return True  # "who was arrested on Friday", "the men killed on Friday were buried"
        if self.language == "vi" and _THEN_IT.match(after) and _SUFFERED.search(before[-_ATTRIBUTE:]):
            return True  # "hai người bị bắt hôm 4/8 đã được thả"
        told_of = self.language == "en" and _RELATIVE.search(before[-_ATTRIBUTE:])
        # "the men who fled last Friday", "those who fled on May 3 will be pardoned"
        return bool(told_of) and (phrase.week == -1 or _GOES_ON.match(after) is not None)

    def dates_another(self, resolved: ResolvedDate, reference: datetime.date | None) -> bool:
        """Whether the date is one of another matter since it lies before or behind the reference date."""
        if reference is None or not resolved.date:
            return False
        is_old = -_LONG_AGO < (resolved.date - reference).days < -_OLD and not resolved.date_end
        if is_old and _ASIDE[self.language].search(self.before[-_ATTRIBUTE:]):
            return True  # "whom the court acquitted on 1 November"
        is_past = self.language == "en" and resolved.date < reference
        if is_past and days_in_perfect.is_of_another(self.before, self.after):
            return True  # "has sent tents to those hit on Monday"
        may_take_effect = resolved.date > reference and not self.phrase.end_day
        return may_take_effect and self.context.from_then.search(self.before[-_IN_FRONT:]) is not None  # "from 1 July"

    def may_stand_late(self, days: int, *, may_be_ahead: bool) -> bool:
        """Whether a date so many days from the reference date may be the item's, though in a later sentence.

        `may_be_ahead`: a weekday may also be the coming one.
        """
        is_open = may_be_ahead and self.phrase.kind is Kind.WEEKDAY and self.phrase.week is None
        first = _NEAR_WEEKDAY - self.done if is_open else _NEAR[0]
        return (
            first <= days <= _NEAR[1]
            and (not self.future or days_counted.is_in_force(self.before))
            and (_SAID_THEN.search(self.before) or not _tells_of_the_past(self.before, self.context))
            and not self.context.earlier.search(self.before)
            and not _quoted(self.before)
        )

    def happens_then(self) -> bool:
        """Whether a day that lies ahead is that of what the sentence tells, which only announces it otherwise."""
        told_as_done = self.done and not self.before.endswith(("set ", "fixed "))
        return bool(
            told_as_done
            or self.phrase.kind is Kind.SAME_DAY
            or (self.phrase.has_year and not self.future)
            or days_ahead.is_scheduled(self.before, self.after)
        )

    def rank(self, days: int, *, ahead: bool) -> tuple[bool, bool, bool, bool, int]:
        """The lower, the likelier the date is that of what the sentence tells."""
        beside = (
            self.future
            or ahead
            or _tells_of_the_past(self.before, self.context)
            or _is_attributive(self.before, self.after)
            or days_counted.is_of_a_count(self.before[-_IN_FRONT:])
            or (self.language == "en" and _HAD.search(self.before) is not None)
        )
        return days < -_LONG_AGO, beside, _quoted(self.before), self.is_in_a_dateline(), self.phrase.start

    def is_in_a_dateline(self) -> bool:
        """Whether it is the day on which an agency sent its report."""
        sent_on = self.phrase.kind is Kind.DAY and not self.phrase.end_day
        if not sent_on:
            return False
        return bool(_DATELINE.match(self.behind) or (self.opens_in_capitals and _AGENCY_BEHIND.match(self.behind)))


def _is_attributive(before: str, after: str) -> bool:
    """Whether a date only tells which one is meant: "a May 27 referendum", "Sunday's vote"."""
    if _OWN_NOUNS.match(after):
        return False
    return after.startswith(("'s ", "’s ")) or bool(_ATTRIBUTIVE.search(before) and _OF_A_NOUN.match(after))


def _tells_of_the_past(before: str, context: _Context) -> bool:
    """Whether the clause in front of a date says that it is of a past matter, rather than of what the clause tells."""
    found = context.past.search(before[-120:].rpartition(",")[2])
    return found is not None and not (found[0] in context.happens and len(before) < _SUBJECT)


def _quoted(before: str) -> bool:
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


class _Context:
    """Patterns that tell an event's own date from the dates of what led to it or lies ahead."""

    def __init__(self, words: dict[str, list[str]]) -> None:
        self.future = _any_of(words["future_before"])
        self.past = re.compile(rf"\b(?:{'|'.join(words['past_before'])})\b")
        self.happens = frozenset(words["happens"])
        barred = "|".join(map(re.escape, sorted(words["background_before"], key=len, reverse=True)))
        barred = rf"(?:{barred}|(?<!\bon )the)" if "since" in words["background_before"] else barred
        when = r"[ ](?:(?:on|late|early|hôm|vào|ngày)[ ])*$"
        done, said = "|".join(words["done_before"]), "|".join(words["said_before"])
        self.done = re.compile(rf"\b(?<!\bbe )(?:{done}|(?:{said})(?:[ ](?!would\b|will\b|sẽ\b)[\w'’-]+){{1,7}}){when}")
        self.of_another = re.compile(rf"(?:\b|(?=,))(?:{'|'.join(words['of_another'])})[ ][^,.;:()]*$")
        self.from_then = re.compile(rf"\b(?:{'|'.join(words['from_then'])})[ ](?:(?:late|early|ngày|hôm)[ ])?$")
        self.earlier = re.compile(rf"\b(?:{'|'.join(words['earlier'])})\b")
        self.commentator = _any_of(words["commentators"])
        day_word = r"(?:ngày |hôm |đêm |sáng |the )?"
        hour = r"(?:\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\.?|giờ)|noon|midnight|dawn|late|early|at least)[ ](?:on[ ])?"
        until = rf"(?:until|till|cho tới|cho đến|tới|đến)[ ]{hour}"
        self.barred = re.compile(rf"\b(?<!thông )(?<!tuần )(?<!tháng )(?<!năm )(?:(?:{barred})[ ]|{until}){day_word}$")
        self.background_opening = re.compile(rf"(?:{'|'.join(map(re.escape, words['background_openings']))})\b")


def _any_of(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")


@cache
def _context(language: str) -> _Context:
    return _Context(data.load("dates.vi" if language == "vi" else "dates.en")["context"])


def tells_background(opening: str, language: str) -> bool:
    """Whether a sentence opens like one that tells what came before: "Previously, …", "Trước đó …"."""
    return bool(_context(language).background_opening.match(opening[:_HEAD].lower()))


def may_be_own_day(text: str, sentence: Span, phrase: Phrase, language: str) -> bool:
    """Whether a date in a sentence may be the day of what the sentence tells, not of what led to it or lies ahead."""
    context = _context(language)
    before = text[sentence.start : phrase.start].lower()
    return not (
        context.barred.search(before[-_IN_FRONT:])
        or context.future.search(before)
        or context.past.search(before[-80:])
        or _quoted(before)
    )


def is_commentary(text: str, language: str) -> bool:
    """Whether a paragraph brings in someone who only comments: an analyst, a professor."""
    return bool(_context(language).commentator.search(text.lower()))
