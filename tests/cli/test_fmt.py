"""`parcli fmt`: what it writes, says and exits with."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

UNITS = "data/units/thu.yaml"
UGLY = "id: thu\r\nschema: parcli.units/1\r\norganisation: {name: 'UBND', level: commune}\r\n"
NEAT = "schema: parcli.units/1\nid: thu\norganisation:\n  name: UBND\n  level: commune\n"
BROKEN = "schema: parcli.units/1\nid: a: b\n"


@pytest.fixture
def root(registry: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small registry as the working directory, one file of it out of order."""
    root = registry({})
    (root / "data/units").mkdir(parents=True)
    (root / UNITS).write_bytes(UGLY.encode())
    monkeypatch.chdir(root)
    return root


def test_the_whole_registry_is_laid_out_once(root: Path, cli: Any) -> None:
    assert cli("fmt") == (0, f"{UNITS}: laid out\n", "1 of 2 files laid out.\n")
    assert (root / UNITS).read_bytes() == NEAT.encode()
    assert cli("fmt") == (0, "", "0 of 2 files laid out.\n")
    assert cli("fmt", "--check") == (0, "", "0 of 2 files would be laid out anew.\n")


def test_check_writes_nothing(root: Path, cli: Any) -> None:
    said = f"{UNITS}: not in canonical layout\n"
    assert cli("fmt", "--check") == (1, said, "1 of 2 files would be laid out anew.\n")
    assert (root / UNITS).read_bytes() == UGLY.encode()
    assert not (root / ".parcli").exists()


@pytest.mark.parametrize(
    ("text", "line"), [(UGLY, 1), (NEAT.replace("UBND", "'UBND'"), 4), (NEAT + "\n", 6)]
)
def test_github_marks_where_the_layout_begins_to_differ(
    root: Path, cli: Any, monkeypatch: pytest.MonkeyPatch, text: str, line: int
) -> None:
    (root / UNITS).write_bytes(text.encode())
    monkeypatch.setenv("GITHUB_WORKSPACE", str(root.parent))

    code, out, _err = cli("fmt", "--check", "--format", "github")

    place = f"file={root.name}/{UNITS},line={line},title=parcli fmt"
    message = "Not in canonical layout from here on; parcli fmt lays the file out."
    assert (code, out) == (1, f"::error {place}::{message}\n")
    assert (root / UNITS).read_bytes() == text.encode()


def test_github_is_a_form_of_checks_only(root: Path, cli: Any) -> None:
    assert cli("fmt", "--format", "github").code == 2
    assert (root / UNITS).read_bytes() == UGLY.encode()


def test_diff_shows_and_writes_nothing(root: Path, cli: Any) -> None:
    (root / UNITS).write_text(NEAT.replace("level: commune", "level: 'commune'"))
    code, out, _err = cli("fmt", "--diff", UNITS)
    assert code == 1
    assert out == (
        f"--- {UNITS}\n+++ {UNITS}\n@@ -2,4 +2,4 @@\n id: thu\n organisation:\n   name: UBND\n"
        "-  level: 'commune'\n+  level: commune\n"
    )


def test_differences_say_where_a_last_line_does_not_end(tmp_path: Path, cli: Any) -> None:
    (tmp_path / "a.yaml").write_text("a:  1", encoding="utf-8")
    told = cli("fmt", "--diff", tmp_path / "a.yaml").out
    assert told.endswith("@@ -1 +1 @@\n-a:  1\n\\ No newline at end of file\n+a: 1\n")


def test_differences_are_parted_as_patch_parts_lines(tmp_path: Path, cli: Any) -> None:
    (tmp_path / "a.yaml").write_text('a:  "một\u2028hai"\n', encoding="utf-8")
    told = cli("fmt", "--diff", tmp_path / "a.yaml").out
    assert told.split("\n")[3] == '-a:  "một\u2028hai"'


@pytest.mark.parametrize("path", [UNITS, "data", "."])
def test_named_files_and_folders(root: Path, cli: Any, path: str) -> None:
    (root / ".hidden").mkdir()
    (root / ".hidden/x.yaml").write_text("{a: 1}")
    assert cli("fmt", path).out == f"{UNITS}: laid out\n"
    assert (root / ".hidden/x.yaml").read_text() == "{a: 1}"


def test_a_folder_may_hold_other_registries_and_other_yaml(root: Path, cli: Any) -> None:
    (root / "khac/data").mkdir(parents=True)
    (root / "khac/data/x.yml").write_bytes(UGLY.encode())
    (root / "khac/action.yml").write_text("{a: 1}")
    assert cli("fmt", "khac").out == "khac/data/x.yml: laid out\n"
    assert (root / "khac/action.yml").read_text() == "{a: 1}"


def test_a_file_outside_any_registry_says_its_kind(
    tmp_path: Path, cli: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.yaml").write_bytes(UGLY.encode())
    assert cli("fmt", "x.yaml").code == 0
    assert (tmp_path / "x.yaml").read_text() == NEAT


def test_a_file_with_errors_is_left_and_the_others_are_not(root: Path, cli: Any) -> None:
    (root / "data/units/b.yaml").write_text(BROKEN)
    code, out, err = cli("fmt")
    assert (code, out) == (1, f"{UNITS}: laid out\n")
    assert err == (
        "1 of 2 files laid out. 1 file has errors and was left as it is.\n"
        "data/units/b.yaml:2:6: PAR106 This text has “: ” in it, so YAML takes “a” for a key.\n"
        "  Put the text in quotes.\n"
    )
    assert (root / "data/units/b.yaml").read_text() == BROKEN


def test_a_finding_with_advice_gives_it(root: Path, cli: Any) -> None:
    (root / UNITS).write_text("a: 1\na: 2\n")
    assert cli("fmt", UNITS).err.endswith(
        "\n  Keep one of them. Until then the first one counts.\n"
    )


def test_a_missing_file_stops_before_anything_is_written(root: Path, cli: Any) -> None:
    outcome = cli("fmt", UNITS, "no.yaml")
    assert outcome.code == 3
    assert outcome.err.startswith("Error: no.yaml cannot be read: there is no such file or")
    assert (root / UNITS).read_bytes() == UGLY.encode()


def test_without_a_registry(tmp_path: Path, cli: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli("fmt").code == 3


def test_a_link_stays_a_link(root: Path, cli: Any, tmp_path: Path) -> None:
    (root / "link.yaml").symlink_to(root / UNITS)
    cli("fmt", "link.yaml")
    assert (root / "link.yaml").is_symlink()
    assert (root / UNITS).read_text() == NEAT


@pytest.mark.parametrize(
    ("text", "options", "expected"),
    [
        (UGLY, (), (0, NEAT, "")),
        (UGLY, ("--check",), (1, "", "")),
        (NEAT, ("--check",), (0, "", "")),
        (
            "a: [b]\n",
            ("--diff",),
            (1, "--- <stdin>\n+++ <stdin>\n@@ -1 +1,2 @@\n-a: [b]\n+a:\n+  - b\n", ""),
        ),
        (
            BROKEN,
            (),
            (
                1,
                "",
                "<stdin>:2:6: PAR106 This text has “: ” in it, so YAML takes “a” for a key.\n"
                "  Put the text in quotes.\n",
            ),
        ),
    ],
)
def test_standard_input(
    cli: Any, monkeypatch: pytest.MonkeyPatch, text: str, options: tuple[str, ...], expected: Any
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    assert cli("fmt", *options, "-") == expected
