"""Deadlines, figures, particulars, citations and types in running text."""

from __future__ import annotations

from typing import Any

import pytest

from parcli.intake.organisation import org_of
from parcli.intake.recognise.casing import official_case
from parcli.intake.recognise.citations import citations_in
from parcli.intake.recognise.deadlines import (
    bracketed_deadline,
    cell_deadline,
    deadline_in,
    is_understood,
)
from parcli.intake.recognise.kind import type_line, type_of_symbol
from parcli.intake.recognise.prose import is_only_particulars, particulars
from parcli.intake.recognise.sections import is_background, is_formula, is_reporting
from parcli.intake.recognise.targets import target_of_cell, targets_in


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Hoàn thành trước ngày 30/6/2026.", "trước ngày 30/6/2026"),
        ("báo cáo chậm nhất ngày 15/12/2025", "chậm nhất ngày 15/12/2025"),
        ("Tổng hợp, báo cáo trước ngày 20 tháng cuối quý.", "trước ngày 20 tháng cuối quý"),
        ("Thực hiện Kế hoạch năm 2024 của tỉnh", None),
        ("giảm tối thiểu 6% đến năm 2024 so với năm 2021", None),
        ("Thực hiện thường xuyên, kịp thời", None),
        ("theo Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ", None),
    ],
)
def test_deadline_of_a_sentence(text: str, phrase: str | None) -> None:
    assert deadline_in(text, None)[0] == phrase


def test_several_deadlines_are_told() -> None:
    text = "Hoàn thành trước ngày 30/6/2026; báo cáo trước ngày 15/7/2026."
    assert deadline_in(text, None) == ("trước ngày 30/6/2026", True)


def test_deadline_of_a_cell() -> None:
    assert cell_deadline("Quý\nIII/2026") == "Quý III/2026"
    assert cell_deadline(" - ") is None
    assert is_understood("Quý III/2026", None)
    assert not is_understood("tùy tình hình", None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Đảm bảo 100% hồ sơ đúng hạn",
            {"text": "100% hồ sơ đúng hạn", "value": 100, "compare": ">="},
        ),
        ("mức độ hài lòng đạt trên 85,5%", {"value": 85.5, "compare": ">"}),
        ("tỷ lệ hồ sơ trễ hạn dưới 2%", {"value": 2, "compare": "<"}),
        ("tỷ lệ hồ sơ trễ hạn không quá 2%", {"value": 2, "compare": "<="}),
        ("Có ít nhất 03 sáng kiến", {"value": 3, "unit": "sáng kiến", "compare": ">="}),
        ("Không để xảy ra sai phạm", {"value": 0, "compare": "=", "unit": "sai phạm"}),
        ("Giảm 10% chi so với năm 2021", {"change": "decrease", "baseline": "năm 2021"}),
        ("Số vốn tăng so với năm trước", {"change": "increase", "baseline": "năm trước"}),
    ],
)
def test_target(text: str, expected: dict[str, Any]) -> None:
    (found,) = targets_in(text)
    assert found | expected == found


def test_no_target_and_target_cells() -> None:
    assert targets_in("Tăng cường công tác kiểm tra") == []
    assert target_of_cell("≥ 70", "%") == {
        "compare": ">=",
        "value": 70,
        "text": "≥ 70 %",
        "unit": "%",
    }
    assert target_of_cell("2.500", "hồ sơ")["value"] == 2500


def test_particulars() -> None:
    text = "Rà soát. Chủ trì: Sở Tư pháp. Phối hợp: Sở Y tế; Thời gian: Quý III/2026."
    found = particulars(text)
    assert [(one.key, one.value) for one in found if one.value] == [
        ("lead", "Sở Tư pháp"),
        ("support", "Sở Y tế"),
        ("deadline", "Quý III/2026"),
    ]
    assert not is_only_particulars(text, found)
    line = "- Thời gian thực hiện: Thường xuyên."
    assert is_only_particulars(line, particulars(line))
    assert particulars("Trong thời gian: chưa rõ") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Công văn số 12/UBND-NC ngày 07/3/2024 của UBND tỉnh về việc cải cách;",
            {"type": "Công văn", "number": "12/UBND-NC", "issued": "2024-03-07",
                "issuer": "UBND tỉnh",
             "title": "cải cách"},
        ),
        (
            "Chỉ thị số 11-CT/TU ngày 07 tháng 9 năm 2021",
            {"type": "Chỉ thị", "number": "11-CT/TU", "issued": "2021-09-07"},
        ),
        ("Căn cứ Luật Tổ chức chính quyền địa phương;", {"type": "Luật",
        "title": "Luật Tổ chức chính quyền địa phương"}),
        ("Nghị định số 30/2020/NĐ-CP", {"type": "Nghị định", "number": "30/2020/NĐ-CP"}),
        *(
            (f"Công văn số 12/UBND-NC của UBND tỉnh {rest}",
             {"type": "Công văn", "number": "12/UBND-NC", "issuer": "UBND tỉnh"})
            for rest in ("để kịp thời xử lý", "đối với trẻ mẫu giáo", "trong khi chờ văn bản mới",
                         "cho các xã ven biển", "được giao cho Phòng Nội vụ")
        ),
        (
            "Nghị định số 12/2025/NĐ-CP của Chính phủ Quy định chi tiết việc giữ đê",
            {"type": "Nghị định", "number": "12/2025/NĐ-CP", "issuer": "Chính phủ"},
        ),
    ],
)  # fmt: skip
def test_citation(text: str, expected: dict[str, str]) -> None:
    (found,) = citations_in(text, basis=True, at="opening")
    assert found == expected | {"role": "basis", "at": "opening"}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("KẾ HOẠCH", "ke-hoach"),
        ("K Ế H O Ạ C H", "ke-hoach"),
        ("CHỈ THỊ Về việc tăng cường", "chi-thi"),
        ("KẾ HOẠCH HÀNH ĐỘNG", "ke-hoach"),
        ("CÔNG ĐIỆN", "cong-dien"),
        ("BÁO CÁO", "khac"),
    ],
)
def test_type_line(line: str, kind: str) -> None:
    found = type_line(line)
    assert found is not None
    assert found[0] == kind


