"""The national motto is not in its words.

Above every document stand “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM” and “Độc lập - Tự do - Hạnh phúc”
(NĐ 30/2020/NĐ-CP Phụ lục I, phần II, mục I.1). Dashes, blanks and “HOÀ” make no difference; Party
documents have their own heading.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from parcli.diagnostics import Severity
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.registry.inspection.inspected import Inspected

CODE = "PAR722"
SEVERITY = Severity.WARNING
_MESSAGE = N_("“{written}” is not the wording of “{official}”.")
_HINT = N_("Compare it with the document; if it prints the slip, leave it and say why.")
_LINES = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
_NO_LETTERS = re.compile(r"[\W_]+")
# So alike is a line that is meant to be the official one.
_MEANT = 0.85


def _letters(line: str) -> str:
    return _NO_LETTERS.sub("", line).casefold().replace("hoà", "hòa")


_OFFICIAL = {line: _letters(line) for line in _LINES}


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """Each line of the motto that is nearly the official one."""
    for line in (file.model.motto or "").splitlines():
        letters = _letters(line)
        for official, own in _OFFICIAL.items():
            if (
                letters not in _OFFICIAL.values()
                and SequenceMatcher(None, letters, own).ratio() > _MEANT
            ):
                yield file.found(
                    CODE, ("motto",), _MESSAGE, _HINT, written=line.strip(), official=official
                )
