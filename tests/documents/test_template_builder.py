"""The shipped templates are what the builder makes, and Word's rules hold in them."""

from __future__ import annotations

import re
import runpy
import sys
from typing import TYPE_CHECKING

import pytest
from word_text import opened, part

from parcli.documents.template_builder.build import SHIPPED, build_all, built
from parcli.documents.template_builder.wordml import columns, twips

if TYPE_CHECKING:
    from pathlib import Path

    from parcli.documents.template_check.word_styles import Element

# The order of children that ECMA-376 prescribes, for the elements the builder writes.
_ORDERS = {
    "pPr": ["pStyle", "keepNext", "pBdr", "spacing", "ind", "jc", "outlineLvl", "sectPr"],
    "rPr": ["rFonts", "b", "bCs", "i", "iCs", "caps", "color", "sz", "szCs", "u", "lang"],
    "tcPr": ["tcW", "gridSpan", "tcMar", "vAlign"],
    "trPr": ["cantSplit", "tblHeader"],
    "tblPr": ["tblW", "jc", "tblInd", "tblBorders", "tblLayout", "tblCellMar"],
    "sectPr": ["headerReference", "type", "pgSz", "pgMar", "pgNumType", "titlePg"],
    "style": ["name", "basedOn", "uiPriority", "semiHidden", "qFormat", "pPr", "rPr", "tblPr"],
}


@pytest.mark.parametrize("name", SHIPPED)
def test_the_shipped_templates_are_the_builder_s(name: str, shipped: Path) -> None:
    assert (shipped / "templates" / name).read_bytes() == built(name)


def test_there_are_no_other_templates(shipped: Path) -> None:
    assert {path.name for path in (shipped / "templates").glob("*.docx")} == set(SHIPPED)


def test_all_are_written(tmp_path: Path) -> None:
    assert {path.name for path in build_all(tmp_path / "mau")} == set(SHIPPED)


@pytest.mark.parametrize("name", SHIPPED)
def test_children_stand_in_the_prescribed_order(name: str) -> None:
    raw = built(name)
    for element in opened(raw).element.iter():
        _check_order(element)
    for style in opened(raw).styles.element.iter():
        _check_order(style)


def _check_order(element: Element) -> None:
    tag = re.sub(r"\{.*\}", "", str(element.tag))
    order = _ORDERS.get(tag)
    if order is not None:
        children = [re.sub(r"\{.*\}", "", str(c.tag)) for c in element]
        assert set(children) <= set(order), (tag, children)
        assert children == sorted(children, key=order.index), (tag, children)


@pytest.mark.parametrize("name", SHIPPED)
def test_every_style_used_is_there_with_a_vietnamese_name(name: str) -> None:
    raw = built(name)
    used = set(re.findall(r'w:pStyle w:val="(\w+)"', part(raw, "word/document.xml")))
    names = {style.style_id: style.name for style in opened(raw).styles}
    assert used <= names.keys()
    assert names["QuocHieu"] == "Quốc hiệu"


@pytest.mark.parametrize("name", SHIPPED)
def test_every_cell_ends_in_a_paragraph(name: str) -> None:
    for cell in re.findall(r"<w:tc>.*?</w:tc>", part(built(name), "word/document.xml")):
        assert cell.endswith("</w:p></w:tc>")


def test_column_widths_fill_the_page() -> None:
    assert sum(columns(165, 1, 2, 3.3)) == twips(165)


def test_the_builder_is_a_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["template_builder", str(tmp_path)])
    runpy.run_module("parcli.documents.template_builder", run_name="__main__")
    assert len(capsys.readouterr().out.splitlines()) == len(SHIPPED)
