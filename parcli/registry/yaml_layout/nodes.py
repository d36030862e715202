"""A YAML file as written: its data with the comments, anchors and blank lines that belong to it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Remark:
    """A comment: its text from the “#” on, and where it stands.

    `close`: one blank parts it from what it follows.
    """

    text: str
    offset: int
    column: int
    whole_line: bool
    blank_above: bool = False
    close: bool = False

    @property
    def silences(self) -> bool:
        """Whether it is one of those that silence a diagnostic on their line or the next."""
        return self.text.lstrip("# \t").startswith("parcli:")

    @property
    def end(self) -> int:
        """The offset after its last character."""
        return self.offset + len(self.text)


@dataclass
class Scalar:
    """One value; None where the file has nothing. `quoted`: its author put it in quotes."""

    value: str | None
    anchor: str | None = None
    quoted: bool = False


@dataclass
class Alias:
    """“*name”: the value that the anchor of that name has."""

    name: str


@dataclass
class Entry:
    """A key with its value, or an item of a list (key None), and the comments around it.

    `before` are whole lines above it, `beside` stands at the end of its first line.
    """

    value: Node
    key: Scalar | Alias | None = None
    before: list[Remark] = field(default_factory=list)
    beside: Remark | None = None
    blank_above: bool = False


@dataclass
class Collection:
    """A list or a mapping. `after` are comments that follow its last entry and belong to it.

    `in_brackets`: its author wrote it as [a, b] or {a: b}.
    """

    anchor: str | None = None
    in_brackets: bool = False
    entries: list[Entry] = field(default_factory=list)
    after: list[Remark] = field(default_factory=list)


class Mapping(Collection):
    """Keys with values."""


class Sequence(Collection):
    """A list."""


Node = Scalar | Alias | Mapping | Sequence


@dataclass
class Page:
    """A whole file: comments above the data, the data, and comments below it.

    `parted`: a blank line follows the comments above.
    """

    top: list[Remark]
    root: Node
    bottom: list[Remark]
    parted: bool = False
