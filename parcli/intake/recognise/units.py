"""Units in running text: a heading that is a unit, a sentence that begins with one,
"phối hợp với …"."""

from __future__ import annotations

import re
from typing import NamedTuple

from parcli.intake.recognise.letters import SMALL
from parcli.intake.recognise.office_holders import first_post, in_charge, without_number
from parcli.intake.recognise.unit_ends import ends_of, stretch_end
from parcli.intake.recognise.unit_lists import is_actor, split_units
from parcli.intake.recognise.unit_words import (
    ACTIVE_IN,
    ASKING,
    BARE_PERSON,
    CENTRAL,
    FURTHER_HEADS,
    LEAD_IN,
    PART_IN_BRACKETS,
    PERSON,
    SENTENCE_STOP,
    STOP,
)
from parcli.intake.recognise.verb_words import ACTS_TOO, VERB
from parcli.model.unit_heads import SIGHT, begins_name
from parcli.text import one_line

_STOP_BETWEEN = re.compile(r"(?<=\w\w\w)\.\s++(?=\w)")
# A figure, a quotation, a topic ("Doanh nghiệp số"), or an office that is none: "Thường trực
# đường dây nóng".
_NO_NAME = re.compile(
    r"[:%“\"]|\d{2}/|\d{3}|\btrong suốt\b|^(?:[Dd]oanh nghiệp|[Cc]hính quyền|[Cc]ơ quan|"
    r"[Nn]hà trường|[Bb]áo chí|[Cc]ơ sở) (?:số|điện tử|thông minh|xanh)$|"
    rf"^[Tt]hường trực (?!(?:các|cấp|hội|ban|ủy|uỷ|đảng|tổ)\b)(?=[{SMALL}])"
)
_BARE_NOUN = re.compile(r"(?:cơ quan|đơn vị|địa phương|ngành|ban|tổ chức|cá nhân|doanh nghiệp)\b")
# "Trên cơ sở đề nghị của UBND quận, huyện, Sở A chủ trì": the level belongs to the row before.
_BARE_LEVEL = re.compile(r"huyện|xã|phường|thị xã|thị trấn|thành phố|quận|đặc khu")
# "Thành phố khẩn trương rà soát": the one that the document is about.
_LEVEL_ALONE = re.compile(r"(?:Thành phố|Tỉnh|Huyện|Phường|Thị xã|Đặc khu)(?=\s)")
# What a unit is in the work, said after its name: "Phòng A: cơ quan đầu mối, hướng dẫn …".
_ROLE = re.compile(r"(?:là )?(?:cơ quan|đơn vị|bộ phận) (?:đầu mối|thường trực|chủ trì|tham mưu)\b")
# "Cơ quan chủ trì giải quyết thủ tục": whoever has that part in the work.
_PART_IN_WORK = re.compile(r"(?:Cơ quan|Đơn vị) (?:chủ trì|phối hợp|đầu mối|chủ quản)\b[^:.;,]*")
# "Các cơ quan đăng ký đầu tư (Sở A, Ban B)": who is meant stands in the bracket.
_MEMBERS = re.compile(r"\((?:gồm|bao gồm|là)?:?\s*([^()]{8,400})\)$")
# "UBND các tỉnh ven biển, nhất là các tỉnh: A, B": the stress names nobody else.
_STRESS = re.compile(r",\s*(?:nhất là|đặc biệt là|trong đó có|trước hết là)\s.*$")
# "Đối với các cơ sở có lưu lượng xả thải lớn:", "Trách nhiệm của đối tượng được kiểm tra:": a
# circle, told by what its members do.
_CIRCLE = re.compile(
    r"(?:đối với|(?:trách nhiệm|nhiệm vụ) của(?= (?:các )?đối tượng))\s+"
    r"(?P<circle>(?:(?:các|những)\s+|(?=đối tượng ))"
    r"(?:đối tượng|cơ quan|cơ sở|đơn vị|doanh nghiệp|tổ chức|địa phương|hộ|chủ|nhà|trường|xã|"
    r"phường|bệnh viện|hợp tác xã|sở|phòng|ban|bộ|cấp|hội)\s[^.;:]{2,160})$",
    re.IGNORECASE,
)
# "Bộ trưởng, Thủ trưởng cơ quan ngang bộ, …": of no ministry by name, so of all.
_MINISTERS = re.compile(r"^(?:các )?Bộ trưởng$", re.IGNORECASE)
_DONE_BY = re.compile(
    r"(?:(?:Các|Những) )?(?:nội dung|nhiệm vụ|công việc|việc|phần việc)(?: do)? "
    r"(?P<names>\S.{2,300}?)"
    r"(?: (?:có|chịu) trách nhiệm)? (?:chủ trì|phụ trách|thực hiện|đảm nhiệm)(?: thực hiện)?",
    re.IGNORECASE,
)
_PURPOSE = re.compile(r"(?:nhằm|để)(?!\w)")
_OF_ANOTHER = re.compile(r"\bcủa\s++([^,;]{2,60}),\s*+$")
# Where a name was cut before a verb these are left over: "các cơ quan báo chí và".
_OPEN_END = re.compile(
    r"(?:\s(?:và|hoặc|trong|với|của|cho|về|tại|để|khi|có|được|bị|do|từ|chưa|còn|"
    r"(?:tới|đến)(?: việc)?)){1,4}$"
)
_LONGEST_NAME = 130
_LONGEST_LIST = 420
_MOST_HEADING_WORDS = 18
_PUBLIC_BODY = re.compile(
    r"(?:[Cc]ác )?(?:UBND|HĐND|Ủy ban|Uỷ ban|Công ty|Sở(?! hữu)|Trung tâm|[Cc]hủ rừng|"
    r"[Cc]hủ đầu tư|"
    r"[Dd]oanh nghiệp|[Cc]ơ sở|[Tt]rường|[Bb]ệnh viện|Chi cục|Cục|Hội|Trạm|Đội|Tổng công ty)\s"
)
_LONGEST_LEAD_IN = 300
# "Căn cứ kế hoạch, chỉ đạo các trường, các trung tâm dạy …": those named then are told what to do.
_OTHERS_ORDERED = re.compile(r"(?:chủ động )?(?:chỉ đạo|hướng dẫn|đôn đốc) (?:các|những) ")


