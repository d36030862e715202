"""Measurable figures (chỉ tiêu) in the words of a task, quoted as they stand."""

from __future__ import annotations

import re
from typing import Any

from parcli.text import one_line

_CLAUSE = re.compile(r"[.;](?=\s|$)|;|\n|\.{3}")
# A page without a full stop is no clause, and looking through it takes long.
_LONGEST_CLAUSE = 4000
# "1.250", "98,5" and "3"; "3.1.2" numbers a criterion, and a date is no figure either.
_FIGURE = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?")
_PERCENT = re.compile(r"(\d+(?:[.,]\d+)?)\s*%")
_COUNTED = re.compile(
    r"(?:ít nhất|tối thiểu|không ít hơn)\s+(\d+(?:[.,]\d+)?)\s+(?!%)([^\W\d_][^.;\n]*)",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"^(?:[-+]\s*)?(Không (?:có|để(?: xảy ra)?|phát sinh)\s+([^\W\d_]+(?:\s[^\W\d_]+)?).*)$",
    re.DOTALL,
)
_MISDEED = re.compile(r"sai phạm|vi phạm|kỷ luật|quá hạn|trễ hạn|tồn đọng|khiếu kiện|chậm")
_CHANGE = re.compile(
    r"(?:(?P<up>tăng|cao hơn|cải thiện)|(?P<down>giảm|thấp hơn))[^.;\n]{0,60}?(?:so với|hơn)\s+"
    r"(?P<base>năm (?:\d{4}|trước|liền kề|ngoái)|cùng kỳ(?: năm (?:trước|\d{4}))?|"
    r"kế hoạch(?: năm \d{4})?)",
    re.IGNORECASE,
)
# A rate that must rise or fall, with no figure and nothing to compare it with.
_RATE = re.compile(
    r"(?:(?P<up>tăng|nâng cao|nâng)|(?P<down>giảm))\s+tỷ lệ\s+[^.;,\d]{8,}?"
    r"(?=\s+(?:góp phần|nhằm|để|và (?:thực hiện|triển khai|nâng|tăng|giảm|bảo đảm|đẩy mạnh))\s|"
    r"\s*[.;,]|$)",
    re.IGNORECASE,
)
_BASELINE = re.compile(
    r"so với\s+(năm (?:\d{4}|trước)|cùng kỳ(?: năm (?:trước|\d{4}))?)", re.IGNORECASE
)
_MORE = re.compile(r"(?:trên|vượt|hơn|>)\s*$", re.IGNORECASE)
_LESS = re.compile(r"(?:dưới|<)\s*$", re.IGNORECASE)
_MOST = re.compile(r"(?:không quá|tối đa|không vượt quá|nhiều nhất|≤)\s*$", re.IGNORECASE)
_BY = re.compile(r"(?:đến(?: hết)?(?: cuối)? |trong |kế hoạch )?năm\s+(\d{4})", re.IGNORECASE)
_LEAD_IN = re.compile(
    r"^.*?(?:phấn đấu(?: mục tiêu)?(?: đạt)?|đảm bảo|bảo đảm|tham mưu UBND (?:tỉnh|huyện|xã|"
    r"phường|thị xã|thành phố)|"
    r"kiểm tra việc|(?:có )?giải pháp để(?: thực hiện)?|đạt được|(?:đơn vị|tổ chức|"
    r"địa phương)[^,;]*\bphải)\s+",
    re.IGNORECASE,
)
_PLAIN_DO = re.compile(r"^(?:Thực hiện|Có)\s+(?=giải ngân|ít nhất|tối thiểu|giảm)", re.IGNORECASE)
_SCOPE = re.compile(r"(?:UBND )?cấp (?:tỉnh|huyện|xã)(?: và cấp (?:tỉnh|huyện|xã))?")


def targets_in(text: str) -> list[dict[str, Any]]:
    """The figures that `text` sets, in order; [] where it sets none."""
    found: list[dict[str, Any]] = []
    for clause in _clauses(text):
        if "%" in clause and _PERCENT.search(clause):
            found += _percentages(clause)
        else:
            found += _others(clause)
    return found


