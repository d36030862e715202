"""Sentences that tell or judge and order nothing: what was done, how much something matters."""

from __future__ import annotations

import re

from parcli.intake.recognise.asking import asked_later
from parcli.intake.recognise.requests import asked_in
from parcli.intake.recognise.units import leading_units

# "Thực hiện Luật A, UBND tỉnh đã ban hành …": what stands before the subject of a report.
_GROUND = re.compile(
    r"(?:Thực hiện|Triển khai|Căn cứ|Theo|Qua|Sau|Trên cơ sở|Thời gian qua|Vừa qua|Mặc dù|"
    r"Nhìn chung|Trong (?:thời gian|những|năm|quý|tháng|quá trình))\b[^.;:]{0,250}?,\s+(?=\S)"
)
_DONE = re.compile(
    r"\s*+(?:,\s*+)?(?:cơ bản |về cơ bản |cũng )?(?:đã|vừa)\s+(?!(?:được|nêu|có tên|quy định)\s)"
)
_OFFICER = re.compile(
    r"(?:Chủ tịch|Phó Chủ tịch|Thủ tướng|Bộ trưởng|Giám đốc)\b[^,.;:]{0,90}?(?=\s+đã\s)"
)
# "Các xã đã sáp nhập tiếp tục rà soát …": what was done only says who is meant.
_TO_DO = (
    r"(?:tiếp tục|khẩn trương|cần|phải|có trách nhiệm|chịu trách nhiệm|yêu cầu|đề nghị|rà soát)"
)
_TO_DO_THEN = re.compile(rf"[,;]\s+(?:và\s+|nay\s+)?{_TO_DO}\b")
_TO_DO_EVER = re.compile(rf"\b{_TO_DO}\b")
_MANY = re.compile(r"(?:các|những|mọi)\s", re.IGNORECASE)
# Thanks and praise of whoever issues the document; "UBND các xã biểu dương …" is work.
_PRAISES = re.compile(
    r"(?:UBND|Ủy ban nhân dân|Chủ tịch|Phó Chủ tịch|Thủ tướng|Thường trực|Chính phủ|Bộ trưởng|"
    r"Lãnh đạo|Ban Chỉ đạo)\b(?![^,.;:]{0,80}\b(?:các|từng|mỗi)\b[^,.;:]{0,60}?\s(?:ghi|biểu|đánh))"
    r"[^,.;:]{0,80}?\s(?:trân trọng |xin )?"
    r"(?:ghi nhận|biểu dương|đánh giá cao|hoan nghênh|cảm ơn|chúc mừng)\b"
)
# An item of an agenda says how long it takes: "Giải lao (15 phút)".
_TIMED = re.compile(r".*\(\s*\d{1,3}\s*(?:phút|')\s*\)\s*[.;]?", re.DOTALL)
# Where money comes from orders nobody: "Kinh phí kiểm tra được thực hiện theo Thông tư số 5".
_FUNDS = re.compile(
    r"(?:Nguồn )?[Kk]inh phí\s[^.;:]{0,250}?\b(?:được|do|từ|lấy|thực hiện|bảo đảm|đảm bảo)\s"
)
_MATTERS = re.compile(
    r"(?:Công tác|Việc|Đây|Chương trình|Dự án|Đề án|Nhiệm vụ)\b[^.;:]{0,300}?\s(?:chính )?là "
    r"(?:một )?(?:trong (?:những|các) )?(?:nhiệm vụ|công việc|nội dung|vấn đề|việc|sự kiện|dự án)\b"
    r"[^.;:]{0,60}?\b(?:quan trọng|trọng tâm|cấp bách|cấp thiết|ý nghĩa|lâu dài|phức tạp|khó)\b"
)


def only_tells(text: str) -> bool:
    """Whether a text reports or judges and asks nobody: "Sở A đã …", "Công tác B là việc khó",
    "Kinh phí do ngân sách bảo đảm".

    A later sentence that gives work makes it an order: "Sở A đã lập đề án. Giao Sở B thẩm định."
    """
    if _TIMED.fullmatch(text):
        return True
    if not (_reports(text) or any(said.match(text) for said in (_MATTERS, _PRAISES, _FUNDS))):
        return False
    return asked_later(text) is None and not asked_in(text)


def _reports(text: str) -> bool:
    ground = _GROUND.match(text)
    said = text[ground.end() :] if ground else text
    officer = _OFFICER.match(said)
    found = leading_units(said)
    at_once = found is not None and not found.start
    end = officer.end() if officer else found.end if found is not None and at_once else 0
    done = _DONE.match(said, end) if end else None
    to_do = _TO_DO_EVER if _MANY.match(said) else _TO_DO_THEN
    return done is not None and to_do.search(said.split(". ")[0], done.end()) is None
