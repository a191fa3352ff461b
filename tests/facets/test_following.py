"""The facet index of a process: loaded, kept up with writes, replaced, and never trusted when it should not be."""

import threading

import pytest
from django.db import connection, transaction

from events import facets
from events.facets import Selection, freshness, series, sql
from events.facets.index import checked, following, keeping, snapshot
from events.facets.index.engine import Index
from events.facets.index.following import Follower, follower, snapshot_path
from events.models import Change, Event
from events.views import own_writes
from tests.builders import make_event

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def index(settings, tmp_path, monkeypatch):
    """The index is wanted, in a folder of the test, and nothing is loaded."""
    settings.FACETS = "index"
    settings.DATA_DIR = tmp_path
    for name, value in vars(Follower()).items():
        monkeypatch.setattr(follower, name, value)


def written(**fields) -> int:
    """An event as ingest leaves it: with its change, committed."""
    with transaction.atomic():
        event = make_event(**fields)
        Change.objects.record("created", [event.pk])
    return event.pk


def loaded() -> Follower:
    keeping.build()
    assert follower.load()
    return follower


def test_without_a_snapshot_sql_answers():
    pk = written()
    with freshness.serving(may_lag=False):
        assert facets.answer(Selection()).ids == (pk,)
    assert follower.state is None


def test_what_was_built_is_loaded_and_answers():
    written(countries=["VN"], title="missile test", people=["Ana Ruiz"])
    written(date=None, status="rejected")
    loaded()
    assert facets.answer(Selection(words="test")) == sql.answer(Selection(words="test"))
    assert follower.current() is not None


def test_what_everybody_asks_is_counted_before_a_reader_asks(monkeypatch):
    written(countries=["VN"])
    loaded()
    for _ in range(2):
        assert follower.current() is not None
        with monkeypatch.context() as patched, freshness.serving(may_lag=True):
            patched.delattr(Index, "_count")
            patched.delattr(Index, "_days")
            found, days = facets.answer(Selection(limit=1)), series.days(Selection())
        assert found == sql.answer(Selection(limit=1))
        assert days == sql.days(Selection())
        written(countries=["FR"], date_precision="month")


def test_who_may_have_written_sees_the_write_at_once():
    first = written()
    loaded()
    second = written()
    with freshness.serving(may_lag=False):
        assert facets.answer(Selection()).ids == (second, first)
    with transaction.atomic():
        Event.objects.filter(pk=first).update(status="rejected")
        Change.objects.record("rejected", [first])
    with freshness.serving(may_lag=False):
        assert facets.answer(Selection()).ids == (second,)


def test_others_see_it_when_a_second_is_over(monkeypatch):
    first = written()
    now = [100.0]
    monkeypatch.setattr(following.time, "monotonic", lambda: now[0])
    loaded()
    with freshness.serving(may_lag=True):
        facets.answer(Selection())
        second = written()
        assert facets.answer(Selection()).ids == (first,)
        now[0] += 1.0
        assert facets.answer(Selection()).ids == (second, first)


def test_inside_a_transaction_its_own_writes_count():
    written()
    loaded()
    with transaction.atomic():
        make_event()
        assert facets.answer(Selection()).total == 2
        transaction.set_rollback(True)


def test_a_slow_transaction_is_taken_in_when_it_commits():
    loaded()
    began, finish = threading.Event(), threading.Event()
    late = []

    def slow() -> None:
        with transaction.atomic():
            late.append(make_event().pk)
            Change.objects.record("created", late)
            began.set()
            finish.wait(30)
        connection.close()

    writer = threading.Thread(target=slow)
    writer.start()
    assert began.wait(30)
    early = written()
    before = facets.answer(Selection()).ids
    finish.set()
    writer.join()
    after = facets.answer(Selection()).ids
    assert before == (early,)
    assert sorted(after) == sorted([early, *late])


def test_threads_that_ask_while_events_arrive_see_whole_states():
    loaded()
    stop, wrong = threading.Event(), []

    def read() -> None:
        with freshness.serving(may_lag=False):
            while not stop.is_set():
                found = facets.answer(Selection())
                if not found.total == len(found.ids) == sum(count for _, count in found.histogram):
                    wrong.append(found)
        connection.close()

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for _ in range(15):
        written()
    stop.set()
    for reader in readers:
        reader.join()
    assert wrong == []
    assert facets.answer(Selection()) == sql.answer(Selection())


