"""Fonts from before Unicode: text is converted where its letters bear out what the font says."""

from __future__ import annotations

import pytest
from small_pdf import Page, pdf
from word_files import p, word_file

from parcli.intake.readers.docx import read_docx
from parcli.intake.readers.legacy import (
    from_legacy,
    legacy_font,
    likely_font,
    shows_capitals,
    tcvn3,
    vni,
)
from parcli.intake.readers.opening import read_bytes
from parcli.intake.readers.rubbish import LOST_LETTERS, OTHER_FONT
from parcli.intake.readers.unicode_text import FONT

TYPED = "ñy ban nh©n d©n c¸c x· thùc hiÖn viÖc cña m×nh vµ ngµy m\xad\xadêi"
READ = "ủy ban nhân dân các xã thực hiện việc của mình và ngày mưười"


def in_font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


@pytest.mark.parametrize(
    ("name", "font", "capitals"),
    [
        (".VnTime", ".VnTime", False),
        ("ABCDEF+.VnTimeH", ".VnTimeH", True),
        (".VnTimeH-Bold", ".VnTimeH-Bold", True),
        (".VnArial NarrowH", ".VnArial NarrowH", True),
        ("VNI-Times", "VNI-Times", False),
        ("Times New Roman", "", False),
        (None, "", False),
    ],
)
def test_names(name: str | None, font: str, capitals: bool) -> None:
    assert (legacy_font(name), shows_capitals(font)) == (font, capitals)


def test_word_runs_in_a_legacy_font_among_others() -> None:
    raw = word_file(
        p("Số hiệu chuẩn đã là Unicode từ trước rồi " * 9)
        + p(TYPED, marks=in_font(".VnTime"))
        + p("kÕ ho¹ch", marks=in_font(".VnTimeH"))
        + p("phÇn", '<w:pStyle w:val="Cu"/>'),
        styles=f'<w:style w:type="paragraph" w:styleId="Cu"><w:name w:val="Cũ"/><w:rPr>'
        f"{in_font('.VnTime')}</w:rPr></w:style>",
    )
    document = read_docx(raw, "x.docx")

    assert [line.text for line in document.paragraphs()][1:] == [READ, "KẾ HOẠCH", "phần"]
    assert document.remarks == [(FONT, {"font": "TCVN3"})]


def test_unicode_under_the_name_of_a_legacy_font_stays() -> None:
    text = "Ủy ban nhân dân các xã thực hiện việc của mình"
    raw = word_file(p(text + " m\xadới", marks=in_font(".VnTime")))
    document = read_docx(raw, "x.docx")

    assert [line.text for line in document.paragraphs()] == [text + " mới"]
    assert document.remarks == []


def test_soft_hyphen_of_word_is_a_letter_of_tcvn3() -> None:
    run = f"<w:r><w:rPr>{in_font('.VnTime')}</w:rPr>"
    raw = word_file(f"<w:p>{run}<w:t>{TYPED} tr</w:t><w:softHyphen/><w:t>íc</w:t></w:r></w:p>")
    (line,) = read_docx(raw, "x.docx").paragraphs()

    assert line.text == f"{READ} trước"


def test_vni_in_a_table() -> None:
    typed = "UÛy ban nhaân daân vaø caùc sôû thöïc hieän vieäc cuûa ngaøy"
    cell = f"<w:tc>{p(typed, marks=in_font('VNI-Times'))}</w:tc>"
    document = read_docx(word_file(f"<w:tbl><w:tr>{cell}{cell}</w:tr></w:tbl>"), "x.docx")

    assert {line.text for line in document.paragraphs()} == {
        "Ủy ban nhân dân và các sở thực hiện việc của ngày"
    }


def test_pdf() -> None:
    pytest.importorskip("pdfplumber")
    raw = pdf(Page().text(50, 50, TYPED), font=".VnTime")
    document = read_bytes(raw, "x.pdf", ".pdf")

    assert [line.text for line in document.paragraphs()] == [READ]
    assert document.remarks == [(FONT, {"font": "TCVN3"})]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark(encoding: str) -> None:
    text = "Ủy ban nhân dân các xã thực hiện việc của mình trước ngày 15 tháng 3 và báo cáo kết quả"
    document = read_bytes(f"{text}\n{text}".encode(encoding), "x.txt", ".txt")

    assert [line.text for line in document.paragraphs()] == [text, text]


@pytest.mark.parametrize(
    ("typed", "font", "read"),
    [
        (
            "UBND x· Hßa B×nh yªu cÇu Phßng Kinh tÕ",
            "TCVN3",
            "UBND xã Hòa Bình yêu cầu Phòng Kinh tế",
        ),
        ("COÄNG HOØA XAÕ HOÄI", "VNI", "CỘNG HÒA XÃ HỘI"),
        ("Bình trì", "", "Bình trì"),
        ("Kế hoạch số 45 của phường", "", "Kế hoạch số 45 của phường"),
        ("Señor Müller, café à la crème", "", "Señor Müller, café à la crème"),
    ],
)
def test_short_text_decides_by_its_syllables(typed: str, font: str, read: str) -> None:
    assert from_legacy(typed) == (read, font)


def test_one_marked_word_decides_where_the_font_is_named() -> None:
    raw = word_file(p("Phòng chủ trì việc này") + p("C«ng an", marks=in_font(".VnTime")))
    document = read_docx(raw, "x.docx")

    assert [line.text for line in document.paragraphs()] == ["Phòng chủ trì việc này", "Công an"]
    assert document.remarks == [(FONT, {"font": "TCVN3"})]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Së NéI Vô", "SỞ NỘI VỤ"),
        ("Së Néi vô", "Sở Nội vụ"),
        ("Së KH&§T tham m\xadu", "Sở KH&ĐT tham mưu"),
    ],
)
def test_capitals_without_toned_letters_of_their_own(typed: str, read: str) -> None:
    assert tcvn3(typed) == read


def test_marks_of_vni_are_read_once() -> None:
    assert vni("HOØA, Nam Ñònh, ÒCH") == "HÒA, Nam Định, ỊCH"


def test_what_cannot_be_told() -> None:
    assert likely_font("báo cáo") == ""


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("Xin l\ufffdi b\ufffdng", LOST_LETTERS),
        ("C?c s?, ban, ng?nh", LOST_LETTERS),
        ("C«ng an phêng phèi hîp", OTHER_FONT),
        ("Ai làm? Làm gì? Xem https://a.vn/x?b=c&d?e", None),
        ("Công an phường phối hợp", None),
    ],
)
def test_rubbish_among_sound_text_is_told_with_its_place(line: str, message: str | None) -> None:
    sound = "Ủy ban nhân dân các xã thực hiện việc của mình vào ngày mười lăm. " * 8
    document = read_bytes(f"{sound}\n\n{line}\n".encode(), "x.txt", ".txt")

    told = [(each.message, each.text) for each in document.unread]
    assert told == ([(message, line)] if message else [])
