"""What documents from other desks showed: heads printed again, lists of units, reports, ends."""

from __future__ import annotations

from typing import Any

import pytest
from drafting import HEAD, drafted

from parcli.intake.recognise.deadlines import deadline_in
from parcli.intake.recognise.reports import is_report
from parcli.intake.recognise.supporting import supporting_units
from parcli.intake.recognise.units import leading_units
from parcli.intake.walking import all_tasks

PLAN = """\
KẾ HOẠCH
Truyền nghề năm 2026
(Kèm theo Quyết định số 3/QĐ-UBND ngày 02 tháng 3 năm 2026)

1. Văn phòng mở lớp.
"""
DECISION = "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch truyền nghề.\n"
MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"


def tasks_of(body: str, **rest: str) -> dict[str, Any]:
    return dict(all_tasks(drafted(body, **rest)))


@pytest.mark.parametrize("issuer", ["", "ỦY BAN NHÂN DÂN\nXÃ MỸ AN\n"])
def test_a_head_printed_again_is_no_appendix_and_no_signature(issuer: str) -> None:
    end = "CHỦ TỊCH\n\nLê Văn Mẫu\n\n"
    head = HEAD.replace("Số:", f"{MOTTO}Số:")
    tail = f"Nơi nhận:\n- Lưu: VT.\n\n{end}{issuer}{MOTTO}\n{PLAN}"
    values = drafted(DECISION, head=head, tail=tail)

    (plan,) = values["appendices"]
    assert (plan["label"], plan["title"]) == ("KẾ HOẠCH", "Truyền nghề năm 2026")
    assert plan["reference"].startswith("(Kèm theo Quyết định số 3/QĐ-UBND")
    assert values["signature"] == {"position": "CHỦ TỊCH", "name": "Lê Văn Mẫu"}
    assert values["recipients"] == ["Lưu: VT"]


@pytest.mark.parametrize(
    ("sentence", "units"),
    [
        (
            "Chủ trì, phối hợp với Thanh tra tỉnh và các Sở: XD, TC, KH&CN kiểm tra công vụ.",
            ["Thanh tra tỉnh", "Sở XD", "Sở TC", "Sở KH&CN"],
        ),
        (
            "Phòng Kinh tế phối hợp với các phòng: Văn hóa - Xã hội, Nội vụ kiểm tra chợ.",
            ["Phòng Văn hóa - Xã hội", "Phòng Nội vụ"],
        ),
        ("Giao Phòng Kinh tế chủ trì, Công an xã phối hợp: rà soát hộ nghèo.", ["Công an xã"]),
        (
            "Phòng Kinh tế chủ trì, các đơn vị liên quan phối hợp: rà soát.",
            ["các đơn vị liên quan"],
        ),
    ],
)
def test_who_helps(sentence: str, units: list[str] | None) -> None:
    found = supporting_units(sentence)

    assert (found.names if found else None) == units


def test_an_office_that_tells_is_not_named_by_what_it_tells() -> None:
    found = leading_units("Văn phòng thông báo để các đơn vị biết.")

    assert found is not None
    assert found.names == ["Văn phòng"]


def test_a_signature_without_recipients_is_no_task() -> None:
    body = "1. Công an xã tuần tra.\n2. Giao Văn phòng theo dõi việc thực hiện.\n"
    values = drafted(body, tail="CHỦ TỊCH\n\nLê Văn Mẫu\n")

    assert [task["text"] for task in values["tasks"]] == [
        "Công an xã tuần tra.",
        "Giao Văn phòng theo dõi việc thực hiện.",
    ]
    assert values["signature"] == {"position": "CHỦ TỊCH", "name": "Lê Văn Mẫu"}


@pytest.mark.parametrize(
    ("sentence", "deadline"),
    [
        (
            "Chấm điểm người đứng đầu hằng tháng, gửi kết quả về Phòng A trước ngày 05 tháng sau.",
            "trước ngày 05 tháng sau",
        ),
        ("Khen thưởng đơn vị dẫn đầu hằng năm.", None),
        (
            "Định kỳ 6 tháng, năm báo cáo UBND tỉnh kết quả (trước ngày 20/6 và 20/12).",
            "Định kỳ 6 tháng, năm (trước ngày 20/6 và 20/12)",
        ),
    ],
)
def test_deadlines_between_ordinary_words(sentence: str, deadline: str | None) -> None:
    assert deadline_in(sentence, None)[0] == deadline


