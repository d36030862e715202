"""Install parcli beside the project and show its main job on the shipped registry.

Lists what was due in the third quarter of 2024 and drafts one unit's report in Word, in `drafts/`.
"""

from __future__ import annotations

from workshop import PROJECT, prepared, program, run


def main() -> None:
    """Install, list, draft."""
    prepared()
    run(program("parcli"), "due", "--quarter", "2024-Q3", "--as-of", "2024-09-01")
    drafts = PROJECT / "drafts"
    drafts.mkdir(exist_ok=True)
    draft = str(drafts / "bao-cao-phong-noi-vu-2024-Q3.docx")
    asked = ("--unit", "noi vu", "--period", "2024-Q3", "--as-of", "2024-09-01")
    run(program("parcli"), "report", "unit", *asked, "-o", draft, "--force")


if __name__ == "__main__":
    main()
