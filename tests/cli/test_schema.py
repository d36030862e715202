"""`parcli schema`: to standard output, to a folder, and as check-jsonschema uses it."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from parcli.registry.files import FileKind, list_files

if TYPE_CHECKING:
    from pathlib import Path


def test_one_kind_goes_to_standard_output(
    cli: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = cli("schema", "calendar")
    assert (code, err) == (0, "")
    assert json.loads(out)["$id"] == "urn:parcli:calendar:1"


def test_in_a_registry_its_units_are_offered(cli: Any, shipped: Path) -> None:
    out = cli("schema", "directive", "--root", shipped).out
    assert "phong-noi-vu" in json.loads(out)["$defs"]["units"]["enum"]


def test_one_kind_into_a_folder(cli: Any, tmp_path: Path) -> None:
    assert cli("schema", "units", "-o", tmp_path / "s").out == f"{tmp_path}/s/units.schema.json\n"
    assert [path.name for path in (tmp_path / "s").iterdir()] == ["units.schema.json"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "Name one file kind"),
        (("--all",), "Name one file kind"),
        (("units", "--all", "-o", "x"), "Name one file kind"),
        (("unit",), "There is no file kind “unit”."),
    ],
)
def test_wrong_usage(cli: Any, arguments: tuple[str, ...], message: str) -> None:
    outcome = cli("schema", *arguments)
    assert outcome.code == 2
    assert message in outcome.err


def test_check_jsonschema_accepts_every_shipped_file(
    cli: Any, shipped: Path, tmp_path: Path
) -> None:
    assert cli("schema", "--all", "-o", tmp_path, "--root", shipped).code == 0
    check = [sys.executable, "-m", "check_jsonschema"]
    by_kind: dict[FileKind, list[str]] = {}
    for file in list_files(shipped):
        by_kind.setdefault(file.kind, []).append(str(shipped / file.path))
    for kind, files in by_kind.items():
        schema = str(tmp_path / f"{kind}.schema.json")
        done = subprocess.run(
            [*check, "--schemafile", schema, *files], capture_output=True, check=False
        )
        assert done.returncode == 0, done.stdout
