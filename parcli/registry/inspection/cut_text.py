"""The text of a task, target or section breaks off in the middle of a sentence.

It ends in a word that something must follow (“và”, “của”, “các”): the rest was left behind when the
text was copied, or went into the next entry. An item of a list may end in “; và”.
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

CODE = "PAR721"
SEVERITY = Severity.WARNING
_MESSAGE = N_("The text breaks off after “{word}”.")
_HINT = N_("Copy the rest of the sentence from the document.")
# No word that may close a sentence as well: “kèm theo”, “chứng từ”, “nêu trên”, “hiện tại”.
_WORDS = ("và", "hoặc", "của", "các", "những", "với", "nhằm", "để")
_ENDS = tuple(f" {word}" for word in _WORDS)
_OPEN = re.compile(rf"[^\s;,] ({'|'.join(_WORDS)})\Z")


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """Each task, target and section's text that ends so."""
    for placed in file.tasks:
        text = placed.task.text or placed.task.title
        if text and text.endswith(_ENDS):
            key = "text" if placed.task.text else "title"
            yield from _cut(file, (*placed.path, key), text)
        for n, target in enumerate(placed.task.targets):
            if target.text.endswith(_ENDS):
                yield from _cut(file, (*placed.path, "targets", n, "text"), target.text)
    for part in file.parts:
        text = getattr(part.item, "text", None) if part.slug else None
        if text and text.endswith(_ENDS):
            yield from _cut(file, (*part.path, "text"), text)


def _cut(file: Inspected, path: tuple[str | int, ...], text: str) -> Iterator[Diagnostic]:
    found = _OPEN.search(text, len(text) - 12) if len(text) > 12 else None
    if found:
        yield file.found(CODE, path, _MESSAGE, _HINT, word=found[1])
