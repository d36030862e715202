"""The end of a document as offices print it: long lists of recipients, wrapped lines, notes."""

from __future__ import annotations

from typing import Any

import pytest
from drafting import HEAD, drafted
from small_pdf import Page, pdf

from parcli.intake.draft import make_draft
from parcli.intake.readers.opening import read_bytes
from parcli.intake.walking import all_tasks

BODY = "1. Văn phòng lập kế hoạch mở chợ đêm.\n"
COMMUNES = ", ".join(f"Bình Yên {number}" for number in range(1, 40))


def end_of(tail: str) -> dict[str, Any]:
    values = drafted(BODY, tail=tail)
    assert len(list(all_tasks(values))) == 1
    assert "appendices" not in values
    return values


def test_a_recipient_of_many_lines_does_not_end_the_list() -> None:
    values = end_of(
        f"Nơi nhận:\n- UBND các xã: {COMMUNES};\n- Các Tập đoàn: Sông Xanh, Núi Cao;\n"
        "- Lưu: VT, KT (2). abc\tKT. BỘ TRƯỞNG, CHỦ NHIỆM\nPHÓ CHỦ NHIỆM\n\nLê Thị Mẫu\n"
    )
    assert values["recipients"] == [
        f"UBND các xã: {COMMUNES}",
        "Các Tập đoàn: Sông Xanh, Núi Cao",
        "Lưu: VT, KT (2). abc",
    ]
    assert values["signature"] == {
        "acting": "KT. BỘ TRƯỞNG, CHỦ NHIỆM",
        "position": "PHÓ CHỦ NHIỆM",
        "name": "Lê Thị Mẫu",
    }


def test_a_recipient_goes_on_in_a_line_that_begins_with_a_capital() -> None:
    values = end_of(
        "Nơi nhận:\n- Văn phòng tỉnh: lãnh đạo, các Phòng:\nTH, KT, Cổng\nTTĐT;\n- Như trên;\n"
        "- Lưu: VT,\nKT(2).\n\nCHỦ TỊCH\n\nLê Văn Mẫu\n"
    )
    assert values["recipients"] == [
        "Văn phòng tỉnh: lãnh đạo, các Phòng: TH, KT, Cổng TTĐT",
        "Như trên",
        "Lưu: VT, KT(2)",
    ]
    assert values["signature"] == {"position": "CHỦ TỊCH", "name": "Lê Văn Mẫu"}


def test_a_list_without_dashes_keeps_its_lines_apart() -> None:
    values = end_of("Nơi nhận:\nNhư trên\nVăn phòng tỉnh\nLưu: VT\n\nCHỦ TỊCH\n\nLê Văn Mẫu\n")
    assert values["recipients"] == ["Như trên", "Văn phòng tỉnh", "Lưu: VT"]


def test_a_party_office_signs_with_a_stroke_and_no_point() -> None:
    values = end_of("Nơi nhận:\n- Lưu VP.\n\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\nLê Văn Mẫu\n")
    assert values["signature"]["authority"] == "T/M BAN THƯỜNG VỤ"
    assert values["signature"]["name"] == "Lê Văn Mẫu"


def test_a_note_below_the_signature_belongs_to_the_text_that_cites_it() -> None:
    values = drafted(
        "1. Văn phòng lập kế hoạch mở chợ đêm[1].\n",
        tail="Nơi nhận:\n- Lưu: VT.\n\nCHỦ TỊCH\n\nLê Văn Mẫu\n\n[1] Chợ Đông và chợ Tây.\n",
    )
    assert values["extra"]["footnotes"] == ["[1] Chợ Đông và chợ Tây."]
    assert "appendices" not in values


def test_a_mark_that_nothing_cites_is_no_note() -> None:
    values = drafted("1. Văn phòng lập kế hoạch.\n[7] Công an xã tuần tra chợ đêm.\n")
    assert "extra" not in values


def test_an_attached_plan_without_a_signature_before_it() -> None:
    body = (
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch mở chợ đêm.\n\n"
        "KẾ HOẠCH\nMở chợ đêm năm 2026\n"
        "(Kèm theo Quyết định số 3/QĐ-UBND ngày 02 tháng 3 năm 2026)\n\n"
        "I. MỤC ĐÍCH\n1. Khơi dậy nghề cũ.\nII. NHIỆM VỤ\n1. Văn phòng kẻ ô bán hàng.\n"
    )
    values = drafted(body, tail="")
    (plan,) = values["appendices"]

    assert plan["title"] == "Mở chợ đêm năm 2026"
    assert [task["text"] for _number, task in all_tasks(values)] == ["Văn phòng kẻ ô bán hàng."]


