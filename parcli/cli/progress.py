"""`parcli progress`: forms for units, their return, single entries, and who has reported."""

from __future__ import annotations

import typer

from parcli.cli.lazy_group import Command, Group
from parcli.cli.progress_collect import collect
from parcli.cli.progress_form import form
from parcli.cli.progress_set import set_entry
from parcli.cli.progress_status import status
from parcli.language import _

app = typer.Typer(
    cls=Group,
    add_completion=False,
    rich_markup_mode=None,
    no_args_is_help=True,
)
app.command("form", cls=Command, help=_("Write the Excel form in which a unit reports."))(form)
app.command("collect", cls=Command, help=_("Bring returned forms into the registry."))(collect)
app.command("set", cls=Command, help=_("Change what a unit reported about one task."))(set_entry)
app.command("status", cls=Command, help=_("Who has and has not reported, and what is missing."))(
    status
)
