"""The bar of a long reading: only on a terminal, only after two seconds, and gone at the end."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

from parcli.cli.reading_bar import ReadingBar

if TYPE_CHECKING:
    import pytest


class Terminal(io.StringIO):
    """A stderr that people look at."""

    def isatty(self) -> bool:
        return True


def shown(
    monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, seconds: float, *shares: float
) -> str:
    """What a reading of that many seconds draws."""
    clock = iter([100.0, *[100.0 + seconds] * len(shares)])
    monkeypatch.setattr("parcli.cli.reading_bar.time.monotonic", lambda: next(clock))
    monkeypatch.setattr(sys, "stderr", stream)
    with ReadingBar() as bar:
        for share in shares:
            bar(share)
    return stream.getvalue()


def test_a_long_reading_shows_its_share_and_wipes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = shown(monkeypatch, Terminal(), 2.5, 0.5, 1.0)

    assert drawn.split("\r") == [
        "",
        f"[{'#' * 15:<30}]  50%",
        f"[{'#' * 30}] 100%",
        " " * 38,
        "",
    ]


def test_a_short_reading_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, Terminal(), 1.9, 0.5, 1.0) == ""


def test_a_file_gets_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, io.StringIO(), 60, 0.5) == ""
