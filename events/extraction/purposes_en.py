"""What several words of an English sentence make together: those sent "to …", votes, deaths, strikes and walkouts."""

from __future__ import annotations

from dataclasses import replace

from events.extraction import cues
from events.extraction.clauses import LIGHT, MAIN, MINOR, OBJECT, Act, Sentence

_SENT, _CALLED = frozenset(("ASSAULT", "ACCUSE", "CONSULT")), frozenset(("SUPPORT",))
# what somebody is sent or called for: types of the act behind "to" that is what is done
_PURPOSES = dict.fromkeys(("send", "sends", "sent", "dispatch", "dispatches", "dispatched"), _SENT) | dict.fromkeys(
    ("call", "calls", "called", "phone", "phones", "phoned", "telephones", "telephoned", "rings", "rang"), _CALLED
)
_NOTHING: frozenset[str] = frozenset()
_ORDERS = frozenset(("order", "orders", "ordered", "rule", "rules", "ruled"))
_ASKED = frozenset(("on", "upon", "for"))  # behind "call": nobody is telephoned
_AT_WAR = frozenset(("fight", "battle", "combat"))  # for which soldiers are sent to stay
_DEADLY = frozenset(("leaves", "left", "leave", "die", "dies", "died", "kills", "killed", "claims", "claimed"))
_WHEN, _REACH = frozenset(("when", "after", "as")), 6  # tokens behind those who died
_WALKS = frozenset(("walk", "walks", "walked"))
_WORKS = ("ers", "men", "women", "rses", "tors", "ists")  # teachers, dockmen, nurses, doctors, machinists
_STRIKE = frozenset(("strike", "strikes", "struck", "striking"))
_VOTES, _VOWS = frozenset(("vote", "votes", "voted")), frozenset(("vow", "vows", "vowed"))
_KIND = frozenset(("AID", "AGREE", "COOPERATE", "CONCEDE", "SUPPORT", "CONSULT", "RETREAT"))  # no threats
_LESS = 0.1
_BLAME = frozenset(("ACCUSE", "REJECT"))
_WRITTEN = frozenset((  # what is passed or signed, and says itself what is done
    "law", "laws", "bill", "bills", "decree", "decrees", "order", "orders", "act", "package", "motion", "resolution",
    "letter", "petition", "paper", "statement", "declaration", "legislation", "measure", "measures", "ordinance",
    "directive", "amendment", "edict", "proclamation", "memo", "rules",
))  # fmt: skip
_WRITES = frozenset((
    "signed", "signs", "sign", "passed", "passes", "pass", "approved", "approves", "adopted", "adopts", "issued",
    "issues", "backed", "backs", "endorsed", "enacted", "enacts",
))  # fmt: skip
_SAYS = frozenset(("that", "which", "to"))
_BY_LAW = frozenset(("SANCTION", "COERCE", "CONCEDE", "ACCUSE", "REQUEST", "THREATEN", "REJECT"))
_FAR, _NEAR = 9, 3  # tokens from a verb to what is passed, from there to what that does
_LETS = frozenset(("let", "lets", "letting", "allow", "allows", "allowing", "permits", "permit", "permitting"))
_KILLS = frozenset(("killing", "injuring", "wounding", "maiming"))
_KILLING = frozenset(("ASSAULT", "PROTEST"))


def by_purpose(sentence: Sentence, found: list[Act]) -> list[Act]:
    """The acts, where somebody is sent, called or asked "to …" with that as the firmer: it is what is done."""
    for at, act in enumerate(found):
        wanted = _PURPOSES.get(sentence.words[act.verb], _NOTHING) if act.grade >= MAIN and not act.noun else _NOTHING
        for later in range(at + 1, len(found) if wanted else at):
            further = found[later]
            if further.verb <= act.verb or sentence.words[further.verb - 1] != "to" or further.noun:
                continue
            done = further.type in wanted and sentence.words[further.verb] not in _AT_WAR
            done = done and (wanted is _SENT or sentence.words[act.verb + 1] not in _ASKED)
            if done and not sentence.broken(act.verb, further.verb):
                found[later] = replace(further, grade=act.grade, first=act.first, future=act.future)
                found[at] = replace(act, grade=LIGHT)
            break
    return found


def by_law(sentence: Sentence, found: list[Act]) -> list[Act]:
    """The acts, where a law or letter is passed or signed with what it does as the firmer: "a bill that bars …"."""
    words = sentence.words
    for at, act in enumerate(found):
        if act.noun or act.grade < LIGHT or act.type != "SUPPORT" or words[act.verb] not in _WRITES or act.negated:
            continue
        written = next((to for to in range(act.verb + 1, min(act.verb + _FAR, len(words))) if words[to] in _WRITTEN), 0)
        if not written:
            continue
        for later in range(at + 1, len(found)):
            further = found[later]
            if further.noun or further.verb <= written:
                continue
            between = words[written + 1 : further.verb]
            if sentence.broken(written, further.verb) or len(between) > _NEAR or words[further.verb] in _LETS:
                break
            if further.type not in _BY_LAW or further.negated:
                continue
            asks = further.type == "REQUEST"  # what a law asks is law
            if (words[further.verb].endswith("ing") and not between) or not (asks or _SAYS.isdisjoint(between)):
                found[later] = replace(further, grade=act.grade, future=False)
                found[at] = replace(act, grade=min(act.grade, LIGHT) - _LESS)
                break
    return found


