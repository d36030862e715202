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
ForceOption = Annotated[bool, typer.Option("--force", help=_("Replace files that exist."))]
LIST_FORMATS = ("text", "json", "csv", "xlsx")


def text_for_table(given: str) -> str:
    """`--format table` is another name of the usual form."""
    return "text" if given == "table" else given


ListFormatOption = Annotated[
    str,
    typer.Option(
        "--format",
        help=_("Output: text, json, csv or xlsx."),
        metavar="FORMAT",
        callback=text_for_table,
    ),
]
JsonOption = Annotated[
    str,
    typer.Option(
        "--format", help=_("Output: text or json."), metavar="FORMAT", callback=text_for_table
    ),
]


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


@dataclass(frozen=True)
class Opened:
    """A registry ready for questions, and the day they are asked on."""

    index: Index
    today: date
    settings: dict[str, Any]

    @property
    def policies(self) -> dict[str, Any]:
        """The policies of parcli.yaml."""
        return dict(self.settings.get("policies", {}))


def opened(
    ctx: typer.Context, root: Path | None = None, as_of: str | None = None, *, quiet: bool = False
) -> Opened:
    """The registry asked for, its index current. Warns on stderr where its files have errors.

    Raises NoRegistry, NoRegistryThere, Unreadable or BadDate.
    """
    from parcli.registry.compiled.store import open_index
    from parcli.registry.files import find_root

    given = ctx.obj if isinstance(ctx.obj, dict) else {}
    index = open_index(find_root(root or given.get("root"), Path.cwd()))
    ctx.call_on_close(index.db.close)
    if not quiet:
        warn_of_errors(index)
    return Opened(index, day_asked(as_of or given.get("as_of")), dict(index.settings()))


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


def units_asked(opened: Opened, written: str | None, directive: str | None = None) -> list[Unit]:
    """The units that `--unit` means: of the directive's organisation, else of the home one."""
    if written is None:
        return []
    from parcli.queries.unit_lookup import find_units

    db = opened.index.db
    sql = "SELECT org FROM directive WHERE slug = ?"
    orgs = [row[0] for row in db.execute(sql, (directive,))] if directive else []
    home = opened.settings.get("org")
    return find_units(opened.index, written, [*orgs, *([str(home)] if home else [])])


def tell_also_fitting(
    opened: Opened, written: str | None, chosen: Sequence[Unit], org: str | None = None
) -> None:
    """Say on stderr which other units the name written fits, so that none is passed over unseen."""
    if not written or not chosen:
        return
    from parcli.queries.unit_lookup import also_fitting

    others = also_fitting(opened.index, written, chosen, org)
    if not others:
        return
    message = _("“{name}” was taken for {chosen}; it fits as well: {others}.").format(
        name=written,
        chosen=", ".join(dict.fromkeys(f"{u.name} ({u.org})" for u in chosen)),
        others=", ".join(f"{u.name} ({u.org}: {u.id})" for u in others[:_OTHERS])
        + (", …" if len(others) > _OTHERS else ""),
    )
    sys.stderr.write(message + "\n")
