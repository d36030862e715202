"""The two directives that parcli ships: complete, exact, and in the documents' own words."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from shipped import DIRECTIVES, NAMES, directive, raw

from parcli.model.directive import Directive, Group, Task

if TYPE_CHECKING:
    from collections.abc import Iterator


def groups_in(groups: list[Group], path: str) -> Iterator[tuple[str, Group]]:
    for group in groups:
        here = f"{path}{group.number}"
        yield here, group
        yield from groups_in(group.groups, f"{here}.")


def all_groups(document: Directive) -> Iterator[tuple[str, Group]]:
    yield from groups_in(document.groups, "")
    for appendix in document.appendices:
        yield from groups_in(appendix.groups, f"pl{appendix.number}.")


@cache
def tasks(name: str) -> dict[str, Task]:
    """Every task by its short id: 2.1, pl1.I.1, II.1.a; a lone task takes its place, II.6.1."""
    document = directive(name)
    found = {
        f"{path}.{task.number or place}": task
        for path, group in all_groups(document)
        for place, task in enumerate(group.tasks, 1)
    }
    for appendix in document.appendices:
        found |= {f"pl{appendix.number}.{task.number}": task for task in appendix.tasks}
    return found


def words_of(task: Task) -> str:
    return "\n".join(part for part in (task.title, task.text) if part)


def units_of(task: Task) -> str:
    return "\n".join(
        name for name in (*(task.lead or ()), *(task.support or ())) if isinstance(name, str)
    )


def places(name: str) -> dict[str, str]:
    """The words at every place that `errata` and `citations` can name."""
    document = directive(name)
    found = {key: f"{words_of(task)}\n{units_of(task)}" for key, task in tasks(name).items()}
    found |= {f"{path}.title": group.title or "" for path, group in all_groups(document)}
    found |= {
        f"pl{appendix.number}.title": appendix.title or "" for appendix in document.appendices
    }
    found["opening"] = document.opening or ""
    found["addressees"] = "\n".join(document.addressees)
    return found


@pytest.mark.parametrize("name", NAMES)
def test_file_is_nfc_and_named_by_its_id(name: str) -> None:
    text = (DIRECTIVES / f"{name}.yaml").read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert "\t" not in text
    assert directive(name).id == name


@pytest.mark.parametrize("name", NAMES)
def test_keys_stand_in_the_order_of_the_model(name: str) -> None:
    def in_order(model: type[Directive | Group | Task], given: dict[str, Any]) -> None:
        known = [field.alias or key for key, field in model.model_fields.items()]
        assert list(given) == [key for key in known if key in given]

    def walk(group: dict[str, Any]) -> None:
        in_order(Group, group)
        for task in group.get("tasks", []):
            in_order(Task, task)
        for child in group.get("groups", []):
            walk(child)

    document = raw(name)
    in_order(Directive, document)
    for group in [
        *document["groups"],
        *(g for a in document.get("appendices", []) for g in a.get("groups", [])),
    ]:
        walk(group)


def test_ba_don_head_keeps_number_and_day_blank() -> None:
    document = directive("ba-don-2024")
    assert (document.number, document.symbol, document.issued) == (None, "UBND-NV", "2024")
    assert document.dateline == "Ba Đồn, ngày tháng năm 2024"
    assert document.addressees == ["Các phòng chuyên môn thị xã", "UBND các xã, phường"]


def test_bac_binh_head() -> None:
    document = directive("bac-binh-2022")
    assert (document.number, document.symbol, document.issued) == ("1893", "UBND-NC", "2022-07-21")
    assert len(document.addressees) == 5


@pytest.mark.parametrize(
    ("appendix", "counts"),
    [(0, [7, 3, 5, 3, 6, 3, 3, 4]), (1, [2, 2, 9, 10, 3, 4, 3, 3, 3])],
)
def test_ba_don_appendix_has_every_row(appendix: int, counts: list[int]) -> None:
    groups = directive("ba-don-2024").appendices[appendix].groups
    assert [len(group.tasks) for group in groups] == counts
    for group in groups:
        assert [task.number for task in group.tasks] == [
            str(row) for row in range(1, len(group.tasks) + 1)
        ]


def test_ba_don_totals() -> None:
    document = directive("ba-don-2024")
    assert [len(group.tasks) for group in document.groups] == [7, 3, 4, 1, 3, 3, 2]
    assert len(document.appendices[2].tasks) == 28
    assert len(tasks("ba-don-2024")) == 23 + 34 + 39 + 28


def test_bac_binh_totals() -> None:
    general, specific = directive("bac-binh-2022").groups
    assert len(general.tasks) == 4
    assert [len(group.tasks) for group in specific.groups] == [3, 2, 4, 3, 2, 1, 2, 1, 1, 1, 3, 4]
    assert len(tasks("bac-binh-2022")) == 4 + 27


@pytest.mark.parametrize("name", NAMES)
def test_every_target_quotes_its_task(name: str) -> None:
    for key, task in tasks(name).items():
        for target in task.targets:
            assert target.text in words_of(task), key


@pytest.mark.parametrize("name", NAMES)
def test_every_percentage_of_a_task_is_a_target(name: str) -> None:
    for key, task in tasks(name).items():
        percentages = words_of(task).replace("Tỷ lệ %", "").count("%")
        assert percentages == sum(target.unit == "%" for target in task.targets), key


@pytest.mark.parametrize(
    ("task", "expected"),
    [
        ("1.6", (">", 85, "%", None, None, "2024", None)),
        ("5.2", (">=", 10, "%", "decrease", "năm 2021", None, None)),
        ("pl1.I.5", (">=", 3, "sáng kiến, giải pháp mới", None, None, None, None)),
        ("pl1.III.4", (">=", 80, "%", None, None, None, "UBND cấp huyện và cấp xã")),
        ("pl1.IV.1", (">=", 6, "%", "decrease", "năm 2021", "2024", None)),
        ("pl1.V.4", ("=", 0, "lãnh đạo", None, None, None, None)),
        ("pl1.VI.2", (">=", 80, "%", None, None, None, None)),
        ("pl1.VI.3", (">=", 10, "%", "decrease", "năm 2021", None, None)),
        ("pl1.VII.2", (">=", 50, "%", None, None, None, "các phòng thuộc UBND thị xã")),
        ("pl1.VII.3", (">=", 50, "%", None, None, None, "cấp huyện")),
        ("pl1.VII.3", (">=", 40, "%", None, None, None, "cấp xã")),
        ("pl1.VIII.1", (None, None, None, "increase", "năm 2023", "2024", None)),
        ("pl1.VIII.3", (None, None, None, "increase", "năm trước", None, None)),
        ("3.4", (None, None, None, "increase", None, None, None)),
        ("5.3", (None, None, None, "increase", None, None, None)),
        ("pl3.22", (">", 75, "%", None, None, None, "trên địa bàn tỉnh")),
    ],
)
def test_ba_don_target(task: str, expected: tuple[Any, ...]) -> None:
    found = [
        (t.compare, t.value, t.unit, t.change, t.baseline, t.by, t.scope)
        for t in tasks("ba-don-2024")[task].targets
    ]
    assert expected in found


def test_number_of_targets() -> None:
    counts = {name: sum(len(task.targets) for task in tasks(name).values()) for name in NAMES}
    assert counts == {"ba-don-2024": 65, "bac-binh-2022": 1}


def test_ba_don_appendix_rows_are_the_criteria_one_to_one() -> None:
    first, second, third = directive("ba-don-2024").appendices
    for appendix in (first, second):
        for place, group in enumerate(appendix.groups, 1):
            for task in group.tasks:
                assert task.criteria == [f"{appendix.index}/{place}.{task.number}"]
    sizes = [4, 4, 3, 4, 3, 4, 3, 3]
    expected = [f"papi/{d}.{k}" for d, size in enumerate(sizes, 1) for k in range(1, size + 1)]
    assert [task.criteria for task in third.tasks] == [[criterion] for criterion in expected]


@pytest.mark.parametrize(
    ("task", "criteria"),
    [
        ("II.1.a", ["par-index/1.7", "par-index/3", "par-index/7"]),
        ("II.2.a", ["par-index/2"]),
        ("II.2.b", ["papi/3.3"]),
        ("II.4.c", ["papi/8.1", "papi/8.2"]),
        ("II.5.a", ["papi/2.4", "papi/5.2", "papi/7.1", "papi/7.2"]),
        ("II.6.1", ["papi/2.2"]),
        ("II.7.a", ["sipas/6", "papi/5"]),
        ("II.8.1", ["papi/6.4"]),
        ("I.2", ["par-index/3"]),
        ("I.3", ["par-index/3.5", "papi/3.2", "papi/8.3"]),
        ("II.9.1", ["papi/6.1"]),
        ("II.10.1", ["par-index/1.4"]),
        ("II.12.a", ["papi/1.1"]),
        ("II.12.b", ["papi/2.2", "papi/2.3", "papi/2.4"]),
        ("II.12.c", ["papi/3.1", "papi/3.2"]),
        ("II.12.d", ["papi/6.4"]),
        ("II.1.c", []),
        ("II.4.b", []),
        ("II.11.b", []),
        ("II.11.a", ["par-index/1", "par-index/4", "par-index/5"]),
    ],
)
def test_bac_binh_task_serves_the_criteria_it_names(task: str, criteria: list[str]) -> None:
    assert tasks("bac-binh-2022")[task].criteria == criteria


@pytest.mark.parametrize(
    ("task", "lead", "support"),
    [
        ("pl1.I.1", ["Phòng Nội vụ"], ["Các phòng, đơn vị thị xã", "UBND các xã, phường"]),
        ("pl1.V.6", ["Phòng Nội vụ"], ["UBND cấp xã"]),
        (
            "pl2.IX.3",
            ["Các phòng, ban, ngành thị xã", "UBND cấp xã"],
            ["Ủy ban Mặt trận TQVN cấp xã"],
        ),
        ("pl3.9", ["UBND cấp xã"], ["Các phòng, ban, đơn vị", "UBND thị xã"]),
        (
            "pl3.12",
            ["Thanh tra thị xã", "Phòng Tài nguyên & MT", "Phòng QLĐT"],
            ["Các phòng, ban, đơn vị", "UBND cấp xã"],
        ),
        (
            "pl3.16",
            ["Các phòng, ban, đơn vị, ngành", "UBND cấp xã"],
            ["Ủy ban Mặt trận TQVN cấp xã"],
        ),
    ],
)
def test_ba_don_units_are_the_printed_names(task: str, lead: list[str], support: list[str]) -> None:
    row = tasks("ba-don-2024")[task]
    assert (row.lead, row.support) == (lead, support)


@pytest.mark.parametrize(
    ("name", "task", "support"),
    [
        ("bac-binh-2022", "II.12.a", ["Mặt trận Tổ quốc", "các tổ chức đoàn thể"]),
        ("ba-don-2024", "6.3", ["Sở Thông tin và Truyền thông"]),
        ("bac-binh-2022", "II.9.1", ["các đơn vị, địa phương"]),
        ("ba-don-2024", "2.2", ["các đơn vị có liên quan"]),
        ("ba-don-2024", "3.3", ["các cơ quan, đơn vị"]),
        ("ba-don-2024", "6.1", ["các cơ quan, đơn vị"]),
        ("ba-don-2024", "6.2", ["các cơ quan, đơn vị"]),
        ("ba-don-2024", "2.1", []),
    ],
)
def test_whoever_is_named_in_the_words_cooperates(name: str, task: str, support: list[str]) -> None:
    assert (tasks(name)[task].support or []) == support


@pytest.mark.parametrize("name", NAMES)
def test_every_task_has_a_lead(name: str) -> None:
    led = {path for path, group in all_groups(directive(name)) if group.lead}
    for key, task in tasks(name).items():
        assert task.lead or key.rpartition(".")[0] in led, key


@pytest.mark.parametrize(
    ("name", "cited"),
    [
        (
            "ba-don-2024",
            [
                ("1290/UBND-NCVX", "2024-07-10", "basis", "opening"),
                (None, None, "reference", "1.1"),
                ("413/UBND-NV", "2024-03-07", "reference", "1.2"),
                ("633/QĐ-UBND", "2024-03-20", "reference", "2.3"),
                ("112/KH-UBND", "2023-02-01", "reference", "2.3"),
                ("04/NQ-CP", "2022-01-10", "reference", "pl1.IV.3"),
            ],
        ),
        (
            "bac-binh-2022",
            [
                ("1457/BC-SNV", "2022-07-06", "basis", "opening"),
                ("11-CT/TU", "2021-09-07", "reference", "I.1"),
                ("2992/KH-UBND", "2021-08-12", "reference", "I.1"),
                (None, None, "reference", "II.8.1"),
                (None, None, "reference", "II.10.1"),
                (None, None, "reference", "II.12.c"),
                (None, None, "reference", "II.12.c"),
            ],
        ),
    ],
)
def test_citations(name: str, cited: list[tuple[str | None, ...]]) -> None:
    citations = directive(name).citations
    assert [(c.number, c.issued, c.role, c.at) for c in citations] == cited
    for citation in citations:
        words = places(name)[citation.at or ""]
        assert (citation.number or citation.title or "") in words
        assert (citation.title or "") in words


@pytest.mark.parametrize("name", NAMES)
def test_errata_are_corrected_at_their_place(name: str) -> None:
    for erratum in directive(name).errata:
        words = places(name)[erratum.at]
        assert erratum.read in words
        assert erratum.printed not in words


def test_ba_don_reports() -> None:
    quarterly, rolled_up = directive("ba-don-2024").reports
    assert quarterly.from_ == ["Các phòng chuyên môn thị xã", "UBND các xã, phường"]
    assert (quarterly.to, quarterly.via) == ("UBND thị xã", "Phòng Nội vụ")
    assert quarterly.deadline == "trước ngày 15 tháng cuối quý"
    assert (rolled_up.from_, rolled_up.after) == (["Phòng Nội vụ"], quarterly.id)
    assert rolled_up.deadline == "trước ngày 20 tháng cuối quý"


def test_bac_binh_report() -> None:
    document = directive("bac-binh-2022")
    (report,) = document.reports
    assert report.from_ == document.addressees
    assert (report.via, report.deadline) == ("Phòng Nội vụ", "trước ngày 20/9/2022")


@pytest.mark.parametrize("name", NAMES)
def test_reports_quote_the_closing(name: str) -> None:
    document = directive(name)
    for report in document.reports:
        assert (report.text or "") in (document.closing or "")
        assert (report.deadline or "") in (report.text or "")
