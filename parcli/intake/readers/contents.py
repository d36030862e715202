"""What a file holds that is no Word document, told from its bytes and not from its name."""

from __future__ import annotations

import re

from parcli.intake.failures import Locked, NotThisKind, OldWord, PlainText
from parcli.language import N_, _

OLE = b"\xd0\xcf\x11\xe0"
_HEAD = 4096
_STARTS = (
    (b"{\\rtf", N_("an RTF document")),
    (b"%PDF", N_("a PDF")),
    (b"\xff\xd8\xff", N_("a picture")),
    (b"\x89PNG", N_("a picture")),
    (b"GIF8", N_("a picture")),
    (b"II*\x00", N_("a picture")),
    (b"MM\x00*", N_("a picture")),
)
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta)\b", re.IGNORECASE)
_OLE_STREAMS = (
    ("Workbook", N_("an Excel workbook")),
    ("Book", N_("an Excel workbook")),
    ("PowerPoint Document", N_("a PowerPoint presentation")),
)


def refuse(raw: bytes, file: str) -> None:
    """Say what the bytes of a supposed Word document are instead.

    Raises OldWord, Locked, PlainText or NotThisKind, always one of them.
    """
    if raw.startswith(OLE):
        _refuse_compound(raw, file)
    for start, found in _STARTS:
        if raw.lstrip()[:16].startswith(start):
            raise NotThisKind(file=file, found=_(found))
    if _PAGE.search(raw[:_HEAD]):
        raise NotThisKind(file=file, found=_("a web page"))
    if b"\x00" not in raw and _is_text(raw):
        raise PlainText(file=file, found=_("plain text"))
    raise NotThisKind(file=file, found=_("something else"))


def _refuse_compound(raw: bytes, file: str) -> None:
    """A container of Office 97 to 2003, in which newer programs put locked documents too."""
    if _names(raw, "EncryptedPackage"):
        raise Locked(file=file)
    for stream, found in _OLE_STREAMS:
        if _names(raw, stream) and not _names(raw, "WordDocument"):
            raise NotThisKind(file=file, found=_(found))
    raise OldWord(file=file)


def _names(raw: bytes, stream: str) -> bool:
    """Whether the container has a stream of that name; its directory ends names with a zero."""
    return f"{stream}\0".encode("utf-16-le") in raw


def _is_text(raw: bytes) -> bool:
    try:
        raw[:_HEAD].decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start > _HEAD - 4
    return True
