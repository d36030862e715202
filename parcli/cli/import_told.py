"""What `parcli import` says: the draft itself, what was found in it, what must be looked at."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any, TextIO

from parcli.language import _, ngettext

if TYPE_CHECKING:
    from pathlib import Path

    from parcli.diagnostics import Diagnostic
    from parcli.intake.draft import Draft

_MOST_TOLD = 20


def _urgency(finding: Diagnostic) -> tuple[bool, Diagnostic]:
    """Guesses are many and marked in the draft; everything else is told before them."""
    return finding.code == "PAR851", finding


def print_draft(draft: Draft, told: list[Diagnostic], form: str) -> None:
    """The draft on stdout as YAML or JSON; what is said of it on stderr."""
    if form == "json":
        from parcli.intake.as_json import draft_json

        sys.stdout.write(json.dumps(draft_json(draft), ensure_ascii=False, indent=2) + "\n")
    else:
        from parcli.intake.yaml_out import directive_yaml

        sys.stdout.write(directive_yaml(draft))
    say(draft, told, sys.stderr)


def print_result(draft: Draft, told: list[Diagnostic], written: list[Path]) -> None:
    """The files that were written and what was found, as JSON."""
    from parcli.intake.summary import figures

    result = {
        "written": [str(path) for path in written],
        "found": figures(draft),
        "left_over": draft.leftovers,
        "diagnostics": [
            {"code": d.code, "severity": d.severity.label, "file": d.file, "line": d.line,
                "message": d.text(), "hint": d.advice()}
            for d in told
        ],
    }  # fmt: skip
    sys.stdout.write(json.dumps(result, ensure_ascii=False, indent=2) + "\n")


def _share_line(found: dict[str, Any]) -> str:
    """How much of the text that could be read the draft holds; never all of an unread document."""
    if not found["unread"]:
        return _("{share} % of the text that could be read is accounted for.")
    unread = ngettext(
        "{unread} part of the document could not be read: see PAR852.",
        "{unread} parts of the document could not be read: see PAR852.",
        found["unread"],
    )
    if found["left_over"]:
        said = _("{share} % of the text that could be read is accounted for.")
    else:
        said = _("The text that could be read is accounted for, but the document has more.")
    return f"{said} {unread}"


def say(draft: Draft, told: list[Diagnostic], out: TextIO) -> None:
    """Found, guessed, left over, and the share of the text that is accounted for."""
    from parcli.intake.summary import HEADER_NAMES, figures

    found = figures(draft)
    lines = [
        _("Found: {tasks} tasks ({with_lead} with a lead, {with_deadline} with a deadline, "
            "{with_targets} with targets), {groups} groups, {appendices} appendices, {reports} "
            "reports, {citations} citations."),
        _("Head and end of the document: {header}."),
        *([_("Not found there: {missing}.")] if found["missing"] else []),
        _("Guessed: {guessed} values, marked in the draft. Left over: {left_over} stretches of "
            "text."),
        _share_line(found),
    ]  # fmt: skip
    shown = found | {
        "header": ", ".join(_(HEADER_NAMES[key]) for key in found["header"]),
        "missing": ", ".join(_(HEADER_NAMES[key]) for key in found["missing"]),
    }
    out.writelines(line.format(**shown) + "\n" for line in lines)
    out.writelines(
        f"  {each.file}:{each.line}: {each.code} {each.text()} {each.advice()}".rstrip() + "\n"
        for each in sorted(told, key=_urgency)[:_MOST_TOLD]
    )
    more = len(told) - _MOST_TOLD
    if more > 0:
        out.write(
            "  " + ngettext("and {count} more", "and {count} more", more).format(count=more) + "\n"
        )
