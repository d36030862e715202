"""What a report leaves to be written: superiors, places, addressees and days that nobody stated."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from ministry import FILES, frame_at

from parcli.documents.contexts.reminder import reminder
from parcli.documents.contexts.reporting_units import reporting_units
from parcli.documents.contexts.summary import summary
from parcli.documents.contexts.superior import place_of, superior_name
from parcli.documents.contexts.tracking import tracking
from parcli.documents.contexts.unit_report import UnitReport, unit_report
from parcli.queries.unit_lookup import unit
from parcli.registry.compiled.store import open_index
from parcli.registry.year_calendar import working_calendar

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from parcli.documents.contexts.report_frame import ReportFrame

DOTS = "…………"
DAY = date(2026, 9, 10)


@pytest.fixture
def root(registry: Callable[..., Path]) -> Path:
    """The imaginary ministry's registry."""
    return registry(FILES)


@pytest.fixture
def frame(root: Path) -> ReportFrame:
    """Reports of 2026-Q3 as they are drafted in September."""
    return frame_at(root, DAY)


def of(frame: ReportFrame, ident: str, index: str | None = None) -> UnitReport:
    """The report of the unit with that id."""
    who = unit(frame.index, frame.org, ident)
    assert who is not None
    return unit_report(frame, who, index)


@pytest.mark.parametrize(
    ("ident", "superior", "place"),
    [
        ("vu-mot", "BỘ MẪU", "Hà Thành"),
        ("so-mau-ha-thanh", DOTS, DOTS),
        ("phong-le", DOTS, DOTS),
        ("bo", None, "Hà Thành"),
    ],
)
def test_only_a_stated_body_stands_above(
    frame: ReportFrame, ident: str, superior: str | None, place: str
) -> None:
    head = of(frame, ident).letterhead
    assert head.superior == superior
    assert head.place_and_date == f"{place}, ngày …… tháng 9 năm 2026"


@pytest.mark.parametrize(
    ("org", "ident", "superior", "place"),
    [
        ("ba-don", "phong-noi-vu", "UBND thị xã Ba Đồn", "Ba Đồn"),
        ("ba-don", "thanh-tra-thi-xa", "UBND thị xã Ba Đồn", "Ba Đồn"),
        ("ba-don", "cong-an-thi-xa", DOTS, None),
        ("ba-don", "so-thong-tin-truyen-thong", DOTS, None),
        ("bac-binh", "bhxh-huyen", DOTS, None),
        ("bac-binh", "chi-nhanh-vpdkdd", DOTS, None),
        ("bac-binh", "trung-tam-vh-tt-tt", "UBND huyện Bắc Bình", "Bắc Bình"),
    ],
)
def test_bodies_above_the_shipped_units(
    shipped: Path, org: str, ident: str, superior: str, place: str | None
) -> None:
    index = open_index(shipped)
    who = unit(index, org, ident)
    assert who is not None
    assert superior_name(index, who) == superior
    issued = {"issuer": "Ủy ban nhân dân tỉnh Khác", "place": "Nơi khác"}
    assert place_of(index, who, issued) == place


@pytest.mark.parametrize(
    ("level", "name", "line", "superior"),
    [
        ("commune", "Ủy ban nhân dân xã Mẫu", "Phòng Kinh tế, kind: phong", "UBND xã Mẫu"),
        ("commune", "UBND xã Mẫu", "Văn phòng HĐND và UBND, kind: van-phong", "UBND xã Mẫu"),
        ("commune", "UBND xã Mẫu", "Văn phòng Đăng ký đất đai, kind: van-phong", DOTS),
        ("commune", "UBND xã Mẫu", "Công an xã, kind: cong-an", DOTS),
        ("province", "UBND tỉnh Mẫu", "Sở Nội vụ, kind: so", "UBND tỉnh Mẫu"),
        ("province", "UBND tỉnh Mẫu", "Phòng Tổng hợp, kind: phong", DOTS),
        ("other", "Tổng công ty Mẫu", "Phòng Kinh tế, kind: phong", DOTS),
        ("commune", "UBND xã Mẫu", "Hội Nông dân, kind: hoi, parent: la", DOTS),
    ],
)
def test_a_specialised_body_of_a_committee_is_certain(
    registry: Callable[..., Path], level: str, name: str, line: str, superior: str
) -> None:
    catalogue = (
        f"schema: parcli.units/1\nid: o\norganisation: {{name: {name}, level: {level}}}\n"
        f"units:\n  - {{id: u, name: {line}}}\n"
    )
    index = open_index(registry({"data/units/o.yaml": catalogue}))
    who = unit(index, "o", "u")
    assert who is not None
    assert superior_name(index, who) == superior


