"""Which row of the vocabulary a name stands for: texts, readings and corrections keep names that rows had once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from events.models import Alias, Organization, Person
from events.models.named import Named
from events.vocabulary import slug_for


class Called(NamedTuple):
    """What is needed of a row that a name stands for."""

    pk: int
    slug: str
    name: str


def rows_called(model: type[Named], names: Iterable[str]) -> dict[str, Called]:
    """Name -> its row; without those that stand for none.

    A row keeps the slug of its first name, so that comes first; then the name it was given later (of two of one name
    the older row), then a spelling that people added or a rename left (`vocabulary.keep_former_name`).
    """
    slugs = {name: slug_for(model, name) for name in names}
    by_slug = {row.slug: row for row in _rows(model, slug__in=slugs.values())} if slugs else {}
    found = {name: by_slug[slug] for name, slug in slugs.items() if slug in by_slug}
    if missing := slugs.keys() - found.keys():
        found |= {row.name: row for row in _rows(model, name__in=missing)}
    if missing := slugs.keys() - found.keys():
        found |= _spelled(model, missing)
    return found


def _rows(model: type[Named], **condition) -> Iterable[Called]:
    return map(Called._make, model._default_manager.filter(**condition).order_by("-pk").values_list(*Called._fields))


def _spelled(model: type[Named], names: Iterable[str]) -> dict[str, Called]:
    target = {Organization: "organization", Person: "person"}.get(model, "agency")
    spellings = Alias.objects.filter(**{f"{target}__isnull": False}, text__in=names, enabled=True).order_by("-pk")
    columns = (f"{target}__{column}" for column in Called._fields)
    return {text: Called(*row) for text, *row in spellings.values_list("text", *columns)}
