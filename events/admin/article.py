from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from events import readings, uploads
from events.admin.large_tables import ReadOnlyAdmin
from events.messages import sentence
from events.models import Article


@admin.register(Article)
class ArticleAdmin(ReadOnlyAdmin):
    list_display = ("name", "title", "status", "language", "uploaded_by", "uploaded_at", "trashed_at")
    list_filter = ("status", "language", "is_demo", ("trashed_at", admin.EmptyFieldListFilter))
    list_select_related = ("uploaded_by",)
    search_fields = ("name", "title", "source_url")
    actions = ("parse_again", "read_and_compare", "withdraw", "restore")
    # Not the text: it may have megabytes. The site shows it.
    fieldsets = (
        (None, {"fields": ("name", "title", "status", "failure_told", "failure", "is_demo")}),
        (_("Uploaded"), {"fields": ("original_file", "size", "sha256", "uploaded_by", "uploaded_at")}),
        (_("Said by an editor"), {"fields": ("reference_date_given", "language_given", "publisher_given")}),
        (
            _("Read"),
            {
                "fields": (
                    "language",
                    "layout",
                    "encoding",
                    "media_type",
                    "publisher",
                    "source_url",
                    "published",
                    "reference_date",
                )
            },
        ),
        (
            _("Parsing"),
            {"fields": ("attempts", "queued_at", "parsing_at", "parsed_at", "lease_until", "extractor_version")},
        ),
        (_("Withdrawn"), {"fields": ("trashed_at", "trashed_by")}),
    )

    def get_readonly_fields(self, request, obj=None) -> list[str]:
        return [name for _heading, options in self.fieldsets for name in options["fields"]]

    def get_queryset(self, request):
        return super().get_queryset(request).defer("text")

    @admin.display(description=_("original"))
    def original_file(self, article: Article) -> str:
        return format_html('<a href="{}">{}</a>', reverse("article-original", args=[article.pk]), article.original.name)

    @admin.display(description=_("why it failed"))
    def failure_told(self, article: Article) -> str:
        return sentence(article.failure)

    @admin.action(description=_("Parse again"), permissions=["change"])
    def parse_again(self, request, queryset) -> None:
        queued = sum(uploads.parse_again(article) for article in queryset)
        text = ngettext("%(n)d article is queued.", "%(n)d articles are queued.", queued)
        self.message_user(request, text % {"n": queued})

    @admin.action(description=_("Read again and compare"), permissions=["change"])
    def read_and_compare(self, request, queryset):
        run = readings.begin(queryset.order_by("pk").values_list("pk", flat=True), request.user)
        if run is not None:
            return redirect(run)
        self.message_user(
            request, _("There is nothing to read again: choose articles that were parsed."), messages.ERROR
        )
        return None

    @admin.action(description=_("Withdraw"), permissions=["change"])
    def withdraw(self, request, queryset) -> None:
        for article in queryset:
            uploads.withdraw(article, request.user)

    @admin.action(description=_("Restore"), permissions=["change"])
    def restore(self, request, queryset) -> None:
        for article in queryset:
            try:
                uploads.restore(article, request.user)
            except ValidationError as problem:
                self.message_user(request, f"{article.name}: {problem.messages[0]}", messages.ERROR)
