"""One pass over a phrase: at each word the first reader that knows it, else on to the next word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.schedule.phrases.asides import aside
from parcli.schedule.phrases.beginnings import may_begin
from parcli.schedule.phrases.events import event, reference
from parcli.schedule.phrases.exceptions import beyond
from parcli.schedule.phrases.facts import Often, Stated
from parcli.schedule.phrases.first_days import first_days
from parcli.schedule.phrases.frequency import often
from parcli.schedule.phrases.lengths import duration, same_day
from parcli.schedule.phrases.manner import asap, asked, given, goal, ongoing
from parcli.schedule.phrases.ranges import between
from parcli.schedule.phrases.relations import stated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.schedule.phrases.facts import Fact
    from parcli.schedule.phrases.tokens import Tokens

# Earlier readers know more of the words they share: "trong thời hạn quy định" is a reference
# before "trong" can open a length.
_BEFORE_CALENDAR = (aside, beyond, reference, first_days)
# "người đứng đầu hằng tháng": after these "đầu" is the rest of a word, no beginning of a month.
_WITH_HEAD = ("đứng", "dẫn", "đi", "hàng")
_AFTER_CALENDAR = (same_day, duration, given, event, ongoing, asap, goal)


def scan(tokens: Tokens) -> list[Fact]:
    """The facts of a text in order; a reader looks a bounded way ahead or consumes what it saw."""
    facts: list[Fact] = []
    index = 0
    listing = False
    while index < len(tokens):
        found = facts_at(tokens, index, listing=listing) if may_begin(tokens[index]) else []
        facts += found
        listing = listing or any(_opens_list(fact) for fact in found)
        index = max(found[-1].after, index + 1) if found else index + 1
    return facts


def _opens_list(fact: Fact) -> bool:
    """Whether a bare "6 tháng" or "năm" after this fact is one more frequency."""
    match fact.payload:
        case Often():
            return True
        case Stated(moment=moment):
            return moment.month_of_period is not None
        case _:
            return False


def facts_at(tokens: Tokens, index: int, *, listing: bool) -> list[Fact]:
    """What begins at `index`; with `listing` a bare "6 tháng" may be one more frequency."""
    if not tokens[index].key.isalnum() or _ends_word(tokens, index):
        return []
    for read in _BEFORE_CALENDAR:
        if fact := read(tokens, index):
            return [fact]
    for found in _calendar(tokens, index, listing=listing):
        if found:
            return found
    for read in _AFTER_CALENDAR:
        if fact := read(tokens, index):
            return [fact]
    return []


def _ends_word(tokens: Tokens, index: int) -> bool:
    return tokens.any(index, "đầu") and tokens.any(index - 1, *_WITH_HEAD)


def _calendar(tokens: Tokens, index: int, *, listing: bool) -> Iterator[list[Fact]]:
    yield between(tokens, index)
    frequency = asked(tokens, index) or often(tokens, index, listing=listing)
    yield [frequency] if frequency else []
    yield stated(tokens, index)
