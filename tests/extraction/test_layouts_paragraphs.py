"""Round-ups without any sign: a paragraph is an item, unless it points back to the one before."""

from .reading import assert_faithful, assert_tiled, headings, read_text

TEXT = """World news in brief, March 5, 2025

Europe

Norway and Latvia signed a treaty on fishing in Oslo on Tuesday, the two foreign ministers said in a statement.

They said that the talks would go on in Riga in April, and that both sides wanted a longer treaty for the Baltic.

France recalled its ambassador to Niger on Monday after the arrest of two of its citizens in Niamey, the ministry said.

Asia

Japan sent a rescue team to Nepal on Monday after an earthquake destroyed hundreds of houses near Pokhara.

They will stay for two weeks and bring tents and medicine to the villages in the mountains around the city.

Vietnam opened a new port for container ships in Hai Phong on Tuesday, the prime minister said at the ceremony there.

India tested a long-range missile off the coast of Odisha on Wednesday, the defence ministry in New Delhi said.
"""


def test_each_paragraph_is_an_event_with_those_that_point_back_to_it():
    extraction = read_text(TEXT)
    assert [(event.text.split()[0], event.text.count("\n"), str(event.region)) for event in extraction.events] == [
        ("Norway", 1, "europe"),
        ("France", 0, "europe"),
        ("Japan", 1, "asia-pacific"),
        ("Vietnam", 0, "asia-pacific"),
        ("India", 0, "asia-pacific"),
    ]
    assert headings(extraction)[-2:] == ["Europe", "Asia"]
    assert_tiled(extraction)
    assert_faithful(extraction)
