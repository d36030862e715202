"""`parcli schema`: JSON Schema of the file kinds."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from parcli.cli.options import JsonOption, RootOption, checked_format, root_at_hand
from parcli.cli.standard_output import json_text, print_json
from parcli.errors import UsageError
from parcli.language import N_, _

if TYPE_CHECKING:
    from parcli.model.json_schema import KnownNames


class UnknownFileKind(UsageError):
    """A file kind that no registry has."""

    message = N_("There is no file kind “{kind}”.")
    hint = N_("Choose one of: {allowed}.")


class WhichFileKind(UsageError):
    """Neither a kind nor --all, or both."""

    message = N_("Name one file kind, or give --all with -o DIR.")
    hint = N_("File kinds: {allowed}.")


def schema(
    ctx: typer.Context,
    kind: Annotated[
        str | None,
        typer.Argument(
            metavar="[KIND]",
            help=_("File kind: config, calendar, units, index, directive or progress."),
            show_default=False,
        ),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help=_("All file kinds, into a folder."))] = False,
    out: Annotated[
        Path | None,
        typer.Option("-o", "--out", metavar="DIR", help=_("Write files into this folder.")),
    ] = None,
    root: RootOption = None,
    form: JsonOption = "text",
) -> None:
    """JSON Schema 2020-12 for editors and validators; in a registry it offers its units.

    Names that the catalogue lacks stay allowed: parcli validate knows more than a schema can say.
    """
    from parcli.registry.files import FileKind

    checked_format(form, "text", "json")
    kinds = _asked(kind, every=every, into_folder=out is not None)
    names = _names(ctx, root)
    if out is None:
        sys.stdout.write(schema_text(FileKind(kinds[0]), names))
        return
    written = [out / f"{name}.schema.json" for name in kinds]
    for name, path in zip(kinds, written, strict=True):
        _write(path, schema_text(FileKind(name), names))
    paths = [path.as_posix() for path in written]
    if form == "json":
        print_json({"written": paths})
    else:
        sys.stdout.write("".join(f"{path}\n" for path in paths))


def schema_text(kind: str, names: KnownNames | None = None) -> str:
    """The schema of a file kind as it stands in a file."""
    from parcli.model.json_schema import NO_NAMES, json_schema
    from parcli.registry.files import FileKind
    from parcli.registry.reading import model_of

    return json_text(json_schema(model_of(FileKind(kind)), names or NO_NAMES))


def _asked(kind: str | None, *, every: bool, into_folder: bool) -> list[str]:
    from parcli.registry.files import FileKind

    known = [one.value for one in FileKind]
    if kind is not None and kind not in known:
        raise UnknownFileKind(kind=kind, allowed=", ".join(known))
    if (kind is None) != every or (every and not into_folder):
        raise WhichFileKind(allowed=", ".join(known))
    return known if kind is None else [kind]


def _names(ctx: typer.Context, root: Path | None) -> KnownNames | None:
    """What the registry at hand knows; None outside of one."""
    from parcli.queries.known_names import known_names

    registry = root_at_hand(ctx, root)
    return known_names(registry) if registry else None


def _write(path: Path, text: str) -> None:
    from parcli.registry.write_lock import write_whole

    write_whole(path, text.encode())
