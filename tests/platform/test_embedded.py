"""The embedded PostgreSQL, started and killed for real."""

import os
import pwd
import re
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest

from newsdesk import embedded, keeper, postgres_place
from newsdesk.postgres_place import SYSTEM_FOLDER

from .conftest import environment, manage, python_command, run_python, tidy

IDENTIFIER = """
with embedded.running(data_dir, durable=False):
    with psycopg.connect(embedded.database_url(data_dir)) as connection:
        print(connection.execute("SELECT system_identifier FROM pg_control_system()").fetchone()[0])
"""
AWKWARD_NAMES = [
    pytest.param("plain", id="plain"),
    pytest.param("with  several spaces", id="spaces"),
    pytest.param("bản tin thế giới", id="accents"),
    pytest.param("""it's a "quoted", odd\\name""", id="quotes"),
    pytest.param("/".join(["long" * 15] * 4), id="very-long"),
]


def connect(data_dir: Path) -> psycopg.Connection:
    return psycopg.connect(embedded.database_url(data_dir), autocommit=True)


def wait_until(happened, seconds: float = 30.0) -> bool:
    until = time.monotonic() + seconds
    while not (answer := happened()) and time.monotonic() < until:
        time.sleep(0.05)
    return bool(answer)


def test_asking_for_settings_starts_and_writes_nothing(folder):
    embedded.database_settings(folder / "data")
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("name", AWKWARD_NAMES)
def test_any_folder_name_will_do(folder, name):
    data_dir = folder / name
    with embedded.running(data_dir, durable=False) as use, connect(data_dir) as connection:
        assert connection.execute("SELECT current_database()").fetchone() == ("newsdesk",)
        assert use.place.sockets.stat().st_mode & 0o777 == 0o700
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)
        assert connection.execute("SELECT upper('đ'), datlocprovider FROM pg_database LIMIT 1").fetchone() == ("Đ", "b")
    assert keeper.postmaster(use.place.cluster) is None


def test_a_strict_umask_changes_nothing(folder):
    done = run_python(IDENTIFIER, folder / "data", umask=0o077)
    assert done.returncode == 0, done.stderr


def test_processes_that_come_at_once_share_one_database(folder):
    started = [
        subprocess.Popen(
            python_command(IDENTIFIER), env=environment(folder / "data"), stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        for _ in range(5)
    ]
    told = [process.communicate(timeout=120) for process in started]
    assert [process.returncode for process in started] == [0] * 5, told
    assert len({output for output, _ in told}) == 1
    assert wait_until(lambda: keeper.postmaster(folder / "data" / "postgres") is None)


def test_the_server_stays_while_anybody_uses_it(folder):
    first, second = embedded.ensure(folder, durable=False), embedded.ensure(folder, durable=False)
    first.release()
    with connect(folder):
        assert second.is_alive()
    second.release()
    assert not second.is_alive()


def test_the_server_ends_when_its_only_user_is_killed(folder):
    user = subprocess.Popen(
        python_command("embedded.ensure(data_dir, durable=False); print('up', flush=True); time.sleep(600)"),
        env=environment(folder),
        stdout=subprocess.PIPE,
    )
    assert user.stdout.readline() == b"up\n"
    user.kill()
    user.wait()
    assert wait_until(lambda: keeper.postmaster(folder / "postgres") is None)
    user.stdout.close()


def test_committed_rows_survive_a_killed_server(folder):
    with embedded.running(folder) as use, connect(folder) as connection:
        connection.execute("CREATE TABLE noted (number integer)")
        for number in range(200):
            connection.execute("INSERT INTO noted VALUES (%s)", [number])
        keeper.postmaster(use.place.cluster).kill()
        assert wait_until(lambda: not use.is_alive())
        with embedded.running(folder), connect(folder) as again:
            assert again.execute("SELECT count(*) FROM noted").fetchone() == (200,)


def test_a_number_left_in_the_pid_file_never_ends_an_innocent_process(folder):
    with embedded.running(folder, durable=False) as use:
        cluster = use.place.cluster
    innocent = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)", str(cluster)])
    try:
        owner = cluster.stat()
        lines = f"{innocent.pid}\n{cluster}\n{int(time.time())}\n5432\n{use.place.sockets}\n\n\nready\n"
        for stale in (cluster / "postmaster.pid", use.place.sockets / ".s.PGSQL.5432.lock"):
            stale.write_text(lines)
            os.chown(stale, owner.st_uid, owner.st_gid)
        with embedded.running(folder, durable=False), connect(folder):
            pass
        keeper.stop_postgres(cluster)
        assert innocent.poll() is None
    finally:
        innocent.kill()
        innocent.wait()


def test_an_initdb_that_was_cut_short_is_done_again(folder):
    (folder / "postgres.new").mkdir()
    (folder / "postgres.new" / "PG_VERSION").write_text("18\n")
    (folder / "postgres").mkdir()
    with embedded.running(folder, durable=False), connect(folder):
        pass
    assert not (folder / "postgres.new").exists()


def refusal_of(data_dir: Path) -> str:
    """What a person reads when a command cannot have its database: one line."""
    done = manage(data_dir, "migrate")
    assert done.returncode == 1
    assert done.stdout == ""
    *before, line = done.stderr.splitlines()
    assert all("system user" in other for other in before), done.stderr  # made or used for root
    assert line.startswith("newsdesk: ")
    return line


