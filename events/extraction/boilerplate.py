"""What belongs to no event: boxes, links, captions, source lines. Told line by line, by boilerplate.toml's words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

import ahocorasick

from events.extraction import agencies, captions, data, furniture, publication, regions, sentences, subjects
from events.extraction.lines import Line
from events.extraction.records import Reason

_SHORT = 160  # characters: longer lines are text, whatever words they hold
_LONGEST_COUNT = 60  # characters of a line like "12 comments"
_SIGNS = " \t|:·•*_#>»→-–—=.…()[]"
_SIGNS_BUT_BRACKETS = _SIGNS.replace("(", "")
_PIPES = re.compile(r"(?:\s*\|)+\s*$")
_URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{2,64}")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LISTED = re.compile(r"(?:[-–—•·+▪►]|\d{1,2}[.)])\s*\w")
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_LETTERS = re.compile(r"[^\W\d_]+")
_CLOCK = re.compile(
    r"\W*\d{1,2}[:.hg]\d{2}(?::\d{2})?\W*(?:[ap]\.?m\.?)?\W*(?:(?:gmt|utc|ict|est|edt)\W*[\d:]*)?\W*", re.IGNORECASE
)
_SIGNED = re.compile(
    r"(?:[Tt]heo\s+)?[^\W\d_][^()\n:.!?]{1,40}\s?[(\[]"
    r"(?:tổng hợp|theo|t/?h|t\.h\.?|lược dịch|biên dịch|dịch|lược thuật|gt|ghi|compiled|from|with|translated)\b"
    r"[^()\n]{0,60}[)\]]\.?",
    re.IGNORECASE,
)
_LONGEST_LINK, _LEAST_MENU = 28, 4  # characters of a menu's entry; entries in a row
_MOST_WORDS, _MOST_SYLLABLES = 1, 3  # spaces in it, in English and in Vietnamese
_SLOGAN = 90  # characters of the line under "Advertisement" that belongs to it
_LEAST_HEADLINE = 20  # characters of a headline that is known when printed again
_REPEATED = 3  # times a short line stands on a page to be furniture
_NAME_INSIDE = re.compile(r"[^.!?:…\s]\s+[A-ZĐÀÁÂĂÈÉÊÌÍÒÓÔƠÙÚƯÝ]")
_AGO = re.compile(
    r"\b(?:\d{1,2}|an?|một|one|two)\s?(?:m|h|d|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|giờ|phút|ngày|tuần|tháng)"
    r"\s(?:ago|trước)[)\s|·-]*$"
)
_ADDRESSED = re.compile(  # speaks to the reader, as news never does outside quotations
    r"\b(?:you|your|yours|you're|you’re|you'll|you’ll|we'll|we’ll|click|subscribe|unsubscribe|sign up|log in|download|"
    r"của bạn|bạn có|bạn đã|bạn đọc|các bạn|mời bạn|cho bạn|giúp bạn|quý vị|quý độc giả|quý khách|đặt ngay|"
    r"đăng ký ngay|mua ngay|xem ngay|đặt vé|giá chỉ)\b"
)
_QUOTES = '"“”«»‘'
_LONGEST_FOOT, _LEAST_ROW = 80, 5  # characters of what stands under a teaser; words of a row of sections
_SET_APART = re.compile(r"\s*[•·∙|→▼►»/]\s*|\s+[-–—]\s+|\s{2,}")
_CARD_DAY = re.compile(
    r"\d{1,2}[/.-]\d{1,2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.? \d{1,2}|"
    r"\d{1,2} (?:jan|feb|mar|"
    r"apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*|hôm qua|hôm nay|hôm kia|yesterday|today|đọc \d+ phút|"
    r"\d+ min(?:ute)?s? (?:read|listen)|lưu lại đọc sau|\d+ (?:bình luận|comments?|shares?|likes?)"
)
_MEASURED = re.compile(r"\d\s?°\s?[CF]?\b|^(?:Trang|Page|TRANG)\s\d|^(?:Video|VIDEO|Audio)\s\d")
_BY = re.compile(r"(?:By|BY)\s(?:[A-Z][\w.'’-]*(?:,|\sand|\sof|\sin|\sfor|\sthe)*\s?){1,8}")
_LONGEST_SOFT = 32  # characters of a line whose first words open headlines too
_INTRODUCED = re.compile(r"\s?[:©|(]|\s*\d|\s+(?:lúc|ngày|on|at)\b|[^.:]{0,20}:\s")
_BETWEEN_ENTRIES = re.compile(r"\s*[|·•]\s*|\s{3,}")
_HOMES = ("home", "trang chủ")


def label(lines: Iterable[Line], language: str) -> list[Line]:
    """The lines with `reason` set where they are boilerplate; a caption glued to a sentence becomes its own line."""
    labelled = list(_by_words(lines, language))
    _silence_menus(labelled)
    return labelled


def _silence_menus(lines: list[Line]) -> None:
    """Short lines in a row, and short lines that stand all over the page, are links and buttons."""
    times = Counter(_bare(line.text) for line in lines if _may_be_a_link(line))
    run: list[Line] = []
    headed = False  # whether a line before could be the page's headline
    for line in [*lines, None]:
        if line and _may_be_a_link(line):
            run.append(line)
            continue
        if len(run) >= _LEAST_MENU and not all(entry.reason for entry in run):
            spared = run[-1] if regions.read_heading(run[-1].text) else None
            if not headed and line and sentences.ends_like_one(line.text):
                spared = max((entry for entry in run if not entry.reason), key=lambda entry: len(entry.text))
            for entry in run:
                if entry is not spared:
                    entry.reason = entry.reason or Reason.WIDGET
        run = []
        headed = headed or bool(line and not line.reason)
    for line in lines:
        if line.reason is None and _may_be_a_link(line) and times[_bare(line.text)] >= _REPEATED:
            line.reason = Reason.WIDGET


def _may_be_a_link(line: Line) -> bool:
    """A short line that is no sentence and no item of a list: an entry of a menu, a button, a tag."""
    text = line.text
    return (
        len(text) <= _LONGEST_LINK
        and text.count(" ") <= (_MOST_SYLLABLES if not text.isascii() else _MOST_WORDS + text.count("&"))
        and not _is_listed(text)
        and not sentences.ends_like_one(text)
        and line.reason not in (Reason.CAPTION, Reason.SOURCE, Reason.RELATED)
        and text[-1] not in ",:)]"
    )


def _by_words(lines: Iterable[Line], language: str) -> Iterator[Line]:
    after_box = False  # the line before named other articles
    lines = list(lines)
    buttons = {
        words for words, n in Counter(_bare(line.text) for line in lines if len(line.text) <= 30).items() if n > 1
    }
    in_list = False  # of links under a box
    advertised = False  # the line before says that an advertisement follows
    continued = False  # the line before leads on to the rest of the text above it
    headlines = _Headlines()
    for place, line in enumerate(lines):
        for piece in captions.unglued(line):
            reason, ends_article = _read(piece.text, language)
            if reason is None and after_box and _only_credits(piece.text):
                reason, after_box = Reason.BYLINE, False  # "Read more", then "Reuters": the teaser's agency
            elif reason is None and headlines.prints_again(piece.text):
                reason = Reason.RELATED
            elif reason is None and advertised and not line.gap and _is_slogan(piece.text):
                reason = Reason.ADVERTISEMENT
            advertised = reason is Reason.ADVERTISEMENT and not sentences.ends_like_one(piece.text)
            if reason is None and "|" in piece.text and _PIPES.search(piece.text) and not _is_listed(piece.text):
                reason = Reason.RELATED if after_box else Reason.CAPTION
            elif reason is None and after_box and (in_list or _begins_links(lines[place : place + 2])):
                in_list = _is_link(line)
                reason = Reason.RELATED if in_list else None
            elif reason is None and after_box and _only_a_headline(piece) and not regions.read_heading(piece.text):
                reason = None if continued and _has_a_lead(lines[place : place + 2]) else Reason.RELATED
            piece.reason, piece.ends_article = reason, ends_article
            after_box = (
                reason is Reason.RELATED
                and (after_box or _names_a_box(piece.text) or "|" in piece.text)
                and _bare(piece.text) not in buttons  # "Read more" under every teaser
            )
            continued = reason is Reason.RELATED and _bare(piece.text) in _cues().continued
            in_list = in_list and after_box
            yield piece


def _only_credits(text: str) -> bool:
    """Whether a short line names an agency and nothing else."""
    return len(text) <= _LONGEST_LINK and agencies.names_one(text) and agencies.is_credit(text)


def _is_slogan(text: str) -> bool:
    """Short sentences without a name: "Refinance now. Rates have never been so low."."""
    if len(text) > _SLOGAN or _is_listed(text) or not sentences.ends_like_one(text):
        return False
    return not _NAME_INSIDE.search(text)


class _Headlines:
    """Headlines read so far, by which their second printing in a link or a picture's caption is known."""

    def __init__(self) -> None:
        self.read: set[str] = set()

    def prints_again(self, text: str) -> bool:
        """Whether a line is an earlier headline with a little around it: "Full article …", "… - 1"; remembers it."""
        if not _LEAST_HEADLINE <= len(text) <= _SHORT or sentences.ends_like_one(text):
            return False
        bare = _bare(text)
        words = bare.split()
        shorter = (" ".join(words[skip:]) for skip in range(1, 4))
        picture = _bare(bare.rstrip("0123456789")) if bare[-1:].isdigit() else ""
        again = any(len(rest) >= _LEAST_HEADLINE and rest in self.read for rest in (*shorter, picture))
        self.read.add(" ".join(words))
        return again


