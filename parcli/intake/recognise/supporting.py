"""Who helps: the units after "phối hợp với …" in a sentence or in a head above its tasks."""

from __future__ import annotations

import re
from itertools import islice

from parcli.intake.recognise.circles import is_open
from parcli.intake.recognise.letters import CAPITALS
from parcli.intake.recognise.units import Found, leading_units, names_from, names_of
from parcli.text import one_line

_HELPED_BY = re.compile(
    r"[Pp]hối hợp(?: (?:chặt chẽ|thường xuyên|kịp thời|hiệu quả|tốt))*(?: cùng)?"
    r"(?: với| cùng)?:?\s+|[Cc]hủ trì,? phối với\s+"
)
_SIGHT = 24
_MOST_TIMES = 12
# Right before "phối hợp với": it is what the unit itself must do.
_ORDERED = re.compile(
    r"(?:[Cc]hủ trì,?\s+(?:và\s+)?|(?:chủ động|tích cực|[Tt]ăng cường|trách nhiệm|tiếp tục|"
    r"thường xuyên|kịp thời|[,;]|khẩn trương|đầu mối|và)\s+)$"
)
_MAIN_ORDER = re.compile(
    r"[\s,]*+(?:(?:chủ trì|chủ động|tích cực|tăng cường|(?:có|chịu) trách nhiệm|thường xuyên|"
    r"tiếp tục|khẩn trương)[\s,]++(?:và\s++)?){0,3}",
    re.IGNORECASE,
)
_SEMICOLON = re.compile(r";\s+")
# What a unit behind a semicolon does by itself.
_LEADS = re.compile(r"\s*+(?:chủ trì|(?:có|chịu) trách nhiệm|chủ động)\b")
# "Sở A chủ trì, Sở B phối hợp: …"
_HELPING = re.compile(
    r"\bchủ trì[,;]\s+(?:và\s+)?(?P<names>[^.;:]{3,200}?)\s+(?:cùng\s+)?phối hợp\b"
    r"(?!\s+(?:với|cùng))"
)
# A head without a subject that says whom to work with: "Chủ trì, phối hợp với …".
_WITH = re.compile(
    r"(?:(?:là )?(?:(?:(?:cơ quan |đơn vị )?(?:đầu mối|chủ trì)|(?:cơ quan|đơn vị) thường trực)|"
    r"chủ động|tăng cường|(?:có|chịu) trách nhiệm|tích cực),?\s+(?:và\s+)?){0,3}"
    r"(?:cùng )?phối hợp\b",
    re.IGNORECASE,
)
_WITH_WHOM = re.compile(
    r"(?:chủ trì,?\s+(?:và\s+)?|chủ động\s+)?phối hợp(?: chặt chẽ)?(?: với| cùng)?\s*:?",
    re.IGNORECASE,
)


def supporting_units(text: str) -> Found | None:
    """The units after "phối hợp với" in the first sentence, or one that begins so; else None.

    An open circle ("các cơ quan liên quan") counts where the sentence orders to cooperate with it
    and no unit by name; where that order opens the sentence, only another order names further ones.
    """
    first, *later = re.split(rf"(?<=[^\d\s.])\.\s+(?=[{CAPITALS}])", text)
    joined = _HELPING.search(first)
    if joined and (helping := names_of(joined["names"])):
        return Found(helping, joined.start("names"), joined.end("names"))
    circle, first_of_all = None, False
    for sentence in (first, *(each for each in later if each.startswith("Phối hợp"))):
        for found in islice(_HELPED_BY.finditer(sentence), _MOST_TIMES):
            names = _helpers(sentence, found)
            ordered = names is not None and _is_ordered(sentence, found.start())
            if names and not all(map(is_open, names.names)):
                if ordered or not first_of_all:
                    return names
            elif ordered and circle is None:
                circle, first_of_all = names, _opens_order(sentence[: found.start()])
    return circle


def _helpers(sentence: str, helped_by: re.Match[str]) -> Found | None:
    """The names behind "phối hợp với"; where that opens the sentence, those behind a semicolon
    too, for no work was said yet: "Chủ trì, phối hợp với UBND xã; các ngành liên quan rà soát"."""
    found = names_from(sentence, helped_by.end())
    if found is None or not _opens_order(sentence[: helped_by.start()]):
        return found
    names, end = found.names, found.end
    while gap := _SEMICOLON.match(sentence, end):
        further = names_from(sentence, gap.end())
        if further is None or _LEADS.match(sentence, further.end):
            break
        names, end = [*names, *further.names], further.end
    return Found(names, found.start, end)


def _opens_order(before: str) -> bool:
    """Whether nothing but "Chủ trì," or "Sở A chủ trì," stands before "phối hợp với".

    Whom a later "tham mưu UBND tỉnh phối hợp Bộ B" names helps somebody else.
    """
    subject = None if _MAIN_ORDER.fullmatch(before) else leading_units(before)
    return bool(_MAIN_ORDER.fullmatch(before, subject.end if subject else 0))


def _is_ordered(sentence: str, at: int) -> bool:
    """Whether the "phối hợp với" at `at` is what the unit itself must do.

    It opens the sentence, follows its subject ("Sở A phối hợp với …") or another order.
    """
    if at == 0 or _ORDERED.search(sentence[max(0, at - _SIGHT) : at]):
        return True
    subject = leading_units(sentence)
    return subject is not None and subject.end == at


def opens_helpers(head: str) -> bool:
    """Whether a head says only "Chủ trì, phối hợp với:": each line below begins with who helps."""
    return bool(_WITH_WHOM.fullmatch(one_line(head)))


def helping_below(head: str) -> list[str]:
    """Who helps with all that stands below a head which only says so; [] for another.

    "Chủ trì, phối hợp với Sở A:", "b) Phối hợp với các sở, ngành", "Chủ trì, phối hợp với Sở A tổ
    chức các việc sau:"; not the sentence "Phối hợp với Sở A kiểm tra các chợ."
    """
    said = one_line(head)
    helpers = supporting_units(said) if _WITH.match(said) else None
    whole = helpers is not None and not said[helpers.end :].strip(" :.;")
    return helpers.names if helpers and (whole or said.endswith(":")) else []
