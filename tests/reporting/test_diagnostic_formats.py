"""Diagnostics for CI services: each form exactly, with everything that must be escaped."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from parcli.checks.manual import page
from parcli.checks.registered import explained_codes
from parcli.diagnostics import Diagnostic, Severity, facts
from parcli.reporting.diagnostics_found import Found
from parcli.reporting.diagnostics_github import write_github
from parcli.reporting.diagnostics_gitlab import write_gitlab
from parcli.reporting.diagnostics_junit import write_junit
from parcli.reporting.diagnostics_sarif import write_sarif
from parcli.reporting.diagnostics_text import write_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SARIF = Path(__file__).parent / "sarif-schema-2.1.0.json"  # OASIS, SARIF 2.1.0, as published


class Listed:
    """Diagnostics of a list."""

    files = 2

    def __init__(self, *diagnostics: Diagnostic) -> None:
        self.diagnostics = sorted(diagnostics)
        self.errors = sum(d.severity is Severity.ERROR for d in diagnostics)
        self.warnings = len(diagnostics) - self.errors

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.diagnostics)


NASTY = Diagnostic(
    "data/directives/a, b:c.yaml",
    3,
    5,
    "PAR401",
    Severity.ERROR,
    "100% of {unit}\nand <more> & “others”\r\x07",
    "Hint: {unit}",
    facts({"unit": "X]]>"}),
)
PLAIN = Diagnostic("data/units/đ.yaml", 1, 1, "PAR405", Severity.WARNING, "No lead.")
FOUND = Found([Listed(NASTY, PLAIN)])
EMPTY = Found([Listed()])


def written(write: Callable[..., None], *arguments: Any, **options: Any) -> str:
    out = io.StringIO()
    write(*arguments[:1], out, *arguments[1:], **options)
    return out.getvalue()


def test_github_commands_are_one_line_each() -> None:
    assert written(write_github, FOUND).split("\n") == [
        (
            "::error file=data/directives/a%2C b%3Ac.yaml,line=3,col=5,title=PAR401::"
            "100%25 of X]]>%0Aand <more> & “others” �%0AHint: X]]>"
        ),
        "::warning file=data/units/đ.yaml,line=1,col=1,title=PAR405::No lead.",
        "2 files checked: 1 error, 1 warning.",
        "",
    ]


def test_gitlab_issues_keep_their_fingerprint_when_lines_move() -> None:
    moved = Diagnostic("data/units/đ.yaml", 9, 1, "PAR405", Severity.WARNING, "No lead.")
    issues = json.loads(written(write_gitlab, Found([Listed(NASTY, PLAIN, moved)])))
    alone = json.loads(written(write_gitlab, Found([Listed(moved)])))

    assert issues[0]["severity"] == "major"
    assert issues[1]["location"] == {"path": "data/units/đ.yaml", "lines": {"begin": 1}}
    assert issues[1]["fingerprint"] == alone[0]["fingerprint"]
    assert len({issue["fingerprint"] for issue in issues}) == 3
    assert json.loads(written(write_gitlab, EMPTY)) == []


@pytest.mark.parametrize(("strict", "failures"), [(False, 1), (True, 2)])
def test_junit_is_sound_xml(strict: bool, failures: int) -> None:
    tree = ET.fromstring(written(write_junit, FOUND, strict=strict))  # noqa: S314  our own output

    assert tree.attrib == {
        "name": "parcli validate",
        "tests": "2",
        "failures": str(failures),
        "errors": "0",
    }
    # What the schema of Jenkins requires of each suite.
    for suite in tree.iter("testsuite"):
        assert suite.keys() == ["name", "tests", "failures", "errors"]
    messages = [failure.get("message", "") for failure in tree.iter("failure")]
    assert len(messages) == failures
    assert messages[0].endswith("�")


def test_junit_without_findings_has_one_passing_case() -> None:
    tree = ET.fromstring(written(write_junit, EMPTY))  # noqa: S314  our own output

    assert [case.get("name") for case in tree.findall(".//testcase")] == ["validate"]


def sarif(found: Found) -> Any:
    return json.loads(written(write_sarif, found, page))


@pytest.mark.parametrize("found", [FOUND, EMPTY], ids=["findings", "none"])
def test_sarif_keeps_to_its_schema(found: Found) -> None:
    schema = json.loads(SARIF.read_text("utf-8"))

    jsonschema.validate(sarif(found), schema)


def test_sarif_results_point_to_rules_and_places() -> None:
    run = sarif(FOUND)["runs"][0]

    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["PAR401", "PAR405"]
    assert [r["level"] for r in run["results"]] == ["error", "warning"]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "data/directives/a%2C%20b%3Ac.yaml"}
    assert place["region"] == {"startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 6}


def test_sarif_regions_end_with_their_line() -> None:
    found = Found([Listed(PLAIN)], text=lambda _file: "lead: []  \n")
    [result] = sarif(found)["runs"][0]["results"]

    region = result["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 9}


def test_sarif_has_what_github_requires() -> None:
    """“Required” in GitHub's table of supported properties, where the schema leaves it open."""
    run = sarif(FOUND)["runs"][0]

    for rule in run["tool"]["driver"]["rules"]:
        assert rule["shortDescription"]["text"]
        assert rule["help"]["text"]
    for result in run["results"]:
        assert result["partialFingerprints"]
        # upload-sarif computes this one and warns of any other value.
        assert "primaryLocationLineHash" not in result["partialFingerprints"]


