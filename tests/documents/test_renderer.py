"""Templates filled: text comes through unchanged, or is refused with tag and paragraph."""

from __future__ import annotations

import io
import random
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from docxtpl import DocxTemplate
from jinja2 import Environment
from word_text import lines, part, rows

from parcli.documents import renderer, sandbox
from parcli.documents.package import read_package
from parcli.documents.renderer import BrokenResult, CompiledTemplate, TemplateFault
from parcli.documents.template_builder.wordml import (
    cell,
    control,
    control_row,
    paragraph,
    row,
    run,
    table,
)

if TYPE_CHECKING:
    from collections.abc import Callable

DAY = date(2024, 9, 20)


def filled(raw: bytes, context: Any) -> bytes:
    """The template with that context, as the bytes of a file."""
    out = io.BytesIO()
    CompiledTemplate(read_package("mẫu.docx", raw)).write(out, context, "Tiêu đề", DAY)
    return out.getvalue()


def one_column(*rows_of_table: str) -> str:
    """A table one column wide."""
    return table([9000], *rows_of_table)


def cell_of(text: str) -> str:
    """A row of one cell with that text."""
    return row(cell(9000, paragraph("BangChu", text)))


@pytest.mark.parametrize(
    "text",
    [
        "Tài nguyên & Môi trường",
        "<w:p>không phải thẻ</w:p> ]]> &amp; &lt;",
        "“Hỏi – Đáp” 'nháy' \"kép\" ‘đơn’",
        "dòng một\ndòng hai\n\ndòng bốn",
        "cột\tcột\t\tcột",
        "{{ không phải thẻ }} {% if %} {# #} {_{ }_} {_% %_}",
        "  thừa  khoảng trắng  ",
        "Ấp ẩn ữ ộ – NFC; e\u0301 – NFD; 🇻🇳 \u200b\u00a0\u2028",
        "x" * 10_000,
        "Nội dung dài " * 800,
        "",
    ],
)
def test_text_comes_through_unchanged(word_file: Callable[[str], bytes], text: str) -> None:
    made = filled(word_file(paragraph("NoiDung", "[{{ text }}]")), {"text": text})
    assert lines(made) == [f"[{text}]"]


def test_any_text_that_xml_can_hold_comes_through(word_file: Callable[[str], bytes]) -> None:
    raw = word_file(
        control("{%p for text in texts %}")
        + paragraph("NoiDung", "{{ text }}")
        + control("{%p endfor %}")
    )
    letters = "&<>\"'{}%#_\n\t ]ộưẶa\u00a0\u2028😀"
    chance = random.Random(20240920)
    texts = ["".join(chance.choices(letters, k=chance.randrange(1, 40))) for _ in range(500)]
    assert lines(filled(raw, {"texts": texts})) == texts


@pytest.mark.parametrize("letter", ["\x00", "\x07", "\x0b", "\x0c", "\x1b", "\ufffe", "\ud800"])
def test_what_xml_cannot_hold_is_refused_with_its_place(
    word_file: Callable[[str], bytes], letter: str
) -> None:
    raw = word_file(paragraph("NoiDung", "đầu") + paragraph("NoiDung", "{{ text }}"))
    with pytest.raises(TemplateFault) as caught:
        filled(raw, {"text": f"trước{letter}sau"})
    told = str(caught.value)
    assert told.startswith("mẫu.docx, word/document.xml, paragraph 2, {{ text }}: ")
    assert f"U+{ord(letter):04X}" in told
    assert "trước" in told


def test_carriage_returns_are_line_breaks(word_file: Callable[[str], bytes]) -> None:
    made = filled(word_file(paragraph("NoiDung", "{{ text }}")), {"text": "a\r\nb\rc"})
    assert lines(made) == ["a\nb\nc"]


