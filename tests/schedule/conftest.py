"""The calendar of Vietnamese offices as this registry ships it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from parcli.model.calendar import CalendarFile
from parcli.schedule.vietnam import public_holidays
from parcli.schedule.working_days import WorkingCalendar, YearOff

SHIPPED = Path(__file__).parents[2] / "data" / "calendar"


def load_year(year: int) -> YearOff:
    path = SHIPPED / f"{year}.yaml"
    if not path.exists():
        return public_holidays(year)
    plain = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506  text only
    return public_holidays(year, CalendarFile.model_validate(plain).correction())


@pytest.fixture(scope="session")
def calendar() -> WorkingCalendar:
    return WorkingCalendar(load_year)
