"""A finding about a file, as a value: frozen, sortable, compared whole."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from parcli.language import _

if TYPE_CHECKING:
    from collections.abc import Mapping


class Severity(IntEnum):
    """How bad a finding is; errors fail `parcli validate`, warnings only with `--strict`."""

    WARNING = 1
    ERROR = 2

    @property
    def label(self) -> str:
        """The enum value that JSON and CI see: "error" or "warning"."""
        return self.name.lower()


@dataclass(frozen=True, order=True)
class Diagnostic:
    """One finding: where, what, and what to do. Lines and columns count from 1.

    `message` and `hint` are catalogue ids with named fields, filled from `facts` when shown, so
    that one stored finding can be read in either language.
    """

    file: str
    line: int
    column: int
    code: str
    severity: Severity
    message: str
    hint: str = ""
    facts: tuple[tuple[str, str], ...] = ()

    def text(self) -> str:
        """The message in the language in force."""
        return _filled(self.message, self.facts)

    def advice(self) -> str:
        """The hint in the language in force; empty where there is none."""
        return _filled(self.hint, self.facts) if self.hint else ""


def facts(values: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    """`values` as a Diagnostic keeps them: sorted pairs of text."""
    return tuple(sorted((key, str(value)) for key, value in values.items()))


def _filled(message: str, values: tuple[tuple[str, str], ...]) -> str:
    said = _(message)
    return said.format(**{name: _reason(name, value) for name, value in values}) if values else said


def _reason(name: str, value: str) -> str:
    """A reason that the system gave is kept as a catalogue id; other facts are data."""
    return _(value) if name == "reason" and value else value
