"""What a digital signature prints on a page: number and date of issue stand only in its stamps.

An office signs the PDF before it has a number (NĐ 30/2020/NĐ-CP Phụ lục I, mục IV): the clerk adds
number, day and month as signatures, whose words are annotations and no part of the page's text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_STAMPS = 40
_SHOWN = {"Widget", "Stamp", "FreeText"}
_HIDDEN = 2 | 32  # the flags Hidden and NoView
_NAME = "parcliStamp"
_CORNERS = 4
# A number that no object of a file has: streams without one are not executed.
_OWN_STREAM = -1


def show_stamps(page: Any) -> bool:
    """Put the stamps of a page into its contents; whether it has any. Broken ones are left out.

    A drawn form stands where its box is moved and stretched onto the stamp's (ISO 32000 12.5.5).
    """
    from pdfminer.pdftypes import PDFStream, resolve1  # noqa: PLC0415  an optional package

    forms: dict[str, Any] = {}
    drawing = []
    for form, box in _stamps(page):
        name = f"{_NAME}{len(forms)}"
        forms[name] = form
        drawing.append("q {} 0 0 {} {} {} cm /{} Do Q".format(*_onto(form, box), name))
    if not forms:
        return False
    inner = page.page_obj
    resources = dict(resolve1(inner.resources) or {})
    resources["XObject"] = {**(resolve1(resources.get("XObject")) or {}), **forms}
    inner.resources = resources
    stream = PDFStream({}, "\n".join(drawing).encode())
    stream.set_objid(_OWN_STREAM, 0)
    inner.contents = [*inner.contents, stream]
    return True


def _stamps(page: Any) -> Iterator[tuple[Any, list[float]]]:
    """The drawn forms of the page's stamps, and the boxes they fill."""
    from pdfminer.pdftypes import PDFStream, resolve1  # noqa: PLC0415  an optional package

    for note in (resolve1(page.page_obj.annots) or [])[:_MOST_STAMPS]:
        given = resolve1(note)
        kind = resolve1(given.get("Subtype")) if isinstance(given, dict) else None
        if getattr(kind, "name", "") not in _SHOWN or _number(given.get("F")) & _HIDDEN:
            continue
        shown = resolve1(given.get("AP"))
        form = resolve1(shown.get("N")) if isinstance(shown, dict) else None
        box = _box(given.get("Rect"))
        if isinstance(form, PDFStream) and box and _box(form.get("BBox")):
            yield form, box


def _number(given: Any) -> int:
    from pdfminer.pdftypes import resolve1  # noqa: PLC0415  an optional package

    value = resolve1(given)
    return value if isinstance(value, int) else 0


def _box(given: Any) -> list[float] | None:
    """Four numbers that span an area; None for anything else."""
    from pdfminer.pdftypes import resolve1  # noqa: PLC0415  an optional package

    corners = resolve1(given)
    if not isinstance(corners, list) or len(corners) != _CORNERS:
        return None
    plain = [resolve1(each) for each in corners]
    if not all(isinstance(each, int | float) for each in plain):
        return None
    left, right = sorted((plain[0], plain[2]))
    low, high = sorted((plain[1], plain[3]))
    return [left, low, right, high] if left < right and low < high else None


def _onto(form: Any, box: list[float]) -> tuple[float, float, float, float]:
    """How a form is stretched and moved onto a box."""
    own = _box(form.get("BBox")) or box
    wide = (box[2] - box[0]) / (own[2] - own[0])
    high = (box[3] - box[1]) / (own[3] - own[1])
    return wide, high, box[0] - own[0] * wide, box[1] - own[1] * high
