"""Articles that say mostly the same are flagged, both of them, until an editor keeps both or withdraws one."""

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from events.models import Article, Fingerprint, Resemblance
from events.views.article_rows import counted, rows_of_articles
from tests.builders import make_article, make_batch, make_user
from tests.views.test_article_list import FRAGMENT, version

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("calls")]

PAGE = "/articles/"


def alike(*, shared: int = 14, sentences: int = 17, **fields) -> Resemblance:
    other, article = make_article(name="first.txt"), make_article(name="second.txt", **fields)
    return Resemblance.objects.create(article=article, other=other, shared=shared, sentences=sentences)


@pytest.mark.parametrize(
    ("side", "like", "figures"),
    [("article", "other", "14 of 17 sentences stand there"), ("other", "article", "14 of its 17 sentences stand here")],
)
def test_nearly_the_same_text_is_flagged_on_rows_and_pages_of_both_until_both_are_kept(
    client, editor, side, like, figures
):
    pair = alike()
    flagged, other = getattr(pair, side), getattr(pair, like)
    for address in (PAGE, f"{PAGE}?batch={make_batch(flagged)}", flagged.get_absolute_url()):
        answer = client.get(address)
        assertContains(answer, "Nearly the same text as")
        assertContains(answer, f'<a href="/articles/{other.pk}/">{other.name}</a>')
        assertContains(answer, f"{figures} too.")
        assertContains(answer, "Withdraw this one")
    answer = client.post(f"/articles/{flagged.pk}/keep-both/", follow=True)
    assertContains(answer, f"Kept: “{flagged.name}” stays beside the article it resembles.")
    assertNotContains(answer, "the same text as")
    pair.refresh_from_db()
    assert pair.kept_by == editor


def test_of_several_that_are_alike_the_one_that_shares_most_is_named(client, editor):
    pair = alike(shared=14)
    third = make_article(name="third.txt")
    Resemblance.objects.create(article=third, other=pair.article, shared=16, sentences=17)
    answer = client.get(pair.article.get_absolute_url())
    assertContains(answer, "16 of its 17 sentences stand here too.")
    assertNotContains(answer, "first.txt")


def test_editors_find_what_waits_for_their_decision(client, editor):
    pair = alike()
    alone = make_article(name="alone.txt")
    answer = client.get(PAGE, {"state": "alike"})
    assertContains(answer, f'data-article="{pair.article.pk}"')
    assertContains(answer, f'data-article="{pair.other.pk}"')
    assertNotContains(answer, f'data-article="{alone.pk}"')
    client.force_login(make_user())
    assert client.get(PAGE, {"state": "alike"}).status_code == 400


def test_a_flag_goes_with_either_article(client, editor):
    pair = alike(shared=17)
    assertContains(client.get(PAGE), "The same text as")
    client.post(f"/articles/{pair.other.pk}/withdraw/")
    assertNotContains(client.get(PAGE), "The same text as")
    client.post(f"/articles/{pair.other.pk}/restore/")
    assertContains(client.get(PAGE), "The same text as")
    client.post(f"/articles/{pair.article.pk}/withdraw/")
    assertNotContains(client.get(PAGE), "The same text as")


def test_readers_see_the_flag_and_decide_nothing(client):
    alike()
    client.force_login(make_user())
    assertContains(client.get(PAGE), "Nearly the same text as")
    assertNotContains(client.get(PAGE), "Keep both")


def test_rows_ask_again_until_it_is_known_what_they_resemble(client, editor):
    article = make_article(parsed_at=timezone.now())
    Fingerprint.objects.create(article=article, sentences=[1])
    before = client.get(PAGE)
    assertContains(before, "hx-trigger")
    Fingerprint.objects.update(is_compared=True)
    after = client.get(PAGE, headers=FRAGMENT | {"If-None-Match": f'"{version(before)}"'})
    assertNotContains(after, "hx-trigger")
    assertNotContains(client.get(PAGE), "hx-trigger")


def test_of_those_that_share_as_much_the_one_that_was_here_first_is_named(client, editor):
    first, second, third = (make_article(name=f"{place}.txt") for place in ("first", "second", "third"))
    for article, other in ((second, first), (third, first), (third, second)):
        Resemblance.objects.create(article=article, other=other, shared=5, sentences=5)
    for article, like in ((first, second), (second, first), (third, first)):
        row = rows_of_articles([counted(Article.objects.filter(pk=article.pk)).get()])[0]
        assert row.resembles.other == like
