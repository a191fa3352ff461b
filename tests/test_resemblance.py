"""Articles that say mostly the same in different bytes find each other; extraction is a stand-in."""

import pytest
from django.utils import timezone

from events import ingest, resemblance, tasks, uploads, values
from events.models import Fingerprint, Resemblance
from tests.builders import make_article, make_editor, make_extracted, make_extraction

NOTICE = "All rights reserved by the evening wire and its partners in the north"


def story(*numbers: int) -> list[str]:
    """A passage of one sentence for each number; the same number says the same."""
    return [
        f"Ministers of the two coastal states met for round number {number} of their talks on the border."
        for number in numbers
    ]


def stored(passages: list[str], **fields):
    """An article whose events are these passages; a notice between them is set aside."""
    text = f"\n{NOTICE}\n".join(passages)
    article = make_article(text=text, **fields)
    result = make_extraction(text, *(make_extracted(text, passage) for passage in passages))
    ingest.write(article, result, [values.machine_values(event) for event in result.events])
    resemblance.compare_left()
    return article


def found() -> list[tuple[int, int, int, int]]:
    return [(r.article_id, r.other_id, r.shared, r.sentences) for r in Resemblance.objects.undecided()]


def test_case_diacritics_and_punctuation_do_not_count():
    plain = resemblance.fingerprint(["Dai su Nhat Ban cho biet se vien tro cho cac tinh bi lu o mien trung Lao."])
    assert plain == resemblance.fingerprint(
        ["Đại sứ Nhật Bản: cho biết sẽ viện trợ cho các tỉnh bị lũ ở miền Trung Lào"]
    )
    assert plain != resemblance.fingerprint(["Dai su Nhat Ban cho biet se vien tro cho cac tinh bi lu o mien bac Lao."])


def test_hashes_fit_the_column_and_short_sentences_count_only_alone():
    hashes = resemblance.fingerprint([" ".join(story(*range(200))), "Reuters said so. He left. " + story(1)[0]])
    assert len(hashes) == 200
    assert all(-(2**63) <= value < 2**63 for value in hashes)
    assert len(resemblance.fingerprint(["Talks went on. They met."])) == 1
    assert resemblance.fingerprint(["  ", "…"]) == []


@pytest.mark.django_db
def test_mostly_the_same_text_is_found_with_the_numbers_to_say_so():
    first = stored(story(1, 2, 3, 4, 5))
    later = stored(story(1, 2, 3, 9))
    assert found() == [(later.pk, first.pk, 3, 4)]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ([1, 2, 3, 4, 5], [4, 5, 6, 7, 8]),  # two fifths
        ([1], list(range(1, 12))),  # an item that a round-up carries too
        ([1, 2, 3], [4, 5, 6]),  # the notice between them is set aside
    ],
)
def test_texts_that_only_share_something_are_left_alone(one, other):
    stored(story(*one))
    stored(story(*other))
    assert found() == []


@pytest.mark.django_db
def test_a_text_that_stands_in_a_longer_one_is_found():
    short = stored(story(1, 2, 3))
    long = stored(story(*range(1, 40)))
    assert found() == [(long.pk, short.pk, 3, 39)]


@pytest.mark.django_db
def test_a_single_sentence_in_other_bytes_is_found():
    first, later = stored(story(1)), stored([story(1)[0].upper()])
    assert found() == [(later.pk, first.pk, 1, 1)]


@pytest.mark.django_db
def test_the_later_article_is_flagged_whichever_is_read_first():
    first, later = make_article(text=story(1)[0]), make_article(text=story(1)[0])
    for article in (later, first):
        resemblance.remember(article, [article.text])
    resemblance.compare_left()
    resemblance.compare_left()
    assert found() == [(later.pk, first.pk, 1, 1)]
    assert not Fingerprint.objects.filter(is_compared=False).exists()


@pytest.mark.django_db
def test_reading_again_renews_what_is_undecided_and_keeps_what_is_decided():
    first, later = stored(story(1, 2, 3)), stored(story(1, 2, 3, 4))
    resemblance.remember(first, story(7, 8, 9))
    resemblance.compare_left()
    assert found() == []
    resemblance.remember(first, story(1, 2, 3))
    resemblance.compare_left()
    assert resemblance.keep_both(later, make_editor()) == 1
    resemblance.remember(later, story(1, 2, 3))
    resemblance.compare_left()
    assert found() == []
    assert Resemblance.objects.get().kept_at


@pytest.mark.django_db
def test_a_withdrawn_article_resembles_nothing_until_it_is_restored():
    first, later = stored(story(1, 2, 3)), stored(story(1, 2, 3))
    editor = make_editor()
    uploads.withdraw(later, editor)
    assert found() == []
    uploads.restore(later, editor)
    assert found() == [(later.pk, first.pk, 3, 3)]


@pytest.mark.django_db
def test_one_article_is_asked_for_by_several_and_each_pair_is_decided_alone():
    first, second = stored(story(1, 2, 3)), stored(story(1, 2, 3))
    third = stored(story(1, 2, 3))
    assert resemblance.keep_both(third, make_editor()) == 2
    assert found() == [(second.pk, first.pk, 3, 3)]
    first.trashed_at = timezone.now()
    first.save()
    assert resemblance.keep_both(second, make_editor()) == 0


@pytest.mark.django_db
def test_articles_read_before_there_were_fingerprints_are_caught_up_with():
    first, later, alone = stored(story(1, 2, 3)), stored(story(1, 2, 3)), stored(story(7, 8))
    queued = make_article(status="queued")
    remembered = dict(Fingerprint.objects.values_list("article", "sentences"))
    Resemblance.objects.all().delete()
    Fingerprint.objects.filter(article__in=[later, alone]).delete()
    assert resemblance.catch_up() == 2
    assert resemblance.catch_up() == 0
    assert found() == [(later.pk, first.pk, 3, 3)]
    assert dict(Fingerprint.objects.values_list("article", "sentences")) == remembered
    assert not Fingerprint.objects.filter(article=queued).exists()


@pytest.mark.django_db
def test_the_scheduler_catches_up_also_with_what_a_killed_worker_did_not_compare(settings):
    assert settings.CELERY_BEAT_SCHEDULE["find-resemblances"]["task"] == tasks.find_resemblances.name
    first, later = stored(story(1, 2, 3)), stored(story(1, 2, 3))
    Resemblance.objects.all().delete()
    Fingerprint.objects.update(is_compared=False)
    tasks.find_resemblances()
    assert found() == [(later.pk, first.pk, 3, 3)]
    assert not Fingerprint.objects.filter(is_compared=False).exists()
