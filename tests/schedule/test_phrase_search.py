"""The deadlines inside sentences, and the dates there that are none."""

from __future__ import annotations

import pytest
from phrase_notation import notation

from parcli.schedule.periods import Period
from parcli.schedule.phrases import find_deadlines, read_deadline

FOUND = [
    (
        (
            "… nghiêm túc triển khai thực hiện và báo cáo kết quả thực hiện về UBND huyện "
            "(thông qua Phòng Nội vụ) **trước ngày 20/9/2022**./."
        ),
        [("trước ngày 20/9/2022", "fixed before date=2022-09-20")],
    ),
    (
        (
            "Định kỳ hàng quý, các cơ quan, đơn vị báo cáo UBND thị xã về các nội dung nêu trên "
            "(qua Phòng Nội vụ) trước ngày **15** tháng cuối quý; Phòng Nội vụ tổng hợp, báo cáo "
            "UBND thị xã trước ngày **20** tháng cuối quý./."
        ),
        [
            (
                "trước ngày **15** tháng cuối quý",
                "recurring before freq=quarterly day=15 month_of_period=last",
            ),
            (
                "trước ngày **20** tháng cuối quý",
                "recurring before freq=quarterly day=20 month_of_period=last",
            ),
        ],
    ),
    (
        (
            "Định kỳ hàng tháng, hàng quý dành thời lượng thích hợp để tuyên truyền kết quả "
            "Chương trình cải cách hành chính hàng năm và giai đoạn 2021 – 2025 của các cơ quan."
        ),
        [("Định kỳ hàng tháng, hàng quý", "recurring freq=monthly,quarterly")],
    ),
    (
        "kiểm tra kỷ luật, kỷ cương hành chính thường xuyên và đột xuất tại các đơn vị.",
        [("thường xuyên và đột xuất", "ongoing on_request")],
    ),
    (
        "- Mỗi năm tổ chức đối thoại, gặp mặt với người dân, doanh nghiệp",
        [("Mỗi năm", "recurring freq=annual")],
    ),
    (
        (
            "Tỷ lệ giảm đơn vị sự nghiệp công lập (SNCL) đến năm 2024 đạt tối "
            "thiểu 6% so với năm 2021."
        ),
        [("đến năm 2024 đạt tối thiểu 6%", "fixed by period=2024 target=>=6%")],
    ),
    (
        "tham mưu ban hành Kế hoạch cải cách hành chính năm 2026 trước ngày 31/12/2025.",
        [("trước ngày 31/12/2025", "fixed before date=2025-12-31")],
    ),
    (
        "gửi báo cáo trước 17 giờ 00 ngày 25/11/2025, chậm nhất ngày 30/11/2025 nhập xong dữ liệu.",
        [
            ("trước 17 giờ 00 ngày 25/11/2025", "fixed before date=2025-11-25 time=17:00"),
            ("chậm nhất ngày 30/11/2025", "fixed by date=2025-11-30"),
        ],
    ),
    (
        (
            "Định kỳ hằng quý (trước ngày 15 tháng cuối quý), 6 tháng (trước ngày 15/6) và năm "
            "(trước ngày 15/12), các đơn vị báo cáo."
        ),
        [
            (
                "Định kỳ hằng quý (trước ngày 15 tháng cuối quý)",
                "recurring before freq=quarterly day=15 month_of_period=last",
            ),
            ("6 tháng (trước ngày 15/6)", "recurring before freq=semiannual day=15 month=6"),
            ("năm (trước ngày 15/12)", "recurring before freq=annual day=15 month=12"),
        ],
    ),
    (
        "Định kỳ hằng năm, các sở báo cáo UBND tỉnh trước ngày 15 tháng 12 để tổng hợp.",
        [
            (
                "Định kỳ hằng năm, các sở báo cáo UBND tỉnh trước ngày 15 tháng 12",
                "recurring before freq=annual day=15 month=12",
            )
        ],
    ),
    (
        "Trong vòng 05 ngày làm việc kể từ ngày nhận được văn bản này, các đơn vị góp ý.",
        [
            (
                "Trong vòng 05 ngày làm việc kể từ ngày nhận được văn bản này",
                "duration by span=P5D working_days anchor=receipt",
            )
        ],
    ),
    (
        "Mở đợt cao điểm từ ngày 15/11/2025 đến ngày 15/12/2025. Hoàn thành trong quý I/2026.",
        [
            (
                "từ ngày 15/11/2025 đến ngày 15/12/2025",
                "range start=2025-11-15 end=2025-12-15",
            ),
            ("trong quý I/2026", "fixed in period=2026-Q1"),
        ],
    ),
    (
        "Thời hạn hoàn thành: 20/12/2025. Thời gian thực hiện: Quý II/2026.",
        [
            ("20/12/2025", "fixed bare date=2025-12-20"),
            ("Quý II/2026", "fixed in period=2026-Q2"),
        ],
    ),
    (
        "Ngay sau khi nhận được Công văn này, các đơn vị khẩn trương triển khai.",
        [
            (
                "Ngay sau khi nhận được Công văn này",
                'event after event="nhận được Công văn này" urgent',
            )
        ],
    ),
    (
        "Báo cáo định kỳ hằng tháng (trước ngày 25) và đột xuất khi có yêu cầu.",
        [
            (
                "định kỳ hằng tháng (trước ngày 25) và đột xuất khi có yêu cầu",
                "recurring before freq=monthly day=25 on_request",
            )
        ],
    ),
    (
        "Tổ chức đối thoại ít nhất 02 lần/năm; thực hiện thường xuyên, liên tục việc cập nhật.",
        [
            ("ít nhất 02 lần/năm", "recurring freq=annual times=2"),
            ("thường xuyên, liên tục", "ongoing"),
        ],
    ),
    (
        "Sở Nội vụ hướng dẫn các xã từ ngày 01/12 đến ngày 15/12/2025 và báo cáo trước ngày 20/12.",
        [
            ("từ ngày 01/12 đến ngày 15/12/2025", "range start=2025-12-01 end=2025-12-15"),
            ("trước ngày 20/12", "fixed before day=20 month=12"),
        ],
    ),
]

