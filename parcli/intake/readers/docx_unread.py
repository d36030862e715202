"""What a Word document shows and its text does not hold: pictures, formulas, objects, footers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from parcli.intake.blocks import Unread
from parcli.intake.readers.word_xml import MC, W, number
from parcli.language import N_
from parcli.text import folded, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from parcli.intake.blocks import Place
    from parcli.intake.readers.package import Package

PICTURE = N_("A picture was not read ({place}): it may be a scanned table.")
PICTURE_HINT = N_("Look at it in Word; type what it says into the draft.")
FORMULA = N_("A formula was not read ({place}): “{text}”")
OBJECT = N_("An embedded object was not read ({place}): it may be a table of Excel.")
HIDDEN = N_("Hidden text was left out ({place}): “{text}”")
HEADER = N_("The page header says more than a page number and was not read: “{text}”")
FOOTER = N_("The page footer says more than a page number and was not read: “{text}”")

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_OFFICE = "{urn:schemas-microsoft-com:office:office}"
_VML = "{urn:schemas-microsoft-com:vml}"
# A stamp's or a logo's side in English Metric Units: 2 cm. Words do not fit into less.
_SMALLEST = 720_000
_SHOWN = ("picture", "chart", "diagram")
_LONGEST = 200
_FEWEST_WORDS = 3
_PAGE_WORDS = re.compile(r"\b(?:trang|page|of|so|tren)\b|\d+")


def formula(element: _Element, place: Place) -> Unread | None:
    """The formula that `element` is; None for anything else."""
    if element.tag not in (f"{_MATH}oMath", f"{_MATH}oMathPara"):
        return None
    said = "".join(each.text or "" for each in element.iter(f"{_MATH}t"))
    return Unread(FORMULA, place, _short(said), PICTURE_HINT)


def shown_objects(element: _Element, place: Place) -> Iterator[Unread]:
    """The picture or the embedded object that a drawing, a shape or an object shows."""
    if any(True for _each in element.iter(f"{_OFFICE}OLEObject")):
        yield Unread(OBJECT, place, hint=PICTURE_HINT)
    elif _is_picture(element):
        yield Unread(PICTURE, place, hint=PICTURE_HINT)


def _is_picture(element: _Element) -> bool:
    for extent in element.iter(_EXTENT):
        if min(number(extent.get("cx")), number(extent.get("cy"))) < _SMALLEST:
            return False
    kinds = (each.get("uri") or "" for each in element.iter(f"{_DRAWING}graphicData"))
    blips = (*element.iter(f"{_DRAWING}blip"), *element.iter(f"{_VML}imagedata"))
    return bool(blips) or any(kind.rpartition("/")[2] in _SHOWN for kind in kinds)


def hidden(run: _Element, place: Place) -> Unread | None:
    """The words of a run that Word does not show; None where it has none."""
    said = _short("".join(each.text or "" for each in run.iter(f"{W}t")))
    return Unread(HIDDEN, place, said) if said else None


def margins(package: Package, body: Iterable[str]) -> Iterator[Unread]:
    """Sentences in page headers and footers that the body does not say, each once."""
    said = " ".join(folded(text) for text in body)
    told: set[str] = set()
    for name in package.parts(r"word/(?:header|footer)\d*\.xml"):
        root = package.xml(name)
        text = one_line(" ".join(_paragraphs(root))) if root is not None else ""
        key = folded(text)
        words = _PAGE_WORDS.sub(" ", key).split()
        if len(words) < _FEWEST_WORDS or key in said or key in told:
            continue
        told.add(key)
        yield Unread(HEADER if "header" in name else FOOTER, text=_short(text))


def _paragraphs(root: _Element) -> Iterator[str]:
    for element in root.iter(f"{W}p"):
        inside = (each for each in element.iter(f"{W}t") if not _in_fallback(each))
        yield "".join(each.text or "" for each in inside)


def _in_fallback(element: _Element) -> bool:
    return any(True for _each in element.iterancestors(f"{MC}Fallback"))


def _short(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
