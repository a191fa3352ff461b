"""What editors hand in: check it, keep the bytes once, write the rows, wake the workers; withdraw and try again."""

import datetime
import re
import unicodedata
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import structlog
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from events import wakeups
from events.extraction import formats
from events.extraction.formats import containers
from events.extraction.records import ArticleRefused, Refusal
from events.messages import Failure
from events.models import Article, Change, Upload
from events.models.article import original_path, sha256_of
from events.models.choices import ArticleStatus, ChangeKind, UploadOutcome

NAME_LENGTH = 255
PASTED_NAME_LENGTH = 80
DETAILS = ("reference_date_given", "language_given", "publisher_given")
STALLED_AFTER = datetime.timedelta(minutes=3)  # far longer than a wake-up call and a parse take

# Control characters, and the marks that turn the direction of text and so disguise a name ("…txt.exe").
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Batch:
    """What one upload brought: a row for each file, in the order given."""

    id: uuid.UUID
    uploads: list[Upload] = field(default_factory=list)

    @property
    def nothing_accepted(self) -> bool:
        """Whether every file was refused: then there is nothing to watch."""
        return all(upload.outcome == UploadOutcome.REFUSED for upload in self.uploads)


def accept(
    files: Iterable[UploadedFile] = (),
    *,
    text: str = "",
    name: str = "",
    reference_date: datetime.date | None = None,
    language: str = "",
    publisher: str = "",
    user=None,
    is_demo: bool = False,
    batch_id: uuid.UUID | None = None,
) -> Batch:
    """Take in `files` and, where there is any, pasted `text` called `name`; into the batch of that id, else a new one.

    `reference_date`, `language` and `publisher` are an editor's word on all of them, over what each tells itself.
    A file that is refused or here already leaves an Upload row that says so, and never stops the others. Parsing
    starts after the commit; with a dead broker the articles wait for it.
    """
    batch = Batch(batch_id or uuid.uuid4())
    common = {
        "reference_date_given": reference_date,
        "language_given": language,
        "publisher_given": publisher,
        "uploaded_by": user,
        "is_demo": is_demo,
    }
    for file in files:
        batch.uploads.extend(_take(batch, clean_name(file.name or ""), file, common))
    if text.strip():
        raw = text.encode(errors="replace")
        batch.uploads.append(_take_article(batch, name_of_text(text, name), raw, common))
    _wake_after_commit(u.article_id for u in batch.uploads if u.outcome == UploadOutcome.ACCEPTED)
    return batch


def clean_name(name: str) -> str:
    """A file's name for display: without folders and unseen characters, at most 255 characters, never empty."""
    visible = _UNSEEN.sub("", unicodedata.normalize("NFC", name))
    last = _last_part(visible).strip()
    return last[:NAME_LENGTH] if last.strip(". ") else _("unnamed")


def _last_part(path: str) -> str:
    return re.split(r"[/\\]", path)[-1]


def name_of_text(text: str, name: str = "") -> str:
    """What a pasted text is called: the name given, else its first line."""
    first_line = text.strip().splitlines()[0].replace("/", " ").replace("\\", " ")
    return clean_name(name or first_line[:PASTED_NAME_LENGTH])


def _take(batch: Batch, name: str, file, common: dict) -> Iterator[Upload]:
    """A row for the file; for an archive, or a letter with files attached, a row for each that it holds."""
    upload = _row(batch, name, file.size or 0, common)
    try:
        _refuse_size(file.size)
        raw = file.read()
        if not containers.is_container(raw):
            yield _take_article(batch, name, raw, common)
            return
        for member in containers.members(raw, largest=_largest()):
            inside = clean_name(f"{_last_part(member.name)} ({name})") if member.name else name
            if member.refusal is None:
                yield _take_article(batch, inside, member.raw, common)
            else:
                yield _refuse(_row(batch, inside, 0, common), member.refusal)
    except ArticleRefused as refused:
        yield _refuse(upload, refused.code)


def _row(batch: Batch, name: str, size: int, common: dict) -> Upload:
    return Upload(batch=batch.id, name=name, size=size, uploaded_by=common["uploaded_by"])


def _take_article(batch: Batch, name: str, raw: bytes, common: dict) -> Upload:
    upload = _row(batch, name, len(raw), common)
    try:
        _refuse_size(len(raw))
        formats.refuse_other_kinds(raw)
    except ArticleRefused as refused:
        return _refuse(upload, refused.code)

    article = Article(name=name, size=len(raw), sha256=sha256_of(raw), **common)
    if _already_here(upload, article.sha256):
        return upload
    try:
        article.original = _keep(raw, article)
    except Exception:  # each storage has its own errors; none may stop the other files
        log.exception("original not stored", name=name)
        return _refuse(upload, Failure.NOT_STORED)
    try:
        with transaction.atomic():
            article.save(force_insert=True)
            upload.article, upload.outcome = article, UploadOutcome.ACCEPTED
            upload.save()
    except IntegrityError:  # the same bytes came in by another request a moment ago
        if not _already_here(upload, article.sha256):
            raise
    return upload


