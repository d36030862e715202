"""Where a unit's name ends: at a verb, at a word that names no office, not at a list's colon."""

from __future__ import annotations

import pytest

from parcli.intake.recognise.supporting import supporting_units
from parcli.intake.recognise.unit_ends import lists_names
from parcli.intake.recognise.units import heading_units, leading_units

WHOLE = [
    (
        "Văn phòng Ban chỉ đạo phòng thủ dân sự tỉnh theo dõi diễn biến mưa",
        ["Văn phòng Ban chỉ đạo phòng thủ dân sự tỉnh"],
    ),
    ("Các cơ quan báo chí, truyền thông đưa tin kịp thời", ["Các cơ quan báo chí, truyền thông"]),
    (
        "Ban Quản lý Khu Nông nghiệp ứng dụng công nghệ cao An Hải mời gọi nhà đầu tư",
        ["Ban Quản lý Khu Nông nghiệp ứng dụng công nghệ cao An Hải"],
    ),
    ("Sở Tài chính xuất cấp gạo dự trữ cho các xã", ["Sở Tài chính"]),
    ("Cục CNTT họp bàn với các vụ", ["Cục CNTT"]),
    ("Các văn phòng tiếp tục sắp xếp hồ sơ", ["Các văn phòng"]),
    ("Bộ Quốc phòng phát huy vai trò nòng cốt", ["Bộ Quốc phòng"]),
    ("Các cơ quan quản lý nhà nước chấn chỉnh", ["Các cơ quan quản lý nhà nước"]),
    ("Các cơ quan đăng ký đầu tư rà soát dự án", ["Các cơ quan đăng ký đầu tư"]),
    ("Các địa phương tổ chức họp dân", ["Các địa phương"]),
    ("Các cơ quan, đơn vị, tổ chức liên quan rà soát", ["Các cơ quan, đơn vị, tổ chức liên quan"]),
    ("Báo và Phát thanh, truyền hình tỉnh đưa tin", ["Báo và Phát thanh, truyền hình tỉnh"]),
    ("Văn phòng đăng ký đất đai tỉnh cập nhật biến động", ["Văn phòng đăng ký đất đai tỉnh"]),
    ("Văn phòng xây dựng tin bài", ["Văn phòng"]),
    (
        "UBND các xã có rừng ven sông và các chủ rừng trực 24/24 giờ",
        ["UBND các xã có rừng ven sông", "các chủ rừng"],
    ),
    (
        "Công an xã hoặc UBND xã lập biên bản",
        ["Công an xã", "UBND xã"],
    ),
    (
        "Các sở, ngành trong phạm vi chức năng được giao rà soát thủ tục",
        ["Các sở, ngành"],
    ),
    (
        "Bộ Công an (cơ quan đầu mối của Đề án, có bộ phận giúp việc) tổng hợp",
        ["Bộ Công an"],
    ),
]
LISTED = [
    (
        "Các Bộ: Quốc phòng, Công an chủ động bố trí lực lượng",
        ["Bộ Quốc phòng", "Bộ Công an"],
    ),
    (
        "Bộ trưởng các Bộ: Xây dựng, Công Thương và các bộ, ngành liên quan căn cứ chức năng",
        ["Bộ Xây dựng", "Bộ Công Thương", "các bộ, ngành liên quan"],
    ),
    (
        "Giao các sở: Nội vụ, Tài chính; Công an tỉnh đôn đốc các hội",
        ["Sở Nội vụ", "Sở Tài chính", "Công an tỉnh"],
    ),
    (
        "Yêu cầu các hội: Hội Làm vườn, Hiệp hội Vận tải An Hải hoàn thành đại hội",
        ["Hội Làm vườn", "Hiệp hội Vận tải An Hải"],
    ),
    (
        "UBND các phường: An Lâm, Bình Sơn phân luồng giao thông",
        ["UBND phường An Lâm", "UBND phường Bình Sơn"],
    ),
    (
        "UBND các tỉnh, thành phố: Hải Lâm, Hà Nội giải phóng mặt bằng",
        ["UBND tỉnh Hải Lâm", "UBND thành phố Hà Nội"],
    ),
]


@pytest.mark.parametrize(("sentence", "names"), WHOLE + LISTED)
def test_a_name_is_read_to_its_end(sentence: str, names: list[str]) -> None:
    found = leading_units(sentence)

    assert found is not None
    assert found.names == names


