"""One article: every passage explained, nothing of it ever markup, the original as a download."""

import re
from itertools import pairwise

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from events.models import Article
from events.views.article_page import pieces_of
from tests.builders import make_article, make_editor, make_event, make_user

pytestmark = pytest.mark.django_db


def tiled(*parts: tuple[str, str, str | None], **fields) -> Article:
    """An article whose passages are (words, kind, reason), a line each; events begin and end with theirs."""
    text = "\n".join(words for words, _, _ in parts)
    article = make_article(text=text, **fields)
    start = 0
    for words, kind, reason in parts:
        if kind:
            article.passages.create(start=start, end=start + len(words), kind=kind, reason=reason)
        if kind == "event":
            make_event(article=article, title=words, text=words, start=start, end=start + len(words))
        start += len(words) + 1
    return article


@pytest.fixture
def reader(client):
    user = make_user()
    client.force_login(user)
    return user


def test_every_passage_is_explained(client, reader):
    article = tiled(
        ("EUROPE", "heading", None),
        ("Talks went on.", "event", None),
        ("Share this", "set_aside", "widget"),
        title="Round-up",
    )
    answer = client.get(article.get_absolute_url())
    assertContains(answer, "3 of 3 passages explained")
    assertContains(answer, "Set aside: Share, rating or comment box")
    assertContains(answer, article.events.get().get_absolute_url())
    assertContains(answer, "Talks went on.")


def test_what_nothing_explains_is_said(client, reader):
    article = tiled(("Talks went on.", "event", None), ("Odd words", None, None), ("Odder", "set_aside", "other"))
    answer = client.get(article.get_absolute_url())
    assertContains(answer, "1 of 3 passages explained")
    assertContains(answer, "2 unexplained")


def test_an_event_in_several_passages_is_named_once():
    article = tiled(
        ("Talks went on.", "event", None), ("Photo: a hall", "set_aside", "caption"), ("More talks.", None, None)
    )
    more = article.text.index("More")
    article.passages.create(start=more, end=len(article.text), kind="event")
    event = article.events.get()
    article.events.update(end=len(article.text))
    assert [piece.event and piece.event.pk for piece in pieces_of(article)] == [event.pk, None, None]


def test_an_article_is_never_markup(client, reader):
    evil = '<script>alert(1)</script><img src=x onerror="alert(2)">'
    article = tiled(
        (evil, "event", None), (evil, "set_aside", "widget"), title=evil, name="<b>x</b>.txt", publisher=evil
    )
    article.source_url = "javascript:alert(3)"
    article.save()
    page = client.get(article.get_absolute_url()).content.decode()
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "<b>x" not in page
    assert 'href="javascript' not in page
    assert page.count("&lt;script&gt;alert(1)") >= 3


def test_an_unread_article_says_how_far_it_has_come(client, reader):
    article = make_article(status="queued", text="")
    assertContains(client.get(article.get_absolute_url()), "Queued")
    article = make_article(status="failed", failure="encoding", text="")
    assertContains(client.get(article.get_absolute_url()), "The letters of this file cannot be read.")


def test_the_original_is_a_download_of_no_kind(client, reader):
    article = make_article(name="../évil 📰.html")
    article.original.save("x", ContentFile(b"<script>alert(1)</script>"))
    answer = client.get(f"/articles/{article.pk}/original/")
    assert b"".join(answer.streaming_content) == b"<script>alert(1)</script>"
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment;")
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_a_missing_original_is_not_found(client, reader):
    assert client.get(f"/articles/{make_article().pk}/original/").status_code == 404


@pytest.mark.parametrize("suffix", ["", "original/"])
def test_articles_are_for_signed_in_people_unless_made_public(client, settings, suffix):
    article = make_article()
    article.original.save("x", ContentFile(b"Talks."))
    url = f"/articles/{article.pk}/{suffix}"
    assertRedirects(client.get(url), f"/accounts/login/?next={url}")
    settings.PUBLIC_ARTICLES = True
    assert client.get(url).status_code == 200
    assert client.post(url).status_code == 405


def test_a_withdrawn_article_is_for_editors(client, reader):
    article = make_article(trashed_at=timezone.now())
    assert client.get(article.get_absolute_url()).status_code == 404
    client.force_login(make_editor())
    answer = client.get(article.get_absolute_url())
    assertContains(answer, "This article was withdrawn.")
    assertContains(answer, "Restore")
    assertNotContains(answer, ">Withdraw<")


def test_no_more_queries_for_many_events(client, reader, django_assert_max_num_queries):
    few_parts = tiled(("Talks 1", "event", None), ("Share", "set_aside", "widget"))
    many_parts = tiled(*((f"Talks {n}", "event", None) for n in range(20)))
    for event in [*few_parts.events.all(), *many_parts.events.all()]:
        event.parties.create(role="actor", position=0, country=make_event(countries=["NO"]).countries.get())
    with django_assert_max_num_queries(30) as few:
        client.get(few_parts.get_absolute_url())
    with django_assert_max_num_queries(len(few.captured_queries)):
        client.get(many_parts.get_absolute_url())


def test_the_list_of_passages_leads_to_each_of_them(client, reader):
    article = tiled(
        ("EUROPE", "heading", None),
        ("Talks went on.", "event", None),
        ("Share this", "set_aside", "widget"),
        ("Odd words", "set_aside", "other"),
    )
    page = client.get(article.get_absolute_url()).content.decode()
    contents = page[page.index('id="contents"') : page.index("</nav>", page.index('id="contents"'))]
    targets = re.findall(r'<a href="#(c\d+)"', contents)
    assert targets == [f"c{piece.start}" for piece in pieces_of(article)]
    assert all(f'id="{target}"' in page for target in targets)
    for words in ("EUROPE", "Talks went on.", "Share, rating or comment box", "Not explained yet"):
        assert words in contents


def test_the_strip_covers_the_text_from_start_to_end():
    article = tiled(*((f"Talks {n} " * (n + 1), "event", None) for n in range(30)))
    pieces = pieces_of(article)
    assert pieces[0].x == 0
    assert all(0 < piece.width <= 100 for piece in pieces)
    assert all(one.x < two.x for one, two in pairwise(pieces))
    assert 99 < pieces[-1].x + pieces[-1].width <= 100.3


def test_a_long_passage_is_named_by_its_first_words():
    article = tiled(("talks \n" * 500, "event", None))
    [piece] = pieces_of(article)
    assert len(piece.words) <= 90
    assert piece.words.startswith("talks talks")
    assert piece.words.endswith("…")
