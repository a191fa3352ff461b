"""Addresses of the site. They are in people’s bookmarks and in other programs: do not change them."""

from django.contrib.auth.decorators import login_not_required
from django.urls import include, path

from events.views import (
    article_details,
    article_page,
    articles,
    browse,
    corrections,
    countries,
    event_page,
    frame,
    health,
    rehearsal,
    upload,
)

urlpatterns = [
    path("", browse.home, name="home"),
    path("events/", browse.event_list, name="event-list"),
    path("events/values/", browse.facet_values, name="event-values"),
    path("events.json", browse.event_list_json, name="event-list-json"),
    path("events/<int:pk>/", event_page.event_page, name="event"),
    path("events/<int:pk>/correct/", corrections.correct, name="event-correct"),
    path("events/<int:pk>/corrections/<int:correction>/undo/", corrections.undo, name="event-undo"),
    path("events/<int:pk>/verify/", corrections.verify, name="event-verify"),
    path("events/<int:pk>/reject/", corrections.reject, name="event-reject"),
    path("events/<int:pk>/take-back/", corrections.take_back, name="event-take-back"),
    path("countries/<str:code>/", countries.country_page, name="country"),
    path("articles/", articles.article_list, name="article-list"),
    path("articles.json", articles.article_list_json, name="article-list-json"),
    path("articles/upload/", upload.upload, name="article-upload"),
    path("articles/<int:pk>/", article_page.article_page, name="article"),
    path("articles/rehearse/", rehearsal.rehearse, name="article-rehearse"),
    path("articles/batches/<uuid:batch>/retry/", articles.retry_failed, name="batch-retry"),
    path("articles/batches/<uuid:batch>/details/", article_details.set_details_of_batch, name="batch-details"),
    path("articles/<int:pk>/details/", article_details.set_details, name="article-details"),
    path("articles/<int:pk>/keep-both/", articles.keep_both, name="article-keep-both"),
    path("articles/<int:pk>/original/", article_page.original, name="article-original"),
    path("articles/<int:pk>/try-again/", articles.try_again, name="article-try-again"),
    path("articles/<int:pk>/withdraw/", articles.withdraw, name="article-withdraw"),
    path("articles/<int:pk>/restore/", articles.restore, name="article-restore"),
    path("", include("events.learning_urls")),
    path("favicon.ico", login_not_required(frame.favicon), name="favicon"),
    path("theme/", login_not_required(frame.set_theme), name="theme"),
    path("healthz", login_not_required(health.healthz), name="health"),
]
