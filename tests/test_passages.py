"""What editors do to passages: read at once like any other, kept through every parse, undone without a trace."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from events import corrections, ingest, passages, uploads, vocabulary
from events.extraction.records import PassageKind
from events.models import Article, Change, Correction, Event, Recut
from tests.builders import keep_originals_in, make_editor, make_queued

pytestmark = pytest.mark.django_db

TEXT = """Europe
* Norway opens a port: Norway opened a port for Latvian ships on November 18. (NTB)
* Greece and Malta sign: Greece signed a fishing deal with Malta on November 17. Malta's ports will stay open. (AFP)

Asia
* Japan sends aid: Japan sent aid to Nepal on November 16. (Kyodo)
Comment (0)
"""
GREECE, NORWAY = TEXT.index("* Greece"), TEXT.index("* Norway")
PORTS = TEXT.index("Malta's ports")
COMMENT = TEXT.index("Comment")


@pytest.fixture
def article(tmp_path, settings, calls) -> Article:
    keep_originals_in(tmp_path, settings)
    vocabulary.sync()
    row = make_queued(TEXT)
    ingest.parse_and_store(row.pk)
    return Article.objects.get(pk=row.pk)


@pytest.fixture
def editor(db):
    return make_editor()


def now(article: Article) -> Article:
    return Article.objects.get(pk=article.pk)


def do(article: Article, action: str, at: int, user, **how) -> Recut:
    return passages.recut(article, action, seen=now(article).parsed_at, user=user, at=at, **how)


def shown(article: Article) -> dict[int, str]:
    events = article.events.filter(trashed_at=None).order_by("start")
    return dict(events.values_list("pk", "title"))


def state(article: Article) -> list:
    """All that readers see of an article's events and passages."""
    events = article.events.order_by("start").values_list("pk", "title", "text", "start", "end", "type", "trashed_at")
    return [*events, *article.passages.values_list("start", "end", "kind", "reason")]


def test_an_event_is_set_aside_and_comes_back_by_undoing(article, editor):
    before = state(article)
    made = do(article, "set_aside", GREECE, editor, reason="advertisement")
    assert list(shown(article).values()) == ["Norway opens a port", "Japan sends aid"]
    assert article.passages.get(start=GREECE).reason == "advertisement"
    passages.undo(made, editor)
    assert [line[1:] for line in state(article)] == [line[1:] for line in before]
    made.refresh_from_db()
    assert made.undone_by == editor
    assert Recut.objects.count() == 1


def test_what_was_said_of_passages_outlives_every_parse(article, editor):
    do(article, "set_aside", GREECE, editor, reason="advertisement")
    before = state(article)
    for _ in range(2):
        uploads.parse_again(now(article))
        ingest.parse_and_store(article.pk)
    assert state(article) == before


def test_a_set_aside_passage_becomes_an_event_with_facts(article, editor):
    assert article.passages.get(start=COMMENT).kind == PassageKind.SET_ASIDE
    do(article, "event", COMMENT, editor)
    made = article.events.get(start=COMMENT)
    assert made.title == "Comment (0)"
    assert Change.objects.filter(event_id=made.pk, kind="created").exists()


def test_a_split_keeps_the_event_and_its_corrections_and_adds_another(article, editor):
    event = article.events.get(start=GREECE)
    corrections.correct(event, "type", "AGREE", editor)
    do(article, "split", GREECE, editor, where=PORTS + 2)  # a place inside a word is its beginning
    first, second = article.events.filter(start__gte=GREECE).order_by("start")[:2]
    assert (first.pk, first.type, first.title) == (event.pk, "AGREE", "Greece and Malta sign")
    assert second.text == "Malta's ports will stay open."
    assert second.start == PORTS


