"""What Word keeps out of the text or hides in it: numbering, merged cells, boxes, changes."""

from __future__ import annotations

import pytest
from word_files import p, word_file

from parcli.intake.blocks import Document, Paragraph, Table
from parcli.intake.readers.docx import CHANGES, MACROS, NESTED, read_docx
from parcli.intake.readers.docx_numbering import _written
from parcli.intake.readers.unicode_text import FONT


def level(depth: int, form: str, text: str) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


LIST = (
    '<w:abstractNum w:abstractNumId="1">'
    + level(0, "upperRoman", "%1.")
    + level(1, "decimal", "%2.")
    + level(2, "decimal", "%2.%3.")
    + level(3, "lowerLetter", "%4)")
    + level(4, "bullet", "&#xF02D;")
    + "</w:abstractNum>"
    '<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="8"><w:abstractNumId w:val="1"/>'
    '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
)


def item(text: str, depth: int, number: str = "7") -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def lines(document: Document) -> list[str]:
    return [block.line for block in document.blocks if isinstance(block, Paragraph)]


def test_numbers_that_word_computes() -> None:
    body = (
        item("Một", 0) + item("hai", 1) + item("ba", 2) + item("bốn", 3) + item("năm", 3)
        + item("sáu", 4) + item("bảy", 1) + item("tám", 2) + item("Chín", 0) + item("mười", 1)
    )  # fmt: skip
    assert lines(read_docx(word_file(body, numbering=LIST), "x.docx")) == [
        "I. Một", "1. hai", "1.1. ba", "a) bốn", "b) năm", "- sáu", "2. bảy", "2.1. tám",
        "II. Chín",
        "1. mười",
    ]  # fmt: skip


def test_list_that_starts_anew() -> None:
    body = item("a", 1) + item("b", 1) + item("c", 1, "8") + item("d", 1, "8")
    assert lines(read_docx(word_file(body, numbering=LIST), "x.docx")) == [
        "1. a",
        "2. b",
        "5. c",
        "6. d",
    ]


@pytest.mark.parametrize(
    ("form", "count", "shown"),
    [
        ("lowerLetter", 27, "aa"),
        ("upperLetter", 2, "B"),
        ("lowerRoman", 14, "xiv"),
        ("upperRoman", 49, "XLIX"),
        ("decimalZero", 3, "03"),
        ("decimal", 12, "12"),
    ],
)
def test_forms_of_numbers(form: str, count: int, shown: str) -> None:
    assert _written(count, form) == shown


def test_numbering_of_a_style() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="M"><w:name w:val="Mục"/><w:pPr><w:numPr>'
        '<w:numId w:val="7"/></w:numPr></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="N"><w:basedOn w:val="M"/></w:style>'
    )
    body = p("Mục đích", '<w:pStyle w:val="M"/>') + p("Nhiệm vụ", '<w:pStyle w:val="N"/>')
    found = read_docx(word_file(body, numbering=LIST, styles=styles), "x.docx").blocks
    assert [block.line for block in found if isinstance(block, Paragraph)] == [
        "I. Mục đích",
        "II. Nhiệm vụ",
    ]
    assert all(isinstance(block, Paragraph) and block.bold for block in found)


def test_merged_and_split_cells() -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"

    restart, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    wide = '<w:gridSpan w:val="2"/>'
    first = cell("TT", restart) + cell("Phân công", wide)
    second = cell("", goes_on) + cell("Chủ trì") + cell("Phối hợp")
    table = f"<w:tbl><w:tr>{first}</w:tr><w:tr>{second}</w:tr></w:tbl>"
    (found,) = read_docx(word_file(table), "x.docx").blocks
    assert isinstance(found, Table)
    assert found.width == 3
    assert [[(c.flat, c.column, c.span, c.above) for c in row.cells] for row in found.rows] == [
        [("TT", 0, 1, False), ("Phân công", 1, 2, False)],
        [("", 0, 1, True), ("Chủ trì", 1, 1, False), ("Phối hợp", 2, 1, False)],
    ]


