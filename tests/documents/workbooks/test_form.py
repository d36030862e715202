"""The form: what stands in it, who may write where, and that it is the same every time."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from binh_minh import PLAN, FilledForm, copied_to
from openpyxl import load_workbook

from parcli.documents.workbooks.form_content import form_content
from parcli.documents.workbooks.form_words import figure, instructions, period_name, printed_place
from parcli.documents.workbooks.form_writer import form_bytes
from parcli.model.progress_form import HELP_SHEET, META_SHEET, SHEET
from parcli.queries.unit_lookup import unit
from parcli.registry.compiled.store import open_index
from parcli.schedule.periods import Period

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DAY = date(2026, 6, 1)


@pytest.fixture
def form(tmp_path: Path) -> Callable[..., bytes]:
    """The bytes of a unit's form, from the imaginary commune."""
    root = copied_to(tmp_path)

    def make(who: str = "van-phong", period: str = "2026-Q2", change: str = "") -> bytes:
        if change:
            path = root / "data" / "directives" / f"{PLAN}.yaml"
            old, _arrow, new = change.partition(" → ")
            text = path.read_text(encoding="utf-8")
            assert old in text
            path.write_text(text.replace(old, new), encoding="utf-8")
        index = open_index(root)
        found = unit(index, "binh-minh", who)
        assert found is not None
        made = form_bytes(form_content(index, found, Period.parse(period), DAY))
        index.db.close()
        return made

    return make


def test_tasks_led_come_first_then_those_supported(form: Callable[..., bytes]) -> None:
    filled = FilledForm(form("phong-kinh-te"))
    rows = [(key.task, key.target) for key in list(filled.keys())[1:]]
    roles = [filled.cell(task, "role", target).value for task, target in rows]
    first = [task.partition("/")[2] for task, _target in rows[:3]]
    assert first == ["1.1", "plI.III.1", "plIII.I.4"]
    assert roles == ["Chủ trì"] * 3 + ["Phối hợp"] * (len(rows) - 3)


def test_each_target_has_a_row(form: Callable[..., bytes]) -> None:
    filled = FilledForm(form("phong-van-hoa-xa-hoi", "2026-Q3"))
    first, second = (filled.cell("plI.I.2", "target", n).value for n in (1, 2))
    assert first == "kiểm tra ít nhất 04 cơ quan, đơn vị"
    assert second == "xử lý 100% vấn đề phát hiện qua kiểm tra"
    assert "Thời hạn: trước ngày 30/11/2026" in filled.cell("plI.I.2", "task").value
    assert filled.cell("plI.I.2", "place", 2).value == "PLI.I.2 (2)"


def test_this_period_is_filled_in_and_the_last_one_only_shown(form: Callable[..., bytes]) -> None:
    filled = FilledForm(form("van-phong", "2026-Q2"))
    assert filled.cell("plI.II.3", "status").value == "Hoàn thành"
    assert filled.cell("plI.II.3", "value").value == 100
    assert filled.cell("plI.II.3", "evidence").value == (
        "19/BC-VP: Báo cáo xử lý phản ánh, kiến nghị"
    )
    assert filled.cell("plI.II.3", "before").value == (
        "Quý I năm 2026: Đang thực hiện\nĐạt: 92,5\nĐã trả lời 37 trong 40 phản ánh, kiến nghị"
    )
    later = FilledForm(form("van-phong", "2026-Q3"))
    inputs = ("status", "value", "result", "evidence", "difficulties", "proposals")
    assert {later.cell("plI.II.3", column).value for column in inputs} == {None}
    assert later.cell("plI.II.3", "before").value.startswith("Quý II năm 2026: Hoàn thành")


