"""The page as the likeliest of all layouts cuts it.

Layouts are known by their signs, and a page in a new form may bear signs of the wrong one: then all its events are
lost at once. So the page is cut in every way there is, also as single lines would have it (line_looks.py), and a
learned judge looks at each whole (cut_traits.py). The rules' own choice stands unless another is clearly likelier.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import takewhile
from math import log
from operator import attrgetter
from typing import NamedTuple

from events.extraction import cut_traits, layouts, learned, line_traits
from events.extraction.cut_traits import Figures
from events.extraction.cuts import laid_over
from events.extraction.layouts import Page, portal, story
from events.extraction.line_looks import Looks
from events.extraction.line_traits import LABELS, Seen
from events.extraction.records import Cut, Layout, PassageKind, Reason, Span

# How much likelier another cut must be than the rules', as the judge's sums go: an article is not lightly taken for a
# list, nor a list for an article. Of first readings of the latest 257 documents, by a judge that had not seen them,
# segmentation rose so from .945 to .965 (the best cuts there are: .976); asking less lost what later rules read well.
CLEARLY, CLEARLY_ANOTHER_KIND = 2.0, 2.5
LEAST_TOLD = 0.5  # of the text that the rules' items tell; a list that tells less only points at what it passes over
ALL_SHARE, NEIGHBOURS_SHARE = 0.9, 0.75  # of what an article's parts name
LEAST = 16  # lines: fewer show too little of a page's ways
# From this mean logarithm of the lines' likelihoods on the rules' cut stands unquestioned, as more than half of all do.
AGREED = -0.3
MOST_OF_A_STORY = 8  # items of a page that may be one story: of more, what a story makes of them was hardly ever better
BY_LINES = "lines"  # the layout, to the judge, of what single lines say
_FAINT = 1e-4
_MOST_CREDITS = 5  # in one line
_BESIDE = 12  # characters of a credit's line beside the credit: brackets, a dash, a day


class Candidate(NamedTuple):
    """One way to cut the page. `layout`: what the judge calls it."""

    cut: Layout
    lines: Sequence[Seen]
    layout: str


def likeliest(page: Page, cut: Layout) -> Layout:
    """The likeliest of the page's cuts; `cut` is the rules'."""
    lines = line_traits.lines_of(page.text, cut)
    if len(lines) < LEAST:
        return cut
    looks = Looks(lines, page.language, page.names_in)
    own = cut_traits.by_lines(lines, [looks.of(line) for line in lines])
    if own["likely"] > AGREED:
        return cut
    found = list(candidates(page, cut, lines, looks))
    if len(found) == 1:
        return cut
    figures = all_figures(found, looks)
    return found[chosen(found, figures, [judged(one) for one in figures])].cut


def chosen(found: Sequence[Candidate], figures: Sequence[Figures], sums: Sequence[float]) -> int:
    """The place of the cut that is taken, by the judge's sums; the first is the rules'."""
    best = max(range(len(found)), key=sums.__getitem__)
    was, now = (found[at].cut.name == story.NAME for at in (0, best))
    if not now and figures[best]["text told"] < LEAST_TOLD * figures[0]["text told"]:
        return 0
    if was and not now and _tells_of_the_same(figures[best]):
        return 0
    clearly = CLEARLY if was == now else CLEARLY_ANOTHER_KIND
    return best if sums[best] - sums[0] > clearly else 0


def _tells_of_the_same(list_of: Figures) -> bool:
    """Whether all items of a list name somebody, and neighbours the same: parts of an article, under crossheads."""
    return list_of["all share"] >= ALL_SHARE and list_of["neighbours share"] >= NEIGHBOURS_SHARE


def candidates(page: Page, cut: Layout, lines: Sequence[Seen], looks: Looks) -> Iterator[Candidate]:
    """Every way to cut the page, the rules' first; none that only parts their events from their headlines or ends."""
    yield Candidate(cut, lines, cut.name)
    known = {_places(cut)}
    for layout in layouts.ALL:
        if layout is story and len(cut.items) > MOST_OF_A_STORY:
            continue
        other = layouts.cut_by(page, layout)
        if other and _places(other) not in known and not tells_the_same(cut, other):
            known.add(_places(other))
            yield Candidate(other, line_traits.lines_of(page.text, other), other.name)
    by_lines = as_lines_say(page.text, cut, lines, looks)
    if _places(by_lines) not in known and not tells_the_same(cut, by_lines):
        yield Candidate(by_lines, line_traits.lines_of(page.text, by_lines), BY_LINES)


