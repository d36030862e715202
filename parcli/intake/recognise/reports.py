"""Reporting duties: who reports to whom, through whom, by when, and who rolls it up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from parcli.intake.recognise.circles import is_generic, is_open
from parcli.intake.recognise.deadlines import its_own_words
from parcli.intake.recognise.units import heading_units, leading_units
from parcli.language import N_
from parcli.schedule.deadline import Compound, Duration, Event, Fixed, Recurring
from parcli.schedule.phrases import find_deadlines
from parcli.text import folded, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parcli.intake.accounting import Ledger
    from parcli.schedule.deadline import Deadline
    from parcli.schedule.periods import Period

GUESSED_FROM = N_("Who reports is not named here; the addressees were taken.")
NOBODY = N_("Who reports is not named.")

_CLAUSE = re.compile(r"[.;](?=\s|$)|\n")
_SENDS = re.compile(
    r"gửi\s+(?:kết quả|tình hình|số liệu)\b[^,;.]{0,60}?\s(?:về|cho|đến|tới)\s", re.IGNORECASE
)
# "báo cáo Sở A để tổng hợp" is what the units do; "tổng hợp, báo cáo UBND" is what Sở A does.
_ROLLS_UP = re.compile(
    r"(?<!để )(?<!sẽ )tổng hợp[^.;]{0,60}báo cáo|báo cáo[^.;]{0,40}(?<!để )(?<!sẽ )tổng hợp",
    re.IGNORECASE,
)
# When, and then "báo cáo": nothing else is asked.
_ONLY_REPORTS = re.compile(
    r"(?:(?:có trách nhiệm|định kỳ|h[àằ]ng|mỗi|ngày|tuần|tháng|quý|năm|và|hoặc|đột xuất|trước|"
    r"chậm nhất|vào|cuối|đầu|của|khi có yêu cầu|[\d/]++)(?:\s++(?:,\s++)?|,\s++))*"
    r"(?:tổng hợp(?: chung| kết quả[^,;]{0,60}?)?,?\s+(?:và\s+)?)?(?:gửi\s+|lập\s+)?báo cáo\b",
    re.IGNORECASE,
)
_LIST_MARK = re.compile(r"^(?:[-–+*•]|[a-zđ]\)|\d{1,2}[.)])\s+")
# "Báo cáo thiệt hại đến sáng ngày 21/11", "định hướng đến năm 2045": how far something reaches,
# unless it says to whom to report.
_UP_TO = re.compile(r"đến\s", re.IGNORECASE)
_VIA = re.compile(
    r"\(?\s*(?:thông\s+)?qua\s+(?P<unit>[^);,.]+?)(?=\s*(?:\)|[;,.]|trước|chậm nhất|để|tổng hợp|$))"
)
_TO = re.compile(
    r"(?:báo cáo|gửi)(?:\s+(?:kết quả|tình hình|tiến độ|định kỳ|bằng văn bản|việc|công tác|"
    r"nội dung)(?:\s+[^\W\d_]+){0,6}?)?(?:\s+(?:về|cho|đến|tới|với|gửi))?\s+"
    r"(?P<unit>(?:Chủ tịch |Lãnh đạo |Thường trực |Bộ trưởng |Giám đốc )?(?:UBND|Ủy ban nhân dân|"
    r"Uỷ ban nhân dân|Sở|Bộ|Phòng|Văn phòng|Thủ tướng|Chính phủ|Ban|Tỉnh ủy|Cục|HĐND|Hội đồng|"
    r"Công an|Trung tâm|Vụ|Thanh tra|Tổ|Kho bạc|Chi cục|cơ quan thường trực)(?!\w)"
    r"[^;,.()]*?)(?=\s*(?:\(|[;,.]|trước|chậm nhất|để|theo|về|kết quả|những|tình hình|qua|"
    r"thông qua|định kỳ|hằng|hàng|xem xét|ngay\b|sau khi|khi\b|$))",
    re.IGNORECASE,
)
_CYCLES = (
    (("quarterly",), "quarter", "quy", "quý"),
    (("monthly",), "month", "thang", "tháng"),
    (("semiannual",), "half", "6-thang", "6 tháng"),
    (("annual",), "year", "nam", "năm"),
    (("weekly",), "week", "tuan", "tuần"),
)
_SAYS_CYCLE = (
    ("quarterly", re.compile(r"h[àằ]ng quý|định kỳ quý|quý\b.*một lần")),
    ("monthly", re.compile(r"h[àằ]ng tháng|định kỳ tháng")),
    ("semiannual", re.compile(r"0?6 tháng")),
    ("annual", re.compile(r"h[àằ]ng năm|mỗi năm")),
    ("weekly", re.compile(r"h[àằ]ng tuần")),
)


def reports_in(
    texts: Sequence[tuple[str, Sequence[str]]],
    addressees: Sequence[str],
    issued: Period | None,
    ledger: Ledger,
) -> list[dict[str, Any]]:
    """The reporting duties that the texts set up, in order, each with an id of its own.

    Each text comes with the units that must act on it.
    """
    duties: list[dict[str, Any]] = []
    for text, acting in texts:
        subject = list(acting)
        for clause in _clauses(text):
            named = _reporters(clause)
            duty = _duty(clause, named or subject, addressees, issued, duties, ledger)
            subject = subject if acting else named or subject
            if duty is not None:
                duties.append(duty)
    _roll_up_later(duties)
    return duties


def is_report(text: str, issued: Period | None) -> bool:
    """Whether a sentence only sets up a report that returns: no task beside the duty.

    A report with one day of its own is work like any other.
    """
    clauses = _clauses(text)
    if len(clauses) != 1:
        return False
    subject = leading_units(clauses[0])
    act = clauses[0][subject.end if subject else 0 :].lstrip(" ,:-")
    due = _deadline(clauses[0], issued) if _ONLY_REPORTS.match(act) else None
    return due is not None and _returns(due[1])


def _returns(deadline: Deadline) -> bool:
    parts = deadline.parts if isinstance(deadline, Compound) else (deadline,)
    return any(isinstance(part, Recurring) for part in parts)


def _roll_up_later(duties: list[dict[str, Any]]) -> None:
    """Name as a roll-up what the units' reports go to, where it is printed before them."""
    for duty in duties:
        if "after" in duty or not _ROLLS_UP.search(duty["text"]):
            continue
        given = next((each for each in duties if each is not duty and _goes_to(each, duty)), None)
        if given is None:
            continue
        _rename(duty, given, duties)


