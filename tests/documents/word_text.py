"""The text of a Word file, read with python-docx as another program would."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from docx import Document

_TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"


def opened(raw: bytes) -> Any:
    """The document as python-docx reads it."""
    return Document(io.BytesIO(raw))


def lines(raw: bytes) -> list[str]:
    """The text of every paragraph, those in tables too, in the order of the file."""
    document = opened(raw)
    body = document.element.body
    tag = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    return [
        "".join(
            "\n" if part.tag == f"{tag}br" else "\t" if part.tag == f"{tag}tab" else part.text or ""
            for part in paragraph.iter(f"{tag}t", f"{tag}br", f"{tag}tab")
        )
        for paragraph in body.iter(f"{tag}p")
    ]


def rows(raw: bytes, table: int) -> list[list[str]]:
    """The cells of a table, row by row; a merged cell once."""
    return [
        [
            "".join(t.text or "" for t in cell.iter() if t.tag.endswith("}t"))
            for cell in row._tr.tc_lst
        ]
        for row in opened(raw).tables[table].rows
    ]


def repacked(raw: bytes, changes: dict[str, bytes | None]) -> bytes:
    """The same zip with parts replaced, added, or left out (None)."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(raw)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in [*old.namelist(), *(n for n in changes if n not in old.namelist())]:
            content = changes.get(name, b"") if name in changes else old.read(name)
            if content is not None:
                new.writestr(name, content)
    return out.getvalue()


def part(raw: bytes, name: str) -> str:
    """A part of the file as text."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return archive.read(name).decode("utf-8")
