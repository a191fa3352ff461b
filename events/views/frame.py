"""What stands around every page: who is signed in and what they may do; light or dark."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.views.decorators.http import require_POST, require_safe

from events import accounts
from events.views.redirects import back

THEMES = ("light", "dark")  # without the cookie: what the system says
COOKIE = "theme"
A_YEAR = 365 * 24 * 60 * 60


def chosen_theme(request: HttpRequest) -> str:
    """One of THEMES; empty where the system decides."""
    theme = request.COOKIES.get(COOKIE, "")
    return theme if theme in THEMES else ""


def frame(request: HttpRequest) -> dict:
    """Context processor."""
    user = getattr(request, "user", None)
    return {
        "theme": chosen_theme(request),
        "may_upload_articles": bool(user) and user.has_perm(accounts.UPLOAD),
        "may_review": bool(user) and user.has_perm(accounts.CORRECT),
    }


@require_POST
def set_theme(request: HttpRequest) -> HttpResponse:
    """Without JavaScript; with it, static/js/newsdesk.js sets the same cookie on the spot."""
    response = back(request, "event-list")
    theme = request.POST.get("theme")
    if theme in THEMES:
        response.set_cookie(COOKIE, theme, max_age=A_YEAR, samesite="Lax", secure=request.is_secure())
    else:
        response.delete_cookie(COOKIE, samesite="Lax")
    return response


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """For pages that name no icon, such as the admin's: browsers ask for this address."""
    return redirect(static("img/favicon.svg"))
