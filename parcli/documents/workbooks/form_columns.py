"""Where things stand in the form: its rows and columns."""

from __future__ import annotations

from typing import Literal, NamedTuple

from openpyxl.utils import get_column_letter

from parcli.model.progress_form import KEY_COLUMN

TITLE_ROW, UNIT_ROW, REPORT_ROW, IDS_ROW, HEADING_ROW = 1, 2, 3, 4, 5
FIRST_ROW = 6


class Column(NamedTuple):
    """A column of the form; `kind` says who fills it in."""

    id: str
    heading: str
    width: float
    kind: Literal["key", "given", "text", "figure", "status"]


COLUMNS = (
    Column(KEY_COLUMN, "", 4, "key"),
    Column("place", "TT", 9, "given"),
    Column("task", "Nhiệm vụ", 40, "given"),
    Column("role", "Vai trò", 9, "given"),
    Column("target", "Chỉ tiêu", 22, "given"),
    Column("value", "Kết quả đạt được", 10, "figure"),
    Column("status", "Tình trạng", 13, "status"),
    Column("result", "Kết quả thực hiện", 30, "text"),
    Column("evidence", "Tài liệu kiểm chứng", 20, "text"),
    Column("difficulties", "Khó khăn, vướng mắc", 20, "text"),
    Column("proposals", "Kiến nghị, đề xuất", 20, "text"),
    Column("before", "Kỳ trước (tham khảo)", 22, "given"),
)
AT = {column.id: number for number, column in enumerate(COLUMNS, 1)}
LAST_COLUMN = get_column_letter(len(COLUMNS))
