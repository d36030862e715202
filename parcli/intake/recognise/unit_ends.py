"""Where the name of a unit ends in a sentence: at a verb of duty, a foreign word, a stop."""

from __future__ import annotations

import re

from parcli.intake.recognise.letters import CAPITALS
from parcli.intake.recognise.unit_words import (
    ACTIVE_IN,
    AFTER_LEVEL,
    ASSIGNED,
    FURTHER_HEADS,
    KINDS_OF_PLACE,
    NAME_SYLLABLES,
    NAME_WORDS,
    NOUN_BEFORE,
    OFFICE_BEFORE,
    ONE_OF_ITS_KIND,
    PERSON,
    QUALIFIER,
    SEGMENT,
    STRICT_HEAD,
    SYLLABLE,
)
from parcli.intake.recognise.verb_words import NAMING_VERBS, STRONG_VERBS, VERB
from parcli.model.unit_cells import is_field
from parcli.model.unit_heads import begins_name, list_heads

_SIGHT = 24
_LONGEST_WORD = 4
_LONGEST_BRACKET = 400
# "An Lâm, Bình Sơn": places, not the first words of an order ("Tăng cường kiểm tra").
_PLACES = re.compile(
    rf"[{CAPITALS}]\w*(?:(?:\s|\s?[-–]\s?)[{CAPITALS}]\w*)*\s*(?:[,;.]|\s+và\s+[{CAPITALS}]|$)"
)
_SEVERAL = re.compile(rf"[{CAPITALS}][^,;:.]*(?:[,;]|\s+và)\s+[{CAPITALS}]")
# Fields of work that a name may end with: an order of one of them would say of what.
_FIELDS = ("xây dựng", "đầu tư", "quản lý", "kiểm tra", "kiểm định", "đào tạo", "giám sát")
_NAME_IS_OVER = re.compile(
    rf"(?:\s+(?:và\s+)?(?:{'|'.join(_FIELDS)}))*"
    r"(?:\s*(?::|(?P<end>$))|\s+(?:chủ trì|tham mưu|có trách nhiệm|chịu trách nhiệm)(?!\w))"
)
_DEPARTMENT = re.compile(r"(?:Tổng cục|Chi cục|Cục|Vụ|Viện|Ban)\s")
_SHORT = re.compile(rf"[{CAPITALS}&]{{2,}}(?!\w)")


def stretch_end(stop: re.Pattern[str], text: str, start: int, longest: int) -> int:
    """Where the names from `start` on end at the latest; the colon of "các Sở: A, B" is no end."""
    limit = min(len(text), start + longest)
    ends = (
        found.start()
        for found in stop.finditer(text, start, limit)
        if found[0] != ":" or not lists_names(text[start : found.start()], text[found.end() :])
    )
    return next(ends, limit)


def lists_names(before: str, after: str) -> bool:
    """Whether a colon between two stretches opens a list of names: "các Bộ: Quốc phòng, Công an".

    False for "UBND các xã: Tăng cường kiểm tra": there it opens what they must do.
    """
    after = after[:_LONGEST_BRACKET].strip()
    first = re.split(r"[,;.:\n]|\s+và\s+", after, maxsplit=1)[0]
    heads = _open_list(before) if first else ()
    if not heads or is_field(heads[0], first):
        return bool(heads)
    if VERB.match(first[:1].lower() + first[1:]):
        return False
    if heads[0].startswith("UBND"):
        return bool(_PLACES.match(after))
    named = first[:1].isupper() and begins_name(first)
    return bool(named or _SHORT.match(first) or _SEVERAL.match(after))


def _open_list(before: str) -> tuple[str, ...]:
    """The heads that a list after `before` leaves out, whatever names stand before it."""
    starts = [0, *(found.end() for found in re.finditer(r"[,;]\s*|\s+và\s+", before))]
    heads = (list_heads(PERSON.sub("", before[at:], count=1)) for at in starts)
    return next(filter(None, heads), ())


