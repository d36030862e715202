"""Lines under components are as long as a part of the words above them."""

from __future__ import annotations

import pytest

from parcli.documents.profile import Range
from parcli.documents.text_width import NO_BREAK_SPACE, rule_under, text_width


@pytest.mark.parametrize(
    ("text", "size", "bold", "points"),
    [
        # Measured in Liberation Serif, whose letters are as wide as those of Times New Roman.
        ("Độc lập - Tự do - Hạnh phúc", 13, True, 159.1),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, True, 250.3),
        ("PHÒNG TÀI NGUYÊN VÀ MÔI TRƯỜNG", 12, True, 228.6),
        ("", 14, False, 0),
    ],
)
def test_words_are_as_wide_as_in_times_new_roman(
    text: str, size: float, bold: bool, points: float
) -> None:
    assert text_width(text, size, bold=bold) == pytest.approx(points, abs=0.5)


def test_an_unknown_sign_is_as_wide_as_a_digit() -> None:
    assert text_width("語", 10) == text_width("0", 10)


def test_the_line_is_a_part_of_the_longest_line_that_fits() -> None:
    half = Range(0.33, 0.5, 0.5)
    narrow = rule_under("A\nPHÒNG NỘI VỤ", 12, half, bold=True, room=1000)
    assert set(narrow) == {NO_BREAK_SPACE}
    assert len(narrow) * 0.25 * 12 == pytest.approx(
        text_width("PHÒNG NỘI VỤ", 12, bold=True) / 2, abs=3
    )
    assert len(rule_under("M" * 200, 12, half, bold=True, room=100)) == 17
    assert rule_under("", 12, half, bold=True, room=100) == NO_BREAK_SPACE
