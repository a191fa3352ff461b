"""Names that their company tells: in a row with people, or of somebody called by surname elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from . import gazetteer
from .people_en import EnglishPeople
from .people_page import NOT_PEOPLE, Page
from .people_vi import VietnamesePeople
from .persons import Found

_SPEECH = gazetteer.word_set("speech-verbs")
_AND = frozenset(("and", "And", "và"))
_JOINED = (" and ", ", and ", " & ", " và ", ", và ")
_IN_A_ROW = (*_JOINED, ", ")
_LONGEST_ROW = 12  # words in which a row has to end


def names_in_rows(
    page: Page, room: EnglishPeople | VietnamesePeople, found: Sequence[Found], loose: list[tuple[int, int]]
) -> list[Found]:
    """People among the runs that tell nothing by themselves; those found leave `loose`.

    "Ghani Rehman, Wali Jan and Noor Islam": one joined to a person by "and" is a person, and one in a row that goes on.
    "Kerenga Kua" is one where "Mr Kua" is mentioned or "Kua said".
    """
    several = [run for run in loose if run[1] - run[0] > 1]
    if not several:
        return []
    called = _called(page, found, loose)
    starts, ends = {one.start for one in found}, {one.end for one in found}
    added: list[Found] = []
    for run in (*several, *reversed(several)):
        first, last = run
        begin, end = page.words[first].start, page.words[last - 1].end
        if begin in starts:
            continue
        if page.words[last - 1].text not in called and not _in_a_row(page, first, last, starts, ends):
            continue
        if person := room.among_others(first, last):
            added.append(person)
            starts |= {begin, person.start}
            ends.add(end)
    loose[:] = [run for run in loose if page.words[run[0]].start not in starts]
    return added


def _called(page: Page, found: Sequence[Found], loose: Sequence[tuple[int, int]]) -> set[str]:
    """Surnames that stand alone behind a title or before a speech verb."""
    called = {one.text for one in found if one.titled and " " not in one.text}
    for first, last in loose:
        word = page.words[first]
        if (
            last - first > 1
            or last >= len(page.words)
            or page.words[last].text not in _SPEECH
            or word.text in NOT_PEOPLE
        ):
            continue
        if (
            page.text[word.end : page.words[last].start] == " "
            and not page.is_ordinary(word)
            and not word.text.isupper()
        ):
            called.add(word.text)
    return called


def _in_a_row(page: Page, first: int, last: int, starts: set[int], ends: set[int]) -> bool:
    """Whether a person stands right before or behind, joined by "and", or by a comma in a row that goes on."""
    words = page.words
    before = page.text[words[first - 1].end : words[first].start] if first else ""
    begin = words[first].start
    if first > 1 and words[first - 1].text in _AND:
        joint = words[first - 2].end
        return joint in ends and page.text[joint:begin] in _JOINED
    if before == ", " and words[first - 1].end in ends:
        return last < len(words) and _goes_on(page, last)
    if last >= len(words):
        return False
    end = words[last - 1].end
    if words[last].text in _AND and last + 1 < len(words):
        return words[last + 1].start in starts and page.text[end : words[last + 1].start] in _JOINED
    return page.text[end : words[last].start] == ", " and words[last].start in starts and _goes_on_behind(page, last)


def _goes_on(page: Page, last: int) -> bool:
    """Whether a further name follows: ", Wali Jan and Noor", ", Wali Jan, Noor"."""
    at = last + 1 if page.words[last].text in _AND else last
    if at >= len(page.words):
        return False
    gap = page.text[page.words[last - 1].end : page.words[at].start]
    return gap in _IN_A_ROW and page.words[at].capital and page.words[at].hit < 0


def _goes_on_behind(page: Page, at: int) -> bool:
    """Whether the row of names behind a comma ends with "and": "Ghani Rehman, Wali Jan and Noor Islam"."""
    stop = min(len(page.words), at + _LONGEST_ROW)
    while at < stop and page.words[at].capital:
        at += 1
    return at + 1 < len(page.words) and page.words[at].text in _AND and page.words[at + 1].capital
