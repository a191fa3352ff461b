"""Quality has a floor: no change may read the measured corpus worse than it was read before."""

import json

import pytest

from tests.extraction.measure import CORPUS, FLOORS, below, fingerprint, measure, reached, scorer

pytestmark = pytest.mark.skipif(scorer() is None, reason="the scorer does not lie beside the checkout")


@pytest.mark.xdist_group("the measured half")  # read once, by one worker
def test_no_figure_is_below_its_floor():
    kept = json.loads(FLOORS.read_text())
    assert kept["corpus"] == fingerprint(), "The measured corpus changed: measure anew with --lower-floors."
    figures, _ = measure(CORPUS / "measure", scorer())
    assert below(kept["floors"], reached(figures)) == []


@pytest.mark.parametrize("half", ["develop", "measure"])
def test_the_labels_fit_their_texts(half):
    score, problems = scorer(), []
    for file in sorted((CORPUS / half).glob("*.json")):
        label = json.loads(file.read_text("utf-8"))
        text = score.read_text(file.with_suffix(".txt"), label.get("encoding", "utf-8"))
        problems += [f"{file.name}: {problem}" for problem in score.label_problems(label, text)]
    assert problems == []
