"""Whom a written name means, and which names a printed cell lists."""

from __future__ import annotations

import csv
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from growth import MOST, growth

from parcli.model.unit_cells import split_names
from parcli.model.unit_names import Match, NameIndex, UnitNames
from parcli.model.unit_spelling import parted, spelled_out, toned_words

OBSERVED = Path(__file__).with_name("unit-names.tsv")
END, START = date(2025, 6, 30), date(2025, 7, 1)


def observed() -> list[dict[str, str]]:
    """Names as real documents write them, with the name that is meant."""
    with OBSERVED.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def names(*texts: str) -> list[UnitNames]:
    """Units without aliases or dates, whose ids are u1, u2 …"""
    return [UnitNames(f"u{n}", text) for n, text in enumerate(texts, 1)]


TOWN = NameIndex(
    [
        ("ubnd", "UBND thị xã Ba Đồn", ["UBND thị xã"], None, END, False),
        ("noi-vu", "Phòng Nội vụ", ["PNV"], None, END, False),
        ("tc-kh", "Phòng Tài chính - Kế hoạch", [], None, END, False),
        ("vhtt", "Phòng Văn hóa và Thông tin", ["Phòng VH TT"], None, END, False),
        ("y-te", "Phòng Y tế", [], None, END, False),
        ("vp", "Văn phòng HĐND-UBND", [], None, END, False),
        ("cong-an", "Công an thị xã", [], None, END, False),
        ("hoa", "UBND xã Quảng Hòa", ["xã Quảng Hòa"], None, END, False),
        ("cu", "UBND phường Ba Đồn", [], None, END, False),
        ("moi", "UBND phường Ba Đồn", [], START, None, False),
        ("cap-xa", "UBND cấp xã", ["UBND các xã, phường"], None, END, True),
        ("cac-phong", "Các phòng, ban, ngành thị xã", [], None, END, True),
    ],
    organisation="UBND thị xã Ba Đồn",
)


@pytest.mark.parametrize(
    ("written", "unit", "how"),
    [
        ("Phòng Nội vụ", "noi-vu", "exact"),
        ("  Phòng  Nội vụ ", "noi-vu", "exact"),
        ("phòng NỘI VỤ.", "noi-vu", "folded"),
        ("phong noi vu", "noi-vu", "folded"),
        ("Phòng Tài chính – Kế hoạch", "tc-kh", "folded"),
        ("UBND xã Quảng Hoà", "hoa", "folded"),
        ("UBND xa\u0303 Qua\u0309ng Ho\u0300a", "hoa", "exact"),
        ("Phòng VH&TT", "vhtt", "abbreviation"),
        ("Phòng Văn hóa, Thông tin", "vhtt", "abbreviation"),
        ("P. Nội vụ", "noi-vu", "abbreviation"),
        ("Phòng NV", "noi-vu", "abbreviation"),
        ("Phòng TC-KH", "tc-kh", "abbreviation"),
        ("Phòng TCKH", "tc-kh", "abbreviation"),
        ("VP HĐND&UBND thị xã", "vp", "abbreviation"),
        ("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", "vp", "abbreviation"),
        ("Phòng Nội vụ thị xã Ba Đồn", "noi-vu", "abbreviation"),
        ("phong noi vu thi xa ba don", "noi-vu", "abbreviation"),
        ("noi-vu", "noi-vu", "exact"),
        ("cac-phong", "cac-phong", "exact"),
        ("THỊ XÃ BA ĐỒN", "ubnd", "abbreviation"),
        ("Ủy ban nhân dân các phường, xã", "cap-xa", "abbreviation"),
        ("Chủ tịch UBND các xã, phường", "cap-xa", "abbreviation"),
        ("Thủ trưởng các phòng, ban, đơn vị", "cac-phong", "abbreviation"),
        ("Các phòng, đơn vị thuộc thị xã", "cac-phong", "abbreviation"),
        ("Công an TX", "cong-an", "abbreviation"),
        ("Công an", "cong-an", "abbreviation"),
    ],
)
def test_found(written: str, unit: str, how: str) -> None:
    match = TOWN.find(written, END)
    assert (match.id, match.how) == (unit, how)


