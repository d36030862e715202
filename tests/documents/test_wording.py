"""Dates, figures and periods as Vietnamese documents write them."""

from __future__ import annotations

import pytest

from parcli.documents.contexts.wording import (
    about,
    count,
    directive_citation,
    document_date,
    document_number,
    figure,
    full_issuer,
    letter,
    letter_subject,
    next_period,
    period_label,
    roman,
    sentence,
    share,
    short_issuer,
    subject_words,
)
from parcli.schedule.periods import Period


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        (83.94, "%", "83,94%"),
        (100, "%", "100%"),
        (0, "%", "0%"),
        (1250, "hồ sơ", "1.250 hồ sơ"),
        (1234567.5, None, "1.234.567,5"),
        (3, "sáng kiến, giải pháp mới", "3 sáng kiến, giải pháp mới"),
        (-2.5, None, "-2,5"),
        (99.99999, "%", "100%"),
    ],
)
def test_figures(value: float, unit: str | None, written: str) -> None:
    assert figure(value, unit) == written


@pytest.mark.parametrize(
    ("part", "whole", "written"), [(4, 15, "26,67%"), (0, 3, "0%"), (3, 3, "100%"), (0, 0, "–")]
)
def test_shares(part: int, whole: int, written: str) -> None:
    assert share(part, whole) == written


@pytest.mark.parametrize(("number", "written"), [(0, "0"), (5, "05"), (10, "10"), (1200, "1.200")])
def test_numbers_of_things(number: int, written: str) -> None:
    assert count(number) == written


@pytest.mark.parametrize(
    ("position", "written"), [(0, "a"), (3, "d"), (4, "đ"), (6, "g"), (22, "y"), (23, "aa")]
)
def test_letters_follow_the_vietnamese_alphabet(position: int, written: str) -> None:
    assert letter(position) == written


@pytest.mark.parametrize(("number", "written"), [(1, "I"), (4, "IV"), (9, "IX"), (48, "XLVIII")])
def test_roman_numbers(number: int, written: str) -> None:
    assert roman(number) == written


@pytest.mark.parametrize(
    ("period", "written", "following"),
    [
        ("2024", "năm 2024", "năm 2025"),
        ("2024-H1", "6 tháng đầu năm 2024", "6 tháng cuối năm 2024"),
        ("2024-H2", "6 tháng cuối năm 2024", "6 tháng đầu năm 2025"),
        ("2024-9M", "9 tháng đầu năm 2024", "quý IV năm 2024"),
        ("2024-Q3", "quý III năm 2024", "quý IV năm 2024"),
        ("2024-Q4", "quý IV năm 2024", "quý I năm 2025"),
        ("2024-02", "tháng 2 năm 2024", "tháng 3 năm 2024"),
        ("2024-W31", "tuần 31 năm 2024", "tuần 32 năm 2024"),
        ("2024-02-29", "ngày 29 tháng 02 năm 2024", "ngày 01 tháng 3 năm 2024"),
    ],
)
def test_periods(period: str, written: str, following: str) -> None:
    assert period_label(Period.parse(period)) == written
    assert period_label(next_period(Period.parse(period))) == following


@pytest.mark.parametrize(
    ("issued", "written"),
    [
        ("2022-07-21", "ngày 21 tháng 7 năm 2022"),
        ("2024-02-05", "ngày 05 tháng 02 năm 2024"),
        ("2024-02", "ngày …… tháng 02 năm 2024"),
        ("2024-10", "ngày …… tháng 10 năm 2024"),
        ("2024", "ngày …… tháng …… năm 2024"),
        (None, "ngày …… tháng …… năm ……"),
    ],
)
def test_a_document_is_dated_as_precisely_as_known(issued: str | None, written: str) -> None:
    assert document_date(issued) == written


@pytest.mark.parametrize(
    ("number", "symbol", "written"),
    [("1893", "UBND-NC", "1893/UBND-NC"), (None, "UBND-NV", "……/UBND-NV"), (None, None, "……/……")],
)
def test_document_numbers(number: str | None, symbol: str | None, written: str) -> None:
    assert document_number(number, symbol) == written


def test_a_directive_is_cited_whole() -> None:
    directive = {
        "type": "cong-van",
        "number": None,
        "symbol": "UBND-NV",
        "issued": "2024",
        "issuer": "Ủy ban nhân dân thị xã Ba Đồn",
        "subject": "V/v cải thiện Chỉ số.",
    }
    assert directive_citation(directive) == (
        "Công văn số ……/UBND-NV ngày …… tháng …… năm 2024 của UBND thị xã Ba Đồn "
        "về việc cải thiện Chỉ số"
    )
    assert directive_citation({**directive, "type": "khac"}).startswith("Văn bản số")


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Ủy ban nhân dân xã A", "UBND xã A"),
        ("Uỷ ban nhân dân xã A", "UBND xã A"),
        ("ủy ban nhân dân xã A", "UBND xã A"),
        ("Phòng Nội vụ", "Phòng Nội vụ"),
    ],
)
def test_committees_are_abbreviated_in_running_text(name: str, short: str) -> None:
    assert short_issuer(name) == short


def test_committees_are_written_out_in_addresses() -> None:
    assert full_issuer("UBND thị xã Ba Đồn") == "Ủy ban nhân dân thị xã Ba Đồn"


@pytest.mark.parametrize(
    ("text", "whole"),
    [("đã xong", "Đã xong."), ("Đã xong.", "Đã xong."), ("còn lại:", "Còn lại:"), ("  ", "")],
)
def test_sentences(text: str, whole: str) -> None:
    assert sentence(text) == whole


@pytest.mark.parametrize(
    ("subject", "in_letter", "in_sentence", "cited"),
    [
        ("V/v: giao nhiệm vụ.", "giao nhiệm vụ.", "giao nhiệm vụ", "về việc giao nhiệm vụ"),
        ("Về việc giao nhiệm vụ", "giao nhiệm vụ", "giao nhiệm vụ", "về việc giao nhiệm vụ"),
        ("V/v Về việc giao", "giao", "giao", "về việc giao"),
        ("Về công tác A", "Về công tác A", "về công tác A", "về công tác A"),
        ("Phê duyệt Đề án", "Phê duyệt Đề án", "phê duyệt Đề án", "về việc phê duyệt Đề án"),
        ("CCHC năm 2024", "CCHC năm 2024", "CCHC năm 2024", "về việc CCHC năm 2024"),
    ],
)
def test_a_subject_says_about_once(
    subject: str, in_letter: str, in_sentence: str, cited: str
) -> None:
    assert letter_subject(subject) == in_letter
    assert subject_words(subject) == in_sentence
    assert about(subject) == cited
