"""Who did it, and to whom: the names around the main act, read by grammar."""

from __future__ import annotations

from collections.abc import Sequence

from events.extraction import cues, nearby
from events.extraction.clauses import Act, Named, Sentence
from events.extraction.parties import CountryOf
from events.extraction.phrases import Phrases, Role
from events.extraction.records import Mention

# how a recipient may be governed, by type; where nothing is said the default below holds
_ONLY_AFTER = {
    "MOBILIZE": {
        "en": {"against", "toward", "towards", "over"},
        "vi": {"chống", "nhằm vào", "sát", "về phía", "trước"},
    },
    "PROTEST": {"en": {"against", "at"}, "vi": {"chống", "phản đối", "trước"}},
}
# where a subordinate clause may name whom the act is meant for: "vows to retaliate if Finland hosts bases"
_FAR = frozenset(("THREATEN", "ACCUSE", "CONCEDE", "REQUEST", "REJECT", "SANCTION"))
_OWNING = frozenset(("by", "between", "của", "giữa", "do"))
_HOME = frozenset(("from", "in", "of", "at", "tại", "ở", "từ", "của", "trong"))  # "prosecutors in Senegal"
_NEEDS_RECIPIENT = frozenset(("COOPERATE", "AID", "SANCTION", "ACCUSE", "THREATEN", "CONSULT"))
_HEADED = frozenset(("AID", "SANCTION", "SUPPORT", "ACCUSE", "THREATEN", "REQUEST", "CONCEDE", "REJECT", "COERCE"))
_ABROAD = frozenset(("ASSAULT", "COERCE"))  # done by one country in another, they are done to it
_SELDOM_BELOW = frozenset(("MOBILIZE", "PROTEST", "RETREAT", "COERCE"))  # no recipient in the text below a headline
_TWO_SIDED = frozenset(("CONSULT", "AGREE", "COOPERATE", "SUPPORT", "ASSAULT"))


def read(
    sentence: Sentence,
    act: Act,
    sentences: Sequence[tuple[Sentence, list[Act]]],
    text: str,
    mentions: Sequence[Mention],
    language: str,
    country_of: CountryOf | None = None,
) -> tuple[Role, Role]:
    """Actor and recipient of the main act, each value with the mention it comes from."""
    reader = _Reader(text, mentions, language, country_of)
    reader.sentences = sentences
    return reader.roles(sentence, act)


