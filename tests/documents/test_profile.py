"""A format profile is data; the shipped one says what NĐ 30/2020 says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parcli.documents.profile import DEFAULT, FOLDER, UnknownProfile, load_profile

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("component", "sizes", "bold", "italic", "caps", "align"),
    [
        ("QuocHieu", (12, 13, 12), True, False, True, "center"),
        ("TieuNgu", (13, 14, 13), True, False, False, "center"),
        ("CoQuanChuQuan", (12, 13, 12), False, False, True, "center"),
        ("CoQuanBanHanh", (12, 13, 12), True, False, True, "center"),
        ("SoKyHieu", (13, 13, 13), False, False, False, "center"),
        ("DiaDanh", (13, 14, 13), False, True, False, "center"),
        ("TenLoai", (13, 14, 14), True, False, True, "center"),
        ("TrichYeuCongVan", (12, 13, 12), False, False, False, "center"),
        ("NoiDung", (13, 14, 14), False, False, False, "both"),
        ("QuyenHan", (13, 14, 14), True, False, True, "center"),
        ("HoTen", (13, 14, 14), True, False, False, "center"),
        ("NoiNhan", (12, 12, 12), True, True, False, "left"),
        ("NoiNhanDanhSach", (11, 11, 11), False, False, False, "left"),
        ("PhuLuc", (14, 14, 14), True, False, False, "center"),
        ("KemTheo", (13, 14, 13), False, True, False, "center"),
        ("SoTrang", (13, 14, 14), False, False, False, "center"),
    ],
)
def test_components_are_those_of_the_decree(
    component: str,
    sizes: tuple[int, int, int],
    bold: bool,
    italic: bool,
    caps: bool,
    align: str,
) -> None:
    found = load_profile().components[component]
    assert tuple(found.size) == sizes
    assert (found.bold, found.italic, found.caps, found.align) == (bold, italic, caps, align)


def test_the_page_is_a4_with_the_decree_s_margins() -> None:
    page = load_profile().page
    assert (page.width, page.height, page.text_width) == (210, 297, 165)
    assert [tuple(side[:2]) for side in (page.top, page.bottom, page.left, page.right)] == [
        (20, 25),
        (20, 25),
        (30, 35),
        (15, 20),
    ]


def test_a_later_decree_is_another_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    later = tmp_path / "nd-moi.toml"
    text = (FOLDER / f"{DEFAULT}.toml").read_text(encoding="utf-8")
    later.write_text(text.replace('"Times New Roman"', '"Arial"'), encoding="utf-8")
    monkeypatch.setattr("parcli.documents.profile.FOLDER", tmp_path)
    assert load_profile("nd-moi").font == "Arial"


def test_an_unknown_profile_names_those_there_are() -> None:
    with pytest.raises(UnknownProfile) as caught:
        load_profile("nd-1")
    assert caught.value.advice() == "Choose one of: nd30-2020."


def test_sizes_within_a_range() -> None:
    size = load_profile().components["QuocHieu"].size
    assert [12 in size, 12.5 in size, 13 in size, 14 in size, "12" in size] == [
        True,
        True,
        True,
        False,
        False,
    ]
