"""Where the name of a unit ends in a sentence: at a verb of duty, a foreign word, a stop."""

from __future__ import annotations

import re

from parcli.intake.recognise.letters import CAPITALS
from parcli.intake.recognise.unit_words import (
    ACTIVE_IN,
    AFTER_LEVEL,
    ASSIGNED,
    CIRCLE_BEFORE,
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
_LONGEST_TRADER = 80
# "An Lâm, Bình Sơn": places, not the first words of an order ("Tăng cường kiểm tra").
_PLACES = re.compile(
    rf"[{CAPITALS}]\w*+(?:(?:\s|\s?[-–]\s?)[{CAPITALS}]\w*+)*"
    rf"(?:\s*+[,;.]|\s+và\s+[{CAPITALS}]|\s*+$)"
)
_SEVERAL_BODIES = re.compile(r"(?:Các|Những|Mọi|UBND các|Ủy ban nhân dân các)\s")
_CIRCLE_ENDS = re.compile(r", (?:ngành|ban|cơ quan|đơn vị|địa phương|đoàn thể)\s*+$")
_SEVERAL = re.compile(rf"[{CAPITALS}][^,;:.]*(?:[,;]|\s+và)\s+[{CAPITALS}]")
# Fields of work that a name may end with: an order of one of them would say of what.
_FIELDS = ("xây dựng", "đầu tư", "quản lý", "kiểm tra", "kiểm định", "đào tạo", "giám sát")
_NAME_IS_OVER = re.compile(
    rf"(?:\s+(?:và\s+)?(?:{'|'.join(_FIELDS)}))*"
    r"(?:\s*(?::|(?P<end>$))|\s+(?:chủ trì|tham mưu|có trách nhiệm|chịu trách nhiệm)(?!\w))"
)
# What one body by its name has or is given is told of it: "Công an xã được giao sổ sách".
_TOLD = frozenset(("có", "được"))
_ONE_BODY = re.compile(
    r"(?:Sở|Phòng|Công an|Trung tâm|Văn phòng|Ban|Chi cục|Cục|Vụ|Viện|Bộ|Kho bạc|Thanh tra)\s"
    r"(?!.{0,80}\b(?:các|những|cấp|nơi)\b)"
)
_COUNTED = re.compile(r"\s+\d")
# What "cơ quan chủ trì" may be in charge of as a part of its name.
_DRAWS_UP = frozenset(("soạn thảo", "biên soạn", "thẩm định", "đánh giá"))
# "Các đơn vị quản lý đường bộ": which units are meant.
_MANAGES = re.compile(
    r"(?:,? (?:vận hành|khai thác|bảo trì))* (?:đường|hồ|đập|rừng|chợ|bến|cảng|khu|dự án|vận hành|"
    r"công trình|nhà nước)(?!\w)"
)
# "Các bộ quản lý ngành, lĩnh vực": by what they are in charge of.
_GOVERNS = re.compile(r" (?:chuyên ngành|ngành|lĩnh vực|nhà nước)(?!\w)")
# "Các tổ chức cung cấp dịch vụ chi trả": what they live by, not what they must do here.
_TRADE = re.compile(
    r"(?:(?:cung cấp|cung ứng) (?:dịch vụ|nước|điện|thực phẩm|suất ăn|hàng|vật tư)|"
    r"sử dụng (?:nhiều )?(?:lao động|điện|nước|năng lượng|hóa chất|ngân sách)|"
    r"khai thác (?:khoáng sản|cát|đá|mỏ|thủy sản|hải sản|nước)|chi trả (?:dịch vụ|chế độ|trợ cấp)|"
    r"vận hành (?:hồ|đập|nhà máy))(?!\w)"
)
_TRADERS = re.compile(
    r"(?:các|những)\s(?:[^,;:.]{0,40}?\s)?"
    r"(?:tổ chức|doanh nghiệp|cơ sở|đơn vị|cá nhân|công ty|hợp tác xã|ngân hàng)\s++$",
    re.IGNORECASE,
)
_COMMITTEE = re.compile(r"(?:Ban [Cc]hỉ đạo|Ban [Vv]ận động|Tổ công tác|Tổ [Gg]iúp việc) $")
_PURPOSES = re.compile(
    r" (?:hỗ trợ|chính sách|chế độ|Đề án|Chương trình|Nghị quyết|Quy chế|Quyết định|Chiến lược|"
    r"Dự án|Chỉ thị|Luật|Kế hoạch|Phong trào|Cuộc vận động)(?!\w)"
)
_LONGEST_PURPOSE = 130
# Verbs that are always part of a name where they stand like this.
_OF_NAMES = re.compile(
    r"Hội đồng phối hợp phổ biến,? giáo dục pháp luật|"
    r"[Pp]hong trào [\"“]?Toàn dân đoàn kết xây dựng đời sống văn h[óo]a|"
    r"Chương trình(?: mục tiêu quốc gia)? xây dựng nông thôn mới|"
    r"Ban [Cc]hỉ đạo xây dựng nông thôn mới|"
    r"(?:[Bb]ộ phận|Tổ|Trung tâm) [Tt]iếp nhận(?: hồ sơ)? và [Tt]rả kết quả|"
    r"cơ quan tham mưu(?:(?:,| và) (?:giúp việc|quản lý nhà nước))*"
    r"(?= (?:thuộc|của) |\s*(?:[:;.]|$))"
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
    if heads and is_field(heads[0], first):
        return True
    if VERB.match(first[:1].lower() + first[1:]):
        return False
    if not heads:
        one = first[:1].isupper() and begins_name(first) and not _SEVERAL_BODIES.match(first)
        return one and bool(CIRCLE_BEFORE.fullmatch(before))
    if heads[0].startswith("UBND"):
        return bool(_PLACES.match(after))
    named = first[:1].isupper() and begins_name(first)
    several = _SEVERAL.match(after) and not _CIRCLE_ENDS.search(before)
    return bool(named or _SHORT.match(first) or several)


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
    names = [found.span() for found in _OF_NAMES.finditer(text, start, limit)]
    closes = [
        end
        for end in (*verbs, *closed, *([foreign] if foreign else []))
        if not _in_bracket(text, start, end.start())
        and not any(first <= end.start() < last for first, last in names)
    ]
    return sorted(closes, key=lambda found: found.start())


def _opens_duty(verb: re.Match[str], text: str, start: int) -> bool:
    """Whether a verb says what the unit before it must do, and is no part of its name."""
    before = text[start : verb.start()][-_SIGHT:]
    if verb.start() <= start or ASSIGNED.search(before) or _says_where(verb, text):
        return False
    if _is_trade(text, start, verb):
        return False
    if verb[0] in _FIELDS and _is_field_of(text, start, verb.end()):
        return False
    one = _says_which(text, start, verb)
    if verb[0] in STRONG_VERBS and not (one and verb[0] in ("chủ trì", "phối hợp")):
        return True
    if one or NOUN_BEFORE.search(before):
        return False
    field = verb[0] == "phát triển" and before.endswith("Ban Chỉ đạo ")
    field = field or _is_purpose(verb, text, before)
    return not field and not (verb[0] in NAMING_VERBS and OFFICE_BEFORE.search(before))


def _is_trade(text: str, start: int, verb: re.Match[str]) -> bool:
    """Whether a verb tells by their trade which firms are meant: "các tổ chức cung cấp dịch vụ"."""
    before = text[start : verb.start()][-_LONGEST_TRADER:]
    if verb[0] == "quản lý" and _MANAGES.match(text, verb.end()):
        return before.endswith("đơn vị ")
    if verb[0] == "quản lý" and _GOVERNS.match(text, verb.end()):
        return before.lower().endswith(("các bộ ", "các sở ", "các cơ quan "))
    return bool(_TRADE.match(text, verb.start()) and _TRADERS.search(before))


def _is_purpose(verb: re.Match[str], text: str, before: str) -> bool:
    """Whether "thực hiện" only says what a committee was set up for: "Ban Chỉ đạo thực hiện Đề án
    A tổ chức …"; another verb then says what it must do, or the text is over."""
    if before.endswith(("Ban Chỉ đạo thực hiện ", "Ban chỉ đạo thực hiện ")):
        return True
    set_up = verb[0] in ("thực hiện", "triển khai") and _COMMITTEE.search(before)
    if not set_up or not _PURPOSES.match(text, verb.end()):
        return False
    said = text[verb.end() : verb.end() + _LONGEST_PURPOSE]
    rest = re.split(r"[,.;:\n]", said, maxsplit=1)[0]
    acts = (act[0] for act in VERB.finditer(rest))
    over = rest == text[verb.end() :]
    return over or any(act in STRONG_VERBS or act == "tổ chức" for act in acts)


def _says_which(text: str, start: int, verb: re.Match[str]) -> bool:
    """Whether a verb right after "cơ quan" only says which one: "Cơ quan thẩm định hồ sơ"."""
    one = ONE_OF_ITS_KIND.search(text[start : verb.start()])
    if one is None or _COUNTED.match(text, verb.end()):
        return False
    return not one[0].strip().endswith(("chủ trì", "phối hợp")) or verb[0] in _DRAWS_UP


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
            return words[place] if word in _TOLD and _ONE_BODY.match(text, at, end) else None
        verb = VERB.match(text, words[place].start())
        if verb and (_says_which(text, at, verb) or _is_trade(text, at, verb)):
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
