"""Where every stretch of the document went: what a draft is judged by and what nothing escapes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from parcli.intake.blocks import Paragraph


_STEP = 100


class Span(NamedTuple):
    """A stretch of one paragraph."""

    paragraph: Paragraph
    start: int
    end: int

    @property
    def text(self) -> str:
        """Its words."""
        return self.paragraph.text[self.start : self.end]

    def part(self, start: int, end: int | None = None) -> Span:
        """A stretch within it, counted from its own beginning."""
        stop = self.end if end is None else min(self.end, self.start + end)
        return Span(self.paragraph, min(self.start + start, stop), stop)


def whole(paragraph: Paragraph, start: int = 0) -> Span:
    """The paragraph from `start` to its end."""
    return Span(paragraph, start, len(paragraph.text))


class Claim(NamedTuple):
    """A stretch and the value it became: `key` of the mapping `owner`."""

    start: int
    end: int
    owner: dict[str, Any]
    key: str


class Doubt(NamedTuple):
    """A value that was guessed: why, as a catalogue id with its fields."""

    owner: dict[str, Any]
    key: str
    message: str
    facts: dict[str, str]


@dataclass
class Ledger:
    """The claims on each paragraph, the doubts about values, and names that no catalogue knows.

    `tell` hears the share of the `total` paragraphs that have found their place, 0 to 1.
    """

    claims: dict[int, list[Claim]] = field(default_factory=lambda: defaultdict(list))
    doubts: list[Doubt] = field(default_factory=list)
    unknown: list[Doubt] = field(default_factory=list)
    tell: Callable[[float], None] | None = None
    total: int = 0

    def take(self, span: Span | Paragraph, owner: dict[str, Any], key: str) -> None:
        """Note that `span` became `owner[key]`, or belongs to it."""
        given = span if isinstance(span, Span) else whole(span)
        self.claims[id(given.paragraph)].append(Claim(given.start, given.end, owner, key))
        if self.tell is not None and len(self.claims) % _STEP == 0:
            self.tell(min(1.0, len(self.claims) / max(1, self.total)))

    def take_all(self, paragraphs: Iterable[Paragraph], owner: dict[str, Any], key: str) -> None:
        """The same for whole paragraphs."""
        for paragraph in paragraphs:
            self.take(paragraph, owner, key)

    def doubt(self, owner: dict[str, Any], key: str, message: str, **facts: str) -> None:
        """Note that `owner[key]` was guessed."""
        self.doubts.append(Doubt(owner, key, message, facts))

    def settle(self, message: str, key: str) -> None:
        """Drop this doubt about every owner that has `key` by now."""
        self.doubts = [d for d in self.doubts if d.message != message or not d.owner.get(key)]

    def of(self, paragraph: Paragraph) -> list[Claim]:
        """The claims on a paragraph, in the order of its text."""
        return sorted(self.claims.get(id(paragraph), []), key=lambda claim: claim[:2])

    def unclaimed(self, paragraph: Paragraph) -> Iterator[Span]:
        """The stretches with words that nothing has claimed."""
        at = 0
        for claim in self.of(paragraph):
            if claim.start > at and _letters(paragraph.text[at : claim.start]):
                yield Span(paragraph, at, claim.start)
            at = max(at, claim.end)
        if _letters(paragraph.text[at:]):
            yield Span(paragraph, at, len(paragraph.text))


def _letters(text: str) -> int:
    return sum(char.isalnum() for char in text)


@dataclass(frozen=True)
class Share:
    """How much of the text a draft accounts for, counted in letters and figures."""

    total: int
    left: int

    @property
    def percent(self) -> float:
        """In tenths, 100 only for everything, also where there is nothing."""
        if not self.left:
            return 100.0
        return min(99.9, round(100 * (self.total - self.left) / self.total, 1))


def share(
    ledger: Ledger, paragraphs: Iterable[Paragraph], lost: Iterable[Span] = ()
) -> tuple[Share, list[Span]]:
    """The share of the text that the draft holds, and the stretches that it does not.

    `lost` are stretches that were claimed and are in no value all the same.
    """
    total, spans = 0, []
    missing: dict[int, list[Span]] = defaultdict(list)
    for span in lost:
        missing[id(span.paragraph)].append(span)
    for paragraph in paragraphs:
        total += _letters(paragraph.text)
        spans += sorted(
            [*ledger.unclaimed(paragraph), *missing.get(id(paragraph), [])],
            key=lambda span: span.start,
        )
    return Share(total, sum(_letters(span.text) for span in spans)), spans
