"""What changed between two versions of a directive."""

from __future__ import annotations

from typing import Any

import pytest

from parcli.model.directive import Directive
from parcli.queries.changes import Change, ChangeKind
from parcli.queries.differences import differences
from parcli.queries.named_units import whom_without_catalogue
from parcli.queries.task_matching import placed_tasks

K = ChangeKind
CHECK = "Chủ trì triển khai công tác kiểm tra, hướng dẫn cải cách hành chính"
PAY = "Thực hiện giải ngân kế hoạch đầu tư vốn ngân sách nhà nước"
PUBLISH = "Công khai danh sách hộ nghèo trên trang thông tin điện tử"


def task(number: str, text: str, **more: Any) -> dict[str, Any]:
    return {"number": number, "text": text, **more}


def group(number: str, title: str, *tasks: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"number": number, "title": title, "tasks": list(tasks), **more}


def directive(*groups: dict[str, Any], **more: Any) -> Directive:
    return Directive.model_validate(
        {
            "schema": "parcli.directive/1",
            "id": "thu-2024",
            "org": "thu",
            "type": "cong-van",
            "issuer": "UBND",
            "subject": "cải thiện chỉ số",
            "groups": list(groups),
            **more,
        }
    )


OLD = directive(
    group("I", "Phòng Nội vụ", task("1", CHECK), task("2", PAY), lead=["Phòng Nội vụ"]),
    group("II", "UBND xã", task("1", PUBLISH)),
)


def test_a_version_is_the_same_as_itself() -> None:
    assert differences(OLD, OLD) == []
    assert differences(None, None) == []


def test_a_directive_comes_and_goes() -> None:
    assert differences(None, OLD) == [Change(K.DIRECTIVE_ADDED, "thu-2024", "cải thiện chỉ số")]
    assert differences(OLD, None) == [Change(K.DIRECTIVE_DROPPED, "thu-2024", "cải thiện chỉ số")]


def one_group(*tasks: dict[str, Any], **more: Any) -> Directive:
    return directive(group("I", "Phòng Nội vụ", *tasks), **more)


BASE = one_group(task("1", CHECK), task("2", PAY))
TASKS = {
    "added": (
        one_group(task("1", CHECK), task("2", PAY), task("3", PUBLISH, lead=["UBND xã"])),
        [Change(K.TASK_ADDED, "I.3", PUBLISH, "lead", None, ("UBND xã",))],
    ),
    "dropped": (one_group(task("1", CHECK)), [Change(K.TASK_DROPPED, "I.2", PAY)]),
    "put before, the others renumbered": (
        one_group(task("1", PUBLISH), task("2", CHECK), task("3", PAY)),
        [
            Change(K.TASK_ADDED, "I.1", PUBLISH, "lead"),
            Change(K.TASK_RENUMBERED, "I.2", CHECK, was="I.1"),
            Change(K.TASK_RENUMBERED, "I.3", PAY, was="I.2"),
        ],
    ),
    "exchanged": (
        one_group(task("1", PAY), task("2", CHECK)),
        [
            Change(K.TASK_RENUMBERED, "I.1", PAY, was="I.2"),
            Change(K.TASK_RENUMBERED, "I.2", CHECK, was="I.1"),
        ],
    ),
    "moved to another group": (
        directive(
            group("I", "Phòng Nội vụ", task("1", CHECK)), group("II", "Khác", task("1", PAY))
        ),
        [
            Change(K.PART_ADDED, "II", "Khác"),
            Change(K.TASK_MOVED, "II.1", PAY, "", "Phòng Nội vụ", "Khác", was="I.2"),
        ],
    ),
    "moved and reworded": (
        directive(
            group("I", "Phòng Nội vụ", task("1", CHECK)),
            tasks=[task("9", PAY + " năm 2024")],
        ),
        [
            Change(K.TASK_MOVED, "9", PAY + " năm 2024", "", "Phòng Nội vụ", None, was="I.2"),
            Change(K.TASK_REWORDED, "9", PAY + " năm 2024", "text", PAY, PAY + " năm 2024"),
        ],
    ),
    "reworded": (
        one_group(task("1", CHECK, title="Kiểm tra"), task("2", PAY)),
        [Change(K.TASK_REWORDED, "I.1", "Kiểm tra", "title", None, "Kiểm tra")],
    ),
    "replaced by something else": (
        one_group(task("1", CHECK), task("2", PUBLISH)),
        [Change(K.TASK_ADDED, "I.2", PUBLISH, "lead"), Change(K.TASK_DROPPED, "I.2", PAY)],
    ),
    "assigned": (
        one_group(task("1", CHECK, lead=["A", {"unit": "B", "scope": "phần 2"}]), task("2", PAY)),
        [Change(K.TASK_REASSIGNED, "I.1", CHECK, "lead", None, ("A", "B (phần 2)"))],
    ),
    "scheduled": (
        one_group(task("1", CHECK, deadline="trước ngày 20/9/2024"), task("2", PAY)),
        [Change(K.TASK_RESCHEDULED, "I.1", CHECK, "deadline", None, "trước ngày 20/9/2024")],
    ),
    "given a meaning": (
        one_group(task("1", CHECK, meaning={"kind": "none"}), task("2", PAY)),
        [Change(K.TASK_RESCHEDULED, "I.1", CHECK, "meaning", None, "kind: none")],
    ),
    "given a target": (
        one_group(
            task("1", CHECK),
            task(
                "2", PAY, targets=[{"text": "đạt 90%", "compare": ">=", "value": 90, "unit": "%"}]
            ),
        ),
        [Change(K.TASK_RETARGETED, "I.2", PAY, "targets", None, ("đạt 90% [>= 90 %]",))],
    ),
    "changed otherwise": (
        one_group(task("1", CHECK, output="Báo cáo", criteria=["par-index/1.1"]), task("2", PAY)),
        [
            Change(K.TASK_CHANGED, "I.1", CHECK, "output", None, "Báo cáo"),
            Change(K.TASK_CHANGED, "I.1", CHECK, "criteria", None, ("par-index/1.1",)),
        ],
    ),
}