def _places(cut: Layout) -> tuple[tuple[int, int], ...]:
    return tuple([(one.start, one.end) for one in cut.items])


def tells_the_same(one: Layout, other: Layout) -> bool:
    """Whether two cuts find the same events, each over some of the same words."""
    pairs = zip(one.items, other.items, strict=False)
    return len(one.items) == len(other.items) and all(a.start < b.end and b.start < a.end for a, b in pairs)


def all_figures(found: Sequence[Candidate], looks: Looks) -> list[Figures]:
    """What the judge sees of each."""
    alone = [cut_traits.of_cut(one.lines, looks, one.layout) for one in found]
    openings = [frozenset([item.start for item in one.cut.items]) for one in found]
    return [own | beside for own, beside in zip(alone, cut_traits.beside(openings), strict=True)]


# --- The judge


@cache
def _steps() -> Mapping[str, Sequence[tuple[float, int]]]:
    """By figure: what it counts for above each threshold."""
    steps: dict[str, list[tuple[float, int]]] = {}
    for line in (learned.WEIGHTS / "cuts.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            name, above, weight = line.split("\t")
            steps.setdefault(name, []).append((float(above), int(weight)))
    return steps


def judged(figures: Figures) -> float:
    """How well the page seems to be cut; only the difference between two cuts of one page means anything."""
    total = 0
    for name, steps in _steps().items():
        value = figures.get(name, 0.0)
        total += sum(weight for above, weight in steps if value > above)
    return total / learned.UNIT


# --- What single lines say


def as_lines_say(text: str, cut: Layout, lines: Sequence[Seen], looks: Looks) -> Layout:
    """The rules' cut, with all lines as the likeliest row of labels has them; what goes on follows what opens.

    A credit's line stays with what stands above it: it shows little of what it credits.
    """
    credits = sorted([one for item in cut.items for one in item.credits], key=attrgetter("start"))
    labels = _row([looks.of(line).likely for line in lines])
    for at in range(1, len(lines)):
        if labels[at] == "O" != labels[at - 1] and _is_a_credit(lines[at], credits):
            labels[at] = "I"
    events: list[list[int]] = []
    inside = False
    for line, label in zip(lines, labels, strict=True):
        if label == "B":
            events.append([line.start, line.end])
        elif label == "I" and inside:
            events[-1][1] = line.end
        inside = label != "O"
    left = [
        Cut(line.start, line.end, PassageKind.SET_ASIDE, Reason.OTHER)
        for line, label in zip(lines, labels, strict=True)
        if label == "O" and line.item is not None
    ]
    same = set(_places(cut))
    cuts = [Cut(start, end, PassageKind.EVENT) for start, end in events if (start, end) not in same]
    laid = laid_over(text, cut, left + cuts)
    if cut.name == story.NAME and len(laid.items) > 1:
        laid = replace(laid, name=portal.NAME, items=tuple(replace(one, lead=False) for one in laid.items))
    return laid


def _is_a_credit(line: Seen, credits: Sequence[Span]) -> bool:
    """Whether a line holds a credit and hardly anything beside it."""
    first = bisect_left(credits, line.start, key=attrgetter("start"))
    held = list(takewhile(lambda one: one.end <= line.end, credits[first : first + _MOST_CREDITS]))
    return bool(held) and len(line.text) - sum(one.end - one.start for one in held) < _BESIDE


def _row(likely: Sequence[Sequence[float]]) -> list[str]:
    """The likeliest labels in a row where nothing goes on with what belongs to none (Viterbi's way)."""
    opens, further, none = range(len(LABELS))
    best = [0.0, -1e9, 0.0]
    back: list[list[int]] = []
    for at, odds in enumerate(likely):
        logs = [log(one + _FAINT) for one in odds]
        before = max(range(len(LABELS)), key=best.__getitem__)
        inside = opens if best[opens] >= best[further] else further
        back.append([before, inside, before])
        if at:
            best = [best[before] + logs[opens], best[inside] + logs[further], best[before] + logs[none]]
        else:
            best = [logs[opens], -1e9, logs[none]]
    row: list[int] = []
    last = max(range(len(LABELS)), key=best.__getitem__)
    for steps in reversed(back):
        row.append(last)
        last = steps[last]
    return [LABELS[one] for one in reversed(row)]