def target_of_cell(text: str, measure: str | None) -> dict[str, Any]:
    """A figure from a column of its own, with the unit of measure of the column beside it."""
    words = one_line(text)
    parsed = targets_in(words)
    target: dict[str, Any] = dict(parsed[0]) if len(parsed) == 1 else {}
    plain = re.search(r"\d+(?:[.,]\d+)*", words)
    if not target and plain and _FIGURE.fullmatch(plain[0]) and len(words) < 40:
        target = {"compare": _compare(words[: plain.start()]), "value": _value(plain[0])}
    target["text"] = words
    if measure:
        target["unit"] = measure
        target["text"] = words if measure in words else f"{words} {measure}"
    return target


def _clauses(text: str) -> list[str]:
    pieces = (piece.strip(" -+\t") for piece in _CLAUSE.split(text) if piece)
    return [piece for piece in pieces if 0 < len(piece) <= _LONGEST_CLAUSE]


def _percentages(clause: str) -> list[dict[str, Any]]:
    figures = list(_PERCENT.finditer(clause))
    found = []
    for number, figure in enumerate(figures):
        before = figures[number - 1].end() if number else 0
        after = figures[number + 1].start() if number + 1 < len(figures) else len(clause)
        start = _start(clause, before, figure.start(), first=number == 0)
        end = _end(clause, figure.end(), after, last=number + 1 == len(figures))
        if (
            number == 0
            and len(figures) > 1
            and re.search(r"\btỷ lệ\b.*\bđạt\s*$", clause[figure.end() : after])
        ):
            end = figures[1].end()
        words = clause[start:end].strip(" ,:(")
        target = _percentage(words, clause, figure)
        whose = re.search(r"%\s++([^%]+?)\scó\s++tỷ lệ\b[^%]*$", clause[: figure.start()])
        where = re.search(
            r"trên địa bàn [^\W\d_]+(?: [^\W\d_]+)?(?=\s*\($)", clause[:start].rstrip()
        )
        if whose:
            target["scope"] = whose[1].rstrip()
        elif where:
            target["scope"] = where[0]
        found.append(target)
    return found


def _percentage(words: str, clause: str, figure: re.Match[str]) -> dict[str, Any]:
    if words.endswith(")") and words.count("(") < words.count(")"):
        words = words[:-1]
    target: dict[str, Any] = {
        "text": words,
        "compare": _compare(clause[: figure.start()]),
        "value": _value(figure[1]),
        "unit": "%",
    }
    if re.search(r"\bgiảm\b", words, re.IGNORECASE) and _BASELINE.search(words):
        target["change"] = "decrease"
    elif re.search(r"\btăng\b", words, re.IGNORECASE) and _BASELINE.search(words):
        target["change"] = "increase"
    base = _BASELINE.search(words)
    if base:
        target["baseline"] = one_line(base[1])
    by = _BY.search(_BASELINE.sub("", words))
    if by:
        target["by"] = by[1]
    scopes = _SCOPE.findall(words)
    if len(scopes) == 1 and not re.search(r"100\s*%", words):
        target["scope"] = scopes[0]
    return target


def _start(clause: str, floor: int, figure: int, *, first: bool) -> int:
    """Where the words of a figure begin: after the words that only lead to it."""
    start = floor
    before = clause[start:figure]
    rate = re.search(r"\bcó\s+(?=tỷ lệ\b)", before)
    if rate and not first:
        return start + rate.end()
    marks = r",\s+|:\s+|\((?![^)]*\))|\s+và\s+"
    cuts = [found.end() + start for found in re.finditer(marks, before)]
    if not first:
        after_last = [cut for cut in cuts if cut > floor]
        if after_last:
            start = (
                after_last[0]
                if clause[floor:figure].lstrip().startswith(("và", ","))
                else after_last[-1]
            )
    elif re.match(r"\s*[^\W\d_]", before):
        start = _lead_in(clause, figure, cuts)
    words = clause[start:figure]
    while skipped := _LEAD_IN.match(words):
        start += skipped.end()
        words = clause[start:figure]
    plain = _PLAIN_DO.match(clause[start:])
    return start + (plain.end() if plain else 0)


