"""A table of tasks: section rows, merged cells, one task a row."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from parcli.intake.recognise.columns import Columns, columns_of
from parcli.intake.recognise.numbering import Label, read_label
from parcli.intake.recognise.prose import particulars
from parcli.intake.recognise.table_kinds import keep_table, kind_of_table
from parcli.intake.recognise.targets import target_of_cell
from parcli.intake.recognise.task_words import (
    NO_LEAD,
    Setting,
    put_deadline,
    put_particular,
    titled,
    with_targets,
)
from parcli.intake.recognise.units import cell_units, roles_in
from parcli.text import folded, one_line

if TYPE_CHECKING:
    from parcli.intake.blocks import Cell, Row, Table

_DITTO = {"nt", "nhu tren", "n t"}
_DITTO_MARKS = {"″", '"', "”", "''", "-nt-", "//"}
_RANKS = {
    "phần": 0,
    "A": 1,
    "I": 2,
    "1": 3,
    "1.1": 4,
    "1.1.1": 5,
    "1.1.1.1": 6,
    "(1)": 6,
    "a": 7,
    "-": 8,
    "+": 9,
}
_DETAIL = ("lead", "support", "deadline", "output", "target", "responsible")


@dataclass
class _Level:
    """An open section of the table."""

    rank: int
    group: dict[str, Any]


@dataclass
class _Entry:
    """One row read: its label, its cells by role."""

    row: Row
    label: Label | None
    number: str
    cells: dict[str, Cell] = field(default_factory=dict)
    extra: dict[str, Cell] = field(default_factory=dict)


def read_table(
    table: Table, into: dict[str, Any], setting: Setting, *, background: bool = False
) -> str | None:
    """Put a table into `into`: its tasks as groups and tasks, any other table as it stands.

    Says what the table is: "tasks", "indicators", "statistics", "scoring" or "documents".
    """
    columns = columns_of(table)
    kind = kind_of_table(columns)
    if kind != "tasks" or columns is None or background:
        keep_table(table, into, setting)
        return kind
    _Tasks(table, columns, into, setting).read()
    return kind


class _Tasks:
    def __init__(
        self, table: Table, columns: Columns, into: dict[str, Any], setting: Setting
    ) -> None:
        self._table = table
        self._columns = columns
        self._into = into
        self._setting = setting
        self._ledger = setting.ledger
        self._levels: list[_Level] = []
        self._above: dict[int, Cell] = {}
        self._last: dict[str, Any] | None = None
        self._merged_title: tuple[Cell, dict[str, Any]] | None = None

    def read(self) -> None:
        """Every row below the headings."""
        heads = self._table.rows[: self._columns.header_rows]
        place = self._into if "kind" in self._into else self._into.setdefault("extra", {})
        place["columns"] = [heading for heading in self._columns.headings if heading]
        for row in heads:
            for cell in row.cells:
                self._ledger.take_all(cell.lines, self._into, "columns")
        entries = [self._entry(row) for row in self._table.rows[len(heads) :] if not row.empty]
        for place, entry in enumerate(entries):
            following = entries[place + 1] if place + 1 < len(entries) else None
            self._one(entry, following)

    def _entry(self, row: Row) -> _Entry:
        """The row's cells by role, merged ones filled from above."""
        entry = _Entry(row, None, "")
        for column, role in enumerate(self._columns.roles):
            cell = row.at(column)
            if cell is None:
                continue
            if cell.above:
                cell = self._above.get(cell.column, cell)
            else:
                self._above[cell.column] = cell
            if role == "number":
                entry.number = entry.number or cell.flat
            elif role == "extra":
                heading = self._columns.headings[column]
                entry.extra.setdefault(heading or f"cột {column + 1}", cell)
            else:
                entry.cells.setdefault(role, cell)
        # A narrow column breaks "VIII" into two lines.
        entry.number = re.sub(r"(?<=[IVX]) (?=[IVX]+\b)", "", entry.number)
        entry.label = _row_label(entry.number)
        return entry

    def _one(self, entry: _Entry, following: _Entry | None) -> None:
        if self._is_section(entry, following):
            self._section(entry)
        elif self._repeats_text(entry) and self._last is not None:
            self._add_details(self._last, entry)
        else:
            self._task(entry)

    def _repeats_text(self, entry: _Entry) -> bool:
        """Whether a row only goes on with a task whose text cell is merged downwards."""
        column = self._columns.of("text")[0]
        cell = entry.row.at(column)
        return bool(cell and cell.above and entry.cells.get("text") and entry.cells["text"].flat)

    def _is_section(self, entry: _Entry, following: _Entry | None) -> bool:
        if any(self._own(entry, role) for role in _DETAIL if role in entry.cells):
            return False
        words = self._words(entry)
        if not words:
            return False
        label = entry.label or read_label(words)
        if label is not None and label.kind in ("I", "A", "phần", "chương", "mục"):
            return True
        spanning = len([cell for cell in entry.row.cells if cell.flat]) == 1 and any(
            cell.span >= max(2, self._table.width - 2) for cell in entry.row.cells if cell.flat
        )
        if spanning or (words.upper() == words and any(map(str.isalpha, words))):
            return True
        if following is None:
            return False
        return self._opens(entry, following)

    def _own(self, entry: _Entry, role: str) -> bool:
        """Whether a role has words of its own, not those of a text cell spanning over it."""
        cell = entry.cells[role]
        texts = (entry.cells.get("text"), entry.cells.get("title"))
        return bool(cell.flat) and cell not in texts and cell.flat != entry.number

    def _opens(self, entry: _Entry, following: _Entry) -> bool:
        """Whether a row without details heads deeper ones: 1 before 1.1, or bold before plain."""
        if following.label and entry.label:
            below = _rank(following.label) - _rank(entry.label)
            if below > 0 and (following.label.bullet is False or self._has_details(following)):
                return True
            restarts = following.label.number in ("1", "a") and entry.label.number not in ("", "1")
            if below == 0 and restarts and self._has_details(following):
                return True
        first = next((line for cell in self._text_cells(entry) for line in cell.lines), None)
        bold = first is not None and first.bold
        plain = next((line for cell in self._text_cells(following) for line in cell.lines), None)
        return bold and plain is not None and not plain.bold and self._has_details(following)

    def _has_details(self, entry: _Entry) -> bool:
        return any(entry.cells.get(role) and entry.cells[role].flat for role in _DETAIL)

    def _text_cells(self, entry: _Entry) -> list[Cell]:
        return [entry.cells[role] for role in ("title", "text") if role in entry.cells]

    def _words(self, entry: _Entry) -> str:
        words = " ".join(dict.fromkeys(cell.flat for cell in self._text_cells(entry) if cell.flat))
        return words or (entry.number if len(entry.number) > 4 else "")

    def _section(self, entry: _Entry) -> None:
        words = self._words(entry)
        label = entry.label
        own = read_label(words)
        if (label is None or words == entry.number) and own is not None and not own.bullet:
            label, words = own, words[own.end :]
        rank = _rank(label) if label else self._unlabelled_rank()
        group: dict[str, Any] = {}
        if label is not None and label.number:
            group["number"] = label.number
        group["title"] = one_line(words).rstrip(" :")
        group["source"] = self._setting.source(entry.row.place)
        self._claim_row(entry.row, group, "title")
        while self._levels and self._levels[-1].rank >= rank:
            self._levels.pop()
        home = self._levels[-1].group if self._levels else self._into
        home.setdefault("groups", []).append(group)
        self._levels.append(_Level(rank, group))
        self._merged_title = None

    def _unlabelled_rank(self) -> int:
        """A section without a number stands beside the one before it, if that has none either."""
        alike = [level.rank for level in self._levels if "number" not in level.group]
        if alike:
            return alike[-1]
        return (self._levels[-1].rank + 1) if self._levels else 2

    def _claim_row(self, row: Row, owner: dict[str, Any], key: str) -> None:
        for cell in row.cells:
            if not cell.above:
                self._ledger.take_all(cell.lines, owner, key)

    def _task(self, entry: _Entry) -> None:
        home = self._home(entry)
        task: dict[str, Any] = {}
        self._number(task, entry, home)
        self._words_into(task, entry)
        for role in ("number", "measure"):
            for column in self._columns.of(role):
                cell = entry.row.at(column)
                if cell and not cell.above:
                    self._ledger.take_all(cell.lines, task, role)
        self._add_details(task, entry)
        if not task.get("text") and not task.get("title"):
            self._without_words(entry)
            return
        with_targets(task)
        if not task.get("lead") and "lead" in self._columns.roles:
            self._ledger.doubt(task, "text" if "text" in task else "title", NO_LEAD)
        task["source"] = self._setting.source(entry.row.place)
        home.setdefault("tasks", []).append(task)
        self._last = task

    def _without_words(self, entry: _Entry) -> None:
        """A row without a task's words belongs to the task above, or is kept as it stands."""
        if self._last is not None and not entry.number:
            self._add_details(self._last, entry)
            return
        extra = self._into.setdefault("extra", {})
        extra.setdefault("rows", []).append(list(entry.row.texts))
        self._claim_row(entry.row, self._into, "extra")

    def _home(self, entry: _Entry) -> dict[str, Any]:
        """The group a task belongs to: sections that rank as deep as it are over."""
        if entry.label is not None and not entry.label.bullet:
            rank = _rank(entry.label)
            while (
                self._levels
                and self._levels[-1].rank >= rank
                and "number" in self._levels[-1].group
            ):
                self._levels.pop()
        home = self._levels[-1].group if self._levels else self._into
        title = entry.cells.get("title")
        if title is None or not title.flat:
            return home
        return self._under_title(title, entry, home)

    def _under_title(self, title: Cell, entry: _Entry, home: dict[str, Any]) -> dict[str, Any]:
        """A title merged over several rows is a group of their tasks."""
        column = self._columns.of("title")[0]
        spans = self._spans_down(title, column)
        if not spans:
            return home
        if self._merged_title is None or self._merged_title[0] is not title:
            group: dict[str, Any] = {
                "title": title.flat,
                "source": self._setting.source(entry.row.place),
            }
            if entry.label is not None and entry.label.number:
                group = {"number": entry.label.number, **group}
            home.setdefault("groups", []).append(group)
            self._merged_title = (title, group)
            self._ledger.take_all(title.lines, group, "title")
        return self._merged_title[1]

    def _spans_down(self, title: Cell, column: int) -> bool:
        """Whether the cell is merged with the one below it."""
        rows = self._table.rows
        for row, below in pairwise(rows):
            cell, under = row.at(column), below.at(column)
            if cell is title and under is not None and under.above:
                return True
        return False

    def _number(self, task: dict[str, Any], entry: _Entry, home: dict[str, Any]) -> None:
        merged = self._merged_title is not None and home is self._merged_title[1]
        if merged and home.get("number") == (entry.label.number if entry.label else ""):
            return
        if entry.label is not None and entry.label.bullet:
            task["number"] = str(len(home.get("tasks", [])) + 1)
            task["printed_number"] = entry.label.printed
        elif entry.label is not None and entry.label.number:
            task["number"] = entry.label.number
        elif entry.number and len(entry.number) <= 12:
            task["number"] = entry.number.strip(" .")

    def _words_into(self, task: dict[str, Any], entry: _Entry) -> None:
        title, text = entry.cells.get("title"), entry.cells.get("text")
        merged = self._merged_title is not None and title is self._merged_title[0]
        if title is not None and title.flat and not merged and title is not text:
            task["title"] = title.flat
            self._ledger.take_all(title.lines, task, "title")
            if text is not None and text.flat:
                task["text"] = text.text
                self._ledger.take_all(text.lines, task, "text")
        elif text is not None:
            titled(text.lines, task, self._ledger)

    def _add_details(self, task: dict[str, Any], entry: _Entry) -> None:
        """Units, deadline, output, targets and further columns of a row."""
        repeats = self._repeats_text(entry) and task is self._last
        for role, cell in entry.cells.items():
            if role in ("text", "title", "measure", "units") or not cell.flat:
                continue
            column = self._columns.of(role)[0]  # type: ignore[arg-type]
            printed = entry.row.at(column)
            if repeats and (printed is None or printed.above):
                continue
            self._detail(task, role, _undittoed(cell), entry)
            if printed is cell:
                self._ledger.take_all(cell.lines, task, role)
        for heading, cell in entry.extra.items():
            if cell.flat:
                task.setdefault("extra", {})[heading] = cell.text
                self._ledger.take_all(cell.lines, task, "extra")

    def _detail(self, task: dict[str, Any], role: str, text: str | None, entry: _Entry) -> None:
        if text is None:
            if self._last is not None and role in self._last:
                task[role] = self._last[role]
            return
        if role in ("lead", "support"):
            self._units(task, role, text)
        elif role == "deadline":
            put_deadline(task, text, self._setting)
        elif role == "target":
            measure = entry.cells["measure"].flat if "measure" in entry.cells else None
            found = [
                target_of_cell(line, measure) for line in text.split("\n") if line.strip(" -+")
            ]
            task["targets"] = [*task.get("targets", []), *found]
        elif role in task:
            task[role] = f"{task[role]}\n{text}"
        else:
            task[role] = text

    def _units(self, task: dict[str, Any], role: str, text: str) -> None:
        found = particulars(text)
        if any(one.key in ("lead", "support") for one in found):
            before = text[: found[0].start]
            if before.strip(" -+.;"):
                task[role] = cell_units(before)
            for one in found:
                put_particular(task, one, self._setting)
            return
        both = roles_in(text) if role == "lead" else None
        if both is not None:
            task["lead"] = both[0]
            if both[1]:
                task["support"] = [*task.get("support", []), *both[1]]
            return
        names = cell_units(text)
        task[role] = [
            *task.get(role, []),
            *(name for name in names if name not in task.get(role, [])),
        ]


def _undittoed(cell: Cell) -> str | None:
    """A cell's words; None where it says "as above"."""
    text = cell.text
    return None if text.strip() in _DITTO_MARKS or folded(text) in _DITTO else text


def _row_label(number: str) -> Label | None:
    """The label in a number cell: "1", "1.", "I", "a", "II.3"."""
    bare = number.strip().rstrip(".)")
    if not bare:
        return None
    if re.fullmatch(r"[IVX]+\.\d+(\.\d+)*", bare):
        depth = bare.count(".")
        return Label("1" + ".1" * depth, bare, bare, 0)
    label = read_label(f"{bare}. x") or read_label(f"{bare} x")
    if label is None and re.fullmatch(r"[\wđĐ.]{1,8}", bare) and bare[0].isdigit():
        return Label("1" + ".1" * bare.count("."), bare, bare, 0)
    return label._replace(number=bare) if label and not label.bullet else label


def _rank(label: Label) -> int:
    return _RANKS.get(label.kind, 8 if label.bullet else 7)
