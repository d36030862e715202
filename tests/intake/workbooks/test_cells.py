"""One cell of a returned form: strings, figures, dates and what else spreadsheets make of them."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

import pytest

from parcli.intake.workbooks.cells import (
    CellRead,
    DateCell,
    ErrorCell,
    FormulaCell,
    NoStatus,
    OddCharacter,
    TooLong,
    TruthCell,
    document_lines,
    status_of,
    text_of,
    value_of,
)
from parcli.model.status_names import status_named

if TYPE_CHECKING:
    from parcli.errors import ParcliError


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (CellRead(None), ""),
        (CellRead("  Đã xong \n \n"), "Đã xong"),
        (CellRead("a_x000D_\r\nb\vc\u2028d"), "a\n\nb\nc\nd"),
        (CellRead("_x0041_ giữ nguyên"), "_x0041_ giữ nguyên"),
        (CellRead("tie\u0302\u0301n \u200bđộ"), "tiến độ"),
        (CellRead("& < > \" ' \xa0"), "& < > \" '"),
        (CellRead(12, "n"), "12"),
        (CellRead(12.5, "n"), "12,5"),
        (CellRead(0.85, "n", "0%"), "85%"),
        (CellRead(True, "b"), "có"),
        (CellRead(False, "b"), "không"),
        (CellRead(date(2024, 9, 5), "d"), "05/09/2024"),
        (CellRead(datetime.fromisoformat("2024-09-05"), "d"), "05/09/2024"),
        (CellRead(datetime.fromisoformat("2024-09-05T07:30"), "d"), "05/09/2024 07:30"),
        (CellRead(time(7, 30), "d"), "07:30"),
        (CellRead("x" * 10_000), "x" * 10_000),
    ],
)
def test_text(cell: CellRead, text: str) -> None:
    assert text_of(cell) == text


@pytest.mark.parametrize(
    ("cell", "unit", "value"),
    [
        (CellRead(None), "%", None),
        (CellRead("  "), "%", None),
        (CellRead("-"), "%", "-"),
        (CellRead(85, "n"), "%", 85),
        (CellRead(0.85, "n", "0%"), "%", 85),
        (CellRead(0.8394, "n", "0.00%"), "%", 83.94),
        (CellRead("85%"), "%", 85),
        (CellRead("83,94"), "%", 83.94),
        (CellRead(3, "n"), None, 3),
    ],
)
def test_value(cell: CellRead, unit: str | None, value: float | str | None) -> None:
    assert value_of(cell, unit) == value


BAD: list[tuple[Any, CellRead, type[ParcliError]]] = [
    (text_of, CellRead("=1+1", "f"), FormulaCell),
    (text_of, CellRead(object()), FormulaCell),
    (text_of, CellRead("#REF!", "e"), ErrorCell),
    (text_of, CellRead("a\x07b"), OddCharacter),
    (text_of, CellRead("a_x0007_b"), OddCharacter),
    (text_of, CellRead("x" * 32_768), TooLong),
    (lambda cell: value_of(cell, "%"), CellRead("=1+1", "f"), FormulaCell),
    (
        lambda cell: value_of(cell, "%"),
        CellRead(datetime.fromisoformat("2024-04-03"), "d"),
        DateCell,
    ),
    (lambda cell: value_of(cell, "%"), CellRead(True, "b"), TruthCell),
    (lambda cell: list(document_lines(cell)), CellRead(date(2024, 4, 3), "d"), DateCell),
    (status_of, CellRead("tạm ổn"), NoStatus),
]


@pytest.mark.parametrize(("read", "cell", "error"), BAD)
def test_bad_cells(read: Any, cell: CellRead, error: type[ParcliError]) -> None:
    with pytest.raises(error) as refused:
        read(cell)
    assert str(refused.value)


def test_documents() -> None:
    lines = "- Số: 15/BC-PNV: Báo cáo: quý III\n\n• 16/BC-PNV\n: Ảnh chụp\n17/QĐ-UBND:"
    assert list(document_lines(CellRead(lines))) == [
        {"number": "15/BC-PNV", "title": "Báo cáo: quý III"},
        {"number": "16/BC-PNV"},
        {"title": "Ảnh chụp"},
        {"number": "17/QĐ-UBND"},
    ]


@pytest.mark.parametrize(
    ("written", "status"),
    [
        ("Hoàn thành", "done"),
        ("HOÀN THÀNH ", "done"),
        ("hoan thanh", "done"),
        ("đã hoàn thành", "done"),
        ("done", "done"),
        ("Đang thực hiện", "in-progress"),
        ("chưa hoàn thành", "in-progress"),
        ("Chưa thực hiện", "not-started"),
        ("không áp dụng", "not-applicable"),
        ("bị trả lại", "returned"),
        ("ổn", None),
    ],
)
def test_statuses(written: str, status: str | None) -> None:
    assert status_named(written) == status
    assert status_of(CellRead(None)) is None
    if status:
        assert status_of(CellRead(written)) == status
