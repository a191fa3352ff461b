"""Since the last visit: what is new to a browser, told by a cookie that only the front page reads and sets."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from events.models import Event

COOKIE = "visit"
KEPT = 90 * 24 * 60 * 60  # seconds
APART = datetime.timedelta(minutes=30)  # looking again within this is still the same visit
FORM = re.compile(r"(\d{1,18})\.(\d{1,11})\.(\d{1,18})\.(\d{1,11})", re.ASCII)


@dataclass(frozen=True)
class Visit:
    """What was there when the last visit ended, and what is there now: the newest event's id, and the time."""

    newest_before: int | None  # None: no visit is known
    ended: datetime.datetime | None
    newest: int
    value: str  # of the cookie from now on

    @property
    def new(self) -> int:
        """How many events that readers see came since; 0 on a first visit."""
        if self.newest_before is None or self.newest_before >= self.newest:
            return 0
        return Event.objects.visible().filter(pk__gt=self.newest_before).count()

    def remember(self, request: HttpRequest, response: HttpResponse) -> None:
        response.set_cookie(
            COOKIE, self.value, max_age=KEPT, path="/", httponly=True, samesite="Lax", secure=request.is_secure()
        )


def visit_of(request: HttpRequest) -> Visit:
    """A cookie that is not ours, or was meddled with, counts as none."""
    now = _seconds(timezone.now())
    newest = Event.objects.aggregate(newest=Max("pk"))["newest"] or 0
    told = FORM.fullmatch(request.COOKIES.get(COOKIE, ""))
    before, ended, seen, seen_at = map(int, told.groups()) if told else (0, 0, newest, now)
    if now - seen_at > APART.total_seconds():  # a new visit: the last one ended with the last page it saw
        before, ended = seen, seen_at
    value = f"{before}.{ended}.{newest}.{now}"
    if not 0 < ended <= now:
        return Visit(None, None, newest, value)
    return Visit(before, datetime.datetime.fromtimestamp(ended, datetime.UTC), newest, value)


def _seconds(moment: datetime.datetime) -> int:
    return int(moment.timestamp())
