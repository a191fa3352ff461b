"""What corrections taught, and readings that wait to be accepted."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from events import teaching
from events.admin.large_tables import ListActionsAdmin, ReadOnlyAdmin
from events.models import Lesson, ReadingRun


@admin.register(Lesson)
class LessonAdmin(ListActionsAdmin):
    list_display = ("words", "value", "kind", "hits", "in_force", "made_by", "made_at", "undone_by", "undone_at")
    list_filter = ("kind", "enabled", ("undone_at", admin.EmptyFieldListFilter))
    list_select_related = ("alias", "made_by", "undone_by")
    search_fields = ("words", "folded", "value")
    actions = ("switch_on", "switch_off", "undo")

    @admin.display(description=_("in use"), boolean=True)
    def in_force(self, lesson: Lesson) -> bool:
        return lesson.is_in_force

    @admin.action(description=_("Switch on"), permissions=["change"])
    def switch_on(self, request, queryset) -> None:
        for lesson in queryset:
            teaching.switch(lesson, on=True)

    @admin.action(description=_("Switch off"), permissions=["change"])
    def switch_off(self, request, queryset) -> None:
        for lesson in queryset:
            teaching.switch(lesson, on=False)

    @admin.action(description=_("Undo"), permissions=["change"])
    def undo(self, request, queryset) -> None:
        for lesson in queryset:
            teaching.undo(lesson, request.user)


@admin.register(ReadingRun)
class ReadingRunAdmin(ReadOnlyAdmin):
    """To look at; the site's own page accepts and discards."""

    list_display = ("pk", "made_by", "made_at", "extractor_version", "accepted", "accepted_at", "discarded_at")
    list_select_related = ("made_by",)

    def has_change_permission(self, request, obj=None) -> bool:
        return False

    def view_on_site(self, run: ReadingRun) -> str:
        return run.get_absolute_url()
