"""What a reader could not read is told with its place, one remark each."""

from __future__ import annotations

import pytest
from word_files import p, word_file

from parcli.cli.import_told import _share_line
from parcli.intake.failures import OnlyPictures
from parcli.intake.readers import docx_unread as unread
from parcli.intake.readers.docx import read_docx

MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
EMBEDDED = (
    '<w:p><w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office"/>'
    "</w:object></w:r></w:p>"
)
FORMULA = f'<w:p><m:oMath xmlns:m="{MATH}"><m:r><m:t>x = a/b</m:t></m:r></m:oMath></w:p>'
CHART = (
    f'<w:p><w:r><w:drawing><a:graphic xmlns:a="{DRAWING}/main">'
    f'<a:graphicData uri="{DRAWING}/chart"/></a:graphic></w:drawing></w:r></w:p>'
)
OLD_PICTURE = (
    '<w:p><w:r><w:pict><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml"/></w:pict></w:r></w:p>'
)
ALTERNATIVE = CHART.replace("<w:drawing>", "<mc:AlternateContent><mc:Choice><w:drawing>").replace(
    "</w:drawing>", "</w:drawing></mc:Choice></mc:AlternateContent>"
)


def picture(millimetres: int) -> str:
    side = millimetres * 36_000
    return (
        f'<w:p><w:r><w:drawing><wp:extent xmlns:wp="{DRAWING}/wordprocessingDrawing" '
        f'cx="{side}" cy="{side}"/><a:blip xmlns:a="{DRAWING}/main"/></w:drawing></w:r></w:p>'
    )


@pytest.mark.parametrize(
    ("body", "message", "text"),
    [
        (EMBEDDED, unread.OBJECT, ""),
        (FORMULA, unread.FORMULA, "x = a/b"),
        (CHART, unread.PICTURE, ""),
        (ALTERNATIVE, unread.PICTURE, ""),
        (OLD_PICTURE, unread.PICTURE, ""),
        (picture(90), unread.PICTURE, ""),
        (p("không hiện", marks="<w:vanish/>"), unread.HIDDEN, "không hiện"),
    ],
)
def test_parts_of_the_body(body: str, message: str, text: str) -> None:
    (told,) = read_docx(word_file(p("Kế hoạch") + body), "x.docx").unread

    assert (told.message, told.text, told.place.paragraph) == (message, text, 2)


@pytest.mark.parametrize("body", [picture(15), p("", marks="<w:vanish/>")])
def test_small_marks_and_nothing_hidden_are_not_told(body: str) -> None:
    assert read_docx(word_file(p("Kế hoạch") + body), "x.docx").unread == []


@pytest.mark.parametrize(
    ("words", "told"),
    [("Hạn chót là ngày 10", True), ("Trang 2 / 15", False), ("Kế hoạch công tác", False)],
)
def test_a_sentence_in_the_footer(words: str, told: bool) -> None:
    raw = word_file(p("Kế hoạch công tác năm 2026"), footer1=p(words), footer2=p(words))
    found = [(each.message, each.text) for each in read_docx(raw, "x.docx").unread]

    assert found == ([(unread.FOOTER, words)] if told else [])


def test_pictures_alone_are_refused_with_a_word_of_what_to_do() -> None:
    with pytest.raises(OnlyPictures):
        read_docx(word_file(picture(200)), "x.docx")


@pytest.mark.parametrize(
    ("parts", "left", "said"),
    [(0, 0, "100.0 % of the text"), (1, 0, "but the document has more. 1 part"), (2, 1, "99.9 %")],
)
def test_a_share_of_what_could_be_read(parts: int, left: int, said: str) -> None:
    line = _share_line({"unread": parts, "left_over": left, "share": 100.0})
    line = line.format(share=99.9 if left else 100.0, unread=parts)

    assert said in line
    assert ("100" in line) == (not parts)
