"""The `parcli` program: `parcli …` and `python -m parcli …`.

What needs no command is answered before anything is imported, since start-up is a feature.
"""

from __future__ import annotations

import gc
import os
import sys

from parcli import __version__

# A command makes many objects that live to its end; looking for cycles among them is lost time.
_OBJECTS_BEFORE_COLLECTING = 100_000


def main() -> None:
    """Run parcli on the command line's arguments and leave with its exit code."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        sys.stdout.write(f"parcli {__version__}\n")
        return
    gc.set_threshold(_OBJECTS_BEFORE_COLLECTING)
    from parcli.cli.app import run  # noqa: PLC0415  costs most of the start-up

    _leave(run(sys.argv[1:]))


def _leave(code: int) -> None:
    """End the process at once: taking every module apart first takes a sixth of a short command.

    Files are closed and written by then, and processes that were started have ended.
    """
    from contextlib import suppress  # noqa: PLC0415  there by then; --version needs none

    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # the reader has gone
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
