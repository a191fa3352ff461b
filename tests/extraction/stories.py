"""A story in both languages, with a place for a line below its headline."""

STORY = {
    "en": (
        "Peru opens rail talks with Chile\n{}\nPeru's transport minister met his Chilean counterpart in Arica to "
        "revive the railway. The line closed in 2012.\nThe Chilean president welcomed the talks and promised money."
    ),
    "vi": (
        "Peru mở lại đàm phán đường sắt với Chile\n{}\nBộ trưởng Giao thông Peru gặp người đồng cấp Chile tại Arica để "
        "nối lại dự án đường sắt đã ngừng chạy.\nTổng thống Chile hoan nghênh cuộc đàm phán và hứa chi tiền."
    ),
}
