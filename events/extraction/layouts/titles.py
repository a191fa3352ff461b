"""Headlines told by the whole page: printed again, cut to a width, or behind a label such as "JUST IN:"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from events.extraction import publication, sentences
from events.extraction.layouts.contents import bare, may_be_doubled, names_the_site_behind
from events.extraction.layouts.rules import is_rule
from events.extraction.lines import Line
from events.extraction.patterns import regex
from events.extraction.records import Reason

_LEAST_TEXT = 60  # characters of a paragraph
_LEAST_TITLE = 36  # characters of a headline that is looked for again
_LEAST_PARAGRAPHS, _LEAST_ENTRIES = 2, 4  # below its second printing; a menu's entries above it
_LEAST_HEADLINE, _LONGEST_CUT_HEADLINE, _LEAST_SHARED = 22, 80, 2  # characters; words that it has with its lead
_WORDS = regex(r"[^\W\d_]{4,}")
_LABELLED = regex(
    r"(?:just in|breaking(?: news)?|updated?|live|exclusive|watch|video|explainer|factbox)\s?[:|]\s?\S.{20,}"
)
_BULLETS = "•●▪■►*-–"
_MOST_ABOVE, _LONGEST_ENTRY = 120, 24  # lines in which a headline is looked for again; characters of a menu's entry


def free_labelled(lines: Sequence[Line]) -> None:
    """ "JUST IN: Storm shuts port" over the page's first text, which tells of it, is its headline."""
    labelled: Line | None = None
    rivals: list[Line] = []
    for line in lines:
        if line.reason is Reason.RELATED and _LABELLED.match(line.text.lower()):
            labelled = labelled or line
        elif line.reason is None and sentences.is_paragraph(line.text, _LEAST_TEXT):
            if labelled and _shared(labelled, line) > max((_shared(one, line) for one in rivals), default=1):
                labelled.reason, labelled.ends_article = None, False
            return
        elif line.reason is None:
            rivals.append(line)


def _shared(headline: Line, text: Line) -> int:
    """How many longer words two lines have in common."""
    return len(set(_WORDS.findall(headline.text.lower())) & set(_WORDS.findall(text.text.lower())))


def mark_doubled(lines: Sequence[Line]) -> None:
    """Of a headline that is printed twice, one after the other, the second one counts; of the page's own the first."""
    kept = [line for line in lines if not line.reason and not is_rule(line)]
    for before, line in pairwise(kept):
        if may_be_doubled(before) and (bare(before.text) == bare(line.text) or names_the_site_behind(before, line)):
            before.reason, line.doubled = Reason.DUPLICATE, True
    title = next((line for line in kept if not line.reason and may_be_doubled(line)), None)
    if title is None or not publication.announces(title.text):
        return
    again = bare(title.text)
    for line in kept:
        if line is not title and not line.reason and not line.doubled and bare(line.text) == again:
            line.reason = Reason.DUPLICATE


def drop_above_second(lines: Sequence[Line]) -> None:
    """A headline that stands at the top and again over its text, with nothing but a menu and links between."""
    kept = [line for line in lines[:_MOST_ABOVE] if not line.reason and not is_rule(line)]
    for place, line in enumerate(kept):
        if sentences.is_paragraph(line.text, _LEAST_TEXT):
            return
        if not may_be_doubled(line) or len(line.text) < _LEAST_TITLE:
            continue
        again = next((at for at in range(place + 2, len(kept)) if bare(kept[at].text) == bare(line.text)), None)
        if again is None or any(sentences.is_paragraph(one.text, _LEAST_TEXT) for one in kept[place:again]):
            return
        behind = [line for line in lines if not line.reason and line.start > kept[again].start]
        told = sum(1 for one in behind if sentences.is_paragraph(one.text, _LEAST_TEXT))
        others = sum(1 for one in behind if may_be_doubled(one) and len(one.text) >= _LEAST_TITLE)
        entries = sum(1 for one in kept[place + 1 : again] if len(one.text) <= _LONGEST_ENTRY)
        if told >= _LEAST_PARAGRAPHS and others <= told / 2 and entries >= _LEAST_ENTRIES:
            for one in kept[place + 1 : again]:
                one.reason = Reason.WIDGET
            kept[again].reason = Reason.DUPLICATE
        return


def drop_between_printings(lines: Sequence[Line]) -> None:
    """A headline, the caption of its picture and its day, and then the headline once more, over the text."""
    kept = [line for line in lines if not line.reason and not is_rule(line)]
    for place, line in enumerate(kept):
        if not may_be_doubled(line) or len(line.text) < _LEAST_TITLE:
            continue
        again = next(
            (at for at in range(place + 2, min(place + 4, len(kept))) if bare(kept[at].text) == bare(line.text)), None
        )
        if again is None or again + 1 == len(kept):
            continue
        between = kept[place + 1 : again]
        if all(sentences.is_paragraph(one.text, _LEAST_TEXT) or one.text.endswith(")") for one in between) and (
            sentences.is_paragraph(kept[again + 1].text, _LEAST_TEXT) or kept[again + 1].text[0] in _BULLETS
        ):
            line.reason, kept[again].doubled = Reason.DUPLICATE, True
            for one in between:
                one.reason = Reason.CAPTION


def mark_cut(lines: Sequence[Line]) -> None:
    """Headlines that a page cuts to a width, over leads that tell of the same: "Floods in Niger: at least 20…"."""
    kept = [line for line in lines if not line.reason]
    for line, lead in pairwise(kept):
        cut = line.text.endswith(("…", "...")) and _LEAST_HEADLINE <= len(line.text) <= _LONGEST_CUT_HEADLINE
        if cut and len(lead.text) > 2 * len(line.text) and sentences.ends_like_one(lead.text):
            line.headline = _shared(line, lead) >= _LEAST_SHARED
