"""The picture of the ledger never says that a promise was broken, and leads from the deadline to the outcome."""

import polars as pl
from drawings import said

from dodomu.charts import promises
from dodomu.charts.labels import words
from dodomu.dataset import Dataset


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
