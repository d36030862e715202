"""Words shown in capitals come back in the letters that were typed."""

from __future__ import annotations

import pytest
from word_files import p, word_file

from parcli.intake.accounting import Ledger
from parcli.intake.blocks import Document, Run
from parcli.intake.capitals import as_typed
from parcli.intake.draft import make_draft
from parcli.intake.readers.docx import read_docx

CAPS = "<w:caps/>"


def test_a_run_is_as_long_shown_as_typed() -> None:
    run = Run("Đề án straße", caps=True)

    assert run.shown == "ĐỀ ÁN STRAßE"
    assert Run("Đề án").shown == "Đề án"


def test_the_title_of_an_appendix_keeps_its_letters() -> None:
    raw = word_file(
        p("Số: 12/KH-UBND")
        + p("KẾ HOẠCH")
        + p("Cải cách hành chính năm 2026")
        + p("1. Sở Nội vụ chủ trì kiểm tra.")
        + p("TM. ỦY BAN NHÂN DÂN")
        + p("CHỦ TỊCH")
        + p("PHỤ LỤC I")
        + p("Nhiệm vụ cải thiện Chỉ số PAPI", marks=CAPS)
    )
    document = read_docx(raw, "x.docx")
    draft = make_draft(document, directive_id="x")

    assert "NHIỆM VỤ CẢI THIỆN CHỈ SỐ PAPI" in [p.text for p in document.paragraphs()]
    assert draft.values["appendices"][0]["title"] == "Nhiệm vụ cải thiện Chỉ số PAPI"


@pytest.mark.parametrize(
    ("title", "outline", "kept"),
    [
        ("NHIỆM VỤ VỀ PAPI", ("Phụ lục 1. Nhiệm vụ về PAPI",), "Nhiệm vụ về PAPI"),
        ("NHIỆM VỤ VỀ PAPI", ("NHIỆM VỤ VỀ PAPI",), "NHIỆM VỤ VỀ PAPI"),
        ("NHIỆM VỤ VỀ PAPI", ("Nhiệm vụ khác",), "NHIỆM VỤ VỀ PAPI"),
        ("Nhiệm vụ về PAPI", ("nhiệm vụ về papi",), "Nhiệm vụ về PAPI"),
        (None, ("Nhiệm vụ",), None),
    ],
)
def test_the_outline_of_a_pdf(
    title: str | None, outline: tuple[str, ...], kept: str | None
) -> None:
    values = {"appendices": [{"title": title}]}

    as_typed(values, Document("x.pdf", [], outline=outline), Ledger())

    assert values["appendices"][0]["title"] == kept
