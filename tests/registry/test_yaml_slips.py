"""Slips that a parser notices late: told where they are, with what to do."""

from __future__ import annotations

import pytest

from parcli.registry.yaml_source import read_yaml

REST = "What stands below is not read until then."
SLIPS = {
    "no space after a colon": (
        "place:Phú Lâm\nissued: 2026\n",
        (1, 7),
        "A space is missing after the “:” of “place”.",
        f"Write a space between the “:” and the value. {REST}",
    ),
    "no space, in the first key": (
        "schema:parcli.directive/1\nid: x\n",
        (1, 8),
        "A space is missing after the “:” of “schema”.",
        f"Write a space between the “:” and the value. {REST}",
    ),
    "no space, below a key": (
        "a:\n  from:2026\n  until: 2027\n",
        (2, 8),
        "A space is missing after the “:” of “from”.",
        f"Write a space between the “:” and the value. {REST}",
    ),
    "no colon": (
        "place Phú Lâm\nissued: 2026\n",
        (1, 1),
        "A “:” is missing after this key.",
        f"Write “key: value”, with a space after the “:”. {REST}",
    ),
    "no colon, in the middle": (
        "id: x\nplace Phú Lâm\nissued: 2026\n",
        (2, 1),
        "A “:” is missing after this key.",
        f"Write “key: value”, with a space after the “:”. {REST}",
    ),
    "a wide colon": (
        "id: x\nplace： Phú Lâm\nissued: 2026\n",
        (2, 6),
        "This “：” is no “:”.",
        f"Write “key: value”, with a space after the “:”. {REST}",
    ),
    "a second colon": (
        "tasks:\n  - text: Rà soát: công khai\n    lead: [x]\n",
        (2, 18),
        "This text has “: ” in it, so YAML takes “Rà soát” for a key.",
        f"Put the text in quotes. {REST}",
    ),
    "a second colon far in": (
        f"text: {'Rà soát ' * 20}: công khai\n",
        (1, 167),
        f"This text has “: ” in it, so YAML takes “{'Rà soát ' * 7}Rà …” for a key.",
        "Put the text in quotes.",
    ),
    "no space after a dash": (
        'recipients:\n  -Như trên\n  - "Lưu: VT"\n',
        (2, 3),
        "A space is missing after this “-”.",
        f"Write each item as “- …”: a hyphen and a space. {REST}",
    ),
    "a tab before a key": (
        "in_force:\n\tfrom: 2026\n",
        (2, 1),
        "This line is indented with a tab.",
        "Indent with spaces.",
    ),
    "a tab before an item's key": (
        "tasks:\n  - text: một\n\tdeadline: x\n    lead: [y]\n",
        (3, 1),
        "This line is indented with a tab.",
        f"Indent with spaces. {REST}",
    ),
    "a text that begins with a mark": (
        "a: @x\nb: y\n",
        (1, 4),
        "“@” cannot begin a text without quotes.",
        f"Put the text in quotes. {REST}",
    ),
    "a text that begins like an alias": (
        "a: *\nb: y\n",
        (1, 4),
        "“*” or “&” begins a YAML anchor here.",
        f"Put the text in quotes. {REST}",
    ),
    "a fence of Markdown": (
        "```yaml\na: b\n```\n",
        (1, 1),
        "This line marks code in a letter or a web page; it is no YAML.",
        f"Remove the lines with ``` around the data. {REST}",
    ),
    "quotes inside quotes": (
        'text: "Rà soát "văn bản", công khai"\nlead: [x]\n',
        (1, 16),
        "This quotation mark ends the text, and more words follow it.",
        f"Inside quotes write “ and ”, or put the whole text in single quotes. {REST}",
    ),
    "the same inside [ ]": (
        "lead: ['Tổ 'một'', hai]\nid: x\n",
        (1, 12),
        "This quotation mark ends the text, and more words follow it.",
        f"Inside quotes write “ and ”, or put the whole text in single quotes. {REST}",
    ),
    "a bracket too many": ("lead: [x]]\na: 1\n", (1, 10), "This “]” closes nothing.",
                           f"Remove it. {REST}"),
    "a brace too many": ("a: {b: c}}\n", (1, 10), "This “}” closes nothing.", "Remove it."),
    "a folded text not indented": (
        "subject: >-\ntăng cường kỷ luật\nplace: x\n",
        (2, 1),
        "The text below “>-” is not indented.",
        f"Indent it deeper than the key above, by two spaces. {REST}",
    ),
    "the same in a list": (
        "tasks:\n  - number: a\n    text: |  # dài\n    một\n    hai\n",
        (4, 5),
        "The text below “|” is not indented.",
        f"Indent it deeper than the key above, by two spaces. {REST}",
    ),
    "a non-breaking space before a key": (
        "in_force:\n\u00a0\u00a0from: 2026-02-03\n  until: 2026-12-31\n",
        (2, 1),
        "This line is indented with non-breaking spaces, which YAML takes for letters.",
        f"Delete what stands before the first letter and type ordinary spaces. {REST}",
    ),
    "one space too many": (
        "tasks:\n  - text: một\n     deadline: x\n    lead: [y]\n",
        (3, 6),
        "This line is indented with 5 spaces, the lines it belongs to with 4.",
        f"Indent it like them. {REST}",
    ),
    "two spaces too many": (
        "in_force: 2026\n  from: 2026\n",
        (1, 11),
        "A text stands here and indented lines below it.",
        f"Remove one of the two, or indent the lines below less. {REST}",
    ),
    "one space too few in a list": (
        "tasks:\n  - text: một\n   deadline: x\n",
        (3, 4),
        "This line is not indented like the lines it belongs to.",
        "Indent it with as many spaces as the lines it belongs to.",
    ),
    "a text in place of an item": (
        "lead:\n  - a\n  b\nc: 1\n",
        (3, 3),
        "A “:” is missing after this key.",
        f"Write “key: value”, with a space after the “:”. {REST}",
    ),
    "an unfinished merge": (
        "a: 1\n<<<<<<< HEAD\nb: 2\n=======\n",
        (2, 1),
        "This line marks an unfinished merge.",
        "Keep one of the two versions and remove the lines <<<<<<<, ======= and >>>>>>>. " + REST,
    ),
    "an unclosed bracket": (
        "a: {b: c\nd: e\n",
        (1, 4),
        "A mapping in { } is not closed, or a comma is missing.",
        f"Write “}}” at its end, and a comma between its keys. {REST}",
    ),
    "an unclosed bracket above a list": (
        "- lead: [Phòng A\n  support: [Phòng B]\n",
        (1, 9),
        "A list in [ ] is not closed, or a comma is missing.",
        f"Write “]” at its end, and a comma between its items. {REST}",
    ),
    "a bracket that is open at the end": (
        "b: c\na: [d,\n\n",
        (2, 4),
        "A list in [ ] is not closed, or a comma is missing.",
        "Write “]” at its end, and a comma between its items.",
    ),
    "a bracket that is open after an item": (
        "b: c\na: [d\n",
        (2, 4),
        "A list in [ ] is not closed, or a comma is missing.",
        "Write “]” at its end, and a comma between its items.",
    ),
    "a brace with nothing in it": (
        "a: {",
        (1, 4),
        "A mapping in { } is not closed, or a comma is missing.",
        "Write “}” at its end, and a comma between its keys.",
    ),
    "what has no words of its own": (
        "%TAG ! x\n%TAG ! y\n--- a\n",
        (2, 1),
        "“%” at the beginning of a line is special.",
        f"Put the text in quotes. {REST}",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "place", "message", "hint"), SLIPS.values(), ids=SLIPS)
def test_the_slip_is_told(text: str, place: tuple[int, int], message: str, hint: str) -> None:
    found = [
        ((d.line, d.column), d.text(), d.advice())
        for d in read_yaml("x.yaml", text.encode())[1]
        if d.code == "PAR106"
    ]
    assert found == [(place, message, hint)]


@pytest.mark.parametrize("code_and_text", [("PAR111", "[" * 70), ("PAR112", "a: 1\n---\nb: 2\n")])
def test_where_reading_stops_the_remedy_is_the_hint(code_and_text: tuple[str, str]) -> None:
    code, text = code_and_text
    [finding] = read_yaml("x.yaml", text.encode())[1]
    assert (finding.code, "not read" in finding.advice()) == (code, True)
