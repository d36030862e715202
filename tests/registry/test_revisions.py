"""git, asked for the files of another revision."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING, Any, NoReturn

import pytest

from parcli.registry import revisions
from parcli.registry.revisions import (
    NoGit,
    NoRevision,
    ShallowClone,
    changed_since,
    content,
    files_below,
    resolved,
)

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A registry in a folder of its own inside a repository, one commit."""
    root = tmp_path / "sổ theo dõi"
    (root / "data").mkdir(parents=True)
    (root / "data/b.yaml").write_text("hai", encoding="utf-8")
    (root / "data/a b.yaml").write_text("một", encoding="utf-8")
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    for arguments in (("init", "-q"), ("add", "."), ("commit", "-q", "-m", "một")):
        subprocess.run(["git", "-C", tmp_path, *identity, *arguments], check=True)  # noqa: S607  the test's own repository
    return root


def test_files_are_named_from_the_registry_down(repository: Path) -> None:
    head = resolved(repository, "HEAD")
    assert files_below(repository, head, "data") == ["data/a b.yaml", "data/b.yaml"]
    assert content(repository, head, "data/a b.yaml") == "một".encode()
    assert content(repository, head, "data/c.yaml") is None


@pytest.mark.parametrize("name", ["--git-dir", "-h", "lạ", "", "HEAD:data"])
def test_only_revisions_are_resolved(repository: Path, name: str) -> None:
    with pytest.raises((NoRevision, NoGit)):
        resolved(repository, name)


def test_of_a_repository_inside_every_file_is_named(repository: Path) -> None:
    inside = repository / "data/directives"
    inside.mkdir()
    (inside / "a.yaml").write_text("một", encoding="utf-8")
    subprocess.run(["git", "-C", inside, "init", "-q"], check=True)  # noqa: S607  the test's own repository

    changed = changed_since(repository, resolved(repository, "HEAD"))

    assert changed == ["data/directives/a.yaml"]


def test_a_shallow_clone_says_what_it_lacks(repository: Path, tmp_path: Path) -> None:
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    (repository / "data/b.yaml").write_text("ba", encoding="utf-8")
    commit = ("commit", "-q", "-a", "-m", "hai")
    subprocess.run(["git", "-C", repository, *identity, *commit], check=True)  # noqa: S607  the test's own repository
    shallow = ("clone", "-q", "--depth", "1", f"file://{tmp_path}", str(tmp_path / "nông"))
    subprocess.run(["git", *shallow], check=True)  # noqa: S607  as above

    with pytest.raises(ShallowClone) as raised:
        resolved(tmp_path / "nông", "HEAD~1")

    assert raised.value.exit_code == 3
    assert "fetch-depth: 0" in raised.value.advice()
    assert "GIT_DEPTH: 0" in raised.value.advice()


def test_a_git_that_does_not_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def hangs(*command: Any, **options: Any) -> NoReturn:
        raise subprocess.TimeoutExpired("git", 60)

    monkeypatch.setattr(revisions.subprocess, "run", hangs)
    with pytest.raises(NoGit, match="timed out"):
        resolved(tmp_path, "HEAD")
