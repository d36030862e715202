"""Small registries: what `tests/examples/base` holds, with an example's files laid over it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

EXAMPLES = Path(__file__).parents[1] / "examples"


@pytest.fixture
def laid_over(tmp_path: Path) -> Callable[[Path], Path]:
    """Copies the base registry and an example's files into one folder; gives its root."""

    def lay(example: Path) -> Path:
        root = tmp_path / "registry"
        shutil.copytree(EXAMPLES / "base", root)
        shutil.copytree(example, root, dirs_exist_ok=True)
        return root

    return lay
