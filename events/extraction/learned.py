"""Linear models learned from labelled texts, in plain Python: weights for traits, summed and made probabilities.

The files in weights/ are made by tests/extraction/training/train.py and say so at their head:

    # what made it, from what
    labels<TAB>- AGREE CONSULT …
    unit<TAB>133                    how many units make 1.0; UNIT where nothing is said
    bias<TAB>0:-3 1:7 …
    <trait><TAB>label:weight …      a passage's trait: one weight for each label it speaks for or against
    =<trait><TAB>weight             a trait that belongs to one label: the same weight whichever it is
    ~<name><TAB>slope shift         how to correct a likelihood made up of several

Labels are numbered as they stand; weights are whole numbers of units. A trait may begin with a mark:
"h:signs" is "signs" under the mark "h:", and "actor, before" is "before" under "actor, ". What is seen under a mark
comes as a set, so that nothing is joined only to be looked up; what is seen under two marks comes once, under both
joined by "+" ("h:+*:"), and is looked up once. The lines of one mark stand together; they are only parted when the mark
is first met, and a line's weights are only read when its trait is: most never are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from functools import cache
from math import exp, log
from pathlib import Path
from struct import unpack
from types import MappingProxyType

from events.extraction.building import uncollected

UNIT = 50  # a weight of 50 stands for 1.0
WEIGHTS = Path(__file__).parent / "weights"

Traits = Mapping[str, float]
# (mark, what is seen under it); the mark is "" where there is none. Nothing is seen twice under one mark.
Marked = Iterable[tuple[str, Set[str]]]
_LANE = 32  # bits: room for any sum of weights
_HALF = 1 << (_LANE - 1)


class Model:
    """One file of weights. `labels` are the answers it chooses from."""

    def __init__(self, printed: str) -> None:
        self.made_by: list[str] = []
        self.labels: tuple[str, ...] = ()
        self._unit = UNIT
        self._bias = 0
        self._own: dict[str, int] = {}
        self._sure: dict[str, tuple[float, ...]] = {}
        self._under: dict[str, _Weights] = {"": _Weights()}
        self._joined: dict[str, _Weights] = {}
        self._graded: dict[str, tuple[int, ...]] = {}  # weights of graded traits: few, and asked for all the time
        at = 0
        while at < len(printed):
            end = printed.find("\n", at)
            line = printed[at:end]
            trait, _, weights = line.partition("\t")
            if line.startswith("# "):
                self.made_by.append(line[2:])
            elif trait == "labels":
                self.labels = tuple(weights.split())
            elif trait == "unit":
                self._unit = int(weights)
            elif trait == "bias":
                self._bias = _packed(weights)
            elif trait[0] == "=":
                self._own[trait[1:]] = int(weights)
            elif trait[0] == "~":
                self._sure[trait[1:]] = tuple(map(float, weights.split()))
            elif mark := _mark(trait):
                end = printed.find("\n", printed.rfind(f"\n{mark}") + 1)
                self._under[mark] = _Weights(mark, printed[at:end])
            else:
                self._under[""][trait] = weights
            at = end + 1
        self._at = {label: at for at, label in enumerate(self.labels)}
        self._middle = sum(_HALF << (_LANE * at) for at in range(len(self.labels)))

    def __len__(self) -> int:
        """How many traits have a weight."""
        return len(self._own) + sum(len(weights.read()) for weights in self._under.values())

    def probabilities(
        self, marked: Marked, graded: Traits = MappingProxyType({}), own: Mapping[str, Traits] = MappingProxyType({})
    ) -> dict[str, float]:
        """How likely each label is, by what is seen of the passage and of the single labels.

        `marked` counts once each; `graded` are the passage's traits that count more or less than once.
        """
        whole = self._bias
        for mark, names in marked:
            whole += self._weights_under(mark).together(names)
        sums: list[float] = [*self._unpacked(whole)]
        plain = self._under[""]
        for trait in sorted(plain.keys() & graded.keys()) if graded else ():
            value = graded[trait]
            if trait not in self._graded:
                self._graded[trait] = self._unpacked(plain.together((trait,)))
            for at, weight in enumerate(self._graded[trait]):
                sums[at] += weight * value
        weight_of = self._own.get
        for label, of_label in own.items():
            whole_of_label = sums[self._at[label]]
            for trait, value in of_label.items():
                whole_of_label += weight_of(trait, 0) * value
            sums[self._at[label]] = whole_of_label
        highest = max(sums)
        powers = [exp((one - highest) / self._unit) for one in sums]
        total = sum(powers)
        return {label: power / total for label, power in zip(self.labels, powers, strict=True)}

    def _weights_under(self, marks: str) -> _Weights:
        """The weights for what is seen under a mark, or under several at once."""
        weights = self._under.get(marks)
        if weights is None:
            weights = self._joined.get(marks)
        if weights is None:
            known = [self._under[mark] for mark in marks.split("+") if mark in self._under]
            weights = self._joined[marks] = _Joined(known)
        return weights

    def says(self, mark: str, name: str, label: str) -> float:
        """How much a trait speaks for a label."""
        weights = self._weights_under(mark)
        if name not in weights.read():
            return 0.0
        lanes = (weights.together((name,)) + self._middle) >> (_LANE * self._at[label])
        return (lanes % (1 << _LANE) - _HALF) / self._unit

    def _unpacked(self, packed: int) -> tuple[int, ...]:
        """A weight for each label."""
        count = len(self.labels)
        lifted = packed + self._middle  # no lane below nought
        return tuple([lane - _HALF for lane in unpack(f"<{count}I", lifted.to_bytes(4 * count, "little"))])

    def sure(self, name: str, likely: float) -> float:
        """A likelihood made up of several, corrected to what was right how often."""
        slope, shift = self._sure[name]
        likely = min(max(likely, 1e-6), 1 - 1e-6)
        return 1 / (1 + exp(-slope * log(likely / (1 - likely)) - shift))


def written_out(marked: Marked) -> dict[str, float]:
    """The traits as the files write them: what a model is trained on."""
    return {mark + name: 1.0 for marks, names in marked for mark in marks.split("+") for name in sorted(names)}


def _mark(trait: str) -> str:
    """A trait's mark, with the sign behind it; empty where it has none."""
    for sign in (":", ", "):
        mark, parted, _ = trait.partition(sign)
        if parted:
            return mark + parted
    return ""


