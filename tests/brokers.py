"""Message brokers for tests: another one for a while, and several that do not work."""

import contextlib
import socket
from collections.abc import Iterator
from pathlib import Path

from newsdesk.celery import app


@contextlib.contextmanager
def broker(url: str, **options) -> Iterator[None]:
    """Let this process use another broker."""
    kept = {name: app.conf.get(name) for name in ("broker_url", "broker_write_url", "broker_transport_options")}
    app.conf.update(broker_url=url, broker_write_url=url, broker_transport_options=options)
    try:
        yield
    finally:
        app.conf.update(kept)


def filesystem_broker(folder: Path):
    messages, control = str(folder / "messages"), str(folder / "control")
    return broker("filesystem://localhost//", data_folder_in=messages, data_folder_out=messages, control_folder=control)


def closed_broker():
    """Nobody listens there."""
    return broker("amqp://127.0.0.1:1//")


@contextlib.contextmanager
def silent_broker() -> Iterator[None]:
    """Takes connections and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as server, broker(f"amqp://127.0.0.1:{server.getsockname()[1]}//"):
        yield


@contextlib.contextmanager
def unwritable_broker(folder: Path) -> Iterator[None]:
    """Its folder cannot be made: a file is in the way."""
    (folder / "file").touch()
    with filesystem_broker(folder / "file"):
        yield
