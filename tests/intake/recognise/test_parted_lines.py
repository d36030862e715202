"""Lines that layout parted: numbers above their headings, subjects, lists, names, notes."""

from __future__ import annotations

import pytest
from drafting import HEAD, TAIL, draft_of, drafted

from parcli.intake.readers.text import read_text_document
from parcli.intake.recognise.footnotes import without_footnotes
from parcli.intake.walking import all_tasks

LETTER = """\
ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ MỸ AN\tĐộc lập - Tự do - Hạnh phúc

Số: 12/UBND-VP
V/v sửa các cầu treo,
mở chợ đêm\tMỹ An, ngày 05 tháng 3 năm 2026

Kính gửi: Các thôn.
"""


@pytest.mark.parametrize("number", ["1.", "II.", "a)"])
def test_a_number_on_its_own_line_belongs_to_the_heading_below(number: str) -> None:
    (group,) = drafted(
        f"{number}\nPhòng Kinh tế, Phòng Cầu Đường:\n- Lập kế hoạch sửa cầu.\n- Mở chợ đêm.\n"
    )["groups"]
    assert group["number"] == number.rstrip(".)")
    assert group["title"] == "Phòng Kinh tế, Phòng Cầu Đường"
    assert group["lead"] == ["Phòng Kinh tế", "Phòng Cầu Đường"]
    assert len(group["tasks"]) == 2


def test_a_subject_goes_on_in_small_letters_beside_the_date() -> None:
    values = drafted("1. Trưởng thôn lập danh sách cầu.\n", head=LETTER)
    assert values["subject"] == "sửa các cầu treo, mở chợ đêm"


def test_demands_with_a_time_beside_them_are_work() -> None:
    values = drafted(
        "1. Yêu cầu và tiến độ thực hiện\n- Lập danh sách cầu treo.\n"
        "- Gửi danh sách trước ngày 16/4/2026.\n"
    )
    assert len(list(all_tasks(values))) == 2


@pytest.mark.parametrize(
    "title",
    ["Lộ trình áp dụng quy chuẩn về cầu treo", "Thời điểm áp dụng mức thu", "Quy định chuyển tiếp"],
)
def test_when_a_rule_applies_is_no_task(title: str) -> None:
    values = drafted(f"Điều 1. {title}\n1. Cầu dưới 20 mét áp dụng Mức 1 từ năm 2027.\n")
    assert not list(all_tasks(values))


def test_a_list_begun_inside_the_opening_is_no_list_of_tasks() -> None:
    values = drafted(
        "Xã đã khảo sát cầu, cụ thể: (1) Sửa xong 3 cầu treo;\n"
        "(2) Dỡ bỏ 2 cầu tạm.\n"
        "Tuy nhiên, chợ còn chật. UBND xã yêu cầu các thôn thực hiện:\n"
        "1. Lập danh sách cầu.\n2. Mở chợ đêm.\n"
    )
    assert [task["number"] for task in values["tasks"]] == ["1", "2"]
    assert "(2) Dỡ bỏ 2 cầu tạm." in values["opening"]


@pytest.mark.parametrize(
    "greeting",
    [
        "điện:\n\n| | - Trưởng các thôn; |\n|---|---|\n| Đồng kính gửi: | Bí thư các chi bộ. |\n",
        "điện:\n\n- Trưởng các thôn;\n\n| Đồng kính gửi: | Bí thư các chi bộ. |\n|---|---|\n",
        "điện:\n\n| Trưởng các thôn; | Bí thư các chi bộ. |\n|---|---|\n",
    ],
)
def test_those_greeted_stand_in_a_table(greeting: str) -> None:
    values = draft_of(
        "1. Trưởng thôn lập danh sách cầu.\n", head=f"{HEAD}\nUBND xã {greeting}\n"
    ).values
    assert values["addressees"] == ["Trưởng các thôn", "Bí thư các chi bộ"]


NOTES = "[1] Cụ thể:\n\n(i) Cầu Đông;\n\n(ii) Cầu Tây.\n\n[2] Chợ Mới.\n\n(1) Mở thứ Bảy.\n"


def test_notes_below_the_end_take_their_further_lines_along() -> None:
    values = drafted(
        "1. Văn phòng sửa cầu[1] và mở chợ[2].\n",
        tail=f"{TAIL}\nPHỤ LỤC I\nDANH SÁCH CẦU\n\nCầu Đông: 3 nhịp.\n\n{NOTES}",
    )
    assert len(list(all_tasks(values))) == 1
    assert values["extra"]["footnotes"] == [line for line in NOTES.split("\n") if line]


def test_notes_at_the_foot_of_pages_end_where_they_end() -> None:
    text = "Sửa cầu[1] treo.\n\n[1] Cầu Đông.\n\nMở chợ[2] đêm.\n\n[2] Chợ Mới.\n\nPhát loa.\n"
    document = without_footnotes(read_text_document(text.encode(), "x.txt"))
    assert [note.text for note in document.notes] == ["[1] Cầu Đông.", "[2] Chợ Mới."]
    assert len(document.blocks) == 3


def test_an_appendix_after_the_notes_is_no_note() -> None:
    text = f"Sửa cầu[1], mở chợ[2].\n\n{NOTES}\nPHỤ LỤC II\n\nCầu Tây.\n"
    document = without_footnotes(read_text_document(text.encode(), "x.txt"))
    assert len(document.notes) == 2
