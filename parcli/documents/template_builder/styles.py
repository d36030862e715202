"""styles.xml of a profile: one named paragraph style for each component."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.documents.template_builder.wordml import NAMESPACES, twips
from parcli.documents.text_width import text_width

if TYPE_CHECKING:
    from parcli.documents.profile import Component, FormatProfile

_NORMAL = "Normal"
LETTERHEAD_SHARES = (68, 97)


def styles_xml(profile: FormatProfile) -> str:
    """The whole part: defaults, Word's own styles, the components, the style of control tags."""
    return (
        f"<w:styles {NAMESPACES}>"
        + _defaults(profile)
        + f'<w:style w:type="paragraph" w:default="1" w:styleId="{_NORMAL}">'
        + '<w:name w:val="Normal"/><w:qFormat/></w:style>'
        + '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        + '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>'
        + "</w:style>"
        + '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        + '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr>'
        + '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        + '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        + '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        + "".join(_style(profile, component) for component in profile.components.values())
        + '<w:style w:type="paragraph" w:customStyle="1" w:styleId="The">'
        + f'<w:name w:val="Thẻ parcli"/><w:basedOn w:val="{_NORMAL}"/><w:qFormat/>'
        + '<w:rPr><w:color w:val="7F7F7F"/><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>'
        + "</w:styles>"
    )


def _defaults(profile: FormatProfile) -> str:
    font = profile.font
    return (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>'
        f'<w:color w:val="{profile.color}"/><w:sz w:val="28"/><w:szCs w:val="28"/>'
        f'<w:lang w:val="{profile.language}" w:eastAsia="{profile.language}" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _style(profile: FormatProfile, c: Component) -> str:
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{c.id}">'
        f'<w:name w:val="{c.name}"/><w:basedOn w:val="{c.based_on or _NORMAL}"/><w:qFormat/>'
        f"<w:pPr>{_paragraph_properties(profile, c)}</w:pPr>"
        f"<w:rPr>{_run_properties(c)}</w:rPr></w:style>"
    )


def _paragraph_properties(profile: FormatProfile, c: Component) -> str:
    line, rule = (
        (round(c.exact_line * 20), "exact") if c.exact_line else (round(c.line * 240), "auto")
    )
    left, right = _indents(profile, c)
    first = (
        f' w:hanging="{twips(c.hanging)}"' if c.hanging else f' w:firstLine="{twips(c.first_line)}"'
    )
    return (
        ("<w:keepNext/>" if c.keep_next else "")
        + (_rule() if c.rule_under else "")
        + f'<w:spacing w:before="{round(c.before * 20)}" w:after="{round(c.after * 20)}" '
        f'w:line="{line}" w:lineRule="{rule}"/>'
        + f'<w:ind w:left="{left}" w:right="{right}"{first}/><w:jc w:val="{c.align}"/>'
        + (f'<w:outlineLvl w:val="{c.outline - 1}"/>' if c.outline else "")
    )


def _rule() -> str:
    return '<w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>'


def _indents(profile: FormatProfile, c: Component) -> tuple[int, int]:
    """Left and right indent in twips; a rule's leave just the length of the words above it."""
    if c.rule_under is None:
        return twips(c.left), 0
    above = profile.components[c.rule_under]
    words = text_width(profile.fixed[above.id], above.size.used, bold=above.bold)
    length = words * profile.lines[above.id].used
    room = twips(profile.page.text_width * LETTERHEAD_SHARES[1] / sum(LETTERHEAD_SHARES))
    side = (room - round(length * 20)) // 2
    return side, side


def _run_properties(c: Component) -> str:
    size = round(c.size.used * 2)
    return (
        ("<w:b/><w:bCs/>" if c.bold else "")
        + ("<w:i/><w:iCs/>" if c.italic else "")
        + ("<w:caps/>" if c.caps else "")
        + f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    )
