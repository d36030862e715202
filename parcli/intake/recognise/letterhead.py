"""The head of a document: superior, issuer, motto, number, symbol, place, date, urgency, type."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from parcli.intake.recognise.casing import official_case
from parcli.intake.recognise.head_columns import Line
from parcli.intake.recognise.head_marks import MOTTO, SUBJECT_MARK
from parcli.intake.recognise.kind import type_line, type_of_symbol
from parcli.intake.recognise.subject import read_subject
from parcli.language import N_
from parcli.model.unit_vocabulary import LEVELS
from parcli.text import folded, one_line

if TYPE_CHECKING:
    from parcli.intake.accounting import Ledger
    from parcli.intake.recognise.head_lines import Head

GUESSED_ISSUER = N_("No issuer was found at the head; take it from the document.")
GUESSED_AREA = N_("The head names no area; it was completed from the place and the body.")
GUESSED_TYPE = N_(
    "No title line names the type; it was told from the symbol or taken for a letter."
)
NO_SUBJECT = N_("No subject was found at the head.")
UNKNOWN = "?"  # what a draft has where the document says nothing
NO_DATE = N_("The day of issue is not complete in the document.")

_NUMBER = re.compile(
    r"\s*+(?:số|sô)\s*+(?:[:.]\s*+)?(?P<number>[\d.…_ ]*+(?:/\d{4}(?=\s*/))?)\s*+"
    r"(?P<slash>[/\-–]?)\s*+"
    r"(?P<symbol>[A-ZĐƯa-zđ][\w&.,]*(?:\s?[-–/]\s?[\wĐ&.,()]+)*)?\s*",
    re.IGNORECASE,
)
# The rest of "Số:      /KH-UBND" on a line of its own.
_SYMBOL_ALONE = re.compile(r"/\s?[A-ZĐƯ][\w&.]*(?:\s?[-–/]\s?[\wĐ&.]+)*")
_DRAFT = re.compile(r"du thao(?: lan \d+| \d+)?")
_DATELINE = re.compile(
    r"(?P<place>[^\W\d_][^\d:;]{0,100}?)?\s*+(?:,\s*+)?"
    r"(?:(?:hồi|lúc)\s+\d+\s*(?:giờ|h|:)\s*\d*,?\s*)?"
    r"ngày\s*+(?P<day>[\d.…_\s]*+)(?:tháng|/)\s*+(?P<month>[\d.…_\s]*+)"
    r"(?:năm|/)\s*+(?P<year>\d{4})?[\d.…_\s]*+",
    re.IGNORECASE,
)
_BLANKS = re.compile(r"[.…_]{2,}|…")
_URGENCY = re.compile(r"hoa toc( hen gio)?|thuong khan|khan|toi mat|tuyet mat|mat")
_AGENCY_HEAD = re.compile(
    r"(uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|so|bo|chinh phu|thu tuong|quoc hoi|van phong|"
    r"ban|cuc|"
    r"tong cuc|chi cuc|vu|thanh tra|cong an|phong|trung tam|truong|benh vien|tinh uy|thanh uy|"
    r"huyen uy|"
    r"thi uy|dang uy|dang bo|doan|hoi|lien doan|mat tran|uy ban|vien|bao hiem|kho bac|thue|"
    r"ngan hang|"
    r"tong cong ty|cong ty|bao|dai|toa an|hoi dong|tap doan|to|quy|chi nhanh|hoc vien|dai hoc)\b"
)
_AREA = re.compile(r"(tinh|thanh pho|huyen|quan|thi xa|xa(?! hoi)|phuong|thi tran|dac khu)\b")
_SENDER = re.compile(r"^\W*([^\W\d_].{3,80}?)\s+điện\s*:\s*$", re.MULTILINE)
_OPEN_END = re.compile(r"(,|-|–| và)$", re.IGNORECASE)


@dataclass
class Letterhead:
    """What the head says, as values of a directive."""

    values: dict[str, Any] = field(default_factory=dict)


def read_letterhead(head: Head, body: str, values: dict[str, Any], ledger: Ledger) -> None:
    """Put what the head says into `values`; `body` is the whole text, for the spelling of names."""
    _Reading(head, body, values, ledger).read()


class _Reading:
    def __init__(self, head: Head, body: str, values: dict[str, Any], ledger: Ledger) -> None:
        self._lines = head.lines
        self._body = body
        self._values = values
        self._ledger = ledger
        self._left: list[Line] = []

    def read(self) -> None:
        title = self._title_line()
        for place, line in enumerate(self._lines):
            if title is not None and place >= title:
                break
            self._one(line)
        self._agencies()
        subject_from = title if title is not None else self._subject_mark()
        read_subject(self._lines, subject_from, self._values, self._ledger)
        self._finish(title)

    def _title_line(self) -> int | None:
        """Where the title line stands: the first after the number, if there is a number."""
        numbered = any(self._is_number(line) for line in self._lines)
        seen = not numbered
        for place, line in enumerate(self._lines):
            seen = seen or self._is_number(line)
            if seen and type_line(line.text):
                return place
        return None

    def _subject_mark(self) -> int | None:
        marks = [n for n, line in enumerate(self._lines) if SUBJECT_MARK.match(line.text)]
        return marks[0] if marks else None

    def _is_number(self, line: Line) -> bool:
        found = _NUMBER.match(line.text)
        if _SYMBOL_ALONE.fullmatch(line.text):
            return True
        return bool(
            found
            and re.match(r"\s*số(?! (?:hiệu|công báo))", line.text, re.IGNORECASE)
            and (found["symbol"] or found["number"])
        )

    def _one(self, line: Line) -> None:
        key = folded(line.text)
        if MOTTO.fullmatch(key):
            self._add("motto", line)
        elif _URGENCY.fullmatch(key):
            self._values["urgency"] = one_line(line.text)
            self._ledger.take(line.span, self._values, "urgency")
        elif _DRAFT.fullmatch(key):
            self._add("draft", line)
        elif self._is_number(line):
            self._number(line)
        elif self._dated(line):
            pass
        elif not key:
            self._ledger.take(line.span, self._values, "issuer")
        elif "number" not in self._values and not SUBJECT_MARK.match(line.text):
            self._left.append(line)

    def _add(self, key: str, line: Line) -> None:
        said = self._values.get(key)
        self._values[key] = f"{said}\n{one_line(line.text)}" if said else one_line(line.text)
        self._ledger.take(line.span, self._values, key)

    def _number(self, line: Line) -> None:
        alone = _SYMBOL_ALONE.fullmatch(line.text)
        if alone:
            self._values.setdefault("number", None)
            self._values["symbol"] = re.sub(r"\s", "", line.text).lstrip("/").replace("–", "-")
            self._ledger.take(line.span, self._values, "symbol")
            return
        found = _NUMBER.match(line.span.text)
        if found is None:
            return
        number = re.sub(r"[\s.…_]", "", found["number"])
        symbol = (
            re.sub(r"\s*([-–/])\s*", r"\1", found["symbol"] or "").replace("–", "-").strip(".,")
        )
        self._values["number"] = number or None
        if symbol:
            self._values["symbol"] = symbol
        self._ledger.take(line.span.part(0, found.end()), self._values, "number")
        rest = line.span.part(found.end())
        if rest.text.strip() and not self._dated(Line(rest, line.column)):
            self._lines.insert(self._lines.index(line) + 1, Line(rest, line.column))

    def _dated(self, line: Line) -> bool:
        found = _DATELINE.search(line.span.text)
        if not found or len(line.text) > 100 or not re.search("tháng|/", found[0]):
            return False
        place = (found["place"] or "").strip(" ,;.")
        if place and len(place.split()) > 7:
            return False
        self._values.setdefault("place", one_line(place) or None)
        self._values["issued"] = _issued(found["year"], found["month"], found["day"])
        self._values["dateline"] = one_line(_BLANKS.sub(" ", found[0])).replace(" ,", ",")
        self._ledger.take(line.span, self._values, "dateline")
        return True

    def _agencies(self) -> None:
        names: list[list[Line]] = []
        for line in self._left:
            if names and not _opens_agency(line.text, names[-1][-1].text, len(names[-1]) == 1):
                names[-1].append(line)
            else:
                names.append([line])
        written = [one_line(" ".join(line.text.strip(" -–_*") for line in name)) for name in names]
        cased = [official_case(name, self._body) for name in written if any(map(str.isalpha, name))]
        keys = ["superior", "issuer"] if len(cased) > 1 else ["issuer"]
        place = _without_level(self._values.get("place") or "")
        for key, value in zip(keys, cased[-2:], strict=False):
            # The dateline spells the place's name, which the agency's capitals hide.
            self._values[key] = (
                re.sub(rf"(?<!\w){re.escape(place)}(?!\w)", place, value, flags=re.IGNORECASE)
                if place
                else value
            )
        self._complete_issuer()
        for number, name in enumerate(names):
            key = "superior" if number < len(names) - 1 and len(cased) > 1 else "issuer"
            for line in name:
                self._ledger.take(line.span, self._values, key)

    def _complete_issuer(self) -> None:
        """A committee printed without its area: the area that the body names with the place."""
        issuer = self._values.get("issuer") or ""
        place = _without_level(self._values.get("place") or "")
        if not place or folded(issuer) not in ("uy ban nhan dan", "ubnd", "hoi dong nhan dan"):
            return
        levels = "|".join(map(re.escape, sorted(LEVELS, key=len, reverse=True)))
        found = re.search(
            rf"(?<!\w)(?:{levels})\s+{re.escape(place)}(?!\w)", self._body, re.IGNORECASE
        )
        if found:
            area = one_line(found[0])
            level = area[: len(area) - len(place)].lower()
            self._values["issuer"] = f"{issuer} {level}{place}"
            self._ledger.doubt(self._values, "issuer", GUESSED_AREA)

    def _sender(self) -> str:
        """Who sends a telegram without a letterhead: "GIÁM ĐỐC SỞ A điện:"; "" where not said."""
        found = _SENDER.search(self._body)
        return official_case(one_line(found[1]), self._body) if found else ""

    def _finish(self, title: int | None) -> None:
        values, ledger = self._values, self._ledger
        if title is None:
            symbol = values.get("symbol") or ""
            # Under a "V/v" only the first letters can be a type: "QLDL-KH" is a letter's symbol.
            marked = values.get("subject_marked")
            kind = type_of_symbol(re.split(r"[-/]", symbol)[0] if marked else symbol)
            values["type"] = kind or "cong-van"
            if not (values.get("subject_marked") or kind):
                ledger.doubt(values, "type", GUESSED_TYPE)
        values.pop("subject_marked", None)
        if not values.get("issuer"):
            values["issuer"] = self._sender() or UNKNOWN
            ledger.doubt(values, "issuer", GUESSED_ISSUER)
        if not values.get("subject"):
            values["subject"] = UNKNOWN
            ledger.doubt(values, "subject", NO_SUBJECT)
        if len(values.get("issued") or "") < len("2024-01-01"):
            ledger.doubt(values, "issued", NO_DATE)


def _without_level(place: str) -> str:
    """A place's name alone: "Thành phố Huế" is "Huế"."""
    levels = "|".join(map(re.escape, sorted(LEVELS, key=len, reverse=True)))
    return re.sub(rf"^(?:{levels}|tp\.?)\s+(?=\S)", "", place, flags=re.IGNORECASE)


def _issued(year: str | None, month: str, day: str) -> str | None:
    """The date as precise as it is printed: 2024, 2024-07 or 2024-07-21."""
    digits = [re.sub(r"\D", "", part) for part in (month, day)]
    if not year:
        return None
    if not digits[0] or not 1 <= int(digits[0]) <= 12:
        return year
    if not digits[1] or not 1 <= int(digits[1]) <= 31:
        return f"{year}-{int(digits[0]):02}"
    return f"{year}-{int(digits[0]):02}-{int(digits[1]):02}"


def _opens_agency(text: str, before: str, first: bool) -> bool:
    """Whether a line of the agency block names another agency than the line before it."""
    key, above = folded(text), folded(before)
    if _OPEN_END.search(before.strip()) or key.startswith("va "):
        return False
    if _AREA.match(key):
        return not (
            first
            and re.fullmatch(
                r"uy ban nhan dan|ubnd|hoi dong nhan dan|dang uy|dang bo|.*\bban .*", above
            )
        ) and bool(_AREA.search(above))
    if first and re.fullmatch(
        r"van phong|thanh tra|ban chi dao|hoi dong|chu tich|thu tuong|giam doc", above
    ):
        return False
    return bool(_AGENCY_HEAD.match(key))
