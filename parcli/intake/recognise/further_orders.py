"""Whom a sentence orders after a semicolon: "Sở A rà soát …; UBND xã cấp giấy …"."""

from __future__ import annotations

import re

from parcli.intake.recognise.circles import is_generic, is_open
from parcli.intake.recognise.supporting import supporting_units
from parcli.intake.recognise.units import leading_units
from parcli.intake.recognise.verb_words import VERB

# Of a second order these say only how its units help with the first.
HELPS = re.compile(
    r"(?:(?:có )?trách nhiệm )?(?:cùng )?(?:phối hợp|cung cấp|gửi|báo cáo|tổng hợp|là|chịu trách)\b"
)
_CLAUSE = re.compile(r";\s+(?=[^\W\d_])")
_FEWEST_WORDS = 6
_LONGEST = 2000


def also_ordered(text: str, first: list[str]) -> list[str]:
    """The units that further clauses of the first sentence give work of their own.

    [] where a clause goes on with whom to work: "phối hợp với Sở A; UBND xã triển khai …".
    """
    sentence = re.split(r"\.\s|\n", text[:_LONGEST], maxsplit=1)[0]
    names: list[str] = []
    before, *clauses = _CLAUSE.split(sentence)
    for clause in clauses:
        helpers = supporting_units(before)
        if helpers and not before[helpers.end :].strip(" ,"):
            break
        names += [name for name in _acting(clause) if name not in (*first, *names)]
        before = clause
    return names


def _acting(clause: str) -> list[str]:
    """The named units that a clause begins with, where it says what they do."""
    found = leading_units(clause)
    if found is None or found.start or any(map(_is_circle, found.names)):
        return []
    work = clause[found.end :].lstrip(" ,")
    told = VERB.match(work) is None or HELPS.match(work) is not None
    return [] if told or len(work.split()) < _FEWEST_WORDS else found.names


def _is_circle(name: str) -> bool:
    return is_open(name) or is_generic(name)
