"""Where a CI service has checked out the repository: its annotations name files from there on."""

from __future__ import annotations

import os
from pathlib import Path


def checkout(form: str, root: Path | None) -> str:
    """Where the CI service has the repository; empty where it says nothing, or another folder.

    Links are followed, as in the root's own path: a runner may keep its work behind one.
    """
    told = os.environ.get("CI_PROJECT_DIR" if form == "gitlab" else "GITHUB_WORKSPACE")
    if not told:
        return ""
    folder = Path(told).resolve()
    return str(folder) if (root or Path.cwd().resolve()).is_relative_to(folder) else ""