class Found(NamedTuple):
    """Unit names and the stretch of the text that named them."""

    names: list[str]
    start: int
    end: int


def cell_units(text: str) -> list[str]:
    """The units that a table cell names; [] for an empty one, a dash or "nt"."""
    bare = _STOP_BETWEEN.sub(_parts_names, text.strip(" .,-–\n"))
    return [_clean(name) for name in split_units(bare)] if bare else []


def _parts_names(stop: re.Match[str]) -> str:
    """A semicolon for the full stop before another name; "TP. Hà Nội" stays as it is."""
    return "; " if begins_name(stop.string[stop.end() : stop.end() + SIGHT]) else stop[0]


def heading_units(text: str) -> list[str]:
    """The units a heading consists of: "Phòng Nội vụ:", "Trách nhiệm của các sở";
    [] for another."""
    said = one_line(text).strip(" .:;")
    bare = _STRESS.sub("", ASKING.sub("", said[: 2 * _LONGEST_LIST], count=1))
    if len(said) > 2 * _LONGEST_LIST or len(bare) > _LONGEST_LIST:
        return []
    members = _MEMBERS.search(bare)
    if members and len(bare[: members.start()].split()) > _MOST_HEADING_WORDS:
        members = None
    names = names_of(members[1]) if members else []
    if len(names) > 1:
        return names
    holder = None if text.rstrip().endswith((".", ";")) else in_charge(bare)
    names = [holder] if holder else names_of(bare)
    return names or _whole_heading(text, said, bare)


def _whole_heading(text: str, said: str, bare: str) -> list[str]:
    """The name that a heading is as a whole, whatever words it is made of; [] for no name."""
    if _reads_as_heading(text, bare):
        return names_of(bare, whole=True)
    if _PART_IN_WORK.fullmatch(bare) and not text.rstrip().endswith((".", ";")):
        return [bare]
    circle = _CIRCLE.match(said) if text.rstrip().endswith(":") else None
    return [re.sub(r"\s*\([^()]*\)$", "", circle["circle"])] if circle else []


def _reads_as_heading(text: str, bare: str) -> bool:
    """Whether a line without a verb closes like a heading and begins with a public body.

    Such a line is names, whatever words they are made of: "UBND các xã có rừng ven sông:".
    """
    named = PERSON.sub("", bare, count=1)
    return (
        not text.rstrip().endswith((".", ";", ","))
        and len(bare.split()) <= _MOST_HEADING_WORDS
        and bool(_PUBLIC_BODY.match(named))
        and VERB.search(ACTIVE_IN.sub("", named)) is None
    )


def units_at_end(text: str) -> list[str]:
    """The units that close a title: "Trách nhiệm chung các cơ quan, đơn vị", or that it says to do
    what is below: "Nội dung Sở A có trách nhiệm chủ trì"; [] where none do."""
    bare = one_line(text).strip(" .:;")
    done_by = _DONE_BY.fullmatch(bare[:_LONGEST_LIST])
    if done_by:
        return names_of(done_by["names"])
    found = re.search(
        r"(?:trách nhiệm|nhiệm vụ)(?: chung| cụ thể| riêng)*(?: của| đối với| cho)?\s+",
        bare,
        re.IGNORECASE,
    )
    return names_of(bare[found.end() :]) if found else []


