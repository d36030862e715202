"""Registries of many sizes: `python -m benchmarks.sizes [FOLDER] [LARGEST]`.

Warm queries at 1,000 and 10,000 directives against 2, one changed file, the first build against a
bare `yaml.CSafeLoader` load of the same files, two processes against one, and peak memory.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.generate import generate
from benchmarks.timing import Program, medians, parcli, peak_mebibytes, show

_BARE = """
import sys, yaml
from pathlib import Path
for path in sorted(Path(sys.argv[1]).rglob("*.yaml")):
    with path.open("rb") as stream:
        yaml.load(stream, Loader=yaml.CSafeLoader)
"""


def due(root: Path) -> list[str]:
    """The command whose output is the same at every size."""
    return parcli("due", "--quarter", "2024-Q3", "--root", str(root))


def main(folder: Path, largest: int) -> None:
    """Write the registries that are missing, then measure."""
    roots = {n: folder / str(n) for n in (2, 100, 1000, 10_000) if n <= largest}
    for count, root in roots.items():
        if not root.exists():
            generate(count, root)
    _build(roots)
    _warm(roots)


def _build(roots: dict[int, Path]) -> None:
    rows = []
    for count, runs in ((100, 5), (1000, 3)):
        root = roots.get(count)
        if root is None:
            continue
        bare = Program("bare", [sys.executable, "-c", _BARE, str(root / "data")])
        one = Program("one", due(root), _cleared(root), {"PARCLI_JOBS": "1"})
        two = Program("two", due(root), _cleared(root), {"PARCLI_JOBS": "2"})
        usual = Program("usual", due(root), _cleared(root))
        validate = Program("validate", parcli("validate", "--root", str(root)), _cleared(root))
        times = medians([bare, one, two, usual, validate], runs)
        base = times["bare"]
        print(f"{count}: bare load {base:.2f} s, first build {times['usual']:.2f} s")
        most = 0.65 if count == 1000 else 0.8
        rows += [
            (f"first build of {count}, default / bare load", times["usual"] / base, most),
            (f"first build of {count}, one process / bare load", times["one"] / base, 1.0),
            (f"first build of {count}, two processes / one", times["two"] / times["one"], 0.72),
            (f"validate {count} from nothing / bare load", times["validate"] / base, most),
        ]
    show("First build", rows)
    for count, root in roots.items():
        _cleared(root)()
        print(f"  peak at {count}: {peak_mebibytes(due(root)):.0f} MiB (at most 60)")


def _warm(roots: dict[int, Path]) -> None:
    most = {100: 1.4, 1000: 1.4, 10_000: 2.2}
    programs = {n: Program(f"warm {n}", due(root)) for n, root in roots.items()}
    times = medians(list(programs.values()), 15)
    base = times["warm 2"]
    rows = [
        (f"warm due at {n} / at 2", times[f"warm {n}"] / base, most[n]) for n in roots if n in most
    ]
    if 1000 in roots:
        changed = {n: Program(f"changed {n}", due(roots[n]), _touched(roots[n])) for n in (2, 1000)}
        times = medians(list(changed.values()), 15)
        ratio = times["changed 1000"] / times["changed 2"]
        rows.append(("due after one changed file at 1000 / at 2", ratio, 1.25))
    show("Warm", rows)


def _cleared(root: Path) -> Callable[[], None]:
    return lambda: shutil.rmtree(root / ".parcli", ignore_errors=True)


def _touched(root: Path) -> Callable[[], None]:
    """Change one directive by a comment at its end, each time of another length."""
    path = root / "data" / "directives" / "van-ban-00001.yaml"

    def touch() -> None:
        """Another number of signs than the last time."""
        text = path.read_text(encoding="utf-8").rstrip("\n")
        spaces = len(text) - len(text.rstrip(" ")) + 1
        path.write_text(text.rstrip() + "\n" + "#" * (spaces % 7 + 1) + "\n", encoding="utf-8")

    return touch


if __name__ == "__main__":
    place = (
        Path(sys.argv[1]) if len(sys.argv) > 1 else Path(tempfile.mkdtemp(prefix="parcli-sizes-"))
    )
    main(place, int(sys.argv[2]) if len(sys.argv) > 2 else 10_000)
