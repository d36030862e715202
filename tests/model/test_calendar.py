from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from parcli.model.calendar import CalendarFile
from parcli.schedule.vietnam import DayOff, MakeUpDay, YearCorrection

SHIPPED = sorted((Path(__file__).parents[2] / "data" / "calendar").glob("*.yaml"))

YEAR_2026 = {
    "schema": "parcli.calendar/1",
    "year": "2026",
    "official": "true",
    "sources": ["Văn bản 12729/VPCP-KGVX"],
    "days_off": [{"date": "2026-01-02", "name": "Nghỉ hoán đổi", "note": "làm bù 10/01"}],
    "worked": [{"date": "2026-01-10", "for": "2026-01-02"}],
    "removed": ["2026-02-16"],
}


def test_a_file_is_a_correction_of_plain_values() -> None:
    assert CalendarFile.model_validate(YEAR_2026).correction() == YearCorrection(
        days_off=(DayOff(date(2026, 1, 2), "Nghỉ hoán đổi"),),
        worked=(MakeUpDay(date(2026, 1, 10), date(2026, 1, 2), ""),),
        removed=(date(2026, 2, 16),),
        official=True,
        sources=("Văn bản 12729/VPCP-KGVX",),
    )


def test_what_is_left_out_corrects_nothing() -> None:
    bare = CalendarFile.model_validate({"schema": "parcli.calendar/1", "year": "2027"})

    assert bare.correction() == YearCorrection()


@pytest.mark.parametrize(
    ("change", "place", "problem"),
    [
        ({"schema": "parcli.directive/1"}, ("schema",), "literal_error"),
        ({"weather": "rain"}, ("weather",), "extra_forbidden"),
        ({"removed": ["1771200000"]}, ("removed", 0), "calendar_day"),
        ({"removed": ["16/02/2026"]}, ("removed", 0), "calendar_day"),
        ({"removed": ["2026-02-30"]}, ("removed", 0), "date_from_datetime_parsing"),
        ({"removed": ["2025-02-16"]}, ("removed",), "calendar_other_year"),
        ({"removed": ["2026-02-16", "2026-02-16"]}, ("removed",), "calendar_day_twice"),
        ({"removed": ["2026-01-02"]}, ("removed",), "calendar_day_twice"),
        (
            {"days_off": [{"date": "2026-01-02", "name": ""}]},
            ("days_off", 0, "name"),
            "string_too_short",
        ),
        ({"worked": [{"date": "2026-01-09"}]}, ("worked", 0, "date"), "calendar_not_weekend"),
    ],
)
def test_a_wrong_file_says_where(
    change: dict[str, Any], place: tuple[str | int, ...], problem: str
) -> None:
    with pytest.raises(ValidationError) as raised:
        CalendarFile.model_validate(YEAR_2026 | change)

    assert [(error["loc"], error["type"]) for error in raised.value.errors()] == [(place, problem)]


def test_a_wrong_year_does_not_blame_the_days() -> None:
    with pytest.raises(ValidationError) as raised:
        CalendarFile.model_validate(YEAR_2026 | {"year": "hai nghìn"})

    assert [error["loc"] for error in raised.value.errors()] == [("year",)]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_the_shipped_years_are_sound(path: Path) -> None:
    plain = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506  text only

    calendar = CalendarFile.model_validate(plain)

    assert str(calendar.year) == path.stem
    assert calendar.official
    assert {entry.instead_of for entry in calendar.worked} <= {
        entry.date for entry in calendar.days_off
    }


def test_every_key_is_explained() -> None:
    schema = CalendarFile.model_json_schema()
    records = [schema, *schema["$defs"].values()]

    assert all("description" in key for record in records for key in record["properties"].values())
