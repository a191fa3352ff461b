"""The review queue: what comes first and why, what is next, and how much is done."""

import pytest

from events import corrections, review
from events.facets import Selection
from events.models import Event
from events.models.choices import EventStatus
from events.models.doubt import CORPUS_MEAN, WORTH
from events.review import Queue
from tests.builders import make_article, make_editor, make_event

pytestmark = pytest.mark.django_db

SURE = dict.fromkeys(WORTH, 0.99)


def unsure(**chances) -> Event:
    return make_event(confidence=SURE | chances)


def order(queue: Queue) -> list[int]:
    return [event.pk for event in queue.events()]


def test_the_highest_expected_error_comes_first_weighed_by_what_the_field_is_worth():
    topic, kind, sure = unsure(topic=0.2), unsure(type=0.6), unsure()
    assert WORTH["topic"] * 0.8 < WORTH["type"] * 0.4
    assert order(Queue(Selection())) == [kind.pk, topic.pk, sure.pk]


def test_an_event_without_confidence_counts_as_the_mean_of_the_labelled_articles():
    mean = max(WORTH[field] * (1 - CORPUS_MEAN[field]) for field in WORTH)
    above, unknown, below = unsure(type=1 - mean - 0.02), make_event(), unsure(type=1 - mean + 0.02)
    assert order(Queue(Selection())) == [above.pk, unknown.pk, below.pk]


def test_by_field_only_that_field_counts():
    kind, date = unsure(type=0.1), unsure(date=0.5)
    assert order(Queue(Selection(), review.FIELD, "date")) == [date.pk, kind.pk]


def test_by_article_events_come_in_the_order_of_the_text_the_newest_article_first():
    older, newer = make_article(text="x" * 100), make_article(text="x" * 100)
    events = [
        make_event(article=article, start=start, end=start + 5, text="words")
        for article, start in ((older, 50), (newer, 40), (older, 3), (newer, 2))
    ]
    assert order(Queue(Selection(), review.ARTICLE)) == [events[3].pk, events[1].pk, events[2].pk, events[0].pk]


@pytest.mark.parametrize("by", review.ORDERS)
def test_next_and_previous_walk_through_the_whole_queue(by):
    events = [unsure(type=0.5), unsure(type=0.5), unsure(), make_event(), make_event()]
    queue = Queue(Selection(), by)
    ids = order(queue)
    assert len(ids) == len(events)
    walked, at = [ids[0]], ids[0]
    while (at := queue.after(Event.objects.get(pk=at))) is not None:
        walked.append(at)
    assert walked == ids
    back = [queue.before(Event.objects.get(pk=pk)) for pk in ids]
    assert back == [None, *ids[:-1]]
    assert [queue.place(Event.objects.get(pk=pk)) for pk in ids] == [1, 2, 3, 4, 5]
    here = Event.objects.get(pk=ids[2])
    assert [event.pk for event in queue.around(here, before=1, after=1)] == ids[1:4]


def test_after_a_verdict_the_queue_goes_on_behind_that_event():
    events = [unsure(type=chance) for chance in (0.1, 0.2, 0.3)]
    corrections.verify(events[1], make_editor())
    queue = Queue(Selection())
    assert order(queue) == [events[0].pk, events[2].pk]
    assert queue.after(events[1]) == events[2].pk
    assert queue.before(events[1]) == events[0].pk


def test_the_filters_of_the_site_narrow_the_queue_and_what_was_done_today():
    editor = make_editor()
    here, done, elsewhere = (make_event(region=region) for region in ("europe", "europe", "americas"))
    rejected = make_event(region="europe")
    corrections.verify(done, editor)
    corrections.reject(rejected, editor)
    queue = Queue(Selection(region=("europe",)))
    assert order(queue) == [here.pk]
    assert (queue.left(), queue.checked_today()) == (1, 2)
    assert elsewhere.pk in order(Queue(Selection()))


def test_a_verdict_taken_back_is_not_counted():
    event, editor = make_event(), make_editor()
    corrections.verify(event, editor)
    corrections.unverify(event, editor)
    assert Queue(Selection()).checked_today() == 0


def test_what_is_withdrawn_waits_for_nobody():
    event = make_event()
    corrections.withdraw_event(event, make_editor())
    assert order(Queue(Selection())) == []


def test_the_doubts_of_an_event_are_named_the_costliest_first():
    event = unsure(topic=0.1, type=0.5, people=0.9)
    assert [doubt.field for doubt in review.doubts_of(event)] == ["type", "topic"]
    assert review.doubts_of(make_event()) == []


def test_every_field_has_its_worth_and_its_mean():
    assert WORTH.keys() == CORPUS_MEAN.keys()
    assert all(0 < share <= 1 for share in [*WORTH.values(), *CORPUS_MEAN.values()])


def test_the_order_is_read_from_its_index():
    queue = Queue(Selection()).events()[:10]
    Event.objects.bulk_create(
        Event(article=make_article(), language="en", title="t", text="t", start=0, end=1, region="europe")
        for _ in range(3)
    )
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off")
    assert "event_unsure_first" in queue.explain()
    assert EventStatus.UNREVIEWED in str(queue.query)
