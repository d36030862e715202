"""The lines above an appendix: label, number, title over several lines, what it is attached to."""

from __future__ import annotations

from typing import Any

import pytest
from drafting import TAIL, drafted

BODY = "1. Văn phòng lập kế hoạch theo phụ lục kèm theo.\n"
TABLE = "| TT | Nhiệm vụ | Chủ trì |\n|---|---|---|\n| 1 | Sửa chợ | Văn phòng |\n"


def appendix(text: str) -> dict[str, Any]:
    (part,) = drafted(BODY, tail=f"{TAIL}\n{text}\n{TABLE}")["appendices"]
    values: dict[str, Any] = part
    return values


@pytest.mark.parametrize(
    ("text", "number", "title", "reference"),
    [
        ("PHỤ LỤC II\nVIỆC CỦA CHỢ\n", "II", "VIỆC CỦA CHỢ", None),
        ("Phụ lục 3. Việc của chợ\n", "3", "Việc của chợ", None),
        (
            "PHỤ LỤC\nVIỆC CỦA CHỢ\nVÀ CỦA BẾN PHÀ\n(Kèm theo Kế hoạch số 12/KH-UBND)\n",
            None,
            "VIỆC CỦA CHỢ VÀ CỦA BẾN PHÀ",
            "(Kèm theo Kế hoạch số 12/KH-UBND)",
        ),
        (
            "PHỤ LỤC 1\nVIỆC CỦA CHỢ (Ban hành kèm theo Kế hoạch này)\n",
            "1",
            "VIỆC CỦA CHỢ",
            "(Ban hành kèm theo Kế hoạch này)",
        ),
        (
            "PHỤ LỤC\nVIỆC CỦA CHỢ\n(Kèm theo Kế hoạch số 12/KH-UBND\n(bản sửa)\n",
            None,
            "VIỆC CỦA CHỢ",
            None,
        ),
    ],
)
def test_label_title_and_reference(
    text: str, number: str | None, title: str, reference: str | None
) -> None:
    values = appendix(text)

    assert values["title"].startswith(title)
    assert values.get("number") == number
    if reference is not None:
        assert values["reference"] == reference
    assert [task["lead"] for task in values["tasks"]] == [["Văn phòng"]]


@pytest.mark.parametrize(
    "again",
    [
        "ỦY BAN NHÂN DÂN\nXÃ MỸ AN\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\n\n",
        "| ỦY BAN NHÂN DÂN XÃ MỸ AN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n|---|---|\n"
        "| ------- | Độc lập - Tự do - Hạnh phúc |\n\n",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
        "ỦY BAN NHÂN DÂN\nXÃ MỸ AN\n\n",
    ],
)
def test_a_letterhead_above_the_label_belongs_to_the_appendix(again: str) -> None:
    head = f"{again}Số: 12/KH-UBND\n\nMỹ An, ngày 05 tháng 3 năm 2026\n\nKẾ HOẠCH\nSửa chợ\n"
    tail = f"{TAIL}\n{again}PHỤ LỤC\nVIỆC CỦA CHỢ\n\n{TABLE}"
    (part,) = drafted(BODY, head=head, tail=tail)["appendices"]

    assert (part["label"], part["title"]) == ("PHỤ LỤC", "VIỆC CỦA CHỢ")


def test_a_lead_in_below_the_label_is_no_title() -> None:
    (part,) = drafted(BODY, tail=f"{TAIL}\nPHỤ LỤC 2\nCác việc phải làm như sau:\n{TABLE}")[
        "appendices"
    ]

    assert "title" not in part
    assert "Các việc phải làm" in part["text"]


def test_a_heading_with_a_colon_opens_no_document() -> None:
    text = f"{TAIL}\nKẾ HOẠCH:\n(Kèm theo Quyết định số 12/QĐ-UBND)\n{TABLE}"
    parts = drafted(BODY, tail=text)["appendices"]
    assert [part.get("title") for part in parts] == [None]
