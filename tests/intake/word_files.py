"""Writes Word files for the tests: a document's blocks with python-docx, or raw XML parts."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

import docx

from parcli.intake.blocks import Document, Paragraph, Table

if TYPE_CHECKING:
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph as WordParagraph

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def as_word(document: Document) -> bytes:
    """The document as a .docx, tables with merged cells as Word merges them."""
    word = docx.Document()
    for block in document.blocks:
        if isinstance(block, Table):
            _table(word.add_table(rows=0, cols=block.width), block)
        else:
            _fill(word.add_paragraph(), block)
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def _table(made: Any, table: Table) -> None:
    made.style = "Table Grid"
    origins: dict[int, _Cell] = {}
    for row in table.rows:
        cells = made.add_row().cells
        for cell in row.cells:
            place = cells[cell.column]
            if cell.span > 1:
                place = place.merge(cells[min(table.width, cell.column + cell.span) - 1])
            if cell.above:
                origins[cell.column] = origins[cell.column].merge(place)
                continue
            origins[cell.column] = place
            for number, line in enumerate(cell.lines):
                _fill(place.add_paragraph() if number else place.paragraphs[0], line)


def _fill(made: WordParagraph, paragraph: Paragraph) -> None:
    for run in paragraph.runs:
        part = made.add_run(run.text)
        part.bold, part.italic = run.bold or None, run.italic or None


def word_file(body: str, **parts: str) -> bytes:
    """A .docx whose body is `body`; `parts` are further parts by name: numbering, footnotes…"""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", TYPES)
        made.writestr(
            "word/document.xml", f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
        )
        for name, inner in parts.items():
            made.writestr(f"word/{name}.xml", f"<w:{name} {NAMESPACES}>{inner}</w:{name}>")
    return stream.getvalue()


def p(text: str, properties: str = "", marks: str = "") -> str:
    """A paragraph of WordprocessingML."""
    look = f"<w:rPr>{marks}</w:rPr>" if marks else ""
    return (
        f"<w:p><w:pPr>{properties}</w:pPr><w:r>{look}"
        f'<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )
