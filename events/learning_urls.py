"""Addresses of what corrections teach."""

from django.urls import path

from events.views import teaching

urlpatterns = [
    path("corrections/<int:correction>/alike/", teaching.alike, name="correction-alike"),
    path("corrections/together/<uuid:batch>/", teaching.together, name="corrections-together"),
    path("lessons/", teaching.lesson_list, name="lesson-list"),
    path("lessons/<int:pk>/switch/", teaching.lesson_switch, name="lesson-switch"),
    path("lessons/<int:pk>/undo/", teaching.lesson_undo, name="lesson-undo"),
]
