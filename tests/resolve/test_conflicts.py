"""Real contradictions between sources, in articles of our own: two that tell of one happening, and one that does not.

Each folder of `conflicts/` is a case; `twin.txt` looks alike and must stay apart.
"""

from functools import cache
from pathlib import Path

import pytest

from dodomu.dataset import reference
from dodomu.extract import extract
from dodomu.resolve import resolve
from dodomu.sources import read
from dodomu.tables import frames

CONFLICTS = Path(__file__).parent / "conflicts"
SEEDS = Path(__file__).parents[2] / "seeds"

ONE_EVENT = [
    # the two sides count differently: neither is chosen, both are shown
    ("count_by_side", "exchange", (None, 150, 189), ["count"]),
    ("count_by_side", "return", (None, 150, 189), ["count"]),
    ("two_counts_of_january", "return", (None, 195, 207), ["count"]),
    ("one_turned_back", "return", (None, 51, 52), ["count"]),
    # both can be true
    ("lower_bound_grows", "release", (18, 18, 18), []),
    ("both_sides_summed", "exchange", (157, 157, 157), []),
    ("ordinal_differs", "exchange", (95, 95, 95), []),
    ("subset_and_whole", "pardon", (22, 22, 22), []),
    ("running_total", "pardon", (178, 178, 178), []),
    # a plan that turned out otherwise is a claim and no contradiction
    ("planned_and_done", "exchange", (95, 95, 95), []),
    ("promised_and_handed_over", "release", (22, 22, 22), []),
    # they differ in something else than the number
    ("mediator_differs", "exchange", (115, 115, 115), ["mediators"]),
    ("date_differs", "pardon", (32, 32, 32), ["date"]),
]

CASES = sorted(path.name for path in CONFLICTS.iterdir())


@cache
def resolved(case):
    return resolve([extract(article) for article in read([CONFLICTS / case])], reference.read(known()))


def known():
    return SEEDS / "reference" / "known_releases.tsv"


def told_by(records):
    """Give the articles that tell of each event."""
    found = {}
    for mention in records.mentions:
        found.setdefault(mention.event_id, set()).add(mention.article_id)
    return found


def the(case, **said):
    """Give the only event that has these values and, unless another article is named, is none of the twin's."""
    article = said.pop("article", None)
    records = resolved(case)
    articles = told_by(records)
    fitting = [e for e in records.events if all(getattr(e, name) == value for name, value in said.items())]
    wanted = {article} if article else None
    [event] = [e for e in fitting if (wanted <= articles[e.event_id] if wanted else "twin" not in articles[e.event_id])]
    return event


@pytest.mark.parametrize(("case", "type_", "count", "contradictions"), ONE_EVENT)
def test_two_articles_tell_of_one_event_with_all_their_claims(case, type_, count, contradictions):
    records = resolved(case)
    articles = told_by(records)
    pair = {article.article_id for article in records.articles} - {"twin"}
    [event] = [event for event in records.events if event.type == type_ and articles[event.event_id] == pair]
    assert (event.count, event.count_low, event.count_high) == count
    assert event.contradictions == contradictions
    assert (event.status, event.n_articles) == ("occurred", 2)
    told = [event for event in records.events if event.type == type_ and event.count_low is not None]
    others = {"running_total": 3}  # two pardons of a day, and the twin's total
    assert len(told) - 1 == others.get(case, len([e for e in told if articles[e.event_id] == {"twin"}]))


@pytest.mark.parametrize("case", CASES)
def test_the_twin_is_another_happening(case):
    records = resolved(case)
    articles = told_by(records)
    assert any("twin" in found for found in articles.values())
    assert all(found == {"twin"} for found in articles.values() if "twin" in found)
    cohorts = {}
    for event in records.events:
        if event.cohort_id:
            cohorts.setdefault(event.cohort_id, set()).update(articles[event.event_id])
    assert all(found == {"twin"} for found in cohorts.values() if "twin" in found)


@pytest.mark.parametrize("case", CASES)
def test_no_claim_is_lost_or_changed(case):
    before = [mention for article in read([CONFLICTS / case]) for mention in extract(article).mentions]
    kept = {"event_id": None, "note": None}
    after = [mention.model_copy(update=kept) for mention in resolved(case).mentions]
    assert after == [mention.model_copy(update=kept) for mention in before]


