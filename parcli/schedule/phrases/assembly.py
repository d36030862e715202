"""Facts put together: which frequency belongs to which day, and what is one statement."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING

from parcli.schedule.deadline import Duration, NoDeadline, Recurring
from parcli.schedule.phrases.circumstances import with_circumstances
from parcli.schedule.phrases.facts import Asked, Between, Fact, Often, Stated, Statement, Told
from parcli.schedule.phrases.members import data_window, fixed, ranged, recurring, season
from parcli.schedule.phrases.moments import checked

if TYPE_CHECKING:
    from parcli.schedule.periods import Period
    from parcli.schedule.phrases.tokens import Tokens

_LABEL_ENDS = {";", ",", ")", "."}
_STRETCHES: set[str] = {"week", "month", "quarter", "half", "nine", "year"}


@dataclass(slots=True)
class _Group:
    """Frequencies and moments that make one recurring deadline."""

    facts: list[Fact] = field(default_factory=list)
    oftens: list[Often] = field(default_factory=list)
    said: list[Stated] = field(default_factory=list)
    closed: bool = False

    def statement(self) -> Statement:
        first = min(fact.first for fact in self.facts)
        after = max(fact.after for fact in self.facts)
        return Statement(first, after, recurring(self.oftens, self.said))


def assemble(facts: list[Fact], tokens: Tokens, issued: Period | None) -> list[Statement]:
    """The statements that `facts` make, in the order they stand."""
    facts = _without_loose(facts)
    facts = _one_relation(_without_labels(_dates_completed(facts)))
    statements = _grouped(facts, tokens)
    statements += _single(facts, issued)
    return with_circumstances(statements, facts, tokens)


def _without_loose(facts: list[Fact]) -> list[Fact]:
    """Without "trong năm" beside anything that says more."""
    said = [fact for fact in facts if not _loose(fact)]
    return said or facts


def _loose(fact: Fact) -> bool:
    return isinstance(fact.payload, Stated) and fact.payload.moment.loose


def _dates_completed(facts: list[Fact]) -> list[Fact]:
    """A year or month written once at the end of a list: "trước ngày 15/6 và 15/12/2025"."""
    completed = list(facts)
    for place in range(len(facts) - 2, -1, -1):
        here, following = completed[place], completed[place + 1]
        if not (isinstance(here.payload, Stated) and isinstance(following.payload, Stated)):
            continue
        first, second = here.payload.moment, following.payload.moment
        near = following.first - here.after <= 2 and following.payload.relation is None
        if not near or first.unit != "day" or second.unit != "day" or first.recurs:
            continue
        if first.day and first.year is None and first.relative is None and second.month:
            month = first.month or second.month
            filled = checked(first._replace(month=month, year=second.year))
            completed[place] = here._replace(payload=here.payload._replace(moment=filled))
    return completed


def _without_labels(facts: list[Fact]) -> list[Fact]:
    """Without bare periods that only name a report: "báo cáo quý I (trước ngày 15/3)"."""
    strong = [fact for fact in facts if _strong(fact)]
    if not strong:
        return facts
    units: set[str] = {
        fact.payload.moment.unit for fact in strong if isinstance(fact.payload, Stated)
    }
    labels = {fact for fact in facts if _label(fact, units)}
    return [
        fact for fact in facts if fact not in labels and not (labels and _continues(fact))
    ]  # fmt: skip


def _strong(fact: Fact) -> bool:
    match fact.payload:
        case Stated(relation=relation, moment=moment):
            return relation is not None or (moment.unit == "day" and moment.day is not None)
        case Told(deadline=Duration()):
            return True
        case _:
            return False


def _label(fact: Fact, units: set[str]) -> bool:
    """Whether a bare period names a report; one of a deadline's own unit continues its list."""
    said = fact.payload
    if not isinstance(said, Stated) or said.relation is not None:
        return False
    return said.moment.unit in _STRETCHES - units and not said.moment.recurs


def _continues(fact: Fact) -> bool:
    return isinstance(fact.payload, Often) and not fact.payload.opening


def _one_relation(facts: list[Fact]) -> list[Fact]:
    """A day without words of its own has those of the day before it: "trước ngày 15/6 và 15/12"."""
    relation, unit = None, "day"
    shared: list[Fact] = []
    for fact in facts:
        said = fact.payload
        if isinstance(said, Stated) and said.relation is not None:
            relation, unit = said.relation, said.moment.unit
        if isinstance(said, Stated) and said.moment.unit == unit:
            shared.append(fact._replace(payload=said._replace(relation=relation)))
        else:
            shared.append(fact)
    return shared


def returns(said: Stated) -> bool:
    """Whether a moment can return: no year is written, and nothing counts from the issue date."""
    moment = said.moment
    return moment.year is None and moment.relative is None


def _grouped(facts: list[Fact], tokens: Tokens) -> list[Statement]:
    """The recurring statements: each frequency with the moments around it."""
    frequent = any(isinstance(fact.payload, Often) for fact in facts)
    seasons = [fact for fact in facts if _is_season(fact, facts)]
    groups: list[_Group] = []
    for fact, following in zip_longest(facts, facts[1:]):
        said = fact.payload
        if isinstance(said, Often):
            _add_often(groups, fact, said, own_day=_has_own_day(tokens, fact, following))
        elif isinstance(said, Stated) and returns(said) and (frequent or said.moment.recurs):
            _add_moment(groups, fact, said)
    _opening_shared(groups)
    alone = all(isinstance(fact.payload, Often | Asked) for fact in facts)
    statements = [
        group.statement() for group in groups if group.said or alone or _says_how_often(group)
    ]
    return _in_season(statements, seasons)


