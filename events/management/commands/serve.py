"""Run everything in the foreground."""

from django.core.management.base import BaseCommand

from newsdesk.supervisor import serve


class Command(BaseCommand):
    help = "Run PostgreSQL (unless DATABASE_URL names one), web server, worker and clock until Ctrl-C."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("--parent", type=int, help="Stop when this process is no longer the parent.")

    def handle(self, *args, **options):
        serve(parent=options["parent"])
