"""The catalogue of units that an imported directive needs: drafted, filled or extended."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import typer

from parcli.language import _, ngettext

if TYPE_CHECKING:
    from parcli.diagnostics import Diagnostic
    from parcli.intake.accounting import Ledger
    from parcli.intake.draft import Draft
    from parcli.model.unit_names import NameIndex


class CatalogueWork(NamedTuple):
    """What became of the catalogue: the file written, what to look at in it, what is missing."""

    path: Path | None = None
    added: bool = False
    told: tuple[Diagnostic, ...] = ()
    missing: int = 0


def shown_path(path: Path) -> Path:
    """A path as it reads from the working directory; as it is where it lies elsewhere."""
    try:
        return path.relative_to(Path.cwd())
    except ValueError:
        return path


def names_of(org: str, home: Path | None) -> NameIndex | None:
    """The names of the organisation's catalogue; None where it has none yet, or an empty one."""
    if home is None or not _path(org, home).is_file():
        return None
    from parcli.registry.compiled.names import name_index
    from parcli.registry.compiled.store import open_index

    db = open_index(home).db
    if not db.execute("SELECT 1 FROM unit WHERE org = ? LIMIT 1", (org,)).fetchone():
        return None
    return name_index(db, org)


def write_catalogue(draft: Draft, home: Path, *, add_units: bool) -> CatalogueWork:
    """Draft the organisation's catalogue, or fill an empty one.

    One with units gets the missing ones only where `add_units` says so, or a clerk at the terminal.
    """
    from parcli.intake.accounting import Ledger
    from parcli.intake.catalogue import new_units

    org = draft.values["org"]
    path = _path(org, home)
    ledger = Ledger()
    if not path.exists():
        return _drafted(draft, path, ledger)
    names = names_of(org, home)
    entries = new_units(draft.values, ledger, names, _present(org, home))
    count = sum(map(len, entries))
    if not count:
        return CatalogueWork()
    if names is not None and not add_units and not _agreed(path, count):
        return CatalogueWork(path, missing=count)
    return _extended(path, home, entries, ledger)


def _path(org: str, home: Path) -> Path:
    return shown_path(home / "data/units" / f"{org}.yaml")


def _present(org: str, home: Path) -> dict[str, str | None]:
    """The ids of the catalogue with the kind of each; None for a group."""
    from parcli.registry.compiled.store import open_index

    sql = "SELECT id, kind FROM unit WHERE org = ?"
    return dict(open_index(home).db.execute(sql, (org,)).fetchall())


def _agreed(path: Path, count: int) -> bool:
    """Whether the clerk at the terminal wants the new units; False where nobody can be asked."""
    if not _is_terminal():
        return False
    question = ngettext(
        "Add {count} new unit to {path}, marked to be checked?",
        "Add {count} new units to {path}, marked to be checked?",
        count,
    )
    return typer.confirm(question.format(count=count, path=path), default=False, err=True)


def _is_terminal() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


def _drafted(draft: Draft, path: Path, ledger: Ledger) -> CatalogueWork:
    from parcli.documents.output import written_whole
    from parcli.intake.catalogue import draft_catalogue
    from parcli.intake.yaml_out import plain_yaml

    comment = _("Drafted from {file}: check names, kinds and groups, and complete them.")
    values = draft_catalogue(draft.values, ledger)
    text = plain_yaml(values, [comment.format(file=draft.document.file)], ledger)
    with written_whole(path) as stream:
        stream.write(text.encode())
    return CatalogueWork(path, added=True, told=_told(text, path, ledger))


def _extended(
    path: Path,
    home: Path,
    entries: tuple[list[dict[str, Any]], list[dict[str, Any]]],
    ledger: Ledger,
) -> CatalogueWork:
    """Put the entries into the file; only count them where its layout does not allow it."""
    from parcli.intake.catalogue_additions import extended
    from parcli.registry.write_lock import write_lock, write_whole

    with write_lock(home):
        text = extended(path.read_text(encoding="utf-8"), path.name, *entries, ledger)
        if text is None:
            return CatalogueWork(path, missing=sum(map(len, entries)))
        write_whole(path, text.encode())
    return CatalogueWork(path, added=True, told=_told(text, path, ledger))


def _told(text: str, path: Path, ledger: Ledger) -> tuple[Diagnostic, ...]:
    from parcli.intake.findings import catalogue_findings

    return tuple(catalogue_findings(text, str(path), ledger))
