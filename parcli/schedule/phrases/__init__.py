"""Deadlines read from the words of Vietnamese administrative documents.

`read_deadline` takes a deadline's own words, `find_deadlines` a sentence that has some in it. Both
are one pass of `scan` over folded words and one assembly of what it finds; neither raises,
and neither guesses: a day that does not exist, or words that state a time which the grammar does
not cover, are `NoDeadline(reason="unread")`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.schedule.deadline import Asap, Compound, Deadline, NoDeadline
from parcli.schedule.phrases.assembly import assemble
from parcli.schedule.phrases.circumstances import without_manner
from parcli.schedule.phrases.facts import Aside, Between, Often, Stated
from parcli.schedule.phrases.members import UNREAD, data_window
from parcli.schedule.phrases.running import found_in, isolated
from parcli.schedule.phrases.scan import scan
from parcli.schedule.phrases.tokens import BLANK, Tokens

if TYPE_CHECKING:
    from parcli.schedule.periods import Period
    from parcli.schedule.phrases.facts import Fact, Statement

LONGEST_PHRASE = 2000  # characters; the longest phrase seen in a real document has 240

_STATEMENT = NoDeadline(reason="statement")
_STRETCHES = {"week", "month", "quarter", "half", "nine", "year"}
_CALENDAR_WORDS = ("ngày", "tháng", "năm", "quý", "tuần", "giờ")
_DATA_WORDS = (
    "số liệu", "tính từ", "kỳ báo cáo", "kỳ số liệu", "thời kỳ báo cáo", "thời gian chốt",
    "thời kỳ số liệu", "thời điểm lấy",
)  # fmt: skip


def read_deadline(phrase: str, *, issued: Period | None = None) -> Deadline:
    """The meaning of `phrase`, its words kept as given; `NoDeadline` says why there is none.

    A day or period without a year is the next one that ends on or after the first day of `issued`;
    without `issued` it keeps the day, month, quarter or half that the words state and no year.
    More than `LONGEST_PHRASE` characters are unread: a whole page is no deadline's words.
    """
    if len(phrase) > LONGEST_PHRASE:
        return UNREAD._replace(phrase=phrase)
    tokens = Tokens(phrase)
    return _read(tokens, issued)._replace(phrase=phrase)


def find_deadlines(text: str, *, issued: Period | None = None) -> list[tuple[int, int, Deadline]]:
    """The deadlines in running text as (start, end, deadline), in order and not overlapping.

    Dates of cited documents, years of plans and indices, and comparison years are none. A
    deadline's `phrase` is `text[start:end]`.
    """
    tokens = Tokens(text, running=True)
    found = []
    for statement in found_in(tokens, scan(tokens), issued):
        start, end = tokens[statement.first].start, tokens[statement.after - 1].end
        found.append((start, end, statement.deadline._replace(phrase=text[start:end])))
    return found


def _read(tokens: Tokens, issued: Period | None) -> Deadline:
    facts = scan(tokens)
    window = _data_period(tokens, facts)
    if window is not None:
        return window
    if _lunar_left(tokens, facts):
        return UNREAD
    usable = [fact for fact in facts if not isinstance(fact.payload, Aside)]
    said = [fact for fact in usable if not _in_passing(tokens, fact, usable)]
    statements = [
        each for sentence in _sentences(tokens, said) for each in assemble(sentence, tokens, issued)
    ]
    statements = without_manner(statements, tokens)
    if any(each.deadline == UNREAD for each in statements):
        return UNREAD
    due = [each for each in statements if not isinstance(each.deadline, NoDeadline)]
    if len(due) > 1:
        return Compound(parts=tuple(_with_words(tokens, each) for each in due))
    if statements:
        return (due or statements)[0].deadline
    return _none(tokens, facts)


def _sentences(tokens: Tokens, facts: list[Fact]) -> list[list[Fact]]:
    """The facts of each sentence; a semicolon parts none, as lists of reports share a frequency."""
    sentences: list[list[Fact]] = []
    for fact in facts:
        before = sentences[-1][-1].after if sentences else fact.first
        ends = (place for place in range(before, fact.first) if tokens[place].key == ".")
        if not sentences or any(tokens.clause_end(place) == place for place in ends):
            sentences.append([])
        sentences[-1].append(fact)
    return sentences


def _with_words(tokens: Tokens, each: Statement) -> Deadline:
    """The statement's deadline with the words that it was read from."""
    return each.deadline._replace(phrase=tokens.words(each.first, each.after))


def _data_period(tokens: Tokens, facts: list[Fact]) -> NoDeadline | None:
    """The period that figures are taken from, where that is all a phrase states."""
    ranges = [fact for fact in facts if isinstance(fact.payload, Between)]
    if len(ranges) != 1 or any(isinstance(fact.payload, Stated) for fact in facts):
        return None
    said = ranges[0].payload
    if not isinstance(said, Between) or said.end is None:
        return None
    places = range(max(0, ranges[0].first - 12), ranges[0].first + 1)
    named = any(tokens.take(place, *_DATA_WORDS) for place in places)
    window = data_window(said) if named else None
    return NoDeadline(reason="reporting-window", window=window) if window else None


def _in_passing(tokens: Tokens, fact: Fact, facts: list[Fact]) -> bool:
    """Whether a bare year, month or quarter stands in running text and states no deadline."""
    said = fact.payload
    if isinstance(said, Between):
        return not said.spoken and len(facts) == 1 and not isolated(tokens, fact)
    if not isinstance(said, Stated) or said.relation is not None:
        return False
    if said.moment.unit not in _STRETCHES or said.moment.recurs:
        return False
    if any(isinstance(other.payload, Often) for other in facts):
        return False
    return len(facts) <= 2 and not isolated(tokens, fact)


def _none(tokens: Tokens, facts: list[Fact]) -> NoDeadline:
    blank = any(tokens[place].key == BLANK for place in range(len(tokens)))
    timed = any(tokens.any(place, *_CALENDAR_WORDS) for place in range(len(tokens)))
    if blank and timed:
        return UNREAD
    asides = [fact.payload.deadline for fact in facts if isinstance(fact.payload, Aside)]
    for aside in sorted(asides, key=lambda each: each == _STATEMENT):
        if isinstance(aside, NoDeadline):
            return aside
    if facts and not all(isinstance(fact.payload, Asap) for fact in facts):
        return _STATEMENT
    figures = any(tokens[place].key.isdecimal() for place in range(len(tokens)))
    return UNREAD if (timed and figures) or _slashed(tokens) else NoDeadline(reason="empty")


def _lunar_left(tokens: Tokens, facts: list[Fact]) -> bool:
    """Whether a day that no fact has read as lunar may be one: "ngày 1 và 15 âm lịch"."""
    marks = [place for place in range(len(tokens)) if tokens.take(place, "âm lịch")]
    return any(not any(fact.first <= mark < fact.after for fact in facts) for mark in marks)


def _slashed(tokens: Tokens) -> bool:
    """Figures written as a date is: "45/13/2025"."""
    places = range(len(tokens) - 2)
    return any(
        tokens[p].key.isdecimal()
        and tokens[p + 1].key in {"/", "-"}
        and tokens[p + 2].key.isdecimal()
        for p in places
    )
