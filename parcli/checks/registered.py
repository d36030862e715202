"""Every code, with its usual severity: of registry files, of other files."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from parcli.checks import CHECKS
from parcli.diagnostics import Severity
from parcli.registry.inspection.rules import INSPECTIONS

if TYPE_CHECKING:
    from parcli.checks.finding import Check
    from parcli.registry.inspection.essential import Inspection

# Raised while a file is read (registry.yaml_text, yaml_source, reading, schema_errors).
_WARN = {"PAR102", "PAR105", "PAR116"}
_READING = [f"PAR{n}" for n in (*range(101, 117), *range(201, 210))]
_IGNORES = {
    "PAR901": Severity.ERROR,
    "PAR902": Severity.WARNING,
    "PAR903": Severity.ERROR,
}

# Raised by `parcli template check` about Word files, which hold no ignore comments.
TEMPLATE_CODES = {f"PAR{n}": Severity.ERROR for n in range(801, 806)}
TEMPLATE_CODES |= {f"PAR{n}": Severity.WARNING for n in range(811, 822)}

# Raised by `parcli progress collect` about Excel forms, which hold none either.
FORM_CODES = {f"PAR{n}": Severity.ERROR for n in range(651, 663)}
FORM_CODES |= {"PAR655": Severity.WARNING, "PAR661": Severity.WARNING}

# Raised by `parcli import` about the document that a draft is made from.
IMPORT_CODES = {f"PAR{n}": Severity.WARNING for n in range(851, 856)}


@cache
def known_codes() -> dict[str, Severity]:
    """Code → usual severity, in the order of the codes: those that `parcli validate` reports."""
    codes = {c: Severity.WARNING if c in _WARN else Severity.ERROR for c in _READING}
    rules: list[Inspection | Check] = [*INSPECTIONS, *CHECKS]
    codes |= {rule.CODE: rule.SEVERITY for rule in rules} | _IGNORES
    return dict(sorted(codes.items()))


@cache
def explained_codes() -> dict[str, Severity]:
    """`known_codes` and those of templates, forms and imports, in the order of the codes."""
    codes = known_codes() | TEMPLATE_CODES | FORM_CODES | IMPORT_CODES
    return dict(sorted(codes.items()))
