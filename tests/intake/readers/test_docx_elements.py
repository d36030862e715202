"""Less common elements of a Word file: moved text, content controls, symbols, endnotes, boxes."""

from __future__ import annotations

import pytest
from word_files import p, word_file

from parcli.intake.blocks import Document, Paragraph, Table
from parcli.intake.readers.docx import CHANGES, read_docx
from parcli.intake.readers.unicode_text import FONT


def read(body: str, **parts: str) -> Document:
    return read_docx(word_file(body, **parts), "x.docx")


def lines(document: Document) -> list[str]:
    return [block.line for block in document.blocks if isinstance(block, Paragraph)]


def cells(document: Document) -> list[list[str]]:
    (table,) = document.blocks
    assert isinstance(table, Table)
    return [[cell.text for cell in row.cells] for row in table.rows]


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def row(*texts: str, layout: str = "") -> str:
    inner = "".join(f"<w:tc>{p(text)}</w:tc>" for text in texts)
    return f"<w:tr><w:trPr>{layout}</w:trPr>{inner}</w:tr>"


@pytest.mark.parametrize(
    ("body", "expected", "changed"),
    [
        (f"<w:ins>{p('thêm')}</w:ins>", ["thêm"], True),
        (f"<w:moveTo>{p('chuyển đến')}</w:moveTo>", ["chuyển đến"], True),
        (f"<w:del>{p('bỏ')}</w:del>{p('còn')}", ["còn"], False),
        (f"<w:customXml>{p('trong thẻ')}</w:customXml>", ["trong thẻ"], False),
        ("<w:sdt/>" + p("sau"), ["sau"], False),
        (
            f"<mc:AlternateContent><mc:Choice>{p('mới')}</mc:Choice>"
            f"<mc:Fallback>{p('cũ')}</mc:Fallback></mc:AlternateContent>",
            ["mới"],
            False,
        ),
    ],
)
def test_blocks_inside_other_elements(body: str, expected: list[str], changed: bool) -> None:
    document = read(body)

    assert lines(document) == expected
    assert document.remarks == ([(CHANGES, {})] if changed else [])


def test_moved_words_are_read_where_they_went() -> None:
    words = "<w:r><w:t>ngày 20</w:t></w:r>"
    gone = "<w:moveFrom><w:r><w:t>ngày 15</w:t></w:r></w:moveFrom>"
    document = read(f"<w:p>{gone}<w:moveTo>{words}</w:moveTo></w:p>")

    assert lines(document) == ["ngày 20"]
    assert document.remarks == [(CHANGES, {})]


@pytest.mark.parametrize(
    ("element", "text"),
    [
        ("<w:tab/>", "a\tb"),
        ("<w:ptab/>", "a\tb"),
        ("<w:noBreakHyphen/>", "a-b"),
        ('<w:sym w:char="F02D"/>', "a-b"),
        ('<w:sym w:char="00B7"/>', "a·b"),
        ('<w:sym w:char="không"/>', "ab"),
        ("<w:cr/>", "a\nb"),
        ("<w:lastRenderedPageBreak/>", "ab"),
    ],
)
def test_characters_that_are_elements(element: str, text: str) -> None:
    run = f"<w:p><w:r><w:t>a</w:t>{element}<w:t>b</w:t></w:r></w:p>"
    (found,) = read(run).blocks

    assert isinstance(found, Paragraph)
    assert found.text == text


def test_a_row_that_was_deleted_is_gone() -> None:
    document = read(table(row("1", "giữ"), row("2", "bỏ", layout="<w:del/>")))

    assert cells(document) == [["1", "giữ"]]
    assert document.remarks == [(CHANGES, {})]


def test_cells_joined_the_old_way_are_one() -> None:
    joined = f'<w:tc><w:tcPr><w:hMerge w:val="continue"/></w:tcPr>{p("b")}</w:tc>'
    assert cells(read(table(f"<w:tr><w:tc>{p('a')}</w:tc>{joined}</w:tr>"))) == [["a\nb"]]


def test_rows_and_lines_in_content_controls() -> None:
    control = f"<w:sdt><w:sdtContent>{p('Điền')}</w:sdtContent></w:sdt><w:sdt/>"
    inner = f"<w:tr><w:tc>{control}<w:ins>{p('Thêm')}</w:ins></w:tc></w:tr>"
    wrapped = f"<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    assert cells(read(table(row("đầu"), wrapped))) == [["đầu"], ["Điền\nThêm"]]


def test_a_table_in_a_text_box_is_read_as_lines() -> None:
    box = f"<w:txbxContent>{table(row('một', 'hai'))}</w:txbxContent>"
    assert lines(read(f"<w:p><w:r><w:pict>{box}</w:pict></w:r></w:p>")) == ["một", "hai"]


def test_endnotes_count_as_notes() -> None:
    document = read(p("Nội dung"), endnotes=f"<w:endnote>{p('Theo Quyết định 12')}</w:endnote>")
    assert [note.text for note in document.notes] == ["Theo Quyết định 12"]


def test_a_long_file_tells_how_far_it_is() -> None:
    told: list[float] = []
    read_docx(word_file(p("a") * 2000), "x.docx", told.append)

    assert told[0] == 0
    assert told == sorted(told)
    assert told[-1] < 1


@pytest.mark.parametrize(
    ("typed", "font", "shown"),
    [
        (
            "Thùc hiÖn viÖc cña c¸c së, ban, ngµnh vµ nh©n d©n trong ngµy",
            "TCVN3",
            "Thực hiện việc của các sở, ban, ngành và nhân dân trong ngày",
        ),
        (
            "Thöïc hieän vieäc cuûa caùc sôû, ban, ngaønh vaø nhaân daân trong ngaøy",
            "VNI",
            "Thực hiện việc của các sở, ban, ngành và nhân dân trong ngày",
        ),
    ],
)
def test_tables_and_notes_of_old_fonts_are_converted(typed: str, font: str, shown: str) -> None:
    document = read(table(row(typed, typed)), footnotes=f"<w:footnote>{p(typed)}</w:footnote>")

    assert cells(document) == [[shown, shown]]
    assert [note.text for note in document.notes] == [shown]
    assert document.remarks == [(FONT, {"font": font})]
