"""The list of recipients (nơi nhận) does not close with the archive's line.

Its last line is “Lưu: VT, <drafting unit>” (NĐ 30/2020/NĐ-CP Phụ lục I, phần I, mục II.9): it says
where the original is kept and who drafted it. Many offices write “Lưu: VT” alone; those of the
Party, which follow rules of their own, often “Lưu Văn phòng”. Both are taken for that line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.diagnostics import Severity
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.registry.inspection.inspected import Inspected

CODE = "PAR711"
SEVERITY = Severity.WARNING
_MESSAGE = N_("The last recipient is “{last}”, not “Lưu: VT, …”.")
_HINT = N_("Compare with the document: the last line names the archive and the drafting unit.")
_ARCHIVES = ("VT", "VP", "Văn thư", "văn thư", "Văn phòng", "văn phòng")


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """A list whose last entry names no archive; no list at all is another matter."""
    listed = file.model.recipients
    if not listed or len(listed) < len(file.written(("recipients",))):  # the last may be lost
        return
    last = listed[-1]
    kept = last.removeprefix("-").strip()
    if not (kept.startswith("Lưu") and any(archive in kept for archive in _ARCHIVES)):
        yield file.found(CODE, ("recipients", len(listed) - 1), _MESSAGE, _HINT, last=last)
