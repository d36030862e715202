"""A name means no unit of the catalogue.

The task then reaches nobody: it is missing from the unit's list, its report and its reminders.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.checks.broken_files import broken_files
from parcli.checks.cut_names import cut_names
from parcli.checks.finding import found
from parcli.checks.locating import source_of
from parcli.checks.written_names import pieces_of, places, unresolved
from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.registry.files import FileKind
from parcli.text import folded, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.checks.broken_files import BrokenFiles
    from parcli.checks.context import Context
    from parcli.checks.finding import Finding
    from parcli.checks.written_names import WrittenName
    from parcli.model.unit_names import Match

CODE = "PAR401"
SEVERITY = Severity.ERROR
_MESSAGE = N_("No unit of “{org}” is called “{unit}”.")
_NEAR = N_("Did you mean {near}? Otherwise add it to data/units/{org}.yaml, or as an alias.")
_CUT = N_("A comma cuts the name “{whole}” in two; what is left is no unit's name.")
_QUOTE = N_('Put the whole name in quotes: "{whole}".')
_SPLIT = N_("These are several units; write one item for each: {near}.")
_BROKEN = N_("data/units/{org}.yaml has errors, so it may be there: mend those first.")
_HINT = N_("Add it to data/units/{org}.yaml: as a unit, a group, or an alias of one.")


def check(context: Context) -> Iterator[Finding]:
    """Each place of a name that no unit ever had; each progress file of such a unit."""
    broken = broken_files(context, FileKind.UNITS)
    unknown = list(_unknown(context, broken))
    cut = cut_names(context, [name for name, _match in unknown])
    for name, match in unknown:
        on = context.day_of(name.org, name.since)
        pieces = pieces_of(context.names(name.org), name.written, on)
        near = "; ".join(pieces or match.suggestions)
        damaged = name.org in broken.damaged
        hint = _BROKEN if damaged else _SPLIT if pieces else _NEAR if near else _HINT
        for place in places(context, name.number):
            if place not in cut:
                yield found(*place, _MESSAGE, hint, unit=name.written, org=name.org, near=near)
    for place, whole in cut.items():
        if whole:
            yield found(*place, _CUT, _QUOTE, whole=whole)
    yield from _reporting_units(context, broken)


def _unknown(context: Context, broken: BrokenFiles) -> Iterator[tuple[WrittenName, Match]]:
    """Each name that no unit has on any day, with what the catalogue says of it.

    None that stands in the part of a catalogue that errors have cost: they are told there.
    """
    lost: dict[str, str] = {}
    for name in unresolved(context):
        if name.candidates != "[]" or name.org in broken.unread:
            continue
        if name.org in broken.damaged and name.org not in lost:
            lost[name.org] = folded(source_of(context.index.root, broken.damaged[name.org]).text)
        on = context.day_of(name.org, name.since)
        match = context.names(name.org).find(name.written, on)
        if not match.other_days and folded(name.written) not in lost.get(name.org, ""):
            yield name, match


def _reporting_units(context: Context, broken: BrokenFiles) -> Iterator[Finding]:
    """Each progress file of a unit that its catalogue lacks; none that is in the wrong place."""
    sql = """
    SELECT DISTINCT p.file, p.org, p.unit FROM (
      SELECT file, org, unit FROM progress UNION SELECT file, org, unit FROM submission
    ) p WHERE p.org IN (SELECT id FROM organisation)
    AND NOT EXISTS (SELECT 1 FROM unit u WHERE u.org = p.org AND u.id = p.unit AND NOT u.is_group)
    AND NOT EXISTS (SELECT 1 FROM diagnostic d WHERE d.file = p.file AND d.code = 'PAR208')
    """
    for file, org, unit in context.db.execute(sql).fetchall():
        if org in broken.unread:
            continue
        ids = "SELECT id FROM unit WHERE org = ? AND NOT is_group"
        near = ", ".join(nearest(unit, [row[0] for row in context.db.execute(ids, (org,))]))
        hint = _NEAR if near else _HINT
        yield found(file, "", ("unit",), _MESSAGE, hint, unit=unit, org=org, near=near)
