"""What stands before and after the body: blanks, addressees in a table, signatures, appendices."""

from __future__ import annotations

from typing import Any

import pytest
from drafting import TAIL, draft_of, drafted

from parcli.intake.recognise.letterhead import (
    GUESSED_AREA,
    GUESSED_ISSUER,
    GUESSED_TYPE,
    NO_DATE,
    NO_SUBJECT,
)

BODY = "1. Văn phòng xây dựng kế hoạch.\n"


def doubts(head: str, tail: str = TAIL, body: str = BODY) -> list[str]:
    return [doubt.message for doubt in draft_of(body, head=head, tail=tail).ledger.doubts]


def test_a_letter_with_blanks_and_its_addressees_in_a_table() -> None:
    values = drafted(
        BODY,
        head="UBND HUYỆN A\nSỞ NỘI VỤ\n\nSố:      /SNV-CCHC\nKHẨN\n\n"
        "Bình An, ngày    tháng 7 năm 2024\nV/v báo cáo\n\n"
        "| Kính gửi: | - Văn phòng; - Công an xã; |\n|---|---|\n| | Các trường học. |\n",
    )

    assert (values["number"], values["symbol"], values["issued"]) == (None, "SNV-CCHC", "2024-07")
    assert (values["urgency"], values["superior"]) == ("KHẨN", "UBND huyện A")
    assert values["addressees"] == ["Văn phòng", "Công an xã", "Các trường học"]


def test_a_text_without_head_and_end_is_doubted_throughout() -> None:
    values = drafted(BODY, head="", tail="")

    assert (values["issuer"], values["subject"], values["type"]) == ("?", "?", "cong-van")
    assert {GUESSED_ISSUER, GUESSED_TYPE, NO_SUBJECT, NO_DATE} <= set(doubts("", ""))


def test_a_committee_without_its_area_takes_it_from_the_body() -> None:
    head = "ỦY BAN NHÂN DÂN\n\nSố: 3/UBND-VP\nV/v họp\n\nMỹ An, ngày 45 tháng 13 năm 2026\n"
    body = f"Ủy ban nhân dân xã Mỹ An yêu cầu:\n{BODY}"
    values = drafted(body, head=head)

    assert values["issuer"] == "Ủy ban nhân dân xã Mỹ An"
    assert values["issued"] == "2026"
    assert {GUESSED_AREA, NO_DATE} <= set(doubts(head, body=body))


@pytest.mark.parametrize(
    ("tail", "signature", "recipients"),
    [
        (
            "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH\n(Đã ký)\nLê Văn Mẫu\n\nNơi nhận: VT;\n",
            {
                "authority": "TM. ỦY BAN NHÂN DÂN",
                "acting": "KT. CHỦ TỊCH",
                "position": "PHÓ CHỦ TỊCH",
                "name": "Lê Văn Mẫu",
            },
            ["VT"],
        ),
        (
            "KT. CHỦ TỊCH PHÓ CHỦ TỊCH\n\nLê Văn Mẫu\n",
            {"acting": "KT. CHỦ TỊCH", "position": "PHÓ CHỦ TỊCH", "name": "Lê Văn Mẫu"},
            None,
        ),
        (
            "| Nơi nhận:<br>- Như trên;<br>- Lưu VT. | TL. CHỦ TỊCH<br>CHÁNH VĂN PHÒNG<br>"
            "Lê Văn Mẫu |\n|---|---|\n",
            {"acting": "TL. CHỦ TỊCH", "position": "CHÁNH VĂN PHÒNG", "name": "Lê Văn Mẫu"},
            ["Như trên", "Lưu VT"],
        ),
        (
            "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nKT. CHỦ TỊCH\nPhó Chủ tịch\n\nLê Thị Mẫu\n",
            {"acting": "KT. CHỦ TỊCH", "position": "Phó Chủ tịch", "name": "Lê Thị Mẫu"},
            ["Như trên", "Lưu: VT"],
        ),
    ],
)
def test_signature(tail: str, signature: dict[str, str], recipients: list[str] | None) -> None:
    values = drafted(BODY, tail=tail)

    assert values["signature"] == signature
    assert values.get("recipients") == recipients


def appendices(text: str) -> Any:
    return drafted(BODY, tail=f"{TAIL}\n{text}")["appendices"]


