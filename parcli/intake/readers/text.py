"""Plain text and Markdown: paragraphs by line, tables by tab, pipe or HTML."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from parcli.intake.blocks import Block, Cell, Document, Paragraph, Place, Row, Run, Table
from parcli.intake.failures import NoWords, TooBig
from parcli.intake.readers.encodings import decoded
from parcli.intake.readers.html_table import TABLE, html_table
from parcli.intake.readers.markup import list_items, numbered_lines, styled_lines
from parcli.intake.readers.pasted_rows import whole_lines
from parcli.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_LINES = 50_000
MAX_LINE = 200_000
MAX_COLUMNS = 200
MAX_CELLS = 100_000
_FEWEST_REPEATED = 3
CONVERTED = N_("The text was converted from {encoding}; check the letters.")
_BLANK = re.compile(r"\n(?:[ \t]*\n)+|\f")
_LABEL = re.compile(r"\s*(?:[-+*•–]|\(?(?:\d{1,3}|[IVXLC]{1,5}|[a-zđ])(?:\.\d{1,2})*[.)/]?)\s*$")
_RULE = re.compile(r"\s*(?:[-–—=_*~]\s*){3,}$")
_PIPE_RULE = re.compile(
    r"\s*+(?:\|\s*+)?(?::?-++:?\s*+(?:\|\s*+:?-++:?\s*+)++|:?-{2,}+:?\s*+)(?:\|\s*+)?$"
)
_HEADING = re.compile(r"^\s*#{1,6}\s+|^\s*>\s?")


def read_text_document(raw: bytes, file: str) -> Document:
    """The blocks of a .txt or .md file.

    Raises UnknownEncoding, NotThisKind, TooBig or NoWords.
    """
    _check_size(raw, file)
    text, converted = decoded(raw, file)
    document = Document(file, _Blocks().of(text))
    if not any(paragraph.text.strip() for paragraph in document.paragraphs()):
        raise NoWords(file=file)
    if converted:
        document.remarks.append((CONVERTED, {"encoding": converted}))
    return document


def _check_size(raw: bytes, file: str) -> None:
    """Nothing where the text is of a size that a document can have. Raises TooBig."""
    lines = raw.split(b"\n", MAX_LINES)
    if len(lines) > MAX_LINES:
        raise TooBig(file=file, what=_("the number of lines"), limit=MAX_LINES)
    cells = 0
    for line in lines:
        if len(line) > MAX_LINE:
            raise TooBig(file=file, what=_("the length of a line"), limit=MAX_LINE)
        columns = max(line.count(b"\t"), line.count(b"|"))
        if columns > MAX_COLUMNS:
            raise TooBig(file=file, what=_("the number of columns"), limit=MAX_COLUMNS)
        cells += columns
    if cells > MAX_CELLS:
        raise TooBig(file=file, what=_("the number of table cells"), limit=MAX_CELLS)


class _Blocks:
    """Collects blocks, each with the number of its line."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._tables = self._columns = 0

    def of(self, text: str) -> list[Block]:
        at, line = 0, 1
        # Without an end there is no table, and looking for one from every "<table" takes forever.
        for found in TABLE.finditer(text, 0, text.lower().rfind("</table") + len("</table>")):
            line = self._plain(text[at : found.start()], line)
            self._tables += 1
            self._blocks.append(html_table(found[0], Place(table=self._tables, line=line)))
            line += found[0].count("\n")
            at = found.end()
        self._plain(text[at:], line)
        return self._blocks

    def _plain(self, text: str, line: int) -> int:
        """Take text without HTML tables that begins in `line`; the line in which it ends."""
        at = 0
        for gap in [*_BLANK.finditer(text), None]:
            chunk = text[at : gap.start() if gap else len(text)]
            self._chunk(chunk, line)
            line += chunk.count("\n") + (gap[0].count("\n") if gap else 0)
            at = gap.end() if gap else at
        return line

    def _chunk(self, chunk: str, first: int) -> None:
        numbered = list(enumerate(chunk.split("\n"), first))
        kept = [(n, line) for n, line in numbered if line.strip() or "\t" in line]
        lines, self._columns = whole_lines(kept, self._columns)
        kinds = _kinds([line for _n, line in lines])
        for kind, group in groupby(zip(kinds, lines, strict=True), key=lambda pair: pair[0]):
            self._take(kind, [line for _kind_of_line, line in group])

    def _take(self, kind: str, lines: list[tuple[int, str]]) -> None:
        if kind == "prose":
            self._prose(lines)
            return
        self._tables += 1
        place = Place(table=self._tables, line=lines[0][0])
        rows = []
        for row, (number, line) in enumerate(lines, 1):
            cells = _pipe_cells(line) if kind == "pipe" else line.split("\t")
            rows += [_row(cells, place._replace(row=row, line=number))] if cells else []
        self._blocks.append(Table(tuple(rows), place))

    def _prose(self, lines: list[tuple[int, str]]) -> None:
        first = True
        kept = [(number, line) for number, line in lines if not _RULE.match(line)]
        for nth, runs in numbered_lines("\n".join(_heading(line) for _number, line in kept)):
            number, line = kept[nth]
            words = _indented(runs)
            indent = max(0, line.find(words[0].text)) if words else 0
            paragraph = Paragraph(words, Place(line=number), gap=first, indent=indent)
            self._blocks.append(paragraph)
            first = False