@pytest.mark.parametrize(
    "written",
    ["", "…", "P.", "UBND", "Công an tỉnh", "Phòng Nội vụ huyện Quảng Trạch", "Phòng Nội vụ tỉnh"],
)
def test_not_found(written: str) -> None:
    assert TOWN.find(written, END).ids == ()


def test_the_day_decides_between_two_units_of_one_name() -> None:
    assert TOWN.find("UBND phường Ba Đồn", END).ids == ("cu",)
    assert TOWN.find("UBND phường Ba Đồn", START).ids == ("moi",)
    ambiguous = TOWN.find("UBND phường Ba Đồn")
    assert (ambiguous.ids, ambiguous.id) == (("cu", "moi"), None)


def test_a_name_of_other_days_is_unknown_and_says_whose_it_was() -> None:
    match = TOWN.find("Phòng Nội vụ", START)
    assert match == Match("Phòng Nội vụ", other_days=("noi-vu",))


def test_suggestions_are_the_nearest_names_of_the_day() -> None:
    assert TOWN.find("Phòng Nội vự x", END).suggestions[0] == "Phòng Nội vụ"
    assert TOWN.find("Phòng Nội vụ", END).suggestions == []
    assert "Phòng Nội vụ" not in TOWN.find("Phòng Nội vụ x", START).suggestions


def test_accents_tell_apart_what_folds_together() -> None:
    index = NameIndex(names("UBND xã Thạnh Hòa", "UBND xã Thanh Hóa"))
    assert index.find("ubnd xã Thạnh Hoà").ids == ("u1",)
    assert index.find("Ủy ban nhân dân xã Thanh Hoá").ids == ("u2",)
    assert index.find("ubnd xa thanh hoa").ids == ("u1", "u2")


def test_own_level_is_told_by_the_names_where_no_organisation_is_given() -> None:
    index = NameIndex(names("Công an huyện", "Bảo hiểm xã hội huyện Bắc Bình", "Phòng Y tế"))
    assert index.find("Phòng Y tế huyện Bắc Bình").id == "u3"
    assert index.find("Phòng Y tế huyện").id == "u3"
    assert index.find("Phòng Y tế huyện Tuy Phong").id is None
    assert index.find("Công an tỉnh").id is None


def test_an_organisation_without_a_level_lets_none_be_left_out() -> None:
    index = NameIndex(names("Vụ Pháp chế"), organisation="Bộ Nội vụ")
    assert index.find("Vụ Pháp chế tỉnh").id is None


def test_a_commune_leaves_out_its_own_level() -> None:
    index = NameIndex(names("Phòng Văn hóa - Xã hội", "Công an xã"), "UBND xã Bắc Bình")
    assert index.find("Phòng VH-XH xã Bắc Bình").id == "u1"
    assert index.find("Phòng Văn hóa").id is None
    assert index.find("Công an xã Bắc Bình").id == "u2"


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("noi vu", ["noi-vu"]),
        ("NỘI VỤ", ["noi-vu"]),
        ("PNV", ["noi-vu"]),
        ("quang hoa", ["hoa"]),
        ("nội v", ["noi-vu"]),
        ("pyt", ["y-te"]),
        ("tckh", ["tc-kh"]),
        ("ài chín", ["tc-kh"]),
        ("ba đồn", ["ubnd", "cu", "moi"]),
        ("không có", []),
        ("?", []),
    ],
)
def test_search(query: str, ids: list[str]) -> None:
    assert TOWN.search(query) == ids


def test_search_on_a_day() -> None:
    assert TOWN.search("ba don", START) == ["moi"]


