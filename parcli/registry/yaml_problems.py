"""What a YAML parser complains of, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from parcli.language import N_

if TYPE_CHECKING:
    import yaml

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
)
_OTHER = N_("This is not valid YAML: {problem}.")


def in_plain_words(error: yaml.YAMLError) -> tuple[tuple[int, int], str, dict[str, Any]]:
    """Place (from 1), message id and its fields for a parser's error."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    place = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
    problem = str(getattr(error, "problem", None) or error)
    for beginning, message in _PLAIN:
        if problem.startswith(beginning):
            return place, message, {}
    return place, _OTHER, {"problem": problem}
