"""Lists by days: which days are headings that items stand under, and which are only stamps."""

from .reading import assert_tiled, headings, read_text

LIST = (
    "Daily digest of the region\n\nOur picks of the week.\n\n"
    "May 21, 2019\n\n- (Peru) Lima recalls its envoy from Quito over a border map\n"
    "- (Ghana) Accra court frees three union leaders on bail\n"
    "- (Nepal) Landslide buries a bus near Pokhara and kills nine\n\n"
    "May 19, 2019\n\n- (Oman) Muscat and Tehran agree on a new ferry line\n"
    "- (Cuba) Havana lets fishermen sell shrimps abroad\n"
)


def _sections(text):
    extraction = read_text(text)
    assert_tiled(extraction)
    return [event.section for event in extraction.events]


def test_several_items_under_a_day_stand_in_its_section():
    assert _sections(LIST) == ["May 21, 2019"] * 3 + ["May 19, 2019"] * 2
    assert {"May 21, 2019", "May 19, 2019"} <= set(headings(read_text(LIST)))


def test_the_day_over_each_item_is_only_its_stamp():
    items = (
        ("May 21, 2019", "Lima recalls its envoy from Quito over a border map"),
        ("May 20, 2019", "Accra court frees three union leaders on bail"),
        ("May 19, 2019", "Muscat and Tehran agree on a new ferry line"),
    )
    body = "\n\n".join(f"{day}\n\n- {words}" for day, words in items)
    assert not any(_sections(f"Daily digest of the region\n\n{body}\n"))


def test_the_same_day_again_and_again_is_no_heading():
    assert not any(_sections(LIST.replace("May 19", "May 21")))


def test_days_printed_in_two_ways_are_no_headings():
    assert not any(_sections(LIST.replace("May 19, 2019", "Sunday, May 19, 2019")))
