"""Where an article ends and the teasers of other articles begin."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence, Set
from itertools import pairwise

from events.extraction import agencies, date_phrases, gazetteer, sentences
from events.extraction.layouts.blocks import NamesIn
from events.extraction.layouts.story_shape import is_led
from events.extraction.layouts.told import OUTSIDE_DAYS, goes_on, pattern, turns
from events.extraction.lines import Line
from events.extraction.patterns import regex
from events.extraction.records import Reason, Span

_LEAST_STORY = 2  # paragraphs in front of the teasers
_LEAST_TEASERS = 2
_LONGEST_TEASER = 3  # sentences
_LEAST_STRANGERS, _LEAST_STRANGERS_BEHIND_AN_END = 3, 2
_QUOTES = "\"“'‘«"
_LONGEST_STRANGER = 2  # sentences
_LEAST_OF_ITSELF, _SHARE_OF_ITSELF = 3, 0.75  # paragraphs of an article that name somebody; of them linked
_END_SIGN, _LONGEST_SIGN = regex(r"(?:\.\s?/\.?|\((?:END|Hết)\)\.?|[■□▪◆])$", re.IGNORECASE), 8
_LEAST_HEADLINE, _LEAST_HEADLINES = 30, 3  # characters; headlines with leads
_LEAST_PARAGRAPH = 60
_LONGEST_CROSSHEAD = 4  # words
_GIVEN, _NOT_PEOPLE = gazetteer.words("given-names.tsv"), gazetteer.words("not-people.tsv")
_OF_NO_NAME = regex(  # ends of English nouns and adjectives that no name has, and of what a crosshead begins with
    r"^[A-Z][a-z]{2,}ing\s|[a-z]{3,}(?:tion|sion|ness|ity|ism|ment|onal|ical|omic|atic|ious)s?\b"
)
_SHARE_GOING_ON = 0.75  # of the paragraphs behind a name that name somebody of the story
_SHARE_BEHIND, _SHARE_LATER = 0.25, 0.5  # of the paragraphs behind a box; where the first one goes on with the story


def teasers_from(
    lines: Sequence[Line], names_in: NamesIn, is_byline: Callable[[str], bool], language: str
) -> int | None:
    """The offset behind which only other articles stand; None where the article goes on to the end.

    Told by a comment or rating box, by the author's name under the text, by headlines that follow each other with a
    lead at most, by the spacing (an article set solid, then single paragraphs set apart), or by paragraphs that name
    nobody of the story.
    """
    kept = [line for line in lines if not line.reason]
    signed = [line for line in lines if line.reason in (None, Reason.BYLINE)]
    found = [
        _by_box(lines, kept, names_in, language),
        _by_byline(lines, signed, is_byline, names_in, language),
        _by_headlines(kept),
        _by_doubled_headline(kept),
    ]
    if not any(found):
        found = [_by_spacing(kept, names_in)]
    at = min((at for at in found if at is not None), default=None)
    strangers = _by_names(lines, [line for line in kept if at is None or line.start < at], names_in, language)
    return at if strangers is None else strangers


def _by_box(lines: Sequence[Line], kept: Sequence[Line], names_in: NamesIn, language: str) -> int | None:
    """Behind the first comment or rating box that has text before it, and behind which the story does not go on."""
    first_text = next((line.start for line in kept if sentences.ends_like_one(line.text)), None)
    if first_text is None:
        return None
    boxes = [line.end for line in lines if line.ends_article and line.start > first_text]
    return next((at for at in boxes if not _goes_on_behind(lines, kept, at, names_in, language)), None)


def _goes_on_behind(
    lines: Sequence[Line], kept: Sequence[Line], at: int, names_in: NamesIn, language: str, *, least: int = 1
) -> bool:
    """Whether paragraphs behind a place are of the story: no headline leads them, and they name its people.

    One of them gives a day, as comments and the leads of teasers hardly do.
    """
    split = next((place for place, line in enumerate(kept) if line.start >= at), len(kept))
    behind = [place for place in range(split, len(kept)) if _is_paragraph(kept[place])]
    links = {line.start: above for above, line in pairwise(lines) if above.reason is Reason.RELATED}
    led = [line.start in links and is_led(line, links[line.start], names_in) for line in map(kept.__getitem__, behind)]
    if all(led):
        return False  # also where there are none
    times = _times_named(kept[:split], names_in)
    others = _but_for_the_most_named(times)
    going_on, dated = [], 0
    for place in behind:
        names = _names(kept[place], names_in)
        if times.keys().isdisjoint(names) or (place and is_led(kept[place], kept[place - 1], names_in)):
            continue
        gives_a_day = _gives_a_day(kept[place].text, language)
        if gives_a_day or not others.isdisjoint(names):
            going_on.append(place)
            dated += gives_a_day
    share = _SHARE_BEHIND if behind[0] in going_on else _SHARE_LATER
    return dated > 0 and len(going_on) >= max(least, share * len(behind))


def _gives_a_day(text: str, language: str) -> bool:
    return any(one.kind in OUTSIDE_DAYS for one in date_phrases.find(text, 0, len(text), language))


def _times_named(before: Sequence[Line], names_in: NamesIn) -> Counter[str]:
    return Counter(name for line in before for name in _names(line, names_in))


def _but_for_the_most_named(times: Counter[str]) -> Set[str]:
    """Whom the story names most says nothing, for that is the country the paper is of."""
    return times.keys() - {name for name, _ in times.most_common(1)}


def _by_byline(
    lines: Sequence[Line],
    kept: Sequence[Line],
    is_byline: Callable[[str], bool],
    names_in: NamesIn,
    language: str,
) -> int | None:
    """Behind the author's name under an article of several paragraphs, if only short leads about others follow."""
    for place in range(len(kept) - 1, _LEAST_STORY, -1):
        if is_byline(kept[place].text) and not _is_crosshead(kept[place : place + 2]):
            if sum(map(_is_paragraph, kept[:place])) < _LEAST_STORY:
                return None
            behind = [line for line in kept[place + 1 :] if not line.reason]
            if not behind or len(behind) > place or _go_on(behind, kept[:place], names_in):
                return None
            if _goes_on_behind(lines, kept, behind[0].start, names_in, language, least=2):
                return None
            return behind[0].start
        if _sentence_count(kept[place].text) > _LONGEST_TEASER:
            return None
    return None