def without_pipes(text: str) -> str:
    """A line without the table bars some pages leave at its end."""
    return _PIPES.sub("", text) if "|" in text else text


def printed_address(text: str) -> str | None:
    """The web address a line prints, as printed."""
    found = _URL.search(text)
    return found[0].rstrip(".,;)|") if found else None


def _read(text: str, language: str) -> tuple[Reason | None, bool]:
    """Why a line is set aside, and whether the article ends there."""
    low = text[: captions.LONGEST + 1].lower()
    bare = low.strip(_SIGNS)
    if not bare:
        return Reason.OTHER, False
    cues = _cues()
    known = cues.whole.get(bare)
    if known is None and len(bare) <= _LONGEST_COUNT and any(char.isdigit() for char in bare):
        known = cues.whole.get(_NUMBER.sub("#", bare))
    if known:
        return known
    if len(text) <= _SHORT and (_is_labelled(low) or _is_buttons(low)):
        return (Reason.RELATED if _is_labelled(low) else Reason.WIDGET), False
    if _CLOCK.fullmatch(text) or (len(text) <= _LONGEST_COUNT and _AGO.search(low)):
        return Reason.BYLINE, False
    if len(text) <= _SHORT or _URL.search(text[:80]):
        opening = low.lstrip(_SIGNS_BUT_BRACKETS)
        for head in (opening, low):
            if head.startswith(cues.openings):
                cue, meaning = next(one for one in cues.starts if head.startswith(one[0]))
                if cue not in cues.soft or len(text) <= _LONGEST_SOFT or _INTRODUCED.match(head, len(cue.rstrip())):
                    return meaning
    if len(text) <= 2 * _SHORT and (found := next(cues.anywhere.iter(low), None)):
        return found[1]
    if len(text) <= _SHORT and (_is_menu(text) or _EMAIL.search(text)):
        return Reason.WIDGET, False
    if len(text) <= _SHORT and (_MEASURED.search(text) or _is_a_cards_foot(text) or _is_a_row(text, low)):
        return Reason.WIDGET, False
    if _BY.fullmatch(text):
        return Reason.BYLINE, False
    if len(text) <= _SHORT and text[-1] in ")]." and not _is_listed(text) and _is_signed(text):
        return Reason.BYLINE, False
    addressed = len(text) <= _SHORT and _ADDRESSED.search(low) and not any(sign in text for sign in _QUOTES)
    if addressed and not publication.announces(text):
        return Reason.WIDGET, False
    if publication.is_date_line(text, language):
        return Reason.BYLINE, False
    if len(text) <= _SHORT and not _LETTERS.search(text):
        return Reason.WIDGET, False
    if len(text) <= captions.LONGEST and not _is_listed(text) and captions.is_caption(text, low):
        return Reason.CAPTION, False
    own = furniture.reason(text, low) if len(text) <= furniture.LONGEST else None
    if own and publication.sums_up(text) and furniture.signs(low) < furniture.CERTAIN:
        return None, False
    return own, False


