"""Number and date that stand only in the signatures of a PDF."""

from __future__ import annotations

import pytest
from small_pdf import Page, pdf

from parcli.intake import failures
from parcli.intake.draft import make_draft
from parcli.intake.readers.opening import read_bytes

pytest.importorskip("pdfplumber")


def signed() -> Page:
    page = (
        Page().text(50, 40, "ỦY BAN NHÂN DÂN").text(270, 40, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    )
    page.text(50, 56, "TỈNH AN BÌNH").text(320, 56, "Độc lập - Tự do - Hạnh phúc")
    page.text(50, 90, "Số:").text(110, 90, "/KH-UBND")
    page.text(300, 90, "An Bình, ngày").text(400, 90, "tháng").text(450, 90, "năm 2026")
    page.text(262, 130, "KẾ HOẠCH", bold=True).text(
        200, 148, "Cải cách hành chính năm 2026", bold=True
    )
    return page.text(60, 200, "1. Sở Nội vụ rà soát thủ tục hành chính.")


def head(page: Page) -> tuple[object, ...]:
    values = make_draft(read_bytes(pdf(page), "x.pdf", ".pdf"), directive_id="x").values
    return tuple(values.get(key) for key in ("number", "symbol", "issued"))


def test_the_clerks_stamps_fill_the_blanks() -> None:
    page = signed().stamp(76, 90, "173").stamp(382, 90, "28").stamp(438, 90, "4")

    assert head(page) == ("173", "KH-UBND", "2026-04-28")


def test_a_form_is_stretched_onto_its_stamp() -> None:
    page = signed().stamp(76, 90, "173", boxed="[0 0 120 40]")

    assert head(page)[:2] == ("173", "KH-UBND")


@pytest.mark.parametrize(
    ("more", "boxed"),
    [("/F 2", ""), ("/F 32", ""), ("", "[0 0 0 20]"), ("", "[0 0 20]"), ("", "[0 0 (a) 20]")],
    ids=["hidden", "not on the screen", "no area", "three corners", "no numbers"],
)
def test_what_no_page_shows_is_not_read(more: str, boxed: str) -> None:
    assert head(signed().stamp(76, 90, "173", more, boxed)) == (None, "KH-UBND", "2026")


def test_a_scanned_page_stays_one_whatever_its_stamps_say() -> None:
    page = (
        Page().picture().stamp(76, 90, "Số 173 ngày 28 tháng 4 năm 2026 của Ủy ban nhân dân tỉnh")
    )

    with pytest.raises(failures.Scanned):
        read_bytes(pdf(page), "x.pdf", ".pdf")
