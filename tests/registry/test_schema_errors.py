"""What a clerk meant who wrote a value of another form than its key has."""

from __future__ import annotations

import pytest

from parcli.registry.files import FileKind
from parcli.registry.reading import read_text

DIRECTIVE = """\
schema: parcli.directive/1
id: x
org: thu
type: cong-van
issuer: UBND
subject: cải thiện chỉ số
"""
# The first line after DIRECTIVE is line 7.
SLIPS = {
    "“: ” in an item of a list of texts": (
        "recipients:\n  - Như trên\n  - Lưu: VT\n",
        [(9, 5, "PAR203", "This text has “: ” in it, so YAML takes “Lưu” for a key.",
          'Put the whole text in quotes: "Lưu: VT".')],
    ),
    "“: ” in a unit": (
        "tasks: [{text: a, lead: [b]}, {text: c, lead: [Tổ: A]}]\n",
        [(7, 48, "PAR203", "This text has “: ” in it, so YAML takes “Tổ” for a key.",
          'Put the whole text in quotes: "Tổ: A".')],
    ),
    "“: ” in a text of its own": (
        "place:\n  Phường: A\n",
        [(8, 3, "PAR203", "This text has “: ” in it, so YAML takes “Phường” for a key.",
          'Put the whole text in quotes: "Phường: A".')],
    ),
    "several keys for a text": (
        "place: {a: b, c: d}\n",
        [(7, 8, "PAR203", "“place” must be a text.", "Write one value after “place:”.")],
    ),
    "a comma in a text inside { }": (
        "tasks:\n  - text: a\n    targets:\n      - {text: đạt 12,5 tỷ đồng, value: 12.5}\n",
        [(10, 23, "PAR202",
          "A comma inside { } ends the text, so “5 tỷ đồng” is taken for a key.",
          'Put the whole text in quotes: "đạt 12,5 tỷ đồng".')],
    ),
    "two commas, told once": (
        "citations: [{title: một, hai, ba, role: basis}]\n",
        [(7, 26, "PAR202", "A comma inside { } ends the text, so “hai” is taken for a key.",
          'Put the whole text in quotes: "một, hai, ba".')],
    ),
    "a decimal comma inside { }": (
        "tasks: [{text: a, targets: [{text: b, value: 12,5}]}]\n",
        [(7, 49, "PAR202", "A comma inside { } ends the text, so “5” is taken for a key.",
          "Write the number with a point: 12.5.")],
    ),
    "an unknown key inside { }": (
        "in_force: {frm: 2026}\n",
        [(7, 12, "PAR202", "The key “frm” is not known here.", "Did you mean “from”?")],
    ),
    "a key without a value that follows nothing": (
        "in_force: {lạ, from: 2026}\n",
        [(7, 12, "PAR202", "The key “lạ” is not known here.", "Known keys: from, until.")],
    ),
    "no space after a colon inside { }": (
        "in_force: {from:2026-02-03, until: 2026-12-31}\n",
        [(7, 12, "PAR202", "A space is missing after the “:” of “from”.",
          "Write “from: 2026-02-03”.")],
    ),
    "the same where the key is needed": (
        "tasks: [{text: a, lead: [{unit:a, scope: b}]}]\n",
        [(7, 27, "PAR202", "A space is missing after the “:” of “unit”.", "Write “unit: a”.")],
    ),
    "a non-breaking space before a key": (
        "in_force:\n  from: 2026\n\u00a0\u00a0until: 2027\n",
        [(9, 1, "PAR202",
          "This line is indented with non-breaking spaces, which YAML takes for letters.",
          "Delete what stands before the first letter and type ordinary spaces.")],
    ),
    "a dash without a space": (
        "addressees:\n  -Công an xã\n",
        [(8, 3, "PAR203", "“addressees” must be a list.",
          "Write each item as “- …”: a hyphen and a space.")],
    ),
}  # fmt: skip


def told(text: str, kind: FileKind = FileKind.DIRECTIVE, path: str = "x.yaml") -> list[object]:
    found = read_text(kind, path, text.encode()).diagnostics
    return [(d.line, d.column, d.code, d.text(), d.advice()) for d in found if d.code[:4] == "PAR2"]


@pytest.mark.parametrize(("lines", "expected"), SLIPS.values(), ids=SLIPS)
def test_slips_that_leave_good_yaml(lines: str, expected: list[object]) -> None:
    assert told(DIRECTIVE + lines) == expected


