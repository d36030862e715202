"""A template and a context in, a Word document out: docxtpl's tags, rendered as a stream.

docxtpl tells how tags stand in Word's XML; the document is then written piece by piece, so that ten
thousand rows need no tree of them in memory, and checked for being well-formed on the way.
"""

from __future__ import annotations

import re
import sys
import zipfile
from dataclasses import dataclass, fields, is_dataclass
from typing import TYPE_CHECKING, Any, BinaryIO
from xml.parsers import expat

from docxtpl import DocxTemplate
from jinja2 import TemplateError, TemplateSyntaxError
from lxml import etree

from parcli.documents.core_properties import DECLARATION, PART, core_properties
from parcli.documents.package import WordPackage, entry
from parcli.documents.sandbox import TagEnvironment
from parcli.documents.tags import MarkedSource, tag_places
from parcli.errors import ParcliError
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from jinja2 import Template

MAX_OUTPUT = 400_000_000
TAGGED = re.compile(r"^word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$")
_BUFFER = 2_000


class TemplateFault(ParcliError):
    """A template cannot be rendered; says which tag of which paragraph."""

    message = N_("{path}, {part}, paragraph {paragraph}, {tag}: {problem}")
    hint = N_("parcli template check shows everything that is wrong with a template.")


class NoTags(ParcliError):
    """A document without a single tag: a finished one, not a template."""

    message = N_("{path} has no tags: it is a finished document, not a template.")
    hint = N_("Copy one of the templates that come with parcli and restyle it in Word.")


class BrokenResult(ParcliError):
    """The tags give something that is no Word document: a row or paragraph is cut in two."""

    message = N_("{path}, {part}: the tags leave a row or a paragraph cut in two ({problem})")
    hint = N_(
        "Tags that repeat whole paragraphs begin with {{%p, whole table rows with {{%tr; each for "
        "and if needs its end of the same kind."
    )


@dataclass(frozen=True)
class CompiledPart:
    """One part of a template, ready to be filled."""

    name: str
    source: MarkedSource
    template: Template
    column_loops: bool


class CompiledTemplate:
    """A template read once and filled any number of times. Raises TemplateFault."""

    def __init__(self, package: WordPackage) -> None:
        self.package = package
        self.environment = TagEnvironment()
        self.parts = {name: self._compiled(name) for name in package.parts if TAGGED.match(name)}

    @property
    def has_tags(self) -> bool:
        """Whether anything is filled in; a finished document has nothing."""
        texts = [part.source.text for part in self.parts.values()]
        return any("{{" in text or "{%" in text for text in texts)

    def write(self, target: BinaryIO, context: Any, title: str, day: date) -> None:
        """Write the filled document; `day` dates it. Raises TemplateFault or BrokenResult."""
        values = plain_fields(context)
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            for name, content in self.package.parts.items():
                if name in self.parts:
                    self._write_part(archive, self.parts[name], values)
                elif name == PART:
                    archive.writestr(entry(name), DECLARATION + core_properties(title, day))
                else:
                    archive.writestr(entry(name), content)

    def rendered(self, name: str, context: Any) -> str:
        """One part's XML as text. Raises TemplateFault."""
        part = self.parts[name]
        return "".join(self._pieces(part, plain_fields(context)))

    def _compiled(self, name: str) -> CompiledPart:
        xml = self.package.text(name)
        source = marked_source(xml)
        try:
            tree = self.environment.checked(source.text)
            template = self.environment.from_string(tree)
        except TemplateSyntaxError as error:
            raise self._fault(name, source, error.lineno, error.message or "") from None
        return CompiledPart(name, source, template, "{%tc " in xml)

    def _write_part(
        self, archive: zipfile.ZipFile, part: CompiledPart, values: Mapping[str, Any]
    ) -> None:
        parser = expat.ParserCreate()
        written = 0
        with archive.open(entry(part.name), "w") as stream:
            for piece in self._pieces(part, values):
                raw = piece.encode("utf-8")
                written += len(raw)
                try:
                    parser.Parse(raw)
                except expat.ExpatError as error:
                    raise self._broken(part, error) from None
                if written > MAX_OUTPUT:
                    raise self._broken(part, f"> {MAX_OUTPUT // 1_000_000} MB")
                stream.write(raw)

    def _pieces(self, part: CompiledPart, values: Mapping[str, Any]) -> Iterator[str]:
        self.environment.rounds = 0
        stream = part.template.stream(values)
        stream.enable_buffering(_BUFFER)
        try:
            if part.column_loops:
                yield _with_columns("".join(stream))
            else:
                yield from stream
        except TemplateError as error:
            line = _line_in_template(error)
            raise self._fault(part.name, part.source, line, error.message or str(error)) from None

    def _broken(self, part: CompiledPart, problem: object) -> BrokenResult:
        return BrokenResult(path=self.package.path, part=part.name, problem=problem)

    def _fault(
        self, name: str, source: MarkedSource, line: int | None, problem: str
    ) -> TemplateFault:
        place = source.place(line)
        return TemplateFault(
            path=self.package.path,
            part=name,
            paragraph=place.paragraph if place else 1,
            tag=place.tag if place else "",
            problem=problem,
        )


def marked_source(xml: str) -> MarkedSource:
    """A part's XML as Jinja2 source, with docxtpl's tags resolved and each tag's place kept."""
    places = tag_places(xml)
    return MarkedSource(DocxTemplate(None).patch_xml(xml), places)


def plain_fields(context: Any) -> dict[str, Any]:
    """The names that a context gives its template."""
    if is_dataclass(context):
        return {field.name: getattr(context, field.name) for field in fields(context)}
    return dict(context)


def _with_columns(xml: str) -> str:
    """`xml` with table grids that fit the columns a {%tc} loop made."""
    tree = DocxTemplate(None).fix_tables(xml)
    return str(etree.tostring(tree, encoding="unicode"))


def _line_in_template(error: BaseException) -> int | None:
    """The line of the template's source in which `error` was raised."""
    line = None
    frame = error.__traceback__ or sys.exc_info()[2]
    while frame is not None:
        if frame.tb_frame.f_code.co_filename == "<template>":
            line = frame.tb_lineno
        frame = frame.tb_next
    return line
