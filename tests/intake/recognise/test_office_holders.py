"""Names told by a number, a field of work, a second post, a trade or what was left undone."""

from __future__ import annotations

import pytest

from parcli.intake.recognise.office_holders import first_post, in_charge, without_number
from parcli.intake.recognise.roles import bracketed_lead
from parcli.intake.recognise.units import heading_units, leading_units


@pytest.mark.parametrize(
    "heading",
    [
        "Ban Chỉ đạo quốc gia 2468",
        "Ban Chỉ đạo 468 quốc gia",
        "Văn phòng Thường trực Ban Chỉ đạo 468 quốc gia",
        "Ban Chỉ đạo 468 các bộ, ngành, địa phương",
        "Tiểu ban giúp việc Ban Chỉ đạo 357",
        "Tổ công tác 246 tỉnh",
        "Cán bộ phụ trách lĩnh vực giám sát và kiểm tra đảng",
        "Chuyên viên phụ trách lĩnh vực Đối ngoại, Văn phòng",
        "các tổ chức cung cấp dịch vụ chi trả",
        "Các doanh nghiệp khai thác khoáng sản",
        "Các cơ sở nuôi trồng thủy sản:",
        "Các hộ chăn nuôi ven sông:",
        "Các ngân hàng thương mại cổ phần",
        "Ban Chỉ đạo thực hiện Quy chế dân chủ xã",
        "Hội đồng phối hợp phổ biến, giáo dục pháp luật xã",
        "Bộ phận Tiếp nhận và Trả kết quả xã",
        "Ban Chỉ đạo phong trào Toàn dân đoàn kết xây dựng đời sống văn hóa",
        "Ban Chỉ đạo Chương trình mục tiêu quốc gia xây dựng nông thôn mới",
        "Tổ bầu cử số 12",
        "Chi hội Phụ nữ các thôn",
        "Khối Dân vận xã",
        "Trung tâm Dịch vụ tổng hợp xã",
        "Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên",
        "Trung tâm Giám sát, điều hành thông minh",
        "Chi cục Thủy lợi và Phòng, chống thiên tai",
        "Đội Cảnh sát điều tra tội phạm về ma túy",
        "Vụ Tổ chức cán bộ",
    ],
)
def test_a_heading_is_one_name(heading: str) -> None:
    assert heading_units(heading) == [heading.rstrip(":")]


@pytest.mark.parametrize(
    "heading",
    [
        "Công chức phụ trách lĩnh vực môi trường tham mưu kế hoạch",
        "Cán bộ phụ trách lĩnh vực giám sát, báo cáo số liệu",
        "Doanh nghiệp số",
        "Chính quyền điện tử",
        "Sở Y tế 125",
        "Các cơ sở dữ liệu dùng chung:",
    ],
)
def test_a_heading_names_nobody(heading: str) -> None:
    assert heading_units(heading) == []


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Bộ trưởng Bộ Y tế - Phó Trưởng ban Ban Chỉ đạo 468 quốc gia tập trung rà soát.",
         ["Bộ Y tế"]),
        ("Các tổ chức cung cấp dịch vụ vận chuyển thực hiện đúng giá.",
         ["Các tổ chức cung cấp dịch vụ vận chuyển"]),
        ("Các đơn vị cung cấp số liệu cho Sở Y tế.", ["Các đơn vị"]),
        ("Các đơn vị quản lý đường bộ kiểm tra cầu.", ["Các đơn vị quản lý đường bộ"]),
        ("Các doanh nghiệp sử dụng nhiều lao động xây dựng nhà ở.",
         ["Các doanh nghiệp sử dụng nhiều lao động"]),
        ("Đối với các xã chưa lập quỹ thì khẩn trương vận động.", ["các xã chưa lập quỹ"]),
        ("Các thôn còn thiếu nước rà soát giếng.", ["Các thôn còn thiếu nước"]),
        ("Các thôn ấp, tổ dân phố tổ chức họp dân.", ["Các thôn ấp, tổ dân phố"]),
        ("Ban Chỉ đạo thực hiện hỗ trợ nhà ở cho hộ nghèo tổ chức kiểm tra.",
         ["Ban Chỉ đạo thực hiện hỗ trợ nhà ở cho hộ nghèo"]),
        ("Ban Chỉ đạo thực hiện Kế hoạch đúng tiến độ.", ["Ban Chỉ đạo"]),
        ("Ban Chỉ đạo thực hiện kiểm tra các chợ.", ["Ban Chỉ đạo"]),
        ("Thành phố khẩn trương rà soát các bến.", ["Thành phố"]),
        ("Tỉnh tổ chức hội nghị đầu tư.", ["Tỉnh"]),
        ("Các bộ quản lý ngành, lĩnh vực rà soát quy hoạch.",
         ["Các bộ quản lý ngành, lĩnh vực"]),
        ("Sở Y tế quản lý ngành theo quy định.", ["Sở Y tế"]),
        ("Tổng công ty Cảng hàng không Hải Lâm rà soát.", ["Tổng công ty Cảng hàng không Hải Lâm"]),
        ("Trung tâm Chuyển đổi số hướng dẫn các xã.", ["Trung tâm Chuyển đổi số"]),
        ("Các bộ phận giúp việc HĐND rà soát.", ["Các bộ phận giúp việc HĐND"]),
        ("Ban Chỉ huy dân quân tự vệ xã trực ban.", ["Ban Chỉ huy dân quân tự vệ xã"]),
        ("Thủ trưởng cơ quan ngang bộ, người đứng đầu các hội rà soát.",
         ["cơ quan ngang bộ", "các hội"]),
        ("Sở Y tế, đồng thời gửi Sở Nội vụ.", ["Sở Y tế"]),
        ("Sở Y tế vận chuyển vắc xin.", ["Sở Y tế"]),
        ("Ban Chỉ đạo xã tập trung xây dựng nông thôn mới.", ["Ban Chỉ đạo xã"]),
        ("Chánh án Tòa án nhân dân tỉnh, Chi cục trưởng Chi cục Thuế rà soát.",
         ["Tòa án nhân dân tỉnh", "Chi cục Thuế"]),
        ("Trên cơ sở đề nghị của UBND quận, huyện, Sở Y tế chủ trì rà soát.", ["Sở Y tế"]),
        ("Cục An ninh và phòng, chống tội phạm sử dụng công nghệ cao chủ trì rà soát.",
         ["Cục An ninh và phòng, chống tội phạm sử dụng công nghệ cao"]),
        ("Đề nghị Mặt trận Tổ quốc tỉnh, Hội Phụ nữ tỉnh, Tỉnh đoàn... vận động hội viên.",
         ["Mặt trận Tổ quốc tỉnh", "Hội Phụ nữ tỉnh", "Tỉnh đoàn"]),
    ],
)  # fmt: skip
def test_who_acts(sentence: str, names: list[str]) -> None:
    found = leading_units(sentence)
    assert found is not None
    assert found.names == names


