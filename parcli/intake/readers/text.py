"""Plain text and Markdown: paragraphs by line, tables by tab, pipe or HTML."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from parcli.intake.blocks import Block, Cell, Document, Paragraph, Place, Row, Run, Table
from parcli.intake.failures import NoWords, TooBig
from parcli.intake.readers.encodings import decoded
from parcli.intake.readers.html_table import TABLE, html_table
from parcli.intake.readers.markup import list_items, styled_lines
from parcli.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_LINES = 50_000
MAX_LINE = 200_000
MAX_COLUMNS = 200
CONVERTED = N_("The text was converted from {encoding}; check the letters.")
_BLANK = re.compile(r"\n(?:[ \t]*\n)+|\f")
_LABEL = re.compile(r"\s*(?:[-+*•–]|\(?(?:\d{1,3}|[IVXLC]{1,5}|[a-zđ])(?:\.\d{1,2})*[.)/]?)\s*$")
_RULE = re.compile(r"\s*(?:[-–—=_*~]\s*){3,}$")
_PIPE_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)+\|?\s*$|\s*\|?\s*:?-{2,}:?\s*\|?\s*$")
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
    for line in lines:
        if len(line) > MAX_LINE:
            raise TooBig(file=file, what=_("the length of a line"), limit=MAX_LINE)
        if line.count(b"\t") > MAX_COLUMNS or line.count(b"|") > MAX_COLUMNS:
            raise TooBig(file=file, what=_("the number of columns"), limit=MAX_COLUMNS)


class _Blocks:
    """Numbers blocks while it collects them."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._tables = self._paragraphs = 0

    def of(self, text: str) -> list[Block]:
        at = 0
        # Without an end there is no table, and looking for one from every "<table" takes forever.
        for found in TABLE.finditer(text, 0, text.lower().rfind("</table") + len("</table>")):
            self._plain(text[at : found.start()])
            self._tables += 1
            self._blocks.append(html_table(found[0], Place(table=self._tables)))
            at = found.end()
        self._plain(text[at:])
        return self._blocks

    def _plain(self, text: str) -> None:
        for chunk in _BLANK.split(text):
            lines = [line for line in chunk.split("\n") if line.strip() or "\t" in line]
            kinds = _kinds(lines)
            for kind, group in groupby(zip(kinds, lines, strict=True), key=lambda pair: pair[0]):
                self._take(kind, [line for _kind_of_line, line in group])

    def _take(self, kind: str, lines: list[str]) -> None:
        if kind == "prose":
            self._prose(lines)
            return
        cells = [_pipe_cells(line) if kind == "pipe" else line.split("\t") for line in lines]
        self._tables += 1
        place = Place(table=self._tables)
        rows = [_row(each, place._replace(row=n)) for n, each in enumerate(cells, 1) if each]
        self._blocks.append(Table(tuple(rows), place))

    def _prose(self, lines: list[str]) -> None:
        first = True
        kept = [line for line in lines if not _RULE.match(line)]
        for runs in styled_lines("\n".join(map(_heading, kept))):
            self._paragraphs += 1
            place = Place(paragraph=self._paragraphs)
            self._blocks.append(Paragraph(_indented(runs), place, gap=first))
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
    for column, text in enumerate(cells):
        here = place._replace(cell=column + 1)
        lines = [item for line in styled_lines(text.strip()) for item in list_items(line)]
        yield Cell(tuple(Paragraph(_indented(runs), here) for runs in lines), column)


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
