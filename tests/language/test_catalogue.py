"""Every message has its Vietnamese, with the same fields, and the compiled catalogue is current."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

PACKAGE = Path(__file__).parents[2] / "parcli"
CATALOGUE = PACKAGE / "locale/vi/LC_MESSAGES/parcli.po"
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}
FIELD = re.compile(r"\{(\w+)[^}]*\}")


def messages() -> set[str]:
    """Every message of the source; of one with a plural, its singular."""
    found = extract_from_dir(str(PACKAGE), keywords=KEYWORDS)
    ids = (message for _file, _line, message, _comments, _context in found)
    return {message if isinstance(message, str) else message[0] for message in ids}


def translations() -> dict[str, str]:
    """Singular → Vietnamese."""
    with CATALOGUE.open("rb") as stream:
        catalogue = read_po(stream, locale="vi")
    return {
        (m.id if isinstance(m.id, str) else m.id[0]): (
            m.string if isinstance(m.string, str) else m.string[0]
        )
        for m in catalogue
        if m.id
    }


def test_every_message_is_translated() -> None:
    known = translations()
    assert sorted(message for message in messages() if not known.get(message)) == []


def test_no_translation_is_left_over() -> None:
    assert sorted(translations().keys() - messages()) == []


def test_a_translation_has_the_fields_of_its_message() -> None:
    differing = [
        message
        for message, translation in translations().items()
        if set(FIELD.findall(message)) != set(FIELD.findall(translation))
    ]
    assert differing == []


def test_the_compiled_catalogue_is_the_written_one() -> None:
    with CATALOGUE.open("rb") as stream:
        written = io.BytesIO()
        write_mo(written, read_po(stream, locale="vi"))
    written.seek(0)
    with CATALOGUE.with_suffix(".mo").open("rb") as stream:
        compiled = read_mo(stream)
    assert _plain(compiled) == _plain(read_mo(written))


def _plain(catalogue: Catalog) -> set[tuple[str, str]]:
    return {(repr(message.id), repr(message.string)) for message in catalogue if message.id}
