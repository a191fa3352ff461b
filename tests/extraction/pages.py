"""Four items, and a paragraph more for each, that pages in tests print; and what holds of every page read well."""

from tests.extraction.reading import assert_faithful, assert_tiled

ITEMS = (
    (
        "Peru reopens the road to Cusco",
        "Engineers in Peru have reopened the road to Cusco after a landslide on Monday.",
    ),
    ("Kenya frees nine fishermen", "A court in Nairobi has freed nine fishermen who had been held since March."),
    ("Estonia calls up reservists", "Estonia called up four hundred reservists on Tuesday for a drill near Narva."),
    (
        "Oman hosts talks on Yemen",
        "Envoys of both sides met in Muscat on Tuesday for talks about the port of Hodeidah.",
    ),
)
MORE = (
    "The ministry said repairs had cost nine million dollars.",
    "Their families had waited outside since the morning.",
    "The drill ends on Friday with a march through the town.",
    "The envoys said that they would meet again in April in the same hotel.",
)


def assert_told_without(read, *words: str) -> None:
    """The passages tile the text, and none of these words stands in an event's text."""
    assert_tiled(read)
    assert_faithful(read)
    told = "\n".join(event.text for event in read.events)
    assert not [one for one in words if one in told]
