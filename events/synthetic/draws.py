"""What happens in the invented world, drawn in batches of numpy arrays: which day, who, where, of what kind."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

import numpy as np

from events.models.choices import EventType, Topic

PER_ARTICLE = 20  # events
YEARS = 10
LAST_DAY = datetime.date(2026, 11, 20)
AGENCIES, ORGANIZATIONS = 300, 2_000

# Shares believable for a foreign desk; what is exactly true does not matter here.
_TYPES = {
    None: 0.22, EventType.CONSULT: 0.14, EventType.ACCUSE: 0.1, EventType.ASSAULT: 0.09, EventType.COERCE: 0.07,
    EventType.SUPPORT: 0.06, EventType.AGREE: 0.06, EventType.REQUEST: 0.05, EventType.THREATEN: 0.04,
    EventType.REJECT: 0.04, EventType.MOBILIZE: 0.035, EventType.AID: 0.03, EventType.PROTEST: 0.03,
    EventType.SANCTION: 0.03, EventType.COOPERATE: 0.02, EventType.CONCEDE: 0.02, EventType.RETREAT: 0.005,
}  # fmt: skip
_TOPICS = {
    Topic.POLITICS: 0.34, Topic.CONFLICT: 0.2, Topic.ECONOMY: 0.13, Topic.CRIME: 0.08, Topic.DISASTER: 0.06,
    Topic.HEALTH: 0.04, Topic.SOCIETY: 0.03, Topic.ENVIRONMENT: 0.02, Topic.SCIENCE: 0.02, Topic.SPORT: 0.02,
    Topic.ARTS: 0.015, Topic.LABOUR: 0.015, Topic.RELIGION: 0.01, Topic.WEATHER: 0.01, Topic.EDUCATION: 0.005,
    Topic.HUMAN_INTEREST: 0.003, Topic.LIFESTYLE: 0.002,
}  # fmt: skip
TYPES, TOPICS = list(_TYPES), list(_TOPICS)


@dataclass(frozen=True)
class Batch:
    """`count` events. Lists of names are arrays of `count` rows, -1 where a row has fewer names."""

    article: np.ndarray  # number of the article, from 0
    language: np.ndarray  # 0 English, 1 Vietnamese
    day: np.ndarray  # days before LAST_DAY; -1 undated
    days_long: np.ndarray  # how many days more it lasted
    type: np.ndarray  # index in TYPES
    topic: np.ndarray  # index in TOPICS
    status: np.ndarray  # 0 unreviewed, 1 verified, 2 rejected
    countries: np.ndarray
    organizations: np.ndarray
    people: np.ndarray
    agencies: np.ndarray
    has_recipient: np.ndarray


class World:
    """Draws batch after batch from one seed."""

    def __init__(self, events: int, *, countries: int, seed: int = 20261120) -> None:
        self.people = min(120_000, max(200, events // 8))
        self._random = np.random.default_rng(seed)
        self._articles = max(1, events // PER_ARTICLE)
        self._of = {
            "countries": _zipf(countries, 1.0),
            "organizations": _zipf(ORGANIZATIONS, 1.05),
            "people": _zipf(self.people, 0.9),
            "agencies": _zipf(AGENCIES, 1.1),
        }

    def batch(self, first: int, count: int) -> Batch:
        """The events numbered from `first` on."""
        random = self._random
        article = (first + np.arange(count)) // PER_ARTICLE
        # Articles come in day by day; one in twenty is handed in late, and each tells of the last days.
        oldest = 365 * YEARS
        uploaded = (oldest * (1 - np.minimum(article / self._articles, 1))).astype(np.int64)
        late = np.where(np.random.default_rng(article[0]).random(count) < 0.05, random.integers(0, 400, count), 0)
        day = uploaded + late + random.choice([0, 1, 2, 3], count, p=[0.45, 0.4, 0.1, 0.05])
        return Batch(
            article=article,
            language=(article * 2_654_435_761 % 100 >= 55).astype(np.int8),
            day=np.where(random.random(count) < 0.03, -1, np.minimum(day, oldest)),
            days_long=np.where(random.random(count) < 0.04, random.integers(1, 5, count), 0),
            type=random.choice(len(TYPES), count, p=_shares(_TYPES)),
            topic=random.choice(len(TOPICS), count, p=_shares(_TOPICS)),
            status=random.choice(3, count, p=[0.86, 0.12, 0.02]),
            countries=self._names("countries", 1 + np.minimum(random.poisson(0.75, count), 4)),
            organizations=self._names("organizations", np.minimum(random.poisson(0.85, count), 4)),
            people=self._names("people", np.minimum(random.poisson(0.9, count), 4)),
            agencies=self._names("agencies", 1 + (random.random(count) < 0.32)),
            has_recipient=random.random(count) < 0.6,
        )

    def _names(self, kind: str, how_many: np.ndarray) -> np.ndarray:
        most = int(how_many.max(initial=1))
        drawn = np.searchsorted(self._of[kind], self._random.random((len(how_many), most))).astype(np.int64)
        drawn[np.arange(most) >= how_many[:, None]] = -1
        for later in range(1, most):  # nobody twice in one event
            again = (drawn[:, :later] == drawn[:, later : later + 1]).any(axis=1)
            drawn[again, later] = -1
        return drawn


def _zipf(count: int, exponent: float) -> np.ndarray:
    """Cumulated shares of `count` names, the most frequent first."""
    weights = 1 / (np.arange(count) + 3.0) ** exponent
    cumulated = np.cumsum(weights / weights.sum())
    cumulated[-1] = 1.0
    return cumulated


def _shares(of: dict) -> np.ndarray:
    shares = np.array(list(of.values()))
    return shares / shares.sum()
