"""A file's text in; its model and exact findings out; what is right is still read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from parcli import language
from parcli.registry.files import FileKind
from parcli.registry.reading import UNKNOWN_ORG, read_file, read_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from parcli.registry.reading import ReadFile

HEADER = """\
schema: parcli.directive/1
id: van-ban
org: don-vi
type: cong-van
issuer: UBND thị xã
subject: thử
"""


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    before = language.chosen()
    language.choose("en")
    yield
    language.choose(before)


def directive(text: str) -> ReadFile:
    """The directive whose header is followed by `text`."""
    return read_text(FileKind.DIRECTIVE, "data/directives/van-ban.yaml", (HEADER + text).encode())


def said(read: ReadFile) -> list[str]:
    """Each schema finding as line:column code message (hint)."""
    return [
        f"{d.line}:{d.column} {d.code} {d.text()} ({d.advice()})"
        for d in read.diagnostics
        if d.code < "PAR300"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("tasks:\n", []),
        ("number:\n", []),
        ("number: 012\n", []),
        (
            "isued: 2024\n",
            ["7:1 PAR202 The key “isued” is not known here. (Did you mean “issued”?)"],
        ),
        (
            "issued: 2024-02-30\n",
            [
                "7:9 PAR206 “2024-02-30” is not a date. "
                "(Write 2024, 2024-07 or 2024-07-21, a day that exists.)"
            ],
        ),
        (
            "tasks: a\n",
            [
                "7:8 PAR203 “tasks” must be a list. "
                "(Put each item on a line of its own, after “- ”, or write [a, b].)"
            ],
        ),
        (
            "reports:\n  - id: r\n    deadline: trước ngày 15\n",
            ["8:5 PAR201 The key “from” is missing. (Add “from:” here.)"],
        ),
        (
            "tasks:\n  - lead: [{unit: a}]\n",
            ["8:12 PAR201 The key “scope” is missing. (Add “scope:” here.)"],
        ),
        (
            "tasks:\n  - lead: [[a]]\n",
            ["8:12 PAR203 “lead” must be a text. (Write one value after “lead:”.)"],
        ),
        (
            "tasks:\n  - text: ''\n",
            ["8:11 PAR203 “text” is empty text. (Write something, or remove the quotes.)"],
        ),
        (
            "tasks:\n  - targets: [{text: a, value: tám}]\n",
            [
                "8:32 PAR207 “tám” is not a number that fits here. "
                "(Write digits, such as 80 or 7.5.)"
            ],
        ),
        (
            "tasks:\n  - targets: [{text: a, by: 2024-Q5}]\n",
            ["8:29 PAR206 “2024-Q5” is not a period. (Write 2024, 2024-H1, 2024-Q3 or 2024-07.)"],
        ),
        (
            "signature: Nguyễn Văn A\n",
            [
                "7:12 PAR203 “signature” must hold keys of its own. "
                "(Write “key: value” lines under it.)"
            ],
        ),
        (
            "appendices:\n  - kind: tassks\n",
            [
                "8:11 PAR204 “tassks” is not a value of “kind”. (Did you mean “tasks”? "
                "Choices: tasks, indicators, statistics, scoring, documents.)"
            ],
        ),
    ],
)
def test_schema_errors_stand_at_key_or_value(text: str, expected: list[str]) -> None:
    assert said(directive(text)) == expected


def test_all_errors_of_a_file_are_told_in_one_run() -> None:
    read = directive("isued: 2024\nplace: []\ntasks:\n  - titel: a\n  - text: ok\n")
    assert [line.split()[:2] for line in said(read)] == [
        ["7:1", "PAR202"],
        ["8:8", "PAR203"],
        ["10:5", "PAR202"],
    ]


def test_what_is_right_is_read_and_knows_its_old_place() -> None:
    read = directive(
        "reports:\n  - id: a\n  - {id: b, from: [x]}\ntasks:\n  - text: 1\n  - bad: 2\n"
    )
    model: Any = read.model
    assert [report.id for report in model.reports] == ["b"]
    assert [task.text for task in model.tasks] == ["1", None]
    assert read.kept == {("reports",): [1]}


WHOLE = """\
schema: parcli.directive/1
id: x
org: thu
type: cong-van
issuer: UBND xã Thử
subject: thử
tasks:
  - {text: một, lead: [Văn phòng]}
