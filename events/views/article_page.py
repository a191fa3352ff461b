"""One article: its whole text, every passage explained, and the original as it was uploaded."""

from __future__ import annotations

from collections import Counter, deque
from dataclasses import dataclass

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.views.decorators.http import require_safe

from events import accounts
from events.event_rows import EventRow, rows_of
from events.facets import Selection
from events.filter_fields import whole_number
from events.marking import paragraphs
from events.models import Article
from events.models.choices import PassageKind, SetAsideReason
from events.upload_forms import ChangedDetailsForm
from events.views.access import article_readers
from events.views.article_rows import counted, rows_of_articles
from events.views.origins import suffix_of
from events.views.passage_forms import choices_at, recuts_of

UNEXPLAINED = "unexplained"
APART = 0.2  # percent between two passages in the strip
WORDS = 90  # characters of a passage in the list of passages


@dataclass(frozen=True)
class Piece:
    """A stretch of the text and what became of it: event, heading, set_aside with its reason, or unexplained."""

    start: int
    end: int
    kind: str
    html: SafeString
    reason: str = ""
    event: EventRow | None = None  # on the first piece of each event
    words: str = ""  # what it begins with, for the list of passages
    x: float = 0.0  # where it begins and how long it is, in percent of the text
    width: float = 0.0


@require_safe
@article_readers
def article_page(request: HttpRequest, pk: int) -> HttpResponse:
    chosen = whole_number(request.GET.get("passage", ""))
    return render_article(request, _article(request, pk), chosen=chosen)


def render_article(
    request: HttpRequest, article: Article, *, chosen: int | None = None, problem: str = "", status: int = 200
) -> HttpResponse:
    """The page; for editors with the form of the passage that begins at `chosen`, and what went wrong, if anything."""
    may_cut = request.user.has_perm(accounts.CORRECT) and article.trashed_at is None
    pieces = pieces_of(article, places=may_cut)
    kinds = Counter(piece.kind for piece in pieces)
    may_handle = request.user.has_perm(accounts.HANDLE_ARTICLES)
    context = {
        "article": article,
        "in_list": suffix_of(Selection(article=(str(article.pk),))),
        "row": rows_of_articles([counted(Article.objects.filter(pk=article.pk)).get()])[0],
        "pieces": pieces,
        "explained": len(pieces) - kinds[UNEXPLAINED],
        "headings": kinds[PassageKind.HEADING],
        "set_aside": kinds[PassageKind.SET_ASIDE],
        "unexplained": kinds[UNEXPLAINED],
        "may_handle": may_handle,
        "details": ChangedDetailsForm(articles=[article]) if may_handle and not article.trashed_at else None,
        "here": article.get_absolute_url() if request.method == "POST" else request.get_full_path(),
        "may_cut": may_cut and article.is_finished,
        "choices": choices_at(article, pieces, chosen) if may_cut and article.is_finished else None,
        "reasons": SetAsideReason.choices,
        "recuts": recuts_of(article) if may_cut else [],
        "problem": problem,
    }
    return render(request, "pages/article.html", context, status=status)


@require_safe
@article_readers
def original(request: HttpRequest, pk: int) -> HttpResponse:
    """The bytes as they came: always a download of no particular kind, never shown by the browser."""
    article = _article(request, pk)
    try:
        file = article.original.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    response = FileResponse(file, as_attachment=True, filename=article.name, content_type="application/octet-stream")
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def _article(request: HttpRequest, pk: int) -> Article:
    """Withdrawn articles are for those who can restore them."""
    articles = Article.objects.all() if request.user.has_perm(accounts.HANDLE_ARTICLES) else Article.objects.kept()
    return get_object_or_404(articles, pk=pk)


def pieces_of(article: Article, *, places: bool = False) -> list[Piece]:
    """The text from start to end. What no passage covers, or only the reason "other" explains, is unexplained.

    With `places` each paragraph says where it begins, so that words of it can be selected.
    """
    kept = article.events.filter(trashed_at=None).order_by("start").values_list("pk", "start", "end")
    spans = {pk: (start, end) for pk, start, end in kept}
    events = deque(rows_of(spans))
    said = [cut for recut in article.recuts.standing() for cut in recut.placed(article.text) or ()]
    pieces, done = [], 0
    for passage in article.passages.order_by("start"):
        pieces += _gap(article.text, done, passage.start, places=places)
        event = None
        if passage.kind == PassageKind.EVENT:
            while events and spans[events[0].pk][1] <= passage.start:
                events.popleft()
            if events and spans[events[0].pk][0] < passage.end:
                event = events.popleft()
        by_hand = any(cut.start < passage.end and passage.start < cut.end for cut in said)
        kind = UNEXPLAINED if passage.reason == SetAsideReason.OTHER and not by_hand else passage.kind
        reason = passage.get_reason_display() or ""
        pieces.append(_piece(article.text, passage.start, passage.end, kind, reason=reason, event=event, places=places))
        done = passage.end
    return [*pieces, *_gap(article.text, done, len(article.text), places=places)]


def _gap(text: str, start: int, end: int, *, places: bool) -> list[Piece]:
    """Text between passages: there should be none but white space."""
    return [_piece(text, start, end, UNEXPLAINED, places=places)] if text[start:end].strip() else []


def _piece(
    text: str, start: int, end: int, kind: str, *, places: bool, reason: str = "", event: EventRow | None = None
) -> Piece:
    words = event.title if event else text[start:end]
    return Piece(
        start=start,
        end=end,
        kind=kind,
        html=paragraphs(text[start:end], offset=start if places else None),
        reason=reason,
        event=event,
        words=Truncator(" ".join(words[: 4 * WORDS].split())).chars(WORDS),
        x=round(100 * start / len(text), 3),
        width=round(max(100 * (end - start) / len(text) - APART, APART), 3),
    )
