"""Who leads where a sentence orders several, or one body gives the work to another."""

from __future__ import annotations

import pytest
from drafting import HEAD, TAIL, drafted

from parcli.intake.draft import make_draft
from parcli.intake.readers.text import read_text_document
from parcli.intake.recognise.further_orders import also_ordered
from parcli.intake.walking import all_tasks


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sở Y tế rà soát các bếp ăn; UBND xã Mỹ An kiểm tra nguồn nước tại các giếng chung.",
         ["UBND xã Mỹ An"]),
        ("Sở Y tế rà soát bếp ăn; Sở Y tế kiểm tra nguồn nước tại các giếng chung.", []),
        ("Sở Y tế phối hợp với Công an xã; UBND xã Mỹ An kiểm tra nguồn nước các giếng.", []),
        ("Sở Y tế rà soát bếp ăn; các đơn vị liên quan cung cấp đầy đủ sổ sách cho đoàn.", []),
        ("Sở Y tế rà soát bếp ăn; UBND xã Mỹ An phối hợp khi có yêu cầu của đoàn.", []),
        ("Sở Y tế rà soát bếp ăn; kiểm tra nguồn nước tại các giếng chung của thôn.", []),
        ("Sở Y tế rà soát bếp ăn. Sau đó họp; UBND xã Mỹ An kiểm tra nguồn nước các giếng.", []),
        ("Sở Y tế rà soát bếp ăn; UBND xã Mỹ An kiểm tra.", []),
    ],
)  # fmt: skip
def test_whom_a_clause_behind_a_semicolon_orders(text: str, names: list[str]) -> None:
    assert also_ordered(text, ["Sở Y tế"]) == names


def leads(body: str) -> list[object]:
    return [task.get("lead") for _path, task in all_tasks(drafted(body))]


def test_both_units_of_a_sentence_lead_it() -> None:
    assert leads(
        "II. NHIỆM VỤ\n1. Phòng Kinh tế rà soát các chợ theo kế hoạch; Công an xã kiểm tra bình "
        "chữa cháy tại các quầy hàng.\n2. Trạm Y tế xã tập huấn sơ cứu.\n"
    ) == [["Phòng Kinh tế", "Công an xã"], ["Trạm Y tế xã"]]


def test_work_belongs_to_whom_it_is_given() -> None:
    assert leads(
        "1. UBND xã giao Công an xã kiểm tra các bến đò.\n"
        "2. Phòng Kinh tế giao đơn vị trực thuộc lập danh sách hộ buôn bán.\n"
    ) == [["Công an xã"], ["Phòng Kinh tế"]]


def test_lines_below_a_bare_order_to_cooperate_begin_with_who_helps() -> None:
    values = drafted(
        "1. Công an xã\na) Tuần tra các chợ.\nb) Chủ trì, phối hợp với:\n"
        "- Phòng Kinh tế rà soát các chợ tạm.\n- Trạm Y tế xã tập huấn sơ cứu.\n"
    )

    helped = [(task.get("lead"), task.get("support")) for _path, task in all_tasks(values)]

    assert (None, ["Phòng Kinh tế"]) in helped
    assert (None, ["Trạm Y tế xã"]) in helped


def test_a_dash_that_announces_holds_what_is_numbered_below_it() -> None:
    values = drafted(
        "II. NHIỆM VỤ\n- Giao Phòng Kinh tế chỉ đạo các đơn vị. Trong đó:\n"
        "(1) Ban Quản lý chợ kiểm tra mái chợ, thay cửa.\n(2) Tổ Thu phí công khai mức thu.\n"
        "- Giao Trạm Y tế xã tập huấn sơ cứu tại chợ.\n"
    )

    assert [task.get("lead") for _path, task in all_tasks(values)] == [
        ["Trạm Y tế xã"], ["Ban Quản lý chợ"], ["Tổ Thu phí"],
    ]  # fmt: skip


def test_papers_that_lose_force_are_no_tasks() -> None:
    values = drafted(
        "Điều 1. Ban hành kèm theo Quyết định này Quy chế chợ.\n"
        "Điều 2. Hiệu lực thi hành\n1. Các quyết định sau hết hiệu lực kể từ ngày 01/4/2026:\n"
        "a) Quyết định số 05/2021/QĐ-UBND;\nb) Quyết định số 06/2021/QĐ-UBND.\n"
    )

    assert list(all_tasks(values)) == []


def test_a_bold_head_that_leads_in_names_who_acts() -> None:
    document = read_text_document(
        f"{HEAD}\n**1. Sở Tài chính có trách nhiệm:**\na) Lập dự toán cho các chợ.\n"
        f"b) Quyết toán từng quý.\n{TAIL}".encode(),
        "x.md",
    )
    (group,) = make_draft(document, directive_id="x").values["groups"]

    assert group["lead"] == ["Sở Tài chính"]


def test_how_far_a_plan_or_a_count_reaches_is_no_report() -> None:
    values = drafted(
        "Theo báo cáo thiệt hại đến sáng ngày 02/3/2026, UBND xã lập Kế hoạch như sau:\n"
        "1. Công an xã kiểm tra các bến đò.\n2. Trạm Y tế xã kiểm tra nguồn nước.\n"
    )

    assert "reports" not in values


def test_a_summary_is_sent_to_nobody_of_that_name() -> None:
    values = drafted(
        "1. Công an xã kiểm tra các bến đò.\n"
        "2. Các thôn gửi báo cáo tổng kết công tác giữ bến trước ngày 05/12/2026.\n"
    )

    (duty,) = values["reports"]
    assert "to" not in duty
