"""Circles: opened by a colon, said again after the names, unread above their work."""

from __future__ import annotations

import pytest
from drafting import HEAD, drafted

from parcli.intake.recognise.circles import is_bare_circle, names_some_body
from parcli.intake.recognise.unit_ends import lists_names
from parcli.intake.recognise.units import cell_units, leading_units


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Các Sở, ban, ngành: Nội vụ, Tài chính, Công an tỉnh",
         ["Sở Nội vụ", "Sở Tài chính", "Công an tỉnh"]),
        ("các Bộ, cơ quan: Y tế, Công an, Tập đoàn Hải Lâm",
         ["Bộ Y tế", "Bộ Công an", "Tập đoàn Hải Lâm"]),
        ("các bộ, ngành: Bộ Y tế, Bộ Công an", ["Bộ Y tế", "Bộ Công an"]),
        ("các cơ quan, đơn vị: Văn phòng UBND tỉnh, Sở Y tế", ["Văn phòng UBND tỉnh", "Sở Y tế"]),
        ("Các Cục: Bản đồ; Đê điều, Hồ và Đập; Khí tượng. Vụ Kế hoạch, Đầu tư",
         ["Cục Bản đồ", "Cục Đê điều, Hồ và Đập", "Cục Khí tượng", "Vụ Kế hoạch, Đầu tư"]),
        ("Các Sở: NV, TC; XD", ["Sở NV", "Sở TC", "Sở XD"]),
        ("UBND TP. Hải Lâm", ["UBND TP. Hải Lâm"]),
        ("Sở Y tế, UBND các xã cùng các đơn vị có liên quan",
         ["Sở Y tế", "UBND các xã", "các đơn vị có liên quan"]),
        ("Tiểu ban Lễ tân, Tiểu ban Hậu cần", ["Tiểu ban Lễ tân", "Tiểu ban Hậu cần"]),
        ("Thông tấn xã Hải Lâm và hệ thống các cơ quan báo chí",
         ["Thông tấn xã Hải Lâm", "hệ thống các cơ quan báo chí"]),
    ],
)  # fmt: skip
def test_names_behind_a_circle(cell: str, names: list[str]) -> None:
    assert cell_units(cell) == names


@pytest.mark.parametrize(
    ("before", "after", "lists"),
    [
        ("Các sở, ban, ngành", "Nội vụ, Tài chính", True),
        ("Các sở, ban, ngành", "Công tác chợ, Công tác bến", False),
        ("Các cơ quan, đơn vị", "Sở Y tế, Sở Nội vụ", True),
        ("Các cơ quan, đơn vị", "Kiểm tra các chợ, các bến", False),
        ("các đơn vị có liên quan", "Các sở, ngành có ý kiến", False),
    ],
)
def test_a_circles_colon(before: str, after: str, *, lists: bool) -> None:
    assert lists_names(before, after) is lists


def test_a_circle_listed_in_a_sentence() -> None:
    found = leading_units("Các Sở, ngành: Y tế, Nội vụ và Công an tỉnh rà soát các bến.")
    assert found is not None
    assert found.names == ["Sở Y tế", "Sở Nội vụ", "Công an tỉnh"]


def test_a_circle_right_after_names_means_them() -> None:
    body = "1. Các sở: Y tế, Nội vụ: Các Sở, ngành có ý kiến về hồ sơ mời thầu chợ.\n2. Họp dân."
    (group,) = drafted(body)["groups"]
    assert group["lead"] == ["Sở Y tế", "Sở Nội vụ"]
    assert "lead" not in group["tasks"][0]


@pytest.mark.parametrize(
    ("name", "bare"),
    [("Các sở, ngành", True), ("các đơn vị nêu trên", True), ("các sở thuộc tỉnh", False)],
)
def test_bare_circles(name: str, *, bare: bool) -> None:
    assert is_bare_circle(name) is bare


@pytest.mark.parametrize(
    ("heading", "body"),
    [
        ("Tiểu ban lo việc chung", True),
        ("Ban lo việc đường sá", True),
        ("Ban hành văn bản", False),
        ("Công tác tuyên truyền", False),
    ],
)
def test_headings_that_begin_as_a_name(heading: str, *, body: bool) -> None:
    assert names_some_body(heading) is body


def test_work_below_an_unread_name_falls_to_nobody_else() -> None:
    head = HEAD.replace("KẾ HOẠCH\n", "CÔNG ĐIỆN\n").replace("12/KH", "12/CĐ")
    opening = "Chủ tịch UBND xã yêu cầu các thôn:\n\n"
    body = (
        "1. Ban lo toan chung mọi việc đường sá\n\na) Sửa cầu Đông.\n\nb) Sửa cầu Tây.\n\n"
        "2. Công tác tuyên truyền\n\na) Treo băng rôn.\n\nb) Phát tờ rơi.\n"
    )
    unread, topic = drafted(opening + body, head=head)["groups"]
    assert [task.get("lead") for task in unread["tasks"]] == [None, None]
    assert [task["lead"] for task in topic["tasks"]] == [["các thôn"], ["các thôn"]]
