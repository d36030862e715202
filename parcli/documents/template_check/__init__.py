"""What is wrong with a Word template: its tags, and its departures from the format profile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.documents.profile import load_profile
from parcli.documents.template_check.layout import layout_findings
from parcli.documents.template_check.tag_findings import has_tags, likely_kind, tag_findings

if TYPE_CHECKING:
    from parcli.diagnostics import Diagnostic
    from parcli.documents.package import WordPackage
    from parcli.documents.report_kinds import ReportKind


def check_template(package: WordPackage, kind: ReportKind | None = None) -> list[Diagnostic]:
    """Every finding about a template, or about a finished document, sorted; lines are paragraphs.

    Without `kind` the template is taken for the kind of report whose names it uses most.
    """
    found: list[Diagnostic] = []
    if has_tags(package):
        found += tag_findings(package, kind or likely_kind(package))
    found += layout_findings(package.path, package, load_profile())
    return sorted(found)
