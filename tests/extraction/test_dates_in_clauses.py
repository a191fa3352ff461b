"""Days that belong to another clause than the happening's own, and days that lie ahead."""

import datetime

import pytest

from events.extraction import dates
from events.extraction.records import Span

FRIDAY = datetime.date(2024, 11, 1)


def _day(*parts: str, title: str | None = None, language: str = "en") -> str | None:
    """The day of an item of these parts, read on Friday, 1 November 2024."""
    text, spans = "", []
    for part in (title or "", *parts):
        spans.append(Span(len(text), len(text) + len(part)))
        text += part + "\n"
    found = dates.event_date(text, spans[0] if title else None, spans[1:], language, FRIDAY)
    return str(found.date) if found else None


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The miners who struck on Monday are back at work in Potosi.", None),
        ("The rebels who shelled the port last Tuesday put down their arms.", None),
        ("The envoys who met on Monday said on Thursday that they had parted in anger.", "2024-10-31"),
        ("Police are looking for a nurse who vanished on Monday.", "2024-10-28"),
    ],
)
def test_the_day_of_a_clause_that_tells_who_is_meant_is_not_the_happenings(sentence, day):
    assert _day(sentence) == day


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Chile has sent tents for the families hit by the flood on Monday.", None),
        ("The mayor has thanked the divers for their work on Tuesday night.", None),
        ("Norway has called home its envoy after a mob stormed the embassy on Tuesday.", None),
        ("Benin has let go the fishermen seized on Wednesday.", None),
        ("The opposition has told its voters to ignore Wednesday's referendum.", None),
        ("Chile has sent tents today.", "2024-11-01"),
        ("Chile sent tents on Monday.", "2024-10-28"),
        ("The two ministries have signed on Tuesday a pact on wells in Kindu.", "2024-10-29"),
        ("Rangers in Gabon have caught two suspected poachers near Makokou on Wednesday.", "2024-10-30"),
        ("Mount Tarin has erupted on Sunday, dusting villages with ash.", "2024-10-27"),
        ("Both nurses have been released unhurt yesterday.", "2024-10-31"),
    ],
)
def test_a_happening_told_in_the_perfect_has_no_past_day_but_its_own(sentence, day):
    assert _day(sentence) == day


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Herders have blocked the road to the mine since Monday.", "2024-10-28"),
        ("Gas is flowing again through the strait since October 27, the ministry said.", "2024-10-27"),
        ("Dockers have been out since October 2.", None),
        ("The storm has killed dozens of people since Monday.", None),
        ("The army is looking for two crews missing since Monday.", None),
        ("It was his second message since Monday.", None),
    ],
)
def test_what_goes_on_since_a_day_of_this_week_began_on_it(sentence, day):
    assert _day(sentence) == day


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("LIMA, Peru, Oct 30 (Andina) Some nine hundred nurses marched on Tuesday to the ministry.", "2024-10-29"),
        ("LIMA, Peru, Oct 30 (Andina) Some nine hundred nurses marched to the ministry.", "2024-10-30"),
        ("Nurses sat down on Oct 30 (Andina) The ministry they had left on Tuesday was shut.", "2024-10-30"),
    ],
)
def test_no_dash_need_part_a_dateline_from_what_its_report_tells(sentence, day):
    assert _day(sentence) == day


