"""What an inspection looks at: one file's model and words, and where a finding stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from parcli.diagnostics import Diagnostic, Severity, facts
from parcli.registry.inspection.document_parts import DataPath, parts_of, placed_tasks
from parcli.registry.yaml_text import place_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.registry.inspection.document_parts import Part, PlacedTask
    from parcli.registry.inspection.numbering import Break
    from parcli.registry.inspection.word_judgement import Judged
    from parcli.registry.yaml_source import YamlSource

# Keys whose values are quoted with their misprints.
_AS_PRINTED = ("printed", "aliases")
_KEY = re.compile(r"[ \t]*(?:-[ \t]+)?(?P<key>[a-z_]+):(?:[ \t]|$)")


@dataclass
class Inspected:
    """One read file. `kept` tells which items of a list are left where errors removed some."""

    source: YamlSource
    model: Any
    kept: dict[DataPath, list[int]] = field(default_factory=dict)

    @cached_property
    def parts(self) -> list[Part]:
        """The parts of a directive; only for one that has a model."""
        return parts_of(self.model)

    @cached_property
    def tasks(self) -> list[PlacedTask]:
        """The tasks of a directive; only for one that has a model."""
        return placed_tasks(self.parts)

    @cached_property
    def numbering(self) -> list[tuple[DataPath, Break]]:
        """Where the numbers of a directive's lists do not run on."""
        from parcli.registry.inspection.numbering import breaks_of  # noqa: PLC0415  not essential

        return breaks_of(self.parts)

    @cached_property
    def vocabulary(self) -> set[str]:
        """Each different run of characters between white space."""
        return set(self.source.text.split())

    @cached_property
    def odd_words(self) -> Judged:
        """The words that look wrong in any way."""
        from parcli.registry.inspection.word_judgement import judged  # noqa: PLC0415  not essential

        return judged(self.vocabulary)

    def places_of(self, word: str) -> Iterator[int]:
        """Where the word stands in the text, but for what is quoted as printed."""
        text, size = self.source.text, len(word)
        at = text.find(word)
        while at >= 0:
            before, after = text[at - 1 : at], text[at + size : at + size + 1]
            if not before.isalnum() and not after.isalnum() and not _is_quoted(text, at):
                yield at
            at = text.find(word, at + size)

    def found(
        self,
        code: str,
        path: DataPath,
        message: str,
        hint: str = "",
        /,
        *,
        severity: Severity = Severity.WARNING,
        **values: object,
    ) -> Diagnostic:
        """A finding about the value at `path` of the model."""
        place = self.source.position(self._in_file(path))
        return Diagnostic(self.source.file, *place, code, severity, message, hint, facts(values))

    def found_at(
        self,
        code: str,
        offset: int,
        message: str,
        hint: str = "",
        /,
        *,
        severity: Severity = Severity.WARNING,
        **values: object,
    ) -> Diagnostic:
        """A finding about the character at `offset` of the file's text."""
        place = place_of(self.source.text, offset)
        return Diagnostic(self.source.file, *place, code, severity, message, hint, facts(values))

    def _in_file(self, path: DataPath) -> DataPath:
        """`path` with list positions as the file counts them."""
        if not self.kept:
            return path
        counted: list[str | int] = []
        for step in path:
            left = self.kept.get(tuple(counted)) if isinstance(step, int) else None
            counted.append(left[step] if left and isinstance(step, int) else step)
        return tuple(counted)


def _is_quoted(text: str, at: int) -> bool:
    """Whether the character belongs to what is quoted as printed, or to a comment."""
    while True:
        start = text.rfind("\n", 0, at) + 1
        line = text[start : text.find("\n", start) % (len(text) + 1)]
        if "#" in line[: at - start]:
            return True
        key = _KEY.match(line)
        if key or start == 0:
            return key is not None and key["key"] in _AS_PRINTED
        at = start - 1
