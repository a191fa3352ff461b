"""Articles of three sentences that are read once more, as a test says."""

from events import ingest, readings, wakeups
from events.extraction.records import EventType
from events.models import Article, ReadingRun, Rereading
from events.models.choices import ArticleStatus
from tests.builders import make_article, make_extracted, make_extraction, quote

TEXT = "Talks: France and Peru talked in Lima.\nDrills: Chile held drills at sea.\nRain: It rained in Ruritania."
TALKS, DRILLS, RAIN = TEXT.split("\n")


def catch_calls(monkeypatch) -> list[int]:
    """The calls to workers, as they would be sent."""
    calls: list[int] = []
    monkeypatch.setattr(wakeups, "send_calls", lambda task, ids: calls.extend(ids) or True)
    return calls


def teller(monkeypatch):
    """A function that lets every article be read as the events it is given."""

    def tell(*events, **document) -> None:
        monkeypatch.setattr(ingest, "read", lambda article: make_extraction(TEXT, *events, **document))

    return tell


def talks(**fields):
    return make_extracted(TEXT, TALKS, **({"type": EventType.CONSULT, "countries": ("FR", "PE")} | fields))


def drills(**fields):
    evidence = (quote(TEXT, "held drills", field="type"),)
    return make_extracted(TEXT, DRILLS, **({"type": EventType.MOBILIZE, "evidence": evidence} | fields))


def make_parsed(*events) -> Article:
    article = make_article(TEXT, status=ArticleStatus.QUEUED)
    ingest.store(Article.objects.claim(article.pk), make_extraction(TEXT, *(events or (talks(), drills()))))
    return Article.objects.get(pk=article.pk)


def run_of(*articles, accept=(), user=None) -> ReadingRun:
    """A run that has come to its end, as far as it can without anybody accepting."""
    run = readings.begin([article.pk for article in articles], user, accept=accept)
    finish(run)
    return run


def finish(run):
    while left := list(Rereading.objects.claimable().filter(run=run).values_list("pk", flat=True)):
        for pk in left:
            readings.advance(pk)
