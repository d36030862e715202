"""What one unit did in one period (kết quả thực hiện): its report in data form."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from parcli.model.base import Id, PartialDate, PeriodName, Record, Text, no_items, no_keys


class Status(StrEnum):
    """How far a task is; a task that does not apply leaves the denominator."""

    NOT_STARTED = "not-started"
    IN_PROGRESS = "in-progress"
    DONE = "done"
    NOT_APPLICABLE = "not-applicable"
    RETURNED = "returned"


class Evidence(Record):
    """A document that proves a result (tài liệu kiểm chứng)."""

    number: Text | None = Field(None, description="Số, ký hiệu văn bản")
    title: Text | None = Field(None, description="Tên tài liệu")
    file: Text | None = Field(None, description="Đường dẫn tệp trong sổ theo dõi")
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] | None = Field(
        None, description="Mã băm SHA-256 của tệp"
    )


class TargetValue(Record):
    """The value reached against one target of the task, counted from 1 in the task's order."""

    target: int = Field(1, ge=1, description="Thứ tự chỉ tiêu trong nhiệm vụ")
    value: float = Field(description="Kết quả đạt được, bằng số")
    note: Text | None = Field(None, description="Ghi chú")


class TaskProgress(Record):
    """What was done for one task."""

    status: Status = Field(description="Tình trạng thực hiện")
    values: list[TargetValue] = Field(
        default_factory=no_items, description="Kết quả so với chỉ tiêu"
    )
    result: Text | None = Field(None, description="Kết quả thực hiện")
    evidence: list[Evidence] = Field(default_factory=no_items, description="Tài liệu kiểm chứng")
    difficulties: Text | None = Field(None, description="Khó khăn, vướng mắc")
    proposals: Text | None = Field(None, description="Kiến nghị, đề xuất")


class Submission(Record):
    """The report as it was received."""

    number: Text | None = Field(None, description="Số, ký hiệu báo cáo")
    received: PartialDate | None = Field(None, description="Ngày nhận")
    duties: list[Text] = Field(
        default_factory=no_items, description="Chế độ báo cáo mà báo cáo này đáp ứng"
    )


class Progress(Record):
    """A whole file of data/progress/<period>/."""

    schema_: Literal["parcli.progress/1"] = Field(
        alias="schema", description="Loại tệp và phiên bản"
    )
    org: Id = Field(description="Danh mục đơn vị")
    unit: Id = Field(description="Đơn vị báo cáo, trùng tên tệp")
    period: PeriodName = Field(description="Kỳ báo cáo, trùng tên thư mục")
    submission: Submission | None = Field(None, description="Báo cáo đã nhận")
    tasks: dict[Text, TaskProgress] = Field(
        default_factory=no_keys, description="Kết quả theo id nhiệm vụ"
    )
    note: Text | None = Field(None, description="Ghi chú")
