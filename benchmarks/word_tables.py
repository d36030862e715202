"""Word tables: our renderer against docxtpl itself. `python -m benchmarks.word_tables`.

The same template for both: rows of the tracking table, of the length that real directives have.
Peak memory is that of a process of its own.
"""

from __future__ import annotations

import io
import sys
import time
from datetime import date
from pathlib import Path

from docxtpl import DocxTemplate
from jinja2 import Environment

from benchmarks.timing import peak_mebibytes, show
from parcli.documents.contexts.tracking import Tracking, TrackingRow
from parcli.documents.package import read_package
from parcli.documents.renderer import CompiledTemplate, plain_fields

_TEMPLATE = Path(__file__).parent.parent / "templates" / "bang-theo-doi.docx"
_SMALL, _LARGE = 1_000, 10_000
_MOST_MEBIBYTES = 220


def tracking_of(count: int) -> Tracking:
    """A tracking table of `count` tasks under a heading every ten rows."""
    task = "Kiểm tra CCHC tại các cơ quan, đơn vị và xử lý 100% các vấn đề phát hiện qua kiểm tra"
    rows = [
        TrackingRow(
            n % 10 == 0, str(n), f"{task} ({n})", "Phòng Nội vụ",
            "Các phòng, đơn vị thị xã, UBND các xã, phường", "xử lý 100% các vấn đề phát hiện",
            "trước ngày 30/11/2026", "Đang thực hiện", "Đã xử lý 83,94% & đang xử lý tiếp",
        )
        for n in range(count)
    ]  # fmt: skip
    return Tracking("Bảng theo dõi", "(Kèm theo …)", "\u00a0" * 20, tuple(rows), "Nguồn: …")


def ours(count: int) -> float:
    """Seconds to compile the template and write the file, imports not counted."""
    context, raw = tracking_of(count), _TEMPLATE.read_bytes()
    began = time.perf_counter()
    template = CompiledTemplate(read_package("bang-theo-doi.docx", raw))
    template.write(io.BytesIO(), context, "Bảng theo dõi", date(2026, 6, 22))
    return time.perf_counter() - began


def docxtpl(count: int) -> float:
    """Seconds that docxtpl by itself takes for the same template and rows."""
    context = plain_fields(tracking_of(count))
    began = time.perf_counter()
    template = DocxTemplate(_TEMPLATE)
    template.render(context, Environment(autoescape=True))
    template.save(io.BytesIO())
    return time.perf_counter() - began


def main() -> None:
    """Print the ratios and the peak memory."""
    small = min(ours(_SMALL) for _run in range(5))
    large = min(ours(_LARGE) for _run in range(3))
    theirs = min(docxtpl(_LARGE) for _run in range(3))
    peak = peak_mebibytes(
        [sys.executable, "-c", f"from benchmarks.word_tables import ours; ours({_LARGE})"]
    )
    print(f"{_SMALL:,} rows {small:.3f} s; {_LARGE:,} rows {large:.2f} s; docxtpl {theirs:.2f} s")
    rows = [
        (f"{_LARGE:,} rows against {_SMALL:,}", large / small, 10),
        (f"{_LARGE:,} rows against docxtpl by itself", large / theirs, 1.2),
        ("peak memory, MiB", peak, _MOST_MEBIBYTES),
    ]
    show("Word tables", rows)


if __name__ == "__main__":
    main()
