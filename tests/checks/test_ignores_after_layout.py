"""What a comment silences stays silenced after `parcli fmt`, and nothing else becomes so."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from parcli.checks.ignoring import NEVER_IGNORED
from parcli.checks.running import checked
from parcli.registry.compiled.store import open_index
from parcli.registry.ignore_comments import in_block_text
from parcli.registry.yaml_layout import laid_out
from parcli.registry.yaml_text import line_starts

if TYPE_CHECKING:
    from collections.abc import Callable

EXAMPLES = Path(__file__).parents[1] / "examples/invalid"


# One blank before “#” is what PAR715 doubts; fmt writes the two blanks of a comment that is meant.
SETTLED_BY_LAYOUT = {"PAR715"}
PASSED_OVER = NEVER_IGNORED | SETTLED_BY_LAYOUT


def cases() -> list[Any]:
    """Each example, and each line of it on which a rule, not the reader, finds something."""
    found: list[Any] = []
    for expected in sorted(EXAMPLES.glob("PAR[3-7]*/*/expected.json")):
        folder = expected.parent
        for each in json.loads(expected.read_text("utf-8"))["diagnostics"]:
            if each["code"] not in PASSED_OVER and _has_room(folder / each["file"], each["line"]):
                name = f"{folder.parent.name}-{folder.name}-{each['line']}-{each['code']}"
                found.append(pytest.param(folder, each, len(found) % 2 == 0, id=name))
    return found


def _has_room(path: Path, line: int) -> bool:
    """Whether a comment may stand at the line: not among the lines of a text below its key."""
    if not path.is_file():
        return False
    text = path.read_text("utf-8")
    return not in_block_text(text, line_starts(text)[line - 1])


def told(root: Path, file: str, text: str) -> Counter[str]:
    (root / file).write_text(text, encoding="utf-8")
    return Counter(d.code for d in checked(open_index(root, inspected=True)))


@pytest.mark.parametrize(("folder", "finding", "beside"), cases())
def test_ignores_cover_the_same(
    folder: Path, finding: dict[str, Any], beside: bool, laid_over: Callable[[Path], Path]
) -> None:
    file, at = finding["file"], finding["line"] - 1
    lines = (folder / file).read_text("utf-8").split("\n")
    comment = f"# parcli: ignore[{finding['code']}] vì thế"
    if beside:
        lines[at] += f"  {comment}"
    else:
        indent = len(lines[at]) - len(lines[at].lstrip(" "))
        lines.insert(at, " " * indent + comment)
    text = "\n".join(lines)
    root = laid_over(folder)

    before = told(root, file, text)
    formatted = laid_out(None, file, text.encode()).text

    if formatted is not None:  # a file with errors of reading is left as it is
        assert told(root, file, formatted) == before
