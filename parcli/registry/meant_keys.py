"""Which key someone meant who wrote it in Vietnamese, as documents name their parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.text import folded, nearest

if TYPE_CHECKING:
    from collections.abc import Collection

# How documents and clerks call what a key holds; folded, "_" and "-" being blanks.
_CALLED = {
    "number": ("so", "so van ban", "stt", "tt", "so thu tu"),
    "printed_number": ("so in", "tt in"),
    "symbol": ("ky hieu", "ki hieu"),
    "subject": ("trich yeu", "ve viec"),
    "issuer": ("co quan ban hanh", "noi ban hanh", "don vi ban hanh"),
    "superior": ("co quan chu quan",),
    "issued": ("ngay ban hanh", "ban hanh", "ngay ky", "ngay thang"),
    "place": ("dia danh", "noi"),
    "type": ("loai", "loai van ban"),
    "org": ("co quan", "don vi", "don vi chu so"),
    "title": ("ten", "tieu de", "ten nhiem vu"),
    "name": ("ten", "ten don vi", "ho ten", "ho va ten"),
    "text": ("noi dung", "loi van", "nhiem vu"),
    "tasks": ("nhiem vu", "cac nhiem vu"),
    "groups": ("nhom", "muc"),
    "appendices": ("phu luc",),
    "lead": ("chu tri", "co quan chu tri", "don vi chu tri", "don vi thuc hien"),
    "support": ("phoi hop", "co quan phoi hop", "don vi phoi hop"),
    "deadline": ("thoi han", "han", "han chot", "thoi gian", "thoi gian hoan thanh"),
    "output": ("san pham", "ket qua"),
    "responsible": ("nguoi phu trach", "phu trach", "chiu trach nhiem"),
    "criteria": ("tieu chi",),
    "targets": ("chi tieu", "muc tieu"),
    "note": ("ghi chu",),
    "citations": ("can cu", "dan chieu", "vien dan"),
    "addressees": ("kinh gui",),
    "recipients": ("noi nhan",),
    "reports": ("bao cao", "che do bao cao"),
    "signature": ("ky", "chu ky", "nguoi ky"),
    "position": ("chuc vu",),
    "in_force": ("hieu luc", "thoi gian hieu luc"),
    "from": ("tu", "tu ngay", "don vi bao cao"),
    "until": ("den", "den ngay"),
    "to": ("noi nhan bao cao", "gui"),
    "via": ("qua", "thong qua"),
    "value": ("gia tri", "con so"),
    "unit": ("don vi", "don vi tinh"),
    "aliases": ("ten khac", "ten goi khac", "viet tat"),
    "kind": ("loai",),
    "members": ("thanh vien", "gom"),
    "status": ("tinh trang", "trang thai"),
    "result": ("ket qua",),
    "evidence": ("minh chung", "tai lieu kiem chung"),
    "difficulties": ("kho khan", "vuong mac"),
    "proposals": ("kien nghi", "de xuat"),
}


def key_meant(written: str, known: Collection[str]) -> str | None:
    """The key among `known` that a misspelt or Vietnamese one means; None where none is near."""
    words = folded(written.replace("_", " ").replace("-", " "))
    called = (key for key, names in _CALLED.items() if key in known and words in names)
    near = nearest(written, known, limit=1, cutoff=70)
    return next(called, None) or next(iter(near), None)
