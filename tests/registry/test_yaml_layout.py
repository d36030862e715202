"""The canonical layout: a text in, the text that `parcli fmt` writes out."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from random import Random
from textwrap import dedent
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from odd_pages import odd_page

from parcli.registry import yaml_layout
from parcli.registry.files import FileKind, kind_of, list_files
from parcli.registry.yaml_layout import LayoutChangesData, kind_by_schema, laid_out
from parcli.registry.yaml_layout.reading import comments_of
from parcli.registry.yaml_source import read_yaml

ROOT = Path(__file__).parents[2]
SHIPPED = sorted(file.path for file in list_files(ROOT))
LONG = "Tham mưu hoàn thành các mục tiêu, nhiệm vụ được giao tại Kế hoạch cải cách hành chính " * 2


def layout(text: str, kind: FileKind | None = None) -> str:
    result = laid_out(kind, "tep.yaml", dedent(text).encode())
    assert result.text is not None, result.diagnostics
    assert laid_out(kind, "tep.yaml", result.text.encode()).text == result.text
    return result.text


CASES = {
    "flow becomes block": ("a: {b: 1, c: [x, y]}\n", "a:\n  b: 1\n  c:\n    - x\n    - y\n"),
    "empty collections stay in brackets": ("a: []\nb: { }\n", "a: []\nb: {}\n"),
    "a list is indented below its key": ("a:\n- x\n- y\n", "a:\n  - x\n  - y\n"),
    "lists in lists share lines": ("a: [[x, y], [z]]\n", "a:\n  - - x\n    - y\n  - - z\n"),
    "four columns become two": ("a:\n    b:\n        c: 1\n", "a:\n  b:\n    c: 1\n"),
    "nothing stays nothing": ("a:\nb:\n  -\n  - x\n", "a:\nb:\n  -\n  - x\n"),
    "document marks go": ("---\na: 1\n...\n", "a: 1\n"),
    "blank lines: at most one, none first or last": (
        "\n\na: 1\n\n\nb:\n\n  c: 2\n\n\n",
        "a: 1\n\nb:\n  c: 2\n",
    ),
    "an explicit key": ("? a\n: 1\n", "a: 1\n"),
    "a whole file that is a list": ("- a\n-   b: 1\n", "- a\n- b: 1\n"),
    "comments alone": ("# một\n\n# hai\n", "# một\n\n# hai\n"),
    "a document of nothing": ("---\n", "---\n"),
    "a whole file that is a text": ("'a: b'\n", '"a: b"\n'),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_structure(text: str, expected: str) -> None:
    assert layout(text) == expected


QUOTES = [
    ('"Phòng Nội vụ"', "Phòng Nội vụ"),
    ("'Phòng Nội vụ'", "Phòng Nội vụ"),
    ("012", "012"),
    ("12:30", "12:30"),
    ("no", "no"),
    ("2024-07-21", "2024-07-21"),
    # Quotes that guard a number against other programs are the author's to choose.
    ("'012'", '"012"'),
    ('"1.10"', '"1.10"'),
    ('"no"', '"no"'),
    ('"1e3"', '"1e3"'),
    ('"2024-07-21"', '"2024-07-21"'),
    ('"1290/UBND-NCVX"', "1290/UBND-NCVX"),
    # What YAML itself would misread.
    ("'%'", '"%"'),
    ("'>='", '">="'),
    ("'-'", '"-"'),
    ("'+'", '"+"'),
    ("'='", '"="'),
    ("'- gạch đầu dòng'", '"- gạch đầu dòng"'),
    ("'thực hiện: kiểm tra'", '"thực hiện: kiểm tra"'),
    ("'yêu cầu:'", '"yêu cầu:"'),
    ("'số #1'", '"số #1"'),
    ("số#1", "số#1"),
    ("a:b", "a:b"),
    ("-a", "-a"),
    ("'~'", '"~"'),
    ("~", "~"),
    ('"null"', '"null"'),
    ("null", "null"),
    ("+", '"+"'),
    ('""', '""'),
    ("''", '""'),
    ('" a"', '" a"'),
    ('"a "', '"a "'),
    ('"a\\tb"', '"a\\tb"'),
    ('"a\\x07\\u2028b"', '"a\\x07\\u2028b"'),
    # Double quotes inside: single ones around.
    ('"\\"Hỏi\\" - đáp"', "'\"Hỏi\" - đáp'"),
    ("'\"it''s\"'", "'\"it''s\"'"),
    ("“Hỏi – Đáp”", "“Hỏi – Đáp”"),
]


@pytest.mark.parametrize(("written", "expected"), QUOTES)
def test_quotes_only_where_needed(written: str, expected: str) -> None:
    assert layout(f"a: {written}\n") == f"a: {expected}\n"


def test_long_text_is_folded_at_100_columns() -> None:
    text = "Tham mưu hoàn thành các mục tiêu, nhiệm vụ được giao tại Kế hoạch cải cách hành chính"
    assert layout(f"a:\n  text: {text} Tham mưu hoàn thành\n") == (
        f"a:\n  text: >-\n    {text} Tham mưu\n    hoàn thành\n"
    )


def test_text_that_fits_below_its_key_goes_there_whole() -> None:
    text = "x " * 46 + "xxxx"
    assert layout(f"nhiem_vu: {text}\n") == f"nhiem_vu: >-\n  {text}\n"


def test_a_lone_dash_never_begins_a_line() -> None:
    before = "chữ " * 23 + "kinh"
    lines = layout(f"a: {before} tế - xã hội của thị xã\n").splitlines()
    assert lines == ["a: >-", f"  {before}", "  tế - xã hội của thị xã"]


def test_folded_short_text_comes_back_to_its_key() -> None:
    assert layout("a: >-\n  một\n  hai\nb: |-\n  ba\n") == "a: một hai\nb: ba\n"


def test_lines_stay_lines_however_long() -> None:
    text = f"a: |-\n  - {LONG.strip()}\n\n  - hai\n"
    assert layout(text) == text


def test_a_line_feed_at_the_end_stays() -> None:
    assert layout("a: |\n  một\n  hai\nb: >\n  ba\n") == "a: |\n  một\n  hai\nb: |\n  ba\n"


@pytest.mark.parametrize(
    "text",
    [
        "a: |+\n  x\n\n\nb: 1\n",
        "a: |2\n    thụt vào\n  x\n",
        'a: "x \\n y"\n',
        f'a: " {LONG}"\n',
        f"a: {'x' * 120}\n",
        f"? {'k' * 1100}\n: 1\n",
        f"? {'k' * 1100}\n: - x\n",
    ],
)
def test_what_blocks_cannot_hold_is_still_kept(text: str) -> None:
    before, _ = read_yaml("a", text.encode())
    after, _ = read_yaml("a", layout(text).encode())
    assert after.data == before.data


ORDER = """\
    # Công văn của Ba Đồn
    schema: parcli.directive/1
    id: ba-don-2024
    # số để trống
    number:
    subject: cải thiện  # parcli: ignore[PAR301] lý do
    tasks:
      - number: a
        text: Một
        lead:
          - Phòng Nội vụ
        lạ: sau lead
