"""What the columns of a table hold, told from their many headings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from parcli.intake.recognise.column_roles import Role, is_answer, role_of, says_who_acts
from parcli.text import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parcli.intake.blocks import Row, Table

# Whatever stands above it, "Tổ chức thực hiện" or "Nội dung", such a heading is meant by itself.
_PLAIN_ROLES = ("lead", "support", "deadline", "output", "responsible", "note")
# Beside a matter such a column only says what it is about: "Tên dự án", "Vướng mắc".
_NAMED = re.compile(r"(?:ten )?(?:du an|cong trinh|chuong trinh|de an)\b")
MOST_HEADER_ROWS = 4


@dataclass(frozen=True)
class Columns:
    """The roles of a table's grid columns, and the headings as printed."""

    roles: tuple[Role, ...]
    headings: tuple[str, ...]
    header_rows: int
    in_words: bool = True
    """Whether its rows say in words what is to be done; a table of figures does not."""
    reports: bool = False
    """Whether it answers the matters that it lists."""

    def of(self, role: Role) -> list[int]:
        """The columns with a role, from left to right."""
        return [place for place, each in enumerate(self.roles) if each == role]

    @property
    def hands_out_tasks(self) -> bool:
        """Whether the table lists tasks: something to do in words, and who or when."""
        tells = {"lead", "units", "deadline", "support", "output", "responsible"}
        says = bool({"text", "title"} & set(self.roles)) and bool(tells & set(self.roles))
        return says and self.in_words and not self.reports


def header_rows(table: Table) -> int:
    """How many rows at the top are headings: 0 where the table has none."""
    first = count = _grouping_rows(table)
    for row in table.rows[first : first + MOST_HEADER_ROWS]:
        if not _is_heading(row, table.rows[first:count]):
            break
        count += 1
    return count


def _grouping_rows(table: Table) -> int:
    """1 where the top row only groups the headings below it, "Nội dung" and "Thực hiện"; else 0."""
    if len(table.rows) < 2:
        return 0
    top, below = table.rows[:2]
    words = [text for text in top.texts if text]
    groups = len(words) > 1 and any(cell.span > 1 and cell.flat for cell in top.cells)
    if not groups or _counts(words) or not all(map(_short_heading, words)):
        return 0
    return int(not _is_heading(top, ()) and _is_heading(below, ()))


