"""International organizations and movements in both languages."""

import pytest

from events.extraction import gazetteer
from events.extraction.names import names_for
from events.extraction.records import Span, Vocabulary
from tests.extraction.names_builders import values

ENGLISH = [
    ("The European Union (EU) and the European Commission agreed.", "EU"),
    ("The UN Security Council met at the United Nations.", "UN"),
    ("NATO and the African Union (AU) held talks.", "NATO|AU"),
    ("The WHO, UNICEF and the IAEA sent teams.", "WHO|UNICEF|IAEA"),
    ("BRICS, the G7 and the G20 differ.", "BRICS|G7|G20"),
    ("Hezbollah and Hamas rejected it; the Houthis did not.", "Hezbollah|Hamas|Houthis"),
    ("Islamic State (IS) claimed the attack, IS said.", "IS"),
    ("The International Criminal Court (ICC) in The Hague ruled.", "ICC"),
    ("Asia-Pacific Economic Cooperation leaders dined.", "APEC"),
    ("Doctors Without Borders and the Red Cross left.", "MSF|Red Cross"),
    ("The Kenya Red Cross sent tents.", "Red Cross"),
    ("The International Committee of the Red Cross (ICRC) left; the Red Cross will be back.", "ICRC"),
    ("The AU's Peace and Security Council met; so did the National Security Council.", "AU"),
    ("The UN's cultural agency and the U.N. food agency sent teams.", "UNESCO|WFP"),
    ("The UN's top court heard the refugee agency of the UN.", "ICJ|UN"),
    ("The UN human rights chief and the High Commissioner for Human Rights spoke; OHCHR staff left.", "UN|OHCHR"),
    ("TPNPB rebels met the European Court of Justice.", "TPNPB|ECJ"),
    ("FLNKS leaders and SPLM-North rebels met.", "FLNKS|SPLM-North"),
    ("Talks with Brussels on a fishing treaty broke down.", "EU"),
    ("Brussels agreed to pay; Brussels airport stayed shut.", "EU"),
    ("A tram hit a bus in Brussels.", ""),
    ("Vaccines came under COVAX; Gavi paid.", "COVAX|Gavi"),
    ("The Uganda People's Defence Forces crossed the river.", ""),
    ("Congo's AFC leader Nangaa spoke in Goma.", ""),
    ("PUTIN IS READY FOR TALKS", ""),
    ("Who is it? He is here.", ""),
    ("Russia's Security Council and Iran's Supreme National Security Council met.", ""),
    ("The UN's Human Rights Council voted.", "UN"),
    ("Amnesty was granted to the rebels; anonymous donors paid.", ""),
    ("Amnesty International objected. Amnesty asked for a probe.", "Amnesty International"),
    ("Ann Wagner voted against it, Wagner Moura sang.", ""),
    ("Wagner fighters left the town.", "Wagner"),
    ("Japan's SDF launched a rocket.", ""),
    ("Syrian Democratic Forces (SDF) freed a Japanese hostage, the SDF said.", "SDF"),
    ("The Sea of Azov froze, the Commonwealth of Virginia paid.", ""),
    ("European farmers and the united nations of fans cheered.", ""),
]
VIETNAMESE = [
    ("Liên minh châu Âu (EU) và Ủy ban châu Âu (EC) nhất trí.", "EU"),
    ("Liên Hợp Quốc, LHQ và Hội đồng Bảo an họp.", "UN"),
    ("Liên Hiệp Quốc kêu gọi kiềm chế.", "UN"),
    ("Tổ chức Hiệp ước Bắc Đại Tây Dương mở rộng.", "NATO"),
    ("Tổ chức Y tế Thế giới và Quỹ Tiền tệ Quốc tế cảnh báo.", "WHO|IMF"),
    ("Tổ chức Các Quốc Gia Châu Mỹ và tổ chức Hợp Tác Hồi Giáo lên án.", "OAS|OIC"),
    ("Hội Chữ thập đỏ và Ủy ban Chữ thập đỏ quốc tế cử đoàn.", "Red Cross|ICRC"),
    ("Mặt trận Giải phóng Oromo trở về nước.", "Oromo Liberation Front"),
    ("Cao ủy Liên hợp quốc về người tỵ nạn báo động.", "UNHCR"),
    ("Thủ lĩnh nhóm Bộ Tứ về Sudan họp.", ""),
    ("Phong trào Hamas và lực lượng Houthi từ chối.", "Hamas|Houthis"),
    ("Nhà nước Hồi giáo (IS) tự xưng nhận trách nhiệm.", "IS"),
    ("Cơ quan Năng lượng Nguyên tử Quốc tế (IAEA) thanh sát.", "IAEA"),
    ("Tòa án Hình sự Quốc tế ra lệnh bắt.", "ICC"),
    ("Hiệp hội các quốc gia Đông Nam Á (ASEAN) ra tuyên bố.", "ASEAN"),
    ("Châu Âu rét đậm.", ""),
    ("Daech và Al Qaida tấn công, theo OTAN.", "IS|Al-Qaeda|NATO"),
    ("Tổ Chức Các Nước Châu Mỹ (OEA) họp.", "OAS"),
    ("Hàn Quốc kiện ra Tổ Chức Thương Mại Thế Giới, OMC vào cuộc.", "WTO"),
    ("Tòa Án Hình Sự Quốc Tế (CPI) ra lệnh bắt, CPI cho biết.", "ICC"),
    ("Giá CPI tăng, chính phủ đoàn kết quốc gia ra đời.", ""),
    ("Lực lượng phản ứng nhanh của cảnh sát được điều tới.", ""),
]


