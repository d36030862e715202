"""The consolidated report: how far tasks are by index, section and unit, and what units wrote."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from parcli.documents.contexts.letterhead import Letterhead, SignatureBlock, title_line
from parcli.documents.contexts.reporting_units import UnitReporting, reporting_units
from parcli.documents.contexts.sender import sender_of
from parcli.documents.contexts.standing import Counts, counted_by_task, standings
from parcli.documents.contexts.summary_rows import (
    SectionRow,
    TargetRow,
    UnitRemark,
    UnitRow,
    late_task,
    remarks,
    section_rows,
    target_overview,
    target_rows,
    unit_rows,
)
from parcli.documents.contexts.wording import (
    SHORT_DOTS,
    count,
    days_from_to,
    directive_citation,
    directive_reference,
    full_issuer,
    next_period,
    period_label,
    sentence,
    share,
    task_subject,
)
from parcli.schedule.written_dates import short_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from parcli.documents.contexts.report_frame import ReportFrame
    from parcli.schedule.working_days import WorkingCalendar


@dataclass(frozen=True)
class Summary:
    """Everything bao-cao-tong-hop.docx may use."""

    letterhead: Letterhead
    subject: str
    subject_line: str
    addressees: tuple[str, ...]
    opening: str
    reporting: str
    late_reports: str | None
    missing_reports: str | None
    overview: str
    sections: tuple[SectionRow, ...]
    source: str
    targets: tuple[TargetRow, ...]
    target_overview: str
    late_tasks: tuple[UnitRemark, ...]
    difficulties: tuple[UnitRemark, ...]
    proposals: tuple[UnitRemark, ...]
    next_period: str
    closing: str
    recipients: tuple[str, ...]
    signature: SignatureBlock
    units: tuple[UnitRow, ...]
    reference: str
    reference_line: str


def summary(frame: ReportFrame, calendar: WorkingCalendar, index: str | None = None) -> Summary:
    """The consolidated report of the period; `index` keeps the tasks of one index only."""
    found = standings(frame, calendar, index)
    reporting = reporting_units(frame, calendar)
    period = period_label(frame.period)
    subject = f"Tổng hợp kết quả {task_subject(frame.directive['subject'])}\n{period}"
    drafter, head, signature = sender_of(frame, "BC")
    targets = target_rows(found)
    unsigned = f"ngày {SHORT_DOTS} tháng {SHORT_DOTS} năm {frame.today.year}"
    reference = f"(Kèm theo Báo cáo số {head.number} {unsigned} của {drafter})"
    return Summary(
        letterhead=head,
        subject=subject,
        subject_line=title_line("TrichYeu", subject),
        addressees=(_addressee(frame),),
        opening=(
            f"Thực hiện {directive_citation(frame.directive)}, {drafter} tổng hợp kết quả thực "
            f"hiện {period} của các cơ quan, đơn vị, địa phương như sau:"
        ),
        reporting=_reporting_words(frame, reporting),
        late_reports=named_units(r for r in reporting if r.has_reported and r.is_late),
        missing_reports=named_units(r for r in reporting if not r.has_reported),
        overview=_overview(counted_by_task(found)),
        sections=section_rows(frame, found),
        source=_source(frame, reporting, period),
        targets=targets,
        target_overview=target_overview(found),
        late_tasks=tuple(late_task(s) for s in found if s.is_late),
        difficulties=remarks(found, "difficulties"),
        proposals=remarks(found, "proposals"),
        next_period=period_label(next_period(frame.period)),
        closing=(
            f"Trên đây là báo cáo tổng hợp kết quả thực hiện {period}, {drafter} kính báo cáo./."
        ),
        recipients=("Như trên", _kept(frame)),
        signature=signature,
        units=unit_rows(reporting, found),
        reference=reference,
        reference_line=title_line("KemTheo", reference),
    )  # fmt: skip


def _kept(frame: ReportFrame) -> str:
    """Where the copy is kept; the drafting unit's sign is left open where nobody says which."""
    return "Lưu: VT" if frame.coordinator() else f"Lưu: VT, {SHORT_DOTS}"


def _addressee(frame: ReportFrame) -> str:
    """Whom the roll-up goes to; the directive's issuer where nothing says it."""
    due = frame.roll_up()
    return full_issuer(due.to.name if due and due.to else frame.issuer)


def _reporting_words(frame: ReportFrame, reporting: Sequence[UnitReporting]) -> str:
    if not reporting:
        return f"Văn bản không giao báo cáo định kỳ trong {period_label(frame.period)}."
    came = [r for r in reporting if r.has_reported]
    late = sum(r.is_late for r in came)
    timing = f", trong đó {count(len(came) - late)} đúng hạn, {count(late)} chậm" if came else ""
    return (
        f"Đến ngày {short_date(frame.today)}, đã nhận {count(len(came))}/{count(len(reporting))} "
        f"báo cáo {period_label(frame.period)} ({share(len(came), len(reporting))}){timing}."
    )


def named_units(reporting: Iterable[UnitReporting]) -> str | None:
    """Units by name, how late they are said once where it is the same for all of them."""
    units = list(reporting)
    if not units:
        return None
    lateness = {r.timeliness for r in units}
    if len(lateness) == 1:
        return f"{count(len(units))} đơn vị ({lateness.pop()}): {'; '.join(r.name for r in units)}"
    words = (f"{r.name} ({r.timeliness})" for r in units)
    return f"{count(len(units))} đơn vị: {'; '.join(words)}"


def _overview(counts: Counts) -> str:
    applying = counts.total - counts.not_applicable
    return (
        f"Tổng số {count(counts.total)} nhiệm vụ; đã hoàn thành "
        f"{count(counts.done)}/{count(applying)} nhiệm vụ phải thực hiện ({counts.rate}); "
        f"đang thực hiện {count(counts.in_progress)}; chưa thực hiện {count(counts.not_started)}; "
        f"chưa có báo cáo {count(counts.no_report)}; không áp dụng {count(counts.not_applicable)}; "
        f"quá hạn {count(counts.late)}."
    )


def _source(frame: ReportFrame, reporting: Sequence[UnitReporting], period: str) -> str:
    came = sum(r.has_reported for r in reporting)
    window = next((due.window for due in frame.unit_dues() if due.window), None)
    days = f"; số liệu tính {days_from_to(window.first, window.last)}" if window else ""
    return sentence(
        f"Nguồn: {count(came)} báo cáo {period} của các đơn vị ghi trong sổ theo dõi nhiệm vụ "
        f"thực hiện {directive_reference(frame.directive)}, tính đến ngày "
        f"{short_date(frame.today)}{days}"
    )
