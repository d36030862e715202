"""One thing of the registry as a page of text for people."""

from __future__ import annotations

import textwrap
from datetime import date
from typing import TYPE_CHECKING

from parcli.language import N_, _, ngettext
from parcli.queries.criterion_cards import CriterionCard
from parcli.queries.directive_cards import DirectiveCard
from parcli.queries.part_cards import DutyCard, PartCard
from parcli.queries.task_cards import TaskCard
from parcli.queries.unit_lookup import FIRST_DAY, LAST_DAY
from parcli.reporting.dates import figure, short_date
from parcli.reporting.due_list import folded, standing_of, title_of
from parcli.reporting.tables import line_width, on_terminal
from parcli.reporting.task_list import STATUS_NAMES, content, names
from parcli.reporting.unit_counts import counted_units
from parcli.reporting.unit_list import unit_page
from parcli.schedule.cycles import CYCLES, period_label
from parcli.schedule.periods import Period
from parcli.schedule.written_dates import written_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from parcli.queries.cards import Card, UnitCards
    from parcli.queries.dues import Due
    from parcli.queries.task_cards import History
    from parcli.queries.task_rows import TaskRow
    from parcli.registry.origin import Origin

_WIDTH = 96
# How many tasks and times due of a unit are told.
_MOST = 5
_LONGEST = 100
TYPE_NAMES = {
    "cong-van": N_("Official letter"),
    "ke-hoach": N_("Plan"),
    "chi-thi": N_("Instruction"),
    "quyet-dinh": N_("Decision"),
    "cong-dien": N_("Telegram"),
    "thong-bao": N_("Notice"),
    "nghi-quyet": N_("Resolution"),
    "chuong-trinh": N_("Programme"),
    "de-an": N_("Scheme"),
    "phuong-an": N_("Arrangement"),
    "huong-dan": N_("Guidance"),
    "khac": N_("Document"),
}


def card_text(card: Card, today: date) -> str:
    """The page as of a day, ending in a line break."""
    if isinstance(card, TaskCard):
        lines = _task(card)
    elif isinstance(card, DirectiveCard):
        lines = _directive(card)
    elif isinstance(card, CriterionCard):
        lines = _criterion(card)
    elif isinstance(card, PartCard):
        lines = _part(card)
    elif isinstance(card, DutyCard):
        lines = _duty(card, today)
    else:
        lines = _units(card, today)
    return "\n".join(lines) + "\n"


def _task(card: TaskCard) -> Iterator[str]:
    t = card.task
    yield t.id
    yield from _wrapped(content(t))
    yield ""
    yield from _field(_("Lead"), names(t.lead) or _("nobody named"))
    yield from _field(_("Support"), names(t.support))
    yield from _field(_("Deadline"), t.deadline)
    yield from _field(_("Output"), card.output)
    yield from _field(_("Targets"), "; ".join(target["text"] for target in t.targets))
    yield from _field(_("Criteria"), ", ".join(t.criteria))
    titles = (card.appendix_title, *card.headings)
    yield from _field(_("Part"), " – ".join(title for title in titles if title))
    yield from _field(_("Read from"), _place(card.origin))
    yield ""
    if not card.history:
        yield _("No report yet.")
    for entry in card.history:
        yield from _reported(entry)


def _reported(entry: History) -> Iterator[str]:
    status = _(STATUS_NAMES[entry.status])
    yield f"{period_label(Period.parse(entry.period))}  {entry.unit}: {status}"
    for label, text in (
        (_("Result"), entry.result),
        (_("Value"), "; ".join(figure(value["value"]) for value in entry.values)),
        (_("Evidence"), "; ".join(e.get("number") or e.get("file") or "" for e in entry.evidence)),
        (_("Difficulties"), entry.difficulties),
        (_("Proposals"), entry.proposals),
    ):
        yield from _field("  " + label, text)


def _directive(card: DirectiveCard) -> Iterator[str]:
    h = card.header
    number = "/".join((h["number"] or "…", h["symbol"] or "…"))
    issued = written_date(h["issued"]) or "…"
    kind = _(TYPE_NAMES[h["type"]])
    yield _("{kind} {number}, {date}").format(kind=kind, number=number, date=issued)
    yield h["issuer"]
    yield from _wrapped(h["subject"])
    yield ""
    yield from _field(_("In force"), _span(h["in_force"]))
    for part in card.parts:
        label = (
            _("Appendix {number}").format(number=part["appendix"])
            if part["appendix"]
            else _("Body")
        )
        count = ngettext("{count} task", "{count} tasks", part["tasks"]).format(count=part["tasks"])
        yield from _field(label, ": ".join(p for p in (count, part["title"]) if p))
    for report in card.reports:
        when = report["deadline"] or "…"
        yield from _field(_("Report"), f"{report['title'] or report['id']}: {when}")
    for citation in card.citations:
        yield from _field(_("Cites"), _cited(citation))
    yield from _field(_("Read from"), _place(card.origin))