def _refuse_size(size: int | None) -> None:
    """Raises ArticleRefused before a byte is read."""
    if not size:
        raise ArticleRefused(Refusal.EMPTY)
    if size > _largest():
        raise ArticleRefused(Refusal.TOO_LARGE)


def _largest() -> int:
    return settings.MAX_UPLOAD_MB * 1024 * 1024


def _refuse(upload: Upload, code: str) -> Upload:
    upload.outcome, upload.refusal = UploadOutcome.REFUSED, str(code)
    upload.save()
    log.info("upload refused", code=str(code), size=upload.size)
    return upload


def _already_here(upload: Upload, sha256: str) -> bool:
    article = Article.objects.kept().filter(sha256=sha256).first()
    if article is None:
        return False
    upload.article, upload.outcome = article, UploadOutcome.DUPLICATE
    upload.save(force_insert=True)
    return True


def _keep(raw: bytes, article: Article) -> str:
    """Store the bytes under their hash, once; the name to find them by. Bytes without a row do no harm."""
    storage = Article._meta.get_field("original").storage
    path = original_path(article, "")
    if storage.exists(path) and storage.size(path) == len(raw):
        return path
    return storage.save(path, ContentFile(raw))


def _wake_after_commit(article_ids: Iterable[int]) -> None:
    article_ids = list(article_ids)
    if article_ids:
        transaction.on_commit(lambda: wakeups.send(article_ids), robust=True)


def parse_again(article: Article) -> bool:
    """Queue an article once more that is parsed, failed or stuck; False when it is withdrawn or under way."""
    finished = Article.objects.kept().filter(status__in=[ArticleStatus.PARSED, ArticleStatus.FAILED])
    again = finished | Article.objects.stuck(queued_for=STALLED_AFTER)
    return bool(_queue_again(again.filter(pk=article.pk)))


def retry_failed(batch: uuid.UUID) -> int:
    """Queue once more what failed or got stuck of a batch; how many."""
    failed = Article.objects.kept().filter(status=ArticleStatus.FAILED)
    again = failed | Article.objects.stuck(queued_for=STALLED_AFTER)
    return _queue_again(again.filter(pk__in=_accepted(batch)))


def _accepted(batch: uuid.UUID) -> QuerySet:
    """The ids of the articles that came in by a batch, without those that were here before."""
    return Upload.objects.filter(batch=batch, outcome=UploadOutcome.ACCEPTED).values("article")


@transaction.atomic
def _queue_again(articles: QuerySet) -> int:
    ids = list(articles.order_by("pk").select_for_update(of=("self",)).values_list("pk", flat=True))
    Article.objects.filter(pk__in=ids).queue()
    _wake_after_commit(ids)
    return len(ids)


@transaction.atomic
def set_details(articles: QuerySet, details: dict) -> int:
    """An editor's word on what was uploaded: any of `reference_date_given`, `language_given`, `publisher_given`.

    Articles whose day or language changes are read anew, also those being read; what people verified or corrected
    stays. How many articles changed.
    """
    rows = articles.kept().order_by("pk").select_for_update(of=("self",))
    changed, anew = [], []
    for article in rows.only("pk", *DETAILS):
        differing = {name for name, value in details.items() if getattr(article, name) != value}
        if differing:
            changed.append(article.pk)
        if differing - {"publisher_given"}:
            anew.append(article.pk)
    Article.objects.filter(pk__in=changed).update(**details)
    _queue_again(Article.objects.filter(pk__in=anew))
    return len(changed)


def set_details_of_batch(batch: uuid.UUID, details: dict) -> int:
    return set_details(Article.objects.filter(pk__in=_accepted(batch)), details)


@transaction.atomic
def withdraw(article: Article, user) -> None:
    """Put an article in the trash, its events with it. A parse that is under way stores nothing."""
    row = Article.objects.select_for_update().get(pk=article.pk)
    if row.trashed_at is not None:
        return
    unfinished = {} if row.is_finished else {"status": ArticleStatus.QUEUED, "lease_until": None, "lease_token": None}
    Article.objects.filter(pk=row.pk).update(trashed_at=Now(), trashed_by=user, **unfinished)
    _record_for_events(row, ChangeKind.TRASHED)


def restore(article: Article, user) -> None:
    """Take an article out of the trash. Raises ValidationError when the same file was uploaded again meanwhile."""
    try:
        with transaction.atomic():
            row = Article.objects.select_for_update().get(pk=article.pk)
            if row.trashed_at is None:
                return
            Article.objects.filter(pk=row.pk).update(
                trashed_at=None, trashed_by=None, queued_at=Now(), attempts=0 if not row.is_finished else row.attempts
            )
            _record_for_events(row, ChangeKind.RESTORED)
    except IntegrityError:
        raise ValidationError(
            _("The same file was uploaded again meanwhile. Open that article, or withdraw it first.")
        ) from None
    if not row.is_finished:
        _wake_after_commit([row.pk])


def _record_for_events(article: Article, kind: ChangeKind) -> None:
    kept = article.events.filter(trashed_at__isnull=True)
    Change.objects.record(kind, kept.order_by("pk").values_list("pk", flat=True))