def test_type_of_other_lines_and_symbols() -> None:
    assert type_line("KẾ HOẠCH VÀ ĐẦU TƯ") is None or type_line("Kế hoạch này") is None
    assert type_of_symbol("KH-UBND") == "ke-hoach"
    assert type_of_symbol("CT/TU") == "chi-thi"
    assert type_of_symbol("UBND-NV") is None
    assert type_of_symbol(None) is None


@pytest.mark.parametrize(
    ("capitals", "body", "name"),
    [
        ("ỦY BAN NHÂN DÂN TỈNH AN BÌNH", "", "Ủy ban nhân dân tỉnh An Bình"),
        ("SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG", "", "Sở Tài nguyên và Môi trường"),
        ("UBND XÃ MỸ AN", "", "UBND xã Mỹ An"),
        ("BAN QUẢN LÝ KHU X", "Ban Quản lý khu X đề nghị", "Ban Quản lý khu X"),
        ("Sở Nội vụ", "", "Sở Nội vụ"),
    ],
)
def test_names_in_capitals(capitals: str, body: str, name: str) -> None:
    assert official_case(capitals, body) == name


def test_sections() -> None:
    assert is_background("MỤC ĐÍCH, YÊU CẦU")
    assert is_background("Mục tiêu cụ thể")
    assert is_background("KHẨU HIỆU TUYÊN TRUYỀN")
    assert not is_background("MỤC TIÊU, NHIỆM VỤ")
    assert not is_background("Yêu cầu và trách nhiệm chung các cơ quan")
    assert is_reporting("Chế độ báo cáo")
    assert is_formula("Quyết định này có hiệu lực kể từ ngày ký.")
    assert not is_formula("Giao Sở Nội vụ theo dõi")


@pytest.mark.parametrize(
    ("issuer", "superior", "org"),
    [
        ("Ủy ban nhân dân thị xã Ba Đồn", None, "ba-don"),
        ("Sở Nội vụ", "UBND tỉnh Bình An", "so-noi-vu-binh-an"),
        ("Bộ Nội vụ", None, "bo-noi-vu"),
        ("", None, "org"),
    ],
)
def test_organisation(issuer: str, superior: str | None, org: str) -> None:
    assert org_of(issuer, superior) == org


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Tổng hợp, báo cáo vào thứ Sáu hằng tuần.", "vào thứ Sáu hằng tuần"),
        ("Báo cáo trước 16 giờ 30 hằng ngày.", "trước 16 giờ 30 hằng ngày"),
        ("Kiểm tra chất lượng nước ít nhất 02 lần/năm.", "ít nhất 02 lần/năm"),
        (
            "Tuần tra từ ngày 15/01/2025 đến ngày 05/02/2025.",
            "từ ngày 15/01/2025 đến ngày 05/02/2025",
        ),
        ("Từ ngày 01/3 đến ngày 15/3/2025 kiểm tra các cơ sở", "Từ ngày 01/3 đến ngày 15/3/2025"),
        # How often alone sets no day, and days in passing are another's.
        ("Theo dõi, định kỳ hằng quý tổng hợp kết quả.", None),
        ("Giữ số liệu từ ngày 01/3 đến ngày 15/3/2025 để đối chiếu", None),
    ],
)
def test_days_that_bind_a_sentence(text: str, phrase: str | None) -> None:
    assert deadline_in(text, None)[0] == phrase


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Viết bài (Báo Mỹ An; thường xuyên).", "thường xuyên"),
        ("Mở lớp (Hội Nông dân; quý IV/2025).", "quý IV/2025"),
        ("Mở lớp (Sở A chủ trì, Quý IV/2025).", "Quý IV/2025"),
        ("Mở lớp (hoàn thành trong tháng 9/2025).", "hoàn thành trong tháng 9/2025"),
        ("Mở lớp (Hội Nông dân chủ trì; tại xã).", None),
        ("Mở lớp (nếu có; quý IV/2025).", None),
    ],
)
def test_a_bracket_says_when(text: str, phrase: str | None) -> None:
    assert bracketed_deadline(text, None) == phrase
