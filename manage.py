#!/usr/bin/env python3
"""Newsdesk's commands: `serve` runs everything, `parse` reads one file, `help` lists the rest."""

import os
import sys
from contextlib import AbstractContextManager, nullcontext

from django.core.exceptions import ImproperlyConfigured

from newsdesk.data_folder import StartError

WITHOUT_DATABASE = frozenset(
    [
        *("check", "collectstatic", "compilemessages", "diffsettings", "findstatic", "help", "makemessages"),
        *("messages", "parse", "sendtestemail", "serve", "startapp", "startproject", "vendor", "version"),
    ]
)


def database_for(arguments: list[str]) -> AbstractContextManager:
    """The embedded PostgreSQL for the length of a command that needs it, where DATABASE_URL names no other."""
    name = next((argument for argument in arguments if not argument.startswith("-")), "help")
    if name in WITHOUT_DATABASE or {"-h", "--help", "--version"} & set(arguments):
        return nullcontext()
    import django
    from django.conf import settings
    from django.core.management import get_commands

    django.setup()  # the applications' own commands are known only then
    if settings.DATABASE_URL or name not in get_commands():
        return nullcontext()
    from newsdesk import embedded

    return embedded.for_django(settings.DATA_DIR)


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsdesk.settings")
    from django.core.management import execute_from_command_line

    try:
        with database_for(sys.argv[1:]):
            execute_from_command_line(sys.argv)
    except (ImproperlyConfigured, StartError) as problem:
        sys.exit(f"newsdesk: {problem}")


if __name__ == "__main__":
    main()