def test_line_breaks_in_a_cell_are_lines() -> None:
    inner = "<w:p><w:r><w:t>- một</w:t><w:br/><w:t>- hai</w:t></w:r></w:p>"
    (found,) = read_docx(word_file(f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>"), "x").blocks
    assert isinstance(found, Table)
    assert [line.text for line in found.rows[0].cells[0].lines] == ["- một", "- hai"]


def test_text_box_once_and_in_its_place() -> None:
    box = f"<w:txbxContent>{p('HỎA TỐC')}</w:txbxContent>"
    drawn = (
        "<w:p><w:r><w:t>trước</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing>"
        f"<wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert lines(read_docx(word_file(drawn + p("sau")), "x.docx")) == ["trước", "HỎA TỐC", "sau"]


def test_tracked_changes_are_taken_as_made() -> None:
    body = (
        "<w:p><w:r><w:t>Trước ngày </w:t></w:r><w:del><w:r><w:delText>15</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>20</w:t></w:r></w:ins></w:p>"
    )
    document = read_docx(word_file(body), "x.docx")
    assert lines(document) == ["Trước ngày 20"]
    assert document.remarks == [(CHANGES, {})]


def test_footnotes_come_last_and_separators_do_not() -> None:
    line = f'<w:footnote w:type="separator">{p("—")}</w:footnote>'
    notes = f'{line}<w:footnote w:id="2">{p("Xem phụ lục")}</w:footnote>'
    document = read_docx(word_file(p("Nội dung"), footnotes=notes), "x.docx")
    assert [note.text for note in document.notes] == ["Xem phụ lục"]


def test_hidden_text_and_field_codes_are_no_text() -> None:
    body = (
        p("ẩn", marks="<w:vanish/>")
        + "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>trang</w:t></w:r></w:p>"
        + p("hoa", marks="<w:caps/>")
    )
    assert lines(read_docx(word_file(body), "x.docx")) == ["trang", "HOA"]


def test_content_controls_and_nested_tables() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{p('Trong')}</w:tc></w:tr></w:tbl>"
    body = (
        f"<w:sdt><w:sdtContent>{p('ô điền')}</w:sdtContent></w:sdt>"
        f"<w:tbl><w:tr><w:tc>{p('ngoài')}{inner}</w:tc></w:tr></w:tbl>"
    )
    document = read_docx(word_file(body), "x.docx")
    text, table = document.blocks
    assert isinstance(text, Paragraph)
    assert isinstance(table, Table)
    assert (text.text, table.rows[0].cells[0].text) == ("ô điền", "ngoài\nTrong")
    assert document.remarks == [(NESTED, {})]


def test_pages_of_word_are_not_known() -> None:
    body = p("một") + '<w:p><w:r><w:br w:type="page"/></w:r></w:p>' + p("hai")
    found = read_docx(word_file(body), "x.docx").blocks
    assert [(b.place.page, b.place.paragraph) for b in found] == [(None, 1), (None, 3)]


def test_legacy_font_is_converted() -> None:
    typed = "ñy ban nh©n d©n tØnh vµ c¸c së, ban, ngµnh thùc hiÖn viÖc cña m×nh"
    document = read_docx(word_file(p(typed)), "x.docx")
    assert lines(document) == ["ủy ban nhân dân tỉnh và các sở, ban, ngành thực hiện việc của mình"]
    assert document.remarks == [(FONT, {"font": "TCVN3"})]


def test_macros_are_told_and_not_read() -> None:
    import io
    import zipfile

    raw = word_file(p("Nội dung"))
    stream = io.BytesIO(raw)
    with zipfile.ZipFile(stream, "a") as made:
        made.writestr("word/vbaProject.bin", b"x")
    assert (MACROS, {}) in read_docx(stream.getvalue(), "x.docm").remarks
