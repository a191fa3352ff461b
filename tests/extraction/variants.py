"""Round-ups put together from parts: the same items in every way of printing them, amid every kind of furniture."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Told:
    """An item: its parts as a layout may need them."""

    place: str
    country: str
    agency: str
    title: str
    body: str


ITEMS = {
    "en": (
        Told("Lima", "Peru", "Reuters", "Peru opens rail talks with Chile",
             "Peru's transport minister met his Chilean counterpart on Monday to revive the railway to Arica."),
        Told("Suva", "Fiji", "AFP", "Fiji cancels power contract",
             "Fiji said on Tuesday it had cancelled a contract for a power plant after a court found fraud."),
        Told("Nairobi", "Kenya", "AP", "Kenyan doctors walk out",
             "Thousands of Kenyan doctors began a strike on Tuesday over unpaid wages in public hospitals."),
        Told("Oslo", "Norway", "Xinhua", "Norway sends generators to Ukraine",
             "Norway sent forty generators to Ukraine on Wednesday, the government in Oslo announced."),
    ),
    "vi": (
        Told("Lima", "Peru", "Reuters", "Peru mở lại đàm phán đường sắt với Chile",
             "Bộ trưởng Giao thông Peru ngày 3/3 gặp người đồng cấp Chile để nối lại dự án đường sắt tới Arica."),
        Told("Suva", "Fiji", "AFP", "Fiji hủy hợp đồng điện",
             "Chính phủ Fiji ngày 4/3 cho biết đã hủy hợp đồng xây nhà máy điện sau khi tòa án phát hiện gian lận."),
        Told("Nairobi", "Kenya", "AP", "Bác sĩ Kenya đình công",
             "Hàng nghìn bác sĩ Kenya hôm 4/3 bắt đầu đình công đòi trả lương tại các bệnh viện công."),
        Told("Oslo", "Na Uy", "Tân Hoa xã", "Na Uy gửi máy phát điện cho Ukraine",
             "Na Uy ngày 5/3 gửi bốn mươi máy phát điện tới Ukraine, chính phủ ở Oslo thông báo."),
    ),
}  # fmt: skip

CREDITS = ("({})", "[{}]", "- {}", "/{}.", "(Theo {})", "(Source: {})", "(Nguồn: {})", "({}.)", "({} 5/3)")

# {n} counts the items, {N} in capitals is for Latin capitals of the place or agency.
WITH_HEADLINE = {
    "starred": ("*{title}: {body}", "* {title} : {body}", "*{title}\n{body}", "**{title}:** {body}",
                "★ {title}: {body}",
                "* {title}\n\n{body}", "\t* {title}: {body}", "*{title}. {body}", "∗ {title}: {body}"),
    "numbered": ("{n}. {title}\n{body}", "{n}) {title}\n{body}", "{n}/ {title}: {body}", "{n}.{title}\n{body}",
                 "{n} - {title}\n{body}", "{n}. {title}. {body}", "({n}) {title}\n{body}", "{n}- {title}: {body}",
                 "{n}. {title}\n\n{body}", "{n} / {title}\n{body}", "#{n} {title}\n{body}",
                 "{roman}. {title}\n{body}", "**{n}. {title}**\n{body}"),
    "bulleted": ("- {title}: {body}", "• {title}\n{body}", "+ {title}: {body}", "– {title}. {body}",
                 "▪ {title}: {body}",
                 "► {title}\n{body}", "-{title}: {body}", "· {title}: {body}", "🔹 {title}: {body}",
                 "✅ {title}\n{body}",
                 "o {title}: {body}", "→ {title}: {body}", "~ {title}: {body}",
                 "■ {title} – {body}"),
    "dateline": ("{place}, {country} - {title}: {body}",),
    "portal": ("{title}\n{body}\n", "{title}\n\n{body}\n\n", "{title}\n14:30\n{body}\n",
               "{title}\n{body}\n05/03/2025\n"),
}  # fmt: skip
WITHOUT_HEADLINE = {
    "starred": ("*{body}", "* {body}"),
    "numbered": ("{n}. {body}", "{n}) {body}", "{n}/ {body}", "{n}: {body}"),
    "bulleted": ("- {body}", "• {body}", "+ {body}", "-{body}", "— {body}", "● {body}"),
    "dateline": ("{PLACE} - {body}", "{PLACE} — {body}", "{PLACE}: {body}", "{PLACE}, {country} (AFP) — {body}",
                 "{place} (AFP) - {body}", "{PLACE}, March 5 (Reuters) - {body}", "{PLACE}, 5/3 (TTXVN) – {body}",
                 "{PLACE} ({agency}) – {body}", "{place}, {country} — {body}", "{COUNTRY}: {body}", "{PLACE}. - {body}",
                 "{place}/{country} (dpa) - {body}", "{PLACE} -- {body}", "({place}) - {body}"),
    "agency": ("{AGENCY}. {body}", "{AGENCY} - {body}", "{AGENCY}: {body}", "({AGENCY}) {body}", "[{AGENCY}] {body}",
               "{agency}: {body}", "({agency}) - {body}", "{AGENCY} – {body}", "{agency}. {body}",
               "{AGENCY}/AFP. {body}"),
}  # fmt: skip
ROMAN = ("I", "II", "III", "IV")

FURNITURE = {
    "en": (
        "Photo: Reuters", "A market in Suva on Tuesday. Photo: AFP", "(Photo by Jane Roe/Getty Images)",
        "Delegates wave in Lima (AFP/File)", "Read more: Five trains that changed Peru", "READ MORE", "Related News",
        "Also read: Five trains that changed Peru", "Read also | Five trains that changed Peru",
        "RELATED: Five trains that changed Peru", "ALSO READ | Five trains that changed Peru",
        "You might also like: Five trains that changed Peru", "More on this story", "Recommended reading",
        "Don't miss: Five trains that changed Peru", "Read next: Five trains that changed Peru",
        "Watch: Five trains that changed Peru", "Listen: the morning podcast", "Explainer: why Peru wants the railway",
        "Story continues below advertisement", "Article continues after ad", "Continue reading below",
        "ADVERTISEMENT", "Advertisement - scroll to continue", "Sponsored by Blue Kettle Tea", "Promoted content",
        "Share", "Share this story on Facebook", "Facebook Twitter WhatsApp Email", "Share | Print | Email",
        "Click to share on X (Opens in new window)", "0 Comments", "Comments (12)", "12 comments", "Leave a Reply",
        "Tags: Peru, Chile, railway", "TAGS Peru Chile", "Topics: Peru | Chile", "Filed under: World",
        "Category: World",
        "Posted in World", "Keywords: Peru, Fiji", "Source: Reuters", "Source: https://news.example.org/a/1.html",
        "© 2025 The Daily Lamp. All rights reserved.", "Copyright 2025 The Daily Lamp", "All Rights Reserved",
        "By Jane Roe", "By Jane Roe and John Doe", "Reporting by Jane Roe; Editing by John Doe",
        "(Reporting by Jane Roe in Lima; editing by John Doe)", "Compiled by Jane Roe",
        "Jane Roe is a writer based in Lima.",
        "Follow us on Twitter @dailylamp", "Sign up for our daily newsletter", "Subscribe to our newsletter for more.",
        "Download our app for the latest news", "Join our Telegram channel", "We use cookies to improve your visit.",
        "This website uses cookies. By continuing you agree.", "Accept all cookies", "Privacy Policy | Terms of Use",
        "Last updated: March 5, 2025 18:30 GMT", "Published 5 March 2025", "Updated 2 hours ago", "2 hours ago",
        "5 min read", "3 minute read", "1,204 views", "Views: 1204", "Rate this article", "★★★★★ 4.5/5 (12 votes)",
        "Loading...", "Back to top", "Next article", "Previous article", "Home > World", "Home / World / Americas",
        "Breaking news", "Live updates", "Get breaking news alerts", "Contact us: desk@dailylamp.example",
        "Print this page | E-mail to a friend", "Report a correction or typo", "Log in to comment",
        "Most Read", "Trending now", "Editors' Picks", "Latest news", "More from World", "You may also like",
    ),
    "vi": (
        "Ảnh: Reuters", "Một khu chợ ở Suva hôm 4/3. Ảnh: AFP", "Các đại biểu tại Lima (Ảnh: AFP/TTXVN)",
        "Đoàn tàu ở Lima - Ảnh: REUTERS", "Đoàn tàu ở Lima | Ảnh tư liệu", "Ảnh minh họa", "(Ảnh minh hoạ: Internet)",
        "Đọc thêm: Năm đoàn tàu làm đổi thay Peru", "Xem thêm: Năm đoàn tàu làm đổi thay Peru",
        ">>> Xem thêm: Năm đoàn tàu làm đổi thay Peru", ">> Năm đoàn tàu làm đổi thay Peru",
        "Mời độc giả xem thêm: Năm đoàn tàu", "Mời quý độc giả đón đọc: Năm đoàn tàu", "Có thể bạn quan tâm",
        "Tin liên quan", "TIN LIÊN QUAN", "Tin bài liên quan", "Bài liên quan: Năm đoàn tàu", "Liên quan:",
        "Xem ngay: Năm đoàn tàu làm đổi thay Peru", "Xem nhanh:", "Đừng bỏ lỡ", "Bạn có thể thích",
        "Video: Đoàn tàu đầu tiên tới Arica", "Clip: Đoàn tàu đầu tiên tới Arica", "Nghe podcast bản tin sáng",
        "Quảng cáo", "QUẢNG CÁO", "Tài trợ: Trà Ấm Xanh", "Nội dung tài trợ", "Chia sẻ",
        "Chia sẻ Facebook Zalo Twitter",
        "Chia sẻ bài viết này", "Bình luận (0)", "Ý kiến bạn đọc (3)", "0 bình luận", "Gửi bình luận", "Ý kiến của bạn",
        "Tags: Peru, Chile", "Từ khóa: Peru Chile", "Từ khoá: Peru, Chile", "Chủ đề: Peru", "Tag: Peru",
        "Chuyên mục: Thế giới", "Nguồn: Reuters", "Theo Reuters", "Theo Reuters, AFP", "(Theo Reuters)",
        "Theo TTXVN/Vietnam+",
        "Nguồn: https://bao.example.vn/a/1.html", "Link nguồn: https://bao.example.vn/a/1.html",
        "Minh Anh (tổng hợp)", "Minh Anh (Theo Reuters)", "Minh Anh - Thu Hà", "Minh Anh/Báo Ngọn Đèn", "PV",
        "T.H (t/h)",
        "Tác giả: Minh Anh", "Thực hiện: Minh Anh", "Người dịch: Minh Anh", "© Bản quyền thuộc về Báo Ngọn Đèn",
        "Bản quyền thuộc Báo Ngọn Đèn", "Ghi rõ nguồn Báo Ngọn Đèn khi phát hành lại", "Giấy phép số 12/GP-BTTTT",
        "Tổng biên tập: Minh Anh", "Theo dõi chúng tôi trên Facebook", "Theo dõi Ngọn Đèn trên Google News",
        "Đăng ký nhận bản tin", "Tải ứng dụng Ngọn Đèn", "Chúng tôi sử dụng cookie để cải thiện trải nghiệm.",
        "Trang web này sử dụng cookie.", "Cập nhật lúc 18:30 05/03/2025", "Thứ tư, 05/03/2025 18:30 (GMT+7)",
        "Thứ Tư, ngày 05/03/2025, 18:30 (GMT+7)", "05/03/2025 | 18:30", "18:30 | 05/03/2025", "2 giờ trước",
        "5 phút đọc",
        "1.204 lượt xem", "Lượt xem: 1204", "Đánh giá bài viết", "Bạn thấy bài viết này thế nào?", "Lên đầu trang",
        "Về trang chủ", "Trang trước", "Bài trước", "Bài tiếp theo", "Trang chủ > Thế giới", "Trang chủ / Thế giới",
        "Tin nóng", "Tin mới nhất", "Đọc nhiều nhất", "Tin cùng chuyên mục", "Tin khác", "Thích 0", "Like 0 Share 0",
        "Nghe đọc bài 0:00", "Gửi bài viết tới toasoan@ngonden.example", "In bài viết", "Cỡ chữ", "Lưu bài viết",
        "Đăng nhập để bình luận", "Xem theo ngày", "Xem thêm bình luận", "Hotline: 0900 000 000", "Zalo",
    ),
}  # fmt: skip

HEADLINES = {
    "en": ("World news in brief, March 5, 2025", "WORLD BRIEFING", "International news round-up: March 5"),
    "vi": ("Tin thế giới ngày 5/3/2025", "ĐIỂM TIN QUỐC TẾ", "Thế giới 24 giờ: Na Uy giúp Ukraine, Kenya đình công"),
}


def items(style: str, language: str, credit: str = "({})") -> list[str]:
    """The items printed in a style, the body closed by an agency credit where one is wanted."""
    printed = []
    for n, one in enumerate(ITEMS[language]):
        body = f"{one.body} {credit.format(one.agency)}" if credit else one.body
        printed.append(
            style.format(
                n=n + 1, roman=ROMAN[n], title=one.title, body=body, place=one.place, PLACE=one.place.upper(),
                country=one.country, COUNTRY=one.country.upper(), agency=one.agency, AGENCY=one.agency.upper(),
            )
        )  # fmt: skip
    return printed
