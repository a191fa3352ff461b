from django.contrib import admin
from django.contrib.admin.utils import display_for_value
from django.utils.translation import gettext_lazy as _

from events import corrections
from events.admin.large_tables import ListActionsAdmin
from events.models import Correction


@admin.register(Correction)
class CorrectionAdmin(ListActionsAdmin):
    list_display = ("event_title", "field", "old", "new", "made_by", "made_at", "undone_by", "undone_at")
    list_filter = ("field", ("undone_at", admin.EmptyFieldListFilter))
    list_select_related = ("event", "made_by", "undone_by")
    actions = ("undo",)

    def get_queryset(self, request):
        return super().get_queryset(request).defer("event__text", "event__search", "event__machine", "event__evidence")

    @admin.display(description=_("event"))
    def event_title(self, correction: Correction) -> str:
        return display_for_value(correction.event.title, "—")

    @admin.action(description=_("Undo"), permissions=["change"])
    def undo(self, request, queryset) -> None:
        for correction in queryset.filter(undone_at__isnull=True).order_by("-pk"):
            corrections.undo(correction, request.user)
