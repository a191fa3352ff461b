"""The labelled texts the models are trained on: all written for this project, none of them in the measured half.

`<name>-<language>*.tsv` hold items as `TYPE ACTOR RECIPIENT TOPIC HEADLINE TEXT`, alternatives parted by `|` (best
first), several parties by `;`, `-` for none. The invented cases and the developed half of the corpus come beside them.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from pathlib import Path

from events.extraction import extract, sentences
from events.extraction.records import TOPIC_NAMES, EventType, ExtractedEvent, Span, Topic

HERE = Path(__file__).parent
CASES = HERE.parent
DEVELOP = HERE.parent / "corpus" / "develop"
_TOPIC_OF = {name: topic.name for topic, name in TOPIC_NAMES.items()}
LANGUAGES = ("en", "vi")
FOLDS = 4
_FILES = {file.stem for file in HERE.glob("*.tsv")} | {"cases"}
_SHORT = {"INTEREST": "HUMAN_INTEREST"}
_SHINGLE = 4  # words that two texts have to share again and again to be near-identical
_ALIKE = 0.3  # share of shingles from which on they are
_SHORTEST = 25  # characters of a sentence that tells something

Parties = frozenset[str]


@dataclass(frozen=True, slots=True)
class Item:
    """A labelled passage. Each field lists the best answer first, then others as good."""

    language: str
    source: str
    types: tuple[str, ...]  # PLOVER types or "-"
    actors: tuple[Parties, ...]
    recipients: tuple[Parties, ...]
    topics: tuple[str, ...]  # names of records.Topic or "-"
    headline: str
    text: str

    @property
    def printed(self) -> str:
        return "\n".join(part for part in (self.headline, self.text) if part)

    @property
    def is_listed(self) -> bool:
        """Whether it is one of a list, and no event of a document."""
        return self.source in _FILES

    @property
    def is_bare(self) -> bool:
        """Whether it is one sentence and no more."""
        first = None if self.headline else sentences.first(self.text, 0, len(self.text))
        return first is not None and first.end == len(self.text)

    def spans(self) -> tuple[Span | None, list[Span]]:
        """Headline and body within `printed`."""
        if not self.headline:
            return None, [Span(0, len(self.text))]
        title = Span(0, len(self.headline))
        return title, [Span(title.end + 1, title.end + 1 + len(self.text))] if self.text else []


def written(folder: Path = HERE) -> Iterator[Item]:
    """The items of the TSV files."""
    for file in sorted(folder.glob("*.tsv")):
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            columns = line.split("\t")
            if len(columns) != 6:
                raise ValueError(f"{file.name}:{number}: {len(columns)} columns, not 6.")
            kinds, actors, recipients, topics = (column.strip().split("|") for column in columns[:4])
            topics = [_SHORT.get(topic, topic) for topic in topics]
            _check(file.name, number, kinds, topics)
            yield Item(
                file.stem[:2], file.stem, tuple(kinds), _parties(actors, ";"), _parties(recipients, ";"), tuple(topics),
                columns[4].strip(), columns[5].strip(),
            )  # fmt: skip


def cases() -> Iterator[Item]:
    """The invented headlines and sentences that the rules were developed on."""
    for language in ("en", "vi"):
        for kinds, actor, recipient, topics, text in tomllib.loads(
            (CASES / f"cases_types_{language}.toml").read_text("utf-8")
        )["cases"]:
            headline, body = ("", text) if text.endswith(".") else (text, "")
            yield Item(
                language, "cases", tuple(kinds.split("|")), _parties(actor.split("|"), None),
                _parties(recipient.split("|"), None), tuple(topics.split("|")), headline, body,
            )  # fmt: skip


def developed() -> Iterator[Item]:
    """The events of the documents that are developed on, as they are cut out: in real shapes and proportions."""
    for file in sorted(DEVELOP.glob("*.txt")):
        label = json.loads(file.with_suffix(".json").read_text("utf-8"))
        found = extract(file.read_bytes(), name=file.name, uploaded_on=date.fromisoformat(label["reference_date"]))
        left = {event.start: event for event in found.events}
        for told in label["events"]:
            start = _squashed(told["starts_with"])
            at = next((at for at, event in left.items() if start in _squashed(event.text)), None)
            if at is not None and not told.get("optional"):
                yield _labelled(file.stem, label["language"], left.pop(at), told)


def _labelled(source: str, language: str, event: ExtractedEvent, told: dict) -> Item:
    headline = event.title if event.text.startswith(f"{event.title}\n") else ""
    topics = [_TOPIC_OF[topic] for topic in _all(told, "topic") if topic]
    named = {_squashed(name): name for name in (*event.organizations, *event.actor, *event.recipient)}
    actors, recipients = ([_as_named(one, named) for one in _all(told, field)] for field in ("actor", "recipient"))
    return Item(
        "vi" if language == "vi" else "en", source, tuple(kind or "-" for kind in _all(told, "type")),
        tuple(actors), tuple(recipients), tuple(dict.fromkeys(topics)),
        headline, event.text[len(headline) :].strip(),
    )  # fmt: skip


def parts(given: Sequence[Item]) -> list[tuple[int, Item]]:
    """Headline alone and first sentence alone, where an item has more, each with its item's place.

    Documents often print no more, and a model that only met whole items takes the lack of more for a sign.
    """
    found = []
    for at, item in enumerate(given):
        if item.headline and item.text:
            found.append((at, replace(item, text="")))
        first = sentences.first(item.text, 0, len(item.text)) if item.text else None
        if first is not None and _SHORTEST < first.end < len(item.text) - _SHORTEST * (not item.headline):
            found.append((at, replace(item, headline="", text=first.of(item.text))))
    return found


def _all(told: dict, field: str) -> list:
    """A label's value and those that are as good."""
    return [told.get(field), *told.get(f"{field}_ok", [])]


