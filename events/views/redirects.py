"""Where a browser goes on to: only ever to a page of ours."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme


def see_other(to, *args) -> HttpResponse:
    """After a form was sent: reloading the page it leads to sends nothing again. Named as for redirect()."""
    response = redirect(to, *args)
    response.status_code = 303
    return response


def back(request: HttpRequest, otherwise: str) -> HttpResponse:
    """To where the button was, which the form says as `next`; else to the page named `otherwise`."""
    here = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(here, {request.get_host()}, require_https=request.is_secure())
    if is_ours and here.startswith("/"):
        return HttpResponseRedirect(here)  # redirect() would take a word for the name of a page
    return redirect(otherwise)
