"""How gunicorn serves the pages: `python -m gunicorn -c newsdesk/gunicorn_conf.py newsdesk.wsgi`."""

import gc
import os

from newsdesk.env import read_int, read_text

_host = read_text("HOST", "127.0.0.1")
_port = read_int("PORT", default=8000, minimum=1, maximum=65535)

bind = f"[{_host}]:{_port}" if ":" in _host else f"{_host}:{_port}"
worker_class = "gthread"
workers = read_int("WEB_CONCURRENCY", default=2, minimum=1, maximum=64)
threads = 4
preload_app = True  # read the application once and share its memory
raw_env = ["NEWSDESK_DB_POOL=1"]  # only here: a pool does not survive the forks of Celery's worker
timeout = 60  # seconds without a sign of life
graceful_timeout = 3  # seconds for requests under way; everything has to stop within 15
keepalive = 5
limit_request_line = 8190  # a selection of many filters is a long address
worker_tmp_dir = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108 -- a heartbeat that never waits for a disk
control_socket_disable = True
accesslog = errorlog = "-"


# Of everything that is kept, a collection of cycles takes as long as a page: rarely, then. A page leaves some hundred
# objects in cycles, so what waits to be collected stays small.
FEW_COLLECTIONS = (20_000, 20, 50)


def when_ready(server) -> None:
    """Before the first fork: load the facet index, so that all web processes share its memory."""
    from django.conf import settings

    if settings.FACETS != "sql":
        from events.facets.index.following import follower

        follower.load()
        gc.collect()
        gc.freeze()  # the collector would touch, and so copy, what is shared
    gc.set_threshold(*FEW_COLLECTIONS)
