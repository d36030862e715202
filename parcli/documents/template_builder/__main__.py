"""Writes the shipped templates: `python -m parcli.documents.template_builder [FOLDER]`."""

from __future__ import annotations

import sys
from pathlib import Path

from parcli.documents.template_builder.build import build_all

for written in build_all(Path(sys.argv[1] if len(sys.argv) > 1 else "templates")):
    sys.stdout.write(f"{written}\n")