def ends_of(text: str, start: int, limit: int) -> list[re.Match[str]]:
    """The places where a list of names may end: not at a verb inside one ("Ban quản lý")."""
    verbs = [verb for verb in VERB.finditer(text, start, limit) if _opens_duty(verb, text, start)]
    closed = [found for found in AFTER_LEVEL.finditer(text, start, limit) if found.start() > start]
    foreign = _foreign_word(text, start, limit)
    ends = [*verbs, *closed, *([foreign] if foreign else [])]
    closes = [end for end in ends if not _in_bracket(text, start, end.start())]
    return sorted(closes, key=lambda found: found.start())


def _opens_duty(verb: re.Match[str], text: str, start: int) -> bool:
    """Whether a verb says what the unit before it must do, and is no part of its name."""
    before = text[start : verb.start()][-_SIGHT:]
    if verb.start() <= start or ASSIGNED.search(before) or _says_where(verb, text):
        return False
    if verb[0] in _FIELDS and _is_field_of(text, start, verb.end()):
        return False
    one = ONE_OF_ITS_KIND.search(text[start : verb.start()])
    if verb[0] in STRONG_VERBS and not (one and verb[0] in ("chủ trì", "phối hợp")):
        return True
    if one or NOUN_BEFORE.search(before):
        return False
    return not (verb[0] in NAMING_VERBS and OFFICE_BEFORE.search(before))


def _is_field_of(text: str, start: int, at: int) -> bool:
    """Whether the name ends at `at` with a field of work: "Cục Kết cấu hạ tầng xây dựng:"."""
    over = _NAME_IS_OVER.match(text, at)
    return over is not None and (over["end"] is None or bool(_DEPARTMENT.match(text, start)))


def _says_where(verb: re.Match[str], text: str) -> bool:
    """Whether a verb tells where the bodies before it work: "đang hoạt động trên địa bàn"."""
    return ACTIVE_IN.match(text, verb.start()) is not None


def _in_bracket(text: str, start: int, at: int) -> bool:
    """Whether `at` lies in a bracket that opens after `start` and is closed again."""
    opened = text.rfind("(", start, at)
    return opened > text.rfind(")", start, at) and text.find(")", at, at + _LONGEST_BRACKET) > 0


def _foreign_word(text: str, start: int, limit: int) -> re.Match[str] | None:
    """The first lower-case word that no department's or open circle's name is made of."""
    at = start
    for stop in [*SEGMENT.finditer(text, start, limit), None]:
        if (
            stop
            and "và" in stop[0]
            and not begins_name(text[stop.end() : limit], text[at : stop.start()])
        ):
            continue
        end = stop.start() if stop else limit
        segment = PERSON.sub("", text[at:end].strip(), count=1)
        if STRICT_HEAD.match(segment) and not FURTHER_HEADS.match(segment):
            word = _foreign_in(text, at, end)
            if word is not None:
                return word
        at = stop.end() if stop else limit
    return None


def _foreign_in(text: str, at: int, end: int) -> re.Match[str] | None:
    """The same in one name; after "có", "nơi" any word may say what body is meant."""
    words = list(SYLLABLE.finditer(text, at, end))
    spelled = [word[0].casefold() for word in words]
    place = 0
    while place < len(words):
        width = _known_width(spelled, place)
        if width:
            place += width
            continue
        word = words[place][0]
        if QUALIFIER.match(text, words[place].start(), end):
            return None
        if place and word.islower() and word not in NAME_SYLLABLES:
            before = words[place - 1][0]
            # After a capital it may be the second syllable of a word: "Xây dựng".
            abbreviated = before.isupper() and len(before) > 1
            if (before[0].islower() or abbreviated) and before not in KINDS_OF_PLACE:
                return words[place]
        place += 1
    return None


def _known_width(words: list[str], place: int) -> int:
    """How many words from `place` on are a compound that names are made of; 0 for none."""
    widths = range(min(_LONGEST_WORD, len(words) - place), 1, -1)
    return next((w for w in widths if " ".join(words[place : place + w]) in NAME_WORDS), 0)