def _cited(citation: dict[str, str]) -> str:
    named = " ".join(citation[k] for k in ("type", "number") if k in citation)
    date_text = written_date(citation.get("issued"))
    parts = (named, date_text, citation.get("issuer", ""), citation.get("title", ""))
    return ", ".join(part for part in parts if part)


def _span(in_force: dict[str, str]) -> str:
    first, last = in_force["from"], in_force["until"]
    return f"{_day(first)} – {_day(last)}"


def _day(iso: str) -> str:
    return "…" if iso in (FIRST_DAY, LAST_DAY) else short_date(date.fromisoformat(iso))


def _criterion(card: CriterionCard) -> Iterator[str]:
    h = card.header
    yield f"{h['id']}  {h['name']}"
    if h.get("name_en"):
        yield str(h["name_en"])
    if h.get("max_points") is not None:
        yield from _field(_("Maximum points"), figure(h["max_points"]))
    for below in card.criteria:
        yield f"  {below['id']}  {below['name']}"
    if card.tasks:
        yield ""
        message = ngettext("{count} task serves it:", "{count} tasks serve it:", len(card.tasks))
        yield message.format(count=len(card.tasks))
    for task in card.tasks:
        yield from _wrapped(f"{task.id}  {' '.join(content(task).split())}", "  ")
    yield from _field(_("Read from"), _place(card.origin))


def _part(card: PartCard) -> Iterator[str]:
    yield card.id
    yield from _wrapped(" – ".join(card.headings))
    yield ""
    count = len(card.tasks)
    yield ngettext("{count} task.", "{count} tasks.", count).format(count=count)
    yield from _listed_tasks(card.tasks)
    yield from _field(_("Read from"), _place(card.origin))


def _duty(card: DutyCard, today: date) -> Iterator[str]:
    d = card.duty
    yield d.id
    yield from _wrapped(d.title or "")
    yield ""
    yield from _field(_("Deadline"), d.phrase)
    yield from _field(_("Cycle"), CYCLES[d.cycle].title() if d.cycle else None)
    yield from _field(_("Units that report"), "; ".join(unit.name for unit in card.owed_by))
    yield from _field(_("Sent to"), card.to.name if card.to else None)
    yield from _field(_("Sent by way of"), card.via.name if card.via else None)
    yield from _field(_("Rolls up"), d.after)
    yield from _listed_dues(card.dues, today)
    yield from _field(_("Read from"), _place(card.origin))


def _units(card: UnitCards, today: date) -> Iterator[str]:
    for unit, place in zip(card.units, card.origins, strict=True):
        yield unit_page([unit]).rstrip("\n")
        yield "  " + _("Read from: {place}").format(place=_place(place))
        yield ""
    leads = sum(task.role == "lead" for task in card.tasks)
    counts = _("leads {leads}, cooperates in {supports}")
    words = counts.format(leads=leads, supports=len(card.tasks) - leads)
    yield from _field(_("Tasks"), words if card.tasks else "")
    yield from _listed_tasks(card.tasks[:_MOST])
    if len(card.tasks) > _MOST:
        yield "  " + _("… parcli tasks --unit {unit} lists all.").format(
            unit=card.units[-1].unit.id
        )
    yield from _listed_dues(card.dues, today)


def _listed_tasks(tasks: Iterable[TaskRow]) -> Iterator[str]:
    for task in tasks:
        words = textwrap.shorten(content(task), _LONGEST, placeholder=" …")
        yield from _wrapped(f"  {task.id}  {words}", "    ")


def _listed_dues(dues: Iterable[Due], today: date) -> Iterator[str]:
    """Each time that something is due, units that stand alike together; the last few, and next."""
    rows = folded(dues)
    if rows:
        yield _("Due:")
    past = [alike for alike in rows if alike[0].dates.last_day < today]
    ahead = [alike for alike in rows if alike[0].dates.last_day >= today]
    for alike in (*past[-_MOST:], *ahead[:_MOST]):
        row = alike[0]
        standing = standing_of(row, today).replace("\n", " ")
        units = counted_units((one.unit.name, one.unit_kind) for one in alike)
        text = f"  {short_date(row.dates.last_day)}  {title_of(row)} ({units}): {standing}"
        yield from _wrapped(text, "    ")


def _field(label: str, text: str | None) -> Iterator[str]:
    if text:
        yield from _wrapped(f"{label}: {text}", indent=" " * (len(label) - len(label.lstrip()) + 2))


def _wrapped(text: str, indent: str = "") -> Iterator[str]:
    width = min(_WIDTH, line_width()) if on_terminal() else _WIDTH
    for line in text.split("\n"):
        yield from textwrap.wrap(line, width, subsequent_indent=indent) or [""]


def _place(place: Origin) -> str:
    return f"{place.file}:{place.line}"
