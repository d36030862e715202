"""Which lines an ignore comment covers, its codes and its reason."""

from __future__ import annotations

import pytest
from growth import MOST, growth

from parcli.registry.ignore_comments import IgnoreComment, ignore_comments

CASES = [
    (
        "a: 1  # parcli: ignore[PAR401] lý do\nb: 2\n",
        IgnoreComment(1, 7, 1, 1, ("PAR401",), "lý do"),
    ),
    (
        "# parcli: ignore[PAR401] lý do\na: 1\nb: 2\n",
        IgnoreComment(1, 1, 1, 2, ("PAR401",), "lý do"),
    ),
    ("# parcli: ignore[PAR401] x\n\n# khác\na: 1\n", IgnoreComment(1, 1, 1, 4, ("PAR401",), "x")),
    (
        "# parcli: ignore[PAR401, PAR402]: x\na: 1\n",
        IgnoreComment(1, 1, 1, 2, ("PAR401", "PAR402"), "x"),
    ),
    (
        "# parcli: ignore[PAR709] x\na: >-\n  một\n\n  hai\nb: 2\n",
        IgnoreComment(1, 1, 1, 5, ("PAR709",), "x"),
    ),
    (
        "a: >-  # parcli: ignore[PAR709] x\n  một\nb: 2\n",
        IgnoreComment(1, 8, 1, 2, ("PAR709",), "x"),
    ),
    ("- # parcli: ignore[PAR405] x\n  a: 1\n", IgnoreComment(1, 3, 1, 2, ("PAR405",), "x")),
    ("a:  # parcli: ignore[PAR405] x\n  - b\n", IgnoreComment(1, 5, 1, 1, ("PAR405",), "x")),
    ("a: 1  # parcli: ignore[PAR401]\n", IgnoreComment(1, 7, 1, 1, ("PAR401",), "")),
    ("a: 1  # parcli: ignore vì sao\n", IgnoreComment(1, 7, 1, 1, (), "vì sao")),
    ("a: 1\n# parcli: ignore[PAR401] cuối\n", IgnoreComment(2, 1, 2, 2, ("PAR401",), "cuối")),
]


@pytest.mark.parametrize(("text", "comment"), CASES, ids=[text for text, _c in CASES])
def test_a_comment_covers_its_value(text: str, comment: IgnoreComment) -> None:
    assert ignore_comments(text) == [comment]


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\n",
        "a: x#parcli: ignore[PAR401] y\n",
        "# parcli: khác\n",
        "a: >-\n  một  # parcli: ignore[PAR401] y\n  hai\n",
        "- a: |+2\n    một\n\n      # parcli: ignore[PAR401] y\n",
        "- >\n  # parcli: ignore[PAR401] y\n",
    ],
)
def test_other_comments_are_none(text: str) -> None:
    assert ignore_comments(text) == []


def test_many_comments_above_one_value_are_read_in_one_go() -> None:
    text = "# parcli: ignore[PAR401] x\n" * 20_000

    above, below = ignore_comments(text + "a: >-\n  một\n"), ignore_comments(text)

    assert {comment.last for comment in above} == {20_002}
    assert [comment.last for comment in below] == list(range(1, 20_001))
    assert growth(lambda n: ignore_comments(text[: n * 27]), 5_000) < MOST
