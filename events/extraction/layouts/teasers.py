"""How a page prints its teasers: what a headline looks like, the button behind each, the label under a headline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

from events.extraction import places, publication, regions, sentences, subjects
from events.extraction.layouts import bulleted, headline, page, small_print
from events.extraction.layouts.blocks import NamesIn, parties_in
from events.extraction.layouts.rules import STROKES
from events.extraction.lines import Line
from events.extraction.patterns import regex
from events.extraction.records import Reason

_LONGEST_HEADLINE = 200
_LEAST_PARTED, _SHARE_PARTED, _MOST_LINES_OF_ONE = 3, 0.6, 8  # items with a button below them; their lines
_LEAST_TEXT, _SHARE_NOTED, _MOST_NOTES = 50, 0.8, 2.5  # characters; of the runs of bullets; bullets of a run
_LONGEST_CREDIT, _LONGEST_SLUG = 40, 70
_SLUG = regex(r"(?P<places>[^\W\d_][^\d:;!?\n–—-]{2,40}?)\s[-–—]\s[^\W\d_][\w '’&/,]{2,40}")
_LEAST_RUN_IN = 4  # texts with a headline run in
_LEAST_LABELS, _LONGEST_LABEL = 2, 30
_LEAST_TOLD, _LEAST_ARTICLE = 4, 3  # texts of a page without any other sign; paragraphs of an article
_SHORTEST_TELLING, _LEAST_WORDS, _LONGEST_QUESTION = 20, 4, 120  # characters and words of a headline
_MOST_IN_COMMON = 0.45  # share of its texts that name one and the same
_SHARE_STRANGE, _SHARE_OF_OTHERS = 0.7, 0.6  # of its texts name nobody of the one before; nobody of the first


def is_headline(line: Line) -> bool:
    """Whether a line could be one: neither a sentence nor a subject, nor a lead without a stop."""
    return line.headline or (
        not (line.lead or line.pictured)
        and len(line.text) <= _LONGEST_HEADLINE
        and sentences.may_be_a_headline(line.text)
        and not subjects.is_heading(line.text)
    )


def tell_of_many(lines: Sequence[Line], names_in: NamesIn) -> bool:
    """Whether the texts under headlines have nobody in common, as those under an article's crossheads do."""
    groups: list[list[Line]] = []
    for line in lines:
        if not line.reason and _heads_a_text(line):
            groups.append([line])
        elif not line.reason and groups:
            groups[-1].append(line)
    groups = [group for group in groups if len(group) > 1]
    if len(groups) < _LEAST_TOLD or (len(groups[0]) > _LEAST_ARTICLE and max(map(len, groups[1:])) == 2):
        return False  # or an article and links to others
    named = [set().union(*(parties_in(line, names_in) for line in group)) for group in groups]
    times = Counter(name for names in named for name in names)
    strange = sum(1 for before, now in pairwise(named) if now and before.isdisjoint(now))
    others = sum(1 for now in named[1:] if now and named[0].isdisjoint(now))
    return (
        max(times.values(), default=0) <= _MOST_IN_COMMON * len(named)
        and strange >= _SHARE_STRANGE * (len(named) - 1)
        and others >= _SHARE_OF_OTHERS * (len(named) - 1)
    )


def _heads_a_text(line: Line) -> bool:
    """Whether a line could be a headline, also one that asks, and is no crosshead of a few words."""
    if len(line.text) < _SHORTEST_TELLING or line.text.count(" ") < _LEAST_WORDS - 1:
        return False
    if is_headline(line):
        return True
    asks = len(line.text) <= _LONGEST_QUESTION and line.text[-1] in "?!"
    return asks and len(sentences.split(line.text, 0, len(line.text))) == 1


def tell_items(lines: Sequence[Line]) -> bool:
    """Whether a page parts its items beyond doubt."""
    if is_parted(lines) or are_signed(lines) or have_slugs(lines):
        return True
    return bool(signed_headlines(lines) or run_in(lines)[0])


def bullets_are_notes(lines: Sequence[Line]) -> bool:
    """Whether a bullet or two stand below the text of each item, and none below a heading."""
    runs = noted = bullets = 0
    before: Line | None = None
    inside = False
    for line in lines:
        if line.reason:
            continue
        if bulleted.opening(line):
            bullets += 1
            if not inside:
                runs += 1
                noted += before is not None and sentences.is_paragraph(before.text, _LEAST_TEXT)
            inside = True
        else:
            before, inside = line, False
    if noted < max(_LEAST_PARTED, _SHARE_NOTED * runs) or bullets > _MOST_NOTES * runs:
        return False
    kept = [line for line in lines if not line.reason and not bulleted.opening(line)]
    led = sum(1 for line, after in pairwise(kept) if is_headline(line) and not is_headline(after))
    return led >= max(_LEAST_PARTED, _SHARE_NOTED * runs)


def run_in(lines: Sequence[Line]) -> tuple[frozenset[int], frozenset[int]]:
    """Headings, and the texts below that open with a headline: "Istanbul votes again. Turkey's largest city …"."""
    heads: list[Line] = []
    texts: list[Line] = []
    group: list[Line] = []
    head: Line | None = None
    for line in [*lines, None]:
        if line is not None and not line.reason and not is_headline(line):
            group.append(line)
            continue
        if head is not None and len(group) > 1 and len(head.text) <= _LONGEST_LABEL and all(map(_has_a_head, group)):
            heads.append(head)
            texts += group
        head, group = (None if line is not None and line.reason else line), []
    if len(heads) < _LEAST_LABELS or len(texts) < _LEAST_RUN_IN:
        return frozenset(), frozenset()
    return frozenset(map(id, heads)), frozenset(map(id, texts))


