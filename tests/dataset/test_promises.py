"""The ledger of promises says what became of each, and never more than the records allow."""

from datetime import date

import pytest

from dodomu.dataset import Dataset
from dodomu.errors import InvalidDate
from dodomu.extract import extract
from dodomu.models import Article, Event, KnownRelease, Mention, Quote
from dodomu.resolve import resolve
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
        ("2025-12-13", "undecidable"),
        ("2025-12", "undecidable"),
    ],
    ids=[
        "before",
        "on the day",
        "after",
        "bounds straddle it",
        "done before it was promised",
        "done on the day it was reported",
        "done before or after it was promised",
    ],
)
def test_an_outcome_is_judged_by_the_deadline(ledger, when, outcome):
    row = ledger(PLAN, done(when)).row(0, named=True)
    assert row["outcome"] == outcome
    assert row["outcome_event_id"] == (None if outcome == "overdue" else "e-2")


def test_what_surely_came_after_the_promise_is_preferred_to_what_may_have_come_before(ledger):
    that_morning = done("2025-12-13").model_copy(update={"event_id": "e-9"})
    assert ledger(PLAN, that_morning, done("2025-12-20"))["outcome_event_id"].to_list() == ["e-2"]


PROMISED = "Омбудсмен Олег Гринчук 5 червня пообіцяв, що до 20 червня з Росії повернуть сорок цивільних."


@pytest.mark.parametrize(
    ("news", "published", "outcome", "day"),
    [
        ("18 червня з Росії в Україну повернули сорок цивільних.", "2026-06-18", "kept", date(2026, 6, 18)),
        ("5 червня з Росії в Україну повернули сорок цивільних.", "2026-06-06", "undecidable", date(2026, 6, 5)),
    ],
)
def test_a_promise_that_is_one_event_with_what_came_about_keeps_its_deadline(news, published, outcome, day):
    told = [(PROMISED, "2026-06-06"), (news, published)]
    articles = [
        Article(article_id=f"a-{n}", source="a.txt", text=text, published=day) for n, (text, day) in enumerate(told)
    ]
    ds = Dataset(frames(resolve([extract(article) for article in articles])))
    event = ds.events.row(0, named=True)
    assert (len(ds.events), event["status"], event["n_mentions"]) == (1, "occurred", 2)
    row = ds.promises(as_of="2026-07-01").row(0, named=True)
    assert (row["kind"], row["speaker"], row["deadline"]) == ("promise", "Олег Гринчук", "../2026-06-20")
    assert (row["outcome"], row["outcome_event_id"], row["outcome_latest"]) == (outcome, event["event_id"], day)
    assert ds.promises(as_of="2026-06-10")["outcome"].to_list() == ["open" if outcome == "kept" else outcome]
    assert len(ds.promises()) == 1


def test_the_day_that_was_planned_is_no_day_of_what_came_about(ledger):
    words = {"article_id": "a", "event_id": "e-1", "type": "release", "trigger": "звільнити", "rule": "annotated"}
    place = {"trigger_start": 12, "trigger_end": 21}
    plan = Mention(mention_id="m-1", status="planned", date="2026-03-05", date_basis="stated", **words, **place)
    fact = Mention(mention_id="m-2", status="occurred", **words, **place)
    rows = ledger(event(1, date="2026-03-05"), mentions=[plan, fact], as_of="2026-04-01").to_dicts()
    told = [(row["promise_id"], row["deadline"], row["outcome"], row["outcome_event_id"]) for row in rows]
    assert told == [("m-1", "2026-03-05", "undecidable", "e-1")]
    assert rows[0]["outcome_latest"] is None


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
