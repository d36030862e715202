"""The lines under tiêu ngữ and the agency's name: drawn, bordered, or underlined spaces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.documents.template_check.findings import finding
from parcli.documents.template_check.word_styles import W
from parcli.documents.text_width import NO_BREAK_SPACE, text_width
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from parcli.diagnostics import Diagnostic
    from parcli.documents.profile import Component, FormatProfile
    from parcli.documents.template_check.layout import Line
    from parcli.documents.template_check.word_styles import Element, WordStyles

_DRAWN = ("drawing", "pict", "object")
_TWIPS_PER_POINT = 20


def rule_findings(
    path: str, lines: Sequence[Line], styles: WordStyles, profile: FormatProfile
) -> Iterator[Diagnostic]:
    """A finding for each tiêu ngữ and agency name without its line."""
    for position, line in enumerate(lines):
        component = line.component
        if component is None or component.id not in ("TieuNgu", "CoQuanBanHanh"):
            continue
        after = lines[position + 1] if position + 1 < len(lines) else None
        problem = _problem(line, after, component, styles, profile)
        if problem:
            yield finding("PAR820", path, line.number, component=component.name, problem=problem)


def _problem(
    line: Line, after: Line | None, component: Component, styles: WordStyles, profile: FormatProfile
) -> str:
    """What is wrong with the line under a paragraph; empty where nothing is."""
    if any(_has_drawing(place.element) for place in (line, after) if place is not None):
        return ""
    if after is not None and _has_border(after.element, styles):
        return _length_problem(after.element, component, styles, profile)
    if _has_border(line.element, styles):
        return ""
    if after is not None and _is_underlined_space(after, styles):
        return ""
    if any(styles.run_format(line.element, run).underlined for run in line.element.iter(f"{W}r")):
        return N_("the words are underlined instead")
    return N_("there is none")


def _has_drawing(paragraph: Element) -> bool:
    return any(paragraph.find(f".//{W}{kind}") is not None for kind in _DRAWN)


def _has_border(paragraph: Element, styles: WordStyles) -> bool:
    return styles.paragraph_property(paragraph, "pBdr") is not None


def _is_underlined_space(line: Line, styles: WordStyles) -> bool:
    """Underlined no-break spaces, or the tag that brings them."""
    words = line.text.strip(f"{NO_BREAK_SPACE} ")
    if words and not words.startswith("{{"):
        return False
    return any(
        styles.run_format(line.element, run).underlined for run in line.element.iter(f"{W}r")
    )


def _length_problem(
    rule: Element, component: Component, styles: WordStyles, profile: FormatProfile
) -> str:
    """Whether a border is as long as the fixed words above it, where that can be told."""
    fixed = profile.fixed.get(component.id)
    cell = next(rule.iterancestors(f"{W}tc"), None)
    width = None if cell is None else cell.find(f"{W}tcPr/{W}tcW")
    indent = styles.paragraph_property(rule, "ind")
    if fixed is None or width is None or indent is None or width.get(f"{W}type") != "dxa":
        return ""
    sides = sum(int(indent.get(f"{W}{side}") or 0) for side in ("left", "right"))
    length = (int(str(width.get(f"{W}w"))) - sides) / _TWIPS_PER_POINT
    # The words may be of any size that the profile allows.
    least = text_width(fixed, component.size.least, bold=component.bold)
    most = text_width(fixed, component.size.most, bold=component.bold)
    wanted = profile.lines[component.id]
    if least * wanted.least <= length <= most * wanted.most:
        return ""
    return N_("it is not as long as the words")
