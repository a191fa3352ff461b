"""Names in their phrases: what governs them, what they only modify, and which are joined."""

from __future__ import annotations

from collections.abc import Sequence

from events.extraction import cues
from events.extraction.clauses import Named, Sentence
from events.extraction.parties import CountryOf, Parties
from events.extraction.patterns import regex
from events.extraction.records import Mention

Role = list[tuple[str, Mention]]
_SAYING = 5  # tokens from "said" to what is said: "on Monday that"

_JOINING = regex(r"[\s,\-–&]*(?:\b(?:and|as well as|along with|together with|và|cùng|cùng với|với|–)\b)?[\s,]*")
_BORDER = 5  # words in front of a neighbour's name that say it is one
_BESIDE_VI = frozenset(("gần", "sát", "giáp", "dọc", "trên", "tại", "ở"))
_ALONG = frozenset(("on", "at", "near", "along", "across", "to", "off", "from"))


class Phrases:
    """Reads the phrases of one passage in its language."""

    def __init__(
        self, text: str, mentions: Sequence[Mention], language: str, country_of: CountryOf | None = None
    ) -> None:
        self.text = text
        self.language = "vi" if language == "vi" else "en"
        self.grammar = cues.lexicon(language).grammar
        self.value = Parties(text, mentions, self.language, country_of).value

    def after_openers(self, sentence: Sentence, start: int, end: int) -> int:
        """Where the subject begins: leading adverbials up to their commas skipped, as long as a name is left."""
        while start < end and sentence.words[start] in self.grammar["openers"]:
            comma = next((at for at in range(start + 1, end) if sentence.breaks[at]), None)
            comma = comma and self._behind_home(sentence, comma, end)
            if comma is None or not any(comma <= n.first < end for n in sentence.names):
                break
            start = comma
        return start

    def _behind_home(self, sentence: Sentence, comma: int, end: int) -> int | None:
        """Behind the country that only says where a town lies: "In Oran, Algeria, …", "Tại Oran (Algeria), …"."""
        if not any(name.first == comma for name in sentence.names):
            return comma
        begun = sentence.spans[comma][0]
        bracketed = self.text[begun - 1 : begun] == "("
        home = next(name for name in sentence.names if name.first == comma)
        known = any(name.last == comma - 1 and name.mention.value == home.mention.value for name in sentence.names)
        if not (bracketed or known):
            return comma
        return next((at for at in range(comma + 1, end) if sentence.breaks[at]), None)

    def is_label(self, sentence: Sentence, name: Named) -> bool:
        """Whether it only says where, in brackets in front: "(Sudan) Saudi Arabia lends …"."""
        before, behind = name.mention.start - 1, name.mention.end
        return name.first == 0 and self.text[before : before + 1] == "(" and self.text[behind : behind + 1] == ")"

    def is_neighbour(self, sentence: Sentence, name: Named) -> bool:
        """Whether it only says at whose border: "near the border with Niger", "huyện giáp Lào"."""
        before = sentence.words[max(0, name.first - _BORDER) : name.first]
        if self.language == "vi":
            if before[-2:] == ["biên", "giới"]:
                return not _BESIDE_VI.isdisjoint(before)
            return before[-1:] == ["giáp"] or before[-2:] == ["giáp", "với"] or before[-3:] == ["biên", "giới", "với"]
        if before[-1:] == ["bordering"]:
            return True
        if sentence.words[name.last + 1 : name.last + 2] in (["border"], ["frontier"]):
            return not _ALONG.isdisjoint(before[-2:])
        return before[-2:] in (["border", "with"], ["frontier", "with"]) and not _ALONG.isdisjoint(before)

    def governor(self, sentence: Sentence, name: Named, low: int) -> str:
        """The nearest preposition before a name, within its phrase."""
        words = sentence.words
        for at in range(name.first - 1, max(low - 1, name.first - 6), -1):
            if sentence.breaks[at + 1] == ";" or (sentence.breaks[at + 1] and self.language == "en"):
                return ""
            if self.language == "vi":
                two = " ".join(words[at : at + 2])
                if two in self.grammar["prepositions"]:
                    return two
            if words[at] in self.grammar["prepositions"]:
                return words[at]
            if any(n.first <= at <= n.last for n in sentence.names):
                return ""
        return ""

    def is_modifier(self, sentence: Sentence, name: Named) -> bool:
        """ "Iran-backed", "do Iran hậu thuẫn"."""
        after = name.last + 1
        if after >= len(sentence.words):
            return False
        if self.language == "en":
            word = sentence.words[after]
            return word.startswith("-") and word[1:] in self.grammar["backed"]
        return (
            sentence.words[name.first - 1] == "do" and sentence.words[after] in ("hậu", "đứng", "dẫn")
            if name.first
            else False
        )

    def is_reported(self, sentence: Sentence, begin: int) -> bool:
        """Whether a verb of saying stands before the clause that begins there: "said on Monday that …"."""
        words, reports = sentence.words, self.grammar["reports"]
        if self.language == "vi":
            end = begin - 1 if words[begin - 1] in ("rằng", "là") else begin
            return any(" ".join(words[max(end - size, 0) : end]) in reports for size in (1, 2, 3))
        forms = cues.lexicon("en").verb_forms
        for at in range(begin - 1, max(-1, begin - _SAYING), -1):
            if forms.get(words[at], ("", ""))[0] in reports:
                return True
            if sentence.breaks[at] == ";":
                break
        return False

    def joined(self, names: Sequence[Named], at: int) -> Role:
        """The further names that "and", a comma or a hyphen joins to `names[at]`."""
        found: Role = []
        before = names[at]
        for name in names[at + 1 :]:
            between = self.text[before.mention.end : name.mention.start]
            if name.mention.start < before.mention.end:
                continue
            if not self._joins(between):
                if name.mention.kind == "person" and len(between) < 50 and "," not in between:
                    before = name  # "Russian Foreign Minister Lavrov": still the same party
                    continue
                break
            value = self.value(name.mention)
            if value is not None:
                found.append((value, name.mention))
            before = name
        return found

    def _joins(self, between: str) -> bool:
        if _JOINING.fullmatch(between):
            return True
        words = cues.fold(between).split()
        if self.language == "en":
            stems = {w.strip(",.'s") for w in words}
            return bool(stems & {"and", "&"}) and not stems & self.grammar["prepositions"] and len(words) <= 8
        joined = {"và", "cùng", "với"} & {w.strip(",") for w in words}
        return bool(joined) and len(words) <= 9 and not {"tại", "của", "về", "ở"} & set(words)
