"""The table of all inspections, and an inspection by all of them."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, cast

from parcli.registry.files import FileKind
from parcli.registry.inspection import (
    appendix_numbers,
    area_codes,
    citation_dates,
    cited_words,
    criterion_order,
    criterion_points,
    dateline,
    deadline_words,
    document_number,
    document_symbol,
    in_force_days,
    invisible_escapes,
    misspelt_ignore,
    mixed_scripts,
    named_places,
    named_twice,
    no_lead,
    numbering_repeats,
    numbering_restarts,
    numbering_skips,
    ocr_damage,
    odd_lead,
    personal_data,
    recipients,
    secret_document,
    shared_names,
    subject_stop,
    target_figures,
    target_words,
    text_after_hash,
    time_zone,
    tone_placement,
)
from parcli.registry.inspection.essential import ESSENTIAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.registry.inspection.essential import Inspection
    from parcli.registry.inspection.inspected import Inspected


# In megabytes of damaged text, more of the same finding would help nobody and take minutes.
_MOST_OF_ONE_RULE = 200
# Rules about the words of a file of any kind; they need no model.
WORDS = cast(
    "tuple[Inspection, ...]",
    (
        secret_document,
        personal_data,
        tone_placement,
        ocr_damage,
        mixed_scripts,
        text_after_hash,
        invisible_escapes,
        misspelt_ignore,
    ),
)
RULES = cast(
    "dict[FileKind, tuple[Inspection, ...]]",
    {
        FileKind.DIRECTIVE: (
            *ESSENTIAL[FileKind.DIRECTIVE],
            named_places,
            cited_words,
            no_lead,
            named_twice,
            odd_lead,
            criterion_order,
            in_force_days,
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
        FileKind.CONFIG: (time_zone,),
        FileKind.UNITS: (*ESSENTIAL[FileKind.UNITS], shared_names, area_codes),
        FileKind.INDEX: (*ESSENTIAL[FileKind.INDEX], criterion_points),
    },
)
INSPECTIONS = tuple(
    sorted({rule.CODE: rule for rules in (WORDS, *RULES.values()) for rule in rules}.values(),
           key=lambda rule: rule.CODE)
)  # fmt: skip


def inspect(kind: FileKind, file: Inspected) -> Iterator[Diagnostic]:
    """What is wrong with a file by all the rules for its kind."""
    for rule in WORDS:
        yield from islice(rule.inspect(file), _MOST_OF_ONE_RULE)
    if file.model is not None:
        for rule in RULES.get(kind, ()):
            yield from rule.inspect(file)
