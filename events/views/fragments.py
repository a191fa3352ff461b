"""One address, two bodies: the whole page, or the part of it that htmx asked for."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers


def wants_fragment(request: HttpRequest) -> bool:
    """Whether htmx will put the answer into a page; the Back button needs the whole page, though htmx asks for it."""
    ask = request.htmx
    return bool(ask) and not ask.boosted and not ask.history_restore_request


def render_either(request: HttpRequest, page: str, fragment: str, context: dict, *, status: int = 200) -> HttpResponse:
    """The page or its fragment. Caches must not mistake one for the other."""
    alone = wants_fragment(request)
    response = render(request, fragment if alone else page, {**context, "is_fragment": alone}, status=status)
    patch_vary_headers(response, ["HX-Request", "HX-History-Restore-Request"])
    if alone:
        response["Cache-Control"] = "no-store"
    return response
