"""LibreOffice, to save workbooks as it does."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SOFFICE = shutil.which("soffice")


def saved_again(files: Sequence[Path], folder: Path) -> list[Path]:
    """The workbooks as LibreOffice saves them, in `folder`, in the same order."""
    profile = folder / "profile"
    command = [
        str(SOFFICE), "--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}",
        "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder), *map(str, files),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return [folder / file.name for file in files]
