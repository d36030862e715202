"""bao-cao-don-vi.docx: the report of one unit for one period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.documents.template_builder.blocks import (
    DOTTED,
    addressees,
    assessment,
    letterhead,
    prospects,
    report_title,
    signature,
)
from parcli.documents.template_builder.wordml import control, paragraph

if TYPE_CHECKING:
    from parcli.documents.profile import FormatProfile


def body(profile: FormatProfile) -> str:
    """Letterhead, căn cứ, the five sections of a CCHC report, signature."""
    return (
        letterhead(profile)
        + report_title()
        + addressees()
        + paragraph("NoiDung", "{{ opening }}")
        + _steering()
        + _results()
        + assessment("Tồn tại, hạn chế, khó khăn, vướng mắc", _listed("difficulties"))
        + prospects(_listed("proposals"))
        + signature(profile)
    )


def _steering() -> str:
    return (
        paragraph("Muc", "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH")
        + paragraph("NoiDung", "1. Ban hành văn bản, kế hoạch triển khai thực hiện: …………")
        + paragraph("NoiDung", "2. Công tác quán triệt, tuyên truyền: …………")
        + paragraph("NoiDung", "3. Công tác kiểm tra, tự kiểm tra: …………")
    )


def _results() -> str:
    return (
        paragraph("Muc", "II. KẾT QUẢ THỰC HIỆN CÁC NHIỆM VỤ ĐƯỢC GIAO")
        + paragraph("NoiDung", "{{ overview }}")
        + control("{%p for part in parts %}")
        + paragraph("Khoan", "{{ part.number }}. {{ part.title }}")
        + control("{%p for section in part.sections %}")
        + control("{%p if section.title %}")
        + paragraph("Diem", "{{ section.letter }}) {{ section.title }}")
        + control("{%p endif %}")
        + control("{%p for task in section.tasks %}")
        + paragraph("NoiDung", "- {{ task.words }}")
        + control("{%p if task.result %}")
        + paragraph("NoiDung", "+ {{ task.status }}: {{ task.result }}")
        + control("{%p endif %}")
        + control("{%p for target in task.targets %}")
        + paragraph("NoiDung", "+ {{ target.label }}: {{ target.reached }}")
        + control("{%p endfor %}")
        + control("{%p if task.evidence %}")
        + paragraph("NoiDung", "+ Tài liệu kiểm chứng: {{ task.evidence }}")
        + control("{%p endif %}")
        + control("{%p endfor %}")
        + control("{%p endfor %}")
        + control("{%p endfor %}")
        + control("{%p if supports %}")
        + paragraph("Khoan", "{{ support_number }}. Nhiệm vụ phối hợp thực hiện")
        + control("{%p for support in supports %}")
        + paragraph("NoiDung", "- {{ support.lead }} chủ trì: {{ support.tasks }}.")
        + control("{%p endfor %}")
        + paragraph("NoiDung", "Kết quả phối hợp: …………")
        + control("{%p endif %}")
    )


def _listed(name: str) -> str:
    """What the unit wrote, item by item; dotted space where it wrote nothing."""
    return (
        control(f"{{%p for item in {name} %}}")
        + paragraph("NoiDung", "- {{ item.text }}{% if item.about %} ({{ item.about }}){% endif %}")
        + control("{%p else %}")
        + paragraph("NoiDung", DOTTED)
        + control("{%p endfor %}")
    )
