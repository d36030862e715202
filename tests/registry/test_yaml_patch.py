"""Changing values in a YAML text: everything else stays to the letter."""

from __future__ import annotations

from textwrap import dedent
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from parcli.registry.yaml_patch import Anchored, NotPatched, merged, patched
from parcli.registry.yaml_source import read_yaml

FIELDS = ("status", "values", "result", "evidence")


def patch(text: str, changes: dict[str, Any], order: tuple[str, ...] = FIELDS) -> str:
    return patched("f.yaml", dedent(text), changes, lambda _path: order)


CASES = {
    "a value changes, the comment beside it stays": (
        "a: 1  # đã đối chiếu\nb: 2\n",
        {"a": "3"},
        "a: 3  # đã đối chiếu\nb: 2\n",
    ),
    "what is the same stays as it is written": (
        "a: 'x'\nb: {c: \"1\"}\n",
        {"a": "x", "b": {"c": "1"}},
        "a: 'x'\nb: {c: \"1\"}\n",
    ),
    "a new key stands where its order has it": (
        "status: done\nevidence: []\n",
        {"result": "xong"},
        "status: done\nresult: xong\nevidence: []\n",
    ),
    "a new first key": ("# đầu\nresult: a\n", {"status": "b"}, "# đầu\nstatus: b\nresult: a\n"),
    "an unknown key comes last": ("status: a\n", {"zzz": "b"}, "status: a\nzzz: b\n"),
    "comments after a replaced list stay where they were": (
        """\
        t:
          evidence:
            - number: 1
          # về nhiệm vụ sau
          result: x
        """,
        {"t": {"evidence": [{"number": "2"}, {"number": "3"}]}},
        """\
        t:
          evidence:
            - number: 2
            - number: 3
          # về nhiệm vụ sau
          result: x
        """,
    ),
    "comments inside what is replaced move above it": (
        """\
        t:
          evidence:   # hai văn bản
            - number: "#1"   # bản ký số
          result: x
        """,
        {"t": {"evidence": [{"number": "2"}]}},
        """\
        t:
          # hai văn bản
          # bản ký số
          evidence:
            - number: 2
          result: x
        """,
    ),
    "the comment beside a value that becomes long moves above it": (
        "t:\n  result: x  # ngắn\n",
        {"t": {"result": "một\nhai"}},
        "t:\n  # ngắn\n  result: |-\n    một\n    hai\n",
    ),
    "a block text is replaced whole, blank lines after it stay": (
        "result: |-\n  một\n  hai\n\nevidence: []\n",
        {"result": "ba"},
        "result: ba\n\nevidence: []\n",
    ),
    "a comment on a block text's first line is kept": (
        "result: >-  # nguyên văn\n  a # b\nevidence: []\n",
        {"result": "ba"},
        "# nguyên văn\nresult: ba\nevidence: []\n",
    ),
    "a block text that keeps its blank lines keeps them": (
        "status: |+\n  a\n\nevidence: []\n",
        {"result": "b"},
        "status: |+\n  a\n\nresult: b\nevidence: []\n",
    ),
    "a mapping in brackets is written out": (
        "t: {status: done}  # gọn\nu: 1\n",
        {"t": {"result": "x"}},
        "# gọn\nt:\n  status: done\n  result: x\nu: 1\n",
    ),
    "a key without value takes one": (
        "tasks:\nnote: x\n",
        {"tasks": {"a": {"status": "done"}}},
        "tasks:\n  a:\n    status: done\nnote: x\n",
    ),
    "a key goes, its comments stay": (
        "status: a\nresult: b  # vì sao\nevidence: []\n",
        {"result": None},
        "status: a\n# vì sao\nevidence: []\n",
    ),
    "the last key goes and another comes": (
        "status: a\nresult: b\n",
        {"result": None, "evidence": ["x"]},
        "status: a\nevidence:\n  - x\n",
    ),
    "nothing to remove": ("status: a\n", {"result": None}, "status: a\n"),
    "no line feed at the end": ("status: a", {"result": "b"}, "status: a\nresult: b\n"),
    "a file of comments alone": ("# chưa có gì\n", {"status": "a"}, "# chưa có gì\nstatus: a\n"),
    "a whole file in brackets": ("{status: a}\n", {"result": "b"}, "status: a\nresult: b\n"),
    "a scalar gives way to a mapping": ("t: x\n", {"t": {"status": "a"}}, "t:\n  status: a\n"),
    "nested and outer keys at one place": (
        "tasks:\n  a:\n    status: b\n",
        {"tasks": {"a": {"result": "c"}, "d": {"status": "e"}}, "note": "f"},
        "tasks:\n  a:\n    status: b\n    result: c\n  d:\n    status: e\nnote: f\n",
    ),
    "figures, empty lists and plain items": (
        "status: a\n",
        {"values": [{"value": 83.94}, {"value": 85.0}], "evidence": [], "x": ["b", []], "y": {}},
        """\
        status: a
        values:
          - value: 83.94
          - value: 85
        evidence: []
        x:
          - b
          - []
        y: {}
        """,
    ),
}


@pytest.mark.parametrize(("before", "changes", "after"), CASES.values(), ids=CASES)
def test_only_what_changes_is_written_anew(
    before: str, changes: dict[str, Any], after: str
) -> None:
    assert patch(before, changes) == dedent(after)


def test_anchors_are_left_to_people() -> None:
    with pytest.raises(Anchored) as refused:
        patch("a: &x 1\nb: *x\n", {"a": "2"})
    assert refused.value.facts == {"file": "f.yaml", "line": 1}


def test_an_outcome_that_is_not_exact_is_refused() -> None:
    with pytest.raises(NotPatched):
        patch("? a\n: b\nc: d\n", {"a": "x"})


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cn", "Co")), min_size=1, max_size=120
).filter(lambda text: text.strip() == text and "\r" not in text)
ENTRY = st.fixed_dictionaries(
    {"status": st.sampled_from(["done", "returned"])},
    optional={"result": TEXTS, "evidence": st.lists(st.fixed_dictionaries({"number": TEXTS}))},
)


@given(
    st.dictionaries(st.sampled_from("abc"), ENTRY, min_size=1),
    st.dictionaries(st.sampled_from("abcd"), ENTRY, min_size=1),
)
def test_any_text_survives_and_no_comment_is_lost(
    before: dict[str, Any], changes: dict[str, Any]
) -> None:
    written = yaml.safe_dump(before, allow_unicode=True, sort_keys=False)
    marked = "\n".join(
        f"# ghi chú {n}\n{line}" if line in ("a:", "b:", "c:") else line
        for n, line in enumerate(written.split("\n"))
    )
    after = patch(marked, changes)
    before = yaml.load(marked, Loader=yaml.BaseLoader)  # noqa: S506  makes text only
    assert yaml.load(after, Loader=yaml.BaseLoader) == merged(before, changes)  # noqa: S506  makes text only
    assert after.count("# ghi chú ") == marked.count("# ghi chú ")


def test_the_registry_reads_what_was_written() -> None:
    text = patch("status: done\n", {"result": "= 1 & < “x” - # \\ \t\u200b"})
    source, _found = read_yaml("f.yaml", text.encode())
    assert source.data["result"] == "= 1 & < “x” - # \\ \t\u200b"
