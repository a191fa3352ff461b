"""What people read when a file was not read: one sentence that says what is wrong, one that says what to do."""

from enum import StrEnum

from django.conf import settings
from django.utils.translation import gettext as _

from events.extraction.records import Refusal


class Failure(StrEnum):
    """Why an article was not parsed although its file may be good (beside extraction's Refusal)."""

    UNEXPECTED = "unexpected"
    CRASHED = "crashed"
    TOO_SLOW = "too-slow"
    ORIGINAL_MISSING = "original-missing"
    NOT_STORED = "not-stored"
    MOVED_ON = "moved-on"
    TEXT_CHANGED = "text-changed"


class Obstacle(StrEnum):
    """Why a document was not read on trial."""

    TOO_LARGE_HERE = "too-large-here"
    TOO_SLOW_HERE = "too-slow-here"
    SEVERAL_FILES = "several-files"
    BUSY = "busy"
    TOO_OFTEN = "too-often"


def sentence(code: str) -> str:
    """The words for a refusal or failure code, in the reader's language; "" for no code."""
    match code:
        case "":
            return ""
        case Refusal.EMPTY:
            return _("The file is empty. Check that it was saved, then upload it again.")
        case Refusal.TOO_LARGE:
            return _("The file is larger than %(limit)d MB. Split it into smaller files and upload those.") % {
                "limit": settings.MAX_UPLOAD_MB
            }
        case Refusal.NOT_TEXT:
            return _("This kind of file cannot be read. Save the article as text, HTML, Word or PDF, then upload that.")
        case Refusal.ENCODING:
            return _("The letters of this file cannot be read. Save it as UTF-8 text, then upload it again.")
        case Refusal.NO_TEXT:
            return _("There is no text to read in this file. Check that it holds the article, then upload it again.")
        case Refusal.SCAN:
            return _("This PDF holds pictures of pages and no text. Recognise its text first, or paste the article.")
        case Refusal.PROTECTED:
            return _("This file is locked by a password. Save it without one, then upload it again.")
        case Refusal.DAMAGED:
            return _("This file is damaged or cut short. Open it to see, save it anew, then upload that.")
        case Refusal.TOO_MUCH:
            return _("This file unpacks to more than can be taken. Split it into smaller files and upload those.")
        case Failure.CRASHED:
            return _("Reading this file stopped the worker several times. Try again, or tell an admin.")
        case Failure.TOO_SLOW:
            return _("Reading this file took too long and was stopped. Split it into smaller files and upload those.")
        case Failure.MOVED_ON:
            return _("The article was parsed anew or withdrawn meanwhile. Have it read again to compare.")
        case Failure.TEXT_CHANGED:
            return _("The text itself is decoded otherwise now. Accept everything, or nothing, of this article.")
        case Failure.ORIGINAL_MISSING:
            return _("The stored file is missing or damaged. Withdraw this article and upload the file again.")
        case Failure.NOT_STORED:
            return _("The file could not be stored. The disk may be full: tell an admin, then upload it again.")
        case Obstacle.TOO_LARGE_HERE:
            return _("This is too long to be tried here. Try a part of it, or upload it.")
        case Obstacle.TOO_SLOW_HERE:
            return _("Reading this takes too long to be tried here. Upload it: it is then read in the background.")
        case Obstacle.SEVERAL_FILES:
            return _("This holds several files. Unpack it, then try one of them, or upload it as it is.")
        case Obstacle.BUSY:
            return _("Somebody else is trying a text just now. Try again in a moment.")
        case Obstacle.TOO_OFTEN:
            return _("You tried many texts within a minute. Try again in a minute.")
        case _:
            return _("Something went wrong while reading this file. Try again; if it fails again, tell an admin.")
