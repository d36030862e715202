"""The appendices are not numbered I, II, III.

Two or more appendices bear Roman numbers (NĐ 30/2020/NĐ-CP Phụ lục I, phần I, mục III.1). Where the
document prints others, they stay as printed: ids are made of them. Where `label` shows that it
prints none (“PHỤ LỤC”), or only others have one, the number is the place of the appendix.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from parcli.diagnostics import Severity
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from parcli.diagnostics import Diagnostic
    from parcli.model.directive import Appendix
    from parcli.registry.inspection.inspected import Inspected

CODE = "PAR713"
SEVERITY = Severity.WARNING
_MESSAGE = N_("The appendices are numbered “{number}”, not in Roman numbers.")
_HINT = N_("Leave it where the document prints it so, with a note why.")
_ROMAN = re.compile(r"[IVXLC]+")


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """The first of several appendices whose number is not Roman."""
    appendices = file.model.appendices
    if len(appendices) < 2:
        return
    for n, appendix in enumerate(appendices):
        roman = not appendix.number or _ROMAN.fullmatch(appendix.number)
        if not roman and _is_printed(appendix, appendices):
            path = ("appendices", n, "number")
            yield file.found(CODE, path, _MESSAGE, _HINT, number=appendix.number)
            return


def _is_printed(appendix: Appendix, appendices: Sequence[Appendix]) -> bool:
    """Whether the printed heading has the number; also where the file keeps no headings."""
    if appendix.label is None:
        return all(other.label is None for other in appendices)
    return str(appendix.number) in re.findall(r"\w+", appendix.label)
