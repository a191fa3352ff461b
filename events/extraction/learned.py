"""Linear models learned from labelled texts, in plain Python: weights for traits, summed and made probabilities.

The files in weights/ are made by tests/extraction/training/train.py and say so at their head:

    # what made it, from what
    labels<TAB>- AGREE CONSULT …
    bias<TAB>0:-3 1:7 …
    <trait><TAB>label:weight …      a passage's trait: one weight for each label it speaks for or against
    =<trait><TAB>weight             a trait that belongs to one label: the same weight whichever it is
    ~<name><TAB>slope shift         how to correct a likelihood made up of several

Labels are numbered as they stand; weights are whole numbers, in units of 1/UNIT. A line is only taken apart when its
trait is first met: most never are.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property
from math import exp, log
from pathlib import Path
from struct import unpack
from types import MappingProxyType

UNIT = 50  # a weight of 50 stands for 1.0
WEIGHTS = Path(__file__).parent / "weights"

Traits = Mapping[str, float]
_LANE = 32  # bits: room for any sum of weights
_HALF = 1 << (_LANE - 1)


class Model:
    """One file of weights. `labels` are the answers it chooses from."""

    def __init__(self, printed: str) -> None:
        self.made_by = [line[2:] for line in printed.split("\n") if line.startswith("# ")]
        lines = dict(line.split("\t", 1) for line in printed.split("\n") if line and not line.startswith("# "))
        self.labels = tuple(lines.pop("labels").split())
        self._at = {label: at for at, label in enumerate(self.labels)}
        self._bias = _packed(lines.pop("bias"))
        self._printed = lines
        self._own = {trait[1:]: int(lines.pop(trait)) for trait in list(lines) if trait.startswith("=")}
        self._sure = {
            trait[1:]: tuple(map(float, lines.pop(trait).split())) for trait in list(lines) if trait.startswith("~")
        }
        self._weights = _Weights(lines)
        self._middle = sum(_HALF << (_LANE * at) for at in range(len(self.labels)))

    def __len__(self) -> int:
        """How many traits have a weight."""
        return len(self._printed) + len(self._own)

    @cached_property
    def begins(self) -> frozenset[str]:
        """The words that longer traits begin with: "h:signs a" and "h:signs" for "h:signs a deal"."""
        longer = [trait for trait in self._printed if " " in trait]
        found = {trait.rpartition(" ")[0] for trait in longer}
        return frozenset(found | {trait.rpartition(" ")[0] for trait in found if " " in trait})

    def probabilities(self, traits: Traits, own: Mapping[str, Traits] = MappingProxyType({})) -> dict[str, float]:
        """How likely each label is, by the passage's traits and those of the single labels."""
        known = self._printed.keys() & traits.keys()
        graded: list[str] = []
        if list(traits.values()).count(1.0) < len(traits):
            graded = sorted(trait for trait in known if traits[trait] != 1.0)
            known = known.difference(graded)
        whole = self._bias + sum(map(self._weights.__getitem__, known))
        sums: list[float] = [*self._unpacked(whole)]
        for trait in graded:
            value = traits[trait]
            for at, weight in enumerate(self._unpacked(self._weights[trait])):
                sums[at] += weight * value
        for label, of_label in own.items():
            at = self._at[label]
            for trait, value in of_label.items():
                sums[at] += self._own.get(trait, 0) * value
        highest = max(sums)
        powers = [exp((one - highest) / UNIT) for one in sums]
        total = sum(powers)
        return {label: power / total for label, power in zip(self.labels, powers, strict=True)}

    def says(self, trait: str, label: str) -> float:
        """How much a trait speaks for a label."""
        if trait not in self._printed:
            return 0.0
        return self._unpacked(self._weights[trait])[self._at[label]] / UNIT

    def _unpacked(self, packed: int) -> tuple[int, ...]:
        """A weight for each label."""
        count = len(self.labels)
        lifted = packed + self._middle  # no lane below nought
        return tuple(lane - _HALF for lane in unpack(f"<{count}I", lifted.to_bytes(4 * count, "little")))

    def sure(self, name: str, likely: float) -> float:
        """A likelihood made up of several, corrected to what was right how often."""
        slope, shift = self._sure[name]
        likely = min(max(likely, 1e-6), 1 - 1e-6)
        return 1 / (1 + exp(-slope * log(likely / (1 - likely)) - shift))


class _Weights(dict[str, int]):
    """Trait -> its weights in one number, a lane for each label: adding two such numbers adds all their weights."""

    def __init__(self, printed: dict[str, str]) -> None:
        self._printed = printed

    def __missing__(self, trait: str) -> int:
        packed = self[trait] = _packed(self._printed[trait])
        self._printed[trait] = ""
        return packed


def _packed(printed: str) -> int:
    pairs = (pair.split(":") for pair in printed.split())
    return sum(int(weight) << (_LANE * int(at)) for at, weight in pairs)


@cache
def model(field: str, language: str) -> Model:
    """The model of a field ("type", "topic") for a language."""
    return Model((WEIGHTS / f"{field}.{'vi' if language == 'vi' else 'en'}.tsv").read_text("utf-8"))
