"""Units in headings and sentences: who leads, who helps, and where the name ends."""

from __future__ import annotations

import pytest

from parcli.intake.recognise.circles import is_generic, is_open
from parcli.intake.recognise.roles import bracketed_lead, roles_in
from parcli.intake.recognise.supporting import supporting_units
from parcli.intake.recognise.units import cell_units, heading_units, leading_units, units_at_end


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("Phòng Nội vụ:", ["Phòng Nội vụ"]),
        (
            "Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các xã",
            ["các sở, ban, ngành", "UBND các xã"],
        ),
        ("Phòng Giáo dục và Đào tạo, Phòng Y tế", ["Phòng Giáo dục và Đào tạo", "Phòng Y tế"]),
        ("Trách nhiệm của Sở Tài chính", ["Sở Tài chính"]),
        ("Đối với Ủy ban nhân dân các xã, phường", ["Ủy ban nhân dân các xã, phường"]),
        ("Văn phòng HĐND và UBND xã", ["Văn phòng HĐND và UBND xã"]),
        ("Công tác tuyên truyền", []),
        ("Phòng ngừa dịch bệnh", []),
        ("Ban hành kế hoạch", []),
        ("Cải cách thể chế", []),
    ],
)
def test_heading(heading: str, names: list[str]) -> None:
    assert heading_units(heading) == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Sở Văn hóa, Thể thao và Du lịch chủ trì, phối hợp", ["Sở Văn hóa, Thể thao và Du lịch"]),
        ("Giao Sở Tài chính bố trí kinh phí", ["Sở Tài chính"]),
        ("Bộ trưởng Bộ Công an chỉ đạo", ["Bộ Công an"]),
        ("Bộ Tài chính, Bộ Kế hoạch và Đầu tư cân đối", ["Bộ Tài chính", "Bộ Kế hoạch và Đầu tư"]),
        ("Các sở, ban, ngành tự chấm điểm", ["Các sở, ban, ngành"]),
        ("Văn phòng Chính phủ xin thông báo", ["Văn phòng Chính phủ"]),
        ("Công an tỉnh phân luồng giao thông", ["Công an tỉnh"]),
        (
            "Giám đốc Công an tỉnh, Chỉ huy trưởng Bộ Chỉ huy Quân sự tỉnh chuẩn bị lực lượng",
            ["Công an tỉnh", "Bộ Chỉ huy Quân sự tỉnh"],
        ),
        ("Các phòng Tư pháp, Nội vụ cập nhật", ["Phòng Tư pháp", "Phòng Nội vụ"]),
    ],
)
def test_subject(sentence: str, names: list[str]) -> None:
    found = leading_units(sentence)
    assert found is not None
    assert found.names == names


@pytest.mark.parametrize(
    "sentence", ["Tăng cường kiểm tra", "Tổ chức thực hiện", "Báo cáo kết quả"]
)
def test_no_subject(sentence: str) -> None:
    assert leading_units(sentence) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Chủ trì, phối hợp với Sở Y tế và Công an tỉnh tổ chức kiểm tra",
            ["Sở Y tế", "Công an tỉnh"],
        ),
        ("Phối hợp chặt chẽ với Mặt trận Tổ quốc tuyên truyền", ["Mặt trận Tổ quốc"]),
        ("Chủ trì, phối hợp với các đơn vị có liên quan tham mưu", ["các đơn vị có liên quan"]),
        ("Chỉ đạo triển khai. Phối hợp với Sở Y tế đẩy mạnh", ["Sở Y tế"]),
        ("phối hợp thực hiện các dịch vụ công", None),
    ],
)
def test_support(text: str, names: list[str] | None) -> None:
    found = supporting_units(text)
    assert (found.names if found else None) == names


def test_roles_in_a_phrase() -> None:
    assert roles_in("Văn phòng Sở chủ trì, phối hợp các phòng chuyên môn") == (
        ["Văn phòng Sở"],
        ["các phòng chuyên môn"],
    )
    assert roles_in("Sở Nội vụ chủ trì; các sở, ban, ngành phối hợp") == (
        ["Sở Nội vụ"],
        ["các sở, ban, ngành"],
    )
    assert roles_in("Sở Nội vụ") is None
    assert bracketed_lead("Rà soát (Sở Tư pháp chủ trì; xong trước 30/6)") == (["Sở Tư pháp"], [])
    assert bracketed_lead("Rà soát (nếu có)") is None


def test_cells_titles_and_circles() -> None:
    assert cell_units("- Sở Y tế\n- Công an tỉnh") == ["Sở Y tế", "Công an tỉnh"]
    assert cell_units(" - ") == []
    assert units_at_end("Nhiệm vụ của các cơ quan và UBND các xã") == ["các cơ quan", "UBND các xã"]
    assert units_at_end("Nội dung") == []
    assert is_open("các cơ quan, đơn vị có liên quan")
    assert not is_open("các sở, ban, ngành")
    assert is_generic("các cơ quan, đơn vị thuộc huyện")
    assert not is_generic("Công an huyện")


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        # A line without a verb that begins with a public body is a name, whatever it is made of.
        ("Chủ tịch UBND các xã có rừng ven sông", ["UBND các xã có rừng ven sông"]),
        ("Công ty Khai thác yến sào Hòn Ngọc:", ["Công ty Khai thác yến sào Hòn Ngọc"]),
        ("Các cơ sở kinh doanh dược liệu", ["Các cơ sở kinh doanh dược liệu"]),
        ("Phòng Quản lý chất lượng (thuộc Cục)", ["Phòng Quản lý chất lượng"]),
        ("Yêu cầu các sở, ban, ngành:", ["các sở, ban, ngành"]),
        ("Sở hữu trí tuệ và sáng chế", []),
        ("UBND các xã có rừng tuần tra.", []),
        ("Thường trực đường dây nóng trong suốt dịp Tết", []),
    ],
)
def test_heading_of_unknown_words(heading: str, names: list[str]) -> None:
    assert heading_units(heading) == names


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Các bệnh viện, trung tâm y tế", ["Các bệnh viện, trung tâm y tế"]),
        ("Các huyện ủy, thị ủy", ["Các huyện ủy", "thị ủy"]),
        ("UBND các huyện: Mường La, Yên Sơn", ["UBND huyện Mường La", "UBND huyện Yên Sơn"]),
        ("Các trường học, Bí thư các thôn", ["Các trường học", "các thôn"]),
        (
            "Bưu điện tỉnh, VNPT Mỹ An, Viettel Mỹ An",
            ["Bưu điện tỉnh", "VNPT Mỹ An", "Viettel Mỹ An"],
        ),
    ],
)
def test_cell(cell: str, names: list[str]) -> None:
    assert cell_units(cell) == names


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Viết bài (Báo Mỹ An; thường xuyên).", (["Báo Mỹ An"], [])),
        ("Mở lớp (Hội Nông dân; phối hợp với Công an xã)", (["Hội Nông dân"], ["Công an xã"])),
        ("Mở lớp (tại nhà văn hóa; tháng 9/2025)", None),
        ("Mở lớp (Hội Nông dân; tháng 9/2025) cho hội viên", None),
    ],
)
def test_who_stands_alone_in_a_closing_bracket(text: str, roles: object) -> None:
    assert bracketed_lead(text) == roles
