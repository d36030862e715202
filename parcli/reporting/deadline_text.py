"""A deadline's meaning for people: what kind it is, in words, and its parts."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from parcli.language import N_, _
from parcli.reporting.dates import short_date
from parcli.reporting.deadline_parts import deadline_parts
from parcli.schedule.deadline import Compound, NoDeadline
from parcli.schedule.impossible_dates import impossible_dates
from parcli.schedule.periods import LATEST, Period
from parcli.schedule.phrases import LONGEST_PHRASE, read_deadline
from parcli.schedule.phrases.words import in_words
from parcli.schedule.recurrence import occurrences

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from parcli.schedule.deadline import Deadline

_SHOWN = 4
_SHOWN_OF_A_PAGE = 200

KIND_NAMES = {
    "fixed": N_("one date or period"),
    "recurring": N_("recurring"),
    "range": N_("from a beginning to an end"),
    "duration": N_("a length of time"),
    "event": N_("tied to an event"),
    "reference": N_("stated elsewhere"),
    "ongoing": N_("without an end"),
    "asap": N_("as soon as possible"),
    "compound": N_("several statements"),
    "none": N_("no deadline"),
}
REASONS = {
    "empty": N_("No time is stated here."),
    "as-of": N_("The date says as of when figures hold; it is no deadline."),
    "reporting-window": N_("These are the days that a report's figures cover; no deadline."),
    "statement": N_("The years stand in running text; no deadline."),
    "unread": N_("These words are beyond parcli's grammar; nothing is guessed."),
}
_IMPOSSIBLE = N_("There is no such date: {dates}.")
_TOO_LONG = N_("A deadline has at most {limit} characters; these words have {length}.")


def deadline_text(meaning: Deadline, issued: Period | None, today: date) -> str:
    """A few lines, ending in a line break: the next last days, or what they wait for."""
    lines = [*_statement(meaning), *_next(meaning, issued, today)]
    return "\n".join(lines) + "\n"


def _statement(meaning: Deadline) -> Iterator[str]:
    """The words, what they are read as, and the parts; each statement of several, indented."""
    kind = _(KIND_NAMES[meaning.kind])
    yield _("“{phrase}”: {kind}").format(phrase=_shown(meaning.phrase), kind=kind)
    if isinstance(meaning, NoDeadline):
        yield "  " + _none(meaning)
    else:
        yield "  " + _("Read as: {words}").format(words=in_words(meaning))
    for line in deadline_parts(meaning):
        yield f"  {line}"
    for part in meaning.parts if isinstance(meaning, Compound) else ():
        for line in _statement(part):
            yield f"  {line}"


def _shown(phrase: str) -> str:
    """The words, a page of them cut short."""
    return phrase if len(phrase) <= LONGEST_PHRASE else phrase[:_SHOWN_OF_A_PAGE] + "…"


def _none(meaning: NoDeadline) -> str:
    """Why there is no deadline in the words."""
    length = len(meaning.phrase)
    if length > LONGEST_PHRASE:
        return _(_TOO_LONG).format(limit=LONGEST_PHRASE, length=length)
    impossible = impossible_dates(meaning.phrase)
    if impossible and meaning.reason == "unread":
        return _(_IMPOSSIBLE).format(dates=", ".join(impossible))
    return _(REASONS.get(meaning.reason, REASONS["unread"]))


def _next(meaning: Deadline, issued: Period | None, today: date) -> list[str]:
    days = _last_days(meaning, issued, today)
    if days:
        return ["  " + _("Strict last days: {days}").format(days=", ".join(days))]
    # Any day serves to find out whether one would help.
    day = issued or Period.day(today)
    if issued is None and _last_days(read_deadline(meaning.phrase, issued=day), day, today):
        return ["  " + _("The last day follows from the day of issue: add --issued DATE.")]
    return []


def _last_days(meaning: Deadline, issued: Period | None, today: date) -> list[str]:
    found = occurrences(meaning, issued.first if issued else today, LATEST, anchor=issued)
    return [short_date(occurrence.last_day) for occurrence in islice(found, _SHOWN)]
