"""Returned forms into the registry: what was typed, and everything that can be wrong with it."""

from __future__ import annotations

import random
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from binh_minh import PLAN, FilledForm, copied_to, errors, snapshot

from parcli.checks.registered import FORM_CODES
from parcli.documents.workbooks.form_content import form_content
from parcli.documents.workbooks.form_writer import form_bytes
from parcli.intake.workbooks.collecting import Collected, CollectOptions, collect
from parcli.model.progress_form import HELP_SHEET, META_SHEET
from parcli.queries.unit_lookup import Unit, unit
from parcli.registry.compiled.store import Index, open_index
from parcli.schedule.periods import Period

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

TODAY = "2026-09-14"
Q3 = "data/progress/2026-Q3/{}.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copied_to(tmp_path)


@pytest.fixture
def index(root: Path) -> Iterator[Index]:
    found = open_index(root)
    yield found
    found.db.close()


def who(index: Index, name: str) -> Unit:
    found = unit(index, "binh-minh", name)
    assert found is not None
    return found


def blank(index: Index, name: str = "van-phong", period: str = "2026-Q3") -> FilledForm:
    day = date(2026, 9, 1)
    content = form_content(index, who(index, name), Period.parse(period), day)
    return FilledForm(form_bytes(content))


def collected(index: Index, *forms: bytes, **asked: Any) -> Collected:
    files = [(f"{n}.xlsx", raw) for n, raw in enumerate(forms, 1)]
    return collect(index, files, CollectOptions(TODAY, **asked))


def codes(found: Collected) -> list[tuple[str, str]]:
    """Each finding's code and cell."""
    return [(d.code, dict(d.facts).get("cell", "")) for d in found.diagnostics]


def filled(index: Index) -> FilledForm:
    form = blank(index)
    form.cell("number", "target").value = "33/BC-VP"
    form.fill("1.1", status="Hoàn thành", evidence="03/TB-VP: Thông báo\n04/TB-VP")
    form.fill("plI.I.3", status="đang thực hiện", value="1", difficulties='Thiếu & <khó> "x"')
    form.fill("plI.II.3", status="Đang thực hiện", value=0.925, result="một\nhai")
    form.cell("plI.II.3", "value").number_format = "0.0%"
    return form


def test_what_was_typed_is_in_the_file(index: Index, root: Path) -> None:
    found = collected(index, filled(index).bytes())
    assert (found.diagnostics, found.written) == ([], [Q3.format("van-phong")])
    assert (root / found.written[0]).read_text(encoding="utf-8") == (
        "schema: parcli.progress/1\norg: binh-minh\nunit: van-phong\nperiod: 2026-Q3\n"
        "submission:\n  number: 33/BC-VP\n  received: 2026-09-14\n"
        "tasks:\n"
        f"  {PLAN}/1.1:\n    status: done\n    evidence:\n"
        "      - number: 03/TB-VP\n        title: Thông báo\n      - number: 04/TB-VP\n"
        f"  {PLAN}/plI.I.3:\n    status: in-progress\n"
        "    values:\n      - target: 1\n        value: 1\n"
        '    difficulties: Thiếu & <khó> "x"\n'
        f"  {PLAN}/plI.II.3:\n    status: in-progress\n"
        "    values:\n      - target: 1\n        value: 92.5\n"
        "    result: |-\n      một\n      hai\n"
    )
    assert errors(root) == []


def test_collecting_twice_changes_nothing(index: Index, root: Path) -> None:
    form = filled(index).bytes()
    collected(index, form)
    before = snapshot(root)
    later = collect(index, [("f", form)], CollectOptions("2026-12-01"))
    assert ([plan.changes for plan in later.plans], later.written) == ([()], [])
    assert snapshot(root) == before


def test_a_form_made_again_and_returned_unchanged_changes_nothing(index: Index, root: Path) -> None:
    form = blank(index, "phong-van-hoa-xa-hoi", "2026-Q2").bytes()
    before = snapshot(root)
    assert collected(index, form).written == []
    assert snapshot(root) == before


def test_a_dry_run_writes_nothing(index: Index, root: Path) -> None:
    before = snapshot(root)
    found = collected(index, filled(index).bytes(), dry_run=True)
    assert found.plans[0].changes
    assert (found.written, snapshot(root)) == ([], before)


def test_the_day_of_receipt_can_be_told(index: Index) -> None:
    found = collected(index, filled(index).bytes(), received="2026-09-11")
    assert b"received: 2026-09-11" in found.plans[0].after


