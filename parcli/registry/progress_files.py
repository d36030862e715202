"""Changing the progress files of a registry: planned on what is there, checked, written whole."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from parcli.diagnostics import Severity
from parcli.registry.files import PROGRESS_FOLDER, FileKind, read_bytes
from parcli.registry.progress_entries import FIELDS, Change, changes
from parcli.registry.reading import read_text
from parcli.registry.write_lock import Unwritable, write_whole
from parcli.registry.yaml_patch import patched
from parcli.registry.yaml_text import MAX_BYTES
from parcli.registry.yaml_words import mapping_lines
from parcli.text import nfc

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from parcli.diagnostics import Diagnostic
    from parcli.registry.progress_entries import UnitReport

_BOM = b"\xef\xbb\xbf"
_KEYS = ("schema", "org", "unit", "period", "submission", "tasks", "note")
_SUBMISSION_KEYS = ("number", "received", "duties")


@dataclass(frozen=True)
class Planned:
    """One file as it is and as it would be. Where it has errors, nothing may be written."""

    path: str
    before: bytes | None
    after: bytes
    changes: tuple[Change, ...] = ()
    errors: tuple[Diagnostic, ...] = field(default=())


def progress_path(unit: str, period: str) -> str:
    """Where a unit's progress of a period is, below the root."""
    return f"{PROGRESS_FOLDER}/{period}/{unit}.yaml"


def plan(root: Path, report: UnitReport, task_order: Sequence[str]) -> Planned:
    """The file with what `report` says in it. To be written under the same write lock.

    `task_order` gives new entries their place. A file that has errors already, or would have, is
    planned with them. Raises NotPatched, or Unreadable where a file is there but cannot be opened.
    """
    path = progress_path(report.unit, report.period)
    before = _content(root, path)
    current = read_text(FileKind.PROGRESS, path, before) if before is not None else None
    if current is not None and (errors := _errors(current.diagnostics)):
        return Planned(path, before, before or b"", errors=errors)
    model: Any = current.model if current else None
    found = changes(model, report)
    if not found:
        return Planned(path, before, before or b"")
    after = _changed(path, before, report, found, task_order)
    errors = _errors(read_text(FileKind.PROGRESS, path, after).diagnostics)
    return Planned(path, before, after, tuple(found), errors)


def write(root: Path, planned: Sequence[Planned]) -> list[str]:
    """Write the files that change, and return their paths. Only for the holder of the write lock.

    Nothing is written where any has errors. Each file is whole at every moment; where the machine
    stops between two of them, planning the same reports again makes up for the rest.
    """
    if any(file.errors for file in planned):
        return []
    changing = [file for file in planned if file.after != (file.before or b"")]
    places = [_inside(root, file.path) for file in changing]
    for file, place in zip(changing, places, strict=True):
        write_whole(place, file.after)
    return [file.path for file in changing]


def _content(root: Path, path: str) -> bytes | None:
    if not (root / path).exists():
        return None
    return read_bytes(root, path, MAX_BYTES)


def _errors(found: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(d for d in found if d.severity is Severity.ERROR)


def _changed(
    path: str,
    before: bytes | None,
    report: UnitReport,
    found: Sequence[Change],
    task_order: Sequence[str],
) -> bytes:
    raw = before if before is not None else _beginning(report)
    text = raw.removeprefix(_BOM).decode("utf-8")
    ends = "\r\n" if "\r\n" in text else "\n"
    patch = _patch(found)

    def order_of(place: tuple[str, ...]) -> Sequence[str]:
        if place == ("tasks",):
            return task_order
        return {0: _KEYS, 1: _SUBMISSION_KEYS}.get(len(place), FIELDS)

    changed = patched(path, text.replace("\r\n", "\n"), patch, order_of)
    mark = _BOM if raw.startswith(_BOM) else b""
    return mark + changed.replace("\n", ends).encode("utf-8")


def _beginning(report: UnitReport) -> bytes:
    head = {"schema": "parcli.progress/1", "org": report.org, "unit": report.unit}
    return ("\n".join(mapping_lines({**head, "period": report.period}, 0)) + "\n").encode()


def _patch(found: Sequence[Change]) -> dict[str, Any]:
    patch: dict[str, Any] = {}
    for change in found:
        if change.task is None:
            patch.setdefault("submission", {})[change.field] = _composed(change.new)
        else:
            entry = patch.setdefault("tasks", {}).setdefault(change.task, {})
            entry[change.field] = _composed(change.new)
    return patch


def _composed(value: Any) -> Any:
    """`value` with its text in NFC, as registry files are."""
    if isinstance(value, str):
        return nfc(value)
    if isinstance(value, list):
        return [_composed(item) for item in value]
    if isinstance(value, dict):
        return {key: _composed(item) for key, item in value.items()}
    return value


def _inside(root: Path, path: str) -> Path:
    """The file itself, behind links. Raises Unwritable where it is outside of the registry."""
    place = (root / path).resolve()
    if not place.is_relative_to(root.resolve()):
        raise Unwritable(path=path, reason=f"→ {place}")
    return place