class _Reader(Phrases):
    sentences: Sequence[tuple[Sentence, list[Act]]]

    def roles(self, sentence: Sentence, act: Act) -> tuple[Role, Role]:
        if not act.noun and sentence.words[act.verb] in self.grammar["must"] and act.clause:
            told, teller = self._subject_in(sentence, act.clause, act.first), self._subject_in(sentence, 0, act.clause)
            return _unique(teller), [p for p in _unique(told) if p[0] not in {value for value, _ in teller}]
        before = self._subject(sentence, act)
        after, place = self._object(sentence, act, {value for value, _ in before})
        if act.passive and act.roles == "host" and act.type == "CONSULT":
            actor, recipient = before, self._agent(sentence, act) or place[:1]
        elif act.passive:
            actor, recipient = self._agent(sentence, act), before
            if not actor:
                actor = nearby.doing(self, sentence, act)
            if not actor and act.type in ("COERCE", "SANCTION"):  # a state does that to those in its hands
                own = self._subject_in(sentence, act.clause, act.first)
                actor = [pair for pair in place[:1] if pair[0] not in {value for value, _ in own}] or before[:1]
                recipient = own if actor != own[:1] else []
        elif act.noun and self._own(sentence, act):
            actor = self._own(sentence, act)
            recipient = self._object(sentence, act, {value for value, _ in actor})[0]
            if not recipient:
                recipient = [p for p in before if p[0] not in {v for v, _ in actor}] if act.type in _TWO_SIDED else []
        elif (act.roles == "host" and (after or act.type != "CONSULT")) or nearby.is_suffered(self, sentence, act):
            actor, recipient = after or nearby.sources(self, sentence, act, before), before
            if not actor and act.type == "RETREAT":  # who walks free is let go by the country where that is
                actor = [pair for pair in place[:1] if pair[0] not in {value for value, _ in before}]
        else:
            actor, recipient = before, after
        if (
            act.type in _TWO_SIDED
            and act.type != "ASSAULT"
            and len(actor) > 1
            and (not recipient or act.roles == "joint")
        ):
            actor, recipient = actor[:1], actor[1:] + recipient
        if not recipient and act.type == "ASSAULT":
            recipient = [pair for pair in place[:1] if pair[0] not in {value for value, _ in actor}]
        if not recipient and act.type in _ABROAD and actor and not act.passive:
            recipient = nearby.opening_place(self, sentence, act, {value for value, _ in actor})
        if not recipient and act.type in ("CONSULT", "AGREE") and not act.passive:
            recipient = [pair for pair in place[:1] if pair[0] not in {value for value, _ in actor}]
        if not recipient and act.type == "CONSULT" and not act.passive and not act.noun:
            recipient = nearby.on_the_way(self, sentence, act, {value for value, _ in actor})
        if not recipient and self._reaches(sentence, act):
            taken = {value for value, _ in actor}
            recipient = [pair for pair in (place if act.type == "AID" else place[:1]) if pair[0] not in taken]
        if not recipient and act.type in _FAR and not act.passive and act.roles != "host":
            recipient = self._object(sentence, act, {value for value, _ in actor}, far=True)[0]
        if act.type == "ASSAULT":
            actor, recipient = nearby.blamed(self, sentence, actor, recipient)
        if not actor and act.type == "ASSAULT" and sentence.title:
            actor = self._told_again(sentence, act)
        if not actor and not act.passive:
            actor = self._elsewhere(sentence, act, recipient)
        if not actor and act.type not in ("ASSAULT", "ACCUSE"):
            actor = nearby.staying(self, sentence, place)[:1] or nearby.anywhere(self, self.sentences, recipient)
        if not recipient and (act.type not in _SELDOM_BELOW or (act.type == "COERCE" and sentence.title)):
            recipient = self._from_body(sentence, act, {value for value, _ in actor})
        if not recipient and actor and act.type in _HEADED and not sentence.title:
            recipient = nearby.headed(self, self.sentences[0][0], sentence, {value for value, _ in actor})
        if actor and nearby.is_to_no_party(self, sentence, act):
            recipient = []
        taken = {value for value, _ in actor}
        recipient = [pair for pair in recipient if pair[0] not in taken]
        return _unique(actor), _unique(recipient)

    def _reaches(self, sentence: Sentence, act: Act) -> bool:
        """Whether a place after the act is whom it reaches: an embassy in, troops or a return from a country."""
        if act.type in ("RETREAT", "AID"):
            return not act.passive
        words = set(sentence.words[act.verb : act.last + 4])
        if act.type == "COOPERATE":
            return not words.isdisjoint(nearby.FROM)
        return act.type in ("SUPPORT", "SANCTION", "REQUEST", "CONCEDE") and not words.isdisjoint(
            self.grammar["missions"]
        )

    def _subject(self, sentence: Sentence, act: Act) -> Role:
        found = self._subject_in(sentence, self._own_clause(sentence, act), act.first)
        if not found and act.clause > 0:
            found = self._subject_in(sentence, 0, act.clause)
        return found

    def _own_clause(self, sentence: Sentence, act: Act) -> int:
        """Where the act's clause begins: behind the last "when" before the act, with a name and no comma between."""
        words, names = sentence.words, {name.first for name in sentence.names}
        named = False
        for at in range(act.first - 1, act.clause, -1):
            if words[at] in self.grammar["clauses"]:
                return at + 1 if named else act.clause
            if sentence.breaks[at]:
                break
            named = named or at in names
        return act.clause

    def _subject_in(self, sentence: Sentence, start: int, end: int) -> Role:
        """The first name before the verb that is no place, no adverbial and no modifier; and those joined to it.

        Else the one that says whose the subject is: "prosecutors in Senegal", "ministers from Laos and Thailand".
        """
        start = self.after_openers(sentence, start, end)
        names = [n for n in sentence.names if start <= n.first and n.last < end]
        home: Role = []
        for at, name in enumerate(names):
            if self.is_modifier(sentence, name) or any(name.mention is mention for _, mention in home):
                continue
            governor, value = self.governor(sentence, name, start), self.value(name.mention)
            if self.is_label(sentence, name) and value is not None:
                home = [(value, name.mention)]
                continue
            if governor in self.grammar["places"]:
                if not home and value is not None and governor in _HOME and sentence.words[start] != governor:
                    home = [(value, name.mention), *self.joined(names, at)]
                continue
            if governor in ("to", "with", "against", "about", "đến", "tới", "với", "về") and at:
                continue
            if value is not None:
                return [(value, name.mention), *self.joined(names, at)]
        return home

    def _object(self, sentence: Sentence, act: Act, taken: set[str], *, far: bool = False) -> tuple[Role, Role]:
        """The names the act is directed at; and those that only say where. `far`: also in a subordinate clause."""
        words, places = sentence.words, []
        only = _ONLY_AFTER.get(act.type, {}).get(self.language)
        names = [n for n in sentence.names if n.first > act.verb]
        stop = self._stop(sentence, act, far)
        beside: set[int] = set()  # where names stand that are joined to a place: "in Chad, Niger and Mali"
        for at, name in enumerate(names):
            if name.first >= stop:
                break
            value = self.value(name.mention)
            if value is None or self.is_modifier(sentence, name) or name.mention.start in beside:
                continue
            said = act.last if name.first > act.last else act.head  # a cue's own preposition governs nothing
            governor = self.governor(sentence, name, said + 1)
            if governor in nearby.ORIGIN and act.type in _ABROAD and nearby.wrests(self, words, act):
                governor = ""  # "retook Kherson from Russia"
            if act.type in _ABROAD and self.is_neighbour(sentence, name):
                continue
            mission = name.last + 1 < len(words) and words[name.last + 1] in ("embassy", "consulate")
            aimed = governor == "at" and words[act.verb] in self.grammar["aimed"]
            if governor in self.grammar["places"] and not mission and not aimed:
                if name.mention.kind == "country":
                    joined = self.joined(names, at)
                    places += [(value, name.mention), *joined]
                    beside.update(mention.start for _, mention in joined)
                continue
            if only is not None and governor not in only and not mission:
                continue
            if act.passive and governor in ("by", "bởi"):
                continue
            if value in taken:
                continue
            joined = [pair for pair in self.joined(names, at) if pair[0] not in taken]
            return [(value, name.mention), *joined], places
        return [], places

    def _stop(self, sentence: Sentence, act: Act, far: bool) -> int:
        words, reports = sentence.words, self.grammar["reports"]
        if act.type == "COERCE":  # of what those held are suspected names nobody
            for at in range(act.verb + 1, len(words)):
                if not self.grammar["held_for"].isdisjoint((words[at], " ".join(words[at : at + 2]))):
                    words = words[:at]
                    break
        verbs = cues.lexicon(self.language).verb_forms
        for at in range(act.last + 1, len(words)):
            if sentence.breaks[at] == ";":
                return at
            if sentence.breaks[at]:  # ", the ministry said"
                if self.language == "vi":
                    if words[at] == "theo" or any(" ".join(words[x : x + 2]) in reports for x in range(at, at + 9)):
                        return at
                elif any(verbs.get(word, ("",))[0] in reports for word in words[at : at + 9]):
                    return at
            if far:
                continue
            said = (words[at], " ".join(words[at : at + 2]))
            if not self.grammar["surrounding"].isdisjoint(said):
                return at
        return len(words)

    def _agent(self, sentence: Sentence, act: Act) -> Role:
        """Who acts in a passive: after "by", or between "bị" and the verb."""
        if self.language == "vi":
            verb = act.last if sentence.words[act.verb] in self.grammar["passive"] else act.verb  # "được Nga đón"
            names = [n for n in sentence.names if act.first <= n.first and n.last < verb]
            if not names:
                names = [
                    n for n in sentence.names if n.first > act.verb and sentence.words[n.first - 1] in ("bởi", "do")
                ]
        else:
            by = next((at for at in range(act.verb, len(sentence.words)) if sentence.words[at] == "by"), None)
            names = [n for n in sentence.names if by is not None and by < n.first <= by + 8]
            names = [n for n in names if not self.is_neighbour(sentence, n)]
        for at, name in enumerate(names):
            value = self.value(name.mention)
            if value is not None:
                return [(value, name.mention), *self.joined(names, at)]
        return []

    def _own(self, sentence: Sentence, act: Act) -> Role:
        """The doer a noun names itself: "Israeli strikes", "attack by Hamas", "chuyến thăm … của …"."""
        words = sentence.words
        names = sentence.names
        for at, name in enumerate(names):
            before = words[max(act.last + 1, name.first - 4) : name.first]  # "between the presidents of"
            if name.first > act.last and name.first - act.last <= 10 and not _OWNING.isdisjoint(before):
                value = self.value(name.mention)
                if value is not None:
                    return [(value, name.mention), *self.joined(names, at)]
            if (
                self.language == "en"
                and act.verb - 3 <= name.last < act.verb
                and act.clause <= name.first
                and name.first < act.verb
            ):
                value = self.value(name.mention)
                if value is not None and not self.is_modifier(sentence, name) and act.first >= name.first:
                    return [(value, name.mention), *self.joined([n for n in names if n.last < act.verb], at)]
        return []

    def _elsewhere(self, sentence: Sentence, act: Act, recipient: Role) -> Role:
        """Where the clause names nobody: the subject of the next sentence, else the first party named before."""
        taken = {value for value, _ in recipient}
        if act.type == "ASSAULT":
            taken |= self._victims()
        at = next((at for at, (other, _) in enumerate(self.sentences) if other is sentence), 0)
        earlier = self.sentences[:at]
        for other, _ in earlier:
            for name in other.names:
                value = self.value(name.mention)
                if value is not None and value not in taken and not self._is_placed(other, name):
                    return [(value, name.mention)]
        for other, found in self.sentences[len(earlier) + 1 :][:1]:
            for further in found:
                if further.passive or further.noun or nearby.is_suffered(self, other, further):
                    continue
                subject = [p for p in self._subject(other, further) if p[0] not in taken]
                if subject:
                    return subject
                break
        for other, _ in self.sentences:
            for name in other.names:
                value = self.value(name.mention)
                if value is not None and value not in taken and not self._is_placed(other, name):
                    return [(value, name.mention)]
        return []

    def _victims(self) -> set[str]:
        """Those of whom the passage says that they were attacked."""
        return {
            value
            for other, found in self.sentences
            for further in found
            if further.type == "ASSAULT" and (further.passive or nearby.is_suffered(self, other, further))
            for value, _ in self._subject(other, further)
        }

    def _told_again(self, sentence: Sentence, act: Act) -> Role:
        """Whose the forces of a headline are, as the text says: "Army retakes bridge / Sudan's army says it has …"."""
        if act.passive or act.noun or act.first == act.clause or any(n.last < act.first for n in sentence.names):
            return []
        for other, found in self.sentences[1:2]:
            for further in found:
                suffered = further.passive or nearby.is_suffered(self, other, further)
                if further.type == act.type and not (suffered or further.noun):
                    return self._subject(other, further)
        return []

    def _is_placed(self, sentence: Sentence, name: Named) -> bool:
        """Whether the name only says where, or whose friends somebody is."""
        return self.governor(sentence, name, 0) in self.grammar["places"] or self.is_modifier(sentence, name)

    def _from_body(self, sentence: Sentence, act: Act, taken: set[str]) -> Role:
        """A recipient the headline leaves out: from an act of the same type in the text, else the next one named."""
        for other, found in self.sentences:
            if other is sentence:
                continue
            for further in found:
                suffered = further.passive or nearby.is_suffered(self, other, further)
                if further.type != act.type or (suffered and not sentence.title):
                    continue
                after = self._subject(other, further) if suffered else self._object(other, further, taken)[0]
                after = [pair for pair in after if pair[0] not in taken]
                if after:
                    return after
        if sentence.title and act.type in _NEEDS_RECIPIENT:
            for other, _ in self.sentences[1:2]:
                for name in other.names:
                    value = self.value(name.mention)
                    if value is not None and value not in taken and not self._is_placed(other, name):
                        return [(value, name.mention)]
        return []


def _unique(role: Role) -> Role:
    seen: dict[str, Mention] = {}
    for value, mention in role:
        seen.setdefault(value, mention)
    return list(seen.items())
