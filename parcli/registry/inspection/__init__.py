"""Rules that one file must keep by itself, beyond its schema: one rule a module, listed here.

Each module has a CODE, a SEVERITY, a docstring that is its manual page, and `inspect`, which looks
at a read file. What they find is stored in the compiled index with the file's other diagnostics, so
that a file is inspected once for each of its versions. Rules between files are in `checks`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from parcli.registry.files import FileKind
from parcli.registry.inspection import (
    appendix_numbers,
    area_codes,
    citation_dates,
    cited_words,
    criterion_points,
    dateline,
    deadline_words,
    document_number,
    document_symbol,
    mixed_scripts,
    named_places,
    named_twice,
    no_lead,
    numbering_repeats,
    numbering_restarts,
    numbering_skips,
    ocr_damage,
    own_ids,
    own_links,
    personal_data,
    recipients,
    secret_document,
    shared_names,
    subject_stop,
    target_figures,
    target_words,
    tone_placement,
    validity_order,
    wrong_meaning,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic, Severity
    from parcli.registry.inspection.inspected import Inspected


class Inspection(Protocol):
    """What each module of this package offers."""

    CODE: str
    SEVERITY: Severity
    __doc__: str | None
    __name__: str

    def inspect(self, file: Inspected) -> Iterator[Diagnostic]:
        """What is wrong with the file by this rule."""


# Rules about the words of a file of any kind; they need no model.
WORDS = cast(
    "tuple[Inspection, ...]",
    (secret_document, personal_data, tone_placement, ocr_damage, mixed_scripts),
)
RULES = cast(
    "dict[FileKind, tuple[Inspection, ...]]",
    {
        FileKind.DIRECTIVE: (
            own_ids,
            named_places,
            cited_words,
            no_lead,
            named_twice,
            wrong_meaning,
            validity_order,
            citation_dates,
            dateline,
            deadline_words,
            target_figures,
            target_words,
            numbering_repeats,
            numbering_skips,
            numbering_restarts,
            document_number,
            document_symbol,
            recipients,
            subject_stop,
            appendix_numbers,
        ),
        FileKind.UNITS: (own_ids, own_links, shared_names, area_codes, validity_order),
        FileKind.INDEX: (own_ids, validity_order, criterion_points),
    },
)
INSPECTIONS = tuple(
    sorted({rule.CODE: rule for rules in (WORDS, *RULES.values()) for rule in rules}.values(),
           key=lambda rule: rule.CODE)
)  # fmt: skip


def inspect(kind: FileKind, file: Inspected) -> Iterator[Diagnostic]:
    """What is wrong with a file by all the rules for its kind."""
    for rule in WORDS:
        yield from rule.inspect(file)
    if file.model is not None:
        for rule in RULES.get(kind, ()):
            yield from rule.inspect(file)
