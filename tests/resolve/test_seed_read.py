"""The seed as it is read: every event of it, against the article."""

from pathlib import Path

import pytest

from dodomu.dataset import reference
from dodomu.extract import extract
from dodomu.resolve import resolve
from dodomu.sources import read

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def records():
    extractions = [extract(article) for article in read([SEEDS])]
    return resolve(extractions, reference.read(SEEDS / "reference" / "known_releases.tsv"))


@pytest.fixture
def event(records):
    def find(**said):
        [found] = [e for e in records.events if all(getattr(e, name) == value for name, value in said.items())]
        return found

    return find


def claims(records, event):
    return [(mention.trigger, mention.status) for mention in records.mentions if mention.event_id == event.event_id]


def test_five_civilians_return_from_belarus_as_part_of_about_a_hundred(records, event):
    five, hundred = event(count=5), event(count=100)
    assert (five.type, five.status, five.date, five.origin, five.destination) == (
        "return",
        "occurred",
        "2025-12-13?",
        "BY",
        "UA",
    )
    assert (five.group, five.nationality, five.mediators) == ("civilians", ["UA"], ["US"])
    assert five.part_of == hundred.event_id
    assert five.known_releases == ["2025-12-13-by-ua:part"]
    assert claims(records, five) == [("Повернення", "occurred"), ("повертаються", "occurred")]


def test_the_release_that_was_prepared_is_the_one_that_happened(records, event):
    hundred = event(count=100)
    assert (hundred.type, hundred.status, hundred.date) == ("release", "occurred", "2025-12-13?")
    assert (hundred.count_low, hundred.count_high, hundred.count_qualifier) == (None, None, "approximate")
    assert claims(records, hundred) == [("звільнення", "planned"), ("повертаються на свободу", "occurred")]
    assert hundred.contradictions == []
    assert hundred.group == "people", "the plan spoke of civilians, what came about of people"
    assert hundred.known_releases == ["2025-12-13-by-lt:overlap", "2025-12-13-by-ua:overlap"]


def test_the_pardoned_are_the_whole_of_those_who_went_to_two_states(event):
    pardon = event(type="pardon")
    assert (pardon.count, pardon.origin, pardon.agents, pardon.date) == (123, "BY", ["Олександр Лукашенко"], None)
    assert pardon.known_releases == ["2025-12-13-by-lt:whole", "2025-12-13-by-ua:whole"]


def test_what_is_called_for_before_the_new_year_concerns_others(event):
    called_for = event(status="called_for")
    assert (called_for.type, called_for.date, called_for.count) == ("release", "../2025-12-31?", None)
    assert (called_for.group, called_for.nationality, called_for.origin) == ("military", ["UA"], "RU")
    assert called_for.known_releases == []


def test_those_of_november_are_a_cohort_of_their_own(event):
    november = event(count=31)
    assert (november.type, november.date, november.origin, november.destination) == ("return", "2025-11-22", "BY", "UA")
    assert (november.part_of, november.n_mentions) == (None, 2)
    assert november.known_releases == ["2025-11-22-by-ua:same"]
    cohorts = [event(count=count).cohort_id for count in (5, 100, 123, 31)] + [event(status="called_for").cohort_id]
    assert len(set(cohorts[:3])) == 1
    assert len(set(cohorts)) == 3


def test_there_are_nine_events_and_no_other_of_a_release(records):
    assert len(records.events) == 9
    assert sorted(event.type for event in records.events if event.family == "context") == [
        "exercise",
        "negotiation",
        "order",
        "reconnaissance",
    ]
