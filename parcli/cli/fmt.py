"""`parcli fmt`: YAML in its canonical layout."""

from __future__ import annotations

import difflib
import errno
import os
import re
import sys
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from io import StringIO
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from parcli.cli.options import (
    PathsArgument,
    RootOption,
    checked_format,
    format_option,
    root_asked,
    root_at_hand,
)
from parcli.cli.standard_output import print_json
from parcli.errors import os_reason
from parcli.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from parcli.diagnostics import Diagnostic

STDIN = "-"
_SUFFIXES = (".yaml", ".yml")
_CUT = "\\ No newline at end of file"  # as diff and git say it; patch reads it
_OUR_SCHEMA = re.compile(rb"^\W*schema\W+parcli\.", re.MULTILINE)


class _Differing(NamedTuple):
    """A file that is laid out otherwise, from which line on, and the differences."""

    file: str
    line: int
    diff: str


@dataclass
class _Tally:
    """What became of the files."""

    changed: int = 0
    same: int = 0
    wrong: list[Diagnostic] = field(default_factory=list)
    files_left: int = 0
    differing: list[_Differing] = field(default_factory=list)

    def json(self, *, written: bool) -> dict[str, Any]:
        """What differed, each with its differences, what was left alone, and the errors found."""
        from parcli.reporting.progress_changes import finding_json

        return {
            "written": written,
            "changed": [{"file": each.file, "diff": each.diff} for each in self.differing],
            "same": self.same,
            "left": self.files_left,
            "diagnostics": [finding_json(finding) for finding in self.wrong],
        }


def fmt(
    ctx: typer.Context,
    paths: PathsArgument = None,
    check: Annotated[
        bool, typer.Option("--check", help=_("Write nothing; exit with 1 where a file differs."))
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help=_("Write nothing; show what would change."))
    ] = False,
    root: RootOption = None,
    form: Annotated[str, format_option(_("Output: text, json, or github with --check."))] = "text",
) -> None:
    """Lay YAML files out: order of keys, block style, wrapped text, quotes only where needed.

    The data never changes; comments, anchors and ignores stay. Files with errors are left alone.
    """
    checked_format(form, "text", "json", *(["github"] if check else []))
    registry = root_at_hand(ctx, root) if paths else root_asked(ctx, root)
    quiet = form == "json"
    if paths == [STDIN]:
        tally = _standard_input(check=check, diff=diff, quiet=quiet)
    else:
        asked = _asked(registry, paths or [])
        tally = _files(asked, registry, check=check, diff=diff, quiet=quiet or form == "github")
    if form == "github":
        _annotate(tally)
    if quiet:
        written = not (check or diff) and paths != [STDIN]
        print_json(tally.json(written=written))
    else:
        _say(tally, written=not (check or diff), summed_up=paths != [STDIN])
    if tally.wrong or (tally.changed and (check or diff)):
        raise typer.Exit(1)


def _annotate(tally: _Tally) -> None:
    """A command for each file, its path from the repository on."""
    from parcli.cli.checkout import checkout
    from parcli.reporting.diagnostics_github import layout_command

    start = checkout("github", None)
    for file, line, _diff in tally.differing:
        path = os.path.relpath(Path(file).resolve(), start) if start else file
        sys.stdout.write(layout_command(Path(path).as_posix(), line) + "\n")


def _say(tally: _Tally, *, written: bool, summed_up: bool) -> None:
    if summed_up:
        _sum_up(tally, written=written)
    for finding in tally.wrong:
        _complain(finding)


def _asked(registry: Path | None, paths: Sequence[str]) -> list[Path]:
    """The files that were named, those in folders that were named, or all of the registry.

    Raises Unreadable for what does not exist, before anything is written.
    """
    from parcli.registry.files import Unreadable, list_files

    if registry is not None and not paths:
        return [registry / file.path for file in list_files(registry)]
    found: dict[Path, None] = {}
    for given in map(Path, paths):
        if not given.exists():
            raise Unreadable(path=given, reason=os_reason(errno.ENOENT))
        found.update(dict.fromkeys(_inside(given, registry) if given.is_dir() else [given]))
    return list(found)


def _inside(folder: Path, registry: Path | None) -> Iterator[Path]:
    """The files of a registry below `folder`; YAML of other programs is not parcli's to lay out."""
    from parcli.registry.files import kind_of

    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if hidden or path.suffix not in _SUFFIXES or not path.is_file():
            continue
        ours = registry is not None and kind_of(registry, path) is not None
        if ours or _OUR_SCHEMA.search(path.read_bytes()):
            yield path