def _as_named(parties: Sequence[str] | None, named: Mapping[str, str]) -> Parties:
    """Each party under the name the text is read to have; else under the first of its names."""
    found = [[named[_squashed(name)] for name in one.split("|") if _squashed(name) in named] for one in parties or ()]
    return frozenset(
        names[0] if names else one.partition("|")[0] for names, one in zip(found, parties or (), strict=True)
    )


def _squashed(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def digest(given: Sequence[Item]) -> str:
    """A short name for just these texts and labels."""
    written_out = "\n".join(
        repr(
            [
                str(sorted(one)) if isinstance(one, frozenset) else one
                for one in (
                    item.language,
                    item.types,
                    *item.actors,
                    "/",
                    *item.recipients,
                    item.topics,
                    item.headline,
                    item.text,
                )
            ]
        )
        for item in given
    )
    return hashlib.sha256(written_out.encode()).hexdigest()[:12]


def groups(items: Sequence[Item]) -> list[int]:
    """A number for each item; near-identical texts have the same, so that no fold learns what another is asked.

    So have the events of one document.
    """
    parent = list(range(len(items)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = at = parent[parent[at]]
        return at

    shingles = [_shingles(item.printed) for item in items]
    holding: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, own in enumerate(shingles):
        for shingle in own:
            holding[shingle].append(at)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for holders in holding.values():
        for one, other in pairwise(holders):
            shared[one, other] += 1
    for (one, other), count in shared.items():
        if count >= _ALIKE * min(len(shingles[one]), len(shingles[other])):
            parent[root(other)] = root(one)
    for (at, one), (other, following) in pairwise(enumerate(items)):
        if one.source == following.source and one.source not in _FILES:
            parent[root(other)] = root(at)
    return [root(at) for at in range(len(items))]


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = text.lower().split()
    return {tuple(words[at : at + _SHINGLE]) for at in range(max(1, len(words) - _SHINGLE + 1))}


def _parties(alternatives: Sequence[str], separator: str | None) -> tuple[Parties, ...]:
    return tuple(
        frozenset() if one.strip() == "-" else frozenset(name.strip() for name in one.split(separator))
        for one in alternatives
    )


def _check(file: str, number: int, kinds: Sequence[str], topics: Sequence[str]) -> None:
    for kind in kinds:
        if kind != "-" and kind not in EventType.__members__:
            raise ValueError(f"{file}:{number}: {kind!r} is no type.")
    for topic in topics:
        if topic != "-" and topic not in Topic.__members__:
            raise ValueError(f"{file}:{number}: {topic!r} is no topic.")
