"""What an editor says of documents after they were handed in: of one, or of all files of an upload."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from events import accounts, uploads
from events.models import Article, Upload
from events.upload_forms import ChangedDetailsForm
from events.views.access import needs
from events.views.redirects import back


@require_POST
@needs(accounts.HANDLE_ARTICLES)
def set_details(request: HttpRequest, pk: int) -> HttpResponse:
    article = get_object_or_404(Article.objects.kept(), pk=pk)
    return _set(request, lambda details: uploads.set_details(Article.objects.filter(pk=article.pk), details))


@require_POST
@needs(accounts.HANDLE_ARTICLES)
def set_details_of_batch(request: HttpRequest, batch: uuid.UUID) -> HttpResponse:
    if not Upload.objects.filter(batch=batch).exists():
        raise Http404
    return _set(request, lambda details: uploads.set_details_of_batch(batch, details))


def _set(request: HttpRequest, write) -> HttpResponse:
    form = ChangedDetailsForm(request.POST)
    if not form.is_valid():
        for errors in form.errors.values():
            messages.error(request, " ".join(errors))
        return back(request, "article-list")
    details = form.details()
    changed = write(details) if details else 0
    if not changed:
        messages.info(request, _("Nothing was changed: it said so already."))
    elif details.keys() == {"publisher_given"}:
        message = ngettext("Changed for %(count)d article.", "Changed for %(count)d articles.", changed)
        messages.success(request, message % {"count": changed})
    else:
        message = ngettext(
            "Changed for %(count)d article, which is now read again. What people verified or corrected stays.",
            "Changed for %(count)d articles, which are now read again. What people verified or corrected stays.",
            changed,
        )
        messages.success(request, message % {"count": changed})
    return back(request, "article-list")
