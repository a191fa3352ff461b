"""An event in the words of schema.org, for machines that read pages."""

from __future__ import annotations

import json
from collections.abc import Callable

from django.utils.safestring import SafeString

from events.models import Event
from events.models.choices import DatePrecision

# As Django's json_script: nothing in it ends the element or begins another.
ESCAPES = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&\u2028\u2029"}
LENGTH = {DatePrecision.YEAR: 4, DatePrecision.MONTH: 7}  # of an ISO date that says no more than is known


def event_as_linked_data(event: Event, absolute: Callable[[str], str]) -> dict:
    """A schema.org Event and the NewsArticle that reports it. `absolute` makes an address of a path.

    What is not known is left out. Places are the countries named: where exactly it happened nobody has said.
    """
    length = LENGTH.get(event.date_precision, 10)
    agencies = [{"@type": "Organization", "name": link.agency.name} for link in event.event_agencies.all()]
    parties = [link.organization for link in event.event_organizations.all()]
    about = [{"@type": "Person", "name": link.person.name} for link in event.event_people.all()]
    found = {
        "@context": "https://schema.org",
        "@type": "Event",
        "url": absolute(event.get_absolute_url()),
        "name": event.title,
        "description": event.text,
        "inLanguage": event.language if event.language != "und" else None,
        "startDate": event.date and event.date.isoformat()[:length],
        "endDate": event.date_end and event.date_end.isoformat()[:length],
        "location": [
            {"@type": "Country", "name": link.country.name, "identifier": link.country_id}
            for link in event.event_countries.all()
        ],
        "about": about + [{"@type": "Organization", "name": party.name} for party in parties],
        "subjectOf": {"@type": "NewsArticle", "headline": str(event.article)}
        | ({"author": agencies} if agencies else {}),
    }
    return {key: value for key, value in found.items() if value}


def as_script(data: dict) -> SafeString:
    """For within <script type="application/ld+json">: a block of data, which no browser runs."""
    return SafeString(json.dumps(data, ensure_ascii=False).translate(ESCAPES))
