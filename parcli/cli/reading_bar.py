"""A bar for readings that take long."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Callable

_PATIENCE = 2.0
_WIDTH = 30


class ReadingBar:
    """A bar on a terminal's stderr, for readings that take more than two seconds."""

    def __init__(self) -> None:
        self._begun = time.monotonic()
        self._drawn = False

    def __enter__(self) -> Self:
        """The bar itself."""
        return self

    def __call__(self, share: float) -> None:
        """Show that `share` of the document is read; nothing before the two seconds are over."""
        if time.monotonic() - self._begun < _PATIENCE or not sys.stderr.isatty():
            return
        self._drawn = True
        done = "#" * round(share * _WIDTH)
        sys.stderr.write(f"\r[{done:<{_WIDTH}}] {share:4.0%}")
        sys.stderr.flush()

    def part(self, start: float, end: float) -> Callable[[float], None]:
        """The bar for one part of the work, which leads it from `start` to `end`."""
        return lambda share: self(start + (end - start) * share)

    def __exit__(self, *_error: object) -> None:
        """Wipe what was drawn."""
        if self._drawn:
            sys.stderr.write("\r" + " " * (_WIDTH + 8) + "\r")