@pytest.mark.parametrize("case", CASES)
def test_the_tables_of_each_case_are_sound(case):
    assert frames(resolved(case))["events"].height == len(resolved(case).events)


@pytest.mark.parametrize("case", CASES)
def test_the_order_of_the_articles_changes_nothing(case):
    extractions = [extract(article) for article in read([CONFLICTS / case])]
    there = {event.event_id: event for event in resolved(case).events}
    back = resolve(extractions[::-1], reference.read(known()))
    assert {event.event_id: event for event in back.events} == there
    mentions = {mention.mention_id: mention for mention in resolved(case).mentions}
    assert {mention.mention_id: mention for mention in back.mentions} == mentions
    gaps = {(gap.record_id, gap.field): gap.reason for gap in back.gaps}
    assert gaps == {(gap.record_id, gap.field): gap.reason for gap in resolved(case).gaps}


def test_a_count_on_which_sources_differ_says_so_where_it_is_missing():
    event = the("count_by_side", type="return")
    [gap] = [g for g in resolved("count_by_side").gaps if (g.record_id, g.field) == (event.event_id, "count")]
    assert gap.reason == "contradicted: sources say 150 or 189"


def test_a_date_on_which_sources_differ_holds_both_days():
    assert the("date_differs", type="pardon", count=32).date == "2024-11-20/2024-11-21"


def test_a_pardon_and_a_return_are_two_events_of_the_same_people_whatever_each_side_calls_it():
    pardon, returned = the("frame_differs", type="pardon"), the("frame_differs", type="return")
    assert pardon.cohort_id == returned.cohort_id
    assert (pardon.count, returned.count, pardon.contradictions, returned.contradictions) == (31, 31, [], [])


def test_about_a_hundred_and_the_exact_numbers_are_one_cohort_and_the_running_total_is_none_of_it():
    case = "vague_then_exact"
    pardon, release = the(case, type="pardon", count=123), the(case, type="release")
    to_ukraine, to_lithuania = the(case, destination="UA"), the(case, destination="LT")
    cohort = {event.cohort_id for event in (pardon, release, to_ukraine, to_lithuania)}
    assert len(cohort) == 1
    assert the(case, count=156).cohort_id not in cohort
    assert (the(case, count=156).date_extent, pardon.n_articles) == ("total", 2)
    assert (release.count, release.count_qualifier) == (100, "approximate")


def test_the_pardoned_are_the_whole_of_two_rows_of_the_reference_table():
    assert the("vague_then_exact", type="pardon", count=123).known_releases == [
        "2025-12-13-by-lt:whole",
        "2025-12-13-by-ua:whole",
    ]
    assert the("vague_then_exact", destination="UA").known_releases == ["2025-12-13-by-ua:same"]
    assert the("vague_then_exact", destination="LT").known_releases == ["2025-12-13-by-lt:same"]


def test_a_headline_that_counts_some_is_a_part():
    some = the("headline_counts_some", count=15, date="2026-03-05")
    whole = the("headline_counts_some", count=18)
    assert (some.part_of, some.cohort_id) == (whole.event_id, whole.cohort_id)
    assert (some.contradictions, whole.contradictions) == ([], [])


def test_an_exchange_that_nobody_else_tells_of_is_not_taken_for_the_one_of_the_next_day():
    rumour, real = the("invented_event", count=100), the("invented_event", type="exchange", count=49)
    assert (rumour.date, real.date) == ("2024-09-12", "2024-09-13")


@pytest.mark.parametrize(
    ("case", "count", "date", "reason"),
    [
        ("invented_event", 100, "2024-09-12", "kept apart from the exchange of 49 on 2024-09-13 in real: another day"),
        ("month_wrong", 200, "2026-02-05", "kept apart from the exchange of 200 on 2026-03-05 in right: another day"),
    ],
)
def test_why_two_events_are_not_one_stands_in_a_note(case, count, date, reason):
    event = the(case, type="exchange", count=count, date=date)
    notes = [mention.note for mention in resolved(case).mentions if mention.event_id == event.event_id]
    assert reason in notes


def test_the_same_number_to_another_state_is_not_merged():
    to_ukraine, to_lithuania = (the("destination_differs", count=114, destination=to) for to in ("UA", "LT"))
    assert to_ukraine.event_id != to_lithuania.event_id
    assert to_ukraine.cohort_id != to_lithuania.cohort_id
