"""What pages weigh, how soon something is painted, and how far things move: the table in docs/design.md.

    .venv/bin/python -m tests.browser.weigh http://127.0.0.1:8000 [--loads 5] [--language vi] [PATH...]

Each load is a first visit over a line of 10 Mbit/s with 40 ms of latency. To be run against a server that runs as for
visitors (`make run`), on a machine with nothing else to do.
"""

import argparse
import statistics
from dataclasses import dataclass

from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import CHROMIUM, arguments

PATHS = ("/", "/events/", "/countries/", "/countries/RU/", "/countries/RU/UA/")
LATENCY = 40  # ms
DOWN, UP = 10_000_000 / 8, 5_000_000 / 8  # bytes a second
WATCH_SHIFTS = """window.moved = 0; new PerformanceObserver((list) => {
  for (const shift of list.getEntries()) if (!shift.hadRecentInput) window.moved += shift.value;
}).observe({type: "layout-shift", buffered: true})"""
FIRST_PAINT = "performance.getEntriesByName('first-contentful-paint')[0].startTime"


@dataclass(frozen=True)
class Load:
    """One visit: bytes as they came, milliseconds to the first paint of content, the cumulative layout shift."""

    others: int
    fonts: int
    painted: float
    moved: float


def load(browser: Browser, url: str, language: str) -> Load:
    context = browser.new_context(locale=language, viewport={"width": 1440, "height": 900})
    context.add_init_script(WATCH_SHIFTS)
    page = context.new_page()
    line = context.new_cdp_session(page)
    kinds: dict[str, str] = {}
    weights: dict[bool, int] = {True: 0, False: 0}

    def weigh(event: dict) -> None:
        weights[kinds.get(event["requestId"]) == "Font"] += round(event["encodedDataLength"])

    line.on("Network.responseReceived", lambda event: kinds.update({event["requestId"]: event["type"]}))
    line.on("Network.loadingFinished", weigh)
    line.send("Network.enable")
    limits = {"offline": False, "latency": LATENCY, "downloadThroughput": DOWN, "uploadThroughput": UP}
    line.send("Network.emulateNetworkConditions", limits)
    page.goto(url)
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready.then(() => true)")
    page.mouse.wheel(0, 2000)
    page.wait_for_timeout(300)
    found = Load(weights[False], weights[True], page.evaluate(FIRST_PAINT), page.evaluate("moved"))
    context.close()
    return found


def row(path: str, loads: list[Load]) -> str:
    """A line of the table; the quickest, the median and the slowest of the loads."""
    painted = sorted(each.painted / 1000 for each in loads)
    seconds = f"{painted[0]:.2f}, {statistics.median(painted):.2f}, {painted[-1]:.2f} s"
    others, fonts = (max(getattr(each, kind) for each in loads) / 1000 for kind in ("others", "fonts"))
    moved = max(each.moved for each in loads)
    return f"| `{path}` | {others:.0f} kB | {fonts:.0f} kB | {seconds} | {moved:.3f} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("server")
    parser.add_argument("paths", nargs="*", default=PATHS)
    parser.add_argument("--loads", type=int, default=5)
    parser.add_argument("--language", default="en")
    asked = parser.parse_intermixed_args()
    print("| page | without fonts | fonts | first contentful paint: best, median, worst | layout shift |")
    print("|---|---|---|---|---|")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments())
        for path in asked.paths:
            loads = [load(browser, asked.server + path, asked.language) for _ in range(asked.loads)]
            print(row(path, loads), flush=True)
        browser.close()


if __name__ == "__main__":
    main()
