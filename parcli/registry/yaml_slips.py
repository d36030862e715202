"""Slips of the hand that a YAML parser notices late or names by their effect.

Each is looked for in the lines around the parser's error; the first that is found is told.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from parcli.language import N_
from parcli.registry.yaml_enclosures import enclosure_slip
from parcli.registry.yaml_slip import Place, Slip, begun_at

if TYPE_CHECKING:
    import yaml

_MERGE = (
    N_("This line marks an unfinished merge."),
    N_("Keep one of the two versions and remove the lines <<<<<<<, ======= and >>>>>>>."),
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
_NO_DASH_SPACE = (
    N_("A space is missing after this “-”."),
    N_("Write each item as “- …”: a hyphen and a space."),
)
_WIDE_COLON = (N_("This “：” is no “:”."), N_("Write “key: value”, with a space after the “:”."))
NO_COLON = (
    N_("A “:” is missing after this key."),
    N_("Write “key: value”, with a space after the “:”."),
)
_COLON_IN_TEXT = (
    N_("This text has “: ” in it, so YAML takes “{word}” for a key."),
    N_("Put the text in quotes."),
)
_TAB = (N_("This line is indented with a tab."), N_("Indent with spaces."))
_TAB_INSIDE = (N_("A tab stands here."), N_("Write an ordinary blank."))
_ODD_BEGINNING = (N_("“{mark}” cannot begin a text without quotes."), N_("Put the text in quotes."))
_FENCE = (
    N_("This line marks code in a letter or a web page; it is no YAML."),
    N_("Remove the lines with ``` around the data."),
)
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
_ITEM_WITHOUT_SPACE = re.compile(r"[ ]*-(?=[^\W_])")
_WORDS_ALONE = re.compile(r"[ ]*(?:- +)*[^\W\d_][^:#\"'\[\]{}]*$")
# No-break, en quad to hair space, narrow no-break, ideographic space.
_ODD_SPACE = "\u00a0\u2000-\u200a\u202f\u3000"
_ODDLY_INDENTED = re.compile(rf"[ \t]*[{_ODD_SPACE}][ \t{_ODD_SPACE}]*(?:- |[\w-]+:)")
_SHOWN = 60
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
        or enclosure_slip(error, text, lines, loader)
        or _odd_beginning(problem, noticed, lines)
        or _no_space(problem, begun, lines)
        or _no_space_after_dash(problem, lines)
        or _block_text(problem, begun, lines)
        or _no_colon(problem, begun, lines)
        or _colon_in_text(problem, noticed, lines)
        or _text_and_more(problem, lines)
    )


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


def _odd_beginning(problem: str, noticed: Place, lines: list[str]) -> Slip | None:
    """A character that can begin no value: a tab, “@”, “%”, “`”."""
    if not problem.startswith(("found character that cannot", "found a tab character")):
        return None
    line = lines[-1] if len(lines) == noticed[0] else ""
    before, after = line[: noticed[1] - 1], line[noticed[1] - 1 :]
    if after.startswith("```") and not before.strip():
        return Slip(noticed, *_FENCE)
    if after.startswith("\t"):
        return Slip(noticed, *(_TAB_INSIDE if before.strip() else _TAB))
    return Slip(noticed, *_ODD_BEGINNING, {"mark": after[:1]}) if after else None


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


def _no_space_after_dash(problem: str, lines: list[str]) -> Slip | None:
    """“-item”, on the line of the error or the one above, whose text that line then continues."""
    problems = ("mapping values are", "could not find expected ':'", "did not find")
    if not problem.startswith(problems):
        return None
    for number in (len(lines), _filled_above(lines)):
        found = _ITEM_WITHOUT_SPACE.match(lines[number - 1]) if number else None
        if number and found:
            return Slip((number, found.end()), *_NO_DASH_SPACE)
    return None


def _no_colon(problem: str, begun: Place, lines: list[str]) -> Slip | None:
    """“key value” or “key：value”: told there, or by the key below whose line it runs into."""
    if problem.startswith("could not find expected ':'"):
        number: int | None = begun[0]
        column = begun[1]
    elif problem.startswith("mapping values are not allowed") and _may_be_a_key(lines[-1]):
        number, column = _filled_above(lines), _indent(lines[-1]) + 1
    else:
        return None
    line = lines[number - 1] if number else ""
    if "：" in line:
        return Slip((number or 1, line.index("：") + 1), *_WIDE_COLON)
    if not _WORDS_ALONE.match(line) or _indent(line) + 1 != column:
        return None
    return Slip((number or 1, column), *NO_COLON)


def _colon_in_text(problem: str, noticed: Place, lines: list[str]) -> Slip | None:
    """“key: words: more”: the second “: ” on the line."""
    found = _KEY_WITH_TEXT.match(lines[-1]) if lines else None
    if not problem.startswith("mapping values are not allowed") or not found:
        return None
    word = lines[-1][found.start("text") : noticed[1] - 1]
    shown = word if len(word) <= _SHOWN else f"{word[: _SHOWN - 1]}…"
    return Slip(noticed, *_COLON_IN_TEXT, {"word": shown}) if word else None


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


def _may_be_a_key(line: str) -> bool:
    """Whether no text from above runs on in the line: a key by its look, or not indented."""
    return not line.startswith(" ") or _KEY_LINE.match(line) is not None


def _filled_above(lines: list[str]) -> int | None:
    """The number of the last line above the last one that is not blank."""
    return next((n for n in range(len(lines) - 1, 0, -1) if lines[n - 1].strip()), None)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
