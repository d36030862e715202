"""One pass over a phrase: at each word the first reader that knows it, else on to the next word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.schedule.phrase_asides import aside
from parcli.schedule.phrase_facts import Often
from parcli.schedule.phrase_frequency import often
from parcli.schedule.phrase_lengths import duration, same_day
from parcli.schedule.phrase_manner import asap, asked, event, given, goal, ongoing, reference
from parcli.schedule.phrase_ranges import between
from parcli.schedule.phrase_relations import stated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.schedule.phrase_facts import Fact
    from parcli.schedule.phrase_tokens import Tokens

# Earlier readers know more of the words they share: "trong thời hạn quy định" is a reference
# before "trong" can open a length.
_BEFORE_CALENDAR = (aside, reference)
_AFTER_CALENDAR = (same_day, duration, given, event, ongoing, asap, goal)


def scan(tokens: Tokens) -> list[Fact]:
    """The facts of a text in order; every reader looks a bounded way ahead or consumes what it saw."""
    facts: list[Fact] = []
    index = 0
    listing = False
    while index < len(tokens):
        found = _facts_at(tokens, index, listing=listing)
        facts += found
        listing = listing or any(isinstance(fact.payload, Often) for fact in found)
        index = max(found[-1].after, index + 1) if found else index + 1
    return facts


def _facts_at(tokens: Tokens, index: int, *, listing: bool) -> list[Fact]:
    if not tokens[index].key.isalnum():
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


def _calendar(tokens: Tokens, index: int, *, listing: bool) -> Iterator[list[Fact]]:
    yield between(tokens, index)
    frequency = asked(tokens, index) or often(tokens, index, listing=listing)
    yield [frequency] if frequency else []
    yield stated(tokens, index)
