"""How work grows with its input: the same work at two sizes in one run, whatever else goes on."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

# Four times the input takes four times as long, and sixteen times where each part looks at all.
MOST = 10.0
_TIMES = 3
_TOO_SHORT_TO_TELL = 0.05


def growth(work: Callable[[int], object], size: int) -> float:
    """How many times as long the work takes at four times the size; 1 where that is no time."""
    large = _seconds(work, 4 * size)
    if large < _TOO_SHORT_TO_TELL:
        return 1.0
    return large / _seconds(work, size)


def _seconds(work: Callable[[int], object], size: int) -> float:
    """The processor time of the quickest of several runs."""
    taken = []
    for _ in range(_TIMES):
        begun = time.process_time()
        work(size)
        taken.append(time.process_time() - begun)
    return max(min(taken), 1e-9)