def test_both_halves_of_a_verified_event_are_read_anew_and_wait_for_a_review(article, editor):
    event = article.events.get(start=GREECE)
    corrections.correct(event, "type", "AGREE", editor)
    corrections.correct(event, "countries", ["GR", "MT"], editor)
    corrections.correct(event, "title", "A deal on fish", editor)
    corrections.undo(event.corrections.get(field="title"), editor)
    Event.objects.filter(pk=event.pk).update(title="As it was verified")
    corrections.verify(event, editor)
    do(article, "split", GREECE, make_editor(), where=PORTS)
    first, second = article.events.filter(start__gte=GREECE).order_by("start")[:2]
    assert (first.pk, first.status, second.status) == (event.pk, "unreviewed", "unreviewed")
    assert (first.type, first.title) == ("AGREE", "Greece and Malta sign")
    assert list(first.countries.values_list("code", flat=True)) == ["GR", "MT"]
    taken_back = event.corrections.filter(field="status").latest("pk")
    assert (taken_back.old, taken_back.new) == ("verified", "unreviewed")
    assert taken_back.made_by != editor
    assert Change.objects.filter(event_id=event.pk).latest("pk").kind == "changed"


def test_a_verified_event_that_takes_in_its_neighbour_waits_for_a_review(article, editor):
    for at in (NORWAY, GREECE):
        corrections.verify(article.events.get(start=at), editor)
    do(article, "join", NORWAY, editor)
    joined = article.events.get(trashed_at=None, start=NORWAY)
    assert joined.status == "unreviewed"
    assert {"NO", "GR"} <= set(joined.countries.values_list("code", flat=True))


def test_a_half_that_was_verified_waits_again_when_the_split_is_undone(article, editor):
    made = do(article, "split", GREECE, editor, where=PORTS)
    half = article.events.get(start=GREECE)
    corrections.verify(half, editor)
    passages.undo(made, editor)
    half.refresh_from_db()
    assert (half.status, half.text.endswith("open.")) == ("unreviewed", True)


def test_verified_events_of_an_article_stay_so_when_another_is_cut(article, editor):
    event = article.events.get(start=GREECE)
    corrections.verify(event, editor)
    do(article, "set_aside", NORWAY, editor, reason="teaser")
    uploads.parse_again(now(article))
    ingest.parse_and_store(article.pk)
    event.refresh_from_db()
    assert event.status == "verified"


def test_two_neighbours_become_one(article, editor):
    ids = list(shown(article))
    do(article, "join", NORWAY, editor)
    left = list(shown(article))
    assert len(left) == 2
    assert left[0] in ids[:2]
    joined = Event.objects.get(pk=left[0])
    assert (joined.start, joined.end) == (NORWAY, TEXT.index("(AFP)") + 5)
    assert {"NO", "GR"} <= set(joined.countries.values_list("code", flat=True))


def test_joining_keeps_what_was_set_aside_between_and_the_last_event_has_no_next(article, editor):
    do(article, "set_aside", PORTS, editor, end=PORTS + len("Malta's ports will stay open."), reason="background")
    do(article, "join", GREECE, editor)
    assert article.passages.filter(start=PORTS, kind="set_aside").exists()
    with pytest.raises(ValidationError, match="No event follows"):
        do(article, "join", GREECE, editor)


def test_an_event_that_a_person_touched_is_withdrawn_when_its_passage_goes_and_restored_with_it(article, editor):
    event = article.events.get(start=GREECE)
    corrections.verify(event, editor)
    made = do(article, "set_aside", GREECE, editor, reason="teaser")
    event.refresh_from_db()
    assert event.trashed_at is not None
    assert Correction.objects.get(event=event, field="trashed").made_by == editor
    passages.undo(made, editor)
    event.refresh_from_db()
    assert (event.trashed_at, event.not_found_at, event.status) == (None, None, "verified")
    assert event.pk in shown(article)


def test_a_touched_event_also_comes_back_when_its_passage_is_made_an_event_anew(article, editor):
    event = article.events.get(start=GREECE)
    corrections.verify(event, editor)
    do(article, "set_aside", GREECE, editor, reason="teaser")
    do(article, "event", GREECE, make_editor())
    assert event.pk in shown(article)


