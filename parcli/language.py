"""The language people read: gettext catalogues, Vietnamese unless English is asked for.

English messages are the ids. A message with figures carries them as named fields, so that a
translation may order them as its language does: ``_("{count} units").format(count=3)``.
"""

from __future__ import annotations

import gettext
import os
from pathlib import Path

LANGUAGES = ("vi", "en")
DEFAULT = "vi"
LOCALE_DIR = Path(__file__).parent / "locale"

_chosen = DEFAULT
_catalogues: dict[str, gettext.NullTranslations] = {}


def choose(language: str) -> None:
    """Make `language` ("vi" or "en") the one that `_` and `ngettext` answer in.

    Raises ValueError for any other language.
    """
    global _chosen  # noqa: PLW0603  one process speaks one language at a time
    if language not in LANGUAGES:
        msg = f"no catalogue for language {language!r}"
        raise ValueError(msg)
    _chosen = language


def chosen() -> str:
    """The language in force, "vi" or "en"."""
    return _chosen


def from_environment() -> str:
    """The language PARCLI_LANG asks for; Vietnamese where it is absent or unknown."""
    asked = os.environ.get("PARCLI_LANG", DEFAULT).lower().split("_")[0]
    return asked if asked in LANGUAGES else DEFAULT


def _catalogue() -> gettext.NullTranslations:
    if _chosen not in _catalogues:
        _catalogues[_chosen] = (
            gettext.NullTranslations()
            if _chosen == "en"
            else gettext.translation("parcli", LOCALE_DIR, [_chosen], fallback=True)
        )
    return _catalogues[_chosen]


def _(message: str) -> str:
    """`message` in the language in force; itself where the catalogue lacks it."""
    return _catalogue().gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """The form for `count`, in the language in force. Vietnamese has one form."""
    return _catalogue().ngettext(singular, plural, count)


def N_(message: str) -> str:  # noqa: N802  gettext's own name for "translate later"
    """`message` unchanged: marks it for the catalogue where it is translated later."""
    return message
