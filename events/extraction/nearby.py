"""Parties that stand away from their act: where the sentence opens, on the way, heading the item, whom it is from."""

from __future__ import annotations

from events.extraction.clauses import Act, Sentence
from events.extraction.phrases import Phrases, Role

FROM = frozenset(("from", "by", "của", "từ", "do"))
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
