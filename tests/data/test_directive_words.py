"""Every word of the two source documents is in their files, in the order of the documents."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from shipped import NAMES, directive, raw

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.model.directive import Appendix, Directive, Group, Task

SOURCES = Path(__file__).parent / "sources"
THRESHOLD = 0.995


def words(text: str) -> list[str]:
    bare = re.sub(r"<[^>]+>|\*", " ", unicodedata.normalize("NFC", text))
    return re.findall(r"\w+", bare.casefold())


def runs(text: list[str], length: int = 4) -> set[tuple[str, ...]]:
    return {tuple(text[i : i + length]) for i in range(len(text) - length + 1)}


def goes_on(paragraph: str) -> bool:
    """Whether `paragraph` goes on from the page before: it starts in lower case and is no "a)"."""
    return paragraph[0].islower() and paragraph[1] != ")"


def corrected_source(name: str) -> str:
    text = (SOURCES / f"{name}.txt").read_text(encoding="utf-8")
    for erratum in directive(name).errata:
        assert text.count(erratum.printed) == 1, erratum
        text = text.replace(erratum.printed, erratum.read)
    return text


def add_row(cells: list[str], found: list[list[str]]) -> None:
    """Add a table row; one without a number continues the row before the page break."""
    if cells[0] or not found:
        found.append(cells)
        return
    found[-1] = [f"{old} {new}".strip() for old, new in zip(found[-1], cells, strict=True)]


def passages(name: str) -> list[str]:
    """Paragraphs and table cells in print order; a header repeated on a new page comes once."""
    found: list[list[str]] = []
    header: list[str] = []
    for block in re.split(r"\n\s*\n", corrected_source(name).strip()):
        for line in block.split("\n") if "\t" in block else [block]:
            cells = line.split("\t")
            if len(cells) > 1 and cells == header:
                continue
            if len(cells) > 1:
                header = cells if cells[0] == "TT" else header
                add_row(cells, found)
            elif found and goes_on(line):
                found[-1][-1] += f" {line}"
            else:
                found.append(cells)
                header = [] if "PHỤ LỤC" in line else header
    return [cell for row in found for cell in row if cell]


def all_values(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    for item in node.values() if isinstance(node, dict) else node if isinstance(node, list) else []:
        yield from all_values(item)


def printed_task(task: Task) -> Iterator[str | None]:
    yield None if task.printed_number else task.number
    yield from (task.title, task.text)


def printed_row(task: Task) -> Iterator[str | None]:
    yield from printed_task(task)
    yield from (str(unit) for unit in [*(task.lead or []), *(task.support or [])])


def printed_group(group: Group) -> Iterator[str | None]:
    yield from (group.number, group.title, group.text)
    for task in group.tasks:
        yield from printed_task(task)
    for child in group.groups:
        yield from printed_group(child)


def printed_appendix(appendix: Appendix) -> Iterator[str | None]:
    yield from (appendix.label, appendix.title, appendix.reference, *appendix.columns)
    for task in appendix.tasks:
        yield from printed_row(task)
    for group in appendix.groups:
        yield from (group.number, group.title)
        for task in group.tasks:
            yield from printed_row(task)


def printed(document: Directive) -> Iterator[str | None]:
    """What the document prints, in its order, with the fixed words of its form."""
    yield from (document.issuer, document.motto, "Số:", document.number, document.symbol)
    yield from (document.dateline, "V/v", document.subject, "Kính gửi:", *document.addressees)
    yield document.opening
    for group in document.groups:
        yield from printed_group(group)
    yield from (document.closing, "Nơi nhận:", *document.recipients)
    if document.signature:
        yield from document.signature.model_dump().values()
    for appendix in document.appendices:
        yield from printed_appendix(appendix)


@pytest.mark.parametrize("name", NAMES)
def test_document_reads_back_word_for_word(name: str) -> None:
    read_back = words(" ".join(part for part in printed(directive(name)) if part))
    assert read_back == words(" ".join(passages(name)))


@pytest.mark.parametrize("name", NAMES)
def test_four_word_runs_of_the_source_are_in_the_values(name: str) -> None:
    known = runs([word for value in all_values(raw(name)) for word in words(value)])
    wanted = [run for passage in passages(name) for run in runs(words(passage))]
    share = sum(run in known for run in wanted) / len(wanted)
    assert share >= THRESHOLD, f"{name}: {share:.4%}"
