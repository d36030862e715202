"""The command line speaks the user's language, Click's and Typer's own words included."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from parcli.cli.app import run

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
ENGLISH_LEFT = (
    "Usage:", "Options:", "Commands:", "Arguments:", "Show this message", "[OPTIONS]", "COMMAND",
    "[required]", "[default", "Error:", "Try ", "Missing", "<str>",
)  # fmt: skip


def said(*arguments: str, lang: str = "vi", columns: str = "100") -> tuple[int, str, str]:
    """Exit code, output and errors of a whole process."""
    done = subprocess.run(
        [sys.executable, "-m", "parcli", *arguments],
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=ROOT,
        env={**os.environ, "PARCLI_LANG": lang, "COLUMNS": columns},
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["due", "--help"],
        ["show", "--help"],
        ["report", "--help"],
        ["report", "unit", "--help"],
        ["progress", "set", "--help"],
        ["template", "check", "--help"],
        ["export", "ics", "--help"],
        ["import", "--help"],
    ],
)
def test_help_is_vietnamese(arguments: list[str]) -> None:
    code, out, err = said(*arguments)
    assert (code, err) == (0, "")
    assert out.startswith("Cách dùng: parcli")
    assert [word for word in ENGLISH_LEFT if word in out] == []


@pytest.mark.parametrize(
    ("arguments", "code", "expected"),
    [
        (["lam-gi"], 2, "Không có lệnh “lam-gi”"),
        (["due", "--nay"], 2, "Không có tùy chọn “--nay”"),
        (["show"], 2, "Thiếu"),
        (["show", "a", "b"], 2, "“b”"),
        (["due", "--unit"], 2, "“--unit”"),
        (["due", "--format", "xml"], 2, "xml"),
        (["due", "--as-of", "hôm qua"], 2, "hôm qua"),
        (["due", "--root", "/không/có"], 3, "parcli.yaml"),
        (["--lang", "fr", "due"], 2, "fr"),
    ],
)
def test_mistakes_are_told_in_vietnamese(
    arguments: list[str],
    code: int,
    expected: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PARCLI_LANG", "vi")
    assert run(arguments) == code
    told = capsys.readouterr()
    assert told.out == ""
    assert expected in told.err
    assert told.err.startswith("Lỗi: ")
    assert "Traceback" not in told.err


def test_english_on_request() -> None:
    assert said("due", "--help", lang="en")[1].startswith("Usage: parcli due [OPTIONS]")
    assert "Cách dùng" in said("--lang", "vi", "due", "--help", lang="en")[1]


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_the_version_needs_nothing(option: str) -> None:
    code, out, err = said(option)
    assert (code, out.split()[0], err) == (0, "parcli", "")


def test_an_error_of_parcli_itself_is_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_anything: object) -> None:
        message = "lạ"
        raise RuntimeError(message)

    monkeypatch.setattr("parcli.queries.dues.list_dues", broken)
    monkeypatch.chdir(ROOT)
    assert run(["due"]) == 3
    told = capsys.readouterr().err
    assert "RuntimeError: lạ" in told
    assert "Traceback" not in told


def test_names_in_no_catalogue_are_told(
    registry: Callable[..., Path],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PARCLI_LANG", "vi")
    root = registry(
        {
            "data/directives/vb.yaml": (
                "schema: parcli.directive/1\nid: vb\norg: thu\ntype: cong-van\nissuer: UBND\n"
                "subject: thử\ntasks:\n  - {text: việc, lead: [Phòng Lạ]}\n"
            )
        }
    )
    assert run(["tasks", "--root", str(root)]) == 0
    assert "Có 1 tên đơn vị" in capsys.readouterr().err
