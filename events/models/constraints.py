"""Checks that the database itself makes, so that no path around the forms can store nonsense."""

from django.db import models


def one_of(field: str, choices: type[models.TextChoices], *, model: str) -> models.CheckConstraint:
    """`field` holds one of the choices; null passes, as SQL has it."""
    return models.CheckConstraint(condition=models.Q(**{f"{field}__in": choices.values}), name=f"{model}_{field}_known")


def exactly_one(*fields: str, name: str, message: str | None = None) -> models.CheckConstraint:
    """Just one of the nullable fields is set; `message` tells people who fill in a form."""
    alternatives = models.Q()
    for chosen in fields:
        alternatives |= models.Q(**{f"{field}__isnull": field != chosen for field in fields})
    return models.CheckConstraint(condition=alternatives, name=name, violation_error_message=message)
