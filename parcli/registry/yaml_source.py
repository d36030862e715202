"""YAML read once, safely: plain data, and the line and column of every key and value.

Every scalar is text, whatever it looks like (`012`, `no`, `12:30` survive); an empty one is None.
What is wrong becomes a Diagnostic at its place. Size, depth and expansion are bounded, since files
come by mail.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol

from parcli.language import N_
from parcli.registry.yaml_lines import read_by_lines
from parcli.registry.yaml_text import decoded, finding_at, parted_by_line_feeds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parcli.diagnostics import Diagnostic

_BOM = b"\xef\xbb\xbf"
Position = tuple[int, int]


class Places(Protocol):
    """Where the parts of a file's data stand, as the reader of that file keeps it."""

    def place_of(self, node: Any, step: str | int, at: int, *, key: bool) -> Position:
        """The line and column of the value at `step` of `node`, its item `at`; or of its key."""


@dataclass
class YamlSource:
    """One file's data and where each part of it stands. Lines and columns count from 1.

    `complete` is False where reading stopped early: what follows is missing from `data`, and the
    record that begins at `unfinished` lacks its end.
    """

    file: str
    text: str = ""
    data: Any = None
    start: Position = (1, 1)
    complete: bool = True
    unfinished: Position | None = None
    places: Places | None = field(default=None, repr=False)
    orders: dict[int, dict[str | int, int]] = field(default_factory=dict, repr=False)

    @cached_property
    def lines(self) -> list[str]:
        """The text's lines, as LF parts them."""
        return self.text.split("\n")

    def position(self, path: Sequence[str | int], *, key: bool = False) -> Position:
        """Where the value at `path` begins, or its key; the nearest part that exists otherwise."""
        node, found = self.data, self.start
        for step in path:
            at = self._child(node, step)
            if at is None or self.places is None:
                break
            found = self.places.place_of(node, step, at, key=key and step == path[-1])
            node = node[step]
        return found

    def _child(self, node: Any, step: str | int) -> int | None:
        if isinstance(node, dict) and step in node:
            if id(node) not in self.orders:
                self.orders[id(node)] = {key: n for n, key in enumerate(node)}
            return self.orders[id(node)][step]
        if isinstance(node, list) and isinstance(step, int) and 0 <= step < len(node):
            return step
        return None


def read_yaml(file: str, raw: bytes) -> tuple[YamlSource, list[Diagnostic]]:
    """The data of one YAML document and what is wrong with it; data None where nothing can be read.

    `file` is the name that diagnostics carry.
    """
    text, found = decoded(file, raw)
    source = YamlSource(file, text or "")
    if not source.text.strip():
        if not found:
            found.append(empty_file(file))
        return source, found
    if not found and parted_by_line_feeds(source.text):
        lined = read_by_lines(source.text)
        if lined is not None:
            start = lined.place_of(lined.data, next(iter(lined.data)), 0, key=True)
            return YamlSource(file, source.text, lined.data, start, places=lined), found
    from parcli.registry.yaml_building import Building  # noqa: PLC0415  for files of another layout

    # libyaml reads the bytes themselves soonest, where they are what was decoded.
    Building(source, found).run(source.text if raw.startswith(_BOM) else raw)
    return source, found


def empty_file(file: str) -> Diagnostic:
    """The finding that a file has no data."""
    hint = N_("Write its data, or remove it; parcli import makes a draft of a document.")
    return finding_at(file, (1, 1), "PAR113", N_("The file is empty."), hint)
