"""A draft's mappings in the key order of the model, so that drafts look like the shipped files."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from parcli.model.directive import (
    Appendix,
    Citation,
    Directive,
    Group,
    ReportingDuty,
    Signature,
    Source,
    Target,
    Task,
)

if TYPE_CHECKING:
    from pydantic import BaseModel

    from parcli.intake.accounting import Ledger

_INNER: dict[str, type[BaseModel]] = {
    "groups": Group,
    "tasks": Task,
    "appendices": Appendix,
    "reports": ReportingDuty,
    "citations": Citation,
    "targets": Target,
    "signature": Signature,
    "source": Source,
}
_KEPT_EMPTY = {"number"}


@cache
def _keys(model: type[BaseModel]) -> tuple[str, ...]:
    return tuple(item.alias or name for name, item in model.model_fields.items())


def ordered(values: dict[str, Any], ledger: Ledger) -> dict[str, Any]:
    """`values` rearranged in place, key by key; unknown keys go under `extra`, empty ones away.

    In place, because claims and doubts point at the mappings.
    """
    _arrange(values, Directive, top=True)
    ledger.doubts = [d for d in ledger.doubts if d.key in d.owner or d.key in ("groups", "issued")]
    return values


def _arrange(values: dict[str, Any], model: type[BaseModel], *, top: bool = False) -> None:
    known = _keys(model)
    stray = {key: values.pop(key) for key in list(values) if key not in known}
    stray = {key: value for key, value in stray.items() if value}
    if stray:
        values.setdefault("extra", {}).update(stray)
    for key in known:
        if key not in values:
            continue
        value = values.pop(key)
        if value in (None, "", [], {}) and not (top and key in _KEPT_EMPTY) and key != "from":
            continue
        inner = _INNER.get(key)
        if inner is not None:
            for each in value if isinstance(value, list) else [value]:
                _arrange(each, inner)
        values[key] = value