@pytest.mark.parametrize(
    ("sentence", "only"),
    [
        ("Tổng hợp, báo cáo UBND xã trước ngày 20 tháng cuối quý.", True),
        ("Các phòng báo cáo kết quả về Phòng A trước ngày 15 hằng tháng.", True),
        ("Rà soát hộ nghèo, báo cáo UBND xã trước ngày 15 hằng tháng.", False),
        ("Báo cáo kết quả kiểm tra trước ngày 05/12/2026.", False),
        ("Báo cáo UBND xã trước ngày 15 hằng tháng; sửa đường.", False),
    ],
)
def test_a_sentence_that_only_asks_for_reports(sentence: str, only: bool) -> None:
    assert is_report(sentence, None) is only


def test_a_report_is_a_duty_and_no_task_and_its_roll_up_comes_after_it() -> None:
    values = drafted(
        "1. Phòng Nội vụ\n- Theo dõi việc thực hiện.\n"
        "- Tổng hợp, báo cáo UBND xã trước ngày 20 tháng cuối quý.\n"
        "2. Các phòng, đơn vị thuộc xã\n"
        "Báo cáo kết quả về UBND xã (qua Phòng Nội vụ) trước ngày 15 tháng cuối quý.\n"
    )
    rolled, given = values["reports"]

    assert [path for path, _task in all_tasks(values)] == ["1.1"]
    assert (rolled["id"], rolled["after"], rolled["title"]) == (
        "tong-hop-quy",
        "bao-cao-quy",
        "Báo cáo tổng hợp hằng quý",
    )
    assert (given["id"], given["via"]) == ("bao-cao-quy", "Phòng Nội vụ")
    assert rolled["text"] == "Tổng hợp, báo cáo UBND xã trước ngày 20 tháng cuối quý"


def test_a_dash_inside_a_name_stays_in_the_words_of_a_report() -> None:
    values = drafted("Phòng Văn hóa - Xã hội báo cáo UBND xã trước ngày 20 hằng tháng.")

    assert [duty["from"] for duty in values["reports"]] == [["Phòng Văn hóa - Xã hội"]]
    assert values["reports"][0]["text"].startswith("Phòng Văn hóa - Xã hội báo cáo")


def test_results_sent_somewhere_are_a_report() -> None:
    values = drafted(
        "1. Công an xã chấm điểm, gửi kết quả về Phòng Nội vụ trước ngày 05 hằng tháng."
    )

    assert [(duty["to"], duty["cycle"]) for duty in values["reports"]] == [
        ("Phòng Nội vụ", "month")
    ]


def test_a_sentence_above_a_table_stays_a_task() -> None:
    values = drafted(
        "1. Giao Văn phòng: theo dõi việc thực hiện.\n2. Phòng Kinh tế kiểm tra chợ.\n\n"
        "| TT | Nhiệm vụ | Chủ trì | Thời gian |\n|---|---|---|---|\n"
        "| 1 | Sửa đường | Công an xã | Quý I |\n"
    )

    assert {path: task["lead"] for path, task in all_tasks(values)} == {
        "1": ["Văn phòng"],
        "2": ["Phòng Kinh tế"],
        "1.1": ["Công an xã"],
    }


def test_rows_of_dashes_belong_to_the_numbered_row_above() -> None:
    tasks = tasks_of(
        "| TT | Nhiệm vụ | Chủ trì | Thời gian |\n|---|---|---|---|\n"
        "| 1 | Kiểm soát chi | Phòng Kinh tế | 31/10 |\n| | - Rà soát chi lương | | |\n"
        "| | - Rà soát chi đầu tư | Công an xã | 30/6 |\n| | - Rà soát nợ | | 30/7 |\n"
    )

    assert {path: (task["text"], task["lead"]) for path, task in tasks.items()} == {
        "1": ("Kiểm soát chi\n- Rà soát chi lương", ["Phòng Kinh tế"]),
        "1.1": ("- Rà soát chi đầu tư", ["Công an xã"]),
        "1.2": ("- Rà soát nợ", ["Phòng Kinh tế"]),
    }
