"""Take the pictures of the README from the running product.

`make screenshots` starts Newsdesk on a data folder of its own with the demo articles, adds those of the labelled corpus
written for the tests, waits until all are read, and photographs pages. Needs Chromium.
"""

import contextlib
import http.client
import json
import os
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from newsdesk import embedded

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
CORPUS = ROOT / "tests" / "extraction" / "corpus"
RECENT = "2019"
BUSIEST_DEMO_DAY = "2026-11-18"
LARGEST = 300_000  # bytes a picture may have
PATIENCE = 180  # seconds for start and for reading

DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}


@contextlib.contextmanager
def newsdesk() -> Iterator[tuple[str, dict]]:
    """The whole product on a fresh data folder; its address and its editor's account."""
    data_dir = Path(tempfile.mkdtemp(prefix="newsdesk-screenshots-"))
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    mine = {"HOST": "127.0.0.1", "PORT": str(port), "NEWSDESK_DATA": str(data_dir), "TIME_ZONE": "UTC"}
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG")}
    serve = [sys.executable, "manage.py", "serve"]
    process = subprocess.Popen(serve, cwd=ROOT, env=kept | mine, stdout=subprocess.DEVNULL, start_new_session=True)
    try:
        wait_until_healthy(process, port)
        yield f"http://127.0.0.1:{port}", json.loads((data_dir / "accounts.json").read_text())["editor"]
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()
        shutil.rmtree(embedded.Place.of(data_dir).home, ignore_errors=True)
        shutil.rmtree(data_dir, ignore_errors=True)


def wait_until_healthy(process: subprocess.Popen, port: int) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if process.poll() is not None:
            sys.exit("screenshots: Newsdesk did not start; what it said stands above.")
        with contextlib.suppress(OSError, http.client.HTTPException):
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
            connection.request("GET", "/healthz")
            if connection.getresponse().status == http.client.OK:
                return
        time.sleep(0.3)
    sys.exit(f"screenshots: Newsdesk was not ready within {PATIENCE} s.")


class Photographer:
    def __init__(self, browser: Browser, address: str, editor: dict) -> None:
        self.browser, self.address, self.editor = browser, address, editor

    @contextlib.contextmanager
    def window(self, *, size=DESK, mode="light", language="en", signed_in=True) -> Iterator[Page]:
        looks = {"viewport": size, "color_scheme": mode, "locale": language, "reduced_motion": "reduce"}
        context = self.browser.new_context(base_url=self.address, **looks)
        page = context.new_page()
        if signed_in:
            page.goto("/accounts/login/")
            page.locator("[name=username]").fill(self.editor["username"])
            page.locator("[name=password]").fill(self.editor["password"])
            page.locator("main [type=submit]").click()
            page.wait_for_url("**/events/")
        yield page
        context.close()

    def take(self, page: Page, name: str) -> None:
        page.evaluate("document.fonts.ready")
        page.wait_for_load_state("networkidle")
        picture = HERE / f"{name}.png"
        picture.write_bytes(squeezed(page.screenshot()))
        size = picture.stat().st_size
        print(f"{picture.relative_to(ROOT)}  {size // 1000} kB", flush=True)
        if size > LARGEST:
            sys.exit(f"screenshots: {picture.name} has {size} bytes, more than {LARGEST}.")


def squeezed(png: bytes) -> bytes:
    """The same picture, packed as tightly as zlib can: browsers pack in haste."""
    signature, at = png[:8], 8
    chunks: list[tuple[bytes, bytes]] = []
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        chunks.append((png[at + 4 : at + 8], png[at + 8 : at + 8 + length]))
        at += 12 + length
    packed = zlib.compress(zlib.decompress(b"".join(data for kind, data in chunks if kind == b"IDAT")), 9)
    kept = [(kind, data) for kind, data in chunks if kind in (b"IHDR", b"IEND")]
    out = [kept[0], (b"IDAT", packed), kept[-1]]
    return signature + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in out
    )


