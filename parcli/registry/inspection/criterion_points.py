"""The points of a dimension's criteria do not add up to the dimension's.

Maximum points are only ever typed in from the decision that applies; a sum that differs means a
figure was misread. Where some are not known, nothing is added up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.diagnostics import Severity
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.registry.inspection.inspected import Inspected

CODE = "PAR604"
SEVERITY = Severity.WARNING
_MESSAGE = N_("The criteria of {number} have {sum} points together, the dimension has {points}.")
_HINT = N_("Compare with the decision that sets the points.")
_ROUNDING = 0.005


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """Each dimension with points whose criteria all have some, and another sum."""
    for n, dimension in enumerate(file.model.dimensions):
        points = [criterion.max_points for criterion in dimension.criteria]
        if dimension.max_points is None or not points or None in points:
            continue
        total = sum(points)
        if abs(total - dimension.max_points) > _ROUNDING:
            yield file.found(
                CODE, ("dimensions", n, "max_points"), _MESSAGE, _HINT,
                number=dimension.number, sum=f"{total:g}", points=f"{dimension.max_points:g}",
            )  # fmt: skip
