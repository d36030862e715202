"""A directive printed again: every text of its file, tables that an importer can read."""

from __future__ import annotations

import io
from datetime import date
from typing import TYPE_CHECKING

import pytest
from word_text import lines, rows

from parcli.documents.contexts.directive_text import (
    UnreadableDirective,
    directive_text,
    document_of,
)
from parcli.documents.renderer import CompiledTemplate
from parcli.documents.report_kinds import KINDS, template_package
from parcli.model.directive import Directive
from parcli.registry.compiled.store import open_index
from parcli.registry.files import FileKind
from parcli.registry.reading import read_file, read_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from parcli.documents.contexts.report_frame import ReportFrame
    from parcli.model.directive import Group, Task

_DIRECTIVES = ("ba-don-2024", "bac-binh-2022")


def printed(model: Directive) -> bytes:
    """The directive as a Word file."""
    out = io.BytesIO()
    package = template_package(KINDS["directive"], None)
    CompiledTemplate(package).write(out, document_of(model), model.subject, date(2024, 9, 20))
    return out.getvalue()


def model_of(shipped: Path, slug: str) -> Directive:
    """A shipped directive."""
    model = read_file(shipped, FileKind.DIRECTIVE, f"data/directives/{slug}.yaml").model
    assert isinstance(model, Directive)
    return model


def texts_of(groups: list[Group]) -> Iterator[str]:
    """Every text of groups and their tasks."""
    for group in groups:
        yield from filter(None, (group.title, group.text, group.closing))
        yield from texts_of(group.groups)
        for task in group.tasks:
            yield from task_texts(task)


def task_texts(task: Task) -> Iterator[str]:
    """The texts of a task."""
    yield from filter(None, (task.title, task.text, task.output, task.deadline, task.note))


@pytest.mark.parametrize("slug", _DIRECTIVES)
def test_every_text_is_there(shipped: Path, slug: str) -> None:
    model = model_of(shipped, slug)
    # A deadline of the body stands in the task's own words.
    whole = "\n".join(lines(printed(model)))
    wanted = [*texts_of(model.groups), *model.addressees, *model.recipients]
    for appendix in model.appendices:
        wanted += [appendix.label or "", appendix.title or "", appendix.reference or ""]
        wanted += [*texts_of(appendix.groups), *(t for a in appendix.tasks for t in task_texts(a))]
    wanted += [*(model.opening or "").split("\n"), *(model.closing or "").split("\n")]
    assert [text for text in wanted if text not in whole] == []


def test_appendices_are_tables_with_their_group_rows(shipped: Path) -> None:
    raw = printed(model_of(shipped, "ba-don-2024"))
    # The first two tables are letterhead and signature.
    first = rows(raw, 2)
    assert first[0] == ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp"]
    assert first[1] == ["I", "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH"]
    assert first[2] == [
        "1",
        "Thực hiện kế hoạch CCHC: 100% hoàn thành Kế hoạch năm 2024",
        "Phòng Nội vụ",
        "Các phòng, đơn vị thị xã, UBND các xã, phường",
    ]
    tasks = [[row for row in rows(raw, table) if len(row) == 4][1:] for table in (2, 3, 4)]
    assert [len(rows) for rows in tasks] == [34, 39, 28]


def test_what_was_misprinted_is_read(shipped: Path) -> None:
    whole = "\n".join(lines(printed(model_of(shipped, "ba-don-2024"))))
    assert "633/QĐ-UBND" in whole
    assert "633/QĐUBND" not in whole
    assert "Hải lòng" not in whole


def test_the_head_of_an_official_letter(shipped: Path) -> None:
    made = document_of(model_of(shipped, "bac-binh-2022"))
    assert made.is_letter
    assert made.letterhead.issuer == "ỦY BAN NHÂN DÂN\nHUYỆN BẮC BÌNH"
    assert made.letterhead.number == "1893/UBND-NC"
    assert made.letterhead.place_and_date == "Bắc Bình, ngày 21 tháng 7 năm 2022"
    assert made.blocks[0].text.startswith("I. Yêu cầu và trách nhiệm chung")
    assert made.blocks[0].is_heading
    assert "a) Theo dõi, đôn đốc" in "\n".join(block.text for block in made.blocks)


def test_the_head_of_a_plan(commune: ReportFrame) -> None:
    made = directive_text(commune.index, "binh-minh-2026")
    assert (made.is_letter, made.kind) == (False, "KẾ HOẠCH")
    assert [appendix.layout for appendix in made.appendices] == ["timed", "usual", "timed"]
    assert made.appendices[0].columns[-1] == "Thời hạn"


