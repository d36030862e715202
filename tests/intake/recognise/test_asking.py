"""Whom a text asks to act: in a later sentence, in a bracket, in the words that lead in."""

from __future__ import annotations

import pytest
from drafting import draft_of, drafted

from parcli.intake.recognise.asking import asked_later, asked_to_follow, led_by
from parcli.intake.recognise.closings import closes, last_words


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Di chuyển hệ thống. Giao Sở A chủ trì thực hiện.", ["Sở A"]),
        ("Nâng cao chỉ số; giao Phòng Nội vụ theo dõi, tham mưu.", ["Phòng Nội vụ"]),
        ("Về thu ngân sách: Thuế tỉnh Bình An thu nợ đọng.", ["Thuế tỉnh Bình An"]),
        ("Số hóa hồ sơ. Sở Nội vụ chủ trì, phối hợp các xã.", ["Sở Nội vụ"]),
    ],
)
def test_later_sentence(text: str, names: list[str]) -> None:
    found = asked_later(text)
    assert found is not None
    assert found.names == names


@pytest.mark.parametrize("text", ["Rà soát thủ tục. Thực hiện nghiêm.", "Sắp xếp hồ sơ."])
def test_nobody_is_asked_later(text: str) -> None:
    assert asked_later(text) is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Sở Nội vụ đề nghị UBND các xã, phường thực hiện:", ["UBND các xã, phường"]),
        ("Căn cứ kế hoạch.\nChủ tịch UBND huyện yêu cầu các cơ quan, đơn vị:",
         ["các cơ quan, đơn vị"]),
        ("UBND tỉnh ban hành Kế hoạch như sau:", []),
        ("Sở Nội vụ đề nghị UBND các xã, phường thực hiện.", []),
    ],
)  # fmt: skip
def test_opening_asks(line: str, names: list[str]) -> None:
    assert asked_to_follow(line) == names


def test_line_of_a_part_may_begin_with_who_acts() -> None:
    assert led_by("Thủ trưởng các phòng, ban thực hiện các việc sau:") == ["các phòng, ban"]
    assert led_by("Thực hiện các việc sau:") == []


def test_tasks_without_units_fall_to_those_the_opening_asks() -> None:
    body = "UBND xã yêu cầu các thôn thực hiện:\n\n1. Rà soát hộ nghèo.\n2. Công an xã tuần tra."
    tasks = drafted(body)["tasks"]
    assert [task["lead"] for task in tasks] == [["các thôn"], ["Công an xã"]]


def test_words_under_a_heading_lead_its_tasks() -> None:
    body = (
        "Kế hoạch như sau:\n\nI. NHIỆM VỤ CHUNG\nTrưởng các thôn thực hiện các việc sau:\n"
        "1. Rà soát hộ nghèo.\n2. Báo cáo kết quả."
    )
    group = drafted(body)["groups"][0]
    assert group["lead"] == ["các thôn"]
    assert len(group["tasks"]) == 2


def test_work_given_after_the_last_part_is_a_task() -> None:
    body = (
        "Kế hoạch như sau:\n\n1. Công an xã tuần tra.\n\n"
        "Giao Phòng Kinh tế theo dõi, đôn đốc.\n\nTrên đây là Kế hoạch của xã./."
    )
    values = drafted(body)
    assert values["tasks"][1]["lead"] == ["Phòng Kinh tế"]
    assert values["closing"] == "Trên đây là Kế hoạch của xã./."


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Yêu cầu các đơn vị nghiêm túc thực hiện./.", True),
        ("Văn phòng Chính phủ thông báo để các bộ biết, thực hiện./.", True),
        ("Giao Phòng Nội vụ theo dõi, đôn đốc việc thực hiện./.", False),
        ("Sở Nội vụ chủ trì kiểm tra./.", False),
    ],
)
def test_closing(text: str, ends: bool) -> None:
    assert closes(text, alone=True) is ends


def test_text_under_a_heading_closes_only_by_formula() -> None:
    assert not closes("Yêu cầu các đơn vị báo cáo kết quả.", alone=False)
    assert closes("Trên đây là Kế hoạch của xã.", alone=False)
    assert last_words("Trong quá trình thực hiện, nếu có vướng mắc, phản ánh về xã.")


