"""What every room's tests share: the shipped registry, a small one to write, and the command line.

`shipped`   the root of the registry that comes with parcli
`registry`  writes a small registry of your own: ``registry({"data/units/o.yaml": "…"})`` → its root
`cli`       runs a command in this process: ``cli("due", "--year", "2024")`` → code, out, err

The language is English where a test does not choose another, and is put back after each.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from parcli import language
from parcli.cli.app import run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

CONFIG = """\
schema: parcli.registry/1
title: Sổ thử
org: thu
"""


class Outcome(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """English messages, and no settings of whoever runs the tests."""
    for name in ("PARCLI_ROOT", "PARCLI_TRACEBACK", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PARCLI_LANG", "en")
    monkeypatch.setenv("LANGUAGE", "en")
    language.choose("en")
    yield
    language.choose(language.DEFAULT)


@pytest.fixture(autouse=True)
def databases_closed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Closes what a test opened and left open: Python 3.13 warns where the collector has to."""
    opened: list[sqlite3.Connection] = []
    connect = sqlite3.connect

    def kept(*arguments: Any, **named: Any) -> sqlite3.Connection:
        opened.append(connect(*arguments, **named))
        return opened[-1]

    monkeypatch.setattr(sqlite3, "connect", kept)
    yield
    for connection in opened:
        with suppress(sqlite3.ProgrammingError):  # it belongs to another thread
            connection.close()


@pytest.fixture(scope="session")
def shipped() -> Path:
    """The registry that comes with parcli."""
    return Path(__file__).parents[1]


@pytest.fixture
def registry(tmp_path: Path) -> Callable[[Mapping[str, str]], Path]:
    """Writes files, by path and dedented text, beside a parcli.yaml; gives the root."""

    def write(files: Mapping[str, str]) -> Path:
        for name, text in {"parcli.yaml": CONFIG, **files}.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(dedent(text), encoding="utf-8")
        return tmp_path

    return write


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:
    """Runs parcli with these arguments."""

    def command(*arguments: object) -> Outcome:
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        return Outcome(code, *capsys.readouterr())

    return command
