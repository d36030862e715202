"""The report of one unit on one directive for one period."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from parcli.documents.contexts.letterhead import (
    Letterhead,
    SignatureBlock,
    is_committee,
    title_line,
    unit_letterhead,
    unit_signature,
)
from parcli.documents.contexts.results import Result, results
from parcli.documents.contexts.superior import place_of, superior_name
from parcli.documents.contexts.unit_tasks import Part, task_parts, task_words
from parcli.documents.contexts.wording import (
    DOTS,
    SHORT_DOTS,
    count,
    days_from_to,
    directive_citation,
    full_issuer,
    next_period,
    period_label,
    sentence,
    task_subject,
)
from parcli.queries.reporting_status import WORKED_ON
from parcli.queries.tasks import TaskFilter, list_tasks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from parcli.documents.contexts.report_frame import ReportFrame
    from parcli.queries.dues import Due
    from parcli.queries.task_rows import TaskRow
    from parcli.queries.unit_lookup import Unit, UnitRef


@dataclass(frozen=True)
class SupportLine:
    """The tasks of one lead that the unit cooperates in, in short."""

    lead: str
    tasks: str


@dataclass(frozen=True)
class Remark:
    """Something the unit wrote, word for word, and the task it is about."""

    text: str
    about: str | None


@dataclass(frozen=True)
class UnitReport:
    """Everything bao-cao-don-vi.docx may use."""

    letterhead: Letterhead
    subject: str
    subject_line: str
    addressees: tuple[str, ...]
    opening: str
    overview: str
    parts: tuple[Part, ...]
    supports: tuple[SupportLine, ...]
    support_number: int
    difficulties: tuple[Remark, ...]
    proposals: tuple[Remark, ...]
    next_period: str
    closing: str
    recipients: tuple[str, ...]
    signature: SignatureBlock
    period: str
    unit: str


def unit_report(frame: ReportFrame, who: Unit, index: str | None = None) -> UnitReport:
    """The report of `who`; `index` keeps the tasks of one index only."""
    tasks = list_tasks(
        frame.index,
        TaskFilter(units=[who], directive=frame.directive["slug"], index=index),
    )
    leads = [task for task in tasks if task.role == "lead"]
    supports = [task for task in tasks if task.role == "support"]
    reported = {r.task: r for r in results(frame.index, frame.org, str(frame.period), who.id)}
    parts = task_parts(leads, reported, frame)
    due = frame.due_of(who)
    period = period_label(frame.period)
    subject = f"Kết quả {task_subject(frame.directive['subject'])}\n{period}"
    return UnitReport(
        letterhead=unit_letterhead(
            who, superior_name(frame.index, who),
            place_of(frame.index, who, frame.directive), "BC", frame.writing_day(),
        ),
        subject=subject,
        subject_line=title_line("TrichYeu", subject),
        addressees=(_addressee(frame, who, due),),
        opening=(
            f"Thực hiện {directive_citation(frame.directive)}, {who.name} báo cáo kết quả thực "
            f"hiện {period}{_window(due)} như sau:"
        ),
        overview=_overview(f"{who.name}{_of_index(frame, index)}", leads, supports, reported),
        parts=parts,
        supports=_supports(supports),
        support_number=len(parts) + 1,
        difficulties=_remarks(leads, reported, "difficulties"),
        proposals=_remarks(leads, reported, "proposals"),
        next_period=period_label(next_period(frame.period)),
        closing=f"Trên đây là báo cáo kết quả thực hiện {period} của {who.name}./.",
        recipients=_recipients(who, due),
        signature=unit_signature(who),
        period=period,
        unit=who.name,
    )  # fmt: skip


def _supports(tasks: Iterable[TaskRow]) -> tuple[SupportLine, ...]:
    by_lead: dict[str, list[str]] = {}
    for task in tasks:
        lead = ", ".join(who.unit.name for who in task.lead) or DOTS
        by_lead.setdefault(lead, []).append((task.title or task_words(task)).rstrip("."))
    return tuple(SupportLine(lead, "; ".join(words)) for lead, words in by_lead.items())


def _remarks(
    tasks: Iterable[TaskRow], reported: dict[str, Result], kind: str
) -> tuple[Remark, ...]:
    return tuple(
        Remark(sentence(written).rstrip("."), task.title)
        for task in tasks
        if task.id in reported and (written := getattr(reported[task.id], kind))
    )


def _overview(
    who: str, leads: Sequence[TaskRow], supports: Sequence[TaskRow], reported: dict[str, Result]
) -> str:
    """How many tasks the unit has and how far those are that it leads."""
    helps = f"phối hợp thực hiện {count(len(supports))} nhiệm vụ"
    if not leads:
        none = f"{who} không có nhiệm vụ được giao chủ trì"
        return f"{none}; {helps}." if supports else f"{none} hoặc phối hợp thực hiện."
    given = f"{who} được giao chủ trì {count(len(leads))} nhiệm vụ"
    given += f", {helps}" if supports else ""
    return f"{given}. Trong số nhiệm vụ chủ trì: {_how_far(leads, reported)}."


def _how_far(leads: Sequence[TaskRow], reported: dict[str, Result]) -> str:
    """How many tasks have which status; dots where the unit has reported none of them."""
    statuses = [reported[task.id].status for task in leads if task.id in reported]
    words = (
        ("đã hoàn thành", statuses.count("done")),
        ("đang thực hiện", sum(map(statuses.count, WORKED_ON))),
        ("chưa thực hiện", statuses.count("not-started")),
        ("không áp dụng", statuses.count("not-applicable")),
    )
    shown = "; ".join(f"{word} {count(n) if statuses else SHORT_DOTS}" for word, n in words)
    missing = len(leads) - len(statuses)
    return shown + (f"; chưa có kết quả {count(missing)}" if statuses and missing else "")


def _of_index(frame: ReportFrame, index: str | None) -> str:
    """What limits the report to one index: ", đối với PAPI,"; nothing where it is of them all."""
    if index is None:
        return ""
    sql = "SELECT coalesce(abbreviation, name) FROM framework WHERE id = ?"
    row = frame.index.db.execute(sql, (index,)).fetchone()
    return f", đối với {row[0] if row else index},"


def _window(due: Due | None) -> str:
    window = due.window if due else None
    return f" (số liệu {days_from_to(window.first, window.last)})" if window else ""


def _addressee(frame: ReportFrame, who: Unit, due: Due | None) -> str:
    """Whom the unit's own duty names; the directive's issuer where it owes none or names none."""
    to = due.to.name if due and due.to else frame.issuer
    via = _through(who, due)
    return full_issuer(to) + (f" (qua {via.name})" if via else "")


def _through(who: Unit, due: Due | None) -> UnitRef | None:
    """Through whom the unit's report goes; None where that is the unit itself or nobody."""
    return due.via if due and due.via and due.via.id != who.id else None


def _recipients(who: Unit, due: Due | None) -> tuple[str, ...]:
    via = _through(who, due)
    kept = f"Lưu: VT, {SHORT_DOTS}" if is_committee(who) else "Lưu: VT"
    return ("Như trên", *((via.name,) if via else ()), kept)
