"""Keep what the `holidays` package computes for Vietnam, so that parcli need not import it.

Run it after a release of `holidays` that knows more; a test fails while the two differ.
"""

from __future__ import annotations

import json
from pathlib import Path

import holidays

from parcli.schedule.vietnam import computed_by_package

YEARS = range(2000, 2051)
KEPT = Path(__file__).parent.parent / "parcli" / "schedule" / "vietnam_years.json"


def main() -> None:
    """Write the file."""
    years = {}
    for year in YEARS:
        days_off, worked = computed_by_package(year)
        years[str(year)] = {
            "off": {day.isoformat(): name for day, name in sorted(days_off.items())},
            "worked": [day.isoformat() for day in sorted(worked)],
        }
    kept = {"computed_by": f"holidays {holidays.__version__}", "years": years}
    text = json.dumps(kept, ensure_ascii=False, indent=1)
    KEPT.write_text(text + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
