"""Paper, margins and page numbers of each section."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from parcli.documents.template_builder.wordml import TWIPS_PER_MM
from parcli.documents.template_check.findings import finding
from parcli.documents.template_check.word_styles import W, WordStyles, parsed
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.documents.package import WordPackage
    from parcli.documents.profile import FormatProfile, Range
    from parcli.documents.template_check.word_styles import Element

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATIONSHIPS = "word/_rels/document.xml.rels"
_SLACK = 1.0
_SIDES = {"top": N_("top"), "bottom": N_("bottom"), "left": N_("left"), "right": N_("right")}


def page_findings(
    path: str, package: WordPackage, root: Element, profile: FormatProfile
) -> Iterator[Diagnostic]:
    """Findings about every section; the paragraph named is the section's last."""
    numbering = _PageNumbers(package, profile)
    for section in root.iter(f"{W}sectPr"):
        paragraph = _last_paragraph(root, section)
        yield from _paper(path, paragraph, section, profile)
        yield from _margins(path, paragraph, section, profile)
        for problem in numbering.problems(section):
            yield finding("PAR818", path, paragraph, problem=problem, profile=profile.title)


def _last_paragraph(root: Element, section: Element) -> int:
    number = 0
    for element in root.iter(f"{W}p", f"{W}sectPr"):
        if element is section:
            break
        number += element.tag == f"{W}p"
    return max(number, 1)


def _paper(
    path: str, paragraph: int, section: Element, profile: FormatProfile
) -> Iterator[Diagnostic]:
    size = section.find(f"{W}pgSz")
    found = sorted(_millimetres(size, side) for side in ("w", "h"))
    wanted = (profile.page.width, profile.page.height)
    if any(abs(a - b) > _SLACK for a, b in zip(found, wanted, strict=True)):
        yield finding(
            "PAR811", path, paragraph, found=_written(found), wanted=_written(wanted),
            profile=profile.title,
        )  # fmt: skip


def _margins(
    path: str, paragraph: int, section: Element, profile: FormatProfile
) -> Iterator[Diagnostic]:
    margins = section.find(f"{W}pgMar")
    for side, shown in _SIDES.items():
        wanted: Range = getattr(profile.page, side)
        found = _millimetres(margins, side)
        if not wanted.least - 0.5 <= found <= wanted.most + 0.5:
            yield finding(
                "PAR812", path, paragraph, side=shown, found=f"{found:g}",
                wanted=f"{wanted.least:g}–{wanted.most:g}", profile=profile.title,
            )  # fmt: skip


def _millimetres(element: Element | None, name: str) -> float:
    """A measure in millimetres; 0 where it is not given."""
    value = None if element is None else element.get(f"{W}{name}")
    return round(float(value) / TWIPS_PER_MM, 1) if value else 0


def _written(sides: list[float] | tuple[float, ...]) -> str:
    return " × ".join(f"{side:g}" for side in sides)


class _PageNumbers:
    """Headers of the sections; one without a header of its own has that of the section before."""

    def __init__(self, package: WordPackage, profile: FormatProfile) -> None:
        self.package, self.profile = package, profile
        self.styles = WordStyles(package)
        self.targets = _targets(package)
        self.current: dict[str, str] = {}

    def problems(self, section: Element) -> Iterator[str]:
        """What is wrong with the page number of a section."""
        where = self.profile.page_number.where
        for reference in section.findall(f"{W}{where}Reference"):
            kind = str(reference.get(f"{W}type", "default"))
            self.current[kind] = self.targets.get(str(reference.get(f"{_R}id")), "")
        shown = self._numbered(self.current.get("default"))
        if shown is None:
            yield N_("there is none in the top margin")
            return
        if self._alignment(shown) != "center":
            yield N_("it is not centred")
        if self.profile.page_number.first_page:
            return
        first_differs = _is_on(section.find(f"{W}titlePg"))
        if not first_differs or self._numbered(self.current.get("first")) is not None:
            yield N_("it shows on page 1")

    def _numbered(self, part: str | None) -> Element | None:
        """The paragraph of a header that holds the page number; None where there is none."""
        root = parsed(self.package, part) if part else None
        if root is None:
            return None
        for paragraph in root.iter(f"{W}p"):
            codes = [code.text or "" for code in paragraph.iter(f"{W}instrText")]
            codes += [str(field.get(f"{W}instr")) for field in paragraph.iter(f"{W}fldSimple")]
            if any(code.split()[:1] == ["PAGE"] for code in codes):
                return paragraph
        return None

    def _alignment(self, paragraph: Element) -> str | None:
        found = self.styles.paragraph_property(paragraph, "jc")
        frame = self.styles.paragraph_property(paragraph, "framePr")
        if frame is not None and frame.get(f"{W}xAlign"):
            return str(frame.get(f"{W}xAlign"))
        return None if found is None else found.get(f"{W}val")


def _targets(package: WordPackage) -> dict[str, str]:
    root = parsed(package, _RELATIONSHIPS)
    if root is None:
        return {}
    return {
        str(link.get("Id")): posixpath.normpath(posixpath.join("word", str(link.get("Target"))))
        for link in root
    }


def _is_on(switch: Element | None) -> bool:
    return switch is not None and switch.get(f"{W}val", "1") not in ("0", "false", "off")
