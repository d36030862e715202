"""The ids that `parcli import` gives, and which document a file of the registry holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Outcome

LETTER = """ỦY BAN NHÂN DÂN XÃ HẠ
Số:       /UBND-VX
Hạ, ngày      tháng      năm 2026
V/v {subject}

Kính gửi: Các cơ quan, đơn vị

{tasks}

CHỦ TỊCH
"""
AUDIT = "1. Văn phòng chủ trì rà soát hồ sơ.\n2. Phòng Kinh tế lập dự toán kinh phí.\n"
CLEAN = "1. Trạm Y tế phun thuốc khử khuẩn.\n2. Công an xã tuyên truyền an toàn giao thông.\n"
NAMELESS = "Kính gửi: Các phòng\n\nYêu cầu thực hiện:\n\n"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty registry, the working directory, as git leaves it: without empty folders."""
    (tmp_path / "parcli.yaml").write_text("schema: parcli.registry/1\ntitle: Sổ\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def directives(home: Path) -> list[str]:
    return sorted(path.stem for path in (home / "data/directives").glob("*.yaml"))


def brought(home: Path, cli: Callable[..., Outcome], name: str, text: str) -> Outcome:
    (home / name).write_text(text, encoding="utf-8")
    return cli("import", name)


def test_a_second_letter_without_a_number_is_a_directive_of_its_own(
    home: Path, cli: Callable[..., Outcome]
) -> None:
    first = LETTER.format(subject="rà soát hồ sơ", tasks=AUDIT)
    second = LETTER.format(subject="vệ sinh, an toàn", tasks=CLEAN)
    assert brought(home, cli, "a.txt", first).code == 0
    assert brought(home, cli, "b.txt", second).code == 0
    assert directives(home) == ["ha-2026", "ha-2026-2"]
    assert brought(home, cli, "b.txt", second).code == 0  # the same again
    assert directives(home) == ["ha-2026", "ha-2026-2"]


@pytest.mark.parametrize(
    ("subject", "tasks"),
    [
        ("rà soát hồ sơ", CLEAN),  # another task list under the same subject
        ("rà soát hồ sơ, tài liệu", AUDIT.replace("kinh phí", "kinh phí năm 2027")),
        ("rà soát hồ sơ, tài liệu", ""),  # nothing to compare
    ],
)
def test_a_letter_that_may_be_the_same_is_shown_against_it(
    home: Path, cli: Callable[..., Outcome], subject: str, tasks: str
) -> None:
    brought(home, cli, "a.txt", LETTER.format(subject="rà soát hồ sơ", tasks=AUDIT))
    again = brought(home, cli, "b.txt", LETTER.format(subject=subject, tasks=tasks))
    assert again.code == 1
    assert "ha-2026.yaml exists already and is left as it is." in again.out
    assert "give it an id of its own with --id" in again.out
    assert directives(home) == ["ha-2026"]


def test_a_document_that_names_no_issuer_has_its_files_name(
    home: Path, cli: Callable[..., Outcome]
) -> None:
    assert brought(home, cli, "Công việc tháng 3 (bản cuối).txt", NAMELESS + AUDIT).code == 0
    assert brought(home, cli, "việc.khác.txt", NAMELESS + CLEAN).code == 0
    assert directives(home) == ["cong-viec-thang-3-ban-cuoi", "viec-khac"]


def test_a_document_that_names_no_issuer_falls_to_the_registrys_own(
    home: Path, cli: Callable[..., Outcome]
) -> None:
    config = home / "parcli.yaml"
    config.write_text("schema: parcli.registry/1\ntitle: Sổ\norg: ha\n", encoding="utf-8")
    assert brought(home, cli, "việc.txt", NAMELESS + AUDIT).code == 0
    draft = (home / "data/directives/viec.yaml").read_text(encoding="utf-8")
    marked = draft.splitlines()[draft.splitlines().index("org: ha") - 1]
    assert "the registry's own organisation was taken" in marked


def test_the_folders_of_the_registry_are_made(home: Path, cli: Callable[..., Outcome]) -> None:
    brought(home, cli, "a.txt", LETTER.format(subject="rà soát hồ sơ", tasks=AUDIT))
    made = [path.relative_to(home).as_posix() for path in (home / "data").rglob("*.yaml")]
    assert sorted(made) == ["data/directives/ha-2026.yaml", "data/units/ha.yaml"]
    assert cli("validate", "--format", "json").code == 0


def test_outside_a_registry_nothing_is_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cli: Callable[..., Outcome]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(LETTER.format(subject="x", tasks=AUDIT), encoding="utf-8")
    assert "\nid: ha-2026\n" in cli("import", "a.txt", "--dry-run").out
