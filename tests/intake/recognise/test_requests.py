"""Short letters: the one request stands in a paragraph without a number."""

from __future__ import annotations

from typing import Any

import pytest
from drafting import TAIL, drafted

from parcli.intake.recognise.requests import asked_in

HEAD = """\
UBND TỈNH HÀ LÂM
SỞ NỘI VỤ

Số: 215/SNV-VP
V/v bến đò Đông

Hà Lâm, ngày 3 tháng 3 năm 2026

Kính gửi: Sở Xây dựng; các trường dạy nghề.
"""
TOLD = "Ngày 01 tháng 3 năm 2026, Công ty Sông Xanh có văn bản số 7 đề nghị Sở Y tế mở trạm.\n"
CLOSING = "Trân trọng cảm ơn sự phối hợp của các đơn vị./.\n"


def letter(body: str) -> dict[str, Any]:
    return drafted(body, head=HEAD, tail=TAIL)


@pytest.mark.parametrize(
    ("request_", "lead", "deadline"),
    [
        (
            "Về việc này, Chủ tịch UBND tỉnh giao Sở Xây dựng kiểm tra bến đò, báo cáo trước ngày "
            "15 tháng 3 năm 2026.",
            ["Sở Xây dựng"],
            "trước ngày 15 tháng 3 năm 2026",
        ),
        (
            "Sở Nội vụ đề nghị các trường dạy nghề rà soát số lớp đã mở.",
            ["các trường dạy nghề"],
            None,
        ),
        (
            "Sở Nội vụ gửi dự thảo để quý cơ quan có ý kiến, gửi về Sở trước ngày 16/3/2026.",
            ["Sở Xây dựng", "các trường dạy nghề"],
            "trước ngày 16/3/2026",
        ),
    ],
)
def test_the_request_of_a_letter(request_: str, lead: list[str], deadline: str | None) -> None:
    values = letter(f"{TOLD}\n{request_}\n\n{CLOSING}")
    (task,) = values["tasks"]

    assert (task["text"], task["lead"], task.get("deadline")) == (request_, lead, deadline)
    assert values["opening"] == TOLD.strip()
    assert values["closing"] == CLOSING.strip()


def test_two_requests_and_the_last_words() -> None:
    values = letter(
        "Giao Sở Xây dựng sửa bến đò Đông.\n\n"
        "Đề nghị Công an tỉnh kiểm tra phương tiện qua bến.\n\n"
        "Yêu cầu Sở Xây dựng, Công an tỉnh nghiêm túc thực hiện./.\n"
    )
    assert [task["lead"] for task in values["tasks"]] == [["Sở Xây dựng"], ["Công an tỉnh"]]
    assert values["closing"].startswith("Yêu cầu Sở Xây dựng")


def test_a_letter_that_only_tells_has_no_task() -> None:
    assert "tasks" not in letter(f"{TOLD}\nSở Nội vụ trả lời để Công ty biết./.\n")


@pytest.mark.parametrize(
    "cited",
    [
        "Xét đề nghị Sở Y tế kiểm tra nguồn nước tại Tờ trình số 4, Sở Nội vụ trả lời như trên.",
        "Căn cứ công văn của tỉnh về việc giao Sở Y tế kiểm tra nguồn nước.",
    ],
)
def test_what_another_paper_asked_is_no_request(cited: str) -> None:
    assert asked_in(cited) == []


def test_a_letter_that_covers_a_table_of_tasks_asks_nothing_itself() -> None:
    table = (
        "PHỤ LỤC\nNhiệm vụ quý II\n\n| TT | Nhiệm vụ | Đơn vị chủ trì |\n|---|---|---|\n"
        "| 1 | Sửa bến đò | Sở Xây dựng |\n"
    )
    body = "Sở Nội vụ đề nghị Sở Xây dựng triển khai các nhiệm vụ tại Phụ lục kèm theo./.\n"
    values = drafted(body, head=HEAD, tail=f"{TAIL}\n{table}")

    assert "tasks" not in values
    assert [task["text"] for task in values["appendices"][0]["tasks"]] == ["Sửa bến đò"]


def test_a_further_paragraph_gives_a_named_unit_its_own_work() -> None:
    values = drafted(
        "Chủ tịch UBND xã yêu cầu các thôn kiểm tra đường băng cản lửa ven rừng.\n\n"
        "Công an xã bố trí người trực ở chòi canh suốt mùa khô.\n\n"
        "Trong quá trình thực hiện có vướng mắc, đề nghị phản ánh về Văn phòng.\n"
    )

    assert [task["lead"] for task in values["tasks"]] == [["các thôn"], ["Công an xã"]]
