"""How offices write the status of a task, and which status a written one means."""

from __future__ import annotations

from parcli.text import folded, nearest

# Status → its Vietnamese name. The last one is the receiving office's to give, not the unit's.
VIETNAMESE = {
    "not-started": "Chưa thực hiện",
    "in-progress": "Đang thực hiện",
    "done": "Hoàn thành",
    "not-applicable": "Không áp dụng",
    "returned": "Trả lại",
}
FOR_UNITS = ("not-started", "in-progress", "done", "not-applicable")

_ALSO = {
    "not-started": ("chưa", "chưa triển khai", "chưa bắt đầu", "chưa làm"),
    "in-progress": ("đang làm", "đang triển khai", "đang xử lý", "chưa hoàn thành"),
    "done": ("đã hoàn thành", "xong", "đã xong", "đã thực hiện", "đạt"),
    "not-applicable": ("không thuộc phạm vi", "không phát sinh", "không có"),
    "returned": ("bị trả lại", "đã trả lại", "trả lại để bổ sung"),
}
_BY_NAME = {
    folded(name): status
    for status, written in VIETNAMESE.items()
    for name in (status, written, *_ALSO[status])
}


def status_named(written: str) -> str | None:
    """The status that `written` means, Vietnamese or English, whatever its case and accents.

    None where it means none.
    """
    return _BY_NAME.get(folded(written))


def nearest_status(written: str) -> list[str]:
    """The Vietnamese names that a unit may choose from, those that come near `written` first."""
    near = [_BY_NAME[name] for name in nearest(folded(written), _BY_NAME)]
    ordered = dict.fromkeys([*near, *FOR_UNITS])
    return [VIETNAMESE[status] for status in ordered if status in FOR_UNITS]
