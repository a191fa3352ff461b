"""The pages as `serve` runs them: gunicorn with two processes, asked over HTTP as a browser asks."""

from __future__ import annotations

import gzip
import http.client
import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

GZIP = b"\x1f\x8b"  # how it begins
PROCESSES = 2
STARTED_IN = 120  # seconds, at most
AS_A_BROWSER = {"Accept-Encoding": "gzip", "Accept-Language": "en"}


class Server:
    def __init__(self, process: subprocess.Popen, port: int) -> None:
        self.process, self.port = process, port

    def get(self, path: str) -> bytes:
        """Raises RuntimeError unless it is answered well."""
        status, body = self._ask(path)
        if status != 200:
            raise RuntimeError(f"{path}: {status}")
        return body

    def _ask(self, path: str) -> tuple[int, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=600)
        try:
            connection.request("GET", path, headers=AS_A_BROWSER)
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    def total(self, query: str) -> int:
        """How many events the product selects by a query."""
        body = self.get(f"/events.json?{query}&limit=1")
        return json.loads(gzip.decompress(body) if body[:2] == GZIP else body)["total"]

    def wait(self, path: str) -> None:
        """Until it answers, whatever it says."""
        deadline = time.monotonic() + STARTED_IN
        while True:
            try:
                self._ask(path)
                return
            except (OSError, http.client.HTTPException):
                if self.process.poll() is not None or time.monotonic() > deadline:
                    raise
                time.sleep(0.2)

    def children(self) -> list[int]:
        pid = self.process.pid
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]

    def memory(self) -> float:
        """Megabytes a web process holds, its share of what several share (PSS); the mean."""
        sizes = []
        for pid in self.children():
            told = Path(f"/proc/{pid}/smaps_rollup").read_text()
            sizes.append(int(re.search(r"^Pss:\s+(\d+)", told, re.M)[1]) / 1024)
        return sum(sizes) / len(sizes)

    def cpu(self) -> float:
        """Milliseconds of CPU the web processes have used."""
        ticks = 0
        for pid in self.children():
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])
        return ticks * 1000 / os.sysconf("SC_CLK_TCK")


@contextmanager
def serving(log: Path, **environment: str) -> Iterator[Server]:
    port = free_port()
    command = ["gunicorn", "--config", "newsdesk/gunicorn_conf.py", "--bind", f"127.0.0.1:{port}", "newsdesk.wsgi"]
    with started([sys.executable, "-m", *command], log, WEB_CONCURRENCY=str(PROCESSES), **environment) as process:
        server = Server(process, port)
        server.wait("/healthz")  # counts no events, which would take SQL minutes
        yield server


@contextmanager
def started(command: list[str], log: Path, **environment: str) -> Iterator[subprocess.Popen]:
    with log.open("ab") as out:
        process = subprocess.Popen(command, stdout=out, stderr=out, env=os.environ | environment)
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]
