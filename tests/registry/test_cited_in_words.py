"""Which citations are read in running text, with their day and their office."""

from __future__ import annotations

import pytest

from parcli.registry.cited_in_words import cited_in_words, office_in

READ = {
    "số 12/UBND-NV ngày 05/3/2026 của UBND xã Mẫu": ("12/UBND-NV", "2026-03-05", "UBND xã Mẫu"),
    "số 12/UBND-NV ngày 05 tháng 3 năm 2026": ("12/UBND-NV", "2026-03-05", None),
    "số 12/UBND-NV 05-3-2026": ("12/UBND-NV", "2026-03-05", None),
    "số 12/UBND-NV\n    ngày 05/3/2026\n    của UBND xã\n    Mẫu, các phòng": (
        "12/UBND-NV",
        "2026-03-05",
        "UBND xã Mẫu, các phòng",
    ),
    "số 12/UBND-NV, ngày 05/3/2026 của UBND xã về việc họp": (
        "12/UBND-NV",
        "2026-03-05",
        "UBND xã",
    ),
    "số 12/UBND-NV của UBND xã Mẫu, ngày 05/3/2026": ("12/UBND-NV", "2026-03-05", "UBND xã Mẫu"),
    "Nghị định 10/2026/NĐ-CP ngày 05/3/2026 của Chính phủ quy định": (
        "10/2026/NĐ-CP",
        "2026-03-05",
        "Chính phủ",
    ),
    "Chỉ thị 09-CT/TU ngày 05/3/2026 của Tỉnh ủy.": ("09-CT/TU", "2026-03-05", "Tỉnh ủy"),
    "số 12/STP&PC ngày 05/3/2026": ("12/STP&PC", "2026-03-05", None),
}


@pytest.mark.parametrize(("text", "cited"), READ.items(), ids=list(READ))
def test_a_number_with_its_day_is_read(text: str, cited: tuple[str, str, str | None]) -> None:
    [found] = cited_in_words(f"text: {text}\n")

    office = office_in(found.issuer) if found.issuer else None
    assert (found.number, found.issued, office) == cited
    assert f"text: {text}"[found.offset :].startswith(cited[0])


@pytest.mark.parametrize(
    "text",
    [
        "số 12/UBND-NV của UBND xã",
        "số 12/UBND-NV ngày 31/02/2026",
        "số 12/UBND-NV của UBND xã, hoàn thành trước ngày 05/3/2026",
        "Theo Kế hoạch số 12/KH-UBND, ngày 05/3/2026 các phòng họp",
        "Thực hiện 12/KH-UBND trước ngày 05/3/2026",
        "và/hoặc ngày 05/3/2026",
        "VP/UBND ngày 05/3/2026",
        "a  # số 12/UBND-NV ngày 05/3/2026",
    ],
)
def test_any_other_day_is_none_of_a_document(text: str) -> None:
    assert cited_in_words(f"text: {text}\n") == []


def test_a_misprint_that_is_quoted_is_no_citation() -> None:
    text = "errata: [{printed: 12/UBND-NV ngày 05/3/2026, read: 12/UBND-NV ngày 06/3/2026}]"

    assert [cited.issued for cited in cited_in_words(text)] == ["2026-03-06"]
