"""The commands of parcli, in the order `parcli --help` lists them, each imported when it runs."""

from __future__ import annotations

from typing import NamedTuple

from parcli.language import N_


class CommandEntry(NamedTuple):
    """Where a command is: `attribute` of `module` is its function, or a Typer app."""

    module: str
    attribute: str
    summary: str


COMMANDS: dict[str, CommandEntry] = {
    "due": CommandEntry("parcli.cli.due", "due", N_("What is due, when, and from whom")),
    "tasks": CommandEntry("parcli.cli.tasks", "tasks", N_("List and filter tasks")),
    "show": CommandEntry("parcli.cli.show", "show", N_("One task, directive, unit or criterion")),
    "units": CommandEntry("parcli.cli.units", "units", N_("Units: who a name means, members")),
    "import": CommandEntry(
        "parcli.cli.import_", "import_", N_("Draft a directive from Word, PDF or text")
    ),
    "progress": CommandEntry(
        "parcli.cli.progress", "app", N_("What units did: forms, entries, who has reported")
    ),
    "report": CommandEntry("parcli.cli.report", "app", N_("Draft reports in Word")),
    "template": CommandEntry("parcli.cli.template", "app", N_("Check Word templates of your own")),
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
    "explain": CommandEntry("parcli.cli.explain", "explain", N_("What a diagnostic means")),
    "fmt": CommandEntry("parcli.cli.fmt", "fmt", N_("Lay YAML files out in one way")),
    "diff": CommandEntry("parcli.cli.diff", "diff", N_("What changed in directives, in words")),
    "schema": CommandEntry("parcli.cli.schema", "schema", N_("JSON Schema of the file kinds")),
    "init": CommandEntry("parcli.cli.init", "init", N_("Make a new registry")),
}
