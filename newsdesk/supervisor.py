"""Everything Newsdesk needs, run in the foreground: what `manage.py serve` does.

The supervisor starts PostgreSQL (unless DATABASE_URL names one), brings the database up to date, starts the web server,
the worker and the clock (Celery beat), starts again whatever ends, and stops all of it on a signal, PostgreSQL last.
Each service lives in a session of its own, so that Ctrl-C in the terminal reaches only the supervisor. Should the
supervisor be killed, its keeper ends the services, and what the keeper missed the next start ends.
"""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
import uuid
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from django.db import connections

from newsdesk import embedded, keeper, preparation
from newsdesk.data_folder import StartError, claim, open_log, refusals, rotate, say, yield_claim

STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
PATIENCE = 3.5  # seconds for requests and articles under way; an article cut short is read again at the next start
STEADY = 60.0  # seconds after which a service counts as running well
LONGEST_DELAY = 30.0  # seconds between two attempts
SLOW = 60.0  # seconds after which we say what is not healthy yet


def serve(*, parent: int | None = None) -> None:
    """Run until a signal comes, or until `parent` is no longer our parent process.

    Raises StartError with one line when it cannot start.
    """
    supervisor = Supervisor(settings.DATA_DIR.resolve(), settings.HOST, settings.PORT, parent)
    supervisor.heed_signals()
    with refusals(supervisor.data_dir):
        try:
            supervisor.start()
            supervisor.run()
        except StartError:
            if not supervisor.stopping:  # else it was we who gave up waiting
                raise
        finally:
            supervisor.stop()


@dataclass
class Service:
    """A process that is started again whenever it ends."""

    name: str
    command: list[str]
    log: Path
    shared_files: tuple[int, ...] = ()
    process: subprocess.Popen | None = field(default=None, init=False)
    started: float = field(default=0.0, init=False)
    due: float = field(default=0.0, init=False)
    failures: int = field(default=0, init=False)

    def start(self, env: dict[str, str]) -> None:
        output = open_log(self.log)
        self.process = subprocess.Popen(
            self.command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            pass_fds=self.shared_files,
            start_new_session=True,
            cwd=settings.BASE_DIR,
            env=env,
        )
        os.close(output)
        self.started = time.monotonic()

    def tend(self, env: dict[str, str]) -> None:
        """Start the process again if it has ended: at once the first time, then ever later."""
        if self.process and self.process.poll() is not None:
            self.end_children()
            if time.monotonic() - self.started > STEADY:
                self.failures = 0
            delay = min(LONGEST_DELAY, 2.0**self.failures - 1)
            self.due = time.monotonic() + delay
            self.failures += 1
            code = self.process.returncode
            how = f"was ended by {signal.Signals(-code).name}" if code < 0 else f"ended with status {code}"
            when = f"in {delay:.0f} s" if delay else "now"
            say(f"{self.name} {how}; it starts again {when}. Its log: {self.log}")
            self.process = None
        if self.process is None and time.monotonic() >= self.due:
            self.start(env)

    def end_children(self) -> None:
        """What is left of the process's session."""
        if self.process:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)


