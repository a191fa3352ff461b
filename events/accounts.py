"""Who may do what, and the first accounts of a fresh installation."""

import json
import os
import secrets
from pathlib import Path

from django.contrib.auth.models import Group, Permission, User
from django.db import transaction

READER, EDITOR, ADMIN = "Reader", "Editor", "Admin"

# What the site asks for with has_perm(); the admin asks for the same names.
UPLOAD = "events.add_article"
HANDLE_ARTICLES = "events.change_article"  # withdraw, restore, try again
CORRECT = "events.change_event"  # correct, undo, verify, reject, withdraw, restore
READ_ARTICLES = "events.view_article"  # a whole article, not only an event's passage
TEACH = "events.add_alias"

_READER = [READ_ARTICLES, "events.view_event"]
_EDITOR = [*_READER, UPLOAD, HANDLE_ARTICLES, CORRECT, TEACH, "events.change_alias", "events.view_alias"]
_ADMIN_APPS = ["events", "auth"]


def make_groups() -> None:
    """Reader, Editor and Admin with the permissions above; what admins added to a group by hand is left."""
    for name, permissions in ((READER, _READER), (EDITOR, _EDITOR)):
        codenames = [permission.partition(".")[2] for permission in permissions]
        wanted = Permission.objects.filter(content_type__app_label="events", codename__in=codenames)
        Group.objects.get_or_create(name=name)[0].permissions.add(*wanted)
    everything = Permission.objects.filter(content_type__app_label__in=_ADMIN_APPS)
    Group.objects.get_or_create(name=ADMIN)[0].permissions.add(*everything)


def make_first_accounts(accounts_file: Path) -> bool:
    """An admin and an editor with generated passwords, written to `accounts_file`; False when people are there already.

    The file is written before the accounts are committed: a crash in between leaves passwords that the next start
    uses, never accounts whose passwords nobody knows.
    """
    with transaction.atomic():
        make_groups()
        if User.objects.exists():
            return False
        accounts = _read(accounts_file) or _write(accounts_file)
        User.objects.create_superuser(**accounts["admin"])
        editor = User.objects.create_user(**accounts["editor"])
        editor.groups.add(Group.objects.get(name=EDITOR))
    return True


def _read(accounts_file: Path) -> dict | None:
    try:
        return json.loads(accounts_file.read_text())
    except FileNotFoundError:
        return None


def _write(accounts_file: Path) -> dict:
    accounts = {name: {"username": name, "password": secrets.token_urlsafe(12)} for name in ("admin", "editor")}
    accounts_file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    unfinished = accounts_file.with_name(f".{accounts_file.name}.{secrets.token_hex(4)}")
    handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        json.dump(accounts, file, indent=2)
        file.write("\n")
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(accounts_file)
    return accounts
