"""axe-core: what it finds wrong with a page for people who use it by keyboard, by ear or enlarged."""

import json
from pathlib import Path

from playwright.sync_api import Page

FOLDER = Path(__file__).with_name("vendor")
VERSION = json.loads((FOLDER / "MANIFEST.json").read_text())[0]["version"]
SOURCE = (FOLDER / f"axe-core-{VERSION}" / "axe.min.js").read_text()

RULES_OF_COLOUR = ("color-contrast", "link-in-text-block")

RUN = """async (rules) => {
  const only = rules.length ? {runOnly: {type: "rule", values: rules}} : {};
  const {violations} = await axe.run(document, {resultTypes: ["violations"], ...only});
  return violations.flatMap(({id, help, nodes}) => nodes.map((node) => `${id}: ${help}: ${node.target.join(" ")}`));
}"""


def violations(page: Page, *, rules: tuple[str, ...] = ()) -> list[str]:
    """One line for every element that breaks a rule (one of `rules`, else any), best practices included.

    The source is evaluated by the browser's debugger, past the content policy, which stays in force for the page.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(SOURCE)
    return page.evaluate(RUN, list(rules))
