"""Pages of teasers whose leads end without a stop, or with a button."""

import pytest

from tests.extraction.reading import assert_faithful, assert_tiled, read_text

_TEASERS = (
    (
        "Chad shuts its border with Sudan",
        "Soldiers in Adre turned back hundreds of families on Monday after shells fell on a camp",
    ),
    (
        "Fiji votes for a new parliament",
        "Prime Minister Sitiveni Rabuka cast his ballot in Suva and said he felt sure of a second term",
    ),
    (
        "Iceland raises alert at volcano",
        "Scientists in Reykjavik counted three hundred small earthquakes near Grindavik since Sunday night",
    ),
    (
        "Bolivia devalues its currency",
        "The central bank in La Paz set a new rate for the dollar on Monday and promised help for the poor",
    ),
)


def _page(ending: str) -> str:
    return "World News\n" + "\n".join(f"{head}\n{lead}{ending}" for head, lead in _TEASERS)


@pytest.mark.parametrize("ending", ["", "…", " [...]", "... Read more", " … More »", ". Continue reading →", " (more)"])
def test_a_lead_belongs_to_its_headline_however_it_ends(ending):
    read = read_text(_page(ending))
    assert_tiled(read)
    assert_faithful(read)
    assert [event.title for event in read.events] == [head for head, _ in _TEASERS]
    assert all(lead in event.text for event, (_, lead) in zip(read.events, _TEASERS, strict=True))
    assert all("ore »" not in event.text and "ead more" not in event.text for event in read.events)
