"""How printed numbers run on: in figures, Roman numbers and letters, over lists that go on."""

from __future__ import annotations

import pytest

from parcli.registry.files import FileKind
from parcli.registry.reading import read_text

HEAD = "schema: parcli.directive/1\nid: x\norg: o\ntype: cong-van\nissuer: UBND\nsubject: s\n"


def told(body: str) -> list[str]:
    read = read_text(FileKind.DIRECTIVE, "x.yaml", (HEAD + body).encode())
    return [f"{d.code} {d.text()}" for d in read.diagnostics]


def tasks(*numbers: str) -> str:
    return "tasks:\n" + "".join(f'  - {{number: "{n}", text: t, lead: [A]}}\n' for n in numbers)


RUN_ON = [
    ("1", "2", "3"),
    ("I", "II", "III", "IV", "V"),
    ("i", "ii", "iii"),
    ("a", "b", "c", "d", "đ", "e"),
    ("a", "b", "c", "d", "e", "f"),
    ("1.", "2.", "3."),
    ("a)", "b)"),
    ("2.1", "2.2", "2.3"),
    ("A", "B", "C"),
    ("1",),
    ("x1y", "?"),
]


@pytest.mark.parametrize("numbers", RUN_ON, ids=" ".join)
def test_numbers_that_run_on_pass(numbers: tuple[str, ...]) -> None:
    assert told(tasks(*numbers)) == []


BREAKS = [
    (("1", "2", "2"), ["PAR701 “2” stands here a second time."]),
    (("1", "3"), ["PAR702 “3” follows on “1”; something is missing between them."]),
    (("2", "3"), ["PAR702 The list begins with “2”."]),
    (("1", "2", "1", "2"), ["PAR703 “1” follows on “2”."]),
    (
        ("1", "4", "3"),
        [
            "PAR702 “4” follows on “1”; something is missing between them.",
            "PAR703 “3” follows on “4”.",
        ],
    ),
    (("I", "III"), ["PAR702 “III” follows on “I”; something is missing between them."]),
    (("a", "c"), ["PAR702 “c” follows on “a”; something is missing between them."]),
]


@pytest.mark.parametrize(("numbers", "expected"), BREAKS, ids=[" ".join(n) for n, _e in BREAKS])
def test_each_break_is_told_once(numbers: tuple[str, ...], expected: list[str]) -> None:
    assert sorted(set(told(tasks(*numbers)))) == sorted(set(expected))


def test_a_list_may_go_on_where_the_section_before_ended() -> None:
    body = "groups:\n"
    for group, numbers in (("I", (1, 2)), ("II", (3, 4))):
        body += f'  - number: "{group}"\n    tasks:\n'
        body += "".join(f'      - {{number: "{n}", text: t, lead: [A]}}\n' for n in numbers)

    assert told(body) == []


def mixed(groups: tuple[str, ...], single: tuple[str, ...]) -> str:
    """A section with groups of one task each and tasks of its own."""
    body = 'groups:\n  - number: "I"\n    groups:\n'
    for number in groups:
        body += f'      - {{number: "{number}", tasks: [{{number: "1", text: t, lead: [A]}}]}}\n'
    body += "    tasks:\n"
    return body + "".join(f'      - {{number: "{n}", text: t, lead: [A]}}\n' for n in single)


@pytest.mark.parametrize(
    ("groups", "single", "expected"),
    [
        (("1",), ("2", "3", "4", "5"), []),
        (("2", "4"), ("1", "3", "5"), []),
        (("c", "đ"), ("a", "b", "d"), []),
        (("II",), ("I", "III"), []),
        (("I", "II"), ("1", "2"), []),
        (("I", "II"), ("A", "B"), []),
        (("1.1", "1.2"), ("1", "2"), []),
        (("1", "2"), ("1", "2"), []),
        (("1",), ("2", "4"), ["PAR702 “4” follows on “2”; something is missing between them."]),
        (("3",), ("1", "5"), ["PAR702 “3” follows on “1”; something is missing between them.",
                              "PAR702 “5” follows on “3”; something is missing between them."]),
        (("1.1",), ("2", "3"), ["PAR702 The list begins with “2”."]),
        (("a)",), ("2",), ["PAR702 The list begins with “2”."]),
        (("?",), ("2",), ["PAR702 The list begins with “2”."]),
        (("1",), ("2", "3", "2"), ["PAR701 “2” stands here a second time."]),
    ],
)  # fmt: skip
def test_groups_and_tasks_of_a_section_may_share_one_count(
    groups: tuple[str, ...], single: tuple[str, ...], expected: list[str]
) -> None:
    assert sorted(told(mixed(groups, single))) == expected


def test_a_shared_count_may_go_on_in_the_next_section() -> None:
    first = mixed(("1",), ("2", "3"))
    second = mixed(("4",), ("5",)).removeprefix("groups:\n").replace('"I"', '"II"')

    assert told(first + second) == []


def test_a_bullet_on_paper_leaves_the_number_of_the_file() -> None:
    body = tasks("1", "2").replace("text: t", 'printed_number: "-", text: t')

    assert told(body) == []
