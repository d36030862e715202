"""Text in; data, places and exact findings out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parcli.registry.yaml_building import MAX_DEPTH
from parcli.registry.yaml_source import YamlSource, read_yaml
from parcli.registry.yaml_text import MAX_BYTES


def found(text: str | bytes) -> list[tuple[int, int, str]]:
    """Line, column and code of each finding."""
    raw = text.encode() if isinstance(text, str) else text
    return [(d.line, d.column, d.code) for d in read_yaml("x.yaml", raw)[1]]


def source(text: str) -> YamlSource:
    """A source without findings."""
    read, diagnostics = read_yaml("x.yaml", text.encode())
    assert diagnostics == []
    return read


@pytest.mark.parametrize(
    "scalar", ["012", "no", "yes", "12:30", "07/3/2024", "1e3", "0x1F", "null", "~", "2024-07-21"]
)
def test_plain_scalars_stay_text(scalar: str) -> None:
    assert source(f"a: {scalar}").data == {"a": scalar}


def test_an_empty_value_is_none_and_empty_quotes_are_text() -> None:
    assert source("a:\nb: ''\nc: \"\"").data == {"a": None, "b": "", "c": ""}


def test_every_key_and_value_knows_its_place() -> None:
    read = source("a: 1\nb:\n  - x\n  - c: |-\n      lời\n      văn\n    d: [y, z]\n")
    assert read.data == {"a": "1", "b": ["x", {"c": "lời\nvăn", "d": ["y", "z"]}]}
    assert read.position(["a"]) == (1, 4)
    assert read.position(["b"], key=True) == (2, 1)
    assert read.position(["b", 1, "c"], key=True) == (4, 5)
    assert read.position(["b", 1, "d", 1]) == (7, 12)


def test_a_path_that_ends_early_gives_the_nearest_place() -> None:
    assert source("a:\n  b: 1\n").position(["a", "c", "d"]) == (2, 3)


def test_columns_count_letters_not_bytes() -> None:
    assert source("số: [đơn vị, phường]").position(["số", 1]) == (1, 14)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [(1, 1, "PAR113")]),
        ("   \n\n", [(1, 1, "PAR113")]),
        ("a: 1\na: 2\n", [(2, 1, "PAR107")]),
        ("a: {b: 1, b: 2, b: 3}", [(1, 11, "PAR107"), (1, 17, "PAR107")]),
        ("a: !!python/object:os.system x", [(1, 4, "PAR108")]),
        ("a: !local [1]", [(1, 4, "PAR108")]),
        ("a: &x 1\nb: *x", []),
        ("a: *x", [(1, 4, "PAR109")]),
        ("a: &x [*x]", [(1, 8, "PAR109")]),
        ("? [a]\n: b\n", [(1, 3, "PAR114")]),
        ("?\n: b\n", [(1, 2, "PAR114")]),
        ("a: 1\n---\nb: 2\n", [(2, 1, "PAR112")]),
        ("a: [1, 2\nb: 3\n", [(1, 4, "PAR106")]),
        ("a: 'x\n", [(1, 4, "PAR106")]),
        ('a: 1\nb: "x\nc: "y"\nd: 2\n', [(2, 4, "PAR106")]),
        ("a: 1\nb\nc: 2\n", [(2, 1, "PAR106")]),
        ("a: x\n  - b: 1\n", [(1, 4, "PAR106")]),
        ("a:\n  - b\n<<<<<<< HEAD\nc: 1\n=======\n", [(3, 1, "PAR106")]),
        ("a:\n\t- b\n", [(2, 1, "PAR106")]),
        ("a: @x\n", [(1, 4, "PAR106")]),
        ("a: b: c\n", [(1, 5, "PAR106")]),
        ("[" * (MAX_DEPTH + 5), [(1, MAX_DEPTH + 1, "PAR111")]),
        (b"a: \xff\xfe", [(1, 4, "PAR101")]),
        ("a: đ".encode("utf-16"), [(1, 1, "PAR101")]),
        (b"\xef\xbb\xbfa: 1", [(1, 1, "PAR102")]),
        ("a: x\x07y", [(1, 5, "PAR103")]),
        (b"PK\x03\x04\x00\x00", [(1, 3, "PAR103")]),
        ("a: hoa\u0300\n", [(1, 6, "PAR104")]),
        ("a: không\u200bthấy", [(1, 9, "PAR105")]),
        ('a: "ngắt\u2028dòng"', [(1, 9, "PAR105")]),
        ("a: ngắt\x85dòng", [(1, 8, "PAR105"), (2, 1, "PAR106")]),
        (b"a: " + b"x" * MAX_BYTES, [(1, 1, "PAR110")]),
    ],
)
def test_what_is_wrong_is_found_at_its_place(
    text: str | bytes, expected: list[tuple[int, int, str]]
) -> None:
    assert found(text) == expected


def test_the_first_of_two_equal_keys_counts() -> None:
    read, _diagnostics = read_yaml("x.yaml", b"a: 1\nb: 2\na: [3, {c: 4}]\nd: 5\n")
    assert read.data == {"a": "1", "b": "2", "d": "5"}
    assert read.position(["d"]) == (4, 4)


def test_a_billion_laughs_stops_early() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    assert [code for _line, _column, code in found("\n".join(lines))] == ["PAR109"]


def test_a_message_says_what_and_where_and_what_to_do() -> None:
    (diagnostic,) = read_yaml("data/x.yaml", b"a: 1\na: 2\n")[1]
    assert (diagnostic.file, diagnostic.severity.label) == ("data/x.yaml", "error")
    assert diagnostic.facts == (("key", "a"), ("line", "1"))
    assert diagnostic.text()
    assert diagnostic.advice()


@given(st.binary(max_size=400))
def test_any_bytes_give_data_or_findings_never_an_exception(raw: bytes) -> None:
    read, diagnostics = read_yaml("x.yaml", raw)
    assert read.data is not None or diagnostics or read.text.strip("﻿ \r\n") != ""
    for diagnostic in diagnostics:
        assert diagnostic.line >= 1
        assert diagnostic.column >= 1


@given(st.text(alphabet="abđ:-[]{}&*!#|>'\"\n \t%@,?", max_size=200))
def test_text_that_looks_like_yaml_never_raises(text: str) -> None:
    for diagnostic in read_yaml("x.yaml", text.encode())[1]:
        assert diagnostic.text()
