"""Reading by lines gives what the events give, data and places alike, or nothing at all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parcli.registry.yaml_building import Building
from parcli.registry.yaml_lines import Lined, read_by_lines
from parcli.registry.yaml_source import YamlSource, read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT = Path(__file__).parents[2]
SHIPPED = sorted(file for top in ("data", "examples") for file in (PROJECT / top).rglob("*.yaml"))

LAID_OUT = """\
# Kế hoạch mẫu
schema: parcli.directive/1
number: "012"  # đoạn 2
symbol:
subject: >-
  kiểm tra công tác cải cách hành chính,
  đợt 1
motto: |-
  Dòng một

    Dòng hai

in_force:
  from: 2026-01-01  # theo câu cuối
addressees:
  - Sở A

  - Sở B
  # hết
recipients:
- Như trên
- 'Lưu: VT'
groups:
  - number: I
    lead: []
    tasks:
      - number: "1"
        title: "Họp # giao ban"
        lead:  # chủ trì
          - Sở A
          - Sở B  # nhận xét
        support:
          - Sở A:B
          - >-
            Sở C và
            Sở D
        rows:
          - - STT
            - Tên
          - - "1"
      - Cột lạ: chữ#không phải ghi chú
  # nhận xét giữa chừng
  - number: II
closing: |
  Hết
"""

# What libyaml reads otherwise than by the line, or refuses: reading by lines leaves it alone.
NOT_LAID_OUT = [
    "a: [b, c]\n",
    "a: {b: c}\n",
    "a: &x b\n",
    "a: *x\n",
    "a: !!str b\n",
    "a: b: c\n",
    "a: b:\n",
    "a: b\n  c\n",
    'a: "b\n  c"\n',
    'a: "b\\n"\n',
    "a: 'b''c'\n",
    "a: >+\n  b\n",
    "a: >2\n    b\n",
    "a: >-\n  b\n    c\n",
    "a: >-\n  b\n\n  c\n",
    "a: >-\n  b \n  c\n",
    "a: >-\nb: c\n",
    "a: b \n",
    "a: b\na: c\n",
    "? a\n: b\n",
    "a b\n",
    "- a\n",
    "a:\n  - b\n - c\n",
    "a:\n  - b\n  -c\n",
    "a:\n  - b \n",
    "a:\n  b:\n - c\n",
    "a:\n    b: c\n  d: e\n",
    "a: b\n  c: d\n",
    "a:\n  -\n",
    "a:\n  - # b\n",
    "a:\n  b\n",
    "--- \na: b\n",
    "...\na: b\n",
    "a:\n  b: c\n...  d:\n",
    "%YAML 1.1\na: b\n",
    "a: %b\n",
    "a: `b\n",
    "a: b",
    "a: b\tc\n",
    "a: b\r\n",
    "a: b\u2028c\n",
    "# only a remark\n",
    "\n",
]  # fmt: skip


def paths(node: Any, at: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The way to every value."""
    yield at
    items = node.items() if isinstance(node, dict) else enumerate(node or ())
    for step, value in items if isinstance(node, dict | list) else ():
        yield from paths(value, (*at, step))


def assert_same(text: str) -> None:
    """The events find nothing wrong, the same data, and each key and value at the same place."""
    source, found = read_yaml("a.yaml", text.encode("utf-8"))
    assert isinstance(source.places, Lined)
    assert found == []
    other = YamlSource("a.yaml", text)
    Building(other, found).run(text)
    assert found == []
    assert source.data == other.data
    assert source.start == other.start
    for path in paths(source.data):
        for key in (True, False):
            assert source.position(path, key=key) == other.position(path, key=key), path


def test_the_layout_of_fmt_is_read_with_its_places() -> None:
    assert_same(LAID_OUT)
    data = read_yaml("a.yaml", LAID_OUT.encode("utf-8"))[0].data
    assert data["subject"] == "kiểm tra công tác cải cách hành chính, đợt 1"
    assert data["motto"] == "Dòng một\n\n  Dòng hai"
    assert data["closing"] == "Hết\n"
    assert (data["number"], data["symbol"]) == ("012", None)
    assert data["groups"][0]["tasks"][0]["rows"] == [["STT", "Tên"], ["1"]]


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.relative_to(PROJECT).as_posix())
def test_every_shipped_file_is_read_by_its_lines(file: Path) -> None:
    assert_same(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", NOT_LAID_OUT)
def test_anything_else_is_left_to_the_events(text: str) -> None:
    assert read_by_lines(text) is None or not isinstance(
        read_yaml("a.yaml", text.encode("utf-8"))[0].places, Lined
    )


def test_more_levels_than_a_person_writes_are_left_to_the_events() -> None:
    assert read_by_lines("".join(f"{' ' * n}a:\n" for n in range(70))) is None
    assert read_by_lines(f"a:\n{'- ' * 100_000}b\n") is None


LINES = LAID_OUT.splitlines()
MARKS = [
    *" -:#\"'>|[]{}&*!?%@`,.\n~\\ạ1",
    "- ",
    ": ",
    " #",
    ">-",
    "|-",
    "\n\n",
    "...",
    "---",
    "<<: ",
]


@st.composite
def mangled(draw: st.DrawFn) -> str:
    """Some of the lines, with marks put in, characters left out and lines moved in or out."""
    first = draw(st.integers(0, len(LINES) - 1))
    lines = list(LINES[first : first + draw(st.integers(1, 12))])
    for at in draw(st.lists(st.integers(0, len(lines) - 1), max_size=2)):
        lines[at] = draw(st.sampled_from([" ", "  ", ""])) + lines[at].removeprefix(" ")
    text = "\n".join(lines) + "\n"
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(MARKS)) + text[at + draw(st.integers(0, 2)) :]
    return text


@given(mangled())
def test_whatever_is_read_by_lines_is_what_the_events_read(text: str) -> None:
    if isinstance(read_yaml("a.yaml", text.encode("utf-8"))[0].places, Lined):
        assert_same(text)
