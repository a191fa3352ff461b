"""Where a party stands in a passage: what the model that casts actor and recipient sees of it (casting.py)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from events.extraction import concepts, cues, gazetteer, nearby, traits
from events.extraction.clauses import Act, Named, Sentence
from events.extraction.phrases import Phrases, Role
from events.extraction.reading import Reading

# words that begin what only explains or surrounds an act; what stands behind them is seldom whom it is done to
_SUBORDINATE = {
    "en": frozenset((
        "after", "as", "when", "while", "who", "which", "where", "amid", "amidst", "following", "despite", "before",
        "because", "since", "although", "though", "until", "unless", "whose", "during", "whereas", "if", "that",
        "over", "for", "suspected", "accused", "returning", "trying", "bound", "heading", "headed", "fleeing",
        "plotting", "smuggling", "linked", "carrying",
    )),
    "vi": frozenset((
        "sau", "khi", "vì", "do", "để", "nếu", "trước", "giữa", "bởi", "mà", "nhằm", "rằng", "trong", "nghi", "chở",
        "đưa",
    )),
}  # fmt: skip
_MANY = 3  # names or commas that are told apart
_AGAIN = 6  # mentions of a party that are looked at
_SUBJECT = 8  # words before an act that may belong to its subject
_OBJECT = 11  # words behind it that may belong to its object
_PHRASE = 4  # words before and behind a name that may belong to its phrase
_JOINERS = frozenset((",", "and", "-", "và", "–", "/", ", and"))
_TOWN = "town"  # a town or region in a country, whose kind no list of countries' names says
_PLACES = frozenset((_TOWN, "capital", "city", "area"))
_OWN_WAYS = frozenset(("UN", "EU", "NATO", "US", "VA", "AU"))  # parties that often do the same: popes appeal


class Spoken(NamedTuple):
    """A mention of a party: in which sentence of the passage, and where in it."""

    place: int
    there: Sentence
    name: Named


def seen(read: Reading, act: Act, sentence: Sentence, mentions: Sequence[Spoken], phrases: Phrases) -> Iterator[str]:
    """Where a party stands: in the act's sentence, beside the act; else in which one; and where it is said again."""
    chosen = next((one for one in mentions if one.there is sentence), mentions[0])
    yield from _phrase(chosen.there, chosen.name, phrases)
    yield from _called(act, sentence, chosen, mentions, phrases)
    yield from _else_done(read, act, mentions)
    for other in mentions[:_AGAIN]:
        if other is not chosen:
            yield from _again(read, act, sentence, chosen, other, phrases)
    place, there, name = mentions[0]
    if phrases.is_label(there, name) or (there.title and len(read) > 1 and traits.tells_nothing(*read[place])):
        yield "heads"  # a headline that only says where: "SRI LANKA"
    yield f"{name.mention.kind}"
    yield f"first in {'headline' if there.title else place}"
    yield f"said {min(len(mentions), 3)}"
    if chosen.there is not sentence:
        yield "elsewhere"
        yield from _around(there, name, phrases)
        return
    there, name = chosen.there, chosen.name
    side = _side(act, name)
    yield side
    if act.passive and act.first <= name.first < act.verb:
        yield "agent"  # "được Nga cấp", "bị EU trừng phạt"
    elif act.passive and any(act.first <= other.first < act.verb for other in there.names):
        yield f"{side} the agent"
    voice = "passive" if act.passive else "noun" if act.noun else "active"
    yield f"{side} {voice}"
    yield f"{act.type} {side}"
    yield f"{act.type} {side} {voice}"
    if act.roles:
        yield f"{side} {act.roles}"
    between = act.first - name.last if side == "before" else name.first - act.head
    yield f"{side} by {1 if between <= 1 else 3 if between <= 3 else 7 if between <= 7 else 9}"
    if side == "before" and name.first < act.clause:
        yield "before the clause"
    others = [other for other in sentence.names if other is not name]
    if side == "before" and not any(act.clause <= other.first < name.first for other in others):
        yield "first before"
    if side == "before" and not any(name.first < other.first < act.verb for other in others):
        yield "last before"
    if side == "after" and not any(act.head < other.first < name.first for other in others):
        yield "first after"
    for around in _around(there, name, phrases):
        yield f"{side} {around}"
    yield from _between(act, side, there, name, phrases.language)


