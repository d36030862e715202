"""Units in running text: a heading that is a unit, a sentence that begins with one,
"phối hợp với …"."""

from __future__ import annotations

import re
from typing import NamedTuple

from parcli.intake.recognise.letters import CAPITALS
from parcli.intake.recognise.unit_words import (
    AFTER_LEVEL,
    ASKING,
    ASSIGNED,
    BARE_PERSON,
    FURTHER_HEADS,
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
_LONGEST_NAME = 130
_LONGEST_LIST = 420
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
    return split_names(OTHERS_INSIDE.sub("; ", PERSON_INSIDE.sub("; ", text)))


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
        names = _names(re.sub(r"\s+và$", "", words))
        if names and not _is_act(words, sentence[start + len(words) : verb.end()]):
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
        return _joined_roles(bare)
    rest = re.split(
        r"[;.]\s+(?=thời|hoàn|trước|trong|quý|tháng|năm|định kỳ|thường xuyên|h[ằà]ng|\d)",
        led["rest"],
        maxsplit=1,
        flags=re.IGNORECASE,
    )[0]
    helped = re.match(
        r"(?:cùng )?phối hợp(?: chặt chẽ)?(?: với| cùng)?\s+(?P<names>.+)$", rest, re.IGNORECASE
    )
    helping = re.match(r"(?P<names>.+?)\s+(?:cùng )?phối hợp$", rest, re.IGNORECASE)
    names = (helped or helping)["names"] if helped or helping else ""  # type: ignore[index]
    lead = _names(led["lead"])
    return (lead, _names(names.strip(" .;,")) if names else []) if lead else None


def _joined_roles(bare: str) -> tuple[list[str], list[str]] | None:
    """ "Sở A phối hợp với Sở B" where nobody is said to lead: the first does."""
    found = re.match(r"(?P<lead>.+?),?\s+phối hợp(?: với| cùng)?\s+(?P<help>.+)$", bare)
    if found is None:
        return None
    lead, helping = _names(found["lead"]), _names(found["help"].strip(" .;,"))
    return (lead, helping) if lead and helping else None


def bracketed_lead(text: str) -> tuple[list[str], list[str]] | None:
    """The roles in a bracket at the end of a sentence: "(Sở A chủ trì; hoàn thành …)"."""
    for inner in re.findall(r"\(([^()]{5,200})\)", text):
        found = roles_in(inner) if "chủ trì" in inner else None
        if found:
            return found
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
                if unknown and before[0].islower():
                    return word
                before = word[0]
        at = stop.end() if stop else limit
    return None


def _names(text: str) -> list[str]:
    """`text` as names, if it is nothing but names."""
    bare = re.sub(r"\s*\((?:sau đây|viết tắt|gọi tắt)[^)]*\)", "", text)
    bare = PART_IN_BRACKETS.sub("", bare).strip(" ,.:;")
    if not bare or not _begins(bare):
        return []
    names = [_clean(name) for name in split_units(PERSON.sub("", bare, count=1))]
    if len(names) > 1:
        names = [name for name in names if not BARE_PERSON.fullmatch(name)]
    return names if names and all(map(_is_name, names)) else []


def _begins(text: str) -> bool:
    """Whether a name begins here: a unit's by the catalogue's words, or that of other actors."""
    bare = PERSON.sub("", text, count=1)
    headed = bare[:1].upper() + bare[1:] if bare != text else text
    return begins_name(headed) or bool(FURTHER_HEADS.match(text))


def _clean(name: str) -> str:
    return without_person(PART_IN_BRACKETS.sub("", name).strip(" .,;:-–"))


def _is_name(name: str) -> bool:
    if not name or len(name) > _LONGEST_NAME or not (_begins(name) or begins_name(f"các {name}")):
        return False
    return not _verbs(name, 0, len(name)) and not re.search(r"[:%“\"]|\d{2}/", name)
