"""What people read when something cannot be done: what is wrong, and what to do about it."""

from __future__ import annotations

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from events import api
from events.views.access import is_json
from events.views.frame import chosen_theme


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    match exception:
        case TooManyFieldsSent():
            text = _("The address asks for too much at once. Choose fewer values.")
        case TooManyFilesSent():
            text = _("Too many files were sent at once. Send them in several goes.")
        case RequestDataTooBig():
            text = _("More text was sent than can be taken at once. Save it as a file and upload that.")
        case _:
            text = _("The browser sent something that cannot be read. Go back, load the page again and try once more.")
    return _page(request, 400, _("This cannot be answered"), text)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    text = _("Your account may not do this. Ask an admin for it, or sign in as someone else.")
    return _page(request, 403, _("This is not yours to do"), text)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    text = _("It may have been withdrawn, or the address was cut short. Look for it among the events.")
    return _page(request, 404, _("There is nothing at this address"), text)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    text = _("This page was open for too long, or the browser keeps no cookies. Load the page again and repeat it.")
    return _page(request, 403, _("Nothing was changed"), text)


def server_error(request: HttpRequest) -> HttpResponse:
    text = _("The fault is ours, and it is recorded. Nothing you sent is shown to others. Try again in a minute.")
    return _page(request, 500, _("This page broke"), text)


def _page(request: HttpRequest, status: int, title: str, text: str) -> HttpResponse:
    if is_json(request):
        return api.problem(status, text)
    context = {"status": status, "title": title, "text": text}
    if status == 500:  # without the request: the database, which knows who is signed in, may be what is broken
        context["theme"] = chosen_theme(request)
        return HttpResponse(render_to_string("pages/error_bare.html", context), status=status)
    return render(request, "pages/error.html", context, status=status)
