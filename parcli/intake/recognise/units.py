"""Units in running text: a heading that is a unit, a sentence that begins with one,
"phối hợp với …"."""

from __future__ import annotations

import re
from typing import NamedTuple

from parcli.intake.recognise.letters import CAPITALS, SMALL
from parcli.intake.recognise.unit_words import (
    AFTER_LEVEL,
    ASKING,
    ASSIGNED,
    BARE_PERSON,
    FURTHER_HEADS,
    KINDS_OF_PLACE,
    LEAD_IN,
    NAME_SYLLABLES,
    NOUN_BEFORE,
    OPEN_CIRCLE,
    OTHERS_INSIDE,
    PART_IN_BRACKETS,
    PERSON,
    PERSON_INSIDE,
    SEGMENT,
    SENTENCE_STOP,
    STOP,
    STRICT_HEAD,
    SYLLABLE,
)
from parcli.intake.recognise.verb_words import ACTS_TOO, STRONG_VERBS, VERB
from parcli.model.unit_cells import split_names
from parcli.model.unit_heads import begins_name
from parcli.text import folded, one_line

_HELPED_BY = re.compile(r"[Pp]hối hợp(?: chặt chẽ)?(?: cùng)?(?: với| cùng)?:?\s+")
# "Sở A chủ trì, Sở B phối hợp: …"
_HELPING = re.compile(
    r"\bchủ trì[,;]\s+(?:và\s+)?(?P<names>[^.;:]{3,200}?)\s+(?:cùng\s+)?phối hợp\b"
    r"(?!\s+(?:với|cùng))"
)
# A figure, a quotation, or an office that is none: "Thường trực đường dây nóng".
_NO_NAME = re.compile(
    r"[:%“\"]|\d{2}/|\d{3}|\btrong suốt\b|^[Tt]hường trực (?!(?:các|cấp|hội|ban|ủy|uỷ|đảng|tổ)\b)"
    rf"(?=[{SMALL}])"
)
_LONGEST_NAME = 130
_LONGEST_LIST = 420
_MOST_HEADING_WORDS = 18
_PUBLIC_BODY = re.compile(
    r"(?:[Cc]ác )?(?:UBND|HĐND|Ủy ban|Uỷ ban|Công ty|Sở(?! hữu)|Trung tâm|[Cc]hủ rừng|"
    r"[Cc]hủ đầu tư|"
    r"[Dd]oanh nghiệp|[Cc]ơ sở|[Tt]rường|[Bb]ệnh viện|Chi cục|Cục|Hội|Trạm|Đội|Tổng công ty)\s"
)
_LONGEST_LEAD_IN = 200


class Found(NamedTuple):
    """Unit names and the stretch of the text that named them."""

    names: list[str]
    start: int
    end: int


def cell_units(text: str) -> list[str]:
    """The units that a table cell names; [] for an empty one, a dash or "nt"."""
    bare = text.strip(" .,-–\n")
    return [_clean(name) for name in split_units(bare)] if bare else []


def split_units(text: str) -> list[str]:
    """The names in a list; a person at the head of a unit in the middle of it begins a name."""
    parted = OTHERS_INSIDE.sub("; ", PERSON_INSIDE.sub("; ", text))
    names: list[str] = []
    for name in split_names(parted):
        if names and _one_circle(names[-1], name) and f"{names[-1]}, {name}" in one_line(parted):
            names[-1] = f"{names[-1]}, {name}"
        else:
            names.append(name)
    return names


def _one_circle(said: str, name: str) -> bool:
    """Whether a bare noun goes on with the circle before it: "Các bệnh viện, trung tâm y tế"."""
    plural = re.match(r"(?:các|những)\s", name)
    opened = re.match(r"(?:các|những)\s", said, re.IGNORECASE) and said[1:].islower()
    return bool(opened) and name.islower() and not plural and "ủy" not in name


