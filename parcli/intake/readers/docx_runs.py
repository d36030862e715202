"""The words of Word's runs: their look and font, put together, cut into lines."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from parcli.intake.blocks import Paragraph, Place, Run, joined
from parcli.intake.readers.encodings import cleaned
from parcli.intake.readers.legacy import legacy_font
from parcli.intake.readers.word_xml import W, child, value
from parcli.intake.recognise.broken_lines import leaves_open
from parcli.intake.recognise.numbering import label_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from lxml.etree import _Element

# Small letters that begin a name of their own in a list of units.
_SAID_ANEW = re.compile(r"(?:các|những|toàn|một số|cơ quan|đơn vị|ubnd|chủ tịch)\b", re.IGNORECASE)
_LISTS_ON = re.compile(r"(?<!\w)(?:và|của|với|cho|tại|thuộc|hoặc|các|những)$|,$")


def _symbol(element: _Element) -> str:
    code = value(element, "char") or ""
    try:
        char = chr(int(code, 16))
    except ValueError:
        return ""
    return "-" if char in "\uf02d\uf0b7\uf0a7" else char


def lines_of_paragraph(paragraph: Paragraph, place: Place) -> Iterator[Paragraph]:
    """A paragraph cut at its line breaks: each in a cell, in running text those before a number."""
    text = paragraph.text
    at = 0
    for found in re.finditer("\n", text):
        after = Paragraph((Run(text[found.end() :].lstrip()),))
        if place.cell is not None or label_of(after) is not None:
            yield paragraph.cut(at, found.start())
            at = found.end()
    yield paragraph.cut(at)


def whole_lines(lines: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """The lines of a cell, those put together that its author broke to make them fit.

    "Sở Khoa học" and "và Công nghệ" are one; "các xã" below a unit is another name.
    """
    broken: list[Paragraph] = []
    for line in lines:
        if broken and _goes_on(broken[-1], line):
            broken.append(line)
        else:
            yield from _whole(broken)
            broken = [line]
    yield from _whole(broken)


def _goes_on(above: Paragraph, line: Paragraph) -> bool:
    said, text = above.text.rstrip(), line.text.lstrip()
    if not said or not text or label_of(line) is not None:
        return False
    if _SAID_ANEW.match(text) and not _LISTS_ON.search(said):
        return False
    return leaves_open(said, text)


def _whole(lines: Sequence[Paragraph]) -> list[Paragraph]:
    return [joined(*lines) if len(lines) > 1 else lines[0]] if lines else []


def font_of(marks: _Element | None) -> str:
    """The run's font where it is one from before Unicode."""
    fonts = child(marks, "rFonts")
    return legacy_font(value(fonts, "ascii") or value(fonts, "hAnsi"))


def first_stated(*stated: bool | None) -> bool:
    """The first look that is stated, of a run, its style and its paragraph's; False for none."""
    return next((each for each in stated if each is not None), False)


def merged_runs(runs: Iterable[Run]) -> Iterator[Run]:
    """Runs of one look put together, white space at the paragraph's ends left out."""
    looks: list[Run] = []
    words: list[list[str]] = []
    for run in runs:
        text = cleaned(run.text, soft_hyphens=True)
        if looks and (looks[-1][1:] == run[1:] or not text.strip()):
            words[-1].append(text)
        elif text:
            looks.append(run)
            words.append([text])
    found = [run._replace(text="".join(each)) for run, each in zip(looks, words, strict=True)]
    while found and not found[0].text.strip():
        found.pop(0)
    while found and not found[-1].text.strip():
        found.pop()
    if found:
        found[0] = found[0]._replace(text=found[0].text.lstrip())
        found[-1] = found[-1]._replace(text=found[-1].text.rstrip())
    for run in found:
        yield run._replace(text=unicodedata.normalize("NFC", run.text))


# What the elements of a run say.
SAYS: dict[str, Callable[[_Element], str]] = {
    f"{W}t": lambda element: element.text or "",
    f"{W}tab": lambda _element: "\t",
    f"{W}ptab": lambda _element: "\t",
    f"{W}noBreakHyphen": lambda _element: "-",
    f"{W}softHyphen": lambda _element: "\xad",
    f"{W}sym": _symbol,
}
