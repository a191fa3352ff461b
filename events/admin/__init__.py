"""What admins see at /admin/. Whatever changes something calls the same functions as the site."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from events.admin import article, correction, event, learning, recut, vocabulary

__all__ = ["article", "correction", "event", "learning", "recut", "vocabulary"]

admin.site.site_header = admin.site.site_title = "Newsdesk"
admin.site.index_title = _("Administration")
