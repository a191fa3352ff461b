"""Handing articles in."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from events import accounts, uploads
from events.forms import UploadForm
from events.views.access import needs
from events.views.article_rows import Row, rows_of_batch


@require_http_methods(["GET", "HEAD", "POST"])
@needs(accounts.UPLOAD)
def upload(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _form(request, UploadForm())
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return _form(request, form, status=422)
    given = form.cleaned_data
    batch = uploads.accept(
        given["files"],
        text=given["text"],
        name=given["name"],
        reference_date=given["reference_date"],
        user=request.user,
    )
    if batch.nothing_accepted:
        if not batch.uploads:
            form.add_error(None, _("Nothing was sent. Choose files, or paste a text."))
        return _form(request, form, refused=rows_of_batch(batch.id), status=422)
    return redirect_to_batch(batch.id)


def redirect_to_batch(batch) -> HttpResponse:
    response = redirect(f"{reverse('article-list')}?batch={batch}")
    response.status_code = 303  # see other: reloading the page it leads to sends nothing again
    return response


def _form(request: HttpRequest, form: UploadForm, *, refused: list[Row] = (), status: int = 200) -> HttpResponse:
    limits = {"max_mb": settings.MAX_UPLOAD_MB, "max_files": settings.MAX_FILES_AT_ONCE}
    return render(request, "pages/upload.html", {"form": form, "refused": refused, **limits}, status=status)
