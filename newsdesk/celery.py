"""The Celery application. Its settings are the CELERY_* names in settings.py."""

import logging.config
import os
from pathlib import Path

from celery import Celery, bootsteps
from celery.signals import beat_init, celeryd_init, setup_logging, worker_init

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsdesk.settings")

app = Celery("newsdesk")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@setup_logging.connect
def log_as_everything_else(**_) -> None:
    from django.conf import settings

    logging.config.dictConfig(settings.LOGGING)


@celeryd_init.connect
@beat_init.connect
def make_broker_folders(**_) -> None:
    """The filesystem broker needs its folders; others need nothing."""
    options = app.conf.broker_transport_options
    for name in ("data_folder_in", "data_folder_out", "control_folder"):
        if name in options:
            Path(options[name]).mkdir(mode=0o700, parents=True, exist_ok=True)


@worker_init.connect
def read_dictionaries(**_) -> None:
    """Once, before the processes that parse are forked from this one: else each first parse would wait for it."""
    from events import extraction

    for text in ("Norway and Latvia met in Oslo.", "Ngày 18/11, Pháp và Đức hội đàm tại Paris."):
        extraction.extract(text.encode(), name="")


@app.steps["consumer"].add
class Presence(bootsteps.StartStopStep):
    """While a worker is ready for messages it says so in the database, and first of all looks for left work."""

    requires = ("celery.worker.consumer.tasks:Tasks",)

    def __init__(self, consumer, **_) -> None:
        self.timer_entry = None

    def start(self, consumer) -> None:
        from events import heartbeats, leases, wakeups

        self.stop(consumer)
        heartbeats.note(heartbeats.WORKER)
        leases.release_dead()
        wakeups.send_for_left_work()
        self.timer_entry = consumer.timer.call_repeatedly(heartbeats.EVERY, heartbeats.note, (heartbeats.WORKER,))

    def stop(self, consumer) -> None:
        if self.timer_entry is not None:
            self.timer_entry.cancel()
            self.timer_entry = None
