"""A short address for the filter one looks at, and the way from it to the events."""

from __future__ import annotations

from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from events import short_links
from events.filters import EventFilters
from events.models import ShortLink
from events.models.short_link import LONGEST_QUERY
from events.sign_in import client_address
from events.views.redirects import see_other


@require_POST
def make(request: HttpRequest) -> HttpResponse:
    """Back to the list, which then says the link: nothing but a filter that can be is ever stored."""
    filters = EventFilters(QueryDict(request.POST.get("query", "")[: LONGEST_QUERY + 1]), sees_rejected=True)
    selection = replace(filters.selection, cursor=None)
    try:
        link = short_links.link_for(selection, address=client_address(request) or "")
    except short_links.TooLongError:
        messages.error(request, _("This filter is too long for a link. Choose fewer values."))
    except short_links.TooManyLinksError:
        messages.error(request, _("Many links were asked for within a minute. Wait a little, then try again."))
    else:
        address = request.build_absolute_uri(link.get_absolute_url())
        messages.success(request, _("Short link: %(address)s") % {"address": address})
    return see_other(selection.at(reverse("event-list")))


@require_safe
def follow(request: HttpRequest, code: str) -> HttpResponse:
    link = get_object_or_404(ShortLink, code=code.lower())
    return redirect(f"{reverse('event-list')}?{link.query}".removesuffix("?"))
