"""Indices and criteria that may be asked about: those of a framework or named by a directive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.errors import UsageError
from parcli.language import N_
from parcli.text import nearest

if TYPE_CHECKING:
    from parcli.registry.compiled.store import Index


class UnknownIndex(UsageError):
    """No index has that name."""

    message = N_("There is no index “{index}”.")
    hint = N_("Choose one of: {known}.")


class UnknownCriterion(UsageError):
    """No criterion has that id."""

    message = N_("There is no criterion “{criterion}”.")
    hint = N_("Did you mean: {near}?")


def checked_index(index: Index, named: str | None) -> str | None:
    """`named`, if some appendix or framework is of that index. Raises UnknownIndex."""
    if named is None:
        return None
    sql = (
        "SELECT framework FROM appendix WHERE framework IS NOT NULL UNION SELECT id FROM framework "
        "UNION SELECT DISTINCT substr(criterion, 1, instr(criterion, '/') - 1) FROM serves "
        "ORDER BY 1"
    )
    known = [row[0] for row in index.db.execute(sql)]
    if named not in known:
        raise UnknownIndex(index=named, known=", ".join(known) or "–")
    return named


def checked_criterion(index: Index, named: str | None) -> str | None:
    """`named`, if it is a criterion, or some task serves it or one below. Raises UnknownCriterion.

    The frameworks need not be in the registry, so what tasks serve counts as known.
    """
    if named is None:
        return None
    sql = "SELECT id FROM criterion UNION SELECT criterion FROM serves ORDER BY 1 LIMIT 20000"
    known = [row[0] for row in index.db.execute(sql)]
    if not any(one == named or one.startswith(f"{named}.") for one in known):
        below = [one for one in known if one.startswith(f"{named}/")]
        near = nearest(named, known) or below[:3] or known[:3]
        raise UnknownCriterion(criterion=named, near=", ".join(near) or "–")
    return named
