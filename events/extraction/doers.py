"""What an act is by who or what does it: a storm that hits attacks nobody, and aid that arrives pays no visit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from events.extraction import accidents_en, cues
from events.extraction.clauses import NONE, Act, Sentence

_VIOLENT = frozenset(("ASSAULT", "COERCE", "THREATEN", "PROTEST"))
_HIT = "trúng"  # its subject is what was hit, not what did it
_GOING = frozenset(("CONSULT", NONE))
_COMING = {"AID": "relief", "MOBILIZE": "soldiers"}  # what it is when these words are its subject
_GOES = frozenset(("go", "goes", "went", "going"))
_PULLS = frozenset(("pull", "pulls", "pulled", "walk", "walks", "walked"))
_CLOSED = frozenset(("REJECT", "SANCTION", "COERCE", NONE))
_CLOSES = frozenset((  # what crowds do to roads, ports and halls in protest
    "seize", "seizes", "seized", "barricade", "barricades", "barricaded", "invade", "invaded",
    "block", "blocks", "blocked", "close", "closes", "closed", "shut", "shuts", "seal", "seals", "sealed", "trash",
    "trashed", "occupy", "occupied", "cut", "dump", "dumps", "dumped",
))  # fmt: skip
_OUT_OF = frozenset(
    ("pull", "pulls", "pulled", "free", "frees", "freed", "release", "releases", "released", "extract", "extracted")
)
_SHIPS = frozenset(("ship", "ships", "shipped", "deliver", "delivers", "delivered", "export", "exports", "exported"))
_PLAYS = frozenset((
    "crush", "crushes", "crushed", "hit", "hits", "beat", "beats", "sink", "sinks", "sank", "stun", "stuns", "stunned",
    "strike", "strikes", "struck", "punish", "punished", "destroy", "destroyed", "storm", "stormed",
))  # fmt: skip
_BURNS = frozenset(("burn", "burns", "burned", "burnt", "torch", "torches", "torched"))
_ARMED = frozenset(("armed", "bandits", "raiders", "troops", "soldiers", "fighters", "paramilitaries"))
_MARCHES = frozenset(("march", "marches", "marched", "parade", "parades", "paraded"))
_FIGHTS = frozenset(
    ("fights", "fighting", "clashes", "violence", "gunfire", "shooting", "battles", "skirmishes", "brawl")
)
_UNREST = frozenset(("riots", "rioting", "protests", "unrest", "demonstrations"))
_OUT = frozenset(("break", "breaks", "broke", "broken"))
_SHOTS = frozenset(("shots", "shot", "rockets", "missiles", "shells", "rounds", "bullets", "mortars"))
_SHELLS = frozenset(
    ("rocket", "rockets", "shell", "shells", "mortar", "mortars", "bomb", "bombs", "grenade", "grenades")
)
# type and verb that are another's with these for a subject
_BY_SUBJECT = {
    **dict.fromkeys(((NONE, word) for word in _OUT), (("ASSAULT", _FIGHTS), ("PROTEST", _UNREST))),
    ("CONSULT", "land"): (("ASSAULT", _SHELLS),),
    ("CONSULT", "landed"): (("ASSAULT", _SHELLS),),
}
_BEHIND = 5  # tokens behind a passive verb among which its doer is looked for
# Vietnamese words that end like a thing: no sickness deals or campaigns
_PARTS = frozenset(("giao dịch", "chiến dịch", "phiên dịch", "thông dịch", "biên dịch", "xấu hổ", "di dịch", "xê dịch"))
_DECLARED = (["khẩn", "cấp"], ["thảm", "họa"])
_NOTHING: frozenset[str] = frozenset()


def settle(sentence: Sentence, act: Act, kind: str, language: str) -> str:
    """The type that an act of type `kind` has by its subject, or by its doer where it is passive."""
    grammar = cues.lexicon(language).grammar
    if kind in _VIOLENT and not act.noun and sentence.words[act.verb] != _HIT:
        weapons = grammar.get("weapons", _NOTHING)
        nature = _has(sentence, act, grammar["things"], grammar["hands"], weapons)
        kind = NONE if nature and not (language == "en" and accidents_en.under_fire(sentence, grammar)) else kind
    settled = _in_english if language == "en" else _in_vietnamese
    kind = settled(sentence, act, kind, grammar)
    if kind == "COERCE" and not (act.passive and language == "en") and _has(sentence, act, grammar["armed"]):
        kind = "ASSAULT"
    if kind in _GOING and not act.noun and _only_comes(sentence, act, grammar["moves"]):
        kind = next((other for other, who in _COMING.items() if _has(sentence, act, grammar[who])), kind)
    return kind


def of_nature(sentence: Sentence, acts: list[Act], passage: Iterable[Sentence]) -> list[Act]:
    """The acts of a Vietnamese sentence: an emergency is declared over nobody in a passage that tells of a calamity."""
    declared = [
        act for act in acts if act.type == "COERCE" and sentence.words[act.last - 1 : act.last + 1] in _DECLARED
    ]
    if not declared:
        return acts
    table = cues.lexicon("vi").phrases["calamities"]
    for other in passage:
        if cues.stands_in(other.words, table):
            return [replace(act, type=NONE) if act in declared else act for act in acts]
    return acts


def _in_english(sentence: Sentence, act: Act, kind: str, grammar: cues.Grammar) -> str:
    """Prizes that go somewhere visit nobody, soldiers who pull out withdraw, and a fire's emergency coerces nobody."""
    word = sentence.words[act.verb]
    if word in _GOES and kind in ("CONSULT", "AGREE") and _has(sentence, act, grammar["prizes"]):
        return NONE
    if word in _PULLS and kind == "SANCTION" and _has(sentence, act, grammar["forces"]):
        return "RETREAT"
    if (other := _by_subject(sentence, act, kind, grammar)) is not None:
        return other
    if kind == "ASSAULT" and (
        accidents_en.is_one(sentence, act, grammar) or accidents_en.runs_into(sentence, act, grammar)
    ):
        return NONE
    if kind == "MOBILIZE" and accidents_en.are_awaited(sentence, act, grammar):
        return NONE
    if kind == "COERCE" and "evacuation" in sentence.words[act.verb : act.last + 1]:
        return kind if grammar["things"].isdisjoint(sentence.words) else NONE  # led away from a storm
    if kind == "COERCE" and "emergency" in sentence.words[act.verb : act.last + 1]:
        return kind if grammar["things"].isdisjoint(sentence.words) else "MOBILIZE"
    return kind


