"""The words with which a time can begin are all that any reader asks for where it stands."""

from __future__ import annotations

import sys
from itertools import product
from typing import Any

import pytest

from parcli.schedule.phrases import find_deadlines
from parcli.schedule.phrases.beginnings import BEGINNINGS, may_begin
from parcli.schedule.phrases.tokens import Lexicon, Tokens

# The package's function of that name hides the module.
scan_module = sys.modules["parcli.schedule.phrases.scan"]
# What may stand before a time and lets a reader begin: a report's name, a bracket, a joint.
BEFORE = ("", "15 (", "báo cáo", "trước", "/", ",", "và", "(", ":", ";", "-", "hoặc", "kỳ", "đầu")
NO_WORD = "zzz"


def asked_for(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Every first word that a reader asks for at a word which none of them knows."""
    words: set[str] = set()
    here = -1
    take, one_of, at = Tokens.take, Tokens.any, Lexicon.at

    def noted_take(self: Tokens, index: int, *phrases: str) -> int:
        words.update(phrase.split()[0] for phrase in phrases if index == here)
        return take(self, index, *phrases)

    def noted_any(self: Tokens, index: int, *given: str) -> bool:
        words.update(given if index == here else ())
        return one_of(self, index, *given)

    def noted_at(self: Lexicon[Any], tokens: Tokens, index: int) -> tuple[Any, int] | None:
        words.update(phrase[0] for phrase in self._values if index == here)
        return at(self, tokens, index)

    monkeypatch.setattr(Tokens, "take", noted_take)
    monkeypatch.setattr(Tokens, "any", noted_any)
    monkeypatch.setattr(Lexicon, "at", noted_at)
    for before, running, listing in product(BEFORE, (False, True), (False, True)):
        tokens = Tokens(f"{before} {NO_WORD} đây tết chạp", running=running)
        here = len(tokens) - 4
        assert tokens[here].key == NO_WORD
        assert scan_module.facts_at(tokens, here, listing=listing) == []
    return words


def test_no_reader_asks_for_another_word(monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked_for(monkeypatch) - BEGINNINGS == set()


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("trước", True),
        ("truoc", True),
        ("2026", True),
        ("12345678", True),
        ("bệnh", False),
        ("ngành", False),
        ("¶", False),
    ],
)
def test_a_word_begins_a_time_or_not(text: str, begins: bool) -> None:
    assert may_begin(Tokens(text)[0]) is begins


def test_a_word_without_accents_among_accented_ones_is_its_own() -> None:
    assert not may_begin(Tokens("bệnh viện hang")[2])


def test_a_long_text_is_read_once() -> None:
    """Every deadline of a page is found, also behind much that names no time."""
    filler = "Lãnh đạo bệnh viện bồi dưỡng nghiệp vụ chuyên môn. " * 400
    text = f"{filler}Hoàn thành trước ngày 15/6/2026. {filler}Xong trong quý III/2026."
    assert [phrase.phrase for _s, _e, phrase in find_deadlines(text)] == [
        "trước ngày 15/6/2026",
        "trong quý III/2026",
    ]
