"""A folder in; models by id and every finding out."""

from __future__ import annotations

from pathlib import Path

from parcli.registry.loader import load_registry

ROOT = Path(__file__).parents[2]


def test_the_shipped_registry_is_read_whole() -> None:
    registry, diagnostics = load_registry(ROOT)
    assert [d for d in diagnostics if d.severity.label == "error"] == []
    assert list(registry.directives) == ["ba-don-2024", "bac-binh-2022"]
    assert list(registry.catalogues) == ["ba-don", "bac-binh"]
    assert list(registry.frameworks) == ["papi", "par-index", "sipas"]
    assert list(registry.calendar) == [2022, 2023, 2024, 2025, 2026]
    assert registry.config is not None
    assert registry.config.org == "ba-don"


def test_one_broken_file_hides_no_other(tmp_path: Path) -> None:
    for path, text in {
        "parcli.yaml": "schema: parcli.registry/1\ntitle: Thử\n",
        "data/units/a.yaml": "schema: [\n",
        "data/units/b.yaml": (
            "schema: parcli.units/1\nid: b\norganisation: {name: B, level: commune}\nlạ: 1\n"
        ),
        "data/progress/2024-Q3/p.yaml": (
            "schema: parcli.progress/1\norg: b\nunit: p\nperiod: 2024-Q3\n"
        ),
    }.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    registry, diagnostics = load_registry(tmp_path)
    assert list(registry.catalogues) == ["b"]
    assert list(registry.progress) == [("2024-Q3", "p")]
    assert [(d.file, d.code) for d in diagnostics] == [
        ("data/units/a.yaml", "PAR106"),
        ("data/units/b.yaml", "PAR202"),
    ]
