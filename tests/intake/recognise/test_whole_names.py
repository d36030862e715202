"""Names that are neither cut nor run on, persons for their bodies, whom a head sets to work."""

from __future__ import annotations

import pytest
from drafting import HEAD, drafted

from parcli.intake.recognise.asking import asked_to_follow, gives_to
from parcli.intake.recognise.line_subjects import opens_for
from parcli.intake.recognise.units import heading_units, leading_units, without_person


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Bộ phận Một cửa xã chỉ bố trí hai người trực.", ["Bộ phận Một cửa xã"]),
        ("Sở Xây dựng, với vai trò là cơ quan thường trực, theo dõi tiến độ.", ["Sở Xây dựng"]),
        ("Sở Nội vụ, cơ quan thường trực Ban Chỉ đạo, theo dõi tiến độ.", ["Sở Nội vụ"]),
        ("Tổ giúp việc BCĐ phòng, chống dịch xã trực tiếp kiểm tra.",
         ["Tổ giúp việc BCĐ phòng, chống dịch xã"]),
        ("Ban Chỉ huy phòng, chống thiên tai và tìm kiếm cứu nạn xã trực ban.",
         ["Ban Chỉ huy phòng, chống thiên tai và tìm kiếm cứu nạn xã"]),
        ("Các bệnh viện đa khoa tư nhân, trạm y tế các xã thực hiện đúng quy trình.",
         ["Các bệnh viện đa khoa tư nhân", "trạm y tế các xã"]),
        ("Các doanh nghiệp đang hoạt động trên địa bàn tỉnh thực hiện nghiêm quy định.",
         ["Các doanh nghiệp đang hoạt động trên địa bàn tỉnh"]),
        ("Báo Hà Lâm, Cổng Thông tin điện tử tỉnh đăng tin.",
         ["Báo Hà Lâm", "Cổng Thông tin điện tử tỉnh"]),
        ("Ban Quản lý dự án, Chủ đầu tư, tư vấn, các nhà thầu rà soát tiến độ.",
         ["Ban Quản lý dự án", "Chủ đầu tư", "tư vấn", "các nhà thầu"]),
        ("Các Bộ trưởng, Thủ trưởng cơ quan ngang bộ chỉ đạo rà soát.",
         ["các Bộ", "cơ quan ngang bộ"]),
        ("Đồng chí Bí thư, Chủ tịch UBND các xã chịu trách nhiệm rà soát.", ["UBND các xã"]),
        ("Đề nghị Chính phủ, các bộ, ngành xem xét sửa đổi.", ["Chính phủ", "các bộ, ngành"]),
        ("Cục Công trình đầu tư xây dựng chủ trì rà soát.", ["Cục Công trình đầu tư xây dựng"]),
        ("Cục Công trình xây dựng quy trình thẩm định.", ["Cục Công trình"]),
        ("Sở Nội vụ kiểm tra", ["Sở Nội vụ"]),
    ],
)  # fmt: skip
def test_who_acts(sentence: str, names: list[str]) -> None:
    found = leading_units(sentence)
    assert found is not None
    assert found.names == names


@pytest.mark.parametrize(
    "sentence",
    [
        "Chính phủ xem xét sửa đổi nghị định.",
        "Căn cứ nhiệm vụ, chỉ đạo các trường phổ thông, các trung tâm dạy nghề tổ chức bơi lội.",
    ],
)
def test_nobody_acts(sentence: str) -> None:
    assert leading_units(sentence) is None


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("Các doanh nghiệp thứ cấp đang hoạt động trong KCN",
         ["Các doanh nghiệp thứ cấp đang hoạt động trong KCN"]),
        ("Trách nhiệm của đối tượng được kiểm tra:", ["đối tượng được kiểm tra"]),
        ("Bộ trưởng, cơ quan thuộc Chính phủ, Thủ trưởng các cơ quan liên quan, Bí thư, "
         "Chủ tịch UBND các tỉnh:",
         ["các Bộ", "cơ quan thuộc Chính phủ", "các cơ quan liên quan", "UBND các tỉnh"]),
        ("Chính phủ điện tử", []),
    ],
)  # fmt: skip
def test_headings_of_names(heading: str, names: list[str]) -> None:
    assert heading_units(heading) == names


def test_ministers_stand_for_their_ministries() -> None:
    assert without_person("Các Bộ trưởng") == "các Bộ"
    assert without_person("Bộ trưởng Bộ Y tế") == "Bộ Y tế"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Chủ tịch UBND các xã tập trung thực hiện các nội dung sau:", ["UBND các xã"]),
        ("Sở Nội vụ thông báo các nội dung sau:", []),
        ("Các xã đã nộp báo cáo như sau:", []),
    ],
)
def test_a_line_sets_a_circle_to_work(line: str, names: list[str]) -> None:
    assert asked_to_follow(line) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Đề nghị đảng ủy các xã chỉ đạo; UBND các xã có trách nhiệm:", ["UBND các xã"]),
        ("Đảng ủy, UBND các xã; các trường học có trách nhiệm:",
         ["Đảng ủy", "UBND các xã", "các trường học"]),
        ("UBND các xã có trách nhiệm.", []),
    ],
)  # fmt: skip
def test_the_last_clause_of_a_head_says_who_does_what_follows(line: str, names: list[str]) -> None:
    assert opens_for(line) == names


def test_a_topic_may_give_its_work_to_another_than_the_group() -> None:
    assert gives_to("Đối với hồ sơ đất đai: Giao Phòng Kinh tế chủ động rà soát.")
    assert not gives_to("Đối với hồ sơ đất đai: Phòng Kinh tế chủ động rà soát.")
    assert not gives_to("Giao Phòng Kinh tế chủ động rà soát.")


def test_addressees_go_on_in_the_next_line_after_a_comma() -> None:
    head = f"{HEAD}\nKính gửi: Hiệu trưởng các trường Mầm non, Tiểu học,\nTH&THCS, THCS.\n"
    values = drafted("Căn cứ kế hoạch, Phòng đề nghị các trường nộp báo cáo.\n", head=head)
    assert values["addressees"] == ["Hiệu trưởng các trường Mầm non, Tiểu học, TH&THCS, THCS"]
