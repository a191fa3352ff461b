"""Short addresses for long filters: the code is a hash of the filter, so that asking twice stores nothing twice."""

import base64
import hashlib

from events.facets import Selection
from events.models import ShortLink
from events.models.short_link import LONGEST_QUERY
from events.pace import times_within_a_minute

CODE_LENGTH = 10  # letters and digits of a hash, 50 bits
MOST_A_MINUTE = 20  # new links asked for from one address


class TooManyLinksError(Exception):
    """This address asked for more links within a minute than people do."""


class TooLongError(Exception):
    """The filter is longer than what is kept."""


def link_for(selection: Selection, *, address: str) -> ShortLink:
    """The short link of a checked filter, made when it is first asked for. Raises TooManyLinksError, TooLongError."""
    query = selection.query()
    if len(query) > LONGEST_QUERY:
        raise TooLongError
    digest = base64.b32encode(hashlib.sha256(query.encode()).digest()).decode().lower()
    code = digest[:CODE_LENGTH]
    known = ShortLink.objects.filter(code=code).first()
    if known:
        return known
    if times_within_a_minute("short-links", address) > MOST_A_MINUTE:
        raise TooManyLinksError
    return ShortLink.objects.get_or_create(code=code, defaults={"query": query})[0]