def test_data_of_another_postgresql_is_refused_with_the_way_out(folder):
    with embedded.running(folder, durable=False) as use:
        version = use.place.cluster / "PG_VERSION"
    version.write_text("16\n")
    line = refusal_of(folder)
    assert "PostgreSQL 16" in line
    assert "docs/operations.md" in line
    assert "Another PostgreSQL" in (Path(__file__).parents[2] / "docs" / "operations.md").read_text()


def test_a_file_in_place_of_the_folder_is_refused(folder):
    (folder / "file").touch()
    assert "is not a folder" in refusal_of(folder / "file")


def test_a_folder_that_cannot_be_written_to_is_refused(folder, as_ordinary_user):
    (folder / "data").mkdir()
    (folder / "data").chmod(0o555)
    done = run_python("embedded.ensure(data_dir)", folder / "data", prefix=as_ordinary_user)
    assert re.search(r"StartError: .*/data/locks cannot be written to \(Permission denied\)", done.stderr)


def test_a_full_disk_is_refused(folder):
    if os.geteuid() != 0:
        pytest.skip("mounting a small disk needs root")
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", folder], capture_output=True).returncode:
        pytest.skip("mounting is not allowed here")
    try:
        assert "free at least" in refusal_of(folder)
        (folder / "filler").write_bytes(b"")
        with pytest.raises(OSError, match="No space left"), open(folder / "filler", "wb") as filler:
            filler.write(bytes(9_000_000))
        assert "free" in refusal_of(folder)
    finally:
        subprocess.run(["umount", folder], check=True)


def test_a_server_that_does_not_start_says_why_in_one_line(folder):
    with embedded.running(folder, durable=False) as use:
        pass
    with open(use.place.cluster / "postgresql.conf", "a") as configuration:
        configuration.write("shared_preload_libraries = 'no_such_library'\n")
    line = refusal_of(folder)
    assert "no_such_library" in line
    assert "postgres.log" in line


def test_a_socket_folder_that_is_a_link_is_refused(folder):
    data_dir = folder / ("long" * 15) / ("long" * 15)
    sockets = embedded.Place.of(data_dir).sockets
    assert not sockets.is_relative_to(data_dir)
    sockets.symlink_to(folder)
    try:
        assert "is not a folder" in refusal_of(data_dir)
    finally:
        sockets.unlink()


def test_an_ordinary_user_runs_it_too(folder, as_ordinary_user):
    done = run_python(IDENTIFIER, folder / "data", prefix=as_ordinary_user)
    assert done.returncode == 0, done.stderr


def test_root_keeps_the_database_elsewhere_where_the_system_user_cannot_reach():
    if os.geteuid() != 0:
        pytest.skip("only root needs a system user")
    closed = Path("/root") if Path("/root").stat().st_mode & 0o007 == 0 else None
    if closed is None:
        pytest.skip("everybody may pass /root here")
    data_dir = closed / f".newsdesk-platform-{os.getpid()}"
    mode = closed.stat().st_mode
    try:
        for _ in range(2):
            with embedded.running(data_dir, durable=False) as use, connect(data_dir):
                assert use.place.home.parent == SYSTEM_FOLDER
        assert closed.stat().st_mode == mode
    finally:
        home = embedded.Place.of(data_dir).home
        tidy(data_dir)
        shutil.rmtree(home, ignore_errors=True)


def test_commands_work_without_serve_and_leave_nothing_behind(folder):
    for arguments in (("migrate", "--verbosity", "0"), ("setup_accounts",)):
        done = manage(folder, *arguments)
        assert done.returncode == 0, done.stderr
    counted = manage(
        folder, "shell", "-v", "0", "-c", "from django.contrib.auth.models import *; print(User.objects.count())"
    )
    assert counted.stdout == "2\n", counted.stderr
    assert keeper.postmaster(folder / "postgres") is None


@pytest.mark.parametrize(
    "arguments", [("check",), ("help",), ("migrate", "--help"), ("diffsettings",), ("no-such-command",)]
)
def test_commands_that_need_no_database_start_nothing(folder, arguments):
    done = manage(folder / "data", *arguments)
    assert done.returncode == ("no-such-command" in arguments), done.stderr
    assert not (folder / "data").exists()


def test_an_interrupted_command_stops_its_server(folder):
    shell = subprocess.Popen(
        [
            sys.executable,
            "manage.py",
            "shell",
            "-v",
            "0",
            "-c",
            "print('up', flush=True); import time; time.sleep(600)",
        ],
        env=environment(folder),
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert shell.stdout.readline() == b"up\n"
    shell.send_signal(signal.SIGTERM)
    shell.wait(30)
    shell.stdout.close()
    assert wait_until(lambda: keeper.postmaster(folder / "postgres") is None)


def test_two_starts_at_once_make_one_system_user(tmp_path, monkeypatch):
    made = []

    def looked_up(name):
        if not made:
            raise KeyError(name)
        return made[0]

    def useradd(command, **how):
        time.sleep(0.2)  # long enough for the other to look as well
        made.append(pwd.struct_passwd((command[-1], "x", 999 - len(made), 999, "", "/nonexistent", "/bin/false")))

    monkeypatch.setattr(postgres_place.os, "geteuid", lambda: 0)
    monkeypatch.setattr(postgres_place.pwd, "getpwnam", looked_up)
    monkeypatch.setattr(postgres_place.subprocess, "run", useradd)
    with ThreadPoolExecutor(2) as starts:
        owners = list(starts.map(postgres_place.owner_of, [tmp_path / "one", tmp_path / "another"]))
    assert [owner.pw_uid for owner in owners] == [999, 999]
    assert len(made) == 1
