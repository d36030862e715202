"""Names told by more than an office: a person's field of work, a second post, a body's number."""

from __future__ import annotations

import re

from parcli.intake.recognise.verb_words import NAMING_VERBS, VERB

# "Cán bộ phụ trách lĩnh vực giám sát và phản biện xã hội"
_IN_CHARGE = re.compile(
    r"(?:các\s)?(?:cán bộ|công chức|viên chức|chuyên viên|nhân viên|phó chủ tịch|phó giám đốc|"
    r"phó trưởng phòng|(?:các )?đồng chí|thành viên|lãnh đạo)\b[^:.;,]{0,60}?\s"
    r"(?:phụ trách|theo dõi|làm)\s(?:các\s)?(?:lĩnh vực|công tác|mảng|khối|nhiệm vụ)\s"
    r"(?P<field>[^:.;]{3,120})",
    re.IGNORECASE,
)
_FIELDS = NAMING_VERBS | {"phản biện"}
_FIELD_PARTS = re.compile(r",\s+|\s+và\s+")
# "Bộ trưởng Bộ Tài chính - Phó Trưởng ban Ban Chỉ đạo": what else the same person is.
_SECOND_POST = re.compile(
    r"\s[-–]\s(?:Phó )?(?:Trưởng [Bb]an|Trưởng [Tt]iểu ban|Trưởng [Đđ]oàn|Tổ trưởng|Chủ tịch|"
    r"(?:Ủy|Uỷ) viên|Thành viên|Chủ nhiệm)(?!\w)[^,;:]*"
)
# Bodies called by the number of the paper that set them up: "Ban Chỉ đạo 389 quốc gia".
_NUMBERED = re.compile(
    r"((?:Ban [Cc]hỉ đạo|Tiểu ban|Tổ [Cc]ông tác|Tổ [Gg]iúp việc|Đoàn [Kk]iểm tra|Đoàn|Đội)"
    r"(?:\s(?:quốc gia|Quốc gia|Trung ương|tỉnh|thành phố|huyện|xã|phường|số)){0,2})"
    r"\s\d{1,4}(?![\w/.,%-])"
)


def in_charge(heading: str) -> str | None:
    """The person a heading names by a field of work, whatever words tell it; None for another.

    "Chuyên viên phụ trách lĩnh vực Hành chính, Văn phòng" is one; "Công chức phụ trách lĩnh vực
    môi trường tham mưu kế hoạch" says what one must do.
    """
    found = _IN_CHARGE.fullmatch(heading)
    if found is None:
        return None
    first, *others = _FIELD_PARTS.split(found["field"])
    acts = [VERB.search(field, 1) for field in (first, *others)]
    begins = (VERB.match(field) for field in others)
    told = any(act and act[0] not in _FIELDS for act in begins)
    return None if any(acts) or told else heading


def first_post(names: str) -> str:
    """Names without the further posts of the same person: "Giám đốc Sở A - Phó Trưởng ban"."""
    return _SECOND_POST.sub("", names)


def without_number(name: str) -> str:
    """A body's name without the number it is called by; any other name as it stands."""
    return _NUMBERED.sub(r"\1", name)
