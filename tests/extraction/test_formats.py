"""Word, PDF, e-mail, Markdown and archives become text, or are refused for a reason that can be named."""

import io
import zipfile
from email.message import EmailMessage

import docx
import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from events.extraction import extract
from events.extraction.formats import containers, decode, mail
from events.extraction.records import ArticleRefused, Refusal

LIMIT = 1_000_000


def a_word_file(*paragraphs: str, listed=(), table=()) -> bytes:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    for text in listed:
        document.add_paragraph(text, style="List Bullet")
    if table:
        grid = document.add_table(rows=0, cols=len(table[0]))
        for row in table:
            for cell, text in zip(grid.add_row().cells, row, strict=True):
                cell.text = text
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def a_pdf(*pages: list[str], password: str = "") -> bytes:
    """Pages of lines in Helvetica, one under the other."""
    writer = PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    for lines in pages:
        page = writer.add_blank_page(595, 842)
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
        )
        drawn = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
        stream = DecodedStreamObject()
        stream.set_data(f"BT /F1 11 Tf 50 790 Td {drawn}ET".encode("latin-1"))
        page[NameObject("/Contents")] = writer._add_object(stream)
    if password:
        writer.encrypt(password)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def a_letter(subject: str, body: str, *, html: bool = False, files: dict[str, bytes] | None = None) -> bytes:
    letter = EmailMessage()
    letter["From"], letter["To"] = "wire@example.org", "desk@example.org"
    letter["Subject"], letter["Date"] = subject, "Wed, 18 Nov 2026 09:30:00 +0700"
    letter.set_content(body, subtype="html" if html else "plain")
    for name, content in (files or {}).items():
        letter.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return letter.as_bytes()


def a_zip(files: dict[str, bytes], **options) -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED, **options) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return raw.getvalue()


def refusal_of(raw: bytes) -> Refusal:
    with pytest.raises(ArticleRefused) as refused:
        decode(raw)
    return refused.value.code


def test_a_word_file_is_read_paragraph_by_paragraph_with_its_accents():
    read = decode(a_word_file("Hội nghị khai mạc ở Hà Nội.", "Hai bên ra tuyên bố chung."))
    assert read.text == "Hội nghị khai mạc ở Hà Nội.\n\nHai bên ra tuyên bố chung."
    assert read.media_type.endswith("wordprocessingml.document")


def test_list_items_of_a_word_file_keep_a_mark_that_layouts_read():
    read = decode(a_word_file("Today:", listed=["Peru met Chile.", "Oslo hosted talks."]))
    assert read.text.split("\n\n") == ["Today:", "- Peru met Chile.", "- Oslo hosted talks."]


def test_the_cells_of_a_word_file_are_read_in_order():
    read = decode(a_word_file(table=[("Europe", "Talks in Oslo"), ("Asia", "Drill off Busan")]))
    assert read.text.split("\n\n") == ["Europe", "Talks in Oslo", "Asia", "Drill off Busan"]


def test_the_lines_of_a_pdf_are_joined_to_paragraphs_across_pages():
    full = "The ministers of both countries met in the capital on Monday and"
    pages = [[full, full, "agreed to open the bor-", "1"], ["2", "A second paragraph stands alone."]]
    text = decode(a_pdf(*pages)).text
    assert text.startswith(f"{full} {full} agreed to open")
    assert text.endswith("\n\nA second paragraph stands alone.")
    assert "1" not in text


def test_a_pdf_with_pictures_only_says_so():
    assert refusal_of(a_pdf([])) is Refusal.SCAN


def test_a_pdf_with_a_password_says_so():
    locked = a_pdf(["Talks went on."], password="secret")
    assert PdfReader(io.BytesIO(locked)).is_encrypted
    assert refusal_of(locked) is Refusal.PROTECTED


@pytest.mark.parametrize("raw", [b"%PDF-1.7 and nothing more", a_pdf(["Talks went on."])[:300]], ids=["stub", "cut"])
def test_a_damaged_pdf_says_so(raw):
    assert refusal_of(raw) is Refusal.DAMAGED


def test_a_damaged_word_file_says_so():
    assert refusal_of(a_word_file("Talks went on.")[:-200]) is Refusal.DAMAGED


