"""PDF pages: letterhead in two columns, ruled and unruled tables, a table over two pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from small_pdf import Page, pdf

from parcli.intake import failures
from parcli.intake.blocks import Table
from parcli.intake.draft import make_draft
from parcli.intake.readers import pdf as pdf_reader
from parcli.intake.readers.opening import read_bytes
from parcli.intake.walking import all_tasks

if TYPE_CHECKING:
    from parcli.errors import ParcliError

pytest.importorskip("pdfplumber")

XS = [40.0, 80.0, 300.0, 430.0, 555.0]


def letterhead() -> Page:
    page = Page()
    page.text(50, 40, "ỦY BAN NHÂN DÂN").text(
        270, 40, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True
    )
    page.text(50, 56, "TỈNH AN BÌNH").text(320, 56, "Độc lập - Tự do - Hạnh phúc", bold=True)
    page.text(50, 90, "Số: 12/KH-UBND").text(300, 90, "An Bình, ngày 05 tháng 3 năm 2026")
    page.text(262, 130, "KẾ HOẠCH", bold=True)
    page.text(200, 148, "Cải cách hành chính năm 2026", bold=True)
    return page


def row(page: Page, top: float, *words: str) -> None:
    for x, word in zip(XS, words, strict=False):
        page.text(x + 4, top + 4, word)


def test_letterhead_in_two_columns() -> None:
    draft = make_draft(read_bytes(pdf(letterhead()), "x.pdf", ".pdf"), directive_id="x")
    values = draft.values
    assert (
        values["issuer"],
        values["number"],
        values["symbol"],
        values["issued"],
        values["subject"],
    ) == (
        "Ủy ban nhân dân tỉnh An Bình",
        "12",
        "KH-UBND",
        "2026-03-05",
        "Cải cách hành chính năm 2026",
    )


def test_ruled_table_over_two_pages() -> None:
    first, second = letterhead(), Page()
    tops = [200.0, 220.0, 240.0, 260.0]
    first.grid(XS, tops)
    row(first, 200, "TT", "Nhiệm vụ", "Chủ trì", "Thời gian")
    row(first, 220, "1", "Kiểm tra công vụ", "Sở Nội vụ", "Quý II/2026")
    row(first, 240, "2", "Rà soát văn bản của", "Sở Tư pháp", "Quý III/2026")
    second.grid(XS, [40.0, 60.0, 80.0, 100.0])
    row(second, 40, "TT", "Nhiệm vụ", "Chủ trì", "Thời gian")
    row(second, 60, "", "các sở, ngành", "", "")
    row(second, 80, "3", "Công khai thủ tục", "Văn phòng", "Thường xuyên")
    document = read_bytes(pdf(first, second), "x.pdf", ".pdf")
    draft = make_draft(document, directive_id="x")
    found = [
        (path, task["text"], task["lead"], task["deadline"])
        for path, task in all_tasks(draft.values)
    ]
    assert found == [
        ("1", "Kiểm tra công vụ", ["Sở Nội vụ"], "Quý II/2026"),
        ("2", "Rà soát văn bản của các sở, ngành", ["Sở Tư pháp"], "Quý III/2026"),
        ("3", "Công khai thủ tục", ["Văn phòng"], "Thường xuyên"),
    ]


def test_merged_cells_of_a_ruled_table() -> None:
    page = Page()
    page.grid([40, 80, 300], [40, 60, 80, 100])
    page.grid([300, 430], [40, 60, 100])
    row(page, 40, "TT", "Nhiệm vụ", "Chủ trì")
    row(page, 60, "1", "Một", "Sở Y tế")
    row(page, 80, "2", "Hai")
    (table,) = [b for b in read_bytes(pdf(page), "x.pdf", ".pdf").blocks if isinstance(b, Table)]
    assert [[(c.flat, c.above) for c in r.cells] for r in table.rows] == [
        [("TT", False), ("Nhiệm vụ", False), ("Chủ trì", False)],
        [("1", False), ("Một", False), ("Sở Y tế", False)],
        [("2", False), ("Hai", False), ("", True)],
    ]


def test_unruled_table() -> None:
    page = letterhead()
    row(page, 200, "TT", "Nhiệm vụ", "Chủ trì", "Thời gian")
    row(page, 220, "1", "Kiểm tra công vụ", "Sở Nội vụ", "Quý II/2026")
    row(page, 236, "", "tại các xã", "", "")
    row(page, 256, "2", "Rà soát văn bản", "Sở Tư pháp", "Quý III/2026")
    page.text(40, 300, "Trên đây là Kế hoạch, yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện./.")
    draft = make_draft(read_bytes(pdf(page), "x.pdf", ".pdf"), directive_id="x")
    assert [(task["text"], task["lead"]) for _path, task in all_tasks(draft.values)] == [
        ("Kiểm tra công vụ tại các xã", ["Sở Nội vụ"]),
        ("Rà soát văn bản", ["Sở Tư pháp"]),
    ]
    assert draft.values["closing"].startswith("Trên đây")


def test_too_many_pages_or_characters_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = pdf(letterhead(), letterhead())
    for limit in ("MAX_PAGES", "MAX_CHARS_ON_PAGE"):
        with monkeypatch.context() as lowered:
            lowered.setattr(pdf_reader, limit, 1)
            with pytest.raises(failures.TooBig):
                read_bytes(raw, "x.pdf", ".pdf")


@pytest.mark.parametrize(
    ("reason", "error"),
    [
        ("PDFPasswordIncorrect", failures.LockedPdf),
        ("unknown encryption", failures.LockedPdf),
        ("no objects", failures.Damaged),
    ],
)
def test_what_the_parser_cannot_open(
    reason: str, error: type[ParcliError], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: object) -> None:
        raise ValueError(reason)

    monkeypatch.setattr(pdf_reader, "_read", fail)
    with pytest.raises(error):
        read_bytes(pdf(letterhead()), "x.pdf", ".pdf")


def test_each_page_is_told() -> None:
    told: list[float] = []
    pdf_reader.read_pdf(pdf(letterhead(), letterhead()), "x.pdf", told.append)

    assert told == [0.0, 0.5]


def test_a_dash_set_out_to_the_margin_stands_inside_its_sentence() -> None:
    page = letterhead()
    page.text(
        60, 200, "1. Phối hợp với các đơn vị của thành phố tổ chức lễ hội mùa xuân Hà Lâm năm 2026"
    )
    page.text(40, 216, "- Đông Hà lần thứ hai theo chương trình.")
    page.text(60, 232, "2. Mở lớp truyền nghề.")
    values = make_draft(read_bytes(pdf(page), "x.pdf", ".pdf"), directive_id="x").values

    assert [task["text"] for _number, task in all_tasks(values)] == [
        "Phối hợp với các đơn vị của thành phố tổ chức lễ hội mùa xuân Hà Lâm năm 2026 "
        "- Đông Hà lần thứ hai theo chương trình.",
        "Mở lớp truyền nghề.",
    ]
