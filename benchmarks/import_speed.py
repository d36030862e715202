"""How long a document of about 100 pages takes, and how much memory: text and Word.

python benchmarks/import_speed.py
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from pathlib import Path

import docx

from parcli.intake.draft import make_draft
from parcli.intake.readers.opening import read_document
from parcli.intake.walking import all_tasks

SOURCES = Path(__file__).parent.parent / "tests/data/sources"
TIMES = 10  # the two sources together are about ten pages


def long_text() -> str:
    """The first source with its appendices many times over."""
    text = (SOURCES / "ba-don-2024.txt").read_text(encoding="utf-8")
    head, _mark, appendices = text.partition("PHỤ LỤC 1")
    return head + "\n\n".join(f"PHỤ LỤC 1{appendices}" for _time in range(TIMES))


def long_word(text: str, path: Path) -> None:
    """The same as a Word file, tables as tables."""
    word = docx.Document()
    table = None
    for line in text.split("\n"):
        cells = line.split("\t")
        if len(cells) < 2:
            table = None
            if line.strip():
                word.add_paragraph(line)
            continue
        if table is None:
            table = word.add_table(rows=0, cols=len(cells))
        for cell, words in zip(table.add_row().cells, cells, strict=False):
            cell.text = words
    word.save(str(path))


def measure(path: Path) -> None:
    """Print time, memory and what was found."""
    start = time.perf_counter()
    draft = make_draft(read_document(path), directive_id="x")
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    tasks = sum(1 for _task in all_tasks(draft.values))
    print(
        f"{path.suffix:<6}{seconds:6.2f} s {peak:6.0f} MiB {tasks:5} tasks "
        f"{draft.share.percent:6.1f} %"
    )


def main() -> None:
    """Text first: the peak of memory only grows."""
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder) / "long.txt"
        text.write_text(long_text(), encoding="utf-8")
        word = Path(folder) / "long.docx"
        if "--word" in sys.argv:
            long_word(long_text(), word)
            measure(word)
        else:
            measure(text)


if __name__ == "__main__":
    main()
