"""The commands of parcli, in the order `parcli --help` lists them, each imported when it runs."""

from __future__ import annotations

from typing import NamedTuple

from parcli.language import N_


class CommandEntry(NamedTuple):
    """Where a command is: `attribute` of `module` is its function, or a Typer app of subcommands."""

    module: str
    attribute: str
    summary: str


COMMANDS: dict[str, CommandEntry] = {
    "due": CommandEntry("parcli.cli.due", "due", N_("What is due, when, and from whom")),
    "tasks": CommandEntry("parcli.cli.tasks", "tasks", N_("List and filter tasks")),
    "show": CommandEntry("parcli.cli.show", "show", N_("One task, directive, unit or criterion")),
    "units": CommandEntry("parcli.cli.units", "units", N_("Units: who a name means, members")),
    "report": CommandEntry("parcli.cli.report", "app", N_("Draft reports in Word")),
    "deadline": CommandEntry(
        "parcli.cli.deadline", "deadline", N_("How a written deadline is understood")
    ),
    "calendar": CommandEntry(
        "parcli.cli.calendar", "calendar", N_("A year's days off and deadlines")
    ),
    "export": CommandEntry("parcli.cli.export", "app", N_("Write the registry for other programs")),
    "validate": CommandEntry(
        "parcli.cli.validate", "validate", N_("Check the registry or single files")
    ),
}
