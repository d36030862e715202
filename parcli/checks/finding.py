"""What a check finds, before it has a line: the file, the place in its data, and the words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from parcli.diagnostics import Severity, facts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.checks.context import Context

DataPath = tuple[str | int, ...]


class Finding(NamedTuple):
    """One finding in the file whose row is `file`: field `field` of the record at `record`.

    A field that tasks inherit is looked for in the groups around the record as well. `offset` is
    that of the file's text, for what is found in its words and not in one value.
    """

    file: int
    record: DataPath
    field: DataPath
    message: str
    hint: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    severity: Severity | None = None
    offset: int | None = None


class Check(Protocol):
    """What each module of checks offers: CODE, default SEVERITY, a manual page, and `check`.

    `check` yields findings instead of diagnostics, so that only files in which something was found
    are read again, each once, for the lines.
    """

    CODE: str
    SEVERITY: Severity
    __doc__: str | None
    __name__: str

    def check(self, context: Context) -> Iterator[Finding]:
        """Everything in the registry that breaks the rule."""


def record_at(at: str) -> DataPath:
    """A place as the index keeps it ("groups.0.tasks.3") as a path."""
    return tuple(int(step) if step.isdecimal() else step for step in at.split(".")) if at else ()


def found(
    file: int,
    place: str,
    field: DataPath,
    message: str,
    hint: str = "",
    /,
    *,
    severity: Severity | None = None,
    **values: object,
) -> Finding:
    """A finding about a field of the record at `place`."""
    return Finding(file, record_at(place), field, message, hint, facts(values), severity)
