"""Countries, organizations, people and agencies, and the spellings that editors teach."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from events import vocabulary
from events.admin.large_tables import LargeTableAdmin, ReadOnlyAdmin
from events.models import Agency, Alias, Country, Organization, Person
from events.models.named import slug_of


class AliasInline(admin.TabularInline):
    model = Alias
    fields = ("text", "enabled")
    extra = 1


class WithAliases(LargeTableAdmin):
    """Something with other spellings; who adds one is kept."""

    inlines = (AliasInline,)

    def save_formset(self, request, form, formset, change) -> None:
        for alias in formset.save(commit=False):
            alias.added_by = alias.added_by or request.user
            alias.save()
        for alias in formset.deleted_objects:
            alias.delete()


@admin.register(Country)
class CountryAdmin(ReadOnlyAdmin, WithAliases):
    list_display = ("code", "name_en", "name_vi", "region")
    list_filter = ("region",)
    search_fields = ("code", "name_en", "name_vi")
    readonly_fields = ("code", "name_en", "name_vi", "region")
    ordering = ("code",)


class NamedForm(forms.ModelForm):
    def clean_name(self) -> str:
        """A new name makes the slug; a name that is changed keeps the old one."""
        name = self.cleaned_data["name"]
        if not self.instance.pk:
            self.instance.slug = slug_of(name)
            if type(self.instance).objects.filter(slug=self.instance.slug).exists():
                raise ValidationError(_("This name is here already: open it and add spellings to it."))
        return name


class NamedAdmin(WithAliases):
    form = NamedForm
    list_display = ("name", "slug")
    search_fields = ("name", "slug")
    readonly_fields = ("slug",)  # an address that readers may have kept

    def save_related(self, request, form, formsets, change) -> None:
        """After the spellings, among which an admin may have written the former name."""
        super().save_related(request, form, formsets, change)
        if change and "name" in form.changed_data:
            vocabulary.keep_former_name(form.instance, form.initial["name"], request.user)

    def has_delete_permission(self, request, obj=None) -> bool:
        """Not what the package brings back; that can be renamed."""
        return super().has_delete_permission(request, obj) and not (obj and vocabulary.is_packaged(obj))


@admin.register(Organization)
class OrganizationAdmin(NamedAdmin):
    list_display = ("name", "name_en", "name_vi", "slug")
    search_fields = ("name", "name_en", "name_vi", "slug")


@admin.register(Person)
class PersonAdmin(NamedAdmin):
    pass


@admin.register(Agency)
class AgencyAdmin(NamedAdmin):
    pass


@admin.register(Alias)
class AliasAdmin(LargeTableAdmin):
    list_display = ("text", "country", "organization", "person", "agency", "enabled", "added_by", "added_at")
    list_filter = ("enabled",)
    list_select_related = ("country", "organization", "person", "agency", "added_by")
    search_fields = ("text", "folded")
    autocomplete_fields = ("country", "organization", "person", "agency")
    fields = ("text", "country", "organization", "person", "agency", "enabled")

    def save_model(self, request, obj, form, change) -> None:
        obj.added_by = obj.added_by or request.user
        super().save_model(request, obj, form, change)
