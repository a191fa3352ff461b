from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from events import passages
from events.admin.large_tables import ListActionsAdmin
from events.models import Recut


@admin.register(Recut)
class RecutAdmin(ListActionsAdmin):
    """What people changed in how articles are cut into passages; made on the article's page, undone here too."""

    list_display = ("action", "words", "in_article", "made_by", "made_at", "undone_by", "undone_at")
    list_filter = ("action", ("undone_at", admin.EmptyFieldListFilter))
    list_select_related = ("article", "made_by", "undone_by")
    actions = ("undo",)

    def get_queryset(self, request):
        return super().get_queryset(request).defer("article__text")

    @admin.display(description=_("words"))
    def words(self, recut: Recut) -> str:
        return Truncator(recut.cuts[0]["words"] if recut.cuts else "").chars(60)

    @admin.display(description=_("article"))
    def in_article(self, recut: Recut) -> str:
        return Truncator(str(recut.article)).chars(60)

    @admin.action(description=_("Undo"), permissions=["change"])
    def undo(self, request, queryset) -> None:
        for recut in queryset.filter(undone_at__isnull=True).order_by("-pk"):
            try:
                passages.undo(recut, request.user)
            except ValidationError as problem:
                self.message_user(request, problem.messages[0], level="error")
