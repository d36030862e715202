"""Who a sentence begins with: units, bodies outside the catalogue, persons; and what is a verb."""

from __future__ import annotations

import pytest

from parcli.intake.recognise.units import leading_units

ACTS = [
    (
        "Sở Văn hóa, Thể thao và Du lịch chủ trì, phối hợp với Sở Tài chính rà soát",
        ["Sở Văn hóa, Thể thao và Du lịch"],
    ),
    (
        "Trung tâm Xúc tiến đầu tư, thương mại và du lịch tỉnh cập nhật danh mục dự án",
        ["Trung tâm Xúc tiến đầu tư, thương mại và du lịch tỉnh"],
    ),
    ("Ban Quản lý Khu kinh tế tỉnh đẩy mạnh cải cách", ["Ban Quản lý Khu kinh tế tỉnh"]),
    ("Trung tâm Kiểm soát bệnh tật tỉnh tham mưu Sở Y tế", ["Trung tâm Kiểm soát bệnh tật tỉnh"]),
    ("Bảo hiểm xã hội tỉnh liên thông dữ liệu khám chữa bệnh", ["Bảo hiểm xã hội tỉnh"]),
    ("Kho bạc Nhà nước khu vực X kiểm soát chi đúng quy định", ["Kho bạc Nhà nước khu vực X"]),
    (
        "Ngân hàng Nhà nước chi nhánh tỉnh chỉ đạo các tổ chức tín dụng",
        ["Ngân hàng Nhà nước chi nhánh tỉnh"],
    ),
    (
        "Các sở, ban, ngành, UBND các huyện, thị xã, thành phố căn cứ chức năng xây dựng",
        ["Các sở, ban, ngành", "UBND các huyện, thị xã, thành phố"],
    ),
    (
        "Thủ trưởng các sở, ban, ngành và Chủ tịch UBND các xã, phường, đặc khu chịu trách nhiệm",
        ["các sở, ban, ngành", "UBND các xã, phường, đặc khu"],
    ),
    ("Hội Nông dân tỉnh vận động hội viên", ["Hội Nông dân tỉnh"]),
    ("Liên đoàn Lao động tỉnh phát động phong trào", ["Liên đoàn Lao động tỉnh"]),
    (
        "Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh thành lập các đội tình nguyện",
        ["Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh"],
    ),
    ("Trường Đại học Hải Lâm nghiên cứu mô hình", ["Trường Đại học Hải Lâm"]),
    ("Bệnh viện Đa khoa tỉnh niêm yết giá dịch vụ", ["Bệnh viện Đa khoa tỉnh"]),
    ("Cục Thống kê tỉnh cung cấp số liệu", ["Cục Thống kê tỉnh"]),
    ("Chi cục Quản lý thị trường tăng cường kiểm tra", ["Chi cục Quản lý thị trường"]),
    (
        "Tòa án nhân dân tỉnh, Viện kiểm sát nhân dân tỉnh phối hợp thực hiện",
        ["Tòa án nhân dân tỉnh", "Viện kiểm sát nhân dân tỉnh"],
    ),
    (
        "Đề nghị Ủy ban MTTQ Việt Nam tỉnh và các tổ chức chính trị - xã hội tỉnh giám sát",
        ["Ủy ban MTTQ Việt Nam tỉnh", "các tổ chức chính trị - xã hội tỉnh"],
    ),
    (
        "Đề nghị Ban Tổ chức Tỉnh ủy, Ủy ban Kiểm tra Tỉnh ủy quan tâm chỉ đạo",
        ["Ban Tổ chức Tỉnh ủy", "Ủy ban Kiểm tra Tỉnh ủy"],
    ),
    ("Giao Giám đốc Sở Nội vụ chủ trì tham mưu", ["Sở Nội vụ"]),
    (
        "Giao Chủ tịch UBND thành phố Bắc Sơn chỉ đạo giải phóng mặt bằng",
        ["UBND thành phố Bắc Sơn"],
    ),
    ("Yêu cầu Chủ tịch UBND các xã, phường tổ chức họp dân", ["UBND các xã, phường"]),
    ("Phòng Giáo dục và Đào tạo hướng dẫn các trường", ["Phòng Giáo dục và Đào tạo"]),
    ("Hạt Kiểm lâm huyện tuần tra, kiểm soát", ["Hạt Kiểm lâm huyện"]),
    ("Đồn Biên phòng Cửa Sót quản lý tàu thuyền", ["Đồn Biên phòng Cửa Sót"]),
    ("Ban Dân tộc tỉnh lồng ghép nội dung", ["Ban Dân tộc tỉnh"]),
    ("Văn phòng Điều phối nông thôn mới tỉnh tổng hợp", ["Văn phòng Điều phối nông thôn mới tỉnh"]),
    ("Quỹ Đầu tư phát triển tỉnh hoàn thiện quy chế", ["Quỹ Đầu tư phát triển tỉnh"]),
    ("Công ty Cổ phần Cấp nước Bình Sơn khắc phục sự cố", ["Công ty Cổ phần Cấp nước Bình Sơn"]),
    ("Tập đoàn Điện lực Việt Nam bảo đảm cung ứng điện", ["Tập đoàn Điện lực Việt Nam"]),
    ("Bộ Chỉ huy Bộ đội Biên phòng tỉnh chỉ đạo các đồn", ["Bộ Chỉ huy Bộ đội Biên phòng tỉnh"]),
    (
        "Các doanh nghiệp kinh doanh kết cấu hạ tầng khu công nghiệp bố trí quỹ đất",
        ["Các doanh nghiệp kinh doanh kết cấu hạ tầng khu công nghiệp"],
    ),
    ("Các cơ quan thông tấn, báo chí đẩy mạnh tuyên truyền", ["Các cơ quan thông tấn, báo chí"]),
    ("Cổng Thông tin điện tử tỉnh đăng tải Kế hoạch này", ["Cổng Thông tin điện tử tỉnh"]),
    ("Cơ quan thường trực Ban Chỉ đạo định kỳ báo cáo", ["Cơ quan thường trực Ban Chỉ đạo"]),
    (
        "Tổ công tác triển khai Đề án 06 tỉnh rà soát tiến độ",
        ["Tổ công tác triển khai Đề án 06 tỉnh"],
    ),
    ("Tổ công nghệ số cộng đồng hướng dẫn người dân", ["Tổ công nghệ số cộng đồng"]),
    ("Bộ phận Một cửa các cấp thực hiện nghiêm", ["Bộ phận Một cửa các cấp"]),
    (
        "Các đơn vị sự nghiệp công lập trực thuộc Sở xây dựng phương án tự chủ",
        ["Các đơn vị sự nghiệp công lập trực thuộc Sở"],
    ),
    (
        "Các cơ quan chuyên môn thuộc UBND tỉnh tham mưu văn bản",
        ["Các cơ quan chuyên môn thuộc UBND tỉnh"],
    ),
    (
        "Các cơ quan Trung ương đóng trên địa bàn tỉnh phối hợp chặt chẽ",
        ["Các cơ quan Trung ương đóng trên địa bàn tỉnh"],
    ),
    ("UBND cấp huyện, cấp xã niêm yết công khai", ["UBND cấp huyện, cấp xã"]),
    ("Người đứng đầu các cơ quan, đơn vị gương mẫu thực hiện", ["các cơ quan, đơn vị"]),
    ("Chánh Văn phòng UBND tỉnh chủ trì theo dõi", ["Văn phòng UBND tỉnh"]),
    ("Chánh Thanh tra tỉnh xây dựng kế hoạch thanh tra", ["Thanh tra tỉnh"]),
    ("Trưởng phòng Nội vụ huyện tham mưu UBND huyện", ["phòng Nội vụ huyện"]),
    (
        "Công an huyện, Ban Chỉ huy Quân sự huyện bố trí lực lượng",
        ["Công an huyện", "Ban Chỉ huy Quân sự huyện"],
    ),
    ("Bưu điện tỉnh mở rộng điểm phục vụ", ["Bưu điện tỉnh"]),
    (
        "Sở Lao động - Thương binh và Xã hội rà soát hộ nghèo",
        ["Sở Lao động - Thương binh và Xã hội"],
    ),
    (
        "Các Sở: Tài chính, Xây dựng, Nội vụ thẩm định hồ sơ",
        ["Sở Tài chính", "Sở Xây dựng", "Sở Nội vụ"],
    ),
    (
        "Sở Tài chính, Sở Nội vụ và các đơn vị liên quan thẩm định",
        ["Sở Tài chính", "Sở Nội vụ", "các đơn vị liên quan"],
    ),
    (
        "Vụ Kế hoạch - Tài chính, Văn phòng Bộ cân đối kinh phí",
        ["Vụ Kế hoạch - Tài chính", "Văn phòng Bộ"],
    ),
    (
        "Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương khẩn trương kiện toàn",
        ["Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương"],
    ),
    ("Hội đồng nhân dân các cấp tăng cường giám sát", ["Hội đồng nhân dân các cấp"]),
    ("Thường trực Tổ công tác tham mưu chương trình họp", ["Thường trực Tổ công tác"]),
    ("Học viện Hành chính đổi mới nội dung bồi dưỡng", ["Học viện Hành chính"]),
    ("Sở Du lịch quảng bá hình ảnh", ["Sở Du lịch"]),
    ("Thuế tỉnh An Bình triển khai hóa đơn điện tử", ["Thuế tỉnh An Bình"]),
    (
        "Trung tâm Phục vụ hành chính công các xã, phường tiếp nhận hồ sơ",
        ["Trung tâm Phục vụ hành chính công các xã, phường"],
    ),
    ("Mặt trận Tổ quốc và các đoàn thể vận động nhân dân", ["Mặt trận Tổ quốc", "các đoàn thể"]),
]
NOBODY = [
    "Các hộ gia đình, cá nhân chấp hành nghiêm",
    "Tiếp tục đẩy mạnh tuyên truyền",
    "Công khai, minh bạch hoạt động của Ban Thanh tra nhân dân",
    "Bộ máy hành chính được tinh gọn",
    "Hội nghị tổng kết được tổ chức vào tháng 12",
    "Ban hành quy chế phối hợp giữa Sở Nội vụ và Sở Tư pháp",
    "Báo cáo kết quả thực hiện về UBND tỉnh",
    "Tổ chức tập huấn cho công chức các sở",
    "Phòng ngừa, xử lý nghiêm vi phạm",
    "Thanh tra, kiểm tra việc chấp hành kỷ luật",
    "Đoàn kết nội bộ, giữ gìn kỷ cương",
]


@pytest.mark.parametrize(("sentence", "names"), ACTS)
def test_subject(sentence: str, names: list[str]) -> None:
    found = leading_units(sentence)
    assert found is not None
    assert found.names == names


@pytest.mark.parametrize("sentence", NOBODY)
def test_no_subject(sentence: str) -> None:
    assert leading_units(sentence) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Định kỳ hằng quý, Sở Nội vụ báo cáo UBND tỉnh",
        "Trên cơ sở Kế hoạch này, Sở Nội vụ xây dựng chương trình",
        "Căn cứ chức năng, nhiệm vụ được giao, Sở Nội vụ hướng dẫn các xã",
        "Đồng thời Sở Nội vụ chủ trì kiểm tra",
    ],
)
def test_what_stands_before_the_subject_is_skipped(sentence: str) -> None:
    found = leading_units(sentence)
    assert found is not None
    assert found.names == ["Sở Nội vụ"]
    assert sentence[found.start :].startswith("Sở Nội vụ")