def behind_deaths(sentence: Sentence, found: list[Act]) -> list[Act]:
    """The acts, where only deaths are told by the verb with the attack named beside it as the firmer."""
    told = [act for act in found if act.type == "NONE" and not act.noun and sentence.words[act.verb] in _DEADLY]
    named = [at for at, act in enumerate(found) if told and _kills(sentence, act, told[0])]
    if told and named:
        found = [replace(act, grade=min(act.grade, LIGHT)) if act in told else act for act in found]
        found[named[0]] = replace(found[named[0]], grade=max(found[named[0]].grade, MAIN))
    return found


def _kills(sentence: Sentence, act: Act, told: Act) -> bool:
    """Whether it is the attack in which people died: "died in a raid", "died when gunmen stormed a base"."""
    if act.noun:
        near = not sentence.broken(told.verb, act.verb) and 0 < act.verb - told.last <= _REACH
        return act.type in _KILLING and (act.grade >= MINOR or (near and act.type == "ASSAULT"))
    words = sentence.words[told.verb + 1 : act.verb]
    near = not _WHEN.isdisjoint(words[:_REACH]) and not sentence.broken(told.verb, act.verb)
    return act.type == "ASSAULT" and near and told.grade >= LIGHT


def by_killing(sentence: Sentence, found: list[Act], grammar: dict[str, frozenset[str]]) -> list[Act]:
    """The acts, with the attack as the firmest where weapons do something, "killing" people behind a comma."""
    if any(act.type in _BLAME and act.grade >= MAIN and not act.noun for act in found):
        return found
    for at, act in enumerate(found):
        if act.type != "ASSAULT" or sentence.words[act.verb] not in _KILLS or sentence.breaks[act.verb] != ",":
            continue
        before = sentence.words[: act.verb]
        if act.grade >= OBJECT and not (grammar["weapons"] | grammar["armed"]).isdisjoint(before):
            found[at] = replace(act, grade=MAIN + _LESS)
    return found


def blamed_on(sentence: Sentence, found: list[Act], grammar: dict[str, frozenset[str]]) -> list[Act]:
    """The acts, with the attack as the firmest that somebody is blamed for: "a bomb blamed on rebels killed four"."""
    words = sentence.words
    for at, act in enumerate(found):
        if words[act.verb : act.verb + 2] != ["blamed", "on"] or not act.verb or words[act.verb - 1] in grammar["be"]:
            continue
        for later in range(at + 1, len(found)):
            further = found[later]
            if further.type == "ASSAULT" and not further.noun and not sentence.broken(act.verb, further.verb):
                found[at] = replace(act, grade=min(act.grade, OBJECT))
                found[later] = replace(further, grade=MAIN, passive=False)
                break
    return found


def as_demanded(sentence: Sentence, found: list[Act]) -> list[Act]:
    """The acts, with what is demanded as no more than the demand, and what courts order to be done as the firmer."""
    words = sentence.words
    for at, act in enumerate(found[:-1]):
        if act.noun or act.type != "REQUEST" or act.grade < LIGHT or "that" not in words[act.verb : act.last + 2]:
            continue
        that = words.index("that", act.verb)
        for later in range(at + 1, len(found)):
            further = found[later]
            if further.noun or further.verb <= that or sentence.broken(that, further.verb):
                continue
            if words[act.verb] in _ORDERS and "be" in words[further.first : further.verb + 1]:
                found[at], found[later] = replace(act, grade=LIGHT), replace(further, grade=MAIN)
                break
            found[later] = replace(further, grade=min(further.grade, OBJECT))
    return found


def behind_votes(sentence: Sentence, found: list[Act]) -> list[Act]:
    """The acts, where what is voted or vowed "to" be done tells what a vote or vow is."""
    for at, act in enumerate(found[:-1]):
        word, further = sentence.words[act.verb], found[at + 1]
        if act.noun or further.noun or further.verb <= act.last or sentence.words[further.verb - 1] != "to":
            continue
        if word in _VOTES and act.type == "NONE" and further.grade >= OBJECT:
            found[at] = replace(act, grade=min(act.grade, LIGHT) - _LESS)
            found[at + 1] = replace(further, grade=max(further.grade, MAIN))
        elif word in _VOWS and act.type == "THREATEN" and further.type in _KIND:
            found[at] = replace(act, type="AGREE")
    return found


def struck_or_left(sentence: Sentence, hit: cues.Hit, grammar: dict[str, frozenset[str]]) -> str:
    """The type of a verb of protest: who strikes something attacks it, and a minister who walks out resigns.

    Nobody protests by a deal struck, nor by what "struck" on a day, unless it is people who work: it is no act.
    """
    if _strikes_something(sentence, hit, grammar):
        return "ASSAULT"
    if sentence.words[hit.first] == "struck" and hit.last == hit.first and not _work(sentence, hit.first, grammar):
        return ""
    leaves = sentence.words[hit.first] in _WALKS and not grammar["persons"].isdisjoint(sentence.words[: hit.first])
    return "RETREAT" if leaves else hit.pattern.type


def _work(sentence: Sentence, at: int, grammar: dict[str, frozenset[str]]) -> bool:
    """Whether people who work are named before a token: a union, teachers, miners."""
    before = sentence.words[:at]
    return any(word in grammar["workers"] or word.endswith(_WORKS) for word in before)


def _strikes_something(sentence: Sentence, hit: cues.Hit, grammar: dict[str, frozenset[str]]) -> bool:
    """Whether "strike" has an object, and no workers stop work: "struck a checkpoint"."""
    behind = hit.first + 1
    if hit.last > hit.first or sentence.words[hit.first] not in _STRIKE or behind >= len(sentence.words):
        return False
    return not sentence.breaks[behind] and (
        sentence.words[behind] in grammar["determiners"] or any(name.first == behind for name in sentence.names)
    )
