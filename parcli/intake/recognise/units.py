"""Units in running text: a heading that is a unit, a sentence that begins with one,
"phối hợp với …"."""

from __future__ import annotations

import re
from typing import NamedTuple

from parcli.intake.recognise.unit_words import (
    AFTER_LEVEL,
    ASKING,
    NAME_SYLLABLES,
    NOUN_BEFORE,
    OPEN_CIRCLE,
    PERSON,
    PERSON_INSIDE,
    SEGMENT,
    SENTENCE_STOP,
    STOP,
    STRICT_HEAD,
    SYLLABLE,
    VERB,
)
from parcli.model.unit_cells import split_names
from parcli.model.unit_heads import begins_name
from parcli.text import folded, one_line

_LONGEST_NAME = 130
_LONGEST_LIST = 420


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
    return split_names(PERSON_INSIDE.sub("; ", text))


def heading_units(text: str) -> list[str]:
    """The units a heading consists of: "Phòng Nội vụ:", "Trách nhiệm của các sở";
    [] for another."""
    bare = one_line(text).strip(" .:;")
    bare = ASKING.sub("", bare, count=1)
    return _names(bare) if len(bare) <= _LONGEST_LIST else []


def units_at_end(text: str) -> list[str]:
    """The units that close a title: "Trách nhiệm chung các cơ quan, đơn vị"; [] where none do."""
    bare = one_line(text).strip(" .:;")
    found = re.search(
        r"(?:trách nhiệm|nhiệm vụ)(?: chung| cụ thể| riêng)*(?: của| đối với| cho)?\s+",
        bare,
        re.IGNORECASE,
    )
    return _names(bare[found.end() :]) if found else []


def leading_units(sentence: str) -> Found | None:
    """The units that a sentence begins with, as its subject; None where it begins otherwise."""
    asked = ASKING.match(sentence)
    start = asked.end() if asked else 0
    stop = SENTENCE_STOP.search(sentence, start)
    limit = min(stop.start() if stop else len(sentence), start + _LONGEST_LIST)
    if not begins_name(PERSON.sub("", sentence[start:limit], count=1)):
        return None
    for verb in _verbs(sentence, start, limit):
        words = sentence[start : verb.start()].rstrip(" ,")
        names = _names(re.sub(r"\s+và$", "", words))
        if names:
            return Found(names, start, verb.start())
        if verb.start() - start > _LONGEST_LIST:
            break
    return None


def roles_in(text: str) -> tuple[list[str], list[str]] | None:
    """Who leads and who helps in a phrase such as "Sở A chủ trì,
    phối hợp với Sở B"; None for others."""
    bare = one_line(text).strip(" .;,()")
    led = re.match(
        r"(?P<lead>.+?)\s+(?:là (?:cơ quan|đơn vị) )?chủ trì\b[,;.]?\s*(?P<rest>.*)$",
        bare,
        re.IGNORECASE,
    )
    if led is None:
        return None
    rest = re.split(
        r"[;.]\s+(?=thời|hoàn|trước|trong)", led["rest"], maxsplit=1, flags=re.IGNORECASE
    )[0]
    helped = re.match(
        r"(?:cùng )?phối hợp(?: chặt chẽ)?(?: với| cùng)?\s+(?P<names>.+)$", rest, re.IGNORECASE
    )
    helping = re.match(r"(?P<names>.+?)\s+(?:cùng )?phối hợp$", rest, re.IGNORECASE)
    names = (helped or helping)["names"] if helped or helping else ""  # type: ignore[index]
    lead = _names(led["lead"])
    return (lead, _names(names.strip(" .;,")) if names else []) if lead else None


def bracketed_lead(text: str) -> tuple[list[str], list[str]] | None:
    """The roles in a bracket at the end of a sentence: "(Sở A chủ trì; hoàn thành …)"."""
    for inner in re.findall(r"\(([^()]{5,200})\)", text):
        found = roles_in(inner) if "chủ trì" in inner else None
        if found:
            return found
    return None


def supporting_units(text: str) -> Found | None:
    """The units after "phối hợp với" in the first sentence of `text`; None for open circles.

    "Các cơ quan, đơn vị liên quan" alone names nobody: only a list with a named unit counts.
    """
    first = re.split(r"(?<=[^\d\s.])\.\s+(?=[A-ZĐÀ-Ỹ])", text, maxsplit=1)[0]
    for found in re.finditer(r"[Pp]hối hợp(?: chặt chẽ)?(?: cùng)?(?: với| cùng)?:?\s+", first):
        names = _list_from(first, found.end())
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
    if bare == name or not begins_name(bare):
        return name
    return bare


def _list_from(text: str, start: int) -> Found | None:
    stop = STOP.search(text, start)
    limit = min(stop.start() if stop else len(text), start + _LONGEST_LIST)
    if not begins_name(PERSON.sub("", text[start:limit], count=1)):
        return None
    for end in [*(verb.start() for verb in _verbs(text, start, limit)), limit]:
        names = _names(text[start:end].rstrip(" ,"))
        if names:
            return Found(names, start, end)
    return None


def _verbs(text: str, start: int, limit: int) -> list[re.Match[str]]:
    """The verbs that may end a list of names: not those inside one ("Ban quản lý")."""
    verbs = [
        verb
        for verb in VERB.finditer(text, start, limit)
        if verb.start() > start
        and (verb[0] == "chủ trì" or not NOUN_BEFORE.search(text[: verb.start()][-20:]))
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
        if STRICT_HEAD.match(PERSON.sub("", text[at:end].strip(), count=1)):
            before = "A"
            for word in SYLLABLE.finditer(text, at, end):
                unknown = word[0].islower() and word[0] not in NAME_SYLLABLES
                # After a capital it may be the second syllable of a word: "Xây dựng".
                if unknown and before[0].islower():
                    return word
                before = word[0]
        at = stop.end() if stop else limit
    return None


def _names(text: str) -> list[str]:
    """`text` as names, if it is nothing but names."""
    bare = re.sub(r"\s*\((?:sau đây|viết tắt)[^)]*\)", "", text).strip(" ,.:;")
    if not bare or not begins_name(PERSON.sub("", bare, count=1)):
        return []
    names = [_clean(name) for name in split_units(PERSON.sub("", bare, count=1))]
    return names if names and all(map(_is_name, names)) else []


def _clean(name: str) -> str:
    return without_person(name.strip(" .,;:-–"))


def _is_name(name: str) -> bool:
    if (
        not name
        or len(name) > _LONGEST_NAME
        or not (begins_name(name) or begins_name(f"các {name}"))
    ):
        return False
    return not _verbs(name, 0, len(name)) and not re.search(r"[:%“\"]|\d{2}/", name)
