"""The score of import on documents with a truth of one's own."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from drafting import HEAD, TAIL

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
sys.path.insert(0, str(BENCHMARKS))

import import_truth  # noqa: E402  it lies beside the package

BODY = """\
I. CHỢ XÃ
1. Phòng Kinh tế rửa sân chợ trước ngày 15/6/2026.
II. BẾN PHÀ
1. Công an xã phối hợp với Trạm Y tế kiểm tra biển báo.
II. BẾN ĐÒ
1. Phòng Nội vụ lập sổ khách.
"""
RIGHT: list[dict[str, Any]] = [
    {
        "words": "rửa sân chợ",
        "lead": [["Phòng Kinh tế"]],
        "support": [[]],
        "deadline": ["trước ngày 15/6/2026"],
    },
    {
        "words": "kiểm tra biển báo",
        "lead": [["Công an xã"]],
        "support": [["Trạm Y tế"]],
        "deadline": [None],
    },
    {"words": "lập sổ khách", "lead": [["Phòng Nội vụ"]], "support": [[]], "deadline": [None]},
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("\n".join((HEAD, BODY, TAIL)), encoding="utf-8")
    return tmp_path


def run(
    folder: Path, truth: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> tuple[int, str, str]:
    (folder / "a.yaml").write_text(truth, encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["import_truth", str(folder), "--misses"])
    code = import_truth.main()
    said = capsys.readouterr()
    return code, said.out, said.err


def scored(folder: Path, **truth: Any) -> import_truth.Score:
    return import_truth.scored(folder / "a.txt", truth)


def test_tasks_whose_number_stands_twice_are_all_found(folder: Path) -> None:
    score = scored(folder, header={"type": "ke-hoach"}, tasks=RIGHT)

    assert score.misses == []
    assert score.right == score.asked


def test_an_optional_task_counts_neither_found_nor_missing(folder: Path) -> None:
    tasks = [*RIGHT[:2], {"words": "lập sổ khách", "optional": True}]

    assert scored(folder, tasks=tasks).asked["found"] == 2


def test_what_is_missed_and_what_is_invented_is_told_in_words(folder: Path) -> None:
    tasks = [RIGHT[0] | {"lead": [["Công an xã"]]}, RIGHT[1], RIGHT[2] | {"words": "không có"}]

    assert [miss.split(":")[0] for miss in scored(folder, tasks=tasks).misses] == [
        "lead",
        "found",
        "not invented",
    ]


@pytest.mark.parametrize(
    ("wanted", "right"),
    [
        ("V/v Cải cách hành chính năm 2026", True),
        ("về Cải cách hành chính năm 2026", True),
        ("Cải cách về hành chính năm 2026", False),
    ],
)
def test_only_the_first_words_of_a_subject_are_left_out(
    folder: Path, wanted: str, right: bool
) -> None:
    assert scored(folder, header={"subject": wanted}).right["header"] == right


@pytest.mark.parametrize(
    ("truth", "fault"),
    [
        ("tasks:\n- {t: rửa sân chợ}\n", "task 1 has no `words`"),
        ("tasks:\n- {words: rửa sân}\n", "task 1 has no list of answers for `lead`"),
        ("tasks: [\n", "a.yaml"),
        ("- rửa sân\n", "not a mapping"),
    ],
)
def test_a_malformed_truth_is_told_in_one_line(
    folder: Path,
    truth: str,
    fault: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, _out, err = run(folder, truth, monkeypatch, capsys)

    assert code == 2
    assert err.count("\n") == 1
    assert str(folder / "a.yaml") in err
    assert fault in err


def test_a_folder_ends_with_a_line_for_all(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    truth = "header: {type: cong-van}\ntasks:\n- {words: rửa sân, optional: true}\n"
    code, out, _err = run(folder, truth, monkeypatch, capsys)

    assert code == 0
    assert "header: type 'ke-hoach', not 'cong-van'" in out
    assert out.splitlines()[-1].startswith("all")
