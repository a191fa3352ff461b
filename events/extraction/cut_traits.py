"""What a page cut up in one way looks like as a whole: are its items alike, do they hold the text, do lines agree?

Figures of a cut, by name; most are shares. Those that begin with "aside" say for what reason text was set aside.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from itertools import chain, pairwise
from math import fsum, log, sqrt

from events.extraction.line_looks import Look, Looks
from events.extraction.line_traits import LABELS, Seen

_SURELY, _HARDLY = 1e-3, 0.15  # likelihoods
_TEXT, _BARE = 60, 60  # characters of a line that tells; of an item that hardly does
_OPENS, _FURTHER, _NONE = range(len(LABELS))
_MOST_LINES = 4  # of an item, told apart
_UNKNOWN = 0.3  # names that neighbouring items share, where no two name anybody
_OF_ONE = 0.5  # what is said of the likeness of a single item

Figures = dict[str, float]


def of_cut(lines: Sequence[Seen], looks: Looks, layout: str) -> Figures:
    """The figures of one cut: its `lines` as line_traits.lines_of gives them, and its layout's name."""
    seen = [looks.of(line) for line in lines]
    found = by_lines(lines, seen) | _by_text(lines, seen) | _by_items(lines, seen) | _by_headings(lines)
    found[f"layout={layout}"] = 1.0
    return found


def beside(openings: Sequence[Set[int]]) -> list[Figures]:
    """For each cut, by where its items begin: how far it agrees with the others."""
    found = []
    for at, own in enumerate(openings):
        agreed = [_agreement(own, other) for n, other in enumerate(openings) if n != at]
        found.append({"agreed": _mean(agreed), "agreed with one": max(agreed)} if agreed else {"agreed": 1.0})
    return found


def _agreement(one: Set[int], other: Set[int]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 1.0


def by_lines(lines: Sequence[Seen], seen: Sequence[Look]) -> Figures:
    """Whether lines look like what the cut makes of them."""
    count = max(1, len(lines))
    places = [LABELS.index(line.verdict) if line.verdict in LABELS else _NONE for line in lines]
    sure = [log(max(look.likely[place], _SURELY)) for look, place in zip(seen, places, strict=True)]
    opening = sum(look.likely[_OPENS] for look in seen)
    begun = places.count(_OPENS)
    expected = sum(look.likely[_OPENS] for look, place in zip(seen, places, strict=True) if place == _OPENS)
    shapes = Counter(look.signs.shape for look in seen)
    opened = Counter(look.signs.shape for look, place in zip(seen, places, strict=True) if place == _OPENS)
    ratio = log((begun + 0.5) / (opening + 0.5))
    return {
        "likely": sum(sure) / count,
        "unlikely lines": sum(1 for one in sure if one < log(_HARDLY)) / count,
        "likely openings": expected / max(1, begun),
        "openings found": (expected + 0.3) / (opening + 0.3),
        "openings agreed": 2 * expected / max(0.5, begun + opening),
        "openings too many": ratio,
        "openings amiss": abs(ratio),
        "alike left out": sum((shapes[one] - many) * many / shapes[one] for one, many in opened.items())
        / max(1, begun),
    }


def _by_text(lines: Sequence[Seen], seen: Sequence[Look]) -> Figures:
    """How much of the text is told in events, and for what reasons the rest is not."""
    told = [(line, len(line.text)) for line, look in zip(lines, seen, strict=True) if _is_text(line, look)]
    total = sum(size for _, size in told) + 1
    found = {"text told": sum(size for line, size in told if line.item is not None) / total}
    for line, size in told:
        if line.item is None:
            name = f"aside {line.reason}" if line.reason else "aside heading"
            found[name] = found.get(name, 0.0) + size / total
    return found


def _is_text(line: Seen, look: Look) -> bool:
    return len(line.text) > _TEXT and look.signs.stops


def _by_items(lines: Sequence[Seen], seen: Sequence[Look]) -> Figures:
    """How many items there are, how much alike they look, and whether they name the same people and states."""
    items: dict[int, list[int]] = {}
    for at, line in enumerate(lines):
        if line.item is not None:
            items.setdefault(line.item, []).append(at)
    count = len(items)
    found = {f"items={min(count, 3)}": 1.0, "many items": log(count + 1), "items a line": count / max(1, len(lines))}
    if not items:
        return found
    several = count > 1
    sizes = [sum(len(lines[at].text) for at in places) for places in items.values()]
    logs = [log(size + 20) for size in sizes]
    heads = [seen[places[0]] for places in items.values()]
    named = [frozenset().union(*(seen[at].named for at in places)) for places in items.values()]
    shared = [len(one & after) / min(len(one), len(after)) for one, after in pairwise(named) if one and after]
    found |= {
        "size": (usual := _mean(logs)),
        "sizes apart": sqrt(_mean([(one - usual) ** 2 for one in logs])),
        "longest": max(sizes) / sum(sizes) if several else 1.0,
        "bare items": sum(1 for size in sizes if size < _BARE) / count,
        "as many lines": _share(Counter(len(places) for places in items.values()), count),
        "heads alike": _share(Counter(look.signs.coarse for look in heads), count),
        "heads open alike": _share(Counter(look.signs.shape[0] for look in heads), count),
        "heads stop": sum(1 for look in heads if look.signs.stops) / count,
        "heads name": sum(1 for look in heads if look.named) / count,
        "end in text": sum(1 for places in items.values() if _is_text(lines[places[-1]], seen[places[-1]])) / count,
        "name nobody": sum(1 for names in named if not names) / count,
        "neighbours share": _mean(shared) if shared else _UNKNOWN,
        "all share": _share(Counter(chain.from_iterable(named)), count),
    }
    for many, times in Counter(min(len(places), _MOST_LINES) for places in items.values()).items():
        found[f"lines={many}"] = times / count
    return found


def _mean(values: Sequence[float]) -> float:
    return fsum(values) / len(values)


def _by_headings(lines: Sequence[Seen]) -> Figures:
    """Whether items stand under headings, and headings over items."""
    told = [line for line in lines if line.item is not None or line.verdict == "H"]
    headings = [at for at, line in enumerate(told) if line.verdict == "H"]
    over = sum(1 for at in headings if at + 1 < len(told) and told[at + 1].verdict == "B")
    return {
        "headings": len(headings) / max(1, len(lines)),
        "headings over items": over / max(1, len(headings)),
        "items under headings": over / max(1, sum(1 for line in told if line.verdict == "B")),
    }


def _share(times: Counter, count: int) -> float:
    """The share of the items that have the most frequent trait."""
    return max(times.values(), default=0) / count if count > 1 else _OF_ONE
