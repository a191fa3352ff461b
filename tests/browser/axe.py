"""axe-core: what it finds wrong with a page for people who use it by keyboard, by ear or enlarged."""

import json
from pathlib import Path

from playwright.sync_api import Page

FOLDER = Path(__file__).with_name("vendor")
VERSION = json.loads((FOLDER / "MANIFEST.json").read_text())[0]["version"]
SOURCE = (FOLDER / f"axe-core-{VERSION}" / "axe.min.js").read_text()

RUN = """async () => {
  const {violations} = await axe.run(document, {resultTypes: ["violations"]});
  return violations.flatMap(({id, help, nodes}) => nodes.map((node) => `${id}: ${help}: ${node.target.join(" ")}`));
}"""


def violations(page: Page) -> list[str]:
    """One line for every element that breaks a rule, best practices included.

    The source is evaluated by the browser's debugger, past the content policy, which stays in force for the page.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(SOURCE)
    return page.evaluate(RUN)
