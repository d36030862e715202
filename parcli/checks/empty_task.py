"""A task that says nothing.

Without a title and without a text nobody knows what is to be done; lists show an empty line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.checks.finding import found
from parcli.diagnostics import Severity
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.checks.context import Context
    from parcli.checks.finding import Finding

CODE = "PAR714"
SEVERITY = Severity.WARNING
_MESSAGE = N_("The task {task} has neither a title nor a text.")
_HINT = N_("Write what the document says in `title` or `text`.")


def check(context: Context) -> Iterator[Finding]:
    """Each task without a word of what is to be done."""
    sql = """
    SELECT directive, at, slug FROM task
    WHERE trim(coalesce(title, '')) = '' AND trim(coalesce(text, '')) = ''
    """
    for directive, at, slug in context.db.execute(sql):
        yield found(directive, at, (), _MESSAGE, _HINT, task=slug)
