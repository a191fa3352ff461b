"""What a correction can teach, on the pages: the offer, the events read alike, the list of lessons."""

import pytest
from django.urls import reverse

from events import corrections
from events.models import Correction, Event, Lesson
from tests.builders import allow, make_event, make_user

pytestmark = pytest.mark.django_db


def make_read(title="Japan and Peru hold drills", said="MOBILIZE"):
    evidence = {"type": [{"start": 15, "end": 26, "text": "hold drills"}]} if said else {}
    return make_event(title=title, machine={"type": said}, evidence=evidence, type=said)


def page_of(correction, **query):
    return reverse("correction-alike", args=[correction.pk], query=query or None)


def test_the_event_page_offers_what_a_correction_can_teach(client, editor):
    event = make_read()
    make_read()
    make_read()
    assert "same reading" not in client.get(event.get_absolute_url()).text
    correction = corrections.correct(event, "type", "COOPERATE", editor)
    body = client.get(event.get_absolute_url()).text
    assert "2 other events have the same reading:" in body
    assert f'href="{page_of(correction)}"' in body


def test_readers_are_offered_nothing(client, editor):
    event = make_read()
    make_read()
    corrections.correct(event, "type", "COOPERATE", editor)
    client.force_login(make_user())
    assert "same reading" not in client.get(event.get_absolute_url()).text


def test_applying_and_remembering_and_undoing_by_forms_alone(client, editor):
    event, other, left = make_read(), make_read("Chile and Peru hold drills"), make_read("They hold drills")
    correction = corrections.correct(event, "type", "COOPERATE", editor)
    body = client.get(page_of(correction)).text
    assert "By the words “hold drills”." in body
    assert "Chile and Peru hold drills" in body

    answer = client.post(page_of(correction), {"do": "both", "event": [other.pk, "x"], "words": "hold drills"})
    assert answer.status_code == 303
    together = Correction.objects.get(event=other).together
    assert answer.headers["Location"] == reverse("corrections-together", args=[together])
    assert Event.objects.get(pk=other.pk).type == "COOPERATE"
    assert Event.objects.get(pk=left.pk).type == "MOBILIZE"
    assert Lesson.objects.get().words == "hold drills"

    assert "together with others" in client.get(other.get_absolute_url()).text
    assert "Undo it" in client.get(answer.headers["Location"]).text
    client.post(answer.headers["Location"])
    assert Event.objects.get(pk=other.pk).type == "MOBILIZE"


def test_words_that_are_not_there_are_said_so(client, editor):
    correction = corrections.correct(make_read(said=None), "type", "COOPERATE", editor)
    assert "Name the words of the passage" in client.get(page_of(correction)).text
    assert "does not stand in this passage" in client.get(page_of(correction, words="nowhere")).text
    answer = client.post(page_of(correction), {"do": "remember", "words": "nowhere"})
    assert answer.status_code == 422
    assert not Lesson.objects.exists()
    answer = client.post(page_of(correction), {"do": "remember", "words": "hold drills"})
    assert answer.status_code == 303
    assert Lesson.objects.get().value == "COOPERATE"


def test_who_may_correct_but_not_teach_is_not_asked_to(client):
    user = allow(make_user(), "events.change_event")
    client.force_login(user)
    correction = corrections.correct(make_read(), "type", "COOPERATE", user)
    assert "remember for the future" not in client.get(page_of(correction)).text
    answer = client.post(page_of(correction), {"do": "remember"})
    assert answer.status_code == 422
    assert not Lesson.objects.exists()


@pytest.mark.parametrize("number", ["1", "-1", "x", "9999999999"])
def test_a_reading_that_is_none_is_not_found(client, editor, number):
    correction = corrections.correct(make_read(), "type", "COOPERATE", editor)
    assert client.get(page_of(correction, n=number)).status_code == 404


def test_lessons_are_listed_switched_and_undone(client, editor):
    assert "Nothing was taught yet" in client.get(reverse("lesson-list")).text
    correction = corrections.correct(make_read(), "type", "COOPERATE", editor)
    client.post(page_of(correction), {"do": "remember", "words": "hold drills"})
    lesson = Lesson.objects.get()
    body = client.get(reverse("lesson-list")).text
    assert "“hold drills”" in body
    assert "In use" in body
    client.post(reverse("lesson-switch", args=[lesson.pk]), {"on": "0"})
    assert "Switch on" in client.get(reverse("lesson-list")).text
    client.post(reverse("lesson-undo", args=[lesson.pk]))
    assert "hold drills" in client.get(reverse("lesson-list")).text  # the message
    assert "Nothing was taught yet" in client.get(reverse("lesson-list")).text


def test_a_list_of_lessons_asks_no_more_questions_for_many(client, editor, django_assert_max_num_queries):
    for number in range(12):
        event = make_read(f"Event {number} hold drills")
        correction = corrections.correct(event, "type", "COOPERATE", editor)
        Lesson.objects.create(
            kind="phrase", words=f"words {number}", folded=f"words {number}", correction=correction, made_by=editor
        )
    with django_assert_max_num_queries(12):
        client.get(reverse("lesson-list"))
