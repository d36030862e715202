"""Long and odd texts are read in a time that grows as they do."""

from __future__ import annotations

import pytest
from growth import MOST, growth

from parcli.intake.blocks import Cell, Document, Paragraph, Place, Row, Run, Table, paragraph
from parcli.intake.draft import Draft, make_draft
from parcli.intake.failures import TooBig
from parcli.intake.readers.markup import list_items, styled_lines
from parcli.intake.readers.text import MAX_CELLS, read_text_document
from parcli.intake.recognise.citations import citations_in
from parcli.intake.recognise.targets import targets_in
from parcli.intake.stitch import stitched
from parcli.intake.walking import all_tasks


def draft_of(text: str) -> Draft:
    return make_draft(read_text_document(text.encode(), "x.txt"), directive_id="x")


def units(count: int) -> str:
    """So many lines, each with a unit of its own."""
    line = "{n}. Trung tâm {name} chủ trì lập danh sách nhà văn hóa.\n"
    names = ("An", "Bình", "Giang", "Hòa", "Lâm", "Mỹ", "Phú", "Sơn", "Tân", "Vĩnh")
    return "".join(
        line.format(n=n, name=" ".join(names[int(digit)] for digit in f"{n:04}"))
        for n in range(1, count + 1)
    )


def test_a_list_counts_on_after_999() -> None:
    tasks = [task for _path, task in all_tasks(draft_of(units(1203)).values)]

    assert [task["number"] for task in tasks] == [str(n) for n in range(1, 1204)]
    assert tasks[-1]["lead"] == ["Trung tâm Bình Giang An Hòa"]


@pytest.mark.parametrize(
    ("before", "line", "number"),
    [
        ("999. Một việc.", "1000. Việc nữa.", "1000"),
        ("1. Một việc.", "2024. Năm ấy.", None),
        ("999. Một việc.", "2024. Năm ấy.", None),
        ("998. Một việc.", "1000. Việc nữa.", None),
        ("12. Một việc.", "1250. Số ấy.", None),
    ],
)
def test_four_figures_are_a_number_only_in_its_turn(
    before: str, line: str, number: str | None
) -> None:
    document = Document("x.txt", [paragraph(before), paragraph(line)])
    last = stitched(document).blocks[-1]

    assert isinstance(last, Paragraph)
    assert last.label == (f"{number}." if number else "")


def test_years_count_on_in_their_turn() -> None:
    lines = [paragraph(f"{n}. Việc thứ {n}.") for n in range(998, 2030)]
    labels = [b.label for b in stitched(Document("x.txt", list(lines))).blocks[2:]]  # type: ignore[union-attr]  # of paragraphs

    assert labels == [f"{n}." for n in range(1000, 2030)]


def test_wrapped_lines_are_joined_once() -> None:
    lines = [paragraph(f"{'chữ ' * 24}{n}") for n in range(8000)]
    (whole,) = stitched(Document("x.txt", list(lines))).blocks

    assert isinstance(whole, Paragraph)
    assert len(whole.source) == 8000
    assert growth(lambda n: stitched(Document("x.txt", list(lines[:n]))), 2000) < MOST


def row(*texts: str, number: int = 1) -> Row:
    cells = tuple(
        Cell((paragraph(text),) if text else (), column) for column, text in enumerate(texts)
    )
    return Row(cells, Place(table=1, row=number))


HEAD = row("TT", "Nhiệm vụ", "Chủ trì", "Thời gian")


def test_rows_that_go_on_are_joined_once() -> None:
    rests = [row("", "và còn nữa", "", "", number=n) for n in range(3, 9003)]
    table = Table((HEAD, row("1", "Việc", "Sở A", "2026", number=2), *rests))
    (whole,) = stitched(Document("x.docx", [table])).blocks

    assert isinstance(whole, Table)
    assert [len(each.cells[1].lines) for each in whole.rows] == [1, 1]
    assert whole.rows[1].cells[1].text.count("và còn nữa") == 9000
    tables = {n: Table(table.rows[:n]) for n in (2250, 9000)}
    assert growth(lambda n: stitched(Document("x.docx", [tables[n]])), 2250) < MOST


def test_tables_that_go_on_are_joined_once() -> None:
    tables = [Table((row(str(n), "Việc", "Sở A", "2026"),)) for n in range(4000)]
    (whole,) = stitched(Document("x.docx", [Table((HEAD,)), *tables])).blocks

    assert isinstance(whole, Table)
    assert len(whole.rows) == 4001


@pytest.mark.parametrize(
    "unit",
    [
        "chủ trì; ",
        "đạt 100% ",
        "ít nhất 95% hồ sơ, ",
        "đơn vị ",
        "theo Kế hoạch Quyết định số 12/QĐ-UBND ngày 01/02/2024 của UBND tỉnh A ",
        "Sở ",
        "giao Sở A; ",
        "từ ngày ",
        "( ",
    ],
)
def test_a_page_without_a_full_stop(unit: str) -> None:
    assert growth(lambda n: draft_of(f"1. {unit * (n // len(unit))}"), 3000) < MOST


def test_many_lines_of_one_paragraph() -> None:
    line = "Căn cứ Quyết định số 12/QĐ-UBND ngày 01/02/2024 của UBND tỉnh;\n"
    assert growth(lambda n: draft_of(line * n), 400) < MOST


def test_marks_that_nothing_closes() -> None:
    assert growth(lambda n: styled_lines("__a " * n), 3000) < MOST
    assert growth(lambda n: list_items((Run("- a - Bc " * n),)), 3000) < MOST


def test_a_clause_of_a_page_states_no_target() -> None:
    assert targets_in("đạt 100% " * 2000) == []
    assert [each["value"] for each in targets_in("đạt 100% hồ sơ")] == [100]


def test_citations_that_share_a_beginning_are_told_apart() -> None:
    found = citations_in(
        "Luật An ninh mạng năm 2018; Nghị định số 15/2020/NĐ-CP ngày 03/02/2020 của Chính phủ",
        basis=True,
        at="opening",
    )
    assert [each["type"] for each in found] == ["Luật", "Nghị định"]


@pytest.mark.parametrize("mark", ["|", "\t"])
def test_a_text_of_only_marks(mark: str) -> None:
    with pytest.raises(TooBig):
        read_text_document((mark * 150 + "\n").encode() * (MAX_CELLS // 150 + 1), "x.txt")


@pytest.mark.parametrize(
    "line",
    [
        "{}",
        "\N{NO-BREAK SPACE}{}!",
        "Số{}!",
        "Mỹ An{}!",
        "ngày{}!",
        "KT.{}!",
        "1{}!",
        "|{}!",
        "Văn phòng{}!",
        "báo cáo tháng{}!",
        "Quyết định số 1/QĐ-UBND ngày 01/3/2026{}!",
    ],
)
def test_a_run_of_blanks_is_passed_over_once(line: str) -> None:
    text = "Số: 12/KH-UBND\nKẾ HOẠCH\nCải cách hành chính\n{0}\n1. {0}\n2. Văn phòng lập sổ.\n{0}\n"

    assert growth(lambda size: draft_of(text.format(line.format(" " * size))), 500) < MOST
