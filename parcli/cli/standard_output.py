"""What commands write to standard output: JSON in one form, and bytes past the text stream."""

from __future__ import annotations

import json
import sys


def json_text(value: object) -> str:
    """`value` as JSON, two spaces a level, letters as they are, with a line break at its end."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def print_json(value: object) -> None:
    """`value` as JSON on standard output."""
    sys.stdout.write(json_text(value))


def print_bytes(content: bytes) -> None:
    """`content` on standard output as it is, after what was written there as text."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()
