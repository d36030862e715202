"""Two who collect at the same time, and one who is killed: every file reads without errors."""

from __future__ import annotations

import multiprocessing
import random
import time
from datetime import date
from typing import TYPE_CHECKING

from binh_minh import FilledForm, copied_to, errors, snapshot

from parcli.documents.workbooks.form_content import form_content
from parcli.documents.workbooks.form_writer import form_bytes
from parcli.intake.workbooks.collecting import CollectOptions, collect
from parcli.queries.assigned_tasks import units_reporting
from parcli.registry.compiled.store import open_index
from parcli.schedule.periods import Period

if TYPE_CHECKING:
    from pathlib import Path

PERIOD = Period.parse("2026-Q3")
KILLS = 12


def forms(root: Path, result: str) -> list[tuple[str, bytes]]:
    """Every unit's form with `result` in each row of a task."""
    index = open_index(root)
    made = []
    for unit in units_reporting(index, PERIOD):
        form = FilledForm(form_bytes(form_content(index, unit, PERIOD, date(2026, 9, 1))))
        for key in list(form.keys())[1:]:
            if key.target == 1:
                form.fill(key.task, status="Đang thực hiện", result=f"{result} " * 200)
        made.append((f"{unit.id}.xlsx", form.bytes()))
    index.db.close()
    return made


def collect_all(root: Path, files: list[tuple[str, bytes]]) -> None:
    index = open_index(root)
    found = collect(index, files, CollectOptions("2026-09-14"))
    index.db.close()
    assert not found.has_errors()


def start(root: Path, files: list[tuple[str, bytes]]) -> multiprocessing.Process:
    process = multiprocessing.get_context("fork").Process(target=collect_all, args=(root, files))
    process.start()
    return process


def test_two_collect_at_once(tmp_path: Path) -> None:
    root = copied_to(tmp_path)
    both = [start(root, forms(root, result)) for result in ("một", "hai")]
    for process in both:
        process.join()
    assert [process.exitcode for process in both] == [0, 0]
    assert errors(root) == []
    texts = {raw.decode() for path, raw in snapshot(root).items() if "2026-Q3" in path}
    assert len(texts) == 7
    assert len({("một một" in text, "hai hai" in text) for text in texts}) == 1, "one came last"


def test_killed_at_any_moment(tmp_path: Path) -> None:
    root = copied_to(tmp_path)
    moments = random.Random(4)
    versions = [forms(root, result) for result in ("một", "hai")]
    began = time.monotonic()
    collect_all(root, versions[1])
    whole = time.monotonic() - began
    for n in range(KILLS):
        process = start(root, versions[n % 2])
        time.sleep(whole * moments.uniform(0.2, 1.1))
        process.kill()
        process.join()
        assert errors(root) == []
    collect_all(root, versions[0])
    assert errors(root) == []
    names = {path.rpartition("/")[2] for path in snapshot(root) if "2026-Q3" in path}
    assert len(names) == 7
    assert all(name.endswith(".yaml") for name in names), "no leftovers"
