"""Rows and extractions for tests: keywords name what matters to a test, fixed defaults fill the rest.

Nothing here runs extraction: what it would have said is built by hand.
"""

import datetime
import itertools
import uuid

from django.contrib.auth.models import Group, Permission, User
from django.core.files.base import ContentFile

from events import accounts
from events.extraction.records import (
    Document,
    Evidence,
    ExtractedEvent,
    Extraction,
    Passage,
    PassageKind,
    Reason,
    Region,
)
from events.models import (
    Agency,
    Article,
    Country,
    Event,
    EventAgency,
    EventCountry,
    EventOrganization,
    EventPerson,
    Organization,
    Party,
    Person,
    Upload,
)
from events.models.article import sha256_of
from events.models.choices import ArticleStatus
from events.models.named import slug_of

PASSWORD = "correct horse battery staple"
DAY = datetime.date(2026, 11, 18)
REGIONS = {"RU": "europe", "DE": "europe", "US": "americas", "IL": "middle-east-africa"}  # else asia-pacific

_numbers = itertools.count(1)


def make_user(username: str | None = None, **fields) -> User:
    """A signed-up reader without any permission; signs in with PASSWORD."""
    return User.objects.create_user(username or f"reader-{next(_numbers)}", password=PASSWORD, **fields)


def make_editor(username: str | None = None, **fields) -> User:
    """Someone of the Editor group, with its permissions."""
    accounts.make_groups()
    user = make_user(username or f"editor-{next(_numbers)}", **fields)
    user.groups.add(Group.objects.get(name=accounts.EDITOR))
    return user


def make_admin(username: str | None = None, **fields) -> User:
    return User.objects.create_superuser(username or f"admin-{next(_numbers)}", password=PASSWORD, **fields)


def allow(user: User, permission: str) -> User:
    """Give one permission, named as in `has_perm`: "events.add_article"."""
    app, _, codename = permission.partition(".")
    user.user_permissions.add(Permission.objects.get(content_type__app_label=app, codename=codename))
    return User.objects.get(pk=user.pk)  # permissions are cached on the instance


def keep_originals_in(folder, settings) -> None:
    """Let uploaded files be stored in a folder of the test; `settings` is pytest-django's fixture."""
    storage = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": folder}}
    settings.STORAGES = settings.STORAGES | {"default": storage}


def make_article(text: str = "Talks went on in Oslo.", **fields) -> Article:
    """A parsed article whose original holds `text`; the file itself is not stored."""
    number = next(_numbers)
    sha256 = fields.pop("sha256", None) or sha256_of(f"{number} {text}".encode())
    values = {
        "name": f"article-{number}.txt",
        "original": f"{sha256[:2]}/{sha256}",
        "size": len(text.encode()),
        "text": text,
        "title": "An article",
        "language": "en",
        "encoding": "utf-8",
        "media_type": "text/plain",
        "layout": "story",
        "status": ArticleStatus.PARSED,
        "reference_date": DAY,
    }
    return Article.objects.create(sha256=sha256, **(values | fields))


def make_queued(text: str, **fields) -> Article:
    """An article that waits to be read, its original stored: call keep_originals_in() before."""
    raw = text.encode()
    values = {"text": "", "title": "", "status": ArticleStatus.QUEUED, "reference_date": None, "size": len(raw)}
    article = make_article(sha256=sha256_of(raw), **(values | fields))
    article.original.save("", ContentFile(raw))
    return article


def make_batch(*articles: Article, outcome: str = "accepted") -> uuid.UUID:
    """An upload that brought these articles."""
    batch = uuid.uuid4()
    for article in articles:
        Upload.objects.create(batch=batch, name=article.name, size=article.size, outcome=outcome, article=article)
    return batch


def make_country(
    code: str, *, region: str | None = None, name: str | None = None, name_vi: str | None = None
) -> Country:
    fields = {
        "region": region or REGIONS.get(code, "asia-pacific"),
        "name_en": name or f"Country {code}",
        "name_vi": name_vi or name or f"Nước {code}",
    }
    return Country.objects.get_or_create(code=code, defaults=fields)[0]