class Supervisor:
    def __init__(self, data_dir: Path, host: str, port: int, parent: int | None):
        self.data_dir, self.host, self.port, self.parent = data_dir, host, port, parent
        self.stopping = False
        self.claim: int | None = None
        self.listener = socket.socket()  # until start() listens
        self.database: embedded.Use | None = None
        self.services: list[Service] = []
        self.run_id = uuid.uuid4().hex
        marks = {keeper.SERVICE_OF: str(data_dir), keeper.SERVICE_RUN: self.run_id, "NEWSDESK_DATA": str(data_dir)}
        self.env = {**os.environ, **marks, "PYTHONUNBUFFERED": "1", "TMPDIR": str(data_dir / "tmp")}

    # --- Starting

    def heed_signals(self) -> None:
        """Explicitly: a script's background job starts with SIGINT ignored, and under nohup with SIGHUP ignored."""
        for number in STOP_SIGNALS:
            signal.signal(number, self._on_signal)

    def _on_signal(self, number: int, frame: object) -> None:
        self.stopping = True

    def start(self) -> None:
        os.umask(0o077)
        self.claim = claim(self.data_dir)
        keeper.end(list(keeper.services(self.data_dir, except_run=self.run_id)), patience=4.0)
        self.listener = listen(self.host, self.port)
        preparation.make_folders(self.data_dir)
        preparation.log_to_file(self.data_dir)
        preparation.make_secret_key(self.data_dir)
        self._use_database()
        for step in (
            preparation.migrate,
            preparation.forget_heartbeats,
            lambda: preparation.collect_static(self.data_dir),
            preparation.make_accounts,
            self._start_services,
            lambda: preparation.load_demo(self.data_dir),
            connections.close_all,
        ):
            if not self.stopping:
                step()

    def _use_database(self) -> None:
        """Start or join the embedded PostgreSQL, unless DATABASE_URL names another."""
        if settings.DATABASE_URL:
            return
        before, self.database = self.database, embedded.ensure(self.data_dir, is_cancelled=lambda: self.stopping)
        if before:
            before.release()
        connections.settings["default"].update(embedded.database_settings(self.data_dir))

    def _start_services(self) -> None:
        connections.close_all()  # nothing of ours may live on in a child
        python = [sys.executable, "-m"]
        celery = [*python, "celery", "--app", "newsdesk"]
        quiet = ["--without-gossip", "--without-mingle", "--without-heartbeat"]
        socket_number = self.listener.fileno()  # gunicorn takes the socket over
        web = [*python, "gunicorn", "--config", "newsdesk/gunicorn_conf.py", "--bind", f"fd://{socket_number}"]
        keep = [sys.executable, "-P", keeper.__file__, "services", str(self.data_dir), self.run_id]
        beat = [*celery, "beat", "--pidfile", ""]
        log = self.data_dir / "log"
        self.services = [
            Service("keeper", keep, log / "serve.log"),
            Service("web", [*web, "newsdesk.wsgi"], log / "web.log", (socket_number,)),
            Service("worker", [*celery, "worker", "--loglevel", "INFO", *quiet], log / "worker.log"),
            Service("beat", [*beat, "--loglevel", "INFO"], log / "beat.log"),
        ]
        for service in self.services:
            service.start(self.env)

    # --- Running

    def run(self) -> None:
        announced, complained = False, False
        began = housekeeping = time.monotonic()
        while not self.stopping:
            self._tend()
            if self.parent not in (None, os.getppid()):
                say("the process that started this one is gone: stopping.")
                return
            if not announced:
                problems = health(self.listener)
                if announced := problems == []:
                    print(self._announcement(), flush=True)
                elif not complained and time.monotonic() - began > SLOW:
                    complained = True
                    say(f"not ready yet: {' '.join(problems)} The logs are in {self.data_dir / 'log'}.")
            if time.monotonic() - housekeeping > STEADY:
                housekeeping = time.monotonic()
                for log in (self.data_dir / "log").glob("*.log"):
                    rotate(log)
            time.sleep(0.2)

    def _tend(self) -> None:
        for service in self.services:
            service.tend(self.env)
        if self.database and not self.database.is_alive():
            say(f"PostgreSQL has ended; it starts again now. Its log: {self.database.place.log}")
            try:
                self._use_database()
            except StartError as problem:
                say(f"{problem} Trying again in {LONGEST_DELAY:.0f} s.")
                until = time.monotonic() + LONGEST_DELAY
                while not self.stopping and time.monotonic() < until:
                    time.sleep(0.2)

    def _announcement(self) -> str:
        host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.host, self.host)  # noqa: S104
        address = f"http://[{host}]:{self.port}/" if ":" in host else f"http://{host}:{self.port}/"
        lines = ["", f"  Newsdesk is ready: {address}", ""]
        with suppress(OSError, ValueError):
            accounts = json.loads((self.data_dir / "accounts.json").read_text())
            for role, account in accounts.items():
                lines.append(f"  {role:<8} {account['username']} / {account['password']}   (first password)")
        lines += [f"  data     {self.data_dir}", "  stop     Ctrl-C", ""]
        return "\n".join(lines)

    # --- Stopping

    def stop(self) -> None:
        """End everything, PostgreSQL last. Further signals change nothing."""
        self.stopping = True
        if self.claim is not None:
            yield_claim(self.claim)
        self.listener.close()
        keeping, working = self.services[:1], self.services[1:]
        for service in working:
            if service.process:
                service.process.terminate()
        until = time.monotonic() + PATIENCE
        for service in working:
            if service.process:
                with suppress(subprocess.TimeoutExpired):
                    service.process.wait(max(0.0, until - time.monotonic()))
                service.end_children()
                service.process.wait()
        connections.close_all()
        if self.database:
            self.database.stop()
        for service in keeping:
            if service.process:
                service.process.kill()
                service.process.wait()
        if self.claim is not None:
            os.close(self.claim)


def listen(host: str, port: int) -> socket.socket:
    """The socket the web server takes over. Held from the first moment, so that no other program gets in between.

    Raises StartError when the port is taken, forbidden, or the host is not one of this machine's.
    """
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, protocol)
    except OSError as problem:
        raise StartError(f"HOST={host} is not an address of this machine ({problem.strerror}).") from problem
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(2048)
    except PermissionError as problem:
        listener.close()
        raise StartError(f"Port {port} is for the system only: choose one above 1023, such as PORT=8000.") from problem
    except OSError as problem:
        listener.close()
        raise StartError(
            f"{host} port {port} cannot be used ({problem.strerror}): stop the program that has it, or choose another "
            f"port, such as PORT={port + 1 if port < 65535 else 8000}."
        ) from problem
    return listener


def health(listener: socket.socket) -> list[str]:
    """What /healthz says is wrong; nothing when all is well."""
    host, port, *_ = listener.getsockname()
    names = [name.removeprefix(".") for name in settings.ALLOWED_HOSTS if name != "*"]
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104
    connection = http.client.HTTPConnection(host, port, timeout=1)
    try:
        connection.request("GET", "/healthz", headers={"Host": names[0] if names else "localhost"})
        answer = connection.getresponse()
        body = answer.read()
        if answer.status == http.client.OK:
            return []
        with suppress(ValueError, KeyError, TypeError):
            return list(json.loads(body)["problems"]) or ["/healthz names no problem."]
        return [f"/healthz answers {answer.status}."]
    except (OSError, http.client.HTTPException):
        return ["The web server does not answer."]
    finally:
        connection.close()
