"""Sections in blocks: the work in one, beside it who does all of it, and when."""

from __future__ import annotations

from typing import Any

import pytest
from drafting import drafted
from judging import effective

from parcli.intake.walking import all_tasks

ANSWERS = ("lead", "support", "deadline")


def answers(values: dict[str, Any]) -> list[list[Any]]:
    return [
        [effective(values, path, task, key) for key in ANSWERS] for path, task in all_tasks(values)
    ]


def section(work: str, who: str) -> dict[str, Any]:
    return drafted(f"I. GIỮ SẠCH BẾN PHÀ\n{work}{who}II. KINH PHÍ\nNgân sách xã.\n")


WORK = "1. Nội dung, biện pháp\na) Quét dọn cầu tàu mỗi sáng;\nb) Đặt thùng rác hai đầu bến.\n"


@pytest.mark.parametrize(
    "who",
    [
        "2. Cơ quan chủ trì, phối hợp\na) Cơ quan chủ trì\n- Phòng Kinh tế.\n- Công an xã.\n"
        "b) Cơ quan phối hợp\n- Trạm Y tế.\n3. Thời gian thực hiện: Quý II/2026.\n",
        "2. Cơ quan chủ trì, phối hợp\na) Cơ quan chủ trì: Phòng Kinh tế; Công an xã.\n"
        "b) Cơ quan phối hợp\nTrạm Y tế.\n3. Thời gian thực hiện\n- Quý II/2026.\n",
        "2. Cơ quan chủ trì, phối hợp\nChủ trì: Phòng Kinh tế, Công an xã. Phối hợp: Trạm Y tế.\n"
        "3. Thời gian: Quý II/2026.\n",
        "2. Chủ trì thực hiện\n- Phòng Kinh tế; Công an xã.\n3. Phối hợp: Trạm Y tế.\n"
        "4. Thời gian thực hiện: Quý II/2026.\n",
    ],
)
def test_what_blocks_state_holds_for_all_the_work(who: str) -> None:
    assert (
        answers(section(WORK, who))
        == [[["Phòng Kinh tế", "Công an xã"], ["Trạm Y tế"], "Quý II/2026"]] * 2
    )


def test_the_group_has_the_section_s_title_and_its_work_keeps_its_number() -> None:
    values = section(WORK, "2. Cơ quan chủ trì\n- Phòng Kinh tế.\n")

    assert values["groups"][0]["title"] == "GIỮ SẠCH BẾN PHÀ"
    assert [path for path, _task in all_tasks(values)] == ["I.1.a", "I.1.b"]


def test_a_line_that_names_nobody_stays_with_the_section() -> None:
    who = "2. Cơ quan chủ trì\n- Phòng Kinh tế.\n(Bến đò nhỏ do thôn tự lo liệu lấy).\n"
    group = section(WORK, who)["groups"][0]

    assert group["lead"] == ["Phòng Kinh tế"]
    assert group["closing"] == "(Bến đò nhỏ do thôn tự lo liệu lấy)."


def test_work_of_one_paragraph_is_one_task_below_the_section_s_title() -> None:
    work = "1. Nội dung thực hiện\nQuét dọn cầu tàu mỗi sáng.\n"
    values = section(work, "2. Cơ quan chủ trì\n- Phòng Kinh tế.\n")
    ((_path, task),) = all_tasks(values)

    assert task["title"] == "GIỮ SẠCH BẾN PHÀ"
    assert task["text"] == "Quét dọn cầu tàu mỗi sáng."
    assert task["lead"] == ["Phòng Kinh tế"]


def test_units_that_execute_help_those_that_lead_where_nobody_else_does() -> None:
    leads = "2. Cơ quan chủ trì, thực hiện\na) Cơ quan chủ trì: Phòng Kinh tế.\n"
    does = "b) Đơn vị thực hiện: Đội Môi trường.\n"

    assert answers(section(WORK, leads + does))[0][:2] == [["Phòng Kinh tế"], ["Đội Môi trường"]]


@pytest.mark.parametrize(("title", "count"), [("a) Hoạt động 1", 2), ("a) Giữ sạch bến phà", 1)])
def test_dashes_below_a_dash_are_works_where_the_title_says_none(title: str, count: int) -> None:
    values = drafted(
        f"1. CÁC HOẠT ĐỘNG\n{title}\n- Nội dung:\n+ Quét dọn cầu tàu.\n+ Đặt thùng rác.\n"
        "- Cơ quan thực hiện: Phòng Kinh tế.\n"
    )

    assert answers(values) == [[["Phòng Kinh tế"], None, None]] * count


def test_a_sentence_on_who_leads_below_a_bare_label_is_its_value() -> None:
    values = drafted(
        "1. CÁC HOẠT ĐỘNG\na) Hoạt động 1\n- Nội dung: Quét dọn cầu tàu.\n"
        "- Cơ quan thực hiện:\n+ Phòng Kinh tế chủ trì, phối hợp với Công an xã.\n"
    )

    assert answers(values) == [[["Phòng Kinh tế"], ["Công an xã"], None]]


@pytest.mark.parametrize(
    "who",
    [
        "2. Cơ quan chủ trì\na) Phòng Kinh tế có trách nhiệm dựng biển báo ở hai đầu bến.\n",
        "2. Cơ quan phối hợp tổ chức lớp bơi cho trẻ em\n- Mở lớp vào mùa hè.\n",
    ],
)
def test_a_block_that_says_more_than_names_is_work(who: str) -> None:
    values = section(WORK, who)

    assert len(list(all_tasks(values))) > 2
    assert "lead" not in values["groups"][0]
