"""Labels at the beginning of a paragraph, and what only looks like one."""

from __future__ import annotations

import pytest

from parcli.intake.recognise.numbering import follows, read_label


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("I. MỤC ĐÍCH", "I", "I"),
        ("I- MỤC ĐÍCH", "I", "I"),
        ("IV/ TỔ CHỨC", "I", "IV"),
        ("A. Nội dung", "A", "A"),
        ("1. Sở Nội vụ", "1", "1"),
        ("1/ Sở Nội vụ", "1", "1"),
        ("12) Nội dung", "1", "12"),
        ("1.2. Nội dung", "1.1", "1.2"),
        ("1.2 Nội dung", "1.1", "1.2"),
        ("2.1.3. Nội dung", "1.1.1", "2.1.3"),
        ("a) Xây dựng", "a", "a"),
        ("đ) Xây dựng", "a", "đ"),
        ("ii) Xây dựng", "i", "ii"),
        ("(1) Xây dựng", "(1)", "1"),
        ("- Xây dựng", "-", ""),
        ("– Xây dựng", "-", ""),
        ("+ Xây dựng", "+", ""),
        ("• Xây dựng", "•", ""),
        ("* Xây dựng", "*", ""),
        ("Điều 2. Giao", "điều", "2"),
        ("Phần thứ nhất", "phần", "1"),
        ("PHẦN II", "phần", "II"),
        ("Chương III", "chương", "III"),
        ("Mục 1. Quy định", "mục", "1"),
        ("- 100% hồ sơ", "-", ""),
    ],
)
def test_label(text: str, kind: str, number: str) -> None:
    label = read_label(text)
    assert label is not None
    assert (label.kind, label.number) == (kind, number)
    assert text[label.end :][:1] != " "


@pytest.mark.parametrize(
    "text",
    [
        "Sở Nội vụ",
        "1290/UBND-NCVX",
        "12/KH-UBND ngày",
        "100% hồ sơ",
        "15.000 hồ sơ",
        "Điều 3 Quyết định này",
        "mục 2 của Kế hoạch",
        "-------   ------",
        "-5 độ",
        "",
    ],
)
def test_no_label(text: str) -> None:
    assert read_label(text) is None


def test_order_of_the_vietnamese_alphabet() -> None:
    assert follows("d", "đ")
    assert follows("e", "g")
    assert follows("A", "B")
    assert not follows("a", "c")
