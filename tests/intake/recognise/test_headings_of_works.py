"""Headings that open several works, however they end, and numbers that name what they are below."""

from __future__ import annotations

import pytest
from drafting import drafted
from judging import effective

from parcli.intake.recognise.numbering import read_label
from parcli.intake.recognise.part_heads import is_step
from parcli.intake.walking import all_groups, all_tasks


def texts(body: str) -> list[str]:
    return [str(task["text"]) for _path, task in all_tasks(drafted(body))]


@pytest.mark.parametrize(
    "title", ["b) Diệt chuột quanh chợ..", "b) Diệt chuột quanh chợ.", "b) Diệt chuột quanh chợ"]
)
def test_a_short_heading_opens_works_even_with_a_stop(title: str) -> None:
    found = texts(
        f"I. VỆ SINH\n1. Chợ xã\na) Rửa sân\n- Phun nước.\n- Quét rác.\n"
        f"{title}\n- Kiểm tra kho hàng.\n- Hướng dẫn tiểu thương đặt bẫy.\n"
    )

    assert found[-2:] == ["Kiểm tra kho hàng.", "Hướng dẫn tiểu thương đặt bẫy."]


def test_dashes_below_a_sentence_of_two_clauses_detail_it() -> None:
    (found,) = texts(
        "I. VỆ SINH\n1. Diệt chuột quanh chợ; làm sạch kho.\n- Kiểm tra kho hàng.\n- Đặt bẫy.\n"
    )

    assert found.endswith("- Đặt bẫy.")


@pytest.mark.parametrize(
    ("head", "count"),
    [
        ("- Chỉ đạo làm tốt việc thu rác:", 2),
        ("- Chỉ đạo làm tốt việc thu rác như sau:", 1),
        ("- Chỉ đạo làm tốt các việc thu rác:", 1),
    ],
)
def test_a_dash_that_says_what_to_do_and_a_colon_stand_above_works(head: str, count: int) -> None:
    found = texts(
        f"I. VỆ SINH\n1. Thu rác, cụ thể:\n{head}\n+ Kiểm tra xe thu gom.\n"
        "+ Xây dựng lịch thu.\n- Lập sổ thu phí.\n"
    )

    assert len(found) == count + 1


def test_a_step_is_the_title_of_the_order_below_it_and_its_end_the_deadline() -> None:
    values = drafted(
        "I. TRÌNH TỰ\n1. Lập danh sách\n1.1. Bước 1: Rà soát hộ nuôi cá.\n"
        "Phòng Kinh tế lập danh sách hộ nuôi cá. Sau đó Công an xã đối chiếu số nhà.\n"
        "Thời gian hoàn tất: trước ngày 15 tháng 6 năm 2026.\nII. KINH PHÍ\nNgân sách xã.\n"
    )
    ((path, task),) = all_tasks(values)

    assert task["title"] == "Bước 1: Rà soát hộ nuôi cá"
    assert effective(values, path, task, "lead") == ["Phòng Kinh tế"]
    assert task["deadline"] == "trước ngày 15 tháng 6 năm 2026"


def test_a_step_without_a_deadline_heads_the_orders_below_it() -> None:
    values = drafted(
        "I. TRÌNH TỰ\n1. Lập danh sách\n1.1. Bước 1: Rà soát hộ nuôi cá.\n"
        "Phòng Kinh tế lập danh sách hộ nuôi cá ở các thôn ven sông trong xã.\n"
        "Công an xã đối chiếu số nhà của các hộ với sổ cư trú của xã.\n"
        "II. KINH PHÍ\nNgân sách xã.\n"
    )

    assert [task["lead"] for _path, task in all_tasks(values)] == [
        ["Phòng Kinh tế"],
        ["Công an xã"],
    ]
    assert "Bước 1: Rà soát hộ nuôi cá" in [g.get("title") for _path, g in all_groups(values)]