def of_act(act: Act, sentence: Sentence, phrases: Phrases) -> Iterator[str]:
    """What the act is like whoever does it: its verb, the words of its subject, what its subject and its object mean,
    whether it is planned, who else is named.

    Courts, strikers and rebels act on their own country; and a person of no country is whom something is done to. Who
    resigns or seizes drugs does it to nobody, who bans a paper or arrests protesters does it to his own.
    """
    words, language = sentence.words, phrases.language
    verb = words[act.verb] if language == "en" else " ".join(words[act.verb : act.last + 1][:2])
    yield f"{act.type} verb {cues.lexicon(language).verb_forms.get(verb, (verb,))[0]}"
    for concept in concepts.of(words[act.last + 1 : act.last + 1 + _OBJECT], language, ()):
        yield f"object of {concept}"
        yield f"{act.type} object of {concept}"
    for concept in concepts.of(words[max(act.clause, act.first - _SUBJECT) : act.first], language, ()):
        yield f"{act.type} subject of {concept}"
    if nearby.is_to_no_party(phrases, sentence, act):
        yield "to no party"
    if act.future or act.maybe:
        yield "future" if act.future else "maybe"
    yield f"grade {int(act.grade)}"
    for at in range(max(act.clause, act.first - _SUBJECT), act.first):
        if not _named(sentence, at):
            yield f"subject {sentence.words[at]}"
    for name in sentence.names:
        if name.mention.kind == "person" and phrases.value(name.mention) is None:
            yield f"somebody {_side(act, name)}"


def _between(act: Act, side: str, sentence: Sentence, name: Named, language: str) -> Iterator[str]:
    """What stands between a name and the act: the last word that subordinates; names and commas."""
    subordinate = _SUBORDINATE[language]
    if side == "after":
        under = [word for word in sentence.words[act.last + 1 : name.first] if word in subordinate]
        yield f"under {under[-1] if under else '-'}"
        yield f"{act.type} {'under' if under else 'plainly'}"
        commas = sum(1 for mark in sentence.breaks[act.head + 1 : name.first + 1] if mark)
        yield f"commas {min(commas, _MANY)}"
        others = sum(1 for other in sentence.names if act.head < other.first < name.first)
        yield f"names between {min(others, _MANY)}"
    elif side == "before":
        over = [word for word in sentence.words[name.last + 1 : act.first] if word in subordinate]
        yield f"over {over[-1] if over else '-'}"
        if not subordinate.isdisjoint(sentence.words[: name.first]):
            yield "before under"


def _around(sentence: Sentence, name: Named, phrases: Phrases) -> Iterator[str]:
    """What governs a name and what follows it."""
    governor = phrases.governor(sentence, name, 0)
    yield f"after {governor or '-'}"
    words = sentence.words
    if name.first:
        yield f"right after {words[name.first - 1] if not _named(sentence, name.first - 1) else 'name'}"
    else:
        yield "begins"
    if name.last + 1 < len(words):
        mark = sentence.breaks[name.last + 1]
        yield f"right before {mark or (words[name.last + 1] if not _named(sentence, name.last + 1) else 'name')}"
    else:
        yield "ends"
    if phrases.is_modifier(sentence, name):
        yield "modifier"
    if phrases.is_neighbour(sentence, name):
        yield "neighbour"


def _named(sentence: Sentence, at: int) -> bool:
    return any(name.first <= at <= name.last for name in sentence.names)


def _side(act: Act, name: Named) -> str:
    return "before" if name.last < act.verb else "after" if name.first > act.head else "within"


def _phrase(sentence: Sentence, name: Named, phrases: Phrases) -> Iterator[str]:
    """The word behind a name in its phrase ("Greek police"), and what those in front mean ("five soldiers of")."""
    words, prepositions = sentence.words, phrases.grammar["prepositions"]
    behind = name.last + 1
    goes_on = behind < len(words) and not sentence.breaks[behind] and not _named(sentence, behind)
    yield f"tail is {words[behind]}" if goes_on and words[behind] not in prepositions else "no tail"
    start = name.first
    while start > max(0, name.first - _PHRASE) and not sentence.breaks[start] and not _named(sentence, start - 1):
        start -= 1
        if words[start] in prepositions:
            break
    for concept in concepts.of(words[start : name.first], phrases.language, ()):
        yield f"head {concept}"


