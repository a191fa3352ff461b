"""Where the originals lie: a folder, or a bucket by NEWSDESK_STORAGE_URL."""

from importlib.util import find_spec
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


def storage_settings(url: str, data_dir: Path) -> dict:
    """Django's STORAGES entry for `url`; the folder `originals` in the data folder where it is empty.

    `file:///srv/originals` is another folder; `s3://bucket/prefix?endpoint_url=https://…&region_name=…` is a bucket of
    any S3-compatible store, its keys taken from the usual AWS_* variables. Raises ImproperlyConfigured otherwise.
    """
    parts = urlsplit(url)
    if not url or parts.scheme == "file":
        folder = unquote(parts.path) or str(data_dir / "originals")
        return {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": folder}}
    if parts.scheme == "s3" and parts.netloc:
        if not find_spec("boto3"):
            raise ImproperlyConfigured("NEWSDESK_STORAGE_URL names an S3 bucket: install django-storages[s3] first.")
        options = {**dict(parse_qsl(parts.query)), "bucket_name": parts.netloc, "location": parts.path.strip("/")}
        return {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options}
    raise ImproperlyConfigured(
        f"NEWSDESK_STORAGE_URL={url!r} is not understood: use file:///folder or s3://bucket/prefix, or leave it empty."
    )
