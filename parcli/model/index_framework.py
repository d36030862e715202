"""A set of indices (bộ chỉ số): its dimensions and criteria for the years it applies to."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from parcli.model.base import Id, PartialDate, Record, Text, Validity, no_items

ScoredBy = Literal["documents", "survey", "statistics"]


class FrameworkSource(Record):
    """The decision that sets the framework, and how sure the copy here is."""

    title: Text = Field(description="Tên văn bản hoặc nguồn")
    number: Text | None = Field(None, description="Số, ký hiệu")
    issued: PartialDate | None = Field(None, description="Ngày ban hành")
    issuer: Text | None = Field(None, description="Cơ quan ban hành")
    certainty: Literal["verified", "memory", "uncertain"] = Field(
        "verified", description="Mức chắc chắn: đã đối chiếu, theo trí nhớ, chưa rõ"
    )
    note: Text | None = Field(None, description="Ghi chú")


class Criterion(Record):
    """One criterion (tiêu chí, nội dung thành phần) of a dimension."""

    number: Text = Field(description="Số trong lĩnh vực, ví dụ 1.1")
    name: Text = Field(description="Tên tiêu chí")
    name_en: Text | None = Field(None, description="Tên tiếng Anh")
    max_points: float | None = Field(None, description="Điểm tối đa theo quyết định áp dụng")
    scored_by: ScoredBy | None = Field(None, description="Cách chấm, khi khác lĩnh vực")
    note: Text | None = Field(None, description="Ghi chú")


class Dimension(Record):
    """A field or content (lĩnh vực, nội dung) of an index."""

    number: Text = Field(description="Số lĩnh vực")
    name: Text = Field(description="Tên lĩnh vực")
    name_en: Text | None = Field(None, description="Tên tiếng Anh")
    max_points: float | None = Field(None, description="Điểm tối đa theo quyết định áp dụng")
    scored_by: ScoredBy | None = Field(None, description="Cách chấm: tài liệu, khảo sát, thống kê")
    criteria: list[Criterion] = Field(default_factory=no_items, description="Tiêu chí")
    note: Text | None = Field(None, description="Ghi chú")


class IndexFramework(Record):
    """A whole file of data/indices."""

    schema_: Literal["parcli.index/1"] = Field(alias="schema", description="Loại tệp và phiên bản")
    id: Id = Field(description="Trùng tên tệp")
    name: Text = Field(description="Tên bộ chỉ số")
    name_en: Text | None = Field(None, description="Tên tiếng Anh")
    abbreviation: Text | None = Field(None, description="Tên viết tắt")
    years: Validity | None = Field(None, description="Các năm áp dụng")
    scored_by: ScoredBy | None = Field(None, description="Cách chấm chung")
    sources: list[FrameworkSource] = Field(
        default_factory=no_items, description="Quyết định ban hành và nguồn"
    )
    note: Text | None = Field(None, description="Ghi chú")
    dimensions: list[Dimension] = Field(default_factory=no_items, description="Lĩnh vực, nội dung")
