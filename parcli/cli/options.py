"""Options that many commands share, and what they open: registry, day, form of output."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from parcli.cli.completions import (
    complete_directive,
    complete_index,
    complete_period,
    complete_unit,
)
from parcli.errors import UsageError
from parcli.language import N_, _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parcli.queries.unit_lookup import Unit
    from parcli.registry.compiled.store import Index
    from parcli.schedule.due_dates import Policies

RootOption = Annotated[
    Path | None,
    typer.Option(
        "--root",
        help=_("The registry's folder; otherwise the nearest one with a parcli.yaml."),
        metavar="DIR",
    ),
]
AsOfOption = Annotated[
    str | None,
    typer.Option(
        "--as-of", help=_("The day to answer for, YYYY-MM-DD; otherwise today."), metavar="DATE"
    ),
]
UnitOption = Annotated[
    str | None,
    typer.Option(
        "--unit", help=_("Of one unit: name, part of it, or id."), autocompletion=complete_unit
    ),
]
DirectiveOption = Annotated[
    str | None,
    typer.Option("--directive", help=_("Of one directive."), autocompletion=complete_directive),
]
IndexOption = Annotated[
    str | None,
    typer.Option(
        "--index",
        help=_("Of one index: par-index, sipas, papi."),
        autocompletion=complete_index,
    ),
]
QuarterOption = Annotated[
    str | None,
    typer.Option(
        "--quarter",
        metavar="[2024-Q3]",
        help=_("Due in a quarter; without a value the current one."),
        autocompletion=complete_period,
    ),
]
PathsArgument = Annotated[
    list[str] | None,
    typer.Argument(
        help=_("Files or folders, “-” for standard input; otherwise the whole registry."),
        metavar="[PATHS]...",
        show_default=False,
    ),
]
ForceOption = Annotated[bool, typer.Option("--force", help=_("Replace files that exist."))]


def text_for_table(given: str) -> str:
    """`--format table` is another name of the usual form."""
    return "text" if given == "table" else given


def format_option(explained: str) -> Any:
    """`--format`, explained by the forms that the command has."""
    return typer.Option("--format", help=explained, metavar="FORMAT", callback=text_for_table)


ListFormatOption = Annotated[str, format_option(_("Output: text, json, csv or xlsx."))]
JsonOption = Annotated[str, format_option(_("Output: text or json."))]

# How many other units that a name fits are told.
_OTHERS = 3


class BadDate(UsageError):
    """A day that is not written as YYYY-MM-DD, or that does not exist."""

    message = N_("“{text}” is not a day.")
    hint = N_("Write it as YYYY-MM-DD, for example 2024-09-14.")


class DayOutOfReach(UsageError):
    """A day of a time that no directive is of."""

    message = N_("“{text}” is out of reach: parcli knows the days from {first} to {last}.")


class BadFormat(UsageError):
    """An output form the command does not have."""

    message = N_("There is no output form “{given}” here.")
    hint = N_("Choose one of: {allowed}.")


class UnknownChoice(UsageError):
    """A value that an option does not know."""

    message = N_("“{given}” is not a value of {option}.")
    hint = N_("Choose one of: {allowed}.")


@dataclass(frozen=True)
class Opened:
    """A registry ready for questions, and the day they are asked on.

    `day_given` says that the day is that of `--as-of`, not today's.
    """

    index: Index
    today: date
    settings: dict[str, Any]
    day_given: bool = False

    @property
    def policies(self) -> Policies:
        """The policies of parcli.yaml."""
        from parcli.schedule.due_dates import policies_of

        return policies_of(self.settings)

    @property
    def home(self) -> list[str]:
        """The organisation that keeps the registry, alone; none where parcli.yaml names none."""
        org = self.settings.get("org")
        return [str(org)] if org else []


def opened(
    ctx: typer.Context, root: Path | None = None, as_of: str | None = None, *, quiet: bool = False
) -> Opened:
    """The registry asked for, its index current. Warns on stderr where its files have errors.

    Raises NoRegistry, NoRegistryThere, Unreadable or BadDate.
    """
    from parcli.registry.compiled.store import open_index

    index = open_index(root_asked(ctx, root))
    ctx.call_on_close(index.db.close)
    if not quiet:
        warn_of_errors(index)
    day = as_of or before_command(ctx, "as_of")
    return Opened(index, day_asked(day), dict(index.settings()), day is not None)


def root_asked(ctx: typer.Context, root: Path | None, start: Path | None = None) -> Path:
    """The folder of the registry named, else of the one around `start` or the working directory.

    Raises NoRegistry or NoRegistryThere.
    """
    from parcli.registry.files import find_root

    return find_root(root or before_command(ctx, "root"), start or Path.cwd())


def root_at_hand(ctx: typer.Context, root: Path | None) -> Path | None:
    """The same for a command that can do without: None outside a registry.

    Raises NoRegistryThere where the one named is none.
    """
    from parcli.registry.files import NoRegistry

    try:
        return root_asked(ctx, root)
    except NoRegistry:
        return None


def before_command(ctx: typer.Context, option: str) -> Any:
    """What a global option was given before the command: `parcli --root DIR due`."""
    return ctx.obj.get(option) if isinstance(ctx.obj, dict) else None


def day_asked(text: str | None) -> date:
    """The day of `--as-of`, today without it: the one place where the clock is read.

    Raises BadDate or DayOutOfReach.
    """
    if text is None:
        return date.today()  # noqa: DTZ011  an office's day is the local day
    day = written_day(text)
    from parcli.schedule.periods import EARLIEST, LATEST

    # Dues are looked for, and working days counted, for a year around it.
    if not EARLIEST.year < day.year < LATEST.year:
        first, last = f"{EARLIEST.year + 1}-01-01", f"{LATEST.year - 1}-12-31"
        raise DayOutOfReach(text=text, first=first, last=last)
    return day


def written_day(text: str) -> date:
    """A day written 2024-09-14, or 14/9/2024 as offices do. Raises BadDate."""
    parts = text.strip().split("/")
    iso = "-".join(part.rjust(2, "0") for part in reversed(parts))
    try:
        return date.fromisoformat(iso)
    except ValueError:
        raise BadDate(text=text) from None


def warn_of_errors(index: Index) -> None:
    """Say on stderr that answers may be incomplete because files have errors."""
    errors, _warnings = index.counts()
    if errors:
        message = ngettext(
            "The registry has at least {count} error, so the answer may be incomplete: parcli"
            " validate.",
            "The registry has at least {count} errors, so the answer may be incomplete: parcli"
            " validate.",
            errors,
        )
        sys.stderr.write(message.format(count=errors) + "\n")
    unknown = index.unknown_names()
    if unknown:
        message = ngettext(
            "{count} name of a unit is in no catalogue; parcli validate shows where.",
            "{count} names of units are in no catalogue; parcli validate shows where.",
            unknown,
        )
        sys.stderr.write(message.format(count=unknown) + "\n")


def checked_format(given: str, *allowed: str) -> str:
    """`given`, if it is one of the allowed output forms. Raises BadFormat."""
    if given not in allowed:
        raise BadFormat(given=given, allowed=", ".join(allowed))
    return given


def checked_choice(option: str, given: str, allowed: Sequence[str]) -> str:
    """`given`, if it is one of the values that the option allows. Raises UnknownChoice."""
    if given not in allowed:
        raise UnknownChoice(given=given, option=option, allowed=", ".join(allowed))
    return given


def units_asked(registry: Opened, written: str | None, directive: str | None = None) -> list[Unit]:
    """The units that `--unit` means: of the directive's organisation, else of the home one."""
    if written is None:
        return []
    from parcli.queries.unit_lookup import find_units

    db = registry.index.db
    sql = "SELECT org FROM directive WHERE slug = ?"
    orgs = [row[0] for row in db.execute(sql, (directive,))] if directive else []
    return find_units(registry.index, written, [*orgs, *registry.home])


def tell_also_fitting(
    registry: Opened, written: str | None, chosen: Sequence[Unit], org: str | None = None
) -> None:
    """Say on stderr which other units the name written fits, so that none is passed over unseen."""
    if not written or not chosen:
        return
    from parcli.queries.unit_lookup import also_fitting

    others = also_fitting(registry.index, written, chosen, org)
    if not others:
        return
    message = _("“{name}” was taken for {chosen}; it fits as well: {others}.").format(
        name=written,
        chosen=", ".join(dict.fromkeys(f"{u.name} ({u.org})" for u in chosen)),
        others=", ".join(f"{u.name} ({u.org}: {u.id})" for u in others[:_OTHERS])
        + (", …" if len(others) > _OTHERS else ""),
    )
    sys.stderr.write(message + "\n")