def _kinds(lines: list[str]) -> list[str]:
    """The kind of each line; one with a tab goes with the table above it."""
    kinds: list[str] = []
    for line in lines:
        kind = _kind(line)
        goes_on = kind == "prose" and "\t" in line and kinds[-1:] == ["tabs"]
        kinds.append("tabs" if goes_on else kind)
    return kinds


def _kind(line: str) -> str:
    if line.count("|") >= 2 and (line.strip().startswith("|") or line.count("|") >= 3):
        return "pipe"
    tabs = line.strip(" ").count("\t")
    if (
        tabs == 0
        or (tabs == 1 and _LABEL.match(line.split("\t", maxsplit=1)[0]))
        or not line.strip()
    ):
        return "prose"
    return "prose" if "\t" not in line.strip() and tabs < 2 else "tabs"


def _pipe_cells(line: str) -> list[str]:
    if _PIPE_RULE.match(line):
        return []
    return line.strip().removeprefix("|").removesuffix("|").split("|")


def _row(cells: list[str], place: Place) -> Row:
    return Row(tuple(_cells(cells, place)), place)


def _cells(cells: list[str], place: Place) -> Iterator[Cell]:
    """The cells of a row; words that all its last cells repeat are one cell over them all."""
    first = _repeated_from(cells)
    for column, text in enumerate(cells[: first + 1]):
        here = place._replace(cell=column + 1)
        lines = [item for line in styled_lines(text.strip()) for item in list_items(line)]
        span = len(cells) - first if column == first else 1
        yield Cell(tuple(Paragraph(_indented(runs), here) for runs in lines), column, span)


def _repeated_from(cells: list[str]) -> int:
    """Where a title begins that a web page's merged cell left in every column it spans."""
    bare = [text.strip() for text in cells]
    same = len(bare) - 1
    while same > 0 and bare[same - 1] == bare[-1] and bare[-1]:
        same -= 1
    return same if len(bare) - same >= _FEWEST_REPEATED else len(bare) - 1


def _heading(line: str) -> str:
    bare = _HEADING.sub("", line)
    return f"<b>{bare.strip().strip('*')}</b>" if line.lstrip().startswith("#") else bare


def _indented(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Without white space at either end."""
    kept = [run for run in runs if run.text]
    while kept and not kept[0].text.strip():
        kept.pop(0)
    while kept and not kept[-1].text.strip():
        kept.pop()
    if kept:
        kept[0] = kept[0]._replace(text=kept[0].text.lstrip())
        kept[-1] = kept[-1]._replace(text=kept[-1].text.rstrip())
    return tuple(kept)
