"""CSV for Datawrapper and JSON Lines: ready to use, nothing lost, nothing that runs."""

import csv
import io
import json

import pytest

from dodomu.dataset import formats
from dodomu.models import Article, Event

WHERE = Article(article_id="a", source="a.txt", text="Звільнили.", published="2025-12-13")


def event(number, count, **slots):
    head = {"type": "release", "family": "release", "status": "occurred", "n_mentions": 1, "n_articles": 1}
    counted = {"count": count, "count_qualifier": "exact"} if count is not None else {}
    dated = {"date_basis": "stated"} if slots.get("date") else {}
    return Event(event_id=f"e-{number}", first_reported="2025-12-13", **{**head, **counted, **dated, **slots})


def rows(content):
    return list(csv.DictReader(io.StringIO(content.decode())))


@pytest.fixture(scope="module")
def several(dataset_from):
    events = [
        event(1, 31, date="2025-11-22"),
        event(2, 123, type="pardon", cohort_id="c-1", date="2025-12-13"),
        event(3, 100, cohort_id="c-1", count_qualifier="approximate", date="2025-12-13"),
        event(4, None, date="2025-12-01"),
        event(5, 7, status="planned", date="2025-12-02"),
        event(6, 9),
    ]
    return dataset_from([([WHERE], [], [], events, [], [])])


def test_every_release_has_its_row_and_the_undated_come_last_in_words(exported, several):
    shown = rows(exported("datawrapper", several))
    assert {row["event_id"] for row in shown} == {f"e-{n}" for n in range(1, 7)}
    assert shown[0]["початок"] == shown[0]["кінець"] == "2025-11-22"
    assert shown[-1]["event_id"] == "e-6"
    assert shown[-1]["початок"] == ""
    assert shown[-1]["коли"] == "дати в тексті немає; повідомлено до 13 грудня 2025"
    assert {row["перевірка"] for row in shown} == {"лише машина"}
    assert {row["data_sha256"] for row in shown} == {several.content_hash}


def test_sums_count_nobody_twice_and_say_what_they_leave_out(exported, several):
    shown = rows(exported("datawrapper-cumulative", several, "en"))
    assert [row["day"] for row in shown] == ["2025-11-22", "2025-12-01", "2025-12-13"]
    assert [row["released in total"] for row in shown] == ["31", "31", "154"]
    assert [row["events without a number"] for row in shown] == ["0", "1", "1"]
    assert {row["events without a date (not counted)"] for row in shown} == {"1"}
    assert "e-5" not in shown[-1]["event_ids"]


def test_without_events_there_is_a_heading(exported, dataset_from):
    empty = dataset_from([([WHERE], [], [], [], [], [])])
    for name in ("datawrapper", "datawrapper-cumulative"):
        assert exported(name, empty).decode().count("\n") == 1


@pytest.mark.parametrize("words", ["=HYPERLINK(A1)", "@SUM(1)", "-1+1", 'a"b,c\nd', "\t=1"])
def test_no_cell_of_a_csv_is_a_formula(exported, gold_dataset, with_words, words):
    content = exported("datawrapper", with_words(gold_dataset("seed"), words))
    for row in rows(content):
        assert all(formats.harmless(formats.unharmed(cell)) == cell for cell in row.values())
        assert any(words.strip() in formats.unharmed(cell) for cell in row.values())


def test_json_lines_hold_every_record_with_its_evidence_and_gaps(exported, ds):
    lines = [json.loads(line) for line in exported("jsonl").decode().splitlines()]
    by_table = {name: [line for line in lines if line["table"] == name] for name in ("events", "quotes", "mentions")}
    assert {name: len(found) for name, found in by_table.items()} == {
        "events": ds.events.height,
        "quotes": ds.quotes.height,
        "mentions": ds.mentions.height,
    }
    texts = dict(ds.articles.select("article_id", "text").iter_rows())
    passages = [passage for line in by_table["mentions"] for passage in line["evidence"]]
    assert len(passages) == ds.evidence.height
    assert all(texts[one["article_id"]][one["start"] : one["end"]] == one["exact"] for one in passages)
    assert sum(len(line["gaps"]) for line in by_table["mentions"]) == ds.gaps.height
    for line in lines:
        assert line["dodomu"]["content_hash"] == ds.content_hash
        assert line["dodomu"]["machine_read"] == line["dodomu"]["records"] == len(lines)
