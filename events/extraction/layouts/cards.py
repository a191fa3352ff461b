"""Pages of cards: the picture's caption, the stamp, the headline and the lead of each article, over and over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from events.extraction import publication, regions, sentences, subjects
from events.extraction.layouts import page, pointed, small_print
from events.extraction.layouts.teasers import is_headline
from events.extraction.lines import Line
from events.extraction.records import Reason

_LEAST_PAIRS = 3
_PRINTED_SMALL = (Reason.BYLINE, Reason.WIDGET)  # how the line between a headline and its lead is set aside
_LEAST_LEAD, _LONGER_THAN_HEADLINE = 70, 1.25  # characters of a lead without a stop; times its headline
_SHARE_OF_PAIRS = 0.85  # of the lines are headlines with a lead, of which some end with a stop
_SHARE_TAKING_TURNS = 0.6  # of the lines are headlines with such a lead
_LEAST_TELLING, _SHORTEST_TELLING_HEADLINE = 30, 16  # characters of a lead; of a headline
_LEAST_PARAGRAPH = 60
_LEAST_CARDS, _SHARE_PICTURED, _LONGEST_CAPTION = 3, 0.8, 250
_LONGEST_LINK = 180  # characters of a headline; a longer line is a text that was cut short
_SHARE_NAMED, _LONGEST_NAME = 0.5, 60  # of the cards, where only a few words stand there; characters
_LEAST_DATED = 3  # links with a day below them, over the page's title


def drop_what_is_above(lines: Sequence[Line]) -> None:
    """Pictures over the stamps of cards, and dated links over the page's own title."""
    _drop_pictures_over_stamps(lines)
    _drop_dated_links(lines)


def _drop_pictures_over_stamps(lines: Sequence[Line]) -> None:
    """Where a stamp stands over each headline and one more line over each stamp, that line goes with a picture."""
    above: list[Line] = []
    cards = 0
    texts = 0  # of the card before
    for i, line in enumerate(lines):
        if line.reason is None:
            texts += 1
        if i + 2 >= len(lines):
            continue
        headline, text = lines[i + 1], lines[i + 2]
        if line.reason is not Reason.BYLINE or headline.reason or text.reason or not is_headline(headline):
            continue
        if headline.gap and _is_below_its_own(lines, i):
            continue
        if not sentences.is_paragraph(text.text, _LEAST_PARAGRAPH) or small_print.is_a_credit(headline.text):
            continue
        cards += 1
        before = lines[i - 1] if i else None
        if before is not None and (
            before.reason is Reason.CAPTION or _may_be_a_caption(before, texts, first=cards == 1)
        ):
            above.append(before)
        elif cards == 1 and before is not None and before.reason is None:
            return
        texts = 0
    named = all(len(line.text) <= _LONGEST_NAME and not sentences.ends_like_one(line.text) for line in above)
    if len(above) >= max(_LEAST_CARDS, (_SHARE_NAMED if named else _SHARE_PICTURED) * cards):
        last = lines[-1] if lines[-1].reason is None else lines[-2]
        is_name = len(last.text) <= _LONGEST_NAME and not sentences.ends_like_one(last.text)
        if named and is_name and _may_be_a_caption(last, texts, first=False):
            above.append(last)
        for line in above:
            line.reason = Reason.CAPTION


def _is_below_its_own(lines: Sequence[Line], i: int) -> bool:
    """Whether a stamp closes a headline and its lead, with no blank line between the three."""
    if i < 2 or lines[i].gap or lines[i - 1].gap or lines[i - 1].reason or lines[i - 2].reason:
        return False
    return is_headline(lines[i - 2]) and not is_headline(lines[i - 1])


def _may_be_a_caption(line: Line, texts: int, *, first: bool) -> bool:
    """Whether a line behind a card's headline and text may go with the next card; `texts`: how many stand there."""
    if line.reason or len(line.text) > _LONGEST_CAPTION or subjects.is_heading(line.text):
        return False
    if first:
        return len(line.text) >= _LEAST_TELLING and not publication.announces(line.text)
    return texts > 2 and not regions.read_heading(line.text)


def _drop_dated_links(lines: Sequence[Line]) -> None:
    """Headlines with a day below each and no text, up to the headline that announces what the page tells."""
    dated = [
        i
        for i, (line, stamp) in enumerate(pairwise(lines))
        if stamp.reason is Reason.BYLINE and line.reason in (None, Reason.RELATED) and is_headline(line)
    ]
    title = next((i for i, line in enumerate(lines) if not line.reason and publication.announces(line.text)), 0)
    above = [i for i in dated if i < title]
    if len(above) < _LEAST_DATED or any(
        sentences.is_paragraph(line.text, _LEAST_PARAGRAPH) or len(line.text) > _LONGEST_LINK for line in lines[:title]
    ):
        return
    for line in lines[:title]:
        line.reason = line.reason or Reason.TEASER


