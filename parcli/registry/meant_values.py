"""What someone meant who wrote a value that its key does not take: numbers, choices, ids."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from parcli.registry.schema_wordings import (
    CHOICE,
    CHOICE_NEAR,
    DATE_MEANT,
    DATE_NEAR,
    FORM_MEANT,
    FORM_NEAR,
    NUMBER_WITH_MARKS,
    NUMBER_WITH_UNIT,
    PERIOD_MEANT,
)
from parcli.text import folded, nearest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from parcli.registry.schema_wordings import Wording

Told = tuple["Wording", "Mapping[str, object]"]

# How offices call the values that a key may have; folded, each either the whole or whole words.
_CALLED = {
    "central": ("trung uong",),
    "ministry": ("bo", "bo nganh", "co quan ngang bo"),
    "province": ("tinh", "cap tinh", "thanh pho"),
    "district": ("huyen", "cap huyen", "quan", "thi xa", "thanh pho thuoc tinh"),
    "commune": ("xa", "phuong", "thi tran", "dac khu", "cap xa"),
    "committee": ("ban", "ban chi dao", "hoi dong", "to cong tac"),
    "other": ("khac",),
    "khac": ("loai khac",),
    "tasks": ("nhiem vu", "giao nhiem vu"),
    "indicators": ("chi tieu",),
    "statistics": ("so lieu", "thong ke"),
    "scoring": ("cham diem",),
    "documents": ("van ban", "danh muc van ban", "tai lieu"),
    "not-started": ("chua", "chua thuc hien", "chua bat dau", "chua trien khai"),
    "in-progress": ("dang", "dang thuc hien", "dang trien khai", "dang lam"),
    "done": ("xong", "da xong", "hoan thanh", "da hoan thanh", "da thuc hien"),
    "not-applicable": ("khong ap dung", "khong thuoc", "khong co"),
    "returned": ("tra lai",),
    "week": ("tuan", "hang tuan"),
    "month": ("thang", "hang thang"),
    "quarter": ("quy", "qui", "hang quy", "hang qui"),
    "half": ("6 thang", "nua nam", "sau thang"),
    "nine-months": ("9 thang", "chin thang"),
    "year": ("nam", "hang nam"),
    "basis": ("can cu",),
    "reference": ("dan chieu", "vien dan"),
    "increase": ("tang",),
    "decrease": ("giam",),
    "strict": ("chat", "nghiem ngat"),
    "roll-forward": ("lui", "doi", "chuyen sang ngay lam viec"),
    "error": ("loi",),
    "warning": ("canh bao",),
    "off": ("tat", "khong"),
    "survey": ("dieu tra", "khao sat", "dieu tra xa hoi hoc"),
    "public": ("cong khai",),
}
_SIGNS = {"≥": ">=", "=>": ">=", "≤": "<=", "=<": "<=", "==": "="}
# A key and the list of the same file whose ids it names.
_NAMES_ONE_OF = {"after": "reports", "parent": "units", "members": "units", "successors": "units"}
_ID = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)*")
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?")
_DAY_FIRST = re.compile(
    r"(?:ngày\s+)?(?:(?P<day>\d{1,2})\s?(?:[-/.]|tháng)\s?)?(?:tháng\s)?(?P<month>\d{1,2})\s?"
    r"(?:[-/.]|năm)\s?(?P<year>\d{4})",
    re.IGNORECASE,
)
# In folded words, where “/” and “-” are blanks.
_QUARTER = re.compile(
    r"(?:(?P<year_first>\d{4}) ?)?(?:q|qu[yi]) ?(?P<quarter>iv|i{1,3}|[1-4])"
    r"(?: (?:nam )?(?P<year>\d{4}))?"
)
_HALF = re.compile(r"(?:6|sau) thang (?P<part>dau|cuoi) nam (?P<year>\d{4})")
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_FIGURE = r"-?\d+(?:[.,]\d+)*"
_WITH_UNIT = re.compile(rf"(?P<number>{_FIGURE})\s*(?P<rest>[^\d\s.,].*)")
_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}(?:\.\d{3}){2,}|-?[1-9]\d{0,2}(?:\.\d{3})+(?=,)")


def choice_meant(key: str, value: str, allowed: Sequence[str]) -> Told:
    """The choice that a value calls in Vietnamese or comes near to; all where there is none."""
    values = {"key": key, "value": value, "allowed": ", ".join(allowed)}
    near = _called(value, allowed) or next(iter(nearest(value, allowed, limit=1)), None)
    return (CHOICE_NEAR, {**values, "near": near}) if near else (CHOICE, values)


def number_meant(value: str) -> Told | None:
    """The number in “95%”, “95,5” or “1.200.000 đồng”; None where there is none to see."""
    value = value.strip()
    parted = _WITH_UNIT.fullmatch(value)
    figure = parted["number"] if parted else value
    plain = _plain_figure(figure)
    if plain is None:
        return None
    if parted:
        return NUMBER_WITH_UNIT, {"value": value, "near": plain, "rest": parted["rest"]}
    return NUMBER_WITH_MARKS, {"value": value, "near": plain}


def date_meant(value: str) -> Told | None:
    """The day or month in “12/01/2026” or “2026-1-12”, with day and month changed over at need."""
    found = _YEAR_FIRST.fullmatch(value.strip()) or _DAY_FIRST.fullmatch(value.strip())
    if not found:
        return None
    year, month, day = found["year"], int(found["month"]), int(found["day"] or 0)
    if (near := _day(year, month, day)) is not None:
        return DATE_MEANT, {"value": value, "near": near}
    changed = _day(year, day, month) if day else None
    return (DATE_NEAR, {"value": value, "near": changed}) if changed else None


def period_meant(value: str) -> Told | None:
    """The period in “quý III/2026”, “Q3/2026”, “6 tháng đầu năm 2026” or “tháng 7/2026”."""
    words = " ".join(folded(value).split())
    found = _QUARTER.fullmatch(words)
    if found and (year := found["year"] or found["year_first"]):
        quarter = _ROMAN.get(found["quarter"], found["quarter"])
        return PERIOD_MEANT, {"value": value, "near": f"{year}-Q{quarter}"}
    if found := _HALF.fullmatch(words):
        half = 1 if found["part"] == "dau" else 2
        return PERIOD_MEANT, {"value": value, "near": f"{found['year']}-H{half}"}
    if (told := date_meant(value)) and len(str(told[1]["near"])) == len("2026-07"):
        return PERIOD_MEANT, told[1]
    return None


def _day(year: str, month: int, day: int) -> str | None:
    """The day, or the month where `day` is 0, in ISO form; None where no calendar has it."""
    try:
        iso = date(int(year), month, day or 1).isoformat()
    except ValueError:
        return None
    return iso if day else iso[:7]


def id_meant(key: str, value: str, data: Any) -> Told | None:
    """The id of the same file that comes near, else `value` in the form of ids; None if neither."""
    listed = data.get(_NAMES_ONE_OF.get(key, "")) if isinstance(data, dict) else None
    records = listed if isinstance(listed, list) else []
    ids = [str(each["id"]) for each in records if isinstance(each, dict) and each.get("id")]
    if near := _part_of(value, ids) or nearest(value, ids, limit=1):
        return FORM_NEAR, {"key": key, "value": value, "near": near[0]}
    slug = folded(value).replace(" ", "-")
    if not _ID.fullmatch(slug):
        return None
    return FORM_MEANT, {"key": key, "value": value, "near": slug}


def _part_of(value: str, ids: Sequence[str]) -> list[str]:
    """The ids that have `value` among their words, “y” and “i” being one: “quí” in bao-cao-quy."""
    words = f" {folded(value).replace('y', 'i')} "
    return [each for each in ids if words in f" {folded(each).replace('y', 'i')} "]


def _called(value: str, allowed: Sequence[str]) -> str | None:
    """The allowed value that office words name: the whole, else the first words that name one.

    The first, because what negates stands before: “chưa hoàn thành” is not done.
    """
    if _SIGNS.get(value.strip()) in allowed:
        return _SIGNS[value.strip()]
    words = f" {folded(value)} "
    said = [(name, choice) for choice in allowed for name in _CALLED.get(choice, ())]
    within = [(words.find(f" {name} "), -len(name), choice) for name, choice in said]
    found = [one for one in within if one[0] >= 0]
    return min(found)[2] if found else None


def _plain_figure(figure: str) -> str | None:
    """A figure as YAML wants it: without dots between thousands, with a point before decimals."""
    whole = _THOUSANDS.match(figure)
    if whole:
        figure = whole[0].replace(".", "") + figure[whole.end() :]
    figure = figure.replace(",", ".", 1)
    return figure if re.fullmatch(r"-?\d+(?:\.\d+)?", figure) else None
