from django.core.management.base import BaseCommand

from events import vocabulary


class Command(BaseCommand):
    help = "Bring countries, organizations and agencies up to date with the packaged gazetteer; run after migrate."

    def handle(self, **options) -> None:
        counts = vocabulary.sync()
        self.stdout.write(", ".join(f"{count} {kind}" for kind, count in counts.items()) + " in the vocabulary.")
