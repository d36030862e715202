"""parcli.yaml: marks the root of a registry and states its policies."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from parcli.model.base import Id, Record, Text, no_keys


class Policies(Record):
    """Choices the law leaves open; an office states them once."""

    late: Literal["strict", "roll-forward"] = Field(
        "strict",
        description="Tính trễ hạn: strict sau ngày cuối; roll-forward sau ngày làm việc kế tiếp",
    )
    before_includes_day: bool = Field(
        False, description="“Trước ngày 15” có tính cả ngày 15 hay không"
    )
    soon_working_days: int = Field(
        5, ge=0, le=60, description="Còn bao nhiêu ngày làm việc thì nhắc"
    )
    done_without_evidence: Literal["error", "warning", "off"] = Field(
        "warning", description="Nhiệm vụ báo hoàn thành mà không có tài liệu kiểm chứng"
    )
    severity: dict[
        Annotated[str, StringConstraints(pattern=r"^PAR\d{3}$")], Literal["error", "warning", "off"]
    ] = Field(default_factory=no_keys, description="Mức độ của từng mã chẩn đoán")


class RegistryConfig(Record):
    """The whole parcli.yaml."""

    schema_: Literal["parcli.registry/1"] = Field(
        alias="schema", description="Loại tệp và phiên bản"
    )
    title: Text = Field(description="Tên sổ theo dõi")
    org: Id | None = Field(None, description="Danh mục đơn vị của cơ quan chủ sổ")
    time_zone: Text = Field("Asia/Ho_Chi_Minh", description="Múi giờ")
    index_year: Annotated[str, StringConstraints(pattern=r"^\d{4}$")] | None = Field(
        None, description="Năm đánh giá chỉ số: tiêu chí nào cần nhiệm vụ trong năm này"
    )
    policies: Policies = Field(Policies(), description="Chính sách của cơ quan")
