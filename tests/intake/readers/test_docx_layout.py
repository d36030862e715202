"""What Word's structure stands for: frames, deleted ends of paragraphs, lines broken to fit."""

from __future__ import annotations

import pytest
from word_files import p, word_file

from parcli.intake.blocks import Block, Paragraph, Table
from parcli.intake.readers.docx import CHANGES, read_docx

LIST = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
EMPTY = f"<w:p><w:pPr>{NUMBERED}</w:pPr></w:p>"


def blocks(body: str, **parts: str) -> list[Block]:
    return read_docx(word_file(body, **parts), "x.docx").blocks


def shown(found: list[Block]) -> list[object]:
    return [
        block.line if isinstance(block, Paragraph) else [list(row.texts) for row in block.rows]
        for block in found
    ]


def table(*rows: list[str], more: str = "") -> str:
    made = ("".join(f"<w:tc><w:tcPr/>{cell}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in made)}{more}</w:tbl>"


def test_a_page_saved_from_the_web_stands_in_one_cell() -> None:
    inner = table([p("SỞ A"), p("Số: 5/KH-SA")])
    body = table([p("KẾ HOẠCH") + inner + p("1. Sở A rà soát thủ tục.")])

    assert shown(blocks(body)) == [
        "KẾ HOẠCH",
        [["SỞ A", "Số: 5/KH-SA"]],
        "1. Sở A rà soát thủ tục.",
    ]


def test_a_merged_row_that_holds_a_table_frames_it() -> None:
    inner = table([p("1"), p("Rà soát")], [p("2"), p("Báo cáo")])
    frame = f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{inner}</w:tc></w:tr>'
    body = table([p("UBND XÃ B"), p("Độc lập")], more=frame)

    assert shown(blocks(body)) == [
        [["UBND XÃ B", "Độc lập"]],
        [["1", "Rà soát"], ["2", "Báo cáo"]],
    ]


def test_a_column_of_a_few_lines_is_a_table() -> None:
    (found,) = blocks(table([p("Lưu ý")], [p("Gửi trước ngày 5")]))

    assert isinstance(found, Table)


def test_numbers_of_rows_may_stand_in_paragraphs_without_words() -> None:
    body = table([EMPTY, p("Rà soát")], [EMPTY, p("Báo cáo")])

    assert shown(blocks(body, numbering=LIST)) == [[["1", "Rà soát"], ["2", "Báo cáo"]]]


def test_an_empty_line_of_a_list_counts_and_shows_nothing() -> None:
    body = p("Rà soát", NUMBERED) + EMPTY + p("Báo cáo", NUMBERED)

    assert shown(blocks(body, numbering=LIST)) == ["1 Rà soát", "3 Báo cáo"]


@pytest.mark.parametrize("mark", ["<w:del/>", "<w:moveFrom/>"])
def test_a_paragraph_whose_end_was_deleted_goes_on_with_the_next(mark: str) -> None:
    body = p("Sở A chủ trì, ", f"<w:rPr>{mark}</w:rPr>") + "<w:bookmarkEnd/>" + p("rà soát.")
    document = read_docx(word_file(body), "x.docx")

    assert shown(document.blocks) == ["Sở A chủ trì, rà soát."]
    assert document.remarks == [(CHANGES, {})]


def test_a_deleted_end_above_a_table_is_kept() -> None:
    body = p("Sở A rà soát:", "<w:rPr><w:del/></w:rPr>") + table([p("1"), p("Thủ tục")])

    assert shown(blocks(body)) == ["Sở A rà soát:", [["1", "Thủ tục"]]]


@pytest.mark.parametrize(
    ("above", "below", "together"),
    [
        ("Sở Khoa học", "và Công nghệ", True),
        ("Phòng Kinh tế và", "Các phòng chuyên môn", True),
        ("Ủy ban nhân", "dân xã", True),
        ("Sở Nội vụ", "Sở Tài chính", False),
        ("Sở Nội vụ", "các xã, phường", False),
        ("Rà soát thủ tục;", "báo cáo kết quả", False),
        ("Rà soát", "- thủ tục", False),
    ],
)
@pytest.mark.parametrize("broken", ["line", "paragraph"])
def test_lines_that_a_cell_breaks(above: str, below: str, together: bool, broken: str) -> None:
    if broken == "line":
        cell = f"<w:p><w:r><w:t>{above}</w:t><w:br/><w:t>{below}</w:t></w:r></w:p>"
    else:
        cell = p(above) + p(below)
    (found,) = blocks(table([p("1"), cell]))
    assert isinstance(found, Table)

    between = " " if together else "\n"
    assert found.rows[0].cells[1].text == f"{above}{between}{below}"


def test_a_box_around_many_lines_is_no_table() -> None:
    said = [f"{number}. Sở A rà soát thủ tục." for number in range(1, 6)]

    assert shown(blocks(table(["".join(map(p, said))]))) == said


def test_a_row_of_one_narrow_cell_stays_in_its_table() -> None:
    (found,) = blocks(table([p("TT"), p("Nhiệm vụ")], [p("Ghi chú")]))

    assert shown([found]) == [[["TT", "Nhiệm vụ"], ["Ghi chú"]]]
