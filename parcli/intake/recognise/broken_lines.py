"""Whether a line stops in the middle of what it says, by its own words and those of the next."""

from __future__ import annotations

import re

from parcli.intake.recognise.letters import CAPITALS, SMALL
from parcli.text import folded

# Words that never end a line by themselves: "Số:", "ngày", "CỘNG" of the motto.
_HANGING = re.compile(
    r"(?:^[Ss]ố\s*:|\bngày|\btháng|^CỘNG|^CỘNG (?:HÒA|HOÀ) XÃ HỘI|"
    r"^Độc lập - Tự do -)$"
)
# Lines of a letterhead that a narrow column breaks.
_WHOLE_LINES = (
    "cong hoa xa hoi chu nghia viet nam",
    "doc lap tu do hanh phuc",
    "uy ban nhan dan",
    "hoi dong nhan dan",
    "thu tuong chinh phu",
    "van phong chinh phu",
)
_DATELINE = re.compile(r"[^,\d]{2,25},\s*ngày\s.*tháng", re.IGNORECASE)
_PLACE = re.compile(rf"[{CAPITALS}][{SMALL}]*(?:(?:\s+|\s*-\s*)[{CAPITALS}][{SMALL}]*){{0,4}}")
# These want a figure next: "Kế hoạch số" does, "Chuyển đổi số" does not.
_WANTS_FIGURE = re.compile(r"\b(?:số|Điều|khoản)$")
_YEAR_LEFT = re.compile(r"\btháng\s+\d{1,2}\s+năm$")
_SPAN_OF_YEARS = re.compile(r"\b\d{4}\s*[-–]$")
# No sentence, and no heading, ends with one of these.
_WANTS_WORDS = re.compile(r"(?<!\w)(?:các|những|và|của|với|cho|tại|hoặc|thuộc|bởi)$")
_MOTTO = re.compile(r"cong hoa|doc lap tu do")
# A number of the text's own outline, parted from its heading: "1.", "II.", "a)".
_LABEL_ALONE = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5}|[A-H]|[a-hđ])[.)]")
_LONGEST_REST = 400


def leaves_open(said: str, text: str) -> bool:
    """Whether `text` goes on with the line `said`, told from the words alone."""
    if _breaks_line(said, text) or (_PLACE.fullmatch(said) and _DATELINE.match(text)):
        return True
    if _WANTS_FIGURE.search(said) or _YEAR_LEFT.search(said):
        return bool(re.match(r"[\d.…/]", text))
    if (_WANTS_WORDS.search(said) or _LABEL_ALONE.fullmatch(said)) and text[0].isalpha():
        return True
    if _SPAN_OF_YEARS.search(said):
        return bool(re.match(r"\d{4}\b", text))
    if _HANGING.search(said) and len(text) < _LONGEST_REST:
        return not _MOTTO.match(folded(text))
    return text[0].islower() and (said[-1] not in ";:.!?" or said.endswith(("...", "…")))


def _breaks_line(said: str, text: str) -> bool:
    """Whether two lines are one of a letterhead: "UỶ BAN NHÂN" and "DÂN"."""
    begun = folded(said)
    if not begun:
        return False
    both = f"{begun} {folded(text)}"
    return any(
        len(begun) < len(line) and f"{line} ".startswith(f"{begun} ") and _alike(both, line)
        for line in _WHOLE_LINES
    )


def _alike(both: str, line: str) -> bool:
    return f"{line} ".startswith(f"{both} ") or f"{both} ".startswith(f"{line} ")
