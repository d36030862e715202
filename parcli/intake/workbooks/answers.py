"""The rows of returned forms as what units say about their tasks; what contradicts is refused."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from parcli.diagnostics import Diagnostic, Severity
from parcli.errors import ParcliError
from parcli.intake.workbooks.cells import CellRead, document_lines, status_of, text_of, value_of
from parcli.intake.workbooks.form_reader import INPUTS, Address, FormRead, FormRow
from parcli.language import N_, _
from parcli.model.progress_form import CLEARED, NUMBER_COLUMN, NUMBER_ROW
from parcli.registry.progress_entries import TEXTS, Said

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


class UnitTask(NamedTuple):
    """What a reader must know of a task: the units that its targets count in, None where unsaid."""

    id: str
    target_units: tuple[str | None, ...]


class _Statement(NamedTuple):
    value: Any
    where: Address


@dataclass
class Answers:
    """What one unit said about one period, in one form or in several."""

    tasks: Mapping[str, UnitTask]
    number: _Statement | None = None
    said: dict[str, dict[tuple[str, int], _Statement]] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def add(self, read: FormRead) -> None:
        """Take in the rows of a form, which is known to be this unit's and of this period."""
        identity = read.identity
        known = len(self.diagnostics)
        filled = 0
        for row in read.rows:
            if row.key is None:
                self._without_key(row)
            elif row.key[:3] != (identity and (identity.registry, identity.unit, identity.period)):
                self._of_another_form(row)
            elif row.key.task == NUMBER_ROW:
                filled += self._add_number(row)
            elif row.is_filled_in():
                filled += 1
                self._add_row(row, row.key.task, row.key.target)
        if not filled and len(self.diagnostics) == known:
            self.diagnostics.append(_nothing_filled_in(read.file))

    def is_empty(self) -> bool:
        """Whether nothing was said at all."""
        return self.number is None and not self.said

    def number_text(self) -> str | None:
        """The number of the unit's own report."""
        return self.number.value if self.number else None

    def tasks_said(self) -> dict[str, Said]:
        """What was said, task by task, in the tasks' order."""
        return {task: _said(self.said[task]) for task in self.tasks if task in self.said}

    def without_status(self, known: Sequence[str]) -> list[Diagnostic]:
        """A finding for each task of which something is said but no status, here or in `known`."""
        return [
            next(iter(said.values())).where.finding(
                "PAR662",
                _("the task has no status yet."),
                N_("Choose a status in the same row."),
            )
            for task, said in self.said.items()
            if ("status", 0) not in said and task not in known
        ]

    def _add_number(self, row: FormRow) -> bool:
        where = row.addresses.get(NUMBER_COLUMN)
        text = self._read(row, NUMBER_COLUMN, text_of) if where else None
        if not text or where is None or text == CLEARED:
            return False
        if self.number is not None and self.number.value != text:
            self._contradiction(self.number, where)
        self.number = self.number or _Statement(text, where)
        return True

    def _add_row(self, row: FormRow, task: str, target: int) -> None:
        known = self.tasks.get(task)
        if known is None:
            self._report(row, "PAR659", _("the unit has no task {task}.").format(task=task))
            return
        self._add_value(row, known, target)
        if target > 1:
            self._refuse_beside(row)
            return
        self._state(row, "status", self._read(row, "status", status_of))
        for name in TEXTS:
            text = self._read(row, name, text_of)
            self._state(row, name, "" if text == CLEARED else text or None)
        documents = self._read(row, "evidence", lambda cell: tuple(document_lines(cell)))
        if documents is not None and _is_cleared(row.cell("evidence")):
            self._state(row, "evidence", ())
        elif documents:
            self._state(row, "evidence", documents)

    def _add_value(self, row: FormRow, task: UnitTask, target: int) -> None:
        if target > len(task.target_units):
            if row.cell("value").value not in (None, ""):
                self._report(row, "PAR659", _("the task has no such target."), "value")
            return
        unit = task.target_units[target - 1]
        value = self._read(row, "value", lambda cell: value_of(cell, unit))
        if value is None:
            return
        if _looks_like_a_share(row.cell("value"), unit):
            self.diagnostics.append(
                row.addresses["value"].finding(
                    "PAR661",
                    _("{value} is read as {value} %.").format(value=value),
                    N_("Where a share was meant, write it as a percentage: 85 or 85%."),
                    Severity.WARNING,
                )
            )
        self._state(row, "value", value, target)

    def _refuse_beside(self, row: FormRow) -> None:
        """A further target's row has one input; words elsewhere in it belong to the first row."""
        for column in INPUTS[1:]:
            if row.cell(column).value not in (None, ""):
                message = _("this belongs in the first row of the task.")
                self._report(row, "PAR658", message, column)

    def _state(self, row: FormRow, name: str, value: Any, target: int = 0) -> None:
        if value is None or row.key is None:
            return
        said = self.said.setdefault(row.key.task, {})
        before = said.get((name, target))
        where = row.addresses[name]
        if before is not None and before.value != value:
            self._contradiction(before, where)
        said.setdefault((name, target), _Statement(value, where))

    def _read(self, row: FormRow, column: str, read: Callable[[CellRead], Any]) -> Any:
        """What the cell means; None where it is bad, which is then among the findings."""
        try:
            return read(row.cell(column))
        except ParcliError as error:
            where = row.addresses[column]
            found = where.finding("PAR658", str(error), error.hint, values=error.facts)
            self.diagnostics.append(found)
            return None

    def _contradiction(self, before: _Statement, where: Address) -> None:
        other = before.where
        place = f"{other.file}, {other.sheet}!{other.cell}"
        message = _("this is said otherwise in {place}.").format(place=place)
        hint = N_("Keep one of the two; parcli does not choose.")
        self.diagnostics.append(where.finding("PAR660", message, hint))

    def _without_key(self, row: FormRow) -> None:
        if row.key_text or row.is_filled_in():
            self._report(
                row,
                "PAR661" if not row.key_text else "PAR659",
                _("this row is not of the form; it was not collected."),
                severity=Severity.ERROR if row.key_text else Severity.WARNING,
            )

    def _of_another_form(self, row: FormRow) -> None:
        if row.is_filled_in():
            message = _("this row comes from the form of another unit, period or registry.")
            self._report(row, "PAR659", message)

    def _report(
        self,
        row: FormRow,
        code: str,
        message: str,
        column: str = "",
        severity: Severity = Severity.ERROR,
    ) -> None:
        filled = (name for name in INPUTS if row.cell(name).value not in (None, ""))
        name = column or next(filled, next(iter(row.addresses)))
        self.diagnostics.append(row.addresses[name].finding(code, message, severity=severity))


def _said(statements: Mapping[tuple[str, int], _Statement]) -> Said:
    plain: dict[str, Any] = {name: s.value for (name, at), s in statements.items() if not at}
    if plain.get("evidence") == ():
        plain["forget_evidence"] = True
    values = {
        target: None if s.value == CLEARED else s.value
        for (name, target), s in statements.items()
        if name == "value"
    }
    return Said(values=values, **plain)


def _is_cleared(cell: CellRead) -> bool:
    return isinstance(cell.value, str) and cell.value.strip() == CLEARED


def _looks_like_a_share(cell: CellRead, unit: str | None) -> bool:
    """A bare 0,85 for a target in %: perhaps 85 % was meant."""
    plain = isinstance(cell.value, float) and "%" not in cell.form
    return plain and unit == "%" and 0 < cell.value < 1


def _nothing_filled_in(file: str) -> Diagnostic:
    return Diagnostic(
        file, 1, 1, "PAR661", Severity.WARNING,
        N_("Nothing is filled in in this form; it was not counted as a report."),
    )  # fmt: skip