"""


@pytest.mark.parametrize(
    ("line", "instead", "codes"),
    [
        ("subject: thử", "subjct: thử", ["PAR201", "PAR202"]),
        ("subject: thử", "subject: []", ["PAR203"]),
        ("type: cong-van", "type: cong-vam", ["PAR204"]),
        ("schema: parcli.directive/1\n", "", ["PAR201"]),
        ("parcli.directive/1", "parcli.directive/9", ["PAR204"]),
        ("id: x\n", "", ["PAR201"]),
        ("issuer: UBND xã Thử", "issuer:", ["PAR201"]),
    ],
)
def test_a_wrong_word_at_the_top_hides_no_tasks(line: str, instead: str, codes: list[str]) -> None:
    read = read_text(
        FileKind.DIRECTIVE, "data/directives/x.yaml", WHOLE.replace(line, instead).encode()
    )

    assert sorted(d.code for d in read.diagnostics) == codes
    model: Any = read.model
    assert (model.id, [task.text for task in model.tasks]) == ("x", ["một"])


def test_a_file_of_another_kind_is_not_read_as_this_one() -> None:
    text = WHOLE.replace("parcli.directive/1", "parcli.units/1")

    assert read_text(FileKind.DIRECTIVE, "data/directives/x.yaml", text.encode()).model is None


def test_a_file_without_its_required_keys_says_so_once_for_each() -> None:
    read = read_text(FileKind.DIRECTIVE, "data/directives/x.yaml", b"id: x\n")
    assert [d.code for d in read.diagnostics] == ["PAR201"] * 5


@pytest.mark.parametrize(
    ("kind", "path", "text", "key"),
    [
        (FileKind.DIRECTIVE, "data/directives/khac.yaml", HEADER, "id"),
        (
            FileKind.CALENDAR,
            "data/calendar/2023.yaml",
            "schema: parcli.calendar/1\nyear: 2024\n",
            "year",
        ),
        (
            FileKind.PROGRESS,
            "data/progress/2024-Q3/a.yaml",
            "schema: parcli.progress/1\norg: o\nunit: a\nperiod: 2024-Q2\n",
            "period",
        ),
    ],
)
def test_a_file_is_called_what_it_says_it_is(
    kind: FileKind, path: str, text: str, key: str
) -> None:
    (diagnostic,) = read_text(kind, path, text.encode()).diagnostics
    assert (diagnostic.code, dict(diagnostic.facts)["key"]) == ("PAR208", key)


def test_a_cell_of_a_printed_table_may_be_empty() -> None:
    rows = 'appendices:\n  - {kind: scoring, rows: [["1", "", b], ["2", "", c]]}\n'

    assert directive(rows).diagnostics == []


def test_a_file_whose_name_is_no_id_is_to_be_renamed() -> None:
    path = "data/directives/Kế hoạch.yaml"

    (diagnostic,) = read_text(FileKind.DIRECTIVE, path, HEADER.encode()).diagnostics

    assert diagnostic.code == "PAR208"
    assert diagnostic.advice().startswith("Rename the file to van-ban.yaml:")


def test_what_is_no_id_is_not_called_another_one_as_well() -> None:
    text = HEADER.replace("id: van-ban", "id: Văn bản")

    read = read_text(FileKind.DIRECTIVE, "data/directives/van-ban.yaml", text.encode())

    assert [d.code for d in read.diagnostics] == ["PAR205"]


@pytest.mark.parametrize("text", ["- a\n", "chữ\n"])
def test_a_file_must_hold_a_mapping(text: str) -> None:
    read = read_text(FileKind.DIRECTIVE, "x.yaml", text.encode())
    assert [d.code for d in read.diagnostics] == ["PAR203"]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("year: 2024\ndays_off:\n  - {date: 2024-04-31, name: x}\n", "PAR206", 4),
        ("year: 2024\ndays_off:\n  - {date: 2025-01-02, name: x}\n", "PAR206", 4),
        ("year: 2024\nworked:\n  - {date: 2024-05-06}\n", "PAR206", 4),
        ("year: hai\n", "PAR207", 2),
        ("year: 2024\nofficial: có\n", "PAR207", 3),
    ],
)
def test_calendar_files_are_checked_day_by_day(text: str, code: str, line: int) -> None:
    raw = f"schema: parcli.calendar/1\n{text}".encode()
    (diagnostic,) = read_text(FileKind.CALENDAR, "data/calendar/2024.yaml", raw).diagnostics
    assert (diagnostic.code, diagnostic.line) == (code, line)


def test_a_file_that_cannot_be_opened_is_a_finding(tmp_path: Path) -> None:
    read = read_file(tmp_path, FileKind.DIRECTIVE, "data/directives/gone.yaml")
    assert [d.code for d in read.diagnostics] == ["PAR115"]


def test_a_file_of_remarks_alone_is_empty() -> None:
    read = read_text(FileKind.DIRECTIVE, "data/directives/x.yaml", "# chưa có gì\n".encode())

    assert [d.code for d in read.diagnostics] == ["PAR113"]


@pytest.mark.parametrize("org", ["org: phu-lâm\n", ""])
def test_a_directive_that_does_not_say_whose_it_is_is_still_read(org: str) -> None:
    text = WHOLE.replace("org: thu\n", org)
    model: Any = read_text(FileKind.DIRECTIVE, "data/directives/x.yaml", text.encode()).model

    assert (model.org, len(model.tasks)) == (UNKNOWN_ORG, 1)


def test_a_catalogue_with_a_wrong_level_keeps_its_units() -> None:
    text = (
        "schema: parcli.units/1\nid: x\norganisation: {name: UBND xã X, level: xã}\n"
        "units: [{id: a, name: Văn phòng, kind: van-phong}]\n"
    )
    read = read_text(FileKind.UNITS, "data/units/x.yaml", text.encode())

    model: Any = read.model
    assert [d.code for d in read.diagnostics] == ["PAR204"]
    assert (model.organisation.name, [unit.id for unit in model.units]) == ("UBND xã X", ["a"])
