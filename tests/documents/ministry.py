"""An imaginary ministry whose catalogue leaves much unsaid, for what a report must not make up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.documents.contexts.report_frame import report_frame
from parcli.registry.compiled.store import open_index
from parcli.registry.year_calendar import working_calendar
from parcli.schedule.due_dates import Policies
from parcli.schedule.periods import Period

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from parcli.documents.contexts.report_frame import ReportFrame

UNITS = """\
    schema: parcli.units/1
    id: bo-mau
    organisation: {name: Bộ Mẫu, level: ministry}
    units:
      - {id: bo, name: Bộ Mẫu, kind: bo}
      - {id: van-phong-bo, name: Văn phòng Bộ, kind: van-phong, parent: bo}
      - {id: vu-mot, name: Vụ Một, kind: vu, parent: bo}
      - {id: phong-le, name: Phòng Lẻ, kind: phong}
      - {id: so-mau-ha-thanh, name: Sở Mẫu Hà Thành, kind: so}
    groups:
      - {id: cac-don-vi, name: Các đơn vị thuộc Bộ, members: [van-phong-bo, vu-mot]}
      - {id: cac-so, name: Các Sở Mẫu, kinds: [so]}
      - {id: doan-the, name: Các đoàn thể}
    """
DIRECTIVE = """\
    schema: parcli.directive/1
    id: chi-thi
    org: bo-mau
    type: chi-thi
    number: "12"
    symbol: CT-BM
    issuer: Bộ Mẫu
    place: Hà Thành
    issued: 2026-01-05
    subject: Về việc tăng cường kỷ luật
    in_force: {from: 2026-01-05, until: 2026-12-31}
    groups:
      - number: I
        title: Nhiệm vụ chung
        lead: [Các đơn vị thuộc Bộ]
        groups:
          - number: "1"
            title: Nhóm thứ nhất
            support: [Các Sở Mẫu]
            groups:
              - {number: a, title: Mục a, tasks: [{number: "1", text: Việc một}]}
              - {number: a, title: Mục a, tasks: [{number: "1", text: Việc hai}]}
    reports:
      - {id: bc, title: Báo cáo quý, from: [Các đơn vị thuộc Bộ], to: bo, via: Văn phòng Bộ,
         deadline: trước ngày 15 tháng cuối quý}
      - {id: bc-so, title: Báo cáo của các Sở, from: [Các Sở Mẫu], to: Văn phòng Bộ,
         deadline: chậm nhất ngày 10 tháng cuối quý}
      - {id: tong-hop, title: Tổng hợp, from: [Văn phòng Bộ], to: bo, after: bc,
         deadline: trước ngày 20 tháng cuối quý}
    """
FILES = {"data/units/bo-mau.yaml": UNITS, "data/directives/chi-thi.yaml": DIRECTIVE}


def frame_at(root: Path, day: date, period: str = "2026-Q3") -> ReportFrame:
    """Reports on the ministry's chỉ thị as they are drafted on `day`."""
    index = open_index(root)
    calendar = working_calendar(index)
    return report_frame(index, calendar, "chi-thi", Period.parse(period), day, Policies())
