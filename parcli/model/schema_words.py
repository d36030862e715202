"""What an editor says in Vietnamese of records and values; keys are told of by the models."""

from __future__ import annotations

from parcli.model.document_types import DOCUMENT_TYPES

# What hovering over a record says; the docstrings of the models are for programmers.
RECORDS = {
    "Appendix": "Phụ lục",
    "CalendarFile": "Lịch ngày nghỉ của một năm",
    "Citation": "Văn bản được căn cứ hoặc dẫn chiếu",
    "Criterion": "Tiêu chí, nội dung thành phần",
    "DayOffEntry": "Ngày nghỉ",
    "Dimension": "Lĩnh vực, nội dung của chỉ số",
    "Directive": "Văn bản chỉ đạo",
    "Erratum": "Chỗ in hoặc quét sai và cách đọc",
    "Evidence": "Tài liệu kiểm chứng",
    "FrameworkSource": "Văn bản ban hành bộ chỉ số",
    "Group": "Nhóm, mục",
    "IndexFramework": "Bộ chỉ số",
    "Organisation": "Cơ quan chủ của danh mục đơn vị",
    "Policies": "Chính sách của cơ quan",
    "Progress": "Kết quả thực hiện của một đơn vị trong một kỳ",
    "RegistryConfig": "Cấu hình sổ theo dõi",
    "ReportingDuty": "Chế độ báo cáo",
    "ScopedUnit": "Đơn vị với phần việc của mình",
    "Signature": "Khối ký",
    "Source": "Vị trí trong tệp gốc",
    "Submission": "Báo cáo đã nhận",
    "Target": "Chỉ tiêu",
    "TargetValue": "Kết quả so với một chỉ tiêu",
    "Task": "Nhiệm vụ",
    "TaskProgress": "Kết quả thực hiện một nhiệm vụ",
    "Unit": "Đơn vị",
    "UnitCatalogue": "Danh mục đơn vị",
    "UnitGroup": "Tập thể đơn vị",
    "Validity": "Thời gian áp dụng",
    "WorkedEntry": "Ngày làm bù",
}
# What each value of a choice stands for, by the name of its type.
CHOICES = {
    "DirectiveType": DOCUMENT_TYPES | {"khac": "Loại khác"},
    "AppendixKind": {
        "tasks": "Bảng giao nhiệm vụ",
        "indicators": "Bảng chỉ tiêu",
        "statistics": "Bảng số liệu",
        "scoring": "Bảng chấm điểm",
        "documents": "Danh mục văn bản",
    },
    "Status": {
        "not-started": "Chưa thực hiện",
        "in-progress": "Đang thực hiện",
        "done": "Đã hoàn thành",
        "not-applicable": "Không áp dụng với đơn vị",
        "returned": "Trả lại để làm rõ",
    },
}
MEANING_KINDS = {
    "fixed": "Một ngày hoặc một kỳ: trước ngày 20/9/2022; trong quý I/2026",
    "recurring": "Lặp lại: trước ngày 15 tháng cuối quý; hằng tháng",
    "range": "Từ mốc này đến mốc kia: 2025 - 2030",
    "duration": "Một khoảng kể từ mốc: 15 ngày làm việc kể từ ngày nhận",
    "event": "Gắn với một việc xảy ra: ngay sau khi lũ rút",
    "reference": "Theo văn bản khác: theo kế hoạch của tỉnh",
    "ongoing": "Thường xuyên, không có ngày kết thúc",
    "asap": "Sớm nhất có thể, không nêu ngày",
    "compound": "Gồm nhiều thời hạn, ghi ở parts",
    "none": "Không có thời hạn",
}
# The same where the choice belongs to one key, by the key.
_SEVERITIES = {"error": "Lỗi, phải sửa", "warning": "Cảnh báo, xem lại", "off": "Không báo"}
VALUES = {
    "certainty": {
        "verified": "Đã đối chiếu với văn bản",
        "memory": "Ghi theo trí nhớ",
        "uncertain": "Chưa rõ",
    },
    "change": {"increase": "Tăng so với mốc", "decrease": "Giảm so với mốc"},
    "compare": {
        ">=": "Từ mức này trở lên",
        ">": "Trên mức này",
        "=": "Đúng mức này",
        "<=": "Không quá mức này",
        "<": "Dưới mức này",
    },
    "cycle": {
        "month": "Hằng tháng",
        "quarter": "Hằng quý",
        "half": "6 tháng",
        "nine-months": "9 tháng",
        "year": "Hằng năm",
        "week": "Hằng tuần",
        "cchc": "Kỳ báo cáo cải cách hành chính: quý I, 6 tháng, quý III, năm",
    },
    "done_without_evidence": _SEVERITIES,
    "late": {
        "strict": "Trễ khi qua ngày cuối",
        "roll-forward": "Trễ khi qua ngày làm việc kế tiếp",
    },
    "level": {
        "central": "Trung ương",
        "ministry": "Bộ",
        "province": "Tỉnh",
        "district": "Huyện",
        "commune": "Xã",
        "committee": "Ban chỉ đạo",
        "other": "Khác",
    },
    "role": {"basis": "Căn cứ ban hành", "reference": "Dẫn chiếu trong nội dung"},
    "scored_by": {
        "documents": "Chấm theo tài liệu kiểm chứng",
        "survey": "Khảo sát",
        "statistics": "Số liệu thống kê",
    },
    "severity": _SEVERITIES,
}