@pytest.mark.parametrize(("new", "expected"), TASKS.values(), ids=TASKS)
def test_tasks(new: Directive, expected: list[Change]) -> None:
    assert differences(BASE, new) == expected


def test_a_lead_of_the_group_reassigns_each_of_its_tasks() -> None:
    new = OLD.model_copy(
        update={"groups": [OLD.groups[0].model_copy(update={"lead": ["VP"]}), OLD.groups[1]]}
    )
    assert differences(OLD, new) == [
        Change(K.TASK_REASSIGNED, "I.1", CHECK, "lead", ("Phòng Nội vụ",), ("VP",)),
        Change(K.TASK_REASSIGNED, "I.2", PAY, "lead", ("Phòng Nội vụ",), ("VP",)),
    ]


CATALOGUE = {"Phòng VH TT": "van-hoa", "Phòng Văn hóa và Thông tin": "van-hoa", "Văn phòng": "vp"}
UNITS_WRITTEN = {
    "by the catalogue": (["Phòng VH TT"], ["Phòng Văn hóa và Thông tin"], K.TASK_RESPELLED),
    "one is another": (["Phòng VH TT"], ["Văn phòng"], K.TASK_REASSIGNED),
    "one more": (["Văn phòng"], ["Văn phòng", "Phòng VH TT"], K.TASK_REASSIGNED),
    "by abbreviations": (["UBND xã"], ["Ủy ban nhân dân xã"], K.TASK_RESPELLED),
    "in another scope": (
        ["Văn phòng"], [{"unit": "Văn phòng", "scope": "phần 2"}], K.TASK_REASSIGNED,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("before", "after", "kind"), UNITS_WRITTEN.values(), ids=UNITS_WRITTEN)
def test_a_unit_printed_otherwise_is_not_reassigned(
    before: list[Any], after: list[Any], kind: ChangeKind
) -> None:
    def whom(org: str, name: str) -> str:
        assert org == "thu"
        return CATALOGUE.get(name) or whom_without_catalogue(org, name)

    ours, theirs = (one_group(task("1", CHECK, lead=lead)) for lead in (before, after))

    [change] = differences(ours, theirs, whom)
    assert (change.kind, change.field) == (kind, "lead")


def test_units_in_another_order_are_no_change() -> None:
    ours = one_group(task("1", CHECK, lead=["A", "B"]))
    theirs = one_group(task("1", CHECK, lead=["B", "A"]))
    assert differences(ours, theirs) == []


def test_a_group_put_before_renumbers_and_moves_nothing() -> None:
    new = directive(
        group("I", "Quy định chung"),
        OLD.groups[0].model_copy(update={"number": "II"}).model_dump(by_alias=True),
        OLD.groups[1].model_copy(update={"number": "III"}).model_dump(by_alias=True),
    )
    assert [(c.kind, c.id, c.was) for c in differences(OLD, new)] == [
        (K.PART_ADDED, "I", ""),
        (K.TASK_RENUMBERED, "II.1", "I.1"),
        (K.TASK_RENUMBERED, "II.2", "I.2"),
        (K.TASK_RENUMBERED, "III.1", "II.1"),
    ]


def test_groups_are_retitled_and_dropped() -> None:
    new = directive(
        group("I", "Sở Nội vụ", task("1", CHECK), task("2", PAY), lead=["Phòng Nội vụ"])
    )
    assert differences(OLD, new) == [
        Change(K.PART_CHANGED, "I", "Sở Nội vụ", "title", "Phòng Nội vụ", "Sở Nội vụ"),
        Change(K.PART_DROPPED, "II", "UBND xã"),
        Change(K.TASK_DROPPED, "II.1", PUBLISH),
    ]


def test_appendices_with_their_rows() -> None:
    old = directive(appendices=[{"number": "1", "kind": "statistics", "rows": [["a", None]]}])
    new = directive(appendices=[{"number": "1", "kind": "statistics", "rows": [["b", "c"]]}])
    assert differences(old, new) == [
        Change(K.PART_CHANGED, "pl1", "", "rows", ("a | ",), ("b | c",))
    ]


def test_the_header() -> None:
    new = OLD.model_copy(update={"number": "12"})
    assert differences(OLD, new) == [Change(K.HEADER_CHANGED, "", "", "number", None, "12")]
    dated = directive(in_force={"from": "2024", "until": "2024-12-31"}, addressees=["A"])
    assert differences(directive(), dated) == [
        Change(K.HEADER_CHANGED, "", "", "addressees", None, ("A",)),
        Change(K.HEADER_CHANGED, "", "", "in_force", None, "2024, 2024-12-31"),
    ]


def test_the_same_words_under_another_key_are_a_change() -> None:
    old, new = (directive(in_force={key: "2024"}) for key in ("from", "until"))
    assert differences(old, new) == [
        Change(K.HEADER_CHANGED, "", "", "in_force", "from: 2024", "until: 2024")
    ]


def test_criteria_of_a_group() -> None:
    old, new = (directive(group("1", "A", criteria=[f"sipas/{n}"])) for n in (1, 2))
    assert differences(old, new) == [
        Change(K.PART_CHANGED, "1", "A", "criteria", ("sipas/1",), ("sipas/2",))
    ]


def test_targets_are_told_with_all_their_digits() -> None:
    targets = ({"text": "tin", "value": 1500000}, {"text": "tin", "value": 1500001})
    old, new = (directive(group("1", "A", task("1", PAY, targets=[each]))) for each in targets)
    assert differences(old, new) == [
        Change(K.TASK_RETARGETED, "1.1", PAY, "targets", ("tin [1500000]",), ("tin [1500001]",))
    ]


def test_a_target_without_figures_is_told_by_its_words() -> None:
    old = directive(group("1", "A", task("1", PAY, targets=[{"text": "đúng hạn"}])))
    [change] = differences(old, directive(group("1", "A", task("1", PAY))))
    assert change.before == ("đúng hạn",)


REPORT = {"id": "quy", "title": "Báo cáo quý", "from": ["A"], "deadline": "trước ngày 15"}


def test_reports() -> None:
    old = directive(reports=[REPORT, {"id": "nam", "from": ["A"]}])
    new = directive(reports=[{**REPORT, "from": ["B"]}, {"id": "thang", "from": ["A"]}])
    assert differences(old, new) == [
        Change(K.REPORT_CHANGED, "quy", "Báo cáo quý", "from", ("A",), ("B",)),
        Change(K.REPORT_ADDED, "thang", "thang", "deadline"),
        Change(K.REPORT_DROPPED, "nam", "nam"),
    ]


def test_ids_are_those_of_the_index() -> None:
    repeated = directive(
        group("1.", "A", task("a)", CHECK), task("a", PAY)),
        tasks=[{"text": PUBLISH}],
        appendices=[{"title": "Bảng", "tasks": [task("1", CHECK)]}],
    )
    assert [placed.slug for placed in placed_tasks(repeated)] == ["1.a", "1.a~2", "1", "pl1.1"]


def test_the_same_words_twice_are_matched_in_their_order() -> None:
    old = one_group(task("1", CHECK), task("2", CHECK))
    new = one_group(task("2", CHECK), task("3", CHECK))
    assert [(c.kind, c.was, c.id) for c in differences(old, new)] == [
        (K.TASK_RENUMBERED, "I.1", "I.3")
    ]


def test_of_two_that_are_alike_the_nearer_one_is_meant() -> None:
    old = one_group(task("1", PAY + " đợt một"), task("2", PAY + " đợt hai của năm"))
    new = one_group(task("8", PAY + " đợt hai của năm nay"), task("9", PAY + " đợt một này"))
    assert [(c.was, c.id) for c in differences(old, new) if c.was] == [
        ("I.2", "I.8"),
        ("I.1", "I.9"),
    ]
