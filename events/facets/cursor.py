"""A place in an ordered list of events, as an opaque piece of an address.

It names the last event read rather than a page number, so that events which arrive meanwhile neither repeat nor hide
any. It is checked, not signed: all it can ask for is another place in the same list.
"""

from __future__ import annotations

import base64
import binascii
import datetime
import json
import math
from dataclasses import dataclass

MAX_ID = 2**63 - 1
MAX_LENGTH = 200


@dataclass(frozen=True)
class Position:
    """The sort key of an event."""

    date: datetime.date | None
    id: int
    rank: float | None = None  # only where the best match comes first

    def encode(self) -> str:
        parts = [self.date.isoformat() if self.date else None, self.id]
        if self.rank is not None:
            parts.append(self.rank)
        raw = json.dumps(parts, separators=(",", ":")).encode()
        return base64.urlsafe_b64encode(raw).decode().rstrip("=")

    @classmethod
    def decode(cls, text: str) -> Position:
        """Raises ValueError for anything that encode() did not make."""
        if len(text) > MAX_LENGTH or not text.isascii():
            raise ValueError("not a cursor")
        try:
            parts = json.loads(base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True))
        except (binascii.Error, UnicodeDecodeError, RecursionError) as error:
            raise ValueError("not a cursor") from error
        match parts:
            case [None | str(), int()]:
                date, pk, rank = *parts, None
            case [None | str(), int(), float()]:
                date, pk, rank = parts
            case _:
                raise ValueError("not a cursor")
        if isinstance(pk, bool) or not 0 < pk <= MAX_ID or (rank is not None and not math.isfinite(rank)):
            raise ValueError("not a cursor")
        return cls(datetime.date.fromisoformat(date) if date else None, pk, rank)
