"""What a run brings together: policies, ignore comments, files that change underneath, memory."""

from __future__ import annotations

import tracemalloc
from datetime import date
from typing import TYPE_CHECKING

import pytest

from parcli.checks.findings import Findings
from parcli.checks.locating import located, source_of
from parcli.checks.running import checked, checked_loose
from parcli.diagnostics import Diagnostic, Severity
from parcli.registry.compiled.loose import LooseFile
from parcli.registry.compiled.store import connect, open_index
from parcli.registry.first_of_many import stands_for_more
from parcli.registry.yaml_source import read_yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

UNITS = """\
schema: parcli.units/1
id: thu
organisation: {name: UBND xã Thử, level: commune}
units: [{id: van-phong, name: Văn phòng, kind: van-phong}]
"""


def directive(name: str, lead: str = "Văn phòng") -> str:
    return f"""\
schema: parcli.directive/1
id: {name}
org: thu
type: cong-van
issuer: UBND xã Thử
subject: thử
tasks:
  - {{number: "1", text: Xây dựng kế hoạch., lead: [{lead}]}}
"""


def test_diagnostics_are_sorted_and_told_once() -> None:
    one = Diagnostic("b.yaml", 2, 1, "PAR401", Severity.ERROR, "x")
    other = Diagnostic("a.yaml", 9, 1, "PAR405", Severity.WARNING, "y", "", (("k", "v"),))
    findings = Findings(connect(""))

    findings.add([one, other])
    findings.add([one])

    assert list(findings) == [other, one]
    assert (findings.errors, findings.warnings) == (1, 1)


def test_an_appendix_without_an_index_names_none_that_is_missing(
    registry: Callable[[Mapping[str, str]], Path],
) -> None:
    attached = "appendices:\n  - {number: I, title: Nhiệm vụ}\n"
    root = registry(
        {"data/units/thu.yaml": UNITS, "data/directives/a.yaml": directive("a") + attached}
    )

    assert list(checked(open_index(root, inspected=True))) == []


def test_a_file_that_is_gone_keeps_its_findings(
    registry: Callable[[Mapping[str, str]], Path],
) -> None:
    files = {"data/units/thu.yaml": UNITS, "data/directives/a.yaml": directive("a", "Văn phogn")}
    root = registry(files)
    index = open_index(root, inspected=True)
    (root / "data/directives/a.yaml").unlink()

    assert [(d.line, d.column, d.code) for d in checked(index)] == [(1, 1, "PAR401")]


def test_an_index_that_only_answers_is_inspected_when_somebody_asks(
    registry: Callable[[Mapping[str, str]], Path],
) -> None:
    wrong = directive("a").replace("subject: thử", "subject: thử hoà hòa")
    root = registry({"data/units/thu.yaml": UNITS, "data/directives/a.yaml": wrong})
    index = open_index(root)
    with pytest.raises(ValueError, match="without inspections"):
        checked(index)
    index.db.close()

    index = open_index(root, inspected=True)
    assert [d.code for d in checked(index)] == ["PAR708"]
    index.db.close()

    assert [d.code for d in checked(open_index(root))] == ["PAR708"]


def test_positions_fall_back_to_the_record() -> None:
    source, _found = read_yaml("a.yaml", b"groups:\n  - lead: [A]\n    tasks:\n      - text: x\n")
    task = ("groups", 0, "tasks", 0)

    assert located(source, task, ("lead", 0)) == (2, 12)
    assert located(source, task, ("deadline",)) == (1, 1)
    assert located(source, task, ("output",)) == (4, 9)
    assert located(source, ("groups", 7), ("lead",)) == (1, 1)


def test_a_missing_file_has_an_empty_source(tmp_path: Path) -> None:
    assert source_of(tmp_path, "none.yaml").data is None


def test_a_loose_file_without_a_schema_counts_as_a_directive() -> None:
    found = list(checked_loose([LooseFile("x.yaml", b"id: x\n")]))

    assert {d.code for d in found} == {"PAR201"}


def test_a_loose_catalogue_stands_beside_a_loose_directive() -> None:
    files = [
        LooseFile("units.yaml", UNITS.encode()),
        LooseFile("a.yaml", directive("a").encode()),
    ]

    assert list(checked_loose(files)) == []


@pytest.mark.parametrize("count", [20])
def test_memory_does_not_grow_with_findings(
    count: int, registry: Callable[[Mapping[str, str]], Path]
) -> None:
    wrong = {f"data/directives/d{n}.yaml": directive(f"d{n}", "Ai đó") for n in range(count)}
    index = open_index(registry({"data/units/thu.yaml": UNITS, **wrong}), inspected=True)
    list(checked(index))

    tracemalloc.start()
    findings = checked(index)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert findings.errors == count
    assert peak < 2_000_000


def test_comments_beyond_what_is_told_are_not_called_idle(
    registry: Callable[[Mapping[str, str]], Path],
) -> None:
    comment = "  # parcli: ignore[PAR202] cột riêng"
    keys = "".join(f"la{n}: x{comment}\n" for n in range(300))
    root = registry({"data/units/thu.yaml": UNITS, "data/directives/a.yaml": directive("a") + keys})

    [told] = checked(open_index(root, inspected=True))

    assert (told.code, told.line) == ("PAR202", 209)
    assert stands_for_more(told)


def test_thousands_of_idle_comments_are_cut_short(
    registry: Callable[[Mapping[str, str]], Path],
) -> None:
    idle = "# parcli: ignore[PAR709] lý do\n" * 3000
    root = registry({"data/units/thu.yaml": UNITS, "data/directives/a.yaml": directive("a") + idle})

    found = list(checked(open_index(root, inspected=True)))

    assert len(found) == 201
    assert stands_for_more(found[-1])


@pytest.mark.parametrize(
    ("issued", "codes"),
    [("2027-12-31", []), ("2028", ["PAR514"]), ("1945-09-02", []), ("1944", ["PAR514"])],
)
def test_a_year_of_issue_is_held_against_today(
    issued: str, codes: list[str], registry: Callable[[Mapping[str, str]], Path]
) -> None:
    dated = f"{directive('a')}issued: {issued}\n"
    root = registry({"data/units/thu.yaml": UNITS, "data/directives/a.yaml": dated})
    index = open_index(root, inspected=True)

    assert [d.code for d in checked(index, today=date(2026, 11, 22))] == codes
    assert [d.code for d in checked(index)] == [c for c in codes if issued < "2000"]