@pytest.mark.parametrize(
    ("words", "step"),
    [
        ("Bước 2: Thẩm định hồ sơ.", True),
        ("BƯỚC II. Thẩm định hồ sơ", True),
        ("Bước 1:", True),
        ("Bước 2: Phòng Kinh tế thẩm định hồ sơ.", False),
        ("Bước 2: Thẩm định hồ sơ. Trả kết quả.", False),
        ("Bước đi, cách làm cụ thể", False),
    ],
)
def test_what_is_a_step(words: str, step: bool) -> None:
    assert is_step(words) is step


@pytest.mark.parametrize(
    ("text", "number"),
    [("4.1.a. Phòng Kinh tế …", "4.1.a"), ("2.b) Công an xã …", "2.b"), ("1.1.đ. Trạm …", "1.1.đ")],
)
def test_a_letter_that_says_the_number_it_stands_below(text: str, number: str) -> None:
    label = read_label(text)

    assert label is not None
    assert (label.kind, label.number) == ("a", number)


def test_letters_with_their_number_are_parts_of_it() -> None:
    values = drafted(
        "I. BẾN PHÀ\n4.1. Cầu tàu:\n4.1.a. Phòng Kinh tế lát lại mặt cầu.\n"
        "4.1.b. Công an xã dựng biển báo.\n4.2. Nhà chờ:\n4.2.a. Trạm Y tế đặt tủ thuốc.\n"
    )

    assert [path for path, _task in all_tasks(values)] == [
        "I.4.1.4.1.a",
        "I.4.1.4.1.b",
        "I.4.2.4.2.a",
    ]


def test_what_follows_a_meeting_is_work_though_it_reports() -> None:
    found = texts(
        "I. HỘI NGHỊ\n1. Hội nghị thôn\n1.1. Báo cáo kết quả hội nghị\n"
        "- Gửi biên bản về Phòng Nội vụ ngay sau hội nghị.\n- Thông báo cho các hộ trong thôn.\n"
    )

    assert len(found) == 2


def test_a_section_on_reports_is_none() -> None:
    values = drafted(
        "I. VIỆC LÀM\n1. Phòng Kinh tế rửa sân chợ.\nII. CHẾ ĐỘ BÁO CÁO\n"
        "- Gửi báo cáo về Phòng Nội vụ trước ngày 15 hằng tháng.\n- Lập theo mẫu kèm theo.\n"
    )

    assert len(list(all_tasks(values))) == 1


def test_demands_on_a_matter_are_work_for_the_units_they_name() -> None:
    found = texts(
        "I. NHÀ CHỜ\n1. Yêu cầu về kỹ thuật:\na) Phòng Kinh tế vẽ ba mẫu nhà chờ.\n"
        "b) Nền nhà phải cao hơn mặt đường.\n2. Phòng Nội vụ theo dõi.\n"
    )

    assert sorted(found) == ["Phòng Kinh tế vẽ ba mẫu nhà chờ.", "Phòng Nội vụ theo dõi."]


def test_an_order_that_points_to_an_appendix_is_work() -> None:
    found = texts(
        "I. CHẤM ĐIỂM\n1. Cách chấm\na) Trên cơ sở sổ ghi, giao Phòng Nội vụ lập đoàn chấm điểm "
        "các thôn (Chi tiết theo Phụ lục đính kèm);\nb) Danh mục (Chi tiết tại Phụ lục).\n"
    )

    assert len(found) == 1
    assert "Phòng Nội vụ" in found[0]


def test_units_told_together_to_watch_others_have_work_of_their_own() -> None:
    values = drafted(
        "UBND xã yêu cầu:\n1. Các thôn dọn rác trước mùa mưa.\n"
        "Phòng Kinh tế, Công an xã phối hợp chặt chẽ, theo dõi, đôn đốc các thôn thực hiện "
        "Kế hoạch này; kịp thời báo cáo UBND xã./.\n"
    )

    assert [task.get("lead") for _path, task in all_tasks(values)][-1] == [
        "Phòng Kinh tế",
        "Công an xã",
    ]
