"""Times that are no deadlines: dates of cited documents, comparison years, status dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.schedule.deadline import NoDeadline
from parcli.schedule.phrases.calendar import moment
from parcli.schedule.phrases.facts import Aside, Fact
from parcli.schedule.phrases.lunar import SAME_DAY, lunar_gloss
from parcli.schedule.phrases.members import yearly
from parcli.schedule.phrases.moments import Moment, at_end, day_of, period_of
from parcli.schedule.phrases.stretches import calendar_year

if TYPE_CHECKING:
    from parcli.schedule.phrases.tokens import Tokens

_STATEMENT = Aside(NoDeadline(reason="statement"))
_DOCUMENTS = (
    "công văn", "quyết định", "kế hoạch", "chỉ thị", "nghị quyết", "thông tư", "nghị định",
    "tờ trình",
    "thông báo", "hướng dẫn", "công điện", "văn bản", "kết luận", "đề án", "quy chế", "biên bản",
    "hợp đồng", "giấy mời", "phương án", "thông báo kết luận", "chương trình",
)  # fmt: skip
_DATED = ("ban hành ngày", "ký ngày", "sinh ngày", "lập ngày", "được phê duyệt ngày", "đề ngày")
_LAWS = ("luật", "bộ luật", "hiến pháp", "pháp lệnh")
_LONGEST_TITLE = 12
_LONGEST_SYMBOL = 14
_NOT_SYMBOLS = frozenset(["lan", "nam", "thang", "quy", "tuan", "ngay", "gio", "h", "ky"])
_COMPARED = (
    "so với cùng kỳ", "so cùng kỳ", "cùng kỳ", "so với", "so sánh với", "như", "thay vì",
    "bằng", "cao hơn", "thấp hơn", "so năm", "so tháng", "so quý",
)  # fmt: skip
_COMPARED_WORDS = 6
_AS_OF = (
    "tính đến thời điểm", "tính đến hết", "tính đến", "số liệu đến hết", "số liệu đến",
    "số liệu tính đến hết", "số liệu tính đến", "lấy số liệu đến hết", "lấy số liệu đến",
    "chốt số liệu đến hết", "chốt số liệu đến", "chốt đến hết", "chốt đến", "số liệu chốt đến",
    "chốt số liệu", "thời điểm chốt số liệu", "thời gian chốt số liệu", "thời điểm lấy số liệu",
    "tính tới hết", "tính tới", "tính từ đầu năm đến hết", "tính từ đầu năm đến",
    "từ đầu năm đến hết", "từ đầu năm đến", "lũy kế đến hết", "lũy kế đến", "luỹ kế đến",
    "cộng dồn đến", "chốt số liệu báo cáo", "thời hạn chốt số liệu",
)  # fmt: skip
_REPORTED = ("đã", "có", "toàn tỉnh", "toàn quốc", "cả nước", "toàn huyện", "toàn xã")


def aside(tokens: Tokens, index: int) -> Fact | None:
    """The time at `index` that is no deadline; None where a deadline may stand."""
    return (
        _lunar_name(tokens, index)
        or _citation(tokens, index)
        or _dated_document(tokens, index)
        or _law(tokens, index)
        or _comparison(tokens, index)
        or _as_of(tokens, index)
        or _past(tokens, index)
    )


def _lunar_name(tokens: Tokens, index: int) -> Fact | None:
    """The lunar name of a day that is stated before it: "28/01/2025 (tức ngày 29 tháng Chạp)"."""
    if not lunar_gloss(tokens, index):
        return None
    start = tokens.skip(index, *SAME_DAY)
    found = moment(tokens, start)
    return Fact(index, found[1], _STATEMENT) if found and found[0].bad else None


def _citation(tokens: Tokens, index: int) -> Fact | None:
    """A document's number with the date after it: "413/UBND-NV ngày 07/3/2024"."""
    if (
        tokens.any(index, "số")
        and tokens[index + 1].number is not None
        and tokens.any(index + 2, "ngày")
    ):
        return _with_date(tokens, index, index + 2)
    if not tokens[index].key.isdecimal():
        return None
    after = _symbol_end(tokens, index)
    return _with_date(tokens, index, after) if after else None