@pytest.mark.parametrize(("sentence", "names"), ENGLISH, ids=[sentence[:40] for sentence, _ in ENGLISH])
def test_organizations_of_an_english_sentence(sentence, names):
    assert values(sentence, "en", "organization") == [name for name in names.split("|") if name]


@pytest.mark.parametrize(("sentence", "names"), VIETNAMESE, ids=[sentence[:40] for sentence, _ in VIETNAMESE])
def test_organizations_of_a_vietnamese_sentence(sentence, names):
    assert values(sentence, "vi", "organization") == [name for name in names.split("|") if name]


def test_countries_inside_an_organizations_name_do_not_count():
    assert values("The Shanghai Cooperation Organization and Islamic State of Iraq and Syria", "en", "country") == []


def test_nasa_is_an_organization_and_speaks_for_its_country():
    assert values("NASA delayed the launch.", "en", "organization") == ["NASA"]
    assert values("NASA delayed the launch.", "en", "country") == ["US"]


@pytest.mark.parametrize("language", gazetteer.LANGUAGES)
def test_every_organization_is_found_by_each_of_its_names(language):
    names = names_for(Vocabulary())
    frame = "Yesterday %s spoke." if language == "en" else "Hôm qua %s lên tiếng."
    missed = []
    for organization in gazetteer.organizations():
        for form in getattr(organization, f"names_{language}"):
            text = frame % form
            found = names.read(text, language).within([Span(0, len(text))])
            if organization.name not in {mention.value for mention in found if mention.kind == "organization"}:
                missed.append((organization.slug, form))
    assert missed == []


def test_no_spelling_stands_for_two_organizations():
    owners = {}
    for organization in gazetteer.organizations():
        for form in {*organization.names_en, *organization.names_vi, *organization.weak_en, *organization.weak_vi}:
            owners.setdefault(form, set()).add(organization.slug)
    assert {form: slugs for form, slugs in owners.items() if len(slugs) > 1} == {}


def test_the_body_that_another_acts_for_is_known():
    known = {organization.name for organization in gazetteer.organizations()}
    assert {organization.acts_for for organization in gazetteer.organizations()} - {None} <= known


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("UNMISS peacekeepers came under fire.", "en", ["UN", "UNMISS"]),
        ("Phái bộ Liên hợp quốc tại Mali bị tấn công.", "vi", ["MINUSMA", "UN"]),
        ("Islamic State Khorasan claimed the blast.", "en", ["IS", "ISIS-K"]),
        ("Men of the People's Defence Force (PDF) met. The PDF gave no figures.", "en", ["People's Defence Force"]),
        ("The report came as a PDF.", "en", []),
        ("The Fed held its rate. Fed up, traders left.", "en", ["Fed"]),
        ("Fed giữ nguyên lãi suất.", "vi", ["Fed"]),
        ("The Southern Transitional Council (STC) seized the port; the STC denied it.", "en",
         ["Southern Transitional Council"]),
        ("HEALTH CARE IS THE ISSUE", "en", []),
    ],
)  # fmt: skip
def test_shared_abbreviations_and_missions(text, language, expected):
    assert values(text, language, "organization") == expected