def labelled(pattern: str) -> Iterator[tuple[str, dict]]:
    """Articles of the corpus with the days they were written for, as files to upload."""
    for label in sorted(CORPUS.glob(f"*/{pattern}.json")):
        about = json.loads(label.read_text())
        name = f"{about['reference_date']} {about['layout']}.{about['language']}.txt"
        file = {"name": name, "mimeType": "text/plain", "buffer": label.with_suffix(".txt").read_bytes()}
        yield about["reference_date"], file


def upload_corpus(page: Page) -> None:
    """The articles since RECENT, each counted from its own day, so that its dates are right."""
    token = next(cookie["value"] for cookie in page.context.cookies() if cookie["name"] == "csrftoken")
    for day, file in labelled("*"):
        if day >= RECENT:
            sent = {"csrfmiddlewaretoken": token, "files": file, "reference_date": day}
            page.request.post("/articles/upload/", multipart=sent)
    until = time.monotonic() + PATIENCE
    while any(page.request.get(f"/articles.json?state={state}").json() for state in ("queued", "parsing")):
        if time.monotonic() > until:
            sys.exit(f"screenshots: the articles were not read within {PATIENCE} s.")
        time.sleep(0.5)


def most_frequent(page: Page, facet: str) -> str:
    return page.request.get("/events.json?limit=1").json()["facets"][facet][0]["value"]


def best_explained(page: Page, query: str) -> dict:
    """The event with the most values that words of the text gave."""
    events = page.request.get(f"/events.json?limit=200&{query}").json()["results"]
    return max(events, key=lambda event: (len(event["evidence"]), len(event["text"])))


def take_all(camera: Photographer) -> None:
    with camera.window() as page:
        page.goto(f"/day/{BUSIEST_DEMO_DAY}/")
        camera.take(page, "front")

        page.goto("/events/")
        camera.take(page, "events")

        page.goto("/countries/")
        page.get_by_role("main").get_by_role("link", name="All", exact=True).click()
        camera.take(page, "countries")

        page.goto("/review/")
        camera.take(page, "review")

        page.goto(best_explained(page, "language=en&quad=verbal-cooperation")["url"])
        page.locator("[data-fact=recipient], [data-fact=type]").last.hover()
        camera.take(page, "event")

        page.goto(f"/countries/{most_frequent(page, 'country')}/")
        camera.take(page, "country")

        articles = page.request.get("/articles.json").json()
        page.goto(next(one["url"] for one in articles if one["name"].startswith("world-round-up-2026-11-20")))
        camera.take(page, "article")

        page.goto("/articles/upload/")
        photo = {"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": b"\xff\xd8\xff\x00\x01"}
        files = [*(file for _, file in labelled("starred-0[3-8]a-*")), photo]  # some of them are known by now
        page.get_by_label("Choose articles").set_input_files(files)
        page.get_by_role("main").get_by_role("button", name="Upload").click()
        settled = page.locator("tr:is([data-status=parsed], [data-status=duplicate], [data-status=refused])")
        expect(settled).to_have_count(len(files), timeout=PATIENCE * 1000)
        camera.take(page, "upload")

    with camera.window(mode="dark") as page:
        page.goto("/events/?region=europe&region=middle-east-africa")
        camera.take(page, "events-dark")
    with camera.window(size=PHONE, signed_in=False) as page:
        page.goto("/events/")
        camera.take(page, "events-phone")
    with camera.window(language="vi") as page:
        page.goto("/events/?language=vi")
        camera.take(page, "events-vietnamese")


def main() -> None:
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if not chromium:
        sys.exit("screenshots: needs a browser: apt-get install chromium")
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with newsdesk() as (address, editor), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
        camera = Photographer(browser, address, editor)
        with camera.window() as page:
            upload_corpus(page)
        take_all(camera)
        browser.close()


if __name__ == "__main__":
    main()
