"""Slips of the hand that a YAML parser notices late or names by their effect.

Each is looked for in the lines around the parser's error; the first that is found is told.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

Place = tuple[int, int]


class Slip(NamedTuple):
    """Where it is (line and column from 1), what is wrong with its fields, and what to do."""

    place: Place
    message: str
    hint: str
    values: Mapping[str, object] = {}


_MERGE = (
    N_("This line marks an unfinished merge."),
    N_("Keep one of the two versions and remove the lines <<<<<<<, ======= and >>>>>>>."),
)
_QUOTE = (
    N_("The quotation mark that opens here is closed nowhere, or lines below."),
    N_("Write the same quotation mark at the end of the text."),
)
_TEXT_AND_MORE = (
    N_("A text stands here and indented lines below it."),
    N_("Remove one of the two, or indent the lines below less."),
)
_TOO_DEEP = (
    N_("This line is indented with {given} spaces, the lines it belongs to with {wanted}."),
    N_("Indent it like them."),
)
NO_BREAK = (
    N_("This line is indented with non-breaking spaces, which YAML takes for letters."),
    N_("Delete what stands before the first letter and type ordinary spaces."),
)
_NO_SPACE = (
    N_("A space is missing after the “:” of “{key}”."),
    N_("Write a space between the “:” and the value."),
)
_CLOSES_NOTHING = (N_("This “{mark}” closes nothing."), N_("Remove it."))
_BLOCK_TEXT = (
    N_("The text below “{mark}” is not indented."),
    N_("Indent it deeper than the key above, by two spaces."),
)

_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?:[ \t].*)?\r?$", re.MULTILINE)
_KEY = r"(?P<before>[ ]*(?:- +)*)(?P<key>[A-Za-z_][\w.-]*):"
_KEY_WITH_TEXT = re.compile(rf"{_KEY}[ \t]+(?P<text>[^\s|>\[{{\"'&*!#])")
_KEY_WITHOUT_SPACE = re.compile(rf"{_KEY}[^\s/]")
_KEY_OF_BLOCK_TEXT = re.compile(rf"{_KEY}[ \t]+(?P<mark>[|>][-+0-9]*)[ \t]*(?:#.*)?$")
_KEY_LINE = re.compile(r"[ ]*[a-z_]+:(?:\s|$)")
# No-break, en quad to hair space, narrow no-break, ideographic space.
_ODD_SPACE = "\u00a0\u2000-\u200a\u202f\u3000"
_ODDLY_INDENTED = re.compile(rf"[ \t]*[{_ODD_SPACE}][ \t{_ODD_SPACE}]*(?:- |[\w-]+:)")
_NEAR = 20  # lines: an odd line farther up was read without complaint


def slip_in(error: yaml.YAMLError, text: str, loader: Any) -> Slip | None:
    """The slip behind a parser's error in `text`; None where the parser's own view must do."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return _merge(text)
    problem, noticed = str(getattr(error, "problem", "")), (mark.line + 1, mark.column + 1)
    lines = text.splitlines()[: noticed[0]]
    begun = begun_at(error, "while scanning a simple key") or noticed
    return (
        _merge(text)
        or _odd_spaces(lines)
        or _open_quote(error, text, loader)
        or _closes_nothing(problem, noticed, lines)
        or _no_space(problem, begun, lines)
        or _block_text(problem, begun, lines)
        or _text_and_more(problem, lines)
    )


def begun_at(error: yaml.YAMLError, context: str) -> Place | None:
    """Where that began in which the error was noticed; None where the parser was at another."""
    mark = getattr(error, "context_mark", None)
    if mark is None or not str(getattr(error, "context", None) or "").startswith(context):
        return None
    return mark.line + 1, mark.column + 1


def _merge(text: str) -> Slip | None:
    """The first mark that git leaves where two versions of a file disagree."""
    found = _CONFLICT.search(text)
    return Slip((text.count("\n", 0, found.start()) + 1, 1), *_MERGE) if found else None


