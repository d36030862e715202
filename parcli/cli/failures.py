"""What becomes of an error: a message in the user's language, what to do, and an exit code."""

from __future__ import annotations

import errno
import os
import re
import shutil
import sys
import textwrap
import traceback
from typing import TYPE_CHECKING

import typer
from typer._click import exceptions as click

from parcli.cli.lazy_group import values_named
from parcli.errors import ParcliError, UsageError, os_reason
from parcli.language import N_, _

if TYPE_CHECKING:
    from typer._click import Context

# Click's English sentences, which it does not let be translated, and ours for them.
_CLICK_SAYS = (
    (
        r"No such command '(?P<name>.*?)'\.(?: Did you mean (?P<near>.*)\?)?",
        N_("There is no command “{name}”."),
    ),
    (r"No such option: (?P<name>\S+)", N_("There is no option “{name}”.")),
    (
        r"Got unexpected extra argument(?:s|\(s\))? \((?P<name>.*)\)",
        N_("“{name}” was not expected here."),
    ),
    (r"Option '(?P<name>.*)' requires an argument\.", N_("The option “{name}” needs a value.")),
    (
        r"Option '(?P<name>.*)' requires (?P<count>\d+) arguments\.",
        N_("The option “{name}” needs {count} values."),
    ),
    (r"Option '(?P<name>.*)' does not take a value\.", N_("The option “{name}” takes no value.")),
    (
        r"'(?P<name>.*)' is not a valid (?:int|integer|float|number)\w*\.?",
        N_("“{name}” is not a number."),
    ),
    (r"'(?P<name>.*)' is not one of (?P<choices>.*)\.", N_("“{name}” is none of {choices}.")),
    (r"(?:File|Path|Directory) '(?P<name>.*)' does not exist\.", N_("“{name}” does not exist.")),
    (r"Missing command\.", N_("Which command? None was given.")),
)


class UnknownLanguage(UsageError):
    """`--lang` with a language parcli has no catalogue for."""

    message = N_("parcli does not speak “{language}”.")
    hint = N_("Use --lang vi or --lang en.")


def report_failure(error: Exception) -> int:
    """Say on stderr what went wrong; the exit code that belongs to it."""
    if isinstance(error, typer.Exit):
        return error.exit_code
    if isinstance(error, ParcliError):
        _say(str(error), error.advice())
        return error.exit_code
    if isinstance(error, typer.Abort):
        sys.stderr.write("\n")  # behind the question that was left open
        _say(_("Stopped."))
        return 3
    if isinstance(error, click.NoArgsIsHelpError):
        sys.stderr.write(error.message + "\n")
        return 2
    if isinstance(error, click.ClickException):
        _say(_usage_sentence(error), _usage_advice(getattr(error, "ctx", None)))
        return 2
    if os.environ.get("PARCLI_TRACEBACK"):
        traceback.print_exception(error)
    return _unforeseen(error)


def _unforeseen(error: Exception) -> int:
    """What the system refused without anybody catching it, or a fault of parcli's own."""
    if isinstance(error, OSError) and error.filename is not None:
        reason = _(os_reason(error))
        _say(_("{path}: {reason}").format(path=error.filename, reason=reason))
        return 3
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:  # of standard output
        _say(str(ParcliError(reason=os_reason(error))))
        return 3
    reason = f"{type(error).__name__}: {error}"
    _say(
        _("parcli failed in a way it should not: {reason}").format(reason=reason),
        _("Please report it, with the command; PARCLI_TRACEBACK=1 shows where it happened."),
    )
    return 3


def _say(message: str, advice: str = "") -> None:
    for line in (_("Error: {message}").format(message=message), advice):
        if line:
            sys.stderr.write(_broken(line) + "\n")


def _broken(text: str) -> str:
    """`text` broken at words where it is read on a terminal, which breaks anywhere."""
    if not sys.stderr.isatty():
        return text
    width = max(shutil.get_terminal_size().columns - 1, 20)
    return "\n".join(
        textwrap.fill(line, width, break_on_hyphens=False) for line in text.splitlines()
    )


def _usage_sentence(error: click.ClickException) -> str:
    if isinstance(error, click.MissingParameter):
        name = _parameter(error)
        return _("{name} is missing.").format(name=name)
    message = _translated(error.message)
    if isinstance(error, click.BadParameter) and error.param is not None:
        return _("{name}: {message}").format(name=_parameter(error), message=message)
    near = getattr(error, "possibilities", None)
    if near:
        return message + " " + _("Did you mean {near}?").format(near=", ".join(near))
    return message


def _parameter(error: click.BadParameter) -> str:
    if error.param is None or error.ctx is None:
        return str(error.param_hint or "?")
    return values_named(error.param.get_error_hint(error.ctx).replace(" / ", ", ").replace("'", ""))


def _translated(message: str) -> str:
    for pattern, ours in _CLICK_SAYS:
        found = re.fullmatch(pattern, message)
        if found is None:
            continue
        said = _(ours).format(**found.groupdict())
        if found.groupdict().get("near"):
            said += " " + _("Did you mean {near}?").format(near=found["near"])
        return said
    return message


def _usage_advice(ctx: Context | None) -> str:
    command = ctx.command_path if ctx is not None else "parcli"
    return _("{command} --help tells how it is used.").format(command=command)
