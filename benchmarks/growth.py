"""Lists that repeat one thing without end: does time grow faster? `python -m benchmarks.growth`.

Each list is checked with so many items and with four times as many, in one process; a rule that
compares each item with each other takes sixteen times as long.
"""

from __future__ import annotations

import sys
import time
from statistics import median

from benchmarks.timing import show
from parcli.checks.running import checked_loose
from parcli.registry.compiled.loose import LooseFile

_HEADER = (
    "schema: parcli.directive/1\nid: a\norg: thu\ntype: cong-van\nnumber: '1'\nsymbol: UBND-NV\n"
    "issuer: UBND xã Thử\nsubject: thử\n"
)
_REPORT = "  - id: a{n}\n    from:\n      - Phòng A\n    deadline: trước ngày 15 tháng cuối quý\n"
_REPEATED = {
    "one number": ("tasks", '  - number: "1"\n    text: Rà soát văn bản lần {n}\n'),
    "one text": ("tasks", "  - text: Phối hợp với Phòng Nội vụ rà soát trước ngày 30/11/2026 và\n"),
    "own leads": ("tasks", "  - text: Việc do Phòng {n} chủ trì\n    lead:\n      - Phòng {n}\n"),
    "criteria": ("tasks", "  - text: Việc {n}\n    criteria:\n      - papi/1\n      - papi/1\n"),
    "one appendix": ("appendices", '  - number: "1"\n    tasks:\n      - text: Rà soát {n}\n'),
    "sections": ("groups", "  - title: Phòng A\n    tasks:\n      - text: Rà soát {n}\n"),
    "reports in a row": ("reports", _REPORT + "    after: a{next}\n"),
    "reports that wait for none": ("reports", _REPORT + "    after: b{n}\n"),
    "one addressee": ("addressees", "  - Phòng A\n"),
    "citations": ("citations", '  - number: {n}/QĐ-UBND\n    issued: 2026-01-02\n    at: "1"\n'),
    "errata": ("errata", '  - at: "{n}"\n    printed: a{n}\n    read: b{n}\n'),
}  # fmt: skip
_RUNS = 3


def seconds(key: str, item: str, count: int) -> float:
    """Processor seconds that checking so many items takes; the middle one of three runs."""
    items = "".join(item.format(n=n, next=n + 1) for n in range(count))
    file = LooseFile("a.yaml", f"{_HEADER}{key}:\n{items}".encode())
    taken = []
    for _run in range(_RUNS):
        began = time.process_time()
        checked_loose([file])
        taken.append(time.process_time() - began)
    return median(taken)


def main(count: int = 2000) -> None:
    """Print the ratios."""
    rows = []
    for name, (key, item) in _REPEATED.items():
        seconds(key, item, 10)  # what is loaded at the first time
        rows.append((name, seconds(key, item, 4 * count) / seconds(key, item, count), 6.0))
    show(f"{4 * count} items against {count}", rows)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
