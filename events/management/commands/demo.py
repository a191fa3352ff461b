from django.core.management.base import BaseCommand, CommandParser

from events import demo


class Command(BaseCommand):
    help = "Upload the demo articles, or take them away again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--remove", action="store_true", help="take the demo articles and their events away")

    def handle(self, *, remove: bool, **options) -> None:
        if remove:
            articles, events = demo.remove()
            self.stdout.write(f"Removed {articles} demo articles and {events} events.")
        else:
            new, known = demo.load()
            self.stdout.write(f"Uploaded {new} demo articles; {known} were here already.")
