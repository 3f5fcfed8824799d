"""TimelineJS: valid, nothing missing, and no date surer than the data."""

import json
from pathlib import Path

import jsonschema
import pytest

from dodomu.models import Article, Event

SCHEMA = json.loads(Path(__file__).with_name("timelinejs.schema.json").read_text("utf-8"))


def event(number, **slots):
    head = {"type": "release", "family": "release", "status": "occurred", "n_mentions": 1, "n_articles": 1}
    basis = {"date_basis": "stated"} if slots.get("date") else {}
    return Event(event_id=f"e-{number}", **{**head, "first_reported": "2025-12-13", **basis, **slots})


@pytest.fixture(scope="module")
def slides(dataset_from, exported):
    dates = [
        {"date": "2025-11-22"},
        {"date": "2025-02"},
        {"date": "2024"},
        {"date": "2025-12-08/2025-12-14"},
        {"date": "2025-03/2025-05", "date_extent": "span"},
        {"date": "../2025-12-31"},
        {"date": "2025-12-13?"},
        {},
    ]
    article = Article(article_id="a", source="a.txt", text="Звільнили.", published="2025-12-13")
    made = dataset_from([([article], [], [], [event(n, **slots) for n, slots in enumerate(dates)], [], [])])
    timeline = json.loads(exported("timelinejs", made))
    return {slide["unique_id"]: slide for slide in timeline["events"]}


@pytest.mark.parametrize("lang", ["uk", "en"])
def test_it_is_what_the_documentation_asks_for(exported, ds, lang):
    timeline = json.loads(exported("timelinejs", lang=lang))
    jsonschema.validate(timeline, SCHEMA)
    told = {slide["unique_id"] for slide in timeline["events"]}
    title = timeline["title"]["text"]["text"]
    ids = {*ds.events["event_id"], *ds.quotes["quote_id"]}
    assert {one for one in ids if one not in told and one not in title} == set()


@pytest.mark.parametrize(
    ("record", "start", "end", "display"),
    [
        ("e-0", {"year": 2025, "month": 11, "day": 22}, None, "22 листопада 2025"),
        ("e-1", {"year": 2025, "month": 2}, None, "у лютому 2025"),
        ("e-2", {"year": 2024}, None, "у 2024 році"),
        ("e-3", {"year": 2025, "month": 12, "day": 8}, None, "між 8 та 14 грудня 2025"),
        ("e-4", {"year": 2025, "month": 3, "day": 1}, {"year": 2025, "month": 5, "day": 31}, None),
        ("e-5", {"year": 2025, "month": 12, "day": 31}, None, "не пізніше 31 грудня 2025"),
        ("e-6", {"year": 2025, "month": 12, "day": 13}, None, "13 грудня 2025 (непевно)"),
        (
            "e-7",
            {"year": 2025, "month": 12, "day": 13},
            None,
            "дати в тексті немає; повідомлено до 13 грудня 2025",
        ),
    ],
)
def test_only_what_lasted_has_an_end_and_the_date_says_the_rest(slides, record, start, end, display):
    slide = slides[record]
    assert slide["start_date"] == start
    assert slide.get("end_date") == end
    assert display is None or slide["display_date"] == display


def test_what_has_no_date_stands_in_a_group_of_its_own(slides):
    assert slides["e-7"]["group"] == "Без дати"
    assert "Без дати" not in {slides[f"e-{n}"]["group"] for n in range(7)}


def test_what_has_no_day_at_all_is_named_in_the_title_and_placed_nowhere(dataset_from, exported):
    made = dataset_from([([], [], [], [event(1, first_reported=None)], [], [])])
    timeline = json.loads(exported("timelinejs", made))
    jsonschema.validate(timeline, SCHEMA)
    assert timeline["events"] == []
    assert "e-1" in timeline["title"]["text"]["text"]


def test_it_says_how_much_only_a_machine_has_read(exported):
    assert "Прочитала машина" in json.loads(exported("timelinejs"))["title"]["text"]["text"]


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "a & b \" '"])
def test_no_text_of_an_article_is_markup(exported, gold_dataset, with_words, words):
    timeline = json.loads(exported("timelinejs", with_words(gold_dataset("seed"), words)))
    texts = [text for slide in (timeline["title"], *timeline["events"]) for text in slide["text"].values()]
    assert not any("<script" in text or "<img" in text for text in texts)
    assert all(slide["autolink"] is False for slide in timeline["events"])
