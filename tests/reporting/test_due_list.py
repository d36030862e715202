"""The table of dues, its CSV, and the notes below it."""

from __future__ import annotations

import csv
import io
import re
from datetime import date

import pytest
from sample_dues import ASKED, SEP_13, SEP_16, due, overdue

from parcli.queries.directives import Ended
from parcli.queries.due_reasons import Gone, Reasons
from parcli.queries.unit_lookup import Unit, UnitRef
from parcli.reporting import due_list
from parcli.reporting.due_list import due_sheet, folded, standing_of, title_of, write_due_table
from parcli.reporting.due_notes import due_notes
from parcli.reporting.tables import csv_text
from parcli.schedule.due_dates import DueDates, DueStatus

SUBMITTED = DueStatus("submitted", -2, -1)
NO_REASONS = Reasons([], 0, [], None)


@pytest.mark.parametrize(
    ("changed", "today", "written"),
    [
        ({}, "2024-09-01", "8 working days left"),
        ({"standing": DueStatus("soon", 2, 1)}, "2024-09-12", "1 working day left"),
        ({"standing": DueStatus("soon", 1, 0)}, "2024-09-13", "send today"),
        ({"standing": DueStatus("soon", 1, 0)}, "2024-09-14", "no working day left"),
        ({"standing": DueStatus("soon", 0, 0)}, "2024-09-14", "until the end of today"),
        ({"standing": DueStatus("soon", 0, 0)}, "2024-09-16", "until the end of today"),
        ({"standing": overdue(0)}, "2024-09-15", "no report recorded,\npast the last day"),
        ({"standing": overdue(1)}, "2024-09-16", "no report recorded,\n1 working day late"),
        ({"standing": overdue(548)}, "2026-11-22", "no report recorded,\n548 working days late"),
        (
            {"standing": overdue(5), "kind": "task"},
            "2024-09-20",
            "no result recorded,\n5 working days late",
        ),
        ({"standing": SUBMITTED, "received": SEP_13}, "2024-09-16", "reported"),
        (
            {"standing": SUBMITTED, "received": SEP_16},
            "2024-09-16",
            "reported, after the last day",
        ),
        ({"standing": SUBMITTED, "received": SEP_13, "kind": "task"}, "2024-09-16", "done"),
    ],
)
def test_standing(changed: dict[str, object], today: str, written: str) -> None:
    assert standing_of(due(**changed), date.fromisoformat(today)) == written


def test_a_long_title_is_cut() -> None:
    assert title_of(due(title="Việc\n  dài " + "x" * 200)) == "Việc dài " + "x" * 90 + "…"


@pytest.mark.parametrize(
    ("kind", "phrase", "told"),
    [
        ("report", "trước ngày 15 tháng cuối quý", "Report trước ngày 15 tháng cuối quý"),
        ("report", "Hằng quý", "Report hằng quý"),
        ("report", None, "Report vb/bc"),
        ("task", "Thường xuyên", "Thường xuyên"),
        ("task", None, "vb/bc"),
    ],
)
def test_what_has_no_title_is_told_by_its_deadline(
    kind: str, phrase: str | None, told: str
) -> None:
    assert title_of(due(title=None, kind=kind, phrase=phrase)) == told


def test_units_that_share_everything_fold() -> None:
    rows = [due("A"), due("B"), due("C", standing=SUBMITTED), due("D", occasion="2024-Q4")]
    names = [[row.unit.name for row in alike] for alike in folded(rows)]
    assert names == [["A", "B"], ["C"], ["D"]]
    assert [len(alike) for alike in folded(rows, expand=True)] == [1, 1, 1, 1]


def test_the_table_piped(capsys: pytest.CaptureFixture[str]) -> None:
    rows = [
        *(due(f"Phòng {letter}") for letter in "ABC"),
        due(
            "Phòng D", id="vb/1", kind="task", title="Việc", period=None, window=None,
            time="17:00", exact=False, provisional=True,
            dates=DueDates(date(2024, 9, 20), date(2024, 9, 20), date(2024, 9, 20)),
        ),
    ]  # fmt: skip
    write_due_table(rows, ASKED)
    title, *lines = capsys.readouterr().out.splitlines()
    assert title == "Due from 01/7/2024 to 30/9/2024, as of 01/9/2024"
    what = "Báo cáo quý (vb, Quarter III of 2024, figures 15/6 – 14/9)"
    assert [re.split(r"  +", line) for line in lines] == [
        ["Send by", "Last day", "Status", "What", "Who"],
        ["Fri 13/9", "Sat 14/9", "8 working days left", what, "3 departments"],
        ["~Fri 20/9", "Fri 20/9 17:00*", "8 working days left", "Việc (vb/1)", "Phòng D"],
    ]


