"""What stands around a PDF's text: running lines, footnotes, breaks of pages, a second column."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from small_pdf import Page, pdf, width_of

from parcli.intake.draft import make_draft
from parcli.intake.readers.docx_unread import FOOTER, HEADER
from parcli.intake.readers.opening import read_bytes

if TYPE_CHECKING:
    from parcli.intake.blocks import Document

pytest.importorskip("pdfplumber")

LEFT, RIGHT = 60, 540
WHOLE = "cơ quan đơn vị tổ chức thực hiện nghiêm túc kế hoạch này và kịp thời báo cáo k"


def read(*pages: Page) -> Document:
    return read_bytes(pdf(*pages), "x.pdf", ".pdf")


def texts(*pages: Page) -> list[str]:
    return [line.text for line in read(*pages).paragraphs()]


def test_lines_that_every_page_repeats_are_told_once() -> None:
    pages = []
    for number in range(1, 4):
        page = Page().text(LEFT, 30, "Tài liệu họp nội bộ").text(300, 44, str(number))
        page.text(LEFT, 100, f"{number}. Sở A rà soát thủ tục.")
        pages.append(page.text(LEFT, 800, f"Văn thư Sở A in, trang {number}"))
    document = read(*pages)

    assert [line.text for line in document.paragraphs()] == [
        f"{number}. Sở A rà soát thủ tục." for number in (1, 2, 3)
    ]
    assert [(said.message, said.text) for said in document.unread] == [
        (HEADER, "Tài liệu họp nội bộ"),
        (FOOTER, "Văn thư Sở A in, trang 1"),
    ]


def test_two_pages_repeat_a_line_only_with_their_number() -> None:
    pages = [
        Page()
        .text(LEFT, 30, "Biên bản")
        .text(LEFT, 100, f"Việc {n}")
        .text(LEFT, 800, f"Trang {n}/2")
        for n in (1, 2)
    ]

    assert texts(*pages) == ["Biên bản", "Việc 1", "Biên bản", "Việc 2"]


def test_titles_at_the_head_of_each_page_stay() -> None:
    pages = [
        Page().text(LEFT, 40, f"PHỤ LỤC {n}").text(LEFT, 100, "Danh sách") for n in range(1, 5)
    ]

    assert texts(*pages)[::2] == [f"PHỤ LỤC {n}" for n in range(1, 5)]


@pytest.mark.parametrize("size", [9, 12], ids=["small notes", "notes as large as the text"])
def test_footnotes_are_notes_and_their_marks_no_words(size: int) -> None:
    said = "Sở A rà soát thủ tục"
    page = Page().text(LEFT, 500, said).text(LEFT + width_of(said), 499, "1", size=7)
    page.text(LEFT + width_of(said) + 12, 500, "cấp xã.")
    page.text(LEFT, 760, "1 Theo Nghị quyết của Hội đồng", size=size)
    document = read(page.text(LEFT, 776, "nhân dân tỉnh.", size=size))

    assert [block.text for block in document.blocks] == ["Sở A rà soát thủ tục cấp xã."]  # type: ignore[union-attr]
    assert [note.text for note in document.notes] == [
        "1 Theo Nghị quyết của Hội đồng nhân dân tỉnh."
    ]


def test_a_raised_figure_of_a_unit_and_a_small_list_stay() -> None:
    said = "diện tích 40 m"
    page = Page().text(LEFT, 500, said).text(LEFT + width_of(said), 499, "2", size=7)
    page.text(LEFT, 760, "1 Lưu: VT.", size=9)

    assert texts(page) == ["diện tích 40 m2", "1 Lưu: VT."]


@pytest.mark.parametrize(
    ("above", "below", "together"),
    [
        (WHOLE, "Ủy ban nhân dân tỉnh.", True),
        (WHOLE[:-1] + ".", "Ủy ban nhân dân tỉnh.", False),
        (WHOLE, "a) Sở Nội vụ:", False),
        (WHOLE, "Nơi nhận:", False),
        (WHOLE[:30], "Ủy ban nhân dân tỉnh.", False),
    ],
)
def test_a_paragraph_over_the_end_of_a_page(above: str, below: str, together: bool) -> None:
    first = Page().text(LEFT, 700, WHOLE).text(LEFT, 716, above)
    second = Page().text(LEFT, 60, below).text(LEFT, 100, "Sở B báo cáo.")
    found = texts(first, second)

    assert (f"{above} {below}" in found[0]) is together


def test_the_signature_beside_the_recipients_is_a_column_of_its_own() -> None:
    page = Page().text(LEFT, 60, "UBND XÃ A").text(300, 60, "Độc lập - Tự do - Hạnh phúc")
    page.text(LEFT, 100, "1. Phòng Văn hóa rà soát thủ tục.")
    page.text(LEFT, 300, "Nơi nhận:").text(330, 300, "KT. CHỦ TỊCH")
    page.text(LEFT, 318, "- Thường trực Đảng ủy xã, Hội đồng ").text(330, 310, "PHÓ CHỦ TỊCH")
    page.text(LEFT, 334, "nhân dân xã;").text(330, 380, "Trần Thị B")
    page.text(LEFT, 350, "- Lưu: VT.").text(250, 420, "PHỤ LỤC")
    values = make_draft(read(page), directive_id="x").values

    assert values["recipients"] == ["Thường trực Đảng ủy xã, Hội đồng nhân dân xã", "Lưu: VT"]
    assert values["signature"] == {
        "acting": "KT. CHỦ TỊCH",
        "position": "PHÓ CHỦ TỊCH",
        "name": "Trần Thị B",
    }


@pytest.mark.parametrize("mark", ["-", "\uf0b7", "1.", "a)"])
def test_the_gap_behind_the_mark_of_a_list_parts_no_columns(mark: str) -> None:
    page = Page().text(LEFT, 100, mark).text(LEFT + 60, 100, "Sở A rà soát thủ tục hành chính.")

    shown = "-" if mark == "\uf0b7" else mark
    assert texts(page) == [f"{shown} Sở A rà soát thủ tục hành chính."]


def test_a_title_centred_between_unequal_margins_is_one() -> None:
    middle = (LEFT + 30 + RIGHT) / 2
    page = Page()
    for top, words in (
        (100, "KẾ HOẠCH"),
        (116, "RÀ SOÁT THỦ TỤC HÀNH CHÍNH TRÊN ĐỊA BÀN XÃ AN BÌNH MỚI VÀ CÁC XÃ, PHƯỜNG LÂN"),
        (132, "CẬN NĂM 2026"),
    ):
        page.text(middle - width_of(words) / 2, top, words)
    for top in (160, 176, 192):
        page.text(LEFT + 30, top, WHOLE[: int((RIGHT - LEFT - 30) / width_of("a"))])

    assert texts(page)[:2] == [
        "KẾ HOẠCH",
        "RÀ SOÁT THỦ TỤC HÀNH CHÍNH TRÊN ĐỊA BÀN XÃ AN BÌNH MỚI VÀ CÁC XÃ, PHƯỜNG LÂN CẬN NĂM 2026",
    ]


def test_a_bracket_closed_on_the_next_line_is_no_number() -> None:
    open_line = "Khi chỉ số ô nhiễm không khí ở mức rất xấu trong nhiều giờ liên tục (lớn hơn"
    page = Page().text(LEFT, 100, open_line).text(LEFT, 116, "301), trường học tạm dừng.")

    assert texts(page) == [f"{open_line} 301), trường học tạm dừng."]


def test_the_print_of_a_digital_signature_is_no_part_of_the_head() -> None:
    page = (
        Page().text(LEFT, 60, "UBND XÃ AN BÌNH").text(270, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    )
    page.text(LEFT, 80, "Số: 12/KH-UBND").text(320, 80, "An Bình, ngày 05 tháng 3 năm 2026")
    for top, words in (
        (56, "Người ký: Trần Thị B"),
        (64, "Cơ quan: Xã An Bình"),
        (72, "05.03.2026"),
    ):
        page.text(172, top, words, size=6)
    page.text(240, 110, "KẾ HOẠCH").text(200, 128, "Rà soát thủ tục hành chính")
    page.text(LEFT, 170, "1. Phòng Văn hóa rà soát thủ tục.").text(LEFT, 400, "Cơ quan", size=6)
    document = read(page)

    assert not any("Người ký" in line.text for line in document.paragraphs())
    assert any(line.text == "Cơ quan" for line in document.paragraphs())
    values = make_draft(document, directive_id="x").values
    assert (values["number"], values["issuer"]) == ("12", "UBND xã An Bình")