ONE_NAME = [
    "Sở Văn hóa, Thể thao và Du lịch",
    "Sở Văn hóa, Gia đình và Du lịch",
    "Vụ Kế hoạch, Tài chính",
    "Văn phòng HĐND và UBND thị xã",
    "Văn phòng HĐND và UBND xã",
    "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường",
    "Văn phòng HĐND và UBND xã Bắc Bình",
    "Văn phòng Đoàn ĐBQH và HĐND tỉnh",
    "Ban Chỉ huy Phòng chống thiên tai và Phòng thủ dân sự",
    "Trung tâm Văn hóa - Thông tin và Thể thao huyện",
    "Các phòng, ban, đơn vị, địa phương",
    "Ủy ban Mặt trận\nTQVN cấp xã",
    "Sở Xây dựng (Chi cục A, Chi cục B)",
    "VPUB: CVP, các PCVP",
]


@pytest.mark.parametrize("cell", ONE_NAME)
def test_one_name(cell: str) -> None:
    assert split_names(cell) == [" ".join(cell.split())]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("", []),
        (" ;, ", []),
        ("Các Sở:", []),
        ("- Phòng Nội vụ;\n- Phòng Tư pháp.", ["Phòng Nội vụ", "Phòng Tư pháp"]),
        (
            "Phòng Nội vụ, Tư pháp, Tài chính - Kế hoạch",
            ["Phòng Nội vụ", "Phòng Tư pháp", "Phòng Tài chính - Kế hoạch"],
        ),
        ("Phòng TC-KH, TNMT, QLĐT", ["Phòng TC-KH", "Phòng TNMT", "Phòng QLĐT"]),
        ("Phòng Nội vụ thị xã, Tư pháp thị xã", ["Phòng Nội vụ thị xã", "Phòng Tư pháp thị xã"]),
        ("các Sở Nội vụ, Tài chính và Y tế", ["Sở Nội vụ", "Sở Tài chính", "Sở Y tế"]),
        ("Sở Nội vụ, Công an tỉnh", ["Sở Nội vụ", "Công an tỉnh"]),
        (
            "Bộ Công an, Quốc phòng và các bộ, ngành",
            ["Bộ Công an", "Bộ Quốc phòng", "các bộ, ngành"],
        ),
        ("Các Sở: XD, TC, KH&CN, NN&MT", ["Sở XD", "Sở TC", "Sở KH&CN", "Sở NN&MT"]),
        (
            "Các Sở: Văn hóa, Thể thao và Du lịch, Nội vụ và Y tế; UBND các xã, phường",
            ["Sở Văn hóa, Thể thao và Du lịch", "Sở Nội vụ", "Sở Y tế", "UBND các xã, phường"],
        ),
        (
            "Các Cục: Điện ảnh; Phát thanh truyền hình và Thông tin điện tử",
            ["Cục Điện ảnh", "Cục Phát thanh truyền hình và Thông tin điện tử"],
        ),
        ("Các Cục: Báo chí và Cục Điện ảnh", ["Cục Báo chí", "Cục Điện ảnh"]),
        (
            "UBND các phường: Quảng Long và Quảng Thọ",
            ["UBND phường Quảng Long", "UBND phường Quảng Thọ"],
        ),
        ("UBND các xã, phường: Quảng Long, Ba Đồn", ["UBND Quảng Long", "UBND Ba Đồn"]),
        (
            "UBND phường Ba Đồn, phường Quảng Long và xã Quảng Hòa",
            ["UBND phường Ba Đồn", "phường Quảng Long", "xã Quảng Hòa"],
        ),
        (
            "Các phòng, ban, ngành thị xã, UBND cấp xã",
            ["Các phòng, ban, ngành thị xã", "UBND cấp xã"],
        ),
        (
            "Các phòng, ban,\nngành thị xã,\nUBND cấp xã",
            ["Các phòng, ban, ngành thị xã", "UBND cấp xã"],
        ),
        (
            "Các phòng, đơn vị thị xã, UBND các xã, phường",
            ["Các phòng, đơn vị thị xã", "UBND các xã, phường"],
        ),
        ("Văn phòng HĐND, UBND các xã", ["Văn phòng HĐND", "UBND các xã"]),
        ("Văn phòng HĐND và UBND cấp xã", ["Văn phòng HĐND", "UBND cấp xã"]),
        ("Văn phòng HĐND và UBND xã, phường", ["Văn phòng HĐND", "UBND xã, phường"]),
        ("Văn phòng HĐND và UBND xã, Công an xã", ["Văn phòng HĐND và UBND xã", "Công an xã"]),
        ("Phòng Nội vụ, các đơn vị liên quan", ["Phòng Nội vụ", "các đơn vị liên quan"]),
        ("Phòng Nội vụ, đơn vị liên quan", ["Phòng Nội vụ", "đơn vị liên quan"]),
        (
            "Thủ trưởng các cơ quan, đơn vị và Chủ tịch UBND các xã, thị trấn",
            ["Thủ trưởng các cơ quan, đơn vị", "Chủ tịch UBND các xã, thị trấn"],
        ),
        ("Bộ KH&CN, Bộ Y tế/Bộ Công an", ["Bộ KH&CN", "Bộ Y tế", "Bộ Công an"]),
        (
            "phong noi vu, tu phap va ubnd cap xa",
            ["phong noi vu", "Phong tu phap", "ubnd cap xa"],
        ),
        ("phòng nội vụ, phòng tư pháp", ["phòng nội vụ", "phòng tư pháp"]),
        ("Sở Y tế (a, b", ["Sở Y tế (a, b"]),
        ("Sở Y tế, và Công an tỉnh; và Hội B", ["Sở Y tế", "Công an tỉnh", "Hội B"]),
        ("Sở A; Sở B\nSở C", ["Sở A", "Sở B", "Sở C"]),
        ("Sở Lạ, Phòng Nội vụ, và nơi khác", ["Sở Lạ", "Phòng Nội vụ, và nơi khác"]),
    ],
)
def test_several_names(cell: str, expected: list[str]) -> None:
    assert split_names(cell) == expected


