"""Word files that come by mail: read within limits, or refused with the part that is to blame."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from word_text import repacked

from parcli.documents import package as package_module
from parcli.documents.package import (
    NotWord,
    UnsafeDocument,
    WordPackage,
    read_package,
    write_package,
)

if TYPE_CHECKING:
    from collections.abc import Callable

_RELATIONSHIP = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'relationships/%s" Target="%s"%s/></Relationships>'
)
_FIELD = (
    b'<w:ftr xmlns:w="w"><w:fldChar/><w:instrText>%s</w:instrText>'
    b"<w:instrText>%s</w:instrText><w:fldChar/></w:ftr>"
)
_OUTSIDE = b' TargetMode="External"'


@pytest.mark.parametrize(
    ("part", "content", "told"),
    [
        ("word/vbaProject.bin", b"\x00", "vbaProject.bin"),
        ("word/activeX/activeX1.xml", b"<a/>", "activeX1.xml"),
        ("word/embeddings/oleObject1.bin", b"\x00", "oleObject1.bin"),
        ("word/document.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "DOCTYPE"),
        ("word/styles.xml", b'<!DOCTYPE a SYSTEM "http://x.example/a.dtd"><a/>', "DOCTYPE"),
        (
            "word/_rels/settings.xml.rels",
            _RELATIONSHIP % (b"attachedTemplate", b"http://x.example/t.dotm", _OUTSIDE),
            "attachedTemplate",
        ),
        (
            "word/_rels/document.xml.rels",
            _RELATIONSHIP % (b"image", b"file://server/a.png", _OUTSIDE),
            "image",
        ),
        ("word/_rels/document.xml.rels", _RELATIONSHIP % (b"aFChunk", b"a.html", b""), "aFChunk"),
        ("word/_rels/document.xml.rels", _RELATIONSHIP % (b"vbaProject", b"a.bin", b""), "vbaP"),
        (
            "word/_rels/document.xml.rels",
            _RELATIONSHIP % (b"image", b"https://x.example/a.png", b' TargetMode="&#69;xternal"'),
            "image",
        ),
        ("word/footer1.xml", _FIELD % (b" DDE", b'AUTO c:\\x.exe "/k" '), "DDEAUTO"),
        ("word/footer1.xml", _FIELD % (b' INCLUDEPICTURE "http://x"', b" "), "INCLUDEPICTURE"),
        (
            "word/footer1.xml",
            b'<a xmlns:w="w"><w:fldSimple w:instr="INCLUDETEXT c:\\a.docx"/></a>',
            "INCLUDETEXT",
        ),
    ],
)
def test_what_a_template_has_no_need_of_is_refused(
    word_file: Callable[[str], bytes], part: str, content: bytes, told: str
) -> None:
    raw = repacked(word_file("<w:p/>"), {part: content})
    with pytest.raises(UnsafeDocument, match=told) as caught:
        read_package("mẫu.docx", raw)
    assert str(caught.value).startswith("mẫu.docx is refused")
    assert caught.value.exit_code == 3


def test_a_macro_document_under_another_name_is_refused(word_file: Callable[[str], bytes]) -> None:
    raw = word_file("<w:p/>")
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        types = archive.read("[Content_Types].xml")
    main = b"vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    macro = types.replace(main, b"vnd.ms-word.document.macroEnabled.main+xml")
    with pytest.raises(UnsafeDocument, match="macroEnabled"):
        read_package("mẫu.docx", repacked(raw, {"[Content_Types].xml": macro}))


def test_a_hyperlink_is_no_danger(word_file: Callable[[str], bytes]) -> None:
    link = _RELATIONSHIP % (b"hyperlink", b"https://x.example/", _OUTSIDE)
    raw = repacked(word_file("<w:p/>"), {"word/_rels/footer1.xml.rels": link})
    assert "word/document.xml" in read_package("mẫu.docx", raw).parts


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"", "File is not a zip file"),
        (b"Kinh gui: ...", "File is not a zip file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "File is not a zip file"),
    ],
)
def test_what_is_no_word_file_is_told(raw: bytes, told: str) -> None:
    with pytest.raises(NotWord, match=told):
        read_package("mẫu.docx", raw)


def test_a_spreadsheet_is_no_word_file(word_file: Callable[[str], bytes]) -> None:
    raw = repacked(word_file("<w:p/>"), {"word/document.xml": None, "xl/workbook.xml": b"<a/>"})
    with pytest.raises(NotWord, match=r"word/document\.xml"):
        read_package("bảng.docx", raw)


def test_broken_xml_is_told_with_its_part(word_file: Callable[[str], bytes]) -> None:
    raw = repacked(word_file("<w:p/>"), {"word/styles.xml": b"<w:styles>"})
    with pytest.raises(NotWord, match=r"word/styles\.xml: "):
        read_package("mẫu.docx", raw)


def test_a_cut_file_is_told(word_file: Callable[[str], bytes]) -> None:
    raw = word_file("<w:p/>")
    with pytest.raises(NotWord):
        read_package("mẫu.docx", raw[: len(raw) // 2])


def test_a_flipped_byte_is_told(word_file: Callable[[str], bytes]) -> None:
    raw = bytearray(word_file("<w:p/>"))
    raw[200] ^= 0xFF
    with pytest.raises((NotWord, UnsafeDocument)):
        read_package("mẫu.docx", bytes(raw))


def test_fields_that_fetch_nothing_are_fine(word_file: Callable[[str], bytes]) -> None:
    field = _FIELD % (b" NUMPAGES ", b" ")
    raw = repacked(word_file("<w:p/>"), {"word/footer1.xml": field})
    assert "word/footer1.xml" in read_package("mẫu.docx", raw).parts


def test_folders_in_the_archive_are_passed_over(word_file: Callable[[str], bytes]) -> None:
    raw = repacked(word_file("<w:p/>"), {"word/media/": b""})
    assert "word/media/" not in read_package("mẫu.docx", raw).parts


def test_a_zip_bomb_is_refused(word_file: Callable[[str], bytes]) -> None:
    bomb = b"<a>" + b" " * 30_000_000 + b"</a>"
    with pytest.raises(UnsafeDocument, match="zip bomb"):
        read_package("mẫu.docx", repacked(word_file("<w:p/>"), {"word/x.xml": bomb}))


def test_many_parts_or_a_large_file_are_refused(
    word_file: Callable[[str], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = word_file("<w:p/>")
    monkeypatch.setattr(package_module, "MAX_PARTS", 3)
    with pytest.raises(UnsafeDocument, match="3 parts"):
        read_package("mẫu.docx", raw)
    monkeypatch.setattr(package_module, "MAX_FILE", 100)
    with pytest.raises(UnsafeDocument, match="0 MB"):
        read_package("mẫu.docx", raw)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_part_that_is_there_twice_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
        archive.writestr("word/document.xml", "<b/>")
    with pytest.raises(UnsafeDocument, match="× 2"):
        read_package("mẫu.docx", out.getvalue())


def test_the_same_parts_are_the_same_bytes() -> None:
    first, second = io.BytesIO(), io.BytesIO()
    write_package(first, [("a.xml", b"<a/>" * 999), ("b.xml", b"")])
    write_package(second, [("a.xml", b"<a/>" * 999), ("b.xml", b"")])
    assert first.getvalue() == second.getvalue()
    with zipfile.ZipFile(first) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_text_has_no_declaration(word_file: Callable[[str], bytes]) -> None:
    read = read_package("mẫu.docx", word_file("<w:p/>"))
    assert read.text("word/document.xml").startswith("<w:document")
    marked = WordPackage("mẫu.docx", {"a.xml": b"\xef\xbb\xbf<?xml version='1.0'?><a/>"})
    assert marked.text("a.xml") == "<a/>"
