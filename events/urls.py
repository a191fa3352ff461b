"""Addresses of the site. They are in people’s bookmarks and in other programs: do not change them."""

from django.contrib.auth.decorators import login_not_required
from django.urls import path

from events.views import article_page, articles, browse, countries, event_page, frame, health, upload

urlpatterns = [
    path("", browse.home, name="home"),
    path("events/", browse.event_list, name="event-list"),
    path("events.json", browse.event_list_json, name="event-list-json"),
    path("events/<int:pk>/", event_page.event_page, name="event"),
    path("countries/<str:code>/", countries.country_page, name="country"),
    path("articles/", articles.article_list, name="article-list"),
    path("articles.json", articles.article_list_json, name="article-list-json"),
    path("articles/upload/", upload.upload, name="article-upload"),
    path("articles/<int:pk>/", article_page.article_page, name="article"),
    path("articles/<int:pk>/original/", article_page.original, name="article-original"),
    path("articles/<int:pk>/try-again/", articles.try_again, name="article-try-again"),
    path("articles/<int:pk>/withdraw/", articles.withdraw, name="article-withdraw"),
    path("articles/<int:pk>/restore/", articles.restore, name="article-restore"),
    path("theme/", login_not_required(frame.set_theme), name="theme"),
    path("healthz", login_not_required(health.healthz), name="health"),
]
