"""Lines without a sign between items that have one: headings of what follows, names under pictures, buttons."""

from __future__ import annotations

from itertools import pairwise

from events.extraction import places, publication, regions, sentences, subjects
from events.extraction.layouts import bulleted, headline
from events.extraction.layouts.blocks import NamesIn, Opening
from events.extraction.line_cues import LONGEST_LINK
from events.extraction.lines import Line
from events.extraction.records import Reason, Span

_LONGEST_SUBHEADING = 80
_LONGEST_SHOUT = 40
_SHORTEST_HEADLINE, _LONGEST_HEADLINE, _NEAR = 20, 140, 4  # characters; lines until its text
_LEAST_PARAGRAPH = 60
_NESTED = 2  # columns by which a bullet stands deeper than another
_LEAST_CREDITED, _SHARE_CREDITED = 3, 0.7  # bullets that end with a credit, in number and of those that are sentences
_MOST_NAMES = 4  # of one person


def headings_in_front(lines: list[Line], openings: list[Opening | None], headings_follow: bool) -> set[int]:
    """The heading right before the first item, if more headings follow, in this block or as heads of the next ones.

    Else it is the document's own headline, unless it ends with a colon.

    Where nothing stands above it, it has to look like the others, too.
    """
    places = [
        i
        for i in range(len(lines))
        if not lines[i].reason
        and not openings[i]
        and is_subheading(lines, openings, i, False)
        and not names_a_picture(lines, i)
        and not _ends_a_menu(lines, i)
    ]
    first = next((i for i, opening in enumerate(openings) if opening), 0)
    later = [i for i in places if i > first]
    above = next((i for i, line in enumerate(lines) if not line.reason), 0)
    return {
        i
        for i in places
        if i < first
        and (
            (i > above and (later or headings_follow or lines[i].text.endswith(":")))
            or (later and _alike(lines[i].text, [lines[j].text for j in later]))
        )
    }


def _ends_a_menu(lines: list[Line], i: int) -> bool:
    """Whether only a few words stand right behind the site's links, as the last of them does."""
    at = i
    while at and not lines[at].reason and not lines[at].gap and len(lines[at].text) <= LONGEST_LINK:
        at -= 1
    is_link = lines[at].reason is Reason.WIDGET and len(lines[at].text) <= LONGEST_LINK
    return at < i and is_link and lines[at].text[-1].isalpha() and not heads_by_itself(lines[i].text)


def _alike(text: str, headings: list[str]) -> bool:
    """Whether a line could be one of these headings by its length and its capitals."""
    if len(text) > 2 * max(map(len, headings)) or publication.announces(text):
        return False
    return any((text == text.upper()) == (heading == heading.upper()) for heading in headings)


def is_subheading(lines: list[Line], openings: list[Opening | None], i: int, open_item: bool) -> bool:
    """A short line without a full stop, right before an item, and not the headline's own second line."""
    text = lines[i].text
    if len(text) > _LONGEST_SUBHEADING or sentences.ends_like_one(text):
        return False
    if is_credited(text) and not subjects.is_heading_like_a_medium(text):
        return False
    following = next((j for j in range(i + 1, len(lines)) if not lines[j].reason), None)
    if following is None or not openings[following]:
        return False
    if text[0].islower() or (open_item and lines[i].text[0] in "-–—+" and bulleted.opening(lines[i])):
        return False  # the rest of a text that furniture stands in; a point below it
    after_headline = open_item and openings[i - 1] and not sentences.ends_like_one(lines[i - 1].text)
    return not after_headline or lines[i].gap or heads_by_itself(text)


def heads_by_itself(text: str) -> bool:
    """Whether a line is a heading by its words or its capitals, wherever it stands."""
    return bool(subjects.is_heading(text) or regions.read_heading(text) or (text.isupper() and _shouts(text)))


def is_parent(lines: list[Line], openings: list[Opening | None], i: int) -> bool:
    """A bullet that heads deeper bullets: `- Europe:` over `+ France …`."""
    own, following = openings[i], openings[i + 1] if i + 1 < len(lines) else None
    text = lines[i].text
    if own and following and own.sign == following.sign and own.sign and _shouts(text[own.length :]):
        return sentences.ends_like_one(lines[i + 1].text)
    nested = own and following and (following.sign != own.sign or lines[i + 1].indent > lines[i].indent)
    return bool(
        nested and len(text) <= _LONGEST_SUBHEADING and (text.endswith(":") or not sentences.ends_like_one(text))
    )


def notes_below(lines: list[Line], openings: list[Opening | None]) -> frozenset[int]:
    """Deeper bullets below bullets that tell something: what somebody said, more about it. No items of their own."""
    notes: set[int] = set()
    told = 0
    above: int | None = None  # the latest bullet at the outer margin
    for i, opening in enumerate(openings):
        if not opening:
            continue
        if above is None or lines[i].indent < lines[above].indent + _NESTED:
            above, told = i, told + 1
        elif not _may_head_bullets(lines[above].text):
            notes.add(i)
    return frozenset(notes) if len(notes) <= told else frozenset()


