"""What a narrow column of a PDF breaks: words inside a cell, the lines of a letterhead."""

from __future__ import annotations

import pytest

from parcli.intake.blocks import Place
from parcli.intake.readers.pdf_head import in_two_columns
from parcli.intake.readers.pdf_lines import Line, lines_of
from parcli.intake.readers.pdf_paragraphs import cell_lines
from parcli.intake.readers.pdf_words import Word


def words(x: float, top: float, text: str) -> list[Word]:
    """The words of a line that begins at `x`, six points a letter."""
    found = []
    for word in text.split():
        found.append(Word(word, x, x + 6 * len(word), top, top + 10, False, False))
        x += 6 * len(word) + 4
    return found


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["UBMTTQV", "N tỉnh"], "UBMTTQVN tỉnh"),
        (["30/6/202", "5"], "30/6/2025"),
        (["nghiê", "m túc"], "nghiêm túc"),
        (["Sở Nội", "vụ"], "Sở Nội vụ"),
        (["Trường", "THCS"], "Trường THCS"),
        (["UBND", "Xã Mỹ An"], "UBND Xã Mỹ An"),
    ],
)
def test_letters_of_one_word_are_joined(lines: list[str], text: str) -> None:
    cell = [word for n, line in enumerate(lines) for word in words(10, 12.0 * n, line)]

    (paragraph,) = cell_lines(cell, Place(1))

    assert paragraph.text == text


def page(right: list[str]) -> list[Line]:
    """A head whose columns do not stand level, above its title."""
    left = ["SỞ Y TẾ", "CHI CỤC DÂN SỐ", "Số: 5/KH-CCDS"]
    found = [word for n, line in enumerate(left) for word in words(60, 50.0 + 18 * n, line)]
    found += [word for n, line in enumerate(right) for word in words(320, 50.0 + 14 * n, line)]
    return lines_of([*found, *words(270, 150, "KẾ HOẠCH")])


def test_the_right_column_follows_the_left_one_where_a_line_of_it_is_broken() -> None:
    right = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA", "VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]

    lines = [line.text for line in in_two_columns(page(right), 600)]

    assert lines == ["SỞ Y TẾ", "CHI CỤC DÂN SỐ", "Số: 5/KH-CCDS", *right, "KẾ HOẠCH"]


def test_a_whole_head_and_a_page_without_a_title_stay_as_they_are() -> None:
    whole = page(["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"])
    text = lines_of(words(60, 50, "Một trang chữ"))

    assert in_two_columns(whole, 600) == whole
    assert in_two_columns(text, 600) == text
    assert in_two_columns([], 600) == []
