"""Workbooks that mean harm, or are none."""

from __future__ import annotations

import io
import zipfile

import pytest
from binh_minh import zipped

from parcli.checks.registered import FORM_CODES
from parcli.intake.workbooks import package
from parcli.intake.workbooks.form_reader import read_form
from parcli.intake.workbooks.package import package_findings

PARTS = {
    "[Content_Types].xml": b"<Types/>",
    "xl/workbook.xml": b"<workbook/>",
}
BOMB = b'<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><x>&c;</x>'


def lying_archive() -> bytes:
    """An archive whose directory says that a part is far larger than it is."""
    raw = bytearray(zipped({**PARTS, "xl/big.xml": b"0" * 1000}))
    at = raw.rfind(b"PK\x01\x02")
    raw[at + 24 : at + 28] = (4_000_000_000).to_bytes(4, "little")
    return bytes(raw)


def encrypted_archive() -> bytes:
    raw = bytearray(zipped(PARTS))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = raw.find(mark)
        while at >= 0:
            raw[at + offset] |= 1
            at = raw.find(mark, at + 4)
    return bytes(raw)


def twice() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive, pytest.warns(UserWarning, match="Duplicate"):
        for name, content in (*PARTS.items(), ("xl/workbook.xml", b"<other/>")):
            archive.writestr(name, content)
    return out.getvalue()


CASES = {
    "nothing": (b"", "PAR651"),
    "text": (b"TT;Nhiem vu", "PAR651"),
    "an old workbook, or one with a password": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1xx", "PAR651"),
    "an archive of something else": (zipped({"word/document.xml": b"<x/>"}), "PAR651"),
    "half an archive": (zipped(PARTS)[:60], "PAR651"),
    "an encrypted archive": (encrypted_archive(), "PAR651"),
    "macros by name": (zipped({**PARTS, "xl/vbaProject.bin": b""}), "PAR652"),
    "macros by type": (
        zipped({**PARTS, "[Content_Types].xml": b"application/x.sheet.macroEnabled.main"}),
        "PAR652",
    ),
    "too many parts": (zipped(PARTS | {f"x/{n}": b"" for n in range(2001)}), "PAR653"),
    "a zip bomb": (zipped({**PARTS, "xl/big.xml": b"0" * (33 * 1024 * 1024)}), "PAR653"),
    "a size that lies": (lying_archive(), "PAR653"),
    "a part twice": (twice, "PAR654"),
    "entities": (zipped({**PARTS, "xl/sharedStrings.xml": BOMB}), "PAR654"),
    "entities in UTF-16": (zipped({**PARTS, "xl/x.xml": BOMB.decode().encode("utf-16")}), "PAR654"),
    "entities in UTF-16 without a mark": (
        zipped({**PARTS, "xl/x.xml": BOMB.decode().encode("utf-16-le")}),
        "PAR654",
    ),
    "a rare encoding": (
        zipped({**PARTS, "xl/x.xml": b'<?xml version="1.0" encoding="utf-7"?><x/>'}),
        "PAR654",
    ),
    "links to other files": (zipped({**PARTS, "xl/externalLinks/a.xml": b"<x/>"}), "PAR655"),
}


@pytest.mark.parametrize(("raw", "code"), CASES.values(), ids=CASES)
def test_refused(raw: object, code: str) -> None:
    content = raw() if callable(raw) else raw
    assert isinstance(content, bytes)
    found = package_findings("f.xlsx", content)
    assert [(finding.code, finding.severity) for finding in found] == [(code, FORM_CODES[code])]
    assert found[0].text()


def test_a_file_that_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_BYTES", 10)
    assert [d.code for d in package_findings("f.xlsx", b"0" * 11)] == ["PAR653"]


def test_an_archive_that_openpyxl_cannot_read() -> None:
    read = read_form("f.xlsx", zipped(PARTS))
    assert [d.code for d in read.diagnostics] == ["PAR651"]
    assert (read.identity, read.rows) == (None, [])


def test_a_plain_archive_is_let_through() -> None:
    assert package_findings("f.xlsx", zipped({**PARTS, "xl/media/a.png": BOMB})) == []
