"""What is packed comes back just as it was, through JSON."""

import datetime
import json
from pathlib import Path

import pytest

from events.extraction import extract
from events.extraction.packing import pack, unpack

DEVELOP = sorted((Path(__file__).parent / "corpus" / "develop").glob("*.txt"))


@pytest.mark.parametrize("file", DEVELOP[::6], ids=lambda file: file.stem)
def test_a_reading_is_packed_and_unpacked_without_loss(file):
    result = extract(file.read_bytes(), name=file.name, uploaded_on=datetime.date(2026, 11, 20))
    for text in (result.document.text, "another text"):
        packed = json.loads(json.dumps(pack(result, text=text)))
        assert (packed["document"]["text"] is None) == (text == result.document.text)
        assert unpack(packed, text=text) == result
