"""Events in the admin: the values people may correct are a form, all else is for reading."""

from django import forms
from django.contrib import admin
from django.contrib.postgres.search import SearchQuery
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Value
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from events import corrections, values
from events.admin.large_tables import ReadOnlyAdmin
from events.models import Event
from events.models.choices import DatePrecision, EventType, Region, Topic
from events.models.event import Fold


def _optional(choices) -> list:
    return [("", "—"), *choices.choices]


def _form_name(field: str) -> str:
    """Django's admin keeps the names of many-to-many fields for itself."""
    return f"{field}_lines" if field in values.LISTS else field


def _names(label) -> forms.CharField:
    return forms.CharField(
        label=label, required=False, help_text=_("One to a line."), widget=forms.Textarea({"rows": 2, "cols": 60})
    )


class CorrectionForm(forms.ModelForm):
    """The values of an event as people may set them; each change becomes a Correction."""

    title = forms.CharField(label=_("title"), widget=forms.Textarea({"rows": 2, "cols": 80}))
    region = forms.ChoiceField(label=_("region"), choices=Region.choices)
    date = forms.DateField(label=_("date"), required=False, widget=admin.widgets.AdminDateWidget)
    date_end = forms.DateField(label=_("last day"), required=False, widget=admin.widgets.AdminDateWidget)
    date_precision = forms.ChoiceField(label=_("date precision"), required=False, choices=_optional(DatePrecision))
    type = forms.ChoiceField(label=_("type"), required=False, choices=_optional(EventType))
    topic = forms.ChoiceField(label=_("topic"), required=False, choices=_optional(Topic))
    countries_lines = _names(_("countries"))
    actor_lines = _names(_("actor"))
    recipient_lines = _names(_("recipient"))
    organizations_lines = _names(_("organizations"))
    people_lines = _names(_("people"))
    agencies_lines = _names(_("agencies"))

    class Meta:
        model = Event
        fields = ()

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for field in values.LISTS:
            self.initial[f"{field}_lines"] = "\n".join(values.current_value(self.instance, field))

    def clean(self) -> dict:
        cleaned = super().clean()
        self.corrected = {}
        for field in values.FIELDS:
            name = _form_name(field)
            if name in cleaned:
                try:
                    self.corrected[field] = corrections.checked_value(field, self._given(field, cleaned))
                except ValidationError as problem:
                    self.add_error(name, problem)
        return cleaned

    def _given(self, field: str, cleaned: dict):
        if field == "date":
            return {name: cleaned.get(name) for name in values.DATE_COLUMNS}
        given = cleaned[_form_name(field)]
        return given.splitlines() if field in values.LISTS else given

    def _post_clean(self) -> None:
        """Nothing is put on the event here: corrections do that, on the locked row."""


@admin.register(Event)
class EventAdmin(ReadOnlyAdmin):
    form = CorrectionForm
    list_display = ("headline", "date", "region", "type", "status", "in_article", "not_found_at", "trashed_at")
    list_filter = (
        "status",
        "region",
        "type",
        "language",
        ("not_found_at", admin.EmptyFieldListFilter),
        ("trashed_at", admin.EmptyFieldListFilter),
    )
    list_select_related = ("article",)
    search_fields = ("title",)  # shows the box; get_search_results does the search
    search_help_text = _("Words of headline and text, with or without diacritics")
    actions = ("verify", "reject", "unverify", "withdraw", "restore")
    readonly_fields = (
        "article",
        "language",
        "text",
        "section",
        "start",
        "end",
        "quad",
        "status",
        "reviewed_by",
        "reviewed_at",
        "trashed_at",
        "not_found_at",
        "machine",
        "evidence",
        "confidence",
        "created_at",
        "changed_at",
    )
    fieldsets = (
        (None, {"fields": ("title", "region", *values.DATE_COLUMNS, "type", "topic", *map(_form_name, values.LISTS))}),
        (_("Passage"), {"fields": ("article", "language", "section", "text", "start", "end")}),
        (_("Review"), {"fields": ("status", "reviewed_by", "reviewed_at", "trashed_at", "not_found_at")}),
        (_("The machine's"), {"fields": ("quad", "machine", "evidence", "confidence", "created_at", "changed_at")}),
    )

    @admin.display(description=_("title"), ordering="title")
    def headline(self, event: Event) -> str:
        return Truncator(event.title).chars(120)

    @admin.display(description=_("article"))
    def in_article(self, event: Event) -> str:
        return Truncator(str(event.article)).chars(60)

    def get_queryset(self, request):
        return super().get_queryset(request).defer("search", "article__text")

    def get_search_results(self, request, queryset, search_term):
        if not search_term.strip():
            return queryset, False
        words = SearchQuery(Fold(Value(search_term)), config="simple", search_type="plain")
        return queryset.filter(search=words), False

    def save_model(self, request, obj, form, change) -> None:
        with transaction.atomic():
            for field, value in form.corrected.items():
                corrections.correct(obj, field, value, request.user)

    @admin.action(description=_("Verify"), permissions=["change"])
    def verify(self, request, queryset) -> None:
        self._each(queryset, corrections.verify, request.user)

    @admin.action(description=pgettext_lazy("an event", "Reject"), permissions=["change"])
    def reject(self, request, queryset) -> None:
        self._each(queryset, corrections.reject, request.user)

    @admin.action(description=_("Take the review back"), permissions=["change"])
    def unverify(self, request, queryset) -> None:
        self._each(queryset, corrections.unverify, request.user)

    @admin.action(description=_("Withdraw"), permissions=["change"])
    def withdraw(self, request, queryset) -> None:
        self._each(queryset, corrections.withdraw_event, request.user)

    @admin.action(description=_("Restore"), permissions=["change"])
    def restore(self, request, queryset) -> None:
        self._each(queryset, corrections.restore_event, request.user)

    def _each(self, queryset, change, user) -> None:
        for event in queryset.order_by("pk"):
            change(event, user)
