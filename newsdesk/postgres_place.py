"""Where a data folder's embedded PostgreSQL lies, whose it is, and what stands in its way.

In the data folder lie `postgres/` (the database), `run/` (the socket), `locks/` and `log/postgres.log`. PostgreSQL does
not run as root: then it runs as a system user, and where that user cannot reach the data folder the database lies under
/var/lib/newsdesk, and the file `postgres_home` says where.
"""

import fcntl
import hashlib
import os
import pwd
import secrets
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from newsdesk.data_folder import StartError, say

PORT = "5432"  # only the name of the socket file
DATABASE = USER = "newsdesk"
SYSTEM_USER = "newsdesk-pg"
SYSTEM_FOLDER = Path("/var/lib/newsdesk")
LONGEST_SOCKET_PATH = 100  # bytes; the smallest limit among Linux (107) and macOS (103), less a little
LEAST_FREE = 100 * 1024 * 1024  # bytes; a new database takes about 60 MB
START_TIMEOUT = 120  # seconds; recovery after a crash may take a while


@dataclass(frozen=True)
class Place:
    """Where one data folder's database is kept. `home` is the data folder itself, but for the case of root."""

    home: Path

    @classmethod
    def of(cls, data_dir: Path) -> "Place":
        """Reads at most the file `postgres_home`."""
        data_dir = data_dir.resolve()
        try:
            return cls(Path((data_dir / "postgres_home").read_text().rstrip("\n")))
        except OSError:
            return cls(data_dir)

    @property
    def cluster(self) -> Path:
        return self.home / "postgres"

    @property
    def log(self) -> Path:
        return self.home / "log" / "postgres.log"

    @property
    def sockets(self) -> Path:
        """In the home, unless its path is too long for a socket or means something to libpq (a list, quotes)."""
        folder = str(self.home / "run")
        short = len(os.fsencode(f"{folder}/.s.PGSQL.{PORT}.lock")) <= LONGEST_SOCKET_PATH
        if short and folder.isprintable() and not set(folder) & set(",\"'\\"):
            return self.home / "run"
        digest = hashlib.sha256(os.fsencode(self.home)).hexdigest()[:16]
        return Path("/tmp") / f"newsdesk-{digest}"  # noqa: S108 -- checked before use


def owner_of(data_dir: Path) -> pwd.struct_passwd | None:
    """The user the server runs as when we are root: who owns the database, else a system user. None: ourselves."""
    cluster = Place.of(data_dir).cluster
    owner = cluster.stat().st_uid if cluster.exists() else None
    if os.geteuid() != 0:
        if owner not in (None, os.geteuid()):
            raise StartError(f"{cluster} belongs to another user: run Newsdesk as that user, or set NEWSDESK_DATA.")
        return None
    if owner:
        return pwd.getpwuid(owner)
    with _alone():
        try:
            return pwd.getpwnam(SYSTEM_USER)
        except KeyError:
            return _new_system_user()


@contextmanager
def _alone() -> Iterator[None]:
    """Nobody else looks for the system user meanwhile: of two useradds at once the later one replaces its number."""
    held = os.open("/etc", os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield
    finally:
        os.close(held)


def _new_system_user() -> pwd.struct_passwd:
    nologin = shutil.which("nologin", path="/usr/sbin:/sbin") or "/bin/false"
    with suppress(OSError):
        command = ["useradd", "--system", "--no-create-home", "--home-dir", "/nonexistent", "--shell", nologin]
        subprocess.run([*command, SYSTEM_USER], capture_output=True, check=False)
    try:
        made = pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        raise StartError(
            f"PostgreSQL does not run as root, and the system user {SYSTEM_USER} could not be made: "
            "run Newsdesk as an ordinary user, or name a server by DATABASE_URL."
        ) from None
    say(f"PostgreSQL does not run as root: made the system user {SYSTEM_USER} for it.")
    return made


def settle(data_dir: Path, owner: pwd.struct_passwd | None) -> Place:
    """Decide where the database lies, and remember it when that is not the data folder."""
    place = Place.of(data_dir)
    if place.home == data_dir and owner:
        mode = data_dir.stat().st_mode
        if not mode & 0o001:
            data_dir.chmod(mode | 0o011)  # to pass through, not to read; our own folder only
        if not may(owner, "-x", data_dir):
            if place.cluster.exists():
                raise StartError(
                    f"The system user {owner.pw_name} cannot reach {data_dir}: let others pass through its parent "
                    "folders (chmod o+x), or move it and set NEWSDESK_DATA."
                )
            place = _settle_elsewhere(data_dir)
            say(f"The system user {owner.pw_name} cannot reach {data_dir}: the database lies in {place.home}.")
    if place.home != data_dir:
        make_system_folder(place.home)
    return place


def _settle_elsewhere(data_dir: Path) -> Place:
    """A folder under /var/lib/newsdesk, never one that another data folder had; the first process to come chooses."""
    draft = data_dir / f"postgres_home.{os.getpid()}"
    draft.write_text(f"{SYSTEM_FOLDER / secrets.token_hex(8)}\n")
    with suppress(FileExistsError):
        os.link(draft, data_dir / "postgres_home")
    draft.unlink()
    return Place.of(data_dir)


def make_system_folder(folder: Path) -> None:
    for made in (SYSTEM_FOLDER, folder):
        made.mkdir(mode=0o711, parents=True, exist_ok=True)
        made.chmod(0o711)  # whatever the umask


def may(user: pwd.struct_passwd, test: str, path: Path) -> bool:
    """What that user is able to do, asked as that user."""
    tried = subprocess.run(["test", test, path], user=user.pw_uid, group=user.pw_gid, extra_groups=[], cwd="/")
    return tried.returncode == 0
