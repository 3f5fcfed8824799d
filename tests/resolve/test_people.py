"""How many people became free: nobody is counted twice, and what is not known is said."""

from pathlib import Path

import pytest

from dodomu.dataset import Dataset
from dodomu.errors import BadQuery, InvalidDate, UnknownRecord
from dodomu.extract import extract
from dodomu.models import Event
from dodomu.resolve import Records, resolve
from dodomu.sources import read
from dodomu.tables import frames

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture
def counted():
    """Give a function that makes a dataset of events with some values and asks it."""

    def ask(*told, **question):
        events = []
        for n, slots in enumerate(told):
            known = {"event_id": f"e-{n}", "type": "return", "family": "release", "status": "occurred"}
            known |= {"n_mentions": 1, "n_articles": 1, "cohort_id": f"c-{n}"}
            known |= {"count_qualifier": "exact"} if slots.get("count") else {}
            known |= {"date_basis": "stated"} if "date" in slots else {}
            events.append(Event(**known | slots))
        return Dataset(frames(Records(events=events))).people(**question)

    return ask


def only(rows):
    [row] = rows.rows(named=True)
    return row


def figures(rows):
    row = only(rows)
    return row["people_low"], row["people"], row["people_high"]


PARDON = {"type": "pardon", "count": 52, "origin": "BY", "cohort_id": "c-0"}
RETURN = {"count": 52, "origin": "BY", "destination": "LT", "cohort_id": "c-0", "date": "2025-09-11"}


def test_the_pardoned_who_return_are_counted_once(counted):
    assert figures(counted(PARDON, RETURN)) == (52, 52, 52)


def test_the_same_number_of_another_cohort_is_counted_too(counted):
    assert figures(counted(PARDON, RETURN | {"cohort_id": "c-1"})) == (104, 104, 104)


@pytest.mark.parametrize(
    ("told", "total"),
    [
        ([PARDON | {"count": 123}, RETURN | {"count": 114, "destination": "UA"}, RETURN | {"count": 9}], 123),
        ([RETURN | {"count": 114, "destination": "UA"}, RETURN | {"count": 9}], 123),
        ([RETURN | {"count": 114}, RETURN | {"count": 9}], 114),
        # an exchange of 157 each way, told as a whole and by its two ways
        (
            [
                {"type": "exchange", "count": 157, "cohort_id": "c-0"},
                {"count": 157, "origin": "RU", "destination": "UA", "cohort_id": "c-0"},
                {"count": 160, "origin": "UA", "destination": "RU", "cohort_id": "c-0"},
            ],
            317,
        ),
        ([{"type": "exchange", "count": 157}], 157),
    ],
)
def test_within_a_cohort_other_ways_add_up_and_all_else_does_not(counted, told, total):
    assert only(counted(*told))["people"] == total


STAGE = {"cohort_id": "c-0", "part_of": "e-0", "origin": "RU"}


@pytest.mark.parametrize(("days", "total"), [(("2025-05-23", "2025-05-24"), 697), (("2025-05-23", "2025-05-23"), 390)])
def test_stages_of_several_days_add_up_and_parts_of_one_day_do_not(counted, days, total):
    whole = {"origin": "RU", "cohort_id": "c-0"}
    parts = [STAGE | {"count": count, "date": day} for count, day in zip((390, 307), days, strict=True)]
    assert only(counted(whole, *parts))["people"] == total


@pytest.mark.parametrize(
    ("slots", "expected", "n_open"),
    [
        ({"count": 100, "count_qualifier": "at_least"}, (100, 100, 100), 1),
        ({"count": 100, "count_qualifier": "approximate"}, (0, 100, 100), 1),
        ({"count": 100, "count_qualifier": "at_most"}, (0, 100, 100), 0),
        ({"count_low": 150, "count_high": 189}, (150, 150, 189), 0),
    ],
)
def test_what_is_no_exact_number_has_a_low_and_a_high_and_says_where_it_is_open(counted, slots, expected, n_open):
    row = counted(slots)
    assert (figures(row), only(row)["n_open"]) == (expected, n_open)


def test_events_without_a_number_and_running_totals_are_told_and_not_counted(counted):
    total = {"count": 6000, "date": "2022-02-24/..", "date_extent": "total"}
    row = only(counted({"count": 31}, {}, total))
    assert (row["people"], row["n_events"], row["n_uncounted"], row["n_totals"]) == (31, 2, 1, 1)


@pytest.mark.parametrize(
    ("slots", "expected", "n_maybe"),
    [
        ({"date": "2025-12-13"}, (5, 5, 5), 0),
        ({"date": "2025-11-22"}, (0, 0, 0), 0),
        ({"date": "2025"}, (0, 0, 5), 1),
        ({}, (0, 0, 5), 1),
    ],
)
def test_what_may_lie_in_a_period_is_in_its_high_alone(counted, slots, expected, n_maybe):
    row = counted({"count": 5} | slots, since="2025-12", until="2025-12")
    assert (figures(row), only(row)["n_maybe"]) == (expected, n_maybe)


def test_a_pardon_without_a_date_lies_where_its_people_became_free(counted):
    assert figures(counted(PARDON, RETURN, since="2025-09", types="pardon")) == (52, 52, 52)
    assert figures(counted(PARDON, RETURN, since="2025-10", types="pardon")) == (0, 0, 0)


def test_plans_the_denied_and_the_dead_are_nobody_who_became_free(counted):
    dead = {"type": "remains_return", "count": 1000, "group": "remains"}
    told = [{"count": 7, "status": "planned"}, {"count": 8, "status": "denied"}, dead]
    assert figures(counted(*told)) == (0, 0, 0)
    assert only(counted(*told, types="remains_return"))["people"] == 1000
    assert only(counted(*told, statuses=["planned"]))["people"] == 7


def test_totals_can_be_split_and_narrowed(counted):
    rows = counted(PARDON, RETURN, {"count": 9, "origin": "RU"}, by="origin")
    assert rows.select("origin", "people").rows() == [("BY", 52), ("RU", 9)]
    assert counted(PARDON, RETURN, by="year").select("year", "people").rows() == [("2025", 52)]
    assert only(counted(PARDON, RETURN, destination="LT", origin="BY"))["n_events"] == 1
    assert counted({"date": "2025"}, by="month")["month"].to_list() == [None]


def test_what_cannot_be_asked_is_said(counted):
    with pytest.raises(BadQuery, match="cannot be counted by «sex»"):
        counted(by="sex")
    with pytest.raises(BadQuery, match="«order» releases nobody"):
        counted(types=["order"])
    with pytest.raises(InvalidDate):
        counted(since="13.12.2025")


@pytest.fixture(scope="module")
def seed():
    return Dataset(frames(resolve([extract(article) for article in read([SEEDS])])))


def test_the_seed_tells_of_154_people_and_not_of_259(seed):
    assert figures(seed.people()) == (154, 154, 154)
    assert seed.events.filter(family="release", status="occurred")["count"].sum() == 259


def test_the_claims_of_an_event_say_who_published_them(seed):
    [event] = seed.events.filter(type="return", count=31)["event_id"]
    claims = seed.claims_of(event)
    assert claims["trigger"].to_list() == ["повернення", "повернув"]
    assert set(claims["publisher"]) == {"Главком"}
    assert set(claims["published"]) == {"2025-12-13?"}
    with pytest.raises(UnknownRecord):
        seed.claims_of("e-nothing")
