"""Files damaged in any way: reading and checking never raise, and every diagnostic has a place.

`benchmarks/fuzz_yaml.py` does the same a million times.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parcli.checks.running import checked_loose
from parcli.registry.compiled.loose import LooseFile
from parcli.registry.yaml_text import LINE_BREAK

ROOT = Path(__file__).parents[2]
FILES = {
    path.relative_to(ROOT).as_posix(): path.read_text("utf-8")
    for folder in ("data/directives", "data/units", "data/indices", "data/calendar")
    for path in sorted((ROOT / folder).glob("*.yaml"))
}
PIECES = st.sampled_from(
    ["", ":", "- ", "  ", "\n", "'", '"', "[", "{", "}", "]", "&a ", "*a", "!!x ", "#", "|", ">-",
     "---\n", "\t", "\ufeff", "\u200b", "\x00", "e\u0302", "Ủу", "1e999", "-1", "2026-02-30", "MẬT",
     "# parcli: ignore[PAR401]", "~", "null", "? ", "<<: *a"]
)  # fmt: skip
SLOW = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


def check(text: str) -> None:
    """Everything about one file alone; each diagnostic lies in it and can be worded."""
    lines = len(LINE_BREAK.findall(text)) + 2
    for diagnostic in checked_loose([LooseFile("file.yaml", text.encode("utf-8", "replace"))]):
        assert 1 <= diagnostic.line <= lines
        assert diagnostic.column >= 1
        assert diagnostic.text()
        assert isinstance(diagnostic.advice(), str)


@SLOW
@given(data=st.data(), name=st.sampled_from(sorted(FILES)))
def test_a_shipped_file_with_something_else_in_one_place(data: st.DataObject, name: str) -> None:
    text = FILES[name][:4000]
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 60)))

    check(text[:start] + data.draw(PIECES) + text[end:])


@SLOW
@given(data=st.data(), name=st.sampled_from(sorted(FILES)))
def test_a_shipped_file_with_its_lines_moved(data: st.DataObject, name: str) -> None:
    lines = FILES[name][:4000].split("\n")
    source = data.draw(st.integers(0, len(lines) - 1))
    target = data.draw(st.integers(0, len(lines) - 1))
    indent = data.draw(st.integers(0, 8))
    lines.insert(target, " " * indent + lines.pop(source).lstrip(" "))

    check("\n".join(lines))


@SLOW
@given(text=st.text(max_size=200))
def test_any_text_at_all(text: str) -> None:
    check("schema: parcli.directive/1\n" + text)


BOMBS = {
    "aliases": "a: &a [x, x, x, x, x, x, x, x, x]\n"
    + "".join(
        f"{b}: &{b} [*{a}, *{a}, *{a}, *{a}, *{a}, *{a}]\n"
        for a, b in zip("abcdef", "bcdefg", strict=True)
    ),
    "a scalar of 9 MB": "subject: " + "x" * 9_000_000,
    "a scalar of 7 MB": "subject: " + "x" * 7_000_000,
    "20,000 times one key": "subject: x\n" * 20_000,
    "40,000 damaged words in one line": "subject: " + "hoà thuỷ duyet MẬT 0912345678 " * 40_000,
    "20,000 ignores": "".join(f"k{n}: x # parcli: ignore[PAR401] vì\n" for n in range(20_000)),
    "1,000 levels": "extra: " + "{a: " * 1000 + "}" * 1000,
    "1,000 levels of blocks": "".join(" " * n + "a:\n" for n in range(1000)),
    "20,000 unknown keys": "".join(f"k{n}: 1\n" for n in range(20_000)),
}


@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS.keys())
def test_bombs_end_soon_and_say_where(text: str) -> None:
    check("schema: parcli.directive/1\n" + text + "\n")
