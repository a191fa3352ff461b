"""What a page lends to items that name no country: a story's home to its paragraphs, a country's page to its items."""

from dataclasses import replace

import pytest

from events.extraction import gazetteer, story_home
from events.extraction.records import EventType, Evidence, ExtractedEvent, Region
from tests.extraction.reading import read_text


def item(*countries, region=None, kind=EventType.COERCE, actor=(), recipient=(), organizations=()):
    shelf = region or (Region(gazetteer.region_of(countries[0])) if countries else Region.GLOBAL)
    rule = "chief-country" if countries else "no-country"
    return ExtractedEvent(
        start=0, end=9, title="Told", text="Told", section=None, region=shelf, date=None, date_end=None,
        date_precision=None, type=kind, topic=None, countries=countries, actor=actor, recipient=recipient,
        organizations=organizations, people=(), agencies=(), evidence=(Evidence("region", None, rule=rule),),
    )  # fmt: skip


def test_a_paragraph_of_a_story_that_names_no_country_is_of_the_storys():
    _, further = story_home.lend([item("EC"), item()])
    assert (further.countries, further.region, further.actor) == (("EC",), Region.AMERICAS, ("EC",))


def test_but_what_a_body_abroad_does_is_not():
    _, further = story_home.lend([item("EC"), item(region=Region.EUROPE, actor=("EU",), organizations=("EU",))])
    assert (further.countries, further.region) == ((), Region.EUROPE)


def test_an_item_that_names_no_country_is_of_the_pages():
    events = story_home.settle([item("BG"), item("BG", "TR"), item("BG"), item("RO"), item()])
    assert events[-1].countries == events[-1].actor == ("BG",)
    assert events[-1].region is Region.EUROPE
    assert events[3].countries == ("RO",)


def test_a_page_of_the_world_lends_nothing():
    assert story_home.settle([item("BG"), item("RO"), item("PE"), item()])[-1].countries == ()


def test_nor_do_two_items():
    assert story_home.settle([item("BG"), item("BG"), item()])[-1].countries == ()


def test_an_item_that_belongs_elsewhere_stays_there():
    union = item(region=Region.EUROPE, actor=("EU",), organizations=("EU",))
    assert story_home.settle([item("BG"), item("BG"), item("BG"), union])[-1].countries == ()


def test_nobody_is_made_to_attack_and_who_acts_stays_who_acts():
    page = [item("SO"), item("SO"), item("SO")]
    assert story_home.settle([*page, item(kind=EventType.ASSAULT)])[-1].actor == ()
    assert story_home.settle([*page, item(actor=("FAO",))])[-1].actor == ("FAO",)


def test_a_storys_home_is_the_country_it_goes_on_naming_and_not_the_holy_see():
    _, _, further, _ = story_home.lend([item("VA", "TH", "MM"), item("MM"), item(), item("MM")])
    assert further.countries == ("MM",)
    assert story_home.lend([item("VA", "IQ"), item()])[1].countries == ("IQ",)
    assert story_home.lend([item("VA"), item()])[1].countries == ("VA",)


def credited(paper, at=3, **given):
    told = item(**given)
    credit = Evidence("agencies", paper, at, at + 2)
    return replace(told, agencies=(paper,), evidence=(*told.evidence, credit))


@pytest.mark.parametrize(("paper", "home"), [("Trinidad Express", "TT"), ("Tanjug", "RS"), ("Times of Malta", "MT")])
def test_an_item_that_names_no_country_is_of_its_papers(paper, home):
    (event,) = story_home.settle([credited(paper)])
    assert (event.countries, event.region) == ((home,), Region(gazetteer.region_of(home)))


@pytest.mark.parametrize("paper", ["Reuters", "China Daily", "Japan Times", "Người Lao Động"])
def test_but_not_of_one_that_reports_of_the_world(paper):
    assert story_home.settle([credited(paper)])[0].countries == ()


def test_nor_of_one_whose_item_names_a_place_or_a_body_or_that_only_the_page_credits():
    assert story_home.settle([credited("Tanjug", organizations=("UN",))])[0].countries == ()
    assert story_home.settle([credited("Tanjug", region=Region.AMERICAS)])[0].countries == ()
    assert story_home.settle([credited("Tanjug", at=400)])[0].countries == ()


def test_where_nearly_all_items_name_one_country_the_rest_involve_it():
    events = story_home.settle([*[item("SO")] * 4, item("DJ")])
    assert (events[-1].countries, events[-1].region) == (("DJ", "SO"), Region.MIDDLE_EAST_AFRICA)
    events = story_home.settle([*[item("RS")] * 4, item("AO", "RS")])
    assert (events[-1].countries, events[-1].region) == (("AO", "RS"), Region.EUROPE)


