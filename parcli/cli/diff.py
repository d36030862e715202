"""`parcli diff`: what changed in directives, in words."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from parcli.cli.options import (
    RootOption,
    checked_format,
    format_option,
    root_asked,
    root_at_hand,
)
from parcli.cli.standard_output import print_json
from parcli.errors import ParcliError, UsageError
from parcli.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from parcli.model.directive import Directive
    from parcli.queries.named_units import UnitReader
    from parcli.reporting.differences import FileChanges


class UnreadDirective(ParcliError):
    """A version of a directive that has no readable data."""

    message = N_("{file} cannot be compared: it is not a readable directive.")
    hint = N_("parcli validate shows what is wrong with it.")


class NoVersion(UsageError):
    """A name that is neither a file nor a revision."""

    message = N_("“{revision}” is neither a file nor a git revision.")
    hint = N_("Name a branch, a tag, a commit such as HEAD~1, or an existing file.")


class TooManyVersions(UsageError):
    """Files that are not two."""

    message = N_("Two files are compared, not {count}.")
    hint = N_("Name two files, or one or two git revisions and then paths.")


class _Versions(NamedTuple):
    """What to compare: commits by hash, None for the working tree; and only these paths."""

    old: str
    new: str | None
    only: list[str]


def diff(
    ctx: typer.Context,
    versions: Annotated[
        list[str] | None,
        typer.Argument(
            help=_("Two files; or one or two git revisions, then paths. Otherwise HEAD."),
            metavar="[A B]",
            show_default=False,
        ),
    ] = None,
    root: RootOption = None,
    form: Annotated[str, format_option(_("Output: text, json or md."))] = "text",
) -> None:
    """Tasks added, dropped, moved, reassigned, rescheduled, retargeted; header and reports.

    With one revision, what has changed since; with none, what is not committed yet.
    """
    checked_format(form, "text", "json", "md")
    from parcli.reporting.differences import (
        difference_json,
        difference_markdown,
        difference_text,
    )

    given = versions or ["HEAD"]
    unread: list[str] = []
    if Path(given[0]).is_file() or Path(given[0]).is_fifo():
        changed = _of_files(given, root_at_hand(ctx, root))
    else:
        folder = next(_folders(given[1:]), None)
        changed = _of_revisions(root_asked(ctx, root, folder), given, unread)
    if form == "json":
        print_json(difference_json(changed))
    else:
        sys.stdout.write((difference_markdown if form == "md" else difference_text)(changed))
    if unread:
        raise UnreadDirective(file=", ".join(unread))


def _of_files(names: Sequence[str], root: Path | None) -> list[FileChanges]:
    from parcli.queries.differences import differences
    from parcli.registry.files import read_bytes
    from parcli.registry.yaml_text import MAX_BYTES
    from parcli.reporting.differences import FileChanges

    if len(names) != 2:
        raise TooManyVersions(count=len(names))
    old, new = (_model(name, read_bytes(Path(), name, MAX_BYTES)) for name in names)
    changes = differences(old, new, _whom(root))
    return [FileChanges(f"{names[0]} → {names[1]}", new.id, changes, old.id)] if changes else []


def _whom(root: Path | None) -> UnitReader:
    """Whom names mean: by the catalogue as it is now, where there is one."""
    from parcli.queries.named_units import whom_by_catalogue, whom_without_catalogue
    from parcli.registry.compiled.store import open_index

    return whom_by_catalogue(open_index(root).db) if root else whom_without_catalogue


def _folders(paths: Sequence[str]) -> Iterator[Path]:
    """The folders that paths lie in, as far as they exist; none for a revision's name."""
    for path in map(Path, paths):
        folder = next((each for each in (path, *path.parents) if each.is_dir()), Path())
        if folder != Path():
            yield folder.absolute()


def _of_revisions(root: Path, given: Sequence[str], unread: list[str]) -> list[FileChanges]:
    """What changed in each file; those of which a version cannot be read go to `unread`."""
    from parcli.queries.differences import differences, renaming
    from parcli.reporting.differences import FileChanges

    before, after = _changed(root, _versions(root, given), unread)
    if not before and not after:
        return []
    renamed, whom = _renamed(before, after), _whom(root)
    found = []
    for path in sorted({*before, *after}.difference(renamed.values())):
        was = renamed.get(path, path)
        old, new = before.get(was), after.get(path)
        changes = differences(old, new, whom)
        file = path
        if was != path and old and new:
            others = [each for each in changes if each.field != "id"]
            changes = [renaming(_named(old, was), _named(new, path)), *others]
            file = f"{was} → {path}"
        if changes:
            found.append(FileChanges(file, Path(path).stem, changes, Path(was).stem))
    return found


