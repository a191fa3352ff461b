from django.core.management.base import BaseCommand, CommandError, CommandParser

from events import demo, synthetic


class Command(BaseCommand):
    help = "Upload the demo articles, or take them away again; or fill an empty database with invented events."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--remove", action="store_true", help="take the demo articles and their events away")
        parser.add_argument("--events", type=int, metavar="N", help="N invented events, to measure with")

    def handle(self, *, remove: bool, events: int | None, **options) -> None:
        if events is not None:
            self._invent(events)
        elif remove:
            articles, gone = demo.remove()
            self.stdout.write(f"Removed {articles} demo articles and {gone} events.")
        else:
            new, known = demo.load()
            self.stdout.write(f"Uploaded {new} demo articles; {known} were here already.")

    def _invent(self, count: int) -> None:
        if count < 1:
            raise CommandError("--events takes a number of 1 or more.")
        try:
            synthetic.load(count, say=self._say if self.stdout.isatty() else None)
        except synthetic.NotEmptyError:
            raise CommandError(
                "This database holds articles. Make invented ones in a folder of their own: "
                "NEWSDESK_DATA=another-folder, after `manage.py migrate` there."
            ) from None
        self.stdout.write(f"Made {count:,} events.")

    def _say(self, line: str) -> None:
        self.stdout.write(f"{line:<40}", ending="\r")
