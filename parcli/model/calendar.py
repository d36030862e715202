"""A year's calendar file: what the announced days off add to or change in the computed ones."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from parcli.language import N_
from parcli.model.base import Record, Text
from parcli.schedule.vietnam import DayOff, MakeUpDay, YearCorrection

_SATURDAY = 6
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def _written_as_day(value: Any) -> Any:
    """Text only where it is a day written in full; pydantic reads "1714780800" as one too."""
    if isinstance(value, str) and not _ISO_DAY.fullmatch(value):
        raise PydanticCustomError("calendar_day", N_("A day is written like 2024-05-04."))
    return value


def _on_weekend(day: date) -> date:
    if day.isoweekday() < _SATURDAY:
        raise PydanticCustomError(
            "calendar_not_weekend",
            N_("{day} is no Saturday or Sunday, so it makes up for nothing."),
            {"day": day.isoformat()},
        )
    return day


IsoDay = Annotated[date, BeforeValidator(_written_as_day)]
WeekendDay = Annotated[IsoDay, AfterValidator(_on_weekend)]


class DayOffEntry(Record):
    """A day off that the computed calendar lacks or names differently."""

    date: IsoDay = Field(description="Ngày nghỉ, viết theo dạng 2026-01-02.")
    name: Text = Field(description="Tên ngày nghỉ.")
    note: Text | None = Field(default=None, description="Ghi chú, ví dụ ngày làm bù.")


class WorkedEntry(Record):
    """A Saturday or Sunday worked to make up for a day off."""

    date: WeekendDay = Field(description="Ngày thứ Bảy hoặc Chủ nhật phải đi làm bù.")
    instead_of: IsoDay | None = Field(
        default=None, alias="for", description="Ngày nghỉ được làm bù bằng ngày này."
    )
    note: Text | None = Field(default=None, description="Văn bản quy định việc hoán đổi.")


_Days = tuple[DayOffEntry, ...] | tuple[WorkedEntry, ...] | tuple[date, ...]


def _days(entries: _Days) -> list[date]:
    return [entry if isinstance(entry, date) else entry.date for entry in entries]


class CalendarFile(Record):
    """One file of data/calendar."""

    schema_: Literal["parcli.calendar/1"] = Field(
        alias="schema", description="Loại tệp: lịch ngày nghỉ của một năm, phiên bản 1."
    )
    year: int = Field(ge=1900, le=2200, description="Năm của lịch.")
    official: bool = Field(
        default=False,
        description="true khi lịch nghỉ cả năm đã được công bố; false khi còn là dự kiến.",
    )
    sources: tuple[Text, ...] = Field(
        default=(), description="Các văn bản công bố lịch nghỉ, hoán đổi ngày làm việc."
    )
    days_off: tuple[DayOffEntry, ...] = Field(
        default=(), description="Ngày nghỉ thêm ngoài các ngày lễ, tết chương trình tự tính."
    )
    worked: tuple[WorkedEntry, ...] = Field(
        default=(), description="Ngày thứ Bảy, Chủ nhật đi làm bù."
    )
    removed: tuple[IsoDay, ...] = Field(
        default=(), description="Ngày chương trình tính là ngày lễ nhưng thực tế vẫn làm việc."
    )

    @field_validator("days_off", "worked", "removed")
    @classmethod
    def _each_day_once_and_of_the_year(cls, entries: _Days, info: ValidationInfo) -> _Days:
        year = info.data.get("year")
        seen = {day for name in ("days_off", "worked") for day in _days(info.data.get(name, ()))}
        for day in _days(entries):
            if year is not None and day.year != year:
                raise PydanticCustomError(
                    "calendar_other_year",
                    N_("{day} is not in {year}, the year of this file."),
                    {"day": day.isoformat(), "year": year},
                )
            if day in seen:
                raise PydanticCustomError(
                    "calendar_day_twice",
                    N_("{day} stands more than once in this file."),
                    {"day": day.isoformat()},
                )
            seen.add(day)
        return entries

    def correction(self) -> YearCorrection:
        """The plain values that `schedule.vietnam.public_holidays` takes."""
        return YearCorrection(
            days_off=tuple(DayOff(entry.date, entry.name) for entry in self.days_off),
            worked=tuple(
                MakeUpDay(entry.date, entry.instead_of, entry.note or "") for entry in self.worked
            ),
            removed=self.removed,
            official=self.official,
            sources=self.sources,
        )
