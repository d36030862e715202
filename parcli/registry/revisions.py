"""Files of a registry as git has them in another revision; git itself does the reading.

git is started without a shell, and nothing that a user typed reaches it as an option: a revision is
first resolved to its hash, after `--end-of-options`.
"""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

from parcli.errors import ParcliError, UsageError
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_SECONDS = 60


class NoGit(ParcliError):
    """git is not installed, or the registry is not in a git repository."""

    message = N_("{root} cannot be compared with an earlier state: {reason}")
    hint = N_("Install git and keep the registry in a git repository, or name two files.")


class NoRevision(UsageError):
    """A name that git knows no revision by."""

    message = N_("git knows no revision “{revision}” here.")
    hint = N_(
        "Name a branch, a tag or a commit such as HEAD~1; what only the server has, git fetch"
        " brings."
    )


class ShallowClone(NoRevision):
    """A revision that is not there, in a clone that holds the last commits only, as in CI."""

    exit_code = 3
    message = N_("The revision “{revision}” is not in this clone, which has the last commits only.")
    hint = N_(
        "Clone the whole history: fetch-depth: 0 of actions/checkout (GitHub), GIT_DEPTH: 0"
        " (GitLab), or git fetch --unshallow."
    )


def resolved(root: Path, revision: str) -> str:
    """The hash of the commit that `revision` names. Raises NoRevision, ShallowClone or NoGit."""
    _git(root, "rev-parse", "--git-dir")
    wanted = f"{revision}^{{commit}}"
    done = _run(root, "rev-parse", "--verify", "--quiet", "--end-of-options", wanted)
    if done.returncode != 0 or revision.startswith("-"):
        shallow = _git(root, "rev-parse", "--is-shallow-repository").strip() == b"true"
        raise (ShallowClone if shallow else NoRevision)(revision=revision)
    return done.stdout.decode().strip()


def files_below(root: Path, commit: str, folder: str) -> list[str]:
    """The files of a folder in a commit, below `root`, sorted; `commit` comes from `resolved`."""
    listed = _git(root, "ls-tree", "-r", "-z", "--name-only", commit, "--", f"{folder}/")
    return sorted(name for name in listed.decode("utf-8", "replace").split("\0") if name)


def content(root: Path, commit: str, path: str) -> bytes | None:
    """What a file below `root` held in a commit; None where it was not there."""
    done = _run(root, "cat-file", "blob", f"{commit}:./{path}")
    return done.stdout if done.returncode == 0 else None


def changed_since(root: Path, commit: str) -> list[str]:
    """What differs below `root` from where this branch left `commit`; sorted.

    New files and those that are gone are listed too; of a submodule or another repository inside,
    which git tells of as one, every file. `commit` comes from `resolved`.
    """
    common = _run(root, "merge-base", commit, "HEAD")
    base = common.stdout.decode().strip() if common.returncode == 0 else commit
    options = ("--name-only", "--no-renames", "--ignore-submodules=none", "-z", "--relative")
    changed = _git(root, "diff", *options, base, "--", ".")
    new = _git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    names = (changed + new).decode("utf-8", "replace").split("\0")
    return sorted({file for name in names if name for file in _files_of(root, name)})


def _files_of(root: Path, name: str) -> Iterator[str]:
    """The name itself; the files below it where it is a folder."""
    if not (root / name).is_dir():
        yield name
        return
    for path in (root / name).rglob("*"):
        if path.is_file() and ".git" not in path.parts:
            yield path.relative_to(root).as_posix()


def _git(root: Path, *arguments: str) -> bytes:
    done = _run(root, *arguments)
    if done.returncode != 0:
        reason = done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
        raise NoGit(root=root, reason=reason)
    return done.stdout


def _run(root: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    git = shutil.which("git")
    if git is None:
        raise NoGit(root=root, reason="git: not found")
    command: Sequence[str] = (git, "-C", str(root), "--no-optional-locks", *arguments)
    try:
        return subprocess.run(  # noqa: S603  no shell, and revisions are resolved to hashes first
            command, capture_output=True, timeout=_SECONDS, check=False, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NoGit(root=root, reason=error) from None
