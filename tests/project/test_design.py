"""Colours of the tokens against each other: WCAG 2.2 contrast, in light and in dark, as docs/design.md tells it."""

import re

import pytest
from django.conf import settings

TOKENS = (settings.BASE_DIR / "static" / "css" / "tokens.css").read_text()
DOCS = (settings.BASE_DIR / "docs" / "design.md").read_text()
TEXT, GRAPHIC = 4.5, 3.0  # WCAG 1.4.3 and 1.4.11
MODES = ("light", "dark")

PAIRS = {
    "ink": (TEXT, ("paper", "inset", "lit", "lit-strong")),
    "ink-soft": (TEXT, ("paper", "inset", "lit", "lit-strong")),
    "ink-faint": (TEXT, ("paper", "inset", "lit")),
    "accent": (TEXT, ("paper", "inset", "lit")),
    "accent-hover": (TEXT, ("paper", "inset")),
    "on-accent": (TEXT, ("accent", "accent-hover")),
    "rule-control": (GRAPHIC, ("paper", "inset")),
    "verbal-cooperation": (GRAPHIC, ("paper", "inset", "lit")),
    "material-cooperation": (GRAPHIC, ("paper", "inset", "lit")),
    "verbal-conflict": (GRAPHIC, ("paper", "inset", "lit")),
    "material-conflict": (GRAPHIC, ("paper", "inset", "lit")),
}
RATIOS = [(ink, ground, least) for ink, (least, grounds) in PAIRS.items() for ground in grounds]


def colour(token: str, mode: str) -> str:
    found = re.search(rf"--{token}: light-dark\((#[0-9a-f]{{6}}), (#[0-9a-f]{{6}})\)", TOKENS)
    return found[MODES.index(mode) + 1]


def luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(ink: str, ground: str, mode: str) -> float:
    dark, light = sorted((luminance(colour(ink, mode)), luminance(colour(ground, mode))))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("ink", "ground", "least"), RATIOS)
@pytest.mark.parametrize("mode", MODES)
def test_ink_stands_out_from_its_ground(ink, ground, least, mode):
    assert contrast(ink, ground, mode) >= least


@pytest.mark.parametrize("mode", MODES)
def test_each_class_of_the_map_is_darker_or_lighter_than_the_one_before(mode):
    steps = [luminance(colour(f"step-{number}", mode)) for number in range(6)]
    assert steps in (sorted(steps), sorted(steps, reverse=True))


@pytest.mark.parametrize("ink", PAIRS)
def test_the_contrasts_written_down_are_those_of_the_tokens(ink):
    row = re.search(rf"^\| `{ink}` \|.*$", DOCS, re.M)[0]
    _, _, _, light, dark, _ = (cell.strip() for cell in row.split("|"))
    grounds = PAIRS[ink][1]
    for mode, written in (("light", light), ("dark", dark)):
        assert written.split() == [f"{contrast(ink, ground, mode):.2f}" for ground in grounds]