def _has_a_head(line: Line) -> bool:
    """Whether a text opens with a few words and a stop, and tells of it in at least one more sentence."""
    if len(line.text) < 2 * _LEAST_TEXT or line.text[0] in "\"“‘'":
        return False
    first = sentences.first(line.text, 0, min(len(line.text), 2 * _LONGEST_SLUG))
    return first is not None and first.end <= _LONGEST_SLUG and len(line.text) - first.end >= _LEAST_TEXT


def signed_headlines(lines: Sequence[Line]) -> frozenset[int]:
    """Headlines that end with their medium in brackets, "Talks resume (Tanjug)", where several texts have such."""
    signed = [
        line
        for line, after in pairwise([one for one in lines if not one.reason])
        if line.text[-1] == ")"
        and is_headline(line)
        and len(line.text) >= _LONGEST_LABEL
        and headline.trailing_credit(line.text, 0, len(line.text))[1]
        and not after.text.endswith(")")
    ]
    return frozenset(map(id, signed)) if len(signed) >= _LEAST_PARTED else frozenset()


def have_slugs(lines: Sequence[Line]) -> bool:
    """Whether a place and a subject stand over each item: "Vanuatu - earthquake", "Fiji/Samoa - defence"."""
    kept = [line for line in lines if not line.reason]
    slugs = sum(1 for line, after in pairwise(kept) if _is_slug(line.text) and not is_headline(after))
    return slugs >= _LEAST_PARTED


def _is_slug(text: str) -> bool:
    found = _SLUG.fullmatch(text) if len(text) <= _LONGEST_SLUG and " " in text else None
    return found is not None and all(map(places.is_one, found["places"].split("/")))


def is_parted(lines: Sequence[Line]) -> bool:
    """Whether a button stands behind each headline and its text, "Full story", or a stroke."""
    stretches = _parted(lines, page.is_button)
    strokes = _parted(lines, STROKES.__contains__)
    led = sum(1 for one in strokes if len(one) > 1 and is_headline(one[0]) and not any(map(is_headline, one[1:])))
    if led >= max(_LEAST_PARTED, _SHARE_PARTED * sum(map(bool, strokes))):
        return True
    if sum(map(bool, stretches)) < _LEAST_PARTED:
        return False
    items = sum(1 for stretch in stretches if len(stretch) <= _MOST_LINES_OF_ONE and _is_led(stretch))
    return items >= max(_LEAST_PARTED, _SHARE_PARTED * len(stretches))


def _parted(lines: Sequence[Line], parts: Callable[[str], bool]) -> list[list[Line]]:
    """What stands in front of each line of furniture of a kind."""
    stretches: list[list[Line]] = [[]]
    for line in lines:
        if line.reason and parts(line.text):
            stretches.append([])
        elif not line.reason:
            stretches[-1].append(line)
    return stretches[:-1]


def are_signed(lines: Sequence[Line]) -> bool:
    """Whether a credit stands between each headline and its text: "Reuters, Niamey"."""
    kept = [line for line in lines if not line.reason]
    signed = sum(
        1
        for before, line, after in zip(kept, kept[1:], kept[2:], strict=False)
        if len(line.text) <= _LONGEST_CREDIT
        and is_headline(before)
        and not is_headline(after)
        and small_print.is_a_credit(line.text)
    )
    return signed >= _LEAST_PARTED


def _is_led(stretch: Sequence[Line]) -> bool:
    """Whether a headline, and below it nothing but text, stands there, perhaps under headings."""
    heads = [place for place, line in enumerate(stretch) if is_headline(line)]
    return bool(heads) and heads[-1] + 1 < len(stretch) and heads == list(range(len(heads)))


def texts_without_headline(lines: Sequence[Line]) -> frozenset[int]:
    """Texts that stand between two buttons, or before the first one, under no headline of their own."""
    found: set[int] = set()
    stretch: list[Line] = []
    told = False
    texts = [len(line.text) for line in lines if not (line.reason or is_headline(line))]
    longest = max(texts[1:], default=0)
    for line in lines:
        if line.reason and page.is_button(line.text):
            introduces = not told and any(map(is_headline, stretch)) and len(stretch[0].text) > longest
            if stretch and not is_headline(stretch[0]) and not introduces:
                found.add(id(stretch[0]))
            told, stretch = True, []
        elif not line.reason:
            stretch.append(line)
    return frozenset(found)


def labels_between(lines: Sequence[Line]) -> frozenset[int]:
    """A few words between each headline and its text, where several have such: a rubric, the name of a picture."""
    kept = [line for line in lines if line.reason in (None, Reason.WIDGET)]
    labels = [
        line
        for before, line, after in zip(kept, kept[1:], kept[2:], strict=False)
        if len(line.text) <= _LONGEST_LABEL <= len(before.text)
        and not (before.reason or after.reason)
        and is_headline(line)
        and is_headline(before)
        and not is_headline(after)
        and not (
            subjects.is_heading(line.text) or regions.read_heading(line.text) or publication.announces(before.text)
        )
    ]
    return frozenset(map(id, labels)) if len(labels) >= _LEAST_LABELS else frozenset()
