"""The findings of a template check: codes PAR801 to PAR829, each with its message and advice."""

from __future__ import annotations

from parcli.diagnostics import Diagnostic, Severity, facts
from parcli.language import N_, _
from parcli.text import shortened

E, W = Severity.ERROR, Severity.WARNING
_KINDS = {
    "PAR801": (
        E,
        N_("The tag {tag} is broken: {problem}"),
        N_("Type it again in one go: {{{{ name }}}} prints, {{%p if … %}} steers."),
    ),
    "PAR802": (
        E,
        N_("No report provides “{name}” ({tag})."),
        N_("Did you mean {near}? The guide lists every name a template may use."),
    ),
    "PAR803": (
        E,
        N_("{tag} does something that templates may not do ({problem})."),
        N_("Only names, a few filters, if and for are allowed in a template."),
    ),
    "PAR804": (
        E,
        N_("{tag} does not print: {problem}"),
        N_("Print one of its parts, or go through the list with {{%p for … %}}."),
    ),
    "PAR805": (
        E,
        N_("The tags leave a row or a paragraph cut in two ({problem})."),
        N_("Begin tags that repeat paragraphs with {{%p, rows with {{%tr; end each the same way."),
    ),
    "PAR811": (
        W,
        N_("The paper is {found} mm; {profile} wants {wanted} mm."),
        N_("Layout, Size: A4."),
    ),
    "PAR812": (
        W,
        N_("The {side} margin is {found} mm; {profile} wants {wanted} mm."),
        N_("Layout, Margins, Custom margins."),
    ),
    "PAR813": (
        W,
        N_("“{text}” is in {found}; {profile} wants {wanted}."),
        N_("Clear the direct formatting (Ctrl+Space) and use the named style."),
    ),
    "PAR814": (
        W,
        N_("{component} “{text}” is {found} pt; {profile} wants {wanted} pt."),
        N_("Use the style “{component}”, or set the size in it."),
    ),
    "PAR815": (
        W,
        N_("{component} “{text}” is {found}; {profile} wants {wanted}."),
        N_("Use the style “{component}”, or set it there."),
    ),
    "PAR816": (
        W,
        N_("{component} “{text}” is aligned {found}; {profile} wants {wanted}."),
        N_("Use the style “{component}”, or set the alignment in it."),
    ),
    "PAR817": (
        W,
        N_("The document has no {component}: “{text}”."),
        N_("Copy the head of the page from a shipped template."),
    ),
    "PAR818": (
        W,
        N_("Page number: {problem}; {profile} wants it centred in the top margin from page 2."),
        N_("Insert, Page Number, Top of Page, centred; then Different First Page."),
    ),
    "PAR819": (
        W,
        N_("“{text}” is in the colour {found}; {profile} wants black."),
        N_("Set the font colour to Automatic."),
    ),
    "PAR820": (
        W,
        N_("There is no line of the right length under {component}: {problem}"),
        N_("Copy the line from a shipped template; underlining the words is no such line."),
    ),
    "PAR821": (
        W,
        N_("{component} “{text}” is not in capitals."),
        N_("Write it in capitals, or tick All caps in the style."),
    ),
}
CODES = tuple(_KINDS)
_LONGEST = 60


def finding(code: str, path: str, paragraph: int, **values: object) -> Diagnostic:
    """A finding about a paragraph, counted from 1; long texts are cut, words of ours translated."""
    severity, message, hint = _KINDS[code]
    shown = {
        key: shortened(str(value), _LONGEST) if key in ("text", "tag") else _(str(value))
        for key, value in values.items()
    }
    return Diagnostic(path, paragraph, 1, code, severity, message, hint, facts(shown))
