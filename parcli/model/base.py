"""Types that several file kinds share: ids, dates as precise as the document, validity."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from parcli.errors import BadPeriod
from parcli.schedule.periods import Period, Span

DATE_SPANS = (Span.YEAR, Span.MONTH, Span.DAY)


class Record(BaseModel):
    """A mapping of a registry file: no unknown keys, never changed after reading."""

    # Built when first used: a command that reads directives alone pays for no other file kind.
    model_config = ConfigDict(extra="forbid", frozen=True, str_min_length=1, defer_build=True)


# Default factories. For `list` and `dict` themselves pydantic parses the text of their signatures,
# anew for each field: a third of the time in which the models are built.


def no_items() -> list[Any]:
    """A new empty list."""
    return []


def no_keys() -> dict[str, Any]:
    """A new empty mapping."""
    return {}


def _real_date(text: str) -> str:
    try:
        period = Period.parse(text)
    except BadPeriod:
        raise PydanticCustomError("date", "not a date") from None
    if period.span not in DATE_SPANS:
        raise PydanticCustomError("date", "not a date")
    return text


def _real_period(text: str) -> str:
    try:
        return str(Period.parse(text))
    except BadPeriod:
        raise PydanticCustomError("period", "not a period") from None


# What a pattern can say of days that exist; 29 February of the years without one passes.
MONTH_PATTERN = r"(0[1-9]|1[0-2])"
DAY_PATTERN = (
    r"((0[13578]|1[02])-(0[1-9]|[12]\d|3[01])|(0[469]|11)-(0[1-9]|[12]\d|30)"
    r"|02-(0[1-9]|[12]\d))"
)

Id = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9]+(?:[-.][a-z0-9]+)*$", max_length=80, min_length=1)
]
Text = str
# A cell of a printed table may be empty.
Cell = Annotated[str, StringConstraints(min_length=0)]
# A name is compared with every unit's, word by word: nobody has one as long as a page.
UnitName = Annotated[str, StringConstraints(max_length=1000)]
PartialDate = Annotated[
    str,
    AfterValidator(_real_date),
    WithJsonSchema({"type": "string", "pattern": rf"^\d{{4}}(-({MONTH_PATTERN}|{DAY_PATTERN}))?$"}),
]
PeriodName = Annotated[
    str,
    AfterValidator(_real_period),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": r"^\d{4}(-(H[12]|Q[1-4]|9M|W(0[1-9]|[1-4]\d|5[0-3])|"
            rf"{MONTH_PATTERN}|{DAY_PATTERN}))?$",
        }
    ),
]


class Validity(Record):
    """The days on which something holds, first and last included; an open side is absent."""

    from_: PartialDate | None = Field(
        None, alias="from", description="Từ ngày (năm, tháng hoặc ngày)"
    )
    until: PartialDate | None = Field(None, description="Đến hết ngày (năm, tháng hoặc ngày)")