def _lead_in(clause: str, figure: int, cuts: list[int]) -> int:
    """The last comma or bracket before a figure that starts anew: "…, đạt 100%" does not."""
    for cut in reversed(cuts):
        words = clause[cut:figure]
        opening = clause[cut - 1 : cut] == "(" or clause[cut - 2 : cut] == ": "
        if opening or re.match(
            r"(?:thực hiện|giải quyết|xử lý|phấn đấu|đảm bảo|bảo đảm|tỷ lệ)?\s*$", words
        ):
            plain = re.match(r"thực hiện\s*$", words)
            if plain:
                return cut + plain.end()
            return cut
        if re.match(r"(?:đạt|tăng|giảm|xử lý|giải quyết|hoàn thành)\b", words):
            return cut
        if re.search(r"\b(?:và|đơn vị)\s+(?:xử lý|thực hiện)\s*$", clause[:figure]):
            verb = re.search(r"(?:xử lý|thực hiện)\s*$", clause[:figure])
            return verb.start() if verb else cut
    verb = re.search(r"(?:và|phân quyền và)\s+(?=(?:xử lý|thực hiện)?\s*$)", clause[:figure])
    return verb.end() if verb and len(clause[:figure]) > 60 else 0


def _end(clause: str, figure: int, limit: int, *, last: bool) -> int:
    """Where the words of a figure end: at the comma before a further action."""
    rest = clause[figure:limit]
    stop = re.search(
        r",\s+(?=(?:cập nhật|nâng cao|tăng cường|đẩy mạnh|nhất là|trong đó|đồng thời)\b)", rest
    )
    if stop:
        return figure + stop.start()
    if not last:
        cut = re.search(r"\s+và\s+(?=[^,]*$)|,\s+(?=[^,]*$)", rest)
        return figure + (cut.start() if cut else len(rest))
    return limit


def _others(clause: str) -> list[dict[str, Any]]:
    """Counts, "không để xảy ra …", and changes without a figure."""
    for read in (_counted, _nothing, _bound, _change):
        target = read(clause)
        if target is not None:
            return [target]
    rate = _RATE.search(clause)
    if rate:
        return [{"text": rate[0], "change": "increase" if rate["up"] else "decrease"}]
    return []


def _counted(clause: str) -> dict[str, Any] | None:
    """ "ít nhất 02 buổi tập huấn trong năm": a number and what it counts."""
    counted = _COUNTED.search(clause)
    if counted is None:
        return None
    words = re.split(r"\s+(?:trong|được|để|về|tại|cho|mỗi|/)\s+", counted[2].strip())
    return {
        "text": clause[counted.start() :].strip(),
        "compare": ">=",
        "value": _value(counted[1]),
        "unit": words[0].strip(" ,"),
    }


def _nothing(clause: str) -> dict[str, Any] | None:
    """ "Không để hồ sơ quá hạn": none of what must not happen."""
    nothing = _NONE.match(clause)
    if nothing is None or not _MISDEED.search(clause):
        return None
    return {"text": clause.strip(), "compare": "=", "value": 0, "unit": one_line(nothing[2])}


def _bound(clause: str) -> dict[str, Any] | None:
    """ "không vượt quá số biên chế được giao": a bound that is no figure."""
    bound = re.search(r"không vượt quá\s+((?!\d)[^;]{8,})$", clause)
    return {"text": bound[0].strip(), "baseline": bound[1].strip()} if bound else None


def _change(clause: str) -> dict[str, Any] | None:
    """ "tăng so với năm trước": a direction and what it is compared with."""
    change = _CHANGE.search(clause)
    if change is None:
        return None
    leads = re.finditer(r"(?:giải pháp để|nhằm)\s+", clause[: change.end()])
    words = clause[max((each.end() for each in leads), default=0) :].strip()
    target: dict[str, Any] = {
        "text": words,
        "change": "increase" if change["up"] else "decrease",
        "baseline": one_line(change["base"]),
    }
    by = _BY.search(words[: words.find(change["base"])])
    return target | ({"by": by[1]} if by else {})


def _compare(before: str) -> str:
    if _MORE.search(before):
        return ">"
    if _LESS.search(before):
        return "<"
    return "<=" if _MOST.search(before) else ">="


def _value(text: str) -> float | int:
    number = float(
        text.replace(".", "").replace(",", ".")
        if re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d+)?", text)
        else text.replace(",", ".")
    )
    return int(number) if number.is_integer() else number
