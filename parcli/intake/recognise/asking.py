"""Who a text asks to act: in a later sentence, or in the words that lead in to what follows."""

from __future__ import annotations

import re
from typing import Any

from parcli.intake.recognise.circles import is_open
from parcli.intake.recognise.unit_words import LATER_SENTENCE
from parcli.intake.recognise.units import Found, cell_units, heading_units, leading_units

# "Về đề nghị …; hoàn thiện …: UBND tỉnh A …": a topic may run over several clauses.
_TOPIC = re.compile(r"(?:Về|Đối với|Việc|Công tác)\s(?:[^:.\n]|\.(?=\S)){3,600}:\s+(?=\S)")
_WORK_BELOW = re.compile(
    r"(?:các|một số|những|tốt) (?:nội dung|nhiệm vụ|công việc|việc|giải pháp|biện pháp)"
    r"(?: [\w, ]{1,40})? (?:sau|dưới đây)(?: đây)?\s*:\s*$"
)
_GIVES = re.compile(r"(?:giao|phân công|đề nghị|yêu cầu)\s", re.IGNORECASE)
_TOLD = re.compile(r"(?:đã|sẽ|được|là|có|cũng|đang)\b")
_ASKS = re.compile(r"(?<!\w)(?:yêu cầu|đề nghị|giao|chỉ đạo)\s+(?=\S)", re.IGNORECASE)
# Whom a sentence asks stands at its beginning; the rest of a page is not looked through again.
_NEAR = 2000


def asked_later(text: str) -> Found | None:
    """The units that a later sentence asks or says to lead: "… . Giao Sở A chủ trì …"."""
    topic = topic_end(text)
    told = leading_units(text[topic : topic + _NEAR]) if topic else None
    if told:
        return Found(told.names, topic + told.start, topic + told.end)
    for opened in LATER_SENTENCE.finditer(text):
        found = leading_units(text[opened.end() : opened.end() + _NEAR])
        if found is None:
            continue
        start, end = opened.end() + found.start, opened.end() + found.end
        orders = opened[0].startswith(".") and not all(map(is_open, found.names))
        if (
            found.start
            or (orders and not _TOLD.match(text, end))
            or text.startswith("chủ trì", end)
        ):
            return Found(found.names, start, end)
    return None


def topic_end(text: str) -> int:
    """Where the order behind a topic begins: "Về dự án A: giao Sở B …"; 0 for a text without."""
    topic = _TOPIC.match(text)
    return topic.end() if topic else 0


def gives_to(text: str) -> bool:
    """Whether the words behind a topic give it to a unit by name, whoever leads the others:
    "Đối với hồ sơ A: giao Sở B …"."""
    topic = topic_end(text)
    given = bool(topic) and _GIVES.match(text, topic) is not None
    return given and leading_units(text[topic : topic + _NEAR]) is not None


def asked_to_follow(text: str) -> list[str]:
    """The units that a line ending in a colon sets to work on what follows; [] where none is.

    "Sở A yêu cầu các xã:" names the communes; "Sở A ban hành kế hoạch như sau:" nobody.
    """
    if not text.rstrip().endswith(":"):
        return []
    line = text.rstrip().rsplit("\n", maxsplit=1)[-1]
    for asks in reversed(list(_ASKS.finditer(line))):
        rest = line[asks.start() :]
        found = leading_units(rest)
        names = found.names if found else heading_units(line[asks.end() :])
        if names:
            return names
    return _set_to_work(line)


def _set_to_work(line: str) -> list[str]:
    """The circle that a line sets to the work below it: "Chủ tịch UBND các huyện tập trung thực
    hiện các nội dung sau:"; a single body may as well tell of its own plan."""
    found = leading_units(line) if _WORK_BELOW.search(line) else None
    circle = found is not None and all(re.search(r"\b[Cc]ác\s", name) for name in found.names)
    return found.names if found and circle else []


def asked_at_head(values: dict[str, Any]) -> list[str]:
    """Whom a telegram or letter addresses, where its opening asks nobody by name: "… yêu cầu:"."""
    opening = str(values.get("opening") or "").rstrip()
    last = re.split(r"[.;\n]", opening)[-1]
    if values.get("type") not in ("cong-dien", "cong-van") or not opening.endswith(":"):
        return []
    if not re.search(r"(?:yêu cầu|đề nghị|chỉ thị)\b", last):
        return []
    addressed = values.get("addressees") or []
    return [name for each in addressed for name in cell_units(str(each))]


def led_by(text: str) -> list[str]:
    """The same, where the line may also begin with who acts: "Các phòng làm các việc sau:"."""
    line = text.rstrip().rsplit("\n", maxsplit=1)[-1]
    if not line.endswith(":") or _ASKS.search(line):
        return asked_to_follow(text)
    found = leading_units(line)
    return found.names if found else []
