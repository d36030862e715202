"""The program: its global options, its language, and what becomes of errors.

Annotations here are not postponed: Typer evaluates them at every start (docs/adr/0003).
"""

import gettext
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from parcli import __version__, language
from parcli.cli.failures import report_failure
from parcli.cli.lazy_group import LazyGroup
from parcli.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from typer.core import TyperGroup


def run(arguments: "Sequence[str]") -> int:
    """Run one command and return parcli's exit code: 0 fine, 1 findings, 2 usage, 3 could not."""
    # pydantic looks through every installed distribution for plugins; parcli uses none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        rest = _choose_language(list(arguments))
        return int(program().main(rest, prog_name="parcli", standalone_mode=False) or 0)
    except SystemExit as ended:
        # Click ends completion so, and also, with the code for findings, where the reader has gone.
        return 0 if isinstance(ended.__context__, OSError) else int(ended.code or 0)
    except BrokenPipeError:
        # The reader has gone (| head): say nothing, and keep the interpreter from trying again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # noqa: BLE001  the last stop: no traceback reaches a clerk
        return report_failure(error)


def program() -> "TyperGroup":
    """The whole command line as one Click group."""
    app = typer.Typer(
        cls=LazyGroup,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(cls=LazyGroup, help=_("Follow the tasks that directives hand out."))(
        _global_options
    )
    group = cast("TyperGroup", typer.main.get_command(app))
    _explain_options(group)
    return group


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"parcli {__version__}")
        raise typer.Exit


def _global_options(
    ctx: typer.Context,
    root: Annotated[
        Path | None,
        typer.Option("--root", help="", metavar="DIR", envvar="PARCLI_ROOT", show_envvar=False),
    ] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", help="", metavar="DATE")] = None,
    lang: Annotated[  # noqa: ARG001  listed by --help; its value was taken out before
        str | None, typer.Option("--lang", help="", metavar="vi|en")
    ] = None,
    version: Annotated[  # noqa: ARG001  handled by its callback
        bool, typer.Option("--version", "-V", callback=_show_version, is_eager=True, help="")
    ] = False,
) -> None:
    """Keep what was given before the command for the command."""
    ctx.obj = {"root": root, "as_of": as_of}


def _choose_language(arguments: list[str]) -> list[str]:
    """Speak the language that the arguments ask for; what is left of them.

    Raises UnknownLanguage, in the language of the environment.
    """
    language.choose(language.from_environment())
    rest, asked = _without_language(arguments)
    if asked not in (None, *language.LANGUAGES):
        from parcli.cli.failures import UnknownLanguage

        raise UnknownLanguage(language=asked)
    language.choose(asked or language.chosen())
    # Typer's own words go through the default domain of gettext.
    gettext.bindtextdomain("parcli", language.LOCALE_DIR)
    gettext.textdomain("parcli")
    os.environ["LANGUAGE"] = language.chosen()
    return rest


def _without_language(arguments: list[str]) -> tuple[list[str], str | None]:
    """The arguments without `--lang xx`, wherever it stands, and the last language so asked for."""
    asked = None
    rest: list[str] = []
    waiting = iter(arguments)
    for argument in waiting:
        if argument == "--":
            rest += [argument, *waiting]
        elif argument == "--lang":
            asked = next(waiting, "")
        elif argument.startswith("--lang="):
            asked = argument.partition("=")[2]
        else:
            rest.append(argument)
    return rest, asked


def _explain_options(group: "TyperGroup") -> None:
    """Give the global options, Typer's own among them, their help in the user's language."""
    helps = {
        "install_completion": _("Install completion for the current shell."),
        "show_completion": _("Show completion for the current shell, to copy it."),
        "root": _("The registry's folder; otherwise the nearest one with a parcli.yaml."),
        "as_of": _("The day to answer for, YYYY-MM-DD; otherwise today."),
        "lang": _("Language: vi or en; otherwise PARCLI_LANG, otherwise Vietnamese."),
        "version": _("Show parcli's version and exit."),
    }
    for param in group.params:
        if param.name in helps:
            param.help = helps[param.name]  # type: ignore[attr-defined]  # all are options
        if param.name == "install_completion":
            param.callback = _install_completion


def _install_completion(ctx: Any, _param: Any, wanted: Any) -> None:
    """Write the completion of the shell at hand, or of the one named, and say where."""
    if not wanted or ctx.resilient_parsing:
        return
    from typer._completion_shared import install

    shell, path = install(shell=wanted) if isinstance(wanted, str) else install()
    typer.echo(_("Completion for {shell} is in {path}.").format(shell=shell, path=path))
    typer.echo(_("It works once the terminal is opened anew."))
    raise typer.Exit
