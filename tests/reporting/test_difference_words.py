"""Changes in words, in Markdown and as JSON."""

from __future__ import annotations

from parcli.queries.changes import Change, ChangeKind
from parcli.reporting.differences import (
    FileChanges,
    difference_json,
    difference_markdown,
    difference_text,
)

K = ChangeKind
LONG = "Tổ chức triển khai nhiệm vụ, giải pháp của từng bộ chỉ số tại phụ lục kèm theo văn bản"
CHANGES = [
    Change(K.HEADER_CHANGED, field="number", after="12"),
    Change(K.HEADER_CHANGED, field="place", before="Ba Đồn"),
    Change(K.PART_ADDED, "IV", "Tài chính"),
    Change(K.TASK_ADDED, "1.4", LONG, "lead", None, ("Phòng Nội vụ", "UBND xã")),
    Change(K.TASK_ADDED, "1.5", "Kiểm tra", "lead"),
    Change(K.TASK_DROPPED, "1.6", "Công khai"),
    Change(K.TASK_MOVED, "3.1", "Kiểm tra", "", "Mục 2", None, was="2.1"),
    Change(K.TASK_RENUMBERED, "3.2", "Rà soát", was="3.1"),
    Change(K.TASK_REASSIGNED, "2.1", "a", "lead", ("A", "B"), ("B", "C")),
    Change(K.TASK_REASSIGNED, "2.2", "b", "lead", ("A", "B"), ("B", "C")),
    Change(K.TASK_REWORDED, "2.3", "c", "text", f"{LONG} cũ.", f"{LONG} mới."),
    Change(K.TASK_REWORDED, "2.5", "c", "title", "một hai", "một ba"),
    Change(K.TASK_RETARGETED, "2.4", "d", "targets", ("một", "hai"), ("hai", "một")),
    Change(K.REPORT_ADDED, "quy", "Báo cáo quý", "deadline", None, "trước ngày 15"),
    Change(K.REPORT_ADDED, "nam", "Báo cáo năm", "deadline"),
]
FILES = [FileChanges("data/directives/a.yaml", "a", CHANGES)]


def test_words() -> None:
    assert difference_text(FILES) == (
        "a (data/directives/a.yaml): 15 changes\n"
        "  The document itself:\n"
        "    number: now “12”\n"
        "    place: no longer “Ba Đồn”\n"
        "  New groups and appendices:\n"
        "    IV Tài chính\n"
        "  New tasks:\n"
        "    1.4 Tổ chức triển khai nhiệm vụ, giải pháp của từng bộ chỉ số tại phụ lục kèm theo"
        "…; lead: Phòng Nội vụ; UBND xã\n"
        "    1.5 Kiểm tra\n"
        "  Tasks removed:\n"
        "    1.6 Công khai\n"
        "  Tasks moved:\n"
        "    2.1 → 3.1 Kiểm tra: from “Mục 2” to “…”\n"
        "  Tasks renumbered:\n"
        "    3.1 → 3.2 Rà soát\n"
        "  Tasks assigned otherwise:\n"
        "    2.1, 2.2: lead: − A; + C\n"
        "  Targets changed:\n"
        "    2.4 d: targets: in another order\n"
        "  Wording changed:\n"
        "    2.3 c: text: “…kèm theo văn bản cũ.” → “…kèm theo văn bản mới.”\n"
        "    2.5 c: title: “một hai” → “một ba”\n"
        "  New reports:\n"
        "    quy Báo cáo quý; deadline: trước ngày 15\n"
        "    nam Báo cáo năm\n"
    )


def test_nothing() -> None:
    assert difference_text([]) == "No directive has changed.\n"
    assert difference_markdown([]) == "No directive has changed.\n"
    assert difference_json([]) == []


def test_markdown_keeps_the_documents_words_from_marking_up() -> None:
    change = Change(K.TASK_DROPPED, "1", "Xem [đây](http://x) <b>*@ai* | `a`\n# x")
    assert difference_markdown([FileChanges("d`/a.yaml", "a", [change])]) == (
        "### a: 1 change\n\n`d/a.yaml`\n\n**Tasks removed**\n\n"
        "- 1 Xem \\[đây\\](http\\://x) \\<b\\>\\*\\@&#8203;ai\\* \\| \\`a\\` \\# x\n"
    )


def test_markdown_mentions_nobody_and_links_nowhere() -> None:
    change = Change(K.TASK_DROPPED, "1", "&#64;chu-tich #12 a & b www.x.vn https://x.vn")
    told = difference_markdown([FileChanges("a.yaml", "a", [change])]).splitlines()[-1]
    assert told == "- 1 \\&\\#&#8203;64;chu-tich \\#&#8203;12 a \\& b www\\.x.vn https\\://x.vn"


def test_of_what_stood_twice_one_goes() -> None:
    change = Change(K.TASK_RETARGETED, "1", "a", "targets", ("một", "một"), ("một",))
    assert "    1 a: targets: − một\n" in difference_text([FileChanges("a.yaml", "a", [change])])


def test_ids_of_a_directive_that_was_renamed() -> None:
    changes = [
        Change(K.DIRECTIVE_RENAMED, "b", "Kế hoạch", was="a"),
        Change(K.HEADER_CHANGED, field="number", before="12", after="13"),
        Change(K.TASK_REWORDED, "I.1", "Kiểm tra", "text", "một", "hai"),
        Change(K.TASK_DROPPED, "I.2", "Công khai"),
    ]
    renamed = FileChanges("a.yaml → b.yaml", "b", changes, "a")

    assert "Directive renamed:\n    a → b Kế hoạch\n" in difference_text([renamed])
    [plain] = difference_json([renamed])
    assert [(change["was"], change["id"]) for change in plain["changes"]] == [
        ("a", "b"), ("a", "b"), ("a/I.1", "b/I.1"), ("a/I.2", "a/I.2"),
    ]  # fmt: skip


def test_json() -> None:
    assert difference_json([FileChanges("f", "a", CHANGES[5:9])]) == [
        {
            "directive": "a",
            "file": "f",
            "changes": [
                {"kind": "task-dropped", "id": "a/1.6", "was": "a/1.6", "title": "Công khai",
                 "field": None, "before": None, "after": None},
                {"kind": "task-moved", "id": "a/3.1", "was": "a/2.1", "title": "Kiểm tra",
                 "field": None, "before": "Mục 2", "after": None},
                {"kind": "task-renumbered", "id": "a/3.2", "was": "a/3.1", "title": "Rà soát",
                 "field": None, "before": None, "after": None},
                {"kind": "task-reassigned", "id": "a/2.1", "was": "a/2.1", "title": "a",
                 "field": "lead", "before": ["A", "B"], "after": ["B", "C"]},
            ],
        }
    ]  # fmt: skip
