"""Frames are derived from the records, and held to them."""

from datetime import date

import polars as pl
import pytest

from dodomu.errors import InvalidTable, UnknownTable
from dodomu.models import TABLES, Article, Evidence, Gap
from dodomu.resolve import Records
from dodomu.tables import check, frame, frames, schema_of, table_of

TEXT = "Додому повернули 31 людину."
ARTICLE = Article(article_id="a", source="a.txt", text=TEXT, published="2025-11-22")
COUNT = Evidence(record_id="m-1", field="count", article_id="a", start=17, end=19, exact="31", rule="number")


@pytest.mark.parametrize("name", TABLES)
def test_a_table_without_rows_has_its_columns_and_types(name):
    empty = frame(name, [])
    assert empty.schema == schema_of(TABLES[name].model)
    assert empty.columns == list(TABLES[name].model.columns())


def test_types_are_those_of_the_record():
    assert schema_of(TABLES["events"].model)["count"] == pl.Int64
    assert schema_of(TABLES["events"].model)["date"] == pl.String
    assert schema_of(TABLES["events"].model)["date_latest"] == pl.Date
    assert schema_of(TABLES["events"].model)["mediators"] == pl.List(pl.String)


def test_rows_hold_what_the_records_hold():
    made = frames(Records(articles=[ARTICLE], evidence=[COUNT]))
    assert made["articles"].row(0, named=True)["published_latest"] == date(2025, 11, 22)
    assert "share_text" not in made["articles"].columns
    assert made["evidence"]["exact"].to_list() == ["31"]
    assert check(made) == []


@pytest.mark.parametrize(
    ("records", "fault"),
    [
        (Records(articles=[ARTICLE, ARTICLE]), "articles: a stands there more than once"),
        (Records(evidence=[COUNT]), "evidence.article_id of m-1 / count / a / 17 / 19 / number: articles has no a"),
        (
            Records(articles=[ARTICLE], evidence=[COUNT.model_copy(update={"start": 16, "end": 18})]),
            "the article has other words at 16",
        ),
        (Records(gaps=[Gap.model_construct(record_id="m-1", field="date", reason="")]), "gaps.reason of m-1 / date"),
    ],
)
def test_what_does_not_hold_is_refused_in_one_line(records, fault):
    with pytest.raises(InvalidTable) as refused:
        frames(records)
    assert fault in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda rows: rows.drop("rule"), "evidence: column «rule» is missing"),
        (lambda rows: rows.with_columns(x=1), "evidence: column «x» is not one of its columns"),
        (lambda rows: rows.with_columns(pl.col("start").cast(pl.String)), "evidence.start is String, not Int64"),
        (lambda rows: rows.select(rows.columns[::-1]), "evidence: its columns are not in their order"),
    ],
)
def test_columns_that_are_not_those_of_the_record_are_named(change, fault):
    made = frames(Records(articles=[ARTICLE], evidence=[COUNT]))
    assert check(made | {"evidence": change(made["evidence"])}) == [fault]


def test_text_that_may_not_be_shared_leaves_evidence_unjudged():
    made = frames(Records(articles=[ARTICLE.model_copy(update={"text": None})], evidence=[COUNT]))
    assert made["articles"]["text"].null_count() == 1


def test_an_unknown_table_offers_the_nearest():
    with pytest.raises(UnknownTable, match="did you mean «quotes»"):
        table_of("quote")
