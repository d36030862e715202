"""Puts together tables and rows that page breaks parted; each row is looked at once."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from parcli.intake.blocks import Block, Cell, Paragraph, Row, Table, joined
from parcli.intake.readers.markup import list_items
from parcli.intake.recognise.appendices import opens_appendix
from parcli.intake.recognise.columns import MOST_HEADER_ROWS, header_rows
from parcli.intake.recognise.head_marks import SALUTE, is_loud
from parcli.intake.recognise.numbering import label_of
from parcli.text import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST_SECTION = 200
_CAPTION = re.compile(r"\W*(?:bảng|hình|biểu đồ|nơi nhận|ghi chú|đơn vị tính|đvt)\b", re.IGNORECASE)

# "(tiếp theo)", "Bảng 2 (tiếp)", "Tiếp theo trang trước": what a clerk types over a table's rest.
_GOES_ON = re.compile(
    r"\W*(?:(?:bảng|biểu|phụ lục)(?: số)?(?: [\w.]{1,6})?\W{0,3})?"
    r"tiếp(?: theo)?(?: (?:của )?(?:bảng|biểu|phụ lục|trang)(?: [\w.]{1,8}){0,3})?\W*",
    re.IGNORECASE,
)
_COUNT = re.compile(r"(?:\d{1,3}|[IVX]{1,5})(?:\.\d{1,2})*[.)]?")


def whole_tables(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with each table in one piece; paragraphs without a word are left out.

    Tables that follow each other are one, if the second repeats the header or has none.
    """
    whole: list[Block] = []
    growing: _Growing | None = None
    kept = [part for block in blocks for part in _parts(block)]
    for place, block in enumerate(kept):
        if not isinstance(block, Table):
            after = kept[place + 1] if place + 1 < len(kept) else None
            if growing and isinstance(after, Table):
                if growing.continues(block, after):
                    continue
                if growing.has_section(block, after):
                    growing.take_section(block)
                    continue
            whole += growing.closed() if growing else []
            whole.append(block)
            growing = None
        elif growing is None or not growing.goes_on_with(block):
            whole += growing.closed() if growing else []
            growing = _Growing(_without_repeats(block))
        else:
            growing.take(block)
    return [*whole, *(growing.closed() if growing else [])]


def _heads_section(line: Paragraph) -> bool:
    """Whether a line is a title: short, and numbered, in capitals, bold or without a full stop."""
    text = line.text.strip()
    if len(text) >= _LONGEST_SECTION or _CAPTION.match(text):
        return False
    if opens_appendix(line, after_end=True):
        return False
    label = label_of(line)
    if label is not None and label.kind in ("I", "A", "phần", "chương", "mục"):
        return True
    return is_loud(text) or line.bold or not text.endswith((".", ";", ":", ","))


def _has_words(line: Paragraph) -> bool:
    return bool(line.text.strip() or line.label)


def _parts(block: Block) -> list[Block]:
    """A table without the caption that its first row may be; no paragraph without a word."""
    if not isinstance(block, Table):
        return [block] if _has_words(block) else []
    if len(block.rows) < 2 or len(block.rows[0].cells) != 1 or header_rows(block):
        return [block]
    below = replace(block, rows=block.rows[1:])
    caption = block.rows[0].cells[0]
    return [*caption.lines, below] if block.width > 1 and header_rows(below) else [block]


