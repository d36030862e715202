"""A workbook as bytes that depend on its content alone: no clock, no machine."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime, time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from openpyxl import Workbook

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest moment that a zip archive can state
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def workbook_bytes(book: Workbook, day: date) -> bytes:
    """The workbook, dated `day`. Parts are stored, not packed: packing differs between zlibs."""
    midnight = datetime.combine(day, time())
    book.properties.created = midnight
    written = io.BytesIO()
    book.save(written)
    out = io.BytesIO()
    with zipfile.ZipFile(written) as packed, zipfile.ZipFile(out, "w") as stored:
        for part in packed.infolist():
            content = packed.read(part)
            if part.filename == "docProps/core.xml":  # openpyxl puts the present moment there
                stamp = midnight.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
                content = _MODIFIED.sub(rb"\g<1>" + stamp, content)
            entry = zipfile.ZipInfo(part.filename, _EPOCH)
            entry.create_system = 0
            stored.writestr(entry, content)
    return out.getvalue()
