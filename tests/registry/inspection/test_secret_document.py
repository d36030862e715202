"""Which texts bear the stamp of a state secret, and which only speak of secrets."""

from __future__ import annotations

import pytest

from parcli.registry.files import FileKind
from parcli.registry.reading import read_text


def marks(text: str) -> list[tuple[int, int]]:
    read = read_text(FileKind.DIRECTIVE, "x.yaml", text.encode())
    return [(d.line, d.column) for d in read.diagnostics if d.code == "PAR706"]


STAMPED = [
    ('text: "(MẬT)"', (1, 9)),
    ('closing: "(Mật)"', (1, 12)),
    ('a: "Độ mật: Mật"', (1, 13)),
    ('a: "Mức độ mật: Tối mật"', (1, 17)),
    ("a: M Ậ T", (1, 4)),
    ('a: "TUYỆT MẬT\\nChỉ thị"', (1, 5)),
    ("extra: {dau: MẬT}", (1, 14)),
    ("rows: [[MẬT, b]]", (1, 9)),
    ("superior: UBND tỉnh (MẬT)", (1, 22)),
    ('subject: "MẬT - công tác"', (1, 11)),
    ('subject: "Chỉ thị số 1 - MẬT"', (1, 26)),
    ("# Độ mật: MẬT\na: b", (1, 11)),
    ("a: b # MẬT", (1, 8)),
    ("urgency: mật", (1, 10)),
    ("MẬT: a", (1, 6)),
    ("o: >-\n  TỐI MẬT\n\n  Thực hiện", (2, 3)),
    ("a: 1\nb: [\nc: MẬT", (3, 4)),
    ("a: 1\nb: [\nc: mật", (3, 4)),
    ("a: 1\nb: [\n# MẬT", (3, 3)),
    ("TỐI MẬT\nid: x", (1, 1)),
    ("TỐI MẬT", (1, 1)),
    ("# TỐI MẬT\n", (1, 3)),
    ('"MẬT\nid: x', (1, 2)),
    ("@MẬT", (1, 2)),
    ("%MẬT\na: b", (1, 2)),
    (": MẬT", (1, 3)),
    ("\x00\nMẬT\n", (2, 1)),
    # Words that only speak of secrets hide no stamp that stands elsewhere.
    ("a: giữ bảo mật\nb: MẬT", (2, 4)),
    ("a: mật khẩu\nb: M ẬT", (2, 4)),
    ("a: bảo mật\nMẬT: b", (2, 6)),
    ("# giữ bí mật nhà nước\na: bảo\nb: mật", (3, 4)),
    ('a: "bảo mật\\nTối mật"', (1, 14)),
]


@pytest.mark.parametrize(("text", "place"), STAMPED, ids=[text for text, _place in STAMPED])
def test_a_stamp_is_told_where_it_stands(text: str, place: tuple[int, int]) -> None:
    assert marks(text) == [place]


@pytest.mark.parametrize(
    "text",
    [
        "a: bảo vệ bí mật nhà nước",
        "a: BẢO MẬT",
        "a: ong mật",
        "a: >-\n  CÔNG TÁC BẢO\n  MẬT",
        "a: >-\n  vật có dấu chỉ độ\n  Mật",
        "a: |\n  giữ bí\n  mật\n  CÔNG TÁC BẢO\n  MẬT",
        'a: "Độ mật: Mật, Tối mật, Tuyệt mật"',
        "a: MẬT ĐỘ - dân cư",
        "a: Mật khẩu\nb: giữ BÍ MẬT",
        "# bảo mật\na: b",
        "a: 1\nb: [\nc: bảo mật",
        "- mật\n- b",
        "mật",
        "bảo mật\x00",
        "@bảo mật",
    ],
)
def test_what_only_speaks_of_secrets_passes(text: str) -> None:
    assert marks(text) == []


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        ("TUYỆT MẬT\n".encode("utf-16"), (1, 1)),
        (b"\xff\n" + "# MẬT".encode(), (2, 3)),
        (b"\xff\n" + "# bảo mật".encode(), None),
    ],
    ids=["another encoding", "a damaged letter", "no stamp"],
)
def test_a_file_that_is_no_utf_8_is_looked_at_too(
    raw: bytes, place: tuple[int, int] | None
) -> None:
    read = read_text(FileKind.DIRECTIVE, "x.yaml", raw)
    stamps = [(d.line, d.column) for d in read.diagnostics if d.code == "PAR706"]

    assert stamps == ([place] if place else [])
