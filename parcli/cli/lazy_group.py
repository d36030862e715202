"""A group of commands whose modules are imported only when they run, in the user's language."""

from __future__ import annotations

import importlib
import re
from typing import TYPE_CHECKING, Any

import typer
from typer._click.exceptions import UsageError
from typer.core import TyperCommand, TyperGroup

from parcli.cli.commands import COMMANDS
from parcli.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from typer._click import Context, HelpFormatter


# Typer's own words, which it looks up in gettext's default domain or prints as they are.
TYPER_SAYS = (
    N_("[OPTIONS]"),
    N_("COMMAND [ARGS]..."),
    N_("required"),
    N_("default: {default}"),
    N_("(dynamic)"),
    N_("Aborted!"),
)
# What Typer puts for a value that has no name of its own.
_VALUES = {"<str>": N_("<text>"), "<path>": N_("<file>"), "<int>": N_("<number>")}
# What stands for a value in usage lines and beside options.
_METAVARS = {
    "CODE": N_("CODE"),
    "DATE": N_("DATE"),
    "DIR": N_("DIR"),
    "FILE": N_("FILE"),
    "FORMAT": N_("FORMAT"),
    "ID": N_("ID"),
    "KIND": N_("KIND"),
    "NAME": N_("NAME"),
    "NUMBER": N_("NUMBER"),
    "PATHS": N_("PATHS"),
    "PHRASE": N_("PHRASE"),
    "TASK": N_("TASK"),
    "YEAR": N_("YEAR"),
}
_METAVAR = re.compile(rf"(?<![\w-])({'|'.join(_METAVARS)})(?!\w)")


class _TranslatedHelp:
    """Click's own headings in the user's language; stands before a class of commands."""

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        """The usage line, its parts named in the user's language."""
        given = self.collect_usage_pieces(ctx)  # type: ignore[attr-defined]  # of the command
        pieces = [values_named(_(piece)) for piece in given]
        formatter.write_usage(ctx.command_path, " ".join(pieces), _("Usage:") + " ")

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Arguments first, then options."""
        arguments: list[tuple[str, str]] = []
        options: list[tuple[str, str]] = []
        for param in self.get_params(ctx):  # type: ignore[attr-defined]  # likewise
            if param.name == "help":
                param.help = _("Show this message and exit.")
            record = param.get_help_record(ctx)
            if record is not None:
                record = values_named(record[0]), record[1]
                (arguments if param.param_type_name == "argument" else options).append(record)
        _section(formatter, _("Arguments"), arguments)
        _section(formatter, _("Options"), options)


class Command(_TranslatedHelp, TyperCommand):
    """A command whose options may be given without a value where `bare_values` says so.

    `bare_values` maps an option to what stands for it when nothing, or another option, follows.
    """

    bare_values: dict[str, str] = {}  # noqa: RUF012  set by subclasses

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Click's parsing, with the values that stand for bare options put in first."""
        filled: list[str] = []
        for position, argument in enumerate(args):
            filled.append(argument)
            following = args[position + 1 : position + 2]
            if argument in self.bare_values and (not following or following[0].startswith("-")):
                filled.append(self.bare_values[argument])
        try:
            return super().parse_args(ctx, filled)
        except UsageError as error:
            error.ctx = error.ctx or ctx  # Click's parser leaves it out, and with it whose --help
            raise


class Group(_TranslatedHelp, TyperGroup):
    """A group with translated headings."""

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Options, then the commands of the group."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Names and summaries of the commands."""
        _section(formatter, _("Commands"), self.summaries(ctx))

    def summaries(self, ctx: Context) -> list[tuple[str, str]]:
        """Each command's name and what it does, in a line."""
        commands = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        return [(name, c.get_short_help_str(100)) for name, c in commands if c and not c.hidden]


class LazyGroup(Group):
    """parcli's own commands; help lists them without importing any."""

    def list_commands(self, ctx: Context) -> list[str]:  # noqa: ARG002  Click's signature
        """The commands in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: Context, cmd_name: str) -> Any:  # noqa: ARG002  Click's signature
        """The command of that name, imported now; None where there is none."""
        entry = COMMANDS.get(cmd_name)
        if entry is None:
            return None
        found = getattr(importlib.import_module(entry.module), entry.attribute)
        said = _(entry.summary) + "."
        if isinstance(found, typer.Typer):
            group = typer.main.get_group(found)
            group.help = said
            return group
        app = typer.Typer(add_completion=False, rich_markup_mode=None)
        app.command(cmd_name, cls=getattr(found, "command_class", Command), help=said)(found)
        return typer.main.get_command(app)

    def summaries(self, ctx: Context) -> list[tuple[str, str]]:  # noqa: ARG002  Click's signature
        """Each command's name and summary, from the table."""
        return [(name, _(entry.summary)) for name, entry in COMMANDS.items()]


def values_named(usage: str) -> str:
    """What stands for values in a line of help or of an error, in the user's language."""
    for english, ours in _VALUES.items():
        usage = usage.replace(english, _(ours))
    return _METAVAR.sub(lambda found: _(_METAVARS[found[0]]), usage)


def _section(formatter: HelpFormatter, heading: str, rows: Iterable[tuple[str, str]]) -> None:
    listed = list(rows)
    if listed:
        with formatter.section(heading):
            formatter.write_dl(listed)