def _is_heading(row: Row, above: Sequence[Row]) -> bool:
    texts = [text for text in row.texts if text]
    if not texts or any(len(text) > 90 for text in texts) or (not above and _counts(texts)):
        return False
    if above and all(re.fullmatch(r"\(?[\dA-Z]{1,2} ?\)?(\s*=.*)?", text) for text in texts):
        return len(texts) > 2
    numbered = bool(re.fullmatch(r"[IVX\dA-H]{1,4}[.)]?", row.cells[0].flat))
    if above:
        grouped = any(cell.span > 1 for cell in above[-1].cells) or any(c.above for c in row.cells)
        return grouped and not numbered and all(_short_heading(text) for text in texts)
    if numbered:  # a row of the table that a page or a blank line parted from its headings
        return False
    known = [role_of(text) for text in texts]
    if sum(role is not None for role in known) < max(2, (len(texts) + 1) // 2):
        return False
    return all(
        _short_heading(text) or role == "number" for text, role in zip(texts, known, strict=True)
    )


def _counts(texts: Sequence[str]) -> bool:
    """Whether a row begins with its number: then its words may only sound like headings."""
    return len(texts) > 1 and bool(re.fullmatch(r"\(?(?:\d+|[IVX]+)[.)]?", texts[0]))


def _short_heading(text: str) -> bool:
    """Whether a cell reads as a heading: few words, no sentence, no number in front."""
    return (
        len(text) < 90 and not text.endswith((".", ";")) and not re.match(r"[IVX\d]+[.)]?\s", text)
    )


def columns_of(table: Table) -> Columns | None:
    """The columns of a table with headings; None for one without."""
    count = header_rows(table)
    if not count:
        return None
    headings = tuple(_heading(table.rows[:count], column) for column in range(table.width))
    promised = [_role(table.rows[:count], column) for column in range(table.width)]
    roles = tuple(_settled(promised, headings))
    body = table.rows[count:]
    what = [place for place, role in enumerate(roles) if role in ("title", "text")]
    answers = [place for place, heading in enumerate(headings) if is_answer(heading)]
    return Columns(
        roles,
        headings,
        count,
        in_words=_in_words(body, what),
        reports=_waits(promised, roles) and any(_filled(body, place) for place in answers),
    )


def _waits(promised: Sequence[Role], roles: Sequence[Role]) -> bool:
    """Whether the task of each row is a matter that waits to be handled."""
    both = zip(promised, roles, strict=True)
    return any(one == "matter" and settled == "text" for one, settled in both)


def _in_words(rows: Sequence[Row], columns: Sequence[int]) -> bool:
    """Whether most rows hold letters in these columns, and not figures only; so where all are
    empty."""
    texts = ["".join(cell.flat for at in columns if (cell := row.at(at))) for row in rows]
    filled = [text for text in texts if text]
    return not filled or 2 * sum(any(map(str.isalpha, text)) for text in filled) > len(filled)


def _filled(rows: Sequence[Row], column: int) -> bool:
    """Whether a column has words in most rows."""
    cells = [row.at(column) for row in rows]
    return 2 * sum(bool(cell and cell.flat) for cell in cells) > len(cells)


def _role(rows: Sequence[Row], column: int) -> Role:
    """What the headings over a column promise: the lowest, where its own words say enough."""
    lowest = next((row for row in reversed(rows) if _heading([row], column)), rows[0])
    own = role_of(_heading([lowest], column))
    if own in _PLAIN_ROLES or (own == "number" and column == 0):
        return own
    return role_of(_heading(rows, column)) or "extra"


def _heading(rows: Sequence[Row], column: int) -> str:
    """The headings over a column, upper ones first, each once."""
    parts: list[str] = []
    for row in rows:
        cell = row.at(column)
        text = cell.flat if cell else ""
        if text and text not in parts and not re.fullmatch(r"\(?\d{1,2} ?\)?", text):
            parts.append(text)
    return " ".join(parts)


def _settled(roles: Sequence[Role], headings: Sequence[str]) -> list[Role]:
    """The roles with doubts resolved by the other columns."""
    settled = list(roles)
    _matters(settled, headings)
    _units(settled, headings)
    if "number" not in settled and settled and settled[0] == "extra" and not headings[0]:
        settled[0] = "number"
    texts = [place for place, role in enumerate(settled) if role in ("text", "title")]
    if "text" not in settled and texts:
        settled[texts[-1]] = "text"
    elif not texts and "target" in settled:
        settled[settled.index("target")] = "text"
    elif not texts and "output" in settled and settled.index("output") <= 1:
        settled[settled.index("output")] = "text"
    several = [place for place, role in enumerate(settled) if role == "text"]
    if len(several) > 1:
        settled[several[0]] = "title"
    for place in several[2:]:
        settled[place] = "extra"
    titles = [place for place, role in enumerate(settled) if role == "title"]
    for place in titles[1:]:
        settled[place] = "extra"
    return settled


def _matters(settled: list[Role], headings: Sequence[str]) -> None:
    """The last column of what waits to be handled is the task, where another says who handles it.

    "Đơn vị" left of "Kiến nghị" only says who asked, unless a column says until when.
    """
    matters = [place for place, role in enumerate(settled) if role == "matter"]
    for place in matters:
        settled[place] = "extra"
    works = [place for place, role in enumerate(settled) if role == "text"]
    named = [place for place in works if _NAMED.match(folded(headings[place]))]
    if not matters or works != named:
        return
    for place in named:
        settled[place] = "title"
    last = matters[-1]
    for place in range(last):
        bare = settled[place] == "units" and not says_who_acts(headings[place])
        if bare and "deadline" not in settled:
            settled[place] = "extra"
    if {"lead", "units", "responsible", "support", "deadline"} & set(settled):
        settled[last] = "text"


def _units(settled: list[Role], headings: Sequence[str]) -> None:
    """Columns that name units without saying how: the first leads where none else does."""
    for place, role in enumerate(settled):
        if role != "units":
            continue
        key = folded(headings[place])
        if "lead" not in settled:
            settled[place] = "lead"
        elif "support" not in settled and "tinh" not in key.split():
            settled[place] = "support"
        else:
            settled[place] = "extra"
