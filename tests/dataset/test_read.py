"""Opening a dataset and asking it."""

from pathlib import Path
from typing import get_args

import polars as pl
import pytest

from dodomu import dataset
from dodomu.dataset.names import TableName, VersionName
from dodomu.dataset.released import versions_in
from dodomu.errors import InvalidTable, NoDataset, UnknownRecord, UnknownTable, UnknownVersion
from dodomu.models import TABLES


def test_an_article_comes_with_its_text(folder):
    article = dataset.open(str(folder)).article("a")
    assert article.text.startswith("\ufeffПʼятеро")
    with pytest.raises(UnknownRecord, match="no article «b»"):
        dataset.open(folder).article("b")


@pytest.mark.parametrize(
    ("record", "words"), [("m-1", "Пʼятеро"), ("e-1", "Пʼятеро"), ("volodymyr-zelenskyi", "Зе\u00adленський")]
)
def test_the_evidence_of_a_mention_its_event_and_a_speaker(folder, record, words):
    assert dataset.open(folder).evidence_of(record)["exact"].to_list() == [words]


def test_the_evidence_of_nothing(folder):
    with pytest.raises(UnknownRecord, match="no record «e-9»"):
        dataset.open(folder).evidence_of("e-9")


def test_a_wrong_name_offers_the_right_one(folder):
    ds = dataset.open(folder)
    with pytest.raises(UnknownTable, match="did you mean «events»"):
        ds.table("event")
    with pytest.raises(AttributeError, match="did you mean «events»"):
        ds.event  # noqa: B018
    assert "events" in dir(ds)


def test_a_folder_without_a_dataset(tmp_path):
    with pytest.raises(NoDataset, match="no dataset here"):
        dataset.open(tmp_path)


def test_a_damaged_table_is_one_clear_line(folder):
    (folder / "events.parquet").write_bytes(b"PAR1")
    with pytest.raises(InvalidTable, match="dodomu verify"):
        dataset.open(folder).events  # noqa: B018


def test_what_it_is_in_a_few_lines(folder):
    told = dataset.open(folder).describe()
    assert "not released" in told
    assert "1  events" in told


def test_an_unknown_version_and_an_unknown_table():
    with pytest.raises(UnknownVersion, match="no version «9.9.9»"):
        dataset.load("events", version="9.9.9")
    with pytest.raises(UnknownTable, match="did you mean «quotes»"):
        dataset.load("quote")


def test_every_released_version_is_whole():
    for version in dataset.versions():
        assert dataset.verify(dataset.path_of(version)) == []


def test_editors_are_offered_the_tables_and_versions_that_are_there():
    assert set(get_args(TableName)) == set(TABLES)
    # after a release: python tests/refresh.py
    assert list(get_args(VersionName)) == versions_in(Path(__file__).parents[2] / "dataset")


def test_what_each_source_claims_stands_beside_who_published_it_and_when(folder):
    told = dataset.open(folder).claims_of("e-1")
    assert told.select("mention_id", "publisher", "published", "count").rows() == [("m-1", "Главком", "2025-12-13?", 5)]
    with pytest.raises(UnknownRecord, match="no event «e-9»"):
        dataset.open(folder).claims_of("e-9")


def test_claims_come_in_the_order_in_which_they_were_published(gold_dataset):
    first, second = (gold_dataset(name, published=day) for name, day in (("d01", "2025-12-14"), ("d02", "2025-12-13")))
    tables = {name: pl.concat([first.table(name), second.table(name)]) for name in first.tables}
    tables["mentions"] = tables["mentions"].with_columns(event_id=pl.lit("e-1"))
    tables["events"] = tables["events"].head(1).with_columns(event_id=pl.lit("e-1"))
    told = dataset.Dataset(tables).claims_of("e-1")
    assert told["article_id"].unique(maintain_order=True).to_list() == ["d02", "d01"]
    assert told.height == tables["mentions"].height


def test_an_id_that_was_merged_leads_to_what_is_there(tables):
    history = pl.DataFrame(
        [("e-0", "e-00"), ("e-00", "e-1"), ("e-7", "e-8"), ("e-8", "e-7")],
        schema=["record_id", "merged_into"],
        orient="row",
    )
    ds = dataset.Dataset({**tables, "history": history})
    assert ds.claims_of("e-0").equals(ds.claims_of("e-1"))
    assert ds.evidence_of("e-0")["exact"].to_list() == ["Пʼятеро"]
    for gone in ("e-7", "e-9"):
        with pytest.raises(UnknownRecord):
            ds.claims_of(gone)