def _may_head_bullets(text: str) -> bool:
    return len(text) <= _LONGEST_SUBHEADING and not (sentences.ends_like_one(text) and text[-1] != ":")


def _may_name_a_topic(text: str) -> bool:
    return len(text) <= _LONGEST_SUBHEADING and text[-1] not in ")]"  # "(RTK)": a medium that is not known


def topics_above(lines: list[Line], openings: list[Opening | None]) -> frozenset[int]:
    """Bullets that only name what those below are about, where most others end with a credit."""
    begun = [i for i, opening in enumerate(openings) if opening]
    told = [i for i in begun if sentences.ends_like_one(lines[i].text) or is_credited(lines[i].text)]
    credited = {i for i in told if is_credited(lines[i].text)}
    if len(credited) < max(_LEAST_CREDITED, _SHARE_CREDITED * len(told)):
        return frozenset()
    kept = [i for i, line in enumerate(lines) if not line.reason]
    named = {i for i in begun if i not in told and _may_name_a_topic(lines[i].text)}
    topics: set[int] = set()
    again: set[str] = set()
    for i, below in reversed(list(pairwise(kept))):
        if i in named and (below in told or below in topics):
            topics.add(i)
            again.add(lines[i].text)
    return frozenset(topics) | {i for i in named if lines[i].text in again}


def _shouts(text: str) -> bool:
    """A heading among items by its looks alone: "POLITICS", "Politics:"."""
    return len(text) <= _LONGEST_SHOUT and (text.endswith(":") or text.isupper()) and not any(map(str.isdigit, text))


def heads_the_next(lines: list[Line], openings: list[Opening | None], i: int) -> Line | None:
    """The paragraph without a sign that a line without one stands over as its headline."""
    text = lines[i].text
    if not _SHORTEST_HEADLINE <= len(text) <= _LONGEST_HEADLINE or sentences.ends_like_one(text) or text[-1] in ":,":
        return None
    if text[0].islower() or is_credited(text) or publication.announces(text):
        return None
    below = next((j for j in range(i + 1, min(i + _NEAR, len(lines))) if not lines[j].reason), None)
    return lines[below] if below is not None and not openings[below] and is_paragraph(lines[below]) else None


def names_a_picture(lines: list[Line], i: int) -> bool:
    """A person's name, and nothing else, beside an item that names them: the caption of a portrait."""
    text = lines[i].text
    words = text.split()
    if not 2 <= len(words) <= _MOST_NAMES or not all(word[0].isupper() for word in words) or text.isupper():
        return False
    if not all(word.replace(".", "").replace("-", "").replace("'", "").isalpha() for word in words):
        return False
    if subjects.is_heading(text) or regions.read_heading(text) or places.is_one(text):
        return False
    beside = [
        line.text for line in lines[max(0, i - 2) : i] + lines[i + 1 : i + 2] if len(line.text) > _LEAST_PARAGRAPH
    ]
    return any(text in one and not one.startswith(text) for one in beside)


def stands_over_a_caption(lines: list[Line], i: int) -> bool:
    """Whether a few words behind a text stand right over a picture's caption: the picture's name."""
    text = lines[i].text
    if len(text) > _LONGEST_SUBHEADING or sentences.ends_like_one(text) or heads_by_itself(text) or places.is_one(text):
        return False
    return i + 1 < len(lines) and lines[i + 1].reason is Reason.CAPTION and is_paragraph(lines[i - 1])


def is_stray(lines: list[Line], openings: list[Opening | None], i: int) -> bool:
    """A short line that is no sentence, behind one that is: an author's name, a button, no part of the text."""
    text = lines[i].text
    if len(text) > _LONGEST_SUBHEADING or sentences.ends_like_one(text) or text[0].islower() or text[-1] in ":,":
        return False
    if is_credited(text):
        return False
    before = next((lines[j] for j in range(i - 1, -1, -1) if not lines[j].reason), None)
    return before is not None and sentences.ends_like_one(before.text)


def is_credited(text: str) -> bool:
    return bool(headline.trailing_credit(text, 0, len(text))[1])


def is_paragraph(line: Line) -> bool:
    return sentences.is_paragraph(line.text, _LEAST_PARAGRAPH)


def is_a_person(line: Line, names_in: NamesIn) -> bool:
    """Whether a line is nothing but a person's name: under a picture."""
    if line.set_off or len(line.text) > _LONGEST_SHOUT or line.text.isupper() or " " not in line.text:
        return False
    named = [one for one in names_in([Span(line.start, line.end)]) if one.kind == "person"]
    return any(one.start == line.start and one.end >= line.end - 1 for one in named)


def is_capital_heading(lines: list[Line], openings: list[Opening | None], i: int) -> bool:
    """A subject or a region in capitals, right before an item or with a colon behind it: "SPORTS", "GIÁO HỘI:"."""
    text = lines[i].text
    if len(text) > _LONGEST_SHOUT or not text.isupper() or not (text.endswith(":") or subjects.is_heading(text)):
        return False
    following = next((j for j in range(i + 1, len(lines)) if not lines[j].reason), None)
    return following is not None and not lines[following].text.isupper()
