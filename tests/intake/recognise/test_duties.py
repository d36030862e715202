"""Running text as groups and tasks: what is a task of its own, and whom a line above speaks for."""

from __future__ import annotations

from typing import Any

import pytest
from drafting import draft_of, drafted

from parcli.intake.draft import NO_TASKS


def groups_of(body: str) -> Any:
    return drafted(body)["groups"]


def tasks_of(body: str) -> Any:
    return drafted(body)["tasks"]


def test_paragraphs_of_a_section_that_each_name_a_unit_are_tasks() -> None:
    (section,) = groups_of(
        "I. NHIỆM VỤ\n\n1. Tuyên truyền\nVăn phòng xây dựng tin bài.\n"
        "Công an xã tuyên truyền về định danh.\n\n2. Kiểm tra\nNội dung kiểm tra như sau.\n"
    )

    assert section["groups"] == [
        {
            "number": "1",
            "title": "Tuyên truyền",
            "tasks": [
                {"text": "Văn phòng xây dựng tin bài.", "lead": ["Văn phòng"]},
                {"text": "Công an xã tuyên truyền về định danh.", "lead": ["Công an xã"]},
            ],
        }
    ]
    assert section["tasks"] == [
        {"number": "2", "title": "Kiểm tra", "text": "Nội dung kiểm tra như sau."}
    ]


def test_lines_that_say_who_and_when_belong_to_the_task_above() -> None:
    (section,) = groups_of(
        "I. NHIỆM VỤ\n\n1. Số hóa hồ sơ\n- Quét hồ sơ lưu trữ.\n- Nhập dữ liệu hồ sơ.\n"
        "Chủ trì: Văn phòng.\nThời gian: Trước ngày 30/6/2026.\nKinh phí: 5 triệu đồng.\n"
    )

    assert section["tasks"] == [
        {
            "number": "1",
            "title": "Số hóa hồ sơ",
            "text": "- Quét hồ sơ lưu trữ.\n- Nhập dữ liệu hồ sơ.",
            "lead": ["Văn phòng"],
            "deadline": "Trước ngày 30/6/2026",
            "extra": {"Kinh phí": "5 triệu đồng"},
        }
    ]


def test_a_second_value_extends_the_first() -> None:
    (task,) = tasks_of(
        "1. Tổ chức tập huấn.\nChủ trì: Phòng Kinh tế chủ trì, phối hợp với Văn phòng.\n"
        "Sản phẩm: Báo cáo.\nSản phẩm: Danh sách.\n"
    )

    assert task == {
        "number": "1",
        "text": "Tổ chức tập huấn.",
        "lead": ["Phòng Kinh tế"],
        "support": ["Văn phòng"],
        "output": "Báo cáo\nDanh sách",
    }


def test_units_before_a_colon_lead_what_follows() -> None:
    office, police, station = groups_of(
        "1. Văn phòng: Theo dõi, đôn đốc việc thực hiện.\n\n2. Công an xã\n\n"
        "3. Trạm Y tế:\n- Khám bệnh.\n- Tiêm chủng đủ 95% trẻ em.\n"
    )

    assert office["lead"] == ["Văn phòng"]
    assert office["tasks"] == [{"text": "Theo dõi, đôn đốc việc thực hiện."}]
    assert police == {"number": "2", "title": "Công an xã", "lead": ["Công an xã"]}
    assert [(t["number"], t["printed_number"], t["text"]) for t in station["tasks"]] == [
        ("1", "-", "Khám bệnh."),
        ("2", "-", "Tiêm chủng đủ 95% trẻ em."),
    ]


@pytest.mark.parametrize(
    ("sentence", "lead", "support"),
    [
        (
            "Rà soát thủ tục (Văn phòng chủ trì, phối hợp với Công an xã; hoàn thành trước ngày "
            "30/6/2026).",
            ["Văn phòng"],
            ["Công an xã"],
        ),
        ("Văn phòng chủ trì, phối hợp với Công an xã rà soát.", ["Văn phòng"], ["Công an xã"]),
        ("Văn phòng HĐND và UBND xã chủ trì rà soát.", ["Văn phòng HĐND và UBND xã"], None),
    ],
)
def test_who_leads_in_a_sentence(sentence: str, lead: list[str], support: list[str] | None) -> None:
    (task,) = tasks_of(f"1. {sentence}\n")

    assert (task["lead"], task.get("support")) == (lead, support)


def test_articles_keep_their_printed_number() -> None:
    values = drafted(
        "Điều 1. Giao Văn phòng theo dõi.\n\nĐiều 2. Quyết định này có hiệu lực kể từ ngày ký.\n"
    )

    assert values["tasks"] == [
        {
            "number": "1",
            "printed_number": "Điều 1",
            "text": "Giao Văn phòng theo dõi.",
            "lead": ["Văn phòng"],
        }
    ]
    assert values["groups"][0]["printed_number"] == "Điều 2"


