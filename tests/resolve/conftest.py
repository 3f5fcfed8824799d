"""Extractions made of annotated articles, so that resolving is judged on what articles really say."""

import json
from pathlib import Path

import pytest

from dodomu.models import Article, Evidence, Extraction, Mention, Quote, record_id

GOLD = Path(__file__).parents[1] / "gold"
NAMES = sorted(path.name.split(".")[0] for path in GOLD.glob("*.gold.json"))


@pytest.fixture(scope="session")
def annotated():
    """Give a function that makes the extraction of an annotated article."""
    return extraction_of


@pytest.fixture
def claim():
    """Give a function that makes a mention with some slots."""
    numbers = iter(range(1000))

    def make(**slots):
        known = {"article_id": "a", "type": "return", "status": "occurred", "trigger": "повернули", "rule": "test"}
        n = next(numbers)
        known |= {"mention_id": f"m-{n:03}", "trigger_start": 10 * n, "trigger_end": 10 * n + 9}
        if "count" in slots:
            known["count_qualifier"] = "exact"
        if "date" in slots:
            known["date_basis"] = "stated"
        return Mention(**known | slots)

    return make


def extraction_of(name):
    gold = json.loads((GOLD / f"{name}.gold.json").read_text("utf-8"))
    text = (GOLD / f"{name}.txt").read_bytes().decode()
    article = Article(article_id=name, source=f"{name}.txt", text=text, published=gold["article"]["published"])
    quotes = [_quote(article, n, row) for n, row in enumerate(gold["quotes"])]
    mentions = [_mention(article, n, row) for n, row in enumerate(gold["events"])]
    evidence = [
        Evidence(
            record_id=mention.mention_id,
            field="type",
            article_id=name,
            start=mention.trigger_start,
            end=mention.trigger_end,
            exact=mention.trigger,
            rule="annotated",
        )
        for mention in mentions
    ]
    return Extraction(article=article, quotes=quotes, mentions=mentions, evidence=evidence)


def _quote(article, n, row):
    row = dict(row)
    start = _place(article.text, row["text"], row.pop("nth", 1))
    key = record_id("quotes", article.article_id, row["text"], n)
    return Quote(
        quote_id=key, article_id=article.article_id, start=start, end=start + len(row["text"]), rule="annotated", **row
    )


def _mention(article, n, row):
    row = dict(row)
    start = _place(article.text, row["trigger"], row.pop("nth", 1))
    return Mention(
        mention_id=record_id("mentions", article.article_id, row["trigger"], n),
        article_id=article.article_id,
        trigger_start=start,
        trigger_end=start + len(row["trigger"]),
        date_basis="stated" if row["date"] else "none",
        rule="annotated",
        **row,
    )


def _place(text, words, nth):
    at = -1
    for _ in range(nth):
        at = text.index(words, at + 1)
    return at
