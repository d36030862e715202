"""Blocks of labels below a task: who leads, who helps, until when, in the forms of offices."""

from __future__ import annotations

from typing import Any

import pytest
from drafting import drafted

from parcli.intake.recognise.roles import acting_units

UNITS = ("lead", "support", "deadline")


def tasks(body: str) -> list[dict[str, Any]]:
    """The tasks of the one section, each with what its groups state."""
    (section,) = drafted(f"I. NHIỆM VỤ\n{body}")["groups"]
    found: list[dict[str, Any]] = []
    homes = [section]
    while homes:
        home = homes.pop(0)
        stated = {key: home[key] for key in UNITS if key in home}
        found += [stated | task for task in home.get("tasks", [])]
        homes += [stated | group for group in home.get("groups", [])]
    return found


@pytest.mark.parametrize(
    ("lead", "support", "deadline"),
    [
        ("Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian thực hiện"),
        ("Đơn vị chủ trì tham mưu thực hiện", "Đơn vị phối hợp thực hiện", "Thời hạn hoàn thành"),
        ("Cơ quan/đơn vị chủ trì", "Cơ quan, đơn vị phối hợp", "Thời gian, tiến độ"),
        ("Đơn vị được giao chủ trì", "Các đơn vị cùng phối hợp", "Tiến độ và thời gian hoàn thành"),
        ("Cơ quan soạn thảo", "Phối hợp tham mưu", "Lộ trình thực hiện"),
        ("Đơn vị tham mưu chủ trì", "Đơn vị phối hợp tổ chức thực hiện", "Thời hạn trình"),
    ],
)
def test_labels(lead: str, support: str, deadline: str) -> None:
    (task,) = tasks(
        f"1. Rà soát sổ hộ tịch\n- {lead}: Phòng Tư pháp.\n- {support}: Công an xã.\n"
        f"- {deadline}: Quý II/2026.\n"
    )

    assert [task[key] for key in UNITS] == [["Phòng Tư pháp"], ["Công an xã"], "Quý II/2026"]


def test_values_stand_as_dashes_below_a_bare_label() -> None:
    (task,) = tasks(
        "1. Sổ hộ tịch\na) Nhiệm vụ: Rà soát sổ hộ tịch các năm.\nb) Cơ quan thực hiện:\n"
        "- Đơn vị chủ trì: Phòng Tư pháp.\n- Đơn vị phối hợp: Công an xã.\n"
        "c) Thời gian thực hiện: Quý II/2026.\n"
    )

    assert [task[key] for key in UNITS] == [["Phòng Tư pháp"], ["Công an xã"], "Quý II/2026"]
    assert task["text"] == "Rà soát sổ hộ tịch các năm."


def test_names_stand_as_dashes_below_a_bare_label() -> None:
    (task,) = tasks(
        "1. Rà soát sổ hộ tịch các năm.\n"
        "Đơn vị chủ trì: Phòng Tư pháp.\nĐơn vị phối hợp:\n- Công an xã;\n- Phòng Nội vụ.\n"
    )

    assert task["lead"] == ["Phòng Tư pháp"]
    assert task["support"] == ["Công an xã", "Phòng Nội vụ"]


def test_output_and_time_stand_below_their_labels() -> None:
    (task,) = tasks(
        "1. Rà soát sổ hộ tịch các năm.\na) Đơn vị chủ trì:\n- Phòng Tư pháp.\n"
        "b) Sản phẩm:\n- Báo cáo;\n- Danh mục.\nc) Thời gian thực hiện:\n- Quý II/2026.\n"
    )

    assert (task["lead"], task["output"]) == (["Phòng Tư pháp"], "Báo cáo\nDanh mục")
    assert task["deadline"] == "Quý II/2026"


def test_one_block_below_several_dashes_is_theirs_together() -> None:
    first, second, third = tasks(
        "1. Sổ hộ tịch\n- Rà soát sổ cũ.\n- Nhập sổ mới.\nĐơn vị chủ trì: Phòng Tư pháp.\n"
        "Thời gian: Quý II.\n- In sổ.\nĐơn vị chủ trì: Văn phòng.\nThời gian: Quý III.\n"
    )

    assert first["lead"] == second["lead"] == ["Phòng Tư pháp"]
    assert first["deadline"] == second["deadline"] == "Quý II"
    assert (third["lead"], third["deadline"]) == (["Văn phòng"], "Quý III")


def test_one_block_at_the_end_is_that_of_all_dashes() -> None:
    told = tasks(
        "1. Sổ hộ tịch\n- Rà soát sổ cũ.\n- Kiểm tra sổ mới.\n"
        "Đơn vị chủ trì: Phòng Tư pháp.\nThời gian: Quý II/2026.\n"
    )

    assert [(task["lead"], task["deadline"]) for task in told] == [
        (["Phòng Tư pháp"], "Quý II/2026")
    ] * 2


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            "Phòng Tư pháp tiến hành rà soát các văn bản của huyện; Công an xã rà soát văn bản "
            "được phân công cho xã",
            ["Phòng Tư pháp", "Công an xã"],
        ),
        (
            "Phòng Tư pháp rà soát mọi văn bản của huyện; Công an xã",
            ["Phòng Tư pháp", "Công an xã"],
        ),
        ("Phòng Tư pháp; Công an xã", []),
        ("Phòng Tư pháp rà soát mọi văn bản của huyện; theo quy định", []),
        ("Phòng Tư pháp kiểm tra", []),
    ],
)
def test_who_acts_in_clauses(words: str, names: list[str]) -> None:
    assert acting_units(words) == names
