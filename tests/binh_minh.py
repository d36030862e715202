"""The imaginary commune of examples/xa-binh-minh, to be copied, changed and filled in by tests."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook

from parcli.model.progress_form import KEY_COLUMN, RowKey
from parcli.registry.compiled.store import open_index

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from parcli.registry.compiled.store import Index

EXAMPLE = Path(__file__).parents[1] / "examples" / "xa-binh-minh"
PLAN = "binh-minh-2026"


def copied_to(folder: Path) -> Path:
    """The commune's registry in `folder`; its root."""
    root = folder / "xa"
    shutil.copytree(EXAMPLE, root, ignore=shutil.ignore_patterns(".parcli"))
    return root


def snapshot(root: Path) -> dict[str, bytes]:
    """Every progress file and its content; leftovers of writing too."""
    folder = root / "data" / "progress"
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


def errors(root: Path) -> list[tuple[Any, ...]]:
    """What is wrong with the files by themselves."""
    index: Index = open_index(root)
    try:
        sql = "SELECT path, code FROM diagnostic JOIN file ON file.id = file WHERE severity = 2"
        return index.db.execute(sql).fetchall()
    finally:
        index.db.close()


class FilledForm:
    """A form as a unit's clerk works on it: cells by task and column."""

    def __init__(self, raw: bytes) -> None:
        self.book = load_workbook(io.BytesIO(raw))
        self.sheet = self.book.worksheets[0]
        ids = next(row for row in self.sheet.iter_rows() if row[0].value == KEY_COLUMN)
        self.columns = {cell.value: cell.column for cell in ids}

    def keys(self) -> dict[RowKey, int]:
        """Each keyed row's number."""
        cells = (row[self.columns[KEY_COLUMN] - 1] for row in self.sheet.iter_rows())
        keys = {RowKey.read(str(cell.value or "")): cell.row for cell in cells}
        return {key: row for key, row in keys.items() if key is not None}

    def cell(self, task: str, column: str, target: int = 1) -> Any:
        """The cell of a task (without its directive) in a column."""
        row = next(r for k, r in self.keys().items() if _fits(k, task) and k.target == target)
        return self.sheet.cell(row, self.columns[column])

    def fill(self, task: str, target: int = 1, **values: object) -> FilledForm:
        """Type values into a task's row."""
        for column, value in values.items():
            self.cell(task, column, target).value = value
        return self

    def bytes(self, change: Callable[[Any], None] | None = None) -> bytes:
        """The form as it is sent back."""
        if change is not None:
            change(self.book)
        out = io.BytesIO()
        self.book.save(out)
        return out.getvalue()


def _fits(key: RowKey, task: str) -> bool:
    return key.task == task or key.task.endswith(f"/{task}")


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """A zip archive of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()
