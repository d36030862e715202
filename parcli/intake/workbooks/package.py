"""What a workbook is made of, looked at before it is read: it came by mail and may mean harm.

A workbook is a zip archive of XML parts. Nothing is unpacked to disk, no link is followed, no macro
is read; what could exhaust memory or is no plain workbook is refused.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING, NamedTuple

from parcli.diagnostics import Diagnostic, Severity, facts
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_BYTES = 20 * 1024 * 1024
MAX_UNPACKED = 32 * 1024 * 1024
MAX_PARTS = 2_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # .xls, and any workbook with a password
_MARKUP = (".xml", ".rels", ".vml")
_DECLARED = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)""")
_DTD = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)


class _Refusal(NamedTuple):
    code: str
    message: str
    hint: str
    severity: Severity = Severity.ERROR


_NOT_A_WORKBOOK = _Refusal(
    "PAR651",
    N_("This is not an Excel workbook (.xlsx), or it is damaged."),
    N_("Open it in Excel and save it as “Excel Workbook (.xlsx)”."),
)
_OLD_OR_LOCKED = _Refusal(
    "PAR651",
    N_("This is an old .xls workbook, or one with a password."),
    N_("Open it in Excel, remove the password, and save it as “Excel Workbook (.xlsx)”."),
)
_MACROS = _Refusal(
    "PAR652",
    N_("The workbook holds macros; parcli does not read it."),
    N_("Save it as “Excel Workbook (.xlsx)”, without macros."),
)
_TOO_LARGE = _Refusal(
    "PAR653",
    N_("The workbook is too large: {what}."),
    N_("Ask the unit for the form itself, without pictures and other sheets."),
)
_HARMFUL = _Refusal(
    "PAR654",
    N_("The workbook holds a part that no spreadsheet program writes: {part}."),
    N_("Do not open it; ask the sender about it."),
)
_LINKS = _Refusal(
    "PAR655",
    N_("The workbook links to other files; the links were not followed."),
    N_("In Excel: Data, Edit Links, Break Link."),
    Severity.WARNING,
)


def package_findings(file: str, raw: bytes) -> list[Diagnostic]:
    """What is wrong with a workbook's bytes; it may be read only where none of it is an error."""
    if len(raw) > MAX_BYTES:
        return [_finding(file, _TOO_LARGE, what=f"{len(raw)} > {MAX_BYTES} bytes")]
    if raw.startswith(_OLE):
        return [_finding(file, _OLD_OR_LOCKED)]
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            return list(_archive_findings(file, archive))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError):
        return [_finding(file, _NOT_A_WORKBOOK)]


def _archive_findings(file: str, archive: zipfile.ZipFile) -> Iterator[Diagnostic]:
    parts = archive.infolist()
    names = [part.filename for part in parts]
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MAX_PARTS:
        yield _finding(file, _TOO_LARGE, what=f"{len(parts)} > {MAX_PARTS}")
    elif unpacked > MAX_UNPACKED:
        yield _finding(file, _TOO_LARGE, what=f"{unpacked} > {MAX_UNPACKED} bytes")
    elif "[Content_Types].xml" not in names or "xl/workbook.xml" not in names:
        yield _finding(file, _NOT_A_WORKBOOK)
    elif len(set(names)) < len(names):
        yield _finding(file, _HARMFUL, part=next(n for n in names if names.count(n) > 1))
    elif _has_macros(archive, names):
        yield _finding(file, _MACROS)
    else:
        harmful = next((n for n in names if _is_harmful(archive, n)), None)
        if harmful is not None:
            yield _finding(file, _HARMFUL, part=harmful)
        elif any(name.startswith("xl/externalLinks/") for name in names):
            yield _finding(file, _LINKS)


def _has_macros(archive: zipfile.ZipFile, names: list[str]) -> bool:
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        return True
    return b"macroenabled" in archive.read("[Content_Types].xml").lower()


def _is_harmful(archive: zipfile.ZipFile, name: str) -> bool:
    """Whether a part declares entities, or hides what it holds behind a rare encoding."""
    if not name.lower().endswith(_MARKUP):
        return False
    content = archive.read(name)
    declared = _DECLARED.search(content[:200])
    if declared and declared[1].lower() not in (b"utf-8", b"us-ascii", b"ascii"):
        return True
    return (
        b"\0" in content[:4]
        or content[:2] in (b"\xff\xfe", b"\xfe\xff")
        or bool(_DTD.search(content))
    )


def _finding(file: str, refusal: _Refusal, **values: object) -> Diagnostic:
    return Diagnostic(
        file, 1, 1, refusal.code, refusal.severity, refusal.message, refusal.hint, facts(values)
    )