@pytest.mark.parametrize(
    ("body", "tag", "number"),
    [
        (paragraph("NoiDung", "a") + paragraph("NoiDung", "{{ thieu }}"), "{{ thieu }}", 2),
        (
            one_column(cell_of("a"), cell_of("{{ b.c }}")),
            "{{ b.c }}",
            2,
        ),
        (
            control("{%p for x in ds %}")
            + paragraph("NoiDung", "{{ x }}{{ y }}")
            + control("{%p endfor %}"),
            "{{ y }}",
            2,
        ),
        (
            one_column(
                control_row("{%tr for x in ds %}", 1, 9000),
                cell_of("{{ x.ten }}"),
                control_row("{%tr endfor %}", 1, 9000),
            ),
            "{{ x.ten }}",
            2,
        ),
        (control("{%p if thieu.con %}") + control("{%p endif %}"), "{%p if thieu.con %}", 1),
    ],
)
def test_an_undefined_name_is_an_error_that_names_tag_and_paragraph(
    word_file: Callable[[str], bytes], body: str, tag: str, number: int
) -> None:
    with pytest.raises(TemplateFault) as caught:
        filled(word_file(body), {"ds": ["một"], "b": {}})
    assert (caught.value.facts["tag"], caught.value.facts["paragraph"]) == (tag, number)
    assert caught.value.exit_code == 3


def test_a_tag_that_word_has_cut_into_runs_is_one_tag(word_file: Callable[[str], bytes]) -> None:
    cut = f"<w:p>{run('{')}{run('{ na')}{run('me', '<w:b/>')}{run(' }}')}</w:p>"
    assert lines(filled(word_file(cut), {"name": "Ba Đồn"})) == ["Ba Đồn"]


def test_curly_quotes_that_word_puts_in_are_straightened(word_file: Callable[[str], bytes]) -> None:
    body = paragraph("NoiDung", "{% if a == ‘x’ %}đúng{% endif %}{% if a == “x” %}!{% endif %}")
    assert lines(filled(word_file(body), {"a": "x"})) == ["đúng!"]


def test_columns_may_be_repeated(word_file: Callable[[str], bytes]) -> None:
    body = table(
        [9000],
        row(
            cell(9000, paragraph("The", "{%tc for x in ds %}")),
            cell(9000, paragraph("BangChu", "{{ x }}")),
            cell(9000, paragraph("The", "{%tc endfor %}")),
        ),
    )
    made = filled(word_file(body), {"ds": ["một", "hai & ba", "bốn"]})
    assert rows(made, 0) == [["một", "hai & ba", "bốn"]]
    assert part(made, "word/document.xml").count("<w:gridCol ") == 3


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (["a"], "it prints a list or a record, not a text in it"),
        ({"a": 1}, "it prints a list or a record, not a text in it"),
        (2.5, "it prints a list or a record, not a text in it"),
    ],
)
def test_only_text_and_whole_numbers_print(
    word_file: Callable[[str], bytes], value: object, told: str
) -> None:
    with pytest.raises(TemplateFault, match=told):
        filled(word_file(paragraph("NoiDung", "{{ x }}")), {"x": value})


def test_nothing_prints_as_nothing(word_file: Callable[[str], bytes]) -> None:
    assert lines(filled(word_file(paragraph("NoiDung", "[{{ x }}]")), {"x": None})) == ["[]"]


@pytest.mark.parametrize(
    "tag",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ x.__init__.__globals__ }}",
        "{{ x['__class__'] }}",
        "{{ x[y] }}",
        "{{ range(10) }}",
        "{{ x.upper() }}",
        "{{ 'a' * 1000000000 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ '%s' % x }}",
        "{% set y = x ~ x %}",
        "{% include 'C:/bi-mat.docx' %}",
        "{% import 'a' as b %}",
        "{% extends 'a' %}",
        "{% macro m() %}{% endmacro %}",
        "{% with y = x %}{% endwith %}",
        "{% for a in 'abc' %}{% endfor %}",
        "{% for a in [x, x] %}{% endfor %}",
        "{% for a in ds recursive %}{{ loop(a) }}{% endfor %}",
        "{{ x|safe }}",
        "{{ x|attr('__class__') }}",
        "{{ x|map(attribute='y')|list }}",
        "{{ lipsum() }}",
        "{{ cycler }}",
        "{{ _secret }}",
    ],
)
def test_what_no_template_needs_is_refused(word_file: Callable[[str], bytes], tag: str) -> None:
    with pytest.raises(TemplateFault):
        filled(word_file(paragraph("NoiDung", tag)), {"x": "x", "y": "y", "ds": ["a"]})


