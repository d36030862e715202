"""`parcli report` and `parcli template`: what a clerk types, what is there afterwards."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Outcome

EXAMPLE = Path(__file__).parents[2] / "examples" / "xa-binh-minh"
DAY = ("--period", "2024-Q3", "--as-of", "2024-09-20")
COMMUNE = ("--root", EXAMPLE, "--period", "2026-Q2", "--as-of", "2026-06-22")


@pytest.fixture(autouse=True)
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in an empty folder."""
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (("unit", "--unit", "noi vu"), "bao-cao-phong-noi-vu-2024-q3.docx"),
        (("unit", "--unit", "phường quảng long"), "bao-cao-ubnd-phuong-quang-long-2024-q3.docx"),
        (("summary",), "bao-cao-tong-hop-ba-don-2024-2024-q3.docx"),
        (("summary", "--index", "sipas"), "bao-cao-tong-hop-ba-don-2024-sipas-2024-q3.docx"),
        (("reminder",), "don-doc-ba-don-2024-2024-q3.docx"),
        (("reminder", "--unit", "tu phap"), "don-doc-phong-tu-phap-2024-q3.docx"),
        (("tracking",), "bang-theo-doi-ba-don-2024-2024-q3.docx"),
        (
            ("tracking", "--unit", "noi vu", "--index", "papi"),
            "bang-theo-doi-phong-noi-vu-papi-2024-q3.docx",
        ),
    ],
)
def test_a_draft_is_written_here(
    cli: Callable[..., Outcome],
    shipped: Path,
    tmp_path: Path,
    arguments: tuple[str, ...],
    name: str,
) -> None:
    done = cli("report", *arguments, "--root", shipped, *DAY)
    assert (done.code, done.out, done.err) == (0, f"{name}\n", "")
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert cli("template", "check", name).code == 0


def test_a_directive_is_printed(cli: Callable[..., Outcome], shipped: Path) -> None:
    done = cli("report", "directive", "bac-binh-2022", "--root", shipped, "-o", "a.docx")
    assert (done.code, done.out) == (0, "a.docx\n")
    assert cli("template", "check", "a.docx").code == 0


def test_the_same_day_gives_the_same_bytes(cli: Callable[..., Outcome], tmp_path: Path) -> None:
    for name in ("a.docx", "b.docx"):
        assert cli("report", "summary", *COMMUNE, "-o", name).code == 0
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_a_file_that_exists_is_kept(cli: Callable[..., Outcome], tmp_path: Path) -> None:
    arguments = ("report", "summary", *COMMUNE, "-o", "a.docx")
    (tmp_path / "a.docx").write_bytes(b"cu")
    refused = cli(*arguments)
    assert refused.code == 3
    assert refused.err.startswith("Error: a.docx exists already and is left as it is.\n")
    assert (tmp_path / "a.docx").read_bytes() == b"cu"
    assert cli(*arguments, "--force").code == 0
    assert (tmp_path / "a.docx").read_bytes() != b"cu"


def test_a_folder_is_a_place_for_a_draft(cli: Callable[..., Outcome], tmp_path: Path) -> None:
    assert cli("report", "summary", *COMMUNE, "-o", tmp_path).code == 0
    assert (tmp_path / "bao-cao-tong-hop-binh-minh-2026-2026-q2.docx").is_file()


def test_a_missing_folder_is_told(cli: Callable[..., Outcome]) -> None:
    told = cli("report", "summary", *COMMUNE, "-o", "thieu/a.docx")
    assert told.code == 3
    assert "a.docx cannot be written: there is no such file or folder" in told.err


def test_every_unit_that_owes_a_report(cli: Callable[..., Outcome], tmp_path: Path) -> None:
    done = cli("report", "unit", "--all", *COMMUNE, "-o", "tat-ca")
    assert done.code == 0
    assert done.err == "7 documents written.\n"
    assert len(list((tmp_path / "tat-ca").iterdir())) == 7


def test_of_many_none_is_written_where_one_exists(
    cli: Callable[..., Outcome], tmp_path: Path
) -> None:
    (tmp_path / "bao-cao-tram-y-te-2026-q2.docx").write_bytes(b"cu")
    done = cli("report", "unit", "--all", *COMMUNE)
    assert done.code == 3
    assert "bao-cao-tram-y-te-2026-q2.docx exists already" in done.err
    assert len(list(tmp_path.iterdir())) == 1


def test_what_was_written_as_json(cli: Callable[..., Outcome]) -> None:
    done = cli("report", "reminder", "--all", *COMMUNE, "--format", "json")
    names = ["don-doc-cong-an-xa-2026-q2.docx", "don-doc-quan-su-xa-2026-q2.docx"]
    assert (done.code, json.loads(done.out), done.err) == (0, {"written": names}, "")


