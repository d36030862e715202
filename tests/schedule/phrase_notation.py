"""Deadlines in one line for tables of cases: "fixed before date=2025-12-15 time=17:00"."""

from __future__ import annotations

from typing import Any

from parcli.schedule.deadline import Deadline, to_json


def notation(deadline: Deadline) -> str:
    """The kind, the relation and every other value of `deadline`, its phrase left out."""
    return _line(to_json(deadline))


def _line(plain: dict[str, Any]) -> str:
    words = [plain["kind"]]
    if relation := plain.get("relation"):
        words.append(relation)
    for name, value in plain.items():
        if name in {"kind", "phrase", "relation"}:
            continue
        words.append(_field(name, value))
    return " ".join(words)


def _field(name: str, value: Any) -> str:
    if name == "parts":
        return " + ".join(f"[{_line(part)}]" for part in value)
    if value is True:
        return name
    if isinstance(value, list):
        return f"{name}={','.join(map(str, value))}"
    return f'{name}="{value}"' if " " in str(value) else f"{name}={value}"
