"""The words of the form: a document of the office, so Vietnamese whoever runs parcli."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from parcli.documents.contexts.wording import period_label
from parcli.model.progress_form import CLEARED
from parcli.model.status_names import VIETNAMESE
from parcli.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from parcli.documents.workbooks.form_content import FormEntry
    from parcli.schedule.periods import Period

TITLE = "BIỂU BÁO CÁO KẾT QUẢ THỰC HIỆN NHIỆM VỤ"
NUMBER = "Số, ký hiệu báo cáo:"
NOT_SHOWN = "…"
LEADS, SUPPORTS = "Chủ trì", "Phối hợp"
STATUS_ERROR = (
    "Tình trạng không hợp lệ",
    "Vui lòng chọn một tình trạng trong danh sách.",
)
STATUS_PROMPT = ("Tình trạng", "Chọn trong danh sách.")
VALUE_PROMPT = (
    "Kết quả đạt được",
    "Ghi con số theo đơn vị của chỉ tiêu, ví dụ 83,94 hoặc 85%.",
)
EVIDENCE_PROMPT = (
    "Tài liệu kiểm chứng",
    "Mỗi dòng một văn bản (Alt+Enter để xuống dòng). Ví dụ: 15/BC-PNV: Báo cáo quý III",
)

# A paragraph each, parted by blank lines; headings begin with "#", others may begin with a number.
_INSTRUCTIONS = f"""
# Mục đích

Biểu này dùng để đơn vị báo cáo kết quả thực hiện các nhiệm vụ được giao trong kỳ. Đơn vị chỉ điền
vào các ô nền vàng của trang “Báo cáo”; các ô khác đã được khóa.

# Cách điền

1. Tình trạng: chọn một mục trong danh sách thả xuống. Nhiệm vụ không phát sinh trong kỳ hoặc không
thuộc phạm vi của đơn vị thì chọn “Không áp dụng”.

2. Kết quả đạt được: ghi con số theo đúng đơn vị tính của chỉ tiêu ở cột bên trái, ví dụ 83,94 hoặc
85%. Nhiệm vụ có nhiều chỉ tiêu thì mỗi chỉ tiêu một dòng. Nhiệm vụ không có chỉ tiêu bằng số thì ô
này được khóa.

3. Kết quả thực hiện: nêu ngắn gọn việc đã làm và kết quả trong kỳ.

4. Tài liệu kiểm chứng: mỗi dòng một văn bản, ghi số, ký hiệu; nếu cần thì ghi thêm tên văn bản sau
dấu hai chấm. Ví dụ: 15/BC-PNV: Báo cáo công tác cải cách hành chính quý III.

5. Khó khăn, vướng mắc và Kiến nghị, đề xuất: ghi tự do; nội dung được giữ nguyên văn khi tổng hợp.

6. Số, ký hiệu báo cáo: ghi số của báo cáo bằng văn bản mà đơn vị gửi kèm biểu này (nếu có).

7. Cột “Kỳ trước” chỉ để tham khảo, không được tính vào kỳ này. Nội dung vẫn đúng thì đơn vị ghi lại
vào các ô của kỳ này.

# Lưu ý

1. Ô để trống: giữ nguyên nội dung đã có trong sổ theo dõi. Muốn xóa nội dung đã báo cáo thì ghi dấu
gạch ngang ({CLEARED}).

2. Không dùng công thức. Được sắp xếp, lọc, thêm cột ghi chú; không sửa các cột đang ẩn.

3. Lưu tệp ở định dạng Excel (.xlsx). Không chép dòng từ biểu của đơn vị khác hoặc kỳ khác.
"""


def instructions() -> Iterator[tuple[str, str]]:
    """The sheet of instructions, a row each: a heading and "", or a number (or "") and its text."""
    for paragraph in _INSTRUCTIONS.strip().split("\n\n"):
        text = paragraph.replace("\n", " ")
        number, _space, rest = text.partition(" ")
        if number == "#":
            yield rest, ""
        else:
            yield (number, rest) if number.endswith(".") else ("", text)


def printed_place(task: str) -> str:
    """Where a task is printed, by its id: "1.1", or "PL1.I.1" in an appendix (phụ lục)."""
    place = task.partition("/")[2]
    return "PL" + place[2:] if place.startswith("pl") else place


def period_name(period: Period) -> str:
    """The period in a document's words: "Quý III năm 2024"."""
    words = period_label(period)
    return words[0].upper() + words[1:]


def figure(value: float) -> str:
    """A figure with a decimal comma: 83,94."""
    return f"{value:.10f}".rstrip("0").rstrip(".").replace(".", ",")


def target_words(target: Mapping[str, Any]) -> str:
    """A target's own words; its unit after them where they do not hold it."""
    text, unit = str(target["text"]), target.get("unit")
    return text if not unit or str(unit) in text else f"{text} (đơn vị: {unit})"


def evidence_lines(documents: Iterable[Mapping[str, str]]) -> str:
    """Documents as a cell lists them, a line each: "15/BC-PNV: Báo cáo …"; files by their names."""
    return "\n".join(filter(None, map(_document_line, documents)))


def _document_line(document: Mapping[str, str]) -> str:
    number, title = (one_line(document.get(key, "")) for key in ("number", "title"))
    if number:
        return f"{number}: {title}" if title else number
    return f": {title}" if title else ""


def earlier_entry(entry: FormEntry | None, target: int) -> str:
    """What was said the last time, in a few lines; empty where nothing was."""
    if entry is None:
        return ""
    value = entry.values.get(target)
    if target > 1:
        return figure(value) if value is not None else ""
    status = VIETNAMESE.get(entry.status, entry.status)
    lines = [f"{period_name(entry.period)}: {status}"]
    lines += [f"Đạt: {figure(value)}"] if value is not None else []
    lines += [entry.result] if entry.result else []
    return "\n".join(lines)