def _symbol_end(tokens: Tokens, index: int) -> int:
    """The index after a symbol such as "239/2025/NĐ-CP" or "11-CT/TU"; 0 where none stands."""
    after, lettered = index + 1, False
    for _step in range(_LONGEST_SYMBOL):
        mark, part = tokens[after], tokens[after + 1]
        if mark.key not in {"/", "-", "&"} or (lettered and not part.glued):
            break
        if part.key[:1].isalpha():
            if part.bare in _NOT_SYMBOLS or (mark.key != "/" and not mark.glued):
                break
            lettered = True
        elif not part.key.isdecimal() or not (mark.glued and part.glued):
            break
        after += 2
    return after if lettered else 0


def _with_date(tokens: Tokens, first: int, after: int) -> Fact:
    start = tokens.skip(after, ",", "(")
    dated = moment(tokens, start) if tokens.any(start, "ngày", "năm") else None
    return Fact(first, dated[1] if dated else after, _STATEMENT)


def _dated_document(tokens: Tokens, index: int) -> Fact | None:
    """ "Công văn ngày 10/7/2024", "ban hành ngày 01/02/2023"."""
    after = tokens.take(index, *_DATED)
    start = after - 1 if after else tokens.take(index, *_DOCUMENTS)
    if not start or not tokens.any(start, "ngày"):
        return None
    found = moment(tokens, start)
    if found is None or found[0].year is None:
        return None
    return Fact(index, found[1], _STATEMENT)


def _law(tokens: Tokens, index: int) -> Fact | None:
    """A law with its year: "Luật An ninh mạng 2025", "Bộ luật Dân sự năm 2015"."""
    after = tokens.take(index, *_LAWS)
    if not after:
        return None
    for ahead in range(after, after + _LONGEST_TITLE):
        if calendar_year(tokens, ahead) and tokens[ahead - 1].key not in {"/", "-"}:
            return Fact(index, ahead + 1, _STATEMENT)
        if tokens[ahead].key in {"", ".", ";", "("} or tokens.any(ahead, "trong", "trước", "hằng"):
            break
    return None


def _comparison(tokens: Tokens, index: int) -> Fact | None:
    after = tokens.take(index, *_COMPARED)
    if not after:
        return None
    if tokens.any(after - 1, "năm", "tháng", "quý"):
        after -= 1
    if tokens.take(after, "năm trước", "cùng kỳ năm trước"):
        return Fact(index, after + 2, _STATEMENT)
    far = _COMPARED_WORDS if tokens.any(index, "so", "cùng") else 0
    for ahead in range(after, after + far + 1):
        if tokens[ahead].key in {"", ".", ";", ",", "("}:
            break
        found = moment(tokens, ahead)
        if found is not None:
            return Fact(index, found[1], _STATEMENT)
    return None


def _as_of(tokens: Tokens, index: int) -> Fact | None:
    after = tokens.take(index, *_AS_OF)
    if not after:
        return None
    start = tokens.skip(after, ":", "là")
    for _step in range(3):
        start = tokens.skip(start, "báo cáo", "đến", "hết", "là", ":", "vào", "thời điểm", "trước")
    found = moment(tokens, start)
    if found is None:
        now = tokens.take(start, "nay")
        return Fact(index, now, _STATEMENT) if now else None
    placed = at_end(found[0]) if tokens.any(start - 1, "hết") else found[0]
    return Fact(index, found[1], Aside(NoDeadline(reason="as-of", as_of=_status_date(placed))))


def _status_date(placed: Moment) -> str | None:
    day, period = day_of(placed), period_of(placed)
    if day is not None:
        return day.isoformat()
    if period is not None:
        return str(period)
    if placed.day is not None and placed.month is not None and not placed.bad:
        return yearly(placed)
    return None


def _past(tokens: Tokens, index: int) -> Fact | None:
    """What had been reached by then: "đến ngày 15/11/2025, toàn tỉnh đã giải ngân…"."""
    after = tokens.take(index, "đến hết", "đến", "tới", "trong")
    found = moment(tokens, after) if after else None
    if found is None or found[0].year is None:
        return None
    start = tokens.skip(found[1], ",")
    for ahead in range(start, start + 5):
        if tokens[ahead].key in {"", ".", ";", ","}:
            return None
        if tokens.any(ahead, "đã"):
            if tokens.any(index, "trong"):
                return Fact(index, found[1], _STATEMENT)
            day = at_end(found[0]) if tokens.any(after - 1, "hết") else found[0]
            reached = NoDeadline(reason="as-of", as_of=_status_date(day))
            return Fact(index, found[1], Aside(reached))
    return None