def test_a_letter_is_its_subject_its_day_and_its_words():
    text = decode(a_letter("Peru and Chile agree", "Lima and Santiago settled their dispute.\n")).text
    assert text == "Peru and Chile agree\n\nDate: 18 November 2026\n\nLima and Santiago settled their dispute."
    assert "desk@example.org" not in text


def test_the_day_of_a_letter_dates_its_events():
    letter = a_letter("Peru and Chile agree", "LIMA - Peru and Chile agreed on Monday to open their border.")
    result = extract(letter, name="letter.eml")
    assert str(result.document.published) == "2026-11-18"
    assert [str(event.date) for event in result.events] == ["2026-11-16"]


def test_a_letter_in_html_is_read_as_a_page():
    text = decode(a_letter("Talks", "<p>Talks <b>went</b> on.</p><script>bad()</script>", html=True)).text
    assert text.endswith("Talks went on.")


@pytest.mark.parametrize(
    "text",
    ["Note: talks went on.\nMore: tomorrow.\n", "Paris: the minister spoke.\n\nDate: Monday\nSubject: taxes\n"],
)
def test_an_article_with_colons_is_no_letter(text):
    assert not mail.is_mail(text.encode())


def test_markdown_loses_its_marks_and_keeps_its_words_and_lists():
    page = (
        "# World today\n\n**Peru** met [Chile](https://example.org/a).\n\n* Talks: Oslo hosted.\n\n> Quoted\n\n---\n"
        "![map](m.png)\n"
    )
    read = decode(page.encode())
    assert read.text.split() == ["World", "today", "Peru", "met", "Chile.", "*", "Talks:", "Oslo", "hosted.", "Quoted"]
    assert read.media_type == "text/markdown"


@pytest.mark.parametrize("text", ["*Talks: **went** on.\n", "No. #1 hit\n# of seats: 5\n", "a\n#hashtag [x](y)\n"])
def test_a_plain_text_with_a_star_or_a_hash_is_no_markdown(text):
    assert decode(text.encode()).text == text


def test_an_archive_gives_its_files_one_by_one_without_what_systems_hide():
    raw = a_zip({"a/one.txt": b"One.", "Hà Nội.txt": b"Two.", "__MACOSX/a/._one.txt": b"x", "a/.DS_Store": b"x"})
    assert [(m.name, m.raw) for m in containers.members(raw, largest=LIMIT)] == [
        ("a/one.txt", b"One."),
        ("Hà Nội.txt", b"Two."),
    ]


def test_a_word_file_is_no_archive():
    assert not containers.is_container(a_word_file("Talks went on."))


def test_a_letter_with_files_gives_itself_and_them():
    raw = a_letter("Three reports", "See attached.", files={"one.txt": b"One.", "two.docx": a_word_file("Two.")})
    assert containers.is_container(raw)
    assert [m.name for m in containers.members(raw, largest=LIMIT)] == ["", "one.txt", "two.docx"]


def test_an_archive_that_unpacks_to_too_much_is_never_unpacked():
    bomb = a_zip({"zeros.txt": bytes(60_000_000)}, compresslevel=9)
    with pytest.raises(ArticleRefused) as refused:
        list(containers.members(bomb, largest=LIMIT))
    assert refused.value.code is Refusal.TOO_MUCH


def test_a_word_file_that_unpacks_to_too_much_is_never_unpacked():
    assert refusal_of(a_zip({"word/document.xml": bytes(60_000_000)}, compresslevel=9)) is Refusal.TOO_MUCH


def test_a_file_of_an_archive_that_is_too_long_stops_no_other():
    members = list(containers.members(a_zip({"long.txt": b"x" * 2_000, "short.txt": b"y"}), largest=1_000))
    assert [(m.name, m.refusal) for m in members] == [("long.txt", Refusal.TOO_LARGE), ("short.txt", None)]


@pytest.mark.parametrize(
    ("raw", "code"),
    [(a_zip({}), Refusal.NO_TEXT), (a_zip({"a.txt": b"A text. " * 50})[:-30], Refusal.DAMAGED)],
    ids=["empty", "cut"],
)
def test_an_archive_without_files_to_read_says_why(raw, code):
    with pytest.raises(ArticleRefused) as refused:
        list(containers.members(raw, largest=LIMIT))
    assert refused.value.code is code