def test_an_outline_is_kept_as_text_and_gives_nobody_a_task() -> None:
    tasks, outline = appendices(
        "PHỤ LỤC I\nDANH MỤC NHIỆM VỤ\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026)\n\n"
        "1. Công an xã kiểm tra.\n\n"
        "PHỤ LỤC II: ĐỀ CƯƠNG BÁO CÁO\nI. Tình hình\n1. Kết quả\n"
    )

    assert (tasks["number"], tasks["title"]) == ("I", "DANH MỤC NHIỆM VỤ")
    assert tasks["reference"] == "(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026)"
    assert [task["lead"] for task in tasks["tasks"]] == [["Công an xã"]]
    assert (outline["number"], outline["kind"], outline["title"]) == (
        "II",
        "documents",
        "ĐỀ CƯƠNG BÁO CÁO",
    )
    assert outline["text"] == "I. Tình hình\n1. Kết quả"


def test_an_attached_programme_is_an_appendix() -> None:
    (attached,) = appendices(
        "CHƯƠNG TRÌNH\nHÀNH ĐỘNG NĂM 2026\n(Ban hành kèm theo Quyết định số 5/QĐ-UBND)\n\n"
        "1. Công an xã tuần tra.\n"
    )

    assert (attached["label"], attached["title"]) == ("CHƯƠNG TRÌNH", "HÀNH ĐỘNG NĂM 2026")
    assert attached["reference"] == "(Ban hành kèm theo Quyết định số 5/QĐ-UBND)"
    assert "number" not in attached


def test_who_reports_may_be_nobody_named() -> None:
    (duty,) = drafted(
        "1. Văn phòng rà soát.\n2. Chế độ báo cáo\n"
        "Định kỳ hằng quý báo cáo kết quả về UBND xã trước ngày 15 tháng cuối quý.\n"
    )["reports"]

    assert (duty["from"], duty["to"], duty["cycle"]) == ([], "UBND xã", "quarter")
    assert duty["deadline"] == "trước ngày 15 tháng cuối quý"


def test_subject_and_dateline_may_share_a_line_below_the_number() -> None:
    values = drafted(
        BODY,
        head="ỦY BAN NHÂN DÂN\nXÃ MỸ AN\n-----\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\n\nSố: 7/UBND-KT\n"
        "V/v sửa chợ tạm ven sông\tMỹ An, ngày 02 tháng 3 năm 2026\n\n"
        "Kính gửi:\n- Phòng Kinh tế;\n- Các trường học.\n\nSau khi xem xét, UBND xã có ý kiến:\n",
    )

    assert (values["place"], values["issued"]) == ("Mỹ An", "2026-03-02")
    assert values["subject"] == "sửa chợ tạm ven sông"
    assert values["addressees"] == ["Phòng Kinh tế", "Các trường học"]


@pytest.mark.parametrize("opens", ["Bản điện tử:", "Gửi bản giấy:", "Đồng gửi:", "Gửi qua mạng:"])
@pytest.mark.parametrize("signed_first", [True, False])
def test_a_second_list_of_recipients_is_no_appendix(opens: str, signed_first: bool) -> None:
    more = f"{opens}\n- Như kính gửi;\n- Lãnh đạo, CV Phòng Kinh tế (để c/đ).\n"
    position = "\nTRƯỞNG PHÒNG\n\n"
    tail = (
        f"Nơi nhận:\n- Lưu: VT.\n{position + more if signed_first else more + position}\nLê Mẫu\n"
    )
    values = drafted(BODY, tail=tail)

    assert "appendices" not in values
    assert values["recipients"] == [
        "Lưu: VT",
        "Như kính gửi",
        "Lãnh đạo, CV Phòng Kinh tế (để c/đ)",
    ]
    assert values["signature"] == {"position": "TRƯỞNG PHÒNG", "name": "Lê Mẫu"}


def test_the_standing_committee_that_decides_ends_the_title() -> None:
    values = drafted(
        "QUYẾT NGHỊ:\n\nĐiều 1. Giao Văn phòng lập kế hoạch.\n",
        head="NGHỊ QUYẾT\n\nVề sửa quy chế họp của Văn phòng\n\nỦY BAN THƯỜNG VỤ QUỐC HỘI\n",
    )

    assert values["subject"] == "Về sửa quy chế họp của Văn phòng"