def _odd_spaces(lines: list[str]) -> Slip | None:
    """The last line not far above the error that begins with spaces which are none to YAML."""
    for number in range(len(lines), max(len(lines) - _NEAR, 0), -1):
        if _ODDLY_INDENTED.match(lines[number - 1]):
            return Slip((number, 1), *NO_BREAK)
    return None


def _open_quote(error: yaml.YAMLError, text: str, loader: Any) -> Slip | None:
    """The quotation mark whose text runs over line ends up to the error."""
    noticed = error.problem_mark.line + 1  # type: ignore[attr-defined]  # the caller saw it there
    begun = begun_at(error, "while scanning a quoted scalar")
    if begun is None:
        with suppress(yaml.YAMLError):
            for token in yaml.scan(text, Loader=loader):
                if _quotes(token) and token.end_mark.line + 1 == noticed:
                    begun = (token.start_mark.line + 1, token.start_mark.column + 1)
    return None if begun is None or begun[0] == noticed else Slip(begun, *_QUOTE)


def _quotes(token: Any) -> bool:
    return getattr(token, "style", None) in ("'", '"')


def _closes_nothing(problem: str, noticed: Place, lines: list[str]) -> Slip | None:
    """A closing bracket at the very place where something else was expected."""
    line = lines[-1] if len(lines) == noticed[0] else ""
    mark = line[noticed[1] - 1 : noticed[1]]
    if mark not in ("]", "}") or not problem.startswith(("did not find expected", "found unexp")):
        return None
    return Slip(noticed, *_CLOSES_NOTHING, {"mark": mark})


def _no_space(problem: str, begun: Place, lines: list[str]) -> Slip | None:
    """“key:value”: on the line itself, or on the one above whose text it then continues."""
    if problem.startswith("could not find expected ':'"):
        number: int | None = begun[0]
    elif problem.startswith("mapping values are not allowed"):
        number = _filled_above(lines)
    else:
        return None
    found = _KEY_WITHOUT_SPACE.match(lines[number - 1]) if number else None
    if not number or not found:
        return None
    return Slip((number, found.end("key") + 2), *_NO_SPACE, {"key": found["key"]})


def _block_text(problem: str, begun: Place, lines: list[str]) -> Slip | None:
    """The first line under “key: >-” that is indented no deeper than the key."""
    if not problem.startswith("could not find expected ':'"):
        return None
    above = _filled_above(lines[: begun[0]])
    found = _KEY_OF_BLOCK_TEXT.match(lines[above - 1]) if above else None
    if not found or _indent(lines[begun[0] - 1]) > len(found["before"]):
        return None
    return Slip(begun, *_BLOCK_TEXT, {"mark": found["mark"]})


def _text_and_more(problem: str, lines: list[str]) -> Slip | None:
    """The key above that has a text beside it, and under it the line of the error.

    Where that line is a key, off by a space that no step of indentation has, it is itself the slip.
    """
    if not problem.startswith("mapping values are not allowed") or not lines:
        return None
    indent = _indent(lines[-1])
    for number in range(len(lines) - 1, 0, -1):
        line = lines[number - 1]
        if not line.strip() or _indent(line) >= indent:
            continue
        found = _KEY_WITH_TEXT.match(line)
        if not found:
            return None
        wanted = len(found["before"])
        if (indent - wanted) % 2 and _KEY_LINE.match(lines[-1]):
            values = {"wanted": wanted, "given": indent}
            return Slip((len(lines), indent + 1), *_TOO_DEEP, values)
        return Slip((number, found.start("text") + 1), *_TEXT_AND_MORE)
    return None


def _filled_above(lines: list[str]) -> int | None:
    """The number of the last line above the last one that is not blank."""
    return next((n for n in range(len(lines) - 1, 0, -1) if lines[n - 1].strip()), None)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
