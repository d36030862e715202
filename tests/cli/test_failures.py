"""What the system refuses, in the user's words."""

from __future__ import annotations

import errno
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import typer

from parcli.cli.failures import report_failure
from parcli.diagnostics import Diagnostic, Severity, facts
from parcli.errors import ParcliError, os_reason

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Outcome


class Locked(PermissionError):
    """A file that Excel has open, as Windows tells it."""

    winerror = 32


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (FileNotFoundError(errno.ENOENT, "No such file"), "there is no such file or folder"),
        (PermissionError(errno.EACCES, "Permission denied"), "you have no permission for it"),
        (OSError(errno.ENOSPC, "No space left on device"), "the disk is full"),
        (OSError(errno.EROFS, "Read-only file system"), "the disk or folder can only be read"),
        (OSError(errno.ENAMETOOLONG, "File name too long"), "the name is too long"),
        (Locked(errno.EACCES, "The process cannot access"), "another program has it open"),
        (OSError(errno.EXDEV, "Cross-device link"), "Cross-device link"),
        (OSError("timed out"), "timed out"),
    ],
)
def test_the_reasons_an_office_meets(error: OSError, said: str) -> None:
    assert os_reason(error) == said


def test_what_nobody_caught_names_the_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert report_failure(PermissionError(errno.EACCES, "Permission denied", "sổ.yaml")) == 3
    assert capsys.readouterr().err == "Error: sổ.yaml: you have no permission for it\n"


def test_a_full_disk_behind_standard_output_is_no_fault_of_the_program(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert report_failure(OSError(errno.ENOSPC, "No space left on device")) == 3
    assert capsys.readouterr().err == "Error: parcli could not do this: the disk is full\n"


def test_a_question_left_open_is_left_on_its_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert report_failure(typer.Abort()) == 3
    assert capsys.readouterr().err == "\nError: Stopped.\n"


def test_a_reason_that_was_kept_is_told_in_the_language_in_force(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reason = os_reason(errno.EISDIR)
    kept = Diagnostic(
        "a", 1, 1, "PAR115", Severity.ERROR, "x: {reason}", "", facts({"reason": reason})
    )
    for module in ("errors", "diagnostics"):
        monkeypatch.setattr(f"parcli.{module}._", lambda text: text.replace("folder", "thư mục"))
    assert kept.text() == "x: it is a thư mục"
    assert str(ParcliError(reason=reason)).endswith("it is a thư mục")


def test_an_option_without_its_value_names_the_command(cli: Callable[..., Outcome]) -> None:
    assert cli("due", "--unit").err.splitlines() == [
        "Error: The option “--unit” needs a value.",
        "parcli due --help tells how it is used.",
    ]


def test_a_long_message_is_broken_at_words(
    cli: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "40")
    lines = cli("deadline", "x", "--format", "một hai ba bốn năm sáu bảy").err.splitlines()
    assert len(lines) > 2
    assert max(map(len, lines)) < 40


def test_a_reader_that_has_gone_is_no_finding(shipped: Path) -> None:
    command = [sys.executable, "-m", "parcli", "calendar", "2024"]
    with subprocess.Popen(
        command, cwd=shipped, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as parcli:
        assert parcli.stdout is not None
        parcli.stdout.close()
        assert parcli.wait(60) == 0


def test_what_is_missing_is_named_as_in_the_help(cli: Callable[..., Outcome]) -> None:
    assert cli("--lang", "vi", "show").err.splitlines()[0] == "Lỗi: Thiếu MÃ."
