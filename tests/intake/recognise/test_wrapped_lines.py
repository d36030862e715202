"""Lines that a page wrapped: which belong together, and where their author began anew."""

from __future__ import annotations

from parcli.intake.blocks import Paragraph
from parcli.intake.readers.text import read_text_document
from parcli.intake.stitch import stitched

FILLER = "\n".join(
    "- Văn phòng theo dõi việc dọn chợ và đường làng ở các thôn, ghi rõ từng ngày\n"
    "và từng nơi đã làm."
    for _place in range(9)
)


def lines_of(text: str) -> list[str]:
    document = stitched(read_text_document(f"{FILLER}\n{text}".encode(), "x.txt"))
    return [block.text for block in document.blocks[9:] if isinstance(block, Paragraph)]


def test_a_line_that_had_room_for_the_next_capital_was_ended_by_its_author() -> None:
    said = lines_of(
        "Phối hợp với các đội dân phòng tổ chức dọn chợ vào cuối tuần\n"
        "Bố trí người trông xe; tăng cường nhắc nhở các hộ bày hàng ra lòng đường trong\n"
        "giờ tan trường.\n"
    )

    assert said == [
        "Phối hợp với các đội dân phòng tổ chức dọn chợ vào cuối tuần",
        "Bố trí người trông xe; tăng cường nhắc nhở các hộ bày hàng ra lòng đường trong "
        "giờ tan trường.",
    ]


def test_a_full_line_goes_on_with_a_name() -> None:
    said = lines_of(
        "Rà soát danh sách hộ bày hàng dọc hai bên đường vào chợ, gửi về cho Ủy ban\n"
        "Nhân dân xã trước ngày họp.\n"
    )

    assert len(said) == 1
