"""Where a registry is and which files it has."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from parcli.registry.files import (
    FileKind,
    NoRegistry,
    NoRegistryThere,
    Unreadable,
    find_root,
    kind_of,
    list_files,
    read_bytes,
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path in (
        "parcli.yaml",
        "data/directives/b.yaml",
        "data/directives/a.yml",
        "data/directives/.ẩn.yaml",
        "data/directives/ghi-chu.txt",
        "data/units/x.yaml",
        "data/progress/2024-Q3/y.yaml",
        "data/progress/README.md",
    ):
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("a: 1\n", encoding="utf-8")
    return tmp_path


def test_files_come_kind_by_kind_in_the_order_of_their_names(root: Path) -> None:
    assert [(f.kind, f.path) for f in list_files(root)] == [
        (FileKind.CONFIG, "parcli.yaml"),
        (FileKind.UNITS, "data/units/x.yaml"),
        (FileKind.DIRECTIVE, "data/directives/a.yml"),
        (FileKind.DIRECTIVE, "data/directives/b.yaml"),
        (FileKind.PROGRESS, "data/progress/2024-Q3/y.yaml"),
    ]


def test_a_link_out_of_the_registry_is_passed_over(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "secret.yaml"
    outside.write_text("a: 1\n", encoding="utf-8")
    (root / "data/directives/link.yaml").symlink_to(outside)
    (root / "data/directives/own.yaml").symlink_to(root / "data/directives/b.yaml")
    paths = [f.path for f in list_files(root)]
    assert "data/directives/link.yaml" not in paths
    assert "data/directives/own.yaml" in paths


def test_the_root_is_the_nearest_folder_with_a_parcli_yaml(root: Path) -> None:
    assert find_root(None, root / "data/units") == root.resolve()


def test_a_named_root_must_be_one(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert find_root(root, Path("/")) == root.resolve()
    monkeypatch.setenv("PARCLI_ROOT", str(root))
    assert find_root(None, Path("/")) == root.resolve()
    with pytest.raises(NoRegistryThere):
        find_root(root / "data", root)


def test_no_registry_anywhere_is_said_plainly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PARCLI_ROOT", raising=False)
    with pytest.raises(NoRegistry) as raised:
        find_root(None, tmp_path)
    assert str(tmp_path) in str(raised.value)
    assert raised.value.exit_code == 3
    assert raised.value.advice()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("parcli.yaml", FileKind.CONFIG),
        ("data/directives/a.yaml", FileKind.DIRECTIVE),
        ("data/progress/2024-Q3/a.yaml", FileKind.PROGRESS),
        ("data/progress/a.yaml", None),
        ("data/directives/a.txt", None),
        ("../a.yaml", None),
    ],
)
def test_a_files_kind_is_where_it_stands(root: Path, path: str, kind: FileKind | None) -> None:
    assert kind_of(root, root / path) is kind


def test_a_pipe_is_read_to_its_end() -> None:
    reading, writing = os.pipe()
    os.write(writing, b"a: 1\n")
    os.close(writing)
    try:
        assert read_bytes(Path("/dev/fd"), str(reading), 10) == b"a: 1\n"
    finally:
        os.close(reading)


def test_a_folder_where_a_file_should_be_cannot_be_read(root: Path) -> None:
    with pytest.raises(Unreadable):
        read_bytes(root, "data", 10)
