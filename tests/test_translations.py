"""Every text people read is in Vietnamese, and what is compiled is what is written."""

import gettext
import io
import re
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).resolve().parent.parent / "locale" / "vi" / "LC_MESSAGES"
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]")


@pytest.fixture(scope="module")
def catalog():
    with (LOCALE / "django.po").open("rb") as file:
        return read_po(file)


def forms(message) -> tuple[str, ...]:
    return message.string if isinstance(message.string, tuple) else (message.string,)


def texts(message) -> tuple[str, ...]:
    return message.id if isinstance(message.id, tuple) else (message.id,)


def test_every_text_is_translated_and_none_is_doubted(catalog):
    assert len(catalog) > 100
    assert [m.id for m in catalog if m.id and (m.fuzzy or not all(forms(m)))] == []


def test_translations_keep_their_placeholders(catalog):
    wrong = []
    for message in catalog:
        wanted = {name for text in texts(message) for name in PLACEHOLDER.findall(text)}
        for form in forms(message):
            given = set(PLACEHOLDER.findall(form))
            if form and message.id and given != wanted:
                wrong.append(message.id)
    assert wrong == []


def test_the_compiled_file_is_that_of_the_texts(catalog):
    buffer = io.BytesIO()
    write_mo(buffer, catalog)
    buffer.seek(0)
    with (LOCALE / "django.mo").open("rb") as file:
        committed = gettext.GNUTranslations(file)._catalog
    fresh = gettext.GNUTranslations(buffer)._catalog
    committed.pop(""), fresh.pop("")
    assert committed == fresh


def test_every_text_of_the_templates_is_collected(catalog):
    known = {text for message in catalog for text in texts(message)}
    templates = LOCALE.parents[2] / "templates"
    used = set()
    for path in templates.rglob("*.html"):
        found = re.findall(r"""{% translate (?:"([^"]+)"|'([^']+)')""", path.read_text())
        used |= {double or single for double, single in found}
    assert len(used) > 50
    assert used - known == set()


def test_every_text_of_the_code_is_collected(catalog):
    known = {text for message in catalog for text in texts(message)}
    code = LOCALE.parents[2] / "events"
    used = set()
    for path in code.rglob("*.py"):
        used |= set(re.findall(r"""\b_\(\s*"((?:[^"\\]|\\.)+)"\s*\)""", path.read_text()))
    assert len(used) > 100
    assert used - known == set()
