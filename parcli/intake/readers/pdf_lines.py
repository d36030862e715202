"""Words on a page → printed lines and the columns that wide gaps part."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from parcli.intake.blocks import Run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parcli.intake.readers.pdf_words import Word

Box = tuple[float, float, float, float]
_COLUMN_GAP = 22.0
# Word sets the words of a list out by a tab: "-", "a)", "1.", "1.1.", "II.".
_MARK = re.compile(r"[-–+•*]|\(?(?:\d{1,3}|[IVX]{1,5}|[a-zđ])(?:\.\d{1,2}){0,3}[.)/]")


@dataclass(frozen=True)
class Line:
    """Words on one base line, from left to right."""

    words: tuple[Word, ...]

    @property
    def x0(self) -> float:
        """Its left edge."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Its right edge."""
        return self.words[-1].x1

    @property
    def top(self) -> float:
        """Its upper edge."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return max(word.bottom for word in self.words)

    @property
    def text(self) -> str:
        """Its words; a tab stands for each wide gap."""
        return "".join(run.text for run in self.runs())

    @property
    def columns(self) -> list[Line]:
        """The stretches that wide gaps part."""
        parts: list[list[Word]] = [[]]
        for word in self.words:
            if parts[-1] and self._is_gap(parts[-1][-1], word):
                parts.append([])
            parts[-1].append(word)
        return [Line(tuple(part)) for part in parts]

    def _is_gap(self, before: Word, word: Word) -> bool:
        """Whether a gap between words parts columns: not that behind the mark of a list item."""
        if word.x0 - before.x1 <= _COLUMN_GAP:
            return False
        return before is not self.words[0] or _MARK.fullmatch(before.text) is None

    def runs(self) -> list[Run]:
        """Its words as runs of one look."""
        runs: list[Run] = []
        before: Word | None = None
        for word in self.words:
            gap = "" if before is None else "\t" if self._is_gap(before, word) else " "
            run = Run(gap + word.text, word.bold, word.italic, font=word.font)
            if runs and runs[-1][1:] == run[1:]:
                runs[-1] = runs[-1]._replace(text=runs[-1].text + run.text)
            else:
                runs.append(run)
            before = word
        return runs


def lines_outside(words: Sequence[Word], boxes: Sequence[Box]) -> list[Line]:
    """The lines outside the boxes, from top to bottom."""
    return lines_of([word for word in words if not any(_inside(word, box) for box in boxes)])


def lines_of(words: Sequence[Word]) -> list[Line]:
    """Words put into lines: those whose middles are level."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda each: ((each.top + each.bottom) / 2, each.x0)):
        middle = (word.top + word.bottom) / 2
        if rows and rows[-1][0].top - 1 <= middle <= rows[-1][0].bottom + 1:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [Line(tuple(sorted(row, key=lambda each: each.x0))) for row in rows]


def _inside(word: Word, box: Box) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box[0] - 1 <= x <= box[2] + 1 and box[1] - 1 <= y <= box[3] + 1
