"""Tables that fit the terminal; CSV with a mark for Excel on disk, none at a pipe's end."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from parcli.reporting.tables import Column, Row, csv_text, safe_cell, write_csv, write_table

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

TEXT = "đơn vị\r\n"


def test_a_file_on_disk_has_a_mark(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "viec.csv"
    with path.open("w", encoding="utf-8", newline="") as out:
        monkeypatch.setattr("sys.stdout", out)
        write_csv(TEXT)
    assert path.read_bytes() == b"\xef\xbb\xbf" + TEXT.encode()


def test_what_is_added_to_a_file_has_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "viec.csv"
    path.write_bytes(b"a\r\n")
    with path.open("a", encoding="utf-8", newline="") as out:
        monkeypatch.setattr("sys.stdout", out)
        write_csv(TEXT)
    assert path.read_bytes() == b"a\r\n" + TEXT.encode()


def test_a_pipe_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.StringIO()
    monkeypatch.setattr("sys.stdout", out)
    write_csv(TEXT)
    assert out.getvalue() == TEXT


COLUMNS = (
    Column("Id"),
    Column("What", wide=True),
    Column("Count", right=True),
    Column("Who", wide=True),
)
ROW = Row(("xa-binh-minh-2026/plI.I.1", "Thực hiện kế hoạch " * 4, "12", "Phòng Văn hóa - Xã hội"))


def on_terminal(
    monkeypatch: pytest.MonkeyPatch, width: int, columns: Sequence[Column] = COLUMNS
) -> list[str]:
    """The table's lines as a terminal of that width shows them."""
    out = io.StringIO()
    monkeypatch.setattr("parcli.reporting.tables.on_terminal", lambda: True)
    monkeypatch.setattr("sys.stdout", out)
    monkeypatch.setenv("COLUMNS", str(width))
    write_table(columns, [ROW, Row(()), ROW])
    return [line.rstrip() for line in out.getvalue().splitlines() if line.strip()]


def test_a_wide_terminal_keeps_the_narrow_columns_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = on_terminal(monkeypatch, 120)
    assert lines[0].split() == ["Id", "What", "Count", "Who"]
    assert "xa-binh-minh-2026/plI.I.1" in lines[2]


def test_a_narrow_terminal_leaves_every_column_room(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = on_terminal(monkeypatch, 60)
    assert lines[0].split() == ["Id", "What", "Count", "Who"]
    assert max(map(len, lines)) <= 60
    shown = " ".join(lines)
    assert all(word in shown for word in ("Thực", "hoạch", "12", "Phòng", "Văn", "hóa"))


def test_an_id_stays_whole_on_a_narrow_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = (COLUMNS[0]._replace(whole=True), *COLUMNS[1:])
    lines = on_terminal(monkeypatch, 60, whole)
    assert sum("xa-binh-minh-2026/plI.I.1 " in line for line in lines) == 2
    assert max(map(len, lines)) <= 60


def test_the_narrowest_terminal_breaks_even_an_id(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = (COLUMNS[0]._replace(whole=True), *COLUMNS[1:])
    assert on_terminal(monkeypatch, 45, whole) == on_terminal(monkeypatch, 45)


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""),
        ("Phòng Nội vụ", "Phòng Nội vụ"),
        (-53, "-53"),
        (-0.5, "-0.5"),
        ("-", "-"),
        ("-53", "'-53"),
        ("- Rà soát", "'- Rà soát"),
        ('=HYPERLINK("x")', '\'=HYPERLINK("x")'),
        ("+84 123", "'+84 123"),
        ("@SUM(A1)", "'@SUM(A1)"),
    ],
)
def test_a_text_is_never_a_formula_and_a_number_stays_one(value: object, cell: str) -> None:
    assert safe_cell(value) == cell


def test_csv_keeps_a_negative_number() -> None:
    assert csv_text(("a", "b"), [[-53, "-1"]]) == "a,b\r\n-53,'-1\r\n"
