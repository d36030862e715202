"""bao-cao-tong-hop.docx: the consolidated report of a period, units in an appendix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.documents.template_builder.blocks import (
    DOTTED,
    addressees,
    assessment,
    letterhead,
    prospects,
    report_title,
    rule,
    signature,
)
from parcli.documents.template_builder.parts import section_break
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

_COUNTS = (
    "total", "done", "in_progress", "not_started", "no_report", "not_applicable", "late", "rate",
)  # fmt: skip
_COUNT_HEADS = (
    "Tổng số", "Hoàn thành", "Đang thực hiện", "Chưa thực hiện", "Chưa có báo cáo",
    "Không áp dụng", "Quá hạn", "Tỷ lệ hoàn thành",
)  # fmt: skip


def body(profile: FormatProfile) -> str:
    """The report, then the table by unit on a page of its own."""
    return (
        letterhead(profile)
        + report_title()
        + addressees()
        + paragraph("NoiDung", "{{ opening }}")
        + _steering()
        + _results(profile)
        + assessment(
            "Tồn tại, hạn chế, khó khăn, vướng mắc (theo báo cáo của các đơn vị)",
            _remarks("difficulties"),
        )
        + prospects(_remarks("proposals"))
        + signature(profile)
        + section_break(profile)
        + _appendix(profile)
    )


def _steering() -> str:
    return (
        paragraph("Muc", "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH")
        + paragraph("Khoan", "1. Công tác chỉ đạo, triển khai thực hiện")
        + paragraph("NoiDung", DOTTED)
        + paragraph("Khoan", "2. Việc thực hiện chế độ báo cáo của các cơ quan, đơn vị, địa phương")
        + paragraph("NoiDung", "{{ reporting }}")
        + control("{%p if late_reports %}")
        + paragraph("NoiDung", "- Gửi báo cáo chậm: {{ late_reports }}.")
        + control("{%p endif %}")
        + control("{%p if missing_reports %}")
        + paragraph("NoiDung", "- Chưa gửi báo cáo: {{ missing_reports }}.")
        + control("{%p endif %}")
    )


def _results(profile: FormatProfile) -> str:
    return (
        paragraph("Muc", "II. KẾT QUẢ THỰC HIỆN CÁC NHIỆM VỤ")
        + paragraph("Khoan", "1. Tình hình thực hiện nhiệm vụ theo từng chỉ số, lĩnh vực")
        + paragraph("NoiDung", "{{ overview }}")
        + paragraph("TenBang", "Bảng 1. Số nhiệm vụ theo từng chỉ số, lĩnh vực")
        + _sections(profile)
        + paragraph("GhiChu", "{{ source }}")
        + control("{%p if late_tasks %}")
        + paragraph("NoiDung", "Nhiệm vụ quá hạn chưa hoàn thành:")
        + control("{%p for late in late_tasks %}")
        + paragraph("NoiDung", "- {{ late.unit }}: {{ late.text }} ({{ late.about }}).")
        + control("{%p endfor %}")
        + control("{%p endif %}")
        + paragraph("Khoan", "2. Kết quả so với chỉ tiêu được giao")
        + paragraph("NoiDung", "{{ target_overview }}")
        + control("{%p if targets %}")
        + paragraph("TenBang", "Bảng 2. Kết quả đạt được so với chỉ tiêu")
        + _targets(profile)
        + paragraph("GhiChu", "{{ source }}")
        + control("{%p endif %}")
    )


def _sections(profile: FormatProfile) -> str:
    widths = columns(profile.page.text_width, 13, 34, *(14.5,) * 7, 16.5)
    return table(
        widths,
        row(*_heads(widths, ("TT", "Chỉ số, lĩnh vực", *_COUNT_HEADS)), header=True, whole=True),
        control_row("{%tr for section in sections %}", len(widths), sum(widths)),
        control_row("{%tr if section.is_total %}", len(widths), sum(widths)),
        _section_row(widths, "BangTieuDe", "BangNhom"),
        control_row("{%tr else %}", len(widths), sum(widths)),
        _section_row(widths, "BangSo", "BangChu"),
        control_row("{%tr endif %}", len(widths), sum(widths)),
        control_row("{%tr endfor %}", len(widths), sum(widths)),
    )


def _section_row(widths: list[int], numbers: str, words: str) -> str:
    return row(
        cell(widths[0], paragraph(numbers, "{{ section.number }}")),
        cell(widths[1], paragraph(words, "{{ section.title }}")),
        *_count_cells(widths[2:], "section.counts", numbers),
        whole=True,
    )


def _count_cells(widths: list[int], counts: str, style: str) -> list[str]:
    return [
        cell(width, paragraph(style, f"{{{{ {counts}.{name} }}}}"))
        for width, name in zip(widths, _COUNTS, strict=True)
    ]


def _heads(widths: list[int], names: tuple[str, ...]) -> list[str]:
    return [
        cell(width, paragraph("BangTieuDe", name))
        for width, name in zip(widths, names, strict=True)
    ]


def _targets(profile: FormatProfile) -> str:
    widths = columns(profile.page.text_width, 11, 74, 36, 22, 22)
    names = ("TT", "Chỉ tiêu", "Đơn vị", "Kết quả", "So với chỉ tiêu")
    return table(
        widths,
        row(*_heads(widths, names), header=True, whole=True),
        control_row("{%tr for target in targets %}", 5, sum(widths)),
        row(
            cell(widths[0], paragraph("BangSo", "{{ target.number }}")),
            cell(widths[1], paragraph("BangChu", "{{ target.text }}")),
            cell(widths[2], paragraph("BangChu", "{{ target.unit }}")),
            cell(widths[3], paragraph("BangSo", "{{ target.reached }}")),
            cell(widths[4], paragraph("BangSo", "{{ target.verdict }}")),
        ),
        control_row("{%tr endfor %}", 5, sum(widths)),
    )  # fmt: skip


def _remarks(name: str) -> str:
    return (
        control(f"{{%p for remark in {name} %}}")
        + paragraph("NoiDung", "- {{ remark.unit }}: {{ remark.text }} ({{ remark.about }}).")
        + control("{%p else %}")
        + paragraph("NoiDung", DOTTED)
        + control("{%p endfor %}")
    )


def _appendix(profile: FormatProfile) -> str:
    return (
        paragraph("PhuLuc", "Phụ lục")
        + paragraph("TenPhuLuc", "Kết quả thực hiện nhiệm vụ theo từng đơn vị")
        + paragraph("KemTheo", "{{ reference }}")
        + rule("reference_line")
        + paragraph(
            "GhiChu",
            "Tỷ lệ: số nhiệm vụ hoàn thành trên số nhiệm vụ phải thực hiện (không tính nhiệm vụ "
            "không áp dụng). {{ source }}",
        )
        + _units(profile)
        + paragraph("NgatPhan")
    )


def _units(profile: FormatProfile) -> str:
    # The sheet is turned: its height is now its width.
    room = profile.page.height - profile.page.left.used - profile.page.right.used
    widths = columns(room, 10, 62, 40, 38, *(17,) * 6)
    names = ("TT", "Đơn vị", "Báo cáo", "Thời hạn gửi", "Nhiệm vụ chủ trì", "Hoàn thành",
             "Đang thực hiện", "Chưa thực hiện", "Chưa có kết quả", "Tỷ lệ")  # fmt: skip
    kept = ("total", "done", "in_progress", "not_started", "no_report", "rate")
    return table(
        widths,
        row(*_heads(widths, names), header=True, whole=True),
        control_row("{%tr for unit in units %}", len(widths), sum(widths)),
        row(
            cell(widths[0], paragraph("BangSo", "{{ unit.number }}")),
            cell(widths[1], paragraph("BangChu", "{{ unit.name }}")),
            cell(widths[2], paragraph("BangChu", "{{ unit.report }}")),
            cell(widths[3], paragraph("BangChu", "{{ unit.timeliness }}")),
            *(
                cell(width, paragraph("BangSo", f"{{{{ unit.counts.{name} }}}}"))
                for width, name in zip(widths[4:], kept, strict=True)
            ),
            whole=True,
        ),
        control_row("{%tr endfor %}", len(widths), sum(widths)),
    )
