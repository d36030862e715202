"""Printed lines joined to running words, also where a column too narrow broke a word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from parcli.intake.readers.syllables import is_syllable
from parcli.intake.recognise.letters import CAPITALS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parcli.intake.blocks import Run
    from parcli.intake.readers.pdf_lines import Line

# Where a word is broken, so many of its letters may be missing to the column's full width.
_LETTERS = 1.5
# "MTTQV" and "N", "1156/2016/UBT" and "VQH13".
_CAPITALS = re.compile(rf"^[{CAPITALS}&]{{4,}}\d*$|[-/][{CAPITALS}&]{{2,}}\d*$")
_CAPITALS_REST = re.compile(rf"(?:[{CAPITALS}]{{1,6}}\d{{0,2}}|\d{{1,2}})(?!\w)")


def joined_runs(group: Sequence[Line]) -> tuple[Run, ...]:
    """The words of lines that belong together, in runs of one look."""
    runs: list[Run] = []
    for number, line in enumerate(group):
        broken = number > 0 and _is_broken(group, number)
        for place, run in enumerate(line.runs()):
            between = _between(runs, run.text) if place == 0 and not broken else ""
            text = between + run.text
            if runs and runs[-1][1:] == run[1:]:
                runs[-1] = runs[-1]._replace(text=runs[-1].text + text)
            else:
                runs.append(run._replace(text=text))
    return tuple(runs)


def _between(runs: Sequence[Run], after: str) -> str:
    """What parts two lines: nothing after a hyphen inside a name ("HĐND-") or inside a year."""
    if not runs:
        return ""
    broken_year = re.search(r"/\d{1,3}$", runs[-1].text) and re.match(r"\d{1,3}(?!\d|/)", after)
    return "" if broken_year or re.search(r"\w-$", runs[-1].text) else " "


def _is_broken(group: Sequence[Line], number: int) -> bool:
    """Whether a column too narrow for a word broke it before this line: "MTTQV" and "N tỉnh".

    The piece above fills the column alone; the piece below is no syllable, or goes on in capitals.
    """
    above, below = group[number - 1], group[number].words[0].text
    piece = above.words[-1].text
    if len(above.words) > 1:
        return False
    if piece[-1].isalpha() and _is_rest(piece, below):
        return True
    if above.x1 < max(line.x1 for line in group) - _LETTERS * (above.x1 - above.x0) / len(piece):
        return False
    capitals = _CAPITALS.search(piece) and _CAPITALS_REST.match(below)
    words = is_syllable(piece) or is_syllable(below)
    figures = re.search(r"\d/\d*$|\d/\d{1,2}$", piece) and re.match(r"\d{1,4}(?!\d)", below)
    return bool((capitals and not words) or figures)


def _is_rest(piece: str, below: str) -> bool:
    """Whether letters are the rest of a syllable, which they are not by themselves."""
    rest = below.rstrip(",;")
    if not rest.isalpha() or (is_syllable(rest) and is_syllable(piece)):
        return False
    return is_syllable(f"{piece}{rest}")