NONE = [
    "Công văn số 413/UBND-NV ngày 07/3/2024 của UBND thị xã.",
    "Báo cáo số 1457/BC-SNV ngày 06/7/2022 và Chỉ thị số 11-CT/TU ngày 07/9/2021 của Tỉnh ủy.",
    (
        "Căn cứ Luật Tổ chức chính quyền địa phương năm 2025; Nghị định số "
        "30/2020/NĐ-CP ngày 05 tháng 3 "
        "năm 2020 của Chính phủ về công tác văn thư."
    ),
    (
        "các chỉ số PAR Index, SIPAS, PAPI, PCI của tỉnh giai đoạn 2021- 2025 "
        "và Kế hoạch số 2992/KH-UBND"
    ),
    "100% hoàn thành Kế hoạch năm 2024",
    "Vốn thu hút đầu tư của thị xã năm 2024 tăng so với năm 2023",
    "Giảm 10% chi trực tiếp NSNN cho ĐVSNCL so với năm 2021",
    "mức độ hài lòng của người dân năm 2024 trên 85%.",
    "Chỉ số SIPAS năm 2022 đạt 80%, giai đoạn 2021-2025 tăng bình quân 2%.",
    "thực hiện thu ngân sách hằng năm của huyện theo Kế hoạch được tỉnh giao.",
    "Tính đến ngày 31/10/2025, toàn tỉnh đã giải ngân 60%.",
    "Đến ngày 15/11/2025, các xã đã hoàn thành việc rà soát.",
    "sử dụng các dịch vụ công trực tuyến mức độ 3, 4; trẻ em dưới 6 tuổi.",
    "100% hồ sơ TTHC được giải quyết đúng hạn tại 02 cấp chính quyền.",
    "kịp thời báo cáo UBND thị xã những khó khăn, vướng mắc.",
    "Thực hiện đúng quy định về tiếp dân định kỳ.",
    "Bắc Bình, ngày 21 tháng 7 năm 2022",
    "Ba Đồn, ngày tháng năm 2024",
    "chịu trách nhiệm trước UBND thị xã, Chủ tịch UBND thị xã",
    "",
]


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=lambda value: str(value)[:40])
def test_deadlines_of_a_sentence(text: str, expected: list[tuple[str, str]]) -> None:
    found = find_deadlines(text)

    assert [(text[start:end], notation(told)) for start, end, told in found] == expected
    assert [told.phrase for _, _, told in found] == [words for words, _ in expected]


@pytest.mark.parametrize("text", NONE, ids=lambda text: text[:40])
def test_dates_that_are_no_deadlines(text: str) -> None:
    assert find_deadlines(text) == []


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=lambda value: str(value)[:40])
def test_the_words_found_read_alone_as_in_the_sentence(
    text: str, expected: list[tuple[str, str]]
) -> None:
    for words, meaning in expected:
        assert notation(read_deadline(words)) == meaning, text


def test_year_of_a_found_date_comes_from_the_issue_date() -> None:
    text = "các đơn vị gửi báo cáo trước ngày 15/01 để tổng hợp."

    [(_start, _end, told)] = find_deadlines(text, issued=Period.parse("2025-11-20"))

    assert notation(told) == "fixed before date=2026-01-15"


@pytest.mark.parametrize(
    ("text", "phrase", "weekday"),
    [
        ("Tổng hợp, báo cáo vào thứ Sáu hằng tuần.", "vào thứ Sáu hằng tuần", 5),
        ("Định kỳ chiều thứ Hai hằng tuần giao ban.", "Định kỳ chiều thứ Hai hằng tuần", 1),
    ],
)
def test_a_weekday_is_found_with_its_week(text: str, phrase: str, weekday: int) -> None:
    [(start, end, found)] = find_deadlines(text)
    assert text[start:end] == phrase
    assert getattr(found, "weekday", None) == weekday


@pytest.mark.parametrize("phrase", ["khi nào rảnh", "khi nào xong thì báo cáo"])
def test_a_question_names_no_event(phrase: str) -> None:
    assert read_deadline(phrase).kind == "none"