@pytest.mark.parametrize(
    ("heading", "holder"),
    [
        ("Đồng chí Phó Chủ tịch phụ trách công tác tiếp dân và hòa giải", True),
        ("Sở Y tế phụ trách lĩnh vực tiêm chủng", False),
        ("Cán bộ phụ trách tiếp dân", False),
    ],
)
def test_who_is_told_by_a_field_of_work(heading: str, *, holder: bool) -> None:
    assert in_charge(heading) == (heading if holder else None)


def test_a_second_post_is_left_out() -> None:
    assert first_post("Giám đốc Sở Y tế - Trưởng Tiểu ban An toàn; Công an xã") == (
        "Giám đốc Sở Y tế; Công an xã"
    )
    assert first_post("Sở Lao động - Thương binh") == "Sở Lao động - Thương binh"


def test_a_number_is_part_of_a_committees_name() -> None:
    assert without_number("Ban Chỉ đạo 468 tỉnh") == "Ban Chỉ đạo tỉnh"
    assert without_number("Đoàn kiểm tra 12/2026") == "Đoàn kiểm tra 12/2026"


@pytest.mark.parametrize(
    ("sentence", "roles"),
    [
        ("Lập quy chế chợ (Giao Công an tỉnh tham mưu).", (["Công an tỉnh"], [])),
        ("Lập sổ (Giao Công an tỉnh chủ trì, phối hợp với Sở Y tế; Sở Nội vụ và các ngành liên "
         "quan tham mưu).", (["Công an tỉnh"], ["Sở Y tế", "Sở Nội vụ", "các ngành liên quan"])),
        ("Mua xe (phân công Sở Y tế phối hợp với Sở Nội vụ lập danh sách).",
         (["Sở Y tế"], ["Sở Nội vụ"])),
    ],
)  # fmt: skip
def test_a_bracket_gives_the_work(sentence: str, roles: tuple[list[str], list[str]]) -> None:
    assert bracketed_lead(sentence) == roles


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "Bí thư tỉnh ủy và Chủ tịch UBND các tỉnh: An Lâm, Bình Sơn và Phú Mỹ tiếp tục rà soát",
            ["tỉnh ủy", "UBND tỉnh An Lâm", "UBND tỉnh Bình Sơn", "UBND tỉnh Phú Mỹ"],
        ),
        ("Bí thư huyện đoàn và Chủ tịch UBND huyện tổ chức hội trại", ["huyện đoàn", "UBND huyện"]),
        (
            "Thủ trưởng các cơ quan tham mưu, giúp việc của huyện rà soát hồ sơ",
            ["các cơ quan tham mưu, giúp việc của huyện"],
        ),
        ("Các cơ quan tham mưu văn bản trình huyện", ["Các cơ quan"]),
    ],
)
def test_heads_of_committees_and_desks(sentence: str, names: list[str]) -> None:
    found = leading_units(sentence)
    assert found is not None
    assert found.names == names
