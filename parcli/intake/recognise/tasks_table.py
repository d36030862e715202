"""A table of tasks: section rows, merged cells, one task a row."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from parcli.intake.recognise.casing import official_case
from parcli.intake.recognise.columns import Columns, columns_of
from parcli.intake.recognise.numbering import read_label
from parcli.intake.recognise.row_details import put_cell
from parcli.intake.recognise.table_kinds import keep_table, kind_of_table
from parcli.intake.recognise.table_rows import Entry, depth_of, entries_of
from parcli.intake.recognise.table_sections import is_section, words_of
from parcli.intake.recognise.task_words import NO_LEAD, Setting, titled, with_targets
from parcli.intake.recognise.units import heading_units
from parcli.text import folded, one_line

if TYPE_CHECKING:
    from parcli.intake.blocks import Cell, Row, Table
    from parcli.intake.recognise.numbering import Label


_DASH = re.compile(r"[-–+•*]\s*\S")
_SUM = re.compile(r"(?:tong|cong|tong so|tong cong)(?: cong| kinh phi| so)?")


@dataclass
class _Level:
    """An open section of the table."""

    rank: float
    group: dict[str, Any]


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
        self._last: dict[str, Any] | None = None
        self._merged_title: tuple[Cell, dict[str, Any]] | None = None
        self._leadless = "lead" not in columns.roles

    def read(self) -> None:
        """Every row below the headings."""
        heads = self._table.rows[: self._columns.header_rows]
        place = self._into if "kind" in self._into else self._into.setdefault("extra", {})
        place["columns"] = [heading for heading in self._columns.headings if heading]
        for row in heads:
            for cell in row.cells:
                self._ledger.take_all(cell.lines, self._into, "columns")
        entries = entries_of(self._table.rows[len(heads) :], self._columns)
        for place, entry in enumerate(entries):
            following = entries[place + 1] if place + 1 < len(entries) else None
            self._one(entry, following)

    def _one(self, entry: Entry, following: Entry | None) -> None:
        if is_section(entry, following, self._table.width):
            self._section(entry, following)
        elif self._repeats_text(entry) and self._last is not None:
            self._add_details(self._last, entry)
        elif self._only_details(entry) and self._last is not None:
            self._go_on(self._last, entry)
        else:
            self._task(entry)

    def _only_details(self, entry: Entry) -> bool:
        """Whether a row without a number is one more dash of the numbered task above it."""
        text = entry.cells.get("text")
        above = self._last or {}
        if entry.number or text is None or not text.flat or "number" not in above:
            return False
        alone = all(cell is text or not cell.flat for cell in entry.cells.values())
        return (
            alone
            and not any(cell.flat for cell in entry.extra.values())
            and _DASH.match(text.flat) is not None
        )

    def _go_on(self, task: dict[str, Any], entry: Entry) -> None:
        """Put a row of further words into the text of the task above."""
        text = entry.cells["text"]
        task["text"] = "\n".join([*([task["text"]] if "text" in task else []), text.text])
        self._ledger.take_all(text.lines, task, "text")

    def _repeats_text(self, entry: Entry) -> bool:
        """Whether a row only goes on with a task whose text cell is merged downwards."""
        column = self._columns.of("text")[0]
        cell = entry.row.at(column)
        return bool(cell and cell.above and entry.cells.get("text") and entry.cells["text"].flat)

    def _section(self, entry: Entry, following: Entry | None) -> None:
        words = words_of(entry)
        label = entry.label
        own = read_label(words)
        if (label is None or words == entry.number) and own is not None and not own.bullet:
            label, words = own, words[own.end :]
        rank = self._rank_over(label, following) if label else self._unlabelled_rank()
        group: dict[str, Any] = {}
        if label is not None and label.number:
            group["number"] = label.number
        group["title"] = one_line(words).rstrip(" :")
        lead = heading_units(official_case(group["title"], "")) if label or self._leadless else []
        if lead:
            group["lead"] = lead
        group["source"] = self._setting.source(entry.row.place)
        self._claim_row(entry.row, group, "title")
        while self._levels and self._levels[-1].rank >= rank:
            self._levels.pop()
        home = self._levels[-1].group if self._levels else self._into
        home.setdefault("groups", []).append(group)
        self._levels.append(_Level(rank, group))
        self._merged_title = None

    @staticmethod
    def _rank_over(label: Label, following: Entry | None) -> float:
        """How deep a section stands: above tasks whose numbers are of its own kind."""
        rank = depth_of(label)
        below = following.label if following is not None else None
        return rank - 0.5 if below is not None and depth_of(below) == rank else rank

    def _unlabelled_rank(self) -> float:
        """A section without a number stands beside the one before it, if that has none either."""
        alike = [level.rank for level in self._levels if "number" not in level.group]
        if alike:
            return alike[-1]
        return (self._levels[-1].rank + 1) if self._levels else 2

    def _claim_row(self, row: Row, owner: dict[str, Any], key: str) -> None:
        for cell in row.cells:
            if not cell.above:
                self._ledger.take_all(cell.lines, owner, key)

    def _task(self, entry: Entry) -> None:
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
        self._under_number(task, entry, home)
        if not task.get("text") and not task.get("title"):
            self._without_words(entry)
            return
        words = f"{task.get('title', '')} {task.get('text', '')}"
        if not any(map(str.isalpha, words)) or _SUM.fullmatch(folded(words)):
            self._keep_row(entry)
            return
        with_targets(task)
        if not task.get("lead") and "lead" in self._columns.roles:
            self._ledger.doubt(task, "text" if "text" in task else "title", NO_LEAD)
        task["source"] = self._setting.source(entry.row.place)
        home.setdefault("tasks", []).append(task)
        self._last = task

    def _under_number(self, task: dict[str, Any], entry: Entry, home: dict[str, Any]) -> None:
        """A dash in a row of its own is part of the numbered task above, and led as that is."""
        above = next((each for each in reversed(home.get("tasks", [])) if _is_numbered(each)), None)
        if above is None or entry.number or not _DASH.match(str(task.get("text", ""))):
            return
        parts = [
            each
            for each in home["tasks"]
            if str(each.get("number", "")).startswith(f"{above['number']}.")
        ]
        task["number"] = f"{above['number']}.{len(parts) + 1}"
        if "lead" not in task and above.get("lead"):
            task["lead"] = list(above["lead"])

    def _without_words(self, entry: Entry) -> None:
        """A row without a task's words belongs to the task above, or is kept as it stands."""
        if self._last is not None and not entry.number:
            self._add_details(self._last, entry)
            return
        self._keep_row(entry)

    def _keep_row(self, entry: Entry) -> None:
        """Keep a row that is no task: a sum, a remark."""
        extra = self._into.setdefault("extra", {})
        extra.setdefault("rows", []).append(list(entry.row.texts))
        self._claim_row(entry.row, self._into, "extra")

    def _home(self, entry: Entry) -> dict[str, Any]:
        """The group a task belongs to: sections that rank as deep as it are over."""
        if entry.label is not None and not entry.label.bullet:
            rank = depth_of(entry.label)
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

    def _under_title(self, title: Cell, entry: Entry, home: dict[str, Any]) -> dict[str, Any]:
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

    def _number(self, task: dict[str, Any], entry: Entry, home: dict[str, Any]) -> None:
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

    def _words_into(self, task: dict[str, Any], entry: Entry) -> None:
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

    def _add_details(self, task: dict[str, Any], entry: Entry) -> None:
        """Units, deadline, output, targets and further columns of a row."""
        repeats = self._repeats_text(entry) and task is self._last
        for role, cell in entry.cells.items():
            if role in ("text", "title", "measure", "units") or not cell.flat:
                continue
            column = self._columns.of(role)[0]  # type: ignore[arg-type]  # entries have roles
            printed = entry.row.at(column)
            if repeats and (printed is None or printed.above):
                continue
            put_cell(task, role, entry, self._last, self._setting)
            if printed is cell:
                self._ledger.take_all(cell.lines, task, role)
        for heading, cell in entry.extra.items():
            if cell.flat:
                task.setdefault("extra", {})[heading] = cell.text
                self._ledger.take_all(cell.lines, task, "extra")


def _is_numbered(task: dict[str, Any]) -> bool:
    return "number" in task and not _DASH.match(str(task.get("text", "")))
