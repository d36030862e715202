"""Long lists of units in short: "10 phòng ban, 6 phường, 10 xã"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.language import _, ngettext
from parcli.reporting.unit_kinds import UNIT_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

_FOLD_ABOVE = 2
_OTHER = "other"
# Where there are phòng, Văn phòng and Thanh tra stand among "các phòng, ban".
_COUNTS_AS = {"van-phong": "phong", "thanh-tra": "phong"}


def counted_units(units: Iterable[tuple[str, str | None]]) -> str:
    """Names of one or two units; of more, how many of each kind. Units come as name and kind."""
    listed = list(units)
    if len(listed) <= _FOLD_ABOVE:
        return ", ".join(name or _("no unit named") for name, _kind in listed)
    among = {kind for _name, kind in listed}
    kinds = [_counts_as(kind, among) for _name, kind in listed]
    if set(kinds) == {_OTHER}:
        return ngettext("{count} unit", "{count} units", len(kinds)).format(count=len(kinds))
    counts = {kind: kinds.count(kind) for kind in (*UNIT_KINDS, _OTHER) if kind in kinds}
    return ", ".join(_counted(kind, count).format(count=count) for kind, count in counts.items())


def _counts_as(kind: str | None, among: set[str | None]) -> str:
    wider = _COUNTS_AS.get(kind or "")
    counted = wider if wider and wider in among else kind
    return counted if counted in UNIT_KINDS else _OTHER


def _counted(kind: str, count: int) -> str:
    if kind == _OTHER:
        return ngettext("{count} other unit", "{count} other units", count)
    return UNIT_KINDS[kind].counted(count)