def _goes_to(duty: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether a duty of the same cycle goes through or to the units of another."""
    desks = {folded(str(duty[key])) for key in ("via", "to") if duty.get(key)}
    return duty.get("cycle") == other.get("cycle") and any(
        folded(name) in desks for name in other["from"]
    )


def _rename(duty: dict[str, Any], given: dict[str, Any], duties: list[dict[str, Any]]) -> None:
    freq = next((kinds[0] for kinds, name, *_r in _CYCLES if name == duty.get("cycle")), None)
    others = [each for each in duties if each is not duty and each is not given]
    duty.update(_named(freq, True, others))
    given.update(_named(freq, False, others))
    duty["after"] = given["id"]


def _clauses(text: str) -> list[str]:
    """Sentences, and clauses that semicolons part, with the mark that ends the document."""
    bare = text.rstrip()
    ended = bare.endswith("./.")
    pieces = [one_line(piece) for piece in _CLAUSE.split(bare.removesuffix("./."))]
    kept = [piece for piece in pieces if piece.strip(" ./")]
    if kept and ended:
        kept[-1] += "./."
    return kept


def _duty(
    clause: str,
    names: Sequence[str],
    addressees: Sequence[str],
    issued: Period | None,
    before: list[dict[str, Any]],
    ledger: Ledger,
) -> dict[str, Any] | None:
    if not (re.search(r"báo cáo", clause, re.IGNORECASE) or _SENDS.search(clause)):
        return None
    due = _deadline(clause, issued)
    desks = _desks(clause)
    if due is None or (_UP_TO.match(due[0]) and not desks):
        return None
    rolls_up = bool(_ROLLS_UP.search(clause)) and bool(before)
    freq = _frequency(due[1], clause)
    text = _LIST_MARK.sub("", clause, count=1)
    duty: dict[str, Any] = {**_named(freq, rolls_up, before), "text": text}
    _from(duty, names, addressees, rolls_up, ledger)
    duty |= desks
    if rolls_up:
        duty["after"] = before[-1]["id"]
    duty["deadline"] = due[0]
    cycle = next((name for kinds, name, _id, _word in _CYCLES if freq in kinds), None)
    return duty | ({"cycle": cycle} if cycle else {})


def _desks(clause: str) -> dict[str, str]:
    """To whom a clause has reports sent, and through whom."""
    found = {"to": _TO.search(clause), "via": _VIA.search(clause)}
    return {key: one_line(desk["unit"]).strip() for key, desk in found.items() if desk}


def _deadline(clause: str, issued: Period | None) -> tuple[str, Deadline] | None:
    """The deadline of a report in its clause: a day, or a day that returns."""
    for start, end, deadline in find_deadlines(clause, issued=issued):
        if _is_due(deadline):
            words = one_line(clause[start:end]).strip(" .,;")
            whole = words if words.count("(") == words.count(")") else words.strip("()")
            return its_own_words(whole), deadline
    return None


def _is_due(deadline: Deadline) -> bool:
    if isinstance(deadline, Compound):
        return any(map(_is_due, deadline.parts))
    if isinstance(deadline, Recurring):
        return (
            deadline.day is not None or deadline.dates is not None or deadline.weekday is not None
        )
    if isinstance(deadline, Fixed):
        return deadline.relation in ("before", "by") and deadline.target is None
    return isinstance(deadline, Duration) or (isinstance(deadline, Event) and bool(deadline.urgent))


def _frequency(deadline: Deadline, clause: str) -> str | None:
    if isinstance(deadline, Recurring):
        freq = deadline.freq
        said = [freq] if isinstance(freq, str) else list(freq)
        return said[0] if len(said) == 1 else None
    if isinstance(deadline, Fixed):
        return None
    return next((freq for freq, pattern in _SAYS_CYCLE if pattern.search(clause.lower())), None)


def _named(freq: str | None, rolls_up: bool, before: list[dict[str, Any]]) -> dict[str, Any]:
    """Id and title of a duty."""
    cycle = next(((slug, word) for kinds, _name, slug, word in _CYCLES if freq in kinds), None)
    if rolls_up:
        stem, title = "tong-hop", "Báo cáo tổng hợp"
    else:
        stem, title = "bao-cao", "Báo cáo định kỳ" if cycle else "Báo cáo kết quả thực hiện"
    if cycle:
        stem, title = f"{stem}-{cycle[0]}", f"{title} hằng {cycle[1]}"
    elif not rolls_up:
        stem = "bao-cao-ket-qua"
    ids = {duty["id"] for duty in before}
    numbers = ["", *(f"-{n}" for n in range(2, len(ids) + 3))]
    return {"id": next(f"{stem}{n}" for n in numbers if f"{stem}{n}" not in ids), "title": title}


def _from(
    duty: dict[str, Any],
    names: Sequence[str],
    addressees: Sequence[str],
    rolls_up: bool,
    ledger: Ledger,
) -> None:
    generic = not names or any(map(is_generic, names)) or all(map(is_open, names))
    if names and not generic:
        duty["from"] = list(names)
    elif addressees and not rolls_up:
        duty["from"] = list(addressees)
        ledger.doubt(duty, "from", GUESSED_FROM)
    elif names:
        duty["from"] = list(names)
    else:
        duty["from"] = []
        ledger.doubt(duty, "from", NOBODY)


def _reporters(clause: str) -> list[str]:
    """The units that a clause makes report: its subject, after "Yêu cầu" or a period of time."""
    bare = re.sub(
        r"^(?:[-+*•]\s*|\w{1,3}[.)]\s+)?(?:định kỳ[^,]*,\s*|trước ngày[^,]*,\s*|h[àằ]ng (?:quý|"
        r"tháng|năm|tuần)[^,]*,\s*|chậm nhất[^,]*,\s*|"
        r"trong quá trình[^,]*,\s*|đồng thời,?\s*)",
        "",
        clause,
        flags=re.IGNORECASE,
    )
    found = leading_units(bare)
    if found:
        return found.names
    asked = re.search(r"(?:yêu cầu|đề nghị|giao)\s+", bare, re.IGNORECASE)
    later = leading_units(bare[asked.end() :]) if asked else None
    if later:
        return later.names
    head = bare.split(":")[0] if ":" in bare[:160] else ""
    return heading_units(head) if head and not folded(head).startswith("bao cao") else []
