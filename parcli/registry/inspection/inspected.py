"""What an inspection looks at: one file's model and words, and where a finding stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from parcli.diagnostics import Diagnostic, Severity, facts
from parcli.registry.inspection.document_parts import DataPath, parts_of, placed_tasks
from parcli.registry.yaml_text import line_starts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.registry.inspection.document_parts import Part, PlacedTask
    from parcli.registry.inspection.numbering import Break
    from parcli.registry.inspection.word_judgement import Judged
    from parcli.registry.yaml_source import YamlSource

# Keys whose values are quoted with their misprints.
_AS_PRINTED = ("printed", "aliases")
_NEXT_KEY = re.compile(r"\n(?=[^\s#-])")
_KEY = re.compile(r"[ \t]*(?:-[ \t]+)?(?P<key>[a-z_]+):(?=[ \t\r\n]|\Z)")
_KEY_IN_BRACKETS = re.compile(r"[{,][ \t]*([a-z_]+):[ \t]")
_NEAR = 1000  # no longer text is quoted in brackets; bounds the search on lines of megabytes


@dataclass
class Inspected:
    """One read file. `kept` tells which items of a list are left where errors removed some."""

    source: YamlSource
    model: Any
    kept: dict[DataPath, list[int]] = field(default_factory=dict)
    _quoting: dict[int, bool] = field(default_factory=dict, repr=False)

    @cached_property
    def parts(self) -> list[Part]:
        """The parts of a directive; only for one that has a model."""
        return parts_of(self.model)

    @cached_property
    def tasks(self) -> list[PlacedTask]:
        """The tasks of a directive; only for one that has a model."""
        return placed_tasks(self.parts)

    @cached_property
    def tasks_by_appendix(self) -> dict[int, list[PlacedTask]]:
        """The tasks of each appendix that has some, by its place among the appendices."""
        tasks: dict[int, list[PlacedTask]] = {}
        for placed in self.tasks:
            key, n = placed.path[:2]
            if key == "appendices" and isinstance(n, int):
                tasks.setdefault(n, []).append(placed)
        return tasks

    @cached_property
    def numbering(self) -> list[tuple[DataPath, Break]]:
        """Where the numbers of a directive's lists do not run on."""
        from parcli.registry.inspection.numbering import breaks_of  # noqa: PLC0415  not essential

        return breaks_of(self.parts, self.model.appendices)

    @cached_property
    def vocabulary(self) -> set[str]:
        """Each different run of characters between white space."""
        return set(self.source.text.split())

    @cached_property
    def odd_words(self) -> Judged:
        """The words that look wrong in any way."""
        from parcli.registry.inspection.word_judgement import judged  # noqa: PLC0415  not essential

        return judged(self.vocabulary)

    def words_without(self, key: str) -> str:
        """The text but for the block of a key at the top."""
        text = self.source.text
        start = 0 if text.startswith(f"{key}:") else text.find(f"\n{key}:")
        if start < 0:
            return f"\n{text}"
        after = _NEXT_KEY.search(text, start + 1)
        return f"\n{text[:start]}{text[after.start() :] if after else ''}"

    def places_of(self, word: str) -> Iterator[int]:
        """Where the word stands in the text, but for what is quoted as printed."""
        text, size = self.source.text, len(word)
        at = text.find(word)
        while at >= 0:
            before, after = text[at - 1 : at], text[at + size : at + size + 1]
            if not before.isalnum() and not after.isalnum() and not self._is_quoted(at):
                yield at
            at = text.find(word, at + size)

    def written(self, path: DataPath) -> Any:
        """What the file has at `path` of the model; the model may lack it for an error."""
        value = self.source.data
        for step in self._in_file(path):
            value = value[step]
        return value

    def offset_of(self, path: DataPath) -> int:
        """Where in the text the value at `path` of the data begins."""
        line, column = self.source.position(path)
        return self._line_starts[line - 1] + column - 1

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
        line = bisect_right(self._line_starts, offset)
        place = (line, offset - self._line_starts[line - 1] + 1)
        return Diagnostic(self.source.file, *place, code, severity, message, hint, facts(values))

    @cached_property
    def _line_starts(self) -> list[int]:
        return line_starts(self.source.text)

    def _is_quoted(self, at: int) -> bool:
        """Whether the character belongs to what is quoted as printed, or to a comment."""
        text = self.source.text
        start = text.rfind("\n", 0, at) + 1
        if "#" in text[start:at]:
            return True
        inside = _KEY_IN_BRACKETS.findall(text, max(start, at - _NEAR), at)
        return inside[-1] in _AS_PRINTED if inside else self._quotes(start)

    def _quotes(self, start: int) -> bool:
        """Whether the key on the line at `start`, or the nearest above it, quotes."""
        asked: list[int] = []
        while start not in self._quoting:
            asked.append(start)
            key = _KEY.match(self.source.text, start)
            if key or start == 0:
                self._quoting[start] = key is not None and key["key"] in _AS_PRINTED
                break
            start = self.source.text.rfind("\n", 0, start - 1) + 1
        answer = self._quoting[start]
        self._quoting.update(dict.fromkeys(asked, answer))
        return answer

    def _in_file(self, path: DataPath) -> DataPath:
        """`path` with list positions as the file counts them."""
        if not self.kept:
            return path
        counted: list[str | int] = []
        for step in path:
            left = self.kept.get(tuple(counted)) if isinstance(step, int) else None
            counted.append(left[step] if left and isinstance(step, int) else step)
        return tuple(counted)