def _is_crosshead(lines: Sequence[Line]) -> bool:
    """Whether words with capitals over a paragraph are no name: "Crackdown", "Growing Concerns", "Regional Impact"."""
    words = lines[0].text.split()
    if len(lines) < 2 or not _is_paragraph(lines[1]) or len(words) > _LONGEST_CROSSHEAD or words[0] in _GIVEN:
        return False
    if agencies.names_one(lines[0].text) or not lines[0].text.isascii() or lines[0].text.isupper():
        return False
    return len(words) == 1 or _OF_NO_NAME.search(lines[0].text) is not None or not _NOT_PEOPLE.isdisjoint(words)


def _go_on(behind: Sequence[Line], before: Sequence[Line], names_in: NamesIn) -> bool:
    """Whether what follows a name goes on with the story: nearly every paragraph names somebody whom it has named."""
    told = _but_for_the_most_named(_times_named(before, names_in))
    named = [names for line in behind if _is_paragraph(line) and (names := _names(line, names_in))]
    return bool(named) and sum(1 for names in named if names & told) >= _SHARE_GOING_ON * len(named)


def _by_headlines(kept: Sequence[Line]) -> int | None:
    """Where the text turns into headlines, each with one paragraph at most. Crossheads are shorter and head more."""
    paragraphs = sum(1 for line in kept if _is_paragraph(line))
    start, headlines, leads = None, 0, 0
    for before, line in zip(reversed(kept[:-1]), reversed(kept[1:]), strict=True):
        if sentences.ends_like_one(line.text):
            paragraphs -= _is_paragraph(line)
            if sentences.ends_like_one(before.text) or paragraphs < _LEAST_STORY:
                break
            leads += 1
        elif paragraphs < _LEAST_STORY:
            break
        elif len(line.text) >= _LEAST_HEADLINE:
            start, headlines = line.start, headlines + 1
    return start if headlines >= (_LEAST_HEADLINES if leads else _LEAST_TEASERS) else None


def _by_doubled_headline(kept: Sequence[Line]) -> int | None:
    """Behind the text a headline that is printed twice, as the page's own: the next article, whole."""
    told = 0
    for line in kept:
        if line.doubled and told > _LEAST_STORY and len(line.text) >= _LEAST_HEADLINE:
            return line.start
        told += _is_paragraph(line)
    return None


def _is_paragraph(line: Line) -> bool:
    return sentences.is_paragraph(line.text, _LEAST_PARAGRAPH)


