"""Pieces of WordprocessingML as text, children in the order that ECMA-376 prescribes."""

from __future__ import annotations

from xml.sax.saxutils import escape

TWIPS_PER_MM = 1440 / 25.4
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def twips(millimetres: float) -> int:
    """Millimetres in Word's unit, a twentieth of a point."""
    return round(millimetres * TWIPS_PER_MM)


def run(text: str, properties: str = "") -> str:
    """A run of text; `properties` is the inside of its rPr. Line breaks become Word's."""
    shown = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    pieces = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(piece)}</w:t>' for piece in text.split("\n")
    )
    return f"<w:r>{shown}{pieces}</w:r>"


def paragraph(style: str, *runs: str) -> str:
    """A paragraph in a style; an argument that is no run yet is made one."""
    inside = "".join(r if r.startswith("<w:r>") else run(r) for r in runs)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inside}</w:p>'


def control(tag: str) -> str:
    """A paragraph that holds only a control tag ({%p …%}) and leaves no trace in the document."""
    return paragraph("The", tag)


def cell(
    width: int, *content: str, span: int = 1, vertical: str = "center", above: float = 0
) -> str:
    """A table cell of `width` twips, `above` points free at its top. It must hold a paragraph."""
    free = f'<w:tcMar><w:top w:w="{round(above * 20)}" w:type="dxa"/></w:tcMar>' if above else ""
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}{free}'
        f'<w:vAlign w:val="{vertical}"/></w:tcPr>{"".join(content)}</w:tc>'
    )


def row(*cells: str, header: bool = False, whole: bool = False) -> str:
    """A table row; a header row is repeated on each page, a whole one is not split over two."""
    marks = ("<w:cantSplit/>" if whole else "") + ("<w:tblHeader/>" if header else "")
    return f"<w:tr>{f'<w:trPr>{marks}</w:trPr>' if marks else ''}{''.join(cells)}</w:tr>"


def control_row(tag: str, columns: int, width: int) -> str:
    """A row that holds only a control tag ({%tr …%}) and leaves no trace in the document."""
    return row(cell(width, control(tag), span=columns))


def table(widths: list[int], *rows: str, borders: bool = True) -> str:
    """A table of fixed column widths, in twips, with or without lines."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = "".join(f'<w:{s} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for s in sides)
    margin = twips(1.0) if borders else 0
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        + ('<w:jc w:val="center"/>' if borders else "")
        + (f"<w:tblBorders>{lines}</w:tblBorders>" if borders else "")
        + '<w:tblLayout w:type="fixed"/>'
        + f'<w:tblCellMar><w:left w:w="{margin}" w:type="dxa"/>'
        + f'<w:right w:w="{margin}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        + f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def columns(total: float, *shares: float) -> list[int]:
    """Column widths in twips that fill `total` millimetres, in proportion to `shares`."""
    scale = total / sum(shares)
    widths = [twips(share * scale) for share in shares]
    widths[-1] += twips(total) - sum(widths)
    return widths
