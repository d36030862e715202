"""What is wrong with a template's tags: broken, unknown, unsafe, or cutting rows in two."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from xml.parsers import expat

from jinja2 import TemplateSyntaxError

from parcli.documents.package import DOCUMENT
from parcli.documents.renderer import TAGGED, CompiledTemplate, TemplateFault, marked_source
from parcli.documents.report_kinds import KINDS
from parcli.documents.sandbox import TagEnvironment, unsafe_nodes
from parcli.documents.tags import paragraphs, tag_places
from parcli.documents.template_check.findings import finding
from parcli.documents.template_check.name_walk import NameWalk
from parcli.documents.template_check.shapes import names_of, sample

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.documents.package import WordPackage
    from parcli.documents.report_kinds import ReportKind
    from parcli.documents.tags import MarkedSource

_WHOLE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_STRAY = re.compile(r"\{\s*\{|\}\s*\}|\{\s*%|%\s*\}")
_KEYWORD = re.compile(r"^\{%[-+]?(?:(?:p|tr|tc|r)\s)?\s*(\w+)")
_KEYWORDS = ("if", "elif", "else", "endif", "for", "endfor")
_NAME = re.compile(r"[A-Za-z_]\w*")


def has_tags(package: WordPackage) -> bool:
    """Whether the file is a template, or a finished document."""
    return any(
        _STRAY.search(words)
        for name in package.parts
        if TAGGED.match(name)
        for words in paragraphs(package.text(name))
    )


def likely_kind(package: WordPackage) -> ReportKind:
    """The kind of report whose names the template uses most."""
    words = {
        word for place in tag_places(package.text(DOCUMENT)) for word in _NAME.findall(place.tag)
    }
    return max(KINDS.values(), key=lambda kind: len(words & names_of(kind.record_type()).keys()))


def tag_findings(package: WordPackage, kind: ReportKind) -> list[Diagnostic]:
    """Every finding about the tags of all parts, names being those of one kind of report."""
    found: list[Diagnostic] = []
    for name in package.parts:
        if TAGGED.match(name):
            found += _part_findings(package.path, package.text(name), kind)
    if not found:
        found += _rendering(package, kind)
    return found


def _part_findings(path: str, xml: str, kind: ReportKind) -> Iterator[Diagnostic]:
    broken = list(_broken(path, xml))
    yield from broken
    if broken:
        return
    source = marked_source(xml)
    environment = TagEnvironment()
    try:
        tree = environment.parse(source.text)
    except TemplateSyntaxError as error:
        yield _at("PAR801", path, source, error.lineno, problem=error.message)
        return
    unsafe = list(unsafe_nodes(tree))
    for problem in unsafe:
        yield _at("PAR803", path, source, problem.lineno, problem=problem.message)
    if unsafe:
        return
    walk = NameWalk(kind.record_type())
    walk.visit(tree)
    for unknown in walk.unknown:
        yield _at("PAR802", path, source, unknown.line, name=unknown.name, near=unknown.near)
    for line, problem_text in walk.unprintable:
        yield _at("PAR804", path, source, line, problem=problem_text)


def _broken(path: str, xml: str) -> Iterator[Diagnostic]:
    """Tags that are not closed, not opened, or that alone make no sense."""
    environment = TagEnvironment()
    for number, words in enumerate(paragraphs(xml), 1):
        rest = _WHOLE.sub(" ", words)
        stray = _STRAY.search(rest)
        if stray:
            around = rest[max(stray.start() - 15, 0) : stray.end() + 25].strip()
            yield finding("PAR801", path, number, tag=around, problem=stray[0])
    for place in tag_places(xml):
        problem = _problem(environment, place.tag)
        if problem:
            yield finding("PAR801", path, place.paragraph, tag=place.tag, problem=problem)


def _problem(environment: TagEnvironment, tag: str) -> str:
    """What is wrong with a tag by itself; empty where nothing is."""
    plain = tag.translate(str.maketrans("“”‘’", "\"\"''"))
    if tag.startswith("{%"):
        keyword = _KEYWORD.match(plain)
        if keyword is None or keyword[1] not in _KEYWORDS:
            # Statements that Jinja2 has and templates may not use are unsafe, not broken.
            known = keyword is not None and keyword[1] in _OTHER_STATEMENTS
            return "" if known else (keyword[1] if keyword else tag)
        plain = _closed(plain, keyword[1])
    else:
        plain = re.sub(r"^\{\{(?:p|tr|tc|r)\s", "{{", plain)
    try:
        environment.parse(plain)
    except TemplateSyntaxError as error:
        return error.message or tag
    return ""


_OTHER_STATEMENTS = (
    "set", "endset", "macro", "endmacro", "call", "endcall", "filter", "endfilter", "include",
    "import", "from", "extends", "block", "endblock", "with", "endwith", "raw", "endraw",
    "autoescape", "endautoescape", "vm", "hm", "colspan", "cellbg",
)  # fmt: skip


def _closed(tag: str, keyword: str) -> str:
    """A statement with what it needs around it to be parsed alone."""
    bare = re.sub(r"^\{%([-+]?)(?:p|tr|tc|r)\s", r"{%\1 ", tag)
    return {
        "if": bare + "{% endif %}",
        "for": bare + "{% endfor %}",
        "elif": "{% if x %}" + bare + "{% endif %}",
        "else": "{% if x %}" + bare + "{% endif %}",
        "endif": "{% if x %}" + bare,
        "endfor": "{% for x in y %}" + bare,
    }[keyword]


def _rendering(package: WordPackage, kind: ReportKind) -> Iterator[Diagnostic]:
    """What only shows when the template is filled, with everything there and with nothing."""
    for full in (True, False):
        context = sample(kind.record_type(), full=full)
        try:
            template = CompiledTemplate(package)
            for name in template.parts:
                _parse(template.rendered(name, context))
        except TemplateFault as error:
            facts: dict[str, Any] = error.facts
            yield finding(
                "PAR804",
                package.path,
                facts["paragraph"],
                tag=facts["tag"],
                problem=facts["problem"],
            )
            return
        except expat.ExpatError as error:
            yield finding("PAR805", package.path, 1, problem=str(error))
            return


def _parse(xml: str) -> None:
    expat.ParserCreate().Parse(xml.encode("utf-8", "surrogatepass"), True)


def _at(code: str, path: str, source: MarkedSource, line: int | None, **values: Any) -> Diagnostic:
    place = source.place(line)
    paragraph = place.paragraph if place else 1
    return finding(code, path, paragraph, tag=place.tag if place else "", **values)