@pytest.mark.parametrize("code", explained_codes())
def test_sarif_describes_every_rule_as_briefly_as_github_allows(code: str) -> None:
    one = Diagnostic("a.yaml", 1, 1, code, Severity.ERROR, "Wrong.")
    [rule] = sarif(Found([Listed(one)]))["runs"][0]["tool"]["driver"]["rules"]

    for description in (rule["shortDescription"]["text"], rule["fullDescription"]["text"]):
        assert 0 < len(description) <= 1024
        assert "\n" not in description


def test_sarif_names_a_file_elsewhere_by_its_uri(tmp_path: Path) -> None:
    elsewhere = tmp_path / "kế hoạch.yaml"
    one = Diagnostic(elsewhere.as_posix(), 1, 1, "PAR113", Severity.ERROR, "The file is empty.")

    [result] = sarif(Found([Listed(one)]))["runs"][0]["results"]

    place = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": elsewhere.as_uri()}


def test_text_cuts_long_lines_around_the_column_and_shows_no_control_characters() -> None:
    line = "x" * 100 + "Y" + "z" * 100
    one = Diagnostic(
        "a.yaml", 1, 101, "PAR401", Severity.ERROR, "Bad\x1b[2J {unit}", "", facts({"unit": "u"})
    )
    text = written(write_text, Found([Listed(one)], text=lambda _file: line)).split("\n")

    assert text[0] == "a.yaml:1:101: error[PAR401] Bad�[2J u"
    assert text[1] == "     1 | …" + "x" * 48 + "Y" + "z" * 47 + "…"
    assert text[2].index("^") == text[1].index("Y")


def columns(text: str) -> int:
    """How far a terminal goes: 漢 and 字 are wide, marks stand above and below letters."""
    marks = sum(text.count(mark) for mark in "\u0300\u0323")
    return len(text) - marks + text.count("漢") + text.count("字")


@pytest.mark.parametrize("line", ["漢字 a\u0323\u0300 Y", "…漢" + "x" * 90 + "Y" + "字" * 90])
def test_the_caret_stands_below_its_letter_on_a_terminal(line: str) -> None:
    column = line.index("Y") + 1
    one = Diagnostic("a.yaml", 1, column, "PAR401", Severity.ERROR, "Bad.")
    text = written(write_text, Found([Listed(one)], text=lambda _file: line)).split("\n")

    assert text[2].index("^") == columns(text[1][: text[1].index("Y")])


def test_text_keeps_to_the_width_of_a_terminal() -> None:
    line = "mot hai " * 20 + "Y" + " ba bon" * 20
    words = "Words and more words that go on and on."
    one = Diagnostic("a.yaml", 1, 161, "PAR401", Severity.ERROR, words, words)
    found = Found([Listed(one)], text=lambda _file: line)
    text = written(write_text, found, width=40).split("\n")

    assert text[:5] == [
        "a.yaml:1:161: error[PAR401] Words and",
        "    more words that go on and on.",
        "     1 | …t hai mot hai Y ba bon ba bon…",
        "       |                ^",
        "    → Words and more words that go on",
    ]
    assert text[5] == "      and on."
    assert written(write_text, found).count("\n") == 7


def test_text_is_coloured_on_a_terminal_only() -> None:
    assert "\x1b[31;1merror[PAR401]\x1b[0m" in written(write_text, FOUND, colour=True)
    assert "\x1b" not in written(write_text, FOUND)