def test_empty_cells_leave_what_is_there_and_a_dash_takes_it_back(index: Index, root: Path) -> None:
    path = root / "data/progress/2026-Q2/van-phong.yaml"
    before = path.read_text(encoding="utf-8")
    form = blank(index, period="2026-Q2")
    form.fill("plI.I.3", status=None, value="-", result="-", evidence="-")
    form.fill("plI.II.3", status=None, value=None, result=None, evidence="19/BC-VP")
    assert collected(index, form.bytes()).diagnostics == []
    entry = f"  {PLAN}/plI.I.3:\n    status: in-progress\n"
    after = path.read_text(encoding="utf-8")
    assert entry + f"  {PLAN}/plI.II.3:" in after
    at = before.index(f"  {PLAN}/plI.II.3:")
    assert after.endswith(before[at:])


def test_rows_sorted_columns_added_sheets_added(index: Index) -> None:
    straight = collected(index, filled(index).bytes(), dry_run=True)
    form = filled(index)
    rows = [[c.value for c in row] for row in form.sheet.iter_rows(min_row=6)]
    formats = [[c.number_format for c in row] for row in form.sheet.iter_rows(min_row=6)]
    order = list(range(len(rows)))
    random.Random(1).shuffle(order)
    for at, old in enumerate(order, 6):
        for column, value in enumerate(rows[old], 1):
            cell = form.sheet.cell(at, column)
            cell.value, cell.number_format = value, formats[old][column - 1]
    form.sheet.insert_cols(4)
    form.sheet.insert_rows(1, 2)
    form.sheet.title = "Văn phòng"

    def more(book: Any) -> None:
        book.create_sheet("Ghi chú", 0)["A1"] = "=1+1"
        del book[HELP_SHEET]

    found = collected(index, form.bytes(more), dry_run=True)
    assert found.diagnostics == []
    assert found.plans == straight.plans


def bad(**values: Any) -> Callable[[FilledForm], object]:
    return lambda form: form.fill("plI.II.3", **{"status": "Hoàn thành", **values})


BAD_CELLS: dict[str, tuple[Callable[[FilledForm], object], list[tuple[str, str]]]] = {
    "a formula": (bad(value="=50+50"), [("PAR658", "F8")]),
    "an error": (bad(result="#REF!"), [("PAR658", "H8")]),
    "a date": (bad(value=datetime.fromisoformat("2024-04-03")), [("PAR658", "F8")]),
    "no figure": (bad(value="gần 100"), [("PAR658", "F8")]),
    "no status": (bad(status="ổn"), [("PAR658", "G8")]),
    "two at once": (bad(status="ổn", value="=1"), [("PAR658", "F8"), ("PAR658", "G8")]),
    "no status at all": (bad(status=None, result="x"), [("PAR662", "H8")]),
    "a figure without target": (
        lambda form: form.fill("1.1", status="Hoàn thành", value=3),
        [("PAR659", "F6")],
    ),
    "a share": (bad(value=0.85), [("PAR661", "F8")]),
}


@pytest.mark.parametrize(("change", "expected"), BAD_CELLS.values(), ids=BAD_CELLS)
def test_bad_cells_are_told_by_their_address(
    index: Index,
    root: Path,
    change: Callable[[FilledForm], object],
    expected: list[tuple[str, str]],
) -> None:
    form = blank(index)
    change(form)
    before = snapshot(root)
    found = collected(index, form.bytes())
    assert codes(found) == expected
    sheet_names = {dict(d.facts)["sheet"] for d in found.diagnostics}
    assert sheet_names == {"Báo cáo"}
    assert all(d.severity is FORM_CODES[d.code] for d in found.diagnostics)
    if found.has_errors():
        assert snapshot(root) == before


def test_words_beside_a_further_target(index: Index) -> None:
    form = blank(index, "phong-van-hoa-xa-hoi")
    form.fill("plI.I.2", 1, status="Đang thực hiện", value=2)
    form.fill("plI.I.2", 2, value="50%", result="x")
    assert [code for code, _cell in codes(collected(index, form.bytes()))] == ["PAR658"]


def test_one_bad_form_keeps_all_from_being_written(index: Index, root: Path) -> None:
    good = filled(index).bytes()
    poor = blank(index, "cong-an-xa").fill("plIII.I.1", status="ổn").bytes()
    before = snapshot(root)
    found = collected(index, good, poor)
    assert [(d.file, d.code) for d in found.diagnostics] == [("2.xlsx", "PAR658")]
    assert (found.written, snapshot(root)) == ([], before)


