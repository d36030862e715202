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


@pytest.mark.parametrize(
    ("raw", "suffix", "error"),
    [
        (b"", ".txt", failures.NoWords),
        (b"  \n\n ", ".md", failures.NoWords),
        (b"", ".docx", failures.NoWords),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600, ".docx", failures.OldWord),
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
