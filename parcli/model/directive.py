"""A directive (văn bản chỉ đạo) with its appendices: who must do what by when, and report it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import Field

from parcli.model.base import (
    Cell,
    Id,
    PartialDate,
    PeriodName,
    Record,
    Text,
    UnitName,
    Validity,
    no_items,
    no_keys,
)


class DirectiveType(StrEnum):
    """Types of document (NĐ 30/2020/NĐ-CP Điều 7) that hand out tasks."""

    CONG_VAN = "cong-van"
    KE_HOACH = "ke-hoach"
    CHI_THI = "chi-thi"
    QUYET_DINH = "quyet-dinh"
    CONG_DIEN = "cong-dien"
    THONG_BAO = "thong-bao"
    NGHI_QUYET = "nghi-quyet"
    CHUONG_TRINH = "chuong-trinh"
    DE_AN = "de-an"
    PHUONG_AN = "phuong-an"
    HUONG_DAN = "huong-dan"
    KHAC = "khac"


class AppendixKind(StrEnum):
    """What an appendix lists; only `tasks` hands out work."""

    TASKS = "tasks"
    INDICATORS = "indicators"
    STATISTICS = "statistics"
    SCORING = "scoring"
    DOCUMENTS = "documents"


class Citation(Record):
    """Another document that this one rests on or refers to."""

    type: Text | None = Field(None, description="Loại văn bản như in: Công văn, Nghị quyết, Luật…")
    number: Text | None = Field(None, description="Số và ký hiệu, ví dụ 1290/UBND-NCVX")
    issued: PartialDate | None = Field(None, description="Ngày ban hành")
    issuer: Text | None = Field(None, description="Cơ quan ban hành")
    title: Text | None = Field(None, description="Trích yếu hoặc tên văn bản")
    role: Literal["basis", "reference"] = Field(
        "reference", description="basis: căn cứ ban hành; reference: dẫn chiếu trong nội dung"
    )
    at: Text | None = Field(
        None, description="Nơi dẫn chiếu: id nhiệm vụ rút gọn, opening, closing"
    )


class Target(Record):
    """A measurable figure (chỉ tiêu) that a task sets, with its printed words."""

    text: Text = Field(description="Nguyên văn chỉ tiêu")
    compare: Literal[">=", ">", "=", "<=", "<"] | None = Field(None, description="Phép so sánh")
    value: float | None = Field(None, description="Con số phải đạt")
    unit: Text | None = Field(None, description="Đơn vị tính: %, sáng kiến, tin, bậc…")
    change: Literal["increase", "decrease"] | None = Field(
        None, description="Chỉ tiêu tăng (increase) hay giảm (decrease) so với mốc"
    )
    baseline: Text | None = Field(None, description="Mốc so sánh, ví dụ năm 2021")
    by: PeriodName | None = Field(None, description="Kỳ phải đạt, ví dụ 2024 hoặc 2024-Q4")
    scope: Text | None = Field(None, description="Phạm vi áp dụng, ví dụ cấp huyện")


class ScopedUnit(Record):
    """A unit that leads or cooperates in part of a task."""

    unit: UnitName = Field(description="Đơn vị, theo id hoặc như văn bản ghi")
    scope: Text = Field(description="Phần việc của đơn vị này")


UnitRef = Annotated[UnitName | ScopedUnit, Field(union_mode="left_to_right")]


class Source(Record):
    """Where a value was read from in the document it came from."""

    file: Text | None = Field(None, description="Tệp gốc")
    page: int | None = Field(None, description="Trang")
    line: int | None = Field(None, description="Dòng của tệp chữ (.txt, .md)")
    paragraph: int | None = Field(None, description="Đoạn")
    table: int | None = Field(None, description="Bảng")
    row: int | None = Field(None, description="Dòng của bảng")
    cell: int | None = Field(None, description="Ô của dòng")


class Task(Record):
    """One thing to do (nhiệm vụ). Lead, support and deadline fall back to those of its groups."""

    number: Text | None = Field(None, description="Số thứ tự; để trống thì lấy vị trí trong nhóm")
    printed_number: Text | None = Field(
        None, description="Ký hiệu in trên văn bản khi khác number, ví dụ - hoặc số bị lặp"
    )
    title: Text | None = Field(None, description="Tên nhiệm vụ")
    text: Text | None = Field(None, description="Nội dung nhiệm vụ, nguyên văn")
    lead: list[UnitRef] | None = Field(None, description="Đơn vị chủ trì")
    support: list[UnitRef] | None = Field(None, description="Đơn vị phối hợp")
    deadline: Text | None = Field(None, description="Thời hạn, nguyên văn")
    meaning: dict[str, Any] | None = Field(
        None, description="Cách hiểu thời hạn khi lời văn nằm ngoài ngữ pháp của parcli"
    )
    output: Text | None = Field(None, description="Sản phẩm")
    responsible: Text | None = Field(None, description="Người chịu trách nhiệm")
    criteria: list[Text] = Field(
        default_factory=no_items, description="Tiêu chí phục vụ, ví dụ par-index/1.1"
    )
    targets: list[Target] = Field(default_factory=no_items, description="Chỉ tiêu đo được")
    note: Text | None = Field(None, description="Ghi chú in trên văn bản")
    source: Source | None = Field(None, description="Vị trí trong tệp gốc")
    extra: dict[str, Any] = Field(
        default_factory=no_keys, description="Cột hoặc nội dung chưa xếp được vào khóa nào"
    )


class Group(Record):
    """A part or section (nhóm, mục) that holds tasks and further groups."""

    number: Text | None = Field(None, description="Số của mục: I, 1, a…")
    printed_number: Text | None = Field(None, description="Số in trên văn bản khi khác number")
    title: Text | None = Field(None, description="Tên mục, nguyên văn")
    text: Text | None = Field(None, description="Lời dẫn của mục")
    lead: list[UnitRef] | None = Field(None, description="Đơn vị chủ trì mọi nhiệm vụ trong mục")
    support: list[UnitRef] | None = Field(
        None, description="Đơn vị phối hợp mọi nhiệm vụ trong mục"
    )
    deadline: Text | None = Field(None, description="Thời hạn chung, nguyên văn")
    meaning: dict[str, Any] | None = Field(None, description="Cách hiểu thời hạn chung")
    criteria: list[Text] = Field(
        default_factory=no_items, description="Tiêu chí mọi nhiệm vụ trong mục phục vụ"
    )
    groups: list[Group] = Field(default_factory=no_items, description="Mục con")
    tasks: list[Task] = Field(default_factory=no_items, description="Nhiệm vụ")
    closing: Text | None = Field(None, description="Lời kết của mục")
    source: Source | None = Field(None, description="Vị trí trong tệp gốc")
    extra: dict[str, Any] = Field(
        default_factory=no_keys, description="Nội dung chưa xếp được vào khóa nào"
    )


class Appendix(Record):
    """An appendix (phụ lục): a table of tasks, or one kept without becoming tasks."""

    number: Text | None = Field(None, description="Số phụ lục")
    kind: AppendixKind = Field(AppendixKind.TASKS, description="Loại phụ lục")
    label: Text | None = Field(None, description="Dòng tiêu đề in trên văn bản, ví dụ PHỤ LỤC 1")
    title: Text | None = Field(None, description="Tên phụ lục")
    reference: Text | None = Field(None, description="Dòng (Kèm theo …), nguyên văn")
    index: Id | None = Field(None, description="Bộ chỉ số: par-index, sipas, papi")
    columns: list[Text] = Field(default_factory=no_items, description="Tiêu đề các cột, nguyên văn")
    text: Text | None = Field(None, description="Lời dẫn")
    groups: list[Group] = Field(default_factory=no_items, description="Mục")
    tasks: list[Task] = Field(default_factory=no_items, description="Nhiệm vụ không thuộc mục nào")
    rows: list[list[Cell | None]] = Field(
        default_factory=no_items, description="Các dòng của bảng không phải nhiệm vụ"
    )
    extra: dict[str, Any] = Field(
        default_factory=no_keys, description="Nội dung chưa xếp được vào khóa nào"
    )


class ReportingDuty(Record):
    """A reporting regime (chế độ báo cáo) that the directive sets up."""

    id: Id = Field(description="Id trong văn bản, ví dụ bao-cao-quy")
    title: Text | None = Field(None, description="Tên báo cáo")
    text: Text | None = Field(None, description="Nguyên văn yêu cầu báo cáo")
    from_: list[UnitRef] = Field(alias="from", description="Đơn vị phải báo cáo")
    to: UnitName | None = Field(None, description="Nơi nhận báo cáo")
    via: UnitName | None = Field(None, description="Gửi qua đơn vị")
    after: Id | None = Field(None, description="Báo cáo mà báo cáo này tổng hợp")
    deadline: Text | None = Field(None, description="Thời hạn, nguyên văn")
    meaning: dict[str, Any] | None = Field(None, description="Cách hiểu thời hạn")
    cycle: Literal["month", "quarter", "half", "nine-months", "year", "week", "cchc"] | None = (
        Field(None, description="Chu kỳ báo cáo; để trống thì theo thời hạn")
    )


class Signature(Record):
    """The signature block (NĐ 30/2020/NĐ-CP Phụ lục I, ô 7)."""

    authority: Text | None = Field(None, description="Quyền hạn ký, ví dụ TM. ỦY BAN NHÂN DÂN")
    acting: Text | None = Field(None, description="Ký thay, ví dụ KT. CHỦ TỊCH")
    position: Text | None = Field(None, description="Chức vụ")
    name: Text | None = Field(None, description="Họ và tên")


class Erratum(Record):
    """A misprint or scanning error and how it is read here."""

    at: Text = Field(description="Nơi có lỗi, ví dụ pl2.title hoặc pl1.III.4")
    printed: Text = Field(description="Như in")
    read: Text = Field(description="Đọc là")
    note: Text | None = Field(None, description="Vì sao")


class Directive(Record):
    """A whole directive file, in the document's own words."""

    schema_: Literal["parcli.directive/1"] = Field(
        alias="schema", description="Loại tệp và phiên bản"
    )
    id: Id = Field(description="Trùng tên tệp")
    org: Id = Field(description="Danh mục đơn vị của văn bản (data/units)")
    type: DirectiveType = Field(description="Loại văn bản")
    number: Text | None = Field(None, description="Số văn bản; để trống khi chưa có")
    symbol: Text | None = Field(None, description="Ký hiệu, ví dụ UBND-NV")
    superior: Text | None = Field(None, description="Cơ quan chủ quản")
    issuer: Text = Field(description="Cơ quan ban hành")
    motto: Text | None = Field(None, description="Quốc hiệu và tiêu ngữ, nguyên văn")
    place: Text | None = Field(None, description="Địa danh")
    issued: PartialDate | None = Field(None, description="Ngày ban hành: 2024, 2024-07, 2024-07-21")
    dateline: Text | None = Field(None, description="Dòng địa danh, ngày tháng, nguyên văn")
    urgency: Text | None = Field(None, description="Dấu chỉ mức độ khẩn")
    subject: Text = Field(description="Trích yếu, không kèm V/v")
    addressees: list[Text] = Field(default_factory=no_items, description="Kính gửi")
    in_force: Validity | None = Field(None, description="Thời gian áp dụng")
    citations: list[Citation] = Field(default_factory=no_items, description="Căn cứ và dẫn chiếu")
    opening: Text | None = Field(None, description="Lời mở đầu, nguyên văn")
    groups: list[Group] = Field(default_factory=no_items, description="Các mục của phần nội dung")
    tasks: list[Task] = Field(default_factory=no_items, description="Nhiệm vụ không thuộc mục nào")
    closing: Text | None = Field(None, description="Lời kết, nguyên văn")
    reports: list[ReportingDuty] = Field(default_factory=no_items, description="Chế độ báo cáo")
    recipients: list[Text] = Field(default_factory=no_items, description="Nơi nhận")
    signature: Signature | None = Field(None, description="Khối ký")
    appendices: list[Appendix] = Field(default_factory=no_items, description="Phụ lục")
    errata: list[Erratum] = Field(
        default_factory=no_items, description="Lỗi in, lỗi quét và cách đọc"
    )
    extra: dict[str, Any] = Field(
        default_factory=no_keys, description="Nội dung chưa xếp được vào khóa nào"
    )
