"""Who leads and who helps, said in a phrase or a bracket: "(Sở A chủ trì; quý II)"."""

from __future__ import annotations

import re

from parcli.intake.recognise.supporting import supporting_units
from parcli.intake.recognise.unit_words import ASKING
from parcli.intake.recognise.units import leading_units, names_of
from parcli.text import one_line

_SHORTEST_WORK = 25
_GIVEN = re.compile(r"(?:giao|phân công)(?: cho)? ", re.IGNORECASE)


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
    named = helped or helping
    names = named["names"] if named else ""
    lead = names_of(ASKING.sub("", led["lead"], count=1))
    return (lead, _helping(names.strip(" .;,"), rest) if names else []) if lead else None


def _helping(names: str, rest: str) -> list[str]:
    """Who helps: nothing but names, or those before the work of "phối hợp với Sở B tham mưu …"."""
    found = None if names_of(names) else supporting_units(rest)
    return found.names if found else names_of(names)


def acting_units(text: str) -> list[str]:
    """Who acts in the clauses "Sở A tiến hành rà soát …; Sở B rà soát …"; [] where a clause names
    nobody, or none says more than names."""
    names: list[str] = []
    told = False
    for clause in re.split(r";\s+", one_line(text).strip(" .;")):
        alone = names_of(clause)
        subject = None if alone else leading_units(clause)
        if not alone and (subject is None or len(clause) - subject.end < _SHORTEST_WORK):
            return []
        told = told or subject is not None
        names += alone or (subject.names if subject else [])
    return names if told else []


def _joined_roles(bare: str) -> tuple[list[str], list[str]] | None:
    """ "Sở A phối hợp với Sở B" where nobody is said to lead: the first does."""
    found = re.match(r"(?P<lead>.+?),?\s+phối hợp(?: với| cùng)?\s+(?P<help>.+)$", bare)
    if found is None:
        return None
    lead, helping = names_of(found["lead"]), names_of(found["help"].strip(" .;,"))
    return (lead, helping) if lead and helping else None


def bracketed_lead(text: str) -> tuple[list[str], list[str]] | None:
    """The roles in a bracket at the end of a sentence: "(Sở A chủ trì; hoàn thành …)", "(Giao Sở
    A tham mưu)"."""
    for inner in re.findall(r"\(([^()]{5,200})\)", text):
        found = roles_in(inner) if "chủ trì" in inner else None
        if found:
            return found
        given = leading_units(inner) if _GIVEN.match(inner) else None
        if given:
            helpers = supporting_units(inner)
            return given.names, helpers.names if helpers else []
    return _alone_in_bracket(text)


def _alone_in_bracket(text: str) -> tuple[list[str], list[str]] | None:
    """The units of a closing bracket that says who; when: "… (Báo Hà Lâm; thường xuyên)."""
    closing = re.search(r"\(([^();]{3,160});\s*([^()]{3,120})\)[\s.;]*$", text)
    names = names_of(one_line(closing[1])) if closing else []
    if closing is None or not names:
        return None
    helped = re.match(r"(?:cùng )?phối hợp(?: với)?:?\s+([^;]+)", closing[2])
    return names, names_of(helped[1]) if helped else []