def test_the_longest_known_name_wins() -> None:
    index = NameIndex(names("Ban Xây dựng, Hội nhập và Sở hữu", "Nhà văn hóa", "Phòng Nội vụ"))
    cell = "Ban Xây dựng, Hội nhập và Sở hữu, Nhà văn hóa, Phòng Nội vụ, Tư pháp"
    assert index.split_names(cell) == [
        "Ban Xây dựng, Hội nhập và Sở hữu",
        "Nhà văn hóa",
        "Phòng Nội vụ",
        "Phòng Tư pháp",
    ]


def test_a_known_name_does_not_cut_a_longer_one() -> None:
    index = NameIndex(names("Các phòng, ban"))
    assert index.split_names("Các phòng, ban, địa phương") == ["Các phòng, ban, địa phương"]


def test_the_joint_office_of_the_organisation_itself_stays_one_name() -> None:
    index = NameIndex(
        [UnitNames("u1", "UBND xã Quảng Hòa", ["UBND xã"]), UnitNames("u2", "UBND xã Quảng Tiên")]
    )
    assert index.split_names("Văn phòng HĐND và UBND xã, Công an xã") == [
        "Văn phòng HĐND và UBND xã",
        "Công an xã",
    ]
    assert index.split_names("Văn phòng HĐND, UBND xã Quảng Tiên") == [
        "Văn phòng HĐND",
        "UBND xã Quảng Tiên",
    ]


def test_places_after_a_colon_get_the_level_that_is_known() -> None:
    index = NameIndex(names("UBND phường Quảng Long", "UBND xã Quảng Tiên"))
    assert index.split_names("UBND các xã, phường: Quảng Long, Quảng Tiên") == [
        "UBND phường Quảng Long",
        "UBND xã Quảng Tiên",
    ]


