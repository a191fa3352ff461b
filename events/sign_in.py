"""Who tries to sign in too often: counted and locked out by django-axes, as settings say, with our own sentence."""

from __future__ import annotations

from ipaddress import ip_address

from axes.attempts import get_cool_off_threshold
from axes.handlers.database import AxesDatabaseHandler
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

FAILURES_OF_AN_ADDRESS = 50  # of any names within the cool-off time: more than a whole office mistypes


def client_address(request: HttpRequest) -> str | None:
    """Where a request comes from; behind a trusted proxy, the address that proxy saw. None where nobody knows."""
    address = request.META.get("REMOTE_ADDR", "")
    if settings.TRUST_PROXY_HEADERS:
        address = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip() or address
    try:
        return str(ip_address(address))
    except ValueError:
        return None


class SignInHandler(AxesDatabaseHandler):
    """Beside each name at each address, an address as a whole: who tries a few passwords on many names."""

    def is_locked(self, request, credentials=None) -> bool:
        return super().is_locked(request, credentials) or self._tries_many_names(request)

    def _tries_many_names(self, request) -> bool:
        recent = AccessAttempt.objects.filter(
            ip_address=request.axes_ip_address, attempt_time__gte=get_cool_off_threshold(request)
        )
        return (recent.aggregate(total=Sum("failures_since_start"))["total"] or 0) >= FAILURES_OF_AN_ADDRESS


def locked_out(request: HttpRequest, original_response=None, credentials=None) -> HttpResponse:
    """The sign-in page once more, with when to come back instead of a form that would be refused."""
    minutes = round(settings.AXES_COOLOFF_TIME.total_seconds() / 60)
    response = render(request, "registration/locked_out.html", {"minutes": minutes}, status=429)
    response["Retry-After"] = minutes * 60
    return response
