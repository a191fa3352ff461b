"""One event: what is known of it, and the words that say so."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models.functions import Substr
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events import accounts
from events import rules as rules_of_reading
from events.marking import Mark, with_evidence
from events.models import Article, Event
from events.models.choices import EventType, PassageKind, Region, Role, Topic
from events.templatetags.newsdesk import happened
from events.views.access import may_read_articles


@dataclass(frozen=True)
class Value:
    """A value of a fact: its name, where to find events like it, and the words or the rule that gave it."""

    label: str
    url: str = ""
    words_at: int | None = None  # offset of the words in the article's text
    because: str = ""  # the rule, as a sentence
    quad: str | None = None


@dataclass(frozen=True)
class Fact:
    field: str
    title: str
    values: list[Value]


@require_safe
def event_page(request: HttpRequest, pk: int) -> HttpResponse:
    sees_rejected = request.user.has_perm(accounts.CORRECT)
    events = Event.objects.kept() if sees_rejected else Event.objects.visible()
    event = get_object_or_404(events.with_names().defer("article__text", "search"), pk=pk)
    context = {
        "event": event,
        "facts": facts_of(event),
        "passage": _passage(event),
        "may_read_article": may_read_articles(request),
    }
    return render(request, "pages/event.html", context)


def facts_of(event: Event) -> list[Fact]:
    """Every fact that has a value, in the order people ask: what, when, who, where."""
    facts = [
        Fact("type", _("Type"), [_value(event, "type", _type_label(event), f"type={event.type or 'none'}")]),
        Fact("date", _("Date"), [_value(event, "date", happened(event) or _("Not known"))]),
        Fact("actor", _("Actor"), _parties(event, Role.ACTOR)),
        Fact("recipient", _("Recipient"), _parties(event, Role.RECIPIENT)),
        Fact(
            "countries",
            _("Countries"),
            [
                _value(event, "countries", link.country.name, f"country={link.country_id}", link.country_id)
                for link in event.event_countries.all()
            ],
        ),
        Fact("region", _("Region"), [_value(event, "region", Region(event.region).label, f"region={event.region}")]),
        Fact(
            "topic",
            _("Topic"),
            [_value(event, "topic", Topic(event.topic).label, f"topic={event.topic}")] if event.topic else [],
        ),
        Fact(
            "people",
            _("People"),
            [
                _value(event, "people", link.person.name, f"person={link.person.slug}", link.person.name)
                for link in event.event_people.all()
            ],
        ),
        Fact(
            "organizations",
            _("Organizations"),
            [
                _value(event, "organizations", row.name, f"organization={row.slug}", row.name)
                for row in (link.organization for link in event.event_organizations.all())
            ],
        ),
        Fact(
            "agencies",
            _("Agencies"),
            [
                _value(event, "agencies", link.agency.name, f"agency={link.agency.slug}", link.agency.name)
                for link in event.event_agencies.all()
            ],
        ),
    ]
    return [fact for fact in facts if fact.values]


def _type_label(event: Event) -> str:
    return EventType(event.type).label if event.type else _("No act")


def _parties(event: Event, role: Role) -> list[Value]:
    values = []
    for party in event.parties.all():
        if party.role == role:
            label = party.country.name if party.country_id else party.organization.name
            key = party.country_id or party.organization.name
            values.append(_value(event, str(role), label, f"{role}={party.value}", key))
    return values


def _value(event: Event, field: str, label: str, query: str = "", key: str | None = None) -> Value:
    """With its evidence: for lists, that of the one value `key`."""
    given = [item for item in event.evidence.get(field, []) if key is None or item.get("value") == key]
    # A heading stands outside the event: its words are quoted in the rule's sentence, not marked in the passage.
    here = (item["start"] for item in given if event.start <= item.get("start", -1) < event.end)
    rules = (rules_of_reading.sentence(item["rule"], item.get("text", "")) for item in given if item.get("rule"))
    return Value(
        label=str(label),
        url=f"{reverse('event-list')}?{query}" if query else "",
        words_at=next(here, None),
        because=next(rules, ""),
        quad=event.quad or "none" if field == "type" else None,
    )


def _passage(event: Event) -> SafeString:
    """The event's stretch of the article by paragraphs, evidence marked, what was set aside inside it left out."""
    length = event.end - event.start
    text = Article.objects.filter(pk=event.article_id).values_list(Substr("text", event.start + 1, length), flat=True)
    aside = event.article.passages.filter(kind=PassageKind.SET_ASIDE, start__lt=event.end, end__gt=event.start)
    marks = [
        Mark(item["start"], item["end"], field)
        for field, items in event.evidence.items()
        for item in items
        if "start" in item
    ]
    return _paragraphs(text.get(), event.start, marks, list(aside.values_list("start", "end")))


def _paragraphs(text: str, offset: int, marks: list[Mark], aside: list[tuple[int, int]]) -> SafeString:
    lines, at = [], offset
    for line in text.split("\n"):
        # A line is kept unless a passage that was set aside covers it whole.
        first = at + len(line) - len(line.lstrip())
        last = at + len(line.rstrip())
        if line.strip() and not any(start <= first and last <= end for start, end in aside):
            lines.append((with_evidence(line, marks, offset=at),))
        at += len(line) + 1
    return format_html_join("\n", '<p class="passage">{}</p>', lines)