def test_background_hands_out_nothing_and_keeps_its_words_and_tables() -> None:
    aims, duties = groups_of(
        "I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\na) Nâng cao chất lượng.\n- Một ý.\n"
        "2. Yêu cầu: Bảo đảm tiết kiệm.\n\n"
        "| TT | Chỉ tiêu | Năm 2026 |\n|---|---|---|\n| 1 | Hồ sơ | 90% |\n\n"
        "II. NHIỆM VỤ\n1. Văn phòng xây dựng kế hoạch.\n"
    )

    first, second = aims["groups"]
    assert first["groups"] == [{"number": "a", "title": "Nâng cao chất lượng", "text": "- Một ý."}]
    assert second["text"] == "Bảo đảm tiết kiệm."
    assert second["extra"] == {"table 1": [["TT", "Chỉ tiêu", "Năm 2026"], ["1", "Hồ sơ", "90%"]]}
    assert len(duties["tasks"]) == 1


def test_letters_go_on_where_they_could_be_roman() -> None:
    first, second, third = groups_of(
        "A. NHIỆM VỤ CHUNG\n1. Văn phòng xây dựng kế hoạch.\n"
        "B. NHIỆM VỤ CỤ THỂ\n1. Công an xã kiểm tra.\n"
        "C. TỔ CHỨC THỰC HIỆN\n1. Trạm Y tế tổng hợp.\ni) Một.\nii) Hai.\n"
    )

    assert [first["number"], second["number"], third["number"]] == ["A", "B", "C"]
    assert [t["number"] for t in third["groups"][0]["tasks"]] == ["i", "ii"]


def test_a_document_without_tasks_is_doubted() -> None:
    draft = draft_of("Mọi việc vẫn như trước.\n")

    assert NO_TASKS in [doubt.message for doubt in draft.ledger.doubts]


def test_a_long_sentence_over_points_is_the_text_of_a_group() -> None:
    sentence = (
        "Đề nghị Sở Nội vụ chủ trì, phối hợp với Sở Tài chính thực hiện các nội dung sau đây "
        "trong năm 2026 theo đúng quy định của pháp luật hiện hành và chỉ đạo của Ủy ban nhân dân "
        "tỉnh về công tác cải cách hành chính"
    )
    (group,) = groups_of(f"1. {sentence}:\na) Rà soát thủ tục.\nb) Công bố thủ tục.\n")

    assert (group["text"], "title" in group) == (sentence, False)
    assert (group["lead"], group["support"]) == (["Sở Nội vụ"], ["Sở Tài chính"])
    assert [task["number"] for task in group["tasks"]] == ["a", "b"]


def test_units_at_the_end_of_a_title_lead_its_tasks() -> None:
    (group,) = groups_of("I. Trách nhiệm chung các cơ quan, đơn vị\n1. Rà soát.\n2. Niêm yết.\n")

    assert group["lead"] == ["các cơ quan, đơn vị"]
    assert len(group["tasks"]) == 2


def test_without_numbers_each_sentence_with_a_unit_is_a_task() -> None:
    values = drafted(
        "Trong năm qua công tác được quan tâm. Chủ tịch yêu cầu:\n\nVăn phòng rà soát hồ sơ.\n\n"
        "Công an xã kiểm tra.\n\nTrên đây là nội dung./.\n"
    )

    assert [task["lead"] for task in values["tasks"]] == [["Văn phòng"], ["Công an xã"]]
    assert values["closing"] == "Trên đây là nội dung./."


def test_a_telegram_falls_to_whom_it_addresses_where_nobody_is_named() -> None:
    values = drafted(
        "Để ứng phó với bão, Chủ tịch UBND tỉnh yêu cầu:\n\n1. Trực ban 24/24 giờ.\n\n"
        "2. Công an tỉnh phân luồng giao thông.\n",
        head=(
            "CHỦ TỊCH ỦY BAN NHÂN DÂN\nTỈNH MỸ AN\n\nSố: 07/CĐ-CT\n\n"
            "Mỹ An, ngày 18 tháng 10 năm 2025\n\nCÔNG ĐIỆN KHẨN\nVề ứng phó bão số 11\n\n"
            "CHỦ TỊCH UBND TỈNH ĐIỆN:\n- Sở Y tế;\n- UBND các xã.\n"
        ),
    )

    assert values["type"] == "cong-dien"
    assert [task["lead"] for task in values["tasks"]] == [
        ["Sở Y tế", "UBND các xã"],
        ["Công an tỉnh"],
    ]


def test_bold_names_that_open_a_sentence_are_its_subject() -> None:
    (task,) = drafted("**1. Giao Công an xã** tuần tra ban đêm.\n")["tasks"]

    assert task["lead"] == ["Công an xã"]
    assert "title" not in task


def test_what_is_asked_of_units_is_no_background() -> None:
    (group,) = drafted(
        "1. Yêu cầu các phòng chuyên môn:\n\na) Rà soát hồ sơ.\n\nb) Công khai kết quả.\n"
    )["groups"]

    assert group["lead"] == ["các phòng chuyên môn"]
    assert len(group["tasks"]) == 2
