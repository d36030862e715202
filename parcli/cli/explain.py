"""`parcli explain`: what a diagnostic means, why it matters, and how to mend it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from parcli.cli.options import JsonOption, checked_format
from parcli.cli.standard_output import print_json
from parcli.language import _

if TYPE_CHECKING:
    from parcli.checks.manual import Page

_FENCE = "```"


def complete_code(incomplete: str) -> list[tuple[str, str]]:
    """Codes that begin with what was typed, with their titles."""
    from parcli.checks.manual import pages

    wanted = incomplete.upper()
    return [(each.code, each.title) for each in pages() if each.code.startswith(wanted)]


def explain(
    code: Annotated[
        str | None,
        typer.Argument(
            help=_("A code such as PAR401; without one, all are listed."),
            metavar="[CODE]",
            show_default=False,
            autocompletion=complete_code,
        ),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help=_("The whole manual, as Markdown."))
    ] = False,
    form: JsonOption = "text",
) -> None:
    """Explain a diagnostic of parcli validate."""
    checked_format(form, "text", "json")
    from parcli.checks.manual import page, pages, whole_manual

    if everything:
        sys.stdout.write(whole_manual())
    elif code is not None:
        _show(page(_normal(code)), form)
    elif form == "json":
        print_json([each._asdict() for each in pages()])
    else:
        _list(pages())


def _show(one: Page, form: str) -> None:
    if form == "json":
        print_json(one._asdict())
    else:
        sys.stdout.write(_fitting(one.markdown()))


def _fitting(markdown: str) -> str:
    """The page in lines that fit the terminal, but for its examples, which stand between fences."""
    from parcli.reporting.tables import on_terminal

    parts = markdown.split(_FENCE)
    if on_terminal():
        parts[::2] = ["\n\n".join(map(_paragraph, text.split("\n\n"))) for text in parts[::2]]
    return _FENCE.join(parts)


def _paragraph(text: str) -> str:
    from parcli.reporting.tables import wrapped

    if not text.strip() or text.lstrip().startswith(("#", "-")):
        return "\n".join(wrapped(line, "  ") for line in text.split("\n"))
    before, after = text[: -len(text.lstrip())], text[len(text.rstrip()) :]
    return before + wrapped(" ".join(text.split())) + after


def _normal(code: str) -> str:
    """ "par 401", "401" and "[PAR401]" as the code they mean."""
    letters = "".join(c for c in code.upper() if c.isalnum())
    return f"PAR{letters}" if letters.isdecimal() else letters


def _list(every: list[Page]) -> None:
    from parcli.reporting.diagnostics_text import severity_word

    group = ""
    for each in every:
        if each.group != group:
            sys.stdout.write(("\n" if group else "") + f"{each.group}\n")
            group = each.group
        sys.stdout.write(f"  {each.code}  {severity_word(each.severity):<9} {each.title}\n")
