"""What was claimed must be in the draft: whatever is in no value is left over, and told."""

from __future__ import annotations

import pytest

from parcli.intake.accounting import Ledger, share
from parcli.intake.blocks import paragraph
from parcli.intake.kept_words import lost_spans


def lost(text: str, values: dict[str, object]) -> list[str]:
    line, ledger = paragraph(text), Ledger()
    ledger.take(line, values, "text")
    return [span.text for span in lost_spans(ledger, [line], values)]


@pytest.mark.parametrize(
    ("text", "values", "left"),
    [
        ("Kính gửi: Sở Nội vụ", {"addressees": ["Sở Nội vụ"]}, []),
        ("KẾ HOẠCH Số: 45/KH-UBND", {"number": "45", "symbol": "KH-UBND", "type": "ke-hoach"}, []),
        ("Các Sở: XD, Khoa học và Công nghệ", {"lead": ["Sở Khoa học và Công nghệ", "Sở XD"]}, []),
        ("1. Rà soát hộ nghèo", {"text": "Rà soát hộ nghèo\n1.1. Việc khác", "number": "1"}, []),
        (
            "(Ban hành kèm theo Quyết định số 1208/QĐ-BPTNT)",
            {"number": "1208", "symbol": "QĐ-BPTNT", "text": "Ban hành kèm theo Quyết định này"},
            ["Ban hành kèm theo"],
        ),
        ("Rà soát hộ nghèo trước lũ", {"source": {"text": "Rà soát hộ nghèo trước lũ"}},
            ["Rà soát hộ nghèo trước lũ"]),
    ],
)  # fmt: skip
def test_rows_of_words_that_no_value_has(
    text: str, values: dict[str, object], left: list[str]
) -> None:
    assert lost(text, values) == left


def test_the_share_counts_what_was_lost() -> None:
    line, values, ledger = paragraph("một hai ba"), {"text": "bốn"}, Ledger()
    ledger.take(line, values, "text")
    counted, spans = share(ledger, [line], lost_spans(ledger, [line], values))

    assert (counted.percent, [span.text for span in spans]) == (0.0, ["một hai ba"])
