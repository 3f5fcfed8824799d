"""The queue: what deserves a look comes first, what was read is left out."""

import pytest

from dodomu import extract
from dodomu.confidence import Counted, CountedSet, Made, Share
from dodomu.corrections import Correction, curate
from dodomu.corrections.review import queue
from dodomu.dataset import Dataset
from dodomu.tables import frames

TEXT = """\
У Білорусі 12 грудня 2025 року звільнили 112 цивільних. 13 грудня 2025 року сторони провели перемовини в Стамбулі.
«Їх зустріли на кордоні лікарі», – повідомив речник Координаційного штабу Семен Бойчук.
«Я радий», – сказав Остап Ґалаґан.
14 грудня 2025 року з полону повернули 5 військових.
Бойчук зазначив, що 14 грудня 2025 року з полону повернули 5 військових.
"""


@pytest.fixture
def asked():
    def make(*entries, private=(), text=TEXT):
        known = {"by": "Я", "on": "2025-12-20", "why": "x"}
        made = [Correction(**known | one).numbered(n) for n, one in enumerate(entries, 1)]
        return queue(Dataset(frames(curate([extract(text, article_id="a")], entries=made).records)), private)

    return make


def test_what_weighs_most_comes_first(asked):
    tasks = asked(private={"Остап Ґалаґан"})
    assert [task.reasons[0].name for task in tasks[:2]] == ["private", "large"]
    assert tasks[0].reasons[0].detail == "Остап Ґалаґан"
    assert tasks[1].cells["count"] == 112
    assert [task.weight for task in tasks] == sorted((task.weight for task in tasks), reverse=True)


def test_an_event_of_one_mention_is_asked_about_once(asked):
    tasks = asked()
    large = next(task for task in tasks if task.cells.get("count") == 112)
    assert (large.table, large.also) == ("mentions", large.record.replace("m-", "e-"))
    assert large.also not in [task.record for task in tasks]
    five = [task for task in tasks if task.cells.get("count") == 5]
    assert sorted(task.table for task in five) == ["events", "mentions", "mentions"]
    [event] = [task for task in five if task.table == "events"]
    assert [passage.own for passage in event.passages] == ["повернули", "повернули"]


def test_what_was_read_is_asked_about_no_more(asked):
    tasks = asked()
    quote = next(task for task in tasks if task.table == "quotes")
    left = asked({"do": "read", "record": quote.record})
    assert quote.record not in [task.record for task in left]
    assert len(left) == len(tasks) - 1


def test_the_passage_is_the_articles_letter_for_letter(asked):
    for task in asked():
        for passage in task.passages:
            assert passage.before + passage.own + passage.after in TEXT


def test_a_decision_that_could_not_be_applied_comes_before_numbers(asked):
    quote = next(task for task in asked() if task.table == "quotes").record
    edits = ({"do": "edit", "record": quote, "set": {"speaker": name}} for name in ("А Б", "В Г"))
    first = asked(*edits)[0]
    assert (first.record, first.reasons[0].name) == (quote, "not_applied")


def test_what_rules_read_that_err_often_is_asked_about():
    read = extract(TEXT, article_id="a")
    released = next(one for one in read.mentions if one.count == 112)
    of_count = next(row.rule for row in read.evidence if row.record_id == released.mention_id and row.field == "count")
    answers = {Made("quote", "text", one.rule): Share(40, 60) for one in read.quotes}
    answers |= {Made("release", "type", released.rule): Share(99, 1), Made("release", "count", of_count): Share(40, 60)}
    pooled = {("low", "counted", "cells"): Share(40, 60), ("high", "counted", "rows"): Share(99, 1)}
    counted = Counted((CountedSet("ours", "counted", 9, "ab", answers),), pooled)
    ds = Dataset(frames(curate([read], counted=counted).records))
    reasons = {task.record: {one.name: one.detail for one in task.reasons} for task in queue(ds)}
    assert all(reasons[one]["unsure"] == "0.40" for one in ds.quotes["quote_id"])
    assert reasons[released.mention_id]["unsure_cells"] == "count"
    assert "unsure" not in reasons[released.mention_id]
