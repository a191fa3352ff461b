"""What editors fill in."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from events.filter_fields import DayField
from events.uploads import NAME_LENGTH


class ManyFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Any number of files, as a list; each is checked by events.uploads, so that one bad file stops no other."""

    widget = ManyFilesInput

    def clean(self, data, initial=None) -> list:
        return data if isinstance(data, list) else [data] if data else []


class UploadForm(forms.Form):
    files = ManyFilesField(required=False)
    text = forms.CharField(required=False, widget=forms.Textarea, strip=False)
    name = forms.CharField(
        required=False,
        max_length=NAME_LENGTH,
        error_messages={"max_length": _("The name is too long: at most %(limit_value)d characters.")},
    )
    reference_date = DayField(required=False)

    def clean_files(self) -> list:
        files = self.cleaned_data["files"]
        if len(files) > settings.MAX_FILES_AT_ONCE:
            message = ngettext_lazy(
                "At most %(most)d file at once.", "At most %(most)d files at once. Upload the rest afterwards.", "most"
            )
            raise forms.ValidationError(message, params={"most": settings.MAX_FILES_AT_ONCE})
        return files
