"""The one form that every reader delivers: paragraphs and tables in the order of the document."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from parcli.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Run(NamedTuple):
    """A stretch of text in one look; `caps` says that the page shows its letters as capitals.

    `font` is named only where it is one from before Unicode, whose letters are others.
    """

    text: str
    bold: bool = False
    italic: bool = False
    caps: bool = False
    font: str = ""

    @property
    def shown(self) -> str:
        """Its text as the page shows it, letter by letter: as long as the text."""
        return "".join(map(_capital, self.text)) if self.caps else self.text


def _capital(letter: str) -> str:
    upper = letter.upper()
    return upper if len(upper) == 1 else letter


class Place(NamedTuple):
    """Where a block stands: counted from 1; 0 and None where it does not apply.

    `line` is that of a text file, which has no other paragraphs.
    """

    page: int | None = None
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    cell: int | None = None
    line: int | None = None


NOWHERE = Place()


@dataclass(frozen=True, eq=False)
class Paragraph:
    """A paragraph. `label` is the number that Word computes and the text does not hold.

    `gap` says that a blank line stands before it; `source` holds the parts it was joined from;
    `indent` counts the characters before it in its line.
    """

    runs: tuple[Run, ...]
    place: Place = NOWHERE
    label: str = ""
    style: str = ""
    align: str = ""
    gap: bool = False
    source: tuple[Paragraph, ...] = ()
    indent: int = 0

    @cached_property
    def text(self) -> str:
        """All its words as the page shows them, without the computed label."""
        return "".join(run.shown for run in self.runs)

    @cached_property
    def typed(self) -> str:
        """The same words as they were typed: a style may show small letters as capitals."""
        return "".join(run.text for run in self.runs)

    @cached_property
    def line(self) -> str:
        """Label and text on one line."""
        return one_line(f"{self.label} {self.text}")

    @property
    def bold(self) -> bool:
        """Whether every word of it is bold."""
        return self._all("bold")

    @property
    def italic(self) -> bool:
        """Whether every word of it is italic."""
        return self._all("italic")

    def _all(self, look: str) -> bool:
        words = [run for run in self.runs if run.text.strip()]
        return bool(words) and all(getattr(run, look) for run in words)

    def emphasised(self) -> int:
        """How many characters at its beginning are emphasised and the rest is not; else 0."""
        length = 0
        for look in ("bold", "italic"):
            length = 0
            for run in self.runs:
                if run.text.strip() and not getattr(run, look):
                    break
                length += len(run.text)
            if self.text[:length].strip():
                return length
        return 0

    def cut(self, start: int, end: int | None = None) -> Paragraph:
        """The part of it from character `start` to `end`, its look kept; the label goes first."""
        stop = len(self.text) if end is None else end
        runs, at = [], 0
        for run in self.runs:
            piece = run.text[max(0, start - at) : max(0, stop - at)]
            if piece:
                runs.append(run._replace(text=piece))
            at += len(run.text)
        label = self.label if start == 0 else ""
        return replace(self, runs=tuple(runs), label=label, indent=self.indent + start)

    def position(self, character: int) -> tuple[Place, int]:
        """Where a character of it stands: the place of the part it came in, the column from 1."""
        at = 0
        here, first = self, 0
        for part in self.source:
            found = self.text.find(part.text.strip(), at)
            if found > character:
                break
            if found >= 0:
                here, first, at = part, found, found + len(part.text.strip())
        return here.place, here.indent + character - first + 1


def paragraph(
    text: str, place: Place = NOWHERE, *, bold: bool = False, italic: bool = False
) -> Paragraph:
    """A paragraph in one look."""
    return Paragraph((Run(text, bold, italic),), place)


def joined(first: Paragraph, *others: Paragraph, between: str = " ") -> Paragraph:
    """One paragraph of several that line or page breaks parted."""
    runs = list(first.runs)
    parts = list(first.source or (first,))
    for other in others:
        head, *more = other.runs or (None,)
        if runs:
            runs[-1] = runs[-1]._replace(text=runs[-1].text.rstrip())
        if head is not None:
            runs.append(head._replace(text=between + head.text.lstrip()))
        runs += more
        parts += other.source or (other,)
    return replace(first, runs=tuple(runs), source=tuple(parts))


@dataclass(frozen=True, eq=False)
class Cell:
    """A cell with its lines; `column` counts from 0 on the table's grid, `span` columns wide.

    `above` says that it continues a merged cell of the row above.
    """

    lines: tuple[Paragraph, ...]
    column: int = 0
    span: int = 1
    above: bool = False

    @cached_property
    def text(self) -> str:
        """Its lines, one below the other; "" for an empty cell."""
        return "\n".join(line.line for line in self.lines if line.line)

    @cached_property
    def flat(self) -> str:
        """Its words on one line."""
        return one_line(self.text)


@dataclass(frozen=True, eq=False)
class Row:
    """A row of cells, from left to right. `header` and `after_break` are what the file says."""

    cells: tuple[Cell, ...]
    place: Place = NOWHERE
    header: bool = False
    after_break: bool = False

    def at(self, column: int) -> Cell | None:
        """The cell that covers a column of the grid; None beyond the row."""
        for cell in self.cells:
            if cell.column <= column < cell.column + cell.span:
                return cell
        return None

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The words of its cells."""
        return tuple(cell.flat for cell in self.cells)

    @property
    def empty(self) -> bool:
        """Whether no cell has a word."""
        return not any(self.texts)


@dataclass(frozen=True, eq=False)
class Table:
    """A table of rows; `width` is the number of grid columns."""

    rows: tuple[Row, ...]
    place: Place = NOWHERE

    @cached_property
    def width(self) -> int:
        """The number of columns of the grid."""
        return max((c.column + c.span for row in self.rows for c in row.cells), default=0)

    def paragraphs(self) -> Iterator[Paragraph]:
        """Every line of every cell, row by row."""
        for row in self.rows:
            for cell in row.cells:
                yield from cell.lines


Block = Paragraph | Table


class Unread(NamedTuple):
    """A part of the file that no reader turned into sound text: what it is, where, its letters.

    `message` and `hint` are catalogue ids; they may name {place}, {text}, {page} and {file}.
    """

    message: str
    place: Place = NOWHERE
    text: str = ""
    hint: str = ""


@dataclass
class Document:
    """What a reader found in a file: its blocks, its footnotes, and what it had to say.

    `unread` are the parts that are missing from the blocks, or stand there as rubbish.
    `outline` holds the headings of a PDF's own table of contents, in the letters typed.
    """

    file: str
    blocks: list[Block]
    notes: list[Paragraph] = field(default_factory=list)
    remarks: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    pages: int | None = None
    outline: tuple[str, ...] = ()
    unread: list[Unread] = field(default_factory=list)

    def paragraphs(self) -> Iterator[Paragraph]:
        """Every paragraph, those in cells included, footnotes last."""
        yield from lines_of(self.blocks)
        yield from self.notes


def lines_of(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    """The paragraphs of the blocks, those in cells included."""
    for block in blocks:
        if isinstance(block, Table):
            yield from block.paragraphs()
        else:
            yield block
