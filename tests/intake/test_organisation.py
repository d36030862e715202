"""Whose document it is: the registry's own organisation, also under its shorter printed name."""

from __future__ import annotations

import sqlite3

import pytest

from parcli.intake.organisation import registered_name, registered_org


@pytest.fixture
def db() -> sqlite3.Connection:
    made = sqlite3.connect(":memory:")
    made.execute("CREATE TABLE organisation (id TEXT, name TEXT)")
    rows = [("so-noi-vu", "Sở Nội vụ tỉnh Lam Sơn"), ("lam-son", "UBND tỉnh Lam Sơn")]
    made.executemany("INSERT INTO organisation VALUES (?, ?)", rows)
    return made


@pytest.mark.parametrize(
    ("issuer", "superior", "org"),
    [
        ("Sở Nội vụ", "Ủy ban nhân dân tỉnh Lam Sơn", "so-noi-vu"),
        ("Sở Nội vụ tỉnh Lam Sơn", None, "so-noi-vu"),
        ("Sở Y tế", "UBND tỉnh Lam Sơn", "lam-son"),
        ("UBND TỈNH LAM SƠN", None, "lam-son"),
    ],
)
def test_superior_completes_the_issuer(
    db: sqlite3.Connection, issuer: str, superior: str | None, org: str
) -> None:
    assert registered_org(db, issuer, superior) == org


def test_the_registrys_spelling(db: sqlite3.Connection) -> None:
    assert registered_name(db, "so-noi-vu", "SỞ NỘI VỤ TỈNH LAM SƠN") == "Sở Nội vụ tỉnh Lam Sơn"
    assert registered_name(db, "so-noi-vu", "Sở Nội vụ") == "Sở Nội vụ"
