"""The last words of a document: that all must follow it, whom to ask, what it was about."""

from __future__ import annotations

import re

from parcli.intake.recognise.circles import is_generic, is_open
from parcli.intake.recognise.units import leading_units

_CLOSING = re.compile(
    r"(?:yêu cầu|đề nghị|trên đây|trong quá trình|nhận được|căn cứ (?:kế hoạch|công văn|chỉ thị|"
    r"nội dung)|đây là|"
    r"(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân|chủ tịch|thủ tướng|sở|phòng|giám đốc|"
    r"bộ)\b.{0,80}(?:yêu cầu|đề nghị|thông báo|giao)\b|"
    r"giao\s|văn phòng .{0,60}(?:theo dõi|đôn đốc|thông báo)|thủ trưởng|"
    r"các (?:đồng chí )?bộ trưởng|các (?:sở|cơ quan|đơn vị|phòng).{0,120}(?:nghiêm túc|báo cáo|"
    r"thực hiện)|"
    r"định kỳ|nơi nào|kế hoạch này|chỉ thị này|công điện này|quyết định này|nghị quyết này)",
    re.IGNORECASE,
)
_FORMULA = re.compile(r"(?:trên đây|trong quá trình|nhận được|đây là|mọi vướng mắc)", re.IGNORECASE)
# After the units, these only bid them follow the document; anything else is work of their own.
_FOLLOWS = re.compile(
    r"(?:nghiêm túc|khẩn trương|tập trung|tổ chức|triển khai|thực hiện|thông báo|chịu trách nhiệm|"
    r"căn cứ|báo cáo|phản ánh|yêu cầu|đề nghị|ban hành|trân trọng|quan tâm|phối hợp thực hiện|"
    r"chủ động|kịp thời|phối hợp chặt chẽ|nhận được|có trách nhiệm)"
)
# Together they are to watch others do so: "phối hợp chặt chẽ …, theo dõi, đôn đốc các xã".
_WATCHES = re.compile(r"phối hợp[^.;]{0,80}? (?:theo dõi, đôn đốc|đôn đốc|theo dõi) các\s")


def closes(text: str, *, alone: bool) -> bool:
    """Whether a paragraph begins the last words; `alone` says that it follows no mere heading."""
    if not alone:
        return bool(_FORMULA.match(text))
    return last_words(text) or (text.endswith("./.") and not hands_out(text))


def last_words(text: str) -> bool:
    """Whether a paragraph reads as the last words, wherever it stands."""
    return bool(_CLOSING.match(text)) and not hands_out(text)


def hands_out(text: str) -> bool:
    """Whether it gives named units work of their own: "Giao Phòng Nội vụ theo dõi …"."""
    found = leading_units(text)
    if found is None or all(is_open(name) or is_generic(name) for name in found.names):
        return False
    after = text[found.end :].lstrip(" ,")
    return not _FOLLOWS.match(after) or bool(_WATCHES.match(after))
