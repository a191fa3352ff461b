"""What editors fill in to hand articles in, to try a text, and to say more of what was handed in."""

from __future__ import annotations

import base64

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from events.filter_fields import DayField
from events.models import Article, Upload
from events.models.choices import Language
from events.uploads import NAME_LENGTH, clean_name, name_of_text

LANGUAGES = [
    ("", _("Detect in each file")),
    *((one.value, one.label) for one in (Language.ENGLISH, Language.VIETNAMESE)),
]


OUT_OF_DATE = _("This page is out of date. Load it again, then choose the files once more.")


class DetailsForm(forms.Form):
    """What an editor knows of a document, over what it tells itself; empty: what it tells."""

    reference_date = DayField(required=False)
    language = forms.ChoiceField(
        required=False, choices=LANGUAGES, error_messages={"invalid_choice": _("Choose one of the list.")}
    )
    publisher = forms.CharField(
        required=False,
        max_length=Article._meta.get_field("publisher_given").max_length,
        error_messages={"max_length": _("The source is too long: at most %(limit_value)d characters.")},
    )


class ChangedDetailsForm(DetailsForm):
    """The same of articles that are here: only what was changed by hand counts, since a batch may hold many values.

    The page sends what it showed as `initial-` and the field's name.
    """

    def __init__(self, data=None, *, articles=()) -> None:
        given = {name: {getattr(article, f"{name}_given") or "" for article in articles} for name in self.base_fields}
        self.differing = [name for name, values in given.items() if len(values) > 1]
        super().__init__(data, initial={name: str(*values) for name, values in given.items() if len(values) == 1})
        for field in self.fields.values():
            field.show_hidden_initial = True
        if "language" in self.differing:
            self.fields["language"].choices = [("", _("As they are")), *LANGUAGES[1:]]

    def details(self) -> dict:
        """As events.uploads.set_details() takes them."""
        return {f"{name}_given": self.cleaned_data[name] for name in self.changed_data}


class ManyFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Any number of files, as a list; each is checked by events.uploads, so that one bad file stops no other."""

    widget = ManyFilesInput

    def clean(self, data, initial=None) -> list:
        return data if isinstance(data, list) else [data] if data else []


class TextForm(DetailsForm):
    """A pasted text and its name."""

    text = forms.CharField(required=False, widget=forms.Textarea, strip=False)
    name = forms.CharField(
        required=False,
        max_length=NAME_LENGTH,
        error_messages={"max_length": _("The name is too long: at most %(limit_value)d characters.")},
    )


class UploadForm(TextForm):
    files = ManyFilesField(required=False)
    batch = forms.UUIDField(
        required=False,
        error_messages={"invalid": OUT_OF_DATE},
    )

    def __init__(self, *args, user=None, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_batch(self):
        """An upload may be sent file by file: then each names the same batch, which is the sender's own."""
        batch = self.cleaned_data["batch"]
        if batch and Upload.objects.filter(batch=batch).exclude(uploaded_by=self.user).exists():
            raise forms.ValidationError(self.fields["batch"].error_messages["invalid"])
        return batch

    def clean_files(self) -> list:
        files = self.cleaned_data["files"]
        if len(files) > settings.MAX_FILES_AT_ONCE:
            message = ngettext_lazy(
                "At most %(most)d file at once.", "At most %(most)d files at once. Upload the rest afterwards.", "most"
            )
            raise forms.ValidationError(message, params={"most": settings.MAX_FILES_AT_ONCE})
        return files


class RehearsalForm(TextForm):
    """One file or a pasted text; or, to keep what was tried, its bytes as `original` holds them."""

    files = forms.FileField(required=False, allow_empty_file=True)
    original = forms.CharField(required=False)

    def clean_original(self) -> bytes:
        try:
            return base64.b64decode(self.cleaned_data["original"], validate=True)
        except ValueError as error:
            raise forms.ValidationError(OUT_OF_DATE) from error

    def clean(self) -> dict:
        """With the document as `raw` and `name`."""
        given = super().clean()
        if self.errors:
            return given
        text, file = given["text"], given["files"]
        if given["original"]:
            return given | {"raw": given["original"], "name": clean_name(given["name"])}
        if file:
            return given | {"raw": file.read(), "name": clean_name(file.name)}
        if not text.strip():
            raise forms.ValidationError(_("Nothing was sent. Paste a text, or choose a file."))
        return given | {"raw": text.encode(errors="replace"), "name": name_of_text(text, given["name"])}