def _called(
    act: Act, sentence: Sentence, chosen: Spoken, mentions: Sequence[Spoken], phrases: Phrases
) -> Iterator[str]:
    """How it is called there, beside what governs it: in "met creditors in New York" a town only says where, in "held
    talks with Quito" it speaks for its country, and a "Turkish drone" is no doing of Turkey's.
    """
    there, name = chosen.there, chosen.name
    form, governor = _form(name, phrases), phrases.governor(there, name, 0) or "-"
    side = _side(act, name) if there is sentence else "elsewhere"
    yield f"form {form}"
    yield f"{side} form {form}"
    yield f"{governor} form {form}"
    yield f"{act.type} {side} form {form}"
    yield f"{act.type} {side} {governor}"
    yield f"{act.type} {side} {governor} {'town' if form in _PLACES else 'party'}"
    if _PLACES.issuperset(_form(one.name, phrases) for one in mentions):
        yield "only towns"
        yield f"{act.type} only towns"
    value = phrases.value(name.mention)
    if name.mention.kind == "organization" or value in _OWN_WAYS:
        yield f"is {value}"
        yield f"{act.type} is {value}"


def _form(name: Named, phrases: Phrases) -> str:
    """Whether a country is named itself, by its adjective, its people or a town in it; else what is named."""
    mention = name.mention
    if mention.kind != "country":
        return mention.kind
    return _forms(phrases.language).get(phrases.text[mention.start : mention.end].casefold(), _TOWN)


@cache
def _forms(language: str) -> dict[str, str]:
    return {form.text.casefold(): form.kind for form in gazetteer.country_forms(language) if form.kind != "trap"}


def _else_done(read: Reading, act: Act, mentions: Sequence[Spoken]) -> Iterator[str]:
    """What else it seems to do there, and what is done to it: who is blamed beside an arrest is held for it."""
    for place, there, name in mentions[:_AGAIN]:
        if place >= len(read):
            continue
        others = [one.first for one in there.names if one is not name]
        for other in read[place][1]:
            if other is act:
                continue
            side = _side(other, name)
            if side == "before" and other.clause <= name.first:
                if not any(other.clause <= first < name.first for first in others):
                    yield f"does {other.type}"
                    yield f"{act.type} does {other.type}"
            elif side == "after" and not any(other.head < first < name.first for first in others):
                yield f"gets {other.type}"
                yield f"{act.type} gets {other.type}"


def _again(
    read: Reading, act: Act, sentence: Sentence, chosen: Spoken, other: Spoken, phrases: Phrases
) -> Iterator[str]:
    """Where a party is said once more: in which sentence, after what, and beside an act of the same type."""
    place, there, name = other
    where = "same" if there is chosen.there else "headline" if there.title else "later"
    yield f"also {where} after {phrases.governor(there, name, 0) or '-'}"
    if not name.first:
        yield f"also begins {where}"
    if there is sentence or place >= len(read):
        return
    alike = max((one for one in read[place][1] if one.type == act.type), key=lambda one: one.grade, default=None)
    if alike is None:
        return
    side = _side(alike, name)
    yield f"also {side} {'passive' if alike.passive else 'noun' if alike.noun else 'active'}"
    others = [one.first for one in there.names if one is not name]
    if side == "before" and not any(alike.clause <= first < name.first for first in others):
        yield "also first before"
    if side == "after" and not any(alike.head < first < name.first for first in others):
        yield "also first after"


def beside_others(
    value: str, mentions: Sequence[Spoken], by_rules: tuple[Role, Role], sentence: Sentence, text: str
) -> Iterator[str]:
    """How a party stands to those whom the rules take for actor and recipient."""
    own = next((one for one in mentions if one.there is sentence), mentions[0]).name.mention
    actors, recipients = (dict(role) for role in by_rules)
    yield f"rules {min(len(actors), 2)} {min(len(recipients), 2)}"
    for part, parties in (("actor", actors), ("recipient", recipients)):
        if not parties or value in parties:
            continue
        first = next(iter(parties.values()))
        yield f"{part} {'left' if first.start < own.start else 'right'}"
        between = text[min(first.end, own.end) : max(first.start, own.start)]
        if between.strip() in _JOINERS:
            yield f"joined to {part}"
