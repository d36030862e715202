"""What the head of a part is: a title, a sentence to act on, or "Units: what they do"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from parcli.intake.recognise.line_subjects import is_subject_named, named_before_colon
from parcli.intake.recognise.roles import bracketed_lead
from parcli.intake.recognise.sections import is_formula
from parcli.intake.recognise.supporting import opens_helpers
from parcli.intake.recognise.unit_ends import lists_names
from parcli.intake.recognise.units import heading_units, leading_units
from parcli.intake.recognise.verb_words import VERB
from parcli.text import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parcli.intake.accounting import Span
    from parcli.intake.blocks import Paragraph
    from parcli.intake.recognise.parts import Part

UPPER_KINDS = {"phần", "chương", "mục", "tiểu mục", "A", "I", "điều"}
LONGEST_TITLE = 170
# What an article decides is done by the signature: it hands out nothing.
_DECIDES = re.compile(
    r"(?:nay )?(?:ban hành|phê duyệt|thông qua|công bố|thành lập|kiện toàn|công nhận)\b",
    re.IGNORECASE,
)
_WORKS = re.compile(
    r"(?:các )?(?:nhiệm vụ|nội dung|giải pháp|công việc)[^:.;]{0,40}:?", re.IGNORECASE
)
_ASKS = re.compile(r"(?:giao|đề nghị|yêu cầu|phân công)\s", re.IGNORECASE)
_TABLE_BELOW = re.compile(
    r"\b(?:bảng|biểu|phụ lục|danh mục|sau đây|như sau|sau|dưới đây|kèm theo)\s*[.;]?$|"
    r"(?:theo|tại|trong) (?:bảng|biểu|phụ lục|danh mục)",
    re.IGNORECASE,
)
_SAID_BELOW = re.compile(
    r"(?:sau|gồm|như sau|cụ thể|là|dưới đây|gồm có|nội dung|nhiệm vụ)\s*:\s*$", re.IGNORECASE
)
# What may stand before the verb of a task (for whom, in which case), and a verb that is a noun too.
_TURNS_TO = re.compile(r"(?:Đối với|Riêng|Trường hợp|Khi|Về|Định kỳ|Trước mắt|Tổ chức)[\s,]")
_STEP = re.compile(
    r"Bước\s+(?:\d{1,2}|[IVX]{1,4}|một|hai|ba|bốn|năm|sáu|đầu|cuối)\s?[:.–-]\s*", re.IGNORECASE
)
_CLOSING_BRACKET = re.compile(r"\([^()]{4,80}\)\s*+(?:[.;]\s*+)?$")
_FEWEST_WORKS = 2
_MOST_HEADING_WORDS = 16
_INNER_STOP = re.compile(r"[.;](?=\s)")
_DETAILS_BELOW = re.compile(
    r"(?:\b(?:sau|gồm|là|cụ thể|dưới đây|như|trong đó)|"
    r"\b(?:các|những|một số|theo|trong|về) (?:[^\W\d_]+ ){0,4}[^\W\d_]+)\s?:$",
    re.IGNORECASE,
)
_KEPT = re.compile(r"(?:Bảo đảm|Đảm bảo)\b")
_INSPECTION = re.compile(r"\b(?:kiểm tra|giám sát|thanh tra|khảo sát)\b", re.IGNORECASE)
_INSPECTS = re.compile(r"(?:Tổ chức )?(?:kiểm tra|giám sát|thanh tra|khảo sát)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Context:
    """What holds for a part: whether a group above it leads, whether its text is background,
    whether its sentences begin with who helps, whether its parts are inspections, whether the
    units that lead it stand in the same line."""

    led: bool = False
    background: bool = False
    helping: bool = False
    inspects: bool = False
    named: bool = False


def split_head(part: Part) -> tuple[str, Span | None]:
    """A head "Units: what they do" or "Title: words" as its title and the rest; ("",
    None) otherwise."""
    span = part.title
    if span is None:
        return "", None
    text = span.text
    for colon in re.finditer(r":(?=\s+\S)", text[:300]):
        title = text[: colon.start()]
        if heading_units(title) and not lists_names(title, text[colon.end() :]):
            return title.strip(), span.part(colon.end())
    if part.items and not heading_units(text) and not is_step(text):
        found = re.match(r"([^:.;]{3,120}):\s+(?=\S)", text)
        if found and not leading_units(text) and len(found[1].split()) <= 14:
            return found[1].strip(), span.part(found.end())
    return "", None


def is_title(part: Part, context: Context) -> bool:
    """Whether a head reads as a heading, not as a sentence that somebody must act on."""
    words = part.words
    if part.head is not None and (part.head.bold or words.upper() == words):
        return True
    if context.led and VERB.match(words[:1].lower() + words[1:]):
        return False
    return looks_like_title(words) and leading_units(words) is None


def is_step(words: str) -> bool:
    """Whether words name a step of a procedure: "Bước 2: Thẩm định hồ sơ.", stopped or not."""
    step = _STEP.match(words)
    if step is None or len(words) > LONGEST_TITLE or _INNER_STOP.search(words, step.end()):
        return False
    return leading_units(words[step.end() :]) is None


def looks_like_title(words: str) -> bool:
    """Whether words are short and end neither like a sentence nor like "as follows:"."""
    if is_step(words):
        return True
    if _SAID_BELOW.search(words) and len(words) > 60:
        return False
    return len(words) <= LONGEST_TITLE and not words.rstrip().endswith((".", ";", ","))


def work_list(parts: list[Part]) -> Part | None:
    """The one lettered part "b) Nhiệm vụ:" that lists several works; None for any other."""
    if len(parts) != 1 or parts[0].label is None or parts[0].label.kind != "a":
        return None
    lists = _WORKS.fullmatch(parts[0].words) and len(parts[0].children) > 1
    return parts[0] if lists and not parts[0].tables else None


def only_formulas(part: Part) -> bool:
    """Whether a part without parts or tables says nothing but set phrases."""
    if part.children or part.tables:
        return False
    if part.label is not None and part.label.kind == "điều" and _DECIDES.match(part.words):
        return True
    below = [one_line(paragraph.text) for paragraph in part.paragraphs]
    if below:
        return all(map(is_formula, below))
    # "Giao Sở A lập đoàn kiểm tra (Chi tiết theo Phụ lục)" is work, not a formula; and
    # "Biểu dương điển hình (Sở Nội vụ chủ trì)" is work; "Biểu dương các xã" is a courtesy.
    bare = _CLOSING_BRACKET.sub("", part.words)
    acts = bare != part.words and not is_formula(bare) and is_subject_named(bare)
    return is_formula(part.words) and bracketed_lead(part.words) is None and not acts


def asks(part: Part) -> bool:
    """Whether a numbered sentence asks the units it names: "1. Giao Phòng A: kiểm tra …"."""
    numbered = part.label is not None and part.label.kind not in ("unit", *UPPER_KINDS)
    return numbered and bool(_ASKS.match(part.words))


def says_all(part: Part) -> bool:
    """Whether a head says who does what, and announces no table below it."""
    words = part.words.rstrip()
    if not words.endswith((".", ";")) or _TABLE_BELOW.search(words):
        return False
    return leading_units(words) is not None


def lists_work(part: Part, inner: Sequence[Part]) -> bool:
    """Whether a head that no mark closes opens several works: most dashes below it begin with
    what is to be done. "Các hình thức:" above nouns opens one."""
    if len(inner) < _FEWEST_WORKS or not _may_head_works(part):
        return False
    return sum(_says_what_to_do(child.words) for child in inner) > len(inner) / 2


def _may_head_works(part: Part) -> bool:
    """Whether a head is no sentence; a short numbered one may end with a stop: "c) Diệt chuột."."""
    words = part.words.rstrip()
    if not words.endswith((".", ";", ",")):
        return True
    numbered = part.label is not None and not part.label.bullet
    one_clause = words.endswith(".") and not _INNER_STOP.search(words)
    short = len(words.split()) <= _MOST_HEADING_WORDS
    return numbered and one_clause and short and leading_units(words) is None


def announces_works(part: Part, inner: Sequence[Part]) -> bool:
    """Whether a dash that says what to do, "- Chỉ đạo tốt công tác A:", stands above several works.

    "- Hỗ trợ các lĩnh vực:", "- Thực hiện như sau:" stand above what belongs to one.
    """
    words = part.words.rstrip()
    if len(inner) < _FEWEST_WORKS or not words.endswith(":") or _DETAILS_BELOW.search(words):
        return False
    acts = VERB.match(words[:1].lower() + words[1:])
    return bool(acts) and all(_says_what_to_do(child.words) for child in inner)


def inspects(heading: str, parts: Sequence[Part]) -> bool:
    """Whether a section on what an inspection is about numbers the inspections themselves:
    "1. Kiểm tra việc thu phí", "2. Giám sát …"; a list of matters ("- Việc thu phí") does not."""
    if not _INSPECTION.search(heading):
        return False
    numbered = [part for part in parts if part.label and not part.label.bullet]
    return len(numbered) > 1 and all(_INSPECTS.match(part.words) for part in numbered)


def context_below(part: Part, context: Context) -> Context:
    """What holds for the parts of a group; who leads them is told where each is read."""
    helping = opens_helpers(part.words)
    return replace(context, helping=helping, inspects=inspects(part.words, part.children))


def lists_matters(inner: Sequence[Part]) -> bool:
    """Whether dashes only say what is looked into: "- Việc thu phí", "- Bảo đảm đúng mức thu"."""
    bullets = all(part.label is not None and part.label.bullet for part in inner)
    works = [part for part in inner if _says_what_to_do(part.words)]
    return bullets and sum(not _KEPT.match(part.words) for part in works) * 2 <= len(inner)


def names_things(part: Part, inner: list[Part]) -> bool:
    """Whether a head says what to do and the dashes below it only what with: "Thực hiện đúng:"."""
    acts = part.words.rstrip().endswith(":") and VERB.match(part.words[:1].lower() + part.words[1:])
    return bool(acts) and not any(_says_what_to_do(child.words) for child in inner)


def _says_what_to_do(words: str) -> bool:
    begins = _TURNS_TO.match(words) or VERB.match(words[:1].lower() + words[1:])
    return bool(begins) or leading_units(words) is not None


def parts_by_unit(inner: Sequence[Part]) -> bool:
    """Whether each of several dashes gives work to another unit: "+ Sở A: …", "+ Sở B …"."""
    if len(inner) < _FEWEST_WORKS:
        return False
    named = [tuple(_opened_by(child.words)) for child in inner]
    return all(named) and len(named) == len(set(named))


def _opened_by(words: str) -> list[str]:
    """The units that a line begins with, before a colon or as its subject."""
    found = leading_units(words)
    return found.names if found is not None and not found.start else named_before_colon(words)


def _has_dash_inside(part: Part, inner: list[Part]) -> bool:
    """Whether a line break before a dash parted a sentence: "Sở A báo cáo Cục B" and "- Tổ C"."""
    open_end = not part.words.rstrip().endswith((".", ";", ":", ","))
    return len(inner) == 1 and open_end and leading_units(part.words) is not None


def is_one_task(
    part: Part, inner: list[Part], paragraphs: list[Paragraph], context: Context
) -> bool:
    """Whether the parts below only detail one task: dashes under a sentence, or plain text."""
    label = part.label
    upper = label is not None and label.kind in UPPER_KINDS
    bullets = all(child.label is not None and child.label.bullet for child in inner)
    if part.tables or (label is not None and label.bullet):
        several = parts_by_unit(inner) or announces_works(part, inner)
        return bullets and not part.tables and not several
    apart = not bullets or any(leading_units(child.words) for child in inner)
    if inner and apart and not _has_dash_inside(part, inner):
        return False
    if inner:
        if upper or lists_work(part, inner):
            return False
        return not is_title(part, context) or names_things(part, inner)
    if upper:
        return not any(leading_units(one_line(p.text)) for p in paragraphs) and len(paragraphs) == 1
    return not (len(paragraphs) > 1 and all(leading_units(one_line(p.text)) for p in paragraphs))
