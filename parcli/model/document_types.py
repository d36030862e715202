"""The types of document that hand out tasks, as offices call them (NĐ 30/2020/NĐ-CP Điều 7)."""

from __future__ import annotations

DOCUMENT_TYPES = {
    "cong-van": "Công văn",
    "ke-hoach": "Kế hoạch",
    "chi-thi": "Chỉ thị",
    "quyet-dinh": "Quyết định",
    "cong-dien": "Công điện",
    "thong-bao": "Thông báo",
    "nghi-quyet": "Nghị quyết",
    "chuong-trinh": "Chương trình",
    "de-an": "Đề án",
    "phuong-an": "Phương án",
    "huong-dan": "Hướng dẫn",
}
