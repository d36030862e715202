"""A .docx as the zip file it is: read within limits, written the same bytes each time."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, NoReturn
from xml.parsers import expat

from parcli.errors import ParcliError
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

MAX_FILE = 20_000_000
MAX_UNPACKED = 150_000_000
MAX_RATIO = 200
MAX_PARTS = 2_000
DOCUMENT = "word/document.xml"
# The earliest moment that a zip file can hold; the content alone decides the bytes.
EPOCH = (1980, 1, 1, 0, 0, 0)
_MACROS = re.compile(
    r"(^|/)(vbaProject|vbaData)\.(bin|xml)$|(^|/)(activeX|embeddings)/", re.IGNORECASE
)
_ACTIVE_TYPE = re.compile(r"macroEnabled|vbaProject|vbaData|activeX|oleObject", re.IGNORECASE)
_ACTIVE_LINKS = ("vbaProject", "oleObject", "control", "package", "aFChunk")
# Fields that fetch something or start a program when the document is opened or updated.
_FETCHING_FIELD = re.compile(
    r"\s(?:DDEAUTO|DDE|INCLUDEPICTURE|INCLUDETEXT|INCLUDE|IMPORT|LINK|DATABASE|MACROBUTTON|RD)\s",
    re.IGNORECASE,
)
_RATIO_FROM = 1_000_000


class NotWord(ParcliError):
    """A file that is no Word document parcli reads."""

    message = N_("{path} is not a Word document (.docx): {reason}")
    hint = N_("Open it in Word and save it as “Word Document (.docx)”.")


class UnsafeDocument(ParcliError):
    """A Word file with something in it that a template has no need of."""

    message = N_("{path} is refused: {part} {reason}")
    hint = N_("Ask whoever sent the file for one without it, or copy the text into a new document.")


@dataclass(frozen=True)
class WordPackage:
    """The parts of a .docx by name, in the file's order."""

    path: str
    parts: Mapping[str, bytes]

    def text(self, name: str) -> str:
        """A part's XML as text, without its declaration and byte-order mark."""
        raw = self.parts[name].decode("utf-8-sig")
        return re.sub(r"^\s*<\?xml[^>]*\?>\s*", "", raw)


def read_package(path: str, raw: bytes) -> WordPackage:
    """The package whose bytes are `raw`. Raises NotWord or UnsafeDocument.

    Refused are macros and embedded programs, XML that declares a document type or entities, files
    that unpack to too much, links and fields that bring in something from elsewhere.
    """
    if len(raw) > MAX_FILE:
        raise UnsafeDocument(path=path, part="", reason=f"> {MAX_FILE // 1_000_000} MB")
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            parts = _unpacked(path, archive)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise NotWord(path=path, reason=error) from None
    if DOCUMENT not in parts:
        raise NotWord(path=path, reason=f"{DOCUMENT} –")
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")):
            _Scan(path, name).run(content)
    return WordPackage(path, parts)


def write_package(target: BinaryIO, parts: Iterable[tuple[str, bytes]]) -> None:
    """Write parts as a zip whose bytes depend on nothing but them."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(entry(name), content, compresslevel=6)


def entry(name: str) -> zipfile.ZipInfo:
    """A zip entry without a clock, an owner or an operating system in it."""
    info = zipfile.ZipInfo(name, EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = 0
    info.external_attr = 0
    return info


def _unpacked(path: str, archive: zipfile.ZipFile) -> dict[str, bytes]:
    entries = archive.infolist()
    if len(entries) > MAX_PARTS:
        raise UnsafeDocument(path=path, part="", reason=f"> {MAX_PARTS} parts")
    room = MAX_UNPACKED
    parts: dict[str, bytes] = {}
    for info in entries:
        if info.is_dir():
            continue
        if _MACROS.search(info.filename):
            raise UnsafeDocument(path=path, part=info.filename, reason="(macro, ActiveX, OLE)")
        if info.filename in parts:
            raise UnsafeDocument(path=path, part=info.filename, reason="× 2")
        with archive.open(info) as stream:
            content = stream.read(room + 1)
        room -= len(content)
        limit = max(info.compress_size * MAX_RATIO, _RATIO_FROM)
        if room < 0 or len(content) > limit:
            raise UnsafeDocument(path=path, part=info.filename, reason="(zip bomb)")
        parts[info.filename] = content
    return parts


class _Scan:
    """What one XML part holds that a template has no need of; found while it is checked."""

    def __init__(self, path: str, name: str) -> None:
        self.path, self.name = path, name
        self.instructions: list[str] = []
        self._in_instruction = False

    def run(self, content: bytes) -> None:
        """Raises NotWord where the part is no XML, UnsafeDocument where it is refused."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = self._declaration
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._text
        try:
            parser.Parse(content, True)
        except expat.ExpatError as error:
            raise NotWord(path=self.path, reason=f"{self.name}: {error}") from None
        field = _FETCHING_FIELD.search("".join(self.instructions))
        if field:
            self._refuse(field[0].strip())

    def _declaration(self, *_declared: object) -> None:
        self._refuse("<!DOCTYPE>, <!ENTITY>")

    def _start(self, element: str, attributes: dict[str, str]) -> None:
        local = element.rpartition(" ")[2]
        if local == "Relationship":
            self._relationship(attributes)
        elif local in ("Override", "Default"):
            active = _ACTIVE_TYPE.search(attributes.get("ContentType", ""))
            if active:
                self._refuse(active[0])
        elif local == "fldSimple":
            self.instructions += [" ", *attributes.values(), " "]
        elif local == "fldChar":
            self.instructions.append(" ")
        self._in_instruction = local == "instrText"

    def _end(self, _element: str) -> None:
        self._in_instruction = False

    def _text(self, text: str) -> None:
        if self._in_instruction:
            self.instructions.append(text)

    def _relationship(self, attributes: dict[str, str]) -> None:
        """A hyperlink waits for a click; every other link outwards is followed on opening."""
        kind = attributes.get("Type", "").rpartition("/")[2]
        outside = attributes.get("TargetMode", "").lower() == "external"
        if kind in _ACTIVE_LINKS or (outside and kind != "hyperlink"):
            self._refuse(f"({kind})")

    def _refuse(self, reason: str) -> NoReturn:
        raise UnsafeDocument(path=self.path, part=self.name, reason=reason)
