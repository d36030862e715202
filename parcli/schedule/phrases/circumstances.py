"""What stands beside a deadline: its figure, condition, request, haste, or a passing event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.schedule.deadline import (
    Asap,
    Duration,
    Event,
    Fixed,
    Ongoing,
    Range,
    Recurring,
    Reference,
)
from parcli.schedule.phrases.facts import Asked, Fact, Given, Goal, Statement, Told

if TYPE_CHECKING:
    from parcli.schedule.deadline import Deadline
    from parcli.schedule.phrases.tokens import Tokens


def with_circumstances(
    statements: list[Statement], facts: list[Fact], tokens: Tokens
) -> list[Statement]:
    """The statements with what `facts` say about them, in the order they stand."""
    statements = _spans_joined(sorted(statements, key=lambda each: each.first))
    statements = _with_goals(statements, facts)
    statements = _with_conditions(statements, facts, tokens)
    statements = _with_requests(statements, facts)
    statements = _urgent(statements, facts, tokens)
    return without_manner(sorted(statements, key=lambda each: each.first), tokens)


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
            told = each.deadline._replace(span=length.span, working_days=length.working_days)
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
                told = each.deadline._replace(target=fact.payload.target)
                near = 0 <= fact.first - each.after <= 1
                after = fact.after if near else each.after
                statements[place] = each._replace(deadline=told, after=after)
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
    told = each.deadline._replace(**changes)  # type: ignore[arg-type]  # fields of this kind
    first, after = min(each.first, fact.first), max(each.after, fact.after)
    statements[place] = each._replace(first=first, after=after, deadline=told)


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
    for fact in facts:
        said = fact.payload
        if not (isinstance(said, Told) and isinstance(said.deadline, Asap)):
            continue
        if not tokens.any(fact.first, "ngay"):
            continue
        for place, each in enumerate(statements):
            if isinstance(each.deadline, Fixed) and each.first > fact.first:
                statements[place] = each._replace(deadline=each.deadline._replace(urgent=True))
                break
    return statements


def without_manner(statements: list[Statement], tokens: Tokens) -> list[Statement]:
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
        kept._replace(deadline=kept.deadline._replace(condition=kept.deadline.condition or words))
    ]


def _passing(each: Statement, tokens: Tokens) -> bool:
    """An event beside a date is its circumstance, unless "và" or "hoặc" makes it a second term."""
    if not isinstance(each.deadline, Event):
        return False
    joined = tokens.any(each.first - 1, "và", "hoặc", ";", ".")
    return not joined


def _distinct(statements: list[Statement]) -> list[Statement]:
    first = {each.deadline: each for each in reversed(statements)}
    return [each for each in statements if first[each.deadline] is each]
