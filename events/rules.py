"""Why a value was assumed, in a person's words: a sentence for each rule code of extraction's evidence."""

from django.utils.translation import gettext as _


def sentence(rule: str, words: str = "") -> str:
    """`words` are those the rule went by, where it went by any."""
    match rule:
        case "section-heading":
            return _("From the heading “%(words)s”.") % {"words": words}
        case "first-country":
            return _("From the country named first, by “%(words)s”.") % {"words": words}
        case "chief-country":
            return _("From the country it is chiefly about, by “%(words)s”.") % {"words": words}
        case "person-of-country":
            return _("From the country of the person named, by “%(words)s”.") % {"words": words}
        case "regional-body":
            return _("From the body named, by “%(words)s”.") % {"words": words}
        case "place-named":
            return _("From the place named, “%(words)s”.") % {"words": words}
        case "main-event":
            return _("No words: from the main event of the article.")
        case "page-of-country":
            return _("No words: from the country that the page’s other reports are about.")
        case "no-country":
            return _("No words: no country is named.")
        case "reference-date":
            return _("Counted from the article’s date.")
        case "same-day":
            return _("The same day as the event before.")
        case "type":
            return _("No words: from the type of the event.")
        case "taught":
            return _("As an editor taught, by “%(words)s”.") % {"words": words}
        case _:
            return _("No words: assumed.")