@pytest.mark.parametrize(
    ("language", "sentence", "day"),
    [
        ("en", "Fiji will open its embassy in Doha on Tuesday.", "2024-11-05"),
        ("en", "Fiji will open its embassy in Doha on Tuesday, the foreign ministry said.", None),
        ("en", "Palau and Nauru will resume talks on tuna on November 21, an envoy told reporters.", None),
        ("vi", "Fiji sẽ mở đại sứ quán ở Doha ngày 5/11.", "2024-11-05"),
        ("vi", "Fiji sẽ mở đại sứ quán ở Doha ngày 5/11, Bộ Ngoại giao nước này cho biết.", None),
    ],
)
def test_of_what_somebody_says_is_to_come_the_saying_has_happened(language, sentence, day):
    assert _day(sentence, language=language) == day


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Thợ mỏ đình công ở Potosi. Hàng ngàn người đã kéo đến tòa thị chính tối 31/10.", "2024-10-31"),
        ("Thợ mỏ đình công ở Potosi. Ông gặp người đã ký lệnh đóng mỏ hôm 31/10.", None),
    ],
)
def test_thousands_of_people_act_themselves(sentence, day):
    assert _day(sentence, language="vi") == day


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru's prime minister leaves for Lisbon on Monday.",
        "Ana Ruiz, who steps down as mayor on Sunday, was given a horse.",
        "The union has called out its members from Tuesday.",
        "The loser said he would go to court on Wednesday.",
        "The minister told mayors that the tax would be cut on Monday.",
    ],
)
def test_a_coming_weekday_is_not_taken_for_the_last_one(sentence):
    assert _day(sentence) in (None, "2024-11-03", "2024-11-04")


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The court barred any word on the results of Thursday's vote.", None),
        ("Inflation in Peru fell to 2 percent in September.", None),
        ("Thursday's vote in Peru was put off.", "2024-10-31"),
    ],
)
def test_days_and_months_of_what_is_reported_on(sentence, day):
    assert _day(sentence) == day


def test_a_second_line_of_a_headline_does_not_stand_for_the_first_sentence():
    story = "The alliance that rules the island would have no part of it, its leader made known on October 30."
    assert _day("October 9 Front spurns cabinet posts", story, title="Comoros") == "2024-10-30"
    assert _day("Cabinet posts spurned on October 30", "Nobody would say why.", title="Comoros") == "2024-10-30"


@pytest.mark.parametrize(
    "sentence",
    [
        "Ghana's parliament turned down Thursday's motion.",
        "Peru's bus drivers call off Wednesday's strike.",
        "Tribesmen freed a priest whom soldiers had seized at a ferry on Tuesday.",
        "Malta asked for observers to the election on 24 August.",
        "Malta's parliament set 24 August as the day of the vote.",
    ],
)
def test_the_day_of_what_is_called_off_or_planned_is_not_the_happenings(sentence):
    assert _day(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The court freed a man who had been seized in the raids of 9 October.", None),
        ("Lima freed a reporter, seized by the navy on 12 October.", None),
        ("The two navies shelled an islet on 12 October.", "2024-10-12"),
        ("Flames destroyed the archive on the night of October 12.", "2024-10-12"),
    ],
)
def test_a_day_long_past_is_the_happenings_only_in_its_own_clause(sentence, day):
    assert _day(sentence) == day


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Hai thủy thủ bị bắt hôm 29/10 đã được thả.", None),
        ("Tòa lục soát nhà ông Lê sau loạt vụ nổ hôm 29/10.", None),
        ("Cảnh sát bắt ba người trong các vụ đốt chợ hôm 29/10.", None),
        ("Ông bị bắt hôm 29/10 tại cảng.", "2024-10-29"),
        ("Đảng đứng sau vụ nổ hôm 29/10 ra tuyên bố.", "2024-10-29"),
        ("Dự luật được thông qua ngày 29/10.", "2024-10-29"),
        ("Đến ngày 29/10, phà lại chạy.", "2024-10-29"),
    ],
)
def test_a_vietnamese_day_of_what_led_to_it_is_not_the_happenings(sentence, day):
    assert _day(sentence, language="vi") == day


def test_a_weekday_far_back_in_a_later_sentence_may_be_the_coming_one():
    first = (
        "Chad closed its schools after a third week of rain in which two bridges fell and six villages were cut off."
    )
    assert _day(f"{first} Pupils were told to stay at home on Saturday.") is None
    assert _day(f"{first} Pupils were sent home on Wednesday.") == "2024-10-30"
    assert _day("Chad closes its schools. Pupils were told on Saturday to stay at home.") == "2024-10-26"


def test_last_friday_read_on_a_friday_is_a_week_ago():
    assert _day("Last Friday gunmen raided a mine.") == "2024-10-25"


