"""`parcli tasks`: what its options accept."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

BINH_MINH = "examples/xa-binh-minh"


@pytest.mark.parametrize(
    ("root", "written", "status"),
    [
        (BINH_MINH, "hoàn thành", "done"),
        (BINH_MINH, "Đang thực hiện", "in-progress"),
        (BINH_MINH, "done", "done"),
        (".", "none", None),
    ],
)
def test_a_status_in_vietnamese_or_english(
    cli: Callable[..., Any], shipped: Path, root: str, written: str, status: str | None
) -> None:
    found = cli("tasks", "--status", written, "--root", shipped / root, "--format", "json")
    assert found.code == 0, found.err
    assert {task["status"] for task in json.loads(found.out)} == {status}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--status", "ổn"), "done (Hoàn thành)"),
        (("--role", "boss"), "lead, support"),
        (("--index", "papj"), "papi, par-index, sipas"),
        (("--criterion", "par-index/1.99"), "Did you mean: par-index/1"),
    ],
)
def test_what_nobody_knows_is_wrong_usage(
    cli: Callable[..., Any], shipped: Path, arguments: tuple[str, str], said: str
) -> None:
    found = cli("tasks", *arguments, "--root", shipped)
    assert (found.code, found.out) == (2, "")
    assert said in found.err


def test_how_tasks_stood_on_a_day(cli: Callable[..., Any], shipped: Path) -> None:
    def standing(*options: str) -> dict[str, str]:
        root = shipped / "examples/xa-binh-minh"
        rows = json.loads(cli("tasks", "--root", root, "--format", "json", *options).out)
        return {row["id"]: row["status"] for row in rows}

    task = "binh-minh-2026/plI.II.2"
    assert (standing("--as-of", "2026-03-31")[task], standing()[task]) == ("in-progress", "done")
    assert set(standing("--as-of", "2025-12-31").values()) == {None}
