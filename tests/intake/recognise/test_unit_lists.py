"""Where a list of units parts, and what is left of a name that a verb cuts."""

from __future__ import annotations

import pytest

from parcli.intake.recognise.supporting import supporting_units
from parcli.intake.recognise.unit_lists import is_actor, split_units
from parcli.intake.recognise.units import heading_units, leading_units, units_at_end


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ",
         ["các bộ", "cơ quan ngang bộ", "cơ quan thuộc Chính phủ"]),
        ("Các Bộ, cơ quan ngang Bộ và cơ quan khác ở trung ương",
         ["Các Bộ", "cơ quan ngang Bộ", "cơ quan khác ở trung ương"]),
        ("các cơ quan chức năng, chính quyền địa phương",
         ["các cơ quan chức năng", "chính quyền địa phương"]),
        ("các hội quần chúng, tổ chức thành viên của Mặt trận",
         ["các hội quần chúng", "tổ chức thành viên của Mặt trận"]),
        ("cơ quan báo chí và hệ thống truyền thanh xã",
         ["cơ quan báo chí", "hệ thống truyền thanh xã"]),
        ("Các đ/c Phó Chủ tịch, Trưởng đoàn thể xã, các đồng chí công chức",
         ["Các đ/c Phó Chủ tịch", "Trưởng đoàn thể xã", "các đồng chí công chức"]),
        ("Doanh nghiệp, cộng đồng, tổ chức, cá nhân",
         ["Doanh nghiệp", "cộng đồng", "tổ chức", "cá nhân"]),
        ("doanh nghiệp, viện nghiên cứu và trường đại học",
         ["doanh nghiệp", "viện nghiên cứu", "trường đại học"]),
        ("Tổ chức, cá nhân", ["Tổ chức, cá nhân"]),
        ("các doanh nghiệp, hợp tác xã", ["các doanh nghiệp, hợp tác xã"]),
        ("các bệnh viện, trung tâm y tế", ["các bệnh viện, trung tâm y tế"]),
        ("các Tổ đại biểu và các đại biểu Hội đồng nhân dân xã",
         ["các Tổ đại biểu", "các đại biểu Hội đồng nhân dân xã"]),
        ("các Đại sứ quán, tổ chức quốc tế", ["các Đại sứ quán", "tổ chức quốc tế"]),
    ],
)  # fmt: skip
def test_a_list_parts_where_a_clerk_would(cell: str, names: list[str]) -> None:
    assert split_units(cell) == names


def test_several_offices_of_one_comrade_are_one_name() -> None:
    one = "Đồng chí Ủy viên Ban Thường vụ, Phó Chủ tịch Hội Nông dân xã"
    found = leading_units(f"{one} chỉ đạo chung việc tổ chức hội thi.")

    assert found is not None
    assert found.names == [one]
    assert heading_units(f"{one} và Công an xã:") != [one]