def _says_how_often(group: _Group) -> bool:
    return any(each.freqs or each.named for each in group.oftens)


def _has_own_day(tokens: Tokens, fact: Fact, following: Fact | None) -> bool:
    """Whether a day with words of its own comes next: "báo cáo năm gửi trước ngày 20/12"."""
    if following is None or following.first - fact.after > 2:
        return False
    if any(tokens[place].key in _LABEL_ENDS for place in range(fact.after, following.first)):
        return False
    said = following.payload
    return isinstance(said, Stated) and said.relation is not None and returns(said)


def _add_often(groups: list[_Group], fact: Fact, said: Often, *, own_day: bool) -> None:
    last = groups[-1] if groups else None
    apart = last is not None and own_day and any(each.moment.recurs for each in last.said)
    if last is not None and not apart:
        known = {freq for each in last.oftens for freq in each.freqs}
        repeated = set(said.freqs) <= known and bool(last.oftens)
        if not last.said or not last.oftens or repeated or not known:
            last.closed = bool(last.said)
            last.oftens.append(said)
            last.facts.append(fact)
            return
    groups.append(_Group([fact], [said]))


def _add_moment(groups: list[_Group], fact: Fact, said: Stated) -> None:
    last = groups[-1] if groups else None
    timed = said.moment.unit == "time" and last is not None and bool(last.said)
    if last is not None and timed and last.said[-1].moment.time is None:
        _add_time(last, fact, said)
        return
    if last is None or last.closed or not _fits(last, said):
        groups.append(_Group([fact], [], [said]))
        return
    last.said.append(said)
    last.facts.append(fact)


def _add_time(group: _Group, fact: Fact, said: Stated) -> None:
    """ "thứ Hai hằng tuần (trước 9 giờ)": the time belongs to the day before it."""
    day = group.said[-1]
    timed = day.moment._replace(time=said.moment.time, bad=day.moment.bad or said.moment.bad)
    group.said[-1] = day._replace(moment=timed, relation=said.relation or day.relation)
    group.facts.append(fact)


def _fits(group: _Group, said: Stated) -> bool:
    """Several days of one group are dates of one year; other moments stand alone."""
    if not group.said:
        return not _mismatched(group.oftens, said)
    moments = [each.moment for each in (*group.said, said)]
    return all(moment.month and moment.cycle in {None, "annual"} for moment in moments)


def _mismatched(oftens: list[Often], said: Stated) -> bool:
    """Whether a day of the year stands beside "hằng tháng": it returns every year instead."""
    freqs = {freq for each in oftens for freq in each.freqs}
    yearly = freqs & {"annual", "semiannual"}
    return said.moment.month is not None and "monthly" in freqs and not yearly


def _opening_shared(groups: list[_Group]) -> None:
    """A group without a frequency has that of its neighbour: "ngày 15, 30 hằng tháng"."""
    for following, here in pairwise(reversed(groups)):
        if not here.oftens and following.oftens and not here.said[0].moment.recurs:
            here.oftens = list(following.oftens)
    for before, here in pairwise(groups):
        apart = here.oftens or not before.oftens or here.said[0].moment.recurs
        if not apart and not _mismatched(before.oftens, here.said[0]):
            here.oftens = list(before.oftens)


def _is_season(fact: Fact, facts: list[Fact]) -> bool:
    said = fact.payload
    if not isinstance(said, Between) or said.open or season(said) is None:
        return False
    return any(isinstance(other.payload, Often) and other.payload.freqs for other in facts)


def _in_season(statements: list[Statement], seasons: list[Fact]) -> list[Statement]:
    """The first statement once in each season: "từ tháng 3 đến tháng 5 và từ tháng 9 đến …"."""
    if not statements or not seasons:
        return statements
    first, *others = statements
    return [*(_within(first, fact, joined=fact is seasons[0]) for fact in seasons), *others]


def _within(each: Statement, fact: Fact, *, joined: bool) -> Statement:
    """The statement in the season of `fact`; the first of several keeps the statement's words."""
    said, told = fact.payload, each.deadline
    if not isinstance(said, Between) or not isinstance(told, Recurring):
        return each
    told = told._replace(window=season(said), relation=told.relation or "in")
    if not joined:
        return Statement(fact.first, fact.after, told)
    return Statement(min(each.first, fact.first), max(each.after, fact.after), told)


def _single(facts: list[Fact], issued: Period | None) -> list[Statement]:
    """The statements that one fact makes alone."""
    frequent = any(isinstance(fact.payload, Often) for fact in facts)
    statements = []
    for fact in facts:
        match fact.payload:
            case Stated() as said if not (returns(said) and (frequent or said.moment.recurs)):
                told = fixed(said, issued)
                statements.append(Statement(fact.first, fact.after, told))
            case Told(deadline=told):
                statements.append(Statement(fact.first, fact.after, told))
            case Between() as said if not _is_season(fact, facts):
                told = data_range(said) or ranged(said, issued)
                statements.append(Statement(fact.first, fact.after, told, said.spoken))
    return statements


def data_range(said: Between) -> NoDeadline | None:
    """The data period that a range is when an end is counted from the report period."""
    counted = any(
        moment is not None and (moment.recurs or moment.year_offset)
        for moment in (said.start, said.end)
    )
    later = said.end is not None and (said.end.year_offset or said.end.month_offset or 0) > 0
    window = data_window(said) if counted and not later else None
    return NoDeadline(reason="reporting-window", window=window) if window else None