def _in_vietnamese(sentence: Sentence, act: Act, kind: str, grammar: cues.Grammar) -> str:
    """A bridge opened at home joins nobody, beasts assault none, and a chamber dissolved for a vote is not put down."""
    said = " ".join(sentence.words[act.verb : act.verb + 2])
    if kind == "COOPERATE" and said in grammar["opened"]:
        countries = {name.mention.value for name in sentence.names if name.mention.kind == "country"}
        return kind if len(countries) > 1 else NONE
    if kind == "ASSAULT" and (_by_beast(sentence, act, grammar) or _burns_down(sentence, act, grammar)):
        return NONE
    if kind == "COERCE" and said == "giải tán":
        pairs = set(map(" ".join, pairwise(sentence.words)))
        return kind if grammar["chambers"].isdisjoint(pairs) or grammar["elections"].isdisjoint(pairs) else NONE
    return kind


def _by_beast(sentence: Sentence, act: Act, grammar: cues.Grammar) -> bool:
    """Whether an animal did it: "thiệt mạng sau khi bị cá sấu tấn công"."""
    words = sentence.words[act.verb : act.last + 1]
    return any(
        word == "bị" and not grammar["beasts"].isdisjoint((words[at + 1], " ".join(words[at + 1 : at + 3])))
        for at, word in enumerate(words[:-1])
    )


