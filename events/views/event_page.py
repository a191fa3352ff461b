"""One event: what is known of it, and the words that say so; for editors, what people did to it."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models.functions import Substr
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events import accounts
from events.linked_data import as_script, event_as_linked_data
from events.marking import Mark, with_evidence
from events.models import Article, Correction, Event
from events.models.choices import PassageKind
from events.views.access import may_read_articles
from events.views.facts import Aside, Facts
from events.views.history import history_of
from events.views.origins import carried, origin_of
from events.views.teaching import offers_of

FIRST_WORDS = 20  # characters
LONGEST_AROUND = 1000  # characters of a passage beside the event


@require_safe
def event_page(request: HttpRequest, pk: int) -> HttpResponse:
    return render_event(request, event_or_404(pk, sees_rejected=request.user.has_perm(accounts.CORRECT)))


def event_or_404(pk: int, *, sees_rejected: bool) -> Event:
    events = Event.objects.kept() if sees_rejected else Event.objects.visible()
    events = events.with_names().select_related("article", "reviewed_by").defer("article__text", "search")
    return get_object_or_404(events, pk=pk)


def render_event(request: HttpRequest, event: Event, *, form=None, open_field=None, status: int = 200) -> HttpResponse:
    """The page; with `form` it is there to be corrected instead of its facts, with `open_field` one of them is."""
    may_correct = request.user.has_perm(accounts.CORRECT)
    made = list(event.corrections.select_related("made_by", "undone_by").order_by("-pk"))
    passages = event.article.passages.filter(kind=PassageKind.SET_ASIDE, start__lt=event.end, end__gt=event.start)
    aside = list(passages.order_by("start").values_list("start", "end"))
    standing = standing_of(made)
    facts = Facts(event, aside, standing, names_editors=may_correct)
    context = {
        "event": event,
        "facts": facts.all(every=may_correct),
        "open_field": open_field,
        "passage": passage_of(event, facts.marks(), aside),
        "around": [] if form else around(event),
        "form": form,
        "origin": None if form else origin_of(request, event),
        "in_list": carried(request),
        "may_correct": may_correct,
        "history": history_of(made) if may_correct else [],
        "offers": offers_of(list(standing.values())) if may_correct and not form else [],
        "may_read_article": may_read_articles(request),
        "address": request.build_absolute_uri(event.get_absolute_url()),
        "linked_data": as_script(event_as_linked_data(event, request.build_absolute_uri)),
    }
    return render(request, "pages/event.html", context, status=status)


def standing_of(corrections: list[Correction]) -> dict[str, Correction]:
    """Of each field the newest correction that was not undone; `corrections` come newest first."""
    standing: dict[str, Correction] = {}
    for correction in corrections:
        if correction.undone_at is None:
            standing.setdefault(correction.field, correction)
    return standing


def passage_of(event: Event, marks: list[Mark], aside: Aside) -> SafeString:
    """The event's stretch of the article by paragraphs, evidence marked, what was set aside inside it left out.

    The star or number before its first word is the list's, not the event's.
    """
    length = event.end - event.start
    text = Article.objects.filter(pk=event.article_id).values_list(Substr("text", event.start + 1, length), flat=True)
    lines, at = [], event.start
    for line in text.get().split("\n"):
        for start, end in outside(aside, at, at + len(line)):
            kept = line[start - at : end - at]
            if kept.strip():
                skipped = 0 if lines else marker_of(kept, event.text)
                lines.append((with_evidence(kept[skipped:], marks, offset=start + skipped),))
        at += len(line) + 1
    return format_html_join("\n", '<p class="passage">{}</p>', lines)


def outside(aside: Aside, first: int, last: int) -> Iterator[tuple[int, int]]:
    """What of a line no passage that was set aside covers: a caption may be glued to the sentence behind it."""
    at = first
    for start, end in aside:
        if at < min(start, last):
            yield at, min(start, last)
        at = max(at, end)
    if at < last:
        yield at, last


def marker_of(line: str, text: str) -> int:
    """How many characters, none of them a letter, `line` has before the first words of `text`."""
    before, words, _rest = line.partition(text[:FIRST_WORDS].partition("\n")[0])
    return len(before) if words and not any(map(str.isalpha, before)) else 0


def around(event: Event) -> list[tuple[str, str]]:
    """Where they stand and their text: the passages before and after the event, which readers may see with it."""
    passages = event.article.passages
    before = passages.filter(end__lte=event.start).order_by("-start").first()
    after = passages.filter(start__gte=event.end).order_by("start").first()
    withdrawn = list(event.article.events.filter(trashed_at__isnull=False).values_list("start", "end"))
    found = []
    for place, passage in ((_("Before it"), before), (_("After it"), after)):
        if passage and not any(start < passage.end and end > passage.start for start, end in withdrawn):
            cut = Substr("text", passage.start + 1, min(passage.end - passage.start, LONGEST_AROUND))
            text = Article.objects.filter(pk=event.article_id).values_list(cut, flat=True).get()
            found.append((place, text + "…" if passage.end - passage.start > LONGEST_AROUND else text))
    return found
