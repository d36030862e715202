"""Phrases as offices write them: a table of variants, the issue date, and what never happens."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from growth import MOST, growth
from hypothesis import given, settings
from hypothesis import strategies as st
from phrase_notation import notation

from parcli.schedule.deadline import Compound, NoDeadline, from_json, to_json
from parcli.schedule.periods import Period
from parcli.schedule.phrases import LONGEST_PHRASE, find_deadlines, read_deadline
from parcli.text import unaccented

if TYPE_CHECKING:
    from collections.abc import Callable

TABLE = Path(__file__).parent / "phrase-variants.tsv"


def variants() -> list[tuple[str, str]]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if not line.startswith("# "))
    return [(phrase, meaning) for phrase, meaning in pairs]


@pytest.mark.parametrize(("phrase", "meaning"), variants())
def test_variant(phrase: str, meaning: str) -> None:
    read = read_deadline(phrase)

    assert notation(read) == meaning
    assert read.phrase == phrase


@pytest.mark.parametrize(("phrase", "meaning"), variants()[::7])
def test_variant_in_decomposed_letters(phrase: str, meaning: str) -> None:
    decomposed = unicodedata.normalize("NFD", phrase)

    assert notation(read_deadline(decomposed)) == meaning
    assert read_deadline(decomposed).phrase == decomposed


@pytest.mark.parametrize(
    ("phrase", "issued", "meaning"),
    [
        ("trước ngày 20/11", "2025-11-10", "fixed before date=2025-11-20"),
        ("trước ngày 20/11", "2025-11-20", "fixed before date=2025-11-20"),
        ("trước ngày 15/01", "2025-11-20", "fixed before date=2026-01-15"),
        ("trước ngày 20/11", "2025", "fixed before date=2025-11-20"),
        ("trước ngày 20/11", "2025-07", "fixed before date=2025-11-20"),
        ("trước ngày 29/02", "2027-03-01", "fixed before date=2028-02-29"),
        ("trước ngày 29/02", "2025-03-01", "fixed before day=29 month=2"),
        ("trước 17 giờ ngày 27/11", "2025-11-20", "fixed before date=2025-11-27 time=17:00"),
        ("chậm nhất ngày 15", "2025-11-20", "fixed by date=2025-12-15"),
        ("chậm nhất ngày 25", "2025-11-20", "fixed by date=2025-11-25"),
        ("trong tháng 9", "2025-07-21", "fixed in period=2025-09"),
        ("trong tháng 9", "2025-09-21", "fixed in period=2025-09"),
        ("trong tháng 3", "2025-09-21", "fixed in period=2026-03"),
        ("quý III", "2025-07-21", "fixed in period=2025-Q3"),
        ("quý I", "2025-11-21", "fixed in period=2026-Q1"),
        ("6 tháng cuối năm", "2025-11-21", "fixed in period=2025-H2"),
        ("cuối năm", "2025-11-21", "fixed bare date=2025-12-31"),
        ("hết tháng 9", "2025-07-21", "fixed by date=2025-09-30"),
        ("trong năm", "2025-07-21", "fixed in period=2025"),
        ("trong năm nay", "2025", "fixed in period=2025"),
        ("trong tháng này", "2025-07-21", "fixed in period=2025-07"),
        ("trong tháng tới", "2025-12-21", "fixed in period=2026-01"),
        ("trong quý này", "2025-12-21", "fixed in period=2025-Q4"),
        ("trong tuần này", "2025-11-20", "fixed in period=2025-W47"),
        ("tuần sau", "2025-11-20", "fixed in period=2025-W48"),
        ("trước ngày 25 tháng này", "2025-11-20", "fixed before date=2025-11-25"),
        ("trước thứ Sáu", "2025-11-19", "fixed before date=2025-11-21 weekday=5"),
        ("trước thứ Sáu tuần này", "2025-11-19", "fixed before date=2025-11-21 weekday=5"),
        ("trước thứ Sáu tuần sau", "2025-11-19", "fixed before date=2025-11-28 weekday=5"),
        ("trước 17h hôm nay", "2025-11-20", "fixed before date=2025-11-20 time=17:00"),
        ("trước 8h ngày mai", "2025-11-30", "fixed before date=2025-12-01 time=08:00"),
        ("trước 17h hôm nay", "2025-11", "none reason=unread"),
        ("trong tháng này", "2025", "none reason=unread"),
        ("từ ngày 01/12 đến ngày 15/01", "2025-11-20", "range start=2025-12-01 end=2026-01-15"),
        ("từ tháng 3 đến tháng 6", "2025-11-20", "range start=2026-03 end=2026-06"),
        ("trước ngày 15/12 hằng năm", "2025-11-20", "recurring before freq=annual day=15 month=12"),
        ("trước ngày 15/12/2024", "2025-11-20", "fixed before date=2024-12-15"),
    ],
)
def test_year_taken_from_the_issue_date(phrase: str, issued: str, meaning: str) -> None:
    assert notation(read_deadline(phrase, issued=Period.parse(issued))) == meaning


PLAIN_WORDS = {'"', "event", "reference", "condition"}  # meanings that repeat the phrase's words


@pytest.mark.parametrize(
    ("phrase", "meaning"),
    [pair for pair in variants()[::5] if not any(word in pair[1] for word in PLAIN_WORDS)],
)
@pytest.mark.parametrize("spelled", [unaccented, str.upper])
def test_variant_without_accents_or_in_capitals(
    phrase: str, meaning: str, spelled: Callable[[str], str]
) -> None:
    assert notation(read_deadline(spelled(phrase))) == meaning


def test_parts_of_a_compound_keep_their_own_words() -> None:
    read = read_deadline("Ban hành trước ngày 20/12/2025, triển khai từ 01/01/2026")

    assert isinstance(read, Compound)
    assert [part.phrase for part in read.parts] == ["trước ngày 20/12/2025", "từ 01/01/2026"]


WORDS = st.sampled_from(
    """
    trước ngày tháng năm quý hằng mỗi định kỳ từ đến hết trong khi sau theo chậm nhất kể và , ; . (
    ) / - … 15 20/9/2022 2026 III 6 lần cuối đầu của giờ thứ Sáu nhận ** <i> 31/2/2026 99999 % đạt
    ngay truoc ngay thang nam quy hang moi tuan cuoi den het
    """.split()  # noqa: SIM905  a word list
)


@given(st.one_of(st.text(), st.lists(WORDS, max_size=25).map(" ".join)))
@settings(max_examples=400)
def test_any_text_is_read_and_survives_json(text: str) -> None:
    for issued in (None, Period.parse("2025-11-20")):
        read = read_deadline(text, issued=issued)

        assert read.phrase == text
        assert from_json(to_json(read)) == read


@given(st.one_of(st.text(), st.lists(WORDS, max_size=40).map(" ".join)))
@settings(max_examples=300)
def test_found_deadlines_lie_in_order_inside_the_text(text: str) -> None:
    reach = 0
    for start, end, deadline in find_deadlines(text):
        assert reach <= start < end <= len(text)
        assert deadline.phrase == text[start:end]
        assert not isinstance(deadline, NoDeadline)
        reach = end


HOSTILE = [
    "trước " * 17_000,
    "ngày 15/" * 12_500,
    "(" * 100_000,
    "theo " * 20_000,
    "theo quy định " * 7_000,
    "đến khi " * 12_000,
    "định kỳ hằng " * 7_700,
    "15, " * 25_000,
    "1/" * 50_000,
    "9" * 100_000,
    "từ ngày 1 đến " * 7_000,
    "sau khi " * 12_500,
    "hằng tháng trước ngày 15, " * 4_000,
    "trước ngày 15/6 và " * 5_000,
    "luật " * 20_000,
    "so với " * 14_000,
    "\n " * 50_000,
    "<" * 100_000,
    "a\u0301" * 50_000,
    "thường xuyên; kịp thời; " * 4_000,
    "nếu có. thường xuyên. " * 4_500,
    "từ năm 2025 đến năm 2026 " * 4_000,
    "; ".join(f"trước ngày {n % 28 + 1}/{n % 12 + 1}/{2000 + n % 199}" for n in range(4_000)),
    ". ".join(f"hằng tháng, nếu có {n}" for n in range(5_000)),
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:16]))
@pytest.mark.parametrize("reader", [read_deadline, find_deadlines])
def test_hostile_text_takes_bounded_time(reader: Callable[[str], object], text: str) -> None:
    assert growth(lambda size: reader(text[:size]), 5_000) < MOST


def test_a_page_of_words_is_no_deadline() -> None:
    phrase = "trước ngày 15/12/2025".ljust(LONGEST_PHRASE)
    assert read_deadline(phrase).kind == "fixed"
    assert read_deadline(phrase + " ") == NoDeadline(phrase=phrase + " ", reason="unread")
