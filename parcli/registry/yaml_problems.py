"""What a YAML parser complains of, in plain words: what is wrong, and how to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from parcli.language import N_
from parcli.registry.yaml_building import LOADER
from parcli.registry.yaml_enclosures import OPEN_LIST, OPEN_MAPPING
from parcli.registry.yaml_slip import Slip, begun_at
from parcli.registry.yaml_slips import NO_COLON, slip_in
from parcli.registry.yaml_text import place_of

if TYPE_CHECKING:
    import yaml

_QUOTE_IT = N_("Put the text in quotes.")
_SINGLE_QUOTES = N_("Use single quotes.")
_ALIGN = N_("Indent it with as many spaces as the lines it belongs to.")

_COLON = N_("A “:” stands where none can.")
_TAG = N_("“!” begins a YAML tag here.")
_MARK = N_("The text begins with “|”, “>” or a mark of YAML.")
_PERCENT = N_("“%” at the beginning of a line is special.")
_UNALIGNED = N_("This line is not indented like the lines it belongs to.")
_NOT_A_DASH = "did not find expected '-'"

# The start of libyaml's problem → what a clerk should hear, and what to do.
_PLAIN = (
    ("mapping values are not allowed", _COLON, _QUOTE_IT),
    ("found unexpected ':'", _COLON, _QUOTE_IT),
    ("could not find expected ':'", *NO_COLON),
    ("did not find expected key", _UNALIGNED, _ALIGN),
    (
        _NOT_A_DASH,
        N_("A list item must begin with “- ”, indented like the others."),
        N_("Write “- ” before it, or indent it like the lines it belongs to."),
    ),
    ("did not find expected ',' or ']'", *OPEN_LIST),
    ("did not find expected ',' or '}'", *OPEN_MAPPING),
    (
        "found unexpected end of stream",
        N_("The file ends inside a quoted text."),
        N_("Write the quotation mark that is missing at the end of the text."),
    ),
    (
        "block sequence entries are not allowed",
        N_("A list item “- ” cannot stand here."),
        N_("Begin it on a line of its own, or put the text in quotes."),
    ),
    (
        "found unknown escape character",
        N_("In double quotes a backslash is special."),
        _SINGLE_QUOTES,
    ),
    (
        "did not find expected <document start>",
        N_("Something stands after the end of the data."),
        _ALIGN,
    ),
    ("found undefined alias", N_("“*” points to an anchor that does not exist."), _QUOTE_IT),
    (
        "did not find expected alphabetic or numeric",
        N_("“*” or “&” begins a YAML anchor here."),
        _QUOTE_IT,
    ),
    (
        "did not find expected node content",
        N_("A value is missing here, or the text begins with a mark of YAML."),
        _QUOTE_IT,
    ),
    ("mapping keys are not allowed", N_("“?” cannot begin a text here."), _QUOTE_IT),
    (
        "block collection entries are not",
        N_("A list or mapping cannot begin on this line."),
        N_("Begin it on the next line, indented."),
    ),
    *(
        (beginning, _TAG, _QUOTE_IT)
        for beginning in ("found undefined tag handle", "did not find expected tag URI",
                          "did not find expected '!'", "did not find the expected '>'")
    ),
    *(
        (beginning, _MARK, _QUOTE_IT)
        for beginning in ("did not find expected comment or line break",
                          "did not find expected whitespace", "found an indentation indicator")
    ),
    *(
        (beginning, _PERCENT, _QUOTE_IT)
        for beginning in ("found unknown directive", "found duplicate %", "could not find expected"
                          " directive", "found incompatible YAML", "found extremely long version")
    ),
    (
        "found unexpected document indicator",
        N_("“---” or “...” stands inside a quoted text."),
        N_("Write the quotation mark that is missing above."),
    ),
)  # fmt: skip
_OTHER = N_("This is not valid YAML: {problem}.")
_LOOK = N_("Look at the marks “:”, “-”, quotes and brackets in this line and the one above.")
# {reason} is one of the hints above, put in the reader's language like any other reason.
_THEN_THE_REST = N_("{reason} What stands below is not read until then.")
_THAT_IS_ALL = "{reason}"


def in_plain_words(error: yaml.YAMLError, text: str) -> Slip:
    """Place (from 1), message, hint and their fields for a parser's error in `text`.

    The place is that of the slip, where the parser names the one at which it noticed. The hint
    warns that the lines below are still unread, where there are any.
    """
    found = slip_in(error, text, LOADER) or _as_told(error, text)
    below = any(line.strip() for line in text.split("\n")[found.place[0] :])
    hint = _THEN_THE_REST if below else _THAT_IS_ALL
    return found._replace(hint=hint, values={"reason": found.hint, **found.values})


def _as_told(error: yaml.YAMLError, text: str) -> Slip:
    """The parser's own view, in words of the table; its English where the table has none."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    place = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
    problem = str(getattr(error, "problem", None) or error)
    for context in ("while scanning a simple key", "while scanning an a"):  # an alias, an anchor
        place = begun_at(error, context) or place
    if not any(line.strip() for line in text.split("\n")[place[0] - 1 :]):
        problem, place = _left_open(error, text, problem) or (problem, place)
    for beginning, message, hint in _PLAIN:
        if problem.startswith(beginning):
            if beginning == _NOT_A_DASH and not _line(text, place).lstrip().startswith("-"):
                return Slip(place, _UNALIGNED, _ALIGN)
            return Slip(place, message, hint)
    values: dict[str, Any] = {"problem": problem}
    return Slip(place, _OTHER, _LOOK, values)


def _left_open(
    error: yaml.YAMLError, text: str, problem: str
) -> tuple[str, tuple[int, int]] | None:
    """The problem and place of a bracket still open where the file ends; None for anything else."""
    if problem.startswith("did not find expected ','"):
        mark = getattr(error, "context_mark", None)
        return (problem, (mark.line + 1, mark.column + 1)) if mark else None
    at = max(text.rfind("["), text.rfind("{"))
    if at < 0 or not problem.startswith("did not find expected node content"):
        return None
    return f"did not find expected ',' or '{'}' if text[at] == '{' else ']'}'", place_of(text, at)


def _line(text: str, place: tuple[int, int]) -> str:
    lines = text.split("\n")
    return lines[place[0] - 1] if place[0] <= len(lines) else ""