def test_subject_and_addressees_pasted_with_tabs_are_no_table() -> None:
    head = (
        "UBND HUYỆN A\nSỞ NỘI VỤ\n\nSố: 1/SNV\n"
        "V/v nâng cao hiệu quả công tác kiểm tra và thời gian thực hiện\t"
        "Bình An, ngày 3 tháng 7 năm 2024\n\nKính gửi:\t- Các phòng;\n- UBND các xã.\n\n"
    )
    values = drafted(BODY, head=head)

    assert values["addressees"] == ["Các phòng", "UBND các xã"]
    assert (values["place"], values["issued"]) == ("Bình An", "2024-07-03")
    assert values["subject"] == "nâng cao hiệu quả công tác kiểm tra và thời gian thực hiện"


def test_addressees_pasted_with_a_tab() -> None:
    head = (
        "UBND HUYỆN A\nSỞ NỘI VỤ\n\nSố: 1/SNV\nBình An, ngày 3 tháng 7 năm 2024\nV/v báo cáo\n\n"
        "Kính gửi:\t- Các phòng;\n- UBND các xã;\n- Công an huyện.\n\n"
    )
    assert drafted(BODY, head=head)["addressees"] == ["Các phòng", "UBND các xã", "Công an huyện"]


@pytest.mark.parametrize(
    ("line", "issuer"),
    [("GIÁM ĐỐC SỞ Y TẾ điện:", "Giám đốc Sở Y tế"), ("Nội dung điện báo:", "?")],
)
def test_who_sends_a_telegram_without_a_letterhead(line: str, issuer: str) -> None:
    head = f"CÔNG ĐIỆN\n\nV/v phòng dịch\n\n{line}\n\n- Trạm Y tế các xã.\n\n"
    assert drafted(BODY, head=head)["issuer"] == issuer


@pytest.mark.parametrize(
    "place", ["Thành phố Hà Lâm", "Thị xã Đông Hà", "Phan An-Tháp Mỹ", "Hà Lâm"]
)
def test_the_place_is_what_stands_before_the_day(place: str) -> None:
    head = HEAD.replace("Mỹ An, ngày", f"{place}, ngày")
    values = drafted(BODY, head=head)

    assert values["place"] == place
    assert values["issuer"] == "Ủy ban nhân dân xã Mỹ An"


def test_a_title_in_capitals_goes_on_however_its_lines_are_set() -> None:
    page = Page().text(50, 40, "UBND XÃ A").text(50, 56, "Số: 3/CT-UBND")
    page.text(300, 40, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True)
    page.text(300, 56, "Xã A, ngày 05 tháng 3 năm 2026")
    page.text(270, 100, "CHỈ THỊ", bold=True)
    page.text(40, 120, "TĂNG CƯỜNG CẢI CÁCH THỦ TỤC HÀNH CHÍNH, NÂNG CAO CHẤT LƯỢNG", bold=True)
    page.text(200, 136, "PHỤC VỤ NGƯỜI DÂN TẠI CHỢ ĐÊM", bold=True)
    page.text(60, 170, "1. Văn phòng lập kế hoạch mở chợ đêm.")
    draft = make_draft(read_bytes(pdf(page), "x.pdf", ".pdf"), directive_id="x")

    assert draft.values["subject"].endswith("PHỤC VỤ NGƯỜI DÂN TẠI CHỢ ĐÊM")


def test_addressees_in_the_right_half_of_a_pdf_go_on_in_its_next_lines() -> None:
    page = Page().text(60, 40, "CÔNG ĐIỆN", bold=True).text(60, 60, "V/v phòng dịch", bold=True)
    page.text(60, 90, "GIÁM ĐỐC SỞ Y TẾ điện:")
    page.text(300, 110, "- Trạm Y tế các xã: Mỹ An,")
    page.text(300, 126, "Mỹ Hòa, Đông Hà;")
    page.text(300, 142, "- Bệnh viện tỉnh.")
    page.text(60, 180, "1. Trạm Y tế các xã lập kế hoạch phòng dịch.")
    values = make_draft(read_bytes(pdf(page), "x.pdf", ".pdf"), directive_id="x").values

    assert values["addressees"] == ["Trạm Y tế các xã: Mỹ An, Mỹ Hòa, Đông Hà", "Bệnh viện tỉnh"]
    assert len(list(all_tasks(values))) == 1


def test_an_end_without_recipients_stands_above_its_appendix() -> None:
    body = "Thực hiện cải cách hành chính, UBND xã giao các đơn vị nhiệm vụ tại Phụ lục kèm theo.\n"
    tail = (
        "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLê Văn Mẫu\n\nPhụ lục\nVIỆC CỦA CHỢ\n"
        "(Kèm theo Kế hoạch số 12/KH-UBND)\n\n"
        "| TT | Nhiệm vụ | Chủ trì |\n|---|---|---|\n| 1 | Sửa chợ | Văn phòng |\n"
    )
    values = drafted(body, tail=tail)

    assert values["opening"] == body.strip()
    assert values["signature"]["name"] == "Lê Văn Mẫu"
    assert [part["title"] for part in values["appendices"]] == ["VIỆC CỦA CHỢ"]