def test_a_file_is_no_folder(cli: Callable[..., Outcome], tmp_path: Path) -> None:
    (tmp_path / "tep").write_bytes(b"")
    done = cli("report", "unit", "--all", *COMMUNE, "-o", "tep")
    assert done.code == 3
    assert "tep cannot be written: a part of the path is a file" in done.err


def test_a_bar_shows_how_far_it_is(
    cli: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    done = cli("report", "unit", "--all", *COMMUNE, "-o", "tat-ca")
    assert (done.code, len(done.out.splitlines())) == (0, 7)


def test_a_letter_to_each_late_unit(cli: Callable[..., Outcome], tmp_path: Path) -> None:
    done = cli("report", "reminder", "--all", *COMMUNE)
    assert done.out.splitlines() == [
        "don-doc-cong-an-xa-2026-q2.docx",
        "don-doc-quan-su-xa-2026-q2.docx",
    ]


@pytest.mark.parametrize("asked", [(), ("--all",), ("--unit", "van phong")])
def test_nothing_to_remind_of(cli: Callable[..., Outcome], asked: tuple[str, ...]) -> None:
    early = ("--root", EXAMPLE, "--period", "2026-Q2", "--as-of", "2026-06-01")
    done = cli("report", "reminder", *asked, *early)
    assert (done.code, done.out) == (0, "")
    assert done.err == "No report is late, and no task: there is nothing to remind of.\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("unit",), "For which unit? Give --unit NAME, or --all for every one."),
        (("unit", "--unit", "x", "--all"), "Give --unit or --all, not both."),
        (("reminder", "--unit", "x", "--all"), "Give --unit or --all, not both."),
        (("unit", "--unit", "zzzz"), "No unit is called “zzzz”."),
        (("summary", "--index", "par"), "There is no index “par”."),
        (("summary", "--directive", "x"), "There is no directive “x”."),
        (("summary", "--period", "1999-Q1"), "No directive is in force in quarter I of 1999."),
        (("summary", "--period", "quý 3"), "“quý 3” is not a period."),
        (("directive", "x"), "There is no directive “x”."),
        (
            ("unit", "--unit", "tu phap", "-o", "x.txt"),
            "x.txt: what is written is a Word document, whose name ends in .docx.",
        ),
        (
            ("unit", "--unit", "UBND cấp xã"),
            "“UBND cấp xã” is several units together; a report is one unit's own.",
        ),
        (
            ("tracking", "--unit", "nam gianh"),
            "UBND xã Nam Gianh does not exist in quarter III of 2024.",
        ),
    ],
)
def test_wrong_usage(
    cli: Callable[..., Outcome], shipped: Path, arguments: tuple[str, ...], told: str
) -> None:
    given = ("--as-of", "2024-09-20")
    period = () if {"--period", "directive"} & set(arguments) else ("--period", "2024-Q3")
    done = cli("report", *arguments, "--root", shipped, *period, *given)
    assert done.code == 2
    assert done.err.startswith(f"Error: {told}\n")


def test_without_a_period_it_is_the_current_quarter(
    cli: Callable[..., Outcome], shipped: Path
) -> None:
    done = cli("report", "summary", "--root", shipped, "--as-of", "2024-08-01")
    assert done.out == "bao-cao-tong-hop-ba-don-2024-2024-q3.docx\n"


def test_several_directives_ask_which(
    cli: Callable[..., Outcome], registry: Callable[..., Path]
) -> None:
    directive = """\
        schema: parcli.directive/1
        id: {id}
        org: thu
        type: cong-van
        issuer: A
        issued: 2024
        subject: thử
        """
    root = registry(
        {f"data/directives/{ident}.yaml": directive.format(id=ident) for ident in ("a", "b")}
    )
    done = cli("report", "tracking", "--root", root, "--period", "2024")
    assert done.code == 2
    assert "Several directives are in force in year 2024: a, b." in done.err
    assert (
        cli("report", "tracking", "--root", root, "--period", "2024", "--directive", "a").code == 0
    )


@pytest.mark.parametrize(
    ("raw", "told"),
    [(None, "cannot be read: there is no"), (b"not a zip", "is not a Word document (.docx)")],
)
def test_a_template_that_cannot_be_used_is_told(
    cli: Callable[..., Outcome], tmp_path: Path, raw: bytes | None, told: str
) -> None:
    if raw is not None:
        (tmp_path / "mau.docx").write_bytes(raw)
    for arguments in (
        ("report", "summary", *COMMUNE, "--template", "mau.docx"),
        ("template", "check", "mau.docx"),
    ):
        done = cli(*arguments)
        assert done.code == 3
        assert told in done.err
    assert [path.name for path in tmp_path.iterdir()] == (["mau.docx"] if raw else [])


