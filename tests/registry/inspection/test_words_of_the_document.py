"""What a file states as data, against the words of the same document."""

from __future__ import annotations

import pytest

from parcli.registry.files import FileKind
from parcli.registry.reading import read_text

HEAD = """\
schema: parcli.directive/1
id: vi-du
org: vi-du
type: chi-thi
issued: 2026-02-01
issuer: UBND xã Vui
subject: việc vui
"""
TASK = "tasks:\n  - number: '1'\n    lead: [Phòng A]\n    text: {text}\n"
REPORT = "reports:\n  - id: quy\n    from: [Phòng A]\n    text: Phòng A báo cáo hằng quý.\n"
CITATION = "citations:\n  - type: Kế hoạch\n    number: 12/KH-UBND\n    issued: 2026-01-05\n"


def codes(text: str) -> list[str]:
    read = read_text(FileKind.DIRECTIVE, "data/directives/vi-du.yaml", f"{HEAD}{text}".encode())
    return [each.code for each in read.diagnostics]


@pytest.mark.parametrize(
    ("document", "found"),
    [
        ("opening: Phòng A báo cáo hằng quý.\n" + TASK.format(text="Làm."), []),
        ("closing: Hết.\n" + TASK.format(text="Làm. Phòng A báo cáo hằng quý."), []),
        ("closing: Hết.\n" + TASK.format(text="phòng a báo cáo hằng quý"), []),
        ("closing: Hết.\n" + TASK.format(text="Làm."), ["PAR510"]),
        (TASK.format(text="Làm."), []),  # only the tasks were kept
    ],
)
def test_a_report_is_a_sentence_of_the_directive(document: str, found: list[str]) -> None:
    assert codes(document + REPORT) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Theo Kế hoạch số 12/KH-UBND ngày 05/01/2026.", []),
        ("Theo kế hoạch số 12/KH-UBND.", []),
        ("Theo Kế hoạch số 12/KH-UBND ngày 06/01/2026.", ["PAR310"]),
        ("Theo Công văn số 12/KH-UBND ngày 05/01/2026.", ["PAR310"]),
        ("Theo Kế hoạch số 112/KH-UBND.", ["PAR310"]),
        # One place that bears it out is enough, be it the first or the last.
        ("Kế hoạch số 12/KH-UBND ngày 05/01/2026; số 12/KH-UBND ngày 07/01/2026.", []),
        ("Tờ trình số 12/KH-UBND; Kế hoạch số 12/KH-UBND ngày 05/01/2026.", []),
        # Each half may be said in another place.
        ("Kế hoạch số 12/KH-UBND. " + "x" * 160 + " số 12/KH-UBND ngày 05/01/2026.", []),
    ],
)
def test_a_citation_agrees_with_the_words(words: str, found: list[str]) -> None:
    document = f'{CITATION}opening: "{words}"\n' + TASK.format(text="Làm.")

    assert codes(document) == found


def test_a_number_that_is_only_data_is_not_said() -> None:
    errata = "errata:\n  - printed: 12/KH\n    read: 12/KH-UBND\n    at: '1'\n"
    document = CITATION + errata + "opening: Làm ngay.\n" + TASK.format(text="Làm.")

    assert "PAR310" in codes(document)


@pytest.mark.parametrize(
    ("odd", "found"),
    [
        ("lead: [Phòng A, Phòng C]", ["PAR413"]),
        ("lead: [Phòng B, Phòng A]", []),
        ("lead: [Phòng C]", []),
        ("lead: [Phòng A, {unit: Phòng B, scope: việc một}]", []),
        ("lead: [Phòng A, {unit: Phòng C, scope: việc một}]", ["PAR413"]),
    ],
)
def test_one_task_with_another_lead_than_all_the_rest(odd: str, found: list[str]) -> None:
    tasks = [f"  - number: '{n}'\n    text: Việc thứ {n}.\n    " for n in range(1, 13)]
    leads = ["lead: [Phòng A, Phòng B]\n"] * 11 + [f"{odd}\n"]
    listed = "".join(f"    {line}\n" for task, lead in zip(tasks, leads, strict=True)
                     for line in (task + lead).splitlines())  # fmt: skip
    document = f"appendices:\n  - number: I\n    tasks:\n{listed}"

    assert codes(document) == found


@pytest.mark.parametrize(
    ("erratum", "found"),
    [
        ("{at: subject, printed: hải lòng, read: vui}", []),
        ('{at: subject, read: vui, printed: "việc hải lòng"}', []),
        ("{at: subject, printed: vu, read: vui, note: hải lòng}", ["PAR709"]),
        ("{at: subject, printed: vu,\n     read: vui, note: hải lòng}", ["PAR709"]),
        ("{at: subject,\n     read: vui, printed: hải lòng}", []),
    ],
)
def test_a_misprint_is_quoted_in_brackets_too(erratum: str, found: list[str]) -> None:
    assert codes(f"errata:\n  - {erratum}\n" + TASK.format(text="Làm.")) == found


@pytest.mark.parametrize(
    "task",
    [
        "{number: '1', lead: [Phòng A], text: Đo mức hải lòng}",
        "{number: '1', lead: [Phòng A], text: \"hải lòng của dân.\"}",
        '{number: "1", text: "Đo mức hải lòng.", lead: [Phòng A]}',
        "{number: '1', lead: [Phòng A], text: 'Đo mức “hải lòng”.'}",
        "{number: '1', lead: [Phòng A], output: báo cáo, text: Đo mức (hải lòng)}",
    ],
)
def test_a_known_confusion_is_found_beside_any_punctuation(task: str) -> None:
    assert codes(f"tasks:\n  - {task}\n") == ["PAR709"]