# These rows of the collection hold two names or none: a list, a shorthand of recipients.
TWO_NAMES = {
    "Các phòng, ban, ngành thị xã, UBND cấp xã": ["Các phòng, ban, ngành thị xã", "UBND cấp xã"],
    "Các phòng, ban, đơn vị, ngành, UBND cấp xã": ["Các phòng, ban, đơn vị, ngành", "UBND cấp xã"],
    "Các phòng, ban, đơn vị, UBND cấp xã": ["Các phòng, ban, đơn vị", "UBND cấp xã"],
    "Các phòng, đơn vị thị xã, UBND các xã, phường": [
        "Các phòng, đơn vị thị xã",
        "UBND các xã, phường",
    ],
    "Các phòng, ban, đơn vị, UBND thị xã": ["Các phòng, ban, đơn vị", "UBND thị xã"],
}
NO_NAME = {"shorthand-list", "recipient-shorthand"}


def test_no_observed_name_is_cut() -> None:
    whole = [
        row["as_written"]
        for row in observed()
        if row["kind"] not in NO_NAME and row["as_written"] not in TWO_NAMES
    ]
    assert [name for name in whole if split_names(name) != [name]] == []


@pytest.mark.parametrize(("cell", "expected"), TWO_NAMES.items())
def test_observed_pairs_are_cut_in_two(cell: str, expected: list[str]) -> None:
    assert cell in {row["as_written"] for row in observed()}
    assert split_names(cell) == expected


def test_most_observed_spellings_mean_the_canonical_name() -> None:
    rows = [row for row in observed() if row["kind"] not in NO_NAME]
    found = [
        row for row in rows if NameIndex(names(row["canonical"])).find(row["as_written"]).id == "u1"
    ]
    same = [row for row in rows if row["form"] == "same"]
    assert [row for row in same if row not in found] == []
    assert len(found) / len(rows) > 0.91  # 149 of 162; the rest needs a catalogue's aliases


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Sở KH&CN", "sở khoa học công nghệ"),
        ("Phòng TC", "phòng tài chính"),
        ("TP Hà Nội", "ủy ban nhân dân thành phố hà nội"),
        ("Tỉnh đoàn", "tỉnh đoàn"),
        ("Huyện ủy Bắc Bình", "huyện ủy bắc bình"),
        ("UBND các tỉnh/ thành phố trực thuộc TW", "ủy ban nhân dân thành phố tỉnh"),
    ],
)
def test_spelled_out(text: str, items: str) -> None:
    assert " ".join(spelled_out(text, toned_words)) == " ".join(toned_words(items))


def test_the_last_word_is_never_a_connector() -> None:
    assert spelled_out("xã Nậm Và") == ["uy", "ban", "nhan", "dan", "xa", "nam", "va"]


def test_a_name_that_is_only_its_level_has_no_tail() -> None:
    assert parted(spelled_out("UBND thị xã Ba Đồn"))[1] is None
    assert parted(spelled_out("UBND cấp xã"))[1] is None
    assert parted(["thuoc", "huyen"]) == (["thuoc", "huyen"], None)


@pytest.mark.parametrize(
    "hostile",
    [
        "(" * 50_000,
        " " * 50_000 + "x",
        ", " * 50_000,
        "và " * 30_000,
        "a, " * 30_000,
        "Các Sở: " * 10_000,
        "Các Sở: " + "Nội vụ và " * 5_000,
        "Phòng Nội vụ, " * 5_000,
        "\u0301" * 50_000,
        "x" * 500_000,
    ],
    ids=lambda text: repr(text[:8]),
)
def test_hostile_cells_cost_little(hostile: str) -> None:
    assert growth(lambda size: split_names(hostile[:size]), len(hostile) // 4) < MOST
    assert growth(lambda size: TOWN.split_names(hostile[:size]), 1_250) < MOST
    assert growth(lambda size: TOWN.find(hostile[:size]), len(hostile) // 4) < MOST


def test_nothing_heavy_is_imported() -> None:
    code = (
        "import sys, parcli.model.unit_names;"
        "print([m for m in ('pydantic', 'yaml', 'rapidfuzz') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
