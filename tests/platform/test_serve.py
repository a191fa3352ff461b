"""`manage.py serve`, run for real: started, killed in parts and as a whole, stopped."""

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import psutil
import psycopg
import pytest
from django.conf import settings

from newsdesk import embedded, keeper

from .conftest import environment, manage, new_folder, tidy

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("serve")]

UNTIL_READY = 120.0  # seconds; it takes about five


def ignore_signals() -> None:
    """As a job started by a script, or under nohup, begins."""
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)


class Newsdesk:
    """A running `manage.py serve` and what it has said."""

    def __init__(self, data_dir: Path, port: int, *, signals_ignored: bool = False, **changes: str):
        self.data_dir, self.port = data_dir, port
        self.process = subprocess.Popen(
            [sys.executable, "manage.py", "serve"],
            env=environment(data_dir, PORT=str(self.port), NEWSDESK_DEMO="0", **changes),
            cwd=settings.BASE_DIR,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
            preexec_fn=ignore_signals if signals_ignored else None,
        )
        self.said: list[str] = []
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def _listen(self) -> None:
        self.said.extend(self.process.stdout)

    @property
    def output(self) -> str:
        return "".join(self.said)

    def get(self, path: str) -> tuple[int, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.status, answer.read()
        except OSError:
            return 0, b""
        finally:
            connection.close()

    def is_healthy(self) -> bool:
        return self.get("/healthz")[0] == http.client.OK

    def wait_until_ready(self) -> "Newsdesk":
        until = time.monotonic() + UNTIL_READY
        while "Newsdesk is ready" not in self.output:
            assert self.process.poll() is None, self.output
            assert time.monotonic() < until, f"{self.output}\n{self.get('/healthz')}"
            time.sleep(0.1)
        return self

    def stop(self, number: int = signal.SIGTERM) -> None:
        """Signal the supervisor; it has to be gone with all that is its own, within the contract's 15 seconds."""
        self.process.send_signal(number)
        assert self.process.wait(15) == 0, self.output
        assert leftovers(self.data_dir) == []

    def service(self, word: str) -> psutil.Process:
        """The service started with this word among its arguments: the first of its family."""
        family = [process for process in keeper.services(self.data_dir) if word in command_of(process)]
        numbers = {process.pid for process in family}
        return next(process for process in family if process.ppid() not in numbers)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def command_of(process: psutil.Process) -> list[str]:
    """Its arguments; none when it has just ended."""
    try:
        return process.cmdline()
    except psutil.Error:
        return []


def leftovers(data_dir: Path) -> list[psutil.Process]:
    """Every living process that knows of this data folder."""
    found = list(keeper.services(data_dir)) + keeper.stragglers(data_dir / "postgres")
    return found + [process for process in psutil.process_iter() if str(data_dir) in " ".join(command_of(process))]


def wait_until(happened, seconds: float = 60.0) -> bool:
    until = time.monotonic() + seconds
    while not (answer := happened()) and time.monotonic() < until:
        time.sleep(0.1)
    return bool(answer)


@pytest.fixture(scope="module")
def newsdesk():
    """One Newsdesk on a data folder that did not exist before, shared by the tests that do not stop it."""
    folder = new_folder()
    running = Newsdesk(folder / "data", free_port(), WEB_CONCURRENCY="1", WORKER_CONCURRENCY="1")
    try:
        yield running.wait_until_ready()
        running.stop()
    finally:
        running.process.kill()
        running.process.wait()
        tidy(folder)


@pytest.fixture(scope="module")
def used_folder():
    """A data folder that is no longer new: every start on it is a warm one."""
    folder = new_folder()
    yield folder
    tidy(folder)


@pytest.fixture
def start(used_folder):
    """Start Newsdesk, always on the same folder and port; what still runs at the end is killed."""
    started = []
    port = free_port()

    def start(**changes):
        started.append(Newsdesk(used_folder, port, **{"WEB_CONCURRENCY": "1", "WORKER_CONCURRENCY": "1"} | changes))
        return started[-1]

    yield start
    for running in started:
        running.process.kill()
        running.process.wait()


def test_a_first_start_says_where_to_go_and_who_may_sign_in(newsdesk):
    assert f"http://127.0.0.1:{newsdesk.port}/" in newsdesk.output
    accounts = json.loads((newsdesk.data_dir / "accounts.json").read_text())
    assert set(accounts) == {"admin", "editor"}
    for account in accounts.values():
        assert f"{account['username']} / {account['password']}" in newsdesk.output
    assert str(newsdesk.data_dir) in newsdesk.output
    assert "Ctrl-C" in newsdesk.output


def test_pages_health_and_static_files_are_served(newsdesk):
    status, body = newsdesk.get("/healthz")
    assert (status, json.loads(body)["status"]) == (200, "ok")
    status, page = newsdesk.get("/admin/login/")
    assert status == 200
    stylesheet = re.search(rb'href="(/static/admin/css/base\.[0-9a-f]+\.css)"', page)[1].decode()
    assert newsdesk.get(stylesheet)[0] == 200


@pytest.mark.parametrize("name", ["accounts.json", "secret_key"])
def test_secrets_are_for_their_owner_only(newsdesk, name):
    assert (newsdesk.data_dir / name).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("name", ["originals", "log", "locks", "broker", "postgres"])
def test_data_is_for_its_owner_only(newsdesk, name):
    assert (newsdesk.data_dir / name).stat().st_mode & 0o777 == 0o700


def test_logs_of_the_services_lie_in_the_data_folder(newsdesk):
    assert "/healthz" in (newsdesk.data_dir / "log" / "web.log").read_text()
    assert "ready" in (newsdesk.data_dir / "log" / "worker.log").read_text()


def test_a_second_start_on_the_same_folder_is_refused(newsdesk):
    done = manage(newsdesk.data_dir, "serve", PORT=str(free_port()))
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert f"already runs on {newsdesk.data_dir} (process {newsdesk.process.pid})" in done.stderr
    assert newsdesk.is_healthy()


def test_a_busy_port_is_refused_before_anything_starts(newsdesk, folder):
    done = manage(folder, "serve", PORT=str(newsdesk.port))
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert f"port {newsdesk.port} cannot be used" in done.stderr
    assert not (folder / "postgres").exists()
    assert leftovers(folder) == []


@pytest.mark.parametrize(
    ("changes", "word"),
    [({"PORT": "many"}, "PORT"), ({"HOST": "192.0.2.1"}, "192.0.2.1"), ({"DEBUG": "maybe"}, "DEBUG")],
)
def test_nonsense_in_the_environment_is_refused(folder, changes, word):
    done = manage(folder, "serve", **{"PORT": str(free_port())} | changes)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert word in done.stderr


def test_a_database_url_that_does_not_answer_is_refused(folder):
    done = manage(folder, "serve", PORT=str(free_port()), DATABASE_URL="postgresql://nobody@127.0.0.1:9/nothing")
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "DATABASE_URL" in done.stderr
    assert leftovers(folder) == []


@pytest.mark.parametrize("name", ["web", "worker", "beat"])
def test_a_killed_service_starts_again(newsdesk, name):
    word = {"web": "gunicorn"}.get(name, name)
    old = newsdesk.service(word)
    old.kill()
    assert wait_until(lambda: f"newsdesk: {name} was ended by SIGKILL; it starts again" in newsdesk.output)
    assert wait_until(newsdesk.is_healthy)
    assert newsdesk.service(word).pid != old.pid


def test_a_killed_postgres_starts_again_with_every_row(newsdesk):
    with psycopg.connect(embedded.database_url(newsdesk.data_dir), autocommit=True) as connection:
        users = connection.execute("SELECT count(*) FROM auth_user").fetchone()
        keeper.postmaster(newsdesk.data_dir / "postgres").kill()
    assert wait_until(lambda: "PostgreSQL has ended" in newsdesk.output)
    assert wait_until(newsdesk.is_healthy)
    with psycopg.connect(embedded.database_url(newsdesk.data_dir)) as connection:
        assert connection.execute("SELECT count(*) FROM auth_user").fetchone() == users


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGHUP, signal.SIGTERM])
def test_a_signal_stops_everything_and_further_ones_do_no_harm(start, number):
    newsdesk = start(signals_ignored=True).wait_until_ready()
    for _ in range(3):
        newsdesk.process.send_signal(number)
        time.sleep(0.1)
    newsdesk.stop(number)


