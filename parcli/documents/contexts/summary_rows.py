"""Rows and remarks of the consolidated report, made from how each task stands in each unit."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from parcli.documents.contexts.headings import Heading, Headings, part_titles
from parcli.documents.contexts.results import meets, verdict
from parcli.documents.contexts.standing import Counts, Standing, counted, counted_by_task
from parcli.documents.contexts.wording import DOTS, count, figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from parcli.documents.contexts.report_frame import ReportFrame
    from parcli.documents.contexts.reporting_units import UnitReporting


@dataclass(frozen=True)
class SectionRow:
    """A row of the table by index and section; a total where `is_total`."""

    is_total: bool
    number: str
    title: str
    counts: Counts


@dataclass(frozen=True)
class UnitRow:
    """A row of the table by unit."""

    number: int
    name: str
    report: str
    timeliness: str
    counts: Counts


@dataclass(frozen=True)
class TargetRow:
    """A target with the value that a unit reached."""

    number: int
    text: str
    unit: str
    reached: str
    verdict: str


@dataclass(frozen=True)
class UnitRemark:
    """What a unit wrote, word for word, about a task."""

    unit: str
    text: str
    about: str


def section_rows(frame: ReportFrame, found: Sequence[Standing]) -> tuple[SectionRow, ...]:
    """Tasks counted by part of the document and section, totals in between."""
    titles = part_titles(frame)
    headings = Headings(frame)
    rows: list[SectionRow] = []
    for n, (appendix, of_part) in enumerate(groupby(found, key=lambda s: s.task.appendix), 1):
        part = list(of_part)
        rows.append(SectionRow(True, str(n), titles[appendix], counted_by_task(part)))
        rows += _sections(part, headings)
    if rows:
        rows.append(SectionRow(True, "", "Tổng số", counted_by_task(found)))
    return tuple(rows)


def _sections(
    found: Iterable[Standing], headings: Headings, depth: int = 0
) -> Iterator[SectionRow]:
    """A row for each heading of that depth, with those below it after it."""

    def heading_of(standing: Standing) -> Heading | None:
        """The heading of that depth above the task; None where it stands higher."""
        above = headings.of(standing.task.key)
        return above[depth] if len(above) > depth else None

    for heading, inside in groupby(found, key=heading_of):
        if heading is None:
            continue
        section = list(inside)
        if heading.title:
            number = heading.path or ""
            yield SectionRow(False, number, heading.title, counted_by_task(section))
        yield from _sections(section, headings, depth + 1)


def unit_rows(reporting: Sequence[UnitReporting], found: Sequence[Standing]) -> tuple[UnitRow, ...]:
    """Each unit's report and tasks; units without a reporting duty last."""
    known = {r.id or r.name: r for r in reporting}
    tasks: dict[str, list[Standing]] = {key: [] for key in known}
    names = {key: r.name for key, r in known.items()}
    for standing in found:
        key = standing.unit.id or standing.unit.name
        tasks.setdefault(key, []).append(standing)
        names.setdefault(key, standing.unit.name)
    return tuple(
        UnitRow(
            n,
            names[key],
            known[key].report if key in known else "–",
            known[key].timeliness if key in known else "không giao báo cáo",
            counted(inside),
        )
        for n, (key, inside) in enumerate(tasks.items(), 1)
    )


def target_rows(found: Iterable[Standing]) -> tuple[TargetRow, ...]:
    """Targets for which a value was reported, as many times as units reported one."""
    rows: list[TargetRow] = []
    for standing in found:
        for n, target in enumerate(standing.task.targets, 1):
            value = standing.result.value(n) if standing.result else None
            if value is not None:
                shown = figure(value, target.get("unit"))
                judged = verdict(target, value).removesuffix(" chỉ tiêu") or "–"
                rows.append(
                    TargetRow(len(rows) + 1, target["text"], standing.unit.name, shown, judged)
                )
    return tuple(rows)


def target_overview(found: Iterable[Standing]) -> str:
    """How many values meet their targets, and how many are missing."""
    judged, silent = [], 0
    for standing in found:
        for n, target in enumerate(standing.task.targets, 1):
            if standing.status == "not-applicable":
                continue
            value = standing.result.value(n) if standing.result else None
            if value is None:
                silent += 1
            else:
                judged.append(meets(target, value))
    return (
        f"Các đơn vị báo cáo số liệu của {count(len(judged))} lượt chỉ tiêu: đạt "
        f"{count(judged.count(True))}, chưa đạt {count(judged.count(False))}; chưa có số liệu "
        f"{count(silent)} lượt."
    )


def remarks(found: Iterable[Standing], kind: str) -> tuple[UnitRemark, ...]:
    """What units wrote under `kind`, difficulties or proposals, word for word."""
    return tuple(
        UnitRemark(s.unit.name, written.strip().rstrip("."), _about(s))
        for s in found
        if s.result and (written := getattr(s.result, kind))
    )


def late_task(standing: Standing) -> UnitRemark:
    """A task past its own deadline, as a remark about its unit."""
    words = (standing.task.title or standing.task.text or "").split("\n")[0].rstrip(".:;")
    return UnitRemark(standing.unit.name, words, f"thời hạn: {standing.task.deadline or DOTS}")


def _about(standing: Standing) -> str:
    return standing.task.title or f"nhiệm vụ {standing.task.id.partition('/')[2]}"
