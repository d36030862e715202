"""Letterheads and signatures of units, as far as a catalogue tells them."""

from __future__ import annotations

from datetime import date

import pytest

from parcli.documents.contexts.letterhead import seat, symbol, unit_letterhead, unit_signature
from parcli.queries.unit_lookup import Unit


def named(name: str, kind: str | None = None, *aliases: str) -> Unit:
    """A unit of that name and kind."""
    return Unit("o", "u", name, kind, False, None, None, aliases, None, None, (), None)


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("UBND phường Quảng Long", "Quảng Long"),
        ("Ủy ban nhân dân xã Nam Gianh", "Nam Gianh"),
        ("UBND thị trấn Chợ Lầu", "Chợ Lầu"),
        ("UBND phường 1", "Phường 1"),
        ("UBND thị xã Ba Đồn", "Ba Đồn"),
        ("UBND Côn Đảo", "Côn Đảo"),
        ("UBND thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ("Phòng Nội vụ", None),
    ],
)
def test_committees_date_their_documents_at_their_own_place(name: str, place: str | None) -> None:
    assert seat(named(name)) == place


@pytest.mark.parametrize(
    ("kind", "aliases", "found"),
    [
        ("phong", ("Phòng NV", "PNV"), "PNV"),
        ("phong", ("PNV", "PNVU"), None),
        ("phong", ("TCKH",), None),
        ("cong-an", ("PCA",), None),
    ],
)
def test_a_symbol_is_taken_from_one_abbreviation(
    kind: str, aliases: tuple[str, ...], found: str | None
) -> None:
    assert symbol(named("Phòng Nội vụ", kind, *aliases)) == found


@pytest.mark.parametrize(
    ("name", "position"),
    [
        ("Phòng Nội vụ", "TRƯỞNG PHÒNG"),
        ("Văn phòng HĐND và UBND", "CHÁNH VĂN PHÒNG"),
        ("Thanh tra thị xã", "CHÁNH THANH TRA"),
        ("Công an xã", "TRƯỞNG CÔNG AN"),
        ("Trung tâm Phục vụ hành chính công", "GIÁM ĐỐC"),
        ("Ban Chỉ huy Quân sự xã", "CHỈ HUY TRƯỞNG"),
        ("Ban Quản lý chợ", "TRƯỞNG BAN"),
        ("Hội Nông dân", "…………"),
    ],
)
def test_who_signs_is_told_by_the_kind_of_unit(name: str, position: str) -> None:
    assert unit_signature(named(name)).position == position


@pytest.mark.parametrize(
    ("name", "kind", "number"),
    [
        ("UBND xã A", "BC", "……/BC-UBND"),
        ("UBND xã A", "", "……/UBND-……"),
        ("Phòng A", "BC", "……/BC-……"),
        ("Phòng A", "", "……/……"),
    ],
)
def test_numbers_wait_for_the_office(name: str, kind: str, number: str) -> None:
    head = unit_letterhead(named(name), None, None, kind, date(2024, 2, 5))
    assert head.number == number


def test_a_place_that_is_not_known_is_dotted() -> None:
    head = unit_letterhead(named("Phòng A"), None, None, "BC", date(2024, 2, 5))
    assert head.place_and_date == "…………, ngày …… tháng 02 năm 2024"
    assert head.superior is None


def test_a_day_that_is_not_known_is_dotted() -> None:
    head = unit_letterhead(named("Phòng A"), None, "Mẫu", "BC", None)
    assert head.place_and_date == "Mẫu, ngày …… tháng …… năm ……"
