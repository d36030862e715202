"""Word documents, read from their XML: numbering, merged cells, text boxes, changes, footnotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.intake.blocks import Block, Cell, Document, Paragraph, Place, Row, Run, Table, Unread
from parcli.intake.failures import NoWords, OnlyPictures, TooBig
from parcli.intake.readers.docx_layout import frames, inside, mark_is_deleted
from parcli.intake.readers.docx_numbering import Numbering
from parcli.intake.readers.docx_runs import (
    SAYS,
    first_stated,
    font_of,
    lines_of_paragraph,
    merged_runs,
    whole_lines,
)
from parcli.intake.readers.docx_styles import Style, Styles
from parcli.intake.readers.docx_unread import formula, hidden, margins, shown_objects
from parcli.intake.readers.package import Package
from parcli.intake.readers.unicode_text import in_unicode
from parcli.intake.readers.word_xml import MC, W, child, child_value, is_on, number, value
from parcli.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from lxml.etree import _Element

MACROS = N_("The file carries macros; they were neither run nor read.")
CHANGES = N_("The file has tracked changes: insertions were taken as made, deletions as gone.")
LINKS = N_("The file refers to files elsewhere; they were not fetched.")
INSERTED = N_("A document inserted into the file was not read; open it in Word and look.")
NESTED = N_("A table inside a table cell was read as lines of that cell.")

MAX_CELLS = 100_000
MAX_COLUMNS = 200
MAX_PARAGRAPHS = 50_000
_DROPPED = {
    f"{W}{name}" for name in ("del", "moveFrom", "instrText", "rPr", "pPr", "fldData", "delText")
}
_STEP = 200


def read_docx(raw: bytes, file: str, tell: Callable[[float], None] | None = None) -> Document:
    """The blocks of a .docx or .docm file. `tell` hears the share that is done, 0 to 1.

    Raises OldWord, NotThisKind, Damaged, TooBig, Unsafe or NoWords.
    """
    package = Package(raw, file)
    root = package.xml("word/document.xml")
    reading = _Reading(package, file, tell)
    body = child(root, "body")
    blocks = list(reading.blocks(body)) if body is not None else []
    document = Document(file, blocks, reading.footnotes())
    if not any(p.text.strip() for p in document.paragraphs()):
        raise (OnlyPictures if reading.unread else NoWords)(file=file)
    document.unread += [*reading.unread, *margins(package, (p.text for p in document.paragraphs()))]
    if package.has_macros:
        document.remarks.append((MACROS, {}))
    if package.links:
        document.remarks.append((LINKS, {}))
    document.remarks += [(message, dict(facts)) for message, facts in reading.remarks.items()]
    return in_unicode(document)


class _Reading:
    """One pass through a document's body."""

    def __init__(self, package: Package, file: str, tell: Callable[[float], None] | None) -> None:
        self._package = package
        self._file = file
        self._tell = tell
        self._styles = Styles(package.xml("word/styles.xml"))
        self._numbering = Numbering(package.xml("word/numbering.xml"))
        self._tables = self._paragraphs = self._cells = 0
        self.remarks: dict[str, dict[str, str]] = {}
        self.unread: list[Unread] = []
        self._here = Place()
        self._held: list[Run] = []

    def blocks(self, body: _Element) -> Iterator[Block]:
        """Paragraphs and tables of the body; text boxes follow the paragraph they hang on."""
        total = len(body)
        for place, element in enumerate(body):
            if self._tell is not None and place % _STEP == 0:
                self._tell(place / total)
            yield from self._block(element)

    def _block(self, element: _Element) -> Iterator[Block]:
        if element.tag == f"{W}p":
            self._paragraphs += 1
            self._limit()
            yield from self._paragraph(element, Place(paragraph=self._paragraphs))
        elif element.tag == f"{W}tbl":
            yield from self._tables_of(element)
        elif element.tag in (f"{W}ins", f"{W}moveTo"):
            self.remarks[CHANGES] = {}
            yield from self._inner(element)
        elif element.tag in (f"{W}sdt", f"{W}customXml", f"{W}smartTag"):
            content = child(element, "sdtContent") if element.tag == f"{W}sdt" else element
            yield from self._inner(content)
        elif element.tag == f"{W}altChunk":
            self.unread.append(Unread(INSERTED, Place(paragraph=self._paragraphs)))
        elif element.tag == f"{MC}AlternateContent":
            for choice in element.findall(f"{MC}Choice")[:1]:
                yield from self._inner(choice)

    def _tables_of(self, element: _Element) -> Iterator[Block]:
        """The table, or what stands in it where it only frames a page or a part of one."""
        rows: list[_Element] = []
        for each, cell in zip(inside(element, "tr"), frames(element), strict=True):
            if cell is None:
                rows.append(each)
                continue
            yield from self._counted(rows)
            rows = []
            yield from self._inner(cell)
        yield from self._counted(rows)

    def _counted(self, rows: Sequence[_Element]) -> Iterator[Table]:
        if rows:
            self._tables += 1
            yield self._table(rows, Place(table=self._tables))

    def _inner(self, content: _Element | None) -> Iterator[Block]:
        for inner in content if content is not None else ():
            yield from self._block(inner)

    def _limit(self) -> None:
        if self._paragraphs > MAX_PARAGRAPHS:
            raise TooBig(file=self._file, what=_("the number of paragraphs"), limit=MAX_PARAGRAPHS)
        if self._cells > MAX_CELLS:
            raise TooBig(file=self._file, what=_("the number of table cells"), limit=MAX_CELLS)

    def _paragraph(self, element: _Element, place: Place) -> Iterator[Paragraph]:
        own = child(element, "pPr")
        style = self._styles.get(child_value(own, "pStyle"))
        boxes: list[_Element] = []
        self._here = place
        found = [*self._held, *self._runs(element, style, boxes)]
        self._held = []
        if mark_is_deleted(element):
            self.remarks[CHANGES] = {}
            self._held, found = found, []
        runs = tuple(merged_runs(found))
        label = "" if self._held else self._label(own, style)
        align = child_value(own, "jc") or style.align
        # The number of a row may stand in a paragraph without words.
        if runs or (place.cell is not None and any(map(str.isalnum, label))):
            yield from lines_of_paragraph(Paragraph(runs, place, label, style.name, align), place)
        for box in boxes:
            for inner in box:
                if inner.tag == f"{W}p":
                    yield from self._paragraph(inner, place)
                elif inner.tag == f"{W}tbl":
                    yield from self._table(inside(inner, "tr"), place).paragraphs()

    def _label(self, own: _Element | None, style: Style) -> str:
        list_id = child_value(own, "numPr", "numId")
        depth = child_value(own, "numPr", "ilvl")
        if list_id is None and not style.list_id:
            return ""
        return self._numbering.label(list_id or style.list_id, number(depth, style.depth))

    def _runs(self, element: _Element, style: Style, boxes: list[_Element]) -> Iterator[Run]:
        for inner in element:
            if inner.tag == f"{W}r":
                yield from self._run(inner, style, boxes)
            elif inner.tag in _DROPPED:
                if inner.tag in (f"{W}del", f"{W}moveFrom"):
                    self.remarks[CHANGES] = {}
            elif said := formula(inner, self._here):
                self.unread.append(said)
            elif isinstance(inner.tag, str):
                if inner.tag in (f"{W}ins", f"{W}moveTo"):
                    self.remarks[CHANGES] = {}
                yield from self._runs(inner, style, boxes)

    def _run(self, run: _Element, style: Style, boxes: list[_Element]) -> Iterator[Run]:
        marks = child(run, "rPr")
        if is_on(child(marks, "vanish")):
            unseen = hidden(run, self._here)
            self.unread += [unseen] if unseen else []
            return
        words = "".join(self._words(run, boxes))
        if not words:
            return
        linked = child_value(marks, "rStyle")
        base = self._styles.get(linked) if linked else Style()
        bold = first_stated(is_on(child(marks, "b")), base.bold, style.bold)
        italic = first_stated(is_on(child(marks, "i")), base.italic, style.italic)
        caps = first_stated(is_on(child(marks, "caps")), base.caps, style.caps)
        yield Run(words, bold, italic, caps, font_of(marks) or base.font or style.font)

    def _words(self, run: _Element, boxes: list[_Element]) -> Iterator[str]:
        for inner in run:
            tag = inner.tag
            if tag in SAYS:
                yield SAYS[tag](inner)
            elif tag in (f"{W}br", f"{W}cr"):
                if value(inner, "type") != "page":
                    yield "\n"
            elif tag == f"{MC}AlternateContent":
                for choice in inner.findall(f"{MC}Choice")[:1]:
                    boxes += _boxes(choice)
                    self.unread += shown_objects(choice, self._here)
            elif tag in (f"{W}pict", f"{W}drawing", f"{W}object"):
                boxes += _boxes(inner)
                self.unread += shown_objects(inner, self._here)

    def _table(self, found: Iterable[_Element], place: Place) -> Table:
        rows: list[Row] = []
        for each in found:
            if child(each, "trPr", "del") is not None:
                self.remarks[CHANGES] = {}
                continue
            here = place._replace(row=len(rows) + 1)
            rows.append(self._row(each, here))
        return Table(tuple(rows), place)

    def _row(self, element: _Element, place: Place) -> Row:
        layout = child(element, "trPr")
        column = max(0, number(child_value(layout, "gridBefore")))
        cells: list[Cell] = []
        for each in inside(element, "tc"):
            self._cells += 1
            self._limit()
            own = child(each, "tcPr")
            span = max(1, number(child_value(own, "gridSpan"), 1))
            if column + span > MAX_COLUMNS:
                raise TooBig(file=self._file, what=_("the number of columns"), limit=MAX_COLUMNS)
            merge = child(own, "vMerge")
            above = merge is not None and value(merge) != "restart"
            lines = () if above else self._lines_of(each, place._replace(cell=len(cells) + 1))
            if child_value(own, "hMerge") == "continue" and cells:
                last = cells[-1]
                cells[-1] = Cell(last.lines + lines, last.column, last.span + span, last.above)
            else:
                cells.append(Cell(lines, column, span, above))
            column += span
        header = is_on(child(layout, "tblHeader")) or False
        return Row(tuple(cells), place, header)

    def _lines_of(self, cell: _Element, place: Place) -> tuple[Paragraph, ...]:
        return tuple(whole_lines(self._lines(cell, place)))

    def _lines(self, cell: _Element, place: Place) -> Iterator[Paragraph]:
        for inner in cell:
            if inner.tag == f"{W}p":
                yield from self._paragraph(inner, place)
            elif inner.tag == f"{W}tbl":
                self.remarks[NESTED] = {}
                yield from self._table(inside(inner, "tr"), place).paragraphs()
            elif inner.tag in (f"{W}sdt", f"{W}ins", f"{W}customXml"):
                content = child(inner, "sdtContent") if inner.tag == f"{W}sdt" else inner
                if content is not None:
                    yield from self._lines(content, place)

    def footnotes(self) -> list[Paragraph]:
        """The footnotes and endnotes of the document."""
        notes: list[Paragraph] = []
        for name, tag in (("word/footnotes.xml", "footnote"), ("word/endnotes.xml", "endnote")):
            root = self._package.xml(name)
            for each in root.findall(f"{W}{tag}") if root is not None else []:
                if value(each, "type") in (None, "normal"):
                    for inner in each.findall(f"{W}p"):
                        notes += self._paragraph(inner, Place(paragraph=len(notes) + 1))
        return [note for note in notes if note.text.strip()]


def _boxes(element: _Element) -> list[_Element]:
    return list(element.iter(f"{W}txbxContent"))
