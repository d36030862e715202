"""Very many findings of one kind: the first ones, and a word that there are more."""

from __future__ import annotations

from collections import Counter

from parcli.diagnostics import Diagnostic, Severity
from parcli.registry.files import FileKind
from parcli.registry.first_of_many import first_of_each_code, first_of_many, stands_for_more
from parcli.registry.reading import read_text

HEADER = """\
schema: parcli.directive/1
id: a
org: thu
type: cong-van
issuer: UBND xã Thử
subject: thử
"""


def finding(line: int, code: str = "PAR709") -> Diagnostic:
    return Diagnostic("a.yaml", line, 1, code, Severity.WARNING, "x")


def test_no_more_than_told_are_passed_on() -> None:
    few = [finding(1), finding(2)]

    assert list(first_of_many(few, 2)) == few


def test_the_next_one_stands_for_the_rest() -> None:
    *first, last = first_of_many((finding(line) for line in range(1, 9)), 2)

    assert first == [finding(1), finding(2)]
    assert (last.line, last.code, last.severity) == (3, "PAR709", Severity.WARNING)
    assert stands_for_more(last)
    assert dict(last.facts) == {"shown": "2"}


def test_each_code_is_counted_for_itself() -> None:
    found = [finding(n, code) for n in range(1, 6) for code in ("PAR709", "PAR708")]

    told = Counter(each.code for each in first_of_each_code(found, 2))

    assert told == {"PAR709": 3, "PAR708": 3}


def test_thousands_of_unknown_keys_are_cut_short() -> None:
    text = HEADER + "".join(f"la{n}: x\n" for n in range(3000))

    read = read_text(FileKind.DIRECTIVE, "data/directives/a.yaml", text.encode())

    assert len(read.diagnostics) == 201
    assert stands_for_more(read.diagnostics[-1])
    assert read.diagnostics[-1].line == 207


def test_thousands_of_damaged_words_are_cut_short() -> None:
    text = HEADER + "closing: " + "duyet " * 3000 + "\n"

    read = read_text(FileKind.DIRECTIVE, "data/directives/a.yaml", text.encode())

    assert [d.code for d in read.diagnostics if stands_for_more(d)] == ["PAR709"]


def test_a_rule_that_finds_the_same_in_every_line_is_cut_short() -> None:
    text = HEADER + "recipients:\n" + "  - Như trên\n" * 5000
    found = read_text(FileKind.DIRECTIVE, "a.yaml", text.encode("utf-8")).diagnostics
    twice = [each for each in found if each.code == "PAR717"]
    assert len(twice) == 1001
    assert [each.line for each in twice if stands_for_more(each)] == [8 + 1001]