class _Growing:
    """A table and the rows of those that go on with it."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._rows = list(table.rows)
        self._headers = header_rows(table)

    def goes_on_with(self, after: Table) -> bool:
        if not self._headers or not (self._table.width == after.width or self._is_short(after)):
            return False
        opening = after.rows[0].texts[:1] if after.rows else ()
        if any(map(SALUTE.match, opening)):  # "Kính gửi:" and a tab begin what a letter says
            return False
        return self._repeated(after) > 0 or not header_rows(after)

    def _is_short(self, after: Table) -> bool:
        """Whether a table is one counted row that lacks its last, empty cells."""
        row = after.rows[0] if len(after.rows) == 1 else None
        counted = row is not None and _COUNT.fullmatch(row.texts[0])
        return bool(counted) and 1 < after.width < self._table.width

    def continues(self, line: Paragraph, after: Table) -> bool:
        """Whether a line only says that the table goes on below it: "(tiếp theo)"."""
        return bool(_GOES_ON.fullmatch(line.text)) and self.goes_on_with(after)

    def has_section(self, line: Paragraph, after: Table) -> bool:
        """Whether a line between rows heads a section of their table: "II. …" on its own.

        A table that repeats its headings below the line is another one.
        """
        if self._table.width <= 1 or not self.goes_on_with(after):
            return False
        return _heads_section(line) and not header_rows(after)

    def take_section(self, line: Paragraph) -> None:
        """Take a line as a row of one cell that spans the table."""
        self._rows.append(Row((Cell((line,), 0, self._table.width),), line.place))

    def take(self, after: Table) -> None:
        """Take the rows; the first one may be the rest of the row before it."""
        short = len(self._rows) < MOST_HEADER_ROWS
        rows = _merged_on(self._rows[-1], after.rows[self._repeated(after) :])
        self._rows += [replace(row, after_break=number == 0) for number, row in enumerate(rows)]
        if short:
            head = tuple(self._rows[:MOST_HEADER_ROWS])
            self._headers = header_rows(replace(self._table, rows=head))

    def closed(self) -> list[Block]:
        whole = replace(self._table, rows=tuple(self._rows))
        return [replace(whole, rows=tuple(_rows_joined(whole)))]

    def _repeated(self, after: Table) -> int:
        """How many rows of `after` repeat the header."""
        same = [
            _same_heading(one, other)
            for one, other in zip(self._rows[: self._headers], after.rows, strict=False)
        ]
        return self._headers if len(same) == self._headers and all(same) else 0


def _same_heading(one: Row, other: Row) -> bool:
    """Whether two rows print the same headings; the foot of one may be cut off: "Thời gian th"."""
    if len(one.cells) != len(other.cells):
        return False
    both = zip(map(folded, one.texts), map(folded, other.texts), strict=True)
    differing = [(first, second) for first, second in both if first != second]
    cut = all(a and b and (a.startswith(b) or b.startswith(a)) for a, b in differing)
    return cut and len(differing) <= len(one.cells) // 3


def _merged_on(last: Row, rows: Sequence[Row]) -> Sequence[Row]:
    """The rows below a PDF's page break, where a merged cell of the row above it goes on.

    Its words stand above the break: below it the cell is empty, beside a row with a number.
    """
    first = rows[0] if rows else None
    if first is None or first.place.page is None or not (first.cells and first.cells[0].flat):
        return rows
    below = rows[1] if len(rows) > 1 else None
    cells = tuple(
        replace(cell, above=True) if _is_merged_on(cell, last, below) else cell
        for cell in first.cells
    )
    return [replace(first, cells=cells), *rows[1:]]


def _is_merged_on(cell: Cell, last: Row, below: Row | None) -> bool:
    if cell.flat or cell.above:
        return False
    before, under = last.at(cell.column), below.at(cell.column) if below else None
    if before is None or before.column != cell.column or not (before.above or before.flat):
        return False
    return before.above or (under is not None and under.above)


def _without_repeats(table: Table) -> Table:
    """A header row that a page break repeats inside the table comes once."""
    count = header_rows(table)
    if not count:
        return table
    known = {tuple(map(folded, row.texts)) for row in table.rows[:count]}
    kept: list[Row] = list(table.rows[:count])
    broken = False
    for row in table.rows[count:]:
        if tuple(map(folded, row.texts)) in known:
            broken = True
            continue
        kept.append(replace(row, after_break=broken) if broken else row)
        broken = False
    return replace(table, rows=tuple(kept))


def _rows_joined(table: Table) -> list[Row]:
    count = header_rows(table)
    rows: list[Row] = []
    parted: _Parted | None = None
    for number, row in enumerate(table.rows):
        if number > count and parted is not None and parted.goes_on_with(row):
            parted.take(row)
        else:
            rows += [parted.whole()] if parted else []
            parted = _Parted.of(row)
    return [*rows, *([parted.whole()] if parted else [])]


@dataclass
class _Parted:
    """A row, the rows that go on with it, and which of its cells have a word so far."""

    first: Row
    rests: list[Row]
    filled: list[bool]

    @classmethod
    def of(cls, row: Row) -> _Parted:
        return cls(row, [], [bool(cell.flat) for cell in row.cells])

    def goes_on_with(self, row: Row) -> bool:
        """Whether `row` is what a page break cut off: no number, open text."""
        head = row.cells[0] if row.cells else None
        if head is None or head.above or len(row.cells) != len(self.filled):
            return False
        if any(map(str.isalnum, head.flat)) and not self._leaves_open(row, head):
            return False
        if any(cell.above for cell in row.cells):
            return False
        words = [(old, cell) for old, cell in zip(self.filled, row.cells, strict=True) if cell.flat]
        if not words:
            return False
        if any(old and cell.lines[0].text[:1].islower() for old, cell in words):
            return True
        return row.after_break and len(words) == 1

    def _leaves_open(self, row: Row, head: Cell) -> bool:
        """Whether the words of the first column go on below a break: there is no number in it."""
        last = (self.rests or [self.first])[-1].cells[0].flat
        goes_on = row.after_break and head.flat[0].islower() and label_of(head.lines[0]) is None
        return goes_on and not last.endswith((".", ";", ":"))

    def take(self, row: Row) -> None:
        self.rests.append(row)
        self.filled = [
            old or bool(cell.flat) for old, cell in zip(self.filled, row.cells, strict=True)
        ]

    def whole(self) -> Row:
        if not self.rests:
            return self.first
        columns = zip(*(row.cells for row in (self.first, *self.rests)), strict=True)
        return replace(self.first, cells=tuple(_cell(first, rests) for first, *rests in columns))


def _cell(first: Cell, rests: Sequence[Cell]) -> Cell:
    """One cell of its parts: a part goes on with the line above it, unless it has a number."""
    lines = list(first.lines)
    open_line = [lines.pop()] if lines else []
    for rest in rests:
        for place, line in enumerate(rest.lines):
            if place == 0 and open_line and label_of(line) is None:
                open_line.append(line)
                continue
            lines += _closed(open_line)
            open_line = [line]
    return replace(first, lines=(*lines, *_closed(open_line)))


def _closed(parts: Sequence[Paragraph]) -> list[Paragraph]:
    """A line of its parts, cut where they hold further list items."""
    if len(parts) < 2:
        return list(parts)
    line = joined(*parts)
    return [replace(line, runs=runs) for runs in list_items(line.runs)] or [line]
