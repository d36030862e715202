"""bang-theo-doi.docx: the tracking table, an appendix on pages turned on their side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.documents.template_builder.blocks import rule
from parcli.documents.template_builder.wordml import (
    cell,
    columns,
    control_row,
    paragraph,
    row,
    table,
)

if TYPE_CHECKING:
    from parcli.documents.profile import FormatProfile

_COLUMNS = (
    ("TT", "number", 10, "BangSo"),
    ("Nhiệm vụ", "task", 66, "BangChu"),
    ("Chủ trì", "lead", 29, "BangChu"),
    ("Phối hợp", "support", 29, "BangChu"),
    ("Chỉ tiêu", "targets", 34, "BangChu"),
    ("Thời hạn", "deadline", 25, "BangChu"),
    ("Tình trạng", "status", 22, "BangSo"),
    ("Kết quả", "result", 37, "BangChu"),
)


def body(profile: FormatProfile) -> str:
    """Appendix heading, the table, where its figures come from."""
    page = profile.page
    # The sheet is turned: its height is now its width.
    widths = columns(page.height - page.left.used - page.right.used, *(c[2] for c in _COLUMNS))
    total, many = sum(widths), len(widths)
    heads = (cell(w, paragraph("BangTieuDe", c[0])) for w, c in zip(widths, _COLUMNS, strict=True))
    cells = (
        cell(w, paragraph(c[3], f"{{{{ row.{c[1]} }}}}"))
        for w, c in zip(widths, _COLUMNS, strict=True)
    )
    return (
        paragraph("PhuLuc", "Phụ lục")
        + paragraph("TenPhuLuc", "{{ title }}")
        + paragraph("KemTheo", "{{ reference }}")
        + rule("reference_line")
        + paragraph("GhiChu", "{{ source }}")
        + table(
            widths,
            row(*heads, header=True, whole=True),
            control_row("{%tr for row in rows %}", many, total),
            control_row("{%tr if row.is_group %}", many, total),
            row(
                cell(widths[0], paragraph("BangTieuDe", "{{ row.number }}")),
                cell(total - widths[0], paragraph("BangNhom", "{{ row.task }}"), span=many - 1),
                whole=True,
            ),
            control_row("{%tr else %}", many, total),
            row(*cells, whole=True),
            control_row("{%tr endif %}", many, total),
            control_row("{%tr endfor %}", many, total),
        )
        + paragraph("NgatPhan")
    )