def heading_units(text: str) -> list[str]:
    """The units a heading consists of: "Phòng Nội vụ:", "Trách nhiệm của các sở";
    [] for another."""
    bare = one_line(text).strip(" .:;")
    bare = ASKING.sub("", bare, count=1)
    if len(bare) > _LONGEST_LIST:
        return []
    names = names_of(bare)
    return names or (names_of(bare, whole=True) if _reads_as_heading(text, bare) else [])


def _reads_as_heading(text: str, bare: str) -> bool:
    """Whether a line without a verb closes like a heading and begins with a public body.

    Such a line is names, whatever words they are made of: "UBND các xã có rừng ven sông:".
    """
    named = PERSON.sub("", bare, count=1)
    return (
        not text.rstrip().endswith((".", ";", ","))
        and len(bare.split()) <= _MOST_HEADING_WORDS
        and bool(_PUBLIC_BODY.match(named))
        and VERB.search(named) is None
    )


def units_at_end(text: str) -> list[str]:
    """The units that close a title: "Trách nhiệm chung các cơ quan, đơn vị"; [] where none do."""
    bare = one_line(text).strip(" .:;")
    found = re.search(
        r"(?:trách nhiệm|nhiệm vụ)(?: chung| cụ thể| riêng)*(?: của| đối với| cho)?\s+",
        bare,
        re.IGNORECASE,
    )
    return names_of(bare[found.end() :]) if found else []


def leading_units(sentence: str) -> Found | None:
    """The units that a sentence begins with, as its subject; None where it begins otherwise."""
    return _subject(sentence, 0) or _after_lead_in(sentence)


def _after_lead_in(sentence: str) -> Found | None:
    """The subject behind "Định kỳ hằng quý, …": the first comma that one follows."""
    lead_in = LEAD_IN.match(sentence)
    if lead_in is None:
        return None
    commas = (found.end() for found in re.finditer(r",\s+", sentence[:_LONGEST_LEAD_IN]))
    found = (_subject(sentence, at) for at in (*commas, lead_in.end()))
    return next((subject for subject in found if subject is not None), None)


def _subject(sentence: str, at: int) -> Found | None:
    """The units that the words from `at` on begin with, asked or not."""
    asked = ASKING.match(sentence[at:])
    start = at + (asked.end() if asked else 0)
    stop = SENTENCE_STOP.search(sentence, start)
    limit = min(stop.start() if stop else len(sentence), start + _LONGEST_LIST)
    if not _begins(sentence[start:limit]):
        return None
    for verb in _verbs(sentence, start, limit):
        words = sentence[start : verb.start()].rstrip(" ,")
        names = names_of(re.sub(r"\s+và$", "", words))
        if names and not _is_act(words, sentence[start + len(words) : verb.end()]):
            return Found(names, start, verb.start())
        if verb.start() - start > _LONGEST_LIST:
            break
    return None


def _is_act(words: str, after: str) -> bool:
    """Whether "Thanh tra" is what one does: before a noun, or in a row of verbs."""
    return words.casefold() in ACTS_TOO and (
        after.startswith(",") or not VERB.fullmatch(after.strip())
    )


def supporting_units(text: str) -> Found | None:
    """The units after "phối hợp với" in the first sentence, or one that begins so; else None.

    "Các cơ quan, đơn vị liên quan" alone names nobody: only a list with a named unit counts.
    """
    first, *later = re.split(rf"(?<=[^\d\s.])\.\s+(?=[{CAPITALS}])", text)
    joined = _HELPING.search(first)
    if joined and (helping := names_of(joined["names"])) and not all(map(is_open, helping)):
        return Found(helping, joined.start("names"), joined.end("names"))
    for sentence in (first, *(each for each in later if each.startswith("Phối hợp"))):
        for found in _HELPED_BY.finditer(sentence):
            names = _list_from(sentence, found.end())
            if names and not all(map(is_open, names.names)):
                return names
    return None


def is_open(name: str) -> bool:
    """Whether a name is an open circle: "các đơn vị có liên quan", "các cơ quan, đơn vị"."""
    return bool(OPEN_CIRCLE.fullmatch(folded(name)))