def _is_signed(text: str) -> bool:
    """Who put the page together, and from what: "MINH ANH (tổng hợp)", "Hà Vy (theo AFP)"."""
    if not _SIGNED.fullmatch(text):
        return False
    words = re.split(r"[(\[]", text, maxsplit=1)[0].split()
    return len(words) <= 6 and all(word[0].isupper() or not word[0].isalpha() for word in words if word != "theo")


def _is_a_cards_foot(text: str) -> bool:
    """What stands under a teaser, its parts set apart: "AFP • 2 hours ago • 41 comments", "19/06 - Asia - Share"."""
    if len(text) > _LONGEST_FOOT or sentences.ends_like_one(text) or text[0] in "*-•+★●":
        return False
    parts = [part for part in _SET_APART.split(text) if part.strip(_SIGNS)]
    if len(parts) < 2:
        return False
    known = sum(1 for part in parts if _is_a_button(part) or _CARD_DAY.fullmatch(part.strip(_SIGNS).lower()))
    return known > 0 and (len(parts) - known) <= known + 1


def _is_a_button(part: str) -> bool:
    bare = _bare(part)
    cues = _cues()
    return bare in cues.whole or _NUMBER.sub("#", bare) in cues.whole or bool(_AGO.search(bare))


def _is_a_row(text: str, low: str) -> bool:
    """The site's sections in capitals on one line: "ASIA OPINION BUSINESS SPORT LIFE"."""
    words = low.split()
    if (
        len(words) < _LEAST_ROW
        or not text.isupper()
        or sentences.ends_like_one(text)
        or any(c in text for c in ",:;–-&")
    ):
        return False
    pairs = {*words, *(" ".join(pair) for pair in pairwise(words))}
    if subjects.is_heading(text):
        return False
    return sum(1 for one in pairs if one in _cues().whole or subjects.is_heading(one)) >= _LEAST_MENU - 1