class _Weights(dict[str, "int | str"]):
    """Trait -> its weights: as printed until the trait is first met, then packed.

    Packed is one number with a lane for each label: adding two such numbers adds all their weights. `lines` are what
    the file prints of one mark.
    """

    def __init__(self, mark: str = "", lines: str = "") -> None:
        self._mark, self._lines = mark, lines

    def read(self) -> _Weights:
        """These weights, their lines parted."""
        if self._lines:
            parts = f"\n{self._lines}".replace(f"\n{self._mark}", "\t").split("\t")
            self._lines = ""
            self.update(zip(parts[1::2], parts[2::2], strict=True))
        return self

    def together(self, names: Collection[str]) -> int:
        """The weights of all those names that have any."""
        if self._lines:
            self.read()
        try:
            return sum(filter(None, map(self.get, names)))  # type: ignore[arg-type]
        except TypeError:  # one is still as printed
            for name in names:
                if isinstance(printed := self.get(name), str):
                    self[name] = self._pack(name, printed)
            return self.together(names)

    def _pack(self, name: str, printed: str) -> int:
        return _packed(printed)


class _Joined(_Weights):
    """The weights of several marks together."""

    def __init__(self, parts: Sequence[_Weights]) -> None:
        super().__init__()
        self._parts = parts
        for part in parts:
            self.update(dict.fromkeys(part.read(), "not yet added"))

    def _pack(self, name: str, printed: str) -> int:
        return sum(part.together((name,)) for part in self._parts)


def _packed(printed: str) -> int:
    pairs = (pair.split(":") for pair in printed.split())
    return sum(int(weight) << (_LANE * int(at)) for at, weight in pairs)


@cache
@uncollected()
def model(field: str, language: str) -> Model:
    """The model of a field ("type", "topic") for a language."""
    return Model((WEIGHTS / f"{field}.{'vi' if language == 'vi' else 'en'}.tsv").read_text("utf-8"))
