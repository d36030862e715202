"""cong-van-don-doc.docx: the letter to units whose reports have not come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.documents.template_builder.blocks import addressees, letterhead, signature
from parcli.documents.template_builder.wordml import (
    cell,
    columns,
    control,
    control_row,
    paragraph,
    row,
    table,
)

if TYPE_CHECKING:
    from parcli.documents.profile import FormatProfile


def body(profile: FormatProfile) -> str:
    """Căn cứ, what is missing, what is asked for."""
    return (
        letterhead(profile, about="subject")
        + addressees()
        + paragraph("NoiDung", "{{ opening }}")
        + paragraph("NoiDung", "{{ finding }}")
        + control("{%p if late_units %}")
        + _table(
            profile, "late", "late_units", (10, 75, 30, 50),
            (("TT", "number"), ("Cơ quan, đơn vị, địa phương", "name"), ("Hạn gửi", "last_day"),
             ("Tình trạng", "lateness")),
        )
        + control("{%p endif %}")
        + control("{%p if late_tasks %}")
        + paragraph("NoiDung", "Nhiệm vụ quá hạn chưa hoàn thành:")
        + _table(
            profile, "task", "late_tasks", (10, 80, 40, 35),
            (("TT", "number"), ("Nhiệm vụ", "words"), ("Đơn vị chủ trì", "unit"),
             ("Thời hạn", "deadline")),
        )
        + control("{%p endif %}")
        + paragraph("NoiDung", "{{ request }}")
        + paragraph("NoiDungCuoi", "{{ closing }}")
        + signature(profile)
    )  # fmt: skip


def _table(
    profile: FormatProfile,
    item: str,
    items: str,
    shares: tuple[float, ...],
    fields: tuple[tuple[str, str], ...],
) -> str:
    widths = columns(profile.page.text_width, *shares)
    heads = (
        cell(width, paragraph("BangTieuDe", head))
        for width, (head, _field) in zip(widths, fields, strict=True)
    )
    cells = (
        cell(width, paragraph("BangSo" if n in (0, 2) else "BangChu", f"{{{{ {item}.{field} }}}}"))
        for n, (width, (_head, field)) in enumerate(zip(widths, fields, strict=True))
    )
    return table(
        widths,
        row(*heads, header=True, whole=True),
        control_row(f"{{%tr for {item} in {items} %}}", len(widths), sum(widths)),
        row(*cells, whole=True),
        control_row("{%tr endfor %}", len(widths), sum(widths)),
    )
