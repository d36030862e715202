"""Evidence as the registry keeps it: a document's number, or a file with its hash."""

from __future__ import annotations

import hashlib
from pathlib import Path

from parcli.errors import UsageError, os_reason
from parcli.language import N_
from parcli.registry.files import Unreadable
from parcli.text import nfc, one_line

_CHUNK = 1024 * 1024
# Endings that make a name that of a file, so that a misspelt one is not taken for a number.
_FILE_ENDINGS = frozenset(
    {".pdf", ".doc", ".docx", ".xls", ".xlsx", ".odt", ".ods", ".pptx", ".jpg", ".jpeg", ".png",
     ".tif", ".zip", ".rar", ".7z", ".xml"}
)  # fmt: skip


class NoSuchEvidence(UsageError):
    """A file is named that is not there."""

    message = N_("The evidence file “{file}” does not exist.")
    hint = N_("Name a file inside the registry, or the document's number, such as 15/BC-PNV.")


class EvidenceOutside(UsageError):
    """A file that others who have the registry would not have."""

    message = N_("The evidence file “{file}” is outside of the registry.")
    hint = N_("Copy it into the registry's folder first, for example to {folder}.")


def evidence_of(root: Path, written: str, folder: Path) -> dict[str, str]:
    """The evidence that `written` means: a file of the registry with its SHA-256, else a number.

    A relative name is looked for in `folder`, then in the registry at `root`. "15/BC-PNV: Báo cáo"
    is a number and a title. Raises NoSuchEvidence, EvidenceOutside or Unreadable.
    """
    for base in (folder, root):
        place = (base / written).resolve()
        if place.is_file():
            return _file(root.resolve(), place, written)
    if Path(written).suffix.lower() in _FILE_ENDINGS:
        raise NoSuchEvidence(file=written)
    number, _colon, title = f"{one_line(nfc(written))} ".partition(": ")
    found = {"number": number.strip(), "title": title.strip()}
    return {key: words for key, words in found.items() if words}


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file's content, in hexadecimal. Raises Unreadable."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
    except OSError as error:
        raise Unreadable(path=path, reason=os_reason(error)) from None
    return digest.hexdigest()


def _file(root: Path, place: Path, written: str) -> dict[str, str]:
    if not place.is_relative_to(root):
        raise EvidenceOutside(file=written, folder=root / "data" / "evidence")
    return {"file": place.relative_to(root).as_posix(), "sha256": sha256_of(place)}
