"""The registries that come with parcli are laid out as `parcli fmt` lays files out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Outcome


@pytest.mark.parametrize("folder", [".", "examples/xa-binh-minh"])
def test_nothing_would_be_laid_out_anew(
    cli: Callable[..., Outcome], shipped: Path, folder: str
) -> None:
    done = cli("fmt", "--check", "--root", shipped / folder)
    assert (done.code, done.out) == (0, "")
