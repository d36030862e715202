"""Start-up: whole processes against `python -c "import yaml"`. `python -m benchmarks.start_up`."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from benchmarks.timing import Program, medians, parcli, show

SHIPPED = Path(__file__).parent.parent
_DUE = ("due", "--quarter", "2024-Q3", "--root", str(SHIPPED))


def _no_index() -> None:
    shutil.rmtree(SHIPPED / ".parcli", ignore_errors=True)


def main(runs: int = 15) -> None:
    """Print the ratios."""
    unit = Program("import yaml", [sys.executable, "-c", "import yaml"])
    measured = (
        (Program("parcli --version", parcli("--version")), 0.6),
        (Program("parcli --help", parcli("--help")), 2.6),
        (Program("warm parcli due --quarter 2024-Q3", parcli(*_DUE)), 2.6),
    )
    cold = Program("parcli due with no index", parcli(*_DUE), _no_index)
    times = medians([unit, *(program for program, _most in measured)], runs)
    base = times[unit.name]
    again = medians([unit, cold], runs)
    print(f"import yaml: {1000 * base:.0f} ms")
    rows = [(program.name, times[program.name] / base, most) for program, most in measured]
    show("Start-up", [*rows, (cold.name, again[cold.name] / again[unit.name], 8)])


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
