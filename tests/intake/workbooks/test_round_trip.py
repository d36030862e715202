"""Every unit's form of the shipped directive: filled in, saved by LibreOffice, collected.

Nothing is lost, nothing stands twice, and collecting again changes nothing.
"""

from __future__ import annotations

import shutil
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from binh_minh import FilledForm, errors, snapshot
from office import SOFFICE, saved_again

from parcli.documents.workbooks.form_content import form_content
from parcli.documents.workbooks.form_writer import form_bytes
from parcli.intake.workbooks.collecting import CollectOptions, collect
from parcli.model.progress_form import NUMBER_ROW
from parcli.model.status_names import FOR_UNITS, VIETNAMESE
from parcli.queries.assigned_tasks import assigned_tasks, units_reporting
from parcli.registry.compiled.store import Index, open_index
from parcli.registry.files import FileKind
from parcli.registry.reading import read_file
from parcli.schedule.periods import Period

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PERIOD = Period.parse("2024-Q3")
Expected = dict[str, dict[str, Any]]  # task → what was typed


@pytest.fixture
def index(shipped: Path, tmp_path: Path) -> Iterator[Index]:
    """The shipped registry, without any progress."""
    root = tmp_path / "registry"
    root.mkdir()
    shutil.copy(shipped / "parcli.yaml", root)
    for folder in ("directives", "units", "indices", "calendar"):
        shutil.copytree(shipped / "data" / folder, root / "data" / folder)
    found = open_index(root)
    yield found
    found.db.close()


def filled(form: FilledForm, unit: str) -> Expected:
    """Type something into every input of every row, in the many ways people do."""
    typed: Expected = {}
    for n, (key, row) in enumerate(form.keys().items()):
        if key.task == NUMBER_ROW:
            form.sheet.cell(row, form.columns["target"]).value = f"{n}/BC-{unit}"
            continue
        entry = typed.setdefault(key.task, {"values": {}})
        value = form.sheet.cell(row, form.columns["value"])
        if not value.protection.locked:
            target = form.sheet.cell(row, form.columns["target"]).value
            entry["values"][key.target] = _value(value, n, percent="%" in target)
        if key.target == 1:
            entry["status"] = FOR_UNITS[n % len(FOR_UNITS)]
            entry["result"] = f"Kết quả {n} của {unit}: “tốt” & <đúng hạn>\ndòng hai = {n}%"
            entry["difficulties"] = f"=khó khăn {n}" if n % 3 else ""
            entry["evidence"] = [f"{n}/BC-{unit}", f"{n}/QĐ-UBND"]
            _type(form, row, entry)
    return typed


def _value(cell: Any, n: int, *, percent: bool) -> float:
    """A figure, by turns as a number, a text and a percentage where the target counts in %."""
    figure = round(10 + n * 0.37, 2)
    if percent and n % 3 == 0:
        cell.value, cell.number_format = float(Decimal(repr(figure)) / 100), "0.00%"
    else:
        cell.value = figure if n % 2 else f"{figure}".replace(".", ",") + "%" * percent
    return figure


def _type(form: FilledForm, row: int, entry: dict[str, Any]) -> None:
    def put(column: str, text: str) -> None:
        cell = form.sheet.cell(row, form.columns[column])
        cell.value = text or None
        if text:
            cell.data_type = "s"

    put("status", VIETNAMESE[entry["status"]])
    put("result", entry["result"])
    put("difficulties", entry["difficulties"])
    put("evidence", "\n".join(entry["evidence"]))


def written(index: Index, unit: str) -> Expected:
    """What a unit's file says, in the form of what was typed."""
    path = f"data/progress/{PERIOD}/{unit}.yaml"
    model: Any = read_file(index.root, FileKind.PROGRESS, path).model
    return {
        task: {
            "values": {value.target: value.value for value in entry.values},
            "status": entry.status.value,
            "result": entry.result,
            "difficulties": entry.difficulties or "",
            "evidence": [document.number for document in entry.evidence],
        }
        for task, entry in model.tasks.items()
    }


def forms(index: Index, folder: Path, step: int = 1) -> tuple[list[Path], dict[str, Expected]]:
    """The form of every unit, or of each `step`-th, filled in, and what was typed into each."""
    folder.mkdir()
    files, typed = [], {}
    units = units_reporting(index, PERIOD)
    assert len(units) == 29
    for unit in units[::step]:
        form = FilledForm(form_bytes(form_content(index, unit, PERIOD, date(2024, 9, 1))))
        typed[unit.id] = filled(form, unit.id)
        files.append(folder / f"{unit.id}.xlsx")
        files[-1].write_bytes(form.bytes())
    return files, typed


def check(index: Index, files: list[Path], typed: dict[str, Expected]) -> None:
    """Collect the files twice and compare the registry with what was typed."""
    returned = [(file.name, file.read_bytes()) for file in files]
    first = collect(index, returned, CollectOptions("2024-09-13"))
    assert first.diagnostics == []
    assert len(first.written) == len(files)
    assert {unit: written(index, unit) for unit in typed} == typed
    assigned = assigned_tasks(index, PERIOD)
    for unit, found in typed.items():
        assert set(found) == {task.id for task in assigned["ba-don", unit]}
    before = snapshot(index.root)
    again = collect(index, returned, CollectOptions("2024-12-31"))
    assert again.written == []
    assert snapshot(index.root) == before
    assert errors(index.root) == []


def test_forms_come_back_whole(index: Index, tmp_path: Path) -> None:
    check(index, *forms(index, tmp_path / "forms", step=9))


@pytest.mark.office
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_every_form_comes_back_whole_from_libreoffice(index: Index, tmp_path: Path) -> None:
    files, typed = forms(index, tmp_path / "forms")
    (tmp_path / "saved").mkdir()
    check(index, saved_again(files, tmp_path / "saved"), typed)
