"""Blocks that several templates share: letterhead, title, addressees, sections, signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.documents.template_builder.styles import LETTERHEAD_SHARES
from parcli.documents.template_builder.wordml import (
    cell,
    columns,
    control,
    paragraph,
    row,
    run,
    table,
)

if TYPE_CHECKING:
    from parcli.documents.profile import FormatProfile

_UNDERLINED = '<w:u w:val="single"/>'
SIGNATURE_SHARES = (75, 90)
# A line for whoever writes.
DOTTED = "…" * 30


def rule(expression: str) -> str:
    """The short line under a component: no-break spaces, underlined."""
    return paragraph("KeNgan", run(f"{{{{ {expression} }}}}", _UNDERLINED))


def letterhead(profile: FormatProfile, *, about: str | None = None) -> str:
    """Agency block and quốc hiệu side by side, then số and place.

    `about` is the condition under which a V/v line follows: that of a công văn.
    """
    left, right = columns(profile.page.text_width, *LETTERHEAD_SHARES)
    agency = (
        control("{%p if letterhead.superior %}")
        + paragraph("CoQuanChuQuan", "{{ letterhead.superior }}")
        + control("{%p endif %}")
        + paragraph("CoQuanBanHanh", "{{ letterhead.issuer }}")
        + rule("letterhead.issuer_line")
    )
    nation = (
        paragraph("QuocHieu", profile.fixed["QuocHieu"])
        + paragraph("TieuNgu", profile.fixed["TieuNgu"])
        + paragraph("KeTieuNgu")
    )
    number = paragraph("SoKyHieu", "Số: {{ letterhead.number }}")
    if about:
        number += (
            control(f"{{%p if {about} %}}")
            + paragraph("TrichYeuCongVan", "V/v {{ subject }}")
            + control("{%p endif %}")
        )
    place = paragraph("DiaDanh", "{{ letterhead.place_and_date }}")
    return table(
        [left, right],
        row(cell(left, agency, vertical="top"), cell(right, nation, vertical="top"), whole=True),
        row(cell(left, number, vertical="top"), cell(right, place, vertical="top"), whole=True),
        borders=False,
    )


def report_title() -> str:
    """BÁO CÁO, what it is about, and the short line."""
    return (
        paragraph("TenLoai", "BÁO CÁO")
        + paragraph("TrichYeu", "{{ subject }}")
        + rule("subject_line")
    )


def addressees() -> str:
    """Kính gửi: one on the same line, several each on a line of their own (ô 9a)."""
    return (
        control("{%p if addressees|length == 1 %}")
        + paragraph("KinhGui", "Kính gửi: {{ addressees[0] }}")
        + control("{%p else %}")
        + paragraph("KinhGui", "Kính gửi:")
        + control("{%p for addressee in addressees %}")
        + paragraph("NoiGui", "- {{ addressee }}{% if loop.last %}.{% else %};{% endif %}")
        + control("{%p endfor %}")
        + control("{%p endif %}")
    )


def assessment(hardships: str, listed: str) -> str:
    """Section III of a report; `hardships` heads what units wrote, which is `listed`."""
    return (
        paragraph("Muc", "III. ĐÁNH GIÁ CHUNG")
        + paragraph("Khoan", "1. Kết quả đạt được")
        + paragraph("NoiDung", DOTTED)
        + paragraph("Khoan", f"2. {hardships}")
        + listed
        + paragraph("Khoan", "3. Nguyên nhân")
        + paragraph("NoiDung", DOTTED)
    )


def prospects(proposals: str) -> str:
    """Sections IV and V of a report, what comes next and what is proposed, and its last words."""
    return (
        paragraph("Muc", "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ TRỌNG TÂM {{ next_period|upper }}")
        + paragraph("NoiDung", DOTTED)
        + paragraph("Muc", "V. KIẾN NGHỊ, ĐỀ XUẤT")
        + proposals
        + paragraph("NoiDungCuoi", "{{ closing }}")
    )


def signature(profile: FormatProfile) -> str:
    """Nơi nhận on the left, who signs on the right, never parted by a page break."""
    left, right = columns(profile.page.text_width, *SIGNATURE_SHARES)
    receivers = (
        paragraph("NoiNhan", "Nơi nhận:")
        + control("{%p for recipient in recipients %}")
        + paragraph("NoiNhanDanhSach", "- {{ recipient }}{% if loop.last %}.{% else %};{% endif %}")
        + control("{%p endfor %}")
    )
    signer = (
        control("{%p if signature.authority %}")
        + paragraph("QuyenHan", "{{ signature.authority }}")
        + control("{%p endif %}")
        + control("{%p if signature.acting %}")
        + paragraph("QuyenHan", "{{ signature.acting }}")
        + control("{%p endif %}")
        + paragraph("QuyenHan", "{{ signature.position }}")
        + paragraph("CachKy") * 4
        + paragraph("HoTen", "{{ signature.name }}")
    )
    return table(
        [left, right],
        row(
            cell(left, receivers, vertical="top", above=12),
            cell(right, signer, vertical="top", above=12),
            whole=True,
        ),
        borders=False,
    ) + paragraph("NgatPhan")