def _files(
    paths: Sequence[Path], registry: Path | None, *, check: bool, diff: bool, quiet: bool
) -> _Tally:
    from parcli.registry.write_lock import write_whole

    tally = _Tally()
    with _lock(registry, wanted=not (check or diff)):
        for path in paths:
            text = _changed(path, registry, tally, shows=diff or quiet)
            if text is None:
                continue
            if not quiet:
                _tell(tally.differing[-1], check=check, diff=diff)
            if not (check or diff):
                write_whole(path.resolve(), text.encode())
    return tally


def _changed(path: Path, registry: Path | None, tally: _Tally, *, shows: bool) -> str | None:
    """The file's text laid out, None where that changes nothing or cannot be; counted in `tally`.

    `shows` says that the differences are wanted, not only which file differs.
    """
    from parcli.registry.files import kind_of, read_bytes
    from parcli.registry.yaml_layout import laid_out
    from parcli.registry.yaml_text import MAX_BYTES

    name = _shown(path)
    raw = read_bytes(Path(), str(path), MAX_BYTES)
    text, found = laid_out(kind_of(registry, path) if registry else None, name, raw)
    tally.wrong += found
    if text is None:
        tally.files_left += 1
        return None
    if text.encode() == raw:
        tally.same += 1
        return None
    tally.changed += 1
    tally.differing.append(_differing(name, raw, text, shows=shows))
    return text


def _differing(name: str, raw: bytes, text: str, *, shows: bool) -> _Differing:
    lines = zip_longest(StringIO(raw.decode("utf-8"), "\n"), StringIO(text, "\n"))
    first = next(number for number, (old, new) in enumerate(lines, 1) if old != new)
    return _Differing(name, first, _unified(name, raw, text) if shows else "")


def _lock(registry: Path | None, *, wanted: bool) -> AbstractContextManager[None]:
    from parcli.registry.write_lock import write_lock

    return write_lock(registry) if wanted and registry is not None else nullcontext()


def _tell(differing: _Differing, *, check: bool, diff: bool) -> None:
    message = _("{path}: not in canonical layout") if check else _("{path}: laid out")
    said = message.format(path=differing.file) + "\n"
    sys.stdout.write(differing.diff if diff else said)


def _unified(name: str, raw: bytes, text: str) -> str:
    before, after = ([*StringIO(each, "\n")] for each in (raw.decode("utf-8"), text))
    lines = difflib.unified_diff(before, after, name, name)
    return "".join(line if line.endswith("\n") else f"{line}\n{_CUT}\n" for line in lines)


def _standard_input(*, check: bool, diff: bool, quiet: bool) -> _Tally:
    from parcli.registry.yaml_layout import laid_out

    raw = sys.stdin.buffer.read()
    text, found = laid_out(None, "<stdin>", raw)
    if text is None:
        return _Tally(wrong=found, files_left=1)
    if diff and not quiet:
        sys.stdout.write(_unified("<stdin>", raw, text))
    elif not check and not quiet:
        sys.stdout.write(text)
    if text.encode() == raw:
        return _Tally(same=1)
    return _Tally(changed=1, differing=[_differing("<stdin>", raw, text, shows=quiet)])


def _shown(path: Path) -> str:
    """A path as seen from the working directory, where it lies below it."""
    absolute, here = path.absolute(), Path.cwd()
    inside = absolute.is_relative_to(here)
    return (absolute.relative_to(here) if inside else path).as_posix()


def _complain(finding: Diagnostic) -> None:
    place = f"{finding.file}:{finding.line}:{finding.column}"
    sys.stderr.write(f"{place}: {finding.code} {finding.text()}\n")
    if finding.advice():
        sys.stderr.write(f"  {finding.advice()}\n")


def _sum_up(tally: _Tally, *, written: bool) -> None:
    """One line on stderr, so that what stands on stdout can be piped."""
    total = tally.changed + tally.same
    if written:
        message = ngettext(
            "{changed} of {count} file laid out.", "{changed} of {count} files laid out.", total
        )
    else:
        message = ngettext(
            "{changed} of {count} file would be laid out anew.",
            "{changed} of {count} files would be laid out anew.",
            total,
        )
    said = message.format(changed=tally.changed, count=total)
    if tally.files_left:
        said += " " + ngettext(
            "{count} file has errors and was left as it is.",
            "{count} files have errors and were left as they are.",
            tally.files_left,
        ).format(count=tally.files_left)
    sys.stderr.write(said + "\n")
