"""Readers see their own writes at once: only who signed in, or shows a token, can have written anything."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from events.facets import freshness


def middleware(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Lets the answers to anonymous readers be a second old."""

    def respond(request: HttpRequest) -> HttpResponse:
        may_have_written = settings.SESSION_COOKIE_NAME in request.COOKIES or "Authorization" in request.headers
        with freshness.serving(may_lag=request.method in ("GET", "HEAD") and not may_have_written):
            return get_response(request)

    return respond
