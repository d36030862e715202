"""Which words look wrong, and in which way."""

from __future__ import annotations

from dataclasses import fields

import pytest

from parcli.registry.inspection.word_judgement import Judged, judged

ODD = {
    "first_vowel": ["hòa", "thúy,", "KHỎE"],
    "second_vowel": ["hoà", "thuý", "khoẻ."],
    "impossible": [
        "thưc", "duyêt,", "kêch", "duyet", "nghiep", "biec", "thuoc", "hôị", "viêĩ",
        "câú", "tiù", "câỳ", "haò", "tìên", "tỳên", "tùông", "hừơng", "thưà", "ch\ufffda",
        "UBDN", "(UNBD", "QĐ.UBND", "12/TTr.UBND", "1O0", "l2%", "1OO%", "31/02/2026",
        "ngày30/2/2026.",
    ],
    "mixed": ["Bаn"],
    "personal": ["0912345678", "0912.345", "091", "+84912", "123456789", "x@y.vn"],
    "secret": ["MẬT", "Mật,", "(mật)"],
}  # fmt: skip
RIGHT = [
    "thức", "duyệt", "hội", "quý", "giữ", "gìn", "quỳ", "của", "tiến", "tuyến", "thừa",
    "UBND", "QĐ-UBND", "TTr-UBND", "XUBDN", "cviecx", "100%", "2026", "28/02/2026", "29/02/2024",
    "12/2026", "1234567890", "12345678", "A0912345678", "1.091234", "@", "x@", "mậu", "giục",
]  # fmt: skip


def kinds(words: set[str]) -> dict[str, set[str]]:
    found = judged(words)
    return {each.name: getattr(found, each.name) for each in fields(Judged)}


@pytest.mark.parametrize(
    ("kind", "word"), [(k, word) for k, words in ODD.items() for word in words]
)
def test_an_odd_word_is_of_its_kind_alone(kind: str, word: str) -> None:
    assert {k: found for k, found in kinds({word}).items() if found} == {kind: {word}}


@pytest.mark.parametrize("word", RIGHT)
def test_what_is_written_rightly_is_not_odd(word: str) -> None:
    assert not any(kinds({word}).values())


def test_letters_of_an_old_encoding_are_told_where_there_are_many() -> None:
    words = {"vÄƒn", "báº£n", "v¨n", "®iÒu", "Coäng", "ñieàu", "toå"}

    assert kinds({"Coäng", "Ñieàu"})["legacy"] == set()
    assert kinds(words)["legacy"] == words


def test_what_is_far_too_long_for_a_word_is_looked_at_for_secrets_alone() -> None:
    word = "thưc" * 2000 + "MẬT"

    assert {kind for kind, found in kinds({word}).items() if found} == {"secret"}
