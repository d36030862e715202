"""What is said to stand at a place of the directive is not in the words there.

`at:` of a citation leads to the sentence that cites the document's number, `at:` of an erratum to
the words as they are read (`read`). Where the number or reading is elsewhere or nowhere, the place
was mistyped, or the text never mended.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.registry.inspection.inspected import Inspected

CODE = "PAR316"
SEVERITY = Severity.WARNING
_MESSAGE = N_("“{words}” is not in the words of {at}.")
_HINT = N_("Compare the place with the document; the words stand at {near}.")
_NOWHERE = N_("Mend the words of the text as they are read, or the reading here.")


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """Each citation with a number, and each erratum, whose place does not have it.

    Places that do not exist, and numbers that stand nowhere, are told by rules of their own.
    """
    model = file.model
    # The lines of legal bases may be in the citations alone.
    quoted = [
        ("citations", n, each.at, each.number)
        for n, each in enumerate(model.citations)
        if each.role != "basis" or each.at != "opening"
    ]
    quoted += [("errata", n, each.at, each.read) for n, each in enumerate(model.errata)]
    places = _places(file) if quoted else {}
    for key, n, at, words in quoted:
        if not at or not words:
            continue
        there = _words_at(file, places, at)
        if there is None or words in there or one_line(words) in one_line(there):
            continue
        near = _slug_with(file, words)
        if near or key == "errata":
            hint = _HINT if near else _NOWHERE
            path = (key, n, "at")
            yield file.found(CODE, path, _MESSAGE, hint, words=words, at=at, near=near)


def _places(file: Inspected) -> dict[str, list[object]]:
    """The sections and tasks by id; two share one where the document repeats a number."""
    places: dict[str, list[object]] = {}
    for part in file.parts:
        if part.slug:
            places.setdefault(".".join(part.slug), []).append(part.item)
    for placed in file.tasks:
        places.setdefault(placed.slug, []).append(placed.task)
    return places


def _words_at(file: Inspected, places: dict[str, list[object]], at: str) -> str | None:
    """Everything written at a place, parts inside it included; None for an unknown place."""
    head = at.partition(".")[0]
    if head in type(file.model).model_fields:
        return _words(getattr(file.model, head)) or None
    if at in places:
        return "\n".join(map(_words, places[at]))
    place, _dot, field = at.rpartition(".")
    fields = [_words(getattr(item, field, "")) for item in places.get(place, ())]
    return "\n".join(fields) if fields else None


def _slug_with(file: Inspected, words: str) -> str:
    """The first place of the directive that has the words; empty for none."""
    for key in ("opening", "closing", "subject"):
        if words in (getattr(file.model, key) or ""):
            return key
    tasks = (placed.slug for placed in file.tasks if words in _words(placed.task))
    return next(tasks, "") or next(
        (".".join(part.slug) for part in file.parts if part.slug and words in _words(part.item)), ""
    )


def _words(value: object) -> str:
    """All texts in a value, one after the other."""
    if isinstance(value, str):
        return value
    if hasattr(value, "model_fields_set"):
        return "\n".join([_words(each) for each in vars(value).values()])
    if isinstance(value, (list, tuple)):
        return "\n".join(map(_words, value))
    return "\n".join(map(_words, value.values())) if isinstance(value, dict) else ""
