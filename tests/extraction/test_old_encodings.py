"""Vietnamese files from before Unicode are read, and refused where no reading makes sense."""

import pytest

from events.extraction import extract
from events.extraction.formats import vietnamese
from events.extraction.formats.text import read
from events.extraction.records import ArticleRefused, Refusal

# "Chính phủ Việt Nam hôm nay đã công bố kế hoạch mới về đường sắt và những cây cầu của thành phố Huế."
SENTENCE = "Chính phủ Việt Nam hôm nay đã công bố kế hoạch mới về đường sắt và những cây cầu của thành phố Huế."
TCVN3 = "ChÝnh phñ ViÖt Nam h«m nay ®· c«ng bè kÕ ho¹ch míi vÒ ®­êng s¾t vµ nh÷ng c©y cÇu cña thµnh phè HuÕ.".encode(
    "latin-1"
)
VNI = (
    "Chính phuû Vieät Nam hoâm nay ñaõ coâng boá keá hoaïch môùi veà ñöôøng saét vaø nhöõng caây caàu cuûa thaønh phoá "
    "Hueá."
).encode("latin-1")


@pytest.mark.parametrize(("raw", "encoding"), [(TCVN3, "tcvn3"), (VNI, "vni")])
def test_a_sentence_reads_as_it_was_written(raw, encoding):
    decoded = read(raw * 3)
    assert decoded.encoding == encoding
    assert decoded.text == SENTENCE * 3


def test_every_small_letter_with_its_tone_has_a_byte_in_tcvn3():
    toned = "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ"
    read_back = vietnamese.decode(bytes(range(0xA1, 0xFF)), "tcvn3")
    assert set(toned) <= set(read_back)


def test_capitals_in_vni_keep_their_tones():
    assert vietnamese.decode("VIEÄT NAM, ÑAØ NAÜNG, Ñöùc".encode("latin-1"), "vni") == "VIỆT NAM, ĐÀ NẴNG, Đức"


def test_windows_1258_is_still_told():
    import unicodedata

    vowels = {"ă", "â", "ê", "ô", "ơ", "ư", "đ", "Đ"}
    written = "".join(
        char if char in vowels else unicodedata.normalize("NFD", char) if char.isalpha() else char for char in SENTENCE
    )
    # Windows-1258 has â, ê and ô, but tones only as marks behind them
    written = written.replace("a\u0302", "â").replace("e\u0302", "ê").replace("o\u0302", "ô").replace("a\u0306", "ă")
    written = written.replace("o\u031b", "ơ").replace("u\u031b", "ư")
    written = written.replace("e\u0323\u0302", "ê\u0323").replace("a\u0323\u0302", "â\u0323")
    decoded = read((written + "\n").encode("cp1258") * 3)
    assert (decoded.encoding, decoded.text.strip().split("\n")[0]) == ("cp1258", SENTENCE)


def test_french_in_windows_1252_is_no_vietnamese():
    raw = "Le président a déclaré à l'Élysée que l'été serait chaud, où qu'il fût passé. ".encode("cp1252") * 5
    assert read(raw).encoding == "cp1252"


def test_bytes_in_which_nothing_reads_as_words_are_refused():
    raw = "Íà Óêðàèíå ïðîøëè âûáîðû ïðåçèäåíòà, ñîîáùèëà êîìèññèÿ. ".encode("latin-1") * 5
    with pytest.raises(ArticleRefused) as refused:
        read(raw)
    assert refused.value.code is Refusal.ENCODING


def test_an_old_file_becomes_events():
    raw = b"*" + TCVN3 + b" (TTXVN)\n*Hai n\xad\xedc: " + TCVN3[10:] + b" (AFP)\n"
    extraction = extract(raw, name="old.txt")
    assert extraction.document.language == "vi"
    assert len(extraction.events) == 2
