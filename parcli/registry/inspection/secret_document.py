"""The document is marked MẬT, TỐI MẬT or TUYỆT MẬT.

A registry is shared and kept for ever in git's history: state secrets do not belong in it. parcli
refuses them: neither an ignore comment nor a policy silences this.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from parcli.diagnostics import Severity
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.registry.inspection.inspected import Inspected

CODE = "PAR706"
SEVERITY = Severity.ERROR
_MESSAGE = N_("This document is marked “{mark}”: state secrets do not belong in a registry.")
_HINT = N_("Remove the file, also from git's history, and tell your office's security officer.")
_WORDS = ("MẬT", "Mật", "mật")
# A stamp stands alone: on a line of its own or as a whole value. "bí mật", "bảo mật" do not.
_STAMP = re.compile(
    r"""[ \t]*(?:-[ \t]+)?(?:(?P<key>[^\W\d][\w -]*):[ \t]*)?["'(\[]?"""
    r"""(?P<mark>(?:(?:TUYỆT|TỐI)[ ])?MẬT|(?:Tuyệt|Tối)[ ][Mm]ật|Mật|(?:(?:tuyệt|tối)[ ])?mật)"""
    r"""["')\].]*[ \t]*(?:\#.*)?$""",
    re.MULTILINE,
)


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """Each stamp; in small letters only as the value of a key."""
    if not file.odd_words.secret:
        return
    text = file.source.text
    for word in _WORDS:
        at = text.find(word)
        while at >= 0:
            start = text.rfind("\n", 0, at) + 1
            found = _STAMP.match(text, start)
            if found and (found["key"] or not found["mark"].islower()):
                mark = found["mark"]
                yield file.found_at(
                    CODE, found.start("mark"), _MESSAGE, _HINT, severity=SEVERITY, mark=mark
                )
            end = text.find("\n", at)  # a line has one stamp
            at = text.find(word, end) if end >= 0 else end
