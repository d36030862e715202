"""`parcli validate` against yamllint and check-jsonschema: `python -m benchmarks.validators`.

The first argument is a folder to keep the registry in; otherwise a temporary one.

Whole processes on the same generated registry, in turn; parcli from nothing, its index deleted
before each run. yamllint is measured where it is installed (pip install yamllint).
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from benchmarks.generate import generate
from benchmarks.timing import Program, medians, parcli, show

_COUNT = 100
_RUNS = 3
_MOST = 0.1


def main(folder: Path) -> None:
    """Generate the registry, measure, and print each ratio."""
    root = folder / str(_COUNT)
    if not root.exists():
        generate(_COUNT, root)
    schemas = folder / "schemas"
    subprocess.run(parcli("schema", "--all", "-o", str(schemas), "--root", str(root)), check=True)
    ours = Program("parcli", parcli("validate", "--root", str(root)), _cleared(root))
    others = _others(root, schemas)
    times = medians([ours, *others], _RUNS)
    for name, seconds in times.items():
        print(f"{name}: {seconds:.2f} s")
    rows = [
        (f"validate of {_COUNT} from nothing / {other.name}", times["parcli"] / times[other.name],
         _MOST)
        for other in others
    ]  # fmt: skip
    show("Other validators", rows)


def _others(root: Path, schemas: Path) -> list[Program]:
    """Each on the directives only, which is less than parcli reads."""
    directives = str(root / "data" / "directives")
    files = sorted(str(path) for path in Path(directives).glob("*.yaml"))
    schema = str(schemas / "directive.schema.json")
    check = [sys.executable, "-m", "check_jsonschema", "--schemafile", schema, *files]
    found = [Program("check-jsonschema", check)]
    if find_spec("yamllint"):
        found.append(Program("yamllint", [sys.executable, "-m", "yamllint", directives]))
    else:
        print("yamllint is not installed: not measured")
    return found


def _cleared(root: Path) -> Callable[[], None]:
    return lambda: shutil.rmtree(root / ".parcli", ignore_errors=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(tempfile.mkdtemp(prefix="parcli-other-")))
