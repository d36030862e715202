"""What `in_words` says, and that reading it gives the deadline again."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from members import told

from parcli.schedule.deadline import (
    Asap,
    Compound,
    Deadline,
    Duration,
    Event,
    Fixed,
    NoDeadline,
    Ongoing,
    Range,
    Recurring,
    Reference,
)
from parcli.schedule.periods import Period, Span
from parcli.schedule.phrases import read_deadline
from parcli.schedule.phrases.words import in_words

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
PERIODS = st.builds(
    Period.around,
    DAYS,
    st.sampled_from([Span.YEAR, Span.HALF, Span.QUARTER, Span.MONTH, Span.WEEK]),
).map(str)
TIMES = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59))
TARGETS = st.sampled_from(["50%", ">=6%", ">80%", "<=10%", "<5%", ">=98,5%"])
EVENTS = st.sampled_from(
    [
        "kết thúc kiểm kê",
        "Nghị định được ban hành",
        "có văn bản hướng dẫn",
        "lũ rút",
        "bế mạc kỳ họp",
    ]
)
REFERENCES = st.sampled_from(
    ["quy định", "kế hoạch công tác hằng năm", "tiến độ dự án", "Quyết định số 12/QĐ-UBND", "hạn"]
)
FREQUENCIES = st.sampled_from(["daily", "weekly", "monthly", "quarterly", "semiannual", "annual"])
SOMETIMES = st.sampled_from([None, True])


def _maybe(values: SearchStrategy[str]) -> SearchStrategy[str | None]:
    return st.none() | values


fixed_days = told(
    Fixed,
    relation=st.sampled_from(["before", "by", "in", "on", "bare", "after"]),
    date=DAYS.map(date.isoformat),
    time=_maybe(TIMES),
    weekday=st.none() | st.integers(1, 7),
    target=_maybe(TARGETS),
)
fixed_periods = told(
    Fixed,
    relation=st.sampled_from(["before", "by", "in", "after"]),
    period=PERIODS,
    urgent=SOMETIMES,
    target=_maybe(TARGETS),
)
without_year = st.one_of(
    told(Fixed, relation=st.just("before"), day=st.integers(1, 28), month=st.integers(1, 12)),
    told(Fixed, relation=st.just("in"), month=st.integers(1, 12)),
    told(Fixed, relation=st.just("in"), quarter=st.integers(1, 4)),
    told(Fixed, relation=st.just("by"), half=st.integers(1, 2)),
)
MONTH_DAYS = st.integers(1, 31) | st.just(-1)
RELATIONS = st.sampled_from(["before", "by", "on", "bare"])
monthly = told(
    Recurring,
    freq=st.just("monthly"),
    relation=RELATIONS,
    day=MONTH_DAYS,
    time=_maybe(TIMES),
    on_request=SOMETIMES,
)
next_month = told(
    Recurring,
    freq=st.sampled_from(["monthly", "quarterly"]),
    relation=RELATIONS,
    day=st.integers(1, 31),
    month_offset=st.sampled_from([1, -1]),
)
quarterly = told(
    Recurring,
    freq=st.sampled_from(["quarterly", (), "annual", ("quarterly", "semiannual", "annual")]),
    relation=RELATIONS,
    day=MONTH_DAYS,
    month_of_period=st.sampled_from(["first", "last"]),
    period_offset=st.sampled_from([None, 1]),
    on_request=SOMETIMES,
)
yearly = told(
    Recurring,
    freq=st.sampled_from(["annual", "semiannual"]),
    relation=RELATIONS,
    day=st.integers(1, 28),
    month=st.integers(1, 12),
    year_offset=st.sampled_from([None, 1, -1]),
    on_request=SOMETIMES,
)
yearly_periods = st.one_of(
    told(Recurring, relation=st.just("in"), month=st.integers(1, 12)),
    told(
        Recurring,
        relation=st.just("in"),
        quarter=st.integers(1, 4),
        year_offset=st.sampled_from([None, 1]),
    ),
    told(Recurring, relation=st.just("in"), window=st.sampled_from(["03..11", "10-01..12-15"])),
)
several_days = told(
    Recurring,
    freq=st.sampled_from(["annual", "semiannual", "quarterly"]),
    relation=RELATIONS,
    dates=st.lists(
        st.builds("{:02}-{:02}".format, st.integers(1, 12), st.integers(1, 28)),
        min_size=2,
        max_size=4,
        unique=True,
    ).map(tuple),
)
weekly = told(
    Recurring,
    freq=st.just("weekly"),
    relation=RELATIONS,
    weekday=st.integers(1, 7),
    time=_maybe(TIMES),
)
how_often = st.one_of(
    told(Recurring, freq=FREQUENCIES, target=_maybe(TARGETS), on_request=SOMETIMES),
    told(
        Recurring,
        freq=st.lists(FREQUENCIES, min_size=2, max_size=4, unique=True).map(tuple),
    ),
    told(
        Recurring,
        freq=st.sampled_from(["weekly", "monthly", "quarterly", "annual"]),
        times=st.integers(2, 12),
    ),
    told(Recurring, freq=st.sampled_from(["daily", "weekly", "annual"]), every=st.integers(2, 9)),
    told(Recurring, freq=st.just("daily"), condition=st.just("lũ lụt")),
)
recurring = st.one_of(
    monthly, next_month, quarterly, yearly, yearly_periods, several_days, weekly, how_often
)


def _ordered(days: list[date]) -> Range:
    first, last = sorted(days)
    return Range(start=first.isoformat(), end=last.isoformat())


ranges = st.one_of(
    st.lists(DAYS, min_size=2, max_size=2, unique=True).map(_ordered),
    told(Range, start=PERIODS, end=st.just("open")),
    told(Range, start=_maybe(PERIODS), end_event=EVENTS),
    told(Range, end=DAYS.map(date.isoformat)),
    st.lists(DAYS, min_size=2, max_size=2, unique=True)
    .map(_ordered)
    .map(lambda told: told._replace(span="P10D", working_days=True)),
)
LENGTHS = st.builds("P{}D".format, st.integers(1, 99)) | st.sampled_from(
    ["P2W", "P3M", "P1Y", "PT24H"]
)
durations = st.one_of(
    told(
        Duration,
        relation=st.sampled_from(["by", "after"]),
        span=LENGTHS,
        anchor=st.sampled_from(["issue", "receipt", "complete-file", "expiry"]),
    ),
    told(
        Duration,
        span=st.builds("P{}D".format, st.integers(1, 99)),
        working_days=st.just(value=True),
        anchor=st.just("event"),
        event=EVENTS,
    ),
    told(Duration, span=LENGTHS.map("-{}".format), anchor=st.just("event"), event=EVENTS),
    told(Duration, span=LENGTHS.map("-{}".format), anchor=st.just("expiry")),
    told(Duration, span=st.just("P0D"), anchor=st.sampled_from(["issue", "receipt"])),
)
others = st.one_of(
    told(Event, relation=st.just("after"), event=EVENTS, urgent=SOMETIMES),
    told(Event, relation=st.sampled_from(["before", "in", "by"]), event=EVENTS),
    told(Reference, reference=REFERENCES),
    told(
        Ongoing,
        condition=_maybe(st.sampled_from(["theo yêu cầu nhiệm vụ", "theo kế hoạch"])),
        on_request=SOMETIMES,
    ),
    told(Asap),
    told(NoDeadline, reason=st.sampled_from(["empty", "statement", "unread"])),
    told(NoDeadline, reason=st.just("as-of"), as_of=DAYS.map(date.isoformat)),
    told(
        NoDeadline,
        reason=st.just("reporting-window"),
        window=st.sampled_from(
            ["12-15(Y-1)..12-14(Y)", "15(M-1)..14(M)", "2024-12-15..2025-06-14"]
        ),
    ),
)
single = st.one_of(fixed_days, fixed_periods, without_year, recurring, ranges, durations)
compounds = st.lists(
    st.one_of(fixed_days, fixed_periods, monthly, quarterly, told(Ongoing)),
    min_size=2,
    max_size=3,
    unique=True,
).map(lambda parts: Compound(parts=tuple(parts)))


def without_phrases(deadline: Deadline) -> Deadline:
    plain = deadline._replace(phrase="")
    if isinstance(plain, Compound):
        return plain._replace(parts=tuple(without_phrases(part) for part in plain.parts))
    return plain


@given(st.one_of(single, others, compounds))
def test_words_read_back_to_the_same_deadline(deadline: Deadline) -> None:
    words = in_words(deadline)

    assert without_phrases(read_deadline(words)) == deadline, words


@pytest.mark.parametrize(
    ("deadline", "words"),
    [
        (Fixed(relation="before", date="2022-09-05"), "trước ngày 05 tháng 9 năm 2022"),
        (
            Fixed(relation="before", date="2025-12-03", time="17:00", weekday=3),
            "trước 17 giờ 00 thứ Tư, ngày 03 tháng 12 năm 2025",
        ),
        (Fixed(relation="in", period="2026-Q1"), "trong quý I năm 2026"),
        (Fixed(relation="by", period="2024", target=">=6%"), "chậm nhất năm 2024 đạt tối thiểu 6%"),
        (Fixed(relation="in", period="2025-12", week=-1), "trong tuần cuối tháng 12 năm 2025"),
        (Fixed(relation="in", period="2025-12", week=2), "trong tuần thứ 2 tháng 12 năm 2025"),
        (Fixed(relation="in", period="2026-9M"), "trong 9 tháng đầu năm 2026"),
        (
            Recurring(freq="quarterly", relation="before", day=15, month_of_period="last"),
            "định kỳ hằng quý, trước ngày 15 tháng cuối quý",
        ),
        (
            Recurring(freq="monthly", relation="bare", day=-1, working_day=True),
            "định kỳ hằng tháng, ngày làm việc cuối cùng của tháng",
        ),
        (
            Recurring(freq="monthly", relation="bare", day=1, working_day=True),
            "định kỳ hằng tháng, ngày làm việc đầu tiên của tháng",
        ),
        (
            Recurring(freq="monthly", relation="bare", weekday=5, nth=-1),
            "định kỳ hằng tháng, thứ Sáu cuối cùng của tháng",
        ),
        (
            Recurring(freq="monthly", relation="in", nth=1),
            "định kỳ hằng tháng, trong tuần đầu tiên của tháng",
        ),
        (
            Recurring(freq="monthly", relation="in", window="D01..D05", month_offset=1),
            "trong 05 ngày đầu của tháng tiếp theo",
        ),
        (
            Recurring(freq="monthly", relation="in", window="D10..D15"),
            "định kỳ hằng tháng, từ ngày 10 đến ngày 15",
        ),
        (Recurring(freq="annual", times=2), "định kỳ 02 lần/năm"),
        (
            Recurring(freq="monthly", condition="nếu có", on_request=True),
            "định kỳ hằng tháng, nếu có và đột xuất khi có yêu cầu",
        ),
        (Range(start="2026", end="open"), "từ năm 2026 trở đi"),
        (Range(start="10-01", end="12-15"), "từ ngày 01 tháng 10 đến ngày 15 tháng 12"),
        (Range(start="Q1", end="Q3"), "từ quý I đến quý III"),
        (
            Duration(span="P15D", working_days=True, anchor="receipt"),
            "trong thời hạn 15 ngày làm việc kể từ ngày nhận",
        ),
        (Event(event="đột xuất"), "đột xuất"),
        (
            NoDeadline(reason="reporting-window", window="last-15(P-1)..last-14(P)"),
            "số liệu từ ngày 15 tháng cuối quý trước đến ngày 14 tháng cuối quý báo cáo",
        ),
        (NoDeadline(), ""),
    ],
)
def test_wording_of_offices(deadline: Deadline, words: str) -> None:
    assert in_words(deadline) == words
    assert without_phrases(read_deadline(words)) == deadline
