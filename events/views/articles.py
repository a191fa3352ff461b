"""The list of articles, or of one upload's files, which says how far each has come; and what can be done to one."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from events import accounts, api, health, resemblance, uploads
from events.filter_fields import MAX_VALUES, shown
from events.filters import Wrong
from events.models import Article, Resemblance, Upload
from events.models.choices import ArticleStatus
from events.upload_forms import ChangedDetailsForm
from events.views.access import article_readers, needs
from events.views.article_rows import (
    DUPLICATE,
    Row,
    batch_sentence,
    counted,
    is_compared,
    rows_of_articles,
    rows_of_batch,
    version_of,
)
from events.views.fragments import render_either, wants_fragment
from events.views.redirects import back

PAGE = 50
LIST = "article-list"
WITHDRAWN = "withdrawn"  # a state of the list only: the trash
ALIKE = "alike"  # another: those that say mostly the same
MOST = 500  # rows of /articles.json


class BadStateError(Exception):
    """The address asks for a state or batch that cannot be."""

    def __init__(self, wrong: Wrong) -> None:
        super().__init__(wrong.param)
        self.wrong = wrong


@require_safe
@article_readers
def article_list(request: HttpRequest) -> HttpResponse:
    states = _states(request)
    try:
        batch, state = _batch(request), _state(request, states)
        wrong = None
    except BadStateError as bad:
        batch, state, wrong = None, "", bad.wrong
    page = None
    if wrong:
        rows = []
    elif batch:
        rows = rows_of_batch(batch)
    else:
        page = Paginator(counted(_articles(state)), PAGE).get_page(request.GET.get("page"))
        rows = rows_of_articles(page)
    waiting = any(row.is_waiting for row in rows)
    stopped = waiting and not health.work_goes_on()
    asks_again = waiting or not is_compared(rows)
    version = version_of(rows, stopped, asks_again, get_language())
    if wants_fragment(request) and request.headers.get("If-None-Match") == f'"{version}"':
        return HttpResponseNotModified()
    may_handle = request.user.has_perm(accounts.HANDLE_ARTICLES)
    context = {
        "rows": rows,
        "page": page,
        "batch": batch,
        "state": state,
        "states": states,
        "wrong": wrong,
        "version": version,
        "is_waiting": waiting,
        "asks_again": asks_again,
        "finished": sum(not row.is_waiting for row in rows),
        "found": _found(rows) if batch and not waiting else None,
        "is_stopped": stopped,
        "summary": batch_sentence(rows) if rows and batch else "",
        "may_upload": request.user.has_perm(accounts.UPLOAD),
        "may_handle": may_handle,
        "to_retry": sum(row.can_retry for row in rows) if batch and may_handle else 0,
        "details": _details(rows) if batch and may_handle else None,
        "here": request.get_full_path(),
    }
    return render_either(
        request, "pages/article_list.html", "partials/article_rows.html", context, status=400 if wrong else 200
    )


@require_safe
@article_readers
def article_list_json(request: HttpRequest) -> HttpResponse:
    try:
        batch, state = _batch(request), _state(request, _states(request))
    except BadStateError as bad:
        return api.problem(400, _("Part of this address cannot be."), errors=[bad.wrong])
    rows = rows_of_batch(batch) if batch else rows_of_articles(counted(_articles(state))[:MOST])
    body = [_as_dict(row, request) for row in rows]
    return JsonResponse(body, safe=False, json_dumps_params=api.JSON)


@require_POST
@needs(accounts.HANDLE_ARTICLES)
def try_again(request: HttpRequest, pk: int) -> HttpResponse:
    article = get_object_or_404(Article.objects.kept(), pk=pk)
    if not uploads.parse_again(article):
        messages.info(request, _("It is being read already."))
    return back(request, LIST)


@require_POST
@needs(accounts.HANDLE_ARTICLES)
def retry_failed(request: HttpRequest, batch: uuid.UUID) -> HttpResponse:
    """All of an upload in one click."""
    if not uploads.retry_failed(batch):
        messages.info(request, _("Nothing of this upload waits to be tried again."))
    return back(request, LIST)


@require_POST
@needs(accounts.HANDLE_ARTICLES)
def keep_both(request: HttpRequest, pk: int) -> HttpResponse:
    article = get_object_or_404(Article.objects.kept(), pk=pk)
    resemblance.keep_both(article, request.user)
    messages.success(request, _("Kept: “%(name)s” stays beside the article it resembles.") % {"name": article.name})
    return back(request, LIST)


@require_POST
@needs(accounts.HANDLE_ARTICLES)
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    article = get_object_or_404(Article, pk=pk)
    uploads.withdraw(article, request.user)
    messages.success(request, _("Withdrawn: “%(name)s”. It can be restored.") % {"name": article.name})
    return back(request, LIST)


@require_POST
@needs(accounts.HANDLE_ARTICLES)
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    article = get_object_or_404(Article, pk=pk)
    try:
        uploads.restore(article, request.user)
    except ValidationError as error:
        messages.error(request, error.messages[0])
    else:
        messages.success(request, _("Restored: “%(name)s”.") % {"name": article.name})
    return back(request, LIST)


def _details(rows: list[Row]) -> ChangedDetailsForm | None:
    """The form over all articles that the upload brought; None where it brought none."""
    brought = [row.article for row in rows if row.article and row.status != DUPLICATE and not row.trashed]
    return ChangedDetailsForm(articles=brought) if brought else None


def _found(rows: list[Row]) -> dict | None:
    """The events of one upload, as a link to them; None where there are none, or too many articles for one link."""
    articles = {row.article.pk: row.events for row in rows if row.article and row.events and not row.trashed}
    if not 0 < len(articles) <= MAX_VALUES:
        return None
    query = urlencode({"article": list(articles)}, doseq=True)
    return {"count": sum(articles.values()), "url": f"{reverse('event-list')}?{query}"}


def _articles(state: str) -> QuerySet:
    if state == WITHDRAWN:
        return Article.objects.filter(trashed_at__isnull=False)
    articles = Article.objects.kept()
    if state == ALIKE:
        undecided = Resemblance.objects.undecided()
        return articles.filter(Q(pk__in=undecided.values("article")) | Q(pk__in=undecided.values("other")))
    return articles.filter(status=state) if state else articles


def _states(request: HttpRequest) -> list[tuple[str, str]]:
    """What the list can be narrowed to: the trash, and what waits for a decision, only by those who can decide."""
    states = [(value, str(label)) for value, label in ArticleStatus.choices]
    for_editors = [(ALIKE, _("Same text twice")), (WITHDRAWN, _("Withdrawn"))]
    return [*states, *for_editors] if request.user.has_perm(accounts.HANDLE_ARTICLES) else states


def _state(request: HttpRequest, states: list[tuple[str, str]]) -> str:
    given = request.GET.get("state", "").strip()
    if given and given not in dict(states):
        raise BadStateError(Wrong("state", shown(given), _("“%(value)s” is not a state.") % {"value": shown(given)}))
    return given


def _batch(request: HttpRequest) -> uuid.UUID | None:
    given = request.GET.get("batch", "").strip()
    if not given:
        return None
    try:
        batch = uuid.UUID(given)
    except ValueError:
        batch = None
    if batch is None or not Upload.objects.filter(batch=batch).exists():
        message = _("There is no upload “%(value)s”. Look for the article in the list.") % {"value": shown(given)}
        raise BadStateError(Wrong("batch", shown(given), message))
    return batch


def _as_dict(row: Row, request: HttpRequest) -> dict:
    article = row.article
    return {
        "id": article.pk if article else None,
        "name": row.name,
        "status": row.status,
        "events": row.events,
        "message": row.message,
        "url": request.build_absolute_uri(article.get_absolute_url()) if article else None,
    }
