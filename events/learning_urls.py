"""Addresses of what corrections teach, of readings that wait to be accepted, and of the quality page."""

from django.urls import path

from events.views import quality, readings, teaching

urlpatterns = [
    path("corrections/<int:correction>/alike/", teaching.alike, name="correction-alike"),
    path("corrections/together/<uuid:batch>/", teaching.together, name="corrections-together"),
    path("lessons/", teaching.lesson_list, name="lesson-list"),
    path("lessons/<int:pk>/switch/", teaching.lesson_switch, name="lesson-switch"),
    path("lessons/<int:pk>/undo/", teaching.lesson_undo, name="lesson-undo"),
    path("readings/", readings.reading_list, name="reading-list"),
    path("readings/<int:pk>/", readings.reading, name="reading"),
    path("readings/<int:pk>/accept/", readings.accept, name="reading-accept"),
    path("readings/<int:pk>/discard/", readings.discard, name="reading-discard"),
    path("quality/", quality.quality_page, name="quality"),
    path("quality/events/", quality.quality_events, name="quality-events"),
]
