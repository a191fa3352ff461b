from django.core.management.base import BaseCommand, CommandError

from events.facets.index import keeping, snapshot


class Command(BaseCommand):
    help = "Make the snapshot of the facet index anew, or compare it with the tables."

    def add_arguments(self, parser) -> None:
        parser.add_argument("action", choices=["build", "check"])

    def handle(self, *, action: str, **options) -> None:
        if action == "build":
            events = keeping.build()
            if events is None:
                raise CommandError("Another process is making the snapshot: wait until it is done.")
            self.stdout.write(f"{events} events are in the snapshot.")
            return
        try:
            differing = keeping.check()
        except snapshot.SnapshotError as problem:
            raise CommandError(f"There is no snapshot to compare ({problem}): make one with `build`.") from problem
        if differing:
            raise CommandError("The index differs from the tables: " + "; ".join(differing))
        self.stdout.write("The index agrees with the tables.")