def test_an_event_in_the_trash_by_hand_stays_there_through_changes_of_passages(article, editor):
    event = article.events.get(start=GREECE)
    corrections.withdraw_event(event, editor)
    made = do(article, "set_aside", NORWAY, editor, reason="teaser")
    passages.undo(made, editor)
    event.refresh_from_db()
    assert event.trashed_at is not None


def test_borders_move_in_and_what_is_given_up_is_set_aside(article, editor):
    event = article.events.get(start=GREECE)
    do(article, "move", GREECE, editor, begin=GREECE, end=PORTS)
    event.refresh_from_db()
    assert event.text.endswith("November 17.")
    assert article.passages.get(start=PORTS).kind == PassageKind.SET_ASIDE
    assert len(shown(article)) == 3


def test_borders_move_out_and_the_neighbour_keeps_the_rest(article, editor):
    signed = TEXT.index("Greece signed")
    event = article.events.get(start=NORWAY)
    do(article, "move", NORWAY, editor, begin=NORWAY, end=signed)
    event.refresh_from_db()
    assert "Greece and Malta sign" in event.text
    rest = article.events.exclude(pk=event.pk).order_by("start").first()
    assert rest.text.startswith("Greece signed")


@pytest.mark.parametrize(
    ("action", "how", "sentence"),
    [
        ("split", {"where": GREECE}, "inside the event"),
        ("split", {"where": 10**6}, "inside the event"),
        ("move", {"begin": GREECE, "end": TEXT.index("(AFP)") + 5}, "there already"),
        ("move", {"begin": 0, "end": 6}, "keep some of its words"),
        ("move", {"begin": 5, "end": 5}, "end behind where it begins"),
        ("set_aside", {"reason": ""}, "why it is set aside"),
        ("event", {"end": 10**6}, "end behind where it begins"),
    ],
)
def test_what_cannot_be_is_said(article, editor, action, how, sentence):
    with pytest.raises(ValidationError, match=sentence):
        do(article, action, GREECE, editor, **how)
    assert not Recut.objects.exists()
    assert now(article).status == "parsed"


def test_a_passage_without_words_is_none(article, editor):
    with pytest.raises(ValidationError, match="no words"):
        do(article, "event", GREECE, editor, end=GREECE + 1)


def test_who_looked_at_an_older_reading_changes_nothing(article, editor):
    with pytest.raises(corrections.ChangedMeanwhileError):
        passages.recut(
            article,
            "set_aside",
            seen=article.parsed_at - datetime.timedelta(seconds=1),
            user=editor,
            at=GREECE,
            reason="teaser",
        )
    assert not Recut.objects.exists()


def test_an_article_that_is_being_read_is_left_alone(article, editor):
    Article.objects.filter(pk=article.pk).update(status="queued")
    with pytest.raises(ValidationError, match="being read"):
        do(article, "join", GREECE, editor)


def test_undoing_twice_is_said(article, editor):
    made = do(article, "join", NORWAY, editor)
    passages.undo(made, editor)
    with pytest.raises(ValidationError, match="undone before"):
        passages.undo(made, editor)


def test_a_large_article_is_read_by_the_worker(article, editor, calls, monkeypatch, django_capture_on_commit_callbacks):
    monkeypatch.setattr(passages, "AT_ONCE", 10)
    Article.objects.filter(pk=article.pk).update(size=len(TEXT))
    with django_capture_on_commit_callbacks(execute=True):
        do(article, "join", NORWAY, editor)
    assert calls == [article.pk]
    assert now(article).status == "queued"
    ingest.parse_and_store(article.pk)
    assert len(shown(article)) == 2


def test_changes_of_passages_follow_their_words_and_are_left_out_where_those_are_gone(article, editor):
    made = do(article, "set_aside", GREECE, editor, reason="teaser")
    moved = made.placed("A line more.\n" + TEXT)
    assert [cut.start for cut in moved] == [GREECE + len("A line more.\n")]
    assert made.placed("Another text.") is None