"""
DISORDER = """\
    # Công văn của Ba Đồn

    # số để trống
    number:
    tasks:
    - lead: [Phòng Nội vụ]
      lạ: sau lead
      text: Một
      number: a
    subject: cải thiện  # parcli: ignore[PAR301] lý do

    id: ba-don-2024
    schema: parcli.directive/1
"""


def test_keys_stand_in_the_order_of_the_schema_with_their_comments() -> None:
    expected = dedent(ORDER).replace("Đồn\n", "Đồn\n\n").replace("\nid:", "\n\nid:")
    assert layout(DISORDER) == expected


def test_an_ignore_at_the_head_goes_with_the_key_it_covers() -> None:
    assert layout("""\
        # đầu
        # parcli: ignore[PAR301] vì
        org: a
        schema: parcli.directive/1
        """) == dedent("""\
        # đầu
        schema: parcli.directive/1
        # parcli: ignore[PAR301] vì
        org: a
        """)


def test_keys_of_an_unknown_file_keep_their_order() -> None:
    assert layout("text: 1\nid: 2\n") == "text: 1\nid: 2\n"


def test_the_keys_of_a_table_keep_their_order_and_its_records_do_not() -> None:
    text = """\
        tasks:
          z/1: {result: xong, status: done}
          a/1: {status: done}
        """
    assert layout(text, FileKind.PROGRESS) == (
        "tasks:\n  z/1:\n    status: done\n    result: xong\n  a/1:\n    status: done\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "lead: &a\n  - x\ntext: &b y\nsupport: *a\nnote: *b\n",
        "tasks:\n  - text: &a x\n    number: *a\n",
        "text: &a x\nnumber: *a\n",
    ],
)
def test_anchors_stay_before_their_aliases(text: str) -> None:
    page = f"schema: parcli.directive/1\nappendices:\n  - tasks:\n{_indented(text)}"
    before, _ = read_yaml("a", page.encode())
    after, found = read_yaml("a", layout(page).encode())
    assert (after.data, found) == (before.data, [])


def _indented(text: str) -> str:
    first, *rest = text.splitlines()
    return "\n".join([f"      - {first}", *(f"        {line}" for line in rest)]) + "\n"


def test_anchors_and_aliases_are_written_where_they_stood() -> None:
    text = "a: &m\n  - x\nb: *m\nc: &hai chữ\nd:\n  - &k\n    e: 1\n  - *k\nf: &r []\ng: &n\n"
    assert layout(text) == text


def test_an_alias_may_be_a_key() -> None:
    assert layout("a: &x b\n*x : 1\n&y c: 2\n") == "a: &x b\n*x : 1\n&y c: 2\n"


def test_a_merge_key_of_other_programs_stays() -> None:
    assert layout("a: &x {b: c}\nd: {<<: *x}\n") == "a: &x\n  b: c\nd:\n  <<: *x\n"


def test_an_anchor_of_the_whole_file() -> None:
    assert layout("&all\na: 1\n") == "&all\na: 1\n"


COMMENTS = {
    "two spaces before": ("a: 1            # V\nb: 2 # M\n", "a: 1  # V\nb: 2  # M\n"),
    "one space, where the sign may belong to the text": ("a: một hai #1\n", "a: một hai #1\n"),
    "the same on a line below": ("a: một\n  hai #1\n", "a: một hai #1\n"),
    "the same in a list": ("a:\n  - một hai #1\n", "a:\n  - một hai #1\n"),
    "two spaces after quotes": ('a: "một # hai" # c\n', 'a: "một # hai"  # c\n'),
    "two spaces after a key and its text": ("a: # c\n  một hai\n", "a: một hai  # c\n"),
    "two spaces after a key": ("a:               # V\n  [x, y]\n", "a:  # V\n  - x\n  - y\n"),
    "after a block indicator": ("a: >- # c\n  một\n  hai\n", "a: một hai  # c\n"),
    "after a key": ("a: # c\n  - x\n", "a:  # c\n  - x\n"),
    "after a key whose value follows": ("a: # c\n  một\n", "a: một  # c\n"),
    "after both": ("a: # c\n  một # d\n", "# c\na: một  # d\n"),
    "between a key and its value": ("a:\n  # c\n  một\n", "# c\na: một\n"),
    "above the first item": ("a:\n  # c\n  - x\n", "a:\n  # c\n  - x\n"),
    "above the first key of an item": ("a:\n  -\n    # c\n    k: v\n", "a:\n  # c\n  - k: v\n"),
    "after a dash": ("a:\n  - x # b\n  - # c\n    k: v\n", "a:\n  - x  # b\n  # c\n  - k: v\n"),
    "in brackets": (
        "a: [x, # b\n  # c\n  y # d\n  # e\n  ] # f\n",
        "a:  # f\n  - x  # b\n  # c\n  - y  # d\n  # e\n",
    ),
    "in empty brackets": ("a: [ # b\n  # c\n  ]\n", "# b\n# c\na: []\n"),
    "a bracketed item": ("a:\n  - [x, y] # c\n", "a:\n  # c\n  - - x\n    - y\n"),
    "at the end of a list": (
        "a:\n  - x\n  # của a\n# của b\nb: 1\n",
        "a:\n  - x\n  # của a\n# của b\nb: 1\n",
    ),
    "a list not indented": ("a:\n- x\n# của b\nb: 1\n", "a:\n  - x\n# của b\nb: 1\n"),
    "after a blank line": (
        "a:\n  - k: 1\n\n  # c\n\n  - k: 2\n",
        "a:\n  - k: 1\n\n  # c\n\n  - k: 2\n",
    ),
    "at the end": ("a: 1\n\n# hết\n", "a: 1\n\n# hết\n"),
    "after the end": ("a: 1\n...\n# hết\n", "a: 1\n# hết\n"),
    "of the start": ("--- # đầu\na: 1\n", "# đầu\na: 1\n"),
    "head, parted from the key": ("# đầu\n\na: 1\n", "# đầu\n\na: 1\n"),
    "beside a text alone": ("chữ # c\n", "chữ\n# c\n"),
    "beside an anchored item": ("- &a # c\n  k: 1\n", "- &a  # c\n  k: 1\n"),
    "beside an anchored list": ("a: &n # c\n- x\n", "a: &n  # c\n  - x\n"),
    "after an anchored list in brackets": ("a: &n [x] # c\n", "a: &n  # c\n  - x\n"),
    "after a key and its anchor": ("a: # b\n  &n # c\n  k: 1\n", "# b\na: &n  # c\n  k: 1\n"),
    "beside the anchor of the whole file": ("&all # c\na: 1\n", "# c\n&all\na: 1\n"),
    "after the brackets of a whole file": ("&all {a: 1} # c\n", "&all\na: 1\n# c\n"),
    "an ignore keeps its line": (
        "a: {b: 'x, y', c: no} # parcli: ignore[PAR301] vì\n# parcli: ignore[PAR302] vì\nd: [x]\n",
        'a: {b: "x, y", c: no}  # parcli: ignore[PAR301] vì\n# parcli: ignore[PAR302] vì\nd: [x]\n',
    ),
    "an ignore in a list": (
        "a:\n- [x, y] # parcli: ignore[PAR301] vì\n",
        "a:\n  - [x, y]  # parcli: ignore[PAR301] vì\n",
    ),
    "an ignore keeps parts of parts": (
        "a: [[x], {b: [ y,z ], c: ''}] # parcli: ignore[PAR301] vì\n",
        'a: [[x], {b: [y, z], c: ""}]  # parcli: ignore[PAR301] vì\n',
    ),
    "an ignore keeps a long line": (
        f"a: [{'x' * 60}, {'y' * 60}] # parcli: ignore[PAR301] vì\n",
        f"a: [{'x' * 60}, {'y' * 60}]  # parcli: ignore[PAR301] vì\n",
    ),
    "an ignore cannot keep anchored parts": (
        "a: [[x], &n y] # parcli: ignore[PAR301] vì\n",
        "a:  # parcli: ignore[PAR301] vì\n  - - x\n  - &n y\n",
    ),
    "an ignore cannot keep items with comments": (
        "a: [x, # c\n  y] # parcli: ignore[PAR301] vì\n",
        "a:  # parcli: ignore[PAR301] vì\n  - x  # c\n  - y\n",
    ),
    "not a comment": ("a: 'x # y'\nb: x#y\n", 'a: "x # y"\nb: x#y\n'),
}


@pytest.mark.parametrize(("text", "expected"), COMMENTS.values(), ids=COMMENTS)
def test_comments(text: str, expected: str) -> None:
    assert layout(text) == expected


def test_comments_of_a_key_that_comes_first_stand_above_its_item() -> None:
    text = """\
        schema: parcli.directive/1
        tasks:
          - text: Một

            # số lặp lại
            number: a

          - text: Hai
        """
    assert layout(text) == dedent("""\
        schema: parcli.directive/1
        tasks:
          # số lặp lại
          - number: a
            text: Một

          - text: Hai
        """)


@pytest.mark.parametrize(
    "raw",
    [
        "\ufeffa: Hòa\r\nb: 2\r\n".encode(),
        unicodedata.normalize("NFD", "a: Hòa\nb: 2\n").encode(),
        b"a: Ho\xcc\x80a\rb: 2",
        b'a: "Ho\\u0300a"\nb: 2',
    ],
    ids=["byte-order mark and CRLF", "letters in pieces", "CR", "pieces in escapes"],
)
def test_encoding_becomes_plain_utf8(raw: bytes) -> None:
    assert laid_out(None, "a.yaml", raw).text == "a: Hòa\nb: 2\n"


@pytest.mark.parametrize(
    ("raw", "code", "place"),
    [
        (b"a: b: c\n", "PAR106", (1, 5)),
        (b"a: 1\na: 2\n", "PAR107", (2, 1)),
        (b"a: !!str 1\n", "PAR108", (1, 4)),
        (b"a: \xff\n", "PAR101", (1, 4)),
        (b"", "PAR113", (1, 1)),
        (b"a: 1\n---\nb: 2\n", "PAR112", (2, 1)),
    ],
)
def test_a_file_with_errors_is_left_alone(raw: bytes, code: str, place: tuple[int, int]) -> None:
    result = laid_out(None, "a.yaml", raw)
    assert result.text is None
    assert [(d.code, (d.line, d.column)) for d in result.diagnostics] == [(code, place)]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ({"schema": "parcli.units/1"}, FileKind.UNITS),
        ({"schema": "parcli.registry/1"}, FileKind.CONFIG),
        ({"schema": "parcli.other/1"}, None),
        ({"schema": "units"}, None),
        ({"schema": None}, None),
        (["parcli.units/1"], None),
    ],
)
def test_a_file_says_its_kind(data: Any, kind: FileKind | None) -> None:
    assert kind_by_schema(data) is kind


def test_a_layout_that_would_change_data_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_layout, "write_page", lambda _page: "a: 2\n")
    with pytest.raises(LayoutChangesData, match=r"a\.yaml"):
        laid_out(None, "a.yaml", b"a: 1\n")


@pytest.mark.parametrize("path", SHIPPED)
def test_shipped_files_are_in_canonical_layout(path: str) -> None:
    raw = (ROOT / path).read_bytes()
    assert laid_out(kind_of(ROOT, ROOT / path), path, raw).text == raw.decode()


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cn"]), max_size=12) | st.sampled_from(
    [LONG, "012", "-", "a: b", "a #b", "- x", "dòng\nhai", "x\n\n", "\n", " x", "a\n b", "é"]
)
KEYS = st.sampled_from(["id", "text", "lead", "schema", "tasks", "số", "a: b"]) | TEXTS.filter(bool)
TREES = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


@given(
    TREES,
    st.sampled_from([None, '"', "'", "|", ">"]),
    st.booleans(),
    st.integers(20, 120),
    st.sampled_from([None, FileKind.DIRECTIVE, FileKind.PROGRESS]),
)
def test_any_data_reads_back_and_a_second_time_changes_nothing(
    tree: Any, style: Any, flow: bool, width: int, kind: FileKind | None
) -> None:
    text = yaml.safe_dump(
        tree, default_style=style, default_flow_style=flow, width=width, allow_unicode=True
    )
    once = laid_out(kind, "a.yaml", text.encode())
    if once.text is None:  # the dumper writes tags and control characters that parcli refuses
        assert once.diagnostics
        return
    assert laid_out(kind, "a.yaml", once.text.encode()).text == once.text
    assert all(not line.endswith(" ") for line in once.text.split("\n"))


PAGE = (ROOT / "data/directives/bac-binh-2022.yaml").read_text(encoding="utf-8").splitlines()
NOISE = [
    "",
    "      - {a: 1, b: [x, y]} # parcli: ignore[PAR301] vì",
    "      - [x, y] # c",
    "# ghi chú",
    "    # sâu hơn",
    "  # parcli: ignore[PAR301] vì",
    "          # rất sâu",
]


@given(
    st.integers(0, 150),
    st.lists(st.tuples(st.integers(0, 60), st.sampled_from([*NOISE, "beside"])), max_size=12),
)
def test_comments_anywhere_survive(start: int, noise: list[tuple[int, str]]) -> None:
    lines = PAGE[: start + 60]
    for at, remark in noise:
        if remark == "beside":
            lines[min(start + at, len(lines) - 1)] += " # bên cạnh"
        else:
            lines.insert(start + at, remark)
    text = "\n".join(lines) + "\n"
    once = laid_out(None, "a.yaml", text.encode())
    if once.text is None:
        return
    assert comments_of(once.text) == comments_of(text)
    assert laid_out(None, "a.yaml", once.text.encode()).text == once.text


@given(st.integers(0, 2**32))
@settings(max_examples=400, deadline=None)
def test_an_odd_page_keeps_its_data_comments_and_anchors(seed: int) -> None:
    raw = odd_page(Random(seed)).encode()
    # Raises where the data or the comments would not be the same.
    once = laid_out(None, "a.yaml", raw)
    if once.text is None:
        assert once.diagnostics
        return
    assert laid_out(None, "a.yaml", once.text.encode()).text == once.text
    assert "\r" not in once.text
    assert not once.text.startswith("\ufeff")
    marks = [re.findall(r"[&*]neo\d", text) for text in (raw.decode(), once.text)]
    assert marks[0] == marks[1]
