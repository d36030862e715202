"""Changing progress files: what is said is merged, everything else stays."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from parcli.registry.files import FileKind
from parcli.registry.progress_entries import Change, Said, UnitReport
from parcli.registry.progress_files import Planned, plan, write
from parcli.registry.write_lock import Unwritable
from parcli.registry.yaml_layout import laid_out

if TYPE_CHECKING:
    from pathlib import Path

PATH = "data/progress/2024-Q3/phong-mot.yaml"
TASKS = ("vb/1", "vb/2", "vb/3")
FILE = """\
# Báo cáo của Phòng Một
schema: parcli.progress/1
org: thu
unit: phong-mot
period: 2024-Q3
submission:
  received: 2024-09-13   # nhận qua trục liên thông
tasks:
  vb/1:
    status: in-progress
    values: [{target: 1, value: 70, note: tạm tính}]
    evidence:
      - number: 1/BC
        file: bc.pdf
  # việc ba làm trước việc hai
  vb/3:
    status: done
"""


def report(number: str | None = None, received: str | None = None, **tasks: Said) -> UnitReport:
    said = {f"vb/{name[1:]}": words for name, words in tasks.items()}
    return UnitReport("thu", "phong-mot", "2024-Q3", said, number, received)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    path = tmp_path / PATH
    path.parent.mkdir(parents=True)
    path.write_text(FILE, encoding="utf-8")
    return tmp_path


def changed(root: Path, said: UnitReport) -> Planned:
    planned = plan(root, said, TASKS)
    assert not planned.errors
    return planned


def test_a_new_file_is_in_canonical_layout(tmp_path: Path) -> None:
    words = "Đã hoàn thành: 100% hồ sơ đúng hạn, " * 5
    said = Said("done", {1: 98.5}, words.strip(), ({"number": "12/BC", "title": "Báo cáo"},))
    planned = changed(tmp_path, report("45/BC", "2024-09-13", t1=Said("not-started"), t2=said))
    assert write(tmp_path, [planned]) == [PATH]
    text = (tmp_path / PATH).read_text(encoding="utf-8")
    assert text == laid_out(FileKind.PROGRESS, PATH, text.encode()).text
    assert text.startswith(
        "schema: parcli.progress/1\norg: thu\nunit: phong-mot\nperiod: 2024-Q3\n"
    )
    assert text.index("vb/1") < text.index("vb/2")


@pytest.mark.parametrize(
    "said",
    [
        Said(
            "returned", result="a" * 120, difficulties="dòng một\n\ndòng ba", proposals="- a: b #c"
        ),
        Said(result="Đã xong việc " * 12, difficulties="012", proposals='gọi là "một cửa"'),
        Said(values={1: None, 2: 0.1, 3: 1e14}, evidence=({"number": "no"}, {"title": "[x], y"})),
        Said(evidence=({"title": "Tên", "number": "1/BC"}, {"sha256": "a" * 64, "file": "x.pdf"})),
        Said(evidence=({"file": "bc.pdf", "number": "2/BC", "title": "Tên: dài " * 15},)),
        Said(result="", forget_evidence=True),
    ],
)
def test_a_canonical_file_stays_canonical(root: Path, said: Said) -> None:
    before = laid_out(FileKind.PROGRESS, PATH, FILE.encode()).text
    assert before is not None
    (root / PATH).write_text(before, encoding="utf-8")
    after = changed(root, report("012", "2024-09-12", t1=said, t2=Said("done"), t3=said)).after
    assert after.decode() == laid_out(FileKind.PROGRESS, PATH, after).text
    assert after.decode() != before


def test_only_the_entry_changes(root: Path) -> None:
    said = Said(
        "done", {1: 98.5}, evidence=({"number": "1/BC", "title": "Tên"}, {"number": "2/BC"})
    )
    planned = changed(root, report("7/BC", t1=said, t2=Said("returned", difficulties="Khó")))
    assert planned.changes == (
        Change(None, "number", None, "7/BC"),
        Change("vb/1", "status", "in-progress", "done"),
        Change(
            "vb/1",
            "values",
            [{"target": 1, "value": 70.0, "note": "tạm tính"}],
            [{"target": 1, "value": 98.5, "note": "tạm tính"}],
        ),
        Change(
            "vb/1",
            "evidence",
            [{"number": "1/BC", "file": "bc.pdf"}],
            [{"number": "1/BC", "file": "bc.pdf", "title": "Tên"}, {"number": "2/BC"}],
        ),
        Change("vb/2", "status", None, "returned"),
        Change("vb/2", "difficulties", None, "Khó"),
    )
    assert planned.after.decode() == FILE.replace(
        "submission:\n", "submission:\n  number: 7/BC\n"
    ).replace("in-progress", "done").replace(
        "values: [{target: 1, value: 70, note: tạm tính}]",
        "values:\n      - target: 1\n        value: 98.5\n        note: tạm tính",
    ).replace(
        "        file: bc.pdf\n",
        "        title: Tên\n        file: bc.pdf\n      - number: 2/BC\n"
        "  vb/2:\n    status: returned\n    difficulties: Khó\n",
    )


def test_saying_it_again_changes_nothing(root: Path) -> None:
    said = report("7/BC", "2024-09-12", t1=Said("done", {1: 98.5}, "x", ({"number": "2/BC"},)))
    write(root, [changed(root, said)])
    again = changed(root, said)
    assert (again.changes, again.after) == ((), again.before)
    assert write(root, [again]) == []


@pytest.mark.parametrize(
    ("said", "gone"),
    [
        (Said(values={1: None}), "values"),
        (Said(forget_evidence=True), "evidence"),
    ],
)
def test_what_was_said_is_taken_back(root: Path, said: Said, gone: str) -> None:
    planned = changed(root, report(t1=said))
    assert [(c.field, c.new) for c in planned.changes] == [(gone, None)]
    assert f"    {gone}:" not in planned.after.decode()
    assert "# việc ba làm trước việc hai" in planned.after.decode()


def test_the_day_of_receipt_is_the_first_one(root: Path) -> None:
    late = UnitReport("thu", "phong-mot", "2024-Q3", first_received="2024-10-01")
    assert changed(root, late).changes == ()
    fresh = plan(root / "other", late, ())
    assert fresh.changes == (Change(None, "received", None, "2024-10-01"),)


def test_line_ends_and_byte_order_mark_stay(root: Path) -> None:
    path = root / PATH
    path.write_bytes(b"\xef\xbb\xbf" + FILE.replace("\n", "\r\n").encode())
    planned = changed(root, report(t3=Said(result="một\nhai")))
    assert planned.after.startswith(b"\xef\xbb\xbf#")
    assert planned.after.count(b"\n") == planned.after.count(b"\r\n")
    assert b"result: |-\r\n      m\xe1\xbb\x99t\r\n      hai\r\n" in planned.after


def test_letters_in_pieces_are_composed(root: Path) -> None:
    planned = changed(root, report(t3=Said(result="tiến độ".encode().decode())))
    decomposed = changed(root, report(t3=Said(result="tie\u0302\u0301n \u0111o\u0323\u0302")))
    assert planned.after == decomposed.after


def test_a_file_with_errors_is_left_alone(root: Path) -> None:
    (root / PATH).write_text(FILE + "  vb/2:\n    status: xong\n", encoding="utf-8")
    planned = plan(root, report(t1=Said("done")), TASKS)
    assert [error.code for error in planned.errors] == ["PAR204"]
    assert write(root, [planned]) == []


def test_an_entry_without_status_is_not_written(root: Path) -> None:
    planned = plan(root, report(t2=Said(result="x")), TASKS)
    assert [error.code for error in planned.errors] == ["PAR201"]
    assert write(root, [planned]) == []
    assert (root / PATH).read_text(encoding="utf-8") == FILE


def test_a_link_that_leaves_the_registry_is_not_followed(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "p.yaml"
    outside.write_text(FILE, encoding="utf-8")
    (root / PATH).unlink()
    (root / PATH).symlink_to(outside)
    with pytest.raises(Unwritable):
        write(root, [changed(root, report(t1=Said("done")))])
    assert outside.read_text(encoding="utf-8") == FILE


@pytest.mark.parametrize(
    ("known", "said", "found"),
    [
        ([{"number": "1/BC"}], {"number": "1/BC"}, [{"number": "1/BC"}]),
        ([{"number": "1/BC"}], {"number": "2/BC"}, [{"number": "1/BC"}, {"number": "2/BC"}]),
        ([{"title": "Ảnh"}], {"title": "Ảnh"}, [{"title": "Ảnh"}]),
        ([{"title": "Ảnh"}], {"number": "1"}, [{"title": "Ảnh"}, {"number": "1"}]),
        ([{"number": "1"}], {"title": "Ảnh"}, [{"number": "1"}, {"title": "Ảnh"}]),
        ([{"file": "a"}], {"file": "a", "sha256": "0" * 64}, [{"file": "a", "sha256": "0" * 64}]),
        ([{"file": "a"}], {"file": "b"}, [{"file": "a"}, {"file": "b"}]),
    ],
)  # fmt: skip
def test_each_document_stands_once(
    tmp_path: Path,
    known: list[dict[str, str]],
    said: dict[str, str],
    found: list[dict[str, str]],
) -> None:
    write(tmp_path, [changed(tmp_path, report(t1=Said("done", evidence=tuple(known))))])
    planned = plan(tmp_path, report(t1=Said(evidence=(said,))), TASKS)
    assert (planned.changes[0].new if planned.changes else known) == found


def test_texts_are_taken_back(root: Path) -> None:
    write(root, [changed(root, report(t3=Said(result="x", difficulties="y")))])
    planned = changed(root, report(t3=Said(result="", difficulties="")))
    assert planned.after.decode() == dedent(FILE)