MIXED = """\
schema: parcli.directive/1
id: thu
org: thu
type: khac
issuer: Sở Nội vụ
superior: UBND tỉnh
subject: thử
tasks:
  - {number: a, text: việc lẻ}
  - {number: 1), title: có ngoặc}
groups:
  - {text: Lời dẫn, closing: Lời kết, tasks: [{text: không số}]}
appendices:
  - text: "Lời dẫn\\nhai đoạn"
    groups:
      - number: A
        title: Nhóm
        lead: [Phòng A]
        closing: Hết nhóm
        groups:
          - number: "1"
            title: Nhóm con
            tasks:
              - title: Việc
                text: "- một\\n- hai"
                output: Báo cáo
                deadline: quý I
                note: ghi chú
                support: [{unit: Phòng B, scope: phần 2}]
  - kind: indicators
    title: Chỉ tiêu
    columns: [TT, Chỉ tiêu, "2025"]
    rows:
      - - "1"
        - Tỷ lệ <A> & B
        -
      - ["2", Khác, 5%]
"""


@pytest.fixture
def mixed() -> Directive:
    """A directive with a body in its own order, a wide table of tasks, and one of figures."""
    model = read_text(FileKind.DIRECTIVE, "thu.yaml", MIXED.encode()).model
    assert isinstance(model, Directive)
    return model


def test_the_body_keeps_its_order_and_its_numbers(mixed: Directive) -> None:
    assert [block.text for block in document_of(mixed).blocks] == [
        "Lời dẫn",
        "không số",
        "Lời kết",
        "a) việc lẻ",
        "1) có ngoặc",
    ]


def test_an_appendix_has_the_layout_that_holds_it(mixed: Directive) -> None:
    made = document_of(mixed)
    assert [appendix.layout for appendix in made.appendices] == ["wide", "plain"]
    assert [appendix.label for appendix in made.appendices] == ["Phụ lục I", "Phụ lục II"]


def test_an_appendix_that_stands_alone_has_no_number(mixed: Directive) -> None:
    alone = mixed.model_copy(update={"appendices": mixed.appendices[:1]})
    (appendix,) = document_of(alone).appendices
    assert appendix.label == "Phụ lục"


def test_a_wide_table_has_a_cell_for_all_that_a_task_says(mixed: Directive) -> None:
    assert rows(printed(mixed), 2)[3] == [
        "",
        "Việc:- một- hai",
        "Phòng A",
        "Phòng B (phần 2)",
        "Báo cáo",
        "quý I",
        "ghi chú",
    ]


def test_a_table_that_lists_no_tasks_stands_as_it_was(mixed: Directive) -> None:
    assert rows(printed(mixed), 3) == [
        ["TT", "Chỉ tiêu", "2025"],
        ["1", "Tỷ lệ <A> & B", ""],
        ["2", "Khác", "5%"],
    ]


def test_a_subject_is_printed_by_the_kind_of_document() -> None:
    given = {"schema": "parcli.directive/1", "id": "thu", "org": "thu", "issuer": "Bộ Mẫu"}
    subject = {"subject": "Về việc tăng cường kỷ luật"}
    letter = document_of(Directive.model_validate(given | subject | {"type": "cong-van"}))
    named = document_of(Directive.model_validate(given | subject | {"type": "chi-thi"}))
    assert letter.subject == "tăng cường kỷ luật"
    assert named.subject == "Về việc tăng cường kỷ luật"


def test_nobody_is_not_whom_the_group_names() -> None:
    task = {"number": "1", "text": "Việc", "support": []}
    group = {"number": "I", "title": "Nhóm", "lead": ["Phòng A"], "support": ["Phòng B"]}
    inner = {"number": "1", "title": "Không ai", "lead": [], "support": []}
    groups = [group | {"tasks": [task]}, group | {"groups": [inner | {"tasks": [{"text": "Hai"}]}]}]
    model = Directive.model_validate(
        {
            "schema": "parcli.directive/1",
            "id": "thu",
            "org": "thu",
            "type": "chi-thi",
            "issuer": "Bộ Mẫu",
            "subject": "thử",
            "groups": groups,
            "appendices": [{"number": "I", "groups": groups}],
        }
    )
    made = document_of(model)
    assert [block.text for block in made.blocks if "Phòng" in block.text] == ["Chủ trì: Phòng A."]
    rows = [row for row in made.appendices[0].rows if not row.is_group]
    assert [(row.lead, row.support) for row in rows] == [("Phòng A", ""), ("", "")]


def test_a_file_that_cannot_be_read_is_told(
    commune: ReportFrame, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = "parcli.documents.contexts.directive_text.read_file"
    nothing: Callable[..., object] = lambda *_where: type("Read", (), {"model": None})()  # noqa: E731
    monkeypatch.setattr(module, nothing)
    with pytest.raises(UnreadableDirective, match=r"binh-minh-2026\.yaml cannot be printed"):
        directive_text(commune.index, "binh-minh-2026")


def test_all_shipped_directives_are_covered(shipped: Path) -> None:
    index = open_index(shipped)
    slugs = [row[0] for row in index.db.execute("SELECT slug FROM directive ORDER BY slug")]
    index.db.close()
    assert tuple(slugs) == _DIRECTIVES