def test_a_signal_while_starting_stops_everything(start, used_folder):
    newsdesk = start()
    log = used_folder / "log" / "postgres.log"
    size = log.stat().st_size if log.exists() else 0
    assert wait_until(lambda: log.exists() and log.stat().st_size > size)
    newsdesk.stop()


def test_after_a_killed_supervisor_nothing_lives_on_and_the_next_start_works(start, used_folder):
    start().wait_until_ready().process.kill()
    assert wait_until(lambda: leftovers(used_folder) == [])
    start().wait_until_ready().stop()


def test_what_outlives_supervisor_and_keepers_is_ended_by_the_next_start(start, used_folder):
    newsdesk = start().wait_until_ready()
    keepers = [process for process in leftovers(used_folder) if keeper.__file__ in command_of(process)]
    assert len(keepers) >= 2
    old = [process for process in keeper.services(used_folder) if process not in keepers]
    for process in (newsdesk.process, *keepers):
        os.kill(process.pid, signal.SIGKILL)
    newsdesk.process.wait()
    assert all(process.is_running() for process in old)
    again = start().wait_until_ready()
    assert not any(process.is_running() for process in old)
    # A start that comes while another one stops waits for it.
    again.process.send_signal(signal.SIGTERM)
    third = start().wait_until_ready()
    assert again.process.wait(1) == 0
    third.stop()


def test_when_make_is_killed_the_rest_stops(used_folder):
    make = "import subprocess, sys; print(subprocess.Popen(sys.argv[1:]).pid, flush=True); input()"
    serve = f"exec '{sys.executable}' manage.py serve --parent $PPID"
    log = used_folder / "log" / "web.log"
    log.unlink(missing_ok=True)
    parent = subprocess.Popen(
        [sys.executable, "-c", make, "sh", "-c", serve],
        env=environment(used_folder, PORT=str(free_port()), NEWSDESK_DEMO="0"),
        cwd=settings.BASE_DIR,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    with parent:
        assert wait_until(log.exists)
        parent.kill()
    assert wait_until(lambda: leftovers(used_folder) == [])
