"""The shipped templates: which there are, and writing them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from parcli.documents.profile import FormatProfile, load_profile
from parcli.documents.template_builder import directive, reminder, summary, tracking, unit_report
from parcli.documents.template_builder.parts import template_bytes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from parcli.documents.template_builder.parts import Orientation


class Shipped(NamedTuple):
    """A template that parcli ships: its title, its body, and how its last page lies."""

    title: str
    body: Callable[[FormatProfile], str]
    orientation: Orientation = "portrait"


SHIPPED = {
    "bao-cao-don-vi.docx": Shipped("Báo cáo của đơn vị", unit_report.body),
    "bao-cao-tong-hop.docx": Shipped("Báo cáo tổng hợp", summary.body, "landscape"),
    "cong-van-don-doc.docx": Shipped("Công văn đôn đốc", reminder.body),
    "bang-theo-doi.docx": Shipped("Bảng theo dõi nhiệm vụ", tracking.body, "landscape"),
    "van-ban-chi-dao.docx": Shipped("Văn bản chỉ đạo", directive.body),
}


def built(name: str) -> bytes:
    """The bytes of one shipped template."""
    profile = load_profile()
    shipped = SHIPPED[name]
    return template_bytes(profile, shipped.title, shipped.body(profile), shipped.orientation)


def build_all(folder: Path) -> list[Path]:
    """Write every shipped template to `folder`; the paths written."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / name for name in SHIPPED]
    for path in paths:
        path.write_bytes(built(path.name))
    return paths
