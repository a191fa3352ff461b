"""What admins see at /admin/. Whatever changes something calls the same functions as the site."""

from events.admin import article, correction, event, vocabulary

__all__ = ["article", "correction", "event", "vocabulary"]
