"""The place before the date: with its level, with a hyphen, after one space only."""

from __future__ import annotations

import pytest
from drafting import drafted

BODY = "1. Văn phòng lập biểu.\n"


@pytest.mark.parametrize("gap", ["\t", "     ", " "], ids=["tab", "wide", "one space"])
@pytest.mark.parametrize(
    "place",
    [
        "Thành phố Bến Sao",
        "TP. Bến Sao",
        "Thị xã Cây Dừa",
        "Phan Sông-Tháp Bạc",
        "Phan Sông - Tháp Bạc",
    ],
)
def test_a_place_is_kept_as_printed(place: str, gap: str) -> None:
    values = drafted(
        BODY,
        head="UBND TỈNH AN BÌNH\nSỞ NỘI VỤ\n"
        f"Số: 12/KH-SNV{gap}{place}, ngày 05 tháng 3 năm 2026\n\nKẾ HOẠCH\nLập biểu năm 2026\n",
    )

    assert (values["place"], values["issued"], values["number"]) == (place, "2026-03-05", "12")


def test_blanks_around_number_day_and_month() -> None:
    values = drafted(
        BODY,
        head="UBND TỈNH AN BÌNH\nSỞ NỘI VỤ\nSố:173    /KH-SNV      Bến Sao, ngày 28     tháng 4    "
        "năm 2026\n\nKẾ HOẠCH\nLập biểu năm 2026\n",
    )

    assert (values["number"], values["symbol"], values["issued"]) == ("173", "KH-SNV", "2026-04-28")
