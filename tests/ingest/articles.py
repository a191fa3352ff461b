"""An article of two events and a line that belongs to none, parsed as a worker does. Extraction is a stand-in."""

from events import ingest
from events.models import Article, Change, Event
from tests.builders import make_extracted, make_extraction

TALKS = "Talks in Oslo: Norway and Russia met on Tuesday."
STORM = "Storm over Cebu: the Philippines moved 4,000 people."
TEXT = f"{TALKS}\n{STORM}\nComment (0)"


def two_events(**talks):
    return make_extraction(TEXT, make_extracted(TEXT, TALKS, **talks), make_extracted(TEXT, STORM))


def parse(article: Article) -> Article:
    """As a worker does, again if it was parsed before."""
    Article.objects.exclude(status="queued").filter(pk=article.pk).update(status="queued", attempts=0)
    ingest.parse_and_store(article.pk)
    return Article.objects.get(pk=article.pk)


def events_of(article: Article) -> list[Event]:
    return list(Event.objects.filter(article=article).order_by("start", "pk"))


def changes() -> list[tuple[str, int]]:
    return list(Change.objects.order_by("pk").values_list("kind", "event_id"))
