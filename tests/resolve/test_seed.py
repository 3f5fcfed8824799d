"""The seed article: what its twelve mentions are claims of."""

import pytest

from dodomu.dataset import reference
from dodomu.resolve import resolve

KNOWN = "seeds/reference/known_releases.tsv"


@pytest.fixture(scope="module")
def records(request):
    from pathlib import Path

    known = reference.read(Path(__file__).parents[2] / KNOWN)
    return resolve([request.getfixturevalue("annotated")("seed")], known)


@pytest.fixture
def event(records):
    def find(type, count=None, status="occurred"):
        [found] = [e for e in records.events if (e.type, e.count, e.status) == (type, count, status)]
        return found

    return find


def test_a_headline_and_the_text_below_it_tell_one_event(event):
    assert event("return", 5).n_mentions == 2
    assert event("return", 31).n_mentions == 2


def test_all_else_is_an_event_of_its_own(records):
    assert len(records.mentions) == 12
    assert len(records.events) == 10
    assert {mention.event_id for mention in records.mentions} == {event.event_id for event in records.events}


def test_five_are_part_of_about_a_hundred(event):
    assert event("return", 5).part_of == event("release", 100).event_id
    assert event("return", 31).part_of is None
    assert event("release", 100).part_of is None


def test_the_pardoned_the_released_and_the_returned_are_one_cohort_and_those_of_november_another(event):
    assert event("return", 5).cohort_id == event("release", 100).cohort_id == event("pardon", 123).cohort_id
    assert event("return", 31).cohort_id != event("return", 5).cohort_id
    assert event("negotiation").cohort_id is None


def test_an_event_has_what_its_mentions_say_together(event):
    found = event("return", 5)
    assert (found.date, found.origin, found.destination, found.mediators) == ("2025-12-13", "BY", "UA", ["US"])
    assert (found.first_reported, found.review, found.contradictions) == ("2025-12-13", "machine", [])
    assert (found.plover, found.cameo) == ("RETREAT", "0841")


def test_an_event_takes_the_id_of_its_first_mention(records):
    first = {}
    for mention in records.mentions:
        first.setdefault(mention.event_id, mention.mention_id)
    assert all(event_id[1:] == mention_id[1:] for event_id, mention_id in first.items())


def test_events_are_tied_to_the_reference_table(event):
    assert event("return", 31).known_releases == ["2025-11-22-by-ua:same"]
    assert event("return", 5).known_releases == ["2025-12-13-by-ua:part"]
    assert "2025-12-13-by-ua:overlap" in event("release", 100).known_releases
    assert event("release", status="called_for").known_releases == []


def test_speakers_agents_and_mediators_are_actors(records):
    actors = {actor.actor_id: actor for actor in records.actors}
    assert actors["volodymyr-zelenskyi"].name == "Володимир Зеленський"
    assert actors["spolucheni-shtaty"].kind == "state"
    assert actors["illia-pavlenko"].kind == "person"
    assert actors["koordynatsiinyi-shtab-z-pytan-povodzhennia-z-viiskovopolonenymy"].kind == "body"
    assert {quote.speaker_id for quote in records.quotes} == {"volodymyr-zelenskyi", "illia-pavlenko"}