def leading_units(sentence: str) -> Found | None:
    """The units that a sentence begins with, as its subject; None where it begins otherwise."""
    found = _subject(sentence, 0) or _after_lead_in(sentence)
    return None if found and _ROLE.match(found.names[0]) else found


def _after_lead_in(sentence: str) -> Found | None:
    """The subject behind "Định kỳ hằng quý, …": the first comma that one follows."""
    lead_in = LEAD_IN.match(sentence)
    if lead_in is None:
        return None
    commas = [found.end() for found in re.finditer(r",\s+", sentence[:_LONGEST_LEAD_IN])]
    ordered = next((n for n, at in enumerate(commas) if _OTHERS_ORDERED.match(sentence, at)), None)
    if ordered is not None:
        return next(filter(None, (_subject(sentence, at) for at in commas[:ordered])), None)
    found = (_subject(sentence, at) for at in (*commas, lead_in.end()))
    return next((each for each in found if each and not _goes_on(each, sentence)), None)


def _goes_on(found: Found, sentence: str) -> bool:
    """Whether names belong to the list before them and act nowhere.

    A bare noun ("các cơ quan, đơn vị, Sở A"), "kiến nghị với các cấp, các ngành nhằm …", "chỉ đạo
    của Chính phủ, các bộ, ngành, chủ động …".
    """
    if _BARE_NOUN.match(found.names[0]) or _BARE_LEVEL.fullmatch(found.names[0]):
        return True
    if _PURPOSE.match(sentence, found.end):
        return True
    before = _OF_ANOTHER.search(sentence[: found.start])
    return bool(before and sentence[: found.end].rstrip().endswith(",") and _begins(before[1]))


def _subject(sentence: str, at: int) -> Found | None:
    """The units that the words from `at` on begin with, asked or not."""
    asked = ASKING.match(sentence[at:])
    start = at + (asked.end() if asked else 0)
    limit = stretch_end(SENTENCE_STOP, sentence, start, _LONGEST_LIST)
    level = _LEVEL_ALONE.match(sentence, start)
    if level and VERB.match(sentence, level.end() + 1):
        return Found([level[0]], start, level.end() + 1)
    told = asked is None and CENTRAL.match(sentence, start)
    if told or not _begins(sentence[start:limit]):
        return None
    for verb in ends_of(sentence, start, limit):
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


def without_person(name: str) -> str:
    """The unit that a person heads: "Giám đốc Sở Nội vụ" is "Sở Nội vụ"; "Các Bộ trưởng" are
    the ministries."""
    bare = PERSON.sub("", name, count=1)
    if bare == name or not _begins(bare):
        return _MINISTERS.sub("các Bộ", name)
    return bare


def names_from(text: str, start: int) -> Found | None:
    """The names that stand at `start`, up to the verb or the stop that ends them; else None."""
    limit = stretch_end(STOP, text, start, _LONGEST_LIST)
    if not _begins(text[start:limit]):
        return None
    for end in [*(verb.start() for verb in ends_of(text, start, limit)), limit]:
        names = names_of(text[start:end].rstrip(" ,"))
        if names:
            return Found(names, start, end)
    return None


def names_of(text: str, *, whole: bool = False) -> list[str]:
    """`text` as names, if it is nothing but names; `whole` allows words that few names hold."""
    bare = re.sub(r"\s*\((?:sau đây|viết tắt|gọi tắt)[^)]*\)", "", text)
    bare = first_post(PART_IN_BRACKETS.sub("", bare)).strip(" ,.:;")
    if not bare or not _begins(bare):
        return []
    names = [_clean(name) for name in split_units(PERSON.sub("", bare, count=1))]
    if len(names) > 1:
        names = [name for name in names if not BARE_PERSON.fullmatch(name)]
        names = [*names[:1], *(name for name in names[1:] if not _ROLE.match(name))]
    named = (is_actor(name) or _is_name(name, whole=whole) for name in names[1:])
    return names if names and _is_name(names[0], whole=whole) and all(named) else []


def _begins(text: str) -> bool:
    """Whether a name begins here: a unit's by the catalogue's words, or that of other actors."""
    bare = PERSON.sub("", text, count=1)
    headed = bare[:1].upper() + bare[1:] if bare != text else text
    return begins_name(headed) or bool(FURTHER_HEADS.match(text) or CENTRAL.match(text))


def _clean(name: str) -> str:
    bare = PART_IN_BRACKETS.sub("", name).strip(" .,;:-–")
    return without_person(_OPEN_END.sub("", bare))


def _is_name(name: str, *, whole: bool = False) -> bool:
    if not name or len(name) > _LONGEST_NAME or not (_begins(name) or begins_name(f"các {name}")):
        return False
    return not _NO_NAME.search(without_number(name)) and (whole or not ends_of(name, 0, len(name)))
