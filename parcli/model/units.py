"""A catalogue of units (danh mục đơn vị): who exists, from when until when, under what names."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from parcli.model.base import Id, Record, Text, UnitName, Validity, no_items

# QĐ 124/2004/QĐ-TTg and QĐ 19/2025/QĐ-TTg: province 2 digits, district 3, commune 5.
AreaCode = Annotated[str, StringConstraints(pattern=r"^\d{2,5}$")]


class Organisation(Record):
    """The body whose units a catalogue lists."""

    name: Text = Field(description="Tên cơ quan, đơn vị hành chính")
    level: Literal[
        "central", "ministry", "province", "district", "commune", "committee", "other"
    ] = Field(description="Cấp")
    province: Text | None = Field(None, description="Tỉnh, thành phố")
    code: AreaCode | None = Field(None, description="Mã đơn vị hành chính")
    valid: Validity | None = Field(None, description="Thời gian tồn tại")
    successors: list[Text] = Field(default_factory=no_items, description="Nơi kế thừa")
    sources: list[Text] = Field(default_factory=no_items, description="Nguồn của danh mục")
    note: Text | None = Field(None, description="Ghi chú")


class Unit(Record):
    """One unit (đơn vị)."""

    id: Id = Field(description="Id trong danh mục, ví dụ phong-noi-vu")
    name: UnitName = Field(description="Tên chính thức")
    kind: Id = Field(description="Loại đơn vị: phong, van-phong, phuong, xa, thi-tran, cong-an…")
    parent: Id | None = Field(None, description="Đơn vị cấp trên trong danh mục")
    aliases: list[UnitName] = Field(
        default_factory=no_items, description="Tên khác, tên viết tắt như văn bản ghi"
    )
    code: AreaCode | None = Field(None, description="Mã đơn vị hành chính")
    valid: Validity | None = Field(None, description="Thời gian tồn tại")
    successors: list[Id] = Field(default_factory=no_items, description="Id đơn vị kế thừa")
    note: Text | None = Field(None, description="Ghi chú")


class UnitGroup(Record):
    """Several units under one name (tập thể đơn vị), by kind or list; open where neither is."""

    id: Id = Field(description="Id trong danh mục, ví dụ ubnd-cap-xa")
    name: UnitName = Field(description="Tên gọi")
    aliases: list[UnitName] = Field(
        default_factory=no_items, description="Cách ghi khác trên văn bản"
    )
    kinds: list[Id] = Field(
        default_factory=no_items, description="Gồm mọi đơn vị thuộc các loại này"
    )
    members: list[Id] = Field(default_factory=no_items, description="Gồm các đơn vị này")
    valid: Validity | None = Field(None, description="Thời gian áp dụng")
    note: Text | None = Field(None, description="Ghi chú")


class UnitCatalogue(Record):
    """A whole file of data/units."""

    schema_: Literal["parcli.units/1"] = Field(alias="schema", description="Loại tệp và phiên bản")
    id: Id = Field(description="Trùng tên tệp")
    organisation: Organisation = Field(description="Cơ quan chủ của danh mục")
    units: list[Unit] = Field(default_factory=no_items, description="Đơn vị")
    groups: list[UnitGroup] = Field(default_factory=no_items, description="Tập thể đơn vị")
