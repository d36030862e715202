"""What the shell offers after Tab, as bash asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Outcome


@pytest.mark.parametrize(
    ("typed", "word", "offered"),
    [
        ("tasks --unit", "phong-n", ["phong-noi-vu"]),
        # By name, accents left out or not, where no id begins so.
        ("tasks --unit", "noi", ["phong-noi-vu"]),
        ("tasks --unit", "nội", ["phong-noi-vu"]),
        ("tasks --unit", "PNV", ["phong-noi-vu"]),
        ("tasks --unit", "zzz", []),
        ("tasks --index", "pa", ["papi", "par-index"]),
        ("tasks --criterion", "sip", ["sipas/"]),
        ("tasks --criterion", "papi/3", ["papi/3", "papi/3.1", "papi/3.2", "papi/3.3"]),
        ("tasks --directive", "bac", ["bac-binh-2022"]),
        ("show", "par", ["par-index"]),
        ("show", "ba-don-2", ["ba-don-2024", "ba-don-2024/"]),
        ("show", "ba-don-2024/tong", ["ba-don-2024/tong-hop-quy"]),
        ("show", "ba-don-2024/pl3.28", ["ba-don-2024/pl3.28"]),
        ("units --org", "ba", ["ba-don", "bac-binh"]),
        ("due --quarter", "2024-Q3", ["2024-Q3"]),
        ("tasks --role", "s", ["support"]),
        ("tasks --status", "not", ["not-started", "not-applicable"]),
        ("progress set x --status", "d", ["done"]),
        ("init --level", "co", ["commune", "committee"]),
        ("init --ci", "git", ["github", "gitlab"]),
    ],
)
def test_offers(
    cli: Callable[..., Outcome],
    shipped: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    typed: str,
    word: str,
    offered: list[str],
) -> None:
    monkeypatch.chdir(shipped)
    words = f"parcli {typed} {word}"
    monkeypatch.setenv("_PARCLI_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(len(words.split()) - 1))
    outcome = cli()
    assert outcome.out.split() == offered


def test_nothing_is_offered_and_nobody_complains_without_a_registry(
    cli: Callable[..., Outcome], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("_PARCLI_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "parcli tasks --unit noi")
    monkeypatch.setenv("COMP_CWORD", "3")
    outcome = cli()
    assert (outcome.out.strip(), outcome.err) == ("", "")


def test_the_registry_named_in_the_environment_is_asked(
    cli: Callable[..., Outcome],
    shipped: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PARCLI_ROOT", str(shipped))
    monkeypatch.setenv("_PARCLI_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "parcli tasks --unit phong-n")
    monkeypatch.setenv("COMP_CWORD", "3")
    assert cli().out.split() == ["phong-noi-vu"]
