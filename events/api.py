"""Events and answers as plain dictionaries: the JSON of every view that serves it, and RFC 9457 problems."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from django.http import JsonResponse
from django.utils.translation import gettext as _

from events.facets import Answer, Count
from events.facets.catalogue import labels_of
from events.filters import Wrong
from events.models import Event, Party
from events.models.choices import Role

JSON = {"ensure_ascii": False}


def event_as_dict(event: Event, absolute: Callable[[str], str]) -> dict:
    """One event, as the contract names its keys. `absolute` makes an address of a path.

    Countries are ISO codes; organizations, people and agencies are names; actor and recipient mix both. `start` and
    `end` count Unicode code points in the article's text, and so do those of the evidence.
    """
    return {
        "id": event.pk,
        "url": absolute(event.get_absolute_url()),
        "title": event.title,
        "text": event.text,
        "start": event.start,
        "end": event.end,
        "section": event.section,
        "region": event.region,
        "date": event.date,
        "date_end": event.date_end,
        "date_precision": event.date_precision,
        "type": event.type,
        "quad": event.quad,
        "topic": event.topic,
        "countries": [link.country_id for link in event.event_countries.all()],
        "actor": _parties(event, Role.ACTOR),
        "recipient": _parties(event, Role.RECIPIENT),
        "organizations": [link.organization.name for link in event.event_organizations.all()],
        "people": [link.person.name for link in event.event_people.all()],
        "agencies": [link.agency.name for link in event.event_agencies.all()],
        "language": event.language,
        "status": event.status,
        "evidence": event.evidence,
        "article": {
            "id": event.article_id,
            "url": absolute(event.article.get_absolute_url()),
            "title": str(event.article),
        },
    }


def answer_as_dict(answer: Answer, events: Iterable[Event], *, absolute: Callable[[str], str], next_url) -> dict:
    """A page of events with its total, facets and days; `next_url` is None on the last page."""
    return {
        "total": answer.total,
        "results": [event_as_dict(event, absolute) for event in events],
        "facets": labelled(answer.facets),
        "facets_cut": list(answer.facets_cut),
        "histogram": [{"date": day, "count": count} for day, count in answer.histogram],
        "next": next_url,
    }


def labelled(facets: Mapping[str, Iterable[Count]]) -> dict[str, list[dict]]:
    """Values of facets with their names, in the language of the request."""
    labels = labels_of({param: [count.value for count in counts] for param, counts in facets.items()})
    return {
        param: [
            {
                "value": count.value,
                "label": labels[param].get(count.value, count.value),
                "count": count.count,
                "selected": count.selected,
            }
            for count in counts
        ]
        for param, counts in facets.items()
    }


def problem(status: int, title: str, *, errors: Iterable[Wrong] = ()) -> JsonResponse:
    """An error as RFC 9457 has it. `title` is a sentence; `errors` names each wrong parameter."""
    body = {"type": "about:blank", "title": title, "status": status}
    listed = [{"param": wrong.param, "value": wrong.value, "message": wrong.message} for wrong in errors]
    if listed:
        body["errors"] = listed
    return JsonResponse(body, status=status, content_type="application/problem+json", json_dumps_params=JSON)


def too_much() -> JsonResponse:
    """The address or form holds more parts than anyone can mean."""
    return problem(400, _("The address asks for too much at once. Choose fewer values."))


def _parties(event: Event, role: Role) -> list[str]:
    return [_name(party) for party in event.parties.all() if party.role == role]


def _name(party: Party) -> str:
    return party.country_id or party.organization.name
