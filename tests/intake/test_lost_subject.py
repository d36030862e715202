"""A letter without "V/v": its subject is taken from the opening words, and marked."""

from __future__ import annotations

import pytest

from parcli.intake.accounting import Ledger
from parcli.intake.lost_subject import GUESSED_SUBJECT, complete_subject
from parcli.intake.recognise.letterhead import NO_SUBJECT


@pytest.mark.parametrize(
    ("opening", "subject"),
    [
        (
            "Thực hiện Kế hoạch số 10/KH-UBND của UBND tỉnh về việc nâng cao Chỉ số PAPI, UBND "
            "huyện yêu cầu:",
            "nâng cao Chỉ số PAPI",
        ),
        ("Để làm rõ về công tác cải cách hành chính.", "công tác cải cách hành chính"),
        ("UBND huyện yêu cầu:", "?"),
        ("", "?"),
    ],
)
def test_subject(opening: str, subject: str) -> None:
    values = {"subject": "?", "opening": opening}
    ledger = Ledger()
    ledger.doubt(values, "subject", NO_SUBJECT)

    complete_subject(values, ledger)

    assert values["subject"] == subject
    assert [doubt.message for doubt in ledger.doubts] == [
        NO_SUBJECT if subject == "?" else GUESSED_SUBJECT
    ]


def test_a_subject_that_is_there_stays() -> None:
    values = {"subject": "kiểm tra", "opening": "Thực hiện chỉ đạo về việc khác hẳn thế."}

    complete_subject(values, Ledger())

    assert values["subject"] == "kiểm tra"
