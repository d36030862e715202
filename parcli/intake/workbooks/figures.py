"""Figures as people write them: "83,94", "85%", "1.234,5", "3 sáng kiến"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from parcli.errors import ParcliError
from parcli.language import N_
from parcli.text import folded, one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

_NUMBER = re.compile(
    r"(?P<sign>[+-]?)(?P<whole>[1-9]\d{0,2}(?:[. ]\d{3})+|\d+)(?:(?P<mark>[.,])(?P<part>\d+))?",
    re.ASCII,
)
_AMBIGUOUS = re.compile(r"[+-]?[1-9]\d{0,2}\.\d{3}", re.ASCII)
_PERCENT = ("%", "phần trăm")
_MOST = Decimal(10) ** 15


class NotAFigure(ParcliError):
    """Words where a figure belongs."""

    exit_code = 2
    message = N_("“{text}” is not a figure.")
    hint = N_("Write digits alone, for example 83,94 or 85%.")


class AmbiguousFigure(NotAFigure):
    """A dot before three digits: thousands, or a fraction."""

    message = N_("“{text}” can be read in two ways.")
    hint = N_("Write thousands without a dot, and fractions with a comma.")


class OtherUnit(NotAFigure):
    """A percentage where the target counts something else, and the like."""

    message = N_("“{text}” is not in the target's unit, {unit}.")
    hint = N_("Write the figure in that unit.")


def figure_of(text: str, unit: str | None) -> float:
    """The figure that `text` means for a target counted in `unit`: "85%" of a "%" target is 85.

    A comma or a single dot begins the fraction, several dots part thousands. Raises NotAFigure,
    AmbiguousFigure or OtherUnit.
    """
    written = one_line(text)
    bare = _without_unit(written, unit)
    if _AMBIGUOUS.fullmatch(bare):
        raise AmbiguousFigure(text=written)
    found = _NUMBER.fullmatch(bare)
    if found is None:
        raise NotAFigure(text=written)
    whole = re.sub(r"[. ]", "", found["whole"])
    value = Decimal(f"{found['sign']}{whole}.{found['part'] or 0}")
    if abs(value) > _MOST:
        raise NotAFigure(text=written)
    return float(value)


def unit_counted_in(target: Mapping[str, Any]) -> str | None:
    """What a target counts in: its unit, else "%" where its words hold one, else None."""
    unit = target.get("unit")
    return str(unit) if unit else "%" if "%" in str(target.get("text", "")) else None


def percentage(value: float, unit: str | None) -> float:
    """A cell's 0.85, shown as 85 %, for a target counted in `unit`. Raises OtherUnit."""
    hundredfold = float(Decimal(repr(value)) * 100)
    if not _is_percent(unit):
        raise OtherUnit(text=f"{hundredfold:g}%", unit=unit or "-")
    return hundredfold


def _without_unit(written: str, unit: str | None) -> str:
    for sign in _PERCENT:
        if written.lower().endswith(sign):
            if not _is_percent(unit):
                raise OtherUnit(text=written, unit=unit or "-")
            return written[: -len(sign)].strip()
    if unit and folded(unit) and folded(written).endswith(" " + folded(unit)):
        return written[: -len(one_line(unit))].strip()
    return written


def _is_percent(unit: str | None) -> bool:
    return unit is not None and (unit.strip() == "%" or unit.strip().lower() == "phần trăm")
