"""What the cells of a row say of its task: units, deadline, targets and further words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from parcli.intake.recognise.prose import particulars
from parcli.intake.recognise.roles import roles_in
from parcli.intake.recognise.targets import target_of_cell
from parcli.intake.recognise.task_words import Setting, put_deadline, put_particular
from parcli.intake.recognise.units import cell_units
from parcli.text import folded

if TYPE_CHECKING:
    from parcli.intake.blocks import Cell
    from parcli.intake.recognise.table_rows import Entry

_HELPS = re.compile(r"\s*\((?:cùng |đơn vị |cơ quan )?phối hợp\)\s*$")
_DITTO = {"nt", "nhu tren", "n t"}
_DITTO_MARKS = {"″", '"', "”", "''", "-nt-", "//"}


def put_cell(
    task: dict[str, Any], role: str, entry: Entry, last: dict[str, Any] | None, setting: Setting
) -> None:
    """Put the cell of a role into its task; "như trên" stands for the value of the `last` one."""
    text = _undittoed(entry.cells[role])
    if text is None:
        if last is not None and role in last:
            task[role] = last[role]
        return
    if role in ("lead", "support"):
        _put_units(task, role, text, setting)
    elif role == "deadline":
        put_deadline(task, text, setting)
    elif role == "target":
        measure = entry.cells["measure"].flat if "measure" in entry.cells else None
        found = [target_of_cell(line, measure) for line in text.split("\n") if line.strip(" -+")]
        task["targets"] = [*task.get("targets", []), *found]
    elif role in task:
        task[role] = f"{task[role]}\n{text}"
    else:
        task[role] = text


def _put_units(task: dict[str, Any], role: str, text: str, setting: Setting) -> None:
    found = particulars(text)
    if any(one.key in ("lead", "support") for one in found):
        before = text[: found[0].start]
        if before.strip(" -+.;"):
            task[role] = cell_units(before)
        for one in found:
            put_particular(task, one, setting)
        return
    both = roles_in(text) if role == "lead" else None
    if both is not None:
        task["lead"] = both[0]
        if both[1]:
            task["support"] = [*task.get("support", []), *both[1]]
        return
    helping, leading = _parted(text) if role == "lead" else ([], text)
    if helping:
        task["support"] = [*task.get("support", []), *helping]
    names = cell_units(leading)
    task[role] = [
        *task.get(role, []),
        *(name for name in names if name not in task.get(role, [])),
    ]


def _parted(text: str) -> tuple[list[str], str]:
    """Who helps by a bracket after the name, "Sở A (chủ trì), Sở B (phối hợp)", and the rest."""
    pieces = re.split(r"(?<=\))\s*[,;\n]\s*(?:và\s+)?", text)
    helps = [piece for piece in pieces if _HELPS.search(piece)]
    names = [name for piece in helps for name in cell_units(_HELPS.sub("", piece))]
    return names, "; ".join(piece for piece in pieces if piece not in helps)


def _undittoed(cell: Cell) -> str | None:
    """A cell's words; None where it says "as above"."""
    text = cell.text
    return None if text.strip() in _DITTO_MARKS or folded(text) in _DITTO else text
