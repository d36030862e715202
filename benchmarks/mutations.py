"""What share of plausible slips in the shipped files `parcli validate` catches.

Each mutation changes one key, unit, number, date or target of a shipped directive to a plausible
wrong value, in a copy; it is caught when validating then finds something that it did not before.
Run: python -m benchmarks.mutations [--per-kind 120] [--show 10]
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.clerks_slips import clerks_slips
from parcli.checks.running import checked
from parcli.registry.compiled.store import open_index

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
_KEY = re.compile(r"^(?P<lead>\s*(?:- )?)(?P<key>[a-z_]+):(?P<rest>.*)$")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_PRINTED_DATE = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/(\d{4})")
_DAY = re.compile(r"(trước ngày )(\d+)")


@dataclass(frozen=True)
class Slip:
    """One changed line; what it becomes may be several."""

    kind: str
    line: int
    before: str
    after: str


def slips(lines: list[str], units: list[str], criteria: list[str], seed: int) -> Iterator[Slip]:
    """Every slip that a line offers, one of each kind a line."""
    chance = random.Random(seed)
    inside = ""
    for n, line in enumerate(lines):
        key = _KEY.match(line)
        if key and key["key"] in (
            "lead",
            "support",
            "from",
            "criteria",
            "tasks",
            "recipients",
            "addressees",
        ):
            inside = key["key"]
        elif key:
            inside = inside if line.startswith(" " * 4) and not key["lead"].strip() else ""
        changed = _changed(line, key, inside, units, criteria, chance)
        for kind, after in chain(changed, clerks_slips(lines, n, inside, chance)):
            if after != line:
                yield Slip(kind, n, line, after)


def _changed(  # noqa: C901, PLR0912  one table of slips, read from top to bottom
    line: str,
    key: re.Match[str] | None,
    inside: str,
    units: list[str],
    criteria: list[str],
    chance: random.Random,
) -> Iterator[tuple[str, str]]:
    if line.lstrip().startswith("#"):
        return
    item = re.match(r"^(\s*- )([^:#\"]+)$", line)
    if key:
        name = key["key"]
        at = chance.randrange(len(name))
        yield "key misspelt", f"{key['lead']}{name[:at]}{name[at + 1 :] or 'x'}:{key['rest']}"
    if item and inside in ("lead", "support", "from"):
        written = item[2]
        at = chance.randrange(1, len(written))
        yield "unit misspelt", f"{item[1]}{written[:at]}{chance.choice('aenhx')}{written[at + 1 :]}"
        yield "unit of another place", f"{item[1]}Sở Xây dựng"
        if inside in ("lead", "support"):
            yield f"{inside} swapped", f"{item[1]}{chance.choice(units)}"
    if item and inside == "criteria":
        yield "criterion unknown", f"{line}9"
        framework = item[2].partition("/")[0]
        others = [c for c in criteria if c.startswith(framework) and c != item[2].strip()]
        yield "criterion swapped", f"{item[1]}{chance.choice(others)}"
    if key and key["key"] == "number" and (digits := re.search(r"\d+", key["rest"])):
        other = str(int(digits[0]) + chance.choice((1, 2, -1, 10)))
        yield "number", line.replace(digits[0], other, 1)
    if key and key["key"] == "value":
        figure = key["rest"].strip()
        yield "target value", line.replace(figure, str(chance.choice((int(figure) // 2, 95, 7))))
    if key and key["key"] == "compare":
        yield "target comparison", f'{key["lead"]}compare: "{chance.choice(("<", ">", "<="))}"'
    if key and key["key"] == "unit" and "%" in line:
        yield "target unit", line.replace('"%"', "hồ sơ")
    if key and key["key"] == "change":
        flipped = "decrease" if "increase" in line else "increase"
        yield "target direction", f"{key['lead']}change: {flipped}"
    if iso := _ISO.search(line):
        year, month, day = map(int, iso[0].split("-"))
        yield "date: day", line.replace(iso[0], f"{year}-{month:02}-{day % 27 + 1:02}")
        yield "date: month", line.replace(iso[0], f"{year}-{month % 12 + 1:02}-{min(day, 28):02}")
        yield "date: year", line.replace(iso[0], f"{year + chance.choice((1, -1))}-{iso[0][5:]}")
        yield "date: impossible", line.replace(iso[0], f"{year}-02-30")
    if (printed := _PRINTED_DATE.search(line)) and not iso:
        day = int(printed[1]) % 27 + 1
        yield "date in words", line.replace(printed[0], f"{day:02}/{printed[2]}/{printed[3]}", 1)
    if key and key["key"] == "deadline" and (day := _DAY.search(line)):
        yield "deadline day", line.replace(day[0], f"{day[1]}{int(day[2]) + 3}")
    if key and key["key"] in ("index", "org", "id", "after", "kind", "type"):
        yield "reference", f"{line}x"


def main() -> None:
    """Print the share caught, by kind and in all, and some that were not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--per-kind", type=int, default=120)
    parser.add_argument("--show", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    tried: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    missed: dict[str, list[str]] = defaultdict(list)
    with TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(ROOT / "data", root / "data")
        shutil.copy(ROOT / "parcli.yaml", root)
        for path in sorted((root / "data/directives").glob("*.yaml")):
            text = path.read_text("utf-8")
            _measure(path, asked.per_kind, asked.seed, tried, caught, missed)
            path.write_text(text, encoding="utf-8")
    for kind in sorted(tried):
        share = caught[kind] / tried[kind]
        print(f"{kind:<24} {caught[kind]:>4} of {tried[kind]:>4}  {share:>6.1%}")
    total = sum(caught.values()) / sum(tried.values())
    print(f"{'all':<24} {sum(caught.values()):>4} of {sum(tried.values()):>4}  {total:>6.1%}")
    for kind, examples in sorted(missed.items()):
        print(f"\nnot caught: {kind}")
        for example in examples[: asked.show]:
            print(f"  {example}")


def _measure(
    path: Path,
    per_kind: int,
    seed: int,
    tried: Counter[str],
    caught: Counter[str],
    missed: dict[str, list[str]],
) -> None:
    lines = path.read_text("utf-8").split("\n")
    units, criteria = _names(path.stem)
    every: dict[str, list[Slip]] = defaultdict(list)
    for slip in slips(lines, units, criteria, seed):
        every[slip.kind].append(slip)
    usual = _told(path, lines)
    chance = random.Random(seed)
    for kind, found in every.items():
        for slip in chance.sample(found, min(per_kind, len(found))):
            changed = [*lines[: slip.line], slip.after, *lines[slip.line + 1 :]]
            tried[kind] += 1
            if _told(path, changed) - usual:
                caught[kind] += 1
            else:
                missed[kind].append(f"{path.name}:{slip.line + 1} {slip.after.strip()}")


def _told(path: Path, lines: list[str]) -> set[tuple[str, int, str]]:
    """What validating the whole registry says once the file has these lines."""
    path.write_text("\n".join(lines), encoding="utf-8")
    root = path.parents[2]
    return {(d.file, d.line, d.text()) for d in checked(open_index(root, inspected=True))}


def _names(directive: str) -> tuple[list[str], list[str]]:
    db = open_index(ROOT).db
    sql = (
        "SELECT name FROM unit WHERE org = (SELECT org FROM directive WHERE slug = ?) AND NOT "
        "is_group AND valid_from IS NULL"
    )
    units = [row[0] for row in db.execute(sql, (directive,))]
    return units, [row[0] for row in db.execute("SELECT id FROM criterion WHERE NOT is_dimension")]


if __name__ == "__main__":
    main()