def make_named(model, name: str, **fields):
    """An Organization, Person or Agency of that name; the same row when asked twice."""
    return model.objects.get_or_create(slug=slug_of(name), defaults={"name": name, **fields})[0]


def make_event(
    *,
    article: Article | None = None,
    countries=(),
    organizations=(),
    people=(),
    agencies=(),
    actor=(),
    recipient=(),
    **fields,
) -> Event:
    """An event, in an article of its own unless one is given. Names are given as ISO codes and canonical names.

    In `actor` and `recipient` two capital letters are a country, all else an organization (EU and UN too).
    """
    title = fields.pop("title", "Talks in Oslo")
    text = fields.pop("text", f"{title}\nTalks went on in Oslo.")
    article = article or make_article(text=text)
    values = {
        "language": article.language,
        "title": title,
        "text": text,
        "start": 0,
        "end": max(1, len(text)),
        "region": str(Region.EUROPE),
        "date": DAY,
    }
    values |= fields
    if values["date"] is not None:
        values.setdefault("date_precision", "day")
    event = Event.objects.create(article=article, **values)
    for position, code in enumerate(countries):
        EventCountry.objects.create(event=event, country=make_country(code), position=position)
    for position, name in enumerate(organizations):
        organization = make_named(Organization, name, name_en=name)
        EventOrganization.objects.create(event=event, organization=organization, position=position)
    for position, name in enumerate(people):
        EventPerson.objects.create(event=event, person=make_named(Person, name), position=position)
    for position, name in enumerate(agencies):
        EventAgency.objects.create(event=event, agency=make_named(Agency, name), position=position)
    for role, parties in (("actor", actor), ("recipient", recipient)):
        for position, value in enumerate(parties):
            is_country = len(value) == 2 and value.isupper() and value not in ("EU", "UN")
            target = (
                {"country": make_country(value)} if is_country else {"organization": make_named(Organization, value)}
            )
            Party.objects.create(event=event, role=role, position=position, **target)
    return event


def make_extracted(document: str, passage: str, **fields) -> ExtractedEvent:
    """What extraction says of `passage`, which stands in the text `document`."""
    start = document.index(passage)
    values = {
        "start": start,
        "end": start + len(passage),
        "title": passage.partition(":")[0],
        "text": passage,
        "section": None,
        "region": Region.EUROPE,
        "date": DAY,
        "date_end": None,
        "date_precision": "day",
        "type": None,
        "topic": None,
        **dict.fromkeys(("countries", "actor", "recipient", "organizations", "people", "agencies", "evidence"), ()),
    }
    return ExtractedEvent(**(values | fields))


def make_extraction(text: str, *events: ExtractedEvent, **document) -> Extraction:
    """An extraction of `text` with these events; whatever they leave is set aside."""
    values = {
        "text": text,
        "encoding": "utf-8",
        "media_type": "text/plain",
        "language": "en",
        "layout": "starred",
        "title": None,
        "publisher": None,
        "source_url": None,
        "published": None,
        "reference_date": DAY,
    }
    passages, at = [], 0
    for event in sorted(events, key=lambda event: event.start):
        passages += _set_aside(text, at, event.start)
        passages.append(Passage(event.start, event.end, PassageKind.EVENT))
        at = event.end
    passages += _set_aside(text, at, len(text))
    return Extraction(Document(**(values | document)), tuple(events), tuple(passages))


def _set_aside(text: str, start: int, end: int) -> list[Passage]:
    words = text[start:end].strip()
    if not words:
        return []
    start = text.index(words, start)
    return [Passage(start, start + len(words), PassageKind.SET_ASIDE, Reason.OTHER)]


def quote(text: str, words: str, *, field: str, value: str | None = None) -> Evidence:
    """The evidence that the first `words` in the text give."""
    start = text.index(words)
    return Evidence(field=field, value=value, start=start, end=start + len(words))
