"""Letterheads as web pages and PDF files deliver them: broken, run together, with lines above."""

from __future__ import annotations

from typing import Any

import pytest
from drafting import draft_of

from parcli.intake.recognise.broken_lines import leaves_open

BODY = "Căn cứ quy định, UBND tỉnh An Lâm ban hành Kế hoạch như sau:\n1. Sở A rà soát thủ tục."
WANTED = {
    "type": "ke-hoach",
    "number": "15",
    "symbol": "KH-UBND",
    "issuer": "Ủy ban nhân dân tỉnh An Lâm",
    "place": "An Lâm",
    "issued": "2025-03-04",
    "subject": "CẢI CÁCH HÀNH CHÍNH NĂM 2025",
}
HEADS = {
    "one space between columns": """\
ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH AN LÂM Độc lập - Tự do - Hạnh phúc
Số: 15/KH-UBND An Lâm, ngày 04 tháng 3 năm 2025
KẾ HOẠCH
CẢI CÁCH HÀNH CHÍNH NĂM 2025
""",
    "cells one below the other": """\
ỦY BAN NHÂN
DÂN
TỈNH AN LÂM
-------
|
CỘNG HÒA XÃ
HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
|
Số: 15/KH-UBND
|
An
Lâm, ngày 04 tháng 3 năm 2025
|
KẾ HOẠCH
CẢI
CÁCH HÀNH CHÍNH NĂM 2025
""",
    "a portal's lines above": """\
Kế hoạch 15/KH-UBND năm 2025 về cải cách hành chính tỉnh An Lâm
Số hiệu: 15/KH-UBND Loại văn bản: Văn bản khác
Ngày ban hành: 04/03/2025 Ngày hiệu lực: Đang cập nhật

ỦY BAN NHÂN DÂN
TỈNH AN LÂM
-------

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------

Số: 15/KH-UBND

An Lâm, ngày 04 tháng 3 năm 2025

KẾ HOẠCH

CẢI CÁCH HÀNH CHÍNH NĂM 2025
""",
    "pipes and no area": """\
ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
Số: 15/KH-UBND | An Lâm, ngày 04 tháng 3 năm 2025 |
KẾ HOẠCH
CẢI CÁCH HÀNH CHÍNH NĂM 2025
""",
    "rules beside the motto": """\
ỦY BAN NHÂN DÂN                  CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH AN LÂM                        Độc lập - Tự do - Hạnh phúc
   -------                            ---------------
Số: 15/KH-UBND                   An Lâm, hồi 8 giờ 30, ngày 04 tháng 3 năm 2025
DỰ THẢO
KẾ HOẠCH
CẢI CÁCH HÀNH CHÍNH NĂM 2025
""",
    "a signature's stamp": """\
Người ký: Ủy ban nhân dân tỉnh An Lâm
Thời gian ký: 04.03.2025 16:11:13 +07:00
ỦY BAN NHÂN DÂN
TỈNH AN LÂM
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 15/KH-UBND
An Lâm, ngày 04 tháng 3 năm
2025
KẾ HOẠCH
CẢI CÁCH HÀNH CHÍNH NĂM 2025
""",
}


def head_of(text: str) -> dict[str, Any]:
    """What the draft says of the head of a document."""
    values = draft_of(BODY, head=text).values
    return {key: values.get(key) for key in WANTED}


@pytest.mark.parametrize("name", HEADS)
def test_head(name: str) -> None:
    assert head_of(HEADS[name]) == WANTED


def test_letter_whose_subject_an_authority_ends() -> None:
    head = (
        "BỘ VĂN THƯ\nSố: 7/QĐ-BVT\nHà Nội, ngày 4 tháng 3 năm 2025\n"
        "VỀ VIỆC GIAO NHIỆM VỤ\nBỘ TRƯỞNG BỘ VĂN THƯ\n"
    )
    values = draft_of("Căn cứ quy định;\nQUYẾT ĐỊNH:\n1. Vụ A rà soát.", head=head).values
    assert (values["type"], values["subject"]) == ("quyet-dinh", "GIAO NHIỆM VỤ")


def test_number_left_blank_on_lines_of_its_own() -> None:
    head = (
        "ỦY BAN NHÂN DÂN\nTỈNH AN LÂM\nSố:\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\n/KH-UBND\nAn Lâm, ngày\ntháng\nnăm 2025\nKẾ HOẠCH\nNăm 2025\n"
    )
    values = draft_of(BODY, head=head).values
    assert (values.get("number"), values["symbol"], values["issued"]) == (None, "KH-UBND", "2025")


@pytest.mark.parametrize(
    ("said", "text", "open_end"),
    [
        ("UỶ BAN NHÂN", "DÂN", True),
        ("CỘNG HÒA XÃ", "HỘI CHỦ NGHĨA VIỆT NAM", True),
        ("An", "Lâm, ngày 04 tháng 3 năm 2025", True),
        ("theo Kế hoạch số", "15/KH-UBND ngày 04/3/2025", True),
        ("Về dự án Luật Chuyển đổi số", "Giao Bộ A chủ trì.", False),
        ("An Lâm, ngày 4 tháng 3 năm", "2025", True),
        ("Số:", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", False),
        ("rà soát các", "thủ tục hành chính", True),
        ("rà soát thủ tục;", "công khai kết quả", False),
    ],
)
def test_open_line(said: str, text: str, open_end: bool) -> None:
    assert leaves_open(said, text) is open_end
