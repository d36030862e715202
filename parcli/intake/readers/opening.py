"""Which reader a file needs, told from its content first and its name second."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.errors import os_reason
from parcli.intake.failures import NoWords, OtherFormat, TooBig, UnknownFileKind
from parcli.intake.readers.contents import OLE, refuse
from parcli.intake.readers.rubbish import with_rubbish_told
from parcli.language import _
from parcli.registry.files import Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import BinaryIO

    from parcli.intake.blocks import Document

MAX_FILE = 60 * 1024 * 1024
# Some 350 pages; what has more is no directive, and reading it would take minutes.
MAX_LETTERS = 1_000_000
OTHER_OFFICE = (".rtf", ".odt", ".html", ".htm", ".mht", ".wps", ".xls", ".xlsx", ".ppt", ".pptx")
SUFFIXES = (".docx", ".docm", ".doc", ".pdf", ".txt", ".md")


def read_document(path: Path, tell: Callable[[float], None] | None = None) -> Document:
    """The blocks of a document. `tell` hears the share that is done.

    Raises Unreadable, UnknownFileKind, or what the reader raises.
    """
    if path.is_dir():
        raise Unreadable(path=path, reason=_("it is a folder"))
    if path.exists() and not path.is_file():
        raise Unreadable(path=path, reason=_("it is no file but a device or a pipe"))
    suffix = path.suffix.lower()
    if suffix in OTHER_OFFICE:
        raise OtherFormat(file=path.name, suffix=suffix)
    if suffix not in SUFFIXES:
        raise UnknownFileKind(file=path.name)
    try:
        with path.open("rb") as stream:
            raw = stream.read(MAX_FILE + 1)
    except OSError as error:
        raise Unreadable(path=path, reason=os_reason(error)) from None
    if len(raw) > MAX_FILE:
        raise TooBig(file=path.name, what=_("its size"), limit=f"{MAX_FILE >> 20} MB")
    return read_bytes(raw, path.name, suffix, tell)


def read_stream(
    stream: BinaryIO, file: str, tell: Callable[[float], None] | None = None
) -> Document:
    """The same for what comes through a pipe: only its content tells what it is.

    `file` stands for it in messages. Raises TooBig, or what the reader raises.
    """
    raw = stream.read(MAX_FILE + 1)
    if len(raw) > MAX_FILE:
        raise TooBig(file=file, what=_("its size"), limit=f"{MAX_FILE >> 20} MB")
    return read_bytes(raw, file, "", tell)


def read_bytes(
    raw: bytes, file: str, suffix: str, tell: Callable[[float], None] | None = None
) -> Document:
    """The same for bytes in memory; `file` names them in messages."""
    if not raw.strip():
        raise NoWords(file=file)
    document = _read(raw, file, suffix, tell)
    if sum(len(paragraph.text) for paragraph in document.paragraphs()) > MAX_LETTERS:
        limit = f"{MAX_LETTERS:,}".replace(",", ".")
        raise TooBig(file=file, what=_("the number of its letters"), limit=limit)
    return with_rubbish_told(document)


def _read(raw: bytes, file: str, suffix: str, tell: Callable[[float], None] | None) -> Document:
    if raw.startswith(b"%PDF") or (suffix == ".pdf" and not raw.startswith(b"PK")):
        from parcli.intake.readers.pdf import read_pdf  # noqa: PLC0415  optional and slow to import

        return read_pdf(raw, file, tell)
    if suffix in (".docx", ".docm", ".doc") or raw.startswith((b"PK\x03\x04", OLE)):
        from parcli.intake.readers.docx import read_docx  # noqa: PLC0415  text needs no lxml

        return read_docx(raw, file, tell)
    if raw.startswith(b"{\\rtf"):
        refuse(raw, file)
    from parcli.intake.readers.text import read_text_document  # noqa: PLC0415  likewise

    return read_text_document(raw, file)
