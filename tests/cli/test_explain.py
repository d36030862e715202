"""`parcli explain`: a page, the list, the whole manual."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from parcli.checks.registered import FORM_CODES, IMPORT_CODES, TEMPLATE_CODES, explained_codes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_a_page_tells_meaning_reason_and_examples(cli: Callable[..., Any]) -> None:
    assert cli("explain", "PAR405").out == (
        "# PAR405 (warning): A task has no unit that leads it.\n"
        "\n"
        "Nobody answers for it, and no reminder will ever name it. Documents do leave the lead "
        "blank; then\n"
        "the warning is a question to put to whoever issued them.\n"
        "\n"
        "Wrong:\n\n```yaml\n"
        'tasks:\n  - {number: "1", text: Xây dựng kế hoạch.}\n```\n'
        "\n"
        "Right:\n\n```yaml\n"
        'tasks:\n  - {number: "1", text: Xây dựng kế hoạch., lead: [Văn phòng]}\n```\n'
    )


def test_it_speaks_vietnamese_first(cli: Callable[..., Any]) -> None:
    outcome = cli("explain", "PAR405", "--lang", "vi")

    assert "Nhiệm vụ không có đơn vị chủ trì." in outcome.out


def test_on_a_terminal_a_page_keeps_to_its_width_but_for_the_examples(
    cli: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("parcli.reporting.tables.on_terminal", lambda: True)
    monkeypatch.setenv("COLUMNS", "50")
    lines = cli("explain", "PAR405").out.splitlines()
    assert lines[0] == "# PAR405 (warning): A task has no unit that leads"
    assert "Nobody answers for it, and no reminder will ever" in lines
    assert '  - {number: "1", text: Xây dựng kế hoạch., lead: [Văn phòng]}' in lines


@pytest.mark.parametrize("written", ["PAR405", "par405", "405", "[PAR405]"])
def test_a_code_is_known_as_it_is_typed(written: str, cli: Callable[..., Any]) -> None:
    assert cli("explain", written).out.startswith("# PAR405")


def test_a_page_about_a_form_has_its_cells(cli: Callable[..., Any]) -> None:
    assert cli("explain", "PAR662").out == (
        "# PAR662 (error): A task is reported without a status.\n"
        "\n"
        "Words and figures alone do not tell whether the task is done, and it would count neither "
        "as done nor\n"
        "as outstanding. A status that the registry has already from an earlier form is enough.\n"
        "\n"
        "Wrong:\n\n```text\nKết quả thực hiện: Đã tổ chức 02 lớp tập huấn\n```\n"
        "\n"
        "Right:\n\n```text\n"
        "Tình trạng: Đang thực hiện\nKết quả thực hiện: Đã tổ chức 02 lớp tập huấn\n```\n"
    )


@pytest.mark.parametrize("code", [*FORM_CODES, *TEMPLATE_CODES, *IMPORT_CODES])
@pytest.mark.parametrize("spoken", ["vi", "en"])
def test_codes_of_other_files_have_pages_too(
    code: str, spoken: str, cli: Callable[..., Any]
) -> None:
    heading, blank, *text = cli("explain", code, "--lang", spoken).out.splitlines()

    assert heading.startswith(f"# {code} (")
    assert heading.endswith(".")
    assert blank == ""
    assert text


def test_without_a_code_all_are_listed(cli: Callable[..., Any]) -> None:
    listed = cli("explain").out

    assert all(code in listed for code in explained_codes())
    assert len(json.loads(cli("explain", "--format", "json").out)) == len(explained_codes())


def test_an_unknown_code_suggests_the_nearest(cli: Callable[..., Any]) -> None:
    outcome = cli("explain", "PAR499")

    assert outcome.code == 2
    assert "There is no diagnostic “PAR499”." in outcome.err
    assert "Did you mean PAR409?" in outcome.err


def test_the_page_in_docs_is_current(shipped: Path, cli: Callable[..., Any]) -> None:
    page = (shipped / "docs/diagnostics.md").read_text("utf-8")

    assert page == cli("explain", "--all", "--lang", "vi").out
