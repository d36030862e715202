"""One slip of the hand is told once: what follows from it elsewhere is not told as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parcli.checks.running import checked
from parcli.registry.compiled.store import open_index

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DIRECTIVE = "data/directives/vi-du.yaml"
UNITS = "data/units/xa-mau.yaml"
PROGRESS = "data/progress/2026-Q2/van-phong.yaml"
FILES = {
    DIRECTIVE: """\
schema: parcli.directive/1
id: vi-du
org: xa-mau
type: ke-hoach
number: "12"
symbol: KH-UBND
issuer: Ủy ban nhân dân xã Mẫu
issued: 2026-03-02
subject: cải cách hành chính năm 2026
in_force: {from: 2026-03-02, until: 2026-12-31}
citations:
  - {number: 76/NQ-CP, issued: 2021-07-15, role: basis}
tasks:
  - number: "1"
    text: Xây dựng kế hoạch.
    lead: [Văn phòng]
    support: [Các phòng, Phòng Kinh tế]
  - number: "2"
    text: Thực hiện kế hoạch.
    lead: [Phòng Kinh tế]
recipients:
  - Như trên
  - "Lưu: VT"
""",
    UNITS: """\
schema: parcli.units/1
id: xa-mau
organisation: {name: UBND xã Mẫu, level: commune}
units:
  - id: van-phong
    name: Văn phòng
    kind: van-phong
  - id: phong-kinh-te
    name: Phòng Kinh tế
    kind: phong
groups:
  - id: cac-phong
    name: Các phòng
    kinds: [phong]
""",
    PROGRESS: """\
schema: parcli.progress/1
org: xa-mau
unit: van-phong
period: 2026-Q2
tasks:
  vi-du/1: {status: in-progress}
""",
}
SLIPS = {
    "a task that breaks off": (DIRECTIVE, "    text: Thực", "    text: @Thực", (19, 11, "PAR106")),
    "a bracket left open": (DIRECTIVE, "[Văn phòng]", "[Văn phòng", (16, 11, "PAR106")),
    "a quotation mark left open": (DIRECTIVE, '"1"', '"1', (14, 13, "PAR106")),
    "an alias of nothing": (DIRECTIVE, "[Văn phòng]", "*vp", (16, 11, "PAR109")),
    "no quotes around the last": (DIRECTIVE, '"Lưu: VT"', "Lưu: VT", (23, 5, "PAR203")),
    "a role that is none": (DIRECTIVE, "basis", "base", (12, 50, "PAR204")),
    "a criterion that is none": (
        DIRECTIVE,
        "    lead: [Phòng Kinh tế]",
        "    lead: [Phòng Kinh tế]\n    criteria: [chi-so-mau/9]",
        (21, 16, "PAR301"),
    ),
    "an id of spaces in the catalogue": (UNITS, "id: phong-k", "id: phong k", (8, 9, "PAR205")),
    "the same id twice": (UNITS, "id: phong-kinh-te", "id: van-phong", (8, 9, "PAR306")),
    "two units of one name": (
        UNITS,
        "groups:",
        "  - {id: phong-kt, name: Phòng Kinh tế, kind: phong}\ngroups:",
        (11, 26, "PAR407"),
    ),
    "a catalogue that breaks off": (UNITS, "name: Văn", "name: @Văn", (6, 11, "PAR106")),
    "a group of no kind": (UNITS, "kinds: [phong]", "kinds: [phòng]", (14, 13, "PAR205")),
    "progress of another unit": (PROGRESS, "unit: van-phong", "unit: vp", (3, 7, "PAR208")),
}


@pytest.mark.parametrize(("file", "old", "new", "told"), SLIPS.values(), ids=SLIPS)
def test_it_is_told_once(
    file: str,
    old: str,
    new: str,
    told: tuple[int, int, str],
    laid_over: Callable[[Path], Path],
    tmp_path: Path,
) -> None:
    for path, text in FILES.items():
        written = tmp_path / "files" / path
        written.parent.mkdir(parents=True, exist_ok=True)
        assert path != file or old in text
        written.write_text(text.replace(old, new, 1) if path == file else text, encoding="utf-8")
    root = laid_over(tmp_path / "files")

    found = [(d.file, d.line, d.column, d.code) for d in checked(open_index(root, inspected=True))]

    assert found == [(file, *told)]


def test_without_a_slip_nothing_is_told(laid_over: Callable[[Path], Path], tmp_path: Path) -> None:
    for path, text in FILES.items():
        written = tmp_path / "files" / path
        written.parent.mkdir(parents=True, exist_ok=True)
        written.write_text(text, encoding="utf-8")

    assert not list(checked(open_index(laid_over(tmp_path / "files"), inspected=True)))
