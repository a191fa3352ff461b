"""Whatever people and parses do, the index that follows the recorded changes answers as SQL does right after it."""

import random

import pytest
from django.db import transaction

from events import corrections, facets, ingest, uploads
from events.extraction.records import EventType, Region
from events.facets import Selection, sql
from events.facets.index import keeping
from events.facets.index.engine import Index
from events.facets.index.following import Follower, follower
from events.models import Article, Event
from events.models.choices import ArticleStatus
from tests.builders import make_article, make_editor, make_extracted, make_extraction
from tests.rereadings import catch_calls

pytestmark = pytest.mark.django_db(transaction=True)

LINES = [f"Event {number}: talks of many kinds went on in place {number}." for number in range(5)]
TEXT = "\n".join(LINES)
QUESTIONS = (
    Selection(),
    Selection(status=("rejected", "unreviewed", "verified"), sees_rejected=True),
    Selection(country=("FR",), words="talks"),
    Selection(region=("europe",), words='"place 3"'),
    Selection(person=("ana-ruiz",)),
    Selection(type=("none",), limit=2),
)


@pytest.fixture(autouse=True)
def index(settings, tmp_path, monkeypatch):
    settings.FACETS = "index"
    settings.DATA_DIR = tmp_path
    catch_calls(monkeypatch)
    for name, value in vars(Follower()).items():
        monkeypatch.setattr(follower, name, value)


def read_anew(chance: random.Random, article: Article) -> None:
    """A parse that finds some of the events, and says anything of them."""
    with transaction.atomic():
        uploads.parse_again(article)
    events = [
        make_extracted(
            TEXT,
            line,
            type=chance.choice([None, EventType.AGREE, EventType.ASSAULT]),
            region=chance.choice([Region.EUROPE, Region.AMERICAS]),
            countries=tuple(chance.sample(["FR", "DE", "PE"], chance.randint(0, 2))),
            people=tuple(chance.sample(["Ana Ruiz", "Bo Lind"], chance.randint(0, 2))),
        )
        for line in chance.sample(LINES, chance.randint(1, 5))
    ]
    claimed = Article.objects.claim(article.pk)
    if claimed:
        ingest.store(claimed, make_extraction(TEXT, *events))


def step(chance: random.Random, articles: list[Article], editor) -> str:
    article = chance.choice(articles)
    event = Event.objects.order_by("?").defer("search").first()
    actions = {
        "parse": lambda: read_anew(chance, article),
        "withdraw article": lambda: uploads.withdraw(article, editor),
        "restore article": lambda: uploads.restore(article, editor),
    }
    if event:
        actions |= {
            "correct": lambda: corrections.correct(event, "countries", [chance.choice(["FR", "PE"])], editor),
            "rename": lambda: corrections.correct(event, "title", f"Place {chance.randint(1, 9)}", editor),
            "date": lambda: corrections.correct(event, "date", chance.choice([None, {"date": "2026-11-02"}]), editor),
            "verify": lambda: corrections.verify(event, editor),
            "reject": lambda: corrections.reject(event, editor),
            "withdraw": lambda: corrections.withdraw_event(event, editor),
            "restore": lambda: corrections.restore_event(event, editor),
        }
    name = chance.choice(sorted(actions))
    actions[name]()
    return name


@pytest.mark.parametrize("seed", range(3))
def test_every_write_is_in_the_next_answer(seed):
    chance, editor = random.Random(seed), make_editor()
    articles = [make_article(TEXT, status=ArticleStatus.QUEUED) for _ in range(3)]
    for article in articles:
        read_anew(chance, article)
    keeping.build()
    assert follower.load()
    done = []
    for _ in range(25):
        done.append(step(chance, articles, editor))
        for selection in QUESTIONS:
            assert facets.answer(selection) == sql.answer(selection), done
    assert follower.state is not None
    assert isinstance(facets.engine(), Index)