def test_only_input_cells_are_open(form: Callable[..., bytes]) -> None:
    filled = FilledForm(form("phong-van-hoa-xa-hoi"))
    assert filled.sheet.protection.sheet
    open_cells = {
        (key.task.partition("/")[2], key.target, column)
        for key in list(filled.keys())[1:]
        for column in filled.columns
        if not filled.cell(key.task, column, key.target).protection.locked
    }
    texts = {"status", "result", "evidence", "difficulties", "proposals"}
    assert {c for t, n, c in open_cells if (t, n) == ("plI.I.2", 1)} == texts | {"value"}
    assert {c for t, n, c in open_cells if (t, n) == ("plI.I.2", 2)} == {"value"}
    assert {c for t, n, c in open_cells if (t, n) == ("1.1", 1)} == texts


def test_the_status_is_chosen_from_a_list(form: Callable[..., bytes]) -> None:
    filled = FilledForm(form())
    lists = [v for v in filled.sheet.data_validations.dataValidation if v.type == "list"]
    assert [v.formula1 for v in lists] == [
        '"Chưa thực hiện,Đang thực hiện,Hoàn thành,Không áp dụng"'
    ]
    assert filled.cell("plI.II.3", "status").coordinate in lists[0].sqref


def test_keys_are_hidden_and_the_print_is_set_up(form: Callable[..., bytes]) -> None:
    book = load_workbook(io.BytesIO(form()))
    sheet = book[SHEET]
    assert [s.title for s in book.worksheets] == [SHEET, HELP_SHEET, META_SHEET]
    assert book[META_SHEET].sheet_state == "hidden"
    assert sheet.column_dimensions["A"].hidden
    assert sheet.row_dimensions[4].hidden
    assert sheet.print_title_rows == "$5:$5"
    setup = sheet.page_setup
    assert (setup.orientation, setup.paperSize) == ("landscape", 9)
    assert (setup.fitToWidth, setup.fitToHeight) == (1, 0)
    assert sheet.cell(6, 3).alignment.wrap_text
    identity = {row[0].value: row[1].value for row in book[META_SHEET].iter_rows()}
    assert (identity["unit"], identity["period"], identity["made_for"]) == (
        "van-phong",
        "2026-Q2",
        "2026-06-01",
    )


def test_no_text_becomes_a_formula(form: Callable[..., bytes]) -> None:
    made = form("van-phong", change="title: Sáng kiến cải → title: =HYPERLINK(1) cải")
    cell: Any = FilledForm(made).cell("plI.I.3", "task")
    assert cell.value.startswith("=HYPERLINK(1)")
    assert cell.data_type == "s"
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")
        assert b"quotePrefix" in archive.read("xl/styles.xml")


def test_the_same_registry_and_day_give_the_same_bytes(form: Callable[..., bytes]) -> None:
    made = form()
    assert made == form()
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2026-06-01T00:00:00Z</dcterms:modified>" in archive.read("docProps/core.xml")


@pytest.mark.parametrize(
    ("period", "name"),
    [
        ("2024", "Năm 2024"),
        ("2024-H1", "6 tháng đầu năm 2024"),
        ("2024-H2", "6 tháng cuối năm 2024"),
        ("2024-9M", "9 tháng đầu năm 2024"),
        ("2024-Q4", "Quý IV năm 2024"),
        ("2024-07", "Tháng 7 năm 2024"),
        ("2024-W31", "Tuần 31 năm 2024"),
        ("2024-07-05", "Ngày 05 tháng 7 năm 2024"),
    ],
)
def test_periods_as_documents_name_them(period: str, name: str) -> None:
    assert period_name(Period.parse(period)) == name


def test_words_of_the_form() -> None:
    assert [figure(value) for value in (85.0, 83.94, 0.5)] == ["85", "83,94", "0,5"]
    assert [printed_place(t) for t in ("a/1.1", "a/pl2.I")] == ["1.1", "PL2.I"]
    rows = list(instructions())
    assert rows[0] == ("Mục đích", "")
    numbers = [number for number, text in rows if text]
    assert numbers == ["", "1.", "2.", "3.", "4.", "5.", "6.", "7.", "1.", "2.", "3."]