def test_but_not_under_a_heading_of_their_own_nor_where_many_name_others():
    headed = replace(item("AO"), evidence=(Evidence("region", None, 0, 4, rule="section-heading"),))
    assert story_home.settle([*[item("RS")] * 4, headed])[-1].region is Region.MIDDLE_EAST_AFRICA
    events = story_home.settle([item("RS"), item("RS"), item("PE"), item("AO")])
    assert events[-1].countries == ("AO",)


def test_what_others_answer_involves_the_storys_country():
    reply = item("US", kind=EventType.ACCUSE, actor=("US",))
    _, further, _ = story_home.lend([item("GA"), reply, item("GA")])
    assert (further.countries, further.recipient) == (("US", "GA"), ("GA",))


@pytest.mark.parametrize("text", ["Elsewhere, a court told", "In neighbouring Peru, a court told", "Nơi khác, tòa"])
def test_but_not_what_they_do_elsewhere(text):
    away = replace(item("PE", kind=EventType.ACCUSE, actor=("PE",)), text=text)
    assert story_home.lend([item("EC"), away, item("EC")])[1].countries == ("PE",)


@pytest.mark.parametrize(
    ("line", "countries"),
    [
        ("Hezbollah vows to answer the raid within days.", ("LB",)),
        ("ELN thừa nhận đã bắt cóc một cầu thủ.", ("CO",)),
        ("Houthi missiles hit a tanker with Indian sailors.", ("IN", "YE")),
        ("Malaysia jailed two men who had sold flags of Hamas.", ("MY",)),
        ("Pakistan said that Taliban gunmen shot two officers dead.", ("PK",)),
        ("Islamic State said that it shot two officers dead.", ()),
    ],
)
def test_movements_of_one_country_bring_it_where_they_act_or_stand_alone(line, countries):
    found = read_text(f"News in brief\n\n- {line}\n\n- Haiti closed its border on Sunday.\n")
    assert found.events[0].countries == countries


@pytest.mark.parametrize(
    ("line", "countries"),
    [
        ("Petr Pavel signs a law on the police.", ("CZ",)),
        ("Tusk says that he will not resign over the vote.", ("PL",)),
        ("Keith Rowley puts off his journey.", ("TT",)),
        ("Burhan names a new cabinet.", ("SD",)),
        ("Selaković thanks Angola for its vote.", ("AO", "RS")),
        ("Ông Lương Chấn Anh bác bỏ lời kêu gọi từ chức.", ("HK",)),
        ("The Riigikogu voted the budget down late on Monday.", ("EE",)),
        ("Qantas is to lay off two hundred pilots.", ("AU",)),
        ("Quốc Dân Đảng bầu chủ tịch mới.", ("TW",)),
        ("Ngozi Okonjo-Iweala wants new rules for fishing fleets.", ()),
        ("Pavel Novak of the miners' union called the strike off.", ()),
        ("A firm named Qantara is to lay off two hundred pilots.", ()),
    ],
)
def test_leaders_state_bodies_and_companies_bring_their_country_and_those_of_the_world_none(line, countries):
    found = read_text(f"News in brief\n\n- {line}\n\n- Haiti closed its border on Sunday.\n")
    assert found.events[0].countries == countries


def test_every_body_with_a_home_is_known_and_of_one_country():
    known, codes = {one.name for one in gazetteer.organizations()}, {one.iso2 for one in gazetteer.countries()}
    listed = [name for code, names in gazetteer.rows("body-homes.tsv") for name in names.split("|")]
    assert known.issuperset(listed)
    assert len(listed) == len(set(listed))
    assert codes.issuperset(code for code, _ in gazetteer.rows("body-homes.tsv"))


def test_every_paper_with_a_home_is_known():
    known, codes = {one.name for one in gazetteer.agencies()}, {one.iso2 for one in gazetteer.countries()} | {"-"}
    for code, names in gazetteer.rows("media-homes.tsv"):
        assert code in codes
        assert known.issuperset(names.split("|")), code


@pytest.mark.parametrize(
    ("line", "countries"),
    [
        ("Apple is said to put off its first car by a year.", ("US",)),
        ("Tech giant Samsung lowered its forecast for the second time this year.", ("KR",)),
        ("Toyota halted five plants after a fault in its computers.", ("JP",)),
        ("Apple halted sales in Brazil after a court forbade them.", ("BR",)),
        ("A strike at a plant of Toyota ended after two days.", ()),
        ("The naira fell to 1,600 to the dollar on Thursday.", ("NG",)),
        ("Đồng rúp mất giá hôm thứ Năm.", ("RU",)),
        ("A million naira was found in his car.", ()),
        ("Apple Daily printed its last copies after the police froze its funds.", ()),
    ],
)
def test_an_item_that_opens_with_a_company_and_names_no_country_is_of_the_companys(line, countries):
    found = read_text(f"News in brief\n\n- {line}\n\n- Haiti closed its border on Sunday.\n")
    assert found.events[0].countries == countries


def test_every_company_is_of_a_country():
    codes = {one.iso2 for one in gazetteer.countries()}
    assert all(code in codes and names for code, names in gazetteer.rows("companies.tsv"))
