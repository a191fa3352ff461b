"""The data folder: whether it can be used, who uses it, the logs in it, and the one line said when it cannot be."""

import errno
import fcntl
import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

STOPPING = ", stopping"
STOPPING_TIMEOUT = 20.0  # seconds; a supervisor needs at most 15
NOTICING_TIMEOUT = 1.5  # seconds in which a supervisor notices that its parent is gone


class StartError(Exception):
    """Something cannot start; the message is one line that says what is wrong and what to do."""


def say(line: str) -> None:
    with suppress(OSError):
        print(f"newsdesk: {line}", file=sys.stderr, flush=True)


@contextmanager
def refusals(data_dir: Path) -> Iterator[None]:
    """What the system says about a folder, as one line that helps."""
    try:
        yield
    except OSError as problem:
        where = Path(os.fsdecode(problem.filename or data_dir))
        if problem.errno in (errno.ENOSPC, errno.EDQUOT):
            raise StartError(f"The disk that holds {data_dir} is full: free some space.") from problem
        ours = where.is_relative_to(data_dir) or data_dir.is_relative_to(where)
        if ours and problem.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise StartError(
                f"{where} cannot be written to ({problem.strerror}): choose another data folder by NEWSDESK_DATA, "
                "or give this one to the user who runs Newsdesk."
            ) from problem
        if problem.errno in (errno.EEXIST, errno.ENOTDIR):
            raise StartError(f"{where} is not a folder: choose another data folder by NEWSDESK_DATA.") from problem
        raise StartError(f"{where}: {problem.strerror or problem}.") from problem


def claim(data_dir: Path) -> int:
    """Make the folder where there is none and be the one supervisor that works on it; the open file that says so.

    The claim ends with the process. One that is stopping is waited for. Raises StartError when another one stays.
    """
    (data_dir / "locks").mkdir(mode=0o700, parents=True, exist_ok=True)
    held = os.open(data_dir / "locks" / "serve", os.O_RDWR | os.O_CREAT, 0o600)
    began = time.monotonic()
    while True:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.pread(held, 40, 0).decode()
            patience = STOPPING_TIMEOUT if holder.endswith(STOPPING) else NOTICING_TIMEOUT
            if time.monotonic() - began < patience:
                time.sleep(0.1)
                continue
            os.close(held)
            raise StartError(
                f"Newsdesk already runs on {data_dir} (process {holder or 'unknown'}): stop that one first, or choose "
                "another data folder by NEWSDESK_DATA."
            ) from None
        _write(held, str(os.getpid()))
        return held


def yield_claim(held: int) -> None:
    """Tell those who wait that this supervisor is stopping."""
    _write(held, f"{os.getpid()}{STOPPING}")


def _write(held: int, text: str) -> None:
    os.ftruncate(held, 0)
    os.pwrite(held, text.encode(), 0)


def open_log(log: Path) -> int:
    """Open a log for appending, readable by its owner only."""
    rotate(log)
    return os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)


def rotate(log: Path, *, larger_than: int = 10 * 1024 * 1024) -> None:
    """Keep one older copy of a log that has grown. The file is emptied, not moved: writers that append go on."""
    with suppress(OSError):
        if log.stat().st_size > larger_than:
            shutil.copy(log, log.with_suffix(".log.1"))
            os.truncate(log, 0)
