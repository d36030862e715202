"""A template's package around its body: styles, page number, settings, properties."""

from __future__ import annotations

import io
from datetime import date
from typing import TYPE_CHECKING, Literal

from parcli.documents.core_properties import DECLARATION, PART, core_properties
from parcli.documents.package import DOCUMENT, write_package
from parcli.documents.template_builder.styles import styles_xml
from parcli.documents.template_builder.wordml import NAMESPACES, twips

if TYPE_CHECKING:
    from parcli.documents.profile import FormatProfile

Orientation = Literal["portrait", "landscape"]
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"

# The day on which NĐ 30/2020/NĐ-CP came into force, which dates the shipped templates.
_DAY = date(2020, 3, 5)


def section(profile: FormatProfile, orientation: Orientation = "portrait") -> str:
    """The sectPr of a section: the profile's page, pages numbered from 1, the first without."""
    page = profile.page
    width, height = twips(page.width), twips(page.height)
    if orientation == "landscape":
        width, height = height, width
    turned = ' w:orient="landscape"' if orientation == "landscape" else ""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/>'
        '<w:headerReference w:type="first" r:id="rId5"/><w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
        f'<w:pgMar w:top="{twips(page.top.used)}" w:right="{twips(page.right.used)}" '
        f'w:bottom="{twips(page.bottom.used)}" w:left="{twips(page.left.used)}" '
        f'w:header="{twips(profile.page_number.distance)}" w:footer="{twips(10)}" w:gutter="0"/>'
        '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )


def section_break(profile: FormatProfile, orientation: Orientation = "portrait") -> str:
    """A paragraph that ends a section of that orientation and takes no room."""
    return f'<w:p><w:pPr><w:pStyle w:val="NgatPhan"/>{section(profile, orientation)}</w:pPr></w:p>'


def template_bytes(
    profile: FormatProfile, title: str, body: str, orientation: Orientation = "portrait"
) -> bytes:
    """A whole .docx with that body; the same profile and body give the same bytes."""
    document = f"<w:body>{body}{section(profile, orientation)}</w:body>"
    parts = _parts(profile, title, f"<w:document {NAMESPACES}>{document}</w:document>")
    target = io.BytesIO()
    write_package(target, ((n, (DECLARATION + xml).encode("utf-8")) for n, xml in parts.items()))
    return target.getvalue()


def _parts(profile: FormatProfile, title: str, document: str) -> dict[str, str]:
    """Every part by name, without its declaration, in the order in which Word writes them."""
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            ("rId1", f"{_OFFICE}/officeDocument", DOCUMENT),
            ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", PART),
            ("rId3", f"{_OFFICE}/extended-properties", "docProps/app.xml"),
        ),
        "docProps/app.xml": (
            '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
            'extended-properties"><Application>Microsoft Office Word</Application></Properties>'
        ),
        PART: core_properties(title, _DAY, profile.language),
        DOCUMENT: document,
        "word/_rels/document.xml.rels": _relationships(
            ("rId1", f"{_OFFICE}/styles", "styles.xml"),
            ("rId2", f"{_OFFICE}/settings", "settings.xml"),
            ("rId3", f"{_OFFICE}/fontTable", "fontTable.xml"),
            ("rId4", f"{_OFFICE}/header", "header1.xml"),
            ("rId5", f"{_OFFICE}/header", "header2.xml"),
        ),
        "word/styles.xml": styles_xml(profile),
        "word/settings.xml": _settings(profile),
        "word/fontTable.xml": _font_table(profile),
        "word/header1.xml": _header(profile, numbered=True),
        "word/header2.xml": _header(profile, numbered=False),
    }


def _header(profile: FormatProfile, *, numbered: bool) -> str:
    style = profile.page_number.style
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return (
        f'<w:hdr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f"{field if numbered else ''}</w:p></w:hdr>"
    )


def _settings(profile: FormatProfile) -> str:
    return (
        f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        "<w:compat><w:doNotExpandShiftReturn/>"
        '<w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{profile.language}"/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def _font_table(profile: FormatProfile) -> str:
    return (
        f'<w:fonts {NAMESPACES}><w:font w:name="{profile.font}">'
        '<w:panose1 w:val="02020603050405020304"/><w:charset w:val="00"/><w:family w:val="roman"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def _content_types() -> str:
    overrides = {
        f"/{DOCUMENT}": f"{_MAIN}.document.main+xml",
        "/word/styles.xml": f"{_MAIN}.styles+xml",
        "/word/settings.xml": f"{_MAIN}.settings+xml",
        "/word/fontTable.xml": f"{_MAIN}.fontTable+xml",
        "/word/header1.xml": f"{_MAIN}.header+xml",
        "/word/header2.xml": f"{_MAIN}.header+xml",
        f"/{PART}": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": (
            "application/vnd.openxmlformats-officedocument.extended-properties+xml"
        ),
    }
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(f'<Override PartName="{p}" ContentType="{t}"/>' for p, t in overrides.items())
        + "</Types>"
    )


def _relationships(*links: tuple[str, str, str]) -> str:
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        + "".join(f'<Relationship Id="{i}" Type="{t}" Target="{to}"/>' for i, t, to in links)
        + "</Relationships>"
    )
