"""What is found in a template: broken, unknown and unsafe tags, and departures from the layout."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from word_text import part, repacked

from parcli.checks.manual import page
from parcli.documents.contexts.unit_report import UnitReport, unit_report
from parcli.documents.package import read_package
from parcli.documents.profile import load_profile
from parcli.documents.renderer import CompiledTemplate
from parcli.documents.report_kinds import KINDS, template_package
from parcli.documents.template_builder.build import SHIPPED, built
from parcli.documents.template_builder.wordml import control, paragraph, run
from parcli.documents.template_check import check_template
from parcli.documents.template_check.findings import CODES, finding
from parcli.documents.template_check.shapes import sample
from parcli.queries.unit_lookup import unit

if TYPE_CHECKING:
    from parcli.documents.contexts.report_frame import ReportFrame

_UNIT = "bao-cao-don-vi.docx"
_DOCUMENT = "word/document.xml"
_STYLES = "word/styles.xml"
_TEXT = '<w:t xml:space="preserve">'
_RUN = f"<w:r>{_TEXT}"


def findings(raw: bytes, kind: str | None = "unit") -> list[tuple[str, int, str]]:
    """Code, paragraph and message of each finding."""
    package = read_package("mẫu.docx", raw)
    found = check_template(package, KINDS[kind] if kind else None)
    return [(d.code, d.line, d.text()) for d in found]


def changed(old: str, new: str, name: str = _DOCUMENT, template: str = _UNIT) -> bytes:
    """A shipped template with one text of one part replaced, once."""
    raw = built(template)
    text = part(raw, name)
    assert old in text, old
    return repacked(raw, {name: text.replace(old, new, 1).encode("utf-8")})


def with_body(body: str, template: str = _UNIT) -> bytes:
    """A shipped template with paragraphs put before its end."""
    return changed("<w:sectPr>", f"{body}<w:sectPr>", template=template)


@pytest.mark.parametrize("name", SHIPPED)
def test_nothing_is_wrong_with_the_shipped_templates(name: str) -> None:
    assert findings(built(name), None) == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("full", [True, False])
def test_nothing_is_wrong_with_what_they_make(kind: str, full: bool) -> None:
    out = io.BytesIO()
    context = sample(KINDS[kind].record_type(), full=full)
    template = CompiledTemplate(template_package(KINDS[kind], None))
    template.write(out, context, "", date(2024, 9, 20))
    assert findings(out.getvalue(), None) == []


def test_nothing_is_wrong_with_a_real_report(ba_don: ReportFrame) -> None:
    who = unit(ba_don.index, "ba-don", "phong-noi-vu")
    assert who is not None
    out = io.BytesIO()
    template = CompiledTemplate(template_package(KINDS["unit"], None))
    template.write(out, unit_report(ba_don, who), "", date(2024, 9, 20))
    assert findings(out.getvalue(), None) == []


@pytest.mark.parametrize(
    ("body", "code", "told"),
    [
        ("{{ opening", "PAR801", "The tag {{ opening is broken: {{"),
        ("opening }}", "PAR801", "The tag opening }} is broken: }}"),
        ("{ { opening }}", "PAR801", "The tag { { opening }} is broken: { {"),
        ("{{ opening. }}", "PAR801", "The tag {{ opening. }} is broken: expected name or number"),
        ("{{ a b }}", "PAR801", "The tag {{ a b }} is broken: expected token"),
        ("{%p fi parts %}", "PAR801", "The tag {%p fi parts %} is broken: fi"),
        ("{% %}", "PAR801", "The tag {% %} is broken"),
        ("{%p if parts %}", "PAR801", "broken: Unexpected end of template"),
        ("{%p endfor %}", "PAR801", "broken: Encountered unknown tag 'endfor'"),
        ("{{ opning }}", "PAR802", "No report provides “opning” ({{ opning }})."),
        ("{{ letterhead.isuer }}", "PAR802", "No report provides “isuer”"),
        ("{{ opening.upper }}", "PAR802", "No report provides “upper”"),
        ("{{ parts[0].titel }}", "PAR802", "No report provides “titel”"),
        ("{{ (parts|first).titel }}", "PAR802", "No report provides “titel”"),
        ("{% if thieu %}{% endif %}", "PAR802", "No report provides “thieu”"),
        ("{{ opening if thieu else closing }}", "PAR802", "No report provides “thieu”"),
        ("{{ opening ~ thieu }}", "PAR802", "No report provides “thieu”"),
        ("{{ opening|default(thieu) }}", "PAR802", "No report provides “thieu”"),
        ("{% for p in parts %}{{ loop.indx }}{% endfor %}", "PAR802", "“indx”"),
        ("{% for p in parts %}{{ p.sections[0].letre }}{% endfor %}", "PAR802", "“letre”"),
        ("{% for p in parts %}{% endfor %}{{ p.title }}", "PAR802", "“p”"),
        ("{% for a, b in parts %}{{ a }}{% endfor %}{{ b }}", "PAR802", "“b”"),
        ("{{ opening.__class__ }}", "PAR803", "does something that templates may not do"),
        ("{% set x = opening %}", "PAR803", "may not do (assign)"),
        ("{{ range(9) }}", "PAR803", "may not do (call)"),
        ("{{ parts }}", "PAR804", "{{ parts }} does not print: it is a list or a record"),
        ("{{ letterhead }}", "PAR804", "it is a list or a record"),
        ("{% for p in parts %}{{ loop }}{% endfor %}", "PAR804", "it is a list or a record"),
        ("{% for c in opening %}{% endfor %}", "PAR804", "a loop needs a list"),
    ],
)
def test_tags(body: str, code: str, told: str) -> None:
    raw = with_body(paragraph("NoiDung", body))
    last = part(raw, _DOCUMENT).count("<w:p>")
    found = findings(raw)
    assert [(c, n) for c, n, _text in found] == [(code, last)]
    assert told in found[0][2]


def test_a_misspelt_name_is_told_with_what_was_meant() -> None:
    package = read_package("mẫu.docx", with_body(paragraph("NoiDung", "{{ opning }}")))
    [found] = check_template(package, KINDS["unit"])
    assert found.advice().startswith("Did you mean opening")


def test_every_finding_is_told_at_once() -> None:
    raw = with_body("".join(paragraph("NoiDung", f"{{{{ sai{n} }}}}") for n in range(4)))
    assert [code for code, _line, _text in findings(raw)] == ["PAR802"] * 4


def test_a_row_cut_in_two_is_told() -> None:
    raw = with_body(control("{%p if parts %}") + paragraph("NoiDung", "a {% endif %} b"))
    assert [code for code, _line, _text in findings(raw)] == ["PAR805"]


def test_the_kind_is_guessed_from_the_names() -> None:
    raw = built("cong-van-don-doc.docx")
    assert findings(raw, None) == []
    assert {code for code, _line, _text in findings(raw, "unit")} == {"PAR802"}


@pytest.mark.parametrize(
    ("old", "new", "name", "code", "told"),
    [
        ('w:w="11906"', 'w:w="12240"', _DOCUMENT, "PAR811", "The paper is 215.9 × 297 mm"),
        (
            'w:left="1701" w:header', 'w:left="1134" w:header',
            _DOCUMENT, "PAR812", "The left margin is 20 mm",
        ),
        ('w:right="850"', 'w:right="1440"', _DOCUMENT, "PAR812", "The right margin is 25.4 mm"),
        (
            "<w:r><w:t xml:space=\"preserve\">BÁO CÁO",
            '<w:r><w:rPr><w:rFonts w:ascii="Arial"/></w:rPr><w:t xml:space="preserve">BÁO CÁO',
            _DOCUMENT, "PAR813", "“BÁO CÁO” is in Arial",
        ),
        (
            "<w:r><w:t xml:space=\"preserve\">Nơi nhận:",
            '<w:r><w:rPr><w:color w:val="FF0000"/></w:rPr><w:t xml:space="preserve">Nơi nhận:',
            _DOCUMENT, "PAR819", "is in the colour FF0000",
        ),
        (
            "<w:r><w:t xml:space=\"preserve\">BÁO CÁO",
            '<w:r><w:rPr><w:sz w:val="40"/></w:rPr><w:t xml:space="preserve">BÁO CÁO',
            _DOCUMENT, "PAR814", "is 20 pt",
        ),
        (
            f"{_RUN}{{{{ signature.position }}}}",
            f'<w:r><w:rPr><w:b w:val="0"/></w:rPr>{_TEXT}{{{{ signature.position }}}}',
            _DOCUMENT, "PAR815", "Quyền hạn, chức vụ “{{ signature.position }}” is not bold",
        ),
        (
            f"{_RUN}{{{{ letterhead.place_and_date }}}}",
            f'<w:r><w:rPr><w:i w:val="0"/></w:rPr>{_TEXT}{{{{ letterhead.place_and_date }}}}',
            _DOCUMENT, "PAR815", "is upright",
        ),
        (
            '<w:pStyle w:val="TenLoai"/>', '<w:pStyle w:val="TenLoai"/><w:jc w:val="left"/>',
            _DOCUMENT, "PAR816", "is aligned left",
        ),
        (
            "BÁO CÁO</w:t>", "Báo cáo</w:t>", _DOCUMENT, None, "",
        ),
        (
            '<w:r><w:t xml:space="preserve">BÁO CÁO',
            '<w:r><w:rPr><w:caps w:val="0"/></w:rPr><w:t xml:space="preserve">Báo cáo',
            _DOCUMENT, "PAR821", "Tên loại văn bản “Báo cáo” is not in capitals",
        ),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HÒA", _DOCUMENT, None, ""),
        ("<w:titlePg/>", "", _DOCUMENT, "PAR818", "it shows on page 1"),
        (" PAGE ", " DATE ", "word/header1.xml", "PAR818", "there is none in the top margin"),
        (
            '<w:pStyle w:val="SoTrang"/>', '<w:pStyle w:val="SoTrang"/><w:jc w:val="right"/>',
            "word/header1.xml", "PAR818", "it is not centred",
        ),
        (
            '<w:p><w:pPr><w:pStyle w:val="KeTieuNgu"/></w:pPr></w:p>', "",
            _DOCUMENT, "PAR820", "of the right length under Tiêu ngữ: there is none",
        ),
        ('<w:rPr><w:u w:val="single"/></w:rPr>', "", _DOCUMENT, "PAR820", "under Cơ quan ban hành"),
    ],
)  # fmt: skip
def test_layout(old: str, new: str, name: str, code: str | None, told: str) -> None:
    found = findings(changed(old, new, name))
    assert [c for c, _line, _text in found] == ([code] if code else [])
    assert all(told in text for _code, _line, text in found)


def test_a_style_that_departs_is_told_where_it_is_used() -> None:
    styles = part(built(_UNIT), _STYLES)
    start = styles.index('w:styleId="QuyenHan"')
    bold = styles.index("<w:b/><w:bCs/>", start)
    plain = styles[:bold] + styles[bold + len("<w:b/><w:bCs/>") :]
    found = findings(repacked(built(_UNIT), {_STYLES: plain.encode("utf-8")}))
    assert {code for code, _line, _text in found} == {"PAR815"}
    assert len(found) == 3


def test_a_whole_font_is_told_from_its_theme() -> None:
    theme = (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements>'
        '<a:fontScheme><a:majorFont><a:latin typeface="Aptos Display"/></a:majorFont>'
        '<a:minorFont><a:latin typeface="Aptos"/></a:minorFont></a:fontScheme></a:themeElements>'
        "</a:theme>"
    )
    raw = built(_UNIT)
    fonts = part(raw, _STYLES).replace("<w:rFonts ", '<w:rFonts w:asciiTheme="minorHAnsi" ', 1)
    found = findings(
        repacked(raw, {_STYLES: fonts.encode("utf-8"), "word/theme/theme1.xml": theme.encode()})
    )
    assert {code for code, _line, _text in found} == {"PAR813"}
    assert "is in Aptos" in found[0][2]


def test_missing_parts_of_the_head_are_told() -> None:
    raw = changed("Độc lập - Tự do - Hạnh phúc", "Độc lập")
    text = part(raw, _DOCUMENT).replace("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HÒA")
    plain = text.replace('w:val="QuocHieu"', 'w:val="Normal"').replace(
        'w:val="TieuNgu"', 'w:val="Normal"'
    )
    found = findings(repacked(raw, {_DOCUMENT: plain.encode("utf-8")}))
    assert [code for code, _line, _text in found] == ["PAR817", "PAR817"]


@pytest.mark.parametrize(
    ("rule", "codes"),
    [
        ('<w:p><w:r><w:drawing/></w:r></w:p>', []),
        ('<w:p><w:pPr><w:pBdr/><w:ind w:left="1150" w:right="1150"/></w:pPr></w:p>', []),
        ('<w:p><w:pPr><w:pBdr/><w:ind w:left="9" w:right="9"/></w:pPr></w:p>', ["PAR820"]),
        ("<w:p/>", ["PAR820"]),
    ],
)  # fmt: skip
def test_lines_may_be_drawn_or_bordered(rule: str, codes: list[str]) -> None:
    old = '<w:p><w:pPr><w:pStyle w:val="KeTieuNgu"/></w:pPr></w:p>'
    assert [code for code, _line, _text in findings(changed(old, rule))] == codes


def test_underlined_words_are_no_line() -> None:
    raw = changed('<w:p><w:pPr><w:pStyle w:val="KeTieuNgu"/></w:pPr></w:p>', "<w:p/>")
    text = part(raw, _DOCUMENT).replace(
        '<w:r><w:t xml:space="preserve">Độc lập',
        '<w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t xml:space="preserve">Độc lập',
    )
    [(code, _line, told)] = findings(repacked(raw, {_DOCUMENT: text.encode("utf-8")}))
    assert (code, told.endswith("the words are underlined instead")) == ("PAR820", True)


def test_a_border_of_the_motto_itself_is_a_line() -> None:
    raw = changed('<w:p><w:pPr><w:pStyle w:val="KeTieuNgu"/></w:pPr></w:p>', "<w:p/>")
    text = part(raw, _DOCUMENT).replace(
        '<w:pStyle w:val="TieuNgu"/>', '<w:pStyle w:val="TieuNgu"/><w:pBdr/>'
    )
    assert findings(repacked(raw, {_DOCUMENT: text.encode("utf-8")})) == []


def test_emphasis_in_running_text_is_allowed() -> None:
    mixed = paragraph("NoiDung", run("thường "), run("đậm", "<w:b/>"))
    assert findings(with_body(mixed)) == []
    bold = paragraph("NoiDung", run("tất cả đậm", "<w:b/>"))
    assert [code for code, _line, _text in findings(with_body(bold))] == ["PAR815"]


def test_styles_of_an_office_s_own_are_read_through() -> None:
    own = (
        '<w:style w:type="paragraph" w:styleId="Rieng"><w:name w:val="Riêng"/>'
        '<w:basedOn w:val="NoiDung"/></w:style><w:style w:type="character" w:styleId="Chu">'
        '<w:name w:val="Chữ"/><w:rPr><w:rFonts w:ascii="Arial"/></w:rPr></w:style></w:styles>'
    )
    raw = repacked(
        with_body(paragraph("Rieng", run("chữ", '<w:rStyle w:val="Chu"/>'))),
        {_STYLES: part(built(_UNIT), _STYLES).replace("</w:styles>", own).encode("utf-8")},
    )
    [(code, _line, told)] = findings(raw)
    assert (code, "“chữ” is in Arial" in told) == ("PAR813", True)


def test_a_document_without_styles_is_checked_as_word_shows_it() -> None:
    raw = repacked(built(_UNIT), {_STYLES: None})
    codes = {code for code, _line, _text in findings(raw)}
    assert "PAR814" in codes


@pytest.mark.parametrize("code", CODES)
def test_every_finding_has_its_page_in_the_manual(code: str) -> None:
    assert page(code).severity == finding(code, "mẫu.docx", 1).severity.label


def test_a_profile_may_want_the_number_on_page_1_too(monkeypatch: pytest.MonkeyPatch) -> None:
    profile = load_profile()
    on_every_page = replace(profile, page_number=profile.page_number._replace(first_page=True))
    raw = changed("<w:titlePg/>", "")
    assert [code for code, _line, _told in findings(raw)] == ["PAR818"]
    monkeypatch.setattr("parcli.documents.template_check.load_profile", lambda: on_every_page)
    assert findings(raw) == []


def test_a_sample_has_everything_or_nothing() -> None:
    full, bare = sample(UnitReport, full=True), sample(UnitReport, full=False)
    assert full.letterhead.superior
    assert len(full.parts) == 2
    assert bare.letterhead.superior is None
    assert bare.parts == ()
