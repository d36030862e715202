"""Pasted text: tables by tab, pipe and HTML, Markdown, list items on one line, old encodings."""

from __future__ import annotations

import pytest

from parcli.intake.blocks import Paragraph, Table
from parcli.intake.readers.legacy import from_legacy, vni
from parcli.intake.readers.markup import list_items, styled_lines
from parcli.intake.readers.text import CONVERTED, read_text_document
from parcli.intake.stitch import stitched

VIETNAMESE = "Ủy ban nhân dân tỉnh và các sở, ban, ngành thực hiện nhiệm vụ của kế hoạch"


def cells(text: str) -> list[list[str]]:
    (found,) = read_text_document(text.encode(), "x").blocks
    assert isinstance(found, Table)
    return [[cell.text for cell in row.cells] for row in found.rows]


def test_tables() -> None:
    assert cells("TT\tNhiệm vụ\n1\tA") == [["TT", "Nhiệm vụ"], ["1", "A"]]
    assert cells("| TT | Nhiệm vụ |\n|---|---|\n| 1 | **A** |") == [["TT", "Nhiệm vụ"], ["1", "A"]]


def test_html_table_with_spans() -> None:
    first = "<tr><td rowspan='2'>a</td><td colspan='2'>b</td></tr>"
    text = f"<table>{first}<tr><td>c</td><td>d</td></tr></table>"
    (found,) = read_text_document(text.encode(), "x").blocks
    assert isinstance(found, Table)
    assert [[(c.text, c.column, c.span, c.above) for c in row.cells] for row in found.rows] == [
        [("a", 0, 1, False), ("b", 1, 2, False)],
        [("", 0, 1, True), ("c", 1, 1, False), ("d", 2, 1, False)],
    ]


def test_emphasis() -> None:
    (line,) = styled_lines("**Đậm** và *nghiêng* &amp; <b>đậm</b><u>!</u>")
    assert [(run.text, run.bold, run.italic) for run in line if run.text.strip()] == [
        ("Đậm", True, False),
        (" và ", False, False),
        ("nghiêng", False, True),
        (" & ", False, False),
        ("đậm", True, False),
        ("!", False, False),
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("<i>Tuyên truyền:</i> - Đăng tin - Phát thanh", 3),
        ("- Đăng tin - 100% hồ sơ", 2),
        ("Lao động - Thương binh và Xã hội", 1),
        ("- Sở Lao động - Thương binh và Xã hội", 1),
        ("- Văn phòng HĐND - UBND thị xã", 1),
        ("phát triển kinh tế - xã hội", 1),
        ("giai đoạn 2021 - 2025", 1),
    ],
)
def test_list_items_on_one_line(text: str, count: int) -> None:
    (line,) = styled_lines(text)
    assert len(list_items(line)) == count


def test_headings_rules_and_escapes() -> None:
    document = read_text_document("# KẾ HOẠCH\n\n---\n\n1\\. Nội dung".encode(), "x.md")
    first, second = document.blocks
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert (first.text, first.bold, second.text) == ("KẾ HOẠCH", True, "1. Nội dung")


@pytest.mark.parametrize(
    ("encoding", "told"),
    [("utf-8", ""), ("utf-8-sig", ""), ("utf-16", "UTF-16")],
)
def test_encodings(encoding: str, told: str) -> None:
    document = read_text_document(VIETNAMESE.encode(encoding), "x")
    assert [p.text for p in document.paragraphs()] == [VIETNAMESE]
    assert document.remarks == ([(CONVERTED, {"encoding": told})] if told else [])


def test_windows_1258() -> None:
    typed = "Phòng Nội vụ và đơn vị được giao".encode("cp1258", errors="ignore")
    document = read_text_document(typed, "x")
    assert document.remarks == [(CONVERTED, {"encoding": "Windows-1258"})]


def test_fonts_before_unicode() -> None:
    tcvn = "ñy ban nh©n d©n vµ c¸c së cña tØnh thùc hiÖn viÖc"
    assert from_legacy(tcvn) == ("ủy ban nhân dân và các sở của tỉnh thực hiện việc", "TCVN3")
    typed = "UÛy ban nhaân daân vaø caùc sôû cuûa tænh thöïc hieän vieäc ngaøy"
    assert from_legacy(typed) == ("Ủy ban nhân dân và các sở của tỉnh thực hiện việc ngày", "VNI")
    assert from_legacy(VIETNAMESE) == (VIETNAMESE, "")
    assert from_legacy("plain English text") == ("plain English text", "")
    assert vni("ñöôïc") == "được"
    raw = tcvn.encode("latin-1")
    first = next(read_text_document(raw, "x").paragraphs())
    assert first.text.startswith("ủy ban")


def test_sentence_over_a_page_break_and_page_numbers() -> None:
    text = "giảm các giấy tờ\n\n2\n\nhành chính, chi phí.\n\nCâu khác."
    document = stitched(read_text_document(text.encode(), "x"))
    assert [p.text for p in document.paragraphs()] == [
        "giảm các giấy tờ hành chính, chi phí.",
        "Câu khác.",
    ]


def test_table_over_a_page_break() -> None:
    head = "TT\tNhiệm vụ\tChủ trì\tPhối hợp"
    first = f"{head}\n1\tKiểm tra các\tSở A\tSở B"
    text = f"{first}\n\n{head}\n\tđơn vị trực thuộc\t\t\n2\tHai\tSở A\tSở B"
    (table,) = stitched(read_text_document(text.encode(), "x")).blocks
    assert isinstance(table, Table)
    assert [row.texts[1] for row in table.rows] == [
        "Nhiệm vụ",
        "Kiểm tra các đơn vị trực thuộc",
        "Hai",
    ]


def test_every_block_knows_its_line() -> None:
    text = (
        "\n  Mở đầu\n\n\n---\n# Đề mục\nHai <br>nửa\n\nTT\tViệc\n1\tlàm\n\n"
        "<table>\n<tr><td>a</td></tr>\n\n<tr><td>b</td></tr></table>\n"
        "| x | y |\n|---|---|\n| z | t |"
    )
    document = read_text_document(text.encode(), "x.txt")

    assert [(line.text, line.place.line) for line in document.paragraphs()] == [
        ("Mở đầu", 2),
        ("Đề mục", 6),
        ("Hai", 7),
        ("nửa", 7),
        *[("TT", 9), ("Việc", 9), ("1", 10), ("làm", 10)],
        *[("a", 13), ("b", 15)],
        *[("x", 16), ("y", 16), ("z", 18), ("t", 18)],
    ]


def test_a_character_is_told_by_line_and_column() -> None:
    text = "1. Việc dài và\n   chưa hết ở đây,\n   còn nữa.\n"
    document = stitched(read_text_document(text.encode(), "x.txt"))
    (whole,) = document.paragraphs()

    assert whole.text == "1. Việc dài và chưa hết ở đây, còn nữa."
    for word, line, column in (("Việc", 1, 4), ("chưa", 2, 4), ("đây", 2, 15), ("nữa", 3, 8)):
        place, found = whole.position(whole.text.index(word))
        assert (place.line, found) == (line, column)
