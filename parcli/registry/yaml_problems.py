"""What a YAML parser complains of, in plain words."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Any

import yaml

from parcli.language import N_

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml where PyYAML was built with it
_Slip = tuple[tuple[int, int], str]

# The start of libyaml's problem → what a clerk should hear.
_PLAIN = (
    ("mapping values are not allowed", N_("A “:” stands where none can; put the text in quotes.")),
    ("could not find expected ':'", N_("A “:” is missing after this key.")),
    ("did not find expected key", N_("This line is not indented like the lines it belongs to.")),
    (
        "did not find expected '-'",
        N_("A list item must begin with “- ”, indented like the others."),
    ),
    ("did not find expected ',' or ']'", N_("A list in [ ] is not closed, or a comma is missing.")),
    (
        "did not find expected ',' or '}'",
        N_("A mapping in { } is not closed, or a comma is missing."),
    ),
    (
        "found character that cannot start any token",
        N_(
            "This character cannot begin a value (a tab, “@”, “%” or “`”?);"
            " put the text in quotes and indent with spaces."
        ),
    ),
    ("found a tab character", N_("A tab stands here; indent with spaces.")),
    (
        "found unexpected end of stream",
        N_("The file ends inside a quoted text; a quotation mark is missing."),
    ),
    (
        "block sequence entries are not allowed",
        N_("A list item “- ” cannot stand here; begin it on a line of its own."),
    ),
    (
        "found unknown escape character",
        N_("In double quotes a backslash is special; use single quotes."),
    ),
    (
        "did not find expected <document start>",
        N_("Something stands after the end of the data; check the indentation."),
    ),
    (
        "found undefined alias",
        N_("“*” points to an anchor that does not exist; put the text in quotes."),
    ),
    (
        "did not find expected alphabetic or numeric",
        N_("“*” or “&” begins a YAML anchor here; put the text in quotes."),
    ),
    (
        "did not find expected node content",
        N_("A value is missing here, or the text begins with a mark of YAML; put it in quotes."),
    ),
    ("found unexpected ':'", N_("A “:” stands where none can; put the text in quotes.")),
    ("mapping keys are not allowed", N_("“?” cannot begin a text here; put it in quotes.")),
    ("block collection entries are not", N_("A list or mapping cannot begin on this line.")),
    *(
        (beginning, N_("“!” begins a YAML tag here; put the text in quotes."))
        for beginning in ("found undefined tag handle", "did not find expected tag URI",
                          "did not find expected '!'", "did not find the expected '>'")
    ),
    *(
        (beginning, N_("Text that begins with “|”, “>” or a mark of YAML must be put in quotes."))
        for beginning in ("did not find expected comment or line break",
                          "did not find expected whitespace", "found an indentation indicator")
    ),
    *(
        (beginning, N_("“%” at the beginning of a line is special; put the text in quotes."))
        for beginning in ("found unknown directive", "found duplicate %", "could not find expected"
                          " directive", "found incompatible YAML", "found extremely long version")
    ),
    (
        "found unexpected document indicator",
        N_("“---” or “...” stands inside a quoted text; a quotation mark is missing above."),
    ),
)  # fmt: skip
_OTHER = N_("This is not valid YAML: {problem}.")


_QUOTE = N_("The quotation mark that opens here is closed nowhere, or lines below.")
_MERGE = N_("This line marks an unfinished merge: keep one side and remove the marks.")
_TEXT_AND_MORE = N_("A text stands here and indented lines below it: remove one, or indent less.")

_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?:[ \t].*)?\r?$", re.MULTILINE)
_KEY_WITH_TEXT = re.compile(r"(?P<before>[ ]*(?:- +)*[\w-]+:[ \t]+)[^\s|>\[{\"'&*!#]")


def in_plain_words(error: yaml.YAMLError, text: str) -> tuple[tuple[int, int], str, dict[str, Any]]:
    """Place (from 1), message id and its fields for a parser's error in `text`.

    The place is that of the slip, where the parser names the one at which it noticed.
    """
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    place = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
    context, begun = getattr(error, "context", None) or "", getattr(error, "context_mark", None)
    problem = str(getattr(error, "problem", None) or error)
    slip = _merge(text) or _open_quote(error, text) or _text_and_more(problem, place, text)
    if slip:
        return *slip, {}
    if context.startswith("while scanning a simple key") and begun:
        place = (begun.line + 1, begun.column + 1)
    for beginning, message in _PLAIN:
        if problem.startswith(beginning):
            return place, message, {}
    return place, _OTHER, {"problem": problem}


def _merge(text: str) -> _Slip | None:
    """The first mark that git leaves where two versions of a file disagree."""
    found = _CONFLICT.search(text)
    return ((text.count("\n", 0, found.start()) + 1, 1), _MERGE) if found else None


def _open_quote(error: yaml.YAMLError, text: str) -> _Slip | None:
    """The quotation mark whose text runs over line ends up to the error."""
    noticed = getattr(error, "problem_mark", None)
    if noticed is None:
        return None
    context, begun = getattr(error, "context", None) or "", getattr(error, "context_mark", None)
    if not (begun and context.startswith("while scanning a quoted scalar")):
        begun = None
        with suppress(yaml.YAMLError):
            for token in yaml.scan(text, Loader=LOADER):
                if _quotes(token) and token.end_mark.line == noticed.line:
                    begun = token.start_mark
    if begun is None or begun.line == noticed.line:
        return None
    return (begun.line + 1, begun.column + 1), _QUOTE


def _quotes(token: Any) -> bool:
    return getattr(token, "style", None) in ("'", '"')


def _text_and_more(problem: str, place: tuple[int, int], text: str) -> _Slip | None:
    """The key above that has a text beside it, and under it the line of the error."""
    if not problem.startswith("mapping values are not allowed"):
        return None
    lines = text.splitlines()[: place[0]]
    indent = _indent(lines[-1]) if lines else 0
    for number in range(len(lines) - 1, 0, -1):
        line = lines[number - 1]
        if line.strip() and _indent(line) < indent:
            found = _KEY_WITH_TEXT.match(line)
            return ((number, found.end("before") + 1), _TEXT_AND_MORE) if found else None
    return None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