def test_years_are_written_where_several_are_asked_about(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write_due_table([due()], ASKED._replace(start=date(1900, 1, 1)))
    out = capsys.readouterr().out
    assert out.startswith("Due from 14/9/2024 to 30/9/2024")
    assert "Fri 13/9/2024  Sat 14/9/2024" in out
    assert "figures 15/6/2024 – 14/9/2024" in out


def test_on_a_terminal_a_day_stands_once(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(due_list, "on_terminal", lambda: True)
    later = DueDates(date(2024, 9, 19), date(2024, 9, 19), date(2024, 9, 19))
    write_due_table([due(), due(id="vb/b2"), due(id="vb/b3", dates=later)], ASKED)
    out = capsys.readouterr().out
    assert out.count("Fri 13/9") == 1
    assert out.count("Thu 19/9") == 2


def test_csv_has_every_row_and_no_formula() -> None:
    waiting = (UnitRef("a", "A"), UnitRef("", "Hội B"))
    rows = [due(), due("B", title="=1+1", waiting_for=waiting, to=None, window=None)]
    text = csv_text(*due_sheet(rows))
    first, second = csv.DictReader(io.StringIO(text))
    assert first["send_by"] == "2024-09-13"
    assert (first["period"], first["exact"], first["provisional"]) == ("2024-Q3", "true", "false")
    assert (second["title"], second["waiting_for"]) == ("'=1+1", "a; Hội B")
    assert (second["to"], second["window_from"]) == ("", "")


def notes(rows: list[due_list.Due], why: Reasons = NO_REASONS, **asked: object) -> list[str]:
    expand = bool(asked.pop("expand", False))
    return list(due_notes(rows, why, ASKED._replace(**asked), expand=expand))


ON_FRIDAY = DueDates(SEP_13, SEP_13, SEP_13)


class TestNotes:
    def test_nothing_to_say_about_a_day_that_is_worked(self) -> None:
        assert notes([due(dates=ON_FRIDAY)]) == []

    def test_late_means_not_recorded(self) -> None:
        rows = [due("A", dates=ON_FRIDAY, standing=overdue(548))] * 2
        assert notes(rows) == [
            (
                "2 reports or results are past their last day and not recorded. If they were sent,"
                " record them with parcli progress."
            )
        ]

    def test_what_a_roll_up_waits_for(self) -> None:
        units = tuple(UnitRef(letter, f"Phòng {letter}") for letter in "ABCDE")
        rows = [
            due(dates=ON_FRIDAY, waiting_for=units),
            due(dates=DueDates(*[date(2024, 12, 19)] * 3), waiting_for=units),
            due(dates=ON_FRIDAY, waiting_for=units, standing=SUBMITTED),
        ]
        start = "Báo cáo quý of Phòng Một (13/9/2024, 19/12/2024) still waits for 5 units: "
        assert notes(rows) == [start + "Phòng A, Phòng B, Phòng C, …."]
        assert notes(rows, expand=True) == [start + "Phòng A, Phòng B, Phòng C, Phòng D, Phòng E."]

    def test_only_a_few_that_wait_are_listed(self) -> None:
        waiting = (UnitRef("a", "A"),)
        rows = [due(id=f"vb/{n}", dates=ON_FRIDAY, waiting_for=waiting) for n in range(5)]
        assert notes(rows)[3:] == ["2 more reports wait for others; --expand shows them."]
        assert len(notes(rows, expand=True)) == 5

    @pytest.mark.parametrize(
        ("roll_forward", "note"),
        [
            (
                False,
                (
                    "The last day is a day off; BLDS 2015 Điều 148.5 may extend it: 14/9/2024 to"
                    " Mon 16/9/2024. parcli counts as late from the last day."
                ),
            ),
            (
                True,
                (
                    "The last day is a day off and is extended by BLDS 2015 Điều 148.5: 14/9/2024"
                    " to Mon 16/9/2024. parcli counts as late after that."
                ),
            ),
        ],
    )
    def test_a_last_day_that_is_a_day_off(self, roll_forward: bool, note: str) -> None:
        assert notes([due(), due("B")], roll_forward=roll_forward) == [note]

    def test_no_working_day_after_the_figures_close(self) -> None:
        assert notes([due(dates=ON_FRIDAY, leaves_working_day=False)]) == [
            (
                "vb: figures close with no working day left before the last day; NĐ 09/2019/NĐ-CP"
                " Điều 8.5 wants one. The directive's date stands."
            )
        ]

    def test_marks_are_explained(self) -> None:
        assert notes([due(dates=ON_FRIDAY, provisional=True, exact=False)]) == [
            "~ provisional: the days off of that year are computed, not yet announced.",
            "* the directive names no day; this is the last day of its period.",
        ]

    def test_nothing_due(self) -> None:
        unit = Unit("o", "a", "Phòng A", "phong", False, None, None, (), None, None, (), None)
        next_day = Reasons([], 0, [], date(2024, 12, 14))
        assert notes([], next_day) == [
            "Nothing is due from 01/7/2024 to 30/9/2024.",
            "The next thing is due on Sat 14/12/2024.",
        ]
        assert notes([], units=[unit]) == [
            "Nothing of Phòng A is due from 01/7/2024 to 30/9/2024.",
            "Nothing is due later either.",
        ]
        assert notes([], overdue_only=True, start=date(1900, 1, 1))[0] == (
            "Nothing due from … to 30/9/2024 is late."
        )

    def test_directives_that_do_not_hold(self) -> None:
        ended = [Ended("a", "2024-01-01", "2024-12-31"), Ended("b", "2024-01-01", "9999-12-31")]
        assert notes([], Reasons(ended, 5, [], None))[1] == (
            "5 directives are not in force then: a (01/01/2024 – 31/12/2024), b (01/01/2024 – …),"
            " …."
        )

    def test_units_that_have_ended(self) -> None:
        def gone(name: str, *successors: str) -> Gone:
            refs = tuple(UnitRef(s, s) for s in successors)
            return Gone(UnitRef(name, name), "2025-06-30", refs)

        few = [gone("A"), gone("B", "C", "D")]
        each = [
            "A ended on 30/6/2025; no successor is recorded.",
            "B ended on 30/6/2025; its successor is C, D.",
        ]
        rows = [due(dates=ON_FRIDAY)]
        assert notes(rows, Reasons([], 0, few, None)) == each
        many = [gone("A"), gone("E", "E"), gone("B", "C", "D"), gone("F")]
        assert notes(rows, Reasons([], 0, many, None)) == [
            f"4 units addressed no longer existed. {each[1]} parcli units NAME tells more."
        ]
        assert len(notes(rows, Reasons([], 0, many, None), expand=True)) == 4