def test_a_template_of_one_s_own(
    cli: Callable[..., Outcome], shipped: Path, tmp_path: Path
) -> None:
    own = shipped / "templates" / "bao-cao-don-vi.docx"
    done = cli("report", "unit", "--unit", "tram y te", *COMMUNE, "--template", own, "-o", "a.docx")
    assert done.code == 0
    wrong = shipped / "templates" / "cong-van-don-doc.docx"
    refused = cli("report", "unit", "--unit", "tram y te", *COMMUNE, "--template", wrong)
    assert refused.code == 3
    assert "paragraph" in refused.err
    assert [path.name for path in tmp_path.iterdir()] == ["a.docx"]


def test_the_registry_s_own_template_comes_first(
    cli: Callable[..., Outcome], shipped: Path, tmp_path: Path, registry: Callable[..., Path]
) -> None:
    root = registry({})
    (root / "templates").mkdir()
    (root / "templates" / "bang-theo-doi.docx").write_bytes(b"hong")
    (root / "data" / "directives").mkdir(parents=True)
    source = shipped / "data" / "directives" / "ba-don-2024.yaml"
    (root / "data" / "directives" / source.name).write_bytes(source.read_bytes())
    done = cli("report", "tracking", "--root", root, "--directive", "ba-don-2024", *DAY)
    assert done.code == 3
    assert "templates/bang-theo-doi.docx is not a Word document" in done.err.replace("\\", "/")


def test_a_missing_template_is_told(
    cli: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("parcli.documents.report_kinds._SHIPPED", ())
    done = cli("report", "summary", *COMMUNE)
    assert done.code == 3
    assert "The template bao-cao-tong-hop.docx is missing" in done.err


def test_findings_as_json(cli: Callable[..., Outcome], shipped: Path) -> None:
    template = shipped / "templates" / "cong-van-don-doc.docx"
    done = cli("template", "check", template, "--report", "tracking", "--format", "json")
    found = json.loads(done.out)
    assert done.code == 1
    assert found["summary"]["files"] == 1
    assert found["summary"]["errors"] == len(found["diagnostics"]) > 0
    assert {d["code"] for d in found["diagnostics"]} == {"PAR802"}
    assert found["diagnostics"][0]["file"] == str(template)


def test_findings_for_people_show_the_paragraph(cli: Callable[..., Outcome], shipped: Path) -> None:
    template = shipped / "templates" / "cong-van-don-doc.docx"
    done = cli("template", "check", template, "--report", "tracking")
    assert "No report provides “letterhead”" in done.out
    assert "| {%p if letterhead.superior %}" in done.out


def test_several_templates_are_checked_at_once(cli: Callable[..., Outcome], shipped: Path) -> None:
    templates = sorted((shipped / "templates").glob("*.docx"))
    checked = cli("template", "check", *templates).out
    assert checked == f"{len(templates)} files checked: nothing is wrong.\n"
    done = cli("template", "check", *templates, "--report", "tracking", "--format", "json")
    found = json.loads(done.out)
    assert found["summary"]["files"] == len(templates)
    told = {d["file"] for d in found["diagnostics"]}
    assert told == {str(path) for path in templates if path.stem != "bang-theo-doi"}


def test_findings_for_github(cli: Callable[..., Outcome], shipped: Path) -> None:
    template = shipped / "templates" / "cong-van-don-doc.docx"
    done = cli("template", "check", template, "--report", "tracking", "--format", "github")
    assert done.out.startswith("::error file=")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--report", "x"), "There is no report “x”."),
        (("--format", "csv"), "There is no output form “csv” here."),
    ],
)
def test_wrong_usage_of_template_check(
    cli: Callable[..., Outcome], arguments: tuple[str, ...], told: str
) -> None:
    done = cli("template", "check", "a.docx", *arguments)
    assert (done.code, done.err.splitlines()[0]) == (2, f"Error: {told}")


@pytest.mark.parametrize("command", ["report", "template"])
def test_help(cli: Callable[..., Outcome], command: str) -> None:
    assert cli(command, "--help").code == 0


def test_a_finished_document_is_no_template(
    cli: Callable[..., Outcome], shipped: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    asked = ("--root", shipped, "--unit", "tu phap", "--period", "2024-Q3")
    assert cli("report", "unit", *asked, "-o", "da-soan.docx").code == 0
    refused = cli("report", "unit", *asked, "--template", "da-soan.docx", "-o", "moi.docx")
    assert refused.code == 3
    assert "da-soan.docx has no tags" in refused.err
    assert not (tmp_path / "moi.docx").exists()
