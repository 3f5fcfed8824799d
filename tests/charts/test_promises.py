"""The picture of the ledger never says that a promise was broken, and leads from the deadline to the outcome."""

import polars as pl
from drawings import said

from dodomu.charts import promises
from dodomu.charts.labels import words
from dodomu.dataset import Dataset
from dodomu.models import Article, Event, Mention


def test_without_a_record_it_says_so_and_nothing_more(rich):
    bare = Dataset({name: rich.table(name) for name in rich.tables} | {"known_releases": rich.known_releases.clear()})
    spec = promises(bare, as_of="2026-01-15", lang="uk", width=1400).to_dict()
    told = " ".join(said(spec))
    assert "запису не знайдено" in told
    assert "станом на 15 січня 2026" in told
    assert "не доводить, що цього не було" in told
    for lang in ("uk", "en"):
        shown = str(words(lang)["promises"]) + str(words(lang)["lane"])
        assert not [word for word in ("поруш", "не виконан", "broken", "broke ") if word in shown]


def test_the_rows_are_those_of_the_table(rich):
    drawn = promises(rich).to_dict()["datasets"]["drawn"]
    assert [(row["promise_id"], row["outcome"]) for row in drawn] == rich.promises().select(
        "promise_id", "outcome"
    ).rows()


def test_a_row_without_a_deadline_stands_on_no_day(rich):
    spec = promises(rich).to_dict()
    without = rich.promises().filter(pl.col("deadline").is_null() & pl.col("outcome_latest").is_null())
    told = {row["promise_id"]: row["told"] for row in spec["datasets"]["drawn"]}
    assert len(without)
    assert all(told[key] is None for key in without["promise_id"])


def test_a_plan_that_came_about_is_told_as_it_was_planned(dataset_from):
    text = "Планують звільнити сорок людей. Звільнили 43 людини."
    head = {"article_id": "a", "event_id": "e", "type": "release", "rule": "annotated", "count_qualifier": "exact"}
    plan = {"status": "planned", "trigger": "звільнити", "trigger_start": 9, "trigger_end": 18, "count": 40}
    fact = {"status": "occurred", "trigger": "Звільнили", "trigger_start": 32, "trigger_end": 41, "count": 43}
    plan |= {"date": "../2025-12-31", "date_basis": "stated"}
    mentions = [Mention(mention_id=f"m-{n}", **head, **slots) for n, slots in enumerate((fact, plan))]
    known = {"family": "release", "n_mentions": 2, "n_articles": 1, "count": 43, "count_qualifier": "exact"}
    event = Event(event_id="e", type="release", status="occurred", **known)
    article = Article(article_id="a", source="a", text=text, published="2025-12-13")
    ds = dataset_from([([article], [], mentions, [event], [], [])])
    told = " ".join(said(promises(ds, lang="uk", width=1400).to_dict()))
    assert "Звільнення: 40 людей" in told
    assert "строк: не пізніше 31 грудня 2025; сталося невідомо коли; чи до строку, сказати не можна" in told
