"""Short ways to ask the name reader, for its tests."""

from events.extraction.names import names_for
from events.extraction.records import Span, Vocabulary


def mentions(text, language, kind):
    """The mentions of one kind in a text read as a whole document."""
    found = names_for(Vocabulary()).read(text, language).within([Span(0, len(text))])
    return [mention for mention in found if mention.kind == kind]


def values(text, language, kind):
    """Their values in order, each once."""
    return list(dict.fromkeys(mention.value for mention in mentions(text, language, kind)))
