"""What the readers find in a phrase, before it is put together: facts and where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from parcli.schedule.deadline import Deadline, Frequency, Relation
    from parcli.schedule.phrases.moments import Moment


@dataclass(frozen=True, slots=True)
class Stated:
    """A calendar moment with the relation that its words give it ("trước", "chậm nhất"…)."""

    moment: Moment
    relation: Relation | None = None
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Often:
    """A frequency; empty `freqs` for "định kỳ" alone. `every` is an interval ("02 năm/lần")."""

    freqs: tuple[Frequency, ...] = ()
    times: int | None = None
    every: int | None = None
    opening: bool = True
    named: bool = True


@dataclass(frozen=True, slots=True)
class Between:
    """From a beginning to an end, either of which may be missing, open or an event."""

    start: Moment | None = None
    end: Moment | None = None
    open: bool = False
    end_event: str | None = None
    spoken: bool = True


@dataclass(frozen=True, slots=True)
class Told:
    """A statement that is complete by itself: a duration, an event, "thường xuyên"…"""

    deadline: Deadline


@dataclass(frozen=True, slots=True)
class Asked:
    """On request besides: "và đột xuất khi có yêu cầu"."""

    words: str


@dataclass(frozen=True, slots=True)
class Given:
    """A condition: "trong thời gian lũ lụt", "nếu có"."""

    words: str
    sort: Literal["while", "if"]


@dataclass(frozen=True, slots=True)
class Goal:
    """A figure to reach: "đạt tối thiểu 6%" is ">=6%"."""

    target: str


@dataclass(frozen=True, slots=True)
class Aside:
    """A time that is no deadline: a citation's date, a comparison year, a status date."""

    deadline: Deadline


Payload = Stated | Often | Between | Told | Asked | Given | Goal | Aside


@dataclass(frozen=True, slots=True)
class Fact:
    """A payload and the tokens it was read from, `first` up to `after`."""

    first: int
    after: int
    payload: Payload


@dataclass(frozen=True, slots=True)
class Statement:
    """One deadline and the tokens it was read from, `first` up to `after`."""

    first: int
    after: int
    deadline: Deadline
    spoken: bool = True
