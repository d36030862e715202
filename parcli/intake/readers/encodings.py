"""Bytes → text: UTF-8 first, then the encodings that Vietnamese files come in."""

from __future__ import annotations

import re
import unicodedata

from parcli.intake.failures import NotThisKind, UnknownEncoding
from parcli.intake.readers.legacy import from_legacy
from parcli.language import _

DAMAGED = "UTF-8 (?)"
# One broken byte in a long letter is damage, not another encoding.
_MOST_DAMAGE = 0.002
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_SAMPLE = 4096
_FEWEST_SPACES = 20
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")


def decoded(raw: bytes, file: str) -> tuple[str, str]:
    """The text of `raw` and the encoding that was converted; "" where it was UTF-8.

    Raises UnknownEncoding, or NotThisKind for bytes that are no text.
    """
    for mark, name in _MARKS:
        if raw.startswith(mark):
            text = _strictly(raw, name)
            if text is None:
                raise UnknownEncoding(file=file)
            return cleaned(text), "" if name == "utf-8-sig" else "UTF-16"
    if b"\x00" in raw[:_SAMPLE]:
        text = _sixteen_bit(raw)
        if text is None:
            raise NotThisKind(file=file, found=_("something else"))
        return cleaned(text), "UTF-16"
    text = _strictly(raw, "utf-8")
    if text is not None:
        changed, font = from_legacy(text)
        return cleaned(changed), font
    damaged = raw.decode("utf-8", errors="replace")
    if damaged.count("\ufffd") <= len(damaged) * _MOST_DAMAGE:
        return cleaned(damaged), DAMAGED
    return _eight_bit(raw, file)


def _sixteen_bit(raw: bytes) -> str | None:
    """UTF-16 without its mark, told by the zeros of spaces and line ends; None for no text."""
    for encoding, space in (("utf-16-le", b" \x00"), ("utf-16-be", b"\x00 ")):
        if raw[:_SAMPLE].count(space) > _FEWEST_SPACES:
            text = _strictly(raw, encoding)
            if text is not None and not _CONTROL.search(text):
                return text
    return None


def cleaned(text: str, *, soft_hyphens: bool = False) -> str:
    """`text` in NFC, without invisible and control characters, line ends as "\\n".

    Soft hyphens stay on demand: a TCVN3 font draws them as "ư".
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n")
    if not soft_hyphens:
        text = text.replace("\xad", "")
    text = _INVISIBLE.sub("", text.replace("\xa0", " ").replace("\u202f", " "))
    text = text.replace("\u2028", "\n").replace("\u2011", "-")
    return unicodedata.normalize("NFC", _CONTROL.sub("", text))


def _strictly(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None


def _eight_bit(raw: bytes, file: str) -> tuple[str, str]:
    windows = raw.decode("cp1258", errors="replace")
    latin, font = from_legacy(raw.decode("latin-1"))
    if font:
        return cleaned(latin), font
    text = cleaned(windows)
    letters = sum("\u1ea0" <= char <= "\u1ef9" or char in "ơưăđ" for char in text)
    if letters > len(text) / 50 and "\ufffd" not in text:
        return text, "Windows-1258"
    raise UnknownEncoding(file=file)
