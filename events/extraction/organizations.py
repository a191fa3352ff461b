"""International organizations and armed movements in a text."""

from __future__ import annotations

from collections.abc import Sequence

from . import gazetteer
from .matcher import Entry, Hit
from .records import Mention

KIND = "organization"
_NEAR = 400  # characters around an abbreviation in which words speak for another bearer
_STORY = 1500  # characters
_COMMITTEE, _RED_CROSS = ("ICRC",), ("Red Cross",)
_SHARED = {row[0]: tuple(row[1].split("|")) for row in gazetteer.rows("shared-abbreviations.tsv")}


def resolve(text: str, hits: Sequence[Hit]) -> list[Mention]:
    """The organization mentions among the hits, in order. `text` is the plain text the hits were found in.

    A weak abbreviation (IS, AU, EC) counts in brackets after its long form, once introduced so, and otherwise only in
    capitals among ordinary words: in a headline in capitals "IS" is a verb. One that many bodies share (PDF, STC)
    counts only once introduced, one that another body bears (SDF in Japan) not in that one's company, unless the long
    form is printed. A mission counts together with the body it acts for.
    """
    found = []
    introduced: set[str] = set()
    named: set[tuple[str, ...]] = set()  # those whose long form was printed
    company = _Company(text, hits)
    previous: Hit | None = None
    committee = -_STORY  # where the committee of the Red Cross was last named; behind it "the Red Cross" is that
    for hit in hits:
        entry = hit.of(KIND)
        if entry is not None and entry.values == _COMMITTEE:
            committee = hit.start
        if entry is not None and entry.values == _RED_CROSS and hit.start - committee < _STORY:
            entry = None
        if entry is not None and not company.speaks_against(hit, entry, previous):
            if entry.sort not in ("weak", "introduced"):
                found.append(hit)
                if " " in hit.text:
                    named.add(entry.values)
            elif _is_introduced(text, hit, previous):
                introduced.add(hit.text)
                found.append(hit)
            elif hit.text in introduced or (
                entry.values in named if entry.sort == "introduced" else not _among_capitals(text, hit)
            ):
                found.append(hit)
        previous = hit
    return [
        Mention(hit.start, hit.end, KIND, value) for hit in found if (entry := hit.of(KIND)) for value in entry.values
    ]


class _Company:
    """What stands around a name that others bear too."""

    def __init__(self, text: str, hits: Sequence[Hit]) -> None:
        self._text, self._hits = text, hits
        self._forms: dict[tuple[str, ...], set[str]] = {}

    def speaks_against(self, hit: Hit, entry: Entry, previous: Hit | None) -> bool:
        """Whether the name is another body's or a person's where it stands."""
        if hit.text in _COUNCILS:
            return _is_national(self._text, hit, previous)
        if hit.text == "WHO" and _among_capitals(self._text, hit):
            return self._text[hit.end + 1 : hit.end + 5].split(" ")[0] in _ASKING
        if hit.text in _PEOPLE_TOO:
            return _is_a_persons(self._text, hit)
        return hit.text in _SHARED and self._is_anothers(hit, entry)

    def _is_anothers(self, hit: Hit, entry: Entry) -> bool:
        """Whether the words around speak for another body of that name, and no other form of it is printed."""
        begin = hit.start // _NEAR * _NEAR
        around = self._text[max(0, begin - _NEAR) : begin + 2 * _NEAR]
        if not any(word in around for word in _SHARED[hit.text]):
            return False
        if not self._forms:
            for other in self._hits:
                if theirs := other.of(KIND):
                    self._forms.setdefault(theirs.values, set()).add(other.text)
        return len(self._forms[entry.values]) == 1


def _is_national(text: str, hit: Hit, previous: Hit | None) -> bool:
    """Whether a council is one country's, or the African Union's: "Russia's Security Council", "Peace and …"."""
    if text.endswith(_OTHER_COUNCILS, 0, hit.start):
        return True
    before = text[previous.end : hit.start] if previous is not None and previous.entry.kind == "country" else ""
    return (
        before in (" ", "'s ", "' ")
        or text[hit.end : hit.end + 4] == " of "
        or text[max(0, hit.start - 3) : hit.start] == "'s "
    )


def _is_a_persons(text: str, hit: Hit) -> bool:
    """Whether a given name stands before, or a surname behind: "Ann Wagner", "Wagner Moura"."""
    before = text[max(0, hit.start - 24) : hit.start].split(" ")
    after = text[hit.end : hit.end + 24].split(" ")
    if len(before) > 1 and not before[-1] and before[-2] in _GIVEN:
        return True
    behind = after[1] if len(after) > 1 and not after[0] else ""
    return behind[:1].isupper() and not behind.isupper() and behind.strip(",.;:") not in _AFTER_A_BODY


_ASKING = frozenset(("IS", "ARE", "WAS", "WERE", "WON"))  # behind WHO in a headline in capitals: it asks
_COUNCILS = frozenset(("Security Council", "Human Rights Council", "Security council", "Human rights council"))
_OTHER_COUNCILS = ("Peace and ", "National ", "Supreme ", "State ", "Defence and ", "Defense and ", "Joint ")
_PEOPLE_TOO = gazetteer.word_set("names-of-people-too")
_GIVEN = gazetteer.words("given-names.tsv")
_AFTER_A_BODY = gazetteer.words("after-a-place.tsv") | {"Chief", "Boss", "Leader", "Fighters", "Mercenaries", "Yevgeny"}


def _is_introduced(text: str, hit: Hit, previous: Hit | None) -> bool:
    return (
        previous is not None
        and previous.entry.kind == KIND
        and (entry := hit.of(KIND)) is not None
        and previous.entry.values == entry.values
        and text[previous.end : hit.start].strip() == "("
    )


def _among_capitals(text: str, hit: Hit) -> bool:
    """Whether the line around is in capitals, or the word beside is: "PUTIN IS READY", "THE UK AU PAIR"."""
    around = text[max(0, hit.start - 20) : hit.start] + text[hit.end : hit.end + 20]
    letters = [letter for letter in around if letter.isalpha()]
    return bool(letters) and sum(letter.isupper() for letter in letters) > 0.6 * len(letters)
