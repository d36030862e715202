"""Tables that captions, page breaks and narrow columns part."""

from __future__ import annotations

import pytest
from small_pdf import Page, pdf

from parcli.intake.blocks import Block, Cell, Document, Paragraph, Place, Row, Run, Table
from parcli.intake.draft import make_draft
from parcli.intake.readers.opening import read_bytes
from parcli.intake.stitch import stitched
from parcli.intake.walking import all_tasks

HEAD = ["TT", "Nhiệm vụ", "Chủ trì", "Thời hạn"]


def line(text: str, page: int | None = None) -> Paragraph:
    return Paragraph((Run(text),), Place(page))


def row(*texts: str | None, page: int | None = None) -> Row:
    """A row of cells; None is one that goes on with the cell above."""
    cells = (
        Cell((line(text),) if text else (), column, above=text is None)
        for column, text in enumerate(texts)
    )
    return Row(tuple(cells), Place(page), after_break=page is not None)


def table(*rows: Row) -> Table:
    return Table(tuple(rows))


def whole(*blocks: Block) -> list[object]:
    found = stitched(Document("x", list(blocks))).blocks
    return [
        block.line if isinstance(block, Paragraph) else [list(each.texts) for each in block.rows]
        for block in found
    ]


def test_a_row_over_the_headings_is_the_tables_caption() -> None:
    caption = Row((Cell((line("BẢNG PHÂN CÔNG"),), 0, 4),))
    task = row("1", "Rà soát", "Sở A", "Quý I")

    assert whole(table(caption, row(*HEAD), task)) == [
        "BẢNG PHÂN CÔNG",
        [HEAD, ["1", "Rà soát", "Sở A", "Quý I"]],
    ]


@pytest.mark.parametrize(
    "remark", ["(Tiếp theo)", "Bảng 2 (tiếp theo)", "Tiếp theo trang trước", "Phụ lục I (tiếp)"]
)
@pytest.mark.parametrize("again", [True, False], ids=["headings again", "no headings"])
def test_a_remark_that_the_table_goes_on_parts_nothing(remark: str, again: bool) -> None:
    first, second = row("1", "Rà soát", "Sở A", "Quý I"), row("2", "Báo cáo", "Sở B", "Quý II")
    rest = [row(*HEAD), second] if again else [second]

    (rows,) = whole(table(row(*HEAD), first), line(remark), table(*rest))
    assert rows == [HEAD, list(first.texts), list(second.texts)]


def test_headings_whose_foot_a_page_cuts_off_are_the_same() -> None:
    cut = row("TT", "Nhiệm vụ", "Chủ trì", "Thời")
    first, second = row("1", "Rà soát", "Sở A", "Quý I"), row("2", "Báo cáo", "Sở B", "Quý II")

    (rows,) = whole(table(row(*HEAD), first), table(cut, second))
    assert rows == [HEAD, list(first.texts), list(second.texts)]


def leads(*blocks: Block) -> list[list[str]]:
    values = make_draft(Document("x", list(blocks)), directive_id="x").values
    return [task.get("lead", []) for _path, task in all_tasks(values)]


def test_a_merged_cell_goes_on_below_the_page() -> None:
    above = table(row(*HEAD), row("1", "Rà soát", "Sở A", "Quý I"), row("2", "Họp", None, "Quý I"))
    below = table(row("3", "Báo cáo", "", "Quý II", page=2), row("4", "Kiểm tra", "Sở B", "Quý II"))

    assert leads(above, below) == [["Sở A"], ["Sở A"], ["Sở A"], ["Sở B"]]


def test_an_empty_cell_below_one_that_is_not_merged_stays_empty() -> None:
    above = table(row(*HEAD), row("1", "Rà soát", "Sở A", "Quý I"))
    below = table(row("2", "Báo cáo", "", "Quý II", page=2), row("3", "Họp", "Sở B", "Quý II"))

    assert leads(above, below) == [["Sở A"], [], ["Sở B"]]


def test_the_dot_of_a_number_may_fall_to_the_next_page() -> None:
    above = table(row(*HEAD), row("17", "Hoàn thiện quy chế", "Phòng", "Quý I"))
    below = table(row(".", "sửa đổi", "Nội vụ", "", page=2), row("18.", "Họp", "Phòng A", "Quý I"))

    values = make_draft(Document("x", [above, below]), directive_id="x").values
    found = [(path, task["text"], task["lead"]) for path, task in all_tasks(values)]
    assert found == [
        ("17", "Hoàn thiện quy chế sửa đổi", ["Phòng Nội vụ"]),
        ("18", "Họp", ["Phòng A"]),
    ]


@pytest.mark.parametrize(("printed", "number"), [("1 0", "10"), ("1. 1", "1.1"), ("12 .", "12")])
def test_numbers_that_a_narrow_column_breaks(printed: str, number: str) -> None:
    values = make_draft(
        Document("x", [table(row(*HEAD), row(printed, "Rà soát", "Sở A", "Quý I"))]),
        directive_id="x",
    ).values

    assert [task["number"] for _path, task in all_tasks(values)] == [number]


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        (["THỜI", "GIA", "N"], "THỜI GIAN"),
        (["Thườ", "ng", "xuyên"], "Thường xuyên"),
        (["12/2026/UBT", "VQH19", "và"], "12/2026/UBTVQH19 và"),
        (["CHỨC", "VỤ"], "CHỨC VỤ"),
        (["Sở", "Y", "tế"], "Sở Y tế"),
    ],
)
def test_words_that_a_narrow_column_breaks(pieces: list[str], text: str) -> None:
    pytest.importorskip("pdfplumber")
    page = Page().grid([50, 130, 300, 400], [100, 160, 200])
    for top, piece in zip((104, 118, 132), pieces, strict=False):
        page.text(54, top, piece)
    for x, heading in ((134, "Nhiệm vụ"), (304, "Chủ trì")):
        page.text(x, 104, heading)
    (found,) = read_bytes(pdf(page), "x.pdf", ".pdf").blocks

    assert isinstance(found, Table)
    assert found.rows[0].texts[0] == text


def test_a_short_table_of_tasks_is_no_letterhead() -> None:
    rows = row("TT", "Nhiệm vụ", "Chủ trì"), row("1", "Rà soát thủ tục", "Sở Nội vụ")

    assert leads(table(*rows)) == [["Sở Nội vụ"]]


def test_the_first_column_goes_on_below_a_break_where_it_holds_words() -> None:
    head = row("Nội dung", "Chủ trì", "Thời hạn")
    others = [row(f"Họp lần {n}", "Sở B", "Quý I") for n in (1, 2)]
    above = table(head, *others, row("Rà soát thủ tục", "Phòng", "Quý I"))
    below = table(row("hành chính", "Nội vụ", "", page=2), row("họp giao ban", "Sở A", "Quý II"))

    assert leads(above, below) == [["Sở B"], ["Sở B"], ["Phòng Nội vụ"], ["Sở A"]]
