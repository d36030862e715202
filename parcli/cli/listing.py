"""Lists for spreadsheets on standard output: CSV text, or an Excel workbook's bytes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from parcli.errors import UsageError
from parcli.language import N_

if TYPE_CHECKING:
    from datetime import date

    from parcli.reporting.tables import Sheet

SHEETS = ("csv", "xlsx")


class NotForTerminals(UsageError):
    """A workbook asked for where people read."""

    message = N_("A workbook cannot be shown on a terminal.")
    hint = N_("Send it to a file: … --format xlsx > viec.xlsx")


def write_listing(sheet: Sheet, form: str, day: date) -> None:
    """The sheet as CSV, or as a workbook dated `day`, which raises NotForTerminals on one."""
    from parcli.reporting.tables import csv_text, on_terminal, write_csv

    if form == "csv":
        write_csv(csv_text(*sheet))
        return
    if on_terminal():
        raise NotForTerminals
    from parcli.documents.workbooks.workbook_bytes import workbook_bytes
    from parcli.reporting.sheets import workbook

    sys.stdout.flush()
    sys.stdout.buffer.write(workbook_bytes(workbook(sheet), day))
    sys.stdout.buffer.flush()
