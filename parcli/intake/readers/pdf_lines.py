"""Words on a page → printed lines → paragraphs, told by indents,
gaps and how far a line reaches."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from parcli.intake.blocks import Paragraph, Place, Run
from parcli.intake.readers.encodings import cleaned
from parcli.intake.readers.legacy import legacy_font
from parcli.intake.recognise.letters import CAPITALS, SMALL
from parcli.intake.recognise.numbering import read_label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Box = tuple[float, float, float, float]
_COLUMN_GAP = 22.0
_CENTRED = 14.0
_LEVEL = 4.0


@dataclass(frozen=True)
class Word:
    """A word with its place and look."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    bold: bool
    italic: bool
    font: str = ""


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
            if parts[-1] and word.x0 - parts[-1][-1].x1 > _COLUMN_GAP:
                parts.append([])
            parts[-1].append(word)
        return [Line(tuple(part)) for part in parts]

    def runs(self) -> list[Run]:
        """Its words as runs of one look."""
        runs: list[Run] = []
        before: Word | None = None
        for word in self.words:
            gap = "" if before is None else "\t" if word.x0 - before.x1 > _COLUMN_GAP else " "
            run = Run(gap + word.text, word.bold, word.italic, font=word.font)
            if runs and runs[-1][1:] == run[1:]:
                runs[-1] = runs[-1]._replace(text=runs[-1].text + run.text)
            else:
                runs.append(run)
            before = word
        return runs


def words_in(page: Any) -> list[Word]:
    """The words of a page, in NFC, with bold and italic told from the fonts' names."""
    found = page.extract_words(
        extra_attrs=["fontname"], x_tolerance=1.6, y_tolerance=2.5, keep_blank_chars=False
    )
    return [
        Word(text, w["x0"], w["x1"], w["top"], w["bottom"], *_look(w["fontname"]))
        for w in found
        if (text := cleaned(w["text"], soft_hyphens=True))
    ]


def _look(font: str) -> tuple[bool, bool, str]:
    name = str(font).lower()
    bold, italic = "bold" in name or "black" in name, "italic" in name or "oblique" in name
    return bold, italic, legacy_font(str(font))


def lines_of_page(page: Any, without: Sequence[Box]) -> list[Line]:
    """The lines outside the boxes, from top to bottom."""
    free = [word for word in words_in(page) if not any(_inside(word, box) for box in without)]
    return lines_of(free)


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


def paragraphs_of(
    lines: Sequence[Line], width: float, page: int, before: int
) -> Iterator[tuple[float, Paragraph]]:
    """The lines as paragraphs, each with the height it begins at."""
    if not lines:
        return
    right = sorted(line.x1 for line in lines)[int(len(lines) * 0.9)]
    left = min(line.x0 for line in lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _goes_on(groups[-1], line, left, right, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    for number, group in enumerate(groups, before + 1):
        centred = (
            abs((group[0].x0 + group[0].x1) / 2 - width / 2) < _CENTRED and group[0].x1 < right - 20
        ) or (len(group) > 1 and _under_middle(group[-2], group[-1]))
        place = Place(page, number)
        runs = _joined(group)
        aside = "right" if group[0].x0 > 0.45 * width else ""
        yield group[0].top, Paragraph(runs, place, "", "pdf", "center" if centred else aside)


def _goes_on(group: list[Line], line: Line, left: float, right: float, width: float) -> bool:
    """Whether a line belongs to the paragraph above it."""
    above = group[-1]
    height = above.bottom - above.top
    if line.top - above.bottom > 0.9 * height or "\t" in line.text or "\t" in above.text:
        return False
    if _all(above, "bold") != _all(line, "bold"):
        return False
    if read_label(line.text) is not None and not _dash_inside(group, line, left, right):
        return False
    if line.x0 > left + 30 and _under_middle(above, line):
        return above.x1 > right - 20 and (above.text.isupper() or not line.text.isupper())
    middle = abs((line.x0 + line.x1) / 2 - width / 2) < _CENTRED
    if middle and abs((above.x0 + above.x1) / 2 - width / 2) < _CENTRED and line.x0 > left + 30:
        return False
    full = above.x1 > right - 0.12 * (right - left)
    indented = line.x0 > min(each.x0 for each in group) + 12 and len(group) > 1
    return (
        full
        and not indented
        and not (line.x0 > left + 14 and len(group) == 1 and line.x0 >= above.x0 - 1)
    )


def _dash_inside(group: list[Line], line: Line, left: float, right: float) -> bool:
    """Whether a dash at a line's beginning stands in a sentence: "Nhà máy" and "- Xí nghiệp Đông".

    The line is set out to the margin, from which items are indented; the one above is full.
    """
    above = group[-1].text.rstrip()
    full = group[-1].x1 > right - 0.12 * (right - left)
    wrapped = line.x0 < left + _LEVEL and group[0].x0 > left + _CENTRED / 2
    return wrapped and full and bool(_DASH.match(line.text)) and not above.endswith(_ENDS)


def _under_middle(above: Line, line: Line) -> bool:
    """Whether a line stands under the middle of a longer one, as a wrapped title's last words."""
    apart = abs((line.x0 + line.x1) - (above.x0 + above.x1)) / 2
    return apart < _LEVEL and line.x0 > above.x0 + _CENTRED


def _all(line: Line, look: str) -> bool:
    return all(getattr(word, look) for word in line.words)


def _joined(group: Sequence[Line]) -> tuple[Run, ...]:
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
    if len(above.words) > 1 or above.x1 < max(line.x1 for line in group) - 1:
        return False
    capitals = re.fullmatch(rf"[{CAPITALS}Đ&]{{4,}}", piece) and re.match(
        rf"[{CAPITALS}]{{1,3}}(?![{SMALL}])", below
    )
    figures = re.search(r"\d/\d*$|\d/\d{1,2}$", piece) and re.match(r"\d{1,4}(?!\d)", below)
    return bool(capitals or figures or (piece[-1].isalpha() and _NO_SYLLABLE.match(below)))


_NO_SYLLABLE = re.compile(r"(?:ng|nh|ch|[cmnpt])(?![^\W_])[,.;:]?$")
_DASH = re.compile(r"[-–]\s")
_ENDS = (".", ";", ":")
_ITEM = re.compile(r"[-–+•*]\s+\S")


def cell_lines(words: Sequence[Word], place: Place) -> tuple[Paragraph, ...]:
    """The words of a table cell as its lines: a new one where a list item begins."""
    groups: list[list[Line]] = []
    for line in lines_of(words):
        plain = Line(line.words)
        if groups and not _ITEM.match(plain.text.replace("\t", " ")):
            groups[-1].append(plain)
        else:
            groups.append([plain])
    return tuple(Paragraph(_without_tabs(_joined(group)), place, "", "pdf") for group in groups)


def _without_tabs(runs: Sequence[Run]) -> tuple[Run, ...]:
    return tuple(run._replace(text=run.text.replace("\t", " ")) for run in runs)
