"""The report of one unit: its tasks, what it reported, and dots for what it did not."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from parcli.documents.contexts.unit_report import SupportLine, UnitReport, unit_report
from parcli.documents.contexts.unit_tasks import TargetLine
from parcli.queries.unit_lookup import unit

if TYPE_CHECKING:
    from parcli.documents.contexts.report_frame import ReportFrame


def of(frame: ReportFrame, ident: str) -> UnitReport:
    """The report of the unit with that id."""
    who = unit(frame.index, frame.org, ident)
    assert who is not None
    return unit_report(frame, who)


def test_the_frame_of_a_department(ba_don: ReportFrame) -> None:
    made = of(ba_don, "phong-noi-vu")
    head = made.letterhead
    assert (head.superior, head.issuer) == ("UBND THỊ XÃ BA ĐỒN", "PHÒNG NỘI VỤ")
    assert head.number == "……/BC-PNV"
    assert head.place_and_date == "Ba Đồn, ngày …… tháng 9 năm 2024"
    assert made.addressees == ("Ủy ban nhân dân thị xã Ba Đồn",)
    assert made.opening == (
        "Thực hiện Công văn số ……/UBND-NV ngày …… tháng …… năm 2024 của UBND thị xã Ba Đồn về việc "
        "cải thiện, nâng cao Chỉ số cải cách hành chính (PAR INDEX), Chỉ số hài lòng về sự phục vụ "
        "của cơ quan hành chính nhà nước (SIPAS), Chỉ số hiệu quả quản trị và hành chính công "
        "(PAPI), Phòng Nội vụ báo cáo kết quả thực hiện quý III năm 2024 (số liệu từ ngày "
        "15/6/2024 "
        "đến ngày 14/9/2024) như sau:"
    )
    assert (made.signature.authority, made.signature.position) == (None, "TRƯỞNG PHÒNG")
    assert made.recipients == ("Như trên", "Lưu: VT")
    assert made.next_period == "quý IV năm 2024"
    assert made.closing.endswith("./.")


def test_the_frame_of_a_people_s_committee(ba_don: ReportFrame) -> None:
    made = of(ba_don, "ubnd-phuong-quang-long")
    head = made.letterhead
    assert (head.superior, head.issuer) == (None, "ỦY BAN NHÂN DÂN\nPHƯỜNG QUẢNG LONG")
    assert head.number == "……/BC-UBND"
    assert head.place_and_date.startswith("Quảng Long, ngày …… tháng 9")
    assert made.addressees == ("Ủy ban nhân dân thị xã Ba Đồn (qua Phòng Nội vụ)",)
    assert (made.signature.authority, made.signature.position) == (
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
    )
    assert made.recipients == ("Như trên", "Phòng Nội vụ", "Lưu: VT, ……")


def test_a_symbol_that_cannot_be_told_is_dotted(ba_don: ReportFrame) -> None:
    assert of(ba_don, "phong-tai-chinh-ke-hoach").letterhead.number == "……/BC-……"


def test_tasks_stand_by_index_and_section(ba_don: ReportFrame) -> None:
    made = of(ba_don, "phong-noi-vu")
    assert [part.title for part in made.parts] == [
        "Nhiệm vụ giao tại nội dung văn bản",
        "Nhiệm vụ, giải pháp cải thiện Chỉ số cải cách hành chính (PAR INDEX) (Phụ lục 1)",
        (
            "Nhiệm vụ, giải pháp cải thiện Chỉ số Hài lòng của người dân về sự phục vụ của cơ quan "
            "hành chính nhà nước (SIPAS) (Phụ lục 2)"
        ),
        "Nhiệm vụ cải thiện Chỉ số Hiệu quả quản trị và hành chính công (PAPI) (Phụ lục 3)",
    ]
    first = made.parts[1].sections[0]
    assert (first.letter, first.title) == ("a", "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH")
    assert first.tasks[0].words == "Thực hiện kế hoạch CCHC: 100% hoàn thành Kế hoạch năm 2024."
    assert made.parts[3].sections[0].title is None
    assert len({task.id for part in made.parts for s in part.sections for task in s.tasks}) == 65


def test_nothing_reported_is_dots(ba_don: ReportFrame) -> None:
    made = of(ba_don, "phong-noi-vu")
    task = made.parts[1].sections[0].tasks[0]
    assert (task.status, task.result, task.evidence) == ("Kết quả", "…………", None)
    assert task.targets == (
        TargetLine("Mức đạt so với chỉ tiêu", "100% hoàn thành Kế hoạch năm 2024", "…………"),
    )
    assert made.overview == (
        "Phòng Nội vụ được giao chủ trì 65 nhiệm vụ, phối hợp thực hiện 31 nhiệm vụ. Trong số "
        "nhiệm "
        "vụ chủ trì: đã hoàn thành ……; đang thực hiện ……; chưa thực hiện ……; không áp dụng ……."
    )
    assert (made.difficulties, made.proposals) == ((), ())


def test_what_was_reported_stands_beside_its_target(commune: ReportFrame) -> None:
    made = of(commune, "phong-van-hoa-xa-hoi")
    tasks = {t.id.partition("/")[2]: t for p in made.parts for s in p.sections for t in s.tasks}
    checks = tasks["plI.I.2"]
    assert checks.status == "Đang thực hiện"
    assert checks.result == (
        "Đã kiểm tra 02 cơ quan; xử lý 03 trong 06 vấn đề phát hiện qua kiểm tra."
    )
    assert checks.evidence == "18/KL-UBND Kết luận kiểm tra cải cách hành chính đợt 1"
    assert [(t.label, t.reached) for t in checks.targets] == [
        ("Mức đạt chỉ tiêu “kiểm tra ít nhất 04 cơ quan, đơn vị”", "2 cơ quan, chưa đạt chỉ tiêu."),
        ("Mức đạt chỉ tiêu “xử lý 100% vấn đề phát hiện qua kiểm tra”", "50%, chưa đạt chỉ tiêu."),
    ]
    assert tasks["1.1"].status == "Đã hoàn thành"
    assert [r.text for r in made.difficulties] == ["Chưa có kinh phí khảo sát diện rộng"]
    assert [r.about for r in made.proposals] == ["Kiểm tra cải cách hành chính"]


def test_a_task_that_does_not_apply_asks_for_no_figures(commune_first: ReportFrame) -> None:
    made = of(commune_first, "phong-van-hoa-xa-hoi")
    tasks = {t.id.partition("/")[2]: t for p in made.parts for s in p.sections for t in s.tasks}
    survey = tasks["plII.I.2"]
    assert (survey.status, survey.targets) == ("Không áp dụng", ())
    assert survey.result == "Khảo sát tổ chức một lần trong năm, không phát sinh trong quý I."
    assert "không áp dụng 01" in made.overview


def test_support_is_listed_by_who_leads(commune: ReportFrame) -> None:
    made = of(commune, "van-phong")
    assert made.support_number == len(made.parts) + 1
    assert made.supports[0] == SupportLine(
        "Phòng Văn hóa - Xã hội xã Bình Minh (tưởng tượng)",
        "Thực hiện kế hoạch cải cách hành chính; Kiểm tra cải cách hành chính",
    )


def test_one_index_alone(ba_don: ReportFrame) -> None:
    who = unit(ba_don.index, "ba-don", "phong-noi-vu")
    assert who is not None
    made = unit_report(ba_don, who, "papi")
    assert made.overview.startswith(
        "Phòng Nội vụ, đối với PAPI, được giao chủ trì 02 nhiệm vụ, phối hợp"
    )
    assert [p.title for p in made.parts] == [
        "Nhiệm vụ cải thiện Chỉ số Hiệu quả quản trị và hành chính công (PAPI) (Phụ lục 3)"
    ]


def test_the_day_of_asking_gives_the_month(ba_don: ReportFrame) -> None:
    who = unit(ba_don.index, "ba-don", "phong-noi-vu")
    assert who is not None
    later = type(ba_don)(ba_don.index, ba_don.directive, ba_don.period, date(2024, 12, 5), ())
    made = unit_report(later, who)
    assert made.letterhead.place_and_date == "Ba Đồn, ngày …… tháng 12 năm 2024"
    assert "(số liệu" not in made.opening
