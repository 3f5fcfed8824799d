"""The ledger of promises says what became of each, and never more than the records allow."""

from datetime import date

import pytest

from dodomu.dataset import Dataset
from dodomu.errors import InvalidDate
from dodomu.models import Article, Event, KnownRelease, Mention, Quote
from dodomu.tables import frame, frames


def event(n, status="occurred", reported="2025-12-13", **slots):
    slots.setdefault("date_basis", "stated" if slots.get("date") else "none")
    kind = slots.pop("type", "release")
    head = {"event_id": f"e-{n}", "type": kind, "status": status}
    family = "context" if kind in ("order", "negotiation") else "release"
    return Event(family=family, n_mentions=1, n_articles=1, first_reported=reported, **head, **slots)


PLAN = event(1, "planned", date="../2025-12-31", origin="RU", group="military")


@pytest.fixture
def ledger():
    def make(*events, as_of=None, quotes=(), mentions=(), known=()):
        article = Article(article_id="a", source="a.txt", text="Він доручив звільнити", published="2026-03-01")
        tables = frames(type("R", (), {"articles": [article], "events": events, "quotes": quotes}))
        tables |= {"mentions": frame("mentions", mentions), "known_releases": frame("known_releases", known)}
        return Dataset(tables).promises(as_of=as_of)

    return make


def done(when, **slots):
    return event(2, reported="2026-02-28", date=when, **{"origin": "RU", "group": "military"} | slots)


@pytest.mark.parametrize(
    ("when", "outcome"),
    [
        ("2025-12-20", "kept"),
        ("2025-12-31", "kept"),
        ("2026-01-01", "late"),
        ("2025-12-28/2026-01-05", "undecidable"),
        ("2025-12-01", "overdue"),
    ],
    ids=["before", "on the day", "after", "bounds straddle it", "done before it was promised"],
)
def test_an_outcome_is_judged_by_the_deadline(ledger, when, outcome):
    row = ledger(PLAN, done(when)).row(0, named=True)
    assert row["outcome"] == outcome
    assert row["outcome_event_id"] == (None if outcome == "overdue" else "e-2")


@pytest.mark.parametrize(
    ("as_of", "outcome"), [("2025-12-31", "open"), ("2026-01-01", "overdue"), (date(2026, 2, 10), "late")]
)
def test_only_what_happened_by_the_day_asked_for_is_seen(ledger, as_of, outcome):
    assert ledger(PLAN, done("2026-02-05"), as_of=as_of)["outcome"].to_list() == [outcome]


@pytest.mark.parametrize(
    "other",
    [{"origin": "BY"}, {"group": "children"}, {"type": "negotiation"}, {"destination": "RU"}],
    ids=["from elsewhere", "other people", "something else", "to elsewhere"],
)
def test_what_is_not_the_same_is_no_outcome(ledger, other):
    plan = PLAN.model_copy(update={"destination": "UA"})
    assert ledger(plan, done("2025-12-20", **other)).row(0, named=True)["outcome"] == "overdue"


def test_fewer_people_than_promised_are_no_outcome(ledger):
    plan = event(1, "planned", date="../2025-12-31", origin="RU", count=1200, count_qualifier="exact")
    few, all_of_them = (done("2025-12-20", count=n, count_qualifier="exact") for n in (200, 1200))
    assert ledger(plan, few)["outcome"][0] == "overdue"
    assert ledger(plan, all_of_them)["outcome"][0] == "kept"


def test_without_a_deadline_only_the_same_people_are_an_outcome(ledger):
    plan = event(1, "planned", origin="RU", group="military", cohort_id="c-1")
    assert ledger(plan, done("2025-12-20"))["outcome"][0] == "open"
    assert ledger(plan, done("2025-12-20", cohort_id="c-1"))["outcome"][0] == "kept"


def test_a_release_of_the_curated_reference_is_an_outcome_of_its_own_kind(ledger):
    known = KnownRelease(
        release_id="2026-02-05-ru-ua",
        date="2026-02-05",
        date_precision="day",
        released_total=157,
        group="military",
        origin=["RU"],
        destination=["UA"],
        kind="exchange",
        verified="yes",
    )
    row = ledger(PLAN, known=[known]).row(0, named=True)
    assert (row["outcome"], row["outcome_release_id"], row["outcome_event_id"]) == ("late", "2026-02-05-ru-ua", None)


def test_an_order_whose_words_are_quoted_stands_once_with_who_gave_it(ledger):
    words = {"article_id": "a", "status": "occurred", "rule": "annotated"}
    quote = Quote(
        quote_id="q-1",
        article_id="a",
        kind="indirect",
        text="звільнити",
        start=12,
        end=21,
        cue="доручив",
        act="order",
        speaker="Володимир Зеленський",
        rule="annotated",
    )
    order = event(3, type="order")
    mentions = [
        Mention(
            mention_id="m-3", event_id="e-3", type="order", trigger="доручив", trigger_start=4, trigger_end=11, **words
        ),
        Mention(
            mention_id="m-1",
            event_id="e-1",
            type="release",
            trigger="звільнити",
            trigger_start=12,
            trigger_end=21,
            quote_id="q-1",
            **words,
        ),
    ]
    rows = ledger(PLAN, order, quotes=[quote], mentions=mentions).to_dicts()
    assert [(row["promise_id"], row["kind"], row["speaker"]) for row in rows] == [
        ("e-1", "order", "Володимир Зеленський")
    ]


def test_a_day_that_is_none_is_refused(ledger):
    with pytest.raises(InvalidDate, match="as_of «2026-13-01» is no day"):
        ledger(PLAN, as_of="2026-13-01")