def test_several_units_at_once(index: Index, root: Path) -> None:
    police = blank(index, "cong-an-xa").fill("plIII.I.1", status="xong", value=100)
    found = collected(index, filled(index).bytes(), police.bytes())
    assert found.written == [Q3.format("van-phong"), Q3.format("cong-an-xa")]
    assert errors(root) == []


def test_two_forms_of_one_unit_agree_or_are_refused(index: Index) -> None:
    one = blank(index).fill("1.1", status="Hoàn thành", result="x")
    other = blank(index).fill("1.1", status="done").fill("plI.I.3", status="xong")
    found = collected(index, one.bytes(), other.bytes(), dry_run=True)
    assert found.diagnostics == []
    assert {c.task for c in found.plans[0].changes} == {None, f"{PLAN}/1.1", f"{PLAN}/plI.I.3"}
    other.fill("1.1", status="Đang thực hiện")
    other.cell("number", "target").value = "1"
    one.cell("number", "target").value = "2"
    found = collected(index, one.bytes(), other.bytes())
    assert codes(found) == [("PAR660", "E3"), ("PAR660", "G6")]
    assert "1.xlsx, Báo cáo!G6" in found.diagnostics[1].text()


def identity(name: str, value: object) -> Callable[[Any], None]:
    def change(book: Any) -> None:
        sheet = book[META_SHEET]
        next(row for row in sheet.iter_rows() if row[0].value == name)[1].value = value

    return change


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (identity("registry", "abc"), "PAR657"),
        (identity("unit", "phong-la"), "PAR657"),
        (identity("unit", "cac-co-quan"), "PAR657"),
        (identity("period", "2026-Q9"), "PAR657"),
        (identity("version", "2"), "PAR656"),
        (identity("version", None), "PAR656"),
        (lambda book: book.remove(book[META_SHEET]), "PAR656"),
        (lambda book: book.worksheets[0].delete_cols(1), "PAR656"),
    ],
)
def test_forms_that_are_not_collected(index: Index, change: Any, code: str) -> None:
    found = collected(index, filled(index).bytes(change))
    assert [d.code for d in found.diagnostics] == [code]
    assert found.plans == []


def test_only_the_unit_and_period_asked_for(index: Index) -> None:
    form = filled(index).bytes()
    other = collected(index, form, unit=who(index, "cong-an-xa"))
    assert [d.code for d in other.diagnostics] == ["PAR657"]
    assert [d.code for d in collected(index, form, period="2026-Q2").diagnostics] == ["PAR657"]
    assert collected(index, form, unit=who(index, "van-phong"), period="2026-Q3").written


def test_rows_of_another_form_are_refused(index: Index) -> None:
    form, other = filled(index), blank(index, "cong-an-xa").fill("plIII.I.1", status="xong")
    row = other.cell("plIII.I.1", "status").row
    for cell in other.sheet[row]:
        form.sheet.cell(40, cell.column).value = cell.value
    assert codes(collected(index, form.bytes())) == [("PAR659", "G40")]


def test_a_task_that_is_no_longer_the_units(index: Index) -> None:
    form = filled(index)
    key = form.sheet.cell(form.cell("plI.II.3", "status").row, 1)
    key.value = key.value.replace("plI.II.3", "plIII.I.1")
    assert codes(collected(index, form.bytes())) == [("PAR659", "F8")]


def test_a_row_that_someone_added(index: Index) -> None:
    form = filled(index)
    form.sheet.cell(50, 8).value = "việc khác"
    found = collected(index, form.bytes(), dry_run=True)
    assert codes(found) == [("PAR661", "H50")]
    assert not found.has_errors()
    form.sheet.cell(50, 1).value = "x"
    assert codes(collected(index, form.bytes())) == [("PAR659", "H50")]


def test_a_form_returned_empty_is_no_report(index: Index) -> None:
    found = collected(index, blank(index).bytes())
    assert [d.code for d in found.diagnostics] == ["PAR661"]
    assert (found.plans, found.written) == ([], [])


def test_cells_far_down_are_not_lost_in_silence(index: Index) -> None:
    form = filled(index)
    form.sheet.cell(900_000, 8).value = "x"
    assert [d.code for d in collected(index, form.bytes()).diagnostics] == ["PAR653"]


def test_a_registry_file_with_errors_is_left_alone(index: Index, root: Path) -> None:
    path = root / Q3.format("van-phong")
    path.parent.mkdir()
    path.write_text("tasks: [\n", encoding="utf-8")
    found = collected(index, filled(index).bytes())
    assert {d.file for d in found.diagnostics} == {Q3.format("van-phong")}
    assert path.read_text(encoding="utf-8") == "tasks: [\n"
