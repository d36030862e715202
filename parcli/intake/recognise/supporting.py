"""Who helps: the units after "phối hợp với …" in a sentence or in a head above its tasks."""

from __future__ import annotations

import re
from itertools import islice

from parcli.intake.recognise.letters import CAPITALS
from parcli.intake.recognise.units import Found, is_open, leading_units, names_from, names_of
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


def supporting_units(text: str) -> Found | None:
    """The units after "phối hợp với" in the first sentence, or one that begins so; else None.

    An open circle ("các cơ quan liên quan") counts where no unit is named and the sentence itself
    orders to cooperate with it.
    """
    first, *later = re.split(rf"(?<=[^\d\s.])\.\s+(?=[{CAPITALS}])", text)
    joined = _HELPING.search(first)
    if joined and (helping := names_of(joined["names"])):
        return Found(helping, joined.start("names"), joined.end("names"))
    circle = None
    for sentence in (first, *(each for each in later if each.startswith("Phối hợp"))):
        for found in islice(_HELPED_BY.finditer(sentence), _MOST_TIMES):
            names = names_from(sentence, found.end())
            if names and not all(map(is_open, names.names)):
                return names
            if names and circle is None and _is_ordered(sentence, found.start()):
                circle = names
    return circle


def _is_ordered(sentence: str, at: int) -> bool:
    """Whether the "phối hợp với" at `at` is what the unit itself must do.

    It opens the sentence, follows its subject ("Sở A phối hợp với …") or another order.
    """
    if at == 0 or _ORDERED.search(sentence[max(0, at - _SIGHT) : at]):
        return True
    subject = leading_units(sentence)
    return subject is not None and subject.end == at


def helping_below(head: str) -> list[str]:
    """Who helps with all that stands below a head which only says so; [] for another.

    "Chủ trì, phối hợp với Sở A:", "b) Phối hợp với các sở, ngành", "Chủ trì, phối hợp với Sở A tổ
    chức các việc sau:"; not the sentence "Phối hợp với Sở A kiểm tra các chợ."
    """
    said = one_line(head)
    helpers = supporting_units(said) if _WITH.match(said) else None
    whole = helpers is not None and not said[helpers.end :].strip(" :.;")
    return helpers.names if helpers and (whole or said.endswith(":")) else []