@pytest.mark.parametrize(
    ("before", "after", "lists"),
    [
        ("Các Bộ", "Xây dựng, Y tế rà soát", True),
        ("Các Sở", "Xây dựng kế hoạch, trình UBND tỉnh", False),
        ("Các Sở", "KH&CN, TC thẩm định", True),
        ("Các Tập đoàn", "Sông Lam, An Hải", True),
        ("UBND các xã, phường", "Tăng cường kiểm tra, giám sát", False),
        ("UBND các xã, phường", "An Lâm và Bình Sơn", True),
        ("Công an tỉnh, UBND các phường", "An Lâm; Bình Sơn", True),
        ("Phòng Nội vụ", "Tài chính, Tư pháp", False),
        ("Các Sở", "", False),
    ],
)
def test_a_colon_lists_names_or_opens_what_is_to_be_done(
    before: str, after: str, lists: bool
) -> None:
    assert lists_names(before, after) is lists


@pytest.mark.parametrize(
    "sentence",
    [
        "Trường hợp cơ sở vi phạm nhiều lần thì đình chỉ hoạt động",
        "Các trường hợp đặc biệt thực hiện theo quy định",
        "Vụ án được xét xử công khai",
        "là cơ quan đầu mối, tổng hợp báo cáo",
        "cơ quan đầu mối, hướng dẫn, kiểm tra việc thực hiện",
    ],
)
def test_what_only_sounds_like_a_unit_leads_nothing(sentence: str) -> None:
    assert leading_units(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Để nâng cao kỷ cương, các sở, ngành rà soát quy chế", ["các sở, ngành"]),
        ("Trường hợp có mưa lớn, Công an xã hướng dẫn người dân", ["Công an xã"]),
        ("Sau khi được phê duyệt, Sở Xây dựng công bố quy hoạch", ["Sở Xây dựng"]),
        ("Đối với hồ sơ quá hạn, Bộ phận Một cửa xin lỗi người dân", ["Bộ phận Một cửa"]),
        (
            "Trên cơ sở đề xuất của các cơ quan, đơn vị, Sở Tài chính bố trí kinh phí",
            ["Sở Tài chính"],
        ),
    ],
)
def test_what_leads_in_to_the_subject_names_nobody(sentence: str, names: list[str]) -> None:
    found = leading_units(sentence)

    assert found is not None
    assert found.names == names


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("Cơ quan chủ trì thẩm định hồ sơ cấp phép", ["Cơ quan chủ trì thẩm định hồ sơ cấp phép"]),
        ("Cơ quan phối hợp", ["Cơ quan phối hợp"]),
        (
            "Các cơ quan đăng ký đầu tư (Sở Tài chính, Ban Quản lý Khu kinh tế An Hải):",
            ["Sở Tài chính", "Ban Quản lý Khu kinh tế An Hải"],
        ),
        (
            "Đối với các cơ sở sản xuất có lượng xả thải lớn (theo danh sách):",
            ["các cơ sở sản xuất có lượng xả thải lớn"],
        ),
        ("Mời thành phố An Hải, tỉnh Sông Lam", ["thành phố An Hải", "tỉnh Sông Lam"]),
        ("Đề nghị: Hội Nông dân tỉnh, Tỉnh đoàn", ["Hội Nông dân tỉnh", "Tỉnh đoàn"]),
        ("Các cấp, các ngành:", ["Các cấp, các ngành"]),
        (
            "Chủ tịch UBND các tỉnh khu vực ven biển, nhất là các tỉnh: An Hải, Sông Lam:",
            ["UBND các tỉnh khu vực ven biển"],
        ),
    ],
)
def test_a_heading_names_whoever_it_is_for(heading: str, names: list[str]) -> None:
    assert heading_units(heading) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Phối hợp chặt chẽ với các địa phương, khẩn trương thống kê", ["các địa phương"]),
        ("chủ trì, phối hợp với các cơ quan liên quan rà soát", ["các cơ quan liên quan"]),
        ("Chủ trì phối với Sở Tài chính thẩm định", ["Sở Tài chính"]),
        ("Hướng dẫn người dân phối hợp với các đơn vị sửa chữa", None),
        (
            "chủ trì, phối hợp với các đơn vị rà soát; phối hợp với Sở Y tế kiểm tra",
            ["Sở Y tế"],
        ),
        (
            "Phối hợp với các cơ quan báo chí, truyền hình đăng tải",
            ["các cơ quan báo chí, truyền hình"],
        ),
    ],
)
def test_open_circles_help_where_nobody_else_is_named(text: str, names: list[str] | None) -> None:
    found = supporting_units(text)

    assert (found.names if found else None) == names
