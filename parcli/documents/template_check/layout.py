"""Departures of a document from the format profile, paragraph by paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from parcli.documents.package import DOCUMENT
from parcli.documents.template_check.findings import finding
from parcli.documents.template_check.pages import page_findings
from parcli.documents.template_check.rules import rule_findings
from parcli.documents.template_check.word_styles import W, WordStyles, parsed
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.documents.package import WordPackage
    from parcli.documents.profile import Component, FormatProfile
    from parcli.documents.template_check.word_styles import Element, RunFormat

_TAGS = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_STEERING = re.compile(r"\s*\{%[-+]?\s*(?:p|tr|tc)\s.*%\}\s*", re.DOTALL)
_BLACK = (None, "auto", "000000")
_LEFTISH = {"start": "left", "end": "right", "justify": "both", "distribute": "both"}


@dataclass(frozen=True)
class Line:
    """A paragraph with its number, its text, and the component that it is."""

    number: int
    element: Element
    text: str
    component: Component | None


# As Word calls them, with their names for people.
_ALIGNMENTS = {
    "left": N_("left"),
    "center": N_("centred"),
    "right": N_("right"),
    "both": N_("justified"),
}


def layout_findings(path: str, package: WordPackage, profile: FormatProfile) -> list[Diagnostic]:
    """Every departure of the package's main part from the profile."""
    root = parsed(package, DOCUMENT)
    if root is None:
        return []
    styles = WordStyles(package)
    lines = _lines(root, styles, profile)
    found: list[Diagnostic] = []
    for line in lines:
        found += _line_findings(path, line, styles, profile)
    if not _is_appendix(lines):
        found += _missing(path, lines, profile)
        found += rule_findings(path, lines, styles, profile)
    found += page_findings(path, package, root, profile)
    return found


def _lines(root: Element, styles: WordStyles, profile: FormatProfile) -> list[Line]:
    """The paragraphs of the part that leave something in the document."""
    by_name = profile.by_style_name()
    lines = []
    for number, element in enumerate(root.iter(f"{W}p"), 1):
        text = "".join(t.text or "" for t in element.iter(f"{W}t"))
        if not _STEERING.fullmatch(text):
            named = by_name.get(styles.style_name(element))
            lines.append(Line(number, element, text, _told_by_text(text, profile) or named))
    return lines


def _told_by_text(text: str, profile: FormatProfile) -> Component | None:
    """The component that the words or tags of a paragraph make it, whatever its style."""
    words = " ".join(text.split())
    for ident, fixed in profile.fixed.items():
        if words.casefold() == fixed.casefold():
            return profile.components[ident]
    tags = {tag.strip("{} ").partition("|")[0].strip() for tag in _TAGS.findall(text)}
    for component in profile.components.values():
        if tags.intersection(component.tags):
            return component
    return None


def _line_findings(
    path: str, line: Line, styles: WordStyles, profile: FormatProfile
) -> Iterator[Diagnostic]:
    runs = [
        (text, styles.run_format(line.element, run))
        for run in line.element.iter(f"{W}r")
        if (text := "".join(t.text or "" for t in run.iter(f"{W}t"))).strip()
    ]
    if not runs:
        return
    for text, look in runs:
        if look.font is not None and look.font != profile.font:
            yield finding(
                "PAR813", path, line.number, text=text, found=look.font, wanted=profile.font,
                profile=profile.title,
            )  # fmt: skip
        if look.color not in _BLACK:
            yield finding(
                "PAR819", path, line.number, text=text, found=look.color, profile=profile.title
            )
    if line.component is not None:
        yield from _component_findings(path, line, line.component, runs, styles, profile)


def _component_findings(
    path: str,
    line: Line,
    component: Component,
    runs: list[tuple[str, RunFormat]],
    styles: WordStyles,
    profile: FormatProfile,
) -> Iterator[Diagnostic]:
    about = {"component": component.name, "profile": profile.title}
    for text, look in runs:
        if look.size not in component.size:
            wanted = f"{component.size.least:g}–{component.size.most:g}"
            size = f"{look.size:g}"
            yield finding(
                "PAR814", path, line.number, text=text, found=size, wanted=wanted, **about
            )
    if component.free:
        return
    align = _alignment(line, styles)
    departures = [*_look_departures(component, runs)]
    if align != component.align and {align, component.align} != {"left", "both"}:
        wanted = _ALIGNMENTS.get(component.align, component.align)
        departures.append(("PAR816", _ALIGNMENTS.get(align, align), wanted))
    for code, found, asked in departures:
        yield finding(code, path, line.number, text=line.text, found=found, wanted=asked, **about)
    if component.caps and not _in_capitals(runs):
        yield finding("PAR821", path, line.number, text=line.text, component=component.name)


def _look_departures(
    component: Component, runs: list[tuple[str, RunFormat]]
) -> Iterator[tuple[str, str, str]]:
    """The code, what is found and what is wanted, where a paragraph is bold or italic otherwise."""
    if _departs(component, [look.bold is not component.bold for _text, look in runs]):
        yield ("PAR815", *_named(component.bold, N_("not bold"), N_("bold")))
    if _departs(component, [look.italic is not component.italic for _text, look in runs]):
        yield ("PAR815", *_named(component.italic, N_("upright"), N_("italic")))


def _departs(component: Component, departing: list[bool]) -> bool:
    """Whether a paragraph departs: one run is enough, or all where emphasis is allowed."""
    return all(departing) if component.mixed else any(departing)


def _named(wanted: bool, without: str, having: str) -> tuple[str, str]:
    return (without, having) if wanted else (having, without)


def _in_capitals(runs: list[tuple[str, RunFormat]]) -> bool:
    """Whether all fixed words are capitals; what tags bring is known only in the document."""
    for text, look in runs:
        fixed = _TAGS.sub("", text)
        if not look.caps and fixed != fixed.upper():
            return False
    return True


def _alignment(line: Line, styles: WordStyles) -> str:
    found = styles.paragraph_property(line.element, "jc")
    value = "left" if found is None else str(found.get(f"{W}val"))
    return _LEFTISH.get(value, value)


def _is_appendix(lines: list[Line]) -> bool:
    """Whether the whole document is an appendix, which has no head of its own."""
    first = next((line for line in lines if line.text.strip()), None)
    return first is not None and first.component is not None and first.component.id == "PhuLuc"


def _missing(path: str, lines: list[Line], profile: FormatProfile) -> Iterator[Diagnostic]:
    there = {line.component.id for line in lines if line.component and line.text.strip()}
    for ident, fixed in profile.fixed.items():
        if ident not in there:
            name = profile.components[ident].name
            yield finding("PAR817", path, 1, component=name, text=fixed)