def test_loops_that_never_end_are_stopped(
    word_file: Callable[[str], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sandbox, "MAX_ROUNDS", 1000)
    nested = "{% for a in ds %}" * 3 + "{% endfor %}" * 3
    with pytest.raises(TemplateFault, match="more than 1000 times"):
        filled(word_file(paragraph("NoiDung", nested)), {"ds": ["x"] * 100})


def test_a_loop_over_a_text_is_refused(word_file: Callable[[str], bytes]) -> None:
    with pytest.raises(TemplateFault, match="a loop needs a list"):
        filled(word_file(paragraph("NoiDung", "{% for a in x %}{% endfor %}")), {"x": "chữ"})


@pytest.mark.parametrize(
    "body",
    [
        control("{%p if x %}") + one_column(cell_of("{%tr endif %}")),
        control("{%p if x %}") + paragraph("NoiDung", "b") + paragraph("NoiDung", "{% endif %}c"),
    ],
)
def test_tags_that_cut_a_row_in_two_are_told_or_harmless(
    word_file: Callable[[str], bytes], body: str
) -> None:
    with pytest.raises((BrokenResult, TemplateFault)):
        filled(word_file(body), {"x": False})


def test_a_result_without_end_is_stopped(
    word_file: Callable[[str], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(renderer, "MAX_OUTPUT", 5_000)
    with pytest.raises(BrokenResult, match="0 MB"):
        filled(word_file(paragraph("NoiDung", "{{ x }}")), {"x": "a" * 9_000})


def test_headers_are_filled_too(word_file: Callable[[str], bytes]) -> None:
    package = read_package("mẫu.docx", word_file("<w:p/>"))
    header = package.text("word/header1.xml").replace(
        "<w:p>", paragraph("SoTrang", "{{ x }}") + "<w:p>"
    )
    parts = {**package.parts, "word/header1.xml": header.encode()}
    template = CompiledTemplate(replace(package, parts=parts))
    out = io.BytesIO()
    template.write(out, {"x": "Ba Đồn"}, "", DAY)
    assert "Ba Đồn" in part(out.getvalue(), "word/header1.xml")


def test_the_same_context_and_day_give_the_same_bytes(word_file: Callable[[str], bytes]) -> None:
    raw = word_file(paragraph("NoiDung", "{{ x }}"))
    assert filled(raw, {"x": "a"}) == filled(raw, {"x": "a"})
    core = part(filled(raw, {"x": "a"}), "docProps/core.xml")
    assert core.count("2024-09-20T00:00:00Z") == 2
    assert "<dc:title>Tiêu đề</dc:title>" in core


def test_the_text_is_docxtpl_s(word_file: Callable[[str], bytes]) -> None:
    """The same template and context in docxtpl itself give the same paragraphs."""
    raw = word_file(
        paragraph("NoiDung", "{{ x }} và {{ y|upper }}")
        + control("{%p for d in ds %}")
        + paragraph("NoiDung", "{% if loop.first %}đầu{% else %}sau{% endif %} {{ d }}")
        + control("{%p endfor %}")
        + table(
            [4000, 5000],
            control_row("{%tr for d in ds %}", 2, 9000),
            row(
                cell(4000, paragraph("BangChu", "{{ loop.index }}")),
                cell(5000, paragraph("BangChu", "{{ d }}")),
            ),
            control_row("{%tr endfor %}", 2, 9000),
        )
    )
    context = {"x": "A & B", "y": "đề án", "ds": ["một", "hai\nba", "<bốn>"]}
    theirs = DocxTemplate(io.BytesIO(raw))
    theirs.render(context, Environment(autoescape=True))
    out = io.BytesIO()
    theirs.save(out)
    assert lines(filled(raw, context)) == lines(out.getvalue())


def test_cells_may_span_a_number_of_columns(word_file: Callable[[str], bytes]) -> None:
    body = table(
        [3000, 3000, 3000],
        row(cell(9000, paragraph("BangChu", "{% colspan n %}{{ x }}"))),
        row(*(cell(3000, paragraph("BangChu", f"{{{{ {name} }}}}")) for name in ("a", "b", "y"))),
    )
    made = filled(word_file(body), {"n": 3, "x": "cả dòng", "a": "1", "b": "2", "y": "3"})
    assert '<w:gridSpan w:val="3"/>' in part(made, "word/document.xml")
    with pytest.raises(TemplateFault) as caught:
        filled(word_file(body), {"n": 3, "x": "cả dòng", "a": "1", "b": "2"})
    assert (caught.value.facts["tag"], caught.value.facts["paragraph"]) == ("{{ y }}", 4)


def test_a_template_without_tags_is_the_document(word_file: Callable[[str], bytes]) -> None:
    assert lines(filled(word_file(paragraph("NoiDung", "nguyên văn")), {})) == ["nguyên văn"]
