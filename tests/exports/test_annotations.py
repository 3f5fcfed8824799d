"""Web Annotations: every selector finds its words in the text of the article, by position and by quotation."""

import json

import polars as pl
import pytest

from dodomu.dataset import Dataset
from dodomu.models import Article, Quote


def annotations(collection):
    return collection["first"]["items"]


@pytest.fixture(scope="module")
def collection(exported):
    return json.loads(exported("annotations"))


def test_it_is_a_collection_with_a_page(collection):
    assert collection["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["type"] == "AnnotationCollection"
    assert collection["first"]["type"] == "AnnotationPage"
    assert collection["first"]["partOf"] == collection["id"]
    assert collection["total"] == len(annotations(collection))
    ids = [one["id"] for one in annotations(collection)]
    assert len(set(ids)) == len(ids)
    for one in annotations(collection):
        assert one["type"] == "Annotation"
        assert one["body"]
        assert one["target"]["type"] == "SpecificResource"
        assert one["target"]["source"]["via"] == "https://example.org/a?b=1&c=2"


def test_there_is_one_for_every_quote_mention_and_passage(collection, ds):
    assert collection["total"] == ds.quotes.height + ds.mentions.height + ds.evidence.height


def test_each_selector_finds_its_words_and_no_others(collection, ds):
    texts = {f"{row['article_id']}:sha256:{row['sha256']}": row["text"] for row in ds.articles.to_dicts()}
    for one in annotations(collection):
        text = texts[one["target"]["source"]["id"].removeprefix("urn:dodomu:article:")]
        position, quoted = one["target"]["selector"]
        assert text[position["start"] : position["end"]] == quoted["exact"]
        whole = quoted["prefix"] + quoted["exact"] + quoted["suffix"]
        assert text.count(whole) == 1
        assert text.index(whole) + len(quoted["prefix"]) == position["start"]


def test_positions_are_counted_in_code_points(dataset_from, exported):
    text = "🎉🎉 «Так», – сказав він."
    article = Article(article_id="a b–в", source="a.txt", text=text)
    quote = Quote(quote_id="q-1", article_id="a b–в", kind="direct", text="Так", start=4, end=7, rule="marks")
    [one] = annotations(json.loads(exported("annotations", dataset_from([([article], [quote], [], [], [], [])]))))
    assert one["target"]["selector"][0] == {"type": "TextPositionSelector", "start": 4, "end": 7}
    assert " " not in one["target"]["source"]["id"]
    assert one["target"]["source"]["id"].isascii()


def test_a_text_that_is_not_shared_gives_no_context(ds, exported):
    tables = {name: ds.table(name) for name in ds.tables}
    tables["articles"] = tables["articles"].with_columns(text=pl.lit(None, pl.String))
    for one in annotations(json.loads(exported("annotations", Dataset(tables, version="0.1.0")))):
        assert one["target"]["selector"][1].keys() == {"type", "exact"}
