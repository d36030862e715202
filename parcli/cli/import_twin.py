"""The file of the registry that holds the document of a draft already."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from parcli.intake.draft import Draft


def twin_of(draft: Draft, home: Path | None) -> Path | None:
    """The file with the draft's number, symbol, day and issuer; None without one or a registry."""
    from parcli.cli.import_catalogue import shown_path
    from parcli.intake.same_document import registered_file
    from parcli.registry.compiled.store import open_index

    if home is None:
        return None
    path = registered_file(open_index(home).db, draft.values)
    return shown_path(home / path) if path else None
