"""Which articles say mostly the same, though their bytes differ: an editor decides whether both stay."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from itertools import islice

from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone

from events.extraction import sentences
from events.models import Article, Event, Fingerprint, Resemblance
from events.models.choices import ArticleStatus
from events.models.named import fold

LEAST_CHARACTERS = 40  # of a folded sentence: shorter ones stand in articles that have nothing else in common
MOST_SENTENCES = 2000  # of one article that are looked at
MOSTLY = 0.6  # share of the sentences
LEAST_IN_LONGER = 3  # sentences of a short text in a long one; fewer are an item that several round-ups carry
CANDIDATES = 1000  # the newest of the articles that share any sentence
LEFT_AT_ONCE = 20
CAUGHT_UP_AT_ONCE = 1000  # articles

# Materialized, and without sequential scans: the planner takes sentences that it knows nothing of for frequent ones,
# and would look at every article there is.
_PLAN = "SET LOCAL enable_seqscan = off"
_SHARING = """
    WITH sharing AS MATERIALIZED (
        SELECT article_id FROM events_fingerprint
        WHERE sentences && %(sentences)s::bigint[] AND article_id <> %(article)s
    ), newest AS MATERIALIZED (
        SELECT article_id FROM sharing ORDER BY article_id DESC LIMIT %(candidates)s
    )
    SELECT article_id, cardinality(candidate.sentences), count(*)
    FROM newest JOIN events_fingerprint AS candidate USING (article_id), unnest(candidate.sentences) AS sentence
    WHERE sentence = ANY(%(sentences)s::bigint[])
    GROUP BY 1, 2
"""


def fingerprint(texts: Iterable[str]) -> list[int]:
    """The sentences of these texts as 64-bit hashes in order, without repeats; case and diacritics do not count.

    Give the texts of events only: what was set aside, as boxes and notices, is the same on every page of a site.
    """
    found: dict[int, None] = {}
    for text in texts:
        folded = [fold(text[part.start : part.end]) for part in sentences.split(text, 0, len(text))]
        long = [sentence for sentence in folded if len(sentence) >= LEAST_CHARACTERS]
        found.update((_hash(sentence), None) for sentence in long or [" ".join(folded)] if sentence)
    return list(islice(found, MOST_SENTENCES))


def _hash(sentence: str) -> int:
    return int.from_bytes(hashlib.blake2b(sentence.encode(), digest_size=8).digest(), signed=True)


def remember(article: Article, texts: Iterable[str]) -> None:
    """Keep the fingerprint of an article that was read, and look for its like after the commit."""
    Fingerprint.objects.update_or_create(
        article=article, defaults={"sentences": fingerprint(texts), "is_compared": False}
    )
    transaction.on_commit(compare_left, robust=True)


def compare_left() -> None:
    """Compare what was not compared yet: what was just read, and what a killed worker left.

    Outside the transaction that stored it: of two articles stored at once, whichever is compared last sees the other.
    """
    for left in Fingerprint.objects.filter(is_compared=False).order_by("pk")[:LEFT_AT_ONCE]:
        _compare(left)


def catch_up() -> int:
    """Remember articles that were read before there were fingerprints, the newest first; how many.

    Then compare what was not compared yet. May run any number of times.
    """
    without = Article.objects.kept().filter(status=ArticleStatus.PARSED, fingerprint=None).order_by("-pk")
    texts: dict[int, list[str]] = {pk: [] for pk in without.values_list("pk", flat=True)[:CAUGHT_UP_AT_ONCE]}
    events = Event.objects.filter(article__in=texts, not_found_at=None).order_by("start", "pk")
    for pk, text in events.values_list("article_id", "text").iterator():
        texts[pk].append(text)
    Fingerprint.objects.bulk_create(
        (Fingerprint(article_id=pk, sentences=fingerprint(its)) for pk, its in texts.items()),
        ignore_conflicts=True,  # a worker that parsed one meanwhile knows better
        batch_size=100,
    )
    for _ in range(0, Fingerprint.objects.filter(is_compared=False).count(), LEFT_AT_ONCE):
        compare_left()
    return len(texts)


@transaction.atomic
def most_like(texts: Iterable[str]) -> Resemblance | None:
    """The article here that says mostly what these texts of events say; not stored."""
    tried = Fingerprint(article_id=0, sentences=fingerprint(texts))
    like = _like(tried)
    here = Article.objects.kept().defer("text").in_bulk([pk for pk, _others, _shared in like])
    found = [(shared, -pk) for pk, _others, shared in like if pk in here]
    if not found:
        return None
    shared, pk = max(found)
    return Resemblance(other=here[-pk], shared=shared, sentences=len(tried.sentences))


@transaction.atomic
def _compare(fingerprint: Fingerprint) -> None:
    pk, count = fingerprint.article_id, len(fingerprint.sentences)
    rows = [
        Resemblance(
            article_id=max(pk, other), other_id=min(pk, other), shared=shared, sentences=count if pk > other else others
        )
        for other, others, shared in sorted(_like(fingerprint))
    ]
    Resemblance.objects.filter(Q(article=pk) | Q(other=pk), kept_at__isnull=True).delete()
    Resemblance.objects.bulk_create(rows, ignore_conflicts=True)  # what was decided stays decided
    Fingerprint.objects.filter(pk=pk, sentences=fingerprint.sentences).update(is_compared=True)


def _like(fingerprint: Fingerprint) -> list[tuple[int, int, int]]:
    """(article, its number of sentences, how many of them are shared) for each that says mostly the same."""
    if not fingerprint.sentences:
        return []
    count = len(fingerprint.sentences)
    with connection.cursor() as cursor:
        given = {"sentences": fingerprint.sentences, "article": fingerprint.article_id, "candidates": CANDIDATES}
        cursor.execute(_PLAN)
        cursor.execute(_SHARING, given)
        return [row for row in cursor.fetchall() if _is_mostly_the_same(row[2], count, row[1])]


def _is_mostly_the_same(shared: int, count: int, others: int) -> bool:
    """Either both say mostly the same, or most of the shorter one stands in the longer one."""
    least = LEAST_IN_LONGER if shared < MOSTLY * max(count, others) else 1
    return shared >= max(least, MOSTLY * min(count, others))


def keep_both(article: Article, user) -> int:
    """An editor says that an article stays beside those it resembles; how many that settles."""
    undecided = Resemblance.objects.undecided().of(article)
    return Resemblance.objects.filter(pk__in=undecided.values("pk")).update(kept_by=user, kept_at=timezone.now())
