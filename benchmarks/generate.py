"""Write a registry of any size, shaped like Ba Đồn's: `python -m benchmarks.generate N DIR`.

Each directive is the shipped one under another id, number and year of force, so that text, depth
and assignments are real. Only the first two are in force in 2024: what `due` prints for 2024-Q3
stays the same at every size.
"""

from __future__ import annotations

import argparse
import re
import shutil
from pathlib import Path

SHIPPED = Path(__file__).parent.parent
MODEL = "ba-don-2024"
_YEARS = re.compile(r"^years:\n(?:  .*\n)+", re.MULTILINE)
_YEAR = re.compile(r"(?<![\w.])20[12]\d(?!\w)")


def generate(count: int, folder: Path) -> None:
    """A registry of `count` directives at `folder`, which must not exist or be empty."""
    directives = folder / "data" / "directives"
    directives.mkdir(parents=True)
    shutil.copy(SHIPPED / "parcli.yaml", folder)
    for name in ("units", "indices", "calendar"):
        shutil.copytree(SHIPPED / "data" / name, folder / "data" / name)
    for index in (folder / "data" / "indices").iterdir():  # the copies are of years before theirs
        index.write_text(
            _YEARS.sub("", index.read_text(encoding="utf-8")), encoding="utf-8", newline="\n"
        )
    text = (SHIPPED / "data" / "directives" / f"{MODEL}.yaml").read_text(encoding="utf-8")
    for number in range(count):
        ident = f"van-ban-{number:05}"
        (directives / f"{ident}.yaml").write_text(
            _variant(text, ident, number, 2024 if number < 2 else 2000 + number % 20),
            encoding="utf-8",
            newline="\n",
        )


def _variant(text: str, ident: str, number: int, year: int) -> str:
    # All years move together, so that dates still agree and validate finds nothing.
    text = _YEAR.sub(lambda found: str(int(found[0]) + year - 2024), text)
    for pattern, value in (
        (r"^id: .*$", f"id: {ident}"),
        (r"^number:.*$", f'number: "{number + 2001}"'),
        (r"^issued: .*$", f"issued: {year}"),
        (r"^in_force:\s*\{.*\}$", f"in_force: {{from: {year}, until: {year}-12-31}}"),
        (
            r"^in_force:\n  from: .*\n  until: .*$",
            f"in_force:\n  from: {year}\n  until: {year}-12-31",
        ),
    ):
        text = re.sub(pattern, value, text, count=1, flags=re.MULTILINE)
    return text


def main() -> None:
    """The command line of the generator."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path)
    arguments = parser.parse_args()
    generate(arguments.count, arguments.folder)


if __name__ == "__main__":
    main()
