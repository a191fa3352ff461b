"""Who may see what: settled here and in the views, never in a template."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.contrib.auth.decorators import login_required, permission_required
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from events import api


def may_read_articles(request: HttpRequest) -> bool:
    """Whole articles are for signed-in people, unless the settings make them public."""
    return settings.PUBLIC_ARTICLES or request.user.is_authenticated


def article_readers(view: Callable) -> Callable:
    """Send others to the sign-in page; where JSON was asked for, say so."""
    to_sign_in = login_required(view)

    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if may_read_articles(request):
            return view(request, *args, **kwargs)
        return sign_in_first() if is_json(request) else to_sign_in(request, *args, **kwargs)

    return guarded


def needs(permission: str) -> Callable[[Callable], Callable]:
    """Sign-in first, then the permission or 403."""

    def decorate(view: Callable) -> Callable:
        return login_required(permission_required(permission, raise_exception=True)(view))

    return decorate


def is_json(request: HttpRequest) -> bool:
    return request.path.endswith(".json")


def sign_in_first() -> HttpResponse:
    return api.problem(401, _("Sign in first."))


class PrivateSiteMiddleware(LoginRequiredMiddleware):
    """With NEWSDESK_PRIVATE everything needs sign-in, but for the views marked @login_not_required."""

    def process_view(self, request: HttpRequest, view_func, view_args, view_kwargs):
        if not settings.PRIVATE:
            return None
        return super().process_view(request, view_func, view_args, view_kwargs)

    def handle_no_permission(self, request: HttpRequest, view_func) -> HttpResponse:
        return sign_in_first() if is_json(request) else super().handle_no_permission(request, view_func)
