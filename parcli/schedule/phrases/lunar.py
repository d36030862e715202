"""Days of the lunar calendar: "30 Tết", "rằm tháng Giêng", "ngày 15/8 âm lịch".

They are recognised in order to be left alone: read as solar dates they would be wrong by weeks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.schedule.phrases.numbers import count

if TYPE_CHECKING:
    from parcli.schedule.phrases.tokens import Tokens

_STEMS = ("giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý")
_BRANCHES = (
    "tý", "tí", "sửu", "dần", "mão", "mẹo", "thìn", "tỵ", "tị", "ngọ", "mùi", "thân", "dậu",
    "tuất", "hợi",
)  # fmt: skip
_MONTHS = ("tháng chạp", "tháng giêng", "chạp", "giêng")
_MARKS = (
    "âm lịch", ", âm lịch", "( âm lịch )", "âl", "( âl )", "( al )", "theo âm lịch",
    "tính theo âm lịch", "( theo âm lịch )",
)  # fmt: skip
# Without one of these words no day or month is named by the moon; a mark begins with one of those.
_TELLING = frozenset({"tet", "chap", "gieng", "ram", "thua"})
_BEFORE_MARKS = frozenset({"nam", "am", "al", ",", "(", "theo", "tinh"})
_DAYS = ("ngày mùng", "ngày", "mùng", "đêm", "tối")
SAME_DAY = ("tức là", "tức", "nhằm", "nhằm vào", "trùng với", "trùng vào")


def lunar_day(tokens: Tokens, index: int) -> int:
    """The index after the lunar day or month that its words name at `index`; 0 where none is."""
    return 0 if tokens.vocabulary.isdisjoint(_TELLING) else _named_by_moon(tokens, index)


def _named_by_moon(tokens: Tokens, index: int) -> int:
    if after := tokens.take(index, "giao thừa", "đêm giao thừa"):
        return _past_year(tokens, after)
    if full_moon := tokens.take(index, "rằm", "ngày rằm"):
        return _past_month(tokens, full_moon) or full_moon
    if months := tokens.take(index, *_MONTHS[:2]):
        return _past_year(tokens, months)
    number = count(tokens, tokens.skip(index, *_DAYS))
    if number is None:
        return 0
    if tokens.any(number[1], "tết"):
        return _past_year(tokens, tokens.skip(number[1], "tết nguyên đán", "tết âm lịch", "tết"))
    named = tokens.take(tokens.skip(number[1], "của", "/"), *_MONTHS)
    return _past_year(tokens, named) if named else 0


def lunar_mark(tokens: Tokens, index: int) -> int:
    """The index after what says that the day before `index` is a lunar one; 0 where nothing."""
    if tokens[index].bare not in _BEFORE_MARKS:
        return 0
    after = _past_year(tokens, index)
    return tokens.take(after, *_MARKS) or (after if after > index else 0)


def lunar_gloss(tokens: Tokens, index: int) -> bool:
    """Whether `index` opens the lunar name of a day just stated: "28/01/2025 (tức 29 tháng…)"."""
    if tokens.take(index, *SAME_DAY):
        return True
    return tokens[index - 1].key == "(" and tokens[index - 2].number is not None


def _past_month(tokens: Tokens, index: int) -> int:
    named = tokens.take(index, *_MONTHS)
    number = count(tokens, tokens.take(index, "tháng")) if tokens.any(index, "tháng") else None
    after = named or (number[1] if number else 0)
    return _past_year(tokens, after) if after else 0


def _past_year(tokens: Tokens, index: int) -> int:
    """Past a year's name of two words, "năm Bính Ngọ"; a year in figures is not looked for."""
    start = tokens.take(index, "năm")
    named = start and tokens.any(start, *_STEMS) and tokens.any(start + 1, *_BRANCHES)
    return start + 2 if named else index