@pytest.mark.parametrize(
    ("ident", "addressee", "recipients"),
    [
        ("vu-mot", "Bộ Mẫu (qua Văn phòng Bộ)", ("Như trên", "Văn phòng Bộ", "Lưu: VT")),
        ("so-mau-ha-thanh", "Văn phòng Bộ", ("Như trên", "Lưu: VT")),
        ("van-phong-bo", "Bộ Mẫu", ("Như trên", "Lưu: VT")),
        ("phong-le", "Bộ Mẫu", ("Như trên", "Lưu: VT")),
    ],
)
def test_a_report_goes_where_the_unit_s_own_duty_says(
    frame: ReportFrame, ident: str, addressee: str, recipients: tuple[str, ...]
) -> None:
    made = of(frame, ident)
    assert made.addressees == (addressee,)
    assert made.recipients == recipients


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2026, 9, 10), "tháng 9 năm 2026"),
        (date(2026, 10, 2), "tháng 10 năm 2026"),
        (date(2026, 6, 30), "tháng …… năm ……"),
        (date(2027, 11, 2), "tháng …… năm ……"),
    ],
)
def test_a_report_is_dated_only_around_its_period(root: Path, day: date, written: str) -> None:
    assert of(frame_at(root, day), "vu-mot").letterhead.place_and_date.endswith(written)


def test_a_subject_that_says_about_is_not_told_twice(frame: ReportFrame) -> None:
    made = of(frame, "vu-mot")
    assert "của Bộ Mẫu về việc tăng cường kỷ luật, Vụ Một báo cáo" in made.opening
    assert made.subject == "Kết quả thực hiện nhiệm vụ tăng cường kỷ luật\nquý III năm 2026"


def test_headings_are_told_from_the_outermost(frame: ReportFrame) -> None:
    [part] = of(frame, "vu-mot").parts
    heading = "Nhiệm vụ chung – Nhóm thứ nhất – Mục a"
    assert [(s.letter, s.title) for s in part.sections] == [("a", heading), ("b", heading)]
    rows = [row.number for row in tracking(frame).rows if row.is_group]
    assert rows == ["", "I", "1", "a", "a"]
    sections = summary(frame, working_calendar(frame.index)).sections
    assert [(row.number, row.title, row.counts.total) for row in sections] == [
        ("1", "Nhiệm vụ giao tại nội dung văn bản", 2),
        ("I", "Nhiệm vụ chung", 2),
        ("I.1", "Nhóm thứ nhất", 2),
        ("I.1.a", "Mục a", 1),
        ("I.1.a", "Mục a", 1),
        ("", "Tổng số", 2),
    ]


@pytest.mark.parametrize(
    ("ident", "words"),
    [
        (
            "so-mau-ha-thanh",
            (
                "Sở Mẫu Hà Thành không có nhiệm vụ được giao chủ trì; phối hợp thực hiện "
                "02 nhiệm vụ."
            ),
        ),
        ("phong-le", "Phòng Lẻ không có nhiệm vụ được giao chủ trì hoặc phối hợp thực hiện."),
    ],
)
def test_a_unit_that_leads_nothing(frame: ReportFrame, ident: str, words: str) -> None:
    assert of(frame, ident).overview == words


def test_the_summary_and_the_letter_name_who_receives(frame: ReportFrame) -> None:
    calendar = working_calendar(frame.index)
    assert summary(frame, calendar).addressees == ("Bộ Mẫu",)
    late = reporting_units(frame, calendar)
    assert reminder(frame, late).opening.endswith("về việc tăng cường kỷ luật.")
    [branch] = [who for who in late if who.id == "so-mau-ha-thanh"]
    assert reminder(frame, [branch]).opening.endswith(
        "báo cáo Văn phòng Bộ chậm nhất ngày 10 tháng cuối quý."
    )


@pytest.mark.parametrize(
    ("group", "told"),
    [
        ("Các đơn vị thuộc Bộ", "Văn phòng Bộ (van-phong-bo), Vụ Một (vu-mot)."),
        ("Các đoàn thể", "The catalogue does not list its members."),
    ],
)
def test_a_report_is_one_unit_s_own(
    cli: Callable[..., Any], root: Path, tmp_path: Path, group: str, told: str
) -> None:
    asked = ("--root", root, "--directive", "chi-thi", "--period", "2026-Q3", "-o", "a.docx")
    done = cli("report", "unit", "--unit", group, *asked)
    assert (done.code, done.out) == (2, "")
    assert f"“{group}” is several units together" in done.err
    assert told in done.err
    assert not (tmp_path / "a.docx").exists()


def test_a_letter_may_go_to_a_group(
    cli: Callable[..., Any], root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    asked = ("--root", root, "--directive", "chi-thi", "--period", "2026-Q3", "--as-of")
    done = cli("report", "reminder", "--unit", "Các Sở Mẫu", *asked, "2026-09-15")
    assert (done.code, done.out) == (0, "don-doc-cac-so-2026-q3.docx\n")
