"""One task as it is listed, and its form in JSON."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from parcli.queries.unit_lookup import UnitRef

Role = Literal["lead", "support"]
# "IIIa", "ix", "2.1"; of letters only such as no other letter but one follows.
_NUMERAL = re.compile(r"[0-9]+|[IVXL]+(?=[a-zđ]?(?![^\W_]))|[ivxl]+(?![^\W_])")


@dataclass(frozen=True)
class Assignee:
    """A unit or group that a task names, as printed in `written`.

    `members` are its single units, where asked for.
    """

    unit: UnitRef
    is_group: bool = False
    scope: str | None = None
    written: str = ""
    members: tuple[UnitRef, ...] | None = None

    def json(self) -> dict[str, Any]:
        """The contract's form: id, name, and scope and members where they are there."""
        plain: dict[str, Any] = self.unit.json()
        if self.scope:
            plain["scope"] = self.scope
        if self.members is not None and self.is_group:
            plain["members"] = [member.json() for member in self.members]
        return plain


@dataclass(frozen=True)
class TaskRow:
    """One task as it is listed."""

    id: str
    directive: str
    appendix: str | None
    group: str | None
    group_title: str | None
    number: str | None
    title: str | None
    text: str | None
    output: str | None
    deadline: str | None
    index: str | None
    lead: tuple[Assignee, ...] = ()
    support: tuple[Assignee, ...] = ()
    criteria: tuple[str, ...] = ()
    targets: tuple[dict[str, Any], ...] = ()
    status: str | None = None
    role: Role | None = None
    key: tuple[int, int] = field(default=(0, 0), repr=False)

    def json(self) -> dict[str, Any]:
        """The contract's form; `role` is there where tasks of one unit were asked for."""
        plain: dict[str, Any] = {
            "id": self.id,
            "directive": self.directive,
            "appendix": appendix_number(self.appendix),
            "group": self.group,
            "number": self.number,
            "title": self.title,
            "text": self.text,
            "lead": [who.json() for who in self.lead],
            "support": [who.json() for who in self.support],
            "index": self.index,
            "criteria": list(self.criteria),
            "targets": list(self.targets),
            "deadline": self.deadline,
            "status": self.status,
        }
        if self.role is not None:
            plain["role"] = self.role
        return plain


def appendix_number(number: str | None) -> int | None:
    """The number that an appendix's printed number begins with, Roman or Arabic: 3 of "IIIa".

    None where it begins with neither.
    """
    found = _NUMERAL.match(number.strip()) if number else None
    if found is None:
        return None
    return int(found[0]) if found[0].isdecimal() else _roman(found[0].upper())


def _roman(number: str) -> int:
    values = {"I": 1, "V": 5, "X": 10, "L": 50}
    digits = [values[letter] for letter in number]
    pairs = zip(digits, [*digits[1:], 0], strict=True)
    return sum(-digit if digit < after else digit for digit, after in pairs)
