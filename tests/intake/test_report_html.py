"""The page that shows a document beside its draft."""

from __future__ import annotations

import pytest

from parcli.intake.blocks import Cell, Document, Paragraph, Place, Row, Run, Table, Unread
from parcli.intake.draft import make_draft
from parcli.intake.readers.docx_unread import FOOTER
from parcli.intake.report_html import html_report
from parcli.language import choose


def line(text: str, place: Place | None = None, align: str = "") -> Paragraph:
    return Paragraph((Run(text),), place or Place(), align=align)


def page(*blocks: Paragraph | Table, unread: list[Unread] | None = None) -> str:
    document = Document("thu.docx", list(blocks), unread=unread or [])
    return html_report(make_draft(document, directive_id="x"))


def test_a_cell_merged_over_rows_is_one_cell() -> None:
    texts = [
        ["TT", "Nhiệm vụ", "Chủ trì"],
        ["1", "Rà soát thủ tục", "Sở Nội vụ"],
        ["2", "Báo cáo kết quả", None],
    ]
    rows = (
        Row(
            tuple(
                Cell((line(text),) if text else (), column, above=text is None)
                for column, text in enumerate(row)
            )
        )
        for row in texts
    )
    shown = page(Table(tuple(rows)))

    assert '<td colspan="1" rowspan="2"><p><mark class="lead"' in shown
    assert shown.count("<td") == 8


def test_paragraphs_tell_where_they_stand() -> None:
    shown = page(line("KẾ HOẠCH", Place(2, 7), "center"), line("Rà soát", Place(line=9)))

    assert '<p data-line="7" class="center">' in shown
    assert '<p data-line="9">' in shown


def test_what_was_not_read_is_told_above_the_document() -> None:
    shown = page(line("KẾ HOẠCH"), unread=[Unread(FOOTER, text="Bản <nháp>")])

    assert '<ul class="unread"><li>The page footer' in shown
    assert "“Bản &lt;nháp&gt;”" in shown
    assert '<ul class="unread">' not in page(line("KẾ HOẠCH"))


@pytest.mark.parametrize(("language", "shown"), [("vi", "66,7 %"), ("en", "66.7 %")])
def test_the_share_is_written_as_the_language_does(
    language: str, shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = make_draft(Document("thu.docx", [line("KẾ HOẠCH")]), directive_id="x")
    monkeypatch.setattr(type(draft.share), "percent", 66.66)
    choose(language)

    assert shown in html_report(draft)
