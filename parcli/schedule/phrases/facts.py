"""What the readers find in a phrase, before it is put together: facts and where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from parcli.schedule.deadline import Deadline, Frequency, Relation
    from parcli.schedule.phrases.moments import Moment


class Stated(NamedTuple):
    """A calendar moment with the relation that its words give it ("trước", "chậm nhất"…)."""

    moment: Moment
    relation: Relation | None = None
    urgent: bool = False


class Often(NamedTuple):
    """A frequency; empty `freqs` for "định kỳ" alone. `every` is an interval ("02 năm/lần")."""

    freqs: tuple[Frequency, ...] = ()
    times: int | None = None
    every: int | None = None
    opening: bool = True
    named: bool = True


class Between(NamedTuple):
    """From a beginning to an end, either of which may be missing, open or an event."""

    start: Moment | None = None
    end: Moment | None = None
    open: bool = False
    end_event: str | None = None
    spoken: bool = True


class Told(NamedTuple):
    """A statement that is complete by itself: a duration, an event, "thường xuyên"…"""

    deadline: Deadline


class Asked(NamedTuple):
    """On request besides: "và đột xuất khi có yêu cầu"."""

    words: str


class Given(NamedTuple):
    """A condition: "trong thời gian lũ lụt", "nếu có"."""

    words: str
    sort: Literal["while", "if"]


class Goal(NamedTuple):
    """A figure to reach: "đạt tối thiểu 6%" is ">=6%"."""

    target: str


class Aside(NamedTuple):
    """A time that is no deadline: a citation's date, a comparison year, a status date."""

    deadline: Deadline


Payload = Stated | Often | Between | Told | Asked | Given | Goal | Aside


class Fact(NamedTuple):
    """A payload and the tokens it was read from, `first` up to `after`."""

    first: int
    after: int
    payload: Payload


class Statement(NamedTuple):
    """One deadline and the tokens it was read from, `first` up to `after`."""

    first: int
    after: int
    deadline: Deadline
    spoken: bool = True
