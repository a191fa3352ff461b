"""What editors do to the passages of an article: by selecting words, or by forms that need no script."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from events import accounts, passages
from events.corrections import ChangedMeanwhileError
from events.filter_fields import moment
from events.models import Article, Recut
from events.models.choices import RecutAction, SetAsideReason
from events.views.access import needs
from events.views.article_page import render_article
from events.views.redirects import see_other

# What each action needs besides the place; the others are given or not.
NEEDED = {RecutAction.SPLIT: ("where",), RecutAction.MOVE: ("begin", "end")}
OFFERED = {
    RecutAction.EVENT: ("end",),
    RecutAction.HEADING: ("end",),
    RecutAction.SET_ASIDE: ("end", "reason"),
    RecutAction.JOIN: (),
    **NEEDED,
}


class PassageForm(forms.Form):
    """Offsets are code points of the article's text."""

    action = forms.ChoiceField(choices=RecutAction.choices)
    at = forms.IntegerField(min_value=0)
    seen = forms.CharField()
    begin = forms.IntegerField(required=False, min_value=0)
    end = forms.IntegerField(required=False, min_value=0)
    where = forms.IntegerField(required=False, min_value=0)
    reason = forms.ChoiceField(required=False, choices=SetAsideReason.choices)

    def clean_seen(self):
        seen = moment(self.cleaned_data["seen"])
        if seen is None:
            raise forms.ValidationError("")
        return seen

    def how(self) -> dict:
        """What the action is told besides the place."""
        action = RecutAction(self.cleaned_data["action"])
        given = {name: self.cleaned_data.get(name) for name in OFFERED[action]}
        if any(given[name] is None for name in NEEDED.get(action, ())):
            raise ValidationError(_("Choose where."))
        return given


@require_POST
@needs(accounts.CORRECT)
def recut(request: HttpRequest, pk: int) -> HttpResponse:
    article = get_object_or_404(Article.objects.kept(), pk=pk)
    form = PassageForm(request.POST)
    if not form.is_valid():
        said = _("The page did not say what to do with which words. Nothing was changed: choose again.")
        return render_article(request, article, problem=said, status=422)
    at, seen = form.cleaned_data["at"], form.cleaned_data["seen"]
    try:
        made = passages.recut(article, form.cleaned_data["action"], seen=seen, user=request.user, at=at, **form.how())
    except ChangedMeanwhileError:
        said = _(
            "This article was read again while you had it open. Nothing of yours was changed: "
            "look at the passages as they are now, then choose again."
        )
        return render_article(request, article, problem=said, chosen=at, status=409)
    except ValidationError as error:
        return render_article(request, article, problem=error.messages[0], chosen=at, status=422)
    messages.success(request, _said(made))
    return _see(article, made.cuts[0]["start"])


@require_POST
@needs(accounts.CORRECT)
def undo(request: HttpRequest, pk: int, recut: int) -> HttpResponse:
    made = get_object_or_404(Recut.objects.select_related("article"), pk=recut, article=pk)
    try:
        passages.undo(made, request.user)
    except ValidationError as error:
        messages.error(request, error.messages[0])
    else:
        messages.success(request, _("Undone."))
    return _see(made.article, made.cuts[0]["start"])


def _said(made: Recut) -> str:
    article = Article.objects.only("status").get(pk=made.article_id)
    done = made.get_action_display()
    if article.is_finished:
        return _("%(done)s. It can be undone under “Changes of passages”.") % {"done": done}
    return _("%(done)s. The article is being read again.") % {"done": done}


def _see(article: Article, at: int) -> HttpResponse:
    return see_other(f"{article.get_absolute_url()}#c{at}")
