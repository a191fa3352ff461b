"""Parties that stand away from their act: where the sentence opens, on the way, heading the item, whom it is from."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from events.extraction.clauses import Act, Sentence
from events.extraction.nouns_en import is_adjective
from events.extraction.phrases import Phrases, Role

FROM = frozenset(("from", "by", "của", "từ", "do"))
ORIGIN = frozenset(("from", "từ"))  # whence things come is not where something is done to them: "arms from Iran"
_LIKE_ADJECTIVES = frozenset(("US", "U.S.", "U.S", "UK", "NATO", "UAE"))  # "in a US drone strike"
_BLAMED = 4  # tokens in front of a name among which "blamed on" stands
_SAID = frozenset(("REQUEST", "ACCUSE"))
_ADDRESSED = 5  # tokens behind a verb among which those stand to whom something is said
_FELL = 4  # tokens in front of the name of an attack among which "died" stands
_CAME = 5  # tokens from a verb of coming to the country: "đến cảng Klang của Malaysia"


def opening_place(phrases: Phrases, sentence: Sentence, act: Act, taken: set[str]) -> Role:
    """The country in which it happens, where the sentence opens with it: "In Syria, Israeli troops"."""
    end = phrases.after_openers(sentence, act.clause, act.first)
    for name in sentence.names:
        value = name.mention.value
        if not act.clause <= name.first < end or name.mention.kind != "country" or value in taken:
            continue
        if phrases.governor(sentence, name, act.clause) in phrases.grammar["places"]:
            return [(value, name.mention)]
    return []


def headed(phrases: Phrases, title: Sentence, sentence: Sentence, taken: set[str]) -> Role:
    """The country that heads the item, where the text names only who acts: "Haiti / LHQ trừng phạt thủ lĩnh …"."""
    told = {value for name in sentence.names if (value := phrases.value(name.mention)) is not None}
    named = {phrases.value(name.mention): name for name in title.names if name.mention.kind == "country"}
    if not title.title or len(named) != 1 or not told <= taken:
        return []
    value, name = next(iter(named.items()))
    alone = name.first == 0 and name.last == len(title.words) - 1
    placed = name.last == len(title.words) - 1 and phrases.governor(title, name, 0) in phrases.grammar["places"]
    if value is None or value in taken or not (alone or placed):
        return []
    return [(value, name.mention)]


def on_the_way(phrases: Phrases, sentence: Sentence, act: Act, taken: set[str]) -> Role:
    """The country somebody has come to before the act: "cập cảng Klang của Malaysia, thăm hữu nghị …"."""
    words, came = sentence.words, phrases.grammar["came"]
    for name in sentence.names:
        value = phrases.value(name.mention)
        if value is None or value in taken or not act.clause < name.first < act.first or name.mention.kind != "country":
            continue
        if not came.isdisjoint(words[max(act.clause, name.first - _CAME) : name.first]):
            return [(value, name.mention)]
    return []


def blamed(phrases: Phrases, sentence: Sentence, actor: Role, recipient: Role) -> tuple[Role, Role]:
    """Actor and recipient where an attack is blamed on somebody: "A bomb blamed on ELN rebels killed five in Peru"."""
    words = sentence.words
    for at, name in enumerate(sentence.names):
        value = phrases.value(name.mention)
        before = words[max(0, name.first - _BLAMED) : name.first]
        if value is None or "on" not in before or "blamed" not in before:
            continue
        found = [(value, name.mention), *phrases.joined(sentence.names, at)]
        values = {value for value, _ in found}
        rest = [pair for pair in recipient if pair[0] not in values] or [
            (other, one.mention)
            for one in sentence.names
            if (other := phrases.value(one.mention)) is not None
            and other not in values
            and phrases.governor(sentence, one, 0) in phrases.grammar["places"]
        ][:1]
        return found, rest or [pair for pair in actor if pair[0] not in values]
    return actor, recipient


def doing(phrases: Phrases, sentence: Sentence, act: Act) -> Role:
    """The doer of a passive's deed named as its cause: "killed in Israeli air strikes"."""
    for name in sentence.names:
        following = sentence.words[name.last + 1 : name.last + 4]
        if name.first > act.verb and any(word in phrases.grammar["deeds"] for word in following):
            value = phrases.value(name.mention)
            printed = sentence.printed[name.last]
            if value is not None and (is_adjective(printed, phrases.grammar) or printed in _LIKE_ADJECTIVES):
                return [(value, name.mention)]
    return []


def is_to_no_party(phrases: Phrases, sentence: Sentence, act: Act) -> bool:
    """Whether those it is said to are no party: "urges donors to help Chad", "kêu gọi các nhà tài trợ"."""
    if act.type not in _SAID or act.passive:
        return False
    said = sentence.words[act.verb + 1 : act.verb + 1 + _ADDRESSED]
    words = {*said, *map(" ".join, pairwise(said)), *map(" ".join, zip(said, said[1:], said[2:], strict=False))}
    named = min((name.first for name in sentence.names if name.first > act.verb), default=len(sentence.words))
    return named > act.verb + 1 and not phrases.grammar["addressed"].isdisjoint(words)


def is_suffered(phrases: Phrases, sentence: Sentence, act: Act) -> bool:
    """Whether the subject is whom it befalls: "died in an attack", "thiệt mạng trong cuộc phục kích của"."""
    if act.type != "ASSAULT" or act.passive:
        return False
    falling = phrases.grammar["falling"]
    if act.noun:
        return not falling.isdisjoint(sentence.words[max(act.clause, act.verb - _FELL) : act.verb])
    words = sentence.words[act.verb : act.verb + 2]
    return not falling.isdisjoint((words[0], " ".join(words)))


def staying(phrases: Phrases, sentence: Sentence, place: Role) -> Role:
    """The places without those whence something comes."""
    come = {n.mention.start for n in sentence.names if phrases.governor(sentence, n, 0) in ORIGIN}
    return [pair for pair in place if pair[1].start not in come]


def anywhere(phrases: Phrases, sentences: Sequence[tuple[Sentence, list[Act]]], recipient: Role) -> Role:
    """The first country named at all: what happens in a country is mostly done by its own."""
    taken = {value for value, _ in recipient}
    for other, _ in sentences:
        for name in other.names:
            value = phrases.value(name.mention)
            if (
                value is not None
                and value not in taken
                and name.mention.kind != "organization"
                and not phrases.is_modifier(other, name)
                and phrases.governor(other, name, 0) not in ORIGIN
            ):
                return [(value, name.mention)]
    return []


def wrests(phrases: Phrases, words: Sequence[str], act: Act) -> bool:
    """Whether the verb takes something from somebody: "retook the town from", "tái chiếm cây cầu từ tay"."""
    return not phrases.grammar["wresting"].isdisjoint((words[act.verb], " ".join(words[act.verb : act.verb + 2])))


def sources(phrases: Phrases, sentence: Sentence, act: Act, taken: Role) -> Role:
    """Whom it comes from: "aid from Japan", "tàu của Nhật Bản"."""
    values = {value for value, _ in taken}
    for at, name in enumerate(sentence.names):
        value = phrases.value(name.mention)
        if name.first <= act.verb or value is None or value in values:
            continue
        if phrases.governor(sentence, name, act.verb) in FROM:
            return [(value, name.mention), *phrases.joined(sentence.names, at)]
    return []
