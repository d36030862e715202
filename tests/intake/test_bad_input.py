"""Files that come by mail and are no directive: a clear error, nothing fetched, nothing run."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path

import pytest
from small_pdf import Page, pdf
from word_files import NAMESPACES, TYPES, p, word_file

from parcli.errors import ParcliError
from parcli.intake import failures
from parcli.intake.draft import make_draft
from parcli.intake.readers import docx, opening, package
from parcli.intake.readers.opening import read_bytes, read_document

SOURCES = Path(__file__).parents[1] / "data/sources"


def zipped(**parts: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in parts.items():
            made.writestr(name, text)
    return stream.getvalue()


def document(prologue: str, body: str) -> bytes:
    text = f"{prologue}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
    return zipped(**{"[Content_Types].xml": TYPES, "word/document.xml": text})


ENTITIES = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
EXTERNAL = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
WORKBOOK = {
    "[Content_Types].xml": TYPES.replace(
        "/>", "><Override ContentType='x.spreadsheetml.y'/></Types>"
    ),
    "xl/workbook.xml": "<workbook/>",
}


BOMB = (
    '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in ("ab", "bc", "cd", "de"))
    + "]>"
)


def utf16(prologue: str, body: str) -> bytes:
    text = f"{prologue}<w:document {NAMESPACES}><w:body>{body * 9000}</w:body></w:document>"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", TYPES)
        made.writestr("word/document.xml", text.encode("utf-16"))
    return stream.getvalue()


def compound(stream: str) -> bytes:
    """A container of Office 97 to 2003 that has a stream of that name."""
    return b"\xd0\xcf\x11\xe0" + b"\1" * 600 + f"{stream}\0".encode("utf-16-le") + b"\1" * 600


def locked(raw: bytes) -> bytes:
    """A zip whose parts say that they are encrypted."""
    data = bytearray(raw)
    for mark, flags in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = data.find(mark)
        while at >= 0:
            data[at + flags] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


def nested(depth: int) -> str:
    return "<w:tbl><w:tr><w:tc>" * depth + p("sâu") + "</w:tc></w:tr></w:tbl>" * depth


def wide(columns: int, row: str = "", cell: str = "") -> str:
    cells = f"<w:tc>{cell}{p('x')}</w:tc>" * columns
    return f"<w:tbl><w:tr>{row}{cells}</w:tr></w:tbl>"


@pytest.mark.parametrize(
    ("raw", "suffix", "error"),
    [
        (b"", ".txt", failures.NoWords),
        (b"  \n\n ", ".md", failures.NoWords),
        (b"", ".docx", failures.NoWords),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600, ".docx", failures.OldWord),
        (compound("EncryptedPackage"), ".docx", failures.Locked),
        (compound("WordDocument"), ".docx", failures.OldWord),
        (compound("Workbook"), ".docx", failures.NotThisKind),
        (compound("PowerPoint Document"), ".txt", failures.NotThisKind),
        (locked(word_file(p("x"))), ".docx", failures.Locked),
        (b"{\\rtf1 x}", ".docx", failures.NotThisKind),
        (b"\x89PNG\r\n" + b"\0" * 90, ".docx", failures.NotThisKind),
        (b"\xff\x00" * 90, ".docx", failures.NotThisKind),
        ("<!DOCTYPE html><p>Số".encode(), ".docx", failures.NotThisKind),
        ("Số: 12/KH-UBND".encode(), ".docx", failures.PlainText),
        (("a" * 4095 + "ố").encode(), ".docx", failures.PlainText),
        (document("", nested(500)), ".docx", failures.TooBig),
        (document("", wide(10_000)), ".docx", failures.TooBig),
        (
            document("", wide(1, '<w:trPr><w:gridBefore w:val="99999999"/></w:trPr>')),
            ".docx",
            failures.TooBig,
        ),
        (
            document("", wide(1, cell='<w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr>')),
            ".docx",
            failures.TooBig,
        ),
        (utf16(BOMB, p("&e;")), ".docx", failures.Unsafe),
        (b"a" * 200_001, ".txt", failures.TooBig),
        (b"a\t" * 300, ".txt", failures.TooBig),
        (b"a|" * 300, ".md", failures.TooBig),
        (b"a\n" * 50_001, ".txt", failures.TooBig),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600, ".doc", failures.OldWord),
        (b"not a zip", ".docx", failures.NotThisKind),
        (b"PK\x03\x04 cut", ".docx", failures.Damaged),
        (zipped(**WORKBOOK), ".docx", failures.NotThisKind),
        (zipped(a="b"), ".docx", failures.NotThisKind),
        (zipped(**{"[Content_Types].xml": TYPES}), ".docx", failures.Damaged),
        (word_file(p("x" * 500))[:-200], ".docx", failures.Damaged),
        (word_file("<w:p><w:r>"), ".docx", failures.Damaged),
        (word_file(""), ".docx", failures.NoWords),
        (document(ENTITIES, p("&b;")), ".docx", failures.Unsafe),
        (document(EXTERNAL, p("&x;")), ".docx", failures.Unsafe),
        (b"{\\rtf1 x}", ".txt", failures.NotThisKind),
        (bytes(range(256)) * 4, ".txt", failures.NotThisKind),
        (b"\xff\xfe\x00", ".txt", failures.UnknownEncoding),
        (b"abc \xc3\x28 \x90\x81 def", ".txt", failures.UnknownEncoding),
        (b"%PDF-1.7 and nothing", ".pdf", failures.Damaged),
        (b"no pdf at all", ".pdf", failures.NotThisKind),
    ],
)
def test_is_refused(raw: bytes, suffix: str, error: type[ParcliError]) -> None:
    if suffix == ".pdf":
        pytest.importorskip("pdfplumber")
    with pytest.raises(error) as raised:
        read_bytes(raw, "tệp", suffix)
    assert raised.value.exit_code in (2, 3)
    assert str(raised.value)
    assert raised.value.advice()


def test_zip_bomb_is_never_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_PART", 1 << 20)
    raw = document("", p("0" * (4 << 20)))
    assert len(raw) < 1 << 16
    with pytest.raises(failures.TooBig):
        read_bytes(raw, "x.docx", ".docx")


def test_a_million_cells_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx, "MAX_CELLS", 1000)
    row = f"<w:tr>{'<w:tc><w:p/></w:tc>' * 60}</w:tr>"
    with pytest.raises(failures.TooBig):
        read_bytes(document("", f"<w:tbl>{row * 60}</w:tbl>"), "x.docx", ".docx")


def test_too_many_paragraphs_and_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx, "MAX_PARAGRAPHS", 10)
    with pytest.raises(failures.TooBig):
        read_bytes(word_file(p("a") * 11), "x.docx", ".docx")
    monkeypatch.setattr(package, "MAX_PARTS", 1)
    with pytest.raises(failures.TooBig):
        read_bytes(word_file(p("a")), "x.docx", ".docx")


def test_big_file_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MAX_FILE", 10)
    (tmp_path / "to.txt").write_text("a" * 20, encoding="utf-8")
    with pytest.raises(failures.TooBig):
        read_document(tmp_path / "to.txt")


def test_unknown_and_missing_files(tmp_path: Path) -> None:
    from parcli.registry.files import Unreadable

    with pytest.raises(failures.UnknownFileKind):
        read_document(tmp_path / "a.jpg")
    with pytest.raises(Unreadable):
        read_document(tmp_path / "a.docx")


@pytest.mark.parametrize("name", ["a.rtf", "a.odt", "A.HTML", "a.xlsx"])
def test_documents_of_other_programs_are_told_what_to_do(tmp_path: Path, name: str) -> None:
    with pytest.raises(failures.OtherFormat) as raised:
        read_document(tmp_path / name)
    assert raised.value.exit_code == 3
    assert raised.value.advice() == f"Open {name} in Word or LibreOffice and save it as .docx."


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    from parcli.registry.files import Unreadable

    (tmp_path / "x.docx").mkdir()
    with pytest.raises(Unreadable, match="it is a folder"):
        read_document(tmp_path / "x.docx")


def test_a_word_file_under_the_name_of_a_pdf_is_read() -> None:
    raw = word_file(p("1. Sở Nội vụ chủ trì"))
    assert [line.text for line in read_bytes(raw, "x.pdf", ".pdf").paragraphs()] == [
        "1. Sở Nội vụ chủ trì"
    ]


def test_tables_that_never_end_take_no_time() -> None:
    assert read_bytes(b"<table>\n" * 20_000 + b"x", "x.txt", ".txt").blocks


def test_files_elsewhere_are_told_and_not_fetched() -> None:
    links = (
        '<Relationships><Relationship Type="x/hyperlink" TargetMode="External" Target="http://a"/>'
        "{more}</Relationships>"
    )
    frame = '<Relationship Type="x/attachedTemplate" TargetMode="External" Target="http://b"/>'
    body = f"<w:document {NAMESPACES}><w:body>{p('x')}<w:altChunk/></w:body></w:document>"
    for more, told in (("", []), (frame, [docx.LINKS])):
        raw = zipped(
            **{
                "[Content_Types].xml": TYPES,
                "word/document.xml": body,
                "word/_rels/settings.xml.rels": links.format(more=more),
            }
        )
        document = read_bytes(raw, "x.docx", ".docx")
        assert [text for text, _facts in document.remarks] == told
        assert [(each.message, each.place.paragraph) for each in document.unread] == [
            (docx.INSERTED, 1)
        ]


def test_scanned_pdf_names_the_command_that_helps() -> None:
    pytest.importorskip("pdfplumber")
    with pytest.raises(failures.Scanned) as raised:
        read_bytes(pdf(Page().picture()), "quet.pdf", ".pdf")
    assert "ocrmypdf -l vie quet.pdf" in raised.value.advice()
    with pytest.raises(failures.NoWords):
        read_bytes(pdf(Page()), "trong.pdf", ".pdf")


def test_pdf_without_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "pdfplumber", None)
    with pytest.raises(failures.NoPdfReader):
        read_bytes(b"%PDF-1.4", "x.pdf", ".pdf")


@pytest.mark.parametrize("seed", range(25))
def test_mutated_text_gives_a_draft_or_an_error(seed: int) -> None:
    raw = bytearray((SOURCES / "bac-binh-2022.txt").read_bytes()[:6000])
    chance = random.Random(seed)
    for _change in range(40):
        raw[chance.randrange(len(raw))] = chance.choice(b"\t\n|*<>-.1aI\xc3\x00 ")
    try:
        draft = make_draft(read_bytes(bytes(raw), "x.txt", ".txt"), directive_id="x")
    except ParcliError as error:
        assert error.exit_code == 3
    else:
        assert 0 <= draft.share.percent <= 100


@pytest.mark.parametrize("seed", range(25))
def test_mutated_word_file_gives_a_draft_or_an_error(seed: int) -> None:
    raw = bytearray(word_file(p("Số: 12/KH-UBND") + p("1. Sở Nội vụ chủ trì") * 5))
    chance = random.Random(seed)
    for _change in range(3):
        raw[chance.randrange(len(raw))] = chance.randrange(256)
    try:
        make_draft(read_bytes(bytes(raw), "x.docx", ".docx"), directive_id="x")
    except ParcliError as error:
        assert error.exit_code == 3
