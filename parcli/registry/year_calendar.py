"""The working days of a registry: public holidays corrected, each year worked out once."""

from __future__ import annotations

import json
import sqlite3
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Any

from parcli.schedule.working_days import WorkingCalendar, YearOff

if TYPE_CHECKING:
    from parcli.registry.compiled.store import Index
    from parcli.schedule.vietnam import YearCorrection


def working_calendar(index: Index) -> WorkingCalendar:
    """The calendar of the registry's office; years are worked out when first asked for."""
    return WorkingCalendar(lambda year: _year(index, year))


def _year(index: Index, year: int) -> YearOff:
    sql = "SELECT days FROM calendar_year WHERE year = ?"
    row = index.db.execute(sql, (year,)).fetchone()
    return _read(year, json.loads(row[0])) if row else _worked_out(index, year)


def _worked_out(index: Index, year: int) -> YearOff:
    from parcli.schedule.vietnam import public_holidays  # noqa: PLC0415  only for a new year

    found = public_holidays(year, _correction(index, year))
    with suppress(sqlite3.OperationalError):  # a folder that cannot be written: worked out again
        sql = "INSERT OR REPLACE INTO calendar_year VALUES (?, ?)"
        index.db.execute(sql, (year, json.dumps(_written(found), ensure_ascii=False)))
    return found


def _correction(index: Index, year: int) -> YearCorrection | None:
    sql = "SELECT correction FROM calendar_file WHERE year = ?"
    row = index.db.execute(sql, (year,)).fetchone()
    if row is None:
        return None
    from parcli.model.calendar import CalendarFile  # noqa: PLC0415  only for a new year

    return CalendarFile.model_validate_json(row[0]).correction()


def _written(year: YearOff) -> dict[str, Any]:
    return {
        "official": year.official,
        "off": {day.isoformat(): name for day, name in year.days_off.items()},
        "worked": {d.isoformat(): w.isoformat() if w else None for d, w in year.worked.items()},
    }


def _read(year: int, written: dict[str, Any]) -> YearOff:
    day = date.fromisoformat
    return YearOff(
        year=year,
        days_off={day(d): name for d, name in written["off"].items()},
        worked={day(d): day(w) if w else None for d, w in written["worked"].items()},
        official=written["official"],
    )
