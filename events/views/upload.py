"""Handing articles in: all at once by the form, or file by file by static/js/upload.js."""

from __future__ import annotations

import json
import uuid

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from events import accounts, api, messages, uploads
from events.extraction.records import Refusal
from events.models import Article
from events.upload_forms import UploadForm
from events.views.access import needs
from events.views.article_rows import Row, counted, rows_of_articles, rows_of_batch
from events.views.redirects import see_other

EARLIER = 6  # of the editor's own articles beside the form


@require_http_methods(["GET", "HEAD", "POST"])
@needs(accounts.UPLOAD)
def upload(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _form(request, UploadForm())
    form = UploadForm(request.POST, request.FILES, user=request.user)
    if not form.is_valid():
        return _wrong(request, form)
    given = form.cleaned_data
    batch = uploads.accept(
        given["files"],
        text=given["text"],
        name=given["name"],
        reference_date=given["reference_date"],
        language=given["language"],
        publisher=given["publisher"],
        user=request.user,
        batch_id=given["batch"],
    )
    if not batch.uploads:
        form.add_error(None, _("Nothing was sent. Choose files, or paste a text."))
        return _wrong(request, form)
    if _wants_json(request):
        return _as_json(batch)
    if batch.nothing_accepted:
        return _form(request, form, refused=rows_of_batch(batch.id), status=422)
    return redirect_to_batch(batch.id)


def redirect_to_batch(batch: uuid.UUID) -> HttpResponse:
    return see_other(f"{reverse('article-list')}?batch={batch}")


def _wants_json(request: HttpRequest) -> bool:
    return request.get_preferred_type(["text/html", "application/json"]) == "application/json"


def _wrong(request: HttpRequest, form: UploadForm) -> HttpResponse:
    if _wants_json(request):
        sentences = [sentence for errors in form.errors.values() for sentence in errors]
        return api.problem(422, " ".join(sentences))
    return _form(request, form, status=422)


def _as_json(batch: uploads.Batch) -> HttpResponse:
    """Where to watch, and the key of the row that each file has there, a refused one too."""
    body = {
        "batch": f"{reverse('article-list')}?batch={batch.id}",
        "rows": [f"u{row.pk}" for row in batch.uploads],
    }
    return JsonResponse(body, status=201, json_dumps_params=api.JSON)


def _form(request: HttpRequest, form: UploadForm, *, refused: list[Row] = (), status: int = 200) -> HttpResponse:
    context = {
        "form": form,
        "refused": refused,
        "batch": uuid.uuid4(),  # what the script sends file by file on this page belongs together
        "max_mb": settings.MAX_UPLOAD_MB,
        "max_bytes": settings.MAX_UPLOAD_MB * 1024 * 1024,
        "max_files": settings.MAX_FILES_AT_ONCE,
        "words": json.dumps(_words(), ensure_ascii=False),
        "earlier": _earlier(request),
    }
    return render(request, "pages/upload.html", context, status=status)


def _earlier(request: HttpRequest) -> list[Row]:
    mine = Article.objects.kept().filter(uploaded_by=request.user).order_by("-pk")
    return rows_of_articles(counted(mine)[:EARLIER])


def _words() -> dict[str, str]:
    """What the script says."""
    most = settings.MAX_FILES_AT_ONCE
    return {
        "waits": _("Waits to be sent"),
        "sending": _("Sending, %(sent)s of %(all)s"),
        "sent": _("Sent"),
        "progress": _("%(sent)s of %(all)s sent"),
        "uploadOne": ngettext("Upload %(count)s file", "Upload %(count)s files", 1),
        "uploadMany": ngettext("Upload %(count)s file", "Upload %(count)s files", 2),
        "empty": messages.sentence(Refusal.EMPTY),
        "tooLarge": messages.sentence(Refusal.TOO_LARGE),
        "unreadable": _("It could not be opened. Check that you may read it, then choose it again."),
        "more": _("%(count)s more files"),
        "tooMany": ngettext(
            "At most %(most)d file at once.", "At most %(most)d files at once. Upload the rest afterwards.", most
        )
        % {"most": most},
        "offline": _("It could not be sent: the connection broke. Try again."),
        "signedOut": _("You are signed out, or this page was open for too long. Load it again and sign in."),
        "broken": _("The server could not take it. Try again; if it fails again, tell an admin."),
        "pasted": _("Pasted text"),
    }
