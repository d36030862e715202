"""Dates, figures, periods and citations as Vietnamese documents write them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from parcli.model.document_types import DOCUMENT_TYPES
from parcli.schedule.cycles import ROMAN
from parcli.schedule.periods import ONE_DAY, Period, Span
from parcli.schedule.written_dates import long_date, short_date, written_month

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

DOTS = "…………"
SHORT_DOTS = "……"
NO_REPORT = "chưa có báo cáo"
# Điểm are lettered in the order of the Vietnamese alphabet (NĐ 30/2020 Phụ lục I, mục II.6).
LETTERS = "abcdđeghiklmnopqrstuvxy"


def figure(value: float, unit: str | None = None) -> str:
    """A figure with decimal comma and point between thousands: "83,94%", "1.250 hồ sơ"."""
    whole, _, rest = f"{value:,.4f}".partition(".")
    rest = rest.rstrip("0")
    text = whole.replace(",", ".") + (f",{rest}" if rest else "")
    if not unit:
        return text
    return f"{text}%" if unit == "%" else f"{text} {unit}"


def share(part: int, whole: int) -> str:
    """`part` of `whole` as a percentage of two decimals at most; a dash where there is no whole."""
    return figure(round(100 * part / whole, 2), "%") if whole else "–"


def count(number: int) -> str:
    """A number of things; below ten with a leading zero, as reports write it: "05"."""
    return f"{number:02}" if 0 < number < 10 else figure(number)


def letter(position: int) -> str:
    """The letter of a điểm, counted from 0: a, b, c, d, đ, e, g…; "aa" after the last."""
    turns, place = divmod(position, len(LETTERS))
    return LETTERS[place] * (turns + 1)


def roman(number: int) -> str:
    """A number from 1 to 399 in Roman figures."""
    values = (
        (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"),
        (1, "I"),
    )  # fmt: skip
    text = ""
    for value, sign in values:
        turns, number = divmod(number, value)
        text += sign * turns
    return text


def period_label(period: Period) -> str:
    """The period inside a sentence: "quý III năm 2024", "6 tháng đầu năm 2024"."""
    year, month = period.first.year, period.first.month
    return {
        Span.YEAR: f"năm {year}",
        Span.HALF: f"6 tháng {'đầu' if month == 1 else 'cuối'} năm {year}",
        Span.NINE_MONTHS: f"9 tháng đầu năm {year}",
        Span.QUARTER: f"quý {ROMAN[(month - 1) // 3]} năm {year}",
        Span.MONTH: f"tháng {month} năm {year}",
        Span.WEEK: f"tuần {period.first.isocalendar().week} năm {period.first.isocalendar().year}",
        Span.DAY: long_date(period.first),
    }[period.span]


def next_period(period: Period) -> Period:
    """The period of the same kind that follows; the whole next year after nine months."""
    if period.span is Span.NINE_MONTHS:
        return Period.quarter(period.first.year, 4)
    return Period.around(period.last + ONE_DAY, period.span)


def document_date(written: str | None) -> str:
    """A document's date, as precise as it is known, dots for the rest."""
    if written is None:
        return f"ngày {SHORT_DOTS} tháng {SHORT_DOTS} năm {SHORT_DOTS}"
    period = Period.parse(written)
    if period.span is Span.DAY:
        return long_date(period.first)
    month = written_month(period.first.month)
    if period.span is Span.MONTH:
        return f"ngày {SHORT_DOTS} tháng {month} năm {period.first.year}"
    return f"ngày {SHORT_DOTS} tháng {SHORT_DOTS} năm {period.first.year}"


def document_number(number: str | None, symbol: str | None) -> str:
    """ "1893/UBND-NC"; dots for a number or symbol that is not known."""
    return f"{number or SHORT_DOTS}/{symbol or SHORT_DOTS}"


def directive_citation(directive: Mapping[str, Any]) -> str:
    """The first citation of a directive in a text: type, number, date, issuer, subject."""
    return f"{directive_reference(directive)} {about(str(directive['subject']))}"


def directive_reference(directive: Mapping[str, Any]) -> str:
    """Type, number, date and issuer of a directive, without its subject."""
    return (
        f"{DOCUMENT_TYPES.get(directive['type'], 'Văn bản')} số "
        f"{document_number(directive['number'], directive['symbol'])} "
        f"{document_date(directive['issued'])} của {short_issuer(directive['issuer'])}"
    )


def printed_subject(subject: str) -> str:
    """A trích yếu as its own document prints it after "V/v"."""
    return re.sub(r"^V/v:?\s*", "", subject.strip())


def letter_subject(subject: str) -> str:
    """A trích yếu as a công văn prints it after "V/v": "Về việc" is the same words in full."""
    return re.sub(r"^về việc\b:?\s*", "", printed_subject(subject), flags=re.IGNORECASE)


def about(subject: str) -> str:
    """A trích yếu as a sentence leads to it: "về việc …", or "về …" where it says so itself."""
    words = subject_words(subject)
    return words if words.startswith("về ") else f"về việc {words}"


def subject_words(subject: str) -> str:
    """A trích yếu inside a sentence, after "về việc": no mark, no capital first, no full stop."""
    words = letter_subject(subject).rstrip(".")
    return words[:1].lower() + words[1:] if words[1:2].islower() else words


def task_subject(subject: str) -> str:
    """A directive's trích yếu as what is reported on: “thực hiện nhiệm vụ …”."""
    words = subject_words(subject).removeprefix("giao nhiệm vụ ")
    return words if words.startswith("thực hiện") else f"thực hiện nhiệm vụ {words}"


def short_issuer(name: str) -> str:
    """ "Ủy ban nhân dân" as UBND, as texts write it after the first time and citations always."""
    return re.sub(r"^[ỦU][ỷyỶ]?y? ban nhân dân", "UBND", name, flags=re.IGNORECASE)


def full_issuer(name: str) -> str:
    """ "UBND" at the start written out."""
    return re.sub(r"^UBND\b", "Ủy ban nhân dân", name)


def sentence(text: str) -> str:
    """`text` with a capital first letter and one full stop at its end."""
    shown = text.strip()
    if not shown:
        return ""
    shown = shown[0].upper() + shown[1:]
    return shown if shown.endswith((".", "!", "?", "…", ":")) else f"{shown}."


def days_from_to(first: date, last: date) -> str:
    """ "từ ngày 15/6/2024 đến ngày 14/9/2024"."""
    return f"từ ngày {short_date(first)} đến ngày {short_date(last)}"
