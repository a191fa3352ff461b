"""Settings of the tests: a data folder of their own, plain static files, a quick password hasher."""

import os
import tempfile

# One folder a run: pytest-xdist's workers inherit it from the process that started them.
if "NEWSDESK_TEST_DATA" not in os.environ:
    os.environ["NEWSDESK_TEST_DATA"] = tempfile.mkdtemp(prefix="newsdesk-tests-")
os.environ["NEWSDESK_DATA"] = os.environ["NEWSDESK_TEST_DATA"]
os.environ.setdefault("SECRET_KEY", "for tests only")

from newsdesk.settings import *  # noqa: F403
from newsdesk.settings import STATIC_ROOT, STORAGES

STATIC_ROOT.mkdir(exist_ok=True)  # WhiteNoise warns of a folder that is not there
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
