"""The inspections that no answer does without: what they find can make it wrong or incomplete."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from parcli.registry.files import FileKind
from parcli.registry.inspection import own_ids, own_links, validity_order, wrong_meaning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic, Severity
    from parcli.registry.inspection.inspected import Inspected


class Inspection(Protocol):
    """What each module of this package offers."""

    CODE: str
    SEVERITY: Severity
    __doc__: str | None
    __name__: str

    def inspect(self, file: Inspected) -> Iterator[Diagnostic]:
        """What is wrong with the file by this rule."""


ESSENTIAL = cast(
    "dict[FileKind, tuple[Inspection, ...]]",
    {
        FileKind.DIRECTIVE: (own_ids, wrong_meaning, validity_order),
        FileKind.UNITS: (own_ids, own_links, validity_order),
        FileKind.INDEX: (own_ids, validity_order),
    },
)


def inspect_essentials(kind: FileKind, file: Inspected) -> Iterator[Diagnostic]:
    """What is wrong with a file by the essential rules for its kind."""
    if file.model is not None:
        for rule in ESSENTIAL.get(kind, ()):
            yield from rule.inspect(file)
