"""Labelled particulars of a task in prose: "Chủ trì: …", "Phối hợp: …", "Thời gian: …"."""

from __future__ import annotations

import re
from typing import NamedTuple

from parcli.intake.recognise.letters import CAPITALS

_BODY = r"(?:cơ quan|đơn vị|đầu mối|bộ phận|phòng|cấp|ban, ngành|địa phương|tổ chức)"
_WHO = rf"(?:các\s+)?{_BODY}(?:\s*[,/]\s*{_BODY})?(?:\s+được\s+(?:giao|phân công))?"
_DOING = (
    r"(?:(?:tổ chức\s+)?thực hiện|tham mưu|triển khai|chính|soạn thảo|xây dựng|biên soạn|"
    r"ban hành|giải quyết|xử lý|trình)"
)
_LABELS = (
    ("support", rf"(?:{_WHO}\s+)?(?:cùng\s+)?phối hợp(?:,?\s+{_DOING}){{0,3}}"),
    (
        "lead",
        rf"(?:{_WHO}\s+)?(?:chủ trì|chịu trách nhiệm)(?:,?\s+{_DOING}){{0,3}}|"
        rf"{_WHO}\s+(?:thực hiện|triển khai|tham mưu|đầu mối|soạn thảo|phụ trách)"
        rf"(?:,?\s+(?:chủ trì|{_DOING})){{0,2}}|"
        r"phân công(?:\s+(?:thực hiện|nhiệm vụ|chủ trì))?|trách nhiệm(?:\s+thực hiện)?|"
        r"(?:đơn vị|cơ quan)\s+chủ trì,\s*phối hợp",
    ),
    (
        "deadline",
        r"(?:thời gian|thời hạn|tiến độ|lộ trình|thời điểm|hạn)"
        r"(?:\s*(?:[,/]|và)\s*(?:thời gian|thời hạn|tiến độ|lộ trình))?"
        r"(?:\s+(?:thực hiện|hoàn thành|hoàn tất|"
        r"triển khai|thực hiện và hoàn thành|"
        r"báo cáo|xong|dự kiến|ban hành|tổ chức))*(?:\s+trình(?:\s+[^\W\d_]+){0,5}?)?|hoàn thành",
    ),
    (
        "output",
        r"(?:kết quả|sản phẩm)(?:(?:,| và)\s*(?:kết quả|sản phẩm)|/(?:kết quả|sản phẩm))?"
        r"(?:\s+(?:đầu ra|dự kiến|cần đạt|hoàn thành|đạt được|"
        r"chính|thực hiện|của nhiệm vụ))*|đầu ra",
    ),
    ("text", r"nội dung(?:\s+(?:thực hiện|công việc|nhiệm vụ|cụ thể))?|nhiệm vụ(?:\s+cụ thể)?"),
    ("responsible", r"(?:lãnh đạo|người)\s+(?:phụ trách|chỉ đạo|chịu trách nhiệm|theo dõi)"),
    ("note", r"ghi chú"),
    ("extra", r"kinh phí(?:\s+thực hiện)?|nguồn kinh phí|hình thức(?:\s+thực hiện)?|địa điểm|"
        r"đối tượng|số lượng"),
)  # fmt: skip
_ALL = "|".join(f"(?P<{key}{n}>{pattern})" for n, (key, pattern) in enumerate(_LABELS))
_MARK = re.compile(
    # After a word too, where the label has a capital: lines of a cell run together in a PDF.
    rf"(?:^|(?<=[.;,(\n\-+•*–])|(?<=\.\.)|(?<=[\w)] )(?=(?-i:[{CAPITALS}])))"
    rf"\s*(?:\*\*)?(?:{_ALL})\s*:\s*(?=\S|$)",
    re.IGNORECASE,
)


class Particular(NamedTuple):
    """One labelled value: its key, its words, where label and value begin and where it ends."""

    key: str
    value: str
    label: str
    start: int
    value_start: int
    end: int


def particulars(text: str) -> list[Particular]:
    """The labelled values in a paragraph, in order; [] for a paragraph of plain prose."""
    marks = list(_MARK.finditer(text))
    found = []
    for place, mark in enumerate(marks):
        end = marks[place + 1].start() if place + 1 < len(marks) else len(text)
        key = next(name for name, said in mark.groupdict().items() if said is not None)
        value = text[mark.end() : end]
        found.append(
            Particular(
                key.rstrip("0123456789"),
                _bare(value),
                text[mark.start() : mark.end()].strip(" :\n.;,(-"),
                mark.start(),
                mark.end(),
                end,
            )
        )
    return found if found and _tells(found, text) else []


def _bare(value: str) -> str:
    """A value without the marks around it; a bracket that it opens and closes is its own."""
    bare = value.strip(" \t\n.;,)(-–")
    closed = bare.count("(") > bare.count(")") and ")" in value[value.index(bare) + len(bare) :]
    return f"{bare})" if closed else bare


def _tells(found: list[Particular], text: str) -> bool:
    """Whether the labels are particulars: who or when among them, or one opening the paragraph."""
    keys = {one.key for one in found}
    if keys & {"lead", "support"}:
        return True
    opening = not text[: found[0].start].strip(" \t-+*•–(")
    return opening and bool(keys & {"deadline", "output", "responsible", "note", "extra"})


def is_only_particulars(text: str, found: list[Particular]) -> bool:
    """Whether nothing stands before the first label."""
    return bool(found) and not text[: found[0].start].strip(" \t-+*•–(.")