def _changed(
    root: Path, asked: _Versions, unread: list[str]
) -> tuple[dict[str, Directive], dict[str, Directive]]:
    """The directives whose files differ, before and after, by path."""
    before: dict[str, Directive] = {}
    after: dict[str, Directive] = {}
    for path in _paths(root, asked):
        old, new = _version(root, asked.old, path), _version(root, asked.new, path)
        if old == new:
            continue
        try:
            models = [None if raw is None else _model(path, raw) for raw in (old, new)]
        except UnreadDirective:
            unread.append(path)
            continue
        for versions, model in zip((before, after), models, strict=True):
            if model is not None:
                versions[path] = model
    return before, after


def _renamed(before: dict[str, Directive], after: dict[str, Directive]) -> dict[str, str]:
    """New path → old path, of the directives that only one of the two versions has."""
    from parcli.queries.renamed_directives import renamed_directives

    gone = {path: one for path, one in before.items() if path not in after}
    come = {path: one for path, one in after.items() if path not in before}
    return renamed_directives(gone, come)


def _named(directive: Directive, path: str) -> Directive:
    """The directive under the id that its file name gives it."""
    return directive.model_copy(update={"id": Path(path).stem})


def _versions(root: Path, given: Sequence[str]) -> _Versions:
    """The first is a revision; so is the second where git knows it and no file is called so."""
    old, rest = _resolved(root, given[0]), list(given[1:])
    new = None
    if rest and not Path(rest[0]).exists():
        try:
            new = _resolved(root, rest[0])
            rest = rest[1:]
        except UsageError:
            if not rest[0].endswith((".yaml", ".yml")):
                raise
    return _Versions(old, new, [_below(root, path) for path in rest])


def _resolved(root: Path, revision: str) -> str:
    """The hash of a commit. Raises NoVersion, ShallowClone or NoGit."""
    from parcli.registry.revisions import NoRevision, ShallowClone, resolved

    try:
        return resolved(root, revision)
    except ShallowClone:
        raise
    except NoRevision:
        raise NoVersion(revision=revision) from None


def _below(root: Path, path: str) -> str:
    """A path as the registry names it; as given where it lies outside."""
    absolute = Path(path).resolve()
    return absolute.relative_to(root).as_posix() if absolute.is_relative_to(root) else path


def _paths(root: Path, asked: _Versions) -> list[str]:
    """The directive files of either version, those asked for only."""
    from parcli.registry.files import FOLDERS, FileKind, list_files
    from parcli.registry.revisions import files_below

    folder = FOLDERS[FileKind.DIRECTIVE]
    known = set(files_below(root, asked.old, folder))
    if asked.new is None:
        known |= {file.path for file in list_files(root) if file.kind is FileKind.DIRECTIVE}
    else:
        known |= set(files_below(root, asked.new, folder))
    wanted = [path for path in known if path.endswith((".yaml", ".yml"))]
    only = [prefix.rstrip("/") for prefix in asked.only]
    return sorted(p for p in wanted if not only or any(f"{p}/".startswith(f"{o}/") for o in only))


def _version(root: Path, commit: str | None, path: str) -> bytes | None:
    from parcli.registry.files import read_bytes
    from parcli.registry.revisions import content
    from parcli.registry.yaml_text import MAX_BYTES

    if commit is not None:
        return content(root, commit, path)
    return read_bytes(root, path, MAX_BYTES) if (root / path).is_file() else None


def _model(name: str, raw: bytes) -> Directive:
    """What could be read of a version; a line on stderr where it has errors."""
    from parcli.diagnostics import Severity
    from parcli.model.directive import Directive
    from parcli.registry.files import FileKind
    from parcli.registry.reading import read_text

    read = read_text(FileKind.DIRECTIVE, name, raw)
    if not isinstance(read.model, Directive):
        raise UnreadDirective(file=name)
    # A copy to compare with may bear any name, so PAR208 (id and file name differ) says nothing.
    told = [finding for finding in read.diagnostics if finding.code != "PAR208"]
    if any(finding.severity is Severity.ERROR for finding in told):
        message = _("{file} has errors; what could be read of it is compared.")
        sys.stderr.write(message.format(file=name) + "\n")
    return read.model