def test_a_curfew_until_an_hour_of_a_day_does_not_happen_then():
    assert _day("Fiji ordered a curfew until 6 a.m. on Thursday.") is None
    assert _day("Fiji ra lệnh giới nghiêm cho tới 5 giờ sáng thứ Năm.", language="vi") is None
    assert _day("The bomb went off shortly before dawn on Thursday.") == "2024-10-31"


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Having vowed that it would pay nothing, Lusaka put its seal to the deal on Tuesday evening.", "2024-10-29"),
        ("The port will not be sold, Finance Minister Ana Ruiz made plain Wednesday.", "2024-10-30"),
        ("Oman will run the port under a plan, signed in Lamu on Monday with both leaders looking on.", "2024-10-28"),
        ("Under a deal reached in Lamu on Tuesday, Oman will run the port.", "2024-10-29"),
        ("Fiji had promised the boats on Monday; the first two docked in Suva on Wednesday.", "2024-10-30"),
        ("At first Quito refused all help; on Sunday it will take whatever comes.", None),
        ("Oman will run the port, which will be handed over on Monday.", None),
    ],
)
def test_what_lies_ahead_ends_where_a_clause_tells_what_was_done(sentence, day):
    assert _day(sentence) == day


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("A nun who was seized in Lamu in May last year reached Rome on Tuesday.", "2024-10-29"),
        ("Strikers who had held the quay since the start of the month left it on Monday.", "2024-10-28"),
        ("The mayor was among walkers who were struck by a tram on Wednesday night.", "2024-10-30"),
        ("The army says it killed nine men near Goma on Tuesday.", "2024-10-29"),
        ("Rome thanked a nun who was freed in Lamu on Tuesday.", None),
    ],
)
def test_a_clause_with_its_own_time_leaves_the_day_to_the_main_one(sentence, day):
    assert _day(sentence) == day


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The pope calls on pilgrims to fast on Monday.", None),
        ("Lisbon told the envoys to come back on Wednesday with more.", None),
        ("Ruiz bows out, her deputy to be sworn in on Tuesday", None),
        ("Security Council to hold closed talks on Tuesday", None),
        ("The court summoned the owners to a hearing on Wednesday.", None),
        ("The chancellor is getting ready to see his rival on Monday.", None),
        ("Malta elects a new parliament on Sunday.", None),
        ("The court ordered both sides to cease fire on Tuesday.", "2024-10-29"),
    ],
)
def test_what_somebody_wants_or_is_about_to_do_lies_ahead(sentence, day):
    assert _day(sentence) == day


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The loser refuses to accept the victory of Ana Ruiz in Sunday's election.", None),
        ("Shares rose on hopes of a clear winner in Sunday's vote.", None),
        ("The Greens came first in Sunday's election.", "2024-10-27"),
        ("The Greens came out ahead of the Socialists in Sunday's election.", "2024-10-27"),
    ],
)
def test_a_vote_that_only_tells_which_victory_is_meant_dates_nothing(sentence, day):
    assert _day(sentence) == day