def _leads_over_buttons(lines: Sequence[Line]) -> list[Line]:
    """Texts that were cut off between a headline and a button, where each teaser has one: "… Kenya said its"."""
    buttons = Counter(line.text for line in lines if line.reason and page.is_button(line.text))
    if not buttons or max(buttons.values()) < _LEAST_PAIRS:
        return []
    return [
        line
        for before, line, button in zip(lines, lines[1:], [*lines[2:], None], strict=False)
        if not (before.reason or line.reason)
        and (button is None or button.text in buttons)
        and len(line.text) >= max(_LEAST_LEAD, len(before.text) * _LONGER_THAN_HEADLINE)
        and is_headline(before)
        and is_headline(line)
    ]


def mark_leads(lines: list[Line]) -> None:
    """Leads that end without a stop: where short lines and long ones take turns, the long ones are no headlines."""
    for line in _leads_over_buttons(lines):
        line.lead = True
    kept = [line for line in lines if not line.reason and not small_print.stands_under_a_teaser(line.text)]
    leads = [
        line
        for before, line in pairwise(kept)
        if len(line.text) >= _LEAST_LEAD
        and len(before.text) * _LONGER_THAN_HEADLINE <= len(line.text)
        and len(before.text) >= _SHORTEST_TELLING_HEADLINE
        and is_headline(before)
        and is_headline(line)
    ]
    if len(leads) < _LEAST_PAIRS or 2 * len(leads) < _SHARE_TAKING_TURNS * len(kept):
        leads = (
            _leads_of_pairs(kept, leads)
            or _leads_under_stamps(lines, kept)
            or _leads_taking_up(kept)
            or _leads_among_others(kept)
        )
    for line in leads:
        line.lead = True


def _leads_of_pairs(kept: Sequence[Line], leads: Sequence[Line]) -> list[Line]:
    """Those of such lines that stand over a headline, where nearly all else are headlines over texts with a stop."""
    likely = {id(line) for line in leads}
    ended = sum(1 for before, line in pairwise(kept) if is_headline(before) and not is_headline(line))
    alone = [
        line
        for line, after in zip(kept, [*kept[1:], None], strict=False)
        if id(line) in likely and (after is None or is_headline(after))
    ]
    enough = len(alone) > 1 and ended > 1 and 2 * (len(alone) + ended) >= _SHARE_OF_PAIRS * len(kept)
    return alone if enough else []


def _leads_under_stamps(lines: Sequence[Line], kept: Sequence[Line]) -> list[Line]:
    """Lines under the stamp of a headline, on a page of such: texts that were cut off without a sign, too."""
    found = [
        (after, below)
        for before, stamp, after, below in zip(lines, lines[1:], lines[2:], [*lines[3:], None], strict=False)
        if stamp.reason in _PRINTED_SMALL
        and small_print.is_metadata(stamp.text)
        and not (before.reason or after.reason)
        and len(before.text) >= _SHORTEST_TELLING_HEADLINE
        and len(after.text) >= max(_LEAST_TELLING, len(before.text))
        and is_headline(before)
        and is_headline(after)
    ]
    close = [after for after, _ in found if not after.gap]
    if len(close) >= _LEAST_PAIRS and 2 * len(close) >= _SHARE_TAKING_TURNS * len(kept):
        return close
    led = sum(1 for before, line in pairwise(kept) if is_headline(before) and not is_headline(line))
    cut = [
        after
        for after, below in found
        if len(after.text) >= _LEAST_LEAD
        and (below is None or (below.reason and not small_print.is_metadata(below.text)) or is_headline(below))
    ]
    return cut if len(cut) >= _LEAST_PAIRS and 2 * (len(cut) + led) >= _SHARE_TAKING_TURNS * len(kept) else []


def _leads_among_others(kept: Sequence[Line]) -> list[Line]:
    """Single lines without a stop that take up the headline above, where most headlines have their text below."""
    heads = sum(map(is_headline, kept))
    led = sum(1 for before, line in pairwise(kept) if is_headline(before) and not is_headline(line))
    if led < _LEAST_PAIRS or led < _SHARE_TAKING_TURNS * heads:
        return []
    return [
        line
        for head, line, after, text in zip(kept, kept[1:], [*kept[2:], None], [*kept[3:], None, None], strict=False)
        if is_headline(head)
        and is_headline(line)
        and len(line.text) >= max(_LEAST_LEAD, _LONGER_THAN_HEADLINE * len(head.text))
        and (after is None or (is_headline(after) and text is not None and not is_headline(text)))
        and pointed.in_common(head.text, line.text) >= max(1, pointed.in_common(line.text, after.text) if after else 0)
    ]


def _leads_taking_up(kept: Sequence[Line]) -> list[Line]:
    """Lines that take up what the headline above them names, and not what the one below does, on a page of pairs."""
    leads: list[Line] = []
    heads = [line for line in kept if is_headline(line)]
    at = 0
    while at + 1 < len(kept):
        head, line = kept[at], kept[at + 1]
        after = kept[at + 2] if at + 2 < len(kept) else None
        pair = is_headline(head) and is_headline(line) and min(len(head.text), len(line.text)) >= _LEAST_TELLING
        if pair and pointed.takes_up(head.text, [line]) and not (after and pointed.takes_up(line.text, [after])):
            leads.append(line)
            at += 1
        at += 1
    return leads if len(leads) >= _LEAST_PAIRS and 3 * len(leads) >= _SHARE_TAKING_TURNS * len(heads) else []
