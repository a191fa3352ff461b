#!/usr/bin/env python3
"""Newsdesk's commands: `manage.py serve` runs everything, `manage.py parse` reads one file, `manage.py help` lists the rest."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsdesk.settings")
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as problem:
        sys.exit(f"newsdesk: {problem}")


if __name__ == "__main__":
    main()
