from django.conf import settings
from django.core.management.base import BaseCommand

from events import accounts


class Command(BaseCommand):
    help = "Make the groups and, in an empty installation, an admin and an editor with generated passwords."

    def handle(self, **options) -> None:
        accounts_file = settings.DATA_DIR / "accounts.json"
        if accounts.make_first_accounts(accounts_file):
            self.stdout.write(f"Made two accounts; their passwords are in {accounts_file}.")
        else:
            self.stdout.write("Accounts exist; made none. `manage.py changepassword NAME` sets a new password.")
