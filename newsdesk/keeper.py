"""Who lives, and how to end them: the embedded PostgreSQL and the services of `manage.py serve`.

Every process that uses the embedded PostgreSQL holds a shared lock on `locks/postgres-use`; a running `serve` holds
`locks/serve`. The kernel drops a lock together with its holder, however that one died. Run as a script this module is
the keeper: in a session of its own it waits for the lock to come free and then ends what was left behind.

    python -P keeper.py postgres HOME            (HOME holds the folders postgres/ and locks/)
    python -P keeper.py services DATA_DIR RUN    (RUN names one run of `serve`)

A process is ended only when it is known to be ours: never because a file says that its number once was. This module
imports neither Django nor the rest of Newsdesk, so that a keeper is small.
"""

import fcntl
import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psutil

# Set in the environment of every service, inherited by its children, readable for as long as they live.
SERVICE_OF = "NEWSDESK_SERVICE_OF"  # the data folder
SERVICE_RUN = "NEWSDESK_SERVICE_RUN"  # the run of `serve` that started it

GONE = (psutil.NoSuchProcess, psutil.ZombieProcess, psutil.AccessDenied)


def postmaster(cluster: Path) -> psutil.Process | None:
    """The living server of this database folder, or None.

    The number in postmaster.pid is believed only when that process is a `postgres` started on this very folder: after a
    power cut it may belong to anybody.
    """
    try:
        process = psutil.Process(int((cluster / "postmaster.pid").read_text().split()[0]))
        arguments = process.cmdline()
    except (OSError, ValueError, IndexError, *GONE):
        return None
    ours = bool(arguments) and os.path.basename(arguments[0]) == "postgres" and str(cluster) in arguments
    return process if ours else None


def stragglers(cluster: Path) -> list[psutil.Process]:
    """Server processes whose postmaster was killed: each works inside the database folder."""
    found = []
    for process in psutil.process_iter():
        with suppress(*GONE):
            if process.name() == "postgres" and process.cwd() == str(cluster):
                found.append(process)
    return found


def stop_postgres(cluster: Path, *, patience: float = 6.0) -> None:
    """End the server of this folder: fast shutdown, then immediate (the next start recovers), then by force."""
    for number, seconds in ((signal.SIGINT, patience), (signal.SIGQUIT, 2.0), (signal.SIGKILL, 1.0)):
        server = postmaster(cluster)
        if server is None:
            break
        with suppress(*GONE):
            server.send_signal(number)
        until = time.monotonic() + seconds
        while postmaster(cluster) and time.monotonic() < until:
            time.sleep(0.02)
    clear_stragglers(cluster)


def clear_stragglers(cluster: Path, *, patience: float = 3.0) -> None:
    """Wait until no server process without a postmaster is left (each notices by itself), then end the rest."""
    until = time.monotonic() + patience
    while left := stragglers(cluster):
        if time.monotonic() > until:
            end(left, patience=0)
            return
        time.sleep(0.05)


def services(data_dir: Path, *, run: str | None = None, except_run: str | None = None) -> Iterator[psutil.Process]:
    """Every process started by `serve` on this data folder, of one run or of all but one."""
    for process in psutil.process_iter():
        with suppress(*GONE, OSError):
            marks = process.environ()
            if marks.get(SERVICE_OF) != str(data_dir) or process.pid == os.getpid():
                continue
            if run in (None, marks.get(SERVICE_RUN)) and marks.get(SERVICE_RUN) != except_run:
                yield process


def end(processes: list[psutil.Process], *, patience: float) -> None:
    """Ask these processes to end; force those that still live after `patience` seconds."""
    if patience:
        for process in processes:
            with suppress(*GONE):
                process.terminate()
        _, processes = psutil.wait_procs(processes, timeout=patience)
    for process in processes:
        with suppress(*GONE):
            process.kill()
    psutil.wait_procs(processes, timeout=3)


def _wait_until_free(lock: Path) -> int:
    """Take the lock once nobody else holds it; the open file that holds it."""
    held = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
    fcntl.flock(held, fcntl.LOCK_EX)
    return held


def keep_postgres(home: Path) -> None:
    """Stop the server once nobody uses it. One keeper a server: a second one leaves at once."""
    duty = os.open(home / "locks" / "postgres-keeper", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(duty, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return
    # Held while stopping: whoever wants the server waits here, and then starts it afresh.
    _wait_until_free(home / "locks" / "postgres-use")
    stop_postgres(home / "postgres")


def keep_services(data_dir: Path, run: str) -> None:
    """End the services of one run once its supervisor is gone."""
    os.close(_wait_until_free(data_dir / "locks" / "serve"))
    end(list(services(data_dir, run=run)), patience=4.0)


if __name__ == "__main__":
    for ignored in (signal.SIGINT, signal.SIGHUP):
        signal.signal(ignored, signal.SIG_IGN)
    if sys.argv[1] == "postgres":
        keep_postgres(Path(sys.argv[2]))
    else:
        keep_services(Path(sys.argv[2]), sys.argv[3])
