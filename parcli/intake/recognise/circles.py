"""Names that stand for many or for whoever is meant: open circles, circles said before."""

from __future__ import annotations

import re

from parcli.intake.recognise.unit_words import FURTHER_HEADS, OPEN_CIRCLE
from parcli.model.unit_heads import begins_name
from parcli.text import folded

_BARE_CIRCLE = re.compile(
    r"(?:cac|nhung) (?:so|bo|phong|ban|nganh|co quan|don vi|dia phuong|xa|phuong)(?: (?:so|ban|"
    r"nganh|co quan|don vi|dia phuong|xa|phuong))*(?: (?:nay|tren|neu tren|noi tren))?"
)

_SOME_BODY = re.compile(
    r"(?:Ban|Tiểu ban|Tổ|Bộ phận|Văn phòng|Hội đồng|Sở|Phòng|Cục|Chi cục|Vụ|Trung tâm|Công an|Đoàn|"
    r"Bộ Chỉ huy|Ủy ban|UBND|Chủ tịch|Giám đốc)\s\w"
)


def names_some_body(heading: str) -> bool:
    """Whether a heading begins as the name of one body does, whether or not it was understood:
    what stands below is that body's work and falls to nobody else."""
    begins = begins_name(heading) or FURTHER_HEADS.match(heading)
    return bool(begins and _SOME_BODY.match(heading))


def is_open(name: str) -> bool:
    """Whether a name is an open circle: "các đơn vị có liên quan", "các cơ quan, đơn vị"."""
    return bool(OPEN_CIRCLE.fullmatch(folded(name)))


def is_bare_circle(name: str) -> bool:
    """Whether a name is nouns alone, so that it means units said before: "Các sở, ngành"."""
    return bool(_BARE_CIRCLE.fullmatch(folded(name)))


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
