"""The form beside one passage of an article, and the history of its passages, as their templates show them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.text import Truncator

from events import passages
from events.models import Article, Recut
from events.models.choices import PassageKind

WORDS = 70  # characters of a sentence in a list of places


@dataclass(frozen=True)
class Place:
    """A sentence: where it begins and ends, and how it reads."""

    start: int
    end: int
    words: str


@dataclass(frozen=True)
class PassageChoices:
    """What can be done to the event or passage that begins at `at`."""

    at: int
    start: int
    end: int
    kind: str
    places: list[Place]
    can_join: bool

    @property
    def inside(self) -> list[Place]:
        """Where it can be split."""
        return [one for one in self.places if self.start < one.start < self.end]


@dataclass(frozen=True)
class RecutLine:
    recut: Recut
    words: str
    is_lost: bool  # its words stand in the text no more

    @property
    def can_undo(self) -> bool:
        return self.recut.undone_at is None


def choices_at(article: Article, pieces: Iterable, at: int | None) -> PassageChoices | None:
    """None where no piece begins there."""
    piece = next((one for one in pieces if one.start == at), None)
    if piece is None:
        return None
    if not article.passages.filter(start__lte=piece.start, end__gt=piece.start).exists():
        return PassageChoices(piece.start, piece.start, piece.end, piece.kind, [], can_join=False)
    start, end = passages.whole(article, piece.start)
    text = article.text
    places = [
        Place(one.start, one.end, Truncator(" ".join(text[one.start : one.end].split())).chars(WORDS))
        for one in passages.places(article, piece.start)
    ]
    can_join = article.passages.filter(kind=PassageKind.EVENT, start__gte=end).exists()
    return PassageChoices(piece.start, start, end, piece.kind, places, can_join)


def recuts_of(article: Article) -> list[RecutLine]:
    """Every change of the passages, newest first."""
    made = article.recuts.select_related("made_by", "undone_by").order_by("-pk")
    return [
        RecutLine(
            one,
            Truncator(" ".join(one.cuts[0]["words"][: 4 * WORDS].split())).chars(WORDS),
            one.undone_at is None and one.placed(article.text) is None,
        )
        for one in made
    ]
