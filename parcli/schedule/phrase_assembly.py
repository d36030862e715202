"""Facts put together: which frequency belongs to which day, what is one statement and what several."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from parcli.schedule.deadline import (
    Asap,
    Duration,
    Event,
    Fixed,
    NoDeadline,
    Ongoing,
    Range,
    Recurring,
    Reference,
)
from parcli.schedule.phrase_facts import (
    Asked,
    Between,
    Fact,
    Given,
    Goal,
    Often,
    Stated,
    Told,
)
from parcli.schedule.phrase_members import data_window, fixed, ranged, recurring, season

if TYPE_CHECKING:
    from parcli.schedule.deadline import Deadline
    from parcli.schedule.periods import Period
    from parcli.schedule.phrase_tokens import Tokens

_STRETCHES = {"week", "month", "quarter", "half", "nine", "year"}


@dataclass(frozen=True, slots=True)
class Statement:
    """One deadline and the tokens it was read from, `first` up to `after`."""

    first: int
    after: int
    deadline: Deadline
    spoken: bool = True


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
    facts = _one_relation(_without_labels(_dates_completed(facts)))
    statements = _grouped(facts)
    statements += _single(facts, issued)
    statements = _spans_joined(sorted(statements, key=lambda each: each.first))
    statements = _with_goals(statements, facts)
    statements = _with_conditions(statements, facts, tokens)
    statements = _with_requests(statements, facts)
    statements = _urgent(statements, facts, tokens)
    return _without_manner(sorted(statements, key=lambda each: each.first), tokens)


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
            filled = replace(first, month=month, year=second.year)
            completed[place] = replace(here, payload=replace(here.payload, moment=filled))
    return completed


def _without_labels(facts: list[Fact]) -> list[Fact]:
    """Without bare periods that only name a report: "báo cáo quý I (trước ngày 15/3)"."""
    strong = [fact for fact in facts if _strong(fact)]
    if not strong:
        return facts
    labelled = any(_label(fact) for fact in facts)
    return [
        fact for fact in facts if not (_label(fact) or (labelled and _continues(fact)))
    ]  # fmt: skip


def _strong(fact: Fact) -> bool:
    match fact.payload:
        case Stated(relation=relation, moment=moment):
            return relation is not None or (moment.unit == "day" and moment.day is not None)
        case Told(deadline=Duration()):
            return True
        case _:
            return False


def _label(fact: Fact) -> bool:
    said = fact.payload
    if not isinstance(said, Stated) or said.relation is not None:
        return False
    return said.moment.unit in _STRETCHES and not said.moment.recurs


def _continues(fact: Fact) -> bool:
    return isinstance(fact.payload, Often) and not fact.payload.opening


def _one_relation(facts: list[Fact]) -> list[Fact]:
    """A day without words of its own has those of the day before it: "trước ngày 15/6 và 15/12"."""
    relation = None
    shared: list[Fact] = []
    for fact in facts:
        said = fact.payload
        if isinstance(said, Stated):
            relation = said.relation or relation
            if said.relation is None and said.moment.unit == "day" and relation is not None:
                fact = replace(fact, payload=replace(said, relation=relation))  # noqa: PLW2901  the fact with its relation
        shared.append(fact)
    return shared


def returns(said: Stated) -> bool:
    """Whether a moment can return: no year is written, and nothing counts from the issue date."""
    moment = said.moment
    return moment.year is None and moment.relative is None


def _grouped(facts: list[Fact]) -> list[Statement]:
    """The recurring statements: each frequency with the moments around it."""
    frequent = any(isinstance(fact.payload, Often) for fact in facts)
    seasons = [fact for fact in facts if _is_season(fact, facts)]
    groups: list[_Group] = []
    for fact in facts:
        said = fact.payload
        if isinstance(said, Often):
            _add_often(groups, fact, said)
        elif isinstance(said, Stated) and returns(said) and (frequent or said.moment.recurs):
            _add_moment(groups, fact, said)
    _opening_shared(groups)
    statements = [group.statement() for group in groups if group.said or _says_how_often(group)]
    return _in_season(statements, seasons)


def _says_how_often(group: _Group) -> bool:
    return any(each.freqs or each.named for each in group.oftens)


def _add_often(groups: list[_Group], fact: Fact, said: Often) -> None:
    last = groups[-1] if groups else None
    if last is not None:
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
    if last is None or last.closed or not _fits(last, said):
        groups.append(_Group([fact], [], [said]))
        return
    last.said.append(said)
    last.facts.append(fact)


def _fits(group: _Group, said: Stated) -> bool:
    """Several days of one group are dates of one year; other moments stand alone."""
    if not group.said:
        return True
    moments = [each.moment for each in (*group.said, said)]
    return all(moment.month and moment.cycle in {None, "annual"} for moment in moments)


def _opening_shared(groups: list[_Group]) -> None:
    """A group without a frequency has that of its neighbour: "ngày 15, 30 hằng tháng"."""
    for here, following in zip(groups[-2::-1], groups[:0:-1], strict=False):
        if not here.oftens and following.oftens and not here.said[0].moment.recurs:
            here.oftens = list(following.oftens)
    for before, here in zip(groups, groups[1:], strict=False):
        if not here.oftens and before.oftens and not here.said[0].moment.recurs:
            here.oftens = list(before.oftens)


def _is_season(fact: Fact, facts: list[Fact]) -> bool:
    said = fact.payload
    if not isinstance(said, Between) or said.open or season(said) is None:
        return False
    return any(isinstance(other.payload, Often) and other.payload.freqs for other in facts)


def _in_season(statements: list[Statement], seasons: list[Fact]) -> list[Statement]:
    if not statements or not seasons:
        return statements
    said, first = seasons[0].payload, statements[0]
    if not isinstance(said, Between) or not isinstance(first.deadline, Recurring):
        return statements
    told = replace(first.deadline, window=season(said), relation=first.deadline.relation or "in")
    begin, after = min(first.first, seasons[0].first), max(first.after, seasons[0].after)
    return [Statement(begin, after, told), *statements[1:]]


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
    window = data_window(said) if counted else None
    return NoDeadline(reason="reporting-window", window=window) if window else None


def _spans_joined(statements: list[Statement]) -> list[Statement]:
    """ "trong 10 ngày làm việc (từ ngày … đến ngày …)" is one range with its length."""
    joined: list[Statement] = []
    for each in statements:
        before = joined[-1] if joined else None
        if (
            before is not None
            and isinstance(before.deadline, Duration)
            and isinstance(each.deadline, Range)
            and each.first - before.after <= 1
        ):
            length = before.deadline
            told = replace(each.deadline, span=length.span, working_days=length.working_days)
            joined[-1] = Statement(before.first, each.after, told)
        else:
            joined.append(each)
    return joined


def _with_goals(statements: list[Statement], facts: list[Fact]) -> list[Statement]:
    for fact in facts:
        if not isinstance(fact.payload, Goal):
            continue
        for place, each in enumerate(statements):
            if isinstance(each.deadline, Fixed | Recurring) and each.deadline.target is None:
                told = replace(each.deadline, target=fact.payload.target)
                near = 0 <= fact.first - each.after <= 1
                after = fact.after if near else each.after
                statements[place] = replace(each, deadline=told, after=after)
                break
    return statements


def _with_conditions(
    statements: list[Statement], facts: list[Fact], tokens: Tokens
) -> list[Statement]:
    for fact in facts:
        if not isinstance(fact.payload, Given):
            continue
        near = [each for each in statements if isinstance(each.deadline, Recurring | Ongoing)]
        if near and _same_clause(tokens, near[-1].first, fact.first):
            _replace(statements, near[-1], fact, condition=fact.payload.words)
        elif not statements or not _same_clause(tokens, statements[-1].first, fact.first):
            statements.append(_conditional(fact, fact.payload))
    return statements


def _conditional(fact: Fact, said: Given) -> Statement:
    told: Deadline = Ongoing(condition=said.words)
    if said.sort == "while":
        told = Event(relation="in", event=said.words)
    return Statement(fact.first, fact.after, told, spoken=False)


def _same_clause(tokens: Tokens, first: int, second: int) -> bool:
    return tokens.clause_end(min(first, second)) >= max(first, second)


def _replace(statements: list[Statement], each: Statement, fact: Fact, **changes: object) -> None:
    place = statements.index(each)
    told = replace(each.deadline, **changes)  # type: ignore[arg-type]
    first, after = min(each.first, fact.first), max(each.after, fact.after)
    statements[place] = replace(each, first=first, after=after, deadline=told)


def _with_requests(statements: list[Statement], facts: list[Fact]) -> list[Statement]:
    for fact in facts:
        if not isinstance(fact.payload, Asked):
            continue
        open_to = [each for each in statements if isinstance(each.deadline, Recurring | Ongoing)]
        requested = "đột xuất" in fact.payload.words or not _by_duty(fact.payload.words)
        if open_to and requested:
            _replace(statements, open_to[-1], fact, on_request=True)
        elif open_to and isinstance(open_to[-1].deadline, Ongoing):
            _replace(statements, open_to[-1], fact, condition=fact.payload.words)
        elif not open_to:
            told = Event(relation="after", event=_requested(fact.payload.words))
            statements.append(Statement(fact.first, fact.after, told, spoken=False))
    return statements


def _by_duty(words: str) -> bool:
    """ "theo yêu cầu nhiệm vụ" is the task's own need, nobody's request."""
    lower = words.lower()
    return lower.startswith("theo yêu cầu") and ("nhiệm vụ" in lower or "công việc" in lower)


def _requested(words: str) -> str:
    return words[4:] if words.lower().startswith("khi ") else words


def _urgent(statements: list[Statement], facts: list[Fact], tokens: Tokens) -> list[Statement]:
    """ "hoàn thành ngay … trong năm 2025": the haste belongs to the date."""
    hasty = [fact for fact in facts if isinstance(fact.payload, Told)
             and isinstance(fact.payload.deadline, Asap) and tokens.any(fact.first, "ngay")]  # fmt: skip
    for fact in hasty:
        for place, each in enumerate(statements):
            if isinstance(each.deadline, Fixed) and each.first > fact.first:
                statements[place] = replace(each, deadline=replace(each.deadline, urgent=True))
                break
    return statements


def _without_manner(statements: list[Statement], tokens: Tokens) -> list[Statement]:
    """Haste, references and passing events only count where nothing firmer is stated."""
    kinds = {each.deadline.kind for each in statements}
    firm = kinds & {"fixed", "recurring", "range", "duration"}
    if firm or kinds & {"event", "ongoing"}:
        statements = _references_as_conditions(statements)
        statements = [e for e in statements if not isinstance(e.deadline, Asap | Reference)]
    elif "reference" in kinds:
        statements = [e for e in statements if not isinstance(e.deadline, Asap)]
    if firm:
        statements = [each for each in statements if not _passing(each, tokens)]
    return _distinct(statements)


def _references_as_conditions(statements: list[Statement]) -> list[Statement]:
    references = [each for each in statements if isinstance(each.deadline, Reference)]
    if len(statements) != len(references) + 1 or not references:
        return statements
    kept = next(each for each in statements if each not in references)
    told = references[0].deadline
    if not isinstance(kept.deadline, Ongoing) or not isinstance(told, Reference):
        return statements
    words = f"theo {told.reference}"
    return [
        replace(kept, deadline=replace(kept.deadline, condition=kept.deadline.condition or words))
    ]


def _passing(each: Statement, tokens: Tokens) -> bool:
    """An event beside a date is its circumstance, unless "và" or "hoặc" makes it a second term."""
    if not isinstance(each.deadline, Event):
        return False
    joined = tokens.any(each.first - 1, "và", "hoặc", ";", ".")
    return not joined


def _distinct(statements: list[Statement]) -> list[Statement]:
    kept: list[Statement] = []
    for each in statements:
        if all(each.deadline != other.deadline for other in kept):
            kept.append(each)
    return kept
