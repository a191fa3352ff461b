"""The product itself: the interface alone, by index and by SQL; the pages over HTTP; writes."""

from __future__ import annotations

import datetime
import time
import uuid
from collections.abc import Callable

from django.utils import timezone

from events import ingest
from events.extraction.records import Extraction
from events.facets import Selection, sql
from events.facets.index.engine import Index
from events.facets.index.following import follower
from events.models import Article
from events.models.choices import ArticleStatus
from tests.builders import make_article, make_extracted, make_extraction
from tests.facets.bench.questions import Kind
from tests.facets.bench.server import Server
from tests.facets.bench.timing import Times, take

EVENTS = 20  # of an article
ARTICLES = 10
COLD = 5  # times a kind is asked right after loading
LEASE = datetime.timedelta(hours=1)
SOON = 10  # seconds within which a write has to be seen


def load_time() -> float:
    """Seconds to load the snapshot; and so it is loaded."""
    began = time.perf_counter()
    if not follower.load():
        raise RuntimeError("the snapshot could not be loaded")
    return time.perf_counter() - began


def by_index(kind: Kind, patience: float) -> dict[str, dict]:
    """Asked for the first time in a process, for the first time since something changed, and once more."""
    cold = Times()
    for question in kind.questions[:COLD]:
        load_time()
        once = take(_asked(kind), [question], patience)
        cold.clock += once.clock
        cold.cpu += once.cpu
    load_time()
    _asked(kind)(kind.questions[0])
    return {
        "cold": cold.as_dict(),
        "new": take(_asked(kind), kind.questions, patience, before=_forget).as_dict(),
        "again": take(_asked(kind), [kind.questions[-1]] * len(kind.questions), patience).as_dict(),
    }


def by_sql(kind: Kind, patience: float) -> dict:
    return take(_asked(kind, sql), kind.questions, patience).as_dict()


def over_http(server: Server, kind: Kind, patience: float) -> dict[str, dict]:
    """Whole pages, compressed, from either process: each address for the first time, then all once more."""
    found = {}
    for name in ("new", "again"):
        cpu = server.cpu()
        times = take(server.get, kind.paths(), patience)
        found[name] = times.as_dict() | {"cpu_mean": round((server.cpu() - cpu) / len(times.clock), 1)}
        found[name].pop("cpu_p50"), found[name].pop("cpu_p95")  # those of the one who asks
    return found


def writes(server: Server) -> dict[str, dict]:
    """Storing an article of twenty events; taking it into the index; until every reader sees it."""
    stored, taken_in, seen = Times(), Times(), Times()
    follower.current()
    for _ in range(ARTICLES):
        article, read = _article()
        for times, act in ((stored, lambda a=article, r=read: ingest.store(a, r)), (taken_in, follower.current)):
            once = take(lambda _, act=act: act(), [None], 0)
            times.clock += once.clock
            times.cpu += once.cpu
        began = time.perf_counter()
        while server.total(f"article={article.pk}") < EVENTS:
            if time.perf_counter() - began > SOON:
                raise RuntimeError("a write is not seen")
            time.sleep(0.01)
        seen.clock.append((time.perf_counter() - began) * 1000)
        Article.objects.get(pk=article.pk).delete()
    return {
        "an article of 20 events is stored": stored.as_dict(),
        "the index takes it in": taken_in.as_dict(),
        "until an anonymous reader sees it": seen.as_dict(),
    }


def _asked(kind: Kind, engine=None) -> Callable[[Selection], object]:
    def ask(question: Selection) -> object:
        asked = engine or Index(follower.state)
        return asked.series(question, "month", "type") if kind.is_timeline else asked.answer(question)

    return ask


def _forget() -> None:
    state = follower.state
    for kept in (state.answers, state.counted, state.through_time, state.sets):
        kept.clear()


def _article() -> tuple[Article, Extraction]:
    """An article being parsed, and what was read of it."""
    lines = [f"Ministers of Norway and Sweden met over case {n} of {uuid.uuid4().hex}." for n in range(EVENTS)]
    text = "\n".join(lines)
    lease = {"lease_token": uuid.uuid4(), "lease_holder": "bench", "lease_until": timezone.now() + LEASE}
    article = make_article(text, status=ArticleStatus.PARSING, **lease)
    events = [make_extracted(text, line, countries=("NO", "SE"), actor=("NO",), recipient=("SE",)) for line in lines]
    return article, make_extraction(text, *events)
