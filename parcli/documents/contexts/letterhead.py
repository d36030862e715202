"""The frame of a document: agency block, number, place and date, who signs, who receives."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from parcli.documents.contexts.wording import (
    DOTS,
    SHORT_DOTS,
    document_date,
    full_issuer,
    short_issuer,
)
from parcli.documents.profile import load_profile
from parcli.documents.text_width import rule_under
from parcli.schedule.written_dates import written_month

if TYPE_CHECKING:
    from datetime import date

    from parcli.queries.unit_lookup import Unit

_POINTS_PER_MM = 72 / 25.4
_LEFT_CELL = 68.0
_COMMITTEE = "ỦY BAN NHÂN DÂN"
# Areas named after persons that are known to be: a document writes their type too.
_PERSONS = frozenset({"Hồ Chí Minh"})
# The longer before those that it begins with.
_LEVELS = (
    "thị trấn", "thị xã", "thành phố", "đặc khu", "phường", "xã", "quận", "huyện", "tỉnh",
)  # fmt: skip
_SYMBOL = re.compile(r"P[A-ZĐ]+")
# Who heads a unit, by the first words of its name: the usual office, for the clerk to correct.
_HEADS = (
    ("Phòng", "TRƯỞNG PHÒNG"),
    ("Văn phòng", "CHÁNH VĂN PHÒNG"),
    ("Thanh tra", "CHÁNH THANH TRA"),
    ("Công an", "TRƯỞNG CÔNG AN"),
    ("Sở", "GIÁM ĐỐC"),
    ("Trung tâm", "GIÁM ĐỐC"),
    ("Chi nhánh", "GIÁM ĐỐC"),
    ("Bảo hiểm xã hội", "GIÁM ĐỐC"),
    ("Ban Chỉ huy", "CHỈ HUY TRƯỞNG"),
    ("Ban", "TRƯỞNG BAN"),
    ("Trạm", "TRƯỞNG TRẠM"),
)


@dataclass(frozen=True)
class Letterhead:
    """The head of page 1 (NĐ 30/2020 Phụ lục I, ô 1–4); capitals where the decree wants them."""

    superior: str | None
    issuer: str
    issuer_line: str
    number: str
    place_and_date: str


@dataclass(frozen=True)
class SignatureBlock:
    """Quyền hạn, chức vụ, họ tên (ô 7); dots where it is not known who signs."""

    authority: str | None
    acting: str | None
    position: str
    name: str


def unit_letterhead(
    unit: Unit, superior: str | None, place: str | None, kind: str, day: date | None
) -> Letterhead:
    """The letterhead of a unit's own document; `kind` is the type in the symbol, "BC", or empty.

    A people's committee names no superior and stands on two lines, as its documents do. `day` is
    None where the document may be written on any day.
    """
    committee = is_committee(unit)
    issuer = _committee_lines(unit) if committee else unit.name.upper()
    own = ("UBND" if committee else symbol(unit)) or SHORT_DOTS
    # A công văn has the drafting unit where a named type has its abbreviation (Mẫu 1.4, 1.5).
    symbols = [kind, own] if kind else [own, *([SHORT_DOTS] if committee else [])]
    number = f"{SHORT_DOTS}/{'-'.join(symbols)}"
    return letterhead(
        None if committee else (superior or "").upper() or None,
        issuer,
        number,
        dateline(seat(unit) or place, day),
    )


def letterhead(superior: str | None, issuer: str, number: str, place_and_date: str) -> Letterhead:
    """The letterhead with the line under the agency's name drawn to its length."""
    profile = load_profile()
    style = profile.components["CoQuanBanHanh"]
    line = rule_under(
        issuer, style.size.used, profile.lines["CoQuanBanHanh"], bold=True,
        room=_LEFT_CELL * _POINTS_PER_MM,
    )  # fmt: skip
    return Letterhead(superior, issuer, line, number, place_and_date)


def title_line(style: str, title: str) -> str:
    """The short line under a trích yếu or an appendix heading, by the length of its words."""
    profile = load_profile()
    component = profile.components[style]
    room = profile.page.text_width * _POINTS_PER_MM
    return rule_under(
        title, component.size.used, profile.lines[style], bold=component.bold, room=room
    )


def unit_signature(unit: Unit) -> SignatureBlock:
    """Who heads the unit, as far as its name tells; the name is left to be written."""
    if is_committee(unit):
        return SignatureBlock(f"TM. {_COMMITTEE}", None, "CHỦ TỊCH", DOTS)
    position = next((head for words, head in _HEADS if unit.name.startswith(words)), DOTS)
    return SignatureBlock(None, None, position, DOTS)


def is_committee(unit: Unit) -> bool:
    """Whether the unit is a people's committee (UBND)."""
    return full_issuer(unit.name).upper().startswith(_COMMITTEE)


def symbol(unit: Unit) -> str | None:
    """The unit's abbreviation in symbols, where its catalogue tells just one; else None."""
    found = {alias for alias in unit.aliases if _SYMBOL.fullmatch(alias)}
    return found.pop() if len(found) == 1 and unit.kind == "phong" else None


def seat(unit: Unit) -> str | None:
    """The place that a committee's documents are dated at: its unit's own name; None for others."""
    return seat_of(unit.name)


def seat_of(name: str) -> str | None:
    """The place of the committee of that name; None for the name of any other body.

    A place named by a number or after a person keeps its type (NĐ 30/2020 Phụ lục I, II.4).
    """
    words = short_issuer(name)
    if not words.startswith("UBND"):
        return None
    kind, place = _area(words.removeprefix("UBND").strip())
    return f"{kind.capitalize()} {place}" if place.isdecimal() or place in _PERSONS else place


def dateline(place: str | None, day: date | None) -> str:
    """Place and date with the day left to be written; month and year too where `day` is None."""
    if day is None:
        return f"{place or DOTS}, {document_date(None)}"
    return f"{place or DOTS}, ngày {SHORT_DOTS} tháng {written_month(day.month)} năm {day.year}"


def _committee_lines(unit: Unit) -> str:
    return f"{_COMMITTEE}\n{short_issuer(unit.name).removeprefix('UBND').strip().upper()}"


def _area(words: str) -> tuple[str, str]:
    """The level and the name of an area: "thị xã", "Ba Đồn"; no level where none is written."""
    for kind in _LEVELS:
        if words.lower().startswith(f"{kind} "):
            return kind, words[len(kind) :].strip()
    return "", words
