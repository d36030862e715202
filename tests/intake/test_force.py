"""How long a drafted directive is in force."""

from __future__ import annotations

from typing import Any

import pytest

from parcli.intake.accounting import Ledger
from parcli.intake.force import add_force


@pytest.mark.parametrize(
    ("kind", "subject", "deadline", "until"),
    [
        ("ke-hoach", "cải cách hành chính năm 2026", None, "2026-12-31"),
        ("ke-hoach", "cải cách hành chính", None, "2025-12-31"),
        ("ke-hoach", "cải cách hành chính", "Quý II/2027", "2027-12-31"),
        ("cong-van", "khắc phục hạn chế Chỉ số CCHC năm 2024", None, "2025-12-31"),
        ("chi-thi", "tăng cường bảo vệ rừng", None, None),
        ("chi-thi", "bảo vệ rừng mùa khô năm 2025 - 2026", None, "2026-12-31"),
        ("cong-dien", "phòng cháy chợ", None, None),
        ("cong-dien", "phòng cháy chợ", "trước ngày 15/01/2026", "2026-12-31"),
        ("thong-bao", "kết luận cuộc họp về bến phà", None, None),
        ("quyet-dinh", "khắc phục hạn chế năm 2024", None, None),
        ("quyet-dinh", "ban hành Chương trình giai đoạn 2026-2030", None, "2030-12-31"),
    ],
)
def test_it_ends_with_the_last_year_it_works_for(
    kind: str, subject: str, deadline: str | None, until: str | None
) -> None:
    task = {"text": "Rà soát", **({"deadline": deadline} if deadline else {})}
    values: dict[str, Any] = {
        "type": kind, "subject": subject, "issued": "2025-11-18", "tasks": [task],
    }  # fmt: skip
    add_force(values, Ledger())
    assert values["in_force"] == {"from": "2025-11-18", **({"until": until} if until else {})}


def test_without_a_day_of_issue_nothing_is_told() -> None:
    values: dict[str, Any] = {"type": "ke-hoach", "subject": "năm 2026"}
    add_force(values, Ledger())
    assert "in_force" not in values
