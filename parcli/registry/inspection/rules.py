"""The table of all inspections, and an inspection by all of them."""

from __future__ import annotations

import unicodedata
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from typing import TYPE_CHECKING, cast

from parcli.registry.files import FileKind
from parcli.registry.first_of_many import first_of_many
from parcli.registry.inspection import (
    appendix_headings,
    appendix_numbers,
    area_codes,
    citation_dates,
    cited_issuers,
    cited_words,
    criterion_order,
    criterion_points,
    cut_text,
    dateline,
    deadline_in_words,
    deadline_words,
    document_number,
    document_symbol,
    in_force_days,
    invisible_escapes,
    legacy_letters,
    misspelt_ignore,
    mixed_scripts,
    motto,
    named_places,
    named_twice,
    no_lead,
    numbering_repeats,
    numbering_restarts,
    numbering_skips,
    ocr_damage,
    odd_lead,
    other_index,
    personal_data,
    place_of_issuer,
    quoted_places,
    recipients,
    said_twice,
    secret_document,
    shared_names,
    signature_block,
    subject_stop,
    target_figures,
    target_words,
    text_after_hash,
    time_zone,
    tone_placement,
)
from parcli.registry.inspection.essential import ESSENTIAL
from parcli.registry.inspection.inspected import Inspected
from parcli.registry.yaml_source import YamlSource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.registry.inspection.essential import Inspection


# Rules about the words of a file of any kind; they need no model.
WORDS = cast(
    "tuple[Inspection, ...]",
    (
        secret_document,
        personal_data,
        tone_placement,
        ocr_damage,
        legacy_letters,
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
            appendix_headings,
            other_index,
            quoted_places,
            place_of_issuer,
            said_twice,
            signature_block,
            cut_text,
            deadline_in_words,
            motto,
            cited_issuers,
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


# More of one kind have no author but a program; each costs time to be placed.
_MOST_OF_A_RULE = 1000


def inspect(kind: FileKind, file: Inspected) -> Iterator[Diagnostic]:
    """What is wrong with a file by all the rules for its kind."""
    for rule in WORDS:
        yield from first_of_many(rule.inspect(file))
    if file.model is not None:
        for rule in RULES.get(kind, ()):
            yield from first_of_many(rule.inspect(file), _MOST_OF_A_RULE)


def inspect_undecoded(file: str, raw: bytes) -> Iterator[Diagnostic]:
    """Stamps of secrets in a file that could not be read as text, as far as it can be made out."""
    encoding = "utf-16" if raw.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8"
    text = unicodedata.normalize("NFC", raw.decode(encoding, "replace"))
    source = YamlSource(file, text, complete=False)
    yield from secret_document.inspect(Inspected(source, None))
