"""What `parcli import` says: the draft itself, what was found in it, what must be looked at."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, TextIO

from parcli.cli.standard_output import print_json
from parcli.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from parcli.diagnostics import Diagnostic
    from parcli.intake.draft import Draft

_MOST_TOLD = 20
_HEADS = ("header", "missing")


def _urgency(finding: Diagnostic) -> tuple[bool, Diagnostic]:
    """Guesses are many and marked in the draft; everything else is told before them."""
    return finding.code == "PAR851", finding


def print_draft(draft: Draft, told: list[Diagnostic], form: str) -> None:
    """The draft on stdout as YAML or JSON; what is said of it on stderr."""
    if form == "json":
        from parcli.intake.as_json import draft_json

        print_json(draft_json(draft))
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
                "column": d.column, "message": d.text(), "hint": d.advice()}
            for d in told
        ],
    }  # fmt: skip
    print_json(result)


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


def say_first(finding: Diagnostic, out: TextIO) -> None:
    """A finding that says why nothing is written."""
    out.write(f"{_line(finding)}\n")


def _line(finding: Diagnostic) -> str:
    """Where and what; the column only where it says more than the line."""
    place = f"{finding.file}:{finding.line}"
    place += f":{finding.column}" if finding.column > 1 else ""
    return f"{place}: {finding.code} {finding.text()} {finding.advice()}".rstrip()


def _counts(found: dict[str, Any]) -> Iterator[str]:
    """What the draft holds, each with its number."""
    count = found["tasks"]
    yield ngettext(
        "{count} task ({with_lead} with a lead, {with_deadline} with a deadline, {with_targets} "
        "with targets)",
        "{count} tasks ({with_lead} with a lead, {with_deadline} with a deadline, {with_targets} "
        "with targets)",
        count,
    ).format(count=count, **found)
    groups, reports = found["groups"], found["reports"]
    appendices, citations = found["appendices"], found["citations"]
    yield _counted(ngettext("{count} group", "{count} groups", groups), groups)
    yield _counted(ngettext("{count} appendix", "{count} appendices", appendices), appendices)
    yield _counted(ngettext("{count} report", "{count} reports", reports), reports)
    yield _counted(ngettext("{count} citation", "{count} citations", citations), citations)


def _counted(words: str, count: int) -> str:
    return words.format(count=count)


def say(draft: Draft, told: list[Diagnostic], out: TextIO) -> None:
    """Found, guessed, left over, and the share of the text that is accounted for."""
    from parcli.intake.summary import HEADER_NAMES, figures
    from parcli.reporting.dates import figure

    found = figures(draft)
    named = {key: ", ".join(_(HEADER_NAMES[each]) for each in found[key]) for key in _HEADS}
    lines = [
        _("Found: {found}.").format(found=", ".join(_counts(found))),
        _("Head and end of the document: {header}.").format(**named),
        *([_("Not found there: {missing}.").format(**named)] if found["missing"] else []),
        _("Guessed: {guessed}, marked in the draft. Left over: {left_over}.").format(
            guessed=_counted(
                ngettext("{count} value", "{count} values", found["guessed"]), found["guessed"]
            ),
            left_over=_counted(
                ngettext("{count} stretch of text", "{count} stretches of text",
                    found["left_over"]), found["left_over"],
            ),
        ),
        _share_line(found).format(**found | {"share": figure(found["share"])}),
    ]  # fmt: skip
    out.writelines(f"{line}\n" for line in lines)
    out.writelines(f"  {_line(each)}\n" for each in sorted(told, key=_urgency)[:_MOST_TOLD])
    more = len(told) - _MOST_TOLD
    if more > 0:
        out.write(
            "  " + ngettext("and {count} more", "and {count} more", more).format(count=more) + "\n"
        )
