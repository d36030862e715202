"""A reported value does not fit its target.

It belongs to a target that the task does not have, or the task is called done while the value
misses the target.
"""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING

from parcli.checks.finding import Finding
from parcli.checks.reported_values import ReportedValue, reported_values
from parcli.diagnostics import Severity, facts
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.checks.context import Context

CODE = "PAR608"
SEVERITY = Severity.ERROR
_NO_TARGET = N_("{task} has {count} target(s); there is no target {number}.")
_NO_TARGET_HINT = N_("Targets count from 1 in the order of the directive.")
_MISSED = N_("Reported as done with {value}, but the target is {compare} {wanted}: “{words}”.")
_MISSED_HINT = N_("Correct the value or the status; what was missed stays in progress.")
_MEETS = {
    ">=": operator.ge,
    ">": operator.gt,
    "=": operator.eq,
    "<=": operator.le,
    "<": operator.lt,
}


def check(context: Context) -> Iterator[Finding]:
    """Each value without a target; as a warning, each that misses its target on a task done."""
    for each in reported_values(context):
        place = ("tasks", each.task), ("values", each.n)
        values = facts(
            {**each._asdict(), "count": each.targets, "value": f"{each.value:.15g}",
             "wanted": "" if each.wanted is None else f"{each.wanted:.15g}"}
        )  # fmt: skip
        if each.number > each.targets:
            yield Finding(each.file, *place, _NO_TARGET, _NO_TARGET_HINT, values)
        elif each.status == "done" and not _met(each):
            yield Finding(each.file, *place, _MISSED, _MISSED_HINT, values, Severity.WARNING)


def _met(each: ReportedValue) -> bool:
    """Whether the value reaches its target; one without figures is taken at its word."""
    if each.compare is None or each.wanted is None:
        return True
    return bool(_MEETS[each.compare](each.value, each.wanted))