def _burns_down(sentence: Sentence, act: Act, grammar: cues.Grammar) -> bool:
    """Whether a fire consumed it that nobody is said to have set: "cháy chợ, hàng trăm sạp hàng bị thiêu rụi"."""
    words = sentence.words
    if words[act.last - 1 : act.last + 1] != ["thiêu", "rụi"] or grammar["flames"].isdisjoint(words):
        return False
    return grammar["arson"].isdisjoint({*words, *map(" ".join, pairwise(words))})


def _by_subject(sentence: Sentence, act: Act, kind: str, grammar: cues.Grammar) -> str | None:
    """What else it is by its subject: fights break out, shells land, shots are fired, farmers block, soldiers storm."""
    word, subject = sentence.words[act.verb], sentence.words[act.clause : act.first]
    if (kind, word) in _BY_SUBJECT:
        for other, who in _BY_SUBJECT[kind, word]:
            if (word not in _OUT or "out" in sentence.words[act.verb + 1 : act.verb + 2]) and _has(sentence, act, who):
                return other
    if kind == "SANCTION" and "fired" in sentence.words[act.verb : act.last + 1] and not _SHOTS.isdisjoint(subject):
        return "ASSAULT"  # "no shots were fired"
    if kind in _CLOSED and word in _CLOSES and not act.passive and _has(sentence, act, grammar["crowds"]):
        return "PROTEST"
    if (
        kind in ("RETREAT", "SANCTION")
        and word in _OUT_OF
        and not act.passive
        and _has(sentence, act, grammar["rescuers"])
    ):
        return "AID"
    if kind == "AID" and word in _SHIPS and _has(sentence, act, grammar["producers"]):
        return NONE
    if kind == "ASSAULT" and word in _PLAYS and not grammar["matches"].isdisjoint(sentence.words):
        return NONE
    if (
        kind == "MOBILIZE"
        and word.startswith("cross")
        and not _has(sentence, act, grammar["soldiers"] | grammar["forces"] | grammar["weapons"])
    ):
        return NONE  # who fled, and trucks
    if kind == "PROTEST" and word in _BURNS and _has(sentence, act, grammar["arsonists"]):
        return "ASSAULT"
    if kind == "PROTEST" and word.startswith("loot") and _has(sentence, act, grammar["arsonists"] | _ARMED):
        return "ASSAULT"
    if kind == "PROTEST" and word in _MARCHES and not grammar["festive"].isdisjoint(sentence.words):
        return NONE
    if kind == "PROTEST" and word.startswith("storm") and _has(sentence, act, grammar["soldiers"] | grammar["forces"]):
        return "ASSAULT"
    return None


def _only_comes(sentence: Sentence, act: Act, moves: frozenset[str]) -> bool:
    """Whether the act is only that somebody or something comes."""
    return not moves.isdisjoint((sentence.words[act.verb], " ".join(sentence.words[act.verb : act.verb + 2])))


def _has(
    sentence: Sentence,
    act: Act,
    things: frozenset[str],
    hands: frozenset[str] = _NOTHING,
    weapons: frozenset[str] = _NOTHING,
) -> bool:
    """Whether the subject holds one of the words, with none of `hands` right behind it and no weapon beside."""
    words = (
        sentence.words[act.first : act.last + 1 + _BEHIND] if act.passive else sentence.words[act.clause : act.first]
    )
    if not weapons.isdisjoint(words):
        return False
    behind = [*words[1:], "" if act.passive else sentence.words[act.verb]]  # "bus bomb kills 15"
    if any(
        word in things and after not in hands and " ".join(words[at - 1 : at + 1]) not in _PARTS
        for at, (word, after) in enumerate(zip(words, behind, strict=False))
    ):
        return True
    pairs = enumerate(" ".join(pair) for pair in pairwise(words))
    return any(pair in things and hands.isdisjoint(words[at - 1 : at]) for at, pair in pairs)