def is_generic(name: str) -> bool:
    """Whether a name stands for whoever the document addresses:
    "các cơ quan, đơn vị thuộc huyện"."""
    return bool(
        re.match(
            r"(?:thu truong |nguoi dung dau )?(?:cac )?(?:co quan|don vi|dia phuong|phong ban|"
            r"so ban nganh|phong)"
            r"(?: (?:co quan|don vi|dia phuong|nganh|ban|chuyen mon))*(?: (?:va )?(?:thuoc|"
            r"truc thuoc|lien quan|"
            r"co lien quan|tren|duoc giao|neu tren|thi xa|huyen|tinh|thanh pho|xa|phuong).*)?$",
            folded(name),
        )
    )


def without_person(name: str) -> str:
    """The unit that a person heads: "Giám đốc Sở Nội vụ" is "Sở Nội vụ"."""
    bare = PERSON.sub("", name, count=1)
    if bare == name or not _begins(bare):
        return name
    return bare


def _list_from(text: str, start: int) -> Found | None:
    stop = STOP.search(text, start)
    limit = min(stop.start() if stop else len(text), start + _LONGEST_LIST)
    if not _begins(text[start:limit]):
        return None
    for end in [*(verb.start() for verb in _verbs(text, start, limit)), limit]:
        names = names_of(text[start:end].rstrip(" ,"))
        if names:
            return Found(names, start, end)
    return None


def _verbs(text: str, start: int, limit: int) -> list[re.Match[str]]:
    """The verbs that may end a list of names: not those inside one ("Ban quản lý")."""
    verbs = [
        verb
        for verb in VERB.finditer(text, start, limit)
        if verb.start() > start
        and not ASSIGNED.search(text[: verb.start()][-20:])
        and (verb[0] in STRONG_VERBS or not NOUN_BEFORE.search(text[: verb.start()][-20:]))
    ]
    closed = [found for found in AFTER_LEVEL.finditer(text, start, limit) if found.start() > start]
    foreign = _foreign_word(text, start, limit)
    ends = [*verbs, *closed, *([foreign] if foreign else [])]
    return sorted(ends, key=lambda found: found.start())


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
            before = "A"
            for word in SYLLABLE.finditer(text, at, end):
                unknown = word[0].islower() and word[0] not in NAME_SYLLABLES
                # After a capital it may be the second syllable of a word: "Xây dựng".
                if unknown and before[0].islower() and before not in KINDS_OF_PLACE:
                    return word
                before = word[0]
        at = stop.end() if stop else limit
    return None


def names_of(text: str, *, whole: bool = False) -> list[str]:
    """`text` as names, if it is nothing but names; `whole` allows words that few names hold."""
    bare = re.sub(r"\s*\((?:sau đây|viết tắt|gọi tắt)[^)]*\)", "", text)
    bare = PART_IN_BRACKETS.sub("", bare).strip(" ,.:;")
    if not bare or not _begins(bare):
        return []
    names = [_clean(name) for name in split_units(PERSON.sub("", bare, count=1))]
    if len(names) > 1:
        names = [name for name in names if not BARE_PERSON.fullmatch(name)]
    return names if names and all(_is_name(name, whole=whole) for name in names) else []


def _begins(text: str) -> bool:
    """Whether a name begins here: a unit's by the catalogue's words, or that of other actors."""
    bare = PERSON.sub("", text, count=1)
    headed = bare[:1].upper() + bare[1:] if bare != text else text
    return begins_name(headed) or bool(FURTHER_HEADS.match(text))


def _clean(name: str) -> str:
    return without_person(PART_IN_BRACKETS.sub("", name).strip(" .,;:-–"))


def _is_name(name: str, *, whole: bool = False) -> bool:
    if not name or len(name) > _LONGEST_NAME or not (_begins(name) or begins_name(f"các {name}")):
        return False
    return not _NO_NAME.search(name) and (whole or not _verbs(name, 0, len(name)))