def test_an_actor_alone_is_no_office() -> None:
    assert is_actor("cộng đồng dân cư")
    assert not is_actor("Phòng Kinh tế")
    assert heading_units("Doanh nghiệp, cộng đồng:") == ["Doanh nghiệp", "cộng đồng"]
    assert heading_units("Cộng đồng:") == []


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Các phòng có liên quan tới việc thu phí có trách nhiệm công khai.",
         ["Các phòng có liên quan"]),
        ("Các sở, ngành có ý kiến thẩm định hồ sơ.", ["Các sở, ngành"]),
        ("Trung tâm ra quyết định công nhận học viên.", ["Trung tâm"]),
        ("Doanh nghiệp khởi nghiệp sáng tạo nộp hồ sơ.", ["Doanh nghiệp khởi nghiệp sáng tạo"]),
        ("Các cơ quan, đơn vị cấp tài khoản cho cán bộ.", ["Các cơ quan, đơn vị"]),
        ("Sở Giáo dục các tỉnh, thành phố từ An Lâm trở ra báo cáo thiệt hại.",
         ["Sở Giáo dục các tỉnh, thành phố từ An Lâm trở ra"]),
        ("Các đơn vị quản lý đường bộ khu vực cử người gác.",
         ["Các đơn vị quản lý đường bộ khu vực"]),
        ("Các sở, ban, ngành, cơ quan ngành dọc đóng trên địa bàn, UBND xã rà soát hồ sơ.",
         ["Các sở, ban, ngành, cơ quan ngành dọc đóng trên địa bàn", "UBND xã"]),
        ("Cơ quan phát hiện tồn đọng có trách nhiệm báo cáo.", ["Cơ quan phát hiện tồn đọng"]),
        ("Cơ quan chủ trì thực hiện lưu biên bản.", ["Cơ quan chủ trì"]),
        ("Đơn vị lập 01 bộ hồ sơ gửi Sở Xây dựng.", ["Đơn vị"]),
        ("Ban Chỉ đạo phát triển du lịch xã có trách nhiệm tổng kết.",
         ["Ban Chỉ đạo phát triển du lịch xã"]),
        ("Trưởng Ban Chỉ đạo ký ban hành quy chế.", ["Trưởng Ban Chỉ đạo"]),
        ("Trưởng Ban Dân vận chủ trì hội nghị.", ["Ban Dân vận"]),
        ("Ban Giám hiệu (đồng chí Lê Mẫu phụ trách) chỉ đạo các lớp.", ["Ban Giám hiệu"]),
        ("Công an xã được giao quản lý sổ, khai báo hằng ngày.", ["Công an xã"]),
        ("Sở Tư pháp có con dấu riêng, chịu sự chỉ đạo của tỉnh.", ["Sở Tư pháp"]),
        ("Các cơ quan có chức năng kiểm tra chợ.", ["Các cơ quan có chức năng"]),
        ("Các cơ quan văn hoá cụ thể hoá kế hoạch.", ["Các cơ quan văn hoá"]),
        ("Các thành viên tiểu ban thực hiện việc được giao.", ["Các thành viên tiểu ban"]),
    ],
)  # fmt: skip
def test_a_name_ends_whole(sentence: str, names: list[str]) -> None:
    found = leading_units(sentence)
    assert found is not None
    assert found.names == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Phối hợp với lực lượng Công an trong rà soát hộ tịch.", ["lực lượng Công an"]),
        ("Phối hợp với cơ quan báo chí và hệ thống truyền thông thông tin kịp thời giá cả.",
         ["cơ quan báo chí", "hệ thống truyền thông"]),
        ("Phối hợp với đơn vị liên quan và trong thời hạn 05 ngày phải trả lời.",
         ["đơn vị liên quan"]),
    ],
)  # fmt: skip
def test_who_helps_is_named_without_the_words_that_follow(sentence: str, names: list[str]) -> None:
    found = supporting_units(sentence)
    assert found is not None
    assert found.names == names


@pytest.mark.parametrize(
    "sentence",
    [
        "Qua công tác xét xử để kiến nghị với các cấp, các ngành nhằm hạn chế sơ hở.",
        "Căn cứ văn bản của Chính phủ, Bộ, ngành và tỉnh, phối hợp với Sở Y tế kiểm tra chợ.",
    ],
)
def test_a_list_in_the_lead_in_is_nobody_s_order(sentence: str) -> None:
    assert leading_units(sentence) is None


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Nội dung Sở Xây dựng có trách nhiệm chủ trì", ["Sở Xây dựng"]),
        ("Nhiệm vụ do Công an xã, Trạm Y tế xã thực hiện", ["Công an xã", "Trạm Y tế xã"]),
        ("Nhiệm vụ trọng tâm thực hiện", []),
    ],
)
def test_a_title_says_who_does_what_is_below(title: str, names: list[str]) -> None:
    assert units_at_end(title) == names


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("Trách nhiệm của Trưởng Ban Chỉ đạo", ["Trưởng Ban Chỉ đạo"]),
        ("Trách nhiệm của Phó Trưởng Ban Chỉ đạo", ["Phó Trưởng Ban Chỉ đạo"]),
        ("Trách nhiệm của Ủy viên thường trực", ["Ủy viên thường trực"]),
    ],
)
def test_members_of_a_committee_are_whom_its_rules_address(heading: str, names: list[str]) -> None:
    assert heading_units(heading) == names


def test_a_bracket_at_the_end_of_a_sentence_is_no_heading() -> None:
    said = (
        "UBND các xã quyết định mua sắm tài sản cho trường học và trạm y tế thuộc phạm vi quản lý "
        "của mình (bao gồm Trường Mầm non Mỹ An; Trạm Y tế Mỹ An)"
    )
    assert heading_units(said) == []
    assert heading_units("Các cơ quan đăng ký đầu tư (Sở Tài chính; Ban Quản lý chợ):") == [
        "Sở Tài chính", "Ban Quản lý chợ",
    ]  # fmt: skip
