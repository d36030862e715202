"""Vietnamese text: normal form, folding for search, cutting, nearest names."""

from __future__ import annotations

import unicodedata

import pytest

from parcli.text import folded, nearest, nfc, one_line, plain_dashes, shortened, unaccented


def test_both_ways_to_write_an_accent_become_one() -> None:
    decomposed = unicodedata.normalize("NFD", "Phường Quảng Long")
    assert decomposed != "Phường Quảng Long"
    assert nfc(decomposed) == "Phường Quảng Long"


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("Phòng Văn hoá & Thông tin", "phong van hoa va thong tin"),
        ("PHÒNG VĂN HÓA VÀ THÔNG TIN", "phong van hoa va thong tin"),
        ("Lao động – Thương binh", "lao dong thuong binh"),
        ("  Đồng   Hới. ", "dong hoi"),
        ("…", ""),
        ("", ""),
        ("Đ" * 1200, "d" * 1200),
    ],
)
def test_what_means_the_same_folds_alike(written: str, asked: str) -> None:
    assert folded(written) == asked


@pytest.mark.parametrize(
    ("text", "bare"), [("Đường Ưu", "Duong Uu"), ("đ" * 1200, "d" * 1200), ("abc", "abc")]
)
def test_without_accents_the_case_stays(text: str, bare: str) -> None:
    assert unaccented(text) == bare


def test_white_space_and_dashes() -> None:
    assert one_line("  một\n hai\t ba ") == "một hai ba"
    assert plain_dashes("2025–2030 — một−hai") == "2025-2030 - một-hai"


@pytest.mark.parametrize(
    ("text", "most", "shown"),
    [("một hai", 7, "một hai"), ("một\nhai", 7, "một hai"), ("một hai", 6, "một h…"), ("", 3, "")],
)
def test_a_long_text_is_cut(text: str, most: int, shown: str) -> None:
    assert shortened(text, most) == shown


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("phong noi vu", ["Phòng Nội vụ"]),
        ("Phòng Tư phát", ["Phòng Tư pháp"]),
        ("xyzt", []),
    ],
)
def test_names_that_come_near(typed: str, near: list[str]) -> None:
    assert nearest(typed, ["Phòng Nội vụ", "Phòng Tư pháp", "Phòng Nội vụ"])[:1] == near


def test_few_letters_are_compared_whole() -> None:
    """ "PN" is part of many names; only one as short comes near."""
    assert nearest("PN", ["Phòng Nội vụ", "PNV"]) == ["PNV"]


def test_names_that_differ_in_capitals_are_one_and_in_accents_are_two() -> None:
    known = ["Văn phòng huyện", "Văn Phòng huyện", "Xã Bình Mỹ", "Xã Bình My"]
    assert nearest("Văn phòg huyện", known) == ["Văn phòng huyện"]
    assert sorted(nearest("Xã Bình Mi", known)) == ["Xã Bình My", "Xã Bình Mỹ"]
