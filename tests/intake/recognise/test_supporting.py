"""Who helps: said in a sentence, in a head above its tasks, in one dash of several."""

from __future__ import annotations

from typing import Any

import pytest
from drafting import drafted

from parcli.intake.recognise.roles import roles_in
from parcli.intake.recognise.supporting import helping_below, supporting_units
from parcli.intake.walking import all_tasks

RELATED = ["các sở, ban, ngành", "cơ quan, đơn vị có liên quan"]


@pytest.mark.parametrize(
    ("head", "names"),
    [
        ("Chủ trì, phối hợp với Sở Y tế, Sở Tài chính:", ["Sở Y tế", "Sở Tài chính"]),
        ("Phối hợp với các sở, ngành, UBND các xã", ["các sở, ngành", "UBND các xã"]),
        ("Chủ trì, phối hợp với các sở, ban, ngành và cơ quan, đơn vị có liên quan", RELATED),
        ("Là cơ quan thường trực, chủ trì, phối hợp với các đơn vị:", ["các đơn vị"]),
        ("Chịu trách nhiệm chủ trì, phối hợp với Công an xã thực hiện các việc sau:",
         ["Công an xã"]),
        ("Phối hợp với Công an xã tuần tra các chợ.", []),
        ("Tăng cường công tác phối hợp trong quản lý chợ:", []),
        ("Rà soát, phối hợp với Công an xã:", []),
    ],
)  # fmt: skip
def test_a_head_without_a_subject_says_who_helps_with_what_is_below(
    head: str, names: list[str]
) -> None:
    assert helping_below(head) == names


def tasks_of(body: str) -> Any:
    return dict(all_tasks(drafted(body)))


HEADS = {
    "after a colon": "1. Sở Y tế: Chủ trì, phối hợp với các sở, ngành:\n",
    "as a letter": "1. Sở Y tế\n\na) Chủ trì, phối hợp với các sở, ngành:\n",
    "in a line of its own": "1. Sở Y tế\n\nChủ trì, phối hợp với các sở, ngành:\n",
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS.keys())
def test_who_helps_by_a_head_helps_with_every_dash_below_it(head: str) -> None:
    body = f"{head}- Kiểm tra các bếp ăn tập thể.\n- Tập huấn cho đầu bếp, người bán hàng.\n"
    values = drafted(body)
    (group,) = values["groups"]
    inner = group["groups"][0] if "groups" in group else group
    assert group["lead"] == ["Sở Y tế"]
    assert inner["support"] == ["các sở, ngành"]
    assert len(inner["tasks"]) == 2
    assert all("support" not in task for task in inner["tasks"])


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Sở Y tế phối hợp với các cơ quan liên quan kiểm tra các bếp ăn.",
         ["các cơ quan liên quan"]),
        ("Tăng cường phối hợp với các đơn vị liên quan để tập huấn.", ["các đơn vị liên quan"]),
        ("Phối hợp với sở, ban, ngành, đoàn thể tỉnh hướng dẫn các xã.",
         ["sở, ban, ngành, đoàn thể tỉnh"]),
        ("Phối hợp với các nhà mạng (A, B) để mở rộng vùng phủ sóng.", ["các nhà mạng (A, B)"]),
        ("Phối hợp với nhà mạng, nhà cung cấp dịch vụ để mở rộng vùng phủ sóng.",
         ["nhà mạng", "nhà cung cấp dịch vụ"]),
        ("Phối hợp với các cơ quan thông tin đại chúng để tuyên truyền.",
         ["các cơ quan thông tin đại chúng"]),
        ("Phối hợp với UBND các xã, báo, đài và các đơn vị liên quan đưa tin.",
         ["UBND các xã", "báo, đài", "các đơn vị liên quan"]),
        ("Phối hợp với các doanh nghiệp công nghệ số trong quá trình khảo sát.",
         ["các doanh nghiệp công nghệ số"]),
        ("Phối hợp với Bộ Chỉ huy Quân sự tỉnh, Bộ đội Biên phòng tuần tra.",
         ["Bộ Chỉ huy Quân sự tỉnh", "Bộ đội Biên phòng"]),
        ("Phối hợp với các hợp tác xã, trang trại liên kết sản xuất.",
         ["các hợp tác xã, trang trại"]),
        ("Chủ trì, phối hợp với các đơn vị liên quan tham mưu UBND tỉnh phối hợp Bộ Y tế.",
         ["các đơn vị liên quan"]),
        ("Sở Y tế chủ trì, phối hợp với các đơn vị rà soát; phối hợp với Sở Nội vụ tập huấn.",
         ["Sở Nội vụ"]),
    ],
)  # fmt: skip
def test_whom_a_sentence_works_with(sentence: str, names: list[str]) -> None:
    found = supporting_units(sentence)
    assert found is not None
    assert found.names == names


def test_roles_before_the_work_they_share() -> None:
    said = "Sở Y tế chủ trì, phối hợp với các sở, ngành tham mưu nội dung được giao"
    assert roles_in(said) == (["Sở Y tế"], ["các sở, ngành"])


def test_who_helps_with_one_dash_does_not_help_with_all() -> None:
    body = (
        "1. Sở Công Thương chuẩn bị hàng Tết.\n"
        "- Lập kế hoạch cung ứng.\n- Phối hợp với Sở Y tế lấy mẫu bánh kẹo.\n"
        "2. Sở Y tế phối hợp với Sở Công Thương:\n- Lấy mẫu bánh kẹo;\n- Công bố kết quả.\n"
    )
    tasks = list(tasks_of(body).values())
    assert "support" not in tasks[0]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Chủ trì, phối hợp với UBND huyện, thị xã; thủ trưởng các ngành liên quan lập sổ.",
         ["UBND huyện, thị xã", "các ngành liên quan"]),
        ("Sở Y tế chủ trì, phối hợp với Sở Nội vụ; Công an tỉnh chủ trì tuần tra.",
         ["Sở Nội vụ"]),
        ("Sửa các bến, phối hợp với Sở Nội vụ; Công an tỉnh tuần tra.", ["Sở Nội vụ"]),
        ("Phối hợp với Sở Y tế, UBND các phường, đặc khu cùng các đơn vị có liên quan lập sổ.",
         ["Sở Y tế", "UBND các phường, đặc khu", "các đơn vị có liên quan"]),
    ],
)  # fmt: skip
def test_who_helps_behind_a_semicolon_or_another_word(sentence: str, names: list[str]) -> None:
    found = supporting_units(sentence)
    assert found is not None
    assert found.names == names


def test_who_helps_with_a_later_dash_of_an_order_does_not_help_with_all() -> None:
    body = (
        "1. Sở Y tế\n\na) Chỉ đạo Bệnh viện An Hải:\n- Sửa khoa khám.\n"
        "- Từ tháng 5, phối hợp với Công an xã giữ trật tự.\n\nb) Trực ban."
    )
    assert not any("support" in task for task in tasks_of(body).values() if "Sửa" in task["text"])
