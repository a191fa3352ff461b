"""Markdown: the words without their markup. Lists and stars at the start of lines stay: layouts read those."""

from __future__ import annotations

import re

from events.extraction.patterns import regex
from events.extraction.records import Decoded

_HEADING = regex(r"^ {0,3}#{1,6} +(.*?)(?: +#+)? *$", re.MULTILINE)
_LINK = regex(r"(!?)\[([^\[\]\n]{0,1000})\]\((?:<[^<>\n]{0,2000}>|[^()\s]{1,2000})(?: +\"[^\"\n]{0,500}\")?\)")
_STRONG = regex(r"(\*\*|__)(?=\S)([^*_\n]{1,1000}?\S?)\1")
_UNDERLINE = regex(r"^ {0,3}(?:={3,}|-{3,}|\*{3,}|_{3,}|(?:\* ){2,}\*) *$\n?", re.MULTILINE)
_FENCE = regex(r"^ {0,3}(?:```|~~~)[^\n]*$\n?", re.MULTILINE)
_QUOTE = regex(r"^ {0,3}(?:> ?)+", re.MULTILINE)
_ESCAPED = regex(r"\\([\\`*_{}\[\]()#+.!>~|-])")


def is_markdown(text: str) -> bool:
    """Headings of `#` together with links or strong words: plain articles have neither."""
    return bool(_HEADING.search(text)) and bool(_LINK.search(text) or _STRONG.search(text))


def read(page: Decoded) -> Decoded:
    text = _FENCE.sub("", _UNDERLINE.sub("", page.text))
    text = _HEADING.sub(r"\1", _QUOTE.sub("", text))
    text = _LINK.sub(lambda link: "" if link[1] else link[2], text)
    text = _STRONG.sub(r"\2", text)
    return Decoded(_ESCAPED.sub(r"\1", text), page.encoding, "text/markdown")