def _by_spacing(kept: Sequence[Line], names_in: NamesIn) -> int | None:
    """An article whose paragraphs follow without blank lines, then paragraphs with one before each."""
    last = len(kept)
    while last > 0 and kept[last - 1].gap:
        last -= 1
    solid = [line for line in kept[1:last] if not line.gap]
    if len(kept) - last < _LEAST_TEASERS or last < _LEAST_STORY + 1 or len(solid) < 0.6 * (last - 1):
        return None
    if any(_sentence_count(line.text) > _LONGEST_TEASER for line in kept[last:]):
        return None
    told = sum(1 for line in kept[:last] if sentences.ends_like_one(line.text))
    if told <= _LEAST_STORY or _go_on(kept[last:], kept[:last], names_in):
        return None
    return kept[last].start


def _by_names(lines: Sequence[Line], kept: Sequence[Line], names_in: NamesIn, language: str) -> int | None:
    """Where the sentences at the end begin, one or two in each paragraph, that name nobody named elsewhere.

    Three of them name a country or a person, two where the article says that it ends, and at most as many nobody at
    all. None takes up what was told. A body like the UN may come into any story, and begins nothing.
    """
    end = len(kept)
    while end and not sentences.ends_like_one(kept[end - 1].text):
        end -= 1  # "0", a name: what stands below the teasers
    if end < _LEAST_STORY + 1 + _LEAST_STRANGERS_BEHIND_AN_END:
        return None
    times = _times_named(kept[:end], names_in)
    start, strangers, nameless = None, 0, 0
    for above, line in zip(reversed(kept[_LEAST_STORY : end - 1]), reversed(kept[_LEAST_STORY + 1 : end]), strict=True):
        text, own = line.text, _names(line, names_in)
        times.subtract(own)
        if any(times[name] > 0 for name in own) or not sentences.ends_like_one(text) or _takes_up(text, language):
            break
        if _sentence_count(text) > _LONGEST_STRANGER:
            break
        if all(mention.kind == "organization" for mention in names_in([Span(line.start, line.end)])):
            nameless += 1
            continue
        strangers += 1
        least = _LEAST_STRANGERS_BEHIND_AN_END if _ends_the_text(above, line, lines) else _LEAST_STRANGERS
        if strangers >= max(least, nameless):
            start = line.start
    return start


def leads_end_it(lines: Sequence[Line], names_in: NamesIn, language: str) -> bool:
    """Whether a page is one article over single sentences about others, which name nobody whom it names.

    Nearly all its own paragraphs name somebody whom another one names, and some have more than one sentence.
    """
    kept = [line for line in lines if not line.reason]
    start = _by_names(lines, kept, names_in, language)
    if start is None:
        return False
    article = [line for line in kept if line.start < start and _is_paragraph(line)]
    leads = [line for line in kept if line.start >= start and sentences.ends_like_one(line.text)]
    if len(article) < _LEAST_OF_ITSELF or len(leads) < _LEAST_STRANGERS:
        return False
    if max(_sentence_count(line.text) for line in leads) > 1 or all(_sentence_count(one.text) < 2 for one in article):
        return False
    times = _times_named(article, names_in)
    named = [names for line in article if (names := _names(line, names_in))]
    linked = sum(1 for names in named if any(times[name] > 1 for name in names))
    return len(named) >= _LEAST_OF_ITSELF and linked >= _SHARE_OF_ITSELF * len(named)


def _takes_up(text: str, language: str) -> bool:
    """Whether a paragraph quotes, points back or says that the story turns elsewhere."""
    if text[0] in _QUOTES or pattern("pronoun", language).match(text):
        return True
    return goes_on(text, language) or turns(text, language)


def _ends_the_text(above: Line, line: Line, lines: Sequence[Line]) -> bool:
    """Whether an article says that it ends, by a sign or by who wrote it, between two of its lines."""
    if _END_SIGN.search(above.text, max(0, len(above.text) - _LONGEST_SIGN)):
        return True
    return any(one.reason in (Reason.BYLINE, Reason.SOURCE) and above.end <= one.start < line.start for one in lines)


def _names(line: Line, names_in: NamesIn) -> Set[str]:
    """Who is named in a line, in order: of those named as often as each other the first counts as named most."""
    return dict.fromkeys(mention.value for mention in names_in([Span(line.start, line.end)])).keys()


def _sentence_count(text: str) -> int:
    return sum(1 for _ in sentences.split(text[:2000], 0, min(len(text), 2000)))