@pytest.mark.parametrize(
    ("sentence", "lead", "support", "deadline"),
    [
        ("Mua máy (Phòng A chủ trì, Quý IV/2026).", ["Phòng A"], None, "Quý IV/2026"),
        ("Mua máy (Phòng A chủ trì, thực hiện thường xuyên).", ["Phòng A"], None,
         "thực hiện thường xuyên"),
        ("Mua máy (Phòng A chủ trì, Phòng B phối hợp; Quý I/2026).", ["Phòng A"], ["Phòng B"],
         "Quý I/2026"),
        ("Mua máy. Chủ trì: Phòng A. Phối hợp: Phòng B. Thời gian: Quý I/2026.", ["Phòng A"],
         ["Phòng B"], "Quý I/2026"),
        ("Phòng A lập kế hoạch trước ngày 15/3/2026.", ["Phòng A"], None, "trước ngày 15/3/2026"),
        ("Phòng A báo cáo vào thứ Sáu ngày 06/3/2026.", ["Phòng A"], None,
         "vào thứ Sáu ngày 06/3/2026"),
        ("Phòng A sơ kết vào tháng 6/2026.", ["Phòng A"], None, "vào tháng 6/2026"),
    ],
)  # fmt: skip
def test_who_and_when(
    sentence: str, lead: list[str], support: list[str] | None, deadline: str
) -> None:
    task = drafted(f"Kế hoạch như sau:\n\n1. {sentence}\n2. Phòng C trực ban.")["tasks"][0]
    assert (task["lead"], task.get("support"), task["deadline"]) == (lead, support, deadline)


def test_day_of_handing_in_is_the_task_s_though_a_figure_stands_before_it() -> None:
    sentence = "Phòng A cắt giảm tối thiểu 30%, gửi xã trước 10/10/2026."
    body = f"Kế hoạch như sau:\n\n1. {sentence}\n2. Rà soát."
    assert drafted(body)["tasks"][0]["deadline"] == "trước 10/10/2026"


def test_deadline_alone_in_a_bracket() -> None:
    body = "Kế hoạch như sau:\n\n1. Phòng A mua máy (Quý IV/2026).\n2. Rà soát (nếu có)."
    assert [task.get("deadline") for task in drafted(body)["tasks"]] == ["Quý IV/2026", None]


def test_lettered_list_of_works_under_its_lead() -> None:
    body = (
        "Kế hoạch như sau:\n\n1. Gia nhập thị trường\na. Cơ quan đầu mối: Phòng Kinh tế\n"
        "b. Nhiệm vụ:\n- Rút ngắn thời gian.\n- Hỗ trợ nộp hồ sơ.\n2. Công an xã tuần tra."
    )
    group = drafted(body)["groups"][0]
    assert group["lead"] == ["Phòng Kinh tế"]
    assert [task["text"] for task in group["tasks"]] == [
        "Rút ngắn thời gian.",
        "Hỗ trợ nộp hồ sơ.",
    ]


def test_ordinals_number_tasks() -> None:
    body = "UBND xã yêu cầu các thôn:\n\nThứ nhất, dọn vệ sinh.\nThứ hai, thu gom rác."
    tasks = drafted(body)["tasks"]
    assert [(t["number"], t["text"]) for t in tasks] == [
        ("1", "dọn vệ sinh."),
        ("2", "thu gom rác."),
    ]


def test_particulars_after_lettered_tasks_hold_for_all() -> None:
    body = (
        "Kế hoạch như sau:\n\n1. Tiếp cận\na) Mở kênh.\nb) Sửa nhà.\n"
        "Trách nhiệm thực hiện: Phòng A. Thời gian: năm 2026.\n2. Phòng B trực ban."
    )
    group = drafted(body)["groups"][0]
    assert (group["lead"], group["deadline"]) == (["Phòng A"], "năm 2026")
    assert [task["number"] for task in group["tasks"]] == ["a", "b"]


def test_what_an_article_decides_is_no_task() -> None:
    body = (
        "QUYẾT ĐỊNH:\nĐiều 1. Phê duyệt Kế hoạch của xã.\nĐiều 2. Giao Phòng A theo dõi.\n"
        "Điều 3. Quyết định này có hiệu lực từ ngày ký."
    )
    draft = draft_of(body)
    groups = {group.get("number"): group for group in draft.values.get("groups", [])}
    assert "1" in groups
    assert [task["number"] for task in draft.values["tasks"]] == ["2"]


def test_who_falls_to_the_opening_is_doubted_once() -> None:
    body = (
        "Ủy ban nhân dân xã yêu cầu các cơ quan, đơn vị:\n"
        "1. Niêm yết thủ tục hành chính.\n"
        "2. Số hóa hồ sơ lưu trữ.\n"
    )
    draft = draft_of(body)
    doubted = [(d.owner["number"], d.key) for d in draft.ledger.doubts if "number" in d.owner]

    assert [key for _number, key in doubted if key in ("lead", "text")] == ["lead", "lead"]
