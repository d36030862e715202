"""A target's words and its figures disagree.

`text` is what the document prints, `compare`, `value`, `unit`, `change`, `baseline` and `by` are
the same in figures. What units did is measured with the figures, so a wrong one tells an office
that it met a target which it missed.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.registry.inspection.target_reading import (
    figures_in,
    says_none,
    speaks_of_faults,
    worded_figures,
    years_in,
)
from parcli.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.model.directive import Target
    from parcli.registry.inspection.document_parts import DataPath
    from parcli.registry.inspection.inspected import Inspected
    from parcli.registry.inspection.target_reading import Said

CODE = "PAR601"
SEVERITY = Severity.ERROR
_VALUE = N_("The words state {said}, the value is {value}.")
_NO_FIGURE = N_("The value is {value}, but the words state no figure.")
_NO_VALUE = N_("The words state {said}, but the target has no value.")
_COMPARE = N_("The words say “{said}”, the comparison is “{compare}”.")
_NO_COMPARE = N_("The target has a value, but no comparison.")
_UNIT = N_("The unit “{unit}” is not in the words of the target.")
_NO_UNIT = N_("The words state {said}, but the target has no unit.")
_CHANGE = N_("The words do not speak of such a change: “{change}”.")
_BASELINE = N_("The baseline “{baseline}” is not in the words of the target.")
_YEAR = N_("The words name {said}, the target is to be met by {by}.")
_HINT = N_("Compare the figures with the words, and both with the document.")
_WAYS = {"increase": ("tang", "cao hon", "nang"), "decrease": ("giam", "thap hon", "cat")}

_PERCENT = ("%", "phần trăm")

_Problem = tuple[str, str, tuple[tuple[str, str], ...]]


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """Each figure of a target that its own words do not bear out."""
    for path, _slug, task, _part in file.tasks:
        for n, target in enumerate(task.targets):
            problems = _problems(
                target.text, target.compare, target.value, target.unit, target.change,
                target.baseline, target.by,
            )  # fmt: skip
            if not problems or _is_told_already(file, (*path, "targets", n), target):
                continue
            for field, message, values in problems:
                place = (*path, "targets", n, field)
                yield file.found(CODE, place, message, _HINT, severity=SEVERITY, **dict(values))


def _is_told_already(file: Inspected, path: DataPath, target: Target) -> bool:
    """Whether a figure was left out since it cannot be one, which is an error of its own."""
    missing = [key for key in ("compare", "value") if getattr(target, key) is None]
    return bool(missing) and any(file.written(path).get(key) for key in missing)


@lru_cache(maxsize=8192)
def _problems(
    words: str,
    compare: str | None,
    value: float | None,
    unit: str | None,
    change: str | None,
    baseline: str | None,
    by: str | None,
) -> tuple[_Problem, ...]:
    found = [*_value_problems(words, value, compare, change, unit)]
    if unit and unit not in _PERCENT and folded(unit) not in folded(words):
        found.append(("unit", _UNIT, (("unit", unit),)))
    if change and not any(way in folded(words) for way in _WAYS[change]):
        found.append(("change", _CHANGE, (("change", change),)))
    if baseline and folded(baseline) not in folded(words):
        found.append(("baseline", _BASELINE, (("baseline", baseline),)))
    years = years_in(words)
    if by and years and int(by[:4]) not in years:
        said = ", ".join(map(str, sorted(years)))
        found.append(("by", _YEAR, (("said", said), ("by", by))))
    return tuple(found)


def _value_problems(
    words: str, value: float | None, compare: str | None, change: str | None, unit: str | None
) -> Iterator[_Problem]:
    figures = figures_in(words)
    shown = ", ".join(f"{f.value:.15g}{'%' if f.percent else ''}" for f in figures)
    if value is None:
        if figures and figures[0].percent:
            yield "text", _NO_VALUE, (("said", shown),)
        return
    said = [figure for figure in figures if abs(figure.value - value) < 1e-9]
    said = said or [
        figure
        for figure in worded_figures(words)
        if figure.value == value and figure.percent == (unit in _PERCENT)
    ]
    if compare is None:
        yield "value", _NO_COMPARE, ()
    if not said:
        if value == 0 and says_none(words):
            if compare not in (None, "=", "<="):
                yield "compare", _COMPARE, (("said", "="), ("compare", compare or ""))
            return
        message = _VALUE if figures else _NO_FIGURE
        yield "value", message, (("said", shown), ("value", f"{value:.15g}"))
        return
    if unit is None and any(figure.percent for figure in said):
        yield "value", _NO_UNIT, (("said", shown),)
    elif all(figure.percent != (unit in _PERCENT) for figure in said):
        yield "unit", _UNIT, (("unit", unit or ""),)
    if compare and not any(_fits(compare, f, words, change) for f in said):
        words_for = said[0].compare or ("<=" if said[0].rank else "=")
        yield "compare", _COMPARE, (("said", words_for), ("compare", compare))


def _fits(compare: str, said: Said, words: str, change: str | None) -> bool:
    """Whether a comparison may stand for the words; a bare figure is one to reach or to keep to."""
    if said.compare:
        return compare == said.compare
    if said.rank:
        return compare in ("<=", "=")
    if compare == "<=":
        return change == "decrease" or speaks_of_faults(words)
    return compare in (">=", "=")
