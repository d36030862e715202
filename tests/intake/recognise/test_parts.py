"""Numbered paragraphs as a tree: which number ends which part."""

from __future__ import annotations

import pytest

from parcli.intake.blocks import Paragraph, Place, Run
from parcli.intake.recognise.parts import Part, parts_of, printed_line


def paragraph(text: str) -> Paragraph:
    """A line of which the words between two stars are bold."""
    pieces = text.split("**")
    runs = tuple(Run(piece, number % 2 == 1, False) for number, piece in enumerate(pieces) if piece)
    return Paragraph(runs, Place(1, 1), "", "text")


def tree(*lines: str) -> list[object]:
    """The words of the parts, each with those of its own parts."""

    def shown(part: Part) -> object:
        words = part.words.strip(" :")
        below = [shown(child) for child in part.children]
        return [words, *below] if below else words

    return [shown(part) for part in parts_of([paragraph(line) for line in lines]).children]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # After "B." the letter C counts on and is no Roman hundred.
        (["A. Một", "B. Hai", "C. Ba", "D. Bốn"], ["Một", "Hai", "Ba", "Bốn"]),
        # "I." under "A." opens Roman numbers, not the ninth letter.
        (["A. Một", "I. Hai", "II. Ba", "B. Bốn"], [["Một", "Hai", "Ba"], "Bốn"]),
        # "i)" after "h)" is a letter, "i)" that opens a list is a Roman number.
        (["1. Một", "h) Hai", "i) Ba"], [["Một", "Hai", "Ba"]]),
        (["1. Một", "a) Hai", "i) Ba", "ii) Bốn"], [["Một", ["Hai", "Ba", "Bốn"]]]),
        # A second "1." below a bold "1." is its list.
        (["**1. Nhiệm vụ**", "1. Hai", "2. Ba"], [["Nhiệm vụ", "Hai", "Ba"]]),
        # Roman parts below an article are its own.
        (["Điều 1. Một", "I. Hai", "Điều 2. Ba"], [["Một", "Hai"], "Ba"]),
        (["1. Một", "- Hai", "+ Ba", "- Bốn"], [["Một", ["Hai", "Ba"], "Bốn"]]),
    ],
)
def test_numbers_nest(lines: list[str], expected: list[object]) -> None:
    assert tree(*lines) == expected


@pytest.mark.parametrize(
    ("line", "opens"),
    [
        ("Công an xã:", True),
        ("**Công an xã**", True),
        ("**Công an xã:** tuần tra ban đêm.", True),
        ("**Công an xã**: tuần tra ban đêm.", True),
        ("**Lưu ý:** giữ gìn trật tự.", False),
        ("Công an xã tuần tra ban đêm.", False),
    ],
)
def test_units_open_a_part_without_a_number(line: str, opens: bool) -> None:
    assert bool(tree(line)) is opens


def test_particulars_after_the_last_item_hold_for_all() -> None:
    lines = ["1. Tuyên truyền", "a) Viết bài", "b) Phát thanh", "- Đơn vị chủ trì: Công an xã"]

    (part,) = parts_of([paragraph(line) for line in lines]).children

    assert [line.text for line in part.lines()] == lines
    (last,) = part.children[-1:]
    assert last.words == "Phát thanh"


def test_a_root_has_no_words() -> None:
    root = parts_of([paragraph("Không có số")])

    assert (root.title, root.words, root.tables) == (None, "", [])
    assert [printed_line(line) for line in root.lines()] == ["Không có số"]
