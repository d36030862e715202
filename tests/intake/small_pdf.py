"""Writes small PDF files with Vietnamese text, lines and pictures, for the reader's tests."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

WIDTH, HEIGHT = 595, 842
_SIZE = 12
# Every letter is this wide, in thousandths of the size.
_LETTER = 500


def width_of(text: str) -> float:
    """How wide a text is printed."""
    return len(text) * _SIZE * _LETTER / 1000


class Page:
    """One A4 page being drawn; heights count from the top."""

    def __init__(self) -> None:
        self._drawn: list[str] = []
        self.stamps: list[tuple[str, str, str]] = []

    def stamp(self, x: float, top: float, words: str, more: str = "", boxed: str = "") -> Page:
        """Words that a signature adds; `more` are further keys, `boxed` the box of its form."""
        codes = "".join(f"{ord(char):04X}" for char in words)
        drawn = f"BT /F1 {_SIZE} Tf 0 0 Td <{codes}> Tj ET"
        y = HEIGHT - top - _SIZE
        where = f"/Rect[{x:.1f} {y:.1f} {x + 60:.1f} {y + 20:.1f}]{more}"
        self.stamps.append((where, boxed or "[0 0 60 20]", drawn))
        return self

    def text(
        self, x: float, top: float, words: str, *, bold: bool = False, size: float = _SIZE
    ) -> Page:
        """Words with their left edge at `x`."""
        codes = "".join(f"{ord(char):04X}" for char in words)
        font = "F2" if bold else "F1"
        y = HEIGHT - top - size
        self._drawn.append(f"BT /{font} {size} Tf {x:.1f} {y:.1f} Td <{codes}> Tj ET")
        return self

    def grid(self, xs: list[float], tops: list[float]) -> Page:
        """The lines of a table."""
        for x in xs:
            self._line(x, tops[0], x, tops[-1])
        for top in tops:
            self._line(xs[0], top, xs[-1], top)
        return self

    def picture(self) -> Page:
        """A grey picture over the whole page, as a scanner makes it."""
        self._drawn.append(f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm /Im1 Do Q")
        return self

    def _line(self, x0: float, top0: float, x1: float, top1: float) -> None:
        start, end = HEIGHT - top0, HEIGHT - top1
        self._drawn.append(f"0.5 w {x0:.1f} {start:.1f} m {x1:.1f} {end:.1f} l S")

    @property
    def content(self) -> bytes:
        """What the page draws."""
        return zlib.compress("\n".join(self._drawn).encode("ascii"))


def pdf(*pages: Page, font: str = "Serif") -> bytes:
    """A PDF of the pages. Its fonts map every code to the character of that number."""
    objects: list[bytes] = []

    def add(body: bytes) -> int:
        objects.append(body)
        return len(objects)

    cmap = _unicode_map()
    to_unicode = add(b"<</Length %d>>stream\n%s\nendstream" % (len(cmap), cmap))
    fonts = [_font(add, name, to_unicode) for name in (font, f"{font}-Bold")]
    grey = b"\x80"
    image = add(
        b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"
        b"/Length 1>>stream\n%s\nendstream" % grey
    )
    resources = b"<</Font<</F1 %d 0 R/F2 %d 0 R>>/XObject<</Im1 %d 0 R>>>>" % (*fonts, image)
    forms = {
        page: [(where, add(_form(boxed, drawn, resources))) for where, boxed, drawn in page.stamps]
        for page in pages
    }
    tree = len(objects) + 2 * len(pages) + 1
    kids = []
    for page in pages:
        content = page.content
        stream = add(
            b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(content), content)
        )
        notes = b"".join(
            b"<</Type/Annot/Subtype/Widget/AP<</N %d 0 R>>%s>>" % (form, where.encode())
            for where, form in forms[page]
        )
        kids.append(
            add(
                b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 %d %d]/Resources %s/Contents %d 0 R"
                b"/Annots[%s]>>" % (tree, WIDTH, HEIGHT, resources, stream, notes)
            )
        )
    listed = b" ".join(b"%d 0 R" % kid for kid in kids)
    add(b"<</Type/Pages/Kids[%s]/Count %d>>" % (listed, len(kids)))
    root = add(b"<</Type/Catalog/Pages %d 0 R>>" % tree)
    return _file(objects, root)


def _form(boxed: str, drawn: str, resources: bytes) -> bytes:
    return b"<</Type/XObject/Subtype/Form/BBox%s/Resources %s/Length %d>>stream\n%s\nendstream" % (
        boxed.encode(),
        resources,
        len(drawn),
        drawn.encode(),
    )


def _font(add: Callable[[bytes], int], name: str, to_unicode: int) -> int:
    described = add(
        b"<</Type/FontDescriptor/FontName/%s/Flags 4/FontBBox[0 -200 1000 800]/ItalicAngle 0"
        b"/Ascent 800/Descent -200/CapHeight 700/StemV 80>>" % name.encode()
    )
    below = add(
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)"
        b"/Ordering(Identity)/Supplement 0>>/FontDescriptor %d 0 R/DW %d>>"
        % (name.encode(), described, _LETTER)
    )
    return add(
        b"<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%d 0 R]"
        b"/ToUnicode %d 0 R>>" % (name.encode(), below, to_unicode)
    )


def _unicode_map() -> bytes:
    ranges = "\n".join(
        f"<{start:04X}> <{start + 255:04X}> <{start:04X}>"
        for start in (*range(0, 0x2200, 256), 0xF000)
    )
    count = 0x2200 // 256 + 1
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        f"{count} beginbfrange\n{ranges}\nendbfrange\nendcmap end end"
    ).encode("ascii")


def _file(objects: list[bytes], root: int) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        out += b"%010d 00000 n \n" % place
    out += b"trailer<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        root,
        start,
    )
    return bytes(out)
