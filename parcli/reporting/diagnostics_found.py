"""What every output of `parcli validate` is made from: diagnostics, counts, lines."""

from __future__ import annotations

from dataclasses import dataclass, field
from heapq import merge
from typing import TYPE_CHECKING, Protocol

from parcli.registry.yaml_text import LINE_BREAK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from parcli.diagnostics import Diagnostic


class Source(Protocol):
    """Diagnostics in order, with their counts."""

    @property
    def errors(self) -> int:
        """How many errors there are."""

    @property
    def warnings(self) -> int:
        """How many warnings there are."""

    @property
    def files(self) -> int:
        """How many files were looked at."""

    def __iter__(self) -> Iterator[Diagnostic]:
        """The diagnostics, sorted."""


@dataclass
class Found:
    """The diagnostics of one run. `shown` gives a file's path for people, `text` its text."""

    sources: Sequence[Source]
    shown: Callable[[str], str] = str
    text: Callable[[str], str] = lambda _file: ""
    _lines: tuple[str, list[str]] = field(default=("", []), repr=False)

    @property
    def errors(self) -> int:
        """How many errors there are."""
        return sum(source.errors for source in self.sources)

    @property
    def warnings(self) -> int:
        """How many warnings there are."""
        return sum(source.warnings for source in self.sources)

    @property
    def files(self) -> int:
        """How many files were looked at."""
        return sum(source.files for source in self.sources)

    def __iter__(self) -> Iterator[Diagnostic]:
        """The diagnostics of all sources, sorted."""
        return merge(*self.sources)

    def line(self, diagnostic: Diagnostic) -> str:
        """The line a diagnostic is about; empty where the file does not have it (any more)."""
        if self._lines[0] != diagnostic.file:
            self._lines = (diagnostic.file, LINE_BREAK.split(self.text(diagnostic.file)))
        lines = self._lines[1]
        return lines[diagnostic.line - 1] if diagnostic.line <= len(lines) else ""
