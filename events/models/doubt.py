"""How likely, and how bad, it is that an event is wrong: what the review queue is sorted by.

The expected error of a field is its worth times the chance that its value is wrong, which is one less Event.confidence.
That of an event is the highest of its fields: one surely wrong type is worth a look sooner than ten small doubts.
"""

from django.db import models

# What a wrong value costs a reader, as a share of the worst: type, country and day decide whether an event is found
# at all, and where it is counted; the others are read in passing. An index holds these figures: changing one needs a
# migration.
WORTH = {
    "type": 1.0,
    "countries": 1.0,
    "date": 1.0,
    "actor": 0.8,
    "recipient": 0.8,
    "region": 0.7,
    "title": 0.5,
    "topic": 0.4,
    "organizations": 0.4,
    "people": 0.4,
    "agencies": 0.3,
}

# How often each field is right on the labelled articles, both languages taken together: what is believed of events
# that were read before confidences were calibrated.
CORPUS_MEAN = {
    "type": 0.77,
    "countries": 0.97,
    "date": 0.95,
    "actor": 0.83,
    "recipient": 0.75,
    "region": 0.96,
    "title": 0.95,
    "topic": 0.83,
    "organizations": 0.97,
    "people": 0.94,
    "agencies": 0.96,
}
UNSURE = 0.75  # a probability below this is marked on the pages of editors


def probability(confidence: dict | None, field: str) -> float | None:
    """That the machine's value of a field is right; None for fields without one, such as the section."""
    return (confidence or {}).get(field, CORPUS_MEAN.get(field))


def _wrong(field: str) -> str:
    return f"(1 - coalesce((%(expressions)s ->> '{field}')::float8, {CORPUS_MEAN[field]}))"


class ExpectedError(models.Func):
    """Of a confidence column: the highest expected error of a field, 0 to 1."""

    template = f"greatest({', '.join(f'{worth} * {_wrong(field)}' for field, worth in WORTH.items())})"
    output_field = models.FloatField()


class ChanceOfError(models.Func):
    """Of a confidence column: the probability that one field of WORTH is wrong."""

    output_field = models.FloatField()

    def __init__(self, confidence: str, field: str) -> None:
        super().__init__(confidence)
        self.template = _wrong(field)