def test_a_new_snapshot_is_taken_beside_the_work():
    written()
    loaded()
    before = follower.state
    written()
    keeping.build()
    follower._look_for_snapshot()
    wait_for_loading()
    assert follower.state is not before
    assert len(follower.state.parts[0].segment) == 2


def test_a_request_loads_what_is_there_and_a_command_does_not():
    written()
    keeping.build()
    facets.answer(Selection())
    assert follower.state is None
    with freshness.serving(may_lag=True):
        facets.answer(Selection())
    wait_for_loading()
    assert follower.state is not None


def wait_for_loading() -> None:
    with follower._loading:
        pass


@pytest.mark.parametrize(
    "damage",
    [
        lambda raw: raw[: len(raw) // 2],
        lambda raw: b"",
        lambda raw: b"something else entirely",
        lambda raw: raw[:200] + bytes([raw[200] ^ 255]) + raw[201:],
        lambda raw: raw[:-5000] + bytes(5000),
        lambda raw: raw.replace(b"facet index", b"facet tables"),
    ],
)
def test_a_damaged_snapshot_is_taken_away_and_made_anew(damage):
    pk = written(title="missile test " * 40)
    keeping.build()
    path = snapshot_path()
    path.write_bytes(damage(path.read_bytes()))
    assert not follower.load()
    assert facets.answer(Selection()).ids == (pk,)
    assert keeping.keep() == "there is none"
    assert follower.load()


def test_a_snapshot_of_another_database_is_not_believed():
    pk = written()
    keeping.build()
    path = snapshot_path()
    known = snapshot.load(path)
    snapshot.write(path, snapshot.Snapshot(known.segment, known.position, "another/1"))
    assert keeping.why_anew() == "it is of another database"
    assert follower.load()
    assert facets.answer(Selection()).ids == (pk,)
    assert follower.state is None
    assert not path.exists()


def test_a_new_snapshot_of_another_database_leaves_the_old_state():
    pk = written()
    loaded()
    facets.answer(Selection())
    path = snapshot_path()
    known = snapshot.load(path)
    snapshot.write(path, snapshot.Snapshot(known.segment, known.position, "another/1"))
    follower._look_for_snapshot()
    wait_for_loading()
    assert facets.answer(Selection()).ids == (pk,)
    assert follower.state is not None
    assert not path.exists()


def test_a_snapshot_that_is_far_behind_is_made_anew(monkeypatch):
    written()
    keeping.build()
    assert keeping.keep() is None
    monkeypatch.setattr(keeping, "MOST_BEHIND", 2)
    for _ in range(3):
        written()
    assert keeping.keep() == "it is far behind"
    assert keeping.keep() is None


def test_too_many_changes_at_once_are_left_to_sql_and_the_next_snapshot(monkeypatch):
    written()
    loaded()
    monkeypatch.setattr(following, "MOST_AT_ONCE", 2)
    for _ in range(3):
        written()
    assert facets.answer(Selection()).total == 4
    assert follower.state is None


def test_a_small_desk_needs_no_index(settings):
    written()
    keeping.build()
    settings.FACETS = "auto"
    assert keeping.keep() is None
    assert not snapshot_path().exists()


def test_the_check_finds_what_was_written_without_a_change():
    pk = written(title="missile test")
    written(countries=["VN"])
    keeping.build()
    assert keeping.check() == []
    Event.objects.filter(pk=pk).update(language="vi")
    assert any("facets" in line for line in keeping.check())
    assert not snapshot_path().exists()


def test_what_differed_is_made_anew_and_what_was_found_is_kept():
    pk = written(title="missile test")
    assert checked.last() is None
    keeping.build()
    keeping.check_and_repair()
    assert checked.last().agrees
    Event.objects.filter(pk=pk).update(language="vi")
    keeping.check_and_repair()
    assert not checked.last().agrees
    assert keeping.check() == []
    assert checked.last().agrees


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"at": "yesterday", "differing": []}', '{"at": 1}'])
def test_a_note_that_cannot_be_read_is_none(damage):
    keeping.build()
    keeping.check()
    checked.path().write_text(damage)
    assert checked.last() is None


def test_anonymous_readers_may_be_a_second_behind_and_others_may_not(rf):
    seen = []
    respond = own_writes.middleware(lambda request: seen.append(freshness.may_lag()))
    respond(rf.get("/events/"))
    respond(rf.post("/events/"))
    respond(rf.get("/events/", headers={"Authorization": "Bearer abc"}))
    signed_in = rf.get("/events/")
    signed_in.COOKIES["sessionid"] = "abc"
    respond(signed_in)
    assert seen == [True, False, False, False]
    assert not freshness.is_serving()