TARGET = "tasks: [{{text: a, targets: [{{text: b, {}}}]}}]\n"
MEANT = {
    TARGET.format("value: 95%"): "Write 95: the number alone, without “%”.",
    TARGET.format("value: 95 hồ sơ"): "Write 95: the number alone, without “hồ sơ”.",
    TARGET.format('value: "95,5"'): "Write 95.5: a point before decimals, and nothing between"
    " thousands.",
    TARGET.format("value: 1.200.000 đồng"): "Write 1200000: the number alone, without “đồng”.",
    TARGET.format('value: "1.200,5 tỷ"'): "Write 1200.5: the number alone, without “tỷ”.",
    TARGET.format("value: nhiều"): "Write digits, such as 80 or 7.5.",
    TARGET.format("compare: ≥"): "Did you mean “>=”? Choices: >=, >, =, <=, <.",
    TARGET.format("change: tăng"): "Did you mean “increase”? Choices: increase, decrease.",
    "reports: [{id: quy, from: [a]}, {id: b, from: [a], after: quí}]\n": "Did you mean “quy”?",
    "reports: [{id: bao-cao-quy, from: [a]}, {id: b, from: [a], after: quí}]\n": (
        "Did you mean “bao-cao-quy”?"
    ),
    "reports: [{id: Báo cáo năm, from: [a]}]\n": (
        "Write “bao-cao-nam”: small letters without accents and digits, joined by “-” or “.”."
    ),
    "reports: [{id: '???', from: [a]}]\n": (
        "Write small letters without accents and digits, joined by “-” or “.”: phong-noi-vu."
    ),
    "reports: [{id: b, from: [a], cycle: hằng quý}]\n": (
        "Did you mean “quarter”? Choices: month, quarter, half, nine-months, year, week, cchc."
    ),
    "issued: 21/7/2024\n": "Write 2024-07-21: year, month, day.",
    "issued: ngày 1 tháng 02 năm 2024\n": "Write 2024-02-01: year, month, day.",
    "issued: tháng 7/2024\n": "Write 2024-07: year, month, day.",
    "issued: 2024.7\n": "Write 2024-07: year, month, day.",
    "issued: 2024-21-07\n": "Did you mean 2024-07-21?",
    "issued: 2024-31-31\n": "Write 2024, 2024-07 or 2024-07-21, a day that exists.",
    "issued: 2024-13\n": "Write 2024, 2024-07 or 2024-07-21, a day that exists.",
    "issued: hôm qua\n": "Write 2024, 2024-07 or 2024-07-21, a day that exists.",
    "Nơi nhận: [a]\n": "Did you mean “recipients”?",
    "tasks: [{text: a, Thời hạn: quý I}]\n": "Did you mean “deadline”?",
    "tasks: [{text: a, co_quan_phoi_hop: [b]}]\n": "Did you mean “support”?",
    "tasks: [&a {text: a}, {<<: *a}]\n": "Write out the keys that it should bring in.",
    "recipients: [a, “Lưu: VT”]\n": 'Write straight quotes: "Lưu: VT".',
    "citations: [{title: a, role: căn cứ}]\n": "Did you mean “basis”? Choices: basis, reference.",
}


@pytest.mark.parametrize(("line", "hint"), MEANT.items())
def test_what_was_meant_is_offered(line: str, hint: str) -> None:
    found = read_text(FileKind.DIRECTIVE, "x.yaml", (DIRECTIVE + line).encode()).diagnostics
    assert hint in [d.advice() for d in found]


@pytest.mark.parametrize(
    ("written", "meant"),
    [("Q1/2026", "2026-Q1"), ("quý III/2026", "2026-Q3"), ("Quý 4 năm 2026", "2026-Q4"),
     ("2026/Q2", "2026-Q2"), ("6 tháng đầu năm 2026", "2026-H1"), ("tháng 7/2026", "2026-07"),
     ("6 tháng cuối năm 2026", "2026-H2")],
)  # fmt: skip
def test_a_period_as_offices_write_it(written: str, meant: str) -> None:
    head = "schema: parcli.progress/1\norg: a\nunit: b\n"
    found = read_text(FileKind.PROGRESS, "b.yaml", f"{head}period: {written}\n".encode())
    assert [d.advice() for d in found.diagnostics if d.code == "PAR206"] == [f"Write {meant}."]


@pytest.mark.parametrize("written", ["quý V/2026", "quý II", "kỳ này"])
def test_what_is_no_period_is_not_guessed(written: str) -> None:
    head = "schema: parcli.progress/1\norg: a\nunit: b\n"
    found = read_text(FileKind.PROGRESS, "b.yaml", f"{head}period: {written}\n".encode())
    assert "Write 2024, 2024-H1, 2024-Q3 or 2024-07." in [d.advice() for d in found.diagnostics]


CONFIG = "schema: parcli.registry/1\ntitle: a\npolicies: {{soon_working_days: {}}}\n"


@pytest.mark.parametrize(
    ("given", "message", "hint"),
    [
        ("-3", "“-3” is too small here.", "Write 0 or more."),
        ("99", "“99” is too large here.", "Write 60 or less."),
        ("năm", "“năm” is not a number that fits here.",
         "Write a whole number in digits, such as 5."),
        ("5 ngày", "“5 ngày” is not a number that fits here.",
         "Write 5: the number alone, without “ngày”."),
    ],
)  # fmt: skip
def test_numbers_have_bounds(given: str, message: str, hint: str) -> None:
    [finding] = told(CONFIG.format(given), FileKind.CONFIG, "parcli.yaml")
    assert finding == (3, 31, "PAR207", message, hint)


@pytest.mark.parametrize(
    ("written", "level"),
    [("xã", "commune"), ("cấp tỉnh", "province"), ("Phường", "commune"), ("huyen", "district")],
)
def test_a_level_in_vietnamese(written: str, level: str) -> None:
    text = f"schema: parcli.units/1\nid: a\norganisation: {{name: x, level: {written}}}\n"
    found = read_text(FileKind.UNITS, "a.yaml", text.encode()).diagnostics
    assert any(d.advice().startswith(f"Did you mean “{level}”?") for d in found)


@pytest.mark.parametrize(
    ("written", "status"),
    [("hoàn thành", "done"), ("Đang thực hiện", "in-progress"), ("chưa", "not-started"),
     ("không áp dụng", "not-applicable"), ("chưa hoàn thành", "not-started")],
)  # fmt: skip
def test_a_status_in_vietnamese(written: str, status: str) -> None:
    head = "schema: parcli.progress/1\norg: a\nunit: b\nperiod: 2026-Q1\n"
    text = f"{head}tasks: {{x/1: {{status: {written}}}}}\n"
    found = read_text(FileKind.PROGRESS, "b.yaml", text.encode()).diagnostics
    assert any(d.advice().startswith(f"Did you mean “{status}”?") for d in found)
