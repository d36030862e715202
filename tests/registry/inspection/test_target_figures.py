"""The figures that the words of a target state, and which figures may stand beside them."""

from __future__ import annotations

import pytest

from parcli.diagnostics import Diagnostic
from parcli.registry.files import FileKind
from parcli.registry.inspection.target_reading import Said, figures_in, says_none
from parcli.registry.reading import read_text

READ = [
    ("100% hồ sơ đúng hạn", [Said(100, True, "")]),
    ("trên 85%", [Said(85, True, ">")]),
    ("đạt tối thiểu 6% so với năm 2021", [Said(6, True, ">=")]),
    ("ít nhất 03 sáng kiến", [Said(3, False, ">=")]),
    ("từ 90% trở lên", [Said(90, True, ">=")]),
    ("đạt tỷ lệ 80% đánh giá tốt trở lên", [Said(80, True, ">=")]),
    ("dưới 2,5%", [Said(2.5, True, "<")]),
    ("không quá 1.500 hồ sơ", [Said(1500, False, "<=")]),
    ("đến năm 2024 đạt 50 phần trăm", [Said(50, True, "")]),
    ("Công văn số 12/KH-UBND", []),
    ("không có vi phạm", []),
]


@pytest.mark.parametrize(("words", "figures"), READ, ids=[words for words, _figures in READ])
def test_figures_are_read_with_their_comparison(words: str, figures: list[Said]) -> None:
    assert list(figures_in(words)) == figures


def test_none_of_something_is_told_by_a_negation() -> None:
    assert says_none("Không để xảy ra sai phạm")
    assert not says_none("Giải quyết đúng hạn")


def found(target: str) -> list[str]:
    """What is said of one target whose words are the task's."""
    words = target.partition(", ")[0].removeprefix("text: ")
    text = f"""\
schema: parcli.directive/1
id: x
org: o
type: cong-van
issuer: UBND
subject: s
tasks: [{{number: "1", text: {words}, lead: [A], targets: [{{{target}}}]}}]
"""
    read = read_text(FileKind.DIRECTIVE, "x.yaml", text.encode())
    return [Diagnostic.text(d) for d in read.diagnostics]


AGREE = [
    'text: trên 85% hồ sơ, compare: ">", value: 85, unit: "%"',
    'text: 100% hồ sơ, compare: ">=", value: 100, unit: "%"',
    'text: 100% hồ sơ, compare: "=", value: 100, unit: "%"',
    'text: Giảm 10% chi, compare: "<=", value: 10, unit: "%", change: decrease',
    'text: Không có sai phạm, compare: "=", value: 0, unit: sai phạm',
    "text: Thu hút đầu tư tăng so với năm 2023, change: increase, baseline: năm 2023",
]
DISAGREE = [
    (
        'text: trên 85% hồ sơ, compare: ">=", value: 85, unit: "%"',
        "The words say “>”, the comparison is “>=”.",
    ),
    (
        'text: trên 85% hồ sơ, compare: ">", value: 58, unit: "%"',
        "The words state 85%, the value is 58.",
    ),
    (
        'text: đạt 1.500.000 lượt, compare: ">=", value: 1500001, unit: lượt',
        "The words state 1500000, the value is 1500001.",
    ),
    (
        'text: nhiều hồ sơ, compare: ">", value: 5, unit: hồ sơ',
        "The value is 5, but the words state no figure.",
    ),
    (
        'text: 85% hồ sơ, compare: ">=", value: 85, unit: hồ sơ',
        "The unit “hồ sơ” is not in the words of the target.",
    ),
    (
        'text: 85% hồ sơ, compare: ">=", value: 85',
        "The words state 85%, but the target has no unit.",
    ),
    ('text: 85% hồ sơ, value: 85, unit: "%"', "The target has a value, but no comparison."),
    ("text: đạt 85% hồ sơ", "The words state 85%, but the target has no value."),
    (
        'text: Không có sai phạm, compare: ">", value: 0, unit: sai phạm',
        "The words say “=”, the comparison is “>”.",
    ),
    (
        'text: 5 sáng kiến, compare: ">=", value: 5, unit: mô hình',
        "The unit “mô hình” is not in the words of the target.",
    ),
    (
        "text: đầu tư tăng so với năm 2023, change: decrease",
        "The words do not speak of such a change: “decrease”.",
    ),
    (
        "text: đầu tư tăng so với năm 2023, change: increase, baseline: năm 2022",
        "The baseline “năm 2022” is not in the words of the target.",
    ),
    (
        "text: đầu tư năm 2024 tăng, change: increase, by: 2025",
        "The words name 2024, the target is to be met by 2025.",
    ),
]


@pytest.mark.parametrize("target", AGREE)
def test_figures_that_the_words_bear_out_pass(target: str) -> None:
    assert found(target) == []


@pytest.mark.parametrize(("target", "message"), DISAGREE, ids=[t for t, _m in DISAGREE])
def test_figures_that_contradict_the_words_are_told(target: str, message: str) -> None:
    assert message in found(target)
