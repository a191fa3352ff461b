"""Web pages: the words a reader sees, one block element per line. Nothing is ever rendered or run.

A small scanner of its own, since the standard library's HTMLParser takes quadratic time on hostile pages in the
Python versions supported here (unclosed comments and tags, CPython issue 135462).
"""

from __future__ import annotations

import html
import re

from events.extraction.formats.text import normalised
from events.extraction.patterns import regex
from events.extraction.records import Decoded

_TAG = regex(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)[^<>]*>|<[!?][^<>]*>")
_UNREAD = frozenset(  # elements whose content is not the article's text
    (
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "head",
        "nav",
        "aside",
        "button",
        "select",
        "iframe",
        "object",
        "textarea",
        "footer",
    )
)
_RAW = frozenset(("script", "style", "textarea"))  # their content is not markup: read to the closing tag
_BLOCKS = frozenset(
    (
        "address",
        "article",
        "blockquote",
        "br",
        "caption",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    )
)
_DEEPEST = 50  # nesting of dropped elements worth remembering
_LONG_NUMBER = regex(r"&#[xX]?[0-9a-fA-F]{9,}")


def read(page: Decoded) -> Decoded:
    """The page's words as plain text, with white space as a browser would show it."""
    words: list[str] = []
    unread: list[str] = []  # open elements whose content is dropped
    source, at = page.text, 0
    without_comment = False
    while at < len(source):
        if not without_comment and source.startswith("<!--", at):
            end = source.find("-->", at + 4)
            without_comment = end < 0  # never search for it again
            at = end + 3 if end >= 0 else at + 4
            continue
        tag = _TAG.match(source, at) if source[at] == "<" else None
        if tag is None:
            end = source.find("<", at + 1)
            end = end if end >= 0 else len(source)
            if not unread:
                words.append(_unescaped(source[at:end]))
            at = end
            continue
        at = tag.end()
        closing, name = tag[1], (tag[2] or "").lower()
        if name in _RAW and not closing:
            closed = re.compile(f"</{name}", re.IGNORECASE).search(source, at)
            at = closed.start() if closed else len(source)
        elif name in _UNREAD:
            if not closing:
                unread[_DEEPEST:] = [name]
            elif name in unread:
                del unread[unread.index(name) :]
        elif name in _BLOCKS and not unread:
            words.append("\n")
            if name == "p" and not closing:
                words.append("\n")
    lines = [" ".join(line.split()) for line in "".join(words).split("\n")]
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    return Decoded(normalised(text.replace("\x00", "\ufffd")), page.encoding, "text/html")


def _unescaped(text: str) -> str:
    text = " ".join(text.split("\n")) if "\n" in text else text
    return html.unescape(_LONG_NUMBER.sub("\ufffd", text)) if "&" in text else text
