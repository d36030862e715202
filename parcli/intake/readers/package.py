"""The zip container of a Word document, opened within limits:
no bombs, no entities, nothing fetched."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

from lxml import etree

from parcli.intake.failures import Damaged, Locked, NotThisKind, TooBig, Unsafe
from parcli.intake.readers.contents import refuse
from parcli.language import N_, _

if TYPE_CHECKING:
    from lxml.etree import _Element

    from parcli.errors import ParcliError

MAX_FILE = 60 * 1024 * 1024
MAX_PART = 120 * 1024 * 1024
MAX_PARTS = 4000
_ENCRYPTED = 1
# libxml2 goes no deeper, and no document does.
_DEEPEST = 256
_TYPES = "[Content_Types].xml"
# "Strict Open XML" differs in the names of its namespaces.
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OTHERS = (
    ("spreadsheetml", N_("an Excel workbook")),
    ("presentationml", N_("a PowerPoint presentation")),
    ("opendocument", N_("an OpenDocument file")),
)
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)


class Package:
    """The parts of one Word file.

    Raises OldWord, Locked, NotThisKind, Damaged, TooBig or Unsafe.
    """

    def __init__(self, raw: bytes, file: str) -> None:
        self._file = file
        if len(raw) > MAX_FILE:
            raise TooBig(file=file, what=_("its size"), limit=f"{MAX_FILE >> 20} MB")
        if not raw.startswith(b"PK"):
            refuse(raw, file)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(raw))
            self._names = {info.filename: info for info in self._zip.infolist()}
        except _BROKEN:
            raise Damaged(file=file, reason=_("it ends too early")) from None
        if any(info.flag_bits & _ENCRYPTED for info in self._names.values()):
            raise Locked(file=file)
        if len(self._names) > MAX_PARTS:
            raise TooBig(file=file, what=_("the number of its parts"), limit=MAX_PARTS)
        self._check_kind()

    def _check_kind(self) -> None:
        if "word/document.xml" in self._names:
            return
        declared = self._bytes(_TYPES).decode("utf-8", "replace") if _TYPES in self._names else ""
        if "mimetype" in self._names:
            declared += self._bytes("mimetype").decode("utf-8", "replace")
        for mark, found in _OTHERS:
            if mark in declared:
                raise NotThisKind(file=self._file, found=_(found))
        if _TYPES in self._names:
            raise Damaged(file=self._file, reason="word/document.xml")
        raise NotThisKind(file=self._file, found=_("a zip archive"))

    @property
    def has_macros(self) -> bool:
        """Whether it carries macros, which are neither run nor read."""
        return any(name.endswith("vbaProject.bin") for name in self._names)

    @property
    def links(self) -> bool:
        """Whether it refers to files elsewhere, links to click aside; nothing is ever fetched."""
        for name in self._names:
            root = self.xml(name) if name.endswith(".rels") else None
            for each in root if root is not None else ():
                if each.get("TargetMode") == "External" and not _is_link(each.get("Type")):
                    return True
        return False

    def parts(self, pattern: str) -> list[str]:
        """The names of its parts that match a regular expression whole, in their order."""
        return sorted(name for name in self._names if re.fullmatch(pattern, name))

    def xml(self, name: str) -> _Element | None:
        """The root of a part; None where the file has no such part."""
        if name not in self._names:
            return None
        raw = self._bytes(name)
        if b"<!DOCTYPE" in raw[:4096] or b"<!ENTITY" in raw[:65536]:
            raise Unsafe(file=self._file, what="DOCTYPE")
        raw = raw.replace(_STRICT, _TRANSITIONAL)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )  # fmt: skip
        try:
            return etree.fromstring(raw, parser)
        except etree.XMLSyntaxError as error:
            raise self._unsound(name, str(error)) from None

    def _unsound(self, name: str, said: str) -> ParcliError:
        """Why a part cannot be read: the parser's own words are no help to a clerk."""
        if "ntity" in said or "mplification" in said:
            return Unsafe(file=self._file, what="ENTITY")
        if "depth" in said:
            return TooBig(file=self._file, what=_("the depth of its tables"), limit=_DEEPEST)
        reason = _("its part {name} is broken").format(name=name)
        return Damaged(file=self._file, reason=reason)

    def _bytes(self, name: str) -> bytes:
        """A part's bytes; no more than its limit is ever unpacked."""
        try:
            with self._zip.open(self._names[name]) as stream:
                raw = stream.read(MAX_PART + 1)
        except _BROKEN:
            reason = _("its part {name} is broken").format(name=name)
            raise Damaged(file=self._file, reason=reason) from None
        if len(raw) > MAX_PART:
            raise TooBig(file=self._file, what=name, limit=f"{MAX_PART >> 20} MB")
        return raw


def _is_link(kind: str | None) -> bool:
    return (kind or "").endswith("/hyperlink")
