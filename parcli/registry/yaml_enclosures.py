"""Quotes and brackets that a YAML parser misses late, or finds where none belong.

Each is looked for in the lines around the parser's error.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import yaml

from parcli.language import N_
from parcli.registry.yaml_slip import Place, Slip, begun_at

if TYPE_CHECKING:
    from collections.abc import Sequence

_QUOTE = (
    N_("The quotation mark that opens here is closed nowhere, or lines below."),
    N_("Write the same quotation mark at the end of the text."),
)
_INNER_QUOTE = (
    N_("This quotation mark ends the text, and more words follow it."),
    N_("Inside quotes write “ and ”, or put the whole text in single quotes."),
)
_CLOSES_NOTHING = (N_("This “{mark}” closes nothing."), N_("Remove it."))
OPEN_LIST = (
    N_("A list in [ ] is not closed, or a comma is missing."),
    N_("Write “]” at its end, and a comma between its items."),
)
OPEN_MAPPING = (
    N_("A mapping in {{ }} is not closed, or a comma is missing."),
    N_("Write “}” at its end, and a comma between its keys."),
)
_OPEN = {"while parsing a flow sequence": OPEN_LIST, "while parsing a flow mapping": OPEN_MAPPING}
_KEY_LINE = re.compile(r"[ ]*(?:- +)*[A-Za-z_][\w.-]*:(?:\s|$)")


def enclosure_slip(
    error: yaml.YAMLError, text: str, lines: Sequence[str], loader: Any
) -> Slip | None:
    """The quotation mark or bracket behind an error; None where it is another's.

    `lines` are those of `text` up to the error.
    """
    problem = str(getattr(error, "problem", ""))
    mark: Any = error.problem_mark  # type: ignore[attr-defined]  # the caller saw it there
    noticed = (mark.line + 1, mark.column + 1)
    return (
        _open_quote(error, noticed, text, loader)
        or _closes_nothing(problem, noticed, lines)
        or _inner_quote(problem, noticed, lines)
        or _open_bracket(error, noticed, lines)
    )


def _open_quote(error: yaml.YAMLError, noticed: Place, text: str, loader: Any) -> Slip | None:
    """The quotation mark whose text runs over line ends up to the error."""
    begun = begun_at(error, "while scanning a quoted scalar")
    if begun is None:
        with suppress(yaml.YAMLError):
            for token in yaml.scan(text, Loader=loader):
                if _quotes(token) and token.end_mark.line + 1 == noticed[0]:
                    begun = (token.start_mark.line + 1, token.start_mark.column + 1)
    return None if begun is None or begun[0] == noticed[0] else Slip(begun, *_QUOTE)


def _quotes(token: Any) -> bool:
    return getattr(token, "style", None) in ("'", '"')


def _closes_nothing(problem: str, noticed: Place, lines: Sequence[str]) -> Slip | None:
    """A closing bracket at the very place where something else was expected."""
    mark = _from(noticed, lines)[:1]
    if mark not in ("]", "}") or not problem.startswith(("did not find expected", "found unexp")):
        return None
    return Slip(noticed, *_CLOSES_NOTHING, {"mark": mark})


def _inner_quote(problem: str, noticed: Place, lines: Sequence[str]) -> Slip | None:
    """The quotation mark before the words at which the error was noticed: "a "b" c"."""
    after = _from(noticed, lines)
    if not problem.startswith("did not find expected") or not after or after[0] in "'\"":
        return None
    before = lines[-1][: noticed[1] - 1].rstrip()
    return Slip((noticed[0], len(before)), *_INNER_QUOTE) if before.endswith(("'", '"')) else None


def _open_bracket(error: yaml.YAMLError, noticed: Place, lines: Sequence[str]) -> Slip | None:
    """The bracket still open where the error was noticed: at a key of a line below it."""
    for context, told in _OPEN.items():
        begun = begun_at(error, context)
        if begun and begun[0] < noticed[0] and lines and _KEY_LINE.match(lines[-1]):
            return Slip(begun, *told)
    return None


def _from(noticed: Place, lines: Sequence[str]) -> str:
    """The rest of the line from the error on; empty where the text ends before it."""
    return lines[-1][noticed[1] - 1 :] if len(lines) == noticed[0] else ""