def test_who_speaks_may_be_told_at_length_in_a_later_sentence():
    assert (
        _day("RULING PARTY CLAIMS ALL. The two parties which back Ruiz said on Monday that they had won.")
        == "2024-10-28"
    )


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("More than 40,000 people had crossed into Chad by Thursday, the agency said.", "2024-10-31"),
        ("Rescuers in Leyte, Cebu and Bohol had recovered 130 bodies by October 31.", "2024-10-31"),
        ("The growers must come back with a better offer by October 31.", None),
        ("The minister was ordered to come back by Thursday.", None),
        ("The rowers were beaten by Thursday's champions.", None),
        ("The mayor went to Wednesday's summit in Tirana after all.", "2024-10-30"),
        ("The mayor was angry about Wednesday's summit in Tirana.", None),
        ("Thousands marched through Amman after Friday prayers.", "2024-11-01"),
        ("Men stood in silence after Friday's prayers.", "2024-11-01"),
        ("The fund approved the loan late last evening.", "2024-10-31"),
        ("A week ago, on October 24, Peru's parliament dismissed the minister.", "2024-10-24"),
    ],
)
def test_counts_and_prayers_have_their_day(sentence, day):
    assert _day(sentence) == day


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Sri Lanka đóng cửa mọi trường học kể từ hôm 31-10.", "2024-10-31"),
        ("Giá xăng ở Nigeria đã tăng gấp đôi kể từ ngày 30/10.", None),
        ("Giá xăng ở Nigeria gấp đôi kể từ ngày 1/5.", None),
        ("Đến sáng 1/11, số người chết trong trận bão đã lên tới 120.", "2024-11-01"),
        ("Lời kêu gọi được đưa ra hôm nay 01/11/2024.", "2024-11-01"),
        ("Trước đó một ngày, hôm 30-10, tổng thống Peru đã gặp người đồng cấp Chile.", "2024-10-30"),
        ("Cùng ngày 30/10, phát ngôn viên chính phủ Chile bác bỏ tin này.", "2024-10-30"),
        ("Ngày 31 – 10, hai ngoại trưởng hội đàm tại Geneva.", "2024-10-31"),
        ("Ngày 31 - 10 - 2023, hai ngoại trưởng hội đàm tại Geneva.", "2023-10-31"),
    ],
)
def test_vietnamese_days_from_which_something_holds_or_that_stand_beside_a_distance(sentence, day):
    assert _day(sentence, language="vi") == day


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("At least 21 people have died after a ferry sank on Lake Chad on Monday.", "2024-10-28"),
        ("Forty families have been cut off after the river washed away a bridge on Monday night.", "2024-10-28"),
        ("The minister has resigned over the flood on Monday.", None),
        ("Most people do not plan to vote in the local elections on November 17.", None),
        ("The envoys, due on Monday, will be shown around the dam.", None),
        ("The premier meets the envoy in Aden on Thursday.", "2024-10-31"),
        ("The council meets in Aden on Monday.", "2024-11-04"),
        ("The premier meets the envoy in Aden on Thursday to speak of fish.", "2024-11-07"),
    ],
)
def test_days_of_harm_done_and_of_those_who_are_due(sentence, day):
    assert _day(sentence) == day


def test_who_gives_a_ruling_gives_it_on_the_day_told():
    ruling = "A court in Calabar has sentenced two soldiers to 15 years for selling shells."
    assert _day(ruling, "Justice Ade Obi, who delivered the judgment on Monday, called it betrayal.") == "2024-10-28"
    assert _day(ruling, "Justice Ade Obi, who came to Calabar on Monday, called it betrayal.") is None


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Chín y tá bị bắn chết trong hai vụ tấn công ngày 28-10 tại Kano.", "2024-10-28"),
        ("Bộ trưởng Úc sẽ đặt bút ký thỏa thuận tại Phnom Penh hôm thứ Hai.", "2024-11-04"),
        ("Peru sẽ mở lại đại sứ quán ngày 12-11, bộ Ngoại giao nước này tuyên bố ngày 31-10.", "2024-10-31"),
        ("Ông sẽ tìm cách cắt viện trợ, ông viết trên Twitter hôm 31/10.", "2024-10-31"),
        ("Peru công nhận Palestine ba hôm trước khi tổng thống mãn nhiệm.", None),
        ("Peru phủ nhận cáo buộc; hôm trước LHQ nói hai cây cầu bị giật sập.", None),
        ("Tòa án tối cao của Peru cho 27 người bị giam về nhà trong hai ngày\n30 và 31/10.", "2024-10-30"),
    ],
)
def test_vietnamese_days_of_harm_and_behind_what_lies_ahead(sentence, day):
    assert _day(sentence, language="vi") == day


def test_what_holds_from_a_day_is_of_that_day_in_a_later_sentence():
    ban = "Viện công tố Koweit ra lệnh cấm hai cựu dân biểu xuất cảnh."
    assert _day(ban, "Lệnh cấm có hiệu lực kể từ ngày 31/10.", language="vi") == "2024-10-31"
