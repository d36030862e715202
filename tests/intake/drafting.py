"""Drafts of short documents: a body between a usual head and a usual end."""

from __future__ import annotations

from typing import Any

from parcli.intake.draft import Draft, make_draft
from parcli.intake.readers.text import read_text_document

HEAD = """\
ỦY BAN NHÂN DÂN
XÃ MỸ AN

Số: 12/KH-UBND

Mỹ An, ngày 05 tháng 3 năm 2026

KẾ HOẠCH
Cải cách hành chính năm 2026
"""
TAIL = """\
Nơi nhận:
- Như trên;
- Lưu: VT.

CHỦ TỊCH

Lê Văn Mẫu
"""


def draft_of(body: str, *, head: str = HEAD, tail: str = TAIL) -> Draft:
    """The draft of head, body and tail as one text."""
    text = "\n".join((head, body, tail))
    return make_draft(read_text_document(text.encode(), "x.txt"), directive_id="x")


def drafted(body: str, *, head: str = HEAD, tail: str = TAIL) -> dict[str, Any]:
    """Its values without the places they were read at. No words of the text may be left over."""
    draft = draft_of(body, head=head, tail=tail)
    assert draft.leftovers == []
    values: dict[str, Any] = _without_sources(draft.values)
    return values


def _without_sources(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_sources(each) for key, each in value.items() if key != "source"}
    return list(map(_without_sources, value)) if isinstance(value, list) else value
