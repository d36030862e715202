"""Install what the tests need and run them, with branch coverage.

Arguments go to pytest: `python scripts/run_tests.py tests/schedule -k quarter`.
"""

from __future__ import annotations

import sys

from workshop import prepared, program, run


def main() -> None:
    """Install, test."""
    prepared("--group", "dev")
    given = sys.argv[1:]
    coverage = () if given else ("--cov", "--cov-report=term", "-n", "auto")
    run(program("python"), "-m", "pytest", *coverage, *given)


if __name__ == "__main__":
    main()