def _is_labelled(low: str) -> bool:
    """A headline of another article behind a word that says so: "Read also | …", "RELATED: …"."""
    found = _cues().label.match(low)
    return found is not None and found.end() < len(low)


def _is_buttons(low: str) -> bool:
    """A row of buttons: "Facebook Twitter Email"; a row of days or pages: "29/07 · 28/07 · 27/07"."""
    words = _LETTERS.findall(low)
    if not words:
        return len(_NUMBER.findall(low)) > 2
    return len(words) > 1 and _cues().buttons.issuperset(words)


def _is_menu(text: str) -> bool:
    """Links side by side: "Print | Send | Reply"."""
    if " | " in text and any(part.strip().lower() in _cues().whole for part in text.split(" | ")):
        return len(text) <= _SHORT and not sentences.ends_like_one(text)
    if " / " in text and text.lower().startswith(_HOMES):
        return len(text) <= 80
    if " > " in text or " » " in text:
        return len(text) <= 80 and not sentences.ends_like_one(text)  # "Home > World"
    if " | " in text and len(text) <= 60 and any(char.isdigit() for char in text):
        return not sentences.ends_like_one(text) and not _YEAR.search(text)  # "12 min ago | 34 comments"
    if "   " in text or " · " in text or " • " in text:  # "Home · Sport · Travel · Contact"
        entries = _BETWEEN_ENTRIES.split(text)
        if len(entries) >= _LEAST_MENU and all(0 < len(entry) <= _LONGEST_LINK for entry in entries):
            return not sentences.ends_like_one(text)
    parts = [part.strip() for part in text.split(" | ")]
    return (len(parts) > 2 and all(0 < len(part) <= 30 for part in parts)) or (
        len(parts) == 2 and all(0 < len(part) <= 12 for part in parts)
    )


# --- Boxes


def _is_listed(text: str) -> bool:
    """An item of a list, whatever it cites."""
    return text[0] in "*-•+★●" or text[0].isdigit()


def _bare(text: str) -> str:
    return text.lower().strip(_SIGNS)


def _names_a_box(text: str) -> bool:
    bare = _bare(text)
    known = _cues().whole.get(bare) or _cues().whole.get(_NUMBER.sub("#", bare))
    return bool(known and known[0] is Reason.RELATED)


def _has_a_lead(lines: list[Line]) -> bool:
    """Whether a headline has a text of its own, so that the link in front of it belongs to the text before."""
    return len(lines) > 1 and not lines[1].gap and sentences.ends_like_one(lines[1].text)


def _begins_links(lines: list[Line]) -> bool:
    """Whether a list of headlines, not of items with texts, begins here."""
    return all(map(_is_link, lines))


def _is_link(line: Line) -> bool:
    return _LISTED.match(line.text) is not None and len(line.text) <= _SHORT and not sentences.ends_like_one(line.text)


def _only_a_headline(line: Line) -> bool:
    return (
        not line.gap
        and len(line.text) <= _SHORT
        and (line.text[-1] in "?!" or not sentences.ends_like_one(line.text))
        and (line.text[0].isalpha() or line.text[0] in "\"“‘'")
    )


class _Cues:
    """boilerplate.toml, turned round: cue -> (reason, ends the article)."""

    def __init__(self) -> None:
        self.whole: dict[str, tuple[Reason, bool]] = {}
        starts, contains = [], []
        for name, section in data.load("boilerplate").items():
            if name in ("caption", "summary"):
                continue
            meaning = Reason(section.get("reason", name)), section.get("ends_article", False)
            self.whole.update(dict.fromkeys(section.get("line", ()), meaning))
            starts += [(cue, meaning) for cue in section.get("starts", ())]
            contains += [(cue, meaning) for cue in section.get("contains", ())]
        boxes = data.load("boilerplate")
        self.soft = frozenset(boxes["related"]["soft"])
        self.continued = frozenset(boxes["related"]["continued"])
        self.buttons = frozenset(boxes["widget"]["words"])
        labels = "|".join(map(re.escape, sorted(boxes["related"]["labels"], key=len, reverse=True)))
        self.label = re.compile(rf"[>»=+\s\[(]*(?:{labels})\)?\]?\s?(?::|\||»|>+|[-–—](?=\s))\s*")
        self.starts = sorted(starts, key=lambda cue: -len(cue[0]))
        self.openings = tuple(cue for cue, _ in self.starts)
        self.anywhere = ahocorasick.Automaton()
        for cue, meaning in contains:
            self.anywhere.add_word(cue, meaning)
        self.anywhere.make_automaton()


@cache
def _cues() -> _Cues:
    return _Cues()
