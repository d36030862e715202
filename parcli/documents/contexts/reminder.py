"""The letter that reminds units of reports that have not come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from parcli.documents.contexts.letterhead import (  # noqa: TC001  template_check asks for types
    Letterhead,
    SignatureBlock,
)
from parcli.documents.contexts.sender import sender_of
from parcli.documents.contexts.wording import (
    DOTS,
    SHORT_DOTS,
    count,
    directive_citation,
    period_label,
    short_issuer,
    subject_words,
)
from parcli.schedule.written_dates import short_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parcli.documents.contexts.report_frame import ReportFrame
    from parcli.documents.contexts.reporting_units import UnitReporting
    from parcli.documents.contexts.standing import Standing


_MOST_ADDRESSEES = 8
_ALL_NAMED_BELOW = "Các cơ quan, đơn vị, địa phương có tên dưới đây"


@dataclass(frozen=True)
class LateUnit:
    """A unit whose report is late, with its strict last day."""

    number: int
    name: str
    last_day: str
    lateness: str


@dataclass(frozen=True)
class LateTask:
    """A task past its own deadline."""

    number: int
    words: str
    unit: str
    deadline: str


@dataclass(frozen=True)
class Reminder:
    """Everything cong-van-don-doc.docx may use."""

    letterhead: Letterhead
    subject: str
    addressees: tuple[str, ...]
    opening: str
    finding: str
    late_units: tuple[LateUnit, ...]
    late_tasks: tuple[LateTask, ...]
    request: str
    closing: str
    recipients: tuple[str, ...]
    signature: SignatureBlock


def reminder(
    frame: ReportFrame, late: Sequence[UnitReporting], tasks: Sequence[Standing] = ()
) -> Reminder:
    """One letter to all of `late`; `tasks` are those past their own deadlines."""
    name, head, signature = sender_of(frame, "")
    period = period_label(frame.period)
    listed = len(late) > 1
    return Reminder(
        letterhead=head,
        subject=f"đôn đốc báo cáo {period} về {_about(frame)}",
        addressees=_addressees(late, tasks),
        opening=_opening(frame, late),
        finding=_finding(frame, late, name, period),
        late_units=_late_units(late) if listed else (),
        late_tasks=_late_tasks(tasks),
        request=_request(frame, late, name),
        closing=_closing(late, name),
        recipients=("Như trên", f"{short_issuer(frame.issuer)} (để báo cáo)", "Lưu: VT"),
        signature=signature,
    )


def _request(frame: ReportFrame, late: Sequence[UnitReporting], name: str) -> str:
    units = "các cơ quan, đơn vị, địa phương có tên nêu trên"
    return (
        f"Để kịp thời tổng hợp, báo cáo {short_issuer(frame.issuer)}, {name} đề nghị "
        f"{late[0].name if len(late) == 1 else units} khẩn trương hoàn thành báo cáo, gửi về "
        f"{name} trước ngày {SHORT_DOTS}/{SHORT_DOTS}/{frame.today.year}; trường hợp đã gửi, đề "
        f"nghị thông báo số, ngày của báo cáo để {name} đối chiếu, theo dõi."
    )


def _closing(late: Sequence[UnitReporting], name: str) -> str:
    units = "quý cơ quan, đơn vị" if len(late) == 1 else "các cơ quan, đơn vị, địa phương"
    return f"{name} đề nghị {units} quan tâm, phối hợp thực hiện./."


def _addressees(late: Sequence[UnitReporting], tasks: Sequence[Standing]) -> tuple[str, ...]:
    """Each late unit; all of them in one line where the list below says it better."""
    names = tuple(unit.name for unit in late) or tuple(dict.fromkeys(s.unit.name for s in tasks))
    return names if len(names) <= _MOST_ADDRESSEES else (_ALL_NAMED_BELOW,)


def _about(frame: ReportFrame) -> str:
    return subject_words(frame.directive["subject"]).removeprefix("về ")


def _opening(frame: ReportFrame, late: Sequence[UnitReporting]) -> str:
    """What is carried out, and the duty that all of `late` owe where it is one and the same."""
    names = {unit.id or unit.name for unit in late}
    owed = [due for due in frame.unit_dues() if (due.unit.id or due.unit.name) in names]
    words = f"Thực hiện {directive_citation(frame.directive)}"
    if len({(due.to, due.via, due.phrase) for due in owed}) != 1 or owed[0].phrase is None:
        return f"{words}."
    due = owed[0]
    via = f" (qua {due.via.name})" if due.via else ""
    to = short_issuer(due.to.name if due.to else frame.issuer)
    return f"{words}, các cơ quan, đơn vị, địa phương báo cáo {to}{via} {due.phrase}."


def _finding(frame: ReportFrame, late: Sequence[UnitReporting], name: str, period: str) -> str:
    today = short_date(frame.today)
    if not late:
        return f"Qua theo dõi đến ngày {today}, còn nhiệm vụ quá hạn chưa hoàn thành như sau:"
    if len(late) == 1:
        unit = late[0]
        return (
            f"Qua theo dõi, đến ngày {today}, {name} chưa nhận được báo cáo {period} của "
            f"{unit.name} (hạn gửi: hết ngày {short_date(unit.last_day)}; {unit.timeliness})."
        )
    return (
        f"Qua theo dõi, đến ngày {today}, {name} chưa nhận được báo cáo {period} của "
        f"{count(len(late))} cơ quan, đơn vị, địa phương, cụ thể như sau:"
    )


def _late_units(late: Sequence[UnitReporting]) -> tuple[LateUnit, ...]:
    return tuple(
        LateUnit(n, unit.name, short_date(unit.last_day), unit.timeliness)
        for n, unit in enumerate(late, 1)
    )


def _late_tasks(tasks: Sequence[Standing]) -> tuple[LateTask, ...]:
    return tuple(
        LateTask(
            n,
            (s.task.title or s.task.text or "").split("\n")[0],
            s.unit.name,
            s.task.deadline or DOTS,
        )
        for n, s in enumerate(tasks, 1)
    )
