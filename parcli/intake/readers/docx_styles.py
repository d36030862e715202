"""What a paragraph's style says: bold, italic, alignment, numbering, the name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from parcli.intake.readers.legacy import legacy_font
from parcli.intake.readers.word_xml import W, child, child_value, is_on, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_DEEPEST = 12


@dataclass(frozen=True)
class Style:
    """A style with what it takes from those it is based on."""

    name: str = ""
    bold: bool | None = None
    italic: bool | None = None
    caps: bool | None = None
    font: str = ""
    align: str = ""
    list_id: str = ""
    depth: int = 0


class Styles:
    """The styles of a document by id."""

    def __init__(self, root: _Element | None) -> None:
        self._elements: dict[str, _Element] = {}
        self._known: dict[str, Style] = {}
        self.default = ""
        for each in root.findall(f"{W}style") if root is not None else []:
            key = value(each, "styleId") or ""
            self._elements[key] = each
            if value(each, "type") == "paragraph" and value(each, "default") in ("1", "true"):
                self.default = key

    def get(self, key: str | None, depth: int = 0) -> Style:
        """A style by its id; an empty one where there is none."""
        key = key or self.default
        if key in self._known:
            return self._known[key]
        element = self._elements.get(key)
        if element is None or depth > _DEEPEST:
            return Style()
        base = child_value(element, "basedOn")
        above = self.get(base, depth + 1) if base and base != key else Style()
        self._known[key] = merged(above, element, child_value(element, "name") or key)
        return self._known[key]


def merged(above: Style, element: _Element, name: str = "") -> Style:
    """`above` with what an element's own properties add."""
    marks = child(element, "rPr")
    layout = child(element, "pPr")
    found = replace(above, name=name or above.name)
    for key, tag in (("bold", "b"), ("italic", "i"), ("caps", "caps")):
        stated = is_on(child(marks, tag))
        if stated is not None:
            found = replace(found, **{key: stated})  # type: ignore[arg-type]  # the three are flags
    fonts = child(marks, "rFonts")
    font = value(fonts, "ascii") or value(fonts, "hAnsi")
    if font is not None:
        found = replace(found, font=legacy_font(font))
    align = child_value(layout, "jc")
    list_id = child_value(layout, "numPr", "numId")
    depth = child_value(layout, "numPr", "ilvl")
    return replace(
        found,
        align=align or found.align,
        list_id=found.list_id if list_id is None else list_id,
        depth=number(depth, found.depth),
    )
