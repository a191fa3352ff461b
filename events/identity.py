"""Which stored event is which event of a new parse: ids, links and corrections live on where a passage does."""

from collections.abc import Sequence

Span = tuple[int, int]


def match(stored: Sequence[Span], found: Sequence[Span]) -> dict[int, int]:
    """Index into `found` -> index into `stored`, one to one, the largest overlaps first.

    On a draw the earlier passage wins, so that the same two parses always pair the same way.
    """
    overlaps = []
    in_order = sorted(range(len(stored)), key=lambda i: stored[i])
    longest = max((end - start for start, end in stored), default=0)
    first = 0
    for j in sorted(range(len(found)), key=lambda j: found[j]):
        start, end = found[j]
        while first < len(in_order) and stored[in_order[first]][0] + longest <= start:
            first += 1  # ends before this passage and so before all later ones
        for i in in_order[first:]:
            if stored[i][0] >= end:
                break
            shared = min(end, stored[i][1]) - max(start, stored[i][0])
            if shared > 0:
                overlaps.append((-shared, start, stored[i][0], j, i))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, _, j, i in sorted(overlaps):
        if j not in pairs and i not in taken:
            pairs[j] = i
            taken.add(i)
    return pairs


def relocate(span: Span, old_text: str, new_text: str) -> Span:
    """Where a passage of `old_text` stands in `new_text`; the same offsets where its words are found no more.

    Only another decoding of the same bytes changes an article's text.
    """
    if old_text == new_text:
        return span
    start = new_text.find(old_text[span[0] : span[1]])
    return (start, start + span[1] - span[0]) if start >= 0 else span
